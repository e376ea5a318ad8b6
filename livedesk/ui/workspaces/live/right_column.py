"""The right column: product, queue, console, promotions, comments; in tabs where the window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP
from livedesk.ui.workspaces.live.comments_panel import CommentsPanel
from livedesk.ui.workspaces.live.console_panel import ConsolePanel
from livedesk.ui.workspaces.live.pictures import Pictures
from livedesk.ui.workspaces.live.product_card import ProductCard
from livedesk.ui.workspaces.live.promotions_panel import PromotionsPanel
from livedesk.ui.workspaces.live.queue_panel import QueuePanel
from livedesk.ui.workspaces.live.view import DeskView

TALL = 860


class RightColumn(QWidget):
    """Stacks its panels where there is room for all, else shows queue, console and promotions one at a time."""

    def __init__(self, context: DeskContext, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.card = ProductCard(context, self)
        self.queue = QueuePanel(context, pictures.of, self)
        self.console = ConsolePanel(context, self)
        self.promotions = PromotionsPanel(context, self)
        self.comments = CommentsPanel(context, self)
        self._panels: tuple[QueuePanel | ConsolePanel | PromotionsPanel, ...] = (
            self.queue,
            self.console,
            self.promotions,
        )
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.card)
        self._stacked = QVBoxLayout()
        self._stacked.setSpacing(GAP)
        box.addLayout(self._stacked, 5)
        self._tabs = QWidget()
        row = QHBoxLayout(self._tabs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._names = (self.tr("Queue"), self.tr("Console"), self.tr("Promotions"))
        self._group = QButtonGroup(self)
        for at, name in enumerate(self._names):
            button = QPushButton(name)
            button.setProperty("variant", "scene")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, at)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._choose)
        self._pages = QStackedWidget()
        box.addWidget(self._tabs)
        box.addWidget(self._pages, 4)
        box.addWidget(self.comments, 3)
        self._tall: bool | None = None
        self._away: frozenset[str] = frozenset()
        self.setMinimumWidth(272)

    @property
    def tall(self) -> bool:
        """Whether all panels are in sight at once."""
        return bool(self._tall)

    def gather(self, away: frozenset[str]) -> None:
        """Take the panels back from other layouts, but those that are ``away``: hidden, or in windows of their own."""
        self._away = away
        if "card" not in away:
            self._box.insertWidget(0, self.card)
            self.card.show()
        if "comments" not in away:
            self._box.addWidget(self.comments, 3)
            self.comments.show()
        self._tall = None
        self._arrange(self.window().height() >= TALL)

    def show_view(self, view: DeskView) -> None:
        """Show everything at this moment."""
        product = view.product
        if "card" not in self._away:
            self.card.show_view(view, self._pictures.of(product) if product is not None else None)
        for panel in (*self._here(), *(() if "comments" in self._away else (self.comments,))):
            panel.show_view(view)
        late = self.console.late
        button = self._group.button(1)
        words = self._names[1] + (f" ▲{late}" if late else "")
        if button.text() != words:
            button.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change over between panels and tabs."""
        super().resizeEvent(event)
        self._arrange(self.window().height() >= TALL)

    def _arrange(self, tall: bool) -> None:
        if tall == self._tall:
            return
        self._tall = tall
        here = self._here()
        for at, (panel, share) in enumerate(zip(self._panels, (6, 3, 2), strict=True)):
            self._group.button(at).setVisible(panel in here)
            if panel not in here:
                continue
            if tall:
                self._stacked.addWidget(panel, share)
                panel.show()
            else:
                self._pages.addWidget(panel)
        self._tabs.setVisible(not tall and bool(here))
        self._pages.setVisible(not tall and bool(here))
        if not tall and here:
            chosen = self._group.checkedId()
            if self._panels[chosen] not in here:
                chosen = self._panels.index(here[0])
                self._group.button(chosen).setChecked(True)
            self._choose(chosen)

    def _here(self) -> tuple[QueuePanel | ConsolePanel | PromotionsPanel, ...]:
        named = zip(("queue", "console", "promotions"), self._panels, strict=True)
        return tuple(panel for name, panel in named if name not in self._away)

    @Slot(int)
    def _choose(self, at: int) -> None:
        if not self._tall:
            self._pages.setCurrentWidget(self._panels[at])
