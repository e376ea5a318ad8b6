"""The newest of what the services publish, for those who ask for it."""

from __future__ import annotations

from livedesk.domain.card_mapping import CardInventory
from livedesk.domain.numbers import Numbers
from livedesk.domain.status import FeedStatus, ObsStatus, PrompterStatus
from livedesk.services.session.snapshot import SessionSnapshot


class Latest:
    """The newest of each kind of thing that was published. Any thread."""

    def __init__(self) -> None:
        self.snapshot: SessionSnapshot | None = None
        self.obs = ObsStatus()
        self.feed: FeedStatus | None = None
        self.prompter: PrompterStatus | None = None
        self.numbers: Numbers | None = None
        self.card = CardInventory()

    def take(self, item: object) -> None:
        """Note one more."""
        match item:
            case SessionSnapshot():
                if self.snapshot is not None and self.snapshot.run_id != item.run_id:
                    self.numbers = None
                self.snapshot = item
            case CardInventory():
                self.card = item
            case ObsStatus():
                self.obs = item
            case FeedStatus():
                self.feed = item
            case PrompterStatus():
                self.prompter = item
            case Numbers():
                self.numbers = item
