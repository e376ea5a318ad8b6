"""Product pictures, read off the GUI thread and kept small."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext

_SIDE = 200


def _read(context: DeskContext, show_id: str, name: str) -> tuple[str, str, QImage]:
    """Read and shrink a picture (in the background); an empty image where it is missing or unreadable."""
    path = context.services.media.path(show_id, name)
    image = QImage(str(path)) if path is not None else QImage()
    if not image.isNull():
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        image = image.scaled(_SIDE, _SIDE, mode, Qt.TransformationMode.SmoothTransformation)
        left, top = (image.width() - _SIDE) // 2, (image.height() - _SIDE) // 2
        image = image.copy(left, top, _SIDE, _SIDE)
    return show_id, name, image


class Pictures(QObject):
    """``of(product)`` gives the picture once it is read, None until then and where there is none."""

    ready = Signal()

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._show_id = ""
        self._made: dict[str, QPixmap | None] = {}
        self._products: tuple[Product, ...] = ()

    def set_show(self, show: Show) -> None:
        """The pictures of this show from now on; those that are not read yet are read in the background."""
        if show.id != self._show_id:
            self._show_id = show.id
            self._made.clear()
            self._products = ()
        if show.products is self._products:
            return
        self._products = show.products
        for product in show.products:
            if product.image and product.image not in self._made:
                self._made[product.image] = None
                work = partial(_read, self._context, show.id, product.image)
                self._context.background.run(work, self._keep, self._missing)

    def of(self, product: Product) -> QPixmap | None:
        """The square picture of a product, once it is read."""
        return self._made.get(product.image)

    @Slot(object)
    def _keep(self, read: tuple[str, str, QImage]) -> None:
        show_id, name, image = read
        if show_id == self._show_id and not image.isNull():
            self._made[name] = QPixmap.fromImage(image)
            self.ready.emit()

    @Slot(object)
    def _missing(self, _error: Exception) -> None:
        """A picture that can't be read leaves the number of the link in its place."""
