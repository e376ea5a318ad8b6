"""Where the time goes, and whether the words fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.allocation import Share, allocate, segment_time
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.pace import speaking_ms, spoken_chars
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import EndMode, Group, SegmentKind, Show
from livedesk.domain.script import fill, parse_script
from livedesk.domain.script_values import values_on
from livedesk.domain.timetable import plan
from tests.unit.shows import segment, show, wall
from tests.unit.timing_shows import shows

START = "2026-11-25 20:00"
PACES = {"主播一": 4.0, "主播二": 5.0, "助播一": 2.0}


def words(count: int) -> str:
    return "好" * count


def evening(**more: object) -> Show:
    segments = (
        segment(1, 5, group_id="g1"),
        segment(2, 10, group_id="g2", script=parse_script(words(1_200))),
        segment(3, 10, group_id="g2", skipped=True, script=parse_script(words(9_999))),
        segment(4, 15, hard_start=wall("2026-11-25 20:20")),
    )
    kinds = (SegmentKind.OPENING, SegmentKind.PRODUCT, SegmentKind.PRODUCT, SegmentKind.CLOSING)
    return show(
        START,
        *(replace(each, kind=kind) for each, kind in zip(segments, kinds, strict=True)),
        groups=(Group("g1", "开场"), Group("g2", "讲品"), Group("g3", "返场")),
        host="主播一",
        **more,
    )


def test_the_plan_is_set_against_the_slot() -> None:
    made = allocate(evening(hard_end=wall("2026-11-25 20:45")), PACES, 4.3)
    assert (made.planned_ms, made.gap_ms, made.slot_ms, made.left_ms) == (
        30 * MINUTE,
        5 * MINUTE,
        45 * MINUTE,
        10 * MINUTE,
    )
    assert allocate(evening(hard_end=wall("2026-11-25 20:30")), PACES, 4.3).left_ms == -5 * MINUTE
    free = allocate(evening(), PACES, 4.3)
    assert (free.slot_ms, free.left_ms) == (None, None)


def test_groups_and_kinds_have_their_shares_and_skipped_ones_are_left_out() -> None:
    made = allocate(evening(), PACES, 4.3)
    assert list(made.groups.items()) == [
        ("g1", Share(1, 5 * MINUTE, 1 / 6)),
        ("g2", Share(1, 10 * MINUTE, 1 / 3)),
        ("", Share(1, 15 * MINUTE, 1 / 2)),
        ("g3", Share()),
    ]
    assert list(made.kinds.items()) == [
        (SegmentKind.OPENING, Share(1, 5 * MINUTE, 1 / 6)),
        (SegmentKind.PRODUCT, Share(1, 10 * MINUTE, 1 / 3)),
        (SegmentKind.CLOSING, Share(1, 15 * MINUTE, 1 / 2)),
    ]
    assert set(made.segments) == {"s1", "s2", "s4"}


def test_groups_stand_in_the_order_of_the_rundown_not_in_that_of_their_making() -> None:
    show = evening()
    made_last = replace(show, groups=show.groups[::-1])
    assert list(allocate(made_last, PACES, 4.3).groups) == ["g1", "g2", "", "g3"]
    # A group of which everything is left out keeps its place.
    skipped = tuple(replace(one, skipped=one.skipped or one.group_id == "g1") for one in show.segments)
    assert list(allocate(replace(made_last, segments=skipped), PACES, 4.3).groups) == ["g1", "g2", "", "g3"]


def test_each_voice_speaks_at_its_own_rate() -> None:
    item = segment(
        1, 5, script=parse_script(f"{words(100)}\n助播：{words(40)}\n【动作】{words(99)}"), co_host="助播一"
    )
    alone = segment_time(item, "主播一", {}, PACES, 4.3)
    assert (alone.chars, alone.speaking_ms, alone.rates) == (140, 25 * SECOND + 20 * SECOND, (4.0, 2.0))
    other = segment_time(replace(item, person="主播二", co_host=""), "主播一", {}, PACES, 4.0)
    assert (other.speaking_ms, other.rates) == (20 * SECOND + 10 * SECOND, (5.0, 4.0))


@pytest.mark.parametrize(
    ("chars", "minutes", "over", "fits"),
    [
        (240, 1, 0, True),
        (260, 1, 5 * SECOND, True),
        (261, 1, 5_250, False),
        (2_520, 10, 30 * SECOND, True),
        (2_521, 10, 30_250, False),
        (0, 0, 0, True),
        (21, 0, 5_250, False),
    ],
)
def test_words_fit_within_five_seconds_or_five_in_a_hundred(
    chars: int, minutes: int, over: int, fits: bool
) -> None:
    item = segment(1, minutes, script=parse_script(words(chars)))
    made = segment_time(item, "主播一", {}, PACES, 4.3)
    assert (made.over_ms, made.fits) == (over, fits)
    assert allocate(show(START, item, host="主播一"), PACES, 4.3).overfull == (() if fits else ("s1",))


def test_a_segment_that_counts_to_a_time_has_what_is_left_to_it() -> None:
    counting = segment(
        2,
        60,
        end_mode=EndMode.COUNT_TO,
        count_to=wall("2026-11-25 20:11"),
        script=parse_script(words(400)),
    )
    made = allocate(show(START, segment(1, 10), counting), PACES, 4.0).segments["s2"]
    assert (made.planned_ms, made.speaking_ms, made.fits) == (MINUTE, 100 * SECOND, False)


def test_variables_are_filled_from_the_first_product_of_the_segment() -> None:
    products = (Product("p1", "面霜", live_price=12_900), Product("p2", "精华露水"))
    item = segment(1, 1, script=parse_script("{{商品}}{{直播价}}"), product_ids=("p1", "p2"))
    document = show(START, item, products=products)
    assert allocate(document, {}, 4.0).segments["s1"].chars == 2 + 6
    cheaper = replace(document, products=(replace(products[0], live_price=900), products[1]))
    known = allocate(document, {}, 4.0)
    assert allocate(cheaper, {}, 4.0, known=known).segments["s1"].chars == 2 + 2


def test_what_moves_with_another_segment_is_measured_again() -> None:
    counting = segment(
        2, 1, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:11"), script=parse_script(words(400))
    )
    document = show(START, segment(1, 10), counting)
    known = allocate(document, PACES, 4.0)
    shorter = replace(document, segments=(segment(1, 5), counting))
    assert allocate(shorter, PACES, 4.0, known=known).segments["s2"].planned_ms == 6 * MINUTE


def test_kinds_stand_in_their_own_order() -> None:
    closing, opening = (
        replace(segment(1, 5), kind=SegmentKind.CLOSING),
        replace(segment(2, 5), kind=SegmentKind.OPENING),
    )
    made = allocate(show(START, closing, opening), PACES, 4.0)
    assert list(made.kinds) == [SegmentKind.OPENING, SegmentKind.CLOSING]


@st.composite
def written(draw: st.DrawFn) -> Show:
    """Any show with words in it, in groups, said by several people."""
    document = draw(shows())
    kinds = list(SegmentKind)
    segments = tuple(
        replace(
            item,
            kind=draw(st.sampled_from(kinds)),
            group_id=draw(st.sampled_from(("", "g1", "g2"))),
            person=draw(st.sampled_from(("", "主播二", "谁"))),
            script=parse_script(draw(st.sampled_from(("", words(300), f"{words(20)}\n助播一：{words(9)}")))),
        )
        for item in document.segments
    )
    return replace(document, segments=segments, groups=(Group("g1", "a"),), host="主播一")


@given(written(), st.floats(1.5, 12.0))
def test_the_parts_make_the_whole(document: Show, default: float) -> None:
    made = allocate(document, PACES, default)
    layout = plan(document)
    for parts in (made.groups.values(), made.kinds.values()):
        assert sum(part.planned_ms for part in parts) == made.planned_ms
        assert sum(part.count for part in parts) == len(made.segments)
        assert sum(part.share for part in parts) == pytest.approx(1.0 if made.planned_ms else 0.0)
    assert made.planned_ms == sum(each.planned_ms for each in made.segments.values())
    assert made.speaking_ms == sum(each.speaking_ms for each in made.segments.values())
    if made.slot_ms is not None and made.left_ms is not None:
        assert made.slot_ms == made.planned_ms + made.gap_ms + made.left_ms
    assert made.left_ms == layout.end_slack
    assert made.overfull == tuple(key for key, each in made.segments.items() if not each.fits)


@given(written(), st.integers(0, 8), st.floats(1.5, 12.0), st.sampled_from(("主播一", "主播二")))
def test_what_is_known_already_gives_the_same(document: Show, place: int, default: float, host: str) -> None:
    known = allocate(document, {}, default)
    at = place % len(document.segments)
    changed = replace(document.segments[at], script=parse_script(words(77)), skipped=False)
    edited = replace(
        document, segments=(*document.segments[:at], changed, *document.segments[at + 1 :]), host=host
    )
    for paces, cps in (({}, default), ({}, default + 1), (PACES, default + 1), (PACES, default)):
        again = allocate(edited, paces, cps, known=known, layout=plan(edited))
        assert again == allocate(edited, paces, cps)
    alone = segment_time(changed, host, {}, PACES, default, plan(edited).durations[at])
    assert alone == again.segments[changed.id]
    rate = PACES.get(changed.person or host, default)
    assert alone.speaking_ms == speaking_ms(77, rate)


PRICES = st.sampled_from([None, 990, 12_900, 12_345_600])


@given(PRICES, PRICES, PRICES, PRICES)
def test_words_are_counted_as_they_are_said_also_after_a_price_has_changed(
    live: int | None, other: int | None, flash: int | None, later: int | None
) -> None:
    def show_of(live: int | None, other: int | None, flash: int | None) -> Show:
        goods = (Product("p1", "面霜", 1, live_price=live), Product("p2", "面膜", 2, live_price=other))
        sale = Promotion("q1", "秒杀", PromotionKind.FLASH, "s1", price=flash)
        return show(START, *segments, products=goods, promotions=(sale,))

    text = "秒杀{{秒杀价}}，平时{{直播价}}，面膜{{直播价:2号}}"
    segments = tuple(segment(at, 5, product_ids=("p1",), script=parse_script(text)) for at in (1, 2))
    before = show_of(live, other, flash)
    known = allocate(before, {}, 4.0)
    for item in before.segments:
        said = fill(text, values_on(before, item))
        assert known.segments[item.id].chars == spoken_chars(said)
    dearer = replace(before, promotions=show_of(live, other, later).promotions)
    for after in (show_of(later, other, flash), show_of(live, later, flash), dearer, before):
        assert allocate(after, {}, 4.0, known=known) == allocate(after, {}, 4.0)


def test_a_rate_of_the_name_in_a_line_goes_before_that_of_whoever_has_the_duty() -> None:
    item = segment(1, 5, co_host="小美", script=parse_script(f"助播一：{words(60)}\n助播：{words(40)}"))
    evening = show(START, item, host="主播一")
    by_duty = allocate(evening, {"小美": 2.0}, 4.0)
    assert by_duty.voices == (("助播一", "小美"), ("小美", "助播"))
    assert by_duty.speaking_ms == 50 * SECOND
    by_hand = allocate(evening, {"小美": 2.0, "助播一": 6.0}, 4.0, known=by_duty)
    assert by_hand.speaking_ms == 30 * SECOND
    nobody = allocate(show(START, replace(item, co_host=""), host="主播一"), {"助播一": 6.0, "主播一": 1.0}, 4.0)
    assert nobody.speaking_ms == 20 * SECOND
