"""A reason that is being written in the bar under the text stays until it is taken, given up or of no use any more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from script_room import ScriptRoom, script_room
from script_text_room import Writing
from test_script_text_claims import RULES, TEXT

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval

__all__ = ["script_room"]


@pytest.fixture
def writing(script: ScriptRoom) -> Iterator[Writing]:
    made = Writing(script)
    made.panel.set_rules(RULES)
    made.give(TEXT)
    made.caret("开场")
    made.panel._claims.look()
    made.panel.keep_claim()
    script.qtbot.keyClicks(made.panel.claim_bar.reason, "proof")
    yield made
    made.document.flush()
    script.settled()


def enter(writing: Writing) -> None:
    writing.room.qtbot.keyClick(writing.panel.claim_bar.reason, Qt.Key.Key_Return)


def looked(writing: Writing) -> None:
    """What has changed is known to the bar."""
    writing.room.settled()
    writing.room.qtbot.waitUntil(lambda: not writing.panel._claims._rest.isActive())


def test_a_lock_refuses_it_and_loses_no_word(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    assert writing.document.do(SetApproval(Approval.LOCKED))
    looked(writing)
    enter(writing)
    assert writing.room.refused
    assert writing.room.show.claim_overrides == ()
    assert bar.asking
    assert bar.reason.text() == "proof"
    assert bar.reason.hasFocus()
    assert writing.document.do(SetApproval(Approval.DRAFT, "重开"))
    looked(writing)
    enter(writing)
    assert [one.reason for one in writing.room.show.claim_overrides] == ["proof"]
    assert not bar.asking
    assert writing.edit.hasFocus()


def test_given_up_in_a_locked_script_nothing_is_offered(writing: Writing) -> None:
    bar = writing.panel.claim_bar
    assert writing.document.do(SetApproval(Approval.LOCKED))
    looked(writing)
    writing.room.qtbot.keyClick(bar.reason, Qt.Key.Key_Escape)
    assert bar.let.isVisible()
    assert not bar.let.isEnabled()
    assert not bar.swap.isEnabled()


def test_asked_again_it_goes_on(writing: Writing) -> None:
    writing.edit.setFocus()
    writing.panel.keep_claim()
    assert writing.panel.claim_bar.reason.hasFocus()
    assert writing.panel.claim_bar.reason.text() == "proof"


@pytest.mark.parametrize("before", ["限量发售\n", "全网第一，互动\n"])
def test_what_somebody_else_writes_before_its_words_leaves_it(writing: Writing, before: str) -> None:
    bar, other = writing.panel.claim_bar, writing.room.open()
    writing.give(before + TEXT, other)
    looked(writing)
    assert bar.asking
    assert bar.reason.hasFocus()
    enter(writing)
    (kept,) = writing.room.show.claim_overrides
    assert (kept.rule_id, kept.words, kept.reason) == ("lowest", "全网最低", "proof")


def test_where_its_words_are_gone_the_text_has_the_keys(writing: Writing) -> None:
    other = writing.room.open()
    writing.give("限量", other)
    looked(writing)
    assert not writing.panel.claim_bar.asking
    assert writing.edit.hasFocus()
    assert writing.panel.claim_bar.words.text() == "限量"


def test_whoever_goes_on_in_the_text_sees_what_is_there(writing: Writing) -> None:
    writing.edit.setFocus()
    writing.caret("限")
    assert not writing.panel.claim_bar.asking
    assert writing.panel.claim_bar.words.text() == "限量"
    assert writing.edit.hasFocus()


def test_taken_back_twice_is_taken_back_once(writing: Writing) -> None:
    enter(writing)
    writing.caret("今天全")
    writing.room.qtbot.waitUntil(writing.panel.claim_bar.back.isVisible)
    revision = writing.document.revision
    writing.panel.take_claim_back()
    writing.panel.take_claim_back()
    assert writing.room.show.claim_overrides == ()
    looked(writing)
    assert writing.document.revision == revision + 1
