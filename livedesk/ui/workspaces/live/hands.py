"""What the panels of the page ask for, as commands of the session: one slot for each, for panels in any layout."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from livedesk.domain import commands as c
from livedesk.domain.console import CueState, console
from livedesk.domain.events import MessageKind
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.models.console import cue_rows
from livedesk.ui.workspaces.live.view import DeskView


class Hands(QObject):
    """Sends; holds nothing."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    @Slot(str)
    def jump(self, segment_id: str) -> None:
        """Take a segment wherever it stands."""
        self._context.dispatch(c.Jump(segment_id))

    @Slot(str)
    def call_standby(self, standby_id: str) -> None:
        """Put a standby plan on air, once however its button bounces: called again it is taken again."""
        if self._context.actions.bounces.again(standby_id, among="plans"):
            return
        self._context.dispatch(c.CallStandby(standby_id))

    @Slot()
    def end_standby(self) -> None:
        """Go on with what the plan paused."""
        if self._context.actions.bounces.again("end_standby"):
            return
        self._context.dispatch(c.EndStandby())

    @Slot(str, str)
    def override(self, who: str, why: str) -> None:
        """Go live all the same."""
        self._context.dispatch(c.GoLive(who, why))

    @Slot(str)
    def present(self, product_id: str) -> None:
        """Present a product."""
        self._context.dispatch(c.PresentProduct(product_id))

    @Slot(str, bool)
    def tick_cue(self, cue_id: str, done: bool) -> None:
        """Tick a console cue, or take its tick back."""
        self._context.dispatch(c.TickCue(cue_id, done))

    @Slot()
    def ticked_already(self) -> None:
        """Enter was pressed on a cue that is done: a key pressed once too often takes no tick back."""
        why = self.tr("this cue is done already; its box or Shift+Enter makes it not done")
        self._context.actions.refused.emit("untick_cue", why)

    def tick_first(self, view: DeskView) -> None:
        """Tick the most urgent cue that is late or due, whatever layout is in front; where none is, say so: a key
        pressed once too often ticks nothing that is still to be done."""
        rows = cue_rows(console(view.show, view.run, view.table), view.asking, view.table.now)
        open_rows = [row for row in rows if row.due.state is not CueState.DONE]
        pressing = (CueState.LATE, CueState.DUE)
        first = next((row for row in open_rows if row.due.state in pressing), None)
        if first is not None:
            self.tick_cue(first.key, True)
            return
        if open_rows:
            coming = open_rows[0].due
            why = self.tr("nothing is due yet; the next, “{what}”, at {when}. Its box ticks it now.")
            why = why.format(what=coming.cue.text, when=fmt.clock(coming.due, view.show.zone))
        else:
            why = self.tr("every cue is ticked") if rows else self.tr("no console cue is to be done")
        self._context.actions.refused.emit("tick_cue", why)

    @Slot(str, bool)
    def switch_promotion(self, promotion_id: str, on: bool) -> None:
        """Start a promotion by hand, or end it."""
        self._context.dispatch(c.StartPromotion(promotion_id) if on else c.EndPromotion(promotion_id))

    @Slot(object, str)
    def say_to_host(self, kind: MessageKind, text: str) -> None:
        """Put a message on the host's screen."""
        self._context.dispatch(c.SendMessage(kind, text))

    @Slot(int)
    def clear_message(self, message_id: int) -> None:
        """Take a message off the host's screen."""
        self._context.dispatch(c.ClearMessage(message_id))
