"""What the interface sees go wrong is known to every run that comes on the desk while it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.app.desk import Desk
from livedesk.domain import commands as c
from livedesk.domain.rehearsing import RehearsalWishes
from livedesk.domain.settings import Settings
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import Refused
from livedesk.store.folder import DataFolder
from tests.integration.prompter_desk import until
from tests.unit.shows import segment, show

LOST = c.ShowFault("desk.screen_lost", (("screen", "HDMI-1"), ("panels", "商品队列")))


class Nobody:
    """The services that look outside: whatever they are told, nothing happens."""

    def __getattr__(self, _name: str) -> Nobody:
        return self

    def __call__(self, *_: object, **__: object) -> Nobody:
        return self


@pytest.fixture
def posted() -> list[object]:
    return []


@pytest.fixture
def desk(tmp_path: Path, posted: list[object]) -> Iterator[Desk]:
    folder = DataFolder(tmp_path)
    folder.create()
    made = Desk(folder, Settings(), SystemClock(), posted.append)
    yield made
    made.stop()


def _faults(desk: Desk) -> set[str]:
    snapshot = desk.latest.snapshot
    return set() if snapshot is None or snapshot.run_id is None else set(snapshot.state.run.faults)


def test_a_fault_that_the_interface_tells_stands_for_every_run_until_it_is_over(
    desk: Desk, posted: list[object]
) -> None:
    desk.tell_fault(LOST)
    desk.start()
    desk._joining.join(Nobody())  # type: ignore[arg-type]  # nobody is outside
    desk.open_show(desk.keep_show(show("2030-01-01 20:00", segment(1, 5.0))))
    assert until(lambda: _faults(desk) == {LOST.code}, 10), "told before there was a show"
    snapshot = desk.latest.snapshot
    assert snapshot is not None
    prepared = snapshot.run_id
    desk.begin_rehearsal(RehearsalWishes())
    assert until(lambda: desk.latest.snapshot is not None and desk.latest.snapshot.run_id != prepared, 10)
    assert until(lambda: _faults(desk) == {LOST.code}, 10), "a rehearsal knows of it"
    desk.end_rehearsal()
    assert until(lambda: desk.latest.snapshot is not None and desk.latest.snapshot.run_id == prepared, 10)
    desk.show.ask(lambda session: session.run_id).result(10)
    assert _faults(desk) == {LOST.code}, "and its end takes nothing away"
    desk.tell_fault(c.ClearFault(LOST.code))
    assert until(lambda: _faults(desk) == set(), 10)
    assert not [item for item in posted if isinstance(item, Refused)]
