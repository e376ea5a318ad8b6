"""Rates that are set by hand: steps forward and back, each from the one before."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread

import pytest

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Kept, KeptItem
from livedesk.services.paces import known_paces, set_pace, take_pace_back
from livedesk.store.store import Store


def test_steps_go_back_one_by_one_to_what_was_measured(tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:

        def rate() -> float | None:
            known = known_paces(store.kept, store.shows, store.runs).get("主播一")
            return known.cps if known is not None else None

        for cps in (3.0, 4.0, 5.0):
            set_pace(store.kept, "主播一", cps, by="运营", at_ms=1)
        seen = [rate()]
        for _ in range(4):
            take_pace_back(store.kept, "主播一", by="运营", at_ms=2)
            seen.append(rate())
        assert seen == [5.0, 4.0, 3.0, None, None]
        with pytest.raises(UserError, match=r"pace\.out_of_range"):
            set_pace(store.kept, "主播一", 99.0, by="运营", at_ms=3)


class Meeting:
    """A place to keep things where two who look at once see the same, if they are let."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._both = Barrier(2)
        self.put, self.drop, self.all = kept.put, kept.drop, kept.all

    def find(self, kind: str, key: str) -> KeptItem | None:
        """One of them, once the other has looked too or does not come."""
        found = self._kept.find(kind, key)
        try:
            self._both.wait(0.3)
        except BrokenBarrierError:
            self._both.reset()
        return found


def test_two_steps_at_once_are_two_steps(tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        for cps in (3.0, 4.0, 5.0):
            set_pace(store.kept, "主播一", cps, by="运营", at_ms=1)
        meeting = Meeting(store.kept)
        steps = [
            Thread(target=take_pace_back, args=(meeting, "主播一"), kwargs={"by": "运营", "at_ms": 2})
            for _ in range(2)
        ]
        for step in steps:
            step.start()
        for step in steps:
            step.join()
        assert known_paces(store.kept, store.shows, store.runs)["主播一"].cps == 3.0
