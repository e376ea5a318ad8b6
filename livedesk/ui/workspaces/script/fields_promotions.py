"""The promotions that start with the chosen segments."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel

from livedesk.domain.edits import Edit
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Segment, Show
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.services.sheets.words import promotion_kind
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import label
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import meant
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_edits import (
    change_promotions,
    new_promotions,
    promotion_content,
    start_promotion,
    stop_promotions,
)
from livedesk.ui.workspaces.script.fields_form import QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_read import count, count_text, optional_duration, price, price_text
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.fields_shared import Lists
from livedesk.ui.workspaces.script.fields_shared_box import SharedBox, Sort
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.words import name, names, product_line, promotion_line

_MOVE, _COPY = "move", "copy"
_TITLE, _KIND, _LENGTH = "promotion.title", "promotion.kind", "promotion.duration_ms"
_PRICE, _CAP, _PRODUCT = "promotion.price", "promotion.cap", "promotion.product_id"


def _by_segment(show: Show, segment_ids: Sequence[str]) -> Lists[Promotion]:
    made: dict[str, list[Promotion]] = {one: [] for one in segment_ids}
    for one in show.promotions:
        if one.segment_id in made:
            made[one.segment_id].append(one)
    return made


FIELDS_OF_PROMOTIONS: Mapping[str, Callable[[Promotion], object]] = {
    _TITLE: lambda one: one.title,
    _KIND: lambda one: one.kind.value,
    _LENGTH: lambda one: "" if one.duration_ms is None else fmt.duration(one.duration_ms),
    _PRICE: lambda one: price_text(one.price),
    _CAP: lambda one: count_text(one.cap),
    _PRODUCT: lambda one: one.product_id,
}
"""What stands in each field of an open promotion."""
_PROMOTIONS = Sort(promotion_content, promotion_line, _by_segment, FIELDS_OF_PROMOTIONS)


class SegmentPromotions(SharedBox[Promotion]):
    """A promotion starts with one segment: several have one each, alike but for their ids."""

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        sort: Sort[Promotion] = _PROMOTIONS,
        hint: str = "",
    ) -> None:
        super().__init__(
            context,
            document,
            "promotions",
            self.tr("Promotions"),
            sort,
            hint=hint or self.tr("+ promotion of the show"),
            several=self.tr("+ promotion for each"),
            ordered=False,
        )
        self._running: frozenset[str] = frozenset()
        kind = ChoiceEditor(self.family, _KIND, self.tr("What kind of promotion"))
        kind.fill([(member.value, words) for member, words in names(PromotionKind)])
        length = LineEditor(self.family, _LENGTH, self.tr("How long it runs"), hint=self.tr("to end"), number=True)
        length.setMaximumWidth(74)
        money = LineEditor(self.family, _PRICE, self.tr("Its price in yuan"), hint=fmt.NONE, number=True)
        cap = LineEditor(self.family, _CAP, self.tr("How many there are"), hint=fmt.NONE, number=True)
        self._product = ChoiceEditor(self.family, _PRODUCT, self.tr("The product it is for"))
        self.detail(TextEditor(self.family, _TITLE, self.tr("Title of the promotion"), single=True))
        self.detail(kind, length)
        self.detail(self._sign("¥"), money, self._sign("×"), cap)
        self.detail(self._product)

    def put(self, show: Show, segments: Sequence[Segment], *, fresh: bool) -> None:
        """Show what starts with every one of these segments."""
        self.put_lists(_by_segment(show, [one.id for one in segments]), fresh=fresh)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Have a promotion of the show start with the segments, make a new one, or change the open one."""
        show, text = self.read_on, str(value).strip()
        if show is None or not self.ids:
            return
        if key != self.adder.key:
            if self.opened is not None:
                self.do(change_promotions(show, set(self.opened.ids.values()), self._changed(key, text)))
        elif text:
            self.do(self._added(show, text, answers))

    @Slot(str)
    def offer(self, key: str) -> None:
        """Every promotion of the show."""
        show = self.document.show
        if show is not None and key == self.adder.key:
            titles = dict.fromkeys(promotion.title for promotion in show.promotions)
            self.adder.offer(list(titles), self.context.theme)

    def remove(self, entry_id: str) -> Edit | None:
        """It stays in the show, once, and starts with no segment."""
        show, found = self.document.show, self.found(entry_id)
        if show is None or found is None:
            return None
        return stop_promotions(show, set(found.ids.values()), self._running)

    def prepare(self) -> None:
        """Every product of the show."""
        show = self.document.show
        if show is not None:
            products = [(product.id, product_line(product)) for product in show.products]
            self._product.fill([("", self.tr("no product")), *products])

    def on_session(self, snapshot: SessionSnapshot) -> None:
        """What runs now."""
        self._running = frozenset(one.promotion_id for one in snapshot.state.run.promotions)

    def _added(self, show: Show, text: str, answers: tuple[str, ...]) -> Edit | None:
        kind = next((answer for answer in answers if answer not in (_MOVE, _COPY)), "")
        if kind:
            return new_promotions(show, self.ids, Promotion("", text, PromotionKind(kind)), new_id)
        found = self._meant(show, text)
        content = promotion_content(found)
        there, chosen = {one.id: one for one in show.segments}, set(self.ids)
        begins = [there.get(one.segment_id) for one in show.promotions if promotion_content(one) == content]
        away = [one for one in begins if one is not None and one.id not in chosen]
        if len(away) == len(begins) and not answers:
            both = (
                Answer(_MOVE, self.tr("Start it here instead")),
                Answer(_COPY, self.tr("Start one like it here too")),
            )
            # Several need new ones anyway: taking it from there is then no more than an offer.
            offered = both if len(self.ids) == 1 else both[::-1]
            raise QuestionError(self.tr("It starts with “{0}” now.").format(away[0].title), *offered)
        edit = start_promotion(show, self.ids, found, new_id, move=_MOVE in answers)
        if edit is None:
            raise UnreadError(self.tr("Every chosen segment has it already."))
        return edit

    def _meant(self, show: Show, text: str) -> Promotion:
        """The promotion of the show that a text means; of those that are alike the first."""
        every: dict[Hashable, Promotion] = {}
        for one in show.promotions:
            every.setdefault(promotion_content(one), one)
        ids = meant(text, [(one.id, one.title) for one in every.values()])
        if len(ids) > 1:
            raise UnreadError(self.tr("{0} promotions are called so; write more of the title.").format(len(ids)))
        found = next((one for one in show.promotions if ids and one.id == ids[0]), None)
        if found is not None:
            return found
        guess = promotion_kind("", text)
        kinds = [guess] if guess is not None else list(PromotionKind)
        words = self.tr("The show has no promotion “{0}” yet. Add it as:").format(text)
        raise QuestionError(words, *(Answer(kind.value, name(kind)) for kind in kinds))

    def _changed(self, key: str, text: str) -> dict[str, object]:
        if key == _TITLE and not text:
            raise UnreadError(self.tr("A promotion needs a title; Delete in the list takes it off the segment."))
        read: object = text
        match key:
            case "promotion.kind":
                read = PromotionKind(text)
            case "promotion.duration_ms":
                read = optional_duration(text)
            case "promotion.price":
                read = price(text)
            case "promotion.cap":
                read = count(text)
        return {key.partition(".")[2]: read}

    def _sign(self, sign: str) -> QLabel:
        return label(self.family, sign, size=LABEL, tone="dim")
