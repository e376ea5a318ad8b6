"""Runs and their journals."""

from __future__ import annotations

import dataclasses
import types
import typing
from pathlib import Path

import pytest
from store_samples import START_MS, append, ended, entry, held, new_run, opened, show, went_live

from livedesk.domain import events
from livedesk.domain.card import CardDifference, CardSlot
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, ProductOnAir, RunKind
from livedesk.domain.ports import Runs, RunSummary
from livedesk.domain.rundown import ItemWish
from livedesk.store.store import Store

_SAMPLES: dict[object, object] = {
    int: 7,
    float: 12.5,
    str: "文字 '\"; DROP TABLE journal; --",
    bool: True,
    tuple[str, ...]: ("一", "二"),
    tuple[tuple[str, str], ...]: (("键", "值"),),
    tuple[tuple[str, int], ...]: (("s01", START_MS),),
    tuple[ProductOnAir, ...]: (ProductOnAir("p01", "面霜", 12_900), ProductOnAir("p02", "精华", None)),
    ProductOnAir: ProductOnAir("p01", "面霜", 12_900),
    tuple[ItemWish, ...]: (ItemWish("贴片", True), ItemWish("水印", False)),
    tuple[CardDifference, ...]: (CardDifference(CardSlot.LIVE_PRICE, "直播价", "¥1", "¥129"),),
}


def _sample(kind: typing.Any) -> object:
    if isinstance(kind, types.UnionType):
        return _sample(typing.get_args(kind)[0])
    return _SAMPLES[kind] if kind in _SAMPLES else list(kind)[0]  # noqa: RUF015 - the first of an enum


def _every_event() -> list[events.Event]:
    made = []
    for kind in typing.get_args(events.Event):
        hints = typing.get_type_hints(kind)
        made.append(kind(**{item.name: _sample(hints[item.name]) for item in dataclasses.fields(kind)}))
    return made


def test_every_kind_of_event_comes_back_as_it_was(store: Store, root: Path) -> None:
    run_id = new_run(store)
    written = tuple(entry(seq, event) for seq, event in enumerate(_every_event(), start=1))
    append(store, run_id, *written)
    store.close()
    with Store.open(root) as again:
        runs: Runs = again.runs
        assert runs.entries(run_id) == written


def test_runs_get_numbers_of_their_own(store: Store) -> None:
    first, second = new_run(store), new_run(store)
    append(store, first, opened(1), held(2))
    append(store, second, opened(1))
    assert first != second
    assert [len(store.runs.entries(run)) for run in (first, second)] == [2, 1]


def test_a_missing_run_or_show_is_said(store: Store) -> None:
    for ask in (store.runs.entries, store.runs.summary):
        with pytest.raises(UserError, match=r"run\.missing"):
            ask(99)
    with pytest.raises(UserError, match=r"show\.missing"):
        store.runs.create("nothing", RunKind.LIVE, opened_ms=0)


def test_a_run_knows_when_it_went_on_air_and_ended(store: Store) -> None:
    run_id = new_run(store)
    fresh = store.runs.summary(run_id)
    assert (fresh.opened_ms, fresh.started_ms, fresh.ended_ms) == (START_MS - 600_000, None, None)
    append(store, run_id, opened(1, title="改过的标题"))
    append(store, run_id, went_live(2, START_MS + 5))
    assert store.runs.summary(run_id).started_ms == START_MS + 5
    append(store, run_id, held(3), ended(4, START_MS + 99))
    done = store.runs.summary(run_id)
    assert (done.title, done.kind, done.ended_ms) == ("改过的标题", RunKind.LIVE, START_MS + 99)


def test_the_list_holds_runs_that_went_on_air_newest_first(store: Store) -> None:
    early, late, never = new_run(store), new_run(store, RunKind.REHEARSAL), new_run(store)
    append(store, late, opened(1), went_live(2, START_MS + 1_000))
    append(store, early, opened(1), went_live(2, START_MS))
    append(store, never, opened(1))
    assert [item.run_id for item in store.runs.summaries()] == [late, early]


def test_the_unfinished_run_is_the_newest_live_one_that_was_opened(store: Store) -> None:
    assert store.runs.unfinished() is None
    store.shows.add(show("other"), by="编导", at_ms=0)
    first, other = new_run(store), new_run(store, show_id="other")
    append(store, first, opened(1), went_live(2))
    append(store, other, opened(1))
    append(store, new_run(store, RunKind.REHEARSAL), opened(1), went_live(2))
    new_run(store)

    def found(show_id: str | None = None) -> int | None:
        summary = store.runs.unfinished(show_id)
        return summary.run_id if summary is not None else None

    assert (found(), found("a1b2c3"), found("other"), found("nothing")) == (other, first, other, None)
    append(store, other, Entry(2, 1, 1, "导播", events.RunEnded()))
    assert (found(), found("other")) == (first, None)


def test_a_younger_run_that_prepares_never_hides_the_one_on_air(store: Store) -> None:
    assert store.runs.interrupted() is None
    store.shows.add(show("other"), by="编导", at_ms=0)
    on_air, preparing = new_run(store), new_run(store, show_id="other")
    append(store, on_air, opened(1))
    append(store, preparing, opened(1))
    append(store, new_run(store, RunKind.REHEARSAL), opened(1), went_live(2))
    assert store.runs.interrupted() is None
    append(store, on_air, went_live(2))

    def found(summary: RunSummary | None) -> int | None:
        return None if summary is None else summary.run_id

    assert found(store.runs.unfinished()) == preparing
    assert found(store.runs.interrupted()) == on_air
    append(store, on_air, ended(3, START_MS + 99))
    assert store.runs.interrupted() is None
