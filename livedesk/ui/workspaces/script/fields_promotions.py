"""The promotions that start with a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot

from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Segment, Show
from livedesk.services.sheets.words import promotion_kind
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox, meant
from livedesk.ui.workspaces.script.fields_form import QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.words import name, promotion_line

_MOVE = "move"


class SegmentPromotions(ListBox):
    """A promotion starts with one segment: of several segments they are only shown."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "promotions",
            self.tr("Promotions"),
            hint=self.tr("+ promotion of the show"),
            ordered=False,
        )
        self._segment = ""

    def put(self, show: Show, segments: Sequence[Segment], *, fresh: bool) -> None:
        """Show what starts with these segments."""
        ids = {segment.id for segment in segments}
        self._segment = segments[0].id if len(segments) == 1 else ""
        self.put_entries(
            tuple(Entry(one.id, promotion_line(one)) for one in show.promotions if one.segment_id in ids),
            "" if self._segment else self.tr("Choose one segment to add a promotion to it."),
        )
        if fresh:
            self.adder.reset("")

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Have a promotion of the show start with this segment, or make a new one."""
        show, text = self.read_on, str(value).strip()
        if show is None or not text or not self._segment:
            return
        chosen = next((answer for answer in answers if answer != _MOVE), "")
        if chosen:
            made = Promotion(new_id(), text, PromotionKind(chosen), self._segment)
            self.do(ChangeShow({"promotions": (*show.promotions, made)}))
            return
        found = self._meant(show, text)
        begins = show.segment(found.segment_id) if found.segment_id not in ("", self._segment) else None
        if begins is not None and _MOVE not in answers:
            words = self.tr("It starts with “{0}” now.").format(begins.title)
            raise QuestionError(words, Answer(_MOVE, self.tr("Start it here instead")))
        self.do(self._placed(show, found.id, self._segment))

    def remove(self, entry_id: str) -> Edit | None:
        """It stays in the show, and starts with no segment."""
        show = self.document.show
        return None if show is None else self._placed(show, entry_id, "")

    @Slot(str)
    def offer(self, key: str) -> None:
        """Every promotion of the show."""
        show = self.document.show
        if show is not None:
            self.adder.offer([promotion.title for promotion in show.promotions], self.context.theme)

    def _meant(self, show: Show, text: str) -> Promotion:
        ids = meant(text, [(promotion.id, promotion.title) for promotion in show.promotions])
        if len(ids) > 1:
            raise UnreadError(self.tr("{0} promotions are called so; write more of the title.").format(len(ids)))
        found = next((one for one in show.promotions if ids and one.id == ids[0]), None)
        if found is not None:
            return found
        guess = promotion_kind("", text)
        kinds = [guess] if guess is not None else list(PromotionKind)
        words = self.tr("The show has no promotion “{0}” yet. Add it as:").format(text)
        raise QuestionError(words, *(Answer(kind.value, name(kind)) for kind in kinds))

    @staticmethod
    def _placed(show: Show, promotion_id: str, segment_id: str) -> Edit:
        placed = tuple(
            replace(one, segment_id=segment_id) if one.id == promotion_id else one for one in show.promotions
        )
        return ChangeShow({"promotions": placed})
