"""Two people wrote the same: both versions stand here until one is chosen, and no word is lost."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.rebase_merge import row_key
from livedesk.ui.context import DeskContext
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, TEXT
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.row_list import DeskList
from livedesk.ui.workspaces.script.conflict_cases import Case, Side, Standing
from livedesk.ui.workspaces.script.conflict_list import DisputeDelegate, DisputeRow
from livedesk.ui.workspaces.script.conflict_sides import Sheet, Sides
from livedesk.ui.workspaces.script.conflict_words import dispute_words, mine, row_titles, why_words
from livedesk.ui.workspaces.script.document import Changed, Conflict, ScriptDocument

_CALM_MS = 60
_ROWS = 5
_FEW_ROWS = 2
_REST = 310
"""So much height goes to everything but the list, down to a few lines of both versions."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConflictPanel(Panel):
    """The queue of conflicts of the open show, one at a time. ``counted`` carries how many wait, ``emptied`` tells
    that none does any more. Those of another show wait until it is opened again."""

    counted = Signal(int)
    emptied = Signal()

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Two versions"))
        self._document = document
        self._cases: list[Case] = []
        self._case: Case | None = None
        self._titles: dict[str, str] = {}
        self._count = 0
        self._dropping = False
        self.model: KeyedListModel[DisputeRow] = KeyedListModel(self)
        # The keys are the panel's own, whatever of it was clicked.
        self.list = DeskList(DisputeDelegate(context.theme))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Fields in dispute"))
        self.list.selectionModel().currentChanged.connect(self._turned)
        self.why = label(context.family, size=TEXT)
        self.why.setWordWrap(True)
        self.sides = Sides(context)
        self.sides.picked.connect(self.pick)
        self.words_of = label(context.family, size=LABEL, tone="dim")
        self.words = Sheet(context)
        self.words.setAccessibleName(self.tr("Your words"))
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 10, 14, 12)
        inner.setSpacing(GAP)
        for widget in (self.why, self.list, self.words_of):
            inner.addWidget(widget)
        inner.addWidget(self.words, 1)
        inner.addWidget(self.sides, 1)
        inner.addLayout(self._buttons())
        self.body.addLayout(inner, 1)
        self.later = small(QPushButton(self.tr("Next")))
        self.later.setToolTip(self.tr("Look at the next one first; this one stays."))
        self.later.clicked.connect(self.next_case)
        self.add_right(self.later)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CALM_MS)
        self._soon.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        document.conflicted.connect(self.add)
        document.changed.connect(self._changed)

    @property
    def waiting(self) -> int:
        """How many conflicts of the open show wait."""
        return len(self._here())

    @property
    def case(self) -> Case | None:
        """The one that is shown."""
        return self._case

    def why_stay(self) -> str:
        """What would be lost now, of any show; empty for nothing."""
        if not self._cases:
            return ""
        lost = self.tr("{0} changes of the script wait for a choice; whoever closes now loses them.")
        return lost.format(len(self._cases))

    @Slot(object)
    def add(self, conflict: Conflict) -> None:
        """Put a conflict at the end of the queue."""
        self._cases.append(Case(conflict))
        self._look()

    @Slot(object)
    def pick(self, side: Side) -> None:
        """Let a side hold for the field that is shown, and go on to the next one without a choice."""
        case, row = self._case, self._row()
        if case is None or row is None:
            return
        case.choose(side, row.dispute)
        self._fill()
        left = [at for at, each in enumerate(self.model.rows) if each.side is None]
        here = self.list.currentIndex().row()
        if left:
            self.list.setCurrentIndex(self.model.index(next((at for at in left if at > here), left[0]), 0))

    @Slot()
    def all_theirs(self) -> None:
        """Let their version hold everywhere."""
        self._all(Side.THEIRS)

    @Slot()
    def all_mine(self) -> None:
        """Let this window's version hold everywhere."""
        self._all(Side.MINE)

    @Slot()
    def apply(self) -> None:
        """Do what was chosen, or what can be done now; the next conflict follows."""
        case = self._case
        if case is None or not self.apply_button.isEnabled():
            return
        self._document.flush()
        # What was still being typed is in the script now, and a choice may have fallen by it.
        self._look()
        show = self._document.show
        if show is None or self._case is not case or not self.apply_button.isEnabled():
            return
        edit = case.settle(show)
        if edit is None or self._document.do(edit):
            self._drop(case)

    @Slot()
    def copy(self) -> None:
        """Put this window's words on the clipboard."""
        if self._case is not None:
            QGuiApplication.clipboard().setText(mine(self._case))
            self.copy_button.setText(self.tr("Copied"))

    @Slot()
    def let_go(self) -> None:
        """Take the conflict away with its words: asked twice, where there are any."""
        if self._case is None:
            return
        if self._case.standing is Standing.MOOT or self._dropping:
            self._drop(self._case)
            return
        self._dropping = True
        self.drop_button.setText(self.tr("Really discard my words"))

    @Slot()
    def next_case(self) -> None:
        """Look at the next conflict; this one stays."""
        here = self._here()
        if self._case in here:
            self._turn_to(here[(here.index(self._case) + 1) % len(here)])
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← or 1 theirs, → or 2 mine, with Shift all of them; Enter applies, Page Up and Down scroll."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_1 | Qt.Key.Key_Exclam:
                self.all_theirs() if shift else self.pick(Side.THEIRS)
            case Qt.Key.Key_Right | Qt.Key.Key_2 | Qt.Key.Key_At:
                self.all_mine() if shift else self.pick(Side.MINE)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_PageUp:
                self.sides.turn_page(-1)
            case Qt.Key.Key_PageDown:
                self.sides.turn_page(1)
            case key if key in _ENTER:
                self.apply()
            case Qt.Key.Key_C if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.copy()
            case _:
                super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """See everything as it stands now."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """A question that was not answered is taken back."""
        super().hideEvent(event)
        self._dropping = False
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low panel the list scrolls sooner: what is chosen between must be seen."""
        super().resizeEvent(event)
        self._fit_list()

    # --- inside ----------------------------------------------------------------------------------------------

    def _buttons(self) -> QHBoxLayout:
        self.theirs_button = QPushButton(self.tr("All theirs"))
        self.mine_button = QPushButton(self.tr("All mine"))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.drop_button = QPushButton(self.tr("Discard my words"))
        self.apply_button = QPushButton(self.tr("Apply"))
        self.apply_button.setProperty("variant", "primary")
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for button, does in (
            (self.theirs_button, self.all_theirs),
            (self.mine_button, self.all_mine),
            (self.copy_button, self.copy),
            (self.drop_button, self.let_go),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(does)
            line.addWidget(button)
        line.addStretch(1)
        self.apply_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.apply_button.clicked.connect(self.apply)
        line.addWidget(self.apply_button)
        return line

    def _fit_list(self) -> None:
        room = max(_FEW_ROWS, (self.height() - _REST) // DisputeDelegate.height)
        self.list.setFixedHeight(DisputeDelegate.height * min(_ROWS, room, max(1, self.model.rowCount())))

    def _turn_to(self, case: Case | None) -> None:
        self._case = case
        self._titles = {} if case is None else row_titles(case.conflict)
        self._dropping = False

    def _here(self) -> list[Case]:
        show = self._document.show
        return [case for case in self._cases if show is not None and case.conflict.current.id == show.id]

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        if self._cases and (change.before is None or self.isVisible()):
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        """See the case that is shown against the script as it stands now."""
        here, show = self._here(), self._document.show
        if self._case not in here:
            self._turn_to(here[0] if here else None)
        if self._case is not None and show is not None:
            self._case.look(show)
        if len(here) != self._count:
            self._count = len(here)
            self.counted.emit(self._count)
            if not here:
                self.emptied.emit()
        self._fill()

    def _fill(self) -> None:
        case = self._case
        self.facts.setText(self._place())
        fields = case.fields if case is not None else ()
        choosing = case is not None and case.standing is Standing.CHOOSE
        nothing = self.tr("Nothing to choose. Where two people change the same, both versions stand here.")
        self.why.setText(nothing if case is None else why_words(case.standing))
        middle, left = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.why.setAlignment(middle if case is None else left)
        set_property(self.why, "tone", "dim" if case is None else "text")
        self.later.setVisible(self._count > 1)
        if case is not None:
            self.model.set_rows([self._line(case, at) for at in range(len(fields))] if choosing else ())
        else:
            self.model.set_rows(())
        self.list.setVisible(choosing)
        self._fit_list()
        self.sides.setVisible(choosing)
        if choosing and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._turned()
        self._fill_words(None if choosing else case)
        self.theirs_button.setVisible(choosing)
        self.mine_button.setVisible(choosing)
        self.copy_button.setVisible(case is not None)
        self.copy_button.setText(self.tr("Copy my words"))
        self.drop_button.setVisible(case is not None and not choosing)
        if case is not None:
            moot = case.standing is Standing.MOOT
            again = self.tr("Really discard my words") if self._dropping else self.tr("Discard my words")
            self.drop_button.setText(self.tr("Done") if moot else again)
        self.apply_button.setVisible(case is not None and case.standing is not Standing.MOOT)
        self._offer()

    def _fill_words(self, case: Case | None) -> None:
        self.words.setVisible(case is not None)
        self.words_of.setVisible(case is not None)
        if case is not None:
            rows = dict.fromkeys(row_key(one.kind, one.id) for one in case.wanted.items)
            titles = [self._titles[one] for one in rows if one in self._titles]
            self.words_of.setText(" · ".join(titles[:3]))
            self.words.show_text(mine(case) or self.tr("You took lines or rows away; there are no words to keep."))

    def _offer(self) -> None:
        case = self._case
        if case is None:
            return
        choosing = case.standing is Standing.CHOOSE
        self.apply_button.setEnabled(case.standing is Standing.READY or (choosing and not case.left))
        if choosing and case.left:
            self.apply_button.setText(self.tr("{0} to choose").format(case.left))
        else:
            self.apply_button.setText(self.tr("Apply  Enter") if choosing else self.tr("Apply mine"))

    def _place(self) -> str:
        here = self._here()
        if self._case not in here or len(here) < 2:
            return ""
        return self.tr("{0} of {1}").format(here.index(self._case) + 1, len(here))

    def _line(self, case: Case, at: int) -> DisputeRow:
        one = case.fields[at]
        return DisputeRow(one, self._titles.get(one.key[0], ""), dispute_words(one), case.chosen.get(one.key))

    def _row(self) -> DisputeRow | None:
        index = self.list.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    @Slot()
    def _turned(self) -> None:
        row, show = self._row(), self._document.show
        if row is not None and show is not None:
            self.sides.show_dispute(show, row.dispute)
            self.sides.show_side(row.side)

    def _step(self, by: int) -> None:
        at = self.list.currentIndex().row() + by
        if 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at, 0))

    def _all(self, side: Side) -> None:
        if self._case is not None:
            self._case.choose(side, *self._case.fields)
            self._fill()

    def _drop(self, case: Case) -> None:
        self._cases.remove(case)
        self._dropping = False
        self._look()
