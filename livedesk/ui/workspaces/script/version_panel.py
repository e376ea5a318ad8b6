"""Versions: how far the script has come, everything that was done to it, when it was on air, and the way back to any
of it."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLayout, QSplitter, QWidget

from livedesk.domain.edits import ReplaceShow
from livedesk.ui import format as fmt
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.script.approval_box import ApprovalBox
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.approval_keys import ApprovalKeys
from livedesk.ui.workspaces.script.diff_view import Comparison
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.version_box import VersionBox
from livedesk.ui.workspaces.script.version_compare import Comparer, Wanted
from livedesk.ui.workspaces.script.version_history import VersionHistory
from livedesk.ui.workspaces.script.version_list import VersionList
from livedesk.ui.workspaces.script.version_rows import Reader, VersionRow, rows, title
from livedesk.ui.workspaces.script.version_runs import VersionRuns

LOW = 560
"""A panel lower than this has no room for the list and the words of a difference."""
_BOX = 66
"""The name of a difference over its buttons."""
SHOW_VERSIONS = "script_to_versions"
"""The page's action that turns to this panel."""


class VersionsPanel(Panel):
    """``compared`` carries the :class:`Comparison` that is shown (None: none), ``opened`` asks to show it large."""

    compared = Signal(object)
    opened = Signal()

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        parent: QWidget | None = None,
        *,
        facts: ApprovalFacts | None = None,
    ) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Versions"))
        self.head = self.title.parentWidget()
        self._context, self._document = context, document
        self._opened: set[Hashable] = set()
        self._against_now = True
        self._restoring = self._asking = self._led = False
        self._shown: Comparison | None = None
        self.facts_of_approval = facts if facts is not None else ApprovalFacts(context, document, self)
        self.approval_keys = ApprovalKeys(context, document, self.facts_of_approval, self)
        self.approval = ApprovalBox(context, document, self.facts_of_approval)
        self.history = VersionHistory(context, document, self)
        self.runs = VersionRuns(context, document, self.facts_of_approval, self)
        self.comparer = Comparer(context, document, self)
        self.model: KeyedListModel[VersionRow] = KeyedListModel(self)
        self.list = VersionList(self.model, context.theme)
        self.list.empty = self.tr("Nothing was changed yet. Every change stands here, and can be taken back.")
        self.box = VersionBox(context)
        rule = QFrame()
        rule.setProperty("role", "line")
        rule.setFixedHeight(1)
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(5)
        split.addWidget(self.list)
        split.addWidget(self.box)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self.body.addWidget(self.approval)
        self.body.addWidget(rule)
        self.body.addWidget(split, 1)
        self.history.changed.connect(self._listed)
        self.runs.changed.connect(self._listed)
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self.list.folded.connect(self._fold)
        self.list.older.connect(self.history.more)
        self.list.entered.connect(self._enlarge)
        self.comparer.compared.connect(self._compared)
        self.box.turned.connect(self._turn)
        self.box.large.connect(self._enlarge)
        self.box.asked.connect(self.ask_restore)
        self.box.restored.connect(self.restore)
        self.box.left.connect(self._leave)
        self.facts_of_approval.changed.connect(self._offered)
        self._restore_key = context.actions.add(
            "script_restore", self.tr("Restore a version …"), self._to_restore, category=Category.SHOW
        )
        self.addAction(self._restore_key)
        self._offered()

    @property
    def comparison(self) -> Comparison | None:
        """The difference that is shown."""
        return self._shown

    def minimumSizeHint(self) -> QSize:
        """That of a low panel: what a higher one needs is given up before anything is cut."""
        low = self.approval.sizeHint().height() + self.list.minimumHeight() + _BOX
        return QSize(super().minimumSizeHint().width(), low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low panel the list has the room, and the difference is shown in the middle of the page."""
        super().resizeEvent(event)
        low = self.height() < LOW
        self.box.set_low(low)
        self.approval.set_low(low)
        if self.head is not None:
            self.head.setVisible(not low)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was missed."""
        super().showEvent(event)
        self.history.watch(True)
        self.runs.watch(True)
        self.comparer.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        super().hideEvent(event)
        self.history.watch(False)
        self.runs.watch(False)
        self.comparer.watch(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the question whether to restore, then the choice."""
        if event.key() == Qt.Key.Key_Escape and self._restoring:
            self._leave()
        elif event.key() == Qt.Key.Key_Escape and self.list.chosen:
            self.list.clearSelection()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take_keys(self) -> None:
        """Put the cursor into the list, and choose the newest version where none is."""
        self.list.setFocus()
        if not self.list.chosen and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.selectionModel().select(
                self.list.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    @Slot()
    def ask_restore(self) -> None:
        """Show what putting the chosen version back would change."""
        if len(self.list.chosen) == 1 and self._document.editable:
            self._restoring = self._asking = True
            self._ask()

    @Slot()
    def _to_restore(self) -> None:
        """Come to the front; the version that is chosen there is what would be restored. The newest is what stands
        now: another is to be chosen then."""
        if SHOW_VERSIONS in self._context.actions:
            self._context.actions.trigger(SHOW_VERSIONS)
        if not self._newest:
            self.ask_restore()

    @Slot()
    def restore(self) -> None:
        """Put the version back whose changes are shown. An undo takes that back."""
        shown = self._shown
        if shown is None or not shown.restoring or shown.found.empty:
            return
        self._document.flush()
        if self._document.do(ReplaceShow(shown.after)):
            self._restoring = self._led = False
            self.list.clearSelection()
            self.list.setFocus()

    @Slot()
    def _listed(self) -> None:
        show, history = self._document.show, self.history
        if show is None or history.titles is None:
            self.model.set_rows(())
            self.facts.setText("")
            return
        reader = Reader(show.zone, self._context.clock.now().wall_ms, history.titles, self._opened)
        first = not self.model.rowCount()
        # Without any step there is nothing to go back to, and it is listed only where it was on air.
        there = history.steps or self.runs.found
        self.model.set_rows(
            rows(history.steps, reader, whole=history.whole, aired=self.runs.found) if there else ()
        )
        if first and self.list.hasFocus():
            # The keys were here before there was anything to choose.
            self.take_keys()
        self.facts.setText(self.tr("version {0}").format(fmt.count(self._now)))

    @Slot(object)
    def _fold(self, row: VersionRow) -> None:
        self._opened.symmetric_difference_update({row.key})
        self._listed()

    @Slot()
    def _chosen(self) -> None:
        self._restoring = self._asking = False
        # The newest version is what stands now: there it is told what it changed. Going on air changed nothing, and
        # before the first there was nothing.
        chosen = self.list.chosen
        changed = self._newest and chosen[0].on_air is None and chosen[0].before != chosen[0].revision
        self._against_now = not changed
        self._ask()

    @property
    def _now(self) -> int:
        steps = self.history.steps
        return steps[0].revision if steps else 1

    @property
    def _newest(self) -> bool:
        chosen = self.list.chosen
        return len(chosen) == 1 and chosen[0].revision == self._now

    @Slot()
    def _turn(self) -> None:
        self._against_now = not self._against_now
        self._ask()

    @Slot()
    def _leave(self) -> None:
        self._restoring = self._asking = False
        if self._led:
            # What was asked for in the middle goes from there.
            self._led = False
            self.compared.emit(None)
        self._ask()
        self.list.setFocus()

    @Slot()
    def _enlarge(self) -> None:
        if self._shown is not None:
            self.opened.emit()

    def _ask(self) -> None:
        chosen = self.list.chosen
        if not chosen:
            self.comparer.ask(None)
            return
        newest, oldest, now = chosen[0], chosen[-1], self.tr("now")
        if len(chosen) > 1:
            self.comparer.ask(Wanted(oldest.revision, newest.revision, title(oldest), title(newest)))
        elif self._restoring:
            self.comparer.ask(Wanted(None, newest.revision, now, title(newest), restoring=True))
        elif self._against_now:
            self.comparer.ask(Wanted(newest.revision, None, title(newest), now))
        else:
            before = self.tr("before it")
            self.comparer.ask(Wanted(newest.before, newest.revision, before, title(newest)))

    @Slot(object)
    def _compared(self, shown: Comparison | None) -> None:
        self._shown = shown
        self._offered()
        self.compared.emit(shown)
        self._answer()

    def _answer(self) -> None:
        """What restoring would change is known: it is to be seen, and Enter does it."""
        shown = self._shown
        if not self._asking or shown is None or not shown.restoring:
            return
        self._asking = False
        if self.box.low:
            self._led = True
            self.opened.emit()
        (self.box.restore if self.box.restore.isEnabled() else self.box.cancel).setFocus()

    @Slot()
    def _offered(self) -> None:
        self.box.show_comparison(
            self._shown,
            single=len(self.list.chosen) == 1,
            against_now=self._against_now,
            editable=self._document.editable,
        )
        why = "" if self._document.show is not None else self.tr("Open a show first")
        if not why and not self._document.editable:
            why = self.tr("The script is locked: unlock it first.")
        self._restore_key.allow(not why, why)
