"""The show on the desk over a real store: what the session has in one order reaches the disk in the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from livedesk.app.latest import Latest
from livedesk.app.stage import Stage
from livedesk.domain.commands import EndShow, GoLive, ReportRenamed, Resume, ShowFault
from livedesk.domain.edits import Put, PutSegments, ReplaceSegment, TakeSegments
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.session import Session
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from tests.integration.prompter_desk import until
from tests.services.session_desk import Around
from tests.unit.shows import segment, show

# Long enough for a worker that nothing holds back to overtake the one before it.
OVERTAKING_S = 0.3


class Person:
    """The name of the person at the desk; whoever asks for it first may have to wait."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.answer = threading.Event()
        self.slow = False

    def __call__(self) -> str:
        if self.slow and not self.asked.is_set():
            self.asked.set()
            assert self.answer.wait(10)
        return "运营"


class OnStage:
    """A stage with its show thread and everything that was published."""

    def __init__(self, store: Store) -> None:
        clock = SystemClock()
        self.latest, self.person = Latest(), Person()
        self.store = store
        self.published: list[object] = []
        self.thread = ShowThread(clock, self._publish, self.person).start()
        self.stage = Stage(
            store,
            self.thread,
            clock,
            self.person,
            self._publish,
            lambda: self.latest.snapshot,
            lambda *_: None,
            Around(),
        )

    def _publish(self, item: object) -> None:
        self.latest.take(item)
        self.published.append(item)

    @property
    def revision(self) -> int:
        """The revision that the session has."""
        return self.thread.ask(lambda session: session.state.revision).result()

    def end(self) -> None:
        """End the show, and wait until everybody knows."""
        self.thread.dispatch(EndShow()).result(10)

        def over() -> bool:
            snapshot = self.latest.snapshot
            return snapshot is not None and snapshot.state.run.phase is Phase.ENDED

        assert until(over, 10)

    def until_kept(self, revision: int) -> None:
        """Wait until session and store have this revision, and nothing waits any more."""
        assert until(lambda: self.store.shows.load("show")[1] == revision == self.revision, 10)


@pytest.fixture
def on_stage(tmp_path: Path) -> Iterator[OnStage]:
    with Store.open(tmp_path) as store:
        store.shows.add(show("2026-11-25 20:00", segment(1, 5), segment(2, 5)), by="运营", at_ms=0)
        made = OnStage(store)
        made.stage.open_show("show")
        yield made
        made.thread.stop()


def test_two_edits_at_once_are_kept_in_the_order_of_the_desk(on_stage: OnStage) -> None:
    on_stage.person.slow = True
    with ThreadPoolExecutor(2) as workers:
        first = workers.submit(on_stage.stage.documents.edit, "show", ReplaceSegment(segment(1, 7)), 1)
        assert on_stage.person.asked.wait(10)
        assert on_stage.revision == 2
        second = workers.submit(on_stage.stage.documents.edit, "show", ReplaceSegment(segment(2, 9)), 2)
        wait((second,), OVERTAKING_S)
        on_stage.person.answer.set()
        first.result(10)
        second.result(10)
    on_stage.until_kept(3)
    kept, _ = on_stage.store.shows.load("show")
    assert [item.duration_ms for item in kept.segments] == [7 * 60_000, 9 * 60_000]
    faults = on_stage.thread.ask(lambda session: dict(session.state.run.faults)).result()
    assert faults == {}
    assert not any(isinstance(item, ShowFault) for item in on_stage.published)


def test_an_edit_during_an_undo_is_neither_lost_nor_stuck(on_stage: OnStage) -> None:
    """The undo waits for the disk; the edit that comes meanwhile is of an older revision by then, and goes on top of
    the newest: it touches something else."""
    on_stage.stage.documents.edit("show", ReplaceSegment(segment(1, 7)), 1)
    on_stage.until_kept(2)
    on_stage.person.slow = True
    with ThreadPoolExecutor(2) as workers:
        undo = workers.submit(on_stage.stage.documents.undo, "show")
        assert on_stage.person.asked.wait(10)
        edit = workers.submit(on_stage.stage.documents.edit, "show", ReplaceSegment(segment(2, 9)), 2)
        wait((edit,), OVERTAKING_S)
        on_stage.person.answer.set()
        undo.result(10)
        edit.result(10)
    on_stage.until_kept(4)
    kept, _ = on_stage.store.shows.load("show")
    assert [item.duration_ms for item in kept.segments] == [5 * 60_000, 9 * 60_000]


def test_an_edit_while_its_show_comes_on_the_desk_anew_is_in_what_comes(on_stage: OnStage) -> None:
    """The session before has it, the disk not yet: what is opened goes on with it, and not with what was before."""
    on_stage.end()
    on_stage.person.slow = True
    with ThreadPoolExecutor(2) as workers:
        edit = workers.submit(on_stage.stage.documents.edit, "show", ReplaceSegment(segment(1, 7)), 1)
        assert on_stage.person.asked.wait(10)
        opening = workers.submit(on_stage.stage.open_show, "show")
        wait((opening,), OVERTAKING_S)
        on_stage.person.answer.set()
        edit.result(10)
        opening.result(10)
    assert on_stage.thread.ask(lambda session: session.run_id).result() == 2
    assert on_stage.stage.documents.edit("show", ReplaceSegment(segment(2, 9)), 2).revision == 3
    on_stage.until_kept(3)
    assert not any(isinstance(item, ShowFault) for item in on_stage.published)


def test_an_edit_while_the_session_is_exchanged_waits_for_the_new_one(
    on_stage: OnStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The document is read for the new session already: an edit that the old one took would be lost."""
    on_stage.end()
    put, coming, go_on = on_stage.thread.put, threading.Event(), threading.Event()

    def slow_put(session: Session) -> Future[None]:
        coming.set()
        assert go_on.wait(10)
        return put(session)

    monkeypatch.setattr(on_stage.thread, "put", slow_put)
    with ThreadPoolExecutor(2) as workers:
        opening = workers.submit(on_stage.stage.open_show, "show")
        assert coming.wait(10)
        edit = workers.submit(on_stage.stage.documents.edit, "show", ReplaceSegment(segment(1, 7)), 1)
        wait((edit,), OVERTAKING_S)
        go_on.set()
        opening.result(10)
        edit.result(10)
    on_stage.until_kept(2)
    document = on_stage.thread.ask(lambda session: (session.run_id, session.state.show.segments[0])).result()
    assert document == (2, segment(1, 7))


def test_a_session_that_cannot_be_told_keeps_no_edit_waiting(
    on_stage: OnStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_stage.end()
    take, faults = on_stage.latest.take, iter([RuntimeError("nobody listens")])

    def failing(item: object) -> None:
        if isinstance(item, SessionSnapshot) and (fault := next(faults, None)):
            raise fault
        take(item)

    def open_it() -> None:
        with suppress(RuntimeError):
            on_stage.stage.open_show("show")

    monkeypatch.setattr(on_stage.latest, "take", failing)
    opening = threading.Thread(target=open_it, daemon=True)
    opening.start()
    opening.join(5)
    assert not opening.is_alive(), "it waits for nothing that does not come"
    assert on_stage.stage.documents.edit("show", ReplaceSegment(segment(1, 7)), 1).revision == 2


def test_a_show_is_opened_behind_an_edit_that_is_on_its_way_to_the_disk(on_stage: OnStage) -> None:
    on_stage.end()
    disk = threading.Event()
    on_stage.store.writer.submit(lambda: disk.wait(10))
    on_stage.stage.documents.edit("show", ReplaceSegment(segment(1, 7)), 1)
    with ThreadPoolExecutor(1) as workers:
        opening = workers.submit(on_stage.stage.open_show, "show")
        wait((opening,), OVERTAKING_S)
        assert not opening.done()
        disk.set()
        opening.result(10)
    assert on_stage.thread.ask(lambda session: (session.run_id, session.state.revision)).result() == (2, 2)


def test_a_show_whose_edit_the_disk_does_not_take_is_not_opened(
    on_stage: OnStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("livedesk.app.documents.FINISH_S", 0.1)
    on_stage.end()
    disk = threading.Event()
    on_stage.store.writer.submit(lambda: disk.wait(20))
    on_stage.stage.documents.edit("show", ReplaceSegment(segment(1, 7)), 1)
    with pytest.raises(UserError) as refused:
        on_stage.stage.open_show("show")
    assert refused.value.code == "edit.waiting"
    disk.set()
    on_stage.stage.open_show("show")
    assert on_stage.thread.ask(lambda session: session.run_id).result() == 2


def test_what_somebody_else_changed_meanwhile_is_refused_as_stale(on_stage: OnStage) -> None:
    documents = on_stage.stage.documents
    documents.edit("show", ReplaceSegment(segment(1, 7)), 1)
    with pytest.raises(UserError, match=r"edit\.stale") as caught:
        documents.edit("show", ReplaceSegment(segment(1, 9)), 1)
    assert (caught.value.params["base"], caught.value.params["current"]) == (1, 2)
    assert documents.edit("show", ReplaceSegment(segment(2, 9)), 1).revision == 3
    with pytest.raises(UserError, match=r"edit\.stale"):
        documents.edit("show", ReplaceSegment(segment(2, 1)), 9)


def test_a_show_that_is_not_on_the_desk_is_edited_beside_it(on_stage: OnStage, tmp_path: Path) -> None:
    documents, shows = on_stage.stage.documents, on_stage.store.shows
    other = replace(show("2026-12-01 20:00", segment(1, 5), segment(2, 5)), id="other")
    shows.add(other, by="运营", at_ms=0)
    first = documents.edit("other", ReplaceSegment(segment(1, 7)), 1)
    second = documents.edit("other", ReplaceSegment(segment(1, 8)), 2)
    assert on_stage.published[-2:] == [first, second]
    assert documents.undo("other").show == first.show
    assert documents.redo("other").show == second.show
    assert documents.load("other").revision == 5
    assert until(lambda: shows.load("other") == (second.show, 5), 10)
    assert on_stage.revision == 1, "the desk has its own"
    with pytest.raises(UserError, match=r"edit\.stale"):
        documents.edit("other", ReplaceSegment(segment(1, 9)), 3)
    with Store.open(tmp_path, read_only=True) as beside:
        assert [step.action for step in beside.shows.history("other")] == ["redo", "undo", "edit", "edit"]


def test_what_is_on_air_is_not_taken_out(on_stage: OnStage) -> None:
    documents, thread = on_stage.stage.documents, on_stage.thread
    copy = replace(segment(1, 5), id="copy")
    documents.edit("show", PutSegments((Put(0, copy),)), 1)
    thread.dispatch(GoLive("导播", "彩排")).result(10)
    assert until(lambda: bool(on_stage.latest.snapshot and on_stage.latest.snapshot.state.run.aired), 10)
    with pytest.raises(UserError, match=r"edit\.aired"):
        documents.edit("show", TakeSegments(("copy",)), 2)
    with pytest.raises(UserError, match=r"edit\.aired"):
        documents.undo("show")
    assert documents.edit("show", TakeSegments(("s2",)), 2).revision == 3
    assert documents.undo("show").revision == 4


def test_the_show_that_is_on_the_desk_is_not_read_again(on_stage: OnStage) -> None:
    assert until(lambda: on_stage.store.runs.unfinished("show") is not None, 10)
    before = on_stage.thread.ask(lambda session: session).result()
    on_stage.stage.open_show("show")
    assert on_stage.thread.ask(lambda session: session).result() is before


def test_a_run_whose_end_is_not_on_disk_yet_is_not_gone_on_with(
    on_stage: OnStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert until(lambda: on_stage.store.runs.unfinished("show") is not None, 10)
    ended = on_stage.store.runs.unfinished("show")
    assert ended is not None
    on_stage.end()
    monkeypatch.setattr(type(on_stage.store.runs), "unfinished", lambda *_: ended)
    on_stage.stage.open_show("show")
    assert on_stage.thread.ask(lambda session: session.run_id).result() == ended.run_id + 1


def test_a_scene_renamed_while_the_run_waits_for_a_word_is_known_once_it_goes_on(on_stage: OnStage) -> None:
    stage = on_stage.stage
    stage.documents.edit("show", ReplaceSegment(segment(1, 5, scene="甲")), 1)
    on_stage.thread.dispatch(GoLive("导播", "测试")).result()
    on_stage.until_kept(2)
    assert until(lambda: not on_stage.store.writer.pending, 5)
    assert stage.open_interrupted()
    assert on_stage.thread.ask(lambda session: session.resuming).result()
    stage.tell(ReportRenamed("甲", "乙"), "OBS")
    on_stage.until_kept(3)
    assert on_stage.store.shows.load("show")[0].segments[0].scene == "乙", "the document follows at once"
    on_stage.thread.dispatch(Resume()).result()
    stage.resumed()
    assert until(lambda: on_stage.thread.ask(lambda session: session.state.run.scene).result() == "乙", 5)
    renamed = [step for step in on_stage.store.shows.history("show") if step.by == "OBS"]
    assert [step.revision for step in renamed] == [3]
    assert stage.documents.undo("show").show.segments[0].scene == "甲", "it can be taken back"
