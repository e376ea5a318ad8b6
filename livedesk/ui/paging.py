"""Cuts a laid-out text into strips that stay whole, and places them on pages.

A text document lays out its text in one endless column. Its strips are what must not be torn apart: a paragraph, a
table's row, a picture. Pages and columns are filled with strips, so that no row is split, no heading stands alone
at the bottom and a table that goes on repeats its header.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtGui import QAbstractTextDocumentLayout, QTextBlock, QTextDocument, QTextTable

IMAGE = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of the document from ``top`` to ``bottom`` (its own units). ``keep``: it stays with the next one.
    ``head`` is the header of its table, which a new page repeats; ``ruled`` strips get a line below."""

    top: float
    bottom: float
    keep: bool = False
    head: tuple[float, float] | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip's place: page and column (from 0), and the ``y`` at which its ``top`` stands on the page."""

    page: int
    column: int
    y: float
    top: float
    bottom: float
    ruled: bool


def strips_of(document: QTextDocument, limit: float) -> list[Strip]:
    """The strips of a document that is laid out. What is higher than ``limit`` is cut between lines of text."""
    layout = document.documentLayout()
    found: list[Strip] = []
    place = document.rootFrame().begin()
    while not place.atEnd():
        frame, block = place.currentFrame(), place.currentBlock()
        if isinstance(frame, QTextTable):
            _keep_caption(found, document)
            found += _rows(frame, layout, limit)
        elif block.isValid() and block.text().strip():
            if block.text() == IMAGE:
                _keep_caption(found, document)
            box = layout.blockBoundingRect(block)
            heading = block.blockFormat().headingLevel() > 0
            whole = Strip(box.top(), box.bottom(), keep=heading)
            found += _cut(whole, list(_lines(block, layout)), limit)
        place += 1
    return found


def _keep_caption(found: list[Strip], document: QTextDocument) -> None:
    """A short paragraph belongs to the table or picture below it."""
    if found and not found[-1].ruled and found[-1].bottom - found[-1].top < 4 * document.defaultFont().pixelSize():
        found[-1] = replace(found[-1], keep=True)


def _rows(table: QTextTable, layout: QAbstractTextDocumentLayout, limit: float) -> Iterator[Strip]:
    """The rows of a table. Their edges lie in the middle between the text above and the text below."""
    box = layout.frameBoundingRect(table)
    heads = table.format().headerRowCount()
    texts = [_row_lines(table, row, layout) for row in range(table.rows())]
    edges = [box.top()]
    for above, below in pairwise(texts):
        edges.append((max(end for _start, end in above) + min(start for start, _end in below)) / 2)
    edges.append(box.bottom())
    head = (edges[0], edges[heads]) if heads else None
    for row in range(table.rows()):
        title = table.columns() > 1 and table.cellAt(row, 0).columnSpan() == table.columns()
        is_head = row < heads
        before_last = 0 < row == table.rows() - 2
        keep = is_head or title or before_last
        whole = Strip(edges[row], edges[row + 1], keep, None if is_head else head, heads > 0)
        yield from _cut(whole, texts[row], limit - (head[1] - head[0] if head else 0))


def _row_lines(table: QTextTable, row: int, layout: QAbstractTextDocumentLayout) -> list[tuple[float, float]]:
    lines = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        place = cell.begin()
        while not place.atEnd():
            lines += list(_lines(place.currentBlock(), layout))
            place += 1
    return lines


def _lines(block: QTextBlock, layout: QAbstractTextDocumentLayout) -> Iterator[tuple[float, float]]:
    """Top and bottom of each line of a block."""
    text = block.layout()
    shift = layout.blockBoundingRect(block).top() - text.boundingRect().top()
    for number in range(text.lineCount()):
        line = text.lineAt(number).rect()
        yield line.top() + shift, line.bottom() + shift


def _cut(whole: Strip, lines: Sequence[tuple[float, float]], limit: float) -> Iterator[Strip]:
    top = whole.top
    while whole.bottom - top > limit:
        ends = [end for _start, end in lines if top < end <= top + limit]
        safe = [
            end
            for end in ends
            if not any(start < end - 0.5 < other - 0.5 for start, other in lines if other > end)
        ]
        at = max(safe or ends, default=top + limit)
        yield Strip(top, at, False, whole.head, False)
        top = at
    yield Strip(top, whole.bottom, whole.keep, whole.head, whole.ruled)


class Flow:
    """Fills columns of ``height`` with strips, page after page."""

    def __init__(self, strips: Sequence[Strip], height: float, columns: int, first_page: int) -> None:
        self.page, self.column, self.y = first_page, 0, 0.0
        self.placed: list[Placed] = []
        self._strips, self._height, self._columns = strips, height, columns
        self._fresh = True
        at = 0
        while at < len(strips):
            end = self._group_end(at)
            self._make_room(at, end)
            for each in range(at, end):
                self._put(each)
            at = end

    @classmethod
    def balanced(cls, strips: Sequence[Strip], height: float, columns: int, first_page: int) -> Flow:
        """A flow whose columns are about equally long where one page holds them all."""
        flow = cls(strips, height, columns, first_page)
        if columns == 1 or flow.page > first_page:
            return flow
        low, high = 0.0, height
        while high - low > height / 100:
            middle = (low + high) / 2
            tried = cls(strips, middle, columns, first_page)
            if tried.page > first_page or any(each.y + each.bottom - each.top > height for each in tried.placed):
                low = middle
            else:
                flow, high = tried, middle
        return flow

    def _group_end(self, at: int) -> int:
        end = at
        while end < len(self._strips) - 1 and self._strips[end].keep:
            end += 1
        return end + 1

    def _gap(self, at: int) -> float:
        """The room that the document leaves above a strip; none at the top of a column."""
        return 0.0 if self._fresh or not at else max(0.0, self._strips[at].top - self._strips[at - 1].bottom)

    def _make_room(self, at: int, end: int) -> None:
        needed = self._gap(at) + self._strips[end - 1].bottom - self._strips[at].top
        if self.y + needed > self._height and not self._fresh:
            self._next_column()

    def _next_column(self) -> None:
        self.column += 1
        if self.column == self._columns:
            self.page, self.column = self.page + 1, 0
        self.y, self._fresh = 0.0, True

    def _put(self, at: int) -> None:
        strip = self._strips[at]
        if self.y + self._gap(at) + strip.bottom - strip.top > self._height and not self._fresh:
            self._next_column()
        if self._fresh and strip.head is not None:
            self._place(*strip.head, ruled=True)
            self._fresh = False
        else:
            self.y += self._gap(at)
        self._place(strip.top, strip.bottom, ruled=strip.ruled)
        self._fresh = False

    def _place(self, top: float, bottom: float, *, ruled: bool) -> None:
        self.placed.append(Placed(self.page, self.column, self.y, top, bottom, ruled))
        self.y += bottom - top
