"""The action that opens the card's mapping, from every page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext, GoTo

CARD = "card"


class CardDoor(QObject):
    """Known to the command palette, the list of keys and remote keys."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        context.actions.add(
            "card_mapping", self.tr("Product card in OBS …"), self._open, category=Category.PROGRAM
        )

    @Slot()
    def _open(self) -> None:
        self._bridge.post(GoTo("settings", CARD))
