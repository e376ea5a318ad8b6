"""A rehearsal presses GO at each expected start and ends on plan."""

from __future__ import annotations

import threading
import time

import pytest

from livedesk.domain import commands as c
from livedesk.domain.asrun import as_run
from livedesk.domain.card import CardTexts
from livedesk.domain.clock import MINUTE
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import Entry, TakeResult
from livedesk.domain.run import State
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import Timetable, plan
from livedesk.services.session.clock import SimulatedClock
from livedesk.services.session.rehearsal import Rehearsal, RehearsalEnd
from livedesk.services.session.session import Session
from tests.services.session_desk import Around, small_show
from tests.unit.shows import at, segment, show, wall


class Counting:
    """An audience that notes when it is asked."""

    def __init__(self) -> None:
        self.moments: list[int] = []

    def play_until(self, instant_ms: int, table: Timetable) -> None:
        self.moments.append(instant_ms)


class Confirming:
    """An OBS that confirms each take from another thread a little later."""

    def __init__(self) -> None:
        self.rehearsal: Rehearsal | None = None
        self.takes: list[ObsTake] = []

    def take(self, take: ObsTake, card: CardTexts) -> None:
        self.takes.append(take)
        assert self.rehearsal is not None
        report = c.ReportTake(take.take, TakeResult.CONFIRMED, 20.0)
        threading.Timer(0.005, self.rehearsal.post_command, (report,)).start()

    def card(self, card: CardTexts) -> None:
        """The card between takes is not asked here."""

    def countdown(self, text: str) -> None:
        """The audience of a rehearsal reads no countdown."""


class NoAudience:
    def play_until(self, instant_ms: int, table: Timetable) -> None:
        """An empty room: nothing happens."""


def play(
    document: Show, speed: float | None, audience: Counting | NoAudience, obs: Confirming | None = None
) -> tuple[RehearsalEnd, list[Entry]]:
    clock = SimulatedClock(plan(document).start)
    rehearsal = Rehearsal(clock, speed=speed, audience=audience, drives_obs=obs is not None)
    journal: list[Entry] = []

    def append(_: int, entries: tuple[Entry, ...]) -> None:
        journal.extend(entries)
        seq = entries[-1].seq
        rehearsal.post(lambda session: session.saved(seq, 0, ""))

    if obs is not None:
        obs.rehearsal = rehearsal
    session = Session(
        State(document, 1),
        run_id=1,
        clock=clock,
        append=append,
        publish=lambda _: None,
        obs=obs or Around(),
    )
    return rehearsal.play(session), journal


def test_it_airs_everything_and_ends_on_plan() -> None:
    audience = Counting()
    end, journal = play(small_show(), None, audience)
    assert (end.aired, end.ended_ms) == (3, end.planned_end_ms)
    assert len(audience.moments) == 15 * 60 + 1
    rows = [row for row in as_run(journal) if row.kind == "segment"]
    assert [row.requested_ms for row in rows] == [row.planned_start_ms for row in rows]
    promotions = [(row.result, row.t_ms) for row in as_run(journal) if row.kind == "promotion"]
    assert promotions == [("started", 5 * MINUTE), ("ended", 8 * MINUTE)]


def test_it_waits_for_a_hard_start() -> None:
    document = show("2026-11-25 20:00", segment(1, 5), segment(2, 5, hard_start=wall("2026-11-25 20:09")))
    end, journal = play(document, None, NoAudience())
    starts = [row.requested_ms for row in as_run(journal) if row.kind == "segment"]
    assert starts == [at("2026-11-25 20:00"), at("2026-11-25 20:09")]
    assert end.ended_ms == at("2026-11-25 20:14")


def test_at_full_speed_it_waits_for_obs_to_confirm_each_take() -> None:
    obs = Confirming()
    _, journal = play(small_show(), None, NoAudience(), obs)
    results = [row.result for row in as_run(journal) if row.take is not None]
    assert results == ["confirmed"] * 3
    assert len(obs.takes) == 3


def test_a_speed_is_kept() -> None:
    began = time.monotonic()
    end, _ = play(show("2026-11-25 20:00", segment(1, 1), segment(2, 1)), 120.0, NoAudience())
    assert time.monotonic() - began == pytest.approx(1.0, abs=0.8)
    assert end.ended_ms - end.planned_end_ms < 5_000
