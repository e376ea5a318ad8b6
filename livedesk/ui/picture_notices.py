"""What stands in the banners about pictures of products that are kept nowhere any more, before their segment is
taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from livedesk.domain.run import Phase
from livedesk.domain.status import PictureStatus
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import Tick
from livedesk.ui.notice import Notice


class PictureNotices(QObject):
    """On air those of the next segment are named; before air the check names them all. ``media`` is where the
    pictures of the shows lie."""

    def __init__(self, bridge: Bridge, media: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = media
        self._known = PictureStatus()
        bridge.subscribe(PictureStatus, self._take)

    @Slot(object)
    def _take(self, status: PictureStatus) -> None:
        self._known = status

    def all(self, tick: Tick) -> tuple[Notice, ...]:
        """What is to be said now."""
        snapshot, table = tick.snapshot, tick.timetable
        if snapshot is None or table is None or table.next is None or not self._known.missing:
            return ()
        show = snapshot.state.show
        if snapshot.state.run.phase is not Phase.ON_AIR or self._known.show_id != show.id:
            return ()
        products = [show.product(one) for one in show.segments[table.next].product_ids]
        lost = [one for one in products if one is not None and one.image in self._known.missing]
        if not lost:
            return ()
        names = self.tr(", ").join(f"{one.name} ({one.image})" for one in lost)
        text = self.tr(
            "What comes next lacks a product's picture: {pictures}. The show goes on without it; the file belongs "
            "in {folder}."
        )
        return (Notice("pictures", text.format(pictures=names, folder=self._media / show.id)),)
