"""How a row of the script page's rundown is painted: number, title, what is fixed or wrong about it, its length."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from livedesk.domain.allocation import SegmentTime
from livedesk.domain.rundown import EndMode, SegmentKind, Standby
from livedesk.ui import format as fmt
from livedesk.ui.models.rundown import SegmentCell
from livedesk.ui.models.script_rows import ScriptRows
from livedesk.ui.plain import tip
from livedesk.ui.theme import HINT, LABEL, TEXT, Theme
from livedesk.ui.widgets import paint

ROW_HEIGHT, HEADER_HEIGHT = 38, 28
_EDGE, _TITLE_AT, _LENGTH = 14, 54, 54
_ABOVE, _BELOW = 20, 16
"""The two lines of a length that has the time of the words under it."""
_SELECTED = QStyle.StateFlag.State_Selected
_POINTED = QStyle.StateFlag.State_HasFocus


class ScriptRowDelegate(QStyledItemDelegate):
    """Paints the rows of a :class:`ScriptRows`. ``zone`` is the show's; ``marks`` tells how many things are wrong
    with an item and whether any is grave; ``times`` how long the words of a segment take, where it has any; ``live`` is
    the segment on air (empty: none)."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone = "UTC"
        self.live = ""
        self.marks: Mapping[str, tuple[int, bool]] = {}
        self.times: Mapping[str, SegmentTime] = {}
        self.current = ""
        self._ids: frozenset[str] = frozenset()
        self._theme = theme
        self._chosen = QColor(theme.mix("hover", "panel", 0.55))
        self._shown = QColor(theme.mix("info", "panel", 0.16))
        self._line = theme.color("line", 0.5)

    def show_chosen(self, ids: Collection[str], current: str) -> None:
        """Mark these segments or standby plans as chosen, and what is in front: what the document says, not what Qt has
        selected."""
        self._ids, self.current = frozenset(ids), current

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Heights are set by the view's row headers; this is the common one."""
        return QSize(240, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        model = index.model()
        if not isinstance(model, ScriptRows):
            return
        rect: QRect = option.rect
        row = index.row()
        painter.save()
        item = model.item_id(row)
        # A header is chosen by itself; the segments that it stands for show that they are.
        chosen = item == self.current or item in self._ids if item else bool(option.state & _SELECTED)
        if chosen:
            painter.fillRect(rect, self._shown if item == self.current else self._chosen)
        cell, plan = model.cell(row), model.standby(row)
        if cell is not None:
            self._segment(painter, rect, cell)
        elif plan is not None:
            self._standby(painter, rect, plan)
        else:
            title = model.group_title(row)
            tone = "faint" if model.heads_standbys(row) else "dim"
            paint.text(painter, rect.adjusted(_EDGE, 0, -_EDGE, 0), title, self._ink(tone), LABEL, bold=True)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        if chosen:
            # Bright where the keys act here, else only told.
            view = option.widget
            ink = self._ink("info") if isinstance(view, QWidget) and view.hasFocus() else self._ink("dim", 0.6)
            paint.outline(painter, rect.adjusted(0, 0, 0, -1), ink)
        elif option.state & _POINTED:
            # Ctrl and an arrow point at a row without choosing it.
            paint.outline(painter, rect.adjusted(0, 0, 0, -1), self._ink("dim", 0.7))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Over a segment with words, say also what the time under its length is."""
        model = index.model()
        cell = model.cell(index.row()) if isinstance(model, ScriptRows) else None
        time = self._time(cell.segment.id) if cell is not None else None
        if cell is None or time is None:
            return super().helpEvent(event, view, option, index)
        words = (_takes(time), cell.segment.goal, cell.segment.note)
        QToolTip.showText(event.globalPos(), tip("\n".join(part for part in words if part)), view)
        return True

    def _time(self, item_id: str) -> SegmentTime | None:
        time = self.times.get(item_id)
        return time if time is not None and time.chars else None

    def _segment(self, painter: QPainter, rect: QRect, cell: SegmentCell) -> None:
        segment = cell.segment
        quiet = segment.skipped
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        tone = "air" if segment.id == self.live else self._theme.kind(segment.kind)
        painter.fillRect(rect.left(), rect.top(), 4, rect.height(), self._ink(tone, 0.4 if quiet else 1))
        number = QRect(rect.left() + _EDGE, rect.top(), _TITLE_AT - _EDGE, rect.height())
        paint.text(painter, number, cell.label, self._ink("faint" if quiet else "dim"), TEXT)
        right = rect.right() - _EDGE
        length = QRect(right - _LENGTH, rect.top(), _LENGTH, rect.height())
        time = self._time(segment.id)
        if time is not None:
            length = QRect(length.left(), rect.top() + 1, _LENGTH, _ABOVE)
            self._words(painter, QRect(length.left(), length.bottom(), _LENGTH, _BELOW), time)
        milestone = segment.kind is SegmentKind.MILESTONE and not cell.duration
        words = "◆" if milestone else fmt.duration(cell.duration)
        paint.text(painter, length, words, self._ink("faint" if quiet else "text"), TEXT, align=paint.RIGHT)
        right -= _LENGTH + 6
        right = self._facts(painter, rect, right, cell)
        right = self._mark(painter, rect, right, segment.id)
        title = QRect(rect.left() + _TITLE_AT, rect.top(), right - rect.left() - _TITLE_AT, rect.height())
        paint.text(painter, title, segment.title, self._ink("faint" if quiet else "text"), TEXT, struck=quiet)

    def _words(self, painter: QPainter, rect: QRect, time: SegmentTime) -> None:
        """How long the words take, quietly; with a triangle where they do not fit."""
        takes, ink = fmt.duration(time.speaking_ms), self._ink("dim" if time.fits else "warn")
        paint.text(painter, rect, takes if not time.fits else f"≈{takes}", ink, HINT, align=paint.RIGHT)
        if not time.fits:
            left = rect.right() - paint.width(takes, HINT) - 11
            paint.triangle(painter, left, rect.center().y(), ink)

    def _facts(self, painter: QPainter, rect: QRect, right: int, cell: SegmentCell) -> int:
        """The pinned start, and how it ends where that is not by hand; returns where the title must end."""
        if cell.hard is not None:
            late = cell.slack is not None and cell.slack < 0
            words = fmt.short_clock(cell.hard, self.zone)
            wide = paint.width(words, LABEL)
            ink = self._ink("warn" if late else "next")
            slot = QRect(right - wide, rect.top(), wide, rect.height())
            paint.text(painter, slot, words, ink, LABEL, align=paint.RIGHT)
            paint.pin(painter, right - wide - 13, rect.center().y(), ink)
            right -= wide + 20
        mark = {EndMode.AUTO_FOLLOW: "»", EndMode.COUNT_TO: "»|"}.get(cell.segment.end_mode, "")
        if mark:
            paint.text(
                painter, QRect(right - 16, rect.top(), 16, rect.height()), mark, self._ink("info"), LABEL,
                align=paint.RIGHT,
            )  # fmt: skip
            right -= 22
        return right

    def _mark(self, painter: QPainter, rect: QRect, right: int, item_id: str) -> int:
        """A triangle with the number of things that are wrong; returns where the title must end."""
        many, grave = self.marks.get(item_id, (0, False))
        if not many:
            return right
        ink = self._ink("warn" if grave else "next")
        words = str(many) if many > 1 else ""
        wide = paint.width(words, LABEL) if words else 0
        paint.text(
            painter, QRect(right - wide, rect.top(), wide, rect.height()), words, ink, LABEL, align=paint.RIGHT
        )
        paint.triangle(painter, right - wide - 11, rect.center().y(), ink)
        return right - wide - 18

    def _standby(self, painter: QPainter, rect: QRect, plan: Standby) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        painter.fillRect(rect.left(), rect.top(), 4, rect.height(), self._ink("warn" if plan.panic else "faint"))
        key = "F9" if plan.panic else "⚑"
        number = QRect(rect.left() + _EDGE, rect.top(), _TITLE_AT - _EDGE, rect.height())
        paint.text(painter, number, key, self._ink("dim"), TEXT)
        right = rect.right() - _EDGE
        words = fmt.duration(plan.duration_ms) if plan.duration_ms is not None else self._open()
        wide = max(_LENGTH, paint.width(words, TEXT))
        length = QRect(right - wide, rect.top(), wide, rect.height())
        paint.text(painter, length, words, self._ink("dim"), TEXT, align=paint.RIGHT)
        right = self._mark(painter, rect, right - wide - 6, plan.id)
        title = QRect(rect.left() + _TITLE_AT, rect.top(), right - rect.left() - _TITLE_AT, rect.height())
        paint.text(painter, title, plan.title, self._ink("text"), TEXT)

    def _open(self) -> str:
        return QCoreApplication.translate("ScriptRundown", "open end")

    def _ink(self, token: str, alpha: float = 1.0) -> QColor:
        return self._theme.color(token, alpha)


def _takes(time: SegmentTime) -> str:
    """How long the words of a segment take, as a sentence."""
    takes, length = fmt.duration(time.speaking_ms), fmt.duration(time.planned_ms)
    if time.fits:
        return QCoreApplication.translate("ScriptRundown", "The words take {0} of {1} planned").format(
            takes, length
        )
    text = QCoreApplication.translate("ScriptRundown", "The words take {0}: {1} more than the {2} planned")
    return text.format(takes, fmt.duration(time.over_ms), length)
