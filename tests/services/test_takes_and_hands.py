"""A take while a hand switches in OBS: it goes by what is on air then, not by what was."""

from __future__ import annotations

from typing import Any

import pytest
from obswebsocket import events

from livedesk.domain.commands import ReportManual
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.client import Event
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.program import ProgramWatch
from tests.services.obs_by_hand import HandLoop, Room, card

PRICE = "直播价"


@pytest.fixture
def room() -> Room:
    made = Room(shared=True)
    made.card(name="修护霜", live_price="¥99")
    made.answer_all()
    return made


def _switches(room: Room) -> list[Any]:
    requests = [each for asked in room.client.asked for each in asked.batch]
    return [each.data()["sceneName"] for each in requests if each.name == "SetCurrentProgramScene"]


@pytest.mark.parametrize("urgent", [False, True])
def test_a_scene_that_a_hand_left_while_its_take_was_staged_is_switched_to(room: Room, urgent: bool) -> None:
    """It was on air when the take came, so that there was nothing to switch."""
    room.do(lambda: room.takes.take(ObsTake(1, "甲", urgent=urgent), card(countdown="2:00"), 1.0))
    room.on_scene("乙")
    room.answer_all()
    room.loop.go_on(0)
    room.answer_all()
    assert _switches(room) == ["甲"]
    room.on_scene("甲")
    assert room.result(1) is TakeResult.CONFIRMED


def test_a_scene_that_a_hand_brought_while_its_take_was_staged_is_not_switched_to_again(room: Room) -> None:
    """OBS tells nothing of a switch to the scene on air: the take would be waited for in vain."""
    room.take(1, "乙", live_price="¥59")
    room.on_scene("乙")
    room.answer_all()
    room.loop.go_on(0)
    room.answer_all()
    assert _switches(room) == []
    assert room.result(1) is TakeResult.CONFIRMED
    assert [each for each in room.told if isinstance(each, ReportManual)] == [ReportManual("乙")]


def test_a_take_that_a_hand_made_old_gives_way_to_the_one_that_waits(room: Room) -> None:
    room.take(1, "甲", live_price="¥59")
    room.take(2, "甲", live_price="¥49")
    room.on_scene("乙")
    room.answer()
    assert room.result(1) is TakeResult.WITHHELD
    assert room.answer().texts[PRICE] == "¥49"
    room.answer_all()
    assert _switches(room) == ["甲"]


def test_a_take_waits_until_the_scene_of_a_hand_has_arrived(room: Room) -> None:
    """Its fade is over a moment before OBS names it: what is on air is not known between."""
    room.busy = True
    room.take(1, "甲", live_price="¥59")
    assert room.waiting == []
    room.busy = False
    room.on_scene("乙")
    room.do(room.takes.pump)
    room.answer_all()
    assert _switches(room) == ["甲"]


class Watched:
    """A program watch, and when another take may go."""

    def __init__(self) -> None:
        self.loop = HandLoop()
        self.mirror = Mirror(lambda: 1_000_000)
        self.idle = 0
        self.watch = ProgramWatch(self.loop, self.mirror, on_scene=lambda *_: None, on_idle=self._on_idle)

    def tell(self, name: str, at: float, **data: str) -> None:
        """OBS sends an event."""
        message = getattr(events, name)()
        message.datain = data
        self.watch.follow(Event(message, at))

    def _on_idle(self) -> None:
        self.idle += not self.watch.busy


def test_another_take_may_go_when_the_scene_has_arrived_and_not_when_its_fade_is_over() -> None:
    watched = Watched()
    watched.tell("SceneTransitionStarted", 1.0, transitionName="淡入")
    watched.tell("SceneTransitionEnded", 1.5)
    assert (watched.watch.busy, watched.idle) == (True, 0)
    watched.tell("CurrentProgramSceneChanged", 1.51, sceneName="乙")
    assert (watched.watch.busy, watched.idle, watched.mirror.program) == (False, 1, "乙")


def test_a_fade_to_no_other_scene_holds_takes_up_for_a_moment_only() -> None:
    watched = Watched()
    watched.tell("SceneTransitionStarted", 1.0, transitionName="淡入")
    watched.tell("SceneTransitionEnded", 1.5)
    watched.loop.go_on(0.3)
    assert (watched.watch.busy, watched.idle) == (False, 1)


def test_a_fade_that_a_switch_of_the_collection_cuts_short_is_no_frozen_output() -> None:
    watched = Watched()
    watched.tell("SceneTransitionStarted", 1.0, transitionName="淡入")
    watched.tell("CurrentSceneCollectionChanging", 1.1, sceneCollectionName="另一套")
    assert not watched.watch.busy, "a take may go"
    watched.loop.go_on(10)
    assert not watched.mirror.status.stuck
