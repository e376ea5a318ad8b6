"""Items of the scene on air that OBS shows or hides against the segment's wish, and the two ways out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.asrun import as_run
from livedesk.domain.effects import ObsItems, effects
from livedesk.domain.errors import UserError
from livedesk.domain.item_wishes import unmet
from livedesk.domain.rundown import ItemWish
from tests.unit.shows import Desk, at, segment, show

WISHES = (ItemWish("价格条"), ItemWish("促销条", shown=False))


def desk() -> Desk:
    """On air with a segment that has wishes; the one after it has none."""
    planned = show("2026-11-25 20:00", segment(1, 5, items=WISHES), segment(2, 5))
    return Desk(planned, at("2026-11-25 20:00")).do(c.GoLive())


@given(st.lists(st.tuples(st.sampled_from("甲乙丙丁"), st.booleans())), st.sets(st.sampled_from("甲乙丙丁")))
def test_only_a_wish_about_what_is_there_can_be_unmet(items: list[tuple[str, bool]], hidden: set[str]) -> None:
    wishes = tuple(ItemWish(name, name not in hidden) for name in "甲乙")
    for wish in wishes:
        wrong = any(name == wish.source and shown is not wish.shown for name, shown in items)
        assert (wish in unmet(wishes, tuple(items))) is wrong
    assert unmet((), tuple(items)) == ()


def test_put_right_asks_obs_for_what_the_segment_wants() -> None:
    there = desk().do(c.PutItems())
    assert effects(there.entries[-1]) == (ObsItems("scene 1", WISHES),)
    row = as_run(there.entries)[-1]
    assert (row.kind, row.title, row.scene, row.result) == ("items", "+价格条、-促销条", "scene 1", "asked")


def test_left_as_it_is_nobody_insists_until_the_next_take() -> None:
    there = desk().do(c.LeaveItems())
    assert effects(there.entries[-1]) == ()
    assert there.state.run.items == ()
    assert as_run(there.entries)[-1].result == "left"
    count = len(there.entries)
    there.do(c.LeaveItems()).do(c.PutItems())
    assert len(there.entries) == count, "there is nothing to insist on"
    there.do(c.TakeAgain())
    assert there.state.run.items == WISHES
    there.do(c.LeaveItems()).do(c.Go())
    assert there.state.run.items == (), "the next segment has no wish"
    there.do(c.Back())
    assert there.state.run.items == WISHES


def test_in_another_scene_the_segment_has_no_wish() -> None:
    there = desk().do(c.SwitchScene("scene 9"))
    assert there.state.run.items == ()
    count = len(there.entries)
    there.do(c.PutItems())
    assert len(there.entries) == count


def test_before_air_there_is_nothing_to_put_right() -> None:
    there = Desk(show("2026-11-25 20:00", segment(1, 5, items=WISHES)), at("2026-11-25 20:00"))
    with pytest.raises(UserError) as refused:
        there.do(c.PutItems())
    assert refused.value.code == "run.not_on_air"
