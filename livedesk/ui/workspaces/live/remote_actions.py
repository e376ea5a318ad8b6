"""Commands of the desk that a hand at the desk gives by mouse or in a list, as actions with ids: the palette has them,
and whatever sends keys from afar (a pad, a deck of keys, the control interface)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain import commands as c
from livedesk.domain import item_wishes
from livedesk.domain.console import CueState, console
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.actions import Category
from livedesk.ui.bounce import STEP_BOUNCE_MS
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.off_words import not_on_air, not_open
from livedesk.ui.workspaces.live.view import DeskView

_STEPS = ("arm_next", "arm_previous")


class RemoteActions(QObject):
    """``armed`` carries the segment that a jump is armed on, ``take`` the one that is jumped to."""

    armed = Signal(str)
    take = Signal(str)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: DeskView | None = None
        self._armed = ""
        self._airing: int | None = None
        made: tuple[tuple[str, str, Callable[[], Any]], ...] = (
            ("arm_next", self.tr("Arm a jump one further down"), self._arm_next),
            ("arm_previous", self.tr("Arm a jump one further up"), self._arm_previous),
            ("take_armed", self.tr("Jump to the armed segment"), self._take_armed),
            ("take_again", self.tr("Take the rundown's scene again"), self._take_again),
            ("follow_obs", self.tr("Leave OBS as it is"), self._follow_obs),
            ("put_items", self.tr("Put the items of the scene on air right in OBS"), self._put_items),
            ("leave_items", self.tr("Leave the items of the scene on air as OBS has them"), self._leave_items),
            ("put_card", self.tr("Write the card's texts in OBS again"), self._put_card),
            ("leave_card", self.tr("Leave the card's texts as OBS has them"), self._leave_card),
            ("accept_clock", self.tr("Use the new clock for hard times"), self._accept_clock),
            ("present_next", self.tr("Present the next product of the queue"), self._present_next),
            ("present_previous", self.tr("Present the product before"), self._present_previous),
            ("untick_cue", self.tr("Take the last console tick back"), self._untick),
            ("start_promotion", self.tr("Start the next promotion that waits"), self._start_promotion),
            ("end_promotion", self.tr("End the promotion that runs longest"), self._end_promotion),
            ("clear_message", self.tr("Take the newest message off the host's screen"), self._clear_message),
        )
        self._ids = tuple(action_id for action_id, _, _ in made)
        for action_id, text, slot in made:
            bounce_ms = STEP_BOUNCE_MS if action_id in _STEPS else None
            context.actions.add(action_id, text, slot, category=Category.DESK, bounce_ms=bounce_ms)
        for action_id, text, slot in (
            ("resume", self.tr("Go on with the interrupted show"), self._resume),
            ("retry_obs", self.tr("Try to connect to OBS now"), self._retry_obs),
            ("free_obs", self.tr("Free OBS, stuck in a transition"), self._free_obs),
        ):
            context.actions.add(action_id, text, slot, category=Category.DESK)
        self.on_obs(ObsStatus())
        self.show_view(None)

    def on_obs(self, status: ObsStatus) -> None:
        """What helps an OBS that is not there, or stuck, needs no show."""
        actions = self._context.actions
        actions["retry_obs"].allow(status.link is not LinkState.READY, self.tr("OBS is connected"))
        actions["free_obs"].allow(status.stuck, self.tr("OBS is not stuck"))

    def show_view(self, view: DeskView | None) -> None:
        """Allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        actions = self._context.actions
        waits = view is not None and view.resuming
        actions["resume"].allow(waits, self.tr("No show was interrupted"))
        if view is None or view.resuming:
            why = not_open(view)
            for action_id in self._ids:
                actions[action_id].allow(False, why)
            return
        run, off = view.run, not_on_air(view)
        if run.current != self._airing:
            # A jump was armed for the moment before: another take, whoever's, disarms it.
            self._airing = run.current
            self.armed.emit("")
        known = view.obs.link is LinkState.READY and bool(view.obs.program)
        differs = known and bool(run.scene) and view.obs.left != run.scene
        unmet = known and view.obs.left == run.scene and bool(item_wishes.unmet(run.items, view.obs.items))
        typed = bool(run.card_unsettled(view.obs.card))
        at, count = self._product_at(view), len(view.show.products)
        allowed = {
            "arm_next": (True, ""),
            "arm_previous": (True, ""),
            "take_armed": (bool(self._armed), self.tr("Nothing is armed")),
            "take_again": (bool(run.scene), self.tr("The rundown asks for no scene")),
            "follow_obs": (differs, self.tr("OBS shows what the rundown wants")),
            "put_items": (unmet, self.tr("OBS shows and hides what the segment wants")),
            "leave_items": (unmet, self.tr("OBS shows and hides what the segment wants")),
            "put_card": (typed, self.tr("The card in OBS says what the rundown says")),
            "leave_card": (typed, self.tr("The card in OBS says what the rundown says")),
            "accept_clock": (bool(run.clock_step_ms), self.tr("The clock of this computer did not move")),
            "present_next": (at + 1 < count, self.tr("No product follows in the queue")),
            "present_previous": (at > 0, self.tr("No product stands before it in the queue")),
            "untick_cue": (bool(run.cues_done), self.tr("Nothing is ticked yet")),
            "start_promotion": (self._waiting(view) is not None, self.tr("No promotion waits")),
            "end_promotion": (bool(run.promotions), self.tr("No promotion runs")),
            "clear_message": (bool(run.messages), self.tr("No message stands on the host's screen")),
        }
        for action_id, (can, why) in allowed.items():
            actions[action_id].allow(not off and can, off or why)

    @Slot(str)
    def set_armed(self, segment_id: str) -> None:
        """The rundown armed a jump, or let it be."""
        self._armed = segment_id
        if self._view is not None:
            self.show_view(self._view)

    def _send(self, command: c.Command) -> None:
        self._context.dispatch(command)

    def _arm(self, step: int) -> None:
        view = self._view
        if view is None or not view.show.segments:
            return
        ids = [item.id for item in view.show.segments]
        if self._armed in ids:
            at = ids.index(self._armed) + step
        else:
            current = view.table.current if view.table.current is not None else -1
            at = view.table.next if step > 0 and view.table.next is not None else current + step
        self.armed.emit(ids[max(0, min(at, len(ids) - 1))])

    @Slot()
    def _arm_next(self) -> None:
        self._arm(1)

    @Slot()
    def _arm_previous(self) -> None:
        self._arm(-1)

    @Slot()
    def _take_armed(self) -> None:
        armed = self._armed
        if armed:
            self.armed.emit("")
            self.take.emit(armed)

    @Slot()
    def _take_again(self) -> None:
        self._send(c.TakeAgain())

    @Slot()
    def _follow_obs(self) -> None:
        if self._view is not None:
            self._send(c.FollowObs(self._view.obs.left))

    @Slot()
    def _put_items(self) -> None:
        self._send(c.PutItems())

    @Slot()
    def _leave_items(self) -> None:
        self._send(c.LeaveItems())

    @Slot()
    def _put_card(self) -> None:
        if self._view is not None:
            self._send(c.PutCard(self._view.run.card_unsettled(self._view.obs.card)))

    @Slot()
    def _leave_card(self) -> None:
        if self._view is not None:
            self._send(c.LeaveCard(self._view.run.card_unsettled(self._view.obs.card)))

    @Slot()
    def _resume(self) -> None:
        self._send(c.Resume())

    @Slot()
    def _retry_obs(self) -> None:
        self._context.services.retry_obs()

    @Slot()
    def _free_obs(self) -> None:
        self._context.services.free_obs()

    @Slot()
    def _accept_clock(self) -> None:
        self._send(c.AcceptClock())

    @staticmethod
    def _product_at(view: DeskView) -> int:
        """The place of the product on air in the queue; -1 for none."""
        on_air = view.run.product.id if view.run.product is not None else ""
        return next((at for at, item in enumerate(view.show.products) if item.id == on_air), -1)

    def _present(self, step: int) -> None:
        view = self._view
        if view is not None:
            at = self._product_at(view) + step
            if 0 <= at < len(view.show.products):
                self._send(c.PresentProduct(view.show.products[at].id))

    @Slot()
    def _present_next(self) -> None:
        self._present(1)

    @Slot()
    def _present_previous(self) -> None:
        self._present(-1)

    @Slot()
    def _untick(self) -> None:
        view = self._view
        if view is None:
            return
        done = [item for item in console(view.show, view.run, view.table) if item.state is CueState.DONE]
        last = max(done, key=lambda item: item.tick.at_ms if item.tick is not None else 0, default=None)
        if last is not None:
            self._send(c.TickCue(last.cue.id, False))

    @staticmethod
    def _waiting(view: DeskView) -> str | None:
        running = {item.promotion_id for item in view.run.promotions} | view.ended_promotions
        return next((item.id for item in view.show.promotions if item.id not in running), None)

    @Slot()
    def _start_promotion(self) -> None:
        waiting = self._waiting(self._view) if self._view is not None else None
        if waiting is not None:
            self._send(c.StartPromotion(waiting))

    @Slot()
    def _end_promotion(self) -> None:
        if self._view is not None and self._view.run.promotions:
            self._send(c.EndPromotion(self._view.run.promotions[0].promotion_id))

    @Slot()
    def _clear_message(self) -> None:
        if self._view is not None and self._view.run.messages:
            self._send(c.ClearMessage(self._view.run.messages[-1].message_id))
