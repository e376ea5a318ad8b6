"""The card of a product: a price that is changed here is changed wherever the script says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from livedesk.domain.product import Product, ProductRole, ProductType
from livedesk.domain.rundown import Show
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_form import Form, UnreadError
from livedesk.ui.workspaces.script.fields_read import count, count_text, price, price_text
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.product_edits import change_product
from livedesk.ui.workspaces.script.words import names

_PRICES = ("live_price", "hand_price", "list_price", "cost")
_COUNTS = ("stock", "limit", "gift_stock")
_LINES = ("selling_points", "do_not_say", "platform_ids", "codes")
_CHOICES: Mapping[str, type[ProductRole] | type[ProductType]] = {"role": ProductRole, "type": ProductType}


class ProductForm(Form):
    """The card of one product."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(context, document)
        self._product: Product | None = None
        self._locked = False
        self.product_id = ""
        self._line("link", self.tr("Link"))
        self._text("name", self.tr("Name"))
        self._text("brand", self.tr("Brand"))
        self._text("spec", self.tr("Spec"))
        self._line("live_price", self.tr("Live price"), self.tr("yuan"))
        self._line("hand_price", self.tr("Hand price"), self.tr("yuan"))
        self._line("list_price", self.tr("List price"), self.tr("yuan"))
        self._line("stock", self.tr("Stock"))
        self._line("limit", self.tr("Limit"), self.tr("pieces a buyer"))
        self._text("gifts", self.tr("Gifts"))
        self._line("gift_stock", self.tr("Gift stock"))
        self._text("offer", self.tr("Offer"))
        self._text("selling_points", self.tr("Selling points"), self.tr("one a line: Shift+Enter"))
        self._text("do_not_say", self.tr("Do not say"), self.tr("one a line: Shift+Enter"))
        self._choice("role", self.tr("Role"), names(ProductRole))
        self._choice("type", self.tr("Sells by"), names(ProductType))
        self._text("combo", self.tr("Combo"))
        self._line("cost", self.tr("Cost"), self.tr("yuan"))
        self._text("platform_ids", self.tr("Platform ids"), self.tr("one a line: Shift+Enter"))
        self._text("codes", self.tr("Merchant codes"), self.tr("one a line: Shift+Enter"))

    def lock(self, locked: bool) -> None:
        """Let everything be read only. The panel asks at every change of the document: mostly it is so already."""
        if locked != self._locked:
            self._locked = locked
            super().lock(locked)

    def put(self, show: Show, product_id: str, *, fresh: bool) -> None:
        """Show the card of a product."""
        product = show.product(product_id)
        fresh = fresh or product_id != self.product_id
        if product is None or (product is self._product and not fresh):
            return
        self.product_id, self._product = product_id, product
        for name, editor in self.editors.items():
            text = _text_of(product, name)
            if fresh:
                editor.reset(text)
            else:
                editor.put(text)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Read a value of the card."""
        show, text = self.read_on, str(value).strip()
        if show is None:
            return
        read: object
        if key in _PRICES:
            read = price(text)
        elif key in _COUNTS:
            read = count(text)
        elif key == "link":
            read = self._link(show, text)
        elif key in _CHOICES:
            read = _CHOICES[key](text) if text else None
        elif key in _LINES:
            read = tuple(line.strip() for line in text.splitlines() if line.strip())
        else:
            read = text
        if key == "name" and not text:
            raise UnreadError(self.tr("A product needs a name."))
        self.do(change_product(show, self.product_id, {key: read}))

    def _link(self, show: Show, text: str) -> int | None:
        link = count(text)
        other = next((one for one in show.products if link is not None and one.link == link), None)
        if other is not None and other.id != self.product_id:
            raise UnreadError(self.tr("Link {0} is {1} already.").format(link, other.name))
        return link

    def _line(self, key: str, caption: str, hint: str = "") -> None:
        self.add(caption, LineEditor(self.family, key, caption, hint=hint, number=True))

    def _choice(self, key: str, caption: str, members: Sequence[tuple[StrEnum, str]]) -> None:
        editor = ChoiceEditor(self.family, key, caption)
        editor.fill([("", fmt.NONE), *((member.value, words) for member, words in members)])
        self.add(caption, editor)

    def _text(self, key: str, caption: str, hint: str = "") -> None:
        single = key not in _LINES
        self.add(caption, TextEditor(self.family, key, caption, hint=hint, single=single))


def _text_of(product: Product, name: str) -> str:
    value = getattr(product, name)
    if name in _PRICES:
        return price_text(value)
    if name in _LINES:
        return "\n".join(value)
    if name in _CHOICES:
        return "" if value is None else str(value.value)
    return count_text(value) if name in _COUNTS or name == "link" else str(value)
