"""The bar of find and replace, in the text and over the whole show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from script_room import ScriptRoom, script_room
from script_text_room import Writing

from livedesk.domain.edits import SpliceScript
from livedesk.domain.find import Query, find_all
from livedesk.domain.script import LineKind, ScriptLine

__all__ = ["script_room"]
TEXT = "甲乙甲\n😀 甲 {{直播价}}\nSPF spf"


@pytest.fixture
def writing(script: ScriptRoom) -> Iterator[Writing]:
    made = Writing(script)
    made.give(TEXT)
    made.caret("甲", before=True)
    yield made
    made.document.flush()
    script.settled()


def look_for(writing: Writing, words: str) -> None:
    writing.panel.find_bar.words.setText(words)
    writing.room.qtbot.waitUntil(lambda: not writing.panel._finding._rest.isActive())


def chosen(writing: Writing) -> tuple[str, int]:
    cursor = writing.edit.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def test_enter_goes_on_and_shift_enter_back(writing: Writing) -> None:
    writing.panel.find()
    bar = writing.panel.find_bar
    assert bar.words.hasFocus()
    look_for(writing, "甲")
    seen = []
    for _ in range(4):
        writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
        seen.append((chosen(writing)[1], bar.count.text()))
    assert seen == [(0, "1 / 3"), (2, "2 / 3"), (7, "3 / 3"), (0, "1 / 3")]
    writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 / 3"
    assert len(writing.edit.extraSelections()) == 3
    writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert writing.edit.hasFocus()
    assert writing.edit.extraSelections() == []


def test_case_words_and_patterns(writing: Writing) -> None:
    writing.panel.find()
    bar = writing.panel.find_bar
    look_for(writing, "sp")
    assert bar.count.text() == "0 / 2"
    bar.case.setChecked(True)
    writing.panel._finding._search()
    assert bar.count.text() == "0 / 1"
    bar.whole.setChecked(True)
    writing.panel._finding._search()
    assert bar.count.text() == "0 / 0"
    bar.whole.setChecked(False)
    bar.pattern.setChecked(True)
    look_for(writing, "(")
    assert bar.says.property("tone") == "warn"
    assert bar.words.property("bad") == "true"
    look_for(writing, r"\{\{.+?\}\}")
    assert bar.count.text() == "0 / 1"
    assert bar.words.property("bad") == "false"


def test_what_is_chosen_is_looked_for(writing: Writing) -> None:
    writing.edit.point_at(0, 2)
    writing.panel.find()
    assert writing.panel.find_bar.words.text() == "甲乙"
    assert writing.panel.find_bar.count.text() == "1 / 1"


def test_one_place_after_the_other_is_replaced(writing: Writing) -> None:
    writing.panel.replace()
    bar = writing.panel.find_bar
    look_for(writing, "甲")
    bar.by.setText("甲甲")
    for _ in range(4):
        writing.room.qtbot.keyClick(bar.by, Qt.Key.Key_Return)
    assert writing.kept == writing.text == TEXT.replace("甲", "甲甲")
    for _ in range(3):
        writing.document.undo()
    writing.room.settled()
    assert writing.text == TEXT


def test_all_places_of_the_text_are_one_step(writing: Writing) -> None:
    writing.panel.replace()
    look_for(writing, "甲")
    writing.panel.find_bar.by.setText("丙")
    writing.panel.find_bar.all.click()
    assert writing.kept == writing.text == TEXT.replace("甲", "丙")
    assert "3" in writing.panel.find_bar.says.text()
    writing.document.undo()
    writing.room.settled()
    assert writing.text == TEXT


def everywhere(writing: Writing, words: str) -> int:
    """Look through the whole show."""
    writing.panel.find_bar.everywhere.setChecked(True)
    look_for(writing, words)
    count = len(find_all(writing.room.show, Query(words)))
    writing.room.qtbot.waitUntil(lambda: len(writing.panel._finding.hits) == count)
    return count


def test_the_whole_show_is_walked_through_and_replaced_in_one_step(writing: Writing) -> None:
    last = writing.room.show.segments[-1].id
    plan = writing.room.show.standbys[0].id
    for item in (last, plan):
        writing.document.do(SpliceScript(item, 0, 0, (ScriptLine(LineKind.SPEECH, "一个 甲"),)))
    writing.room.settled()
    before = writing.room.show
    # An empty line that the writer left is in the field, and not in the script.
    writing.press(Qt.Key.Key_Return)
    writing.document.flush()
    writing.panel.replace()
    bar = writing.panel.find_bar
    assert everywhere(writing, "甲") == 5
    seen = []
    for _ in range(6):
        writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
        seen.append((writing.document.current, bar.count.text()))
        assert chosen(writing)[0] == "甲"
    own = [(writing.id, f"{at} / 5") for at in (1, 2, 3)]
    assert seen == [*own, (last, "4 / 5"), (plan, "5 / 5"), own[0]]
    bar.by.setText("乙")
    bar.all.click()
    assert find_all(writing.room.show, Query("甲")) == ()
    assert writing.text == TEXT.replace("甲", "乙")
    writing.document.undo()
    writing.room.settled()
    assert writing.room.show == before


def test_places_follow_what_is_written(writing: Writing) -> None:
    writing.panel.find()
    look_for(writing, "甲")
    writing.caret("spf")
    writing.edit.setFocus()
    writing.type("x")
    writing.compose("", "甲")
    writing.room.qtbot.waitUntil(lambda: writing.panel.find_bar.count.text().endswith("/ 4"))
