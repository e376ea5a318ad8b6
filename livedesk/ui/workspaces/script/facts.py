"""What is computed from the document beside it: how the time is allotted, and what is wrong. Off the GUI thread,
one computation at a time, always of the newest document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.allocation import Allocation, allocate
from livedesk.domain.back_time import LatestStarts, latest_starts
from livedesk.domain.claims import ClaimChecker, ClaimRule
from livedesk.domain.pace import DEFAULT_CPS, Pace
from livedesk.domain.rundown import Show
from livedesk.domain.script_checks import Around, Gravity, ItemChecks, ScriptProblem
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import Plan, plan
from livedesk.services.claims import load_claims
from livedesk.services.paces import known_paces, set_pace, take_pace_back
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.resources import resource
from livedesk.ui.workspaces.script.check_model import marks
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.patience import Patience

REST_MS = 120


@dataclass(frozen=True, eq=False)
class Facts:
    """Of one state of the document: its plan, its allocation, when each segment must begin at the ``latest``, and
    everything that is wrong with it. ``marks``: how many open problems an item has (hints left out), and whether one
    is grave; ``grave`` and ``looks`` count them all."""

    show: Show
    layout: Plan
    allocation: Allocation
    latest: LatestStarts
    problems: tuple[ScriptProblem, ...]
    marks: Mapping[str, tuple[int, bool]]
    grave: int
    looks: int


@dataclass(frozen=True, eq=False)
class Known:
    """What the computation needs and seldom changes: the word list, and everybody's rate."""

    rules: tuple[ClaimRule, ...]
    paces: Mapping[str, Pace] = field(default_factory=dict)
    default_cps: float = DEFAULT_CPS

    @property
    def rates(self) -> Mapping[str, float]:
        """Characters a second by name."""
        return {name: pace.cps for name, pace in self.paces.items()}


class ScriptFacts(QObject):
    """Watches ``document``; ``found`` carries :class:`Facts` a moment after each change, ``learned`` the
    :class:`Known` once it was read and whenever a rate was set."""

    found = Signal(object)
    learned = Signal(object)
    refused = Signal(object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self._known: Known | None = None
        self._checks: ItemChecks | None = None
        self._allocation: Allocation | None = None
        self._scenes: frozenset[str] | None = None
        self._busy = False
        self._stale = False
        self._failed = False
        self._patience = Patience(context.background, self)
        self._patience.failed.connect(self.refused)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._compute)
        document.changed.connect(self._changed)
        context.bridge.subscribe(ObsStatus, self._obs)
        self._learn()

    @property
    def known(self) -> Known | None:
        """The word list and the rates, None until they are read."""
        return self._known

    @property
    def settled(self) -> bool:
        """Whether what was found last is of the document as it is shown; never after a computation that failed."""
        waits = self._busy or self._stale or self._rest.isActive()
        return self._known is not None and not waits and not self._failed

    def set_pace(self, person: str, cps: float | None) -> None:
        """Set a person's rate by hand (None: go back to the one before), for every show."""
        self._patience.run(partial(_set, self._context, person, cps), self._learn_after)

    def _learn(self) -> None:
        work = partial(_read, self._context.services, self._context.settings.prompter_cpm)
        self._patience.run(work, self._learned)

    @Slot(object)
    def _learn_after(self, _nothing: object) -> None:
        self._learn()

    @Slot(object)
    def _learned(self, known: Known) -> None:
        if self._known is None or self._known.rules != known.rules:
            self._checks = ItemChecks(ClaimChecker(known.rules))
        self._known = known
        self.learned.emit(known)
        self._soon()

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if changed.before is None:
            self._allocation = None
        self._soon()

    @Slot(object)
    def _obs(self, status: ObsStatus) -> None:
        scenes = frozenset(status.scenes) if status.link is LinkState.READY else None
        if scenes != self._scenes:
            self._scenes = scenes
            self._soon()

    def _soon(self) -> None:
        if self._busy:
            self._stale = True
        elif not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _compute(self) -> None:
        show, known, checks = self._document.show, self._known, self._checks
        if show is None or known is None or checks is None or self._busy:
            return
        self._busy, self._stale = True, False
        work = partial(_facts, show, known, checks, self._scenes, self._allocation)
        self._context.background.run(work, self._computed, self._broken)

    @Slot(object)
    def _computed(self, facts: Facts) -> None:
        self._busy = self._failed = False
        show = self._document.show
        if show is not None and show.id == facts.show.id:
            self._allocation = facts.allocation
            self.found.emit(facts)
        if self._stale:
            self._soon()

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        self._busy, self._failed = False, True
        self.refused.emit(error)
        if self._stale:
            self._soon()


def _read(services: Services, cpm: int) -> Known:
    rules = load_claims(resource("claims"))
    return Known(rules, known_paces(services.kept, services.shows, services.runs), cpm / 60)


def _set(context: DeskContext, person: str, cps: float | None) -> None:
    """Asked in a worker: until the store is open the services refuse to give it."""
    kept, by, at_ms = context.services.kept, context.operator(), context.clock.now().wall_ms
    if cps is None:
        take_pace_back(kept, person, by=by, at_ms=at_ms)
    else:
        set_pace(kept, person, cps, by=by, at_ms=at_ms)


def _facts(
    show: Show, known: Known, checks: ItemChecks, scenes: frozenset[str] | None, before: Allocation | None
) -> Facts:
    layout = plan(show)
    allocation = allocate(show, known.rates, known.default_cps, layout=layout, known=before)
    over = {one: allocation.segments[one].over_ms for one in allocation.overfull}
    around = Around(scenes, over)
    problems = checks.check(show, layout, around)
    waiting = [one for one in problems if one.open]
    grave = sum(one.gravity is Gravity.GRAVE for one in waiting)
    looks = sum(one.gravity is Gravity.WARN for one in waiting)
    latest = latest_starts(show, layout)
    return Facts(show, layout, allocation, latest, problems, marks(problems), grave, looks)
