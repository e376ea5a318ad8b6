"""The product queue: one row a product, in the order of the queue, with what is left of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from livedesk.domain.card import Offer
from livedesk.domain.edits import Edit, MoveProduct
from livedesk.domain.product import Product, stock_left
from livedesk.domain.rundown import Show
from livedesk.ui.models.keyed import AnyIndex, KeyedListModel

_MIME = "application/x-livedesk-product"
_LOW_SHARE = 10


class ProductState(StrEnum):
    """ON_AIR is presented now, DONE was; SOLD_OUT and LOW (a tenth of the stock left) go by the orders."""

    QUEUED = "queued"
    ON_AIR = "on_air"
    DONE = "done"
    LOW = "low"
    SOLD_OUT = "sold_out"


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as the queue shows it: ``price`` (fen) is that of now; ``sold`` and ``left`` None where nothing is
    known."""

    product: Product
    state: ProductState
    sold: int | None
    left: int | None
    price: int | None

    @property
    def key(self) -> str:
        """The product's id."""
        return self.product.id

    @property
    def text(self) -> str:
        """The product's name."""
        return self.product.name


def product_rows(
    show: Show, on_air: str, presented: Collection[str], sold: Mapping[str, int], offer: Offer | None = None
) -> tuple[ProductRow, ...]:
    """The queue now: ``on_air`` is the product presented, ``presented`` those that were, ``sold`` units by id,
    ``offer`` what the product presented is offered at, where it is not the plan's price."""
    rows = []
    for product in show.products:
        units = sold.get(product.id)
        left = stock_left(product, sold)
        state = ProductState.QUEUED
        if product.id == on_air:
            state = ProductState.ON_AIR
        elif left is not None and left <= 0:
            state = ProductState.SOLD_OUT
        elif left is not None and product.stock and left * _LOW_SHARE <= product.stock:
            state = ProductState.LOW
        elif product.id in presented:
            state = ProductState.DONE
        price = offer.price if offer is not None and product.id == on_air else product.live_price
        rows.append(ProductRow(product, state, units, left, price))
    return tuple(rows)


class ProductQueue(KeyedListModel[ProductRow]):
    """The queue can be put into another order by dragging; the model asks for it and waits."""

    edited = Signal(object)
    """The :data:`~livedesk.domain.edits.Edit` that a drag asks for."""

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be dragged; between rows they can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move, they are not copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only rows of this list are taken."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged product."""
        data = QMimeData()
        if indexes:
            data.setData(_MIME, self.row_at(indexes[0].row()).key.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Ask for the move. Always False: the row moves when the document does, and is not removed by the view."""
        if not data.hasFormat(_MIME):
            return False
        product_id = bytes(data.data(_MIME).data()).decode()
        keys = [item.key for item in self.rows]
        if product_id not in keys:
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else len(keys)
        source = keys.index(product_id)
        target -= target > source
        if target != source:
            edit: Edit = MoveProduct(product_id, target)
            self.edited.emit(edit)
        return False
