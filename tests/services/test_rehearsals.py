"""Rehearsals on the desk over a real store: what is being prepared steps aside, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.app.latest import Latest
from livedesk.app.stage import Stage
from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckGroup, CheckItem, CheckState
from livedesk.domain.clock import MINUTE
from livedesk.domain.edits import ChangeShow
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunEnded, RunKind, Taken
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.run import Phase
from livedesk.services.pace_learning import learn
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import Journalled, Refused, RehearsalOver, SessionSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from tests.integration.prompter_desk import until
from tests.services.session_desk import START, Around
from tests.unit.shows import at, segment, show

BY_ITSELF = RehearsalWishes(speed=60, by_itself=True)


class OnStage:
    """A stage as the desk has it: a rehearsal that ended is left by a thread of its own."""

    def __init__(self, store: Store) -> None:
        self.store, self.around, self.latest = store, Around(), Latest()
        self.published: list[object] = []
        self.attached: list[int] = []
        clock = SystemClock()
        self.thread = ShowThread(clock, self._publish, lambda: "导播").start()
        self.stage = Stage(
            store,
            self.thread,
            clock,
            lambda: "导播",
            self._publish,
            lambda: self.latest.snapshot,
            lambda run_id, _: self.attached.append(run_id),
            self.around,
        )

    def _publish(self, item: object) -> None:
        self.latest.take(item)
        self.published.append(item)

    @property
    def told(self) -> SessionSnapshot:
        assert self.latest.snapshot is not None
        return self.latest.snapshot

    def until_phase(self, phase: Phase) -> SessionSnapshot:
        assert until(lambda: self.told.state.run.phase is phase, 10)
        return self.told

    def ended(self, run_id: int) -> bool:
        return any(
            isinstance(item, Journalled) and item.run_id == run_id and isinstance(item.entries[-1].event, RunEnded)
            for item in list(self.published)
        )


@pytest.fixture
def on_stage(tmp_path: Path) -> Iterator[OnStage]:
    checks = (
        CheckItem("k1", CheckGroup.LIGHT, "上行带宽", critical=True),
        CheckItem("k2", CheckGroup.LIGHT, "灯光"),
    )
    document = show(START, segment(1, 0.5), segment(2, 0.5), segment(3, 0.5), checklist=checks)
    with Store.open(tmp_path) as store:
        store.shows.add(document, by="运营", at_ms=0)
        made = OnStage(store)
        made.stage.open_show("show")
        made.thread.dispatch(c.MarkCheck("k2", CheckState.PASSED, "看过")).result(10)
        made.until_phase(Phase.PREPARING)
        assert until(lambda: made.told.save.pending == 0, 10)
        yield made
        made.thread.stop()


def test_a_rehearsal_over_open_checks_leaves_the_prepared_run_as_it_was(on_stage: OnStage) -> None:
    prepared = on_stage.told
    journal = on_stage.store.runs.entries(prepared.run_id or 0)
    # At its own pace, so that it does not end by itself before anybody looks.
    on_stage.stage.rehearse(RehearsalWishes(by_itself=True))
    told = on_stage.until_phase(Phase.ON_AIR)
    rehearsal = told.run_id or 0
    assert told.rehearsing is not None
    assert told.state.run.kind is RunKind.REHEARSAL
    assert rehearsal != prepared.run_id
    on_stage.stage.rehearsals.end()
    assert until(lambda: on_stage.ended(rehearsal), 10)
    on_stage.stage.leave_rehearsal(rehearsal)
    back = on_stage.told
    assert (back.run_id, back.state, back.rehearsing) == (prepared.run_id, prepared.state, None)
    assert on_stage.attached[-2:] == [rehearsal, prepared.run_id]
    on_stage.store.writer.submit(lambda: None).result(10)
    assert on_stage.store.runs.entries(prepared.run_id or 0) == journal
    assert on_stage.published.count(RehearsalOver(rehearsal, "a show")) == 1
    assert on_stage.store.runs.summary(rehearsal).started_ms == at(START)
    # Its marks can be made as before.
    on_stage.thread.dispatch(c.MarkCheck("k1", CheckState.PASSED)).result(10)


def test_nothing_of_a_rehearsal_counts_as_a_live_show(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(BY_ITSELF)
    rehearsal = on_stage.told.run_id or 0
    assert until(lambda: on_stage.ended(rehearsal), 20)
    on_stage.stage.leave_rehearsal(rehearsal)
    store = on_stage.store
    store.writer.submit(lambda: None).result(10)
    entries = store.runs.entries(rehearsal)
    taken = [entry.wall_ms - at(START) for entry in entries if isinstance(entry.event, Taken)]
    assert taken == [0, MINUTE // 2, MINUTE]
    assert entries[-1].wall_ms == at(START) + 3 * MINUTE // 2
    (summary,) = store.shows.summaries()
    assert summary.state == "draft"
    assert store.runs.interrupted() is None
    assert learn(store.shows, store.runs) == {}
    unfinished = store.runs.unfinished("show")
    assert unfinished is not None
    assert unfinished.kind is RunKind.LIVE


def test_on_air_no_rehearsal_begins_and_in_one_no_other_show_comes(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(RehearsalWishes())
    for refused in (lambda: on_stage.stage.rehearse(RehearsalWishes()), lambda: on_stage.stage.open_show("show")):
        with pytest.raises(UserError, match=r"rehearsal\.running"):
            refused()
    rehearsal = on_stage.told.run_id or 0
    on_stage.stage.rehearsals.end()
    assert until(lambda: on_stage.ended(rehearsal), 10)
    on_stage.stage.leave_rehearsal(rehearsal)
    on_stage.thread.dispatch(c.GoLive("导播", "不等了")).result(10)
    on_stage.until_phase(Phase.ON_AIR)
    runs = len(on_stage.store.runs.summaries())
    with pytest.raises(UserError, match=r"rehearsal\.on_air"):
        on_stage.stage.rehearse(RehearsalWishes())
    assert len(on_stage.store.runs.summaries()) == runs


def test_an_edit_in_a_rehearsal_is_one_of_the_show(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(RehearsalWishes())
    rehearsal = on_stage.told.run_id or 0
    on_stage.stage.documents.edit("show", ChangeShow({"title": "新名"}), 1)
    on_stage.stage.rehearsals.end()
    assert until(lambda: on_stage.ended(rehearsal), 10)
    on_stage.stage.leave_rehearsal(rehearsal)
    assert (on_stage.told.state.show.title, on_stage.told.state.revision) == ("新名", 2)


def test_faults_are_told_to_the_run_that_comes_back_and_obs_not_to_a_rehearsal_without_it(
    on_stage: OnStage,
) -> None:
    on_stage.stage.tell(c.ShowFault("prompter.lost"), "prompter")
    on_stage.stage.tell(c.ShowFault("obs.lost"), "OBS")
    assert until(lambda: len(on_stage.told.state.run.faults) == 2, 10)
    on_stage.stage.rehearse(RehearsalWishes())
    rehearsal = on_stage.told.run_id or 0
    assert until(lambda: on_stage.told.state.run.faults.keys() == {"prompter.lost"}, 10)
    on_stage.stage.tell(c.ReportManual("别的场景"), "OBS")
    on_stage.stage.tell(c.ClearFault("prompter.lost"), "prompter")
    assert until(lambda: not on_stage.told.state.run.faults, 10)
    assert not on_stage.around.takes
    on_stage.stage.rehearsals.end()
    assert until(lambda: on_stage.ended(rehearsal), 10)
    on_stage.stage.leave_rehearsal(rehearsal)
    assert until(lambda: on_stage.told.state.run.faults.keys() == {"obs.lost"}, 10)
    kinds = {type(entry.event).__name__ for entry in on_stage.store.runs.entries(rehearsal)}
    assert "ManualInObs" not in kinds


def test_with_obs_its_takes_are_sent(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(RehearsalWishes(drives_obs=True))
    assert until(lambda: [take.scene for take, _ in on_stage.around.takes] == ["scene 1"], 10)


def test_speed_pause_and_robot_are_changed_while_it_runs(on_stage: OnStage) -> None:
    on_stage.stage.rehearsals.steer(speed=60)  # there is none yet
    on_stage.stage.rehearse(RehearsalWishes())
    on_stage.stage.rehearsals.steer(paused=True)
    on_stage.stage.rehearsals.steer(speed=20, by_itself=True)

    def stands() -> tuple[int, bool, bool]:
        rehearsing = on_stage.told.rehearsing
        assert rehearsing is not None
        return rehearsing.lapse.speed, rehearsing.lapse.paused, rehearsing.wishes.by_itself

    assert until(lambda: stands() == (20, True, True), 10)


def test_a_rehearsal_that_a_crash_cut_off_is_ended_and_said(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(RehearsalWishes(speed=60))
    rehearsal = on_stage.until_phase(Phase.ON_AIR).run_id or 0
    on_stage.store.writer.submit(lambda: None).result(10)
    before: tuple[Entry, ...] = on_stage.store.runs.entries(rehearsal)
    after = OnStage(on_stage.store)
    after.stage.rehearsals.end_cut_off()
    assert not after.stage.open_interrupted()
    on_stage.store.writer.submit(lambda: None).result(10)
    *rest, last = on_stage.store.runs.entries(rehearsal)
    assert tuple(rest) == before
    assert (last.event, last.t_ms) == (RunEnded(), before[-1].t_ms)
    (said,) = [item for item in after.published if isinstance(item, Refused)]
    assert said.error.code == "rehearsal.cut_off"
    after.stage.rehearsals.end_cut_off()
    assert len([item for item in after.published if isinstance(item, Refused)]) == 1
    after.thread.stop()


def test_the_closing_desk_ends_its_rehearsal(on_stage: OnStage) -> None:
    on_stage.stage.rehearse(RehearsalWishes())
    rehearsal = on_stage.until_phase(Phase.ON_AIR).run_id or 0
    on_stage.stage.rehearsals.close()
    on_stage.store.writer.submit(lambda: None).result(10)
    assert on_stage.store.runs.cut_off_rehearsals() == ()
    assert on_stage.store.runs.summary(rehearsal).ended_ms is not None
