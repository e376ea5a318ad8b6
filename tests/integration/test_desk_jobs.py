"""The jobs that the desk plans by itself: backups every hour and after a show, and reminders before one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from livedesk.app import outside
from livedesk.app.desk import Desk
from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE, to_local
from livedesk.domain.errors import UserError
from livedesk.domain.reschedule import reschedule
from livedesk.domain.settings import Settings
from livedesk.domain.status import Reminder
from livedesk.services import scheduler
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import Refused
from livedesk.store.folder import DataFolder
from livedesk.ui.context import SheetAnswers
from tests.integration.prompter_desk import until

SHEET = next((Path(__file__).parents[2] / "resources" / "samples").glob("*.xlsx"))
SOON_MS = 10 * MINUTE + 1_500


@pytest.fixture
def said() -> list[object]:
    return []


@pytest.fixture
def desk(tmp_path: Path, said: list[object]) -> Iterator[Desk]:
    """A desk without a window, whose store is open; nobody's OBS."""
    folder = DataFolder(tmp_path / "data")
    folder.create()
    folder.acquire()
    made = Desk(folder, Settings(obs_port=1), SystemClock(), said.append)
    made.start()
    made.accept()
    yield made
    made.stop()


def backups(desk: Desk) -> list[Path]:
    return sorted(desk.data_folder.glob("backups/*.db"))


def on_air(desk: Desk) -> None:
    desk.open_show(desk.keep_sheet(desk.preview_sheet(SHEET, SheetAnswers())))
    desk.dispatch(c.GoLive("导播", "测试"))


def test_the_first_backup_comes_by_itself(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "FIRST_BACKUP", timedelta(seconds=0.1))
    desk.look_outside()
    assert until(lambda: len(backups(desk)) == 1, 10)


def test_a_show_that_ends_is_backed_up(desk: Desk) -> None:
    desk.look_outside()
    on_air(desk)
    assert backups(desk) == []
    desk.dispatch(c.EndShow())
    assert until(lambda: len(backups(desk)) == 1, 10)


def test_a_backup_that_cannot_be_made_is_a_fault_until_one_can(desk: Desk, said: list[object]) -> None:
    desk.look_outside()
    on_air(desk)
    place = desk.data_folder / "backups"
    place.rmdir()
    place.write_text("no folder")
    desk.dispatch(c.EndShow())

    def faults() -> frozenset[str]:
        snapshot = desk.latest.snapshot
        return frozenset(snapshot.state.run.faults) if snapshot is not None else frozenset()

    assert until(lambda: "backup.failed" in faults(), 10)


@pytest.mark.parametrize("kept_first", [True, False])
def test_a_show_to_come_is_announced(
    desk: Desk, said: list[object], monkeypatch: pytest.MonkeyPatch, kept_first: bool
) -> None:
    preview = desk.preview_sheet(SHEET, SheetAnswers())
    assert preview.show is not None
    monkeypatch.setattr(scheduler, "REMIND_BEFORE_MS", (10 * MINUTE,))
    if not kept_first:
        desk.look_outside()
    soon = to_local(SystemClock().now().wall_ms + SOON_MS, preview.show.zone).replace(tzinfo=None)
    desk.keep_sheet(replace(preview, show=reschedule(preview.show, soon)))
    if kept_first:
        desk.look_outside()
    assert until(lambda: any(isinstance(item, Reminder) for item in said), 15)


def test_services_join_though_something_that_waited_for_them_fails(desk: Desk, said: list[object]) -> None:
    def fails(_: object) -> None:
        raise UserError("show.none")

    desk._joining.ask(fails)
    desk.retry_obs()
    desk.look_outside()
    assert desk.outside is not None
    refused = [item for item in said if isinstance(item, Refused)]
    assert [item.error.code for item in refused] == ["show.none"]
