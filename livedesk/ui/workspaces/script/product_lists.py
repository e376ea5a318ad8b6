"""The products of segments, and all products of the show, as lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from livedesk.domain import editing
from livedesk.domain.edits import Edit
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, Show
from livedesk.services.sheets.cues import link_number
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox, meant, stepped
from livedesk.ui.workspaces.script.fields_form import QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_read import agreed
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.product_edits import (
    add_product,
    move_product,
    new_product,
    present,
    remove_product,
)
from livedesk.ui.workspaces.script.words import product_line

_ADD = "add"


class SegmentProducts(ListBox):
    """In the order in which they are presented; the first goes on air with the segment. ``chosen(id)`` tells that
    the card of one is to be edited."""

    chosen = Signal(str)

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "product_ids",
            self.tr("Products"),
            hint=self.tr("+ name or link number"),
            opens=self.tr("Edit the card"),
        )
        self._ids: tuple[str, ...] = ()
        self._products: tuple[str, ...] = ()
        self._mixed = False

    def put(self, show: Show, segments: Sequence[Segment], *, fresh: bool) -> None:
        """Show the products of segments; those of several only where they agree."""
        self._ids = tuple(segment.id for segment in segments)
        self._products, self._mixed = agreed(segments, _products, tuple[str, ...]())
        known = {product.id: product for product in show.products} if self._products else {}
        self.put_entries(tuple(self._entry(one, known.get(one)) for one in self._products))
        self.adder.held.hint = (
            self.tr("mixed · + adds to all") if self._mixed else self.tr("+ name or link number")
        )
        if fresh:
            self.adder.reset("")
        else:
            self.adder.put("")

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Put a product onto the segments: by its link's number, by its name or a part of it."""
        show, text = self.read_on, str(value).strip()
        if show is None or not text:
            return
        if _ADD in answers:
            self.do(add_product(show, new_product(show, text, new_id), self._ids))
            return
        product = self._meant(show, text)
        self.do(present(show, self._ids, product.id))

    def remove(self, entry_id: str) -> Edit | None:
        """Off these segments."""
        return self._set(tuple(one for one in self._products if one != entry_id))

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """A step in the order of these segments."""
        items = tuple(Product(one, "") for one in self._products)
        return self._set(tuple(one.id for one in stepped(items, entry_id, step)))

    def open(self, entry_id: str) -> None:
        """Edit its card."""
        self.chosen.emit(entry_id)

    @Slot(str)
    def offer(self, key: str) -> None:
        """Every product of the show."""
        show = self.document.show
        if show is not None:
            self.adder.offer([product_line(product) for product in show.products], self.context.theme)

    def _set(self, products: tuple[str, ...]) -> Edit | None:
        show = self.document.show
        return None if show is None else editing.set_field(show, self._ids, "product_ids", products)

    def _meant(self, show: Show, text: str) -> Product:
        link, rest = link_number(text)
        if link is not None and not rest:
            found = next((product for product in show.products if product.link == link), None)
            if found is None:
                raise UnreadError(self.tr("No product has the link {0}. Type its name to add it.").format(link))
            return found
        named = [(product.id, product.name) for product in show.products]
        lines = [(product.id, product_line(product)) for product in show.products]
        ids = meant(text, lines)[:1] if any(line == text for _, line in lines) else meant(text, named)
        if len(ids) > 1:
            raise UnreadError(self.tr("{0} products are called so; write more of the name.").format(len(ids)))
        product = show.product(ids[0]) if ids else None
        if product is None:
            raise QuestionError(
                self.tr("The show has no product “{0}” yet.").format(text),
                Answer(_ADD, self.tr("Add it to the show")),
            )
        return product

    def _entry(self, product_id: str, product: Product | None) -> Entry:
        if product is None:
            return Entry(product_id, "▲ " + self.tr("is no longer in the show"), "warn")
        price = "" if product.live_price is None else f" · {fmt.money(product.live_price)}"
        return Entry(product_id, product_line(product) + price)


class ShowProducts(ListBox):
    """The queue of the show. ``chosen(id)`` tells that one is to be edited."""

    chosen = Signal(str)

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "products",
            self.tr("Products"),
            hint=self.tr("+ new product"),
            opens=self.tr("Edit the card"),
        )

    def put(self, show: Show, *, fresh: bool) -> None:
        """Show the queue."""
        self.put_entries(tuple(Entry(product.id, product_line(product)) for product in show.products))
        if fresh:
            self.adder.reset("")

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add a product of this name."""
        show, name = self.read_on, str(value).strip()
        if show is None or not name:
            return
        if any(product.name == name for product in show.products):
            raise UnreadError(self.tr("The show has this product already."))
        product = new_product(show, name, new_id)
        self.do(add_product(show, product))
        self.list.stand(product.id)

    def remove(self, entry_id: str) -> Edit | None:
        """Out of the show."""
        show = self.document.show
        return None if show is None else remove_product(show, entry_id)

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """A step in the queue."""
        show = self.document.show
        return None if show is None else move_product(show, entry_id, step)

    def open(self, entry_id: str) -> None:
        """Edit its card."""
        self.chosen.emit(entry_id)


def _products(segment: Segment) -> tuple[str, ...]:
    return segment.product_ids
