"""The host's text in the director's hand: each act has an id, says what it will do, and why it may not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import Room
from live_show import mid_show

from livedesk.domain.prompt import PromptControl, PromptOrderKind, PromptStage
from livedesk.domain.status import LinkState, PrompterScreen, PrompterStatus

READY = PrompterStatus(LinkState.READY, screens=1, prompters=(PrompterScreen(moving=True, cpm=260),))
DIRECTED = replace(READY, stage=PromptStage(1, PromptControl.DIRECTOR))
MOVES = {
    "prompter_run": (PromptOrderKind.RUN, 0.0),
    "prompter_hold": (PromptOrderKind.HOLD, 0.0),
    "prompter_faster": (PromptOrderKind.SPEED, 270),
    "prompter_slower": (PromptOrderKind.SPEED, 250),
    "prompter_back": (PromptOrderKind.STEP, -1),
    "prompter_on": (PromptOrderKind.STEP, 1),
    "prompter_home": (PromptOrderKind.HOME, 0.0),
}


def test_without_a_prompter_nothing_of_it_can_be_done(room: Room) -> None:
    room.show(mid_show())
    actions = room.desk.context.actions
    for action_id in (*MOVES, "prompter_control", "prompter_blank", "prompter_count"):
        assert (actions[action_id].isEnabled(), actions[action_id].why) == (False, "No prompter is open")


def test_what_is_set_is_named_and_taken_back_by_the_same_act(room: Room) -> None:
    room.show(mid_show())
    actions = room.desk.context.actions
    for status, asked in (
        (READY, [("control", True), ("blank", True), ("count", 10.0)]),
        (
            replace(READY, stage=PromptStage(1, PromptControl.DIRECTOR, True, 5_000)),
            [("control", False), ("blank", False), ("count", 0.0)],
        ),
    ):
        room.desk.on_prompter(status)
        room.services.prompter.clear()
        room.later()
        for action_id in ("prompter_control", "prompter_blank", "prompter_count"):
            assert actions.trigger(action_id)
        assert room.services.prompter == asked
    assert actions["prompter_control"].text() == "Hand the text back to the host"
    assert actions["prompter_blank"].text() == "Show the host the text again"
    assert actions["prompter_count"].text() == "End the count on the host's screen"


@pytest.mark.parametrize("action_id", sorted(MOVES))
def test_the_text_is_moved_once_it_is_taken_over(room: Room, action_id: str) -> None:
    room.show(mid_show())
    action = room.desk.context.actions[action_id]
    room.desk.on_prompter(READY)
    assert (action.isEnabled(), action.why) == (False, "The host moves the text; take it over first")
    room.desk.on_prompter(DIRECTED)
    assert room.desk.context.actions.trigger(action_id)
    assert room.services.prompter == [MOVES[action_id]]
