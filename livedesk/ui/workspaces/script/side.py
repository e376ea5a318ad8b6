"""The right of the script page: fields of what is chosen, what is wrong, the time, the versions, the templates."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GRID
from livedesk.ui.widgets.panel import Ground
from livedesk.ui.workspaces.script.allocation_panel import AllocationPanel
from livedesk.ui.workspaces.script.approval_facts import ApprovalFacts
from livedesk.ui.workspaces.script.check_panel import CheckPanel
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts, Known, ScriptFacts
from livedesk.ui.workspaces.script.fields_panel import FieldsPanel
from livedesk.ui.workspaces.script.gestures import Gestures
from livedesk.ui.workspaces.script.left_open import LeftOpen
from livedesk.ui.workspaces.script.template_panel import TemplatePanel
from livedesk.ui.workspaces.script.version_panel import VersionsPanel

FIELDS, CHECKS, TIME, VERSIONS, TEMPLATES = range(5)


class Side(QWidget):
    """Five pages under one row of tabs. ``approval``: what the page knows of the script's steps already."""

    turned = Signal(int)

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        facts: ScriptFacts,
        gestures: Gestures,
        parent: QWidget | None = None,
        *,
        approval: ApprovalFacts | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._facts = facts
        self.fields = FieldsPanel(context, document)
        self.checks = CheckPanel(context, document)
        self.time = AllocationPanel(context, document)
        self.versions = VersionsPanel(context, document, facts=approval)
        self.templates = TemplatePanel(context, gestures.clipping, self._whole)
        self.tabs = QTabBar()
        self.tabs.setObjectName("script-tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pages = QStackedWidget()
        ground = Ground()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.pages)
        for title, page in (
            (self.tr("Fields"), self.fields),
            (self.tr("Checks"), self.checks),
            (self.tr("Time"), self.time),
            (self.tr("Versions"), self.versions),
            (self.tr("Templates"), self.templates),
        ):
            self.tabs.addTab(title)
            self.pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self.tabs)
        box.addWidget(ground, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.left_open = LeftOpen(document, facts, self)
        self.time.pace_set.connect(facts.set_pace)
        facts.found.connect(self._found)
        document.changed.connect(self._changed)

    def open(self, page: int) -> None:
        """Turn to a page and give it the keys."""
        self.tabs.setCurrentIndex(page)
        if page == CHECKS:
            self.checks.take()
        elif page == VERSIONS:
            self.versions.take_keys()
        else:
            (self.fields, self.checks, self.time, self.versions, self.templates)[page].setFocus()

    def ask_title(self) -> None:
        """Let the title of what is chosen be typed over."""
        self.tabs.setCurrentIndex(FIELDS)
        self.fields.focus_field("title")
        field = self.fields.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit) and field.hasFocus():
            field.selectAll()

    def _whole(self) -> Show | None:
        return self._document.show

    @Slot(int)
    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        if page == TEMPLATES:
            self.templates.refresh()
        self.turned.emit(page)

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        """Of another show nothing is known yet."""
        if change.before is None:
            self.tabs.setTabText(CHECKS, self.tr("Checks"))

    @Slot(object)
    def _found(self, facts: Facts) -> None:
        self.checks.show_facts(facts)
        known = self._facts.known
        if isinstance(known, Known):
            self.time.show_facts(facts, known)
        many = facts.grave + facts.looks
        words = self.tr("Checks")
        self.tabs.setTabText(CHECKS, f"{words} {many}" if many else f"{words} ✓")
