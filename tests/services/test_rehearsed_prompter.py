"""What the prompter is fed in a rehearsal: the rehearsal's time, by the machine's clock, which it counts by."""

from __future__ import annotations

from livedesk.app.latest import Latest
from livedesk.app.observers import PrompterFeeder
from livedesk.domain.clock import MINUTE
from livedesk.domain.prompt import PromptFeed
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import State
from livedesk.services.session.rehearsed import RehearsedSession
from tests.services.session_desk import small_show
from tests.unit.hand_clock import HandClock


class Fed:
    """A rehearsal and the feeds that are made of it."""

    def __init__(self, speed: int, run_id: int = 9) -> None:
        self.machine, self.latest, self.feeds = HandClock(1_700_000_000_000, 5_000), Latest(), list[PromptFeed]()
        self.session = RehearsedSession(
            State(small_show(), 1),
            run_id=run_id,
            clock=self.machine,
            append=lambda *_: None,
            publish=self.latest.take,
            wishes=RehearsalWishes(speed=speed),
            obs=None,
        )
        self.session.begin("导播")
        self.session.saved(self.session.state.run.last_seq, 0, "")
        self._feeder = PrompterFeeder(self.machine, self.latest, self.feeds.append, cpm=lambda: 240, rules=())

    def feed(self, after_ms: int) -> PromptFeed:
        self.machine.mono_ms += after_ms
        self._feeder.feed()
        return self.feeds[-1]


def test_at_real_speed_it_counts_down_by_itself() -> None:
    feed = Fed(1).feed(1_000)
    assert (feed.rehearsal, feed.counting, feed.remaining_ms) == (True, True, 5 * MINUTE - 1_000)
    assert feed.mono_ms == 6_000


def test_faster_its_figures_stand_and_go_on_with_each_feed() -> None:
    fed = Fed(20)
    assert [(feed.counting, feed.remaining_ms) for feed in (fed.feed(1_000), fed.feed(1_000))] == [
        (False, 5 * MINUTE - 20_000),
        (False, 5 * MINUTE - 40_000),
    ]
    fed.session.steer(paused=True)
    assert fed.feed(9_000).remaining_ms == 5 * MINUTE - 40_000
    assert fed.feeds[-1].mono_ms == 16_000


def test_each_rehearsal_is_a_run_of_its_own_to_the_prompter() -> None:
    assert Fed(1, run_id=9).feed(0).run != Fed(1, run_id=10).feed(0).run
