"""One registry, and keys that act whatever has the focus unless text is typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from livedesk.ui.actions import DESK_KEYS, Actions, Category, key_label
from livedesk.ui.desk_keys import DeskKeys, takes_text
from livedesk.ui.theme import BLIND
from livedesk.ui.widgets.buttons import KeyButton


class Hands(QObject):
    """Counts what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def go(self) -> None:
        """GO."""
        self.done.append("go")

    def hold(self) -> None:
        """Hold."""
        self.done.append("hold")

    def press(self) -> None:
        """An ordinary button was pressed."""
        self.done.append("button")

    def panic(self) -> None:
        """Panic."""
        self.done.append("panic")


class Room(QWidget):
    """A window with everything that can have the focus."""

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        self.button, self.field, self.list, self.number = QPushButton("b"), QLineEdit(), QListWidget(), QSpinBox()
        self.list.addItems(["horse", "house", "three"])
        for part in (self.button, self.field, self.list, self.number):
            box.addWidget(part)


@pytest.fixture
def hands(qapp: QApplication) -> Hands:
    return Hands()


@pytest.fixture
def actions(qapp: QApplication, hands: Hands) -> Actions:
    made = Actions()
    made.desk("go", "GO", hands.go)
    made.desk("hold", "Hold", hands.hold)
    made.desk("panic", "Panic", hands.panic)
    return made


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, actions: Actions) -> Iterator[Room]:
    made = Room()
    qtbot.addWidget(made)
    keys = DeskKeys(qapp, actions, made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qapp.removeEventFilter(keys)


def _focus(widget: QWidget, qtbot: QtBot) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


@pytest.mark.parametrize("part", ["button", "list"])
def test_space_is_go_whatever_has_the_focus(room: Room, hands: Hands, qtbot: QtBot, part: str) -> None:
    widget = getattr(room, part)
    room.button.clicked.connect(hands.press)
    _focus(widget, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert hands.done == ["go"]


def test_a_key_from_the_window_system_acts_once(room: Room, hands: Hands, qtbot: QtBot) -> None:
    """The whole way: window system, shortcuts, window, widget with the focus."""
    room.button.clicked.connect(hands.press)
    _focus(room.button, qtbot)
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_Space)
    assert hands.done == ["go"]
    _focus(room.field, qtbot)
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_H)
    assert room.field.text() == "h"
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_F9)
    assert hands.done == ["go", "panic"]


@pytest.mark.parametrize("part", ["field", "number"])
def test_in_a_text_field_letters_are_text_and_panic_still_panic(
    room: Room, hands: Hands, qtbot: QtBot, part: str
) -> None:
    widget = getattr(room, part)
    _focus(widget, qtbot)
    QTest.keyClicks(widget, "h h")
    assert hands.done == []
    QTest.keyClick(widget, Qt.Key.Key_F9)
    assert hands.done == ["panic"]
    if part == "field":
        assert room.field.text() == "h h"


def test_typing_is_told_and_escape_ends_it(room: Room, hands: Hands, qtbot: QtBot) -> None:
    keys = room.findChild(DeskKeys)
    told: list[bool] = []
    keys.typing.connect(told.append)
    _focus(room.button, qtbot)
    _focus(room.field, qtbot)
    assert told == [True]
    QTest.keyClick(room.field, Qt.Key.Key_Escape)
    assert told == [True, False]
    QTest.keyClick(room, Qt.Key.Key_H)
    assert hands.done == ["hold"]


def test_escape_in_the_cell_of_a_table_gives_the_edit_up(room: Room, hands: Hands, qtbot: QtBot) -> None:
    item = room.list.item(0)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    room.list.editItem(item)
    editor = room.list.findChild(QLineEdit)
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "h h")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert item.text() == "horse"
    assert hands.done == []


def test_a_held_key_acts_once(room: Room, hands: Hands, qtbot: QtBot) -> None:
    _focus(room.button, qtbot)
    kind, key, none = QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(room.button, QKeyEvent(kind, key, none, " "))
    for _ in range(50):
        QApplication.sendEvent(room.button, QKeyEvent(kind, key, none, " ", True))
    assert hands.done == ["go"]


def test_a_key_with_a_modifier_is_another_key(room: Room, hands: Hands, qtbot: QtBot) -> None:
    _focus(room.list, qtbot)
    QTest.keyClick(room.list, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(room.list, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert hands.done == []


def test_a_disabled_key_says_why_and_a_meaningless_one_is_left_alone(
    room: Room, hands: Hands, actions: Actions, qtbot: QtBot
) -> None:
    refused: list[tuple[str, str]] = []
    actions.refused.connect(lambda name, why: refused.append((name, why)))
    room.button.clicked.connect(hands.press)
    _focus(room.button, qtbot)
    actions["go"].allow(False, "nothing follows")
    QTest.keyClick(room.button, Qt.Key.Key_Space)
    assert (hands.done, refused) == ([], [("go", "nothing follows")])
    actions["go"].allow(False)
    QTest.keyClick(room.button, Qt.Key.Key_Space)
    assert (hands.done, len(refused)) == (["button"], 1)


def test_another_window_keeps_its_keys(room: Room, hands: Hands, qtbot: QtBot) -> None:
    other = QPushButton("other")
    qtbot.addWidget(other)
    other.show()
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert hands.done == []


def test_the_input_method_is_off_outside_text(room: Room, qtbot: QtBot) -> None:
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    _focus(room.list, qtbot)
    room.button.setAttribute(enabled, True)
    _focus(room.button, qtbot)
    assert not room.button.testAttribute(enabled)
    _focus(room.field, qtbot)
    assert room.field.testAttribute(enabled)
    room.field.setReadOnly(True)
    assert not takes_text(room.field)


def test_ids_and_keys_are_taken_once(actions: Actions, hands: Hands) -> None:
    with pytest.raises(ValueError, match="exists"):
        actions.add("go", "again", hands.go, category=Category.SHOW)
    with pytest.raises(ValueError, match="taken"):
        actions.add("other", "other", hands.go, category=Category.SHOW, shortcut="F9")
    assert len(set(DESK_KEYS.values())) == len(DESK_KEYS)
    assert "go" in actions
    assert [action.id for action in actions] == ["go", "hold", "panic"]


def test_a_button_follows_its_action(qtbot: QtBot, family: str, actions: Actions, hands: Hands) -> None:
    button = KeyButton(actions, "go", family, variant="go")
    qtbot.addWidget(button)
    button.show()
    assert button.height() >= BLIND
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert hands.done == ["go"]
    why: list[str] = []
    actions.refused.connect(lambda _name, text: why.append(text))
    actions["go"].allow(False, "the show is over")
    assert button.property("dimmed") == "true"
    assert "the show is over" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (hands.done, why) == (["go"], ["the show is over"])


def test_keys_are_named_as_they_are_printed(qapp: QApplication) -> None:
    assert [key_label(key) for key in ("Space", "Backspace", "F9", "]")] == ["Space", "Backspace", "F9", "]"]
    arrows = ("Left", "Alt+Up", "Alt+Shift+Right", "Ctrl++", "Up")
    assert [key_label(key) for key in arrows] == ["←", "Alt+↑", "Alt+Shift+→", "Ctrl++", "↑"]
