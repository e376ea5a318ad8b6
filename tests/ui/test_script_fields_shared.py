"""The rules of what several segments have in common, and of the edits for all of them: whatever stands in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import WallTime
from livedesk.domain.edits import Edit, apply
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Segment, SegmentKind, Show
from livedesk.services.show_file import check_show
from livedesk.ui.workspaces.script.fields_edits import (
    add_cues,
    change_cues,
    cue_content,
    move_cues,
    promotion_content,
    remove_cues,
    start_promotion,
    stop_promotions,
)
from livedesk.ui.workspaces.script.fields_shared import hopped, shared

TEXTS = st.sampled_from(["上架", "发券", "改价"])
CUES = st.lists(st.lists(TEXTS, max_size=4), min_size=1, max_size=4)
PLACES = st.lists(st.tuples(TEXTS, st.integers(0, 5)), max_size=6)


def show_of(texts: list[list[str]], placed: list[tuple[str, int]] | None = None) -> Show:
    """A show whose segments have cues of these texts; promotions stand at places (past the segments: at none)."""
    ids = count()
    segments = tuple(
        Segment(
            f"s{at}",
            "环节",
            SegmentKind.PRODUCT,
            60_000,
            cues=tuple(ConsoleCue(f"c{next(ids)}", ConsoleAction.OTHER, text) for text in of_one),
        )
        for at, of_one in enumerate(texts)
    )
    promotions = tuple(
        Promotion(f"m{at}", title, PromotionKind.COUPON, f"s{place}" if place < len(segments) else "")
        for at, (title, place) in enumerate(placed or [])
    )
    start = WallTime(datetime(2026, 11, 25, 20, 0))  # noqa: DTZ001 - a time as a sheet has it
    return Show("show", "场次", "Asia/Shanghai", start, segments=segments, promotions=promotions)


def lists(show: Show) -> dict[str, tuple[ConsoleCue, ...]]:
    return {one.id: one.cues for one in show.segments}


def done(show: Show, edit: Edit | None) -> Show:
    """The show with an edit, which can be taken back and leaves a document that can be kept."""
    if edit is None:
        return show
    after, inverse = apply(show, edit)
    assert apply(after, inverse)[0] == show
    check_show(after)
    return after


def ids() -> str:
    return f"n{next(_NEW)}"


_NEW = count()


@given(CUES)
def test_what_is_shared_stands_in_every_list_as_often_as_in_the_one_with_fewest(texts: list[list[str]]) -> None:
    show = show_of(texts)
    found, apart = shared(lists(show), cue_content)
    counted = [Counter(of_one) for of_one in texts]
    fewest = {text: min(one[text] for one in counted) for text in set().union(*texts)}
    assert Counter(one.things[0].text for one in found) == Counter(fewest)
    assert apart == sum(any(one[text] > fewest[text] for one in counted) for text in fewest)
    for one in found:
        assert [segment_id for segment_id, _ in one.own] == [segment.id for segment in show.segments]
        assert len({cue_content(thing) for thing in one.things}) == 1
    every = [thing.id for one in found for thing in one.things]
    assert len(every) == len(set(every)), "nothing stands for two"
    order = [thing.id for thing in show.segments[0].cues]
    firsts = [one.things[0].id for one in found]
    assert firsts == sorted(firsts, key=order.index)


@given(CUES, st.data())
def test_what_is_open_stays_together_however_it_is_changed(texts: list[list[str]], data: st.DataObject) -> None:
    show = show_of(texts)
    found, _ = shared(lists(show), cue_content)
    if not found:
        return
    opened = data.draw(st.sampled_from(found))
    assert shared(lists(show), cue_content, opened)[1] == shared(lists(show), cue_content)[1]
    at = data.draw(st.sampled_from(sorted(opened.ids)))
    now = done(show, change_cues(show, {at: opened.ids[at]}, {"text": "别的"}))
    again, _ = shared(lists(now), cue_content, opened)
    kept = next(one for one in again if one.id == opened.id)
    assert kept.ids == opened.ids
    assert kept.mixed is (len(texts) > 1)
    gone = done(now, remove_cues(now, opened.ids))
    assert all(one.ids != opened.ids for one in shared(lists(gone), cue_content, opened)[0])


@given(st.lists(TEXTS, unique=True, min_size=1), TEXTS, TEXTS, st.sampled_from([-1, 1]))
def test_hopping_keeps_everything_and_passes_the_other(texts: list[str], item: str, past: str, step: int) -> None:
    cues = tuple(ConsoleCue(text, ConsoleAction.OTHER, text) for text in texts)
    made = hopped(cues, item, past, step)
    assert sorted(made, key=lambda one: one.id) == sorted(cues, key=lambda one: one.id)
    if item != past and item in texts and past in texts:
        order = [one.id for one in made]
        assert (order.index(item) - order.index(past)) * step > 0
        rest = [one for one in order if one != item]
        assert rest == [one for one in texts if one != item]
    else:
        assert made == cues


@given(CUES, TEXTS)
def test_a_cue_that_is_added_is_shared_and_has_ids_of_its_own(texts: list[list[str]], text: str) -> None:
    show = show_of(texts)
    wanted = [one.id for one in show.segments]
    after = done(show, add_cues(show, wanted, (ConsoleCue("", ConsoleAction.OTHER, text),), ids))
    found, _ = shared(lists(after), cue_content)
    row = next(one for one in found if one.things[0].text == text)
    several = len(texts) > 1
    for before, segment in zip(show.segments, after.segments, strict=True):
        more = 0 if several and text in [cue.text for cue in before.cues] else 1
        assert len(segment.cues) == len(before.cues) + more
        assert segment.cues[: len(before.cues)] == before.cues
    left = done(after, remove_cues(after, row.ids))
    assert sum(len(one.cues) for one in left.segments) == sum(len(one.cues) for one in after.segments) - len(texts)


@given(CUES, st.sampled_from([-1, 1]), st.data())
def test_moving_goes_past_the_neighbour_in_every_segment(
    texts: list[list[str]], step: int, data: st.DataObject
) -> None:
    show = show_of(texts)
    found, _ = shared(lists(show), cue_content)
    if len(found) < 2:
        return
    at = data.draw(st.integers(0, len(found) - 2)) + (step < 0)
    one, past = found[at], found[at + step]
    after = done(show, move_cues(show, one.ids, past.ids, step))
    for segment in after.segments:
        order = [cue.id for cue in segment.cues]
        assert (order.index(one.ids[segment.id]) - order.index(past.ids[segment.id])) * step > 0
    for before, segment in zip(show.segments, after.segments, strict=True):
        assert sorted(segment.cues, key=lambda cue: cue.id) == sorted(before.cues, key=lambda cue: cue.id)


@given(CUES, PLACES, TEXTS, st.booleans())
def test_a_started_promotion_starts_with_each_once_and_stopped_it_stays_once(
    texts: list[list[str]], placed: list[tuple[str, int]], title: str, move: bool
) -> None:
    show = show_of(texts, placed)
    wanted = [one.id for one in show.segments][:2]
    meant = next((one for one in show.promotions if one.title == title), None)
    if meant is None:
        return
    after = done(show, start_promotion(show, wanted, meant, ids, move=move and meant.segment_id not in wanted))
    alike = [one for one in after.promotions if promotion_content(one) == promotion_content(meant)]
    before = Counter(one.segment_id for one in show.promotions if one.title == title)
    for one in wanted:
        assert sum(each.segment_id == one for each in alike) == max(1, before[one])
    known = {one.id for one in show.promotions}
    assert known <= {one.id for one in after.promotions}, "none of the show's is lost"
    if any(one.id not in known for one in alike):
        assert all(one.segment_id for one in alike), "none is made while one starts nowhere"
    others = [one for one in after.promotions if one.title != title]
    assert others == [one for one in show.promotions if one.title != title]
    own = [next(each.id for each in alike if each.segment_id == one) for one in wanted]
    for running in ([], own[-1:]):
        stopped = done(after, stop_promotions(after, own, running))
        left = [one for one in stopped.promotions if one.id in own]
        stays = running[0] if running else next(one.id for one in after.promotions if one.id in own)
        assert left == [replace(meant, id=stays, segment_id="")]
