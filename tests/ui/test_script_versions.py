"""Versions: the way of a script through its approval, its history in words, what is different, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from script_room import ScriptRoom, script_room
from versions_room import Key, listed, press, select, title, versions_panel

from livedesk.domain import editing
from livedesk.domain.approval import Step
from livedesk.domain.edits import SetApproval
from livedesk.domain.ports import Revision
from livedesk.domain.rundown import Approval, Segment
from livedesk.domain.script import parse_script, script_text
from livedesk.store.shows import StoredShows
from livedesk.ui.workspaces.script import version_history
from livedesk.ui.workspaces.script.diff_page import DiffPage
from livedesk.ui.workspaces.script.diff_view import WIDE
from livedesk.ui.workspaces.script.version_panel import LOW, VersionsPanel

__all__ = ["script_room", "versions_panel"]


def test_the_history_stands_in_words_and_folds_what_one_did_at_once(
    script: ScriptRoom, panel: VersionsPanel
) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    title(script.document, 0, "甲")
    script.document.do(editing.remove(script.show, {script.segment(1).id}))
    script.document.do(editing.insert(script.show, [replace(script.segment(2), id="new", title="加场")], 1))
    listed(script, panel, 3)
    head, first = panel.model.rows
    assert head.words == "3 changes · Added “加场”"
    assert head.below.startswith("运营 · ")
    assert (first.words, head.opens, first.revision) == ("First version", False, 1)
    panel.take_keys()
    script.qtbot.keyClick(panel.list, Key.Key_Right)
    rows = panel.model.rows
    assert [row.words for row in rows[1:4]] == [
        "Added “加场”", "Removed “福袋抽奖 · 满 2000 人开”; Promotions", "“甲”: Title",
    ]  # fmt: skip
    script.qtbot.keyClick(panel.list, Key.Key_Down)
    script.qtbot.keyClick(panel.list, Key.Key_Left)
    assert panel.model.rowCount() == 2
    assert panel.list.currentIndex().row() == 0
    script.document.undo()
    listed(script, panel, 4)
    script.qtbot.keyClick(panel.list, Key.Key_Right)
    rows = panel.model.rows
    assert rows[1].words == "Taken back: Added “加场”"
    assert [row.undone for row in rows[1:5]] == [False, True, False, False]
    script.document.redo()
    listed(script, panel, 5)
    assert [row.undone for row in panel.model.rows[1:6]] == [False] * 5
    del tester
    script.settled()


def test_a_version_is_seen_against_now_and_by_what_it_changed(script: ScriptRoom, panel: VersionsPanel) -> None:
    title(script.document, 0, "甲乙丙")
    script.document.do(SetApproval(Approval.IN_REVIEW))
    segment = script.segment(3)
    words = script_text(segment.script) + "\n新的一句"
    script.document.do(editing.rewrite(segment.id, segment.script, parse_script(words)))
    listed(script, panel, 3)
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.comparison is not None)
    text = panel.box.view.toPlainText()
    assert "甲乙丙" in text
    assert "+ 新的一句" in text
    assert "Draft" in text
    assert panel.box.facts.text() == "2 changed · 1 of the show itself"
    title(script.document, 1, "后来的")
    script.qtbot.waitUntil(lambda: "后来的" in panel.box.view.toPlainText())
    listed(script, panel, 4)
    select(script, panel, 2)
    script.qtbot.waitUntil(lambda: panel.box.title.text().startswith("Version 2"))
    press(script, panel.box.turn)
    script.qtbot.waitUntil(lambda: panel.box.facts.text() == "1 changed")
    assert "新的一句" not in panel.box.view.toPlainText()
    script.settled()


def test_the_newest_version_tells_what_it_changed(script: ScriptRoom, panel: VersionsPanel) -> None:
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    panel.take_keys()
    script.qtbot.waitUntil(lambda: panel.box.facts.text() == "1 changed")
    assert "甲" in panel.box.view.toPlainText()
    assert panel.box.turn.text() == "Against now"
    press(script, panel.box.turn)
    script.qtbot.waitUntil(lambda: panel.box.facts.text() == "No difference")
    assert panel.box.view.empty == "Nothing is different."
    script.settled()


def test_two_versions_are_compared_and_shown_large(script: ScriptRoom, panel: VersionsPanel) -> None:
    page = DiffPage(script.context)
    script.qtbot.addWidget(page)
    page.resize(WIDE + 200, 600)
    page.show()
    panel.compared.connect(page.show_comparison)
    for step, text in ((Approval.IN_REVIEW, "甲"), (Approval.APPROVED, "乙"), (Approval.DRAFT, "丙")):
        script.document.do(SetApproval(step))
        title(script.document, 0, text)
    listed(script, panel, 6)
    select(script, panel, 5, 3)
    script.qtbot.waitUntil(lambda: page.title.text().startswith("Version 3"))
    found = panel.comparison
    assert found is not None
    assert [(one.before, one.after) for one in found.found.items[0].fields] == [("甲", "乙")]
    assert "Version 5" in page.title.text()
    assert not panel.box.ask.isVisible()
    text = page.view.toPlainText()
    assert "甲" in text
    assert "乙" in text
    page.resize(400, 600)
    assert "甲  →  乙" in page.view.toPlainText()
    with script.qtbot.waitSignal(panel.opened):
        script.qtbot.keyClick(panel.list, Key.Key_Return)
    page.view.setFocus()
    with script.qtbot.waitSignal(page.closed):
        script.qtbot.keyClick(page.view, Key.Key_Escape)
    script.settled()


def test_a_version_is_restored_after_it_was_seen_and_the_undo_takes_it_back(
    script: ScriptRoom, panel: VersionsPanel
) -> None:
    start = script.show
    title(script.document, 0, "甲")
    script.document.do(editing.remove(script.show, {script.segment(2).id}))
    script.document.do(SetApproval(Approval.IN_REVIEW))
    after = script.show
    listed(script, panel, 3)
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.box.ask.isVisible())
    press(script, panel.box.ask)
    script.qtbot.waitUntil(lambda: panel.box.restore.isVisible())
    assert panel.box.facts.text() == "1 added · 2 changed"
    script.qtbot.keyClick(panel.box.restore, Key.Key_Escape)
    script.qtbot.waitUntil(lambda: not panel.box.restore.isVisible())
    assert script.show is after
    panel.ask_restore()
    script.qtbot.waitUntil(lambda: panel.box.restore.isVisible())
    press(script, panel.box.restore)
    assert script.show == replace(start, approval=Approval.IN_REVIEW)
    listed(script, panel, 4)
    assert panel.model.rows[0].words == "Another version put in place"
    script.document.undo()
    script.settled()
    assert script.show == after


def test_a_locked_script_is_not_restored(script: ScriptRoom, panel: VersionsPanel) -> None:
    title(script.document, 0, "甲")
    script.document.do(SetApproval(Approval.LOCKED))
    listed(script, panel, 2)
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.box.ask.isVisible())
    assert not panel.box.ask.isEnabled()
    panel.ask_restore()
    script.qtbot.wait(100)
    assert panel.comparison is not None
    assert not panel.comparison.restoring
    script.settled()


def test_older_versions_are_read_when_asked_for(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.hide()
    for at in range(7):
        title(script.document, 0, f"改 {at}")
    script.settled()
    monkeypatch.setattr(version_history, "PAGE", 3)
    panel.show()
    listed(script, panel, 3)
    assert panel.model.rows[-1].words == "Older versions…"
    panel.take_keys()
    for count in (6, 7):
        script.qtbot.keyClick(panel.list, Key.Key_End)
        script.qtbot.keyClick(panel.list, Key.Key_Return)
        listed(script, panel, count)
    assert [step.revision for step in panel.history.steps] == [8, 7, 6, 5, 4, 3, 2]
    assert panel.model.rows[-1].words == "First version"


def test_what_went_before_anybody_looked_is_named_as_it_was_at_first(script: ScriptRoom) -> None:
    gone = script.segment(5)
    script.document.do(editing.remove(script.show, {gone.id}))
    script.settled()
    panel = VersionsPanel(script.context, script.document)
    script.qtbot.addWidget(panel)
    panel.show()
    listed(script, panel, 1)
    assert panel.model.rows[0].words.startswith(f"Removed “{gone.title}”")
    panel.hide()


def test_what_is_kept_a_moment_after_it_is_shown_is_read_then(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(script, panel, 0)
    late = [True]
    real: Callable[..., tuple[Revision, ...]] = StoredShows.history

    def history(shows: StoredShows, show_id: str, **limits: int) -> tuple[Revision, ...]:
        return () if late and late.pop() else real(shows, show_id, **limits)

    monkeypatch.setattr(StoredShows, "history", history)
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    assert not late
    script.settled()


def test_a_panel_that_nobody_sees_reads_nothing(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real: Callable[..., object] = StoredShows.history

    def history(shows: StoredShows, show_id: str, **limits: int) -> object:
        asked.append(show_id)
        return real(shows, show_id, **limits)

    listed(script, panel, 0)
    panel.hide()
    script.qtbot.wait(1)
    monkeypatch.setattr(StoredShows, "history", history)
    title(script.document, 0, "甲")
    script.settled()
    script.qtbot.wait(400)
    assert not asked
    panel.show()
    listed(script, panel, 1)
    assert asked


def test_another_show_has_its_own_history(script: ScriptRoom, panel: VersionsPanel) -> None:
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    segments = (Segment("x", "另一段", script.segment(0).kind, 60_000),)
    script.services.shows.add(replace(script.show, id="other", segments=segments), by="运营", at_ms=0)
    script.document.open("other")
    listed(script, panel, 0)
    script.qtbot.waitUntil(lambda: not panel.model.rowCount())
    assert panel.comparison is None


def test_in_a_low_panel_every_line_and_button_is_to_be_read(script: ScriptRoom, panel: VersionsPanel) -> None:
    for step in (Step.SEND, Step.APPROVE):
        press(script, panel.approval.buttons[step])
    title(script.document, 0, "甲")
    script.qtbot.waitUntil(lambda: panel.facts_of_approval.changes == 1)
    listed(script, panel, 3)
    panel.resize(328, 270)
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.box.ask.isVisible() and panel.box.ask.height() > 0)
    assert panel.list.viewport().height() >= 2 * panel.list.sizeHintForRow(0)
    whole = QRect(QPoint(), panel.size())
    seen = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
    assert {panel.box.ask, panel.box.turn, panel.box.enlarge} < set(seen)
    for widget in (*seen, panel.box.title, panel.list, panel.approval.state):
        place = QRect(widget.mapTo(panel, QPoint()), widget.size())
        assert whole.contains(place), widget
        assert widget is panel.list or widget.height() >= widget.minimumSizeHint().height()
        assert not isinstance(widget, QPushButton) or widget.width() >= widget.sizeHint().width()
    lower = [panel.approval, panel.list, panel.box]
    edges = [(part.mapTo(panel, QPoint()).y(), part.height()) for part in lower]
    assert all(at + high <= below for (at, high), (below, _) in pairwise(edges))
    assert "1 changed" in panel.box.title.text()
    assert not panel.box.view.isVisible()
    panel.resize(328, LOW)
    assert panel.box.view.isVisible()


@pytest.mark.parametrize("high", [LOW + 100, 300])
def test_enter_restores_after_it_was_seen(script: ScriptRoom, panel: VersionsPanel, high: int) -> None:
    opened: list[bool] = []
    panel.opened.connect(lambda: opened.append(True))
    start = script.show
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    panel.resize(328, high)
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.box.ask.isVisible())
    panel.box.ask.setFocus()
    script.qtbot.keyClick(panel.box.ask, Key.Key_Return)
    script.qtbot.waitUntil(panel.box.restore.hasFocus)
    assert bool(opened) == (high < LOW)
    closed: list[object] = []
    panel.compared.connect(closed.append)
    script.qtbot.keyClick(panel.box.restore, Key.Key_Escape)
    assert (None in closed) == (high < LOW)
    assert panel.list.hasFocus()
    panel.ask_restore()
    script.qtbot.waitUntil(panel.box.restore.hasFocus)
    script.qtbot.keyClick(panel.box.restore, Key.Key_Return)
    assert script.show == start
    script.settled()


def test_restoring_is_an_action(script: ScriptRoom, panel: VersionsPanel) -> None:
    actions = script.context.actions
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    panel.take_keys()
    assert actions.trigger("script_restore")
    script.qtbot.waitUntil(lambda: panel.comparison is not None)
    assert not panel.box.restore.isVisible()
    select(script, panel, 1)
    script.qtbot.waitUntil(lambda: panel.box.title.text().startswith("Version 1"))
    assert actions.trigger("script_restore")
    script.qtbot.waitUntil(panel.box.restore.hasFocus)
    script.document.do(SetApproval(Approval.LOCKED))
    assert not actions.trigger("script_restore")
    assert actions["script_restore"].why == "The script is locked: unlock it first."
    script.settled()


def test_no_part_of_the_panel_comes_up_as_a_window(script: ScriptRoom) -> None:
    seen, application = Windows(), QApplication.instance()
    assert application is not None
    application.installEventFilter(seen)
    panel = VersionsPanel(script.context, script.document)
    script.qtbot.addWidget(panel)
    listed(script, panel, 0)
    application.removeEventFilter(seen)
    assert not seen.shown


class Windows(QObject):
    """The windows that come up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False
