"""What was marked in this run: moments, warnings of the platform, violations, each with what was on air."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from livedesk.domain.events_desk import MomentKind
from livedesk.domain.run import Moment
from livedesk.ui import format as fmt
from livedesk.ui.actions import key_label
from livedesk.ui.context import DeskContext
from livedesk.ui.models.moments import MomentList, MomentRow
from livedesk.ui.theme import HINT, LABEL, TEXT
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import key_hint, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.live.moment_words import moment_place, moment_title
from livedesk.ui.workspaces.live.view import DeskView


class MomentDelegate(RowDelegate):
    """When, what and its note over what was on air."""

    height = 46

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one moment."""
        if not isinstance(row, MomentRow):
            return
        inner = rect.adjusted(12, 5, -12, -5)
        painter.fillRect(rect.left() + 12, rect.bottom(), rect.width() - 24, 1, self._line)
        first = QRect(inner.left(), inner.top(), inner.width(), 19)
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), 17)
        when = fmt.clock(row.moment.at_ms, self.zone)
        paint.text(painter, first, when, self.ink("dim"), LABEL)
        first.adjust(paint.width(when, LABEL) + 10, 0, 0, 0)
        plain = row.moment.mark.kind is MomentKind.MOMENT
        title = row.title if plain else f"▲ {row.title}"
        paint.text(painter, first, title, self.ink("next" if plain else "warn"), TEXT, bold=True)
        first.adjust(paint.width(title, TEXT, bold=True) + 10, 0, 0, 0)
        paint.text(painter, first, row.moment.note, self.ink("text"), TEXT)
        paint.text(painter, second, row.place, self.ink("dim"), HINT)


class MomentsPanel(Panel):
    """``chosen`` carries a moment whose note is to be written."""

    chosen = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Moments and warnings"))
        self.add_right(key_hint(context.family, self.tr("{0} marks").format(key_label("K"))))
        self.model = MomentList(self)
        self._delegate = MomentDelegate(context.theme)
        self.list = DeskList(self._delegate, least=2)
        self.list.setModel(self.model)
        self.list.clicked.connect(self._clicked)
        self.list.setToolTip(self.tr("Click: write its note"))
        self.list.empty = self.tr("K marks a moment, V logs a warning of the platform, Shift+V a violation.")
        self.body.addWidget(self.list, 1)
        self._shown: tuple[Moment, ...] | None = None

    def show_view(self, view: DeskView) -> None:
        """Show the moments where they changed."""
        self._delegate.zone = view.show.zone
        moments = view.run.moments
        if moments is self._shown:
            return
        self._shown = moments
        self.model.set_rows(
            tuple(MomentRow(item, moment_title(item.mark), moment_place(item.mark)) for item in reversed(moments))
        )
        bad = sum(item.mark.kind is not MomentKind.MOMENT for item in moments)
        if bad:
            show(self.facts, "▲ " + self.tr("warnings and violations: {0}").format(bad), "warn")
        else:
            show(self.facts, self.tr("marked: {0}").format(len(moments)) if moments else "", "dim")

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row_at(index.row()).moment)
