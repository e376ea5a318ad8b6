"""What people, timers and services ask of a session. Commands are frozen and answered by
:func:`livedesk.domain.decide.decide`."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.card import CardDifference
from livedesk.domain.checklist import CheckState
from livedesk.domain.events import MessageKind, RunKind, TakeResult
from livedesk.domain.events_desk import HandKind, MomentKind, OutputKind, OutputState
from livedesk.domain.rundown import TransitionKind


@dataclass(frozen=True, slots=True)
class OpenRun:
    """Begin a run of the show (checks first, then on air)."""

    kind: RunKind


@dataclass(frozen=True, slots=True)
class MarkCheck:
    """Answer a check."""

    check_id: str
    state: CheckState
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class GoLive:
    """Go on air with the first segment. Over open critical checks, and far from the planned start, only with a
    name and a reason."""

    override_by: str = ""
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Go:
    """Take the next segment. ``after`` is the airing that the sender saw on air: a GO meant for another one (a
    held or repeated key, a late remote press) takes nothing. None: whatever is on air."""

    after: int | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """The timer of an auto-follow is up."""

    after: int


@dataclass(frozen=True, slots=True)
class Jump:
    """Take this segment, wherever it stands (also one that was passed over or has aired)."""

    segment_id: str


@dataclass(frozen=True, slots=True)
class Back:
    """Take the airing back: it is voided, the one before goes on."""


@dataclass(frozen=True, slots=True)
class ToggleHold:
    """Hold the time on air, or let it run on."""


@dataclass(frozen=True, slots=True)
class AdjustTime:
    """Give this airing more time (or less)."""

    delta_ms: int


@dataclass(frozen=True, slots=True)
class CallStandby:
    """Put a standby plan on air."""

    standby_id: str


@dataclass(frozen=True, slots=True)
class Panic:
    """Put the safe scene on air at once, in any state."""


@dataclass(frozen=True, slots=True)
class EndStandby:
    """Go on with what the standby plan paused."""


@dataclass(frozen=True, slots=True)
class SwitchScene:
    """Put a scene on air without leaving the segment; a fade takes ``transition_ms``, at most 500."""

    scene: str
    transition: TransitionKind = TransitionKind.CUT
    transition_ms: int = 0


@dataclass(frozen=True, slots=True)
class TakeAgain:
    """The director chose to send the scene of the rundown to OBS again."""


@dataclass(frozen=True, slots=True)
class FollowObs:
    """The director chose to leave OBS as it is; the rundown notes the scene that OBS shows (empty: one that was removed
    from OBS, and none is wanted until the next take)."""

    scene: str


@dataclass(frozen=True, slots=True)
class ReportTake:
    """A take's outcome, from the OBS service.

    ``latency_ms`` of a confirmed take counts from the ask to OBS's own scene event. ``detail``:

    - withheld: ``no_link``, ``scene_missing``, ``switching`` (no panic: it waits), ``superseded`` (by a later one);
    - unknown: ``timeout``, ``link_lost``, ``stuck``, ``no_event`` (accepted, and nothing happened),
      ``overridden`` (by a hand in OBS), ``superseded`` (by a panic, after it had been sent);
    - rejected: OBS's code and comment;
    - confirmed: empty, ``transition_missing`` (OBS has none of this kind), ``scene_transition`` (the scene
      brings its own and kept it), ``item_missing`` and ``item_on_air`` (it cannot change unseen) with the
      source, or ``card_failed`` with OBS's code and comment.

    A take told as unknown may be told once more, as confirmed with ``late`` or ``read_back``.
    """

    take: int
    result: TakeResult
    latency_ms: float | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportManual:
    """OBS changed its scene without us, or shows another one after the link to it was lost."""

    scene: str


@dataclass(frozen=True, slots=True)
class PresentProduct:
    """Present a product of the queue."""

    product_id: str


@dataclass(frozen=True, slots=True)
class TickCue:
    """A console cue is done (or its tick taken back)."""

    cue_id: str
    done: bool = True


@dataclass(frozen=True, slots=True)
class StartPromotion:
    """Start a promotion by hand."""

    promotion_id: str


@dataclass(frozen=True, slots=True)
class EndPromotion:
    """End a promotion: by hand, or from its planned job."""

    promotion_id: str


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Say something to the host."""

    kind: MessageKind
    text: str


@dataclass(frozen=True, slots=True)
class ClearMessage:
    """Take a message off the host's screen."""

    message_id: int


@dataclass(frozen=True, slots=True)
class RaiseAlert:
    """A rule on the numbers fired."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShowFault:
    """A service reports a fault."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClearFault:
    """A service reports that its fault is over."""

    code: str


@dataclass(frozen=True, slots=True)
class NoteClockStep:
    """The session saw the machine's clock step."""

    delta_ms: int


@dataclass(frozen=True, slots=True)
class AcceptClock:
    """Hold hard times against the stepped clock from now on."""


@dataclass(frozen=True, slots=True)
class NoteGap:
    """The session saw that it stood still."""

    length_ms: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on with a run after a restart of the program."""


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """The document got a new revision."""

    revision: int
    summary: str


@dataclass(frozen=True, slots=True)
class EndShow:
    """End the show."""


@dataclass(frozen=True, slots=True)
class VetoFollow:
    """Call the automatic follow of an airing off, or (``vetoed`` False) let it follow again."""

    airing: int
    vetoed: bool = True


@dataclass(frozen=True, slots=True)
class MarkMoment:
    """Mark this moment. ``recording_ms`` is the time of OBS's recording now (None: it does not record)."""

    kind: MomentKind = MomentKind.MOMENT
    note: str = ""
    recording_ms: int | None = None


@dataclass(frozen=True, slots=True)
class NoteMoment:
    """Write the note of a moment."""

    moment_id: int
    note: str


@dataclass(frozen=True, slots=True)
class SwitchOutput:
    """Ask OBS to start or stop an output."""

    output: OutputKind
    on: bool


@dataclass(frozen=True, slots=True)
class SaveReplay:
    """Ask OBS to keep the last seconds in a file."""


@dataclass(frozen=True, slots=True)
class MuteInput:
    """Ask OBS to mute a sound source, or to take its mute off."""

    input: str
    muted: bool


@dataclass(frozen=True, slots=True)
class NoteVolume:
    """Somebody at the desk has turned a sound source of OBS to this volume (dB) and let go: OBS has followed each step
    of it already."""

    input: str
    volume_db: float


@dataclass(frozen=True, slots=True)
class ReportOutput:
    """An output changed, by OBS's own event; ``detail`` is the file of a recording that has ended."""

    output: OutputKind
    state: OutputState
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportRefused:
    """OBS refused to start an output (``on``), to stop it, or to keep the last seconds (None), with its code and
    comment; or there was no link to ask by (``no_link``)."""

    output: OutputKind
    on: bool | None
    detail: str


@dataclass(frozen=True, slots=True)
class ReportReplay:
    """OBS kept a replay in this file."""

    path: str


@dataclass(frozen=True, slots=True)
class ReportMute:
    """A sound source was muted in OBS, or its mute taken off."""

    input: str
    muted: bool


@dataclass(frozen=True, slots=True)
class ReportVolume:
    """The volume of a sound source came to rest in OBS (dB)."""

    input: str
    volume_db: float


@dataclass(frozen=True, slots=True)
class ReportRenamed:
    """A scene has another name in OBS."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PutItems:
    """The director wants shown and hidden in the scene on air what the segment wants so."""


@dataclass(frozen=True, slots=True)
class LeaveItems:
    """The director chose to leave shown and hidden what is so in OBS, until the next take."""


@dataclass(frozen=True, slots=True)
class PutCard:
    """The director wants the card's texts in OBS as the rundown has them, in place of these."""

    texts: tuple[CardDifference, ...]


@dataclass(frozen=True, slots=True)
class LeaveCard:
    """The director chose to leave these texts on the card as OBS has them, each until its slot has another text."""

    texts: tuple[CardDifference, ...]


@dataclass(frozen=True, slots=True)
class ReportChange:
    """Somebody changed something inside OBS, beside the scene on air: the fields are those of ManualChange."""

    kind: HandKind
    what: str = ""
    on: bool | None = None
    text: str = ""


Command = (
    OpenRun | MarkCheck | GoLive | Go | Follow | Jump | Back | ToggleHold | AdjustTime | CallStandby | Panic
    | EndStandby | SwitchScene | TakeAgain | FollowObs | ReportTake | ReportManual | PresentProduct | TickCue
    | StartPromotion | EndPromotion | SendMessage | ClearMessage | RaiseAlert | ShowFault | ClearFault
    | NoteClockStep | AcceptClock | NoteGap | Resume | NoteEdit | EndShow | VetoFollow | MarkMoment | NoteMoment
    | SwitchOutput | SaveReplay | ReportOutput | ReportRefused | ReportReplay | MuteInput | NoteVolume | ReportMute
    | ReportVolume | ReportRenamed | PutItems | LeaveItems | PutCard | LeaveCard | ReportChange
)  # fmt: skip
