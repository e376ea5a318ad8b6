"""Standby plans taken along: copies are new ones, one plan alone stands behind the panic key, what was cut moves."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clipping import Clipping, clip, paste, paste_standbys, taken_out
from livedesk.domain.codec import decode, decode_edit, encode, encode_edit
from livedesk.domain.edits import ChangeShow, apply
from livedesk.domain.rundown import Show, Standby, StandbyMode
from livedesk.services.show_file import check_show
from tests.unit import shows as small
from tests.unit.edit_samples import scripts, shows


@st.composite
def planned_for(draw: st.DrawFn) -> Show:
    """A show with standby plans, one of them marked at most, and wordings that are let stand in them and elsewhere."""
    show = draw(shows(3))
    many = draw(st.integers(0, 5))
    marked = draw(st.integers(-1, many - 1))
    plans = tuple(
        Standby(
            f"b{at}",
            f"预案{at}",
            draw(st.sampled_from(["", "紧急画面"])),
            draw(st.sampled_from(StandbyMode)),
            draw(st.sampled_from([None, 60_000])),
            script=draw(scripts),
            panic=at == marked,
        )
        for at in range(many)
    )
    names = [item.id for item in (*show.segments, *plans)]
    items = draw(st.lists(st.sampled_from(names), max_size=6)) if names else []
    stand = tuple(ClaimOverride(one, "r", f"最{at}", "", "场控", at) for at, one in enumerate(items))
    return replace(show, standbys=plans, claim_overrides=stand)


def put(show: Show, clipping: Clipping, behind: str = "") -> tuple[Show, tuple[str, ...]]:
    """The show with the plans in it, as the journal has the edit, and their ids; taken back it is as it was."""
    numbers = count()
    edit, ids = paste_standbys(show, clipping, behind, lambda: f"n{next(numbers)}")
    assert edit is not None
    pasted, inverse = apply(show, decode_edit(*encode_edit(edit)))
    assert apply(pasted, inverse)[0] == show
    return pasted, ids


def copied(show: Show, clipping: Clipping, ids: tuple[str, ...]) -> list[ClaimOverride]:
    """What is let stand in the plans of a clipping, as their copies have it."""
    made = dict(zip((one.id for one in clipping.standbys), ids, strict=True))
    return [replace(one, item_id=made[one.item_id]) for one in show.claim_overrides if one.item_id in made]


def cut_out(show: Show, ids: set[str]) -> tuple[Show, Clipping]:
    """The show without the plans, and what the clipboard then holds."""
    clipping = decode(encode(taken_out(clip(show, ids))), Clipping)
    values = {
        "standbys": tuple(one for one in show.standbys if one.id not in ids),
        "claim_overrides": tuple(one for one in show.claim_overrides if one.item_id not in ids),
    }
    return apply(show, ChangeShow(values))[0], clipping


@given(planned_for(), planned_for(), st.data())
def test_copies_are_new_plans_behind_the_chosen_one(origin: Show, target: Show, data: st.DataObject) -> None:
    if not origin.standbys:
        return
    names = st.sampled_from([one.id for one in origin.standbys])
    clipping = decode(encode(clip(origin, data.draw(st.sets(names, min_size=1)))), Clipping)
    if data.draw(st.booleans()):
        clipping = taken_out(clipping)
    target = replace(target, id="other") if data.draw(st.booleans()) else origin
    behind = data.draw(st.sampled_from(["", "gone", *(one.id for one in target.standbys)]))
    pasted, ids = put(target, clipping, behind)
    at = next((at for at, one in enumerate(target.standbys, 1) if one.id == behind), len(target.standbys))
    made = pasted.standbys[at : at + len(ids)]
    assert tuple(one.id for one in made) == ids == tuple(f"n{number}" for number in range(len(ids)))
    assert (*pasted.standbys[:at], *pasted.standbys[at + len(ids) :]) == target.standbys
    plain = [replace(one, id="", panic=False) for one in made]
    assert plain == [replace(one, id="", panic=False) for one in clipping.standbys]
    assert pasted.claim_overrides == (*target.claim_overrides, *copied(origin, clipping, ids))
    assert replace(pasted, standbys=target.standbys, claim_overrides=target.claim_overrides) == target


@given(planned_for(), planned_for())
def test_one_plan_alone_stands_behind_the_panic_key(origin: Show, target: Show) -> None:
    if not origin.standbys:
        return
    target = replace(target, id="other")
    pasted, _ = put(target, clip(origin, {one.id for one in origin.standbys}))
    had = any(one.panic for one in target.standbys)
    came = any(one.panic for one in origin.standbys)
    assert sum(one.panic for one in pasted.standbys) == int(had or came)
    assert not had or [one for one in pasted.standbys if one.panic] == [
        one for one in target.standbys if one.panic
    ]


def test_of_several_that_come_marked_the_first_is() -> None:
    marked = tuple(Standby(f"b{at}", "断流", "紧急画面", panic=True) for at in range(3))
    pasted, _ = put(small.show("2026-11-25T20:00"), Clipping("other", (), standbys=marked))
    assert [one.panic for one in pasted.standbys] == [True, False, False]
    check_show(pasted)


@given(planned_for(), st.data())
def test_what_was_cut_and_put_back_at_its_place_is_the_same_show(show: Show, data: st.DataObject) -> None:
    total = len(show.standbys)
    if not total:
        return
    first = data.draw(st.integers(0, total - 1))
    chosen = show.standbys[first : data.draw(st.integers(first + 1, total))]
    left, clipping = cut_out(show, {one.id for one in chosen})
    behind = show.standbys[first - 1].id if first else ""
    back, ids = put(left, clipping, behind)
    assert ids == tuple(one.id for one in chosen)
    assert back.claim_overrides == show.claim_overrides
    assert sorted(back.standbys, key=lambda one: one.id) == list(show.standbys)
    if first or not left.standbys:
        assert back == show
    twice, again = put(back, clipping, behind)
    assert again == tuple(f"n{number}" for number in range(len(again)))
    assert twice.claim_overrides == (*back.claim_overrides, *copied(show, clipping, again))


def test_what_was_cut_is_not_marked_where_another_is_meanwhile() -> None:
    plans = (Standby("b1", "断流", "紧急画面", panic=True), Standby("b2", "断货", ""))
    left, clipping = cut_out(small.show("2026-11-25T20:00", standbys=plans), {"b1"})
    other = replace(left, standbys=(replace(plans[1], panic=True),))
    assert [one.panic for one in put(other, clipping)[0].standbys] == [True, False]
    assert [one.panic for one in put(left, clipping)[0].standbys] == [False, True]


@given(planned_for())
def test_segments_go_without_plans_and_plans_without_segments(show: Show) -> None:
    every = {item.id for item in (*show.segments, *show.standbys)}
    both = clip(show, every)
    assert (both.standbys == ()) is bool(show.segments or not show.standbys)
    plans = clip(show, {one.id for one in show.standbys})
    assert (plans.segments, plans.products, plans.promotions, plans.groups) == ((), (), (), ())
    assert paste(show, plans, 0, "", lambda: "never") == (None, ())
    segments = clip(show, {item.id for item in show.segments})
    assert paste_standbys(show, segments, "", lambda: "never") == (None, ())


@given(shows())
def test_a_clipping_of_before_plans_went_along_is_read(show: Show) -> None:
    clipping = clip(show, {item.id for item in show.segments})
    older = json.loads(encode(clipping))
    del older["standbys"]
    assert decode(json.dumps(older), Clipping) == clipping
