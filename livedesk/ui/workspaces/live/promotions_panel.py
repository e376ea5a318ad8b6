"""Promotions with their countdowns; a double click starts one by hand, or ends the one that runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from livedesk.domain.rundown import Segment
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.models.promotions import PromotionList, PromotionRow, PromotionState, promotion_rows
from livedesk.ui.theme import LABEL, TEXT
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.live.view import DeskView


class PromotionDelegate(RowDelegate):
    """A dot, the title, and the time left or what will start it."""

    height = 30

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one promotion."""
        if not isinstance(row, PromotionRow):
            return
        running = row.state is PromotionState.RUNNING
        ink = self.ink("promo" if running else "faint")
        dot = QRect(rect.left() + 13, rect.center().y() - 3, 8, 8)
        paint.box(painter, dot, ink if running else None, line=ink, radius=4)
        right = self._right(row)
        wide = paint.width(right, LABEL, bold=running) + 4
        slot = QRect(rect.right() - 12 - wide, rect.top(), wide, rect.height())
        paint.text(
            painter, slot, right, self.ink("promo" if running else "dim"), LABEL, bold=running, align=paint.RIGHT
        )
        words = QRect(dot.right() + 12, rect.top(), slot.left() - dot.right() - 20, rect.height())
        title = row.promotion.title
        if row.promotion.cap is not None:
            title += "  " + QCoreApplication.translate("LivePromotions", "max. {0}").format(
                fmt.count(row.promotion.cap)
            )
        quiet = row.state is PromotionState.OVER
        paint.text(painter, words, title, self.ink("text" if running else "dim"), TEXT, struck=quiet)

    @staticmethod
    def _right(row: PromotionRow) -> str:
        match row.state:
            case PromotionState.RUNNING if row.seconds is not None:
                return fmt.duration(row.seconds * 1_000)
            case PromotionState.RUNNING:
                return QCoreApplication.translate("LivePromotions", "runs")
            case PromotionState.OVER:
                return QCoreApplication.translate("LivePromotions", "over")
            case PromotionState.WAITING if row.number:
                return QCoreApplication.translate("LivePromotions", "starts with {0}").format(f"{row.number:02d}")
            case _:
                return QCoreApplication.translate("LivePromotions", "by hand")


class PromotionsPanel(Panel):
    """``switched`` carries a promotion's id and whether it shall run."""

    switched = Signal(str, bool)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Promotions"))
        self.model = PromotionList(self)
        self.list = DeskList(PromotionDelegate(context.theme), least=2)
        self.list.setModel(self.model)
        self.list.doubleClicked.connect(self._switch)
        self._segments: tuple[Segment, ...] | None = None
        self._numbers: dict[str, int] = {}
        self.list.setToolTip(self.tr("Double click: start it, or end it"))
        self.list.empty = self.tr("No promotions planned")
        self.body.addWidget(self.list, 1)

    def show_view(self, view: DeskView) -> None:
        """Show the promotions at this moment."""
        if view.show.segments is not self._segments:
            self._segments = view.show.segments
            self._numbers = {segment.id: at for at, segment in enumerate(view.show.segments, 1)}
        rows = promotion_rows(view.show, view.run, view.run_ms, view.ended_promotions, self._numbers)
        self.model.set_rows(rows)
        running = sum(row.state is PromotionState.RUNNING for row in rows)
        self.facts.setText(self.tr("running: {0}").format(running) if rows else self.tr("none planned"))

    @Slot(QModelIndex)
    def _switch(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        self.switched.emit(row.key, row.state is not PromotionState.RUNNING)
