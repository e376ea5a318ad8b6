"""Commands beside the rundown: moments, vetoes, OBS's outputs and microphones, renamed scenes."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain import events_desk as d
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase, State
from livedesk.domain.rundown import EndMode
from livedesk.domain.sound import SAME_DB

DeskCommand = (
    c.VetoFollow | c.MarkMoment | c.NoteMoment | c.SwitchOutput | c.SaveReplay | c.ReportOutput | c.ReportRefused
    | c.ReportReplay | c.MuteInput | c.NoteVolume | c.ReportMute | c.ReportVolume | c.ReportRenamed | c.PutItems
    | c.LeaveItems | c.PutCard | c.LeaveCard | c.ReportChange
)  # fmt: skip


def decide_desk(state: State, command: DeskCommand) -> tuple[e.Event, ...]:
    """The events of a command that belongs beside the rundown. Raises UserError for an unknown target, and for a veto
    where nothing follows by itself."""
    run = state.run
    match command:
        case c.VetoFollow():
            return _veto(state, command)
        case c.MarkMoment():
            return (_moment(state, command),)
        case c.NoteMoment():
            known = next((item for item in run.moments if item.mark.moment_id == command.moment_id), None)
            if known is None:
                raise UserError("run.missing_moment", id=str(command.moment_id))
            note = command.note.strip()
            return (d.MomentNoted(command.moment_id, note),) if note != known.note else ()
        case c.PutItems() | c.LeaveItems():
            return _items(state, command)
        case c.PutCard() | c.LeaveCard():
            return _card(state, command)
        case c.ReportChange():
            told = d.ManualChange(command.kind, command.what, command.on, command.text)
            return (told,) if run.phase is Phase.ON_AIR else ()
        case c.SwitchOutput():
            return (d.OutputAsked(command.output, command.on),)
        case c.SaveReplay():
            return (d.ReplayAsked(),)
        case c.ReportOutput():
            ours = _answers(run.outputs_asked.get(command.output), command.state)
            return (d.OutputChanged(command.output, command.state, ours, command.detail),)
        case c.ReportRefused():
            return (d.OutputRefused(command.output, command.on, command.detail),)
        case c.ReportReplay():
            return (d.ReplaySaved(command.path),)
        case c.MuteInput():
            return (d.MuteAsked(command.input, command.muted),)
        case c.NoteVolume() | c.ReportVolume():
            return _volume(state, command)
        case c.ReportMute():
            return (d.InputMuted(command.input, command.muted),)
        case c.ReportRenamed():
            return (d.SceneRenamed(command.before, command.after),) if command.before != command.after else ()


def _items(state: State, command: c.PutItems | c.LeaveItems) -> tuple[e.Event, ...]:
    """Nothing happens where the segment has no wish about what is shown, or nobody insists on it any more."""
    run = state.run
    if run.phase is not Phase.ON_AIR:
        raise UserError("run.not_on_air")
    if not run.items:
        return ()
    kind = d.ItemsAsked if isinstance(command, c.PutItems) else d.ItemsLeft
    return (kind(run.scene, run.items),)


def _card(state: State, command: c.PutCard | c.LeaveCard) -> tuple[e.Event, ...]:
    """Nothing happens where there is no difference, or it was left already."""
    if state.run.phase is not Phase.ON_AIR:
        raise UserError("run.not_on_air")
    texts = state.run.card_unsettled(command.texts)
    if not texts:
        return ()
    return (d.CardAsked(texts) if isinstance(command, c.PutCard) else d.CardLeft(texts),)


def _answers(asked: bool | None, state: d.OutputState) -> bool:
    """Whether a state is what became of an ask that is open: what was asked for, or a start that failed."""
    if asked is None:
        return False
    return asked is _towards(state) or state in (d.OutputState.STOPPING, d.OutputState.STOPPED)


def _towards(state: d.OutputState) -> bool:
    """Whether an output in this state is going on or there, or going off or gone."""
    return state.runs or state is d.OutputState.STARTING


def _volume(state: State, command: c.NoteVolume | c.ReportVolume) -> tuple[e.Event, ...]:
    """What the log says already is not said again, by OBS either: it names a volume a little otherwise."""
    known = state.run.volumes.get(command.input)
    if known is not None and abs(known - command.volume_db) < SAME_DB:
        return ()
    return (d.InputTurned(command.input, command.volume_db, isinstance(command, c.NoteVolume)),)


def _veto(state: State, command: c.VetoFollow) -> tuple[e.Event, ...]:
    """A veto of what was on air a moment ago does nothing: the follow it was meant for has happened."""
    run = state.run
    if run.phase is not Phase.ON_AIR or run.airing is None:
        raise UserError("run.not_on_air")
    if run.airing.number != command.airing:
        return ()
    segment = state.show.segment(run.airing.item_id)
    if segment is None or segment.end_mode is not EndMode.AUTO_FOLLOW:
        raise UserError("run.no_follow")
    stopped = bool(run.follow_stopped)
    return (d.FollowVetoed(command.airing, command.vetoed),) if stopped is not command.vetoed else ()


def _moment(state: State, command: c.MarkMoment) -> d.MomentMarked:
    """The moment with what is on air now; under a standby plan that is the plan, with no number."""
    run, show = state.run, state.show
    airing = run.airing
    number, title = None, ""
    if airing is not None:
        place = next((at for at, item in enumerate(show.segments) if item.id == airing.item_id), None)
        plan = show.standby(airing.item_id)
        if airing.standby is None and place is not None:
            number, title = place + 1, show.segments[place].title
        elif plan is not None:
            title = plan.title
    return d.MomentMarked(
        moment_id=run.moment_count + 1,
        kind=command.kind,
        note=command.note.strip(),
        recording_ms=command.recording_ms,
        number=number,
        title=title,
        scene=run.scene,
        product=run.product.name if run.product is not None else "",
    )
