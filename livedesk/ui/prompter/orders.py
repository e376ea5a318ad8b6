"""The director's hand on the host's text: what the host's own keys do, from the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt

from livedesk.domain.prompt import PromptOrder, PromptOrderKind
from livedesk.ui.prompter.reader import Reader

MOVES = frozenset(
    (
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Equal,
        Qt.Key.Key_Minus, Qt.Key.Key_Underscore, Qt.Key.Key_Space, Qt.Key.Key_Home,
    )
)  # fmt: skip
"""The host's keys that rest while the director moves the text."""


def carry_out(reader: Reader, order: PromptOrder, t: float) -> None:
    """Do it at ``t`` (seconds of the desk's clock). A segment that is not in the text moves nothing."""
    kinds = PromptOrderKind
    match order.kind:
        case kinds.RUN:
            reader.run(t)
        case kinds.HOLD:
            reader.hold(t)
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
