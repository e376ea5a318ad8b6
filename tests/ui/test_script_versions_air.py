"""Versions: which of them went on air, who put it there, and when."""

from __future__ import annotations

import threading

import pytest
from bare_desk import START_MS
from live_show import Journal
from pages_desk import keep_run
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from script_room import ScriptRoom, script_room
from versions_room import Key, listed, press, title, versions_panel

from livedesk.domain.clock import DAY, MINUTE
from livedesk.domain.edits import ChangeShow
from livedesk.domain.events import RunEnded, RunKind, RunOpened, WentLive
from livedesk.domain.ports import Revision, RunSummary
from livedesk.domain.run import State
from livedesk.services.broadcasts import Broadcast
from livedesk.services.session.snapshot import SaveStatus, SessionSnapshot
from livedesk.store.runs import StoredRuns
from livedesk.ui.workspaces.script.version_panel import VersionsPanel
from livedesk.ui.workspaces.script.version_rows import Reader, VersionRow, rows
from livedesk.ui.workspaces.script.version_words import Titles
from tests.unit import shows as small

__all__ = ["script_room", "versions_panel"]
ZONE = "Asia/Shanghai"
LONG = 151 * MINUTE


def run_of(
    script: ScriptRoom,
    revision: int,
    *,
    kind: RunKind = RunKind.LIVE,
    opened: int = START_MS - MINUTE,
    by: str = "场控",
    ended: bool = True,
) -> Journal:
    """A run that went on air a minute after it was opened, and lasted two and a half hours and a minute."""
    journal = Journal(script.show, opened)
    journal.add(0, RunOpened(script.show_id, script.show.title, kind, 1, ZONE, START_MS, "boot", 0))
    journal.add(MINUTE, WentLive(revision, (), START_MS + LONG), by)
    if ended:
        journal.add(MINUTE + LONG, RunEnded())
    return journal


def aired(panel: VersionsPanel) -> list[VersionRow]:
    return [row for row in panel.model.rows if row.on_air is not None]


def read_aloud(panel: VersionsPanel) -> list[str]:
    """What a screen reader reads of the list."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [panel.model.index(at, 0).data(role) for at in range(panel.model.rowCount())]


def test_a_version_says_that_it_went_on_air_who_put_it_there_and_until_when(script: ScriptRoom) -> None:
    title(script.document, 0, "甲")
    title(script.document, 1, "乙")
    script.settled()
    keep_run(script.services.store, run_of(script, 2))
    keep_run(script.services.store, run_of(script, 3, kind=RunKind.REHEARSAL), RunKind.REHEARSAL)
    panel = VersionsPanel(script.context, script.document)
    script.qtbot.addWidget(panel)
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.show()
    listed(script, panel, 2)
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)
    assert [row.revision for row in panel.model.rows] == [3, 2, 2, 1]
    assert read_aloud(panel)[1] == "Was on air 20:00–22:31, 场控"
    assert read_aloud(panel)[2].startswith("“甲”: Title, 运营 · ")
    panel.grab()
    del tester
    panel.hide()


def test_the_times_are_those_of_the_shows_zone(script: ScriptRoom, panel: VersionsPanel) -> None:
    panel.hide()
    assert script.document.do(ChangeShow({"zone": "America/New_York"}))
    script.settled()
    keep_run(script.services.store, run_of(script, 2, opened=START_MS - 3 * DAY - MINUTE))
    panel.show()
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1 and len(panel.history.steps) == 1)
    assert read_aloud(panel)[0] == "Was on air 11-22 07:00–09:31, 场控"


def test_a_show_that_was_never_changed_lists_the_version_that_went_on_air(
    script: ScriptRoom, panel: VersionsPanel
) -> None:
    listed(script, panel, 0)
    panel.hide()
    keep_run(script.services.store, run_of(script, 1))
    panel.show()
    script.qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert [row.words for row in panel.model.rows] == ["Was on air 20:00–22:31", "First version"]
    panel.take_keys()
    script.qtbot.waitUntil(lambda: panel.comparison is not None)
    assert panel.box.title.text() == "Version 1 · Was on air 20:00–22:31, 场控 → now"
    assert panel.box.view.empty == "Nothing is different."
    panel.list.setCurrentIndex(panel.model.index(1, 0))
    script.qtbot.waitUntil(lambda: panel.box.title.text() == "Version 1 · as it was made or read in → now")


def test_while_it_is_on_air_the_list_says_since_when_and_then_until_when(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    script.settled()
    journal = run_of(script, 2, ended=False)
    store = script.services.store
    late = [True]
    real = StoredRuns.summaries

    def summaries(runs: StoredRuns) -> tuple[RunSummary, ...]:
        # The desk tells before the journal is on disk.
        return () if late and late.pop() else real(runs)

    run_id = keep_run(store, journal)
    monkeypatch.setattr(StoredRuns, "summaries", summaries)
    tell(script, journal)
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)
    assert not late
    assert read_aloud(panel)[0] == "On air since 20:00, 场控"
    panel.grab()
    panel.take_keys()
    ended = journal.add(MINUTE + LONG, RunEnded())
    store.writer.append(run_id, (ended,), lambda _error: None)
    store.writer.submit(lambda: None).result(10)
    tell(script, journal)
    script.qtbot.waitUntil(lambda: read_aloud(panel)[0] == "Was on air 20:00–22:31, 场控")
    assert panel.list.currentIndex().row() == 0
    del tester


def tell(script: ScriptRoom, journal: Journal) -> None:
    """What the session of the run tells."""
    script.context.bridge.post(SessionSnapshot(1, State(script.show, 2, journal.run), SaveStatus(1)))
    QApplication.processEvents()


def test_the_version_that_went_on_air_is_compared_with_now_and_restored(
    script: ScriptRoom, panel: VersionsPanel
) -> None:
    title(script.document, 0, "播出的")
    script.settled()
    on_air = script.show
    keep_run(script.services.store, run_of(script, 2))
    title(script.document, 0, "后来的")
    panel.hide()
    panel.show()
    listed(script, panel, 2)
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)
    panel.take_keys()
    script.qtbot.keyClick(panel.list, Key.Key_Down)
    assert panel.list.chosen == (aired(panel)[0],)
    script.qtbot.waitUntil(lambda: panel.box.title.text().startswith("Version 2 · Was on air"))
    assert "播出的" in panel.box.view.toPlainText()
    press(script, panel.box.turn)
    script.qtbot.waitUntil(lambda: panel.box.facts.text() == "No difference")
    press(script, panel.box.ask)
    script.qtbot.waitUntil(lambda: panel.box.restore.isVisible())
    press(script, panel.box.restore)
    assert script.show == on_air
    script.settled()


def test_runs_are_read_off_the_windows_thread_and_only_while_somebody_looks(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_run(script.services.store, run_of(script, 1))
    threads: list[threading.Thread] = []
    summaries, entries = StoredRuns.summaries, StoredRuns.entries

    def seen_summaries(runs: StoredRuns) -> object:
        threads.append(threading.current_thread())
        return summaries(runs)

    def seen_entries(runs: StoredRuns, run_id: int) -> object:
        threads.append(threading.current_thread())
        return entries(runs, run_id)

    script.qtbot.waitUntil(lambda: not panel.runs._busy and not panel.runs._soon.isActive())
    panel.hide()
    monkeypatch.setattr(StoredRuns, "summaries", seen_summaries)
    monkeypatch.setattr(StoredRuns, "entries", seen_entries)
    tell(script, run_of(script, 1, ended=False))
    tell(script, run_of(script, 1))
    script.qtbot.wait(1)
    assert threads == []
    panel.runs.found = ()
    panel.show()
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)
    assert len(threads) >= 2
    assert threading.main_thread() not in threads


def test_another_show_has_its_own_times_on_air(script: ScriptRoom, panel: VersionsPanel) -> None:
    panel.hide()
    keep_run(script.services.store, run_of(script, 1))
    panel.show()
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)
    other = small.show("2026-11-25T20:00", small.segment(1, 5))
    script.services.shows.add(other, by="运营", at_ms=0)
    script.document.open(other.id)
    script.qtbot.waitUntil(lambda: script.show.id == other.id and panel.history.whole)
    assert panel.model.rowCount() == 0
    script.document.open(script.show_id)
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)


SHOW = small.show("2026-11-25T20:00", small.segment(1, 5))


def steps(*revisions: int) -> tuple[Revision, ...]:
    """Steps of one person, all within a minute."""
    edit = ChangeShow({"title": "x"})
    return tuple(Revision(one, "edit", None, None, edit, "运营", START_MS) for one in revisions)


def keys(read: tuple[Revision, ...], *aired: Broadcast, whole: bool = True) -> list[object]:
    reader = Reader(ZONE, START_MS, Titles(SHOW), frozenset())
    return [row.key for row in rows(read, reader, whole=whole, aired=aired)]


@pytest.mark.usefixtures("qapp")
def test_each_time_on_air_stands_over_its_version_and_parts_what_was_changed_before_it_and_since() -> None:
    read = steps(6, 5, 4, 3, 2)
    assert keys(read) == [("b", 2), ("r", 1)]
    first, again = Broadcast(1, 4, "场控", 5), Broadcast(2, 4, "场控", 3)
    assert keys(read, again, first) == [("b", 5), ("air", 2), ("air", 1), ("b", 2), ("r", 1)]
    assert keys(read, Broadcast(1, 1, "场控", 5)) == [("b", 2), ("air", 1), ("r", 1)]
    assert keys(read, Broadcast(1, 6, "场控", 5)) == [("air", 1), ("b", 2), ("r", 1)]
    assert keys(read[:2], Broadcast(1, 4, "场控", 5), whole=False) == [("b", 5), "more"]


@pytest.mark.usefixtures("qapp")
def test_a_show_past_midnight_says_the_day_of_its_end() -> None:
    reader = Reader(ZONE, START_MS + 9 * DAY, Titles(SHOW), frozenset())
    late = Broadcast(1, 1, "场控", START_MS, START_MS + 300 * MINUTE)
    assert rows((), reader, whole=True, aired=(late,))[0].text == "Was on air 11-25 20:00–11-26 01:00, 场控"
