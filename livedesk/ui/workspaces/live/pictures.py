"""Product pictures, read off the GUI thread and kept small."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from livedesk.domain.product import Product
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

    def set_show(self, show_id: str) -> None:
        """Another show's pictures from now on."""
        if show_id != self._show_id:
            self._show_id = show_id
            self._made.clear()

    def of(self, product: Product) -> QPixmap | None:
        """The square picture of a product."""
        name = product.image
        if not name or not self._show_id:
            return None
        if name not in self._made:
            self._made[name] = None
            work = partial(_read, self._context, self._show_id, name)
            self._context.background.run(work, self._keep, self._missing)
        return self._made[name]

    @Slot(object)
    def _keep(self, read: tuple[str, str, QImage]) -> None:
        show_id, name, image = read
        if show_id == self._show_id and not image.isNull():
            self._made[name] = QPixmap.fromImage(image)
            self.ready.emit()

    @Slot(object)
    def _missing(self, _error: Exception) -> None:
        """A picture that can't be read leaves the number of the link in its place."""
