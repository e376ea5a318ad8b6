"""``decide(state, command, now, by) -> entries``: what a command makes happen, or why it is refused.

Refusals are UserErrors with codes ``run.…``. A command that finds nothing to do gives no entries. The rules are
those of docs/timing.md under "Order" and "On air".
"""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.checklist import open_critical
from livedesk.domain.clock import HOUR, Now, to_local, wall_to_ms
from livedesk.domain.deciding_desk import DeskCommand, decide_desk
from livedesk.domain.deciding_notices import decide_notice
from livedesk.domain.deciding_plans import call_plan, go_on
from livedesk.domain.errors import UserError
from livedesk.domain.plan_messages import with_plan_messages
from livedesk.domain.run import Airing, AiringState, Phase, State
from livedesk.domain.rundown import MAX_FADE_MS, EndMode, Segment, StandbyMode, TransitionKind
from livedesk.domain.timetable import Timetable, next_up, plan, remaining, schedule

FOLLOW_GRACE_MS = 50
"""A timer may wake this much early; a follow within it counts as due."""
FAR_FROM_PLAN_MS = 6 * HOUR
"""Going live more than this before or after the planned start may be the wrong show or day: it is asked first."""


def decide(state: State, command: c.Command, now: Now, by: str) -> tuple[e.Entry, ...]:
    """The entries that ``command`` adds to the journal at ``now``, said by ``by`` (a role).

    Raises UserError where the command can't be done; then nothing has changed.
    """
    t_ms = now.mono_ms if state.run.phase is Phase.NONE else state.run.time(now)
    happened = with_plan_messages(state, _decide(state, command, now, t_ms))
    first = state.run.last_seq + 1
    start = 0 if state.run.phase is Phase.NONE else max(t_ms, state.run.last_t_ms)
    return tuple(e.Entry(first + i, start, now.wall_ms, by, event) for i, event in enumerate(happened))


def _decide(state: State, command: c.Command, now: Now, t_ms: int) -> tuple[e.Event, ...]:
    run = state.run
    if isinstance(command, c.OpenRun):
        return _open(state, command, now)
    if run.phase is Phase.NONE:
        raise UserError("run.not_open")
    match command:
        case c.GoLive():
            return _go_live(state, command, now, t_ms)
        case c.Panic():
            return _panic(state, t_ms)
        case c.SwitchScene():
            return _switch(state, command)
        case c.Resume():
            return _resume(state, now, t_ms)
        case c.Go() | c.Follow() | c.Jump() | c.Back() | c.CallStandby() | c.EndStandby():
            _need_air(state)
            return _move(state, command, t_ms)
        case c.ToggleHold() | c.AdjustTime():
            _need_air(state)
            return _time(state, command, t_ms)
        case c.TakeAgain():
            _need_air(state)
            return _again(state)
        case c.FollowObs():
            _need_air(state)
            return (e.SceneAdopted(command.scene),)
        case c.EndShow():
            if run.phase is Phase.ENDED:
                raise UserError("run.ended")
            return (e.RunEnded(),)
        case c.NoteGap():
            return _gap(state, command.length_ms, t_ms)
        case _ if isinstance(command, DeskCommand):
            return decide_desk(state, command)
        case _:
            return decide_notice(state, command, t_ms)


def _switch(state: State, command: c.SwitchScene) -> tuple[e.Event, ...]:
    if not command.scene:
        return ()
    length = min(max(0, command.transition_ms), MAX_FADE_MS)
    fades = command.transition is TransitionKind.FADE and length > 0
    kind, length = (TransitionKind.FADE, length) if fades else (TransitionKind.CUT, 0)
    airing = state.run.airing
    items = airing.items_in(command.scene) if airing is not None else ()
    return (e.SceneSwitched(state.run.takes + 1, command.scene, None, False, kind, length, items),)


def _again(state: State) -> tuple[e.Event, ...]:
    """What is wanted on air once more, whole: the scene as it came, with its card and its items."""
    run, airing = state.run, _airing(state)
    if not run.scene:
        return ()
    return (
        e.SceneSwitched(
            run.takes + 1,
            run.scene,
            run.product,
            transition=airing.transition,
            transition_ms=airing.transition_ms,
            items=airing.items,
            again=True,
        ),
    )


def _need_air(state: State) -> None:
    if state.run.phase is Phase.ENDED:
        raise UserError("run.ended")
    if state.run.phase is not Phase.ON_AIR:
        raise UserError("run.not_on_air")


def _open(state: State, command: c.OpenRun, now: Now) -> tuple[e.Event, ...]:
    if state.run.phase in (Phase.PREPARING, Phase.ON_AIR):
        raise UserError("run.already_open")
    show = state.show
    opened = e.RunOpened(
        show_id=show.id,
        title=show.title,
        kind=command.kind,
        revision=state.revision,
        zone=show.zone,
        planned_start_ms=plan(show).start,
        boot=now.boot,
        mono_ms=now.mono_ms,
    )
    return (opened,)


def _go_live(state: State, command: c.GoLive, now: Now, t_ms: int) -> tuple[e.Event, ...]:
    run, show = state.run, state.show
    if run.phase is Phase.ON_AIR:
        raise UserError("run.already_on_air")
    if run.phase is Phase.ENDED:
        raise UserError("run.ended")
    layout = plan(show)
    first = next((i for i, item in enumerate(show.segments) if not item.skipped), None)
    if first is None:
        raise UserError("run.no_segments")
    blocking = open_critical(show.checklist, run.checks) if run.kind is e.RunKind.LIVE else ()
    who, why = command.override_by.strip(), command.override_reason.strip()
    away = abs(now.wall_ms - layout.start) if run.kind is e.RunKind.LIVE else 0
    far = away > FAR_FROM_PLAN_MS
    if far and not (who or why):
        planned = to_local(layout.start, show.zone).strftime("%Y-%m-%d %H:%M")
        raise UserError("run.far_from_plan", hours=round(away / HOUR), planned=planned)
    if blocking and not (who or why):
        raise UserError("run.checks_open", count=len(blocking), first=blocking[0].title)
    asked = bool(blocking) or far
    if asked and not (who and why):
        raise UserError("run.override_incomplete")
    baseline = tuple(
        (item.id, start) for item, start in zip(show.segments, layout.starts, strict=True) if start is not None
    )
    live = e.WentLive(
        revision=state.revision,
        baseline=baseline,
        baseline_end_ms=layout.end,
        hard_end_ms=layout.hard_end,
        open_checks=tuple(item.title for item in blocking),
        override_by=who if asked else "",
        override_reason=why if asked else "",
    )
    return (live, *_take(state, first, e.Via.GO, t_ms, layout.starts[first]))


def _take(state: State, index: int, via: e.Via, t_ms: int, planned: int | None = None) -> tuple[e.Event, ...]:
    """The segment at ``index`` goes on air, and the promotions that start with it."""
    show, run = state.show, state.run
    segment = show.segments[index]
    group = show.group(segment.group_id)
    products = [show.product(product_id) for product_id in segment.product_ids]
    start = run.baseline.get(segment.id, planned)
    if start is None:
        start = plan(show).starts[index]
    taken = e.Taken(
        airing=len(run.airings) + 1,
        take=run.takes + 1,
        segment_id=segment.id,
        number=index + 1,
        title=segment.title,
        kind=segment.kind,
        group=group.title if group is not None else "",
        revision=state.revision,
        planned_start_ms=start if start is not None else run.instant(t_ms),
        duration_ms=_length(segment, show.zone, run.instant(t_ms)),
        scene=segment.scene,
        transition=segment.transition.kind,
        transition_ms=segment.transition.duration_ms,
        products=tuple(e.ProductOnAir(p.id, p.name, p.live_price) for p in products if p is not None),
        via=via,
        items=segment.items,
    )
    running = {item.promotion_id for item in run.promotions}
    starting = [
        e.PromotionStarted(item.id, item.title, None if item.duration_ms is None else t_ms + item.duration_ms)
        for item in show.promotions
        if item.segment_id == segment.id and item.id not in running
    ]
    return (taken, *starting)


def _length(segment: Segment, zone: str, at: int) -> int:
    """D of a segment that goes on air at this instant: one that counts to a time takes what is left to it."""
    if segment.end_mode is not EndMode.COUNT_TO or segment.count_to is None:
        return segment.duration_ms
    return max(0, wall_to_ms(segment.count_to, zone) - at)


def _move(
    state: State,
    command: c.Go | c.Follow | c.Jump | c.Back | c.CallStandby | c.EndStandby,
    t_ms: int,
) -> tuple[e.Event, ...]:
    airing = _airing(state)
    match command:
        case c.Go(after):
            if after is not None and after != airing.number:
                return ()
            following = next_up(state.show, state.run)
            if following is None:
                raise UserError("run.no_next")
            return _take(state, following, e.Via.GO, t_ms)
        case c.Follow(after):
            table = schedule(state.show, state.run, t_ms)
            if after != airing.number or table.next is None or not _follow_due(table):
                return ()
            return _take(state, table.next, e.Via.FOLLOW, t_ms)
        case c.Jump(segment_id):
            if airing.item_id == segment_id and airing.standby is None:
                raise UserError("run.on_air_already")
            index = _segment_index(state, segment_id)
            return _take(state, index, e.Via.JUMP, t_ms)
        case c.Back():
            return (_back(state, airing),)
        case c.CallStandby(standby_id):
            called = state.show.standby(standby_id)
            if called is None:
                raise UserError("run.missing_standby", id=standby_id)
            return call_plan(state, airing, called, t_ms)
        case c.EndStandby():
            paused = state.run.paused
            if airing.standby is not StandbyMode.PAUSE or paused is None:
                raise UserError("run.not_in_standby")
            return (go_on(e.StandbyEnded, state.run, airing, paused),)


def _airing(state: State) -> Airing:
    airing = state.run.airing
    if airing is None:
        raise UserError("run.not_on_air")
    return airing


def _segment_index(state: State, segment_id: str) -> int:
    for index, segment in enumerate(state.show.segments):
        if segment.id == segment_id:
            return index
    raise UserError("run.missing_segment", id=segment_id)


def _follow_due(table: Timetable) -> bool:
    return table.follow_at is not None and table.now + FOLLOW_GRACE_MS >= table.follow_at


def _back(state: State, airing: Airing) -> e.TakenBack:
    """Void what is on air; the airing before it goes on. A pausing standby plan gives way to what it paused."""
    run = state.run
    before = run.paused
    if before is None:
        earlier = (
            item
            for item in reversed(run.airings[: airing.number - 1])
            if item.state is AiringState.ENDED and item.standby is not StandbyMode.PAUSE
        )
        before = next(earlier, None)
    if before is None:
        raise UserError("run.no_back")
    return go_on(e.TakenBack, run, airing, before)


def _panic(state: State, t_ms: int) -> tuple[e.Event, ...]:
    """The safe scene: a pausing standby plan while on air, and only the scene before and after."""
    safe = state.show.panic
    if state.run.phase is Phase.ON_AIR:
        return call_plan(state, _airing(state), safe, t_ms)
    return (e.SceneSwitched(state.run.takes + 1, safe.scene, panic=True),)


def _time(state: State, command: c.ToggleHold | c.AdjustTime, t_ms: int) -> tuple[e.Event, ...]:
    airing = _airing(state)
    if isinstance(command, c.ToggleHold):
        return (e.Released(airing.number) if state.run.held else e.Held(airing.number),)
    segment = state.show.segment(airing.item_id)
    if segment is not None and segment.end_mode is EndMode.COUNT_TO:
        raise UserError("run.count_to_fixed")
    if airing.duration_ms is None:
        raise UserError("run.no_duration")
    left = remaining(state.show, state.run, airing, t_ms) or 0
    delta = max(command.delta_ms, -max(0, left))
    if delta == 0:
        raise UserError("run.no_time_left")
    return (e.TimeAdjusted(airing.number, delta),)


def _gap(state: State, length_ms: int, t_ms: int) -> tuple[e.Event, ...]:
    return (e.GapNoted(length_ms, _due(state, t_ms)),)


def _due(state: State, t_ms: int) -> str:
    """The segment that an auto-follow would have taken by now, or nothing."""
    if state.run.phase is not Phase.ON_AIR:
        return ""
    table = schedule(state.show, state.run, t_ms)
    following: Segment | None = state.show.segments[table.next] if table.next is not None else None
    return following.id if following is not None and _follow_due(table) else ""


def _resume(state: State, now: Now, t_ms: int) -> tuple[e.Event, ...]:
    """Go on after a restart: a take without an answer is UNKNOWN, a follow that fell due is not caught up."""
    run = state.run
    if run.phase is Phase.ENDED:
        raise UserError("run.ended")
    same = run.boot == now.boot
    resumed: list[e.Event] = [e.RunResumed(now.boot, now.mono_ms, same)]
    if run.take is not None and run.take.result is None:
        resumed.append(e.TakeReported(run.take.number, e.TakeResult.UNKNOWN, detail="restart"))
    if run.phase is Phase.ON_AIR:
        resumed.append(e.GapNoted(t_ms - run.last_t_ms, _due(state, t_ms)))
    return tuple(resumed)
