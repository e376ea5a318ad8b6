"""Every key of the script page acts where it should, is text where text is typed, and says why where it is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from script_page_room import ALT, CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, SegmentKind, Show
from livedesk.domain.script import script_text
from livedesk.ui.actions import Action
from livedesk.ui.workspaces.script.side import CHECKS, FIELDS, TEMPLATES, TIME, VERSIONS

__all__ = ["script_page_room", "script_sample"]


def keyed(room: PageRoom, place: str) -> list[Action]:
    """The page's actions that have a key and act in a place."""
    return [one for one in room.context.actions if one.page == place and one.key]


def stroke(room: PageRoom, key: str) -> None:
    """Press a key by its name."""
    pressed: QKeyCombination = QKeySequence(key)[0]
    QTest.keyClick(room.focus(), pressed.key(), pressed.keyboardModifiers())


def only_heard(room: PageRoom) -> list[str]:
    """From now on the page's actions do nothing but tell that they were asked for."""
    heard: list[str] = []
    for action in room.context.actions:
        if action.page.startswith("script"):
            action.triggered.disconnect()
            action.triggered.connect(lambda _checked=False, one=action.id: heard.append(one))
    return heard


def in_list(room: PageRoom) -> QWidget:
    return room.page.rundown.view


def in_text(room: PageRoom) -> QWidget:
    return room.page.text.editor


def in_field(room: PageRoom) -> QWidget:
    room.page.side.tabs.setCurrentIndex(FIELDS)
    room.page.side.fields.focus_field("scene")
    return room.focus()


def in_filter(room: PageRoom) -> QWidget:
    room.page.rundown.open_filter()
    return room.page.rundown.filter


def in_timeline(room: PageRoom) -> QWidget:
    room.page.band.timeline.setFocus()
    return room.focus()


def in_banner(room: PageRoom) -> QWidget:
    room.page.notes.say("保存好了")
    banner = room.page.notes.banner("script")
    assert banner is not None
    return banner.buttons[-1]


PLACES: dict[str, Callable[[PageRoom], QWidget]] = {
    "list": in_list,
    "text": in_text,
    "field": in_field,
    "filter": in_filter,
    "timeline": in_timeline,
    "banner": in_banner,
}
OWN = {
    "text": {"script_undo", "script_redo"},
    "field": {"script_undo", "script_redo"},
    "filter": {"script_undo", "script_redo"},
}
"""Undo in a field of one line takes back what is typed there; the text asks the document for it itself."""


@pytest.mark.parametrize("place", PLACES)
def test_every_key_of_the_page_acts_wherever_its_focus_is(room: PageRoom, sample: Show, place: str) -> None:
    room.choose(2)
    heard = only_heard(room)
    for action in keyed(room, "script"):
        PLACES[place](room).setFocus()
        if action.id in OWN.get(place, ()):
            continue
        heard.clear()
        stroke(room, action.key)
        assert heard == [action.id], f"{action.key} in {place}"


def test_every_key_of_the_rundown_acts_there(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    heard = only_heard(room)
    for action in keyed(room, "script/list"):
        in_list(room).setFocus()
        heard.clear()
        stroke(room, action.key)
        assert heard == [action.id], action.key


def test_every_key_of_the_rundown_acts_on_the_timeline_too(room: PageRoom, sample: Show) -> None:
    room.choose(2)
    heard = only_heard(room)
    for action in keyed(room, "script/list"):
        in_timeline(room)
        heard.clear()
        stroke(room, action.key)
        assert heard == [action.id], action.key


def test_the_keys_of_the_timeline_do_what_their_actions_do(room: PageRoom, sample: Show) -> None:
    canvas = room.page.band.timeline.canvas
    actions = keyed(room, "script/timeline")
    assert len(actions) == 14
    for action in actions:
        seen = []
        for ask in (lambda one=action: stroke(room, one.key), action.trigger):
            room.page.document.choose((sample.segments[2].id,), sample.segments[2].id)
            canvas.fit()
            canvas.zoom_by(2, 0)
            in_timeline(room)
            ask()
            seen.append((room.page.document.chosen, canvas.scale, [one.id for one in room.show.segments]))
            room.page.take_keys()
            while room.show != sample:
                room.press(K.Key_Z, CTRL)
                room.settled()
        assert seen[0] == seen[1], action.id


def test_the_timeline_moves_and_lengthens_as_the_rundown_does(room: PageRoom, sample: Show) -> None:
    made = []
    for place, move, longer in ((in_list, "Alt+Down", "Alt+Right"), (in_timeline, "Ctrl+Right", "Alt+Right")):
        room.choose(1, 2)
        place(room).setFocus()
        stroke(room, move)
        stroke(room, longer)
        made.append(room.show)
        while room.show != sample:
            room.press(K.Key_Z, CTRL)
            room.settled()
    assert made[0] == made[1]
    assert [one.duration_ms - sample.segment(one.id).duration_ms for one in made[0].segments].count(5_000) == 2  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("place", ["list", "text", "timeline"])
def test_redo_has_the_keys_of_the_page_and_of_the_desk(room: PageRoom, sample: Show, place: str) -> None:
    room.choose(1)
    in_list(room).setFocus()
    for key in ("Ctrl+Y", "Ctrl+Shift+Z"):
        room.page.gestures.skip()
        room.settled()
        room.page.document.undo()
        room.settled()
        PLACES[place](room).setFocus()
        stroke(room, key)
        room.settled()
        assert room.segment(1).skipped is not sample.segments[1].skipped, key
        room.page.document.undo()
        room.settled()


@pytest.mark.parametrize("place", ["text", "field", "filter"])
def test_letters_and_delete_stay_text_where_text_is_typed(room: PageRoom, sample: Show, place: str) -> None:
    room.choose(2)
    heard = only_heard(room)
    part = PLACES[place](room)
    part.setFocus()
    room.press(K.Key_A, CTRL)
    room.press(K.Key_Delete)
    room.type("nSns")
    room.press(K.Key_Home)
    room.press(K.Key_Delete)
    text = part.text() if isinstance(part, QLineEdit) else part.toPlainText()  # type: ignore[attr-defined]  # else it is a text of many lines
    assert text.lower() == "sns"
    assert heard == []
    assert room.show.segments == sample.segments or place != "filter"


def test_a_locked_script_refuses_what_edits_and_says_why(room: PageRoom, sample: Show) -> None:
    said: dict[str, str] = {}
    room.context.actions.refused.connect(lambda one, why: said.__setitem__(one, why))
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.settled()
    locked = room.show
    room.choose(1)
    in_list(room).setFocus()
    chosen = room.page.document.chosen
    asked = ("add", "remove", "skip", "duplicate", "up", "paste", "cut", "longer", "undo")
    keys = ("N", "Del", "S", "Ctrl+D", "Alt+Up", "Ctrl+V", "Ctrl+X", "Alt+Right", "Ctrl+Z")
    for action, key in zip(asked, keys, strict=True):
        said.clear()
        stroke(room, key)
        assert "Ctrl+Shift+L" in said[f"script_{action}"], "a key says why it does nothing"
    assert room.show == locked
    assert room.page.document.chosen == chosen, "and does nothing else instead"
    for action_id in ("script_add", "script_remove", "script_undo", "script_fit", "script_paste"):
        assert not room.context.actions.trigger(action_id)
        assert "Ctrl+Shift+L" in said[action_id]
    # What changes nothing still goes.
    assert room.context.actions["script_copy"].isEnabled()
    assert room.context.actions["script_find"].isEnabled()
    room.press(K.Key_L, CTRL | SHIFT)
    assert room.page.lock.reason.isVisible()
    room.type("改价")
    room.press(K.Key_Return)
    room.wait(lambda: not room.show.approval.closed)
    assert room.context.actions["script_add"].isEnabled()


def test_keys_of_the_rundown_change_it(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.choose(1)
    first, second, third = (one.id for one in sample.segments[:3])
    room.press(K.Key_S)
    assert room.segment(1).skipped
    room.press(K.Key_Down, ALT)
    assert [one.id for one in room.show.segments[:3]] == [first, third, second]
    room.press(K.Key_Up, ALT)
    room.press(K.Key_Right, ALT)
    assert room.segment(1).duration_ms == sample.segments[1].duration_ms + 5_000
    room.press(K.Key_Left, ALT | SHIFT)
    assert room.segment(1).duration_ms == sample.segments[1].duration_ms - 55_000
    room.press(K.Key_D, CTRL)
    assert len(room.show.segments) == len(sample.segments) + 1
    room.press(K.Key_Delete)
    assert [one.id for one in room.show.segments] == [one.id for one in sample.segments]
    while room.show != sample:
        room.press(K.Key_Z, CTRL)
        room.settled()
    room.press(K.Key_Z, CTRL | SHIFT)
    room.settled()
    assert room.segment(1).skipped


def test_undo_without_anything_to_undo_says_so(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.notes != "")
    assert room.page.notes.isVisible()
    assert room.show == sample


def test_a_new_segment_waits_for_its_title(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.choose(0)
    room.press(K.Key_N)
    assert room.segment(1).title == "New segment"
    room.type("加播")
    room.press(K.Key_Return)
    assert room.segment(1).title == "加播"
    room.press(K.Key_N, CTRL)
    assert len(room.show.segments) == len(sample.segments) + 2
    room.context.actions.trigger("script_milestone")
    assert sum(one.kind is SegmentKind.MILESTONE for one in room.show.segments) == 1 + sum(
        one.kind is SegmentKind.MILESTONE for one in sample.segments
    )
    room.context.actions.trigger("script_standby")
    assert len(room.show.standbys) == len(sample.standbys) + 1


def test_a_group_is_named_by_keys_and_dissolved(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.choose(0, 1)
    room.press(K.Key_G, CTRL)
    assert room.page.rundown.group_name.hasFocus()
    room.type("暖场")
    room.press(K.Key_Return)
    made = next(one for one in room.show.groups if one.title == "暖场")
    assert {one.id for one in room.show.segments if one.group_id == made.id} == {
        one.id for one in sample.segments[:2]
    }
    assert in_list(room).hasFocus()
    room.choose(0)
    room.press(K.Key_G, CTRL | SHIFT)
    assert made not in room.show.groups


def test_places_are_gone_to_by_keys(room: PageRoom, sample: Show) -> None:
    page = room.page
    room.choose(0)
    for key, tab in ((K.Key_F3, CHECKS), (K.Key_F2, FIELDS)):
        room.press(key)
        assert page.side.tabs.currentIndex() == tab
        assert page.side.pages.currentWidget().isAncestorOf(room.focus())
    for key, tab in ((K.Key_T, TIME), (K.Key_H, VERSIONS), (K.Key_I, TEMPLATES)):
        room.press(key, CTRL | SHIFT)
        assert page.side.tabs.currentIndex() == tab
        assert page.side.pages.currentWidget().isAncestorOf(room.focus())
    room.press(K.Key_E, CTRL)
    assert page.text.editor.hasFocus()
    room.press(K.Key_L, CTRL)
    assert page.rundown.view.hasFocus()
    room.press(K.Key_T, CTRL)
    assert page.band.timeline.isAncestorOf(room.focus()) or page.band.timeline.hasFocus()
    room.press(K.Key_F, CTRL | SHIFT)
    assert page.rundown.filter.hasFocus()
    room.press(K.Key_Escape)
    assert page.rundown.view.hasFocus()
    room.press(K.Key_F, CTRL)
    assert page.text.find_bar.isVisible()


def test_the_timeline_folds_and_opens_by_keys(room: PageRoom, sample: Show) -> None:
    page, timeline = room.page, room.page.band.timeline
    in_list(room).setFocus()
    high = page.rundown.height()
    room.press(K.Key_M, CTRL | SHIFT)
    room.wait(lambda: page.rundown.height() > high + 80)
    assert in_list(room).hasFocus()
    assert timeline.end.isVisible(), "what is late is said"
    room.press(K.Key_T, CTRL)
    assert timeline.canvas.isVisible()
    assert timeline.canvas.hasFocus()
    room.press(K.Key_M, CTRL | SHIFT)
    assert timeline.folded
    assert in_list(room).hasFocus()
    room.press(K.Key_M, CTRL | SHIFT)
    room.wait(lambda: page.rundown.height() == high)


def test_what_is_shown_in_the_middle_gives_way_to_the_words(room: PageRoom, sample: Show) -> None:
    page = room.page
    room.choose(0)
    page.centre.setCurrentIndex(2)
    in_list(room).setFocus()
    room.press(K.Key_Return)
    assert page.text.editor.hasFocus()
    page.centre.setCurrentIndex(2)
    page.open_segment(sample.segments[1].id)
    assert page.text.editor.hasFocus()
    room.type("接着写")
    room.press(K.Key_S, CTRL)
    room.settled()
    assert "接着写" in script_text(room.segment(1).script)
    assert "version" in room.notes


def test_nothing_is_registered_twice_and_every_action_has_words(room: PageRoom, sample: Show) -> None:
    for action in room.context.actions:
        if action.page.startswith("script"):
            assert action.text().strip()
            assert action.isEnabled(), f"{action.id}: {action.why}"
            of_page = action.page == "script"
            context = Qt.ShortcutContext
            wanted = context.WindowShortcut if of_page else context.WidgetWithChildrenShortcut
            assert action.shortcutContext() is wanted, action.id
