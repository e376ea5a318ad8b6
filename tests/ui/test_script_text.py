"""The script's text under real keys: typing becomes edits, nobody's words are lost, the caret stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from script_room import script_room
from script_text_room import TEXT, Writing, writing_desk

from livedesk.domain import editing
from livedesk.domain.edits import SetApproval, SpliceScript
from livedesk.domain.rundown import Approval
from livedesk.domain.script import LineKind, ScriptLine, ScriptPart, script_text
from livedesk.ui.workspaces.script.text_writer import TextWriter

__all__ = ["script_room", "writing_desk"]


def test_a_burst_of_typing_is_one_edit_and_one_step_of_undo(writing: Writing) -> None:
    writing.caret("第三句")
    changes = len(writing.room.changes)
    writing.type("abc")
    assert writing.kept == TEXT
    writing.room.qtbot.waitUntil(lambda: writing.kept == TEXT + "abc")
    assert len(writing.room.changes) == changes + 1
    assert writing.before_caret() == "第三句abc"
    writing.type("de")
    writing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    writing.room.settled()
    assert writing.text == writing.kept == TEXT + "abc"
    assert writing.before_caret() == "第三句abc"
    writing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    writing.room.settled()
    assert writing.text == TEXT
    assert writing.before_caret() == "第三句"
    writing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    writing.room.settled()
    assert writing.text == TEXT + "abc"
    assert writing.before_caret() == "第三句abc"


def test_the_own_edit_leaves_an_empty_line_and_the_caret_alone(writing: Writing) -> None:
    writing.caret("第三句")
    writing.press(Qt.Key.Key_Return)
    writing.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    writing.document.flush()
    writing.room.settled()
    assert writing.text == TEXT + "\n\n"
    assert writing.kept == TEXT
    writing.type("x")
    writing.document.flush()
    writing.room.settled()
    assert writing.kept == writing.text == TEXT + "\n\nx"


def test_an_empty_line_between_two_paragraphs_stays(writing: Writing) -> None:
    writing.caret("助播：第二句")
    writing.press(Qt.Key.Key_Return)
    writing.document.flush()
    writing.room.settled()
    parted = TEXT.replace("第二句", "第二句\n")
    assert writing.kept == writing.text == parted
    other = next(one.id for one in writing.room.show.segments if one.id != writing.id)
    writing.document.choose((other,))
    writing.document.choose((writing.id,))
    assert writing.text == parted
    writing.document.undo()
    writing.room.settled()
    assert writing.kept == writing.text == TEXT
    writing.document.redo()
    writing.room.settled()
    assert writing.kept == writing.text == parted


def test_paragraphs_are_copied_with_the_empty_lines_between_them(writing: Writing) -> None:
    writing.give("一\n\n二\n\n\n三")
    writing.edit.selectAll()
    copied = writing.edit.createMimeDataFromSelection()
    assert copied.text() == "一\n\n二\n\n\n三"
    writing.caret("三")
    writing.press(Qt.Key.Key_Return)
    writing.edit.insertFromMimeData(copied)
    writing.document.flush()
    assert writing.kept == "一\n\n二\n\n\n三\n一\n\n二\n\n\n三"


@pytest.mark.parametrize("leave", ["focus", "item", "flush", "hide", "preview"])
def test_words_are_asked_for_wherever_a_writer_goes(writing: Writing, leave: str) -> None:
    writing.caret("第三句")
    writing.type("x")
    match leave:
        case "focus":
            writing.press(Qt.Key.Key_Tab)
            assert not writing.edit.hasFocus()
        case "item":
            writing.document.choose((writing.room.segment(writing.at + 1).id,))
            assert writing.text != TEXT + "x"
        case "flush":
            writing.document.flush()
        case "hide":
            writing.panel.hide()
        case "preview":
            writing.panel.preview()
    assert writing.kept == TEXT + "x"


def test_a_composition_is_left_alone(writing: Writing) -> None:
    writing.caret("第三句")
    other = writing.room.open()
    writing.compose("ni")
    writing.compose("nihao")
    assert writing.edit.composing
    assert not writing.panel.writer.dirty
    assert writing.text == TEXT
    block = writing.edit.textCursor().block()
    writing.give("零\n" + TEXT, other)
    writing.room.settled(writing.document, other)
    assert writing.text == TEXT
    assert block.layout().preeditAreaText() == "nihao"
    rest = writing.panel.findChildren(TextWriter)[0]
    rest._rested()
    assert writing.edit.composing
    writing.compose("", "你好")
    assert writing.text == "零\n" + TEXT + "你好"
    assert writing.before_caret() == "第三句你好"
    writing.room.qtbot.waitUntil(lambda: writing.kept == "零\n" + TEXT + "你好")
    writing.room.settled(writing.document, other)
    assert not writing.room.conflicts


def test_a_composition_that_is_given_up_changes_nothing(writing: Writing) -> None:
    writing.caret("第三句")
    changes = len(writing.room.changes)
    writing.compose("ni")
    writing.compose("")
    writing.document.flush()
    assert writing.text == writing.kept == TEXT
    assert len(writing.room.changes) == changes


def test_somebody_elses_line_goes_in_around_the_caret(writing: Writing) -> None:
    other = writing.room.open()
    writing.caret("第二")
    writing.give(TEXT.replace("第一句", "头一句").replace("第三句", "末一句"), other)
    writing.room.settled(writing.document, other)
    assert writing.text == TEXT.replace("第一句", "头一句").replace("第三句", "末一句")
    assert writing.before_caret() == "助播：第二"
    assert not writing.panel.writer.dirty


def test_words_on_other_lines_are_merged(writing: Writing) -> None:
    other = writing.room.open()
    writing.caret("第三句")
    writing.type("mine")
    writing.give(TEXT.replace("第一句", "头一句"), other)
    writing.room.settled(writing.document, other)
    writing.document.flush()
    writing.room.settled(writing.document, other)
    assert writing.kept == writing.text == TEXT.replace("第一句", "头一句") + "mine"
    assert writing.before_caret() == "第三句mine"
    assert not writing.room.conflicts


def test_words_on_the_same_line_stand_beside_each_other(writing: Writing) -> None:
    other = writing.room.open()
    writing.caret("第一句")
    writing.type("mine")
    theirs = TEXT.replace("第一句", "第一句theirs") + "末"
    writing.give(theirs, other)
    writing.room.qtbot.waitUntil(lambda: bool(writing.room.conflicts))
    (conflict,) = writing.room.conflicts
    (field,) = conflict.fields
    assert script_text(field.mine) == TEXT.replace("第一句", "第一句mine")
    assert script_text(field.theirs) == theirs
    assert conflict.error.code == "edit.stale"
    assert writing.text == theirs
    writing.room.settled(writing.document, other)
    writing.document.settle(conflict, frozenset())
    writing.room.settled(writing.document, other)
    assert writing.text == writing.kept == TEXT.replace("第一句", "第一句mine")


@pytest.mark.parametrize("what", ["removed", "locked"])
def test_words_typed_while_the_text_is_taken_away_are_handed_over(writing: Writing, what: str) -> None:
    other = writing.room.open()
    writing.caret("第三句")
    writing.type("x")
    gone = editing.remove(writing.room.show, {writing.id})
    other.do(SetApproval(Approval.LOCKED, "定稿") if what == "locked" else gone)
    writing.room.qtbot.waitUntil(lambda: bool(writing.room.conflicts))
    (conflict,) = writing.room.conflicts
    assert isinstance(conflict.edit, SpliceScript)
    assert [line.text for line in conflict.edit.lines] == ["第三句x"]
    assert conflict.error.code == ("edit.closed" if what == "locked" else "edit.stale")
    writing.room.settled(writing.document, other)
    assert "x" not in writing.text


def test_a_locked_script_is_read_only_and_says_so(writing: Writing) -> None:
    writing.document.do(SetApproval(Approval.LOCKED, "定稿"))
    assert writing.edit.isReadOnly()
    assert writing.panel._locked.isVisible()
    writing.type("x")
    writing.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    writing.panel.replace()
    writing.panel.find_bar.words.setText("第")
    writing.panel._finding._search()
    assert not writing.panel.find_bar.all.isEnabled()
    assert writing.text == TEXT
    writing.document.do(SetApproval(Approval.DRAFT))
    assert not writing.edit.isReadOnly()
    assert not writing.panel._locked.isVisible()


def test_alt_and_a_letter_set_kinds_and_take_them_back(writing: Writing) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    writing.caret("第一")
    writing.press(Qt.Key.Key_P, alt)
    assert writing.before_caret() == "【促销】第一"
    writing.press(Qt.Key.Key_I, alt)
    assert writing.before_caret() == "【互动】第一"
    writing.press(Qt.Key.Key_J, alt)
    assert writing.before_caret() == "【互动】助播：第一"
    writing.press(Qt.Key.Key_J, alt)
    writing.press(Qt.Key.Key_I, alt)
    assert writing.before_caret() == "第一"
    writing.press(Qt.Key.Key_3, alt)
    assert writing.text.split("\n")[1] == "【结尾】"
    writing.document.flush()
    assert writing.room.segment(writing.at).script.lines[1].part is ScriptPart.ENDING
    writing.press(Qt.Key.Key_3, alt)
    assert writing.text == TEXT
    cursor = writing.edit.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    writing.edit.setTextCursor(cursor)
    writing.press(Qt.Key.Key_N, alt)
    writing.document.flush()
    assert {line.kind for line in writing.room.segment(writing.at).script.lines} == {LineKind.NOTE}


def test_a_kind_is_set_once_however_long_the_key_is_down(writing: Writing) -> None:
    writing.caret("第一")
    for again in (False, True, True, True):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier, "", again)
        QApplication.sendEvent(writing.edit, pressed)
        assert pressed.isAccepted()
        assert writing.before_caret() == "【促销】第一"


def test_what_is_pasted_is_plain_lines(writing: Writing) -> None:
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("粗\r\n细\u2028末")
    writing.caret("第三句")
    writing.edit.insertFromMimeData(data)
    writing.document.flush()
    assert writing.kept == TEXT + "粗\n细\n末"


def test_a_hidden_panel_costs_nothing_and_catches_up(writing: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.panel.hide()
    looked: list[object] = []
    monkeypatch.setattr(writing.panel.writer, "_find", looked.append)
    writing.document.do(SpliceScript(writing.id, 0, 0, (ScriptLine(LineKind.SPEECH, "新"),)))
    assert not looked
    assert writing.text == TEXT
    monkeypatch.undo()
    writing.panel.show()
    assert writing.text == "新\n" + TEXT


def test_the_head_counts_what_is_said_and_warns(writing: Writing) -> None:
    writing.panel.set_paces({}, 4.0)
    writing.room.qtbot.waitUntil(lambda: "4.0" in writing.panel.facts.text())
    assert writing.panel.facts.property("tone") == "dim"
    writing.document.do(editing.set_field(writing.room.show, {writing.id}, "duration_ms", 1_000))
    writing.panel.set_paces({}, 0.5)
    writing.room.qtbot.waitUntil(lambda: writing.panel.facts.property("tone") == "warn")
    assert "▲" in writing.panel.facts.text()


def test_the_preview_is_what_the_prompter_shows(writing: Writing) -> None:
    writing.caret("第三句")
    writing.press(Qt.Key.Key_Return)
    writing.type("x")
    writing.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    writing.panel.preview()
    block = writing.panel.host_view.block
    assert block is not None
    assert [line.text for line in block.lines] == ["拿起产品", "第一句 9.90元", "第二句", "第三句"]
    assert [line.speaker for line in block.lines] == ["", "", "助播", ""]
    writing.give("换了")
    writing.room.qtbot.waitUntil(
        lambda: [line.text for line in writing.panel.host_view.block.lines] == ["换了"]  # type: ignore[union-attr]  # there is one
    )
    assert writing.panel.host_view.hasFocus()
    writing.room.qtbot.keyClick(writing.panel.host_view, Qt.Key.Key_Escape)
    assert writing.edit.hasFocus()


def test_undo_is_the_pages_own_where_it_has_an_action(writing: Writing) -> None:
    undone: list[str] = []

    def undo() -> None:
        undone.append(writing.text)

    action = QAction("Undo", writing.panel)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(undo)
    writing.panel.addAction(action)
    writing.caret("第三句")
    writing.type("x")
    writing.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [TEXT + "x"]
    assert not writing.document.busy


def test_the_text_is_put_away_while_a_conflict_is_told(writing: Writing) -> None:
    """The page shows a conflict in place of the text, at once."""
    other = writing.room.open()
    writing.document.conflicted.connect(writing.panel.hide)
    writing.caret("第三句")
    writing.type("mine")
    writing.give("新\n" + TEXT + "theirs", other)
    writing.room.qtbot.waitUntil(lambda: bool(writing.room.conflicts))
    writing.room.settled(writing.document, other)
    writing.panel.show()
    assert writing.text == writing.kept == "新\n" + TEXT + "theirs"
    assert not writing.panel.writer.dirty
    assert len(writing.room.conflicts) == 1


def test_a_problem_is_shown_in_its_line(writing: Writing) -> None:
    writing.give("【开头】\n一\n\n【动作】助播：第二 😀 句")
    writing.panel.go_to(2, 3, 6)
    assert writing.edit.textCursor().selectedText() == "😀 句"


def test_a_problem_is_shown_below_empty_lines_that_are_no_lines_of_the_script(writing: Writing) -> None:
    writing.give("甲一\n\n甲二")
    writing.edit.moveCursor(QTextCursor.MoveOperation.Start)
    writing.press(Qt.Key.Key_Return)
    writing.panel.go_to(2, 1, 2)
    assert writing.edit.textCursor().selectedText() == "二"
