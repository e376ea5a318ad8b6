"""The audience of a rehearsal: the simulator, or a recording moved to the planned time of the show."""

from __future__ import annotations

from pathlib import Path

from livedesk.domain.rehearsing import AudienceKind, RehearsalWishes
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import Plan, plan
from livedesk.services.ingest.audience import RecordedAudience, Source
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recording, fitting_shift
from livedesk.services.ingest.simulator import SimulatedAudience, stretches


def recorded(path: Path, layout: Plan, privacy: Privacy) -> RecordedAudience:
    """A recording, moved to the show where it is one of another day. Raises UserError ``recording.unreadable``."""
    return RecordedAudience(Recording(path, privacy, shift_ms=fitting_shift(path, layout.start, layout.end)))


def simulated(show: Show, layout: Plan, seed: int) -> SimulatedAudience:
    """The simulator over the plan of a show; the same ``seed`` gives the same people."""
    return SimulatedAudience(stretches(show, layout), seed=seed)


def rehearsed_audience(wishes: RehearsalWishes, show: Show, privacy: Privacy, *, seed: int) -> Source | None:
    """Who plays the audience, None for nobody. Raises UserError ``recording.unreadable``."""
    match wishes.audience:
        case AudienceKind.RECORDING:
            return recorded(Path(wishes.recording), plan(show), privacy)
        case AudienceKind.SIMULATED:
            return simulated(show, plan(show), seed)
        case AudienceKind.NONE:
            return None
