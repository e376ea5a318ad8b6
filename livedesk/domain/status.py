"""How the services stand, as frozen snapshots for the lights of the desk and the checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from livedesk.domain.card import CardDifference, CardSlot
from livedesk.domain.outputs import Outputs
from livedesk.domain.prompt import PromptAnchor, PromptStage
from livedesk.domain.sound import SoundInput
from livedesk.domain.source_files import SourceFile

PLAYED = "recording"
"""The detail of a feed whose audience is a recording that is played."""


class LinkState(StrEnum):
    """A link to something outside. OFF: not asked for. CONNECTING: tried for the first time. ABSENT: it was tried and
    is not there (tried again by itself). READY. LOST: it was there and is gone (tried again by itself). HUNG:
    connected, does not answer. REFUSED: wrong password, not tried again."""

    OFF = "off"
    CONNECTING = "connecting"
    ABSENT = "absent"
    READY = "ready"
    LOST = "lost"
    HUNG = "hung"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ObsHealth:
    """OBS's own figures: frames a second; share of frames skipped in rendering and in encoding, and dropped on
    the network (0–1, over the last 10 s); free disk in MB; stream bitrate in kbit/s; how far the stream's server is
    behind (0–1); OBS's share of the processor in percent and its memory in MB; how long the disk lasts at the
    recording's present bitrate (ms; None: OBS does not record, or has only begun to). ``judged`` are the
    figures that a rule looks at, ``poor`` those whose faults stand, ``mending`` those of them that are good again, and
    ``faults`` says of each fault that stands how its figure is now, or was last before it became good again (see
    :mod:`livedesk.domain.health`)."""

    fps: float
    target_fps: float
    render_skipped: float
    encode_skipped: float
    dropped: float
    disk_free_mb: float
    kbps: float
    congestion: float = 0.0
    cpu: float = 0.0
    memory_mb: float = 0.0
    disk_left_ms: int | None = None
    judged: tuple[str, ...] = ()
    poor: tuple[str, ...] = ()
    mending: tuple[str, ...] = ()
    faults: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ObsStatus:
    """OBS as it is known now. ``stuck`` is True when a transition did not end within its time plus one second.
    ``scenes`` are in OBS's own order; ``inputs`` the names of its inputs; ``switching`` while a collection is
    being switched. ``preview`` is the scene in the preview (empty without studio mode), ``previous`` the one that was
    on air before ``program``; ``sounds`` its inputs that give sound; ``files`` those that its inputs show (None: not
    known, as of an OBS on another machine); ``items`` the sources in the scene on air, each with whether it is shown
    there; ``sources`` everything that each scene draws (a scene of which that is not known is left out), those of its
    twin banks by both names; ``card`` what inputs of the card say on air that the desk did not write, and
    ``card_missing`` those with a text to say that OBS has not. ``detail`` names the host, or why there is no link."""

    link: LinkState = LinkState.OFF
    detail: str = ""
    version: str = ""
    program: str = ""
    studio: bool = False
    transitioning: bool = False
    stuck: bool = False
    switching: bool = False
    scenes: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    preview: str = ""
    previous: str = ""
    outputs: Outputs = Outputs()
    sounds: tuple[SoundInput, ...] = ()
    files: tuple[SourceFile, ...] | None = None
    health: ObsHealth | None = None
    items: tuple[tuple[str, bool], ...] = ()
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    card: tuple[CardDifference, ...] = ()
    card_missing: tuple[tuple[CardSlot, str], ...] = ()

    @property
    def left(self) -> str:
        """The scene on air, by which OBS can be left as it is; empty where OBS has no such scene any more."""
        return self.program if not self.scenes or self.program in self.scenes else ""


@dataclass(frozen=True, slots=True)
class ObsPicture:
    """A thumbnail of a scene as JPEG; ``program`` tells which of the two it is for."""

    program: bool
    scene: str
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """The data feeds: the relay's link, and the ages that the light shows (epoch ms of the last event and the
    last order file; None: nothing yet). ``foreign`` is where something answers in the relay's place that is none
    (empty: nothing does)."""

    link: LinkState = LinkState.OFF
    detail: str = ""
    last_event_ms: int | None = None
    last_orders_ms: int | None = None
    dropped: int = 0
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class PrompterScreen:
    """One attached prompter as it last reported. ``name`` tells it from others (empty: the first one). ``moving``
    tells whether its text moves, ``cpm`` at how many characters a minute (0: not told), ``anchor`` from where (None:
    not told). ``acknowledged`` is the newest message that its host has confirmed. ``staged`` and ``carried`` are the
    numbers of the newest stage and order that it has: it has what the desk wants where ``staged`` is that of the
    desk's stage."""

    name: str = ""
    moving: bool = False
    cpm: int = 0
    anchor: PromptAnchor | None = None
    acknowledged: int = 0
    staged: int = 0
    carried: int = 0


@dataclass(frozen=True, slots=True)
class PrompterStatus:
    """The prompter's process: READY while one is attached. ``screens`` counts windows that show the text;
    ``acknowledged`` is the newest message that the host has confirmed. ``stage`` is what the desk wants of the
    prompters, ``prompters`` are those that are attached."""

    link: LinkState = LinkState.OFF
    detail: str = ""
    screens: int = 0
    acknowledged: int = 0
    stage: PromptStage = PromptStage()
    prompters: tuple[PrompterScreen, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """The journal: entries acknowledged on disk, entries still waiting, and why if writing fails."""

    saved_seq: int = 0
    pending: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class PictureStatus:
    """The names of the products' pictures of a show that are kept nowhere, as they were last looked for."""

    show_id: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A show that is still to come begins at ``start_ms`` (epoch ms)."""

    show_id: str
    title: str
    start_ms: int
