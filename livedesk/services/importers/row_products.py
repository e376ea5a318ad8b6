"""Prices and stock that stand in the main sheet beside the product: they are the product's where no sheet of
products says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from livedesk.domain.errors import UserError
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.grid import Row
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.values import nothing, parse_count, parse_price

PRODUCT_COLUMNS = ("live_price", "list_price", "stock")


class RowProducts:
    """Fills the products of a row from its own cells."""

    def __init__(self, table: Table, catalogue: Catalogue) -> None:
        self._table = table
        self._catalogue = catalogue
        self._said: set[str] = set()

    def fill(self, row: Row, products: Sequence[str]) -> None:
        """Take over the cells of a row for its products (their ids): one value for one product, a line each for
        several. What is said twice and differently, or cannot be read, is warned of and left out."""
        for name in PRODUCT_COLUMNS:
            text = self._table.text(row, name)
            if not products or nothing(text):
                continue
            if self._catalogue.has_sheet:
                self._once(name)
                continue
            parts = [text] if len(products) == 1 else text.splitlines()
            if len(parts) != len(products):
                self._table.warn(row.number, name, "sheet.price_of_many", value=" ".join(text.split()))
                continue
            for product_id, part in zip(products, parts, strict=True):
                self._set(row, name, product_id, part)

    def _once(self, name: str) -> None:
        """Say of a column, not of each of its cells, that the sheet of products goes first."""
        if name not in self._said:
            self._said.add(name)
            _, header = self._table.columns.where(name)
            self._table.warn(self._table.columns.row, name, "sheet.column_of_products", value=header)

    def _set(self, row: Row, name: str, product_id: str, text: str) -> None:
        try:
            value = parse_count(text) if name == "stock" else parse_price(text)
        except UserError as error:
            self._table.warn(row.number, name, error.code, **error.params)
            return
        at = next(at for at, product in enumerate(self._catalogue.products) if product.id == product_id)
        product = self._catalogue.products[at]
        before: int | None = getattr(product, name)
        if value is not None and before is not None and before != value:
            self._table.warn(row.number, name, "sheet.price_differs", value=text, name=product.name)
        elif value is not None:
            # The three names are fields of a product, all of them whole numbers.
            self._catalogue.products[at] = replace(product, **{name: value})  # type: ignore[arg-type]  # the column's own field
