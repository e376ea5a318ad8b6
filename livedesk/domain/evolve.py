"""``evolve(run, entry) -> run``: how an entry of the journal changes the state of a run. Total and pure: any
journal that was written by :mod:`livedesk.domain.decide` folds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from livedesk.domain.card import CardDifference
from livedesk.domain.card_product import CardProduct
from livedesk.domain.checklist import CheckMark
from livedesk.domain.events import (
    CheckMarked,
    ClockAccepted,
    ClockStepped,
    CueTicked,
    Entry,
    FaultCleared,
    FaultShown,
    GapNoted,
    Held,
    MessageCleared,
    MessageSent,
    ProductPresented,
    PromotionEnded,
    PromotionStarted,
    Released,
    RunEnded,
    RunOpened,
    RunResumed,
    SceneAdopted,
    SceneSwitched,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    TakeReported,
    TimeAdjusted,
    WentLive,
)
from livedesk.domain.events_desk import (
    CardLeft,
    FollowVetoed,
    HandKind,
    InputTurned,
    ItemsAsked,
    ItemsLeft,
    ManualChange,
    MomentMarked,
    MomentNoted,
    OutputAsked,
    OutputChanged,
    OutputRefused,
    OutputState,
    SceneRenamed,
)
from livedesk.domain.run import Airing, AiringState, CueTick, FollowStop, Moment, Phase, RunState, TakeState
from livedesk.domain.rundown import StandbyMode


def fold(entries: Iterable[Entry], run: RunState | None = None) -> RunState:
    """The state after a journal."""
    state = run if run is not None else RunState()
    for entry in entries:
        state = evolve(state, entry)
    return state


def evolve(run: RunState, entry: Entry) -> RunState:
    """The state after one more entry."""
    state = _apply(run, entry)
    state = replace(state, last_seq=entry.seq, last_t_ms=entry.t_ms, last_wall_ms=entry.wall_ms)
    if state.phase is Phase.PREPARING:
        # Before air nothing is counted yet: the schedule follows the machine's clock.
        state = replace(state, anchor_wall_ms=entry.wall_ms, anchor_t_ms=entry.t_ms, clock_step_ms=0)
    return state


def _apply(run: RunState, entry: Entry) -> RunState:
    event = entry.event
    match event:
        case RunOpened():
            return RunState(
                phase=Phase.PREPARING,
                kind=event.kind,
                show_id=event.show_id,
                boot=event.boot,
                origin_mono_ms=event.mono_ms - entry.t_ms,
                opened_wall_ms=entry.wall_ms,
            )
        case CheckMarked():
            mark = CheckMark(event.state, event.evidence, entry.by, entry.wall_ms)
            return replace(run, checks={**run.checks, event.check_id: mark})
        case WentLive():
            return replace(
                run,
                phase=Phase.ON_AIR,
                anchor_wall_ms=entry.wall_ms,
                anchor_t_ms=entry.t_ms,
                correction_ms=0,
                clock_step_ms=0,
                started_wall_ms=entry.wall_ms,
                baseline=dict(event.baseline),
                baseline_end_ms=event.baseline_end_ms,
            )
        case Taken() | StandbyCalled() | StandbyEnded() | TakenBack():
            return _airings(run, entry.t_ms, event)
        case Held() | Released() | TimeAdjusted():
            return _time(run, entry.t_ms, event)
        case SceneSwitched() | TakeReported() | SceneAdopted():
            return _scenes(run, entry.t_ms, event)
        case (
            MessageSent()
            | MessageCleared()
            | FaultShown()
            | FaultCleared()
            | PromotionStarted()
            | PromotionEnded()
        ):
            return _notices(run, event)
        case ProductPresented():
            card = run.card.presented(event.product.id)
            shown = replace(run, product=event.product, card=card)
            airing = run.airing
            return shown if airing is None else _put(shown, replace(airing, product=event.product, card=card))
        case CueTicked():
            ticked = {cue: tick for cue, tick in run.cues_done.items() if cue != event.cue_id}
            if event.done:
                ticked[event.cue_id] = CueTick(entry.by, run.wall(entry.t_ms), event.airing)
            return replace(run, cues_done=ticked)
        case ClockStepped():
            return replace(run, clock_step_ms=event.delta_ms)
        case ClockAccepted():
            return replace(run, correction_ms=run.correction_ms + event.delta_ms, clock_step_ms=0)
        case GapNoted():
            return replace(run, follow_stopped=FollowStop.STOOD_STILL) if event.due_segment else run
        case RunResumed():
            # The faults were those of the program that ended; the services tell theirs anew.
            return replace(run, boot=event.boot, origin_mono_ms=event.mono_ms - entry.t_ms, faults={})
        case MomentMarked() | MomentNoted() | OutputAsked() | OutputChanged() | OutputRefused():
            return _beside(run, entry.t_ms, event)
        case InputTurned():
            return replace(run, volumes={**run.volumes, event.input: event.volume_db})
        case ItemsAsked() | ItemsLeft():
            return replace(run, items_left=isinstance(event, ItemsLeft))
        case CardLeft():
            return replace(run, card_left=_left_but(run, {each.input for each in event.texts}) + event.texts)
        case ManualChange(kind=HandKind.TEXT):
            # Another hand on it is another matter; the one that was left may be told after that.
            left = tuple(each for each in run.card_left if each.input != event.what or each.shown == event.text)
            return replace(run, card_left=left)
        case FollowVetoed():
            return replace(run, follow_stopped=FollowStop.VETOED if event.vetoed else FollowStop.NONE)
        case SceneRenamed():
            return _renamed(run, event)
        case RunEnded():
            ended = _stop(run, entry.t_ms)
            return replace(
                ended, phase=Phase.ENDED, current=None, held=False, promotions=(), ended_t_ms=entry.t_ms
            )
        case _:
            return run


def _airings(run: RunState, t_ms: int, event: Taken | StandbyCalled | StandbyEnded | TakenBack) -> RunState:
    match event:
        case Taken():
            stopped = _stop(run, t_ms)
            first = event.products[0] if event.products else None
            airing = Airing(
                event.airing,
                event.segment_id,
                None,
                t_ms,
                event.duration_ms,
                event.scene,
                first,
                since_ms=t_ms,
                transition=event.transition,
                transition_ms=event.transition_ms,
                own_scene=event.scene,
                own_items=event.items,
                card=run.card.taken(first),
            )
            return _on_air(stopped, airing, event.take, t_ms)
        case StandbyCalled():
            pausing = event.mode is StandbyMode.PAUSE
            stopped = _pause(run, t_ms) if pausing else _stop(run, t_ms)
            shown = event.product if event.product is not None else run.product
            airing = Airing(
                event.airing,
                event.standby_id,
                event.mode,
                t_ms,
                event.duration_ms,
                event.scene,
                shown,
                since_ms=t_ms,
                transition=event.transition,
                transition_ms=event.transition_ms,
                own_scene=event.scene,
                own_items=event.items,
                card=run.card.called(event.product),
            )
            return _on_air(stopped, airing, event.take, t_ms)
        case StandbyEnded():
            stopped = _put(run, _still(run.airings[event.airing - 1], t_ms, AiringState.ENDED, ended=True))
            before = run.airings[event.resumed_airing - 1]
            card = run.card.resumed(before.card, before.product)
            return _go_on(stopped, event.resumed_airing, card, event.take, event.scene, t_ms)
        case TakenBack():
            voided = _put(run, _still(run.airings[event.airing - 1], t_ms, AiringState.VOIDED, ended=True))
            card = run.airings[event.resumed_airing - 1].card
            back = _go_on(voided, event.resumed_airing, card, event.take, event.scene, t_ms)
            # What has no time left has followed already, and a follow fires once: the director wants to be here.
            spent = back.airing is not None and back.airing.spent
            return replace(back, follow_stopped=FollowStop.CAME_BACK) if spent else back


def _time(run: RunState, t_ms: int, event: Held | Released | TimeAdjusted) -> RunState:
    airing = run.airings[event.airing - 1]
    match event:
        case Held():
            return replace(_put(run, _still(airing, t_ms, airing.state)), held=True)
        case Released():
            return replace(_put(run, replace(airing, since_ms=t_ms)), held=False)
        case TimeAdjusted():
            return _put(run, replace(airing, adjust_ms=airing.adjust_ms + event.delta_ms))


def _scenes(run: RunState, t_ms: int, event: SceneSwitched | TakeReported | SceneAdopted) -> RunState:
    match event:
        case SceneSwitched():
            there = _scene(run, event.scene)
            if there.airing is not None:
                came = replace(there.airing, transition=event.transition, transition_ms=event.transition_ms)
                there = _put(there, came)
            return _asked(there, event.take, event.scene, t_ms)
        case SceneAdopted():
            return _scene(run, event.scene)
        case TakeReported():
            if run.take is None or run.take.number != event.take:
                return run
            return replace(run, take=replace(run.take, result=event.result, detail=event.detail))


def _notices(
    run: RunState,
    event: MessageSent | MessageCleared | FaultShown | FaultCleared | PromotionStarted | PromotionEnded,
) -> RunState:
    match event:
        case MessageSent():
            return replace(run, messages=(*run.messages, event), message_count=event.message_id)
        case MessageCleared():
            kept = tuple(item for item in run.messages if item.message_id != event.message_id)
            return replace(run, messages=kept)
        case FaultShown():
            return replace(run, faults={**run.faults, event.code: event.params})
        case FaultCleared():
            return replace(run, faults={code: facts for code, facts in run.faults.items() if code != event.code})
        case PromotionStarted():
            return replace(run, promotions=(*_without(run, event.promotion_id), event))
        case PromotionEnded():
            return replace(run, promotions=_without(run, event.promotion_id))


def _beside(
    run: RunState, t_ms: int, event: MomentMarked | MomentNoted | OutputAsked | OutputChanged | OutputRefused
) -> RunState:
    match event:
        case MomentMarked():
            moment = Moment(run.wall(t_ms), event, event.note)
            return replace(run, moments=(*run.moments, moment), moment_count=event.moment_id)
        case MomentNoted():
            noted = tuple(
                replace(item, note=event.note) if item.mark.moment_id == event.moment_id else item
                for item in run.moments
            )
            return replace(run, moments=noted)
        case OutputAsked():
            return replace(run, outputs_asked={**run.outputs_asked, event.output: event.on})
        case OutputChanged():
            passing = event.state in (OutputState.STARTING, OutputState.STOPPING)
            if passing or not event.ours:
                return run
            left = {output: on for output, on in run.outputs_asked.items() if output != event.output}
            return replace(run, outputs_asked=left)
        case OutputRefused():
            # Of two that were asked one after the other the later one may still come.
            left = {
                output: on for output, on in run.outputs_asked.items() if (output, on) != (event.output, event.on)
            }
            return replace(run, outputs_asked=left)


def _renamed(run: RunState, event: SceneRenamed) -> RunState:
    """Wherever the run means this scene, it means it by its new name."""

    def now(scene: str) -> str:
        return event.after if scene == event.before else scene

    airings = tuple(replace(item, scene=now(item.scene), own_scene=now(item.own_scene)) for item in run.airings)
    take = None if run.take is None else replace(run.take, scene=now(run.take.scene))
    return replace(run, scene=now(run.scene), airings=airings, take=take)


def _left_but(run: RunState, inputs: set[str]) -> tuple[CardDifference, ...]:
    """The texts of the card that are left as OBS has them, but for those of these inputs."""
    return tuple(each for each in run.card_left if each.input not in inputs)


def _without(run: RunState, promotion_id: str) -> tuple[PromotionStarted, ...]:
    return tuple(item for item in run.promotions if item.promotion_id != promotion_id)


def _asked(run: RunState, number: int, scene: str, t_ms: int) -> RunState:
    """Note a new request to OBS; an item without a scene asks nothing and only uses up the number."""
    take = TakeState(number, scene, t_ms) if scene else run.take
    return replace(run, takes=number, take=take, items_left=False)


def _scene(run: RunState, scene: str) -> RunState:
    """Let the airing on air want this scene."""
    state = replace(run, scene=scene)
    return _put(state, replace(run.airing, scene=scene)) if run.airing is not None else state


def _put(run: RunState, airing: Airing) -> RunState:
    place = airing.number - 1
    return replace(run, airings=(*run.airings[:place], airing, *run.airings[place + 1 :]))


def _still(airing: Airing, t_ms: int, state: AiringState, *, ended: bool = False) -> Airing:
    """The airing with its time standing still."""
    return replace(
        airing,
        state=state,
        elapsed_ms=airing.elapsed_at(t_ms),
        since_ms=None,
        ended_ms=t_ms if ended else airing.ended_ms,
    )


def _stop(run: RunState, t_ms: int) -> RunState:
    """End what is on air and what waits under it."""
    state = run
    for airing in run.airings:
        if airing.state in (AiringState.ON_AIR, AiringState.PAUSED):
            state = _put(state, _still(airing, t_ms, AiringState.ENDED, ended=True))
    return state


def _pause(run: RunState, t_ms: int) -> RunState:
    """Let what is on air wait; a pausing standby plan on air ends, what it paused goes on waiting."""
    airing = run.airing
    if airing is None:
        return run
    if airing.standby is StandbyMode.PAUSE:
        return _put(run, _still(airing, t_ms, AiringState.ENDED, ended=True))
    return _put(run, _still(airing, t_ms, AiringState.PAUSED))


def _on_air(run: RunState, airing: Airing, take: int, t_ms: int) -> RunState:
    """Put a new airing on air. An item without a scene leaves the wanted scene as it is."""
    scene = airing.scene or run.scene
    airings = (*run.airings, replace(airing, scene=scene))
    return replace(
        _asked(run, take, airing.scene, t_ms),
        airings=airings,
        current=airing.number,
        aired=_aired(airings),
        held=False,
        follow_stopped=FollowStop.NONE,
        scene=scene,
        product=airing.product,
        card=airing.card,
    )


def _go_on(run: RunState, number: int, card: CardProduct, take: int, scene: str, t_ms: int) -> RunState:
    """Let an earlier airing go on with its elapsed time and its product, and with this on the card."""
    airing = replace(run.airings[number - 1], state=AiringState.ON_AIR, since_ms=t_ms, ended_ms=None, card=card)
    state = _put(run, airing)
    return replace(
        _asked(state, take, scene, t_ms),
        current=number,
        aired=_aired(state.airings),
        held=False,
        follow_stopped=FollowStop.NONE,
        scene=scene,
        product=airing.product,
        card=card,
    )


def _aired(airings: tuple[Airing, ...]) -> frozenset[str]:
    return frozenset(
        item.item_id for item in airings if item.standby is None and item.state is not AiringState.VOIDED
    )
