"""Where a run sheet is dropped or chosen, and what livedesk reads of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.icons import pixmap
from livedesk.ui.theme import LABEL, RADIUS, TITLE
from livedesk.ui.widgets.labels import label, plain
from livedesk.ui.widgets.panel import Panel


class DropPanel(Panel):
    """``importing`` asks for the dialog. The page takes the drop; :meth:`light` shows that it would."""

    importing = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Import a run sheet"))
        theme, family = context.theme, context.family
        self._theme = theme
        self.zone = _Zone(context)
        inner = QVBoxLayout(self.zone)
        inner.setContentsMargins(24, 28, 24, 28)
        inner.setSpacing(12)
        picture = plain()
        picture.setPixmap(pixmap("import", theme.value("info"), 36, 1))
        head = label(family, self.tr("Drop the file here"), size=TITLE, bold=True)
        kinds = label(family, self.tr("xlsx, csv, a script as docx, or a show as json"), tone="dim")
        self.choose = QPushButton(self.tr("Choose a file …"))
        self.choose.setObjectName("choose-sheet")
        self.choose.clicked.connect(self.importing)
        inner.addStretch(1)
        for part in (picture, head, kinds, self.choose):
            inner.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(16)
        self.body.addWidget(self.zone, 1)
        told = (
            self.tr(
                "Columns by their usual names: 时间段, 环节, 商品, 话术, 互动/福利, 画面/场景, 中控动作, 负责人."
            ),
            self.tr("Merged cells and title rows may stay. Times as 20:00-20:05, 5分钟 or 00:05:00."),
            self.tr("Rows under 应急预案 become standby plans. Further sheets: 商品, 促销, 检查表, 放行用语."),
            self.tr("Every row is shown as it was understood. Nothing is kept before you say so."),
        )
        for text in told:
            line = label(family, text, size=LABEL, tone="dim")
            line.setWordWrap(True)
            self.body.addWidget(line)

    def light(self, on: bool) -> None:
        """Show that a file would be taken if it were let go now."""
        self.zone.lit = on
        self.zone.update()


class _Zone(QWidget):
    """A dashed box."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._theme = context.theme
        self.lit = False
        self.setMinimumHeight(220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        pen = QPen(self._theme.color("info" if self.lit else "faint"))
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setWidthF(2 if self.lit else 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.setBrush(self._theme.color("info", 0.08 if self.lit else 0.0))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
