"""How far a script has come: who sends, approves, locks, unlocks and archives it, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from bare_desk import Desk
from live_show import Journal
from pages_desk import evening, told
from script_room import ScriptRoom, script_room
from versions_room import Key, listed, press, title, versions_panel

from livedesk.domain.approval import Step
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.rundown import Approval
from livedesk.ui.workspaces.script.approval_bar import LockBar
from livedesk.ui.workspaces.script.approval_box import take_step
from livedesk.ui.workspaces.script.approval_words import state_words, tone
from livedesk.ui.workspaces.script.version_panel import VersionsPanel

__all__ = ["script_room", "versions_panel"]


def test_a_script_is_sent_approved_locked_and_unlocked_with_a_reason(
    script: ScriptRoom, panel: VersionsPanel
) -> None:
    box = panel.approval
    assert box.state.text() == "Draft"
    for step, state in ((Step.SEND, "In review"), (Step.APPROVE, "Approved"), (Step.LOCK, "Locked")):
        press(script, box.buttons[step])
        assert box.state.text() == state
        script.qtbot.waitUntil(lambda: box.last.text().startswith("运营 · "))
    assert [one.step for one in box.buttons.values() if one.isVisible()] == [Step.UNLOCK, Step.ARCHIVE]
    press(script, box.buttons[Step.UNLOCK])
    field = box.reason.field
    assert field.isVisible()
    script.qtbot.keyClick(field, Key.Key_Return)
    assert field.property("bad") == "true"
    assert script.show.approval is Approval.LOCKED
    script.qtbot.keyClick(field, Key.Key_Escape)
    assert not box.reason.isVisible()
    press(script, box.buttons[Step.UNLOCK])
    script.qtbot.keyClicks(field, "price moved")
    script.qtbot.keyClick(field, Key.Key_Return)
    assert box.state.text() == "Approved"
    script.qtbot.waitUntil(lambda: box.why.text() == "price moved")
    listed(script, panel, 4)
    assert panel.model.rows[0].words == "→ Approved · price moved"
    assert [row.approval for row in panel.model.rows[:4]] == [
        Approval.APPROVED, Approval.LOCKED, Approval.APPROVED, Approval.IN_REVIEW,
    ]  # fmt: skip
    press(script, box.buttons[Step.LOCK])
    press(script, box.buttons[Step.UNLOCK])
    script.qtbot.keyClicks(field, "again")
    press(script, box.reason.draft)
    assert script.show.approval is Approval.DRAFT
    script.qtbot.waitUntil(lambda: box.why.text() == "again")
    script.settled()


def test_a_draft_that_is_locked_and_unlocked_is_a_draft(script: ScriptRoom, panel: VersionsPanel) -> None:
    box = panel.approval
    press(script, box.buttons[Step.LOCK])
    press(script, box.buttons[Step.UNLOCK])
    assert box.reason.first.text() == "Unlock (Draft)"
    assert not box.reason.draft.isVisible()
    script.qtbot.keyClicks(box.reason.field, "one price")
    script.qtbot.keyClick(box.reason.field, Key.Key_Return)
    assert script.show.approval is Approval.DRAFT
    script.settled()


def test_what_it_was_before_is_read_where_it_was_locked_elsewhere(script: ScriptRoom) -> None:
    other = script.open()
    other.do(SetApproval(Approval.IN_REVIEW))
    other.do(SetApproval(Approval.LOCKED))
    script.settled(script.document, other)
    bar = LockBar(script.context, script.document)
    script.qtbot.addWidget(bar)
    bar.show()
    script.qtbot.waitUntil(lambda: bar.facts.before is Approval.IN_REVIEW)
    bar.ask_unlock()
    script.qtbot.keyClicks(bar.reason.field, "late price")
    script.qtbot.keyClick(bar.reason.field, Key.Key_Return)
    assert script.show.approval is Approval.IN_REVIEW
    script.settled(script.document, other)


def test_an_approved_script_tells_what_was_changed_since(script: ScriptRoom, panel: VersionsPanel) -> None:
    box, facts = panel.approval, panel.facts_of_approval
    for step in (Step.SEND, Step.APPROVE):
        press(script, box.buttons[step])
    script.qtbot.waitUntil(lambda: facts.last is not None)
    assert not box.why.isVisible()
    assert box.buttons[Step.LOCK].property("variant") == "primary"
    title(script.document, 0, "甲")
    title(script.document, 1, "乙")
    title(script.document, 0, "丙")
    script.qtbot.waitUntil(lambda: facts.changes == 2)
    assert box.why.text() == "2 changed since"
    assert state_words(facts.state, facts.changes) == "Approved · 2 changed since"
    assert tone(facts.state, facts.changes) == "next"
    assert box.buttons[Step.SEND].property("variant") == "primary"
    press(script, box.buttons[Step.LOCK])
    assert not facts.changes
    press(script, box.buttons[Step.UNLOCK])
    assert box.reason.first.text() == "Unlock (Approved)"
    script.qtbot.keyClicks(box.reason.field, "again")
    script.qtbot.keyClick(box.reason.field, Key.Key_Return)
    script.qtbot.waitUntil(lambda: facts.changes == 2)
    for _ in range(3):
        script.document.undo()
    script.qtbot.waitUntil(lambda: facts.changes == 0)
    assert box.why.text() == "again"
    script.settled()


def test_a_count_of_what_was_before_is_none_of_what_is(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts, run = panel.facts_of_approval, script.context.background.run
    held: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []

    def late(work: Callable[[], Any], done: Callable[[Any], None], *more: Any, **how: Any) -> None:
        if done == facts._counted:
            held.append((work, done))
        else:
            run(work, done, *more, **how)

    for step in (Step.SEND, Step.APPROVE):
        press(script, panel.approval.buttons[step])
    script.qtbot.waitUntil(lambda: facts.last is not None)
    script.settled()
    monkeypatch.setattr(script.context.background, "run", late)
    title(script.document, 0, "甲")
    script.qtbot.waitUntil(lambda: len(held) == 1)
    title(script.document, 1, "乙")
    script.qtbot.waitUntil(lambda: len(held) == 2)
    for work, done in reversed(held):
        done(work())
    assert facts.changes == 2
    monkeypatch.undo()
    script.settled()


def test_each_step_is_an_action_that_says_why_it_leads_nowhere(
    script: ScriptRoom, panel: VersionsPanel, desk: Desk
) -> None:
    actions = script.context.actions
    assert not actions.trigger("script_approve")
    assert actions["script_approve"].why == "The script is at: Draft"
    for step, state in (
        ("send", Approval.IN_REVIEW),
        ("approve", Approval.APPROVED),
        ("back", Approval.DRAFT),
        ("archive", Approval.ARCHIVED),
        ("take_out", Approval.LOCKED),
    ):
        assert actions.trigger(f"script_{step}")
        assert script.show.approval is state
    script.settled()
    on_air(script, desk)
    assert actions["script_archive"].why == "Not while the show is on air"


def test_the_bar_says_who_locked_it_and_that_nothing_was_changed(script: ScriptRoom) -> None:
    bar = LockBar(script.context, script.document)
    script.qtbot.addWidget(bar)
    assert bar.isHidden()
    other = script.open()
    other.do(SetApproval(Approval.LOCKED, "定稿"))
    script.qtbot.waitUntil(lambda: bar.words.text().startswith("Locked by 运营, "))
    assert bar.words.text().endswith(" · 定稿")
    assert bar.isVisible()
    before = script.show
    assert not script.document.do(ChangeShow({"title": "改"}))
    assert script.show is before
    assert bar.told.isVisible()
    press(script, bar.button)
    assert not bar.told.isVisible()
    script.qtbot.keyClick(bar.reason.field, Key.Key_Escape)
    assert bar.button.hasFocus()
    bar.ask_unlock()
    script.qtbot.keyClicks(bar.reason.field, "late price")
    script.qtbot.keyClick(bar.reason.field, Key.Key_Return)
    assert not bar.isVisible()
    assert script.document.do(ChangeShow({"title": "改"}))
    script.qtbot.waitUntil(lambda: bar.facts.reason == "late price")
    script.settled(script.document, other)


def test_an_archived_script_is_taken_out_locked(script: ScriptRoom) -> None:
    bar = LockBar(script.context, script.document)
    script.qtbot.addWidget(bar)
    script.document.do(SetApproval(Approval.ARCHIVED))
    assert bar.words.text().startswith("Archived")
    press(script, bar.button)
    assert script.show.approval is Approval.LOCKED
    script.qtbot.waitUntil(lambda: bar.words.text().startswith("Locked by 运营, "))
    script.settled()


def on_air(script: ScriptRoom, desk: Desk, *, until: int | None = 3) -> Journal:
    journal = evening(script.show, until=until)
    desk.publish(told(script.show, journal))
    return journal


def test_live_stands_beside_the_state_and_keeps_the_script_from_the_archive(
    script: ScriptRoom, panel: VersionsPanel, desk: Desk
) -> None:
    bar = LockBar(script.context, script.document)
    script.qtbot.addWidget(bar)
    archive = panel.approval.buttons[Step.ARCHIVE]
    assert archive.isVisible()
    assert not panel.approval.live.isVisible()
    on_air(script, desk)
    assert not take_step(script.context, script.document, bar.facts, Approval.ARCHIVED, "")
    assert script.refused[-1].code == "approval.no_way"
    assert panel.approval.live.isVisible()
    assert panel.approval.state.text() == "Draft"
    assert bar.isVisible()
    assert "holds at once" in bar.words.text()
    assert not archive.isVisible()
    other = replace(script.show, id="other")
    desk.publish(told(other, evening(other, until=3)))
    assert not panel.approval.live.isVisible()
    on_air(script, desk, until=None)
    assert archive.isVisible()
    assert not bar.isVisible()


def test_what_is_typed_is_in_the_script_before_it_is_locked(script: ScriptRoom, panel: VersionsPanel) -> None:
    typed = _Typed(script)
    press(script, panel.approval.buttons[Step.LOCK])
    script.document.flushing.disconnect(typed.ask)
    assert script.segment(0).title == "还没送出的字"
    assert script.show.approval is Approval.LOCKED
    script.qtbot.waitUntil(lambda: panel.approval.last.text() != "")
    script.settled()


class _Typed:
    """Holds words that are asked for when the document flushes."""

    def __init__(self, script: ScriptRoom) -> None:
        self._script = script
        script.document.flushing.connect(self.ask)

    def ask(self) -> None:
        if self._script.segment(0).title != "还没送出的字":
            title(self._script.document, 0, "还没送出的字")


def test_a_state_that_somebody_else_moved_on_meanwhile_is_said(script: ScriptRoom, panel: VersionsPanel) -> None:
    panel.approval.reason.ask()
    panel.approval.reason.field.setText("late")
    panel.approval.reason.given.emit(Approval.APPROVED, "late")
    assert script.refused[-1].code == "approval.no_way"
    assert script.show.approval is Approval.DRAFT
