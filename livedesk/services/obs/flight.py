"""A take as it waits for OBS, and as it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardTexts
from livedesk.domain.effects import ObsTake
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import Answer
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Timer
from livedesk.services.obs.transitions import TRANSITION_MISSING, Staged


@dataclass(frozen=True, slots=True)
class TakeTiming:
    """When a take was asked for, left for OBS, was answered, and arrived on air (monotonic seconds)."""

    take: int
    asked: float
    sent: float
    confirmed: float | None = None
    answered: float | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A take with the card that it brings."""

    take: ObsTake
    card: CardTexts
    asked: float


@dataclass(slots=True)
class Flight:
    """The take that is at OBS now, since ``began``, on its way from the scene ``before`` of OBS to ``target``.
    ``stage`` is what was sent before the switch, its ``transition`` first, ``sent`` is when that left (None: still
    staging); ``stays``: there is no switch, for the scene stays as it is. ``watchdog`` runs while OBS stages, and from
    its answer to the switch. ``late`` are the texts that waited for it, which the scene before has not been told.
    ``failed``: not all of the stage went through; ``unmoved``: its transition did not."""

    wish: Wish
    began: float
    target: str
    before: str
    sent: float | None = None
    note: str = ""
    stage: Sequence[Baserequests] = ()
    transition: Staged = Staged()
    stays: bool = False
    failed: bool = False
    unmoved: bool = False
    watchdog: Timer | None = None
    late: CardTexts = CardTexts()

    def rest(self) -> None:
        """Wait for nothing of OBS any more, or not yet."""
        if self.watchdog is not None:
            self.watchdog.cancel()
            self.watchdog = None

    def answered(self, outcomes: Sequence[Answer | ObsError], banks: Banks) -> None:
        """OBS has run the stage: note what of it did not go through."""
        failed = [(at, each) for at, each in enumerate(outcomes[: len(self.stage)]) if isinstance(each, ObsError)]
        if not failed:
            return
        self.failed, (first, error) = True, failed[0]
        missing = banks.unstaged([self.stage[at] for at, _ in failed])
        self.unmoved = first < len(self.transition.batch)
        if self.unmoved:
            self.note = TRANSITION_MISSING if self.transition.own is None else "scene_transition"
        else:
            self.note = missing or f"card_failed {error}"
