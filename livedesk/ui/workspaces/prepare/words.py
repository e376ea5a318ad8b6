"""What the prepare workspace says of groups, states and the readiness of a show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from livedesk.domain.checklist import CheckGroup, CheckState, open_critical
from livedesk.domain.run import Phase, State


def group_words(group: CheckGroup) -> str:
    """The heading of a group."""
    match group:
        case CheckGroup.CAMERA:
            return QCoreApplication.translate("Checks", "Camera")
        case CheckGroup.AUDIO:
            return QCoreApplication.translate("Checks", "Audio")
        case CheckGroup.LIGHT:
            return QCoreApplication.translate("Checks", "Light")
        case CheckGroup.OBS:
            return QCoreApplication.translate("Checks", "OBS and network")
        case CheckGroup.PROPS:
            return QCoreApplication.translate("Checks", "Props and samples")
        case CheckGroup.PRODUCTS:
            return QCoreApplication.translate("Checks", "Products and prices")
        case CheckGroup.ACCOUNT:
            return QCoreApplication.translate("Checks", "Account and rights")
        case CheckGroup.PEOPLE:
            return QCoreApplication.translate("Checks", "People")


def state_words(state: CheckState) -> tuple[str, str]:
    """A check's state in words, and its tone."""
    match state:
        case CheckState.PASSED:
            return QCoreApplication.translate("Checks", "Passed"), "go"
        case CheckState.FAILED:
            return QCoreApplication.translate("Checks", "Failed"), "warn"
        case CheckState.NOT_APPLICABLE:
            return QCoreApplication.translate("Checks", "Not applicable"), "dim"
        case CheckState.WAIVED:
            return QCoreApplication.translate("Checks", "Waived"), "next"
        case CheckState.OPEN:
            return QCoreApplication.translate("Checks", "To do"), "dim"


@dataclass(frozen=True, slots=True)
class Readiness:
    """How the checks stand: settled of all, critical ones that failed, ones still to be done, and how many keep
    the show off the air."""

    settled: int = 0
    total: int = 0
    failed: int = 0
    waiting: int = 0
    blocking: int = 0


def readiness(state: State) -> Readiness:
    """Counted over the checklist of the show."""
    items, marks = state.show.checklist, state.run.checks
    states = [marks[item.id].state if item.id in marks else CheckState.OPEN for item in items]
    failed = sum(1 for item, at in zip(items, states, strict=True) if item.critical and at is CheckState.FAILED)
    return Readiness(
        settled=sum(1 for at in states if at.settled),
        total=len(items),
        failed=failed,
        waiting=sum(1 for at in states if at is CheckState.OPEN),
        blocking=len(open_critical(items, marks)),
    )


def headline(ready: Readiness, phase: Phase) -> tuple[str, str]:
    """Whether the show may go on air, in one line, and its tone."""
    counts = _counts(ready)
    if phase is Phase.ON_AIR:
        text = QCoreApplication.translate("Checks", "On air · {0}")
        return text.format(counts), "warn" if ready.blocking else "dim"
    if phase is Phase.ENDED:
        return QCoreApplication.translate("Checks", "This run is over."), "dim"
    if ready.blocking:
        return QCoreApplication.translate("Checks", "Not ready · {0}").format(counts), "warn"
    if ready.waiting:
        text = QCoreApplication.translate("Checks", "Ready to go on air · checks to do, none critical: {0}")
        return text.format(ready.waiting), "go"
    return QCoreApplication.translate("Checks", "Ready to go on air"), "go"


def _counts(ready: Readiness) -> str:
    """Critical checks that are open, as the live page counts them; of these the failed ones; all to be done."""
    parts = [QCoreApplication.translate("Checks", "critical checks open: {0}").format(ready.blocking)]
    if ready.failed:
        parts.append(QCoreApplication.translate("Checks", "of these failed: {0}").format(ready.failed))
    parts.append(QCoreApplication.translate("Checks", "to do: {0}").format(ready.waiting))
    return " · ".join(parts)
