"""What a person does to a rundown, as edits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import editing
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import Edit, apply
from livedesk.domain.numbering import between, shown_numbers
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Group, SegmentKind, Show
from livedesk.domain.script import parse_script, script_text
from tests.unit import shows as small
from tests.unit.edit_samples import scripts, segments, shows


def ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"n{next(numbers)}"


def do(show: Show, edit: Edit | None) -> Show:
    assert edit is not None
    return apply(show, edit)[0]


def order(show: Show) -> str:
    return " ".join(item.id + (f"/{item.group_id}" if item.group_id else "") for item in show.segments)


@pytest.fixture
def show() -> Show:
    rows = [small.segment(1, 5, group_id="a"), small.segment(2, 5, group_id="a")]
    rows += [small.segment(3, 5, group_id="b"), small.segment(4, 5, group_id="b"), small.segment(5, 5)]
    return small.show("2026-11-25T20:00", *rows, groups=(Group("a", "A"), Group("b", "B")))


@given(segments("s"), segments("s"))
def test_a_change_names_only_what_differs(before: object, after: object) -> None:
    show = small.show("2026-11-25T20:00", before)  # type: ignore[arg-type]  # drawn segments
    edit = editing.change(before, after)  # type: ignore[arg-type]  # drawn segments
    assert (edit is None) == (before == after)
    if edit is not None:
        assert apply(show, edit)[0].segments == (after,)


@given(scripts, scripts)
def test_rewriting_gives_the_new_script(before: object, after: object) -> None:
    show = small.show("2026-11-25T20:00", small.segment(1, 1, script=before))
    edit = editing.rewrite("s1", before, after)  # type: ignore[arg-type]  # drawn scripts
    changed = show if edit is None else apply(show, edit)[0]
    assert changed.segments[0].script == after


@given(shows(), st.data())
def test_moving_keeps_every_row_and_the_order_of_the_others(show: Show, data: st.DataObject) -> None:
    names = [item.id for item in show.segments]
    chosen = data.draw(st.sets(st.sampled_from(names))) if names else set()
    before = data.draw(st.sampled_from(["", *names]))
    edit = editing.move_before(show, chosen, before)
    moved = show if edit is None else apply(show, edit)[0]
    after = [item.id for item in moved.segments]
    assert sorted(after) == sorted(names)
    assert [one for one in after if one not in chosen] == [one for one in names if one not in chosen]
    if edit is not None:
        kept = [one for one in names if one in chosen]
        at = after.index(kept[0])
        assert after[at : at + len(kept)] == kept


def test_a_row_lands_in_the_group_it_is_dropped_in(show: Show) -> None:
    assert order(do(show, editing.move_before(show, {"s5"}, "s2"))) == "s1/a s5/a s2/a s3/b s4/b"
    assert order(do(show, editing.move_before(show, {"s1", "s5"}, "s4"))) == "s2/a s3/b s1/b s5/b s4/b"
    assert order(do(show, editing.move_before(show, {"s1"}, ""))) == "s2/a s3/b s4/b s5 s1"
    assert editing.move_before(show, {"s1"}, "s2") is None


def test_a_step_crosses_into_the_next_group_before_it_goes_on(show: Show) -> None:
    once = do(show, editing.shift(show, {"s2"}, 1))
    assert order(once) == "s1/a s2/b s3/b s4/b s5"
    twice = do(once, editing.shift(once, {"s2"}, 1))
    assert order(twice) == "s1/a s3/b s2/b s4/b s5"
    back = do(show, editing.shift(show, {"s3", "s4"}, -1))
    assert order(back) == "s1/a s2/a s3/a s4/a s5"
    assert editing.shift(show, {"s1"}, -1) is None
    assert editing.shift(show, {"s5"}, 1) is None


def test_a_copy_has_ids_of_its_own_and_no_hard_start(show: Show) -> None:
    pinned = replace(show.segments[1], hard_start=small.wall("2026-11-25T20:05"), number="02")
    show = replace(show, segments=(show.segments[0], pinned, *show.segments[2:]))
    copied = do(show, editing.duplicate(show, {"s1", "s2"}, ids()))
    assert order(copied) == "s1/a s2/a n0/a n1/a s3/b s4/b s5"
    assert copied.segments[3].hard_start is None
    assert [item.number for item in copied.segments[2:4]] == ["02A", "02B"]


def test_copies_of_several_groups_stand_in_the_group_of_the_last_and_tear_none(show: Show) -> None:
    copied = do(show, editing.duplicate(show, {"s1", "s3"}, ids()))
    assert order(copied) == "s1/a s2/a s3/b n0/b n1/b s4/b s5"
    assert copied.segments[3].title == show.segments[0].title
    alone = do(show, editing.duplicate(show, {"s2", "s5"}, ids()))
    assert order(alone) == "s1/a s2/a s3/b s4/b s5 n0 n1"


def test_removing_frees_promotions_and_forgets_overrides(show: Show) -> None:
    show = replace(
        show,
        promotions=(
            Promotion("q", "秒杀", PromotionKind.FLASH, "s1"),
            Promotion("r", "券", PromotionKind.COUPON, "s2"),
        ),
        claim_overrides=(ClaimOverride("s1", "absolute", "最佳", "评测原话", "运营", 1),),
    )
    left = do(show, editing.remove(show, {"s1"}))
    assert [promotion.segment_id for promotion in left.promotions] == ["", "s2"]
    assert left.claim_overrides == ()
    back, _ = apply(left, apply(show, editing.remove(show, {"s1"}))[1])  # type: ignore[arg-type]  # it is one
    assert back == show


def test_skipping_many_puts_back_only_where_all_are_skipped(show: Show) -> None:
    one = do(show, editing.toggle_skip(show, {"s1"}))
    both = do(one, editing.toggle_skip(one, {"s1", "s2"}))
    assert [item.skipped for item in both.segments] == [True, True, False, False, False]
    assert do(both, editing.toggle_skip(both, {"s1", "s2"})) == show


def test_groups_come_and_go_without_moving_a_row(show: Show) -> None:
    made = do(show, editing.new_group(show, {"s5"}, "返场", ids()))
    assert (order(made), made.groups[-1]) == ("s1/a s2/a s3/b s4/b s5/n0", Group("n0", "返场"))
    assert order(do(made, editing.dissolve_group(made, "a"))) == "s1 s2 s3/b s4/b s5/n0"
    assert do(show, editing.rename_group(show, "a", "开场")).groups[0].title == "开场"
    assert editing.rename_group(show, "a", "A") is None


def test_no_two_groups_are_given_one_title(show: Show) -> None:
    same = do(show, editing.rename_group(show, "b", "A"))
    assert [group.title for group in same.groups] == ["A", "A 2"]
    assert editing.rename_group(same, "b", "A") is None, "it has the number already"
    assert do(same, editing.rename_group(same, "b", "a")).groups[1].title == "a 2"
    assert do(same, editing.rename_group(same, "a", "a")).groups[0].title == "a", "its own title is no other's"
    assert do(same, editing.new_group(same, (), "A", ids())).groups[-1].title == "A 3"


def test_fixed_numbers_stay_when_rows_come_between(show: Show) -> None:
    fixed = do(show, editing.fix_numbers(show))
    new = [editing.blank(SegmentKind.TALK, "插", ids(), duration_ms=60_000)]
    more = do(fixed, editing.insert(fixed, new, 2))
    assert shown_numbers(more.segments) == ("01", "02", "02A", "03", "04", "05")
    assert between(more.segments, 3, 2) == ("02B", "02C")
    assert between(more.segments, 0, 1) == ("00A",)
    assert shown_numbers(do(more, editing.renumber(more)).segments) == ("01", "02", "03", "04", "05", "06")


@given(shows(), st.integers(0, 7), st.integers(1, 60))
def test_new_numbers_are_nobody_elses(show: Show, index: int, many: int) -> None:
    made = between(show.segments, min(index, len(show.segments)), many)
    taken = shown_numbers(show.segments)
    assert all(number == "" for number in made) or not set(made) & set(taken)
    assert len(set(made)) in (1, many)


def test_the_parts_of_a_script_survive_as_text() -> None:
    text = (
        "【开头】\n欢迎来到直播间\n【正文】\n【痛点】换季就起皮\n【动作】助播：拿起产品\n【结尾】\n【收尾】下播见"
    )
    assert script_text(parse_script(text)) == text


@given(scripts)
def test_every_script_that_was_read_reads_back(script: object) -> None:
    once = parse_script(script_text(script))  # type: ignore[arg-type]  # drawn scripts
    assert parse_script(script_text(once)) == once


def test_a_whole_group_passes_the_group_beside_it_and_stays_a_group(show: Show) -> None:
    rows = tuple(
        replace(small.segment(number, 5), group_id=group)
        for number, group in enumerate(("a", "a", "b", "b", "", "c"), 1)
    )
    titled = replace(show, segments=rows, groups=tuple(Group(one, one) for one in "abc"))
    up = do(titled, editing.shift_group(titled, "b", -1))
    assert order(up) == "s3/b s4/b s1/a s2/a s5 s6/c"
    assert do(up, editing.shift_group(up, "b", 1)) == titled
    assert order(do(titled, editing.shift_group(titled, "b", 1))) == "s1/a s2/a s5 s3/b s4/b s6/c"
    assert order(do(titled, editing.place_group(titled, "c", 0))) == "s6/c s1/a s2/a s3/b s4/b s5"
    assert order(do(titled, editing.place_group(titled, "a"))) == "s3/b s4/b s5 s6/c s1/a s2/a"
    assert editing.shift_group(titled, "a", -1) is None
    assert editing.shift_group(titled, "c", 1) is None
    assert editing.shift_group(titled, "gone", 1) is None


@given(shows(), st.data())
def test_moving_a_group_keeps_every_group_and_the_order_of_the_others(show: Show, data: st.DataObject) -> None:
    group = data.draw(st.sampled_from(["", *(one.id for one in show.groups)]))
    step = data.draw(st.sampled_from((-1, 1)))
    edit = editing.shift_group(show, group, step) if group else None
    after = do(show, edit) if edit is not None else show
    assert {item.id: item.group_id for item in after.segments} == {
        item.id: item.group_id for item in show.segments
    }
    for inside in (True, False):
        kept = [item.id for item in show.segments if (item.group_id == group) is inside]
        assert [item.id for item in after.segments if (item.group_id == group) is inside] == kept
