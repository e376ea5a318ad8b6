"""A locked text is read: no key, no gesture, no offer and no input method writes into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from script_room import script_room
from script_text_room import TEXT, Writing, writing_desk

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval
from livedesk.ui.workspaces.script.text_words import KIND_KEYS, PART_KEYS

__all__ = ["script_room", "writing_desk"]

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT, NONE = M.ControlModifier, M.ShiftModifier, M.AltModifier, M.NoModifier


def lock(writing: Writing) -> None:
    assert writing.document.do(SetApproval(Approval.LOCKED, "定稿"))
    writing.room.settled()


def unchanged(writing: Writing, before: object, *, said: bool = False) -> None:
    """Neither the field nor the document has anything else than before; ``said``: it was told why."""
    writing.document.flush()
    assert writing.text == TEXT
    assert not writing.panel.writer.dirty
    assert writing.room.show is before
    assert not writing.room.conflicts
    assert [error.code for error in writing.room.refused] == ["edit.closed"] * said


@pytest.fixture(name="locked")
def locked_text(writing: Writing) -> Writing:
    """The text, locked, its second line chosen, and words on the clipboard."""
    lock(writing)
    cursor = writing.edit.textCursor()
    start = TEXT.index("第一句")
    cursor.setPosition(start)
    cursor.setPosition(start + 3, QTextCursor.MoveMode.KeepAnchor)
    writing.edit.setTextCursor(cursor)
    QGuiApplication.clipboard().setText("贴进来的话")
    return writing


_OF_LINES = [K(ord(letter)) for letter in (*KIND_KEYS.values(), *PART_KEYS.values())]
_KEYS = [
    *(
        (key, modifier)
        for key in (K.Key_Return, K.Key_Enter)
        for modifier in (NONE, SHIFT, ALT, ALT | SHIFT, CTRL | SHIFT)
    ),
    *((key, modifier) for key in (K.Key_Backspace, K.Key_Delete) for modifier in (NONE, SHIFT, CTRL)),
    *((key, CTRL) for key in (K.Key_X, K.Key_V, K.Key_K, K.Key_U, K.Key_H, K.Key_D, K.Key_B, K.Key_I)),
    *((K.Key_Insert, modifier) for modifier in (NONE, SHIFT)),
    (K.Key_V, CTRL | SHIFT),
    (K.Key_Tab, CTRL),
    *((key, ALT) for key in (*_OF_LINES, K.Key_J)),
    *((key, NONE) for key in (K.Key_A, K.Key_Space, K.Key_Slash, K.Key_BraceLeft, K.Key_1)),
]


@pytest.mark.parametrize("chosen", [True, False])
@pytest.mark.parametrize(("key", "modifier"), _KEYS)
def test_no_key_writes_into_a_locked_text(locked: Writing, key: Qt.Key, modifier: M, chosen: bool) -> None:
    if not chosen:
        locked.caret("第一句")
    before = locked.room.show
    locked.press(key, modifier)
    unchanged(locked, before, said=modifier == ALT and key in _OF_LINES)


def test_a_locked_text_can_be_read_and_copied_with_the_keyboard(locked: Writing) -> None:
    locked.press(K.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "第一句"
    locked.press(K.Key_End, CTRL)
    assert locked.edit.textCursor().position() == len(TEXT)


def _drop(writing: Writing) -> None:
    words = QMimeData()
    words.setText("拖进来的话")
    where, buttons = QPoint(40, 40), Qt.MouseButton.LeftButton
    target = writing.edit.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(where, Qt.DropAction.CopyAction, words, buttons, NONE))
    QApplication.sendEvent(target, QDropEvent(QPointF(where), Qt.DropAction.CopyAction, words, buttons, NONE))


def _compose(writing: Writing) -> None:
    writing.compose("nihao")
    writing.compose("", "你好")


def _delete_around(writing: Writing) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString("换", -1, 2)
    QApplication.sendEvent(writing.edit, event)


def _menu(writing: Writing) -> None:
    menu = writing.edit.createStandardContextMenu()
    for action in menu.actions():
        action.trigger()
    menu.deleteLater()


_GESTURES: Mapping[str, Callable[[Writing], None]] = {
    "drop": _drop,
    "composition": _compose,
    "input method deletes": _delete_around,
    "paste": lambda writing: writing.edit.paste(),
    "cut": lambda writing: writing.edit.cut(),
    "menu": _menu,
    "put": lambda writing: writing.edit.put(0, 2, "写"),
    "kind": lambda writing: writing.edit.gestures.set_kind(next(iter(KIND_KEYS))),
    "speaker": lambda writing: writing.edit.gestures.set_speaker(),
    "part": lambda writing: writing.edit.gestures.begin_part(next(iter(PART_KEYS))),
}


@pytest.mark.parametrize("what", sorted(_GESTURES))
def test_no_gesture_writes_into_a_locked_text(locked: Writing, what: str) -> None:
    before = locked.room.show
    _GESTURES[what](locked)
    unchanged(locked, before)


@pytest.mark.parametrize("how", ["enter", "tab", "click", "taken"])
def test_an_offer_that_stands_open_when_the_script_is_locked_writes_nothing(writing: Writing, how: str) -> None:
    writing.caret("第三句")
    writing.type("{{")
    offers = writing.edit.offers
    assert offers.isVisible()
    writing.document.flush()
    writing.room.settled()
    kept = writing.kept
    lock(writing)
    assert not offers.isVisible()
    before = writing.room.show
    if how == "taken":
        offers.taken.emit(offers._offers[0])
    elif how == "click":
        offers._clicked(offers.list.item(0))
    else:
        writing.press(K.Key_Return if how == "enter" else K.Key_Tab)
    assert writing.text == kept
    assert writing.room.show is before


def test_a_composition_that_is_open_when_somebody_locks_the_script_loses_no_word(
    writing: Writing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The input method is asked for what it has before the text is locked."""
    other = writing.room.open()
    writing.caret("第三句")
    writing.compose("nihao")

    class Method:
        @staticmethod
        def commit() -> None:
            writing.compose("", "你好")

    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: Method)
    assert other.do(SetApproval(Approval.LOCKED, "定稿"))
    writing.room.settled(writing.document, other)
    (conflict,) = writing.room.conflicts
    assert "第三句你好" in str(conflict.edit)
    assert writing.text == TEXT
    assert not writing.edit.composing


def test_an_unlocked_text_is_written_again(locked: Writing) -> None:
    assert locked.document.do(SetApproval(Approval.DRAFT))
    locked.caret("第三句")
    locked.type("x")
    locked.press(K.Key_Return)
    locked.press(K.Key_V, CTRL)
    locked.compose("nihao")
    locked.compose("", "你好")
    assert locked.text == f"{TEXT}x\n贴进来的话你好"
