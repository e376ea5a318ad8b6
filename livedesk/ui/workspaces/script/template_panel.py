"""Templates beside the rundown: put one into the show, keep what is chosen as one, forget one and bring it back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.clipping import Clipping
from livedesk.domain.rundown import Show, Standby
from livedesk.services.templates import (
    Template,
    drop_template,
    keep_template,
    of_segments,
    of_show,
    templates,
)
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.models.keyed import ROW, KeyedListModel
from livedesk.ui.theme import LABEL, TEXT, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.row_list import DeskList, RowDelegate
from livedesk.ui.workspaces.script.patience import Patience

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template, and what it holds in words."""

    template: Template
    holds: str

    @property
    def key(self) -> Hashable:
        """Its own."""
        return self.template.key

    @property
    def text(self) -> str:
        """Title and contents."""
        return f"{self.template.title} · {self.holds}"


class TemplateDelegate(RowDelegate):
    """Title, and below it what it holds."""

    height = 46

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one template."""
        if not isinstance(row, TemplateRow):
            return
        inner = rect.adjusted(12, 4, -12, -4)
        half = inner.height() // 2
        paint.text(
            painter,
            QRect(inner.left(), inner.top(), inner.width(), half),
            row.template.title,
            self.ink("text"),
            TEXT,
        )
        below = QRect(inner.left(), inner.top() + half, inner.width(), half)
        paint.text(painter, below, row.holds, self.ink("dim"), LABEL)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)


class TemplateList(DeskList):
    """Enter puts a template in, Delete forgets it."""

    put = Signal(object)
    forget = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(TemplateDelegate(theme), parent)
        self.doubleClicked.connect(self._put)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class; the rest is the list's own."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if isinstance(row, TemplateRow) and event.key() in _ENTER:
            self.put.emit(row.template)
        elif isinstance(row, TemplateRow) and event.key() in _DELETE:
            self.forget.emit(row.template)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _put(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, TemplateRow):
            self.put.emit(row.template)


class TemplatePanel(QWidget):
    """``chosen`` carries a template of segments or a standby plan to put into the show; ``started`` one of a whole show
    to make a new one of. ``clipping`` gives what is chosen in the rundown, ``whole`` the show."""

    chosen = Signal(object)
    started = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        context: DeskContext,
        clipping: Callable[[], Clipping | None],
        whole: Callable[[], Show | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._clipping = clipping
        self._whole = whole
        self._forgotten: Template | None = None
        self._patience = Patience(context.background, self)
        self._patience.failed.connect(self.refused)
        self.model: KeyedListModel[TemplateRow] = KeyedListModel(self)
        self.list = TemplateList(context.theme)
        self.list.setObjectName("script-templates")
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.setModel(self.model)
        self.list.empty = self.tr(
            "No templates yet. Choose segments, a group or a standby plan in the rundown and keep them here; "
            "Enter puts one in."
        )
        self.name = QLineEdit()
        self.name.setObjectName("script-template-name")
        self.name.setPlaceholderText(self.tr("Name of the template"))
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.keep = QPushButton(self.tr("Keep what is chosen"))
        self.keep.setObjectName("script-keep-template")
        self.keep_whole = QPushButton(self.tr("Keep the whole show"))
        self.keep_whole.setObjectName("script-keep-show")
        self.back = QPushButton(self.tr("Bring it back"))
        self.back.setProperty("variant", "flat")
        self.back.hide()
        self.told = label(context.family, size=LABEL, tone="dim")
        self.told.setWordWrap(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.back)
        foot.addLayout(line)
        foot.addWidget(self.name)
        foot.addWidget(self.keep)
        foot.addWidget(self.keep_whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
        self.setFocusProxy(self.list)
        self.list.put.connect(self._put)
        self.list.forget.connect(self._forget)
        self.keep.clicked.connect(self.keep_chosen)
        self.keep_whole.clicked.connect(self.keep_show)
        self.back.clicked.connect(self._bring_back)
        self.name.returnPressed.connect(self.keep_chosen)

    def refresh(self) -> None:
        """Read the templates anew."""
        services = self._context.services
        self._patience.run(lambda: templates(services.kept), self._listed)

    @Slot()
    def keep_chosen(self) -> None:
        """Keep the chosen segments or standby plans, or the group in front."""
        clipping = self._clipping()
        if clipping is None:
            self._tell(self.tr("Choose segments or a standby plan in the rundown first."))
            return
        groups = [group.title for group in clipping.groups if clipping.whole]
        title, *_ = (*groups, *(one.title for one in clipping.segments), *(one.title for one in clipping.standbys))
        self._keep(of_segments(new_id(), self.name.text().strip() or title, clipping))

    @Slot()
    def keep_show(self) -> None:
        """Keep the whole show."""
        document = self._whole()
        if document is not None:
            self._keep(of_show(new_id(), self.name.text().strip() or document.title, document))

    def _keep(self, template: Template) -> None:
        self._patience.run(partial(_kept, self._context, template), self._done)

    @Slot(object)
    def _done(self, template: Template) -> None:
        self.name.clear()
        self._tell(self.tr("“{0}” is kept.").format(template.title))
        self.refresh()

    @Slot(object)
    def _put(self, template: Template) -> None:
        (self.started if template.show is not None else self.chosen).emit(template)

    @Slot(object)
    def _forget(self, template: Template) -> None:
        self._patience.run(partial(_dropped, self._context, template), self._gone)

    @Slot(object)
    def _gone(self, template: Template) -> None:
        self._tell(self.tr("“{0}” is forgotten.").format(template.title))
        self._forgotten = template
        self.back.show()
        self.refresh()

    @Slot()
    def _bring_back(self) -> None:
        if self._forgotten is not None:
            self._keep(self._forgotten)

    @Slot(object)
    def _listed(self, found: tuple[Template, ...]) -> None:
        self.model.set_rows([TemplateRow(template, self._holds(template)) for template in found])

    def _holds(self, template: Template) -> str:
        if template.show is not None:
            segments = template.show.segments
            words = self.tr("Whole show · {0} segments · {1}")
        elif template.clipping is not None and template.clipping.standbys:
            return self._holds_plans(template.clipping.standbys)
        elif template.clipping is not None and template.clipping.whole:
            segments = template.clipping.segments
            words = self.tr("Group · {0} segments · {1}")
        else:
            segments = template.clipping.segments if template.clipping is not None else ()
            words = self.tr("{0} segments · {1}") if len(segments) > 1 else self.tr("Segment · {1}")
        return words.format(len(segments), fmt.duration(sum(item.duration_ms for item in segments)))

    def _holds_plans(self, plans: Sequence[Standby]) -> str:
        """How many they are; one alone is told with its length, where it has any."""
        if len(plans) > 1:
            return self.tr("{0} standby plans").format(len(plans))
        words, length = self.tr("Standby plan"), plans[0].duration_ms
        return words if length is None else f"{words} · {fmt.duration(length)}"

    def _tell(self, words: str) -> None:
        self.back.hide()
        show(self.told, words)


def _kept(context: DeskContext, template: Template) -> Template:
    """Asked in a worker: until the store is open the services refuse to give it."""
    now = context.clock.now().wall_ms
    keep_template(context.services.kept, template, by=context.operator(), at_ms=now)
    return template


def _dropped(context: DeskContext, template: Template) -> Template:
    drop_template(context.services.kept, template.key)
    return template
