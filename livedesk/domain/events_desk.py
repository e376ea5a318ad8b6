"""What happens beside the rundown while a show runs: moments that people mark, follows that are vetoed, and what OBS
tells of its outputs, its microphones and its scenes' names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.card import CardDifference
from livedesk.domain.rundown import ItemWish


class MomentKind(StrEnum):
    """A MOMENT worth finding again (a highlight to cut, a slip of the tongue), a WARNING of the platform, or a
    VIOLATION that it punished."""

    MOMENT = "moment"
    WARNING = "warning"
    VIOLATION = "violation"


class OutputKind(StrEnum):
    """The ways out of OBS: to a server, into a file, the last seconds kept for a replay, and as a camera for other
    programs (a platform's own companion program)."""

    STREAM = "stream"
    RECORD = "record"
    REPLAY = "replay"
    VIRTUAL_CAMERA = "virtual_camera"


class OutputState(StrEnum):
    """How an output stands, in OBS's own terms. It is there from STARTED to STOPPING, in a pause and without its
    server too; only STARTED says that a start has succeeded."""

    STARTING = "starting"
    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    RECONNECTING = "reconnecting"
    RECONNECTED = "reconnected"
    STOPPING = "stopping"
    STOPPED = "stopped"

    @property
    def runs(self) -> bool:
        """Whether the output is there."""
        return self not in (OutputState.STARTING, OutputState.STOPPING, OutputState.STOPPED)


@dataclass(frozen=True, slots=True)
class MomentMarked:
    """A moment was marked: what was on air is copied, ``recording_ms`` is the recording's time (None: OBS did not
    record). ``number`` is the segment's place, counted from 1 (None: nothing of the rundown was on air)."""

    moment_id: int
    kind: MomentKind
    note: str
    recording_ms: int | None
    number: int | None
    title: str
    scene: str
    product: str


@dataclass(frozen=True, slots=True)
class MomentNoted:
    """The note of a moment was written, or written anew."""

    moment_id: int
    note: str


@dataclass(frozen=True, slots=True)
class FollowVetoed:
    """The automatic follow of this airing was called off; ``vetoed`` False: it follows again."""

    airing: int
    vetoed: bool = True


@dataclass(frozen=True, slots=True)
class OutputAsked:
    """Somebody asked OBS to start or stop an output; OBS's own word comes as :class:`OutputChanged`."""

    output: OutputKind
    on: bool


@dataclass(frozen=True, slots=True)
class OutputChanged:
    """An output of OBS changed, by OBS's own event; ``ours`` tells whether the desk had asked for it. ``detail`` is the
    file of a recording that has ended."""

    output: OutputKind
    state: OutputState
    ours: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OutputRefused:
    """What was asked of an output came to nothing: a start (``on``), a stop, or the keeping of the last seconds (None).
    How the output stands is not said by that. ``detail`` is OBS's code and comment, or ``no_link``."""

    output: OutputKind
    on: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class ReplayAsked:
    """Somebody asked OBS to keep the last seconds."""


@dataclass(frozen=True, slots=True)
class ReplaySaved:
    """OBS kept the last seconds in a file."""

    path: str


@dataclass(frozen=True, slots=True)
class MuteAsked:
    """Somebody asked OBS to mute a sound source, or to take its mute off; OBS's own word comes as
    :class:`InputMuted`."""

    input: str
    muted: bool


@dataclass(frozen=True, slots=True)
class InputMuted:
    """A sound source was muted in OBS, or its mute taken off, by whoever it was."""

    input: str
    muted: bool


@dataclass(frozen=True, slots=True)
class InputTurned:
    """The volume of a sound source came to rest (dB): turned at the desk (``ours``), or in OBS."""

    input: str
    volume_db: float
    ours: bool = False


@dataclass(frozen=True, slots=True)
class SceneRenamed:
    """A scene got another name in OBS; the run means it by its new one from here on."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ItemsAsked:
    """OBS was asked to show and hide these in the scene on air, as the segment wants it."""

    scene: str
    items: tuple[ItemWish, ...]


@dataclass(frozen=True, slots=True)
class ItemsLeft:
    """What OBS shows and hides in the scene on air was left as it is, until the next take; ``items`` are the wishes
    that nobody insists on."""

    scene: str
    items: tuple[ItemWish, ...]


@dataclass(frozen=True, slots=True)
class CardAsked:
    """OBS was asked to say on the card what the rundown says, in place of these texts."""

    texts: tuple[CardDifference, ...]


@dataclass(frozen=True, slots=True)
class CardLeft:
    """These texts on the card were left as OBS has them, each until its slot has another text."""

    texts: tuple[CardDifference, ...]


class HandKind(StrEnum):
    """What a hand inside OBS can change beside the scene on air: studio mode, an item of that scene, the preview, the
    current transition, the scene collection, the text of an input of the card."""

    STUDIO = "studio"
    ITEM = "item"
    PREVIEW = "preview"
    TRANSITION = "transition"
    COLLECTION = "collection"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ManualChange:
    """Somebody changed something inside OBS that the desk had not asked for. ``what`` is its name (empty for studio
    mode), ``on`` whether it was switched on or shown (None: neither can be said of it), ``text`` what an input says
    now."""

    kind: HandKind
    what: str = ""
    on: bool | None = None
    text: str = ""


DeskEvent = (
    MomentMarked | MomentNoted | FollowVetoed | OutputAsked | OutputChanged | OutputRefused | ReplayAsked | ReplaySaved
    | MuteAsked | InputMuted | InputTurned | SceneRenamed | ItemsAsked | ItemsLeft | CardAsked | CardLeft
    | ManualChange
)  # fmt: skip
