"""What the states of a script and the moves between them are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.approval import Step
from livedesk.domain.clock import DAY, to_local
from livedesk.domain.rundown import Approval
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.words import name


def tone(state: Approval, changes: int = 0) -> str:
    """The colour of a state; an approved script that was changed since is not the colour of what is ready."""
    match state:
        case Approval.APPROVED if changes:
            return "next"
        case Approval.IN_REVIEW:
            return "next"
        case Approval.APPROVED:
            return "go"
        case Approval.LOCKED:
            return "info"
        case _:
            return "dim"


def step_words(step: Step) -> str:
    """A move as its button says it."""
    match step:
        case Step.SEND:
            return QCoreApplication.translate("ScriptApproval", "Send to review")
        case Step.APPROVE:
            return QCoreApplication.translate("ScriptApproval", "Approve")
        case Step.LOCK:
            return QCoreApplication.translate("ScriptApproval", "Lock for air")
        case Step.BACK:
            return QCoreApplication.translate("ScriptApproval", "Back to draft")
        case Step.UNLOCK:
            return QCoreApplication.translate("ScriptApproval", "Unlock…")
        case Step.ARCHIVE:
            return QCoreApplication.translate("ScriptApproval", "Archive")
        case Step.TAKE_OUT:
            return QCoreApplication.translate("ScriptApproval", "Take out of the archive")


def step_tip(step: Step) -> str:
    """What a move does."""
    match step:
        case Step.SEND:
            return QCoreApplication.translate(
                "ScriptApproval", "Ask for a look; the script stays open to changes."
            )
        case Step.APPROVE:
            return QCoreApplication.translate("ScriptApproval", "The script is good; it stays open to changes.")
        case Step.LOCK:
            return QCoreApplication.translate("ScriptApproval", "No more changes, until it is visibly unlocked.")
        case Step.BACK:
            return QCoreApplication.translate("ScriptApproval", "It needs more work.")
        case Step.UNLOCK:
            return QCoreApplication.translate("ScriptApproval", "Open it to changes; everyone sees why.")
        case Step.ARCHIVE:
            return QCoreApplication.translate("ScriptApproval", "The show is over; nothing changes any more.")
        case Step.TAKE_OUT:
            return QCoreApplication.translate("ScriptApproval", "It is locked again, and can be unlocked.")


def opened_as(state: Approval) -> str:
    """The button that unlocks into what the script was before it was locked."""
    return QCoreApplication.translate("ScriptApproval", "Unlock ({0})").format(name(state))


def since_words(changes: int) -> str:
    """How much was changed since the script was approved; empty: nothing."""
    if not changes:
        return ""
    return QCoreApplication.translate("ScriptApproval", "{0} changed since").format(fmt.count(changes))


def state_words(state: Approval, changes: int = 0) -> str:
    """A state, and that what was approved was changed since."""
    return " · ".join(part for part in (name(state), since_words(changes)) if part)


def when(at_ms: int, now_ms: int, zone: str) -> str:
    """The time of day of an instant, with its day where that is not today."""
    day, today = (to_local(ms, zone).date() for ms in (at_ms, now_ms))
    clock = fmt.short_clock(at_ms, zone)
    if day == today:
        return clock
    if abs(now_ms - at_ms) < 2 * DAY and (today - day).days == 1:
        return QCoreApplication.translate("ScriptApproval", "yesterday {0}").format(clock)
    return f"{day:%m-%d} {clock}" if day.year == today.year else f"{day:%Y-%m-%d} {clock}"


def closed_words(state: Approval, by: str, at: str) -> str:
    """Who closed a script and when, as the bar over it says; without a name where nobody is known."""
    if state is Approval.ARCHIVED:
        if not by:
            return QCoreApplication.translate("ScriptApproval", "Archived")
        return QCoreApplication.translate("ScriptApproval", "Archived by {0}, {1}").format(by, at)
    if not by:
        return QCoreApplication.translate("ScriptApproval", "Locked")
    return QCoreApplication.translate("ScriptApproval", "Locked by {0}, {1}").format(by, at)
