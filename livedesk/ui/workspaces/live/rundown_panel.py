"""The rundown with its header, its find line, and the standby plans under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.domain import editing
from livedesk.domain.rundown import Segment
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.models.rundown import RundownModel
from livedesk.ui.rehearsal.button import RehearseButton
from livedesk.ui.theme import LABEL, TITLE
from livedesk.ui.widgets.labels import figure, key_hint, label, show
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.workspaces.live.rundown_delegate import Situation
from livedesk.ui.workspaces.live.rundown_view import RundownView
from livedesk.ui.workspaces.live.segment_menu import SegmentMenu
from livedesk.ui.workspaces.live.standby_row import StandbyRow
from livedesk.ui.workspaces.live.view import DeskView

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EmptyRundown(QWidget):
    """What to do where there is nothing to run."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addStretch(1)
        head = label(context.family, self.tr("No segment to run yet"), size=TITLE, bold=True)
        words = label(
            context.family, self.tr("Import the run sheet that your team wrote (xlsx or csv)."), tone="dim"
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = QPushButton(self.tr("Open or import a show"))
        self.open.setProperty("variant", "primary")
        box.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(words)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)


class RundownPanel(Panel):
    """``jump`` carries a segment to take, ``edited`` an edit of the document. What is found narrows the list until
    Escape, a jump, or another segment on air, which must be in sight."""

    jump = Signal(str)
    edited = Signal(object)
    wants_show = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self._context = context
        self.title.setText(self.tr("Rundown"))
        self._start = figure(context.family, size=LABEL, tone="dim", bold=False)
        self.follow = QPushButton(self.tr("Follow on air"))
        self.follow.setProperty("variant", "flat")
        self.follow.setProperty("tone", "next")
        self.follow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow.hide()
        self.rehearse = RehearseButton(context.actions)
        self.add_right(small(self.rehearse))
        self.add_right(self.follow)
        self.add_right(self._start)
        self.add_right(key_hint(context.family, "Ctrl+F"))
        self.find_line = QLineEdit()
        self.find_line.setObjectName("find")
        self.find_line.setPlaceholderText(self.tr("Find: number, title, scene, person (Esc closes)"))
        self.find_line.setAccessibleName(self.tr("Find in the rundown"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.installEventFilter(self)
        self._find_row = QWidget()
        row = QHBoxLayout(self._find_row)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self.find_line)
        self._find_row.hide()
        self.body.addWidget(self._find_row)
        self.model = RundownModel(self)
        self.view = RundownView(self.model, context.theme, context.lock.why, bounces=context.actions.bounces)
        self.view.refused.connect(self._refuse)
        self.empty = EmptyRundown(context)
        self.empty.hide()
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        line = QWidget()
        line.setFixedHeight(1)
        line.setObjectName("standby-line")
        self.body.addWidget(line)
        self.standby = StandbyRow(context)
        self.body.addWidget(self.standby)
        self._menu = SegmentMenu(self._segment, self)
        self._current: int | None = None
        self._show_id = ""
        self.model.edited.connect(self.edited)
        self._menu.edited.connect(self.edited)
        self._menu.arm.connect(self.view.arm)
        self._menu.rename.connect(self._rename)
        self._menu.again.connect(self._queue_again)
        self.view.jump.connect(self._jumped)
        self.view.escaped.connect(self._close_find)
        self.view.menu_for.connect(self._open_menu)
        self.view.following.connect(self._following)
        self.follow.clicked.connect(self.view.follow)
        self.find_line.textChanged.connect(self._filter)
        self.empty.open.clicked.connect(self.wants_show)

    def set_model(self, view: DeskView) -> None:
        """Give the list the document and the times of this moment."""
        if view.show.id != self._show_id:
            # What was looked for, and where to jump, belong to the show before.
            self._show_id = view.show.id
            self.find_line.clear()
            self._find_row.hide()
            self.view.arm("")
        self.model.set_show(view.show)
        self.model.set_timetable(view.table)
        self.model.set_scenes(view.scenes)
        preview = view.obs.preview if view.previews_other else ""
        situation = Situation(view.show.zone, view.show.host, view.run.held, view.paused, preview=preview)
        self.view.set_situation(situation)
        self.view.set_jumps(not view.resuming)
        self.view.refresh()
        current = view.table.current
        if current != self._current:
            self._current = current
            if self.model.filter and not self.find_line.hasFocus():
                self._close_find()

    def show_view(self, view: DeskView) -> None:
        """Show the rundown at this moment."""
        self.set_model(view)
        self.standby.show_view(view)
        plan = view.table.plan
        self.facts.setText(
            self.tr("{0} items · planned {1}").format(len(view.show.segments), fmt.hms(plan.end - plan.start))
        )
        if view.run.started_wall_ms is not None:
            began = fmt.short_clock(view.run.started_wall_ms, view.show.zone)
            show(self._start, self.tr("on air since {0}").format(began))
        else:
            show(self._start, self.tr("starts {0}").format(fmt.short_clock(plan.start, view.show.zone)))
        self.rehearse.follow()
        self.rehearse.setVisible(not view.live)
        self.empty.setVisible(not view.show.segments)
        self.view.setVisible(bool(view.show.segments))

    def open_find(self) -> None:
        """Open the find line and type into it."""
        self._find_row.show()
        self.find_line.setFocus()
        self.find_line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes the find line, Enter goes to the first row found."""
        if watched is self.find_line and isinstance(event, QKeyEvent):
            # The desk's keys take the press of Escape; the override that Qt asks for before it comes here.
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
                self._close_find()
                self.view.use_escape()
                return True
            if event.key() in _ENTER and event.type() == QEvent.Type.KeyPress:
                self._first_found()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _close_find(self) -> None:
        if self.find_line.hasFocus():
            self.view.setFocus()
        self.find_line.clear()
        self._find_row.hide()
        self.view.follow()

    @Slot(str)
    def _jumped(self, segment_id: str) -> None:
        self._close_find()
        self.jump.emit(segment_id)

    def _first_found(self) -> None:
        """The segment with exactly the number that is typed; else the first row found."""
        row = self.model.row_numbered(self.find_line.text().strip())
        if row < 0:
            rows = (row for row in range(self.model.rowCount()) if not self.model.is_header(row))
            row = next(rows, -1)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
            self.view.setFocus()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.model.set_filter(text)
        self.view.refresh()

    @Slot(bool)
    def _following(self, on: bool) -> None:
        self.follow.setVisible(not on)

    def _segment(self, segment_id: str) -> Segment | None:
        return self.model.show.segment(segment_id) if self.model.show is not None else None

    @Slot(str, QPoint)
    def _open_menu(self, segment_id: str, where: QPoint) -> None:
        segment = self._segment(segment_id)
        if segment is not None:
            self._menu.open(segment, where)

    @Slot(str)
    def _queue_again(self, segment_id: str) -> None:
        show, table = self.model.show, self.model.timetable
        segment = self._segment(segment_id)
        if show is None or segment is None:
            return
        furthest = table.furthest if table is not None else None
        at = len(show.segments) if furthest is None else furthest + 1
        group = show.segments[at - 1].group_id
        edit = editing.insert(show, [editing.copy_of(segment, new_id)], at, group)
        if edit is not None:
            self.edited.emit(edit)

    @Slot(str)
    def _rename(self, segment_id: str) -> None:
        row, why = self.model.row_of(segment_id), self._context.lock.why()
        if why:
            self._refuse(why)
        elif row >= 0:
            self.view.edit(self.model.index(row, 0))

    @Slot(str)
    def _refuse(self, why: str) -> None:
        self._context.actions.refused.emit("lock", why)
