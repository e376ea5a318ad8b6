"""How a row of the rundown is painted: what is on air glows and is tall, what comes next is outlined."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from livedesk.domain.rundown import EndMode, Segment
from livedesk.domain.timetable import RowState, Timetable
from livedesk.ui import format as fmt
from livedesk.ui.cut_words import must_cut, must_cut_lines
from livedesk.ui.models.rundown import RundownModel, SegmentCell
from livedesk.ui.theme import HINT, LABEL, TEXT, TEXT_BIG, TITLE, Theme
from livedesk.ui.widgets import paint

ROW_HEIGHT, HEADER_HEIGHT, AIR_HEIGHT = 44, 28, 94
_TIME, _LENGTH, _CHIP, _TITLE_AT, _EDGE, _MARK = 92, 50, 96, 52, 14, 14
_APART = 12
_WIDTH = 420
_SCENE_FROM = 480
"""In a narrower column the room is the title's: there the scene is on the pictures alone."""
_SELECTED = QStyle.StateFlag.State_Selected


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rows need to know beside the model: the show's ``zone`` and ``host``, whether the time on air is
    ``held`` or ``paused`` under a standby plan, the segment ``armed`` for a jump (empty: none), the scene in OBS's
    ``preview`` where that is another one than the next segment's."""

    zone: str = "UTC"
    host: str = ""
    held: bool = False
    paused: bool = False
    armed: str = ""
    preview: str = ""


class RundownDelegate(QStyledItemDelegate):
    """Paints headers and segments of a :class:`RundownModel`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.situation = Situation()
        self._theme = theme
        mixed = {
            "air": ("air", 0.16),
            "paused": ("warn", 0.08),
            "aired": ("bg", 0.35),
            "armed": ("info", 0.18),
            "hover": ("hover", 0.5),
            "lacking": ("warn", 0.18),
        }
        self._grounds = {name: QColor(theme.mix(top, "panel", share)) for name, (top, share) in mixed.items()}
        self._chips = {
            RowState.ON_AIR: (QColor(theme.mix("air", "panel", 0.45)), QColor(theme.mix("text", "price", 0.6))),
            RowState.AIRED: (QColor(theme.mix("raised", "panel", 0.5)), theme.color("faint")),
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Heights are set by the view's row headers; this is the common one."""
        return QSize(_WIDTH, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        model = index.model()
        if not isinstance(model, RundownModel):
            return
        rect: QRect = option.rect
        cell = model.cell(index.row())
        painter.save()
        if cell is None:
            title = model.group_title(index.row())
            paint.text(painter, rect.adjusted(_EDGE, 0, -_EDGE, 0), title, self._ink("dim"), LABEL)
        else:
            self._segment(painter, rect, cell, model.timetable, bool(option.state & _SELECTED))
        painter.restore()

    # --- a segment -----------------------------------------------------------------------------------------

    def _segment(
        self, painter: QPainter, rect: QRect, cell: SegmentCell, table: Timetable | None, chosen: bool
    ) -> None:
        theme, state = self._theme, cell.state
        segment = cell.segment
        on_air, aired = state is RowState.ON_AIR, state in (RowState.AIRED, RowState.SKIPPED)
        armed = segment.id == self.situation.armed
        if on_air or aired or armed or chosen:
            paused = on_air and self.situation.paused
            ground = (
                "armed" if armed else "paused" if paused else "air" if on_air else "aired" if aired else "hover"
            )
            painter.fillRect(rect, self._grounds[ground])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._ink("line", 0.5))
        tone = theme.kind(segment.kind)
        if on_air:
            tone = "warn" if self.situation.paused else "air"
        painter.fillRect(rect.left(), rect.top(), 4, rect.height(), self._ink(tone, 0.5 if aired else 1))
        line = QRect(rect.left(), rect.top(), rect.width(), ROW_HEIGHT + 2 if on_air else rect.height())
        self._line(painter, line, cell, table)
        if on_air and table is not None:
            self._progress(painter, rect, segment, table)
        if state is RowState.NEXT and not armed:
            paint.box(painter, rect.adjusted(0, 0, -1, -1), None, line=self._ink("next"), radius=2)
        if armed or chosen:
            token = "info" if armed else "faint"
            paint.box(painter, rect.adjusted(0, 0, -1, -1), None, line=self._ink(token), radius=2)

    def _line(self, painter: QPainter, line: QRect, cell: SegmentCell, table: Timetable | None) -> None:
        segment, state = cell.segment, cell.state
        on_air = state is RowState.ON_AIR
        quiet = state in (RowState.AIRED, RowState.SKIPPED, RowState.NOT_AIRED)
        ink = self._ink("faint" if quiet else "text")
        strong = on_air or state is RowState.NEXT
        number = QRect(line.left() + _EDGE, line.top(), _TITLE_AT - _EDGE, line.height())
        number_ink = ink if strong else self._ink("faint" if quiet else "dim")
        paint.text(painter, number, cell.label, number_ink, TEXT, bold=on_air)
        right = line.right() - _EDGE
        if segment.id == self.situation.armed:
            words = QCoreApplication.translate("LiveRundown", "Enter: jump here · Esc: not")
            wide = paint.width(words, TEXT) + 8
            paint.text(painter, _slot(line, right, wide), words, self._ink("info"), TEXT, align=paint.RIGHT)
            right -= wide + 8
        else:
            time = _slot(line, right, _TIME)
            self._time(painter, time, cell, table)
            right -= _TIME
            length = _slot(line, right, _LENGTH)
            words = fmt.duration(cell.duration)
            paint.text(painter, length, words, ink, TEXT, align=paint.RIGHT)
            self._end_mode(painter, length, segment, paint.width(words, TEXT))
            right -= _LENGTH + 14
            if segment.scene and line.width() >= _SCENE_FROM:
                self._chip(painter, QRect(right - _CHIP, line.center().y() - 11, _CHIP, 22), cell)
                right -= _CHIP + 12
            elif cell.lacking:
                paint.text(painter, _slot(line, right, _MARK), "▲", self._ink("warn"), TEXT, align=paint.RIGHT)
                right -= _MARK + 8
        title = QRect(line.left() + _TITLE_AT, line.top(), right - line.left() - _TITLE_AT, line.height())
        size = TITLE if on_air else TEXT_BIG
        if state is RowState.NEXT and self.situation.preview:
            words = QCoreApplication.translate("LiveRundown", "OBS's preview: {0}").format(self.situation.preview)
            lower = QRect(title.left(), title.center().y() + 3, title.width(), title.height() // 2 - 5)
            paint.text(painter, lower, words, self._ink("next"), HINT)
            title = QRect(title.left(), title.top() + 4, title.width(), title.height() // 2)
        paint.text(painter, title, segment.title, ink, size, bold=strong, struck=state is RowState.SKIPPED)

    def _chip(self, painter: QPainter, chip: QRect, cell: SegmentCell) -> None:
        """The scene; one that OBS does not have is marked."""
        if cell.lacking:
            paint.chip(painter, chip, f"▲ {cell.segment.scene}", self._grounds["lacking"], self._ink("warn"))
            return
        on_air = cell.state is RowState.ON_AIR
        key = RowState.UPCOMING if on_air and self.situation.paused else cell.state
        quiet = cell.state in (RowState.AIRED, RowState.SKIPPED, RowState.NOT_AIRED)
        ground = self._chips.get(key, (self._ink("raised"), self._ink("faint" if quiet else "dim")))
        paint.chip(painter, chip, cell.segment.scene, *ground)

    def _end_mode(self, painter: QPainter, length: QRect, segment: Segment, wide: int) -> None:
        """A mark before the duration: » goes on by itself, »| ends at a fixed time."""
        mark = {EndMode.AUTO_FOLLOW: "»", EndMode.COUNT_TO: "»|"}.get(segment.end_mode, "")
        spot = QRect(length.right() - wide - 18, length.top(), 16, length.height())
        paint.text(painter, spot, mark, self._ink("info"), LABEL, align=paint.RIGHT)

    def _time(self, painter: QPainter, slot: QRect, cell: SegmentCell, table: Timetable | None) -> None:
        zone, state = self.situation.zone, cell.state
        if state is RowState.ON_AIR and table is not None:
            self._remaining(painter, slot, table, cell.segment)
            return
        if state is RowState.AIRED:
            words, token = f"✓ {fmt.duration(cell.aired)}", "faint"
        elif state is RowState.SKIPPED:
            words, token = QCoreApplication.translate("LiveRundown", "skipped"), "faint"
        elif state is RowState.NOT_AIRED:
            over = table is not None and table.current is None
            words, token = QCoreApplication.translate("LiveRundown", "not aired"), "dim" if over else "warn"
        else:
            begin = cell.expected if cell.expected is not None else cell.planned
            words, token = fmt.clock(begin, zone), "next" if state is RowState.NEXT else "dim"
        if cell.hard is not None and state in (RowState.NEXT, RowState.UPCOMING):
            late = cell.late >= 1_000
            token = "warn" if late else "next"
            if late:
                delay = QCoreApplication.translate("LiveRundown", "late {0}").format(fmt.duration(cell.late))
                lower = QRect(slot.left(), slot.center().y(), slot.width(), slot.height() // 2 - 2)
                paint.text(painter, lower, delay, self._ink("warn"), 11, align=paint.RIGHT)
                slot = QRect(slot.left(), slot.top() + 2, slot.width(), slot.height() // 2)
            wide = paint.width(words, TEXT)
            paint.pin(painter, slot.right() - wide - 15, slot.center().y(), self._ink(token))
        paint.text(painter, slot, words, self._ink(token), TEXT, align=paint.RIGHT)

    def _remaining(self, painter: QPainter, slot: QRect, table: Timetable, segment: Segment) -> None:
        if self.situation.paused:
            words = QCoreApplication.translate("LiveRundown", "paused")
            paint.text(painter, slot, words, self._ink("warn"), TITLE, bold=True, align=paint.RIGHT)
            return
        token = "warn" if self.situation.held else reminder_tone(segment, table.remaining)
        words = fmt.countdown(table.remaining)
        paint.text(painter, slot, words, self._ink(token), 20, bold=True, align=paint.RIGHT)

    # --- the tall part of the row on air -------------------------------------------------------------------

    def _progress(self, painter: QPainter, rect: QRect, segment: Segment, table: Timetable) -> None:
        theme, left = self._theme, rect.left() + _TITLE_AT
        wide = rect.right() - _EDGE - left
        total, elapsed = table.total or 0, table.elapsed or 0
        if self.situation.paused:
            elapsed = 0
        ground = QColor(theme.mix("bg", "panel", 0.6))
        token = "warn" if self.situation.held or self.situation.paused or (table.remaining or 0) < 0 else "air"
        paint.bar(
            painter,
            QRect(left, rect.top() + 52, wide, 6),
            elapsed / total if total else 1,
            self._ink(token),
            ground,
        )
        line = QRect(left, rect.top() + 62, wide, 26)
        facts = [part for part in self._facts(segment, table) if part]
        urgent, urgent_token = must_cut(table, self.situation.zone)
        clock = f"{facts[0]} · …" if len(facts) > 1 else facts[0]
        if paint.width(clock, LABEL) + paint.width(urgent, LABEL) + _APART > wide:
            # The time itself stands in the top bar.
            urgent = must_cut_lines(table, self.situation.zone)[1]
        used = paint.width(urgent, LABEL) + _APART if urgent else 0
        paint.text(painter, line, urgent, self._ink(urgent_token), LABEL, align=paint.RIGHT)
        words = " · ".join(facts)
        paint.text(painter, line.adjusted(0, 0, -used, 0), words, QColor(theme.mix("text", "panel", 0.75)), LABEL)

    def _facts(self, segment: Segment, table: Timetable) -> list[str]:
        over = -(table.remaining or 0)
        clock = f"{fmt.duration(table.elapsed)} / {fmt.duration(table.total)}"
        if self.situation.paused:
            clock = QCoreApplication.translate("LiveRundown", "waits under the standby plan")
        elif self.situation.held:
            clock = QCoreApplication.translate("LiveRundown", "held") + "  " + clock
        elif over >= 1_000:
            clock = QCoreApplication.translate("LiveRundown", "over by {0}").format(fmt.duration(over))
        who = segment.person or self.situation.host
        host = QCoreApplication.translate("LiveRundown", "host {0}").format(who) if who else ""
        return [clock, host, segment.interaction]

    def _ink(self, token: str, alpha: float = 1.0) -> QColor:
        return self._theme.color(token, alpha)


def reminder_tone(segment: Segment, remaining: int | None) -> str:
    """The colour of what is left of a segment: yellow and orange from where its writer wants it, orange in
    overtime."""
    if remaining is None:
        return "text"
    if remaining < 0 or (segment.alarm_ms is not None and remaining <= segment.alarm_ms):
        return "warn"
    return "next" if segment.warn_ms is not None and remaining <= segment.warn_ms else "text"


def _slot(line: QRect, right: int, wide: int) -> QRect:
    """A right-hand column of a line."""
    return QRect(right - wide, line.top(), wide, line.height())
