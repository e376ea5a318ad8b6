"""A block of the script laid out once: rows, their characters, and how to paint them. Never done in a frame."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from livedesk.domain.pace import SILENT, spoken_chars
from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.script import LineKind
from livedesk.ui.fonts import font
from livedesk.ui.prompter.breaks import Breaks, characters, units
from livedesk.ui.prompter.look import Frame, kind_token
from livedesk.ui.prompter.words import kind_tag
from livedesk.ui.theme import Theme

MARKS = frozenset({LineKind.ACTION, LineKind.INTERACTION, LineKind.PROMOTION})
"""Kinds of lines at which the host does something, or waits for the audience."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row on the screen: its place in the block (pixels) and its characters [``start``, ``end``), counted over
    the block's lines."""

    top: float
    height: float
    start: int
    end: int

    @property
    def middle(self) -> float:
        """The height that stands on the read line while this row is read."""
        return self.top + self.height / 2


@dataclass(slots=True)
class LaidLine:
    """A line's layout at its place: ``tag`` and ``box`` stand apart from the text."""

    line: PromptLine
    layout: QTextLayout
    top: float
    box: QRectF | None = None
    tag: tuple[str, QRectF] | None = None


@dataclass(slots=True)
class LaidBlock:
    """A block at a size. ``spoken`` counts the characters said aloud; ``stops`` are the heights of its lines,
    ``marks`` those of the ones at which something is done (:data:`MARKS`)."""

    block: PromptBlock
    frame: Frame
    family: str
    height: float = 0.0
    rows: list[Row] = field(default_factory=list)
    lines: list[LaidLine] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    marks: list[float] = field(default_factory=list)
    spoken: int = 0

    @property
    def text(self) -> str:
        """All characters of the block, as rows and places count them."""
        return "".join(line.text for line in self.block.lines)

    @property
    def first(self) -> float:
        """The height at which reading begins."""
        return self.rows[0].middle if self.rows else self.frame.pitch / 2

    @property
    def last(self) -> float:
        """The height at which reading ends."""
        return self.rows[-1].middle if self.rows else self.first

    def row_at(self, y: float) -> int:
        """The index of the row at a height of the block (the nearest above; the first where there is none)."""
        tops = [row.top for row in self.rows]
        return max(0, bisect_right(tops, y) - 1)

    def row_of(self, character: float) -> int:
        """The index of the row that holds a character."""
        starts = [row.start for row in self.rows]
        return max(0, bisect_right(starts, character) - 1)


def lay_out(block: PromptBlock, frame: Frame, family: str) -> LaidBlock:
    """Lay a block out in the column of ``frame``. The costly step: once for a block and a size."""
    laid = LaidBlock(block, frame, family)
    y = float(frame.tx(84))
    at = 0
    marks: list[float] = []
    for line in block.lines:
        if frame.look.shows(line.speaker):
            y += frame.tx(10)
            laid.stops.append(y)
            marks += [y] if line.kind in MARKS else []
            y = _action(laid, line, y, at) if line.kind is LineKind.ACTION else _speech(laid, line, y, at)
            if line.kind not in SILENT:
                laid.spoken += spoken_chars(line.text)
        # Places count every line, so that they hold when others' lines come and go.
        at += len(line.text)
    if not laid.lines:
        laid.rows.append(Row(y, frame.pitch, 0, 0))
        laid.stops.append(y)
        y += frame.pitch
    laid.stops, laid.marks = ([_middle(laid, top) for top in tops] for tops in (laid.stops, marks))
    laid.height = y + frame.tx(40)
    return laid


def _middle(laid: LaidBlock, top: float) -> float:
    """Where reading the line begins that begins at ``top``."""
    return next(row.middle for row in laid.rows if row.top >= top - 1)


def _speech(laid: LaidBlock, line: PromptLine, y: float, at: int) -> float:
    frame = laid.frame
    face = font(laid.family, frame.font, bold=frame.look.bold)
    tag = kind_tag(line.kind)
    tag = f"{line.speaker} · {tag}" if line.speaker and tag else line.speaker or tag
    made = LaidLine(line, _layout(line, face), y)
    indent = 0.0
    if tag:
        label = QFontMetricsF(font(laid.family, frame.tx(28), bold=True))
        width = label.horizontalAdvance(tag) + frame.tx(28)
        made.tag = (tag, QRectF(0, y + (frame.pitch - frame.tx(48)) / 2, width, frame.tx(48)))
        indent = width + frame.tx(20)
    if not frame.look.dims(line.speaker):
        made.layout.setFormats(_formats(line, frame.theme))
    metrics = QFontMetricsF(face)
    breaks = Breaks(line.text)
    made.layout.beginLayout()
    while (row := made.layout.createLine()).isValid():
        row.setLineWidth(frame.column - indent)
        row.setPosition(QPointF(indent, y - made.top + (frame.pitch - metrics.height()) / 2))
        start, end = _mend(row, breaks, line.text)
        laid.rows.append(Row(y, frame.pitch, at + start, at + end))
        y += frame.pitch
        indent = 0.0
    made.layout.endLayout()
    laid.lines.append(made)
    return y


def _action(laid: LaidBlock, line: PromptLine, y: float, at: int) -> float:
    frame = laid.frame
    face = font(laid.family, frame.tx(31), bold=True)
    pad = frame.tx(16)
    y += frame.tx(16)
    made = LaidLine(line, _layout(line, face), y)
    metrics = QFontMetricsF(face)
    widest = 0.0
    height = float(frame.tx(11))
    breaks = Breaks(line.text)
    made.layout.beginLayout()
    while (row := made.layout.createLine()).isValid():
        row.setLineWidth(frame.column - 2 * pad)
        row.setPosition(QPointF(pad, height))
        _mend(row, breaks, line.text)
        height += metrics.height()
        widest = max(widest, row.naturalTextWidth())
    made.layout.endLayout()
    height += frame.tx(11)
    made.box = QRectF(1, y, widest + 2 * pad, height)
    laid.rows.append(Row(y, height, at, at + len(line.text)))
    laid.lines.append(made)
    return y + height + frame.tx(16)


def _layout(line: PromptLine, face: QFont) -> QTextLayout:
    made = QTextLayout(line.text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.setCacheEnabled(True)
    return made


def _formats(line: PromptLine, look: Theme) -> list[QTextLayout.FormatRange]:
    ranges = [(start, end, "price") for start, end in line.prices]
    ranges += [(start, end, "warn") for start, end in line.claims]
    made = []
    for start, end, token in ranges:
        format_range = QTextLayout.FormatRange()
        # Qt counts UTF-16 units, the feed counts characters: an emoji before the stretch takes two.
        format_range.start = units(line.text[:start])
        format_range.length = units(line.text[start:end])
        text_format = QTextCharFormat()
        text_format.setForeground(look.color(token))
        format_range.format = text_format
        made.append(format_range)
    return made


def _mend(row: QTextLine, breaks: Breaks, text: str) -> tuple[int, int]:
    """Give a row the end that the rules ask for; returns its characters."""
    width = row.width()
    start = breaks.character(row.textStart())
    end = breaks.character(row.textStart() + row.textLength())
    wanted = breaks.end_of(start, end)
    if wanted != end:
        row.setLineWidth(_edge(row, breaks.unit(start + len(text[start:wanted].rstrip()))) - row.x() + 0.5)
        if breaks.character(row.textStart() + row.textLength()) == wanted:
            return start, wanted
        # Qt sees no place for a break there but one before: then rather its first choice.
        row.setLineWidth(width)
    return start, end


def sight(laid: LaidBlock, top: float, bottom: float) -> tuple[object, ...]:
    """What is seen of a block between two of its heights: two blocks of one frame with the same sight there are
    painted alike."""
    slack = laid.frame.tx(16)
    low, high = top - slack, bottom + slack
    seen: list[object] = (
        [(laid.block.title, bool(laid.lines))] if low < laid.frame.tx(84) + laid.frame.pitch else []
    )
    for made in laid.lines:
        line = made.line
        for rect in (made.box, made.tag[1] if made.tag is not None else None):
            if rect is not None and rect.bottom() > low and rect.top() < high:
                seen.append((line.kind, line.speaker, rect.getRect()))
        for index in range(made.layout.lineCount()):
            row = made.layout.lineAt(index)
            y = made.top + row.y()
            if y + row.height() > low and y < high:
                start = characters(line.text, row.textStart())
                end = characters(line.text, row.textStart() + row.textLength())
                spans = [_within(spans, start, end) for spans in (line.prices, line.claims)]
                seen.append((line.kind, line.speaker, row.x(), y, line.text[start:end], *spans))
    return tuple(seen)


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """What of some stretches lies in [``start``, ``end``), counted from there."""
    return tuple(
        (max(one, start) - start, min(two, end) - start) for one, two in spans if one < end and two > start
    )


def paint_block(painter: QPainter, laid: LaidBlock, top: float, bottom: float) -> None:
    """Paint what of a block lies between two of its heights; the painter's origin is the block's corner."""
    look = laid.frame.theme
    _paint_title(painter, laid)
    for made in laid.lines:
        made_bottom = made.top + made.layout.boundingRect().bottom() + laid.frame.pitch
        if made_bottom < top or made.top - laid.frame.pitch > bottom:
            continue
        dim = laid.frame.look.dims(made.line.speaker)
        color = look.color("faint" if dim else kind_token(made.line.kind))
        reading = look.color("text") if made.line.kind is LineKind.PRICE and not dim else color
        if made.box is not None:
            painter.setPen(QPen(color, laid.frame.tx(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(made.box, laid.frame.tx(8), laid.frame.tx(8))
        if made.tag is not None:
            _paint_tag(painter, laid, *made.tag, look.color("go") if made.line.speaker and not dim else color)
        for start, end in made.line.claims:
            for rect in _stretch(made, start, end):
                _paint_claim(painter, laid.frame, rect)
        painter.setPen(reading)
        made.layout.draw(painter, QPointF(0, made.top))


def _paint_title(painter: QPainter, laid: LaidBlock) -> None:
    look, frame = laid.frame.theme, laid.frame
    empty = not laid.lines
    face = font(laid.family, frame.font if empty else frame.tx(26), bold=True)
    painter.setFont(face)
    painter.setPen(look.color("dim" if empty else "faint"))
    place = (
        QRectF(0, frame.tx(84), frame.column, frame.pitch) if empty else QRectF(0, 0, frame.column, frame.tx(84))
    )
    room = QFontMetricsF(face).elidedText(laid.block.title, Qt.TextElideMode.ElideRight, frame.column)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, room)
    if not empty:
        x = QFontMetricsF(face).horizontalAdvance(room) + frame.tx(20)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(QPointF(x, frame.tx(42)), QPointF(frame.column, frame.tx(42)))


def _paint_tag(painter: QPainter, laid: LaidBlock, tag: str, rect: QRectF, color: QColor) -> None:
    fill = QColor(color)
    fill.setAlphaF(0.18)
    painter.setPen(QPen(color, laid.frame.tx(2)))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, laid.frame.tx(8), laid.frame.tx(8))
    painter.setFont(font(laid.family, laid.frame.tx(28), bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tag)


def _stretch(made: LaidLine, start: int, end: int) -> list[QRectF]:
    """The rectangles that a stretch of characters takes, one for each row."""
    first, last = units(made.line.text[:start]), units(made.line.text[:end])
    found = []
    for index in range(made.layout.lineCount()):
        row = made.layout.lineAt(index)
        low, high = max(first, row.textStart()), min(last, row.textStart() + row.textLength())
        if low < high:
            left, right = _edge(row, low), _edge(row, high)
            found.append(QRectF(left, made.top + row.y(), right - left, row.height()))
    return found


def _edge(row: QTextLine, unit: int) -> float:
    """The left edge of a character; the binding gives it together with the unit that it settled on."""
    found = row.cursorToX(unit)
    edge = found[0] if isinstance(found, tuple) else found
    assert isinstance(edge, float)  # the stubs know no better than object
    return edge


def _paint_claim(painter: QPainter, frame: Frame, rect: QRectF) -> None:
    look = frame.theme
    painter.fillRect(rect, look.color("warn", 0.16))
    step, depth = float(frame.tx(10)), float(frame.tx(4))
    base = rect.bottom() - depth
    path = QPainterPath(QPointF(rect.left(), base))
    x, up = rect.left(), True
    while x + step <= rect.right() + 0.5:
        path.quadTo(QPointF(x + step / 2, base + (-2 * depth if up else 2 * depth)), QPointF(x + step, base))
        x, up = x + step, not up
    painter.setPen(QPen(look.color("warn"), frame.tx(3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
