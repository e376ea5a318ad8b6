"""Where reading is and where it goes: follows the feed, the keys and the clock. No widget; times are seconds."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.prompt import PromptFeed, PromptPlace
from livedesk.domain.run import Phase
from livedesk.ui.prompter.document import Document, Place
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.motion import Motion

SLOWEST, FASTEST, STEP = 60, 600, 10
# A stop this near (pixels) is where reading is already.
HERE = 3.0
_Airing = tuple[str, int, str]


class Reader:
    """The text, its movement, and who moves it.

    What is on air runs at ``cpm`` from its start to its end and waits there for the next GO; held text stays.
    Airings that come back (a standby plan ended, a take taken back) go on where they were left.
    """

    def __init__(self, frame: Frame, family: str) -> None:
        self.document = Document(frame, family)
        self.motion = Motion()
        self.feed: PromptFeed | None = None
        self.running = False
        self.cpm = 260
        self._free = False
        self._airing: _Airing = ("", 0, "")
        self._left: dict[_Airing, Place] = {}

    def take(self, feed: PromptFeed, t: float, place: PromptPlace | None = None) -> None:
        """Follow a new feed. ``place`` is where an earlier prompter left off; it counts with the first feed."""
        first, old = self.feed is None, self.feed
        here, was = self._here(t)
        self.feed = feed
        if old is None or feed.cpm != old.cpm:
            self.cpm = feed.cpm
        if old is None or feed.blocks != old.blocks:
            self.document.update(feed.blocks)
            y = self.document.find(here, was) if here is not None else None
            self.motion = self.motion.rebased(t, self._start() if y is None else y)
        airing = (feed.run, feed.airing, feed.item_id)
        if first:
            self._begin(feed, t, place)
        elif airing != self._airing:
            self._follow(airing, here, t)
        self._airing = airing
        self.tick(t)

    def _begin(self, feed: PromptFeed, t: float, place: PromptPlace | None) -> None:
        """The first feed: at the place of an earlier prompter in this airing, else at the start."""
        self.running = feed.phase == Phase.ON_AIR
        y: float | None = None
        if place is not None and (place.run, place.airing) == (feed.run, feed.airing):
            y = self.document.find(Place(place.item_id, place.character, 0.5))
            if y is not None:
                self.running, self.cpm = place.running, place.cpm
        self.motion = Motion(y0=self._start() if y is None else y, t0=t)

    def _follow(self, airing: _Airing, here: Place | None, t: float) -> None:
        """Something else is on air."""
        if here is not None and self._airing[1]:
            self._left[self._airing] = here
        if airing[1] and not self._airing[1]:
            self.running = True
        if airing[0] != self._airing[0]:
            self._left.clear()
        self._free = False
        back = self._left.get(airing)
        y = self.document.find(back) if back is not None else None
        self.motion = self.motion.moved(t, self._start() if y is None else y)

    def _here(self, t: float) -> tuple[Place | None, str | None]:
        place = self.document.place(self.motion.base(t))
        if place is None:
            return None, None
        index = self.document.index(place.item_id)
        return place, self.document.laid[index].text if index is not None else None

    def _on_air(self) -> int | None:
        return self.document.index(self.feed.item_id) if self.feed is not None and self.feed.item_id else None

    def _start(self) -> float:
        """Where reading what is on air begins (before air: the first text)."""
        if not self.document.laid:
            return 0.0
        return self.document.start_of(self._on_air() or 0)

    def ahead(self, t: float) -> tuple[float, ...]:
        """Where the text stands now, and where the next GO will take it."""
        following = (self._on_air() or 0) + 1
        here = self.position(t)
        return (here, self.document.start_of(following)) if following < len(self.document.laid) else (here,)

    def position(self, t: float) -> float:
        """The height of the text that stands on the read line at ``t``."""
        return self.motion.position(t)

    def tick(self, t: float) -> None:
        """Bring the speed up to what the place and the keys ask for."""
        wanted = self._wanted(t)
        if abs(wanted - self.motion.v1) > 0.01:
            self.motion = self.motion.with_speed(t, wanted)

    def _wanted(self, t: float) -> float:
        y = self.motion.base(t)
        if not self.running or self.waiting(t):
            return 0.0
        return self.document.speed(y, self.cpm)

    def waiting(self, t: float) -> bool:
        """Whether the text has come to its end and waits: for GO, or for Space."""
        if not self.document.laid:
            return True
        y = self.motion.base(t)
        if y >= self.document.end_of(len(self.document.laid) - 1):
            return True
        if self._free:
            return False
        index = self._on_air()
        return index is None or y >= self.document.end_of(index)

    def hold_or_run(self, t: float) -> None:
        """Space: hold, run on, or (waiting at the end) run beyond it."""
        if self.running and not self.waiting(t):
            self.running = False
        else:
            self._free = self._free or self.waiting(t)
            self.running = True
        self.tick(t)

    def nudge(self, t: float, rows: float) -> None:
        """Move by rows of reading text; negative goes back."""
        self._move(t, self.motion.base(t) + rows * self.document.frame.pitch)

    def change_speed(self, t: float, steps: int) -> None:
        """Faster or slower, in steps of 10 characters a minute."""
        self.set_speed(t, self.cpm + steps * STEP)

    def set_speed(self, t: float, cpm: int) -> None:
        """Read at so many characters a minute from now on, or as near to it as may be."""
        self.cpm = min(FASTEST, max(SLOWEST, cpm))
        self.tick(t)

    def jump(self, t: float, item_id: str) -> None:
        """Go to the start of a segment; one that is not in the text moves nothing."""
        index = self.document.index(item_id)
        if index is not None:
            self._move(t, self.document.start_of(index))

    def step(self, t: float, direction: int) -> None:
        """Go to the next line (1) or the one before (-1)."""
        y, stops = self.motion.base(t), self.document.stops()
        if direction > 0:
            target = next((stop for stop in stops if stop > y + HERE), None)
        else:
            target = next((stop for stop in reversed(stops) if stop < y - HERE), None)
        if target is not None:
            self._move(t, target)

    def home(self, t: float) -> None:
        """Back to the start of what is on air."""
        self._free = False
        self._move(t, self._start())

    def _move(self, t: float, y: float) -> None:
        if self.document.laid:
            low, high = self.document.start_of(0), self.document.end_of(len(self.document.laid) - 1)
            self.motion = self.motion.moved(t, min(high, max(low, y)))
            self.tick(t)

    def resize(self, frame: Frame, t: float) -> None:
        """Another size of the window: the same line stays on the read line."""
        here, _ = self._here(t)
        self.document.resize(frame)
        y = self.document.find(here) if here is not None else None
        self.motion = replace(self.motion.rebased(t, y or 0.0), offset=0.0)
        self.tick(t)

    def place(self, t: float) -> PromptPlace | None:
        """Where reading is, for the desk to keep."""
        here = self.document.place(self.motion.base(t))
        if here is None or self.feed is None:
            return None
        feed = self.feed
        return PromptPlace(feed.run, feed.airing, here.item_id, here.character, self.running, self.cpm)
