"""What comes back on air comes whole: its scene as it came, with its card and what is shown and hidden in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.codec import decode_event
from livedesk.domain.effects import ObsTake, effects
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import ItemWish, Standby, StandbyMode, Transition, TransitionKind
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"
FIRST = (ItemWish("券面"), ItemWish("促销条", shown=False))
SECOND = (ItemWish("券面", shown=False),)
FADE = Transition(TransitionKind.FADE, 300)


def live() -> Desk:
    """Two segments with items, of which the first comes by a fade and has a product, and one without a scene."""
    rundown = show(
        START,
        segment(1, 10, items=FIRST, transition=FADE, product_ids=("p1",)),
        segment(2, 5, items=SECOND),
        segment(3, 5, scene="", items=FIRST),
        products=(Product("p1", "修护霜"),),
        standbys=(
            Standby("b1", "断网", "safe", panic=True),
            Standby("b2", "补位", "b", mode=StandbyMode.REPLACE),
        ),
    )
    return Desk(rundown, at(START)).do(c.GoLive())


def asked(desk: Desk) -> ObsTake:
    """What was last asked of OBS."""
    takes = [effect for entry in desk.entries for effect in effects(entry) if isinstance(effect, ObsTake)]
    return takes[-1]


@pytest.mark.parametrize(
    "steps",
    [
        (c.TakeAgain(),),
        (c.Go(), c.Back()),
        (c.Panic(), c.EndStandby()),
        (c.Panic(), c.Back()),
        (c.CallStandby("b2"), c.Back()),
        (c.Go(), c.Back(), c.Panic(), c.EndStandby(), c.TakeAgain()),
        (c.FollowObs("scene 9"), c.FollowObs("scene 1"), c.TakeAgain()),
    ],
)
def test_the_first_segment_comes_again_as_it_came_first(steps: tuple[c.Command, ...]) -> None:
    desk = live()
    for step in steps:
        desk.do(step)
    took = ObsTake(desk.state.run.takes, "scene 1", TransitionKind.FADE, 300, "p1", urgent=False, items=FIRST)
    again = isinstance(steps[-1], c.TakeAgain)
    assert asked(desk) == replace(took, again=again)


def test_another_scene_by_its_button_has_none_of_the_items_and_the_segments_own_has_them() -> None:
    desk = live().do(c.SwitchScene("scene 9"))
    assert (asked(desk).items, asked(desk).transition) == ((), TransitionKind.CUT)
    desk.do(c.Panic()).do(c.EndStandby())
    assert (asked(desk).scene, asked(desk).items) == ("scene 9", ())
    desk.do(c.SwitchScene("scene 1", TransitionKind.FADE, 100)).do(c.TakeAgain())
    assert (asked(desk).items, asked(desk).transition_ms) == (FIRST, 100), "as the button brought it"


def test_the_items_go_with_a_scene_that_is_renamed() -> None:
    desk = live().do(c.Go()).do(c.ReportRenamed("scene 1", "全景")).do(c.Back())
    assert (asked(desk).scene, asked(desk).items) == ("全景", FIRST)


def test_an_item_without_a_scene_asks_for_no_items_in_the_scene_it_met() -> None:
    desk = live().do(c.Go()).do(c.Go()).do(c.TakeAgain())
    assert (asked(desk).scene, asked(desk).items) == ("scene 2", ())


@pytest.mark.parametrize(
    ("kind", "data", "event"),
    [
        (
            "StandbyEnded",
            b'{"airing":2,"take":3,"resumed_airing":1,"scene":"a","product":null}',
            e.StandbyEnded(2, 3, 1, "a"),
        ),
        ("TakenBack", b'{"airing":2,"take":3,"resumed_airing":1,"scene":"a"}', e.TakenBack(2, 3, 1, "a")),
        (
            "SceneSwitched",
            b'{"take":3,"scene":"a","product":null,"panic":true}',
            e.SceneSwitched(3, "a", panic=True),
        ),
    ],
)
def test_an_older_journal_reads(kind: str, data: bytes, event: e.Event) -> None:
    assert decode_event(kind, data) == event


STEPS: list[c.Command] = [
    c.Go(), c.Jump("s1"), c.Jump("s3"), c.Back(), c.Panic(), c.CallStandby("b2"), c.EndStandby(), c.TakeAgain(),
    c.SwitchScene("scene 1"), c.SwitchScene("scene 2"), c.SwitchScene("scene 9", TransitionKind.FADE, 200),
    c.FollowObs("scene 1"), c.FollowObs("scene 9"),
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=25))
def test_whatever_is_asked_of_obs_is_what_the_airing_on_air_wants(steps: list[c.Command]) -> None:
    desk = live()
    own = {"s1": ("scene 1", FIRST), "s2": ("scene 2", SECOND)}
    for step in steps:
        before = len(desk.entries)
        try:
            desk.do(step)
        except UserError:
            continue
        airing = desk.state.run.airing
        assert airing is not None
        scene, items = own.get(airing.item_id, ("", ()))
        wanted = items if airing.scene == scene else ()
        assert airing.items == wanted
        for entry in desk.entries[before:]:
            for take in effects(entry):
                if isinstance(take, ObsTake):
                    assert (take.scene, take.items) == (airing.scene, wanted)
                    assert (take.transition, take.transition_ms) == (airing.transition, airing.transition_ms)
