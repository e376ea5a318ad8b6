"""The bar of find and replace, in the text and over the whole show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from script_room import ScriptRoom, script_room
from script_text_room import Writing

from livedesk.domain import editing
from livedesk.domain.edits import SetApproval, SpliceScript
from livedesk.domain.find import Query
from livedesk.domain.find_show import Hit, find_all
from livedesk.domain.rundown import Approval
from livedesk.domain.script import LineKind, ScriptLine
from livedesk.ui.workspaces.script.standby_edits import change_standbys

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


def test_tab_goes_from_what_is_found_to_what_it_becomes_and_escape_closes_from_anywhere(writing: Writing) -> None:
    writing.panel.replace()
    bar, qtbot = writing.panel.find_bar, writing.room.qtbot
    look_for(writing, "甲")
    way = [bar.words, bar.by, bar.one, bar.all, bar.case]
    for one, following in pairwise(way):
        assert one.hasFocus()
        qtbot.keyClick(one, Qt.Key.Key_Tab)
        assert following.hasFocus()
    qtbot.keyClick(bar.case, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert bar.all.hasFocus()
    qtbot.keyClick(bar.all, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert writing.edit.hasFocus()


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


def titled(writing: Writing) -> tuple[str, str, str]:
    """A show with 丁 in a group's title, twice in a segment's, once in its note and its script, and in a plan's title:
    the group, the segment, the plan."""
    document, show = writing.document, writing.room.show
    segment, plan = show.segments[writing.at], show.standbys[0]
    group = next(one for one in show.groups if one.id == segment.group_id)
    document.do(editing.rename_group(show, group.id, "丁组"))
    document.do(editing.set_fields(show, {segment.id: {"title": "丁和丁", "note": "备丁"}}))
    document.do(change_standbys(writing.room.show, {plan.id: {"title": "丁断货"}}))
    writing.give("说丁")
    return group.id, segment.id, plan.id


def test_titles_and_notes_of_the_show_are_found_where_they_stand(writing: Writing) -> None:
    group, segment, plan = titled(writing)
    pointed: list[Hit] = []
    writing.panel.pointed.connect(pointed.append)
    writing.panel.find()
    bar = writing.panel.find_bar
    assert everywhere(writing, "丁") == 6
    counted = "4 in titles · 1 in notes"
    assert bar.says.text() == counted
    first = next(one.id for one in writing.room.show.segments if one.group_id == group)
    order = [
        (first, "In the group's title: 丁组"),
        (segment, "In the title: 丁和丁"),
        (segment, "In the title: 丁和丁"),
        (segment, counted),
        (segment, "In the note of 丁和丁"),
        (plan, "In the title: 丁断货"),
    ]
    seen = []
    for _ in range(7):
        writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
        at = writing.panel._finding.at
        seen.append(at)
        assert (writing.document.current, bar.says.text()) == order[at]
        assert pointed[-1] == writing.panel._finding.hits[at]
        assert bar.count.text() == f"{at + 1} / 6"
        if at == 0:
            inside = tuple(one.id for one in writing.room.show.segments if one.group_id == group)
            assert writing.document.chosen == inside
    assert seen == [(seen[0] + step) % 6 for step in range(7)]
    for step in range(1, 7):
        writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert writing.panel._finding.at == (seen[-1] - step) % 6
    assert bar.words.hasFocus()


def test_who_goes_on_by_hand_is_followed(writing: Writing) -> None:
    _, segment, _ = titled(writing)
    writing.panel.find()
    bar = writing.panel.find_bar
    assert everywhere(writing, "丁") == 6
    while writing.panel._finding.at != 4:
        writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.says.text() == "In the note of 丁和丁"
    writing.caret("说")
    writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert (writing.panel._finding.at, writing.document.current) == (3, segment)
    assert chosen(writing) == ("丁", 1)


def test_titles_are_replaced_one_after_the_other(writing: Writing) -> None:
    group, segment, plan = titled(writing)
    before = writing.room.show
    writing.panel.replace()
    bar = writing.panel.find_bar
    assert everywhere(writing, "丁") == 6
    bar.by.setText("丁丁")
    for _ in range(7):
        writing.room.qtbot.keyClick(bar.by, Qt.Key.Key_Return)
    writing.room.settled()
    show = writing.room.show
    assert show.group(group).title == "丁丁组"  # type: ignore[union-attr]  # it stands there
    changed = show.segment(segment)
    assert changed is not None
    assert (changed.title, changed.note, writing.kept) == ("丁丁和丁丁", "备丁丁", "说丁丁")
    assert show.standby(plan).title == "丁丁断货"  # type: ignore[union-attr]  # it stands there
    for _ in range(6):
        writing.document.undo()
    writing.room.settled()
    assert writing.room.show == before


def test_titles_and_scripts_are_replaced_as_one_step(writing: Writing) -> None:
    titled(writing)
    before = writing.room.show
    writing.panel.replace()
    bar = writing.panel.find_bar
    assert everywhere(writing, "丁") == 6
    bar.by.setText("戊")
    bar.all.click()
    writing.room.settled()
    assert find_all(writing.room.show, Query("丁")) == ()
    assert len(find_all(writing.room.show, Query("戊"))) == 6
    assert writing.text == "说戊"
    writing.document.undo()
    writing.room.settled()
    assert writing.room.show == before


def test_nothing_is_left_of_a_title_is_said_and_not_done(writing: Writing) -> None:
    _, segment, _ = titled(writing)
    writing.document.do(editing.set_fields(writing.room.show, {segment: {"title": "独"}}))
    writing.room.settled()
    writing.panel.replace()
    bar = writing.panel.find_bar
    assert everywhere(writing, "独") == 1
    for _ in range(2):
        writing.room.qtbot.keyClick(bar.by, Qt.Key.Key_Return)
    assert bar.says.property("tone") == "warn"
    assert writing.room.show.segments[writing.at].title == "独"


def test_a_locked_script_is_searched_and_nothing_of_it_replaced(writing: Writing) -> None:
    titled(writing)
    writing.document.do(SetApproval(Approval.LOCKED))
    writing.room.settled()
    before = writing.room.show
    writing.panel.replace()
    bar = writing.panel.find_bar
    assert everywhere(writing, "丁") == 6
    bar.by.setText("戊")
    assert not bar.one.isEnabled()
    assert not bar.all.isEnabled()
    writing.room.qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    writing.panel._finding.replace()
    writing.panel._finding.replace_all()
    assert writing.room.show == before
