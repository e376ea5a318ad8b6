"""The way to the command palette: its key, and what pages offer there. The palette itself is made when it is first
wanted, as no start of the desk needs it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from livedesk.ui.actions import PALETTE, PALETTE_KEY, Category
from livedesk.ui.context import DeskContext

if TYPE_CHECKING:
    from livedesk.ui.palette import Palette
    from livedesk.ui.palette_list import Provider


class PaletteDoor(QObject):
    """The door of a window. ``left`` asks for somebody to take the keys where what had them has gone."""

    left = Signal()

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._made: Palette | None = None
        self._providers: list[Callable[[], Provider | None]] = []
        action = context.actions.add(
            PALETTE, self.tr("Find a command …"), self.toggle, category=Category.PROGRAM, shortcut=PALETTE_KEY
        )
        window.addAction(action)

    @staticmethod
    def of(widget: QWidget) -> PaletteDoor | None:
        """The door of the window that a widget stands in."""
        # Another window of the program is a child of the desk's, and has a door of its own.
        found = widget.window().findChild(PaletteDoor, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, PaletteDoor) else None

    @property
    def palette(self) -> Palette:
        """The palette, made by the first who wants it."""
        if self._made is None:
            from livedesk.ui.palette import Palette

            self._made = Palette(self._context, self._window, self.providers)
            self._made.left.connect(self.left)
        return self._made

    def provide(self, provider: Provider) -> None:
        """Ask ``provider`` for rows too, with every query (empty: nothing was typed yet), until its object goes. It
        answers at once, best rows first; :func:`livedesk.ui.palette_match.best` finds them among thousands. Only as
        many are taken as are shown. Giving the same one again changes nothing."""
        if any(known() == provider for known in self._providers):
            return
        self._providers.append(WeakMethod(provider) if inspect.ismethod(provider) else lambda: provider)

    def providers(self) -> Iterator[Provider]:
        """Who offers rows; those whose object has gone are forgotten."""
        for known in tuple(self._providers):
            provider = known()
            owner = getattr(provider, "__self__", None)
            if provider is None or (isinstance(owner, QObject) and not isValid(owner)):
                self._providers.remove(known)
            else:
                yield provider

    @Slot()
    def toggle(self) -> None:
        """Open the palette, or close it where it is open."""
        self.palette.toggle()

    @Slot()
    def dismiss(self) -> None:
        """Something else matters now, a page or an emergency: an open palette goes."""
        if self._made is not None:
            self._made.dismiss()
