"""The messages of standby plans: each stands on the host's screen while its plan is on air."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from livedesk.domain import events as e
from livedesk.domain.run import State

_Moves = e.Taken | e.StandbyCalled | e.StandbyEnded | e.TakenBack


def with_plan_messages(state: State, happened: Iterable[e.Event]) -> tuple[e.Event, ...]:
    """What happened, and what it does to the messages of plans: that of the plan which goes off is cleared, that of
    the plan which comes on, or comes back, is sent. One that somebody sent stays, unless another takes its place."""
    told: list[e.Event] = []
    for event in happened:
        if isinstance(event, e.RunEnded):
            told += [*_gone(state), event]
        elif isinstance(event, _Moves):
            told += [event, *_moved(state, event)]
        else:
            told.append(event)
    return tuple(told)


def _moved(state: State, event: _Moves) -> Sequence[e.Event]:
    airing, text = _comes(state, event)
    gone = _gone(state)
    if not text:
        return gone
    cleared = {one.message_id for one in gone}
    # The director's screen place holds one message: see deciding_notices.
    old = [
        e.MessageCleared(one.message_id)
        for one in state.run.messages
        if one.kind is e.MessageKind.DIRECTOR and one.message_id not in cleared
    ]
    return [*gone, *old, e.MessageSent(state.run.message_count + 1, e.MessageKind.DIRECTOR, text, airing)]


def _comes(state: State, event: _Moves) -> tuple[int, str]:
    """The airing that is on air from now on, and the message of its plan (empty: no plan, or a silent one)."""
    match event:
        case e.Taken():
            return event.airing, ""
        case e.StandbyCalled():
            number, item_id = event.airing, event.standby_id
        case _:
            number = event.resumed_airing
            back = state.run.airings[number - 1]
            item_id = back.item_id if back.standby is not None else ""
    plan = state.show.standby(item_id) if item_id else None
    return number, plan.message.strip() if plan is not None else ""


def _gone(state: State) -> list[e.MessageCleared]:
    """The plans' messages that stand now: their plan goes off."""
    return [e.MessageCleared(one.message_id) for one in state.run.messages if one.airing]
