"""The product queue: click presents, dragging puts it in another order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.models.products import ProductQueue, ProductState, product_rows
from livedesk.ui.widgets.labels import key_hint
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList
from livedesk.ui.workspaces.live.row_delegates import Pictures, ProductDelegate
from livedesk.ui.workspaces.live.view import DeskView


class QueuePanel(Panel):
    """``present`` carries the id of a product that was clicked, ``edited`` a change of the order."""

    present = Signal(str)
    edited = Signal(object)

    def __init__(self, context: DeskContext, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Product queue"))
        self.add_right(key_hint(context.family, self.tr("drag to sort")))
        self.model = ProductQueue(self)
        self.model.edited.connect(self.edited)
        self.list = DeskList(ProductDelegate(context.theme, pictures))
        self.list.setModel(self.model)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setDropIndicatorShown(True)
        self.list.clicked.connect(self._clicked)
        self.list.setToolTip(self.tr("Click: present it now"))
        self.list.empty = self.tr("No products in this show")
        self.body.addWidget(self.list, 1)
        self._on_air = ""

    def show_view(self, view: DeskView) -> None:
        """Show the queue as it is now."""
        on_air = view.product.id if view.product is not None else ""
        sold = view.numbers.sold if view.numbers is not None else {}
        self.model.set_rows(product_rows(view.show, on_air, view.presented, sold, view.offer))
        self.facts.setText(self.tr("items: {0}").format(len(view.show.products)))
        if on_air != self._on_air:
            self._on_air = on_air
            self._show_next()

    def _show_next(self) -> None:
        """Bring what is presented into sight."""
        for at, row in enumerate(self.model.rows):
            if row.state is ProductState.ON_AIR:
                self.list.scrollTo(self.model.index(at, 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row.state is not ProductState.ON_AIR:
            self.present.emit(row.key)
