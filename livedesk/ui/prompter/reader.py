"""Where reading is and where it goes: follows the feed, the keys and the clock. No widget; times are seconds."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.prompt import PromptAnchor, PromptBlock, PromptFeed, PromptPlace
from livedesk.domain.prompt_look import Scope
from livedesk.domain.prompt_pace import FASTEST, SLOWEST, Fit, Stretch, fit
from livedesk.domain.run import Phase
from livedesk.ui.prompter.document import Document, Place
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.motion import RAMP_S, Motion

STEP = 10
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
        self.reverse = False
        self.pause_at_marks = False
        self.paused = False
        self.fitted: Fit | None = None
        self._frame_y = 0.0
        self._own = False
        self._own_from: tuple[float, float] | None = None
        self._read: list[Stretch] = []
        self._free = False
        self._airing: _Airing = ("", 0, "")
        self._left: dict[_Airing, Place] = {}

    def take(self, feed: PromptFeed, t: float, place: PromptPlace | None = None) -> None:
        """Follow a new feed. ``place`` is where an earlier prompter left off; it counts with the first feed."""
        first, old = self.feed is None, self.feed
        here, was = self._here(t)
        self.feed = feed
        if old is None or feed.cpm != old.cpm:
            self._learn(t)
            self.cpm, self.fitted, self._own = feed.cpm, None, False
        moved_on = old is None or feed.item_id != old.item_id
        if old is None or feed.blocks != old.blocks or (moved_on and self._scope() is Scope.SEGMENT):
            self._learn(t)
            self.document.update(self._blocks(feed))
            y = self.document.find(here, was) if here is not None else None
            self.motion = self.motion.rebased(t, self._start() if y is None else y)
            self._frame_y = self.motion.base(t)
        airing = (feed.run, feed.airing, feed.item_id)
        if first:
            self._begin(feed, t, place)
        elif airing != self._airing:
            self._follow(airing, here, t)
        self._airing = airing
        if self.fitted is not None:
            self._fit(t)
        self.tick(t)

    def _scope(self) -> Scope:
        return self.document.frame.look.scope

    def _blocks(self, feed: PromptFeed) -> tuple[PromptBlock, ...]:
        """The text that the settings ask for; the first where nothing is on air."""
        if self._scope() is Scope.SHOW:
            return feed.blocks
        return tuple(block for block in feed.blocks if block.item_id == feed.item_id) or feed.blocks[:1]

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
        self._learn(t)
        self.reverse = self.paused = False
        self.fitted = None
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
        self._frame_y = self.motion.base(t)

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
        if self._own_from is not None and not self._runs(t):
            self._learn(t)
        elif self._own and self._own_from is None and self._runs(t):
            self._own_from = (t, self.document.spoken_at(self.motion.base(t)))
        if self._brake(t):
            return
        wanted = self._wanted(t)
        if abs(wanted - self.motion.v1) > 0.01:
            self.motion = self.motion.with_speed(t, wanted)
        self._frame_y = self.motion.base(t)

    def _brake(self, t: float) -> bool:
        """Ease to a stop with the next mark on the read line. A mark that a late frame has run over is gone back to."""
        if self.paused or not self.pause_at_marks or not self.running or self.reverse:
            return self.paused
        y, speed = self.motion.base(t), self.motion.velocity(t)
        mark = next((each for each in self.document.marks() if each > self._frame_y + HERE), None)
        if mark is None or speed <= 0 or mark - y > speed * RAMP_S / 2:
            return False
        self._learn(t)
        self.paused = True
        if y < mark:
            self.motion = self.motion.with_speed(t, 0.0, 2 * (mark - y) / speed)
        else:
            self.motion = self.motion.moved(t, mark).with_speed(t, 0.0, 0.0)
        self._frame_y = mark
        return True

    def _wanted(self, t: float) -> float:
        y = self.motion.base(t)
        if not self.running or self.waiting(t):
            return 0.0
        speed = self.document.speed(y, self.cpm)
        return -speed if self.reverse else speed

    def waiting(self, t: float) -> bool:
        """Whether the text has come to its end and waits: for GO, or for Space."""
        if not self.document.laid:
            return True
        y = self.motion.base(t)
        if self.reverse:
            return y <= self.document.start_of(0)
        if y >= self.document.end_of(len(self.document.laid) - 1):
            return True
        if self._free:
            return False
        index = self._on_air()
        return index is None or y >= self.document.end_of(index)

    def hold_or_run(self, t: float) -> None:
        """Space: hold, run on, or (waiting at a mark or at the end) run beyond it."""
        self._learn(t)
        if self.paused:
            self.paused = False
        elif self.running and not self.waiting(t):
            self.running = False
        else:
            self._free = self._free or self.waiting(t)
            self.running = True
        self.tick(t)

    def hold(self, t: float) -> None:
        """Let the text stand, wherever it is."""
        self._learn(t)
        self.running = self.paused = False
        self.tick(t)

    def run(self, t: float) -> None:
        """Let the text run on from where it stands."""
        if not self.running or self.paused or self.waiting(t):
            self.hold_or_run(t)

    def turn(self, t: float, *, back: bool) -> None:
        """Let the text run backwards, or forwards again."""
        self._learn(t)
        self.reverse, self.paused = back, False
        self.tick(t)

    def nudge(self, t: float, rows: float) -> None:
        """Move by rows of reading text; negative goes back. It corrects the host's own pace, and ends no stretch."""
        self._move(t, self.motion.base(t) + rows * self.document.frame.pitch)

    def change_speed(self, t: float, steps: int) -> None:
        """Faster or slower, in steps of 10 characters a minute."""
        self.set_speed(t, self.cpm + steps * STEP)

    def set_speed(self, t: float, cpm: int) -> None:
        """Read at so many characters a minute from now on, or as near to it as may be."""
        self._learn(t)
        self.fitted = None
        self.cpm = min(FASTEST, max(SLOWEST, cpm))
        self._own = True
        self.tick(t)

    def jump(self, t: float, item_id: str) -> None:
        """Go to the start of a segment; one that is not in the text moves nothing."""
        index = self.document.index(item_id)
        if index is not None:
            self._learn(t)
            self._move(t, self.document.start_of(index))

    def fit(self, t: float) -> Fit | None:
        """Let what is on air end with its time, now and with each feed, until the speed is changed or something else
        is on air. None where nothing is on air or its time is open."""
        self._learn(t)
        self._own = False
        self._fit(t)
        self.tick(t)
        return self.fitted

    def _fit(self, t: float) -> None:
        feed, index = self.feed, self._on_air()
        if feed is None or index is None or feed.remaining_ms is None:
            self.fitted = None
            return
        gone = t * 1000 - feed.mono_ms if feed.counting else 0.0
        y = max(self.motion.base(t), self.document.start_of(index))
        self.fitted = fit(self.document.spoken_left(y, index), (feed.remaining_ms - gone) / 1000)
        self.cpm = self.fitted.cpm

    def lines_a_minute(self, t: float) -> float:
        """How many rows of reading text a minute are at the place and the speed of now."""
        return self.document.speed(self.motion.base(t), self.cpm) * 60 / self.document.frame.pitch

    def learned(self) -> tuple[Stretch, ...]:
        """What was read at the host's own pace since it was last asked for."""
        read, self._read = tuple(self._read), []
        return read

    def _runs(self, t: float) -> bool:
        """Whether words go by for the host to say."""
        if not self.running or self.paused or self.reverse or self.waiting(t):
            return False
        return self.document.laid[self.document.block_at(self.motion.base(t))].spoken > 0

    def _learn(self, t: float) -> None:
        """A stretch at the host's own pace ends here."""
        if self._own_from is not None:
            since, said = self._own_from
            self._own_from = None
            self._read.append(Stretch(self.document.spoken_at(self.motion.base(t)) - said, t - since))

    def segment(self, t: float, direction: int) -> None:
        """Go to the start of the next segment (1), or of this one and then the one before (-1)."""
        self._jump(t, [self.document.start_of(index) for index in range(len(self.document.laid))], direction)

    def mark(self, t: float, direction: int) -> None:
        """Go to the next mark (1) or the one before (-1)."""
        self._jump(t, self.document.marks(), direction)

    def step(self, t: float, direction: int) -> None:
        """Go to the next line (1) or the one before (-1)."""
        self._jump(t, self.document.stops(), direction)

    def _jump(self, t: float, stops: list[float], direction: int) -> None:
        y = self.motion.base(t)
        if direction > 0:
            target = next((stop for stop in stops if stop > y + HERE), None)
        else:
            target = next((stop for stop in reversed(stops) if stop < y - HERE), None)
        if target is not None:
            self._learn(t)
            self._move(t, target)

    def home(self, t: float) -> None:
        """Back to the start of what is on air."""
        self._free = False
        self._learn(t)
        self._move(t, self._start())

    def _move(self, t: float, y: float) -> None:
        if self.document.laid:
            low, high = self.document.start_of(0), self.document.end_of(len(self.document.laid) - 1)
            self.paused = False
            self.motion = self.motion.moved(t, min(high, max(low, y)))
            self._frame_y = self.motion.base(t)
            self.tick(t)

    def resize(self, frame: Frame, t: float) -> None:
        """Another size of the window: the same line stays on the read line."""
        here, _ = self._here(t)
        self._learn(t)
        other = frame.look.scope is not self._scope()
        self.document.resize(frame)
        if other and self.feed is not None:
            self.document.update(self._blocks(self.feed))
        y = self.document.find(here) if here is not None else None
        self.motion = replace(self.motion.rebased(t, self._start() if y is None else y), offset=0.0)
        self._frame_y = self.motion.base(t)
        self.tick(t)

    def anchor(self, t: float) -> PromptAnchor | None:
        """Where the text stands and how it goes on, for whoever follows it; None without text."""
        y = self.motion.position(t)
        found = self.document.character_at(y)
        if found is None:
            return None
        laid = self.document.laid[self.document.block_at(y)]
        cps = self.motion.velocity(t) * len(laid.text) / (laid.last - laid.first + laid.frame.pitch)
        return PromptAnchor(*found, cps, round(t * 1000))

    def place(self, t: float) -> PromptPlace | None:
        """Where reading is, for the desk to keep."""
        here = self.document.place(self.motion.base(t))
        if here is None or self.feed is None:
            return None
        feed = self.feed
        return PromptPlace(feed.run, feed.airing, here.item_id, here.character, self.running, self.cpm)
