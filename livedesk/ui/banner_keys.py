"""The keys of the banners: one takes the first choice of the topmost banner, the other goes into the banners.

The first key stands on the button that it presses. Inside the banners Tab goes on, Space and Enter press, Escape
leads back to the desk (see :mod:`livedesk.ui.desk_keys`).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from livedesk.ui.actions import Actions, Category, key_label
from livedesk.ui.bounce import BOUNCE_MS
from livedesk.ui.widgets.banner import Banner, BannerStack


class BannerKeys(QObject):
    """Registers both actions for the banners of a window and of the page in front of it."""

    def __init__(self, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        add = actions.add
        self._answer = add(
            "answer_banner",
            self.tr("Take the first choice of the topmost banner"),
            self._take_first,
            category=Category.PROGRAM,
            shortcut="Ctrl+Return",
            bounce_ms=BOUNCE_MS,
        )
        into = add(
            "to_banner",
            self.tr("Go into the banners (Tab: on, Esc: back)"),
            self._go_in,
            category=Category.PROGRAM,
            shortcut="Ctrl+B",
        )
        for action in (self._answer, into):
            window.addAction(action)

    def refresh(self) -> None:
        """Print the key where it acts now; call it when banners or pages change."""
        asking = self._asking()
        for stack in self._stacks():
            has = asking is not None and stack.asking is asking
            stack.hint(key_label(self._answer.key) if has else "")

    def _stacks(self) -> list[BannerStack]:
        return [stack for stack in self._window.findChildren(BannerStack) if stack.isVisible()]

    def _asking(self) -> Banner | None:
        return next((stack.asking for stack in self._stacks() if stack.asking is not None), None)

    @Slot()
    def _take_first(self) -> None:
        asking = self._asking()
        if asking is not None:
            asking.buttons[0].click()

    @Slot()
    def _go_in(self) -> None:
        asking = self._asking()
        if asking is not None:
            asking.buttons[0].setFocus()
