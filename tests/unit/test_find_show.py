"""Find and replace in titles and notes: reading order, one edit that one undo takes back, no title without words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.edits import Batch, ChangeSegments, ChangeShow, SpliceScript, apply
from livedesk.domain.errors import UserError
from livedesk.domain.find import Query, replaced
from livedesk.domain.find_show import FEW_SCRIPTS, Hit, Where, find_all, replace_all, replace_hit
from livedesk.domain.rundown import Approval, Group, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import parse_script, script_text
from tests.unit import shows as small

WORDS = st.text(alphabet="ab价", min_size=1, max_size=2)
LINES = st.text(alphabet="ab价 ", max_size=6)
TITLES = st.text(alphabet="ab价 ", max_size=5).map(lambda text: ("题" + text).strip())


@st.composite
def shows(draw: st.DrawFn) -> Show:
    groups = tuple(Group(f"g{at}", draw(TITLES)) for at in range(draw(st.integers(0, 3))))
    segments = [
        Segment(
            f"s{at}",
            draw(TITLES),
            draw(st.sampled_from((SegmentKind.TALK, SegmentKind.MILESTONE))),
            0,
            group_id=draw(st.sampled_from(["", *(group.id for group in groups)])),
            note=draw(LINES),
            script=parse_script(draw(LINES)),
        )
        for at in range(draw(st.integers(0, 4)))
    ]
    plans = tuple(
        Standby(f"p{at}", draw(TITLES), "", script=parse_script(draw(LINES)))
        for at in range(draw(st.integers(0, 2)))
    )
    return small.show("2026-11-25T20:00", *segments, groups=groups, standbys=plans)


def text_at(show: Show, where: Where, item_id: str) -> str:
    if where is Where.GROUP:
        return next(group.title for group in show.groups if group.id == item_id)
    item = show.segment(item_id) or show.standby(item_id)
    assert item is not None
    if where is Where.NOTE:
        assert isinstance(item, Segment)
        return item.note
    return item.title if where is Where.TITLE else script_text(item.script)


def everything(show: Show) -> list[tuple[Where, str]]:
    items = [*show.segments, *show.standbys]
    return [
        *((Where.GROUP, group.id) for group in show.groups),
        *((where, item.id) for item in items for where in (Where.TITLE, Where.SCRIPT)),
        *((Where.NOTE, segment.id) for segment in show.segments),
    ]


@given(shows(), WORDS, st.text(alphabet="xa", max_size=2))
def test_every_text_is_replaced_in_one_edit_that_is_taken_back_in_one(show: Show, words: str, by: str) -> None:
    query = Query(words)
    hits = find_all(show, query)
    assert len(set(hits)) == len(hits)
    for hit in hits:
        assert text_at(show, hit.where, hit.item_id)[hit.start : hit.end] == words
    assert {(hit.where, hit.item_id) for hit in hits} == {
        one for one in everything(show) if words in text_at(show, *one)
    }
    edit, count = replace_all(show, query, by)
    assert count == len(hits)
    if edit is None:
        return
    after, back = apply(show, edit)
    for where, item_id in everything(show):
        wanted = replaced(text_at(show, where, item_id), query, by)[0]
        if where is Where.SCRIPT:
            wanted = script_text(parse_script(wanted))
        elif where is not Where.NOTE:
            wanted = wanted.strip()
        assert text_at(after, where, item_id) == wanted
    assert apply(after, back)[0] == show


@given(shows(), WORDS, st.text(alphabet="xa ", max_size=2))
def test_one_place_beside_the_scripts_is_replaced_alone(show: Show, words: str, by: str) -> None:
    for hit in find_all(show, Query(words)):
        made = replace_hit(show, hit, Query(words), by)
        if hit.where is Where.SCRIPT or made is None:
            assert made is None
            assert hit.where is Where.SCRIPT or by.strip() == words.strip(), "an edge's space is no change"
            continue
        edit, put = made
        after, back = apply(show, edit)
        changed = [one for one in everything(show) if text_at(after, *one) != text_at(show, *one)]
        assert changed == [(hit.where, hit.item_id)]
        new = text_at(after, hit.where, hit.item_id)
        assert by.strip() in new[put.start : put.end]
        assert apply(after, back)[0] == show


def a_show() -> Show:
    segments = (
        Segment("s1", "甲款", SegmentKind.TALK, 1_000, "g1", script=parse_script("说甲\n\n再说甲"), note="备甲"),
        Segment("s2", "甲到点", SegmentKind.MILESTONE, 0, "g1"),
    )
    groups = (Group("g1", "甲组"), Group("g2", "空的甲组"))
    plans = (Standby("p1", "甲断货", "", script=parse_script("没有甲")),)
    return small.show("2026-11-25T20:00", *segments, groups=groups, standbys=plans)


def test_places_come_in_reading_order() -> None:
    found = [(hit.item_id, hit.where) for hit in find_all(a_show(), Query("甲"))]
    script, title = Where.SCRIPT, Where.TITLE
    assert found == [
        ("g1", Where.GROUP),
        ("s1", title),
        ("s1", script),
        ("s1", script),
        ("s1", Where.NOTE),
        ("s2", title),
        ("g2", Where.GROUP),
        ("p1", title),
        ("p1", script),
    ]


def test_the_options_hold_in_titles_too() -> None:
    show = small.show("2026-11-25T20:00", Segment("s1", "SPF spf spfx", SegmentKind.TALK, 1_000))
    assert len(find_all(show, Query("spf"))) == 3
    assert len(find_all(show, Query("spf", case=True))) == 2
    assert find_all(show, Query("spf", case=True, whole=True)) == (Hit("s1", 4, 7, Where.TITLE),)
    edit, count = replace_all(show, Query(r"(sp)f$|(SP)F", pattern=True, case=True), r"\2Z")
    assert edit is not None
    assert (apply(show, edit)[0].segments[0].title, count) == ("SPZ spf spfx", 1)


def test_a_title_keeps_words_and_a_note_may_go() -> None:
    show = a_show()
    bare = replace(show, segments=(replace(show.segments[0], title="甲", note="甲"), *show.segments[1:]))
    edit, count = replace_all(bare, Query("甲"), "")
    assert edit is not None
    after = apply(bare, edit)[0]
    assert (after.segments[0].title, after.segments[0].note, after.segments[1].title) == ("甲", "", "到点")
    assert count == len(find_all(bare, Query("甲"))) - 1
    with pytest.raises(UserError) as caught:
        replace_hit(bare, Hit("s1", 0, 1, Where.TITLE), Query("甲"), " ")
    assert (caught.value.code, caught.value.params) == ("find.empty_title", {"title": "甲"})


def test_a_place_that_is_none_any_more_is_left_alone() -> None:
    assert replace_hit(a_show(), Hit("s1", 1, 2, Where.TITLE), Query("甲"), "乙") is None
    assert replace_hit(a_show(), Hit("gone", 0, 1, Where.TITLE), Query("甲"), "乙") is None


def test_a_line_break_of_a_pattern_is_a_space_in_a_title() -> None:
    edit, _ = replace_all(a_show(), Query("(甲)到", pattern=True), r"\1\n")
    assert edit is not None
    assert apply(a_show(), edit)[0].segments[1].title == "甲 点"


def test_a_locked_script_refuses_titles_as_well() -> None:
    edit, _ = replace_all(a_show(), Query("甲款"), "乙款")
    assert isinstance(edit, ChangeSegments)
    with pytest.raises(UserError, match=r"edit\.closed"):
        apply(replace(a_show(), approval=Approval.LOCKED), edit)


@pytest.mark.parametrize("count", [FEW_SCRIPTS, FEW_SCRIPTS + 1])
def test_many_scripts_are_put_in_place_at_once(count: int) -> None:
    segments = [
        Segment(f"s{at}", "甲", SegmentKind.TALK, 1_000, script=parse_script("说甲")) for at in range(count - 1)
    ]
    plans = (Standby("p1", "甲", "", script=parse_script("说甲")),)
    show = small.show("2026-11-25T20:00", *segments, standbys=plans)
    edit, total = replace_all(show, Query("甲"), "乙")
    assert isinstance(edit, Batch)
    kinds = [type(one) for one in edit.edits]
    few = count == FEW_SCRIPTS
    assert kinds == [ChangeShow, ChangeSegments, *[SpliceScript] * (count if few else 1)]
    after = apply(show, edit)[0]
    assert total == 2 * count
    assert find_all(after, Query("甲")) == ()
    assert all(item.script == parse_script("说乙") for item in (*after.segments, *after.standbys))
