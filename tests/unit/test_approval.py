"""The states of a script: every way through them, and none around the visible unlock."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.approval import Step, approved_in, before_closing, moved, moves
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


@given(states, st.booleans(), states)
def test_what_is_closed_is_opened_from_locked_alone_and_with_a_reason(
    state: Approval, live: bool, before: Approval
) -> None:
    for move in moves(state, live=live, before=before):
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


@given(states, states, st.text(max_size=4), st.booleans(), states)
def test_a_move_is_made_or_said_why_not(
    state: Approval, to: Approval, reason: str, live: bool, before: Approval
) -> None:
    allowed = {move.to: move for move in moves(state, live=live, before=before)}
    assert len(allowed) == len(moves(state, live=live, before=before))
    assert state not in allowed
    if to not in allowed:
        with pytest.raises(UserError, match=r"approval\.no_way"):
            moved(state, to, reason, live=live, before=before)
    elif allowed[to].asks and not reason.strip():
        with pytest.raises(UserError, match=r"approval\.no_reason"):
            moved(state, to, reason, live=live, before=before)
    else:
        edit = moved(state, to, reason, live=live, before=before)
        assert (edit.approval, edit.reason) == (to, reason.strip())


def walk(choices: list[int]) -> list[Approval]:
    """The states of a script that begins as a draft, newest first, by the moves that are offered at each."""
    way = [Approval.DRAFT]
    for choice in choices:
        offered = moves(way[0], before=before_closing(way))
        way.insert(0, offered[choice % len(offered)].to)
    return way


@given(st.lists(st.integers(0, 9), max_size=12))
def test_an_unlocked_script_is_what_it_was_before_and_never_approved_by_that(choices: list[int]) -> None:
    way = walk(choices)
    for newer, older in pairwise(way):
        if newer is Approval.APPROVED:
            assert older in (Approval.IN_REVIEW, Approval.LOCKED)
    if way[0] is Approval.LOCKED:
        usual = moves(way[0], before=before_closing(way))[0]
        assert usual.step is Step.UNLOCK
        assert usual.to is next(state for state in way if not state.closed)
        assert usual.to is not Approval.APPROVED or Approval.IN_REVIEW in way


@given(st.lists(st.integers(0, 9), max_size=12))
def test_an_approval_stands_from_the_step_that_followed_the_review(choices: list[int]) -> None:
    way = walk(choices)
    steps = [(len(way) - at, state) for at, state in enumerate(way)]
    found = approved_in(steps)
    open_state = next(state for state in way if not state.closed)
    assert (found is not None) == (open_state is Approval.APPROVED)
    if found is not None:
        at = len(way) - found
        assert way[at : at + 2] == [Approval.APPROVED, Approval.IN_REVIEW]
        assert all(state.closed or state is Approval.APPROVED for state in way[:at])
