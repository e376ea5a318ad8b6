"""Products: the product sheet, and the products that the rundown names."""

from __future__ import annotations

import re
from dataclasses import replace

from livedesk.domain.money import format_yuan
from livedesk.domain.product import Product, ProductRole, ProductType
from livedesk.services.importers.grid import Row
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.cues import link_number
from livedesk.services.sheets.lists import IDS, POINTS, WORDS, split_list
from livedesk.services.sheets.names import ProductIndex
from livedesk.services.sheets.values import (
    Value,
    line_of,
    nothing,
    parse_count,
    parse_limit,
    parse_price,
    text_of,
)
from livedesk.services.sheets.words import ROLES, TYPES, exact

_EXACT_DIGITS = 15


class Catalogue(ProductIndex):
    """The products of a show while its sheets are read."""

    def __init__(self) -> None:
        super().__init__()
        self.images: dict[str, str] = {}
        self.rows: dict[int, str] = {}
        self.has_sheet = False
        self._made: dict[str, int] = {}

    def find(self, table: Table, row: int, text: str) -> tuple[Product, bool]:
        """The product that the rundown names, made from the name where no sheet lists it; and whether it was
        made. A link number that a product sheet does not have is an error."""
        if (product := self.known(text)) is not None:
            return product, False
        link, rest = link_number(text)
        if link is not None and not rest and self.has_sheet:
            table.error(row, "product", "sheet.link_unknown", link=link)
        elif self.has_sheet:
            table.warn(row, "product", "sheet.product_new", name=text)
        name = rest or text
        if link is not None and not rest:
            name = f"{link}号链接"
        made = self.add(Product(id="", name=" ".join(name.split()), link=link))
        if not self.has_sheet:
            self._made[made.id] = row
        return made, True

    def say_bare(self, table: Table) -> None:
        """Warn, row by row, of products that were made of their names and of which no row says a price."""
        bare: dict[int, list[str]] = {}
        for product in self.products:
            if product.id in self._made and product.live_price is None and product.list_price is None:
                bare.setdefault(self._made[product.id], []).append(product.name)
        for row, names in bare.items():
            table.warn(row, "product", "sheet.product_bare", names="、".join(names))

    def read(self, table: Table) -> None:
        """Read a product sheet."""
        self.has_sheet = True
        table.check_header()
        for row in table.grid.rows:
            if row.number <= table.columns.row or table.skip_hidden(row):
                continue
            table.check_cells(row)
            name = table.line(row, "name", own=True)
            if not name:
                if table.line(row, "link", own=True) and len(row.own()) > 1:
                    table.error(row.number, "name", "sheet.product_no_name")
                else:
                    table.ignored(row, "no_name")
                continue
            self._read_row(table, row, name)

    def _read_row(self, table: Table, row: Row, name: str) -> None:
        link = table.read(row, "link", _parse_link)
        if link is not None and (first := self.linked(link)) is not None:
            table.warn(row.number, "link", "sheet.link_twice", link=link, name=first.name)
        role, kind, combo = _labels(
            table.line(row, "role"), table.line(row, "type"), table.said_line(row, "combo")
        )
        for field in ("platform_id", "code"):
            value = table.value(row, field)
            if isinstance(value, (int, float)) and abs(value) >= 10**_EXACT_DIGITS:
                table.warn(row.number, field, "sheet.id_rounded", value=text_of(value))
        product = self.add(
            Product(
                id="",
                name=name,
                link=link,
                brand=table.said(row, "brand"),
                spec=table.said(row, "spec"),
                role=role,
                type=kind,
                combo=combo,
                list_price=table.read(row, "list_price", parse_price),
                live_price=table.read(row, "live_price", parse_price),
                hand_price=table.read(row, "hand_price", parse_price),
                cost=table.read(row, "cost", parse_price),
                offer=table.said(row, "offer"),
                gifts=table.said(row, "gifts"),
                stock=table.read(row, "stock", parse_count),
                limit=table.read(row, "limit", parse_limit),
                selling_points=split_list(table.said(row, "points"), POINTS),
                do_not_say=split_list(table.said(row, "forbidden"), WORDS),
                platform_ids=split_list(table.said(row, "platform_id"), IDS),
                codes=split_list(table.said(row, "code"), WORDS),
                gift_stock=table.read(row, "gift_stock", parse_count),
            )
        )
        self.rows[row.number] = product.id
        if image := table.said(row, "image"):
            self.images[product.id] = image
        fields = (
            ("link", str(link or "")),
            ("name", product.name),
            ("spec", product.spec),
            ("role", table.line(row, "role")),
            ("live_price", "" if product.live_price is None else format_yuan(product.live_price)),
            ("stock", "" if product.stock is None else str(product.stock)),
            ("image", self.images.get(product.id, "")),
        )
        table.understood(row.number, RowKind.PRODUCT, fields)

    def set_image(self, product_id: str, name: str) -> None:
        """Give a product the name of its picture."""
        at = next(at for at, product in enumerate(self.products) if product.id == product_id)
        self.products[at] = replace(self.products[at], image=name)


def _parse_link(value: Value) -> int | None:
    link, rest = link_number(line_of(value))
    return link if not rest else parse_count(value)


def _labels(role: str, kind: str, combo: str) -> tuple[ProductRole | None, ProductType | None, str]:
    """Role, type and combination out of cells that may hold one or several (``利润 · 组合``)."""
    found_role: ProductRole | None = None
    found_type: ProductType | None = None
    left = []
    for word in re.split(r"[·・/、,，+\s]+", f"{role} {kind}"):
        if not word or nothing(word):
            continue
        if found_role is None and (as_role := exact(word, ROLES)):
            found_role = as_role
        elif found_type is None and (as_type := exact(word, TYPES)):
            found_type = as_type
        else:
            left.append(word)
    return found_role, found_type, combo or " · ".join(left)
