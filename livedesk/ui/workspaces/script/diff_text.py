"""The difference of two shows written into a text document: one column where there is little room, else two.

Nothing is told by colour alone: what went is struck out, what came is underlined, every row says what became of it.
Text is put in as it is, never as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QBrush,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from livedesk.domain import word_diff
from livedesk.domain.diff import FieldChange, ItemDiff, Kind, ShowDiff
from livedesk.domain.rundown import Show
from livedesk.domain.script import Script, ScriptLine, script_text
from livedesk.domain.word_diff import LineDiff, Mark, Run
from livedesk.ui import format as fmt
from livedesk.ui.fonts import font
from livedesk.ui.theme import LABEL, TEXT, TEXT_BIG, Theme
from livedesk.ui.workspaces.script.diff_words import field_title, item_title, kind_title, value

_Runs = Sequence[tuple[str, QTextCharFormat]]
MOST = 300
_NEAR = 1
_LONG = 24
# Lines of a whole script that came or went, where there is little room.
_FIRST = 4


class DiffWriter:
    """Writes differences into a document; ``wide``: before and after side by side."""

    def __init__(self, document: QTextDocument, theme: Theme, family: str, *, wide: bool) -> None:
        self._document = document
        self._theme = theme
        self._family = family
        self._wide = wide
        self._cursor = QTextCursor(document)
        self._pairs: list[tuple[_Runs, _Runs]] = []

    def write(self, before: Show, after: Show, found: ShowDiff, heads: tuple[str, str]) -> None:
        """Everything in which two shows differ, at most :data:`MOST` rows. ``heads`` name the two."""
        if self._wide and not found.empty:
            self._row(heads[0], heads[1], tone="dim")
        if found.facts:
            self._heading(QCoreApplication.translate("ScriptDiff", "The show"))
            self._fields(None, before, after, found.facts)
        for kind, rows in groupby(found.items[:MOST], key=_kind):
            self._heading(kind_title(kind))
            for one in rows:
                self._item(before, after, one)
        if len(found.items) > MOST:
            more = QCoreApplication.translate("ScriptDiff", "and {0} rows more")
            self._line([(more.format(fmt.count(len(found.items) - MOST)), self._plain("dim"))], above=10)
        self._finish()

    def script(self, before: Script, after: Script) -> None:
        """Two scripts, line by line, with every line that stays."""
        self._script(before, after, whole=True)
        self._finish()

    def _script(self, before: Script, after: Script, *, whole: bool = False) -> None:
        for line in _shortened(word_diff.lines(before, after), whole=whole):
            if isinstance(line, int):
                text = QCoreApplication.translate("ScriptDiff", "{0} lines as they were")
                self._line([(text.format(line), self._plain("faint"))], left=14)
            elif self._wide:
                self._pair(self._half(line, Mark.OUT), self._half(line, Mark.IN))
            else:
                for runs in self._whole(line):
                    self._line(runs, left=14)

    def text(self, runs: Iterable[Run], tone: str = "text") -> None:
        """One text in one line, with what went and what came."""
        self._line([(run.text, self._marked(run.mark, tone)) for run in runs])

    # --- rows ------------------------------------------------------------------------------------------------

    def _item(self, before: Show, after: Show, one: ItemDiff) -> None:
        self._line([(f" {_fate(one)} ", self._chip(one)), (f"  {item_title(one)}", self._bold())], above=8)
        if one.moved and one.was != one.now:
            place = QCoreApplication.translate("ScriptDiff", "Place")
            self._field(place, one.was, one.now)
        if one.added or one.removed:
            script = getattr(one.item, "script", None)
            if isinstance(script, Script) and script.lines:
                none, cut = Script(), script if self._wide else Script(script.lines[:_FIRST])
                self._script(none if one.added else cut, cut if one.added else none)
                left = len(script.lines) - len(cut.lines)
                if left:
                    more = QCoreApplication.translate("ScriptDiff", "{0} lines more")
                    self._line([(more.format(left), self._plain("faint"))], left=14)
            return
        self._fields(one.kind, before, after, one.fields)

    def _fields(self, kind: Kind | None, before: Show, after: Show, changed: Iterable[FieldChange]) -> None:
        for one in changed:
            title = field_title(kind, one.field)
            if isinstance(one.before, Script) and isinstance(one.after, Script):
                self._line([(title, self._plain("dim"))], left=14)
                self._script(one.before, one.after)
            else:
                self._field(title, value(before, one.field, one.before), value(after, one.field, one.after))

    def _field(self, title: str, old: str, new: str) -> None:
        head = (f"{title}  ", self._plain("dim"))
        runs = word_diff.words(old, new)
        if self._wide:
            self._pair(
                [head, *self._kept(runs, Mark.OUT)],
                [head, *self._kept(runs, Mark.IN)],
            )
        elif len(old) + len(new) < _LONG or all(run.mark is not Mark.SAME for run in runs):
            out, came = self._marked(Mark.OUT), self._marked(Mark.IN)
            self._line([head, (old, out), ("  →  ", self._plain("dim")), (new, came)], left=14)
        else:
            self._line([head, *((run.text, self._marked(run.mark)) for run in runs)], left=14)

    def _whole(self, line: LineDiff) -> list[list[tuple[str, QTextCharFormat]]]:
        """A line of a script in one column; one whose mark or speaker changed stands there twice."""
        if line.mark is Mark.CHANGED and line.before is not None and line.after is not None:
            if _head(line.before) == _head(line.after):
                said = [(run.text, self._marked(run.mark)) for run in line.runs]
                return [[("± ", self._plain("dim")), (_head(line.after), self._plain("dim")), *said]]
            return [self._alone(line.before, Mark.OUT), self._alone(line.after, Mark.IN)]
        side = line.after if line.after is not None else line.before
        return [self._alone(side, line.mark)] if side is not None else []

    def _alone(self, line: ScriptLine, mark: Mark) -> list[tuple[str, QTextCharFormat]]:
        sign = {Mark.OUT: "− ", Mark.IN: "+ "}.get(mark, "   ")
        tone = "dim" if mark is Mark.SAME else "text"
        return [(sign, self._plain("dim")), (_head(line) + line.text, self._marked(mark, tone))]

    def _half(self, line: LineDiff, side: Mark) -> list[tuple[str, QTextCharFormat]]:
        """One column of a line: what it was (OUT) or is (IN)."""
        shown = line.before if side is Mark.OUT else line.after
        if shown is None:
            return []
        if line.mark is not Mark.CHANGED:
            return [(_head(shown) + shown.text, self._marked(line.mark, "dim"))]
        same = line.before is not None and line.after is not None and _head(line.before) == _head(line.after)
        head = (_head(shown), self._plain("dim") if same else self._marked(side))
        return [head, *self._kept(line.runs, side)]

    def _kept(self, runs: Iterable[Run], side: Mark) -> list[tuple[str, QTextCharFormat]]:
        return [(run.text, self._marked(run.mark)) for run in runs if run.mark in (Mark.SAME, side)]

    # --- paper -----------------------------------------------------------------------------------------------

    def _heading(self, text: str) -> None:
        made = QTextCharFormat()
        made.setFont(font(self._family, TEXT_BIG, bold=True))
        made.setForeground(QBrush(self._theme.color("text")))
        self._line([(text, made)], above=12)

    def _line(self, runs: _Runs, *, left: int = 0, above: int = 3) -> None:
        block = QTextBlockFormat()
        block.setLeftMargin(left)
        block.setTopMargin(above)
        block.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self._start(block)
        for text, look in runs:
            self._cursor.insertText(text.replace("\n", "\u2028"), look)

    def _start(self, block: QTextBlockFormat) -> None:
        """A new paragraph; an empty one (the first, one behind a table) is used."""
        self._finish()
        if self._cursor.block().text():
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)

    def _row(self, left: str, right: str, *, tone: str) -> None:
        self._pair([(left, self._plain(tone))], [(right, self._plain(tone))])

    def _pair(self, left: _Runs, right: _Runs) -> None:
        self._pairs.append((left, right))

    def _finish(self) -> None:
        """Write the pairs that wait as one table."""
        if not self._pairs:
            return
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellPadding(2)
        shape.setCellSpacing(0)
        shape.setLeftMargin(10)
        shape.setBottomMargin(8)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 98))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        shape.setColumnWidthConstraints([half, half])
        table = self._cursor.insertTable(len(self._pairs), 2, shape)
        for row, pair in enumerate(self._pairs):
            for column, runs in enumerate(pair):
                cell = table.cellAt(row, column).firstCursorPosition()
                for text, look in runs:
                    cell.insertText(text.replace("\n", "\u2028"), look)
        self._pairs.clear()
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _plain(self, tone: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(self._family, LABEL if tone in ("dim", "faint") else TEXT))
        made.setForeground(QBrush(self._theme.color(tone)))
        return made

    def _bold(self) -> QTextCharFormat:
        made = self._plain("text")
        made.setFont(font(self._family, TEXT, bold=True))
        return made

    def _marked(self, mark: Mark, tone: str = "text") -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(self._family, TEXT))
        made.setForeground(QBrush(self._theme.color(tone)))
        if mark is Mark.OUT:
            made.setFontStrikeOut(True)
            made.setBackground(QBrush(self._theme.color("warn", 0.2)))
        elif mark is Mark.IN:
            made.setFontUnderline(True)
            made.setBackground(QBrush(self._theme.color("go", 0.22)))
        return made

    def _chip(self, one: ItemDiff) -> QTextCharFormat:
        tone = "go" if one.added else "warn" if one.removed else "next" if one.moved else "info"
        made = QTextCharFormat()
        made.setFont(font(self._family, LABEL))
        made.setForeground(QBrush(self._theme.mix(tone, "text", 0.75)))
        made.setBackground(QBrush(self._theme.mix(tone, "panel", 0.2)))
        return made


def _kind(one: ItemDiff) -> Kind:
    return one.kind


def _fate(one: ItemDiff) -> str:
    """What became of a row, in words."""
    if one.added:
        return QCoreApplication.translate("ScriptDiff", "added")
    if one.removed:
        return QCoreApplication.translate("ScriptDiff", "removed")
    if one.moved and any(each.field != "group_id" for each in one.fields):
        return QCoreApplication.translate("ScriptDiff", "moved, changed")
    if one.moved:
        return QCoreApplication.translate("ScriptDiff", "moved")
    return QCoreApplication.translate("ScriptDiff", "changed")


def _head(line: ScriptLine) -> str:
    """What stands in front of a line: its mark and who says it."""
    return script_text(Script((ScriptLine(line.kind, "", line.speaker),)))


def _shortened(lines: Sequence[LineDiff], *, whole: bool) -> list[LineDiff | int]:
    """The lines that changed with one beside them; of the others how many there are."""
    if whole:
        return list(lines)
    changed = [at for at, line in enumerate(lines) if line.mark is not Mark.SAME]
    near = {at + step for at in changed for step in range(-_NEAR, _NEAR + 1)}
    found: list[LineDiff | int] = []
    for at, line in enumerate(lines):
        if at in near:
            found.append(line)
        elif found and isinstance(found[-1], int):
            found[-1] += 1
        else:
            found.append(1)
    return found
