"""All promotions of the show, with the segment that each starts with."""

from __future__ import annotations

from PySide6.QtCore import Slot

from livedesk.domain.edits import Edit
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Show
from livedesk.services.sheets.words import promotion_kind
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import meant
from livedesk.ui.workspaces.script.fields_edits import new_promotions
from livedesk.ui.workspaces.script.fields_form import QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_promotions import FIELDS_OF_PROMOTIONS, SegmentPromotions
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.fields_shared import Shared
from livedesk.ui.workspaces.script.fields_shared_box import Sort
from livedesk.ui.workspaces.script.fields_text import LineEditor
from livedesk.ui.workspaces.script.show_facts_edits import remove_promotion
from livedesk.ui.workspaces.script.words import name, promotion_line

_SEGMENT = "promotion.segment_id"
_WHOLE = ""
"""Stands for the show where the lists of segments go by the segment's id."""


class ShowPromotions(SegmentPromotions):
    """Enter on a promotion opens its fields, the segment that it starts with too; Delete takes it out of the show."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        starts: dict[str, str] = {}
        every: Sort[Promotion] = Sort(
            lambda one: one.id,
            promotion_line,
            lambda show, _ids: {_WHOLE: show.promotions},
            {**FIELDS_OF_PROMOTIONS, _SEGMENT: lambda one: starts.get(one.segment_id, "")},
        )
        super().__init__(context, document, every, hint=self.tr("+ new promotion"))
        self._starts = starts
        self._segment = LineEditor(
            self.family,
            _SEGMENT,
            self.tr("The segment that it starts with"),
            hint=self.tr("starts with no segment"),
        )
        self.detail(self._segment)

    def put_show(self, show: Show, *, fresh: bool) -> None:
        """Show every promotion."""
        wanted = {one.segment_id for one in show.promotions}
        starts = {one: line for one, line in _lines(show) if one in wanted}
        moved = starts != self._starts
        self._starts.clear()
        self._starts.update(starts)
        self.put_lists({_WHOLE: show.promotions}, fresh=fresh)
        if moved:
            self._look()

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add a promotion, or change the open one."""
        before = self.document.show
        super().take(key, value, answers)
        show = self.document.show
        if key == self.adder.key and show is not None and show is not before:
            self.list.stand(show.promotions[-1].id)

    @Slot(str)
    def offer(self, key: str) -> None:
        """The segments that a promotion can start with."""
        show = self.document.show
        if show is not None and key == _SEGMENT:
            self._segment.offer([line for _, line in _lines(show)], self.context.theme)

    def remove(self, entry_id: str) -> Edit | None:
        """Out of the show; one that runs is ended first."""
        show = self.document.show
        if entry_id in self._running:
            self.add_row.say(self.tr("It runs now: end it on the page Live first."), "warn")
            return None
        return None if show is None else remove_promotion(show, entry_id)

    def mend(self, promotion_id: str) -> None:
        """Have the segment that a promotion starts with chosen."""
        self.list.stand(promotion_id)
        if self.list.current == promotion_id:
            self.open(promotion_id)
            self._segment.setFocus()
        else:
            self.list.setFocus()

    def _added(self, show: Show, text: str, answers: tuple[str, ...]) -> Edit | None:
        guess = promotion_kind("", text)
        kind = PromotionKind(answers[-1]) if answers else guess
        if kind is None:
            words = self.tr("What kind of promotion is “{0}”?").format(text)
            raise QuestionError(words, *(Answer(one.value, name(one)) for one in PromotionKind))
        return new_promotions(show, self.ids, Promotion("", text, kind), new_id)

    def _changed(self, key: str, text: str) -> dict[str, object]:
        if key != _SEGMENT:
            return super()._changed(key, text)
        show = self.read_on
        return {"segment_id": self._meant_segment(show, text) if show is not None and text else ""}

    def _meant_segment(self, show: Show, text: str) -> str:
        lines = _lines(show)
        by_number = [one for (one, line) in lines if line.partition(" ")[0] == text]
        ids = tuple(by_number) or meant(text, lines)
        if not ids:
            raise UnreadError(self.tr("No segment is called so: write its number, or a part of its title."))
        if len(ids) > 1:
            raise UnreadError(self.tr("{0} segments are called so; write the number.").format(len(ids)))
        return ids[0]

    def _entry(self, one: Shared[Promotion]) -> Entry:
        entry = super()._entry(one)
        line = self._starts.get(one.things[0].segment_id, "")
        if line:
            return Entry(entry.id, f"{entry.text} · {line}")
        return Entry(entry.id, f"▲ {entry.text} · " + self.tr("starts with no segment"), "next")


def _lines(show: Show) -> list[tuple[str, str]]:
    """The segments that go on air: id, and number with title."""
    numbers = shown_numbers(show.segments)
    return [
        (one.id, f"{number} {one.title}")
        for one, number in zip(show.segments, numbers, strict=True)
        if not one.skipped
    ]
