"""Rows of a spreadsheet that are pasted: what was not understood is told, up to three things of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from script_page_room import CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clipping import clip
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import Batch, ChangeSegments, ChangeShow, SegmentChange
from livedesk.domain.ports import Kept
from livedesk.domain.rundown import EndMode, Show
from livedesk.services.mappings import NO_MAPPINGS, FieldMapping, Mappings, keep_mapping
from livedesk.ui.workspaces.script import copies

__all__ = ["script_page_room", "script_sample"]


def on_clipboard(*rows: tuple[str, ...]) -> None:
    """Put rows of a spreadsheet on the clipboard."""
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows) + "\n")


def paste(room: PageRoom, *rows: tuple[str, ...]) -> str:
    """Paste rows behind the first segment; what is said."""
    on_clipboard(*rows)
    room.choose(0)
    room.page.rundown.view.setFocus()
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.notes))
    return room.notes


def test_three_different_problems_are_told_and_the_rest_counted(room: PageRoom, sample: Show) -> None:
    said = paste(
        room,
        ("环节", "时长", "天气", "提醒", "商品"),
        ("开场", "很久", "晴", "快点", ""),
        ("讲品", "更久", "雨", "", "没有的商品"),
    )
    assert said.startswith("2 rows became segments. Not everything was understood: ")
    for words in ("天气", "很久", "快点"):
        assert words in said
    assert "更久" not in said
    assert said.endswith("2 more like these.")


def test_the_same_problem_is_told_once(room: PageRoom, sample: Show) -> None:
    said = paste(room, ("环节", "时长", "备注"), ("开场", "很久", ""), ("讲品", "很久", ""))
    assert said.count("很久") == 1
    assert "(2 B)" in said
    assert said.endswith("1 more like these.")


@pytest.mark.parametrize("wrong", [False, True])
def test_one_problem_has_nothing_after_it_and_none_says_nothing(room: PageRoom, sample: Show, wrong: bool) -> None:
    said = paste(room, ("标题", "计划时长", "主讲"), ("开场", "很久" if wrong else "5分钟", "主播一"))
    assert said.startswith("1 rows became segments.")
    assert ("很久" in said) is wrong
    assert "more like" not in said
    assert room.segment(1).person == "主播一"


def test_rows_below_the_heading_of_the_plans_become_standby_plans(room: PageRoom, sample: Show) -> None:
    plans = (("应急预案", ""), ("断货", "1分钟"), ("断网", "2分钟"))
    said = paste(room, ("环节", "时长"), ("加播", "3分钟"), *plans)
    assert said == "1 rows became segments. 2 rows became standby plans."
    made = room.show.standbys[len(sample.standbys) :]
    assert [(one.title, one.duration_ms, one.panic) for one in made] == [
        ("断货", 60_000, False),
        ("断网", 120_000, False),
    ]
    assert room.segment(1).title == "加播"
    assert room.page.document.chosen == (room.segment(1).id,)
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.show == sample)
    room.page.write()
    assert paste(room, ("环节", "时长"), *plans) == "2 rows became standby plans."
    assert len(room.show.segments) == len(sample.segments)
    assert room.page.document.plans == tuple(one.id for one in room.show.standbys[-2:])


def test_what_a_person_said_of_a_sheets_columns_holds_for_its_rows(room: PageRoom, sample: Show) -> None:
    mapping = FieldMapping(("名堂", "多久"), {"名堂": "title", "多久": "duration"})
    keep_mapping(room.services.kept, mapping, by="运营", at_ms=0)
    said = paste(room, ("名堂", "多久"), ("加播", "3分钟"))
    assert (room.segment(1).title, room.segment(1).duration_ms) == ("加播", 180_000)
    assert said == "1 rows became segments."


def test_rows_land_where_they_were_pasted_though_one_goes_on_meanwhile(room: PageRoom, sample: Show) -> None:
    room.page.rundown.view.setFocus()
    for title in ("甲", "乙"):
        on_clipboard(("环节", "时长"), (title, "5分钟"))
        room.choose(0)
        room.page.copies.paste()
    room.choose(3)
    room.wait(lambda: len(room.show.segments) == len(sample.segments) + 2)
    titles = [one.title for one in room.show.segments]
    assert titles[0] == sample.segments[0].title
    assert set(titles[1:3]) == {"甲", "乙"}
    assert titles[3:] == [one.title for one in sample.segments[1:]]


def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Rows are read once it is set, at the latest after 8 s."""
    go_on = Event()

    def late(_kept: Kept) -> Mappings:
        go_on.wait(8)
        return NO_MAPPINGS

    monkeypatch.setattr(copies, "known_mappings", late)
    return go_on


def test_plans_land_behind_the_plan_that_was_chosen(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, plans = slow(monkeypatch), sample.standbys
    assert len(plans) > 2
    room.page.document.choose((), plans[0].id)
    on_clipboard(("环节", "时长"), ("应急预案", ""), ("断货", "1分钟"))
    room.page.copies.paste()
    room.page.document.choose((), plans[-1].id)
    go_on.set()
    room.wait(lambda: len(room.show.standbys) > len(plans))
    assert [one.title for one in room.show.standbys[:3]] == [plans[0].title, "断货", plans[1].title]


def test_segments_pasted_at_a_plan_land_at_the_end(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = slow(monkeypatch)
    room.page.document.choose((), sample.standbys[0].id)
    on_clipboard(("环节", "时长"), ("加播", "1分钟"))
    room.page.copies.paste()
    room.choose(0)
    go_on.set()
    room.wait(lambda: len(room.show.segments) > len(sample.segments))
    assert room.show.segments[-1].title == "加播"


def test_rows_land_at_what_is_chosen_now_where_what_was_chosen_went(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = slow(monkeypatch)
    room.choose(0)
    on_clipboard(("环节", "时长"), ("加播", "1分钟"))
    room.page.copies.paste()
    room.page.gestures.remove()
    room.choose(2)
    go_on.set()
    room.wait(lambda: len(room.show.segments) == len(sample.segments))
    assert room.segment(3).title == "加播"


def test_rows_are_put_into_no_other_show(room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = slow(monkeypatch)
    on_clipboard(("环节", "时长"), ("甲", "5分钟"))
    room.page.copies.paste()
    room.services.shows.add(replace(sample, id="other", segments=(), promotions=()), by="运营", at_ms=0)
    room.page.document.open("other")
    room.wait(lambda: room.show.id == "other")
    go_on.set()
    room.wait(lambda: not room.page.copies._texts)
    assert room.show.segments == ()
    assert room.notes.startswith("No row was pasted: another show was opened meanwhile.")
    room.page.document.open(sample.id)
    room.wait(lambda: room.show.id == sample.id)
    assert room.show == sample


def test_numbers_that_others_have_are_told(room: PageRoom, sample: Show) -> None:
    said = paste(room, ("环节", "时长", "序号", "编号"), ("甲", "5分钟", "1", "04A"), ("乙", "5分钟", "2", "01"))
    assert [room.segment(at).number for at in (1, 2)] == ["04A", ""]
    assert "01 → 03" in said


def test_a_time_to_count_to_that_the_show_has_not_is_told(room: PageRoom, sample: Show) -> None:
    counting = replace(
        sample.segments[0],
        end_mode=EndMode.COUNT_TO,
        count_to=WallTime(sample.planned_start.local + timedelta(hours=1)),
    )
    other = replace(sample, id="other", segments=(counting,))
    clipping = replace(clip(other, {counting.id}), planned_start=None)
    room.choose(0)
    assert room.page.copies.put(clipping)
    assert counting.title in room.notes
    assert (room.segment(1).end_mode, room.segment(1).count_to) == (EndMode.MANUAL, None)
    room.settled()


def fixed(room: PageRoom, sample: Show, *rules: str) -> Show:
    """The show with a first segment that has a fixed start and number, in which something is let stand."""
    stand = tuple(ClaimOverride(sample.segments[0].id, rule, "第一", "有报告", "场控", 1) for rule in rules)
    room.page.document.do(
        Batch(
            (
                ChangeSegments(
                    (SegmentChange(sample.segments[0].id, {"hard_start": sample.planned_start, "number": "01"}),)
                ),
                ChangeShow({"claim_overrides": stand}),
            )
        )
    )
    room.settled()
    room.page.rundown.view.setFocus()
    return room.show


def duplicated(room: PageRoom) -> None:
    room.press(K.Key_D, CTRL)


def copied(room: PageRoom) -> None:
    room.press(K.Key_C, CTRL)
    room.press(K.Key_V, CTRL)


@pytest.mark.parametrize("way", [duplicated, copied])
def test_what_a_copy_has_not_is_said(room: PageRoom, sample: Show, way: Callable[[PageRoom], None]) -> None:
    show = fixed(room, sample, "ad-law-9")
    room.choose(0)
    way(room)
    (made,) = room.page.document.chosen
    title = show.segments[0].title
    assert room.notes == (f"The fixed start did not come along: {title}. The fixed number did not come along: 01.")
    assert room.segment(1).id == made
    assert [one.item_id for one in room.show.claim_overrides] == [show.segments[0].id, made]


def test_a_copy_of_what_is_not_fixed_says_nothing(room: PageRoom, sample: Show) -> None:
    room.page.rundown.view.setFocus()
    room.choose(1)
    duplicated(room)
    assert len(room.show.segments) == len(sample.segments) + 1
    assert room.notes == ""


def test_reasons_that_do_not_hold_in_another_show_are_counted(room: PageRoom, sample: Show) -> None:
    sold = next(item for item in sample.segments if item.product_ids)
    rules = ("ad-law-9", f"gift:{sold.product_ids[0]}")
    stand = tuple(ClaimOverride(sold.id, rule, "第一", "有报告", "场控", 1) for rule in rules)
    clipping = clip(replace(sample, claim_overrides=stand), {sold.id})
    dearer = tuple(replace(one, live_price=1) for one in sample.products)
    other = replace(sample, id="other", products=dearer, promotions=(), claim_overrides=())
    room.services.shows.add(other, by="运营", at_ms=0)
    room.page.document.open("other")
    room.wait(lambda: room.show.id == "other")
    room.choose(0)
    room.page.copies.put(clipping)
    assert "1 of the reasons to let words stand did not come along" in room.notes
    assert [one.rule_id for one in room.show.claim_overrides] == ["ad-law-9"]
    room.settled()
