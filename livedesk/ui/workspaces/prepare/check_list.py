"""The list of checks: a mark whose shape tells the state, what and how, who and when, the state in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from livedesk.domain.checklist import CheckItem, CheckState
from livedesk.ui import format as fmt
from livedesk.ui.models.keyed import ROW, AnyIndex
from livedesk.ui.theme import LABEL, TEXT, TEXT_BIG, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.words import evidence, who
from livedesk.ui.workspaces.prepare.check_model import CheckModel, CheckRow, GroupRow
from livedesk.ui.workspaces.prepare.words import group_words, state_words

_GROUP_HIGH, _CHECK_HIGH = 34, 48
_MARK, _TITLE_AT = 20, 56
_METHOD, _OWNER, _WHEN, _STATE = 76, 92, 176, 170


def how_words(item: CheckItem) -> str:
    """How a check is done, where the sheet says more than the column beside it: by hand or automatic."""
    return "" if item.how.strip() in ("手动", "自动") else item.how


class CheckDelegate(QStyledItemDelegate):
    """Paints headings and checks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.zone = "Asia/Shanghai"
        self._bar = QColor(theme.mix("bg", "panel", 0.55))
        self._chosen = QColor(theme.mix("raised", "panel", 0.9))
        self._hover = QColor(theme.mix("hover", "panel", 0.4))
        self._rule = theme.color("line", 0.6)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Headings are lower than checks."""
        return QSize(200, _GROUP_HIGH if isinstance(index.data(ROW), GroupRow) else _CHECK_HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, GroupRow):
            self._heading(painter, rect, row)
        elif isinstance(row, CheckRow):
            state: QStyle.StateFlag = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, self._chosen)
                painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), self._ink("info"))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, self._hover)
            self._check(painter, rect, row)
        painter.setPen(self._rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _ink(self, token: str) -> QColor:
        return self._theme.color(token)

    def _heading(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        painter.fillRect(rect, self._bar)
        words = group_words(row.group)
        inner = rect.adjusted(14, 0, -14, 0)
        paint.text(painter, inner, words, self._ink("text"), TEXT, bold=True)
        beside = inner.adjusted(paint.width(words, TEXT, bold=True) + 10, 0, 0, 0)
        paint.text(painter, beside, f"{row.settled}/{row.total}", self._ink("dim"), LABEL)

    def _check(self, painter: QPainter, rect: QRect, row: CheckRow) -> None:
        item, mark = row.item, row.mark
        words, tone = state_words(row.state)
        box = QRectF(rect.x() + 16, rect.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
        draw_mark(painter, box, row.state, self._theme)
        right = rect.right() - 14
        state = QRect(right - _STATE, rect.y(), _STATE, rect.height())
        when = QRect(state.x() - _WHEN, rect.y(), _WHEN - 12, rect.height())
        owner = QRect(when.x() - _OWNER, rect.y(), _OWNER - 12, rect.height())
        method = QRect(owner.x() - _METHOD, rect.y(), _METHOD - 8, rect.height())
        left = QRect(rect.x() + _TITLE_AT, rect.y(), method.x() - rect.x() - _TITLE_AT - 16, rect.height())
        below = " · ".join(
            part for part in (evidence(mark.evidence) if mark is not None else "", how_words(item)) if part
        )
        if below:
            title = QRect(left.x(), rect.y() + 6, left.width(), 20)
            paint.text(painter, title, item.title, self._ink("text"), TEXT_BIG)
            evident = bool(mark is not None and mark.evidence and row.state is CheckState.FAILED)
            paint.text(painter, title.translated(0, 19), below, self._ink("warn" if evident else "dim"), LABEL)
        else:
            paint.text(painter, left, item.title, self._ink("text"), TEXT_BIG)
        auto = self.tr("Automatic") if item.probe else self.tr("By hand")
        paint.text(painter, method, auto, self._ink("info" if item.probe else "dim"), TEXT)
        paint.text(painter, owner, item.owner or fmt.NONE, self._ink("dim"), TEXT)
        if mark is not None and row.state is not CheckState.OPEN:
            told = f"{who(mark.by)} {fmt.clock(mark.at_ms, self.zone)[:5]}".strip()
            paint.text(painter, when, told, self._ink("dim"), TEXT)
        paint.text(painter, state, words, self._ink(tone), TEXT, bold=row.state is CheckState.FAILED)
        if item.critical:
            loud = row.state in (CheckState.OPEN, CheckState.FAILED)
            beside = state.adjusted(paint.width(words, TEXT, bold=row.state is CheckState.FAILED), 0, 0, 0)
            paint.text(painter, beside, " · " + self.tr("critical"), self._ink("warn" if loud else "dim"), TEXT)


def draw_mark(painter: QPainter, box: QRectF, state: CheckState, theme: Theme) -> None:
    """A full green square with a tick passed, an orange triangle failed, a yellow square with a bar waived, a grey
    square with a bar not applicable, an empty square to do."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    tone = {CheckState.OPEN: "faint"}.get(state, state_words(state)[1])
    colour = theme.color(tone)
    if state is CheckState.FAILED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top, low = QPointF(box.center().x(), box.top() + 1), box.bottom() - 1
        painter.drawPolygon(QPolygonF([top, QPointF(box.right(), low), QPointF(box.left(), low)]))
    elif state is CheckState.PASSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(theme.color("on_go"), 2))
        x, y = box.x(), box.y()
        painter.drawPolyline([QPointF(x + 5, y + 10.5), QPointF(x + 8.5, y + 14), QPointF(x + 15, y + 6.5)])
    else:
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 4, 4)
        if state is not CheckState.OPEN:
            painter.setPen(QPen(colour, 2))
            middle = box.center().y()
            painter.drawLine(QPointF(box.left() + 5, middle), QPointF(box.right() - 5, middle))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class CheckList(QListView):
    """The list. Its letters are actions (see the page), so typing searches nothing."""

    def __init__(self, model: CheckModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CheckDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def set_zone(self, zone: str) -> None:
        """Tell times of day in this zone."""
        self._delegate.zone = zone

    def keyboardSearch(self, _search: str) -> None:
        """Letters mark checks; they do not search."""
