"""The director's hand on the host's text: what the host's own keys do, from the desk."""

from __future__ import annotations

from livedesk.domain.prompt import PromptOrder, PromptOrderKind
from livedesk.ui.prompter.reader import Reader


def carry_out(reader: Reader, order: PromptOrder, t: float) -> None:
    """Do it at ``t`` (seconds of the desk's clock). A segment that is not in the text moves nothing."""
    kinds = PromptOrderKind
    match order.kind:
        case kinds.RUN if not reader.running or reader.waiting(t):
            reader.hold_or_run(t)
        case kinds.HOLD if reader.running and not reader.waiting(t):
            reader.hold_or_run(t)
        case kinds.SPEED:
            reader.set_speed(t, round(order.value))
        case kinds.NUDGE:
            reader.nudge(t, order.value)
        case kinds.STEP:
            for _ in range(abs(round(order.value))):
                reader.step(t, 1 if order.value > 0 else -1)
        case kinds.HOME:
            reader.home(t)
        case kinds.JUMP:
            reader.jump(t, order.item_id)
        case _:
            return
