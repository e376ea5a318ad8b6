"""The host's prompter from the prepare workspace: how it stands, and its one button."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.light import Light, Mark


class PrompterBox(QWidget):
    """A light with words, and a button that opens or closes the prompter."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.status = PrompterStatus()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.light = Light(context.theme, context.family)
        self.button = QPushButton()
        self.button.setObjectName("prompter-switch")
        self.button.clicked.connect(self._switch)
        row.addWidget(self.light)
        row.addWidget(self.button)
        context.bridge.subscribe(PrompterStatus, self.take)
        self.take(self.status)

    @Slot(object)
    def take(self, status: PrompterStatus) -> None:
        """Show how the prompter stands."""
        self.status = status
        match status.link:
            case LinkState.OFF:
                mark, text = Mark.OFF, self.tr("Prompter closed")
            case LinkState.CONNECTING:
                mark, text = Mark.WAIT, self.tr("Prompter starting …")
            case LinkState.READY:
                mark, text = Mark.OK, self.tr("Prompter ×{0}").format(status.screens)
            case LinkState.HUNG:
                mark, text = Mark.FAULT, self.tr("Prompter does not answer")
            case _:
                mark, text = Mark.FAULT, self.tr("Prompter lost; it is started again by itself")
        self.light.set_state(mark, text, status.detail)
        opened = status.link in (LinkState.READY, LinkState.CONNECTING)
        if status.link is LinkState.HUNG:
            self.button.setText(self.tr("Replace the prompter"))
        else:
            self.button.setText(self.tr("Close the prompter") if opened else self.tr("Open the prompter"))

    @Slot()
    def _switch(self) -> None:
        services = self._context.services
        if self.status.link in (LinkState.READY, LinkState.CONNECTING):
            services.close_prompter()
        else:
            services.open_prompter()
