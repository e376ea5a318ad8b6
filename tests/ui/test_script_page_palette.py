"""What the palette finds of the script page, in both languages, and what it acts on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Approval, Show

__all__ = ["script_page_room", "script_sample"]


def in_list(room: PageRoom) -> QWidget:
    return room.page.rundown.view


def test_the_palette_goes_to_a_segment(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.press(K.Key_K, CTRL)
    wanted = sample.segments[4]
    room.type(wanted.title[:4])
    palette = room.window.palette_door.palette
    row = next(at for at, one in enumerate(palette.model.rows) if wanted.title in one.title)
    for _ in range(row):
        room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert room.page.document.current == wanted.id
    assert room.page.text.editor.hasFocus()


def test_the_palette_finds_segments_by_pinyin_number_and_words_in_any_order(room: PageRoom, sample: Show) -> None:
    def found(query: str) -> list[str]:
        return [row.title for row in room.page.keys.offered(query)]

    first = sample.segments[0].title
    assert first.startswith("开场问候")
    assert found("kcwh")[0] == f"Go to 01 {first}"
    assert found("预告 开场")[0] == f"Go to 01 {first}"
    assert found("07")[0] == f"Go to 07 {sample.segments[6].title}"
    assert not found("")
    assert not found("xqzw")


def test_the_palette_finds_every_step_of_the_approval_in_chinese(room: PageRoom, sample: Show) -> None:
    palette = room.window.palette_door.palette
    for words, action in (
        ("送审", "script_send"),
        ("通过", "script_approve"),
        ("退回草稿", "script_back"),
        ("归档", "script_archive"),
        ("取消归档", "script_take_out"),
        ("解锁", "script_lock"),
    ):
        assert action in [entry.key for entry in palette._entries(words)], words
    assert next(entry for entry in palette._entries("归档") if entry.key == "script_take_out").why
    in_list(room).setFocus()
    room.press(K.Key_K, CTRL)
    room.type("Send to review")
    room.press(K.Key_Return)
    assert room.show.approval is Approval.IN_REVIEW
    room.settled()


def test_an_action_of_the_palette_acts_on_what_had_the_keys(room: PageRoom, sample: Show) -> None:
    in_list(room).setFocus()
    room.choose(3)
    room.press(K.Key_K, CTRL)
    room.type("Skip, or put back")
    room.press(K.Key_Return)
    assert room.segment(3).skipped
    assert in_list(room).hasFocus()


def test_every_action_of_the_page_is_found_by_the_palette(room: PageRoom, sample: Show) -> None:
    palette = room.window.palette_door.palette
    for action in room.context.actions:
        if action.page.startswith("script"):
            found = [one.title for one in palette._entries(action.text())]
            assert action.text() in found, action.id


def test_a_version_is_restored_in_a_low_window_by_keys_alone(room: PageRoom, sample: Show) -> None:
    page, versions = room.page, room.page.side.versions
    room.window.resize(1366, 768)
    in_list(room).setFocus()
    room.choose(3)
    room.press(K.Key_D, CTRL)
    room.settled()
    room.press(K.Key_H, CTRL | SHIFT)
    room.wait(lambda: len(versions.model.rows) == 2)
    room.press(K.Key_Down)
    room.wait(lambda: versions.comparison is not None and versions.box.ask.isVisible())
    assert versions.box.low
    for enter in (False, True):
        room.press(K.Key_K, CTRL)
        room.type("Restore a version")
        room.press(K.Key_Return)
        room.wait(versions.box.restore.hasFocus)
        assert page.diff.isVisible()
        room.press(K.Key_Return if enter else K.Key_Escape)
        room.wait(lambda: not page.diff.isVisible())
        assert page.text.isVisible()
        assert versions.list.hasFocus()
    assert room.show == sample
    room.settled()


def test_while_it_has_the_keys_the_page_behind_hears_none(room: PageRoom, sample: Show) -> None:
    room.choose(3, 4)
    in_list(room).setFocus()
    room.press(K.Key_K, CTRL)
    palette = room.window.palette_door.palette
    room.press(K.Key_G, CTRL)
    room.press(K.Key_L, CTRL | SHIFT)
    room.press(K.Key_N, CTRL)
    assert room.show == sample
    assert palette.isVisible()
    room.type("kc")
    assert palette.field.text() == "kc"
    room.press(K.Key_K, CTRL)
    assert not palette.isVisible()
