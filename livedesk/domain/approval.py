"""Who may take a script from which state of its approval to which: draft, in review, approved, locked, archived.

Whoever works alone may lock a draft at once. What is closed is opened in one way: from LOCKED, by a step that asks
for a reason; so an unlocking is always seen. It leads back to what the script was before it was closed, or to a
draft, never to an approval that nobody gave. A show on air is not archived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.edits import SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval


class Step(StrEnum):
    """What a move is called."""

    SEND = "send"
    APPROVE = "approve"
    LOCK = "lock"
    BACK = "back"
    UNLOCK = "unlock"
    ARCHIVE = "archive"
    TAKE_OUT = "take_out"


@dataclass(frozen=True, slots=True)
class Move:
    """A move to another state. ``asks``: it needs a reason."""

    step: Step
    to: Approval
    asks: bool = False


_ARCHIVE = Move(Step.ARCHIVE, Approval.ARCHIVED)
_BACK = Move(Step.BACK, Approval.DRAFT)
_LOCK = Move(Step.LOCK, Approval.LOCKED)
_MOVES: Mapping[Approval, tuple[Move, ...]] = {
    Approval.DRAFT: (Move(Step.SEND, Approval.IN_REVIEW), _LOCK, _ARCHIVE),
    Approval.IN_REVIEW: (Move(Step.APPROVE, Approval.APPROVED), _BACK, _LOCK, _ARCHIVE),
    Approval.APPROVED: (_LOCK, Move(Step.SEND, Approval.IN_REVIEW), _BACK, _ARCHIVE),
    Approval.LOCKED: (_ARCHIVE,),
    Approval.ARCHIVED: (Move(Step.TAKE_OUT, Approval.LOCKED),),
}


def before_closing(steps: Iterable[Approval]) -> Approval:
    """What a script was before it was closed: the newest of its states (newest first) that left it open; a draft
    where none did."""
    return next((state for state in steps if not state.closed), Approval.DRAFT)


def approved_in(steps: Iterable[tuple[int, Approval]]) -> int | None:
    """The revision that was approved, for a script whose approval still stands: steps (revision and state, newest
    first) that locked it and opened it again are no approval of what was changed in between. None: none stands."""
    found = None
    for revision, state in steps:
        if state is Approval.APPROVED:
            found = revision
        elif not state.closed:
            break
    return found


def moves(state: Approval, *, live: bool = False, before: Approval = Approval.DRAFT) -> tuple[Move, ...]:
    """The moves from a state, the usual next one first. ``live``: the show is on air. ``before``: what a locked
    script was before it was closed (:func:`before_closing`)."""
    opened: tuple[Move, ...] = ()
    if state is Approval.LOCKED:
        ways = dict.fromkeys((Approval.DRAFT if before.closed else before, Approval.DRAFT))
        opened = tuple(Move(Step.UNLOCK, to, asks=True) for to in ways)
    return (*opened, *(move for move in _MOVES[state] if not (live and move.step is Step.ARCHIVE)))


def moved(
    state: Approval, to: Approval, reason: str = "", *, live: bool = False, before: Approval = Approval.DRAFT
) -> SetApproval:
    """The edit that makes a move; ``live`` and ``before`` as for :func:`moves`.

    Raises UserError ``approval.no_way`` (with ``state`` and ``to``) where none leads there, and
    ``approval.no_reason`` where one is asked for and ``reason`` is blank.
    """
    move = next((one for one in moves(state, live=live, before=before) if one.to is to), None)
    if move is None:
        raise UserError("approval.no_way", state=state.value, to=to.value)
    reason = reason.strip()
    if move.asks and not reason:
        raise UserError("approval.no_reason", state=state.value, to=to.value)
    return SetApproval(to, reason)
