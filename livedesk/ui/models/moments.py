"""The marked moments of a run as a list, the newest on top."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.run import Moment
from livedesk.ui.models.keyed import KeyedListModel


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A moment with its two lines: what it is, and what was on air."""

    moment: Moment
    title: str
    place: str

    @property
    def key(self) -> int:
        """The moment's number."""
        return self.moment.mark.moment_id

    @property
    def text(self) -> str:
        """The whole of it in words."""
        return " · ".join(part for part in (self.title, self.moment.note, self.place) if part)


class MomentList(KeyedListModel[MomentRow]):
    """The moments, newest first."""
