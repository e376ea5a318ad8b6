"""The commands that move no segment: checks, takes' outcomes, products, cues, promotions, messages, faults."""

from __future__ import annotations

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.checklist import CheckItem, CheckState
from livedesk.domain.console import ticked
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase, State
from livedesk.domain.rundown import ConsoleCue, Segment, Standby


def decide_notice(state: State, command: c.Command, t_ms: int) -> tuple[e.Event, ...]:
    """The events of a command that leaves the rundown where it is. Raises UserError for an unknown target."""
    run = state.run
    match command:
        case c.MarkCheck():
            item = _check(state, command.check_id)
            known = run.checks.get(item.id)
            if command.state is CheckState.WAIVED and not command.evidence.strip():
                raise UserError("run.override_incomplete")
            if known is not None and (known.state, known.evidence) == (command.state, command.evidence):
                return ()
            return (e.CheckMarked(item.id, item.title, command.state, command.evidence),)
        case c.ReportTake():
            known_take = 0 < command.take <= run.takes
            report = e.TakeReported(command.take, command.result, command.latency_ms, command.detail)
            return (report,) if known_take else ()
        case c.ReportManual():
            return (e.ManualInObs(command.scene),) if run.phase is Phase.ON_AIR else ()
        case c.PresentProduct():
            product = state.show.product(command.product_id)
            if product is None:
                raise UserError("run.missing_product", id=command.product_id)
            return (e.ProductPresented(e.ProductOnAir(product.id, product.name, product.live_price)),)
        case c.TickCue():
            return _tick(state, command)
        case c.StartPromotion() | c.EndPromotion():
            return _promotion(state, command, t_ms)
        case c.SendMessage() | c.ClearMessage():
            return _message(state, command)
        case c.RaiseAlert():
            return (e.AlertRaised(command.code, command.params),)
        case c.ShowFault():
            known_fault = run.faults.get(command.code) == command.params
            return () if known_fault else (e.FaultShown(command.code, command.params),)
        case c.ClearFault():
            return (e.FaultCleared(command.code),) if command.code in run.faults else ()
        case c.NoteClockStep():
            return (e.ClockStepped(command.delta_ms),) if command.delta_ms != run.clock_step_ms else ()
        case c.AcceptClock():
            return (e.ClockAccepted(run.clock_step_ms),) if run.clock_step_ms else ()
        case c.NoteEdit():
            return (e.ShowEdited(command.revision, command.summary),)
        case _:
            raise UserError("run.unknown_command", name=type(command).__name__)


def _check(state: State, check_id: str) -> CheckItem:
    for item in state.show.checklist:
        if item.id == check_id:
            return item
    raise UserError("run.missing_check", id=check_id)


def _cue(state: State, cue_id: str) -> tuple[int | None, Segment | Standby, ConsoleCue]:
    """A cue with its segment and the segment's place, counted from 1, or with its standby plan, which has none."""
    places = len(state.show.segments)
    for number, item in enumerate(state.show.airable, 1):
        for cue in item.cues:
            if cue.id == cue_id:
                return (number if number <= places else None), item, cue
    raise UserError("run.missing_cue", id=cue_id)


def _tick(state: State, command: c.TickCue) -> tuple[e.Event, ...]:
    number, item, cue = _cue(state, command.cue_id)
    if (ticked(state.show, state.run, cue) is not None) == command.done:
        return ()
    return (
        e.CueTicked(
            cue.id,
            state.run.current or 0,
            cue.text,
            command.done,
            segment_id=item.id,
            number=number,
            title=item.title,
            action=cue.action,
        ),
    )


def _promotion(state: State, command: c.StartPromotion | c.EndPromotion, t_ms: int) -> tuple[e.Event, ...]:
    found = next((item for item in state.show.promotions if item.id == command.promotion_id), None)
    running = any(item.promotion_id == command.promotion_id for item in state.run.promotions)
    if isinstance(command, c.EndPromotion):
        title = found.title if found is not None else ""
        return (e.PromotionEnded(command.promotion_id, title),) if running else ()
    if found is None:
        raise UserError("run.missing_promotion", id=command.promotion_id)
    if state.run.phase is not Phase.ON_AIR:
        raise UserError("run.not_on_air")
    ends = None if found.duration_ms is None else t_ms + found.duration_ms
    return () if running else (e.PromotionStarted(found.id, found.title, ends),)


def _message(state: State, command: c.SendMessage | c.ClearMessage) -> tuple[e.Event, ...]:
    run = state.run
    if isinstance(command, c.ClearMessage):
        known = any(item.message_id == command.message_id for item in run.messages)
        return (e.MessageCleared(command.message_id),) if known else ()
    text = command.text.strip()
    if not text:
        raise UserError("run.empty_message")
    # One message of a kind stands on the host's screen at a time: a new one takes the place of the old.
    old = [e.MessageCleared(item.message_id) for item in run.messages if item.kind is command.kind]
    return (*old, e.MessageSent(run.message_count + 1, command.kind, text))
