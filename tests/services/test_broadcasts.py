"""When a show was on air: from the journals of its runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, Event, MessageCleared, RunEnded, RunKind, RunOpened, ShowEdited, WentLive
from livedesk.domain.ports import RunSummary
from livedesk.services.broadcasts import Broadcast, broadcast, broadcasts
from livedesk.store.runs import StoredRuns
from livedesk.store.store import Store
from tests.unit.shows import segment, show

SHOW = show("2026-11-25 20:00", segment(1, 5))
ZONE = "Asia/Shanghai"


@pytest.fixture(name="store")
def kept_show(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        store.shows.add(SHOW, by="导播", at_ms=0)
        store.shows.add(replace(SHOW, id="other"), by="导播", at_ms=0)
        yield store


def journal(*events: tuple[Event, str], kind: RunKind = RunKind.LIVE, opened: int = 1_000) -> tuple[Entry, ...]:
    """A run of the show that was opened at revision 1, then an event each second, each by somebody."""
    start: Event = RunOpened(SHOW.id, SHOW.title, kind, 1, ZONE, 0, "boot", 0)
    each = ((start, "导播"), *events)
    return tuple(Entry(at + 1, at * 1_000, opened + at * 1_000, by, event) for at, (event, by) in enumerate(each))


def keep(store: Store, entries: tuple[Entry, ...], show_id: str = SHOW.id) -> int:
    """A run with this journal."""
    opened = entries[0].event
    assert isinstance(opened, RunOpened)
    run_id = store.runs.create(show_id, opened.kind, opened_ms=entries[0].wall_ms)
    more(store, run_id, entries)
    return run_id


def more(store: Store, run_id: int, entries: tuple[Entry, ...]) -> None:
    store.writer.append(run_id, entries, lambda _error: None)
    store.writer.submit(lambda: None).result(10)


def live(revision: int, by: str = "场控") -> tuple[Event, str]:
    return WentLive(revision, (), 0), by


END: tuple[Event, str] = RunEnded(), "导播"


def test_who_went_on_air_with_what_and_until_when() -> None:
    edited: tuple[Event, str] = ShowEdited(9, "x"), "运营"
    whole = journal(edited, live(9), (ShowEdited(10, "y"), "运营"), END)
    assert broadcast(7, whole) == Broadcast(7, 9, "场控", 3_000, 5_000)
    assert broadcast(7, whole[:-1]) == Broadcast(7, 9, "场控", 3_000, None)


def test_what_was_not_on_air_is_no_broadcast() -> None:
    assert broadcast(1, ()) is None
    assert broadcast(1, journal()) is None
    assert broadcast(1, journal(END)) is None
    assert broadcast(1, journal(live(2), END, kind=RunKind.REHEARSAL)) is None


@given(st.integers(0, 5), st.integers(0, 5), st.booleans(), st.integers(1, 99))
def test_what_else_happens_in_a_run_changes_nothing(before: int, after: int, ended: bool, revision: int) -> None:
    other: tuple[Event, str] = MessageCleared(1), "主播一"
    entries = journal(*[other] * before, live(revision), *[other] * after, *[END] * ended)
    at = 2_000 + before * 1_000
    assert broadcast(1, entries) == Broadcast(1, revision, "场控", at, at + (after + 1) * 1_000 if ended else None)


def test_the_live_runs_of_one_show_the_newest_first(store: Store) -> None:
    first = keep(store, journal(live(1), END, opened=10_000))
    keep(store, journal(live(1), END, kind=RunKind.REHEARSAL, opened=20_000))
    keep(store, journal(opened=30_000))
    keep(store, journal(live(1), END, opened=40_000), "other")
    last = keep(store, journal(live(3, "导播"), opened=50_000))
    assert broadcasts(store.runs, SHOW.id) == (
        Broadcast(last, 3, "导播", 51_000, None),
        Broadcast(first, 1, "场控", 11_000, 12_000),
    )
    assert broadcasts(store.runs, "none") == ()


def test_a_journal_is_read_again_only_once_its_run_has_ended(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, journal(live(1), END))
    entries = journal(live(2), END, opened=9_000)
    run_id = keep(store, entries[:-1])
    known = broadcasts(store.runs, SHOW.id)
    read: list[int] = []
    real = StoredRuns.entries

    def seen(runs: StoredRuns, run: int) -> tuple[Entry, ...]:
        read.append(run)
        return real(runs, run)

    monkeypatch.setattr(StoredRuns, "entries", seen)
    assert broadcasts(store.runs, SHOW.id, known) == known
    assert read == []
    more(store, run_id, entries[-1:])
    assert broadcasts(store.runs, SHOW.id, known)[0] == Broadcast(run_id, 2, "场控", 10_000, 11_000)
    assert read == [run_id]


def test_a_run_that_is_gone_meanwhile_is_passed_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run_id = keep(store, journal(live(1), END))
    gone = RunSummary(99, SHOW.id, SHOW.title, RunKind.LIVE, 0, 1, None)
    real = store.runs.summaries()
    monkeypatch.setattr(StoredRuns, "summaries", lambda _runs: (gone, *real))
    assert [one.run_id for one in broadcasts(store.runs, SHOW.id)] == [run_id]


def test_a_journal_that_cannot_be_read_is_no_run_that_is_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, journal(live(1), END))

    def unreadable(_runs: StoredRuns, _run_id: int) -> tuple[Entry, ...]:
        raise UserError("data.unknown_event", kind="x")

    monkeypatch.setattr(StoredRuns, "entries", unreadable)
    with pytest.raises(UserError) as told:
        broadcasts(store.runs, SHOW.id)
    assert told.value.code == "data.unknown_event"
