"""What goes in and out of the script page by the clipboard and into files, and what it shows while a run is on air."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from pages_desk import keep_sample
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from script_page_room import CTRL, NONE, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.clipping import clip
from livedesk.domain.clock import WallTime
from livedesk.domain.codec import encode
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.ui.workspaces.script.copies import SEGMENTS

__all__ = ["script_page_room", "script_sample"]


def other(room: PageRoom, sample: Show) -> Show:
    """An empty show, opened by hand."""
    made = replace(
        sample, id="other", title="另一场", segments=(), groups=(), products=(), promotions=(), standbys=(),
        claim_overrides=(),
    )  # fmt: skip
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    return made


def clear() -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())


def in_list(room: PageRoom) -> None:
    room.page.rundown.view.setFocus()


# --- the clipboard -------------------------------------------------------------------------------------------


def test_copies_stand_behind_what_is_chosen(room: PageRoom, sample: Show) -> None:
    in_list(room)
    room.choose(1, 2)
    room.press(K.Key_C, CTRL)
    room.choose(4)
    room.press(K.Key_V, CTRL)
    titles = [one.title for one in sample.segments]
    assert [one.title for one in room.show.segments] == [*titles[:5], *titles[1:3], *titles[5:]]
    made = room.show.segments[5:7]
    assert room.page.document.chosen == tuple(one.id for one in made)
    assert len({one.id for one in room.show.segments}) == len(room.show.segments)
    assert room.show.products == sample.products


def test_what_is_cut_can_be_put_elsewhere_and_undone(room: PageRoom, sample: Show) -> None:
    in_list(room)
    room.choose(1)
    room.press(K.Key_X, CTRL)
    assert len(room.show.segments) == len(sample.segments) - 1
    assert "Ctrl+Z" in room.notes
    room.choose(3)
    room.press(K.Key_V, CTRL)
    assert room.segment(4) == replace(sample.segments[1], group_id=room.segment(3).group_id)
    assert room.show.promotions == sample.promotions
    room.press(K.Key_Z, CTRL)
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.show == sample


def test_segments_go_from_one_show_into_another(room: PageRoom, sample: Show) -> None:
    at = next(at for at, one in enumerate(sample.segments) if one.product_ids)
    in_list(room)
    room.choose(at)
    room.press(K.Key_C, CTRL)
    other(room, sample)
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.show.segments))
    (made,) = room.show.segments
    assert made.title == sample.segments[at].title
    assert {one.name for one in room.show.products} == {
        one.name for one in sample.products if one.id in sample.segments[at].product_ids
    }
    assert made.hard_start is None
    room.settled()


def test_a_copy_is_text_for_a_spreadsheet_and_reads_back(room: PageRoom, sample: Show) -> None:
    in_list(room)
    room.choose(0, 1)
    room.press(K.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert sample.segments[0].title in text
    assert "\t" in text
    clear()
    QGuiApplication.clipboard().setText(text)
    other(room, sample)
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.show.segments))
    assert [(one.title, one.duration_ms, one.kind) for one in room.show.segments] == [
        (one.title, one.duration_ms, one.kind) for one in sample.segments[:2]
    ]
    assert "2 rows" in room.notes
    room.settled()


def test_rows_of_a_spreadsheet_become_segments_and_the_rest_is_told(room: PageRoom, sample: Show) -> None:
    QGuiApplication.clipboard().setText("环节\t时长\n加播一段\t5:00\n再来一段\t不知道多久\n")
    in_list(room)
    room.choose(0)
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.notes))
    assert room.segment(1).title == "加播一段"
    assert room.segment(1).duration_ms == 300_000
    assert "Not everything was understood: (3 B)" in room.notes
    room.settled()


def test_into_an_empty_rundown_rows_are_pasted_by_key(room: PageRoom, sample: Show) -> None:
    other(room, sample)
    room.page.take_keys()
    QGuiApplication.clipboard().setText("环节\t时长\n开场\t5:00\n")
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.show.segments))
    assert [one.title for one in room.show.segments] == ["开场"]
    room.settled()


def test_into_an_empty_rundown_a_segment_is_written_by_key(room: PageRoom, sample: Show) -> None:
    other(room, sample)
    room.page.take_keys()
    room.press(K.Key_N)
    assert len(room.show.segments) == 1
    room.settled()


@pytest.mark.parametrize("broken", [False, True])
def test_nothing_on_the_clipboard_is_said(room: PageRoom, sample: Show, broken: bool) -> None:
    clear()
    if broken:
        data = QMimeData()
        data.setData(SEGMENTS, b"{")
        QGuiApplication.clipboard().setMimeData(data)
    in_list(room)
    room.press(K.Key_V, CTRL)
    assert "nothing on the clipboard" in room.notes
    assert room.show == sample


def test_an_empty_clipping_on_the_clipboard_does_nothing(room: PageRoom, sample: Show) -> None:
    data = QMimeData()
    data.setData(SEGMENTS, encode(clip(sample, ())))
    QGuiApplication.clipboard().setMimeData(data)
    in_list(room)
    room.press(K.Key_V, CTRL)
    assert room.show == sample


def test_copying_nothing_leaves_the_clipboard(room: PageRoom, sample: Show) -> None:
    QGuiApplication.clipboard().setText("还要用")
    in_list(room)
    room.choose()
    room.press(K.Key_C, CTRL)
    room.press(K.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "还要用"
    assert room.show == sample


# --- on air --------------------------------------------------------------------------------------------------


def test_playhead_and_actuals_while_the_show_is_on_air(room: PageRoom, sample: Show) -> None:
    room.put_on_desk(sample, until=3, run=True)
    room.window.ticker.tick()
    assert room.page.band._live
    assert "on air" in room.page.header.state.text()
    assert room.page.rundown.view.look.live == sample.segments[2].id


def test_a_page_that_is_made_while_the_show_runs_says_that_it_is_on_air(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    room.put_on_desk(show, until=3, run=True)
    room.enter()
    room.wait(lambda: room.page.document.show is not None)
    assert room.page.lock.isVisible()
    assert "on air" in room.page.lock.words.text()
    assert room.page.lock.facts.live
    assert room.page.side.versions.facts_of_approval is room.page.lock.facts, "it is read once"


def test_an_edit_on_air_keeps_what_was_on_air(room: PageRoom, sample: Show) -> None:
    room.put_on_desk(sample, until=3, run=True)
    room.window.ticker.tick()
    in_list(room)
    room.choose(6)
    room.press(K.Key_D, CTRL)
    room.press(K.Key_Right, CTRL)
    assert room.page.rundown.view.look.live == sample.segments[2].id, "nothing flickers"
    # The session does not have the edit yet.
    room.window.ticker.tick()
    assert room.page.rundown.view.look.live == sample.segments[2].id
    room.press(K.Key_S)
    assert room.page.rundown.view.look.live == sample.segments[2].id
    room.settled()


def test_no_playhead_of_another_show(room: PageRoom, sample: Show) -> None:
    room.put_on_desk(sample, until=3, run=True)
    room.window.ticker.tick()
    twin = replace(sample, id="twin", title="同样长的一场")
    room.services.store.shows.add(twin, by="运营", at_ms=0)
    room.page.show_item("twin")
    room.wait(lambda: room.show.id == "twin")
    assert room.page.rundown.view.look.live == ""
    assert room.page.band.timeline.canvas.table is None
    room.window.ticker.tick()
    assert not room.page.band._live
    assert "on air" not in room.page.header.state.text()
    room.page.show_item(sample.id)
    room.wait(lambda: room.show.id == sample.id)
    room.window.ticker.tick()
    assert room.page.band._live


def test_the_plan_alone_again_once_the_run_is_over(room: PageRoom, sample: Show) -> None:
    room.put_on_desk(sample, until=3, run=True)
    room.window.ticker.tick()
    room.put_on_desk(sample)
    room.window.ticker.tick()
    assert not room.page.band._live
    assert room.page.rundown.view.look.live == ""


def test_a_locked_script_still_shows_the_run(room: PageRoom, sample: Show) -> None:
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.settled()
    room.put_on_desk(room.show, until=2, run=True)
    room.window.ticker.tick()
    assert room.page.band._live
    assert not room.context.actions["script_add"].isEnabled()


def test_a_show_that_has_no_plan_can_still_be_written(room: PageRoom, sample: Show) -> None:
    start = WallTime(datetime(2027, 3, 14, 1, 0))  # noqa: DTZ001 (a wall time of the show's zone)
    skipped = WallTime(datetime(2027, 3, 14, 2, 30))  # noqa: DTZ001 (likewise)
    room.page.document.do(ChangeShow({"zone": "America/New_York", "planned_start": start, "hard_end": None}))
    third = sample.segments[3].id
    room.page.document.do(editing.set_field(room.show, {third}, "hard_start", skipped))
    room.wait(lambda: room.notes != "")
    in_list(room)
    room.choose(1)
    for key, modifiers in ((K.Key_D, CTRL), (K.Key_Delete, NONE), (K.Key_N, NONE)):
        in_list(room)
        room.press(key, modifiers)
        room.window.grab()
        room.window.ticker.tick()
    assert len(room.show.segments) == len(sample.segments) + 1
    room.page.document.do(editing.set_field(room.show, {third}, "hard_start", None))
    room.window.grab()
    assert room.page.band.layout is not None
    room.settled()
