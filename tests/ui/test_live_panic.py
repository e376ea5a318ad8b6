"""F9 in every state of the desk: before, on and after air, and with no show at all."""

from __future__ import annotations

import pytest
from live_room import K, Room
from live_show import MID_T, mid_show

from livedesk.domain import commands as c
from livedesk.domain.card import CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import RunEnded
from livedesk.domain.rundown import PANIC_SCENE
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.context import Tick

EMPTY = Tick(None, None, 0, 0)
LINKED = ObsStatus(LinkState.READY, program="开场全景", scenes=("开场全景", PANIC_SCENE))


def test_after_the_end_obs_may_still_stream(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, RunEnded())
    room.show(journal, MID_T + 1_000)
    room.key(K.Key_F9)
    assert room.sent == [c.Panic()]


@pytest.mark.parametrize("behind", [False, True], ids=["in front", "behind"])
def test_without_a_show_obs_is_asked_for_the_safe_scene(room: Room, behind: bool) -> None:
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    room.desk.on_obs(LINKED)
    (room.desk.on_tick_behind if behind else room.desk.on_tick)(EMPTY)
    room.key(K.Key_F9)
    assert room.sent == []
    assert room.services.taken == [(ObsTake(0, PANIC_SCENE, urgent=True), CardTexts())]
    assert PANIC_SCENE in told[-1][1]


@pytest.mark.parametrize(
    ("obs", "why"),
    [
        (ObsStatus(LinkState.LOST, scenes=(PANIC_SCENE,)), "no run is open, and OBS is not connected"),
        (
            ObsStatus(LinkState.READY, scenes=("开场全景",)),
            f'no run is open, and OBS has no scene "{PANIC_SCENE}"',
        ),
    ],
)
def test_where_nothing_can_be_switched_it_says_why(room: Room, obs: ObsStatus, why: str) -> None:
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, words: told.append((name, words)))
    room.desk.on_obs(obs)
    room.desk.on_tick(EMPTY)
    room.key(K.Key_F9)
    assert room.services.taken == []
    assert told == [("panic", why)]
