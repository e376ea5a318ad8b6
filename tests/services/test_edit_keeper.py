"""Edits that the disk refuses for a while are kept in order all the same."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from livedesk.app import edit_keeper
from livedesk.app.edit_keeper import EditKeeper
from livedesk.domain.edits import ReplaceSegment
from livedesk.domain.errors import UserError
from livedesk.store.store import Store
from tests.unit.shows import segment, show


class FullAtFirst:
    """A writer whose disk is full for the first tries."""

    def __init__(self, store: Store, tries: int) -> None:
        self._store = store
        self._left = tries

    def submit(self, work: Callable[[], object]) -> Future[object]:
        if self._left:
            self._left -= 1
            failed: Future[object] = Future()
            failed.set_exception(UserError("store.disk_full"))
            return failed
        return self._store.writer.submit(work)


def test_edits_are_tried_again_until_they_are_kept(tmp_path: Path, monkeypatch: object) -> None:
    assert hasattr(monkeypatch, "setattr")
    monkeypatch.setattr(edit_keeper, "AGAIN_S", 0.01)
    faults: list[str] = []
    kept = threading.Event()

    def fault(code: str) -> None:
        faults.append(code)
        if not code:
            kept.set()

    with Store.open(tmp_path) as store:
        document = show("2026-11-25 20:00", segment(1, 5), segment(2, 5))
        store.shows.add(document, by="运营", at_ms=0)
        keeper = EditKeeper(store.shows, FullAtFirst(store, 2), fault)
        keeper.keep("show", ReplaceSegment(segment(1, 7)), base=1, by="导播", at_ms=1)
        keeper.keep("show", ReplaceSegment(segment(2, 9)), base=2, by="导播", at_ms=2)
        assert keeper.waiting
        assert kept.wait(10)
        assert not keeper.waiting
        found, revision = store.shows.load("show")
    assert revision == 3
    assert [item.duration_ms for item in found.segments] == [7 * 60_000, 9 * 60_000]
    assert faults == ["store.disk_full", "store.disk_full", ""]


def test_the_end_waits_for_edits_but_not_for_ever(tmp_path: Path, monkeypatch: object) -> None:
    assert hasattr(monkeypatch, "setattr")
    monkeypatch.setattr(edit_keeper, "AGAIN_S", 0.01)
    with Store.open(tmp_path) as store:
        store.shows.add(show("2026-11-25 20:00", segment(1, 5), segment(2, 5)), by="运营", at_ms=0)
        keeper = EditKeeper(store.shows, FullAtFirst(store, 2), lambda _: None)
        keeper.keep("show", ReplaceSegment(segment(1, 7)), base=1, by="导播", at_ms=1)
        keeper.keep("show", ReplaceSegment(segment(2, 9)), base=2, by="导播", at_ms=2)
        assert keeper.waits_for("show")
        assert not keeper.waits_for("another")
        assert keeper.finish(10) == 0
        assert store.shows.load("show")[1] == 3
        never = EditKeeper(store.shows, FullAtFirst(store, 1_000_000), lambda _: None)
        never.keep("show", ReplaceSegment(segment(1, 8)), base=3, by="导播", at_ms=3)
        assert never.finish(0.05) == 1
