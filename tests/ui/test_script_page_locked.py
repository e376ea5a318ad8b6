"""In a locked script every key that would change its words says why it does not, and what only reads goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from script_page_room import ALT, CTRL, SHIFT, K, PageRoom, script_page_room, script_sample
from test_script_page_checks import write

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.ui.workspaces.script.text_words import CO_HOST_KEY

__all__ = ["script_page_room", "script_sample"]

MENDING = {
    "script_mend_claim": "Alt+Return",
    "script_keep_claim": "Alt+Shift+Return",
    "script_co_host": f"Alt+{CO_HOST_KEY}",
}


def stroke(room: PageRoom, key: str, *, held: bool = False) -> None:
    """Press a key by its name; ``held``: it repeats."""
    pressed: QKeyCombination = QKeySequence(key)[0]
    QTest.simulateEvent(room.focus(), True, pressed.key(), pressed.keyboardModifiers(), "", held, -1)


def in_words(room: PageRoom) -> None:
    """The keys are in the words of a segment that says two refused wordings."""
    room.choose(2)
    write(room, 2, "全网最低价\n国家级的")
    room.settled()
    room.press(K.Key_E, CTRL)
    text = room.page.text
    room.wait(lambda: text.editor.hasFocus() and len(text._claims.marked) > 1)
    text.go_to(0, 0, 0)


def lock(room: PageRoom) -> None:
    """The script is locked, by a key."""
    room.press(K.Key_L, CTRL | SHIFT)
    room.settled()
    assert room.show.approval is Approval.LOCKED


@pytest.fixture(name="said")
def refused_actions(room: PageRoom) -> list[tuple[str, str]]:
    """The actions that were refused, with the reasons."""
    said: list[tuple[str, str]] = []
    room.context.actions.refused.connect(lambda action, why: said.append((action, why)))
    return said


@pytest.mark.parametrize("action", MENDING)
def test_a_key_that_would_mend_locked_words_says_why_not(
    room: PageRoom, sample: Show, said: list[tuple[str, str]], action: str
) -> None:
    in_words(room)
    lock(room)
    locked = room.show
    stroke(room, MENDING[action])
    stroke(room, MENDING[action], held=True)
    assert said == [(action, "The script is locked: Ctrl+Shift+L")]
    assert room.show is locked
    assert room.page.text.editor.hasFocus()
    assert not room.page.text.claim_bar.asking


def test_what_has_no_key_of_its_own_says_it_too(room: PageRoom, sample: Show, said: list[tuple[str, str]]) -> None:
    in_words(room)
    lock(room)
    assert not room.context.actions.trigger("script_doubt_claim")
    assert [action for action, _ in said] == ["script_doubt_claim"]


@pytest.mark.parametrize("key", ["Alt+D", "Alt+1"])
def test_a_kind_or_a_part_of_locked_words_says_why_not(room: PageRoom, sample: Show, key: str) -> None:
    in_words(room)
    lock(room)
    assert "Ctrl+Shift+L" not in room.notes
    stroke(room, key)
    assert "Ctrl+Shift+L" in room.notes
    assert room.page.text.editor.hasFocus()


@pytest.mark.parametrize("locked", [True, False])
def test_marked_wordings_are_walked_locked_or_not(
    room: PageRoom, sample: Show, said: list[tuple[str, str]], locked: bool
) -> None:
    in_words(room)
    if locked:
        lock(room)
    edit = room.page.text.editor
    room.press(K.Key_Down, ALT)
    first = edit.textCursor().selectedText()
    room.press(K.Key_Down, ALT)
    second = edit.textCursor().selectedText()
    assert len({first, second, ""}) == 3
    room.press(K.Key_Up, ALT)
    assert edit.textCursor().selectedText() == first
    for action in ("script_next_claim", "script_last_claim"):
        assert room.context.actions.trigger(action)
    assert not said


def test_the_keys_mend_again_once_it_is_unlocked(
    room: PageRoom, sample: Show, said: list[tuple[str, str]]
) -> None:
    in_words(room)
    lock(room)
    room.page.document.do(SetApproval(Approval.DRAFT))
    stroke(room, MENDING["script_keep_claim"])
    assert room.page.text.claim_bar.asking
    room.press(K.Key_Escape)
    before = room.page.text.editor.toPlainText()
    stroke(room, MENDING["script_mend_claim"])
    assert room.page.text.editor.toPlainText() != before
    assert not said
