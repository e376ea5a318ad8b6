"""What calling a standby plan will do, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.rundown import Show, Standby, StandbyMode, TransitionKind
from livedesk.ui import format as fmt
from livedesk.ui.actions import DESK_KEYS, key_label

_AND = "、"


def plan_lines(show: Show, plan: Standby) -> tuple[str, ...]:
    """A line for each thing that happens when the plan is called: its scene and how it comes, the card, what is shown
    and hidden, the console's cues, the message to the host, and what becomes of the segment."""
    product = show.product(plan.product_id)
    shown = _AND.join(wish.source for wish in plan.items if wish.shown)
    hidden = _AND.join(wish.source for wish in plan.items if not wish.shown)
    told = (
        (QCoreApplication.translate("LivePlan", "Scene: {0}"), _scene(plan)),
        (QCoreApplication.translate("LivePlan", "Card: {0}"), "" if product is None else product.name),
        (QCoreApplication.translate("LivePlan", "Shows: {0}"), shown),
        (QCoreApplication.translate("LivePlan", "Hides: {0}"), hidden),
        (QCoreApplication.translate("LivePlan", "Console: {0}"), _AND.join(cue.text for cue in plan.cues)),
        (QCoreApplication.translate("LivePlan", "To the host: {0}"), plan.message),
        (QCoreApplication.translate("LivePlan", "Owner: {0}"), plan.owner),
    )
    return (*(words.format(what) for words, what in told if what), _then(plan))


def _scene(plan: Standby) -> str:
    if not plan.scene or plan.transition.kind is TransitionKind.CUT:
        return plan.scene
    fade = QCoreApplication.translate("LivePlan", "fade of {0} ms").format(plan.transition.duration_ms)
    return f"{plan.scene} · {fade}"


def _then(plan: Standby) -> str:
    """What becomes of the segment on air, and for how long."""
    if plan.mode is StandbyMode.REPLACE:
        words = QCoreApplication.translate("LivePlan", "Takes what is left of the segment's time")
    else:
        words = QCoreApplication.translate("LivePlan", "The segment waits; {0} brings it back")
        words = words.format(key_label(DESK_KEYS["end_standby"]))
    return words if plan.duration_ms is None else f"{words} · {fmt.duration(plan.duration_ms)}"
