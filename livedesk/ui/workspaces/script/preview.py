"""The text as the host will see it: laid out and painted by the prompter's own code, smaller.

It is as wide as on the host's screen in proportion, so that its lines break where the host's do.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from livedesk.domain.prompt import PromptBlock
from livedesk.ui.prompter.document import Document
from livedesk.ui.prompter.look import DESIGN, Frame, load_look

_LARGEST = 0.55
"""The preview stands beside other panels: half the host's size is enough to read."""
_MARGIN = 24


class Preview(QAbstractScrollArea):
    """Shows one block of text. ``left``: the reader wants to write again (Escape)."""

    left = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script-preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Preview as the host will see it"))
        self._family = family
        self._document: Document | None = None
        self._block: PromptBlock | None = None

    def tell(self, block: PromptBlock | None) -> None:
        """Show another text, or the same as it is now; the place that is read stays."""
        if block == self._block:
            return
        same = block is not None and self._block is not None and block.item_id == self._block.item_id
        self._block = block
        self._lay()
        if not same:
            self.verticalScrollBar().setValue(0)

    @property
    def block(self) -> PromptBlock | None:
        """What is shown."""
        return self._block

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        look = load_look()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), look.color("bg"))
            if self._document is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                top = float(self.verticalScrollBar().value())
                self._document.draw(painter, top, self.viewport().height(), _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new width."""
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll; Escape leaves."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _frame(self) -> Frame:
        """A host's screen of which the text column fits in here."""
        whole = Frame(DESIGN)
        scale = min(_LARGEST, max(0.2, (self.viewport().width() - 2 * _MARGIN) / whole.column))
        size = QSize(round(DESIGN.width() * scale), round(DESIGN.height() * scale))
        return Frame(size, self.devicePixelRatioF())

    def _lay(self) -> None:
        frame = self._frame()
        blocks = (self._block,) if self._block is not None else ()
        if self._document is None or self._document.frame != frame:
            self._document = Document(frame, self._family)
        self._document.update(blocks)
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, round(self._document.height) - height))
        bar.setPageStep(height)
        bar.setSingleStep(frame.pitch)
        self.viewport().update()
