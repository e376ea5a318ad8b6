"""Standby plans on air: calling one with everything that comes with it, and going back from it to what was there."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from livedesk.domain import events as e
from livedesk.domain.run import Airing, RunState, State
from livedesk.domain.rundown import MAX_FADE_MS, ItemWish, Standby, StandbyMode, TransitionKind
from livedesk.domain.timetable import remaining

Resumed = TypeVar("Resumed", e.TakenBack, e.StandbyEnded)


def call_plan(state: State, airing: Airing, called: Standby, t_ms: int) -> tuple[e.Event, ...]:
    """The plan takes the place of ``airing``, which is on air; where it is on air itself, it is sent again."""
    run = state.run
    if airing.item_id == called.id and airing.standby is not None:
        once_more = e.SceneSwitched(
            run.takes + 1,
            airing.own_scene,
            run.product if called.product_id and not called.panic else None,
            panic=called.panic,
            transition=TransitionKind.CUT if called.panic else airing.transition,
            transition_ms=0 if called.panic else airing.transition_ms,
            items=airing.own_items,
            again=True,
        )
        return (once_more,) if airing.own_scene else ()
    # The panic plan always pauses: whoever presses it wants the segment back afterwards.
    mode = StandbyMode.PAUSE if called.panic else called.mode
    duration = called.duration_ms
    if mode is StandbyMode.REPLACE and duration is None:
        left = remaining(state.show, run, run.paused or airing, t_ms)
        duration = None if left is None else max(0, left)
    event = e.StandbyCalled(
        airing=len(run.airings) + 1,
        take=run.takes + 1,
        standby_id=called.id,
        title=called.title,
        scene=called.scene,
        mode=mode,
        duration_ms=duration,
        panic=called.panic,
    )
    if called.panic:
        # Nothing may hold up the safe scene: it is a bare cut.
        return (event,)
    product = state.show.product(called.product_id)
    return (
        replace(
            event,
            # Items without a scene are meant for the one that is there.
            scene=called.scene or (run.scene if called.items else ""),
            transition=called.transition.kind,
            transition_ms=min(called.transition.duration_ms, MAX_FADE_MS),
            items=called.items,
            product=None if product is None else e.ProductOnAir(product.id, product.name, product.live_price),
        ),
    )


def go_on(kind: type[Resumed], run: RunState, off: Airing, on: Airing) -> Resumed:
    """One airing goes off and an earlier one goes on as it was: its scene as it came, its card and its items. What
    standby plans showed or hid in that very scene since, and the airing asks nothing of, is put back."""
    wishes = {wish.source: wish for wish in on.items}
    for plan_on_air in run.airings[on.number :]:
        lent = plan_on_air.standby is not None and plan_on_air.own_scene == on.scene
        for wish in plan_on_air.own_items if lent else ():
            wishes.setdefault(wish.source, ItemWish(wish.source, not wish.shown))
    return kind(
        off.number,
        run.takes + 1,
        on.number,
        on.scene,
        on.product,
        tuple(wishes.values()),
        on.transition,
        on.transition_ms,
    )
