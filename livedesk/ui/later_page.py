"""A page that is made when it is first shown, so that it costs the start nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext, Tick, Workspace


class LaterPage(Workspace):
    """Stands in for the page that ``make`` makes: ``page`` is None until it was shown once."""

    def __init__(
        self,
        context: DeskContext,
        page_id: str,
        icon: str,
        title: str,
        make: Callable[[DeskContext], Workspace],
    ) -> None:
        self.id, self.icon, self._title = page_id, icon, title
        super().__init__(context)
        self._make = make
        self.page: Workspace | None = None
        self._snapshot: SessionSnapshot | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def title(self) -> str:
        """The name on the rail."""
        return self._title

    def made(self) -> Workspace:
        """The page itself, made now if it was not."""
        if self.page is None:
            self.page = self._make(self.context)
            self._box.addWidget(self.page)
            # A layout shows its widgets only later, and what is not shown yet cannot take the keys.
            self.page.show()
            if self._snapshot is not None:
                self.page.on_snapshot(self._snapshot)
        return self.page

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Hand it on, or keep it for later."""
        self._snapshot = snapshot
        if self.page is not None:
            self.page.on_snapshot(snapshot)

    def on_tick(self, tick: Tick) -> None:
        """Hand it on: a page that ticks is shown."""
        self.made().on_tick(tick)

    def on_shown(self) -> None:
        """The page came to the front."""
        self.made().on_shown()

    def show_item(self, item_id: str) -> None:
        """Hand it on."""
        self.made().show_item(item_id)

    def take_keys(self) -> None:
        """Hand it on."""
        self.made().take_keys()
