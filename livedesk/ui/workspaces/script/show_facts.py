"""The show's own facts: title, times, people, and the lists of its groups, standby plans, products and promotions."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import Slot

from livedesk.domain.clock import WallTime, wall_to_ms
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.rundown import Show
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.reading import moment_text, time_text
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_form import Form, QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_offers import people
from livedesk.ui.workspaces.script.fields_read import moment, refuse_missing, wall
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.product_lists import ShowProducts
from livedesk.ui.workspaces.script.show_facts_edits import fixed_times, move_start, moved_edit
from livedesk.ui.workspaces.script.show_facts_lists import ShowGroups, ShowStandbys
from livedesk.ui.workspaces.script.show_facts_promotions import ShowPromotions
from livedesk.ui.workspaces.script.words import field_name, wall_text

ALONG, ALONE = "along", "alone"
_FACTS = ("title", "planned_start", "hard_end", "zone", "host", "platform", "room")
_STARTING = ("promotions", "segments", "products")
"""What the list of promotions is told by."""


class ShowFacts(Form):
    """``products.chosen`` tells that the card of a product is to be edited."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(context, document)
        self._show: Show | None = None
        self.add(field_name("title"), TextEditor(self.family, "title", field_name("title"), single=True))
        for key in _FACTS[1:]:
            number = key in ("planned_start", "hard_end")
            self.add(field_name(key), LineEditor(self.family, key, field_name(key), hint=fmt.NONE, number=number))
        self.groups = ShowGroups(context, document)
        self.standbys = ShowStandbys(context, document)
        self.products = ShowProducts(context, document)
        self.promotions = ShowPromotions(context, document)
        self.add_inner(self.groups, field_name("groups"))
        self.add_inner(self.standbys, field_name("standbys"))
        self.add_inner(self.products, field_name("products"))
        self.add_inner(self.promotions, field_name("promotions"))

    def put(self, show: Show, *, fresh: bool) -> None:
        """Show the facts."""
        before, self._show = self._show, show
        fresh = fresh or before is None
        if fresh or before is None or any(getattr(show, key) != getattr(before, key) for key in _FACTS):
            self._put_facts(show, fresh)
        if fresh or before is None or show.groups is not before.groups:
            self.groups.put(show, fresh=fresh)
        if fresh or before is None or show.standbys is not before.standbys:
            self.standbys.put(show, fresh=fresh)
        if fresh or before is None or show.products is not before.products:
            self.products.put(show, fresh=fresh)
        if fresh or before is None or any(getattr(show, key) is not getattr(before, key) for key in _STARTING):
            self.promotions.put_show(show, fresh=fresh)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Read a fact."""
        show, text = self.read_on, str(value).strip()
        if show is None:
            return
        match key:
            case "title":
                if not text:
                    raise UnreadError(self.tr("A show needs a title."))
                self.do(ChangeShow({key: text}))
            case "planned_start":
                start = moment(text, show.planned_start.local, show.zone, answers)
                self.do(self._start(show, start, answers))
            case "hard_end":
                self.do(ChangeShow({key: self._end(show, wall(text, show, answers))}))
            case "zone":
                self.do(ChangeShow({key: self._zone(show, text)}))
            case _:
                self.do(ChangeShow({key: text}))

    @Slot(str)
    def offer(self, key: str) -> None:
        """People of the show, zones of the world."""
        editor, show = self.editors[key], self.document.show
        if show is None or not isinstance(editor, LineEditor):
            return
        if key == "host":
            editor.offer(people(show), self.context.theme)
        elif key == "zone":
            editor.offer(sorted(available_timezones()), self.context.theme)

    def _put_facts(self, show: Show, fresh: bool) -> None:
        start = show.planned_start.local
        for key in _FACTS:
            text = str(getattr(show, key))
            if key == "planned_start":
                text = moment_text(start)
            elif key == "hard_end":
                text = "" if show.hard_end is None else time_text(show.hard_end.local, start)
            if fresh:
                self.rows[key].say("", "")
                self.editors[key].reset(text)
            else:
                self.editors[key].put(text)
        for key, at in (("planned_start", show.planned_start), ("hard_end", show.hard_end)):
            told = wall_text(show, at)
            self.rows[key].note(told.partition(" · ")[2])

    def _start(self, show: Show, start: WallTime, answers: tuple[str, ...]) -> Edit | None:
        """The start moves; whether fixed times move with it is asked for."""
        if start == show.planned_start:
            return None
        fixed = fixed_times(show)
        if fixed and ALONG not in answers and ALONE not in answers:
            distance = start.local - show.planned_start.local
            minutes = round(distance.total_seconds() / 60)
            sign = "+" if minutes > 0 else fmt.MINUS
            apart = f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"
            raise QuestionError(
                self.tr("The start moves by {0}. The show has {1} fixed times.").format(apart, len(fixed)),
                Answer(ALONG, self.tr("Move them along")),
                Answer(ALONE, self.tr("Leave them where they are")),
            )
        if ALONG not in answers:
            return ChangeShow({"planned_start": start})
        moved = move_start(show, start)
        refuse_missing(fixed_times(moved), show.zone)
        return moved_edit(show, moved)

    def _end(self, show: Show, end: WallTime | None) -> WallTime | None:
        if end is not None and wall_to_ms(end, show.zone) <= wall_to_ms(show.planned_start, show.zone):
            raise UnreadError(self.tr("The show would end before it starts. Write another time, with its day."))
        return end

    def _zone(self, show: Show, text: str) -> str:
        if text not in available_timezones():
            raise UnreadError(self.tr("There is no such time zone. Write one as Asia/Shanghai."))
        refuse_missing((show.planned_start, *fixed_times(replace(show, zone=text))), text)
        return text
