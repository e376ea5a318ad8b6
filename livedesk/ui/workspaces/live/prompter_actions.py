"""The host's text in the director's hand: take it over and hand it back, blank it, count down, move it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from livedesk.domain.prompt import PromptControl, PromptOrderKind
from livedesk.domain.status import PrompterStatus
from livedesk.ui.actions import Category
from livedesk.ui.bounce import STEP_BOUNCE_MS
from livedesk.ui.context import DeskContext

COUNT_S = 10.0
SPEED_STEP = 10
_MOVES = (
    "prompter_run", "prompter_hold", "prompter_faster", "prompter_slower", "prompter_back", "prompter_on",
    "prompter_home",
)  # fmt: skip
_STEPS = ("prompter_faster", "prompter_slower", "prompter_back", "prompter_on")


class PrompterActions(QObject):
    """Each with an id; what moves the text waits until the director has taken it over, so that two hands do not pull
    at it."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._status = PrompterStatus()
        made: tuple[tuple[str, str, Callable[[], Any]], ...] = (
            ("prompter_control", "", self._control),
            ("prompter_blank", "", self._blank),
            ("prompter_count", "", self._count),
            ("prompter_run", self.tr("Let the host's text run"), self._run),
            ("prompter_hold", self.tr("Hold the host's text"), self._hold),
            ("prompter_faster", self.tr("The host's text faster"), self._faster),
            ("prompter_slower", self.tr("The host's text slower"), self._slower),
            ("prompter_back", self.tr("The host's text a line back"), self._back),
            ("prompter_on", self.tr("The host's text a line on"), self._on),
            ("prompter_home", self.tr("The host's text to what is on air"), self._home),
        )
        for action_id, text, slot in made:
            bounce_ms = STEP_BOUNCE_MS if action_id in _STEPS else None
            context.actions.add(action_id, text, slot, category=Category.DESK, bounce_ms=bounce_ms)
        self.show_status(self._status)

    def show_status(self, status: PrompterStatus) -> None:
        """Allow the actions, and name them, by how the prompters stand."""
        self._status = status
        actions, stage = self._context.actions, status.stage
        there = bool(status.prompters)
        missing = self.tr("No prompter is open")
        directs = stage.control is PromptControl.DIRECTOR
        for action_id, text in (
            (
                "prompter_control",
                self.tr("Hand the text back to the host") if directs else self.tr("Take the host's text over"),
            ),
            (
                "prompter_blank",
                self.tr("Show the host the text again") if stage.blank else self.tr("Blank the host's text"),
            ),
            (
                "prompter_count",
                self.tr("End the count on the host's screen")
                if stage.count_until_ms is not None
                else self.tr("Count ten seconds down on the host's screen"),
            ),
        ):
            if actions[action_id].text() != text:
                actions[action_id].setText(text)
            actions[action_id].allow(there, missing)
        for action_id in _MOVES:
            actions[action_id].allow(
                there and directs, self.tr("The host moves the text; take it over first") if there else missing
            )

    @property
    def _cpm(self) -> int:
        """How fast the first prompter that tells reads, in characters a minute (0: none does)."""
        return next((each.cpm for each in self._status.prompters if each.cpm), 0)

    def _change_speed(self, step: int) -> None:
        if self._cpm:
            self._order(PromptOrderKind.SPEED, self._cpm + step)

    def _order(self, kind: PromptOrderKind, value: float = 0.0) -> None:
        self._context.services.order_prompter(kind, value)

    @Slot()
    def _control(self) -> None:
        self._context.services.control_prompter(self._status.stage.control is PromptControl.HOST)

    @Slot()
    def _blank(self) -> None:
        self._context.services.blank_prompter(not self._status.stage.blank)

    @Slot()
    def _count(self) -> None:
        self._context.services.count_prompter(COUNT_S if self._status.stage.count_until_ms is None else 0.0)

    @Slot()
    def _run(self) -> None:
        self._order(PromptOrderKind.RUN)

    @Slot()
    def _hold(self) -> None:
        self._order(PromptOrderKind.HOLD)

    @Slot()
    def _faster(self) -> None:
        self._change_speed(SPEED_STEP)

    @Slot()
    def _slower(self) -> None:
        self._change_speed(-SPEED_STEP)

    @Slot()
    def _back(self) -> None:
        self._order(PromptOrderKind.STEP, -1)

    @Slot()
    def _on(self) -> None:
        self._order(PromptOrderKind.STEP, 1)

    @Slot()
    def _home(self) -> None:
        self._order(PromptOrderKind.HOME)
