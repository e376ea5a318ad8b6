"""The products of the chosen segments: those that all present, where they do not present the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from livedesk.domain import editing
from livedesk.domain.edits import Edit
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, Show
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_shared import hopped
from livedesk.ui.workspaces.script.product_lists import SegmentProducts

_Products = tuple[str, ...]


class ChosenProducts(SegmentProducts):
    """Where the segments agree it is their list; else what stands on each of them, in the order of the first."""

    _segments: tuple[Segment, ...] = ()
    _common: _Products = ()
    _shown: Show | None = None

    def put(self, show: Show, segments: Sequence[Segment], *, fresh: bool) -> None:
        """Show what all segments present, and how many more there are."""
        self._shown, self._segments = show, tuple(segments)
        every = [set(one.product_ids) for one in segments]
        first = segments[0].product_ids if segments else ()
        self._common = tuple(one for one in first if all(one in ids for ids in every))
        super().put(show, segments, fresh=fresh)

    def put_entries(self, entries: tuple[Entry, ...], apart: int = 0) -> None:
        """Where the segments differ, what they have in common."""
        if self._mixed and self._shown is not None:
            entries = tuple(self._entry(one, self._shown.product(one)) for one in self._common)
            apart = len({one for segment in self._segments for one in segment.product_ids} - set(self._common))
        super().put_entries(entries, apart)

    def remove(self, entry_id: str) -> Edit | None:
        """Off every segment."""
        if not self._mixed:
            return super().remove(entry_id)
        return self._each(lambda before: tuple(one for one in before if one != entry_id))

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """Past the next one of the list, on every segment."""
        if not self._mixed:
            return super().shift(entry_id, step)
        at = self._common.index(entry_id) + step
        if not 0 <= at < len(self._common):
            return None
        past = self._common[at]
        return self._each(
            lambda before: tuple(
                one.id for one in hopped([Product(each, "") for each in before], entry_id, past, step)
            )
        )

    def _each(self, change: Callable[[_Products], _Products]) -> Edit | None:
        show, ids = self.document.show, {one.id for one in self._segments}
        if show is None:
            return None
        wanted = {one.id: {"product_ids": change(one.product_ids)} for one in show.segments if one.id in ids}
        return editing.set_fields(show, wanted)
