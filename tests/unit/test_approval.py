"""The states of a script: every way through them, and none around the visible unlock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.approval import Step, moved, moves
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval

states = st.sampled_from(Approval)


def test_the_usual_way_leads_from_draft_to_archive() -> None:
    state, way = Approval.DRAFT, []
    while state is not Approval.LOCKED:
        first = moves(state)[0]
        way.append(first.step)
        state = first.to
    assert way == [Step.SEND, Step.APPROVE, Step.LOCK]
    assert moved(Approval.DRAFT, Approval.LOCKED).approval is Approval.LOCKED
    assert moved(Approval.LOCKED, Approval.ARCHIVED).approval is Approval.ARCHIVED


@given(states, st.booleans())
def test_what_is_closed_is_opened_from_locked_alone_and_with_a_reason(state: Approval, live: bool) -> None:
    for move in moves(state, live=live):
        opening = state.closed and not move.to.closed
        assert move.asks == opening == (move.step is Step.UNLOCK)
        assert not opening or state is Approval.LOCKED


@given(states)
def test_a_show_on_air_is_not_archived_and_loses_no_other_way(state: Approval) -> None:
    live = moves(state, live=True)
    assert all(move.to is not Approval.ARCHIVED for move in live)
    assert [move for move in moves(state) if move.to is not Approval.ARCHIVED] == list(live)


@given(states, states)
def test_every_state_is_reached_from_every_other(start: Approval, end: Approval) -> None:
    seen, todo = {start}, [start]
    while todo:
        for move in moves(todo.pop()):
            if move.to not in seen:
                seen.add(move.to)
                todo.append(move.to)
    assert end in seen


@given(states, states, st.text(max_size=4), st.booleans())
def test_a_move_is_made_or_said_why_not(state: Approval, to: Approval, reason: str, live: bool) -> None:
    allowed = {move.to: move for move in moves(state, live=live)}
    assert len(allowed) == len(moves(state, live=live))
    assert state not in allowed
    if to not in allowed:
        with pytest.raises(UserError, match=r"approval\.no_way"):
            moved(state, to, reason, live=live)
    elif allowed[to].asks and not reason.strip():
        with pytest.raises(UserError, match=r"approval\.no_reason"):
            moved(state, to, reason, live=live)
    else:
        edit = moved(state, to, reason, live=live)
        assert (edit.approval, edit.reason) == (to, reason.strip())
