"""The rundown beside its script: the list with its header, its filter line, and what to do where it is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain import editing
from livedesk.domain.timetable import Timetable
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.models.script_rows import ScriptRows
from livedesk.ui.theme import TITLE
from livedesk.ui.widgets.labels import key_hint, label
from livedesk.ui.widgets.panel import INSIDE, Panel, small
from livedesk.ui.workspaces.script.choice import Choice
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts
from livedesk.ui.workspaces.script.rundown_view import ScriptRundownView
from livedesk.ui.workspaces.script.rundown_walk import first_item
from livedesk.ui.workspaces.script.standby_edits import place_standbys
from livedesk.ui.workspaces.script.words import called

_LIST, _EMPTY = 0, 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScriptRundownPanel(Panel):
    """Shows ``document`` and chooses in it. ``add`` asks for a new segment, ``sheet`` for an import."""

    add = Signal()
    sheet = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Rundown"))
        self._document = document
        self.new = small(QPushButton(self.tr("+ Add")))
        self.new.setObjectName("script-new")
        self.new.setProperty("variant", "flat")
        self.new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_right(self.new)
        self.add_right(key_hint(context.family, "N"))
        self.filter = QLineEdit()
        self.filter.setObjectName("script-filter")
        self.filter.setProperty(KEEPS_ESCAPE, True)
        self.filter.setPlaceholderText(self.tr("Number, title, kind, group, words, person, product (Esc closes)"))
        self.filter.setAccessibleName(self.tr("Filter the rundown"))
        self.filter.setClearButtonEnabled(True)
        self._filter_row = QWidget()
        line = QHBoxLayout(self._filter_row)
        line.setContentsMargins(8, 6, 8, 6)
        line.addWidget(self.filter)
        self._filter_row.hide()
        self.body.addWidget(self._filter_row)
        self._borrowed: tuple[Choice, Choice] | None = None
        self._group = ""
        self.group_name = QLineEdit()
        self.group_name.setObjectName("script-group-name")
        self.group_name.setProperty(KEEPS_ESCAPE, True)
        self.group_name.setPlaceholderText(self.tr("Title of the group (Enter keeps it)"))
        self.group_name.setAccessibleName(self.tr("Title of the group"))
        self._group_row = QWidget()
        naming = QHBoxLayout(self._group_row)
        naming.setContentsMargins(8, 6, 8, 6)
        naming.addWidget(self.group_name)
        self._group_row.hide()
        self.body.addWidget(self._group_row)
        self.rows = ScriptRows(self.tr("Standby plans"), self, called=called)
        self.view = ScriptRundownView(self.rows, context.theme)
        self.view.setAccessibleName(self.tr("Rundown"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self._empty(context))
        # The list is a square on a rounded ground: so far from its outline it lies inside.
        self.body.setContentsMargins(INSIDE, 0, INSIDE, INSIDE)
        self.body.addWidget(self.pages, 1)
        for field in (self.filter, self.group_name):
            field.installEventFilter(self)
        self.new.clicked.connect(self.add)
        self.filter.textChanged.connect(self._filtered)
        self.view.chosen.connect(document.choose)
        self.view.escaped.connect(self._close_filter)
        self.rows.dropped.connect(self._dropped)
        self.rows.plans_dropped.connect(self._plans_dropped)
        document.changed.connect(self._changed)
        document.chose.connect(self._chose)

    def set_timetable(self, table: Timetable) -> None:
        """Show the times of this moment, or of the plan."""
        show = self._document.show
        if show is None:
            return
        self.rows.set_timetable(table)
        live = show.segments[table.current].id if table.current is not None else ""
        if live != self.view.look.live:
            self.view.look.live = live
            self.view.viewport().update()

    def show_facts(self, facts: Facts) -> None:
        """How many things are wrong with each item, and whether any is grave; and how long the words of each segment
        take, beside what is planned for them."""
        look, found = self.view.look, (facts.marks, facts.allocation.segments)
        if found != (look.marks, look.times):
            look.marks, look.times = found
            self.view.viewport().update()

    def open_filter(self) -> None:
        """Open the filter line and type into it."""
        self._filter_row.show()
        self.filter.setFocus()
        self.filter.selectAll()

    def rename_group(self, group_id: str) -> None:
        """Ask for the title of a group."""
        show = self._document.show
        group = show.group(group_id) if show is not None else None
        if group is None:
            return
        self._group = group_id
        self.group_name.setText(group.title)
        self._group_row.show()
        self.group_name.setFocus()
        self.group_name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes a line, Enter keeps what it says; from the filter Enter and Down go to the rows, if any."""
        if watched is self.group_name:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self._named(keep=False)
                    return True
                if event.key() in _ENTER:
                    self._named(keep=True)
                    return True
            elif event.type() == QEvent.Type.FocusOut:
                self._named(keep=True)
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close_filter()
                return True
            if event.key() in (*_ENTER, Qt.Key.Key_Down):
                if self.rows.rowCount():
                    self._borrowed = None
                    self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _empty(self, context: DeskContext) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        words = label(
            context.family,
            self.tr("Press N to write the first segment, paste rows from a spreadsheet, or import a run sheet."),
            tone="dim",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        first, sheet = QPushButton(self.tr("Add the first segment")), QPushButton(self.tr("Import a run sheet"))
        first.setProperty("variant", "primary")
        first.clicked.connect(self.add)
        sheet.clicked.connect(self.sheet)
        head = label(context.family, self.tr("Nothing planned yet"), size=TITLE, bold=True)
        box.addStretch(1)
        box.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(words)
        box.addWidget(first, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return made

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        show = changed.show
        if changed.before is None:
            self._borrowed = None
            # Of another show nothing is known yet; its segments may have the ids of those before.
            self.view.look.marks, self.view.look.times, self.view.look.live = {}, {}, ""
            self.view.viewport().update()
            self._close_filter()
        self.view.look.zone = show.zone
        layout = self.rows.header_rows()
        with self.view.following():
            self.rows.set_show(show)
        empty = not show.segments and not show.standbys and not show.groups
        self.pages.setCurrentIndex(_EMPTY if empty else _LIST)
        if self.rows.header_rows() is not layout or changed.before is None:
            # Where rows only say something else, as with most edits, what is chosen is shown already.
            self._chose()

    @Slot()
    def _chose(self) -> None:
        """The list shows what is chosen: what the filter would hide of it stands there too."""
        ids, current = self._document.chosen or self._document.plans, self._document.current
        with self.view.following():
            self.rows.hold(ids)
        self._document.among = self.rows.items() if self.rows.filter else ()
        self.view.refresh_heights()
        self.view.show_chosen(ids, current)
        self._count()

    def _count(self) -> None:
        """How many there are, or how many were found."""
        show = self._document.show
        if show is None:
            return
        if self.rows.filter:
            found = self.rows.rowCount() - len(self.rows.header_rows())
            words = self.tr("{0} found").format(fmt.count(found))
        else:
            words = self.tr("{0} items").format(fmt.count(len(show.segments)))
        if self.facts.text() != words:
            self.facts.setText(words)

    @Slot(object, str, object)
    def _dropped(self, ids: tuple[str, ...], before: str, group: str | None) -> None:
        show = self._document.show
        if show is not None:
            self._document.do(editing.move_before(show, ids, before, group))

    @Slot(object, str)
    def _plans_dropped(self, ids: tuple[str, ...], before: str) -> None:
        show = self._document.show
        if show is not None:
            self._document.do(place_standbys(show, ids, before))

    @Slot(str)
    def _filtered(self, text: str) -> None:
        before = self._choice
        with self.view.following():
            self.rows.set_filter(text)
        self._choose_shown(before)
        self._chose()

    def _choose_shown(self, before: Choice) -> None:
        """Only what is shown is chosen: what the filter leaves of ``before``, else the first that was found. It borrows
        the choice: until somebody chooses, what was chosen first is so again as soon as it is shown."""
        own, lent = self._borrowed if self._borrowed is not None else (before, before)
        if before != lent or not own.current:
            own = before
        rows = self.rows
        shown = tuple(one for one in own.ids if rows.row_of(one) >= 0)
        if shown:
            self._document.choose(shown, own.current)
        else:
            first = first_item(rows)
            self._document.choose((), rows.item_id(first) if first >= 0 else "")
        self._borrowed = (own, self._choice) if rows.filter else None

    @property
    def _choice(self) -> Choice:
        return Choice(self._document.chosen, self._document.current, self._document.plans)

    def _named(self, *, keep: bool) -> None:
        """The title of the group was typed, or given up."""
        group, self._group = self._group, ""
        show, title = self._document.show, self.group_name.text().strip()
        if not group or show is None:
            return
        self._group_row.hide()
        self.view.setFocus()
        if keep and title:
            self._document.do(editing.rename_group(show, group, title))

    @Slot()
    def _close_filter(self) -> None:
        if self.filter.hasFocus():
            self.view.setFocus()
        self.filter.clear()
        self._filter_row.hide()
