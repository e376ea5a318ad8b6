"""The script workspace: the show in the days before air. Timeline above; below it the rundown, the words, and what
belongs to the chosen segment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from livedesk.domain.edits import SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval
from livedesk.domain.script_checks import ScriptProblem
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.services.templates import Template
from livedesk.ui.context import DeskContext, GoTo, Tick, Workspace
from livedesk.ui.theme import GAP
from livedesk.ui.workspaces.script.approval_bar import LockBar
from livedesk.ui.workspaces.script.band import Band
from livedesk.ui.workspaces.script.check_places import go_to, has_keys, to_rundown
from livedesk.ui.workspaces.script.conflict_bar import ConflictBar
from livedesk.ui.workspaces.script.conflict_panel import ConflictPanel
from livedesk.ui.workspaces.script.copies import Copies
from livedesk.ui.workspaces.script.diff_page import DiffPage
from livedesk.ui.workspaces.script.diff_view import Comparison
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.doors import Doors
from livedesk.ui.workspaces.script.facts import Facts, ScriptFacts
from livedesk.ui.workspaces.script.files import ShowFiles
from livedesk.ui.workspaces.script.gestures import Gestures
from livedesk.ui.workspaces.script.header import FilesMenu, Header
from livedesk.ui.workspaces.script.notes import Notes
from livedesk.ui.workspaces.script.nothing import NothingYet
from livedesk.ui.workspaces.script.opening import Opening
from livedesk.ui.workspaces.script.page_keys import PageKeys
from livedesk.ui.workspaces.script.passed_over import PassedOver
from livedesk.ui.workspaces.script.rundown_panel import ScriptRundownPanel
from livedesk.ui.workspaces.script.side import TIME, VERSIONS, Side
from livedesk.ui.workspaces.script.taken_back import TakenBack
from livedesk.ui.workspaces.script.text_panel import TextPanel

_SHARES = (330, 800, 350)
_NOTHING, _SCRIPT = 0, 1
_TEXT, _CONFLICT, _DIFF = 0, 1, 2
_NOTES_AT = 3


class ScriptPage(Workspace):
    """Writes one show at a time: the one on the desk at first, any other by its title's menu or from the plan."""

    id = "script"
    icon = "script"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.document = ScriptDocument(context, self)
        self.opening = Opening(self.document, self)
        self.facts = ScriptFacts(context, self.document, self)
        self._snapshot: SessionSnapshot | None = None
        self._computed: Facts | None = None
        self._by_hand = False
        self.header = Header(context)
        self.lock = LockBar(context, self.document)
        self.notes = Notes(context, self.document)
        self.rundown = ScriptRundownPanel(context, self.document)
        self.band = Band(context, self.document, self.rundown, self)
        self.gestures = Gestures(context, self.document, self._group_in_front, self)
        self.copies = Copies(context, self.document, self.gestures, self)
        self.text = TextPanel(context, self.document)
        self.conflicts = ConflictPanel(context, self.document)
        self.conflict_bar = ConflictBar(context, self.conflicts)
        self.diff = DiffPage(context)
        self.side = Side(context, self.document, self.facts, self.gestures, approval=self.lock.facts)
        TakenBack(context, self.document, self).told.connect(self.header.tell)
        self.passed = PassedOver(self.document, self)
        self.files = ShowFiles(context, self.document, self)
        self.doors = Doors(context, self)
        self.menu = FilesMenu(self)
        self.centre = QStackedWidget()
        self._pages = QStackedLayout(self)
        self._nothing = NothingYet(context)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Script")

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """The show on the desk is the one that is written, until a person chooses another."""
        self._snapshot = snapshot
        for part in (self.lock.facts, self.side.fields, self.passed):
            part.on_session(snapshot)
        if not self._by_hand or (self.document.show is None and not self.opening.waiting):
            self.opening.open(snapshot.state.show.id)
        self._head()

    def on_tick(self, tick: Tick) -> None:
        """Playhead and actuals."""
        self.band.on_tick(tick)

    def on_shown(self) -> None:
        """Without a show on the desk the nearest one is opened."""
        if self.document.show is None and self._snapshot is None:
            self.doors.find_nearest()
        self.keys.join_palette()
        self.take_keys()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever is typed is asked for before another page comes."""
        self.document.flush()
        super().hideEvent(event)

    def take_keys(self) -> None:
        """The rundown has the keys."""
        if self.document.show is None:
            self._nothing.take_keys()
        else:
            to_rundown(self.rundown)

    def show_item(self, item_id: str) -> None:
        """Write this show."""
        self._by_hand = True
        self.opening.open(item_id)

    def unsettled(self) -> bool:
        """Whether edits are on their way to the disk."""
        return self.document.busy

    def why_stay(self) -> str:
        """Words that wait for a choice would go with the window."""
        self.document.flush()
        return self.conflicts.why_stay()

    @Slot()
    def go_air(self) -> None:
        """Lock the script and bring its show to the desk; unlock it where it is locked."""
        show = self.document.show
        if show is not None and not show.approval.closed:
            self.lock_or_unlock()
            self.open_desk()
        else:
            self.lock_or_unlock()

    @Slot()
    def lock_or_unlock(self) -> None:
        """Lock the script, with every word that is typed; a locked one asks why it is unlocked."""
        show = self.document.show
        if show is None:
            return
        if show.approval.closed:
            self.lock.ask_unlock()
            return
        self.document.flush()
        self.document.do(SetApproval(Approval.LOCKED))

    @Slot()
    def open_desk(self) -> None:
        """Bring the show to the desk, with everything that is typed."""
        show = self.document.show
        if show is None:
            return
        self.document.flush()
        show_id, services = show.id, self.context.services
        self.context.background.run(lambda: services.open_show(show_id), self._on_desk, self._failed, urgent=True)

    @Slot()
    def open_window(self) -> None:
        """This show in another window too: both write it, and hear of each other."""
        from livedesk.ui.workspaces.script.second_window import SecondWindow

        show = self.document.show
        if show is not None:
            self.document.flush()
            SecondWindow(self.context, show.id, self.window()).show()

    @Slot()
    def open_files(self) -> None:
        """The menu of what the show can be written into."""
        self.menu.open_under(self.header.out)

    @Slot()
    def read_sheet(self) -> None:
        """Import into this show, on the page that reads sheets."""
        show = self.document.show
        self.context.bridge.post(GoTo("plan", show.id if show is not None else ""))

    @Slot()
    def save(self) -> None:
        """Nothing is ever unsaved for long: ask for what is typed, and say so."""
        self.document.flush()
        self.notes.say(
            self.tr("Every change is kept as it is made; this is version {0}.").format(self.document.revision)
        )

    @Slot(object)
    def go_to(self, problem: ScriptProblem) -> None:
        """Show what a problem is about: the words, the field, or the show's facts."""
        go_to(self, problem)

    @Slot()
    def write(self) -> None:
        """The keys go to the words, whatever stood in their place."""
        self.centre.setCurrentIndex(_TEXT)
        self.text.take_keys()

    # --- inside ----------------------------------------------------------------------------------------------

    def _group_in_front(self) -> str:
        return self.rundown.view.group_in_front

    def _lay_out(self) -> None:
        self.centre.addWidget(self.text)
        self.centre.addWidget(self.conflicts)
        self.centre.addWidget(self.diff)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(GAP)
        self.split.setChildrenCollapsible(False)
        for part, share in zip((self.rundown, self.centre, self.side), _SHARES, strict=True):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.count() - 1, share)
        self.split.setSizes(list(_SHARES))
        self.rundown.setMinimumWidth(300)
        self.side.setMinimumWidth(330)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.header)
        box.addWidget(self.lock)
        box.addWidget(self.conflict_bar)
        self._box = box
        box.addWidget(self.band.timeline)
        box.addWidget(self.split, 1)
        self._nothing.body.insertWidget(0, self.notes)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(whole)

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(self._changed)
        document.settling.connect(self._head)
        self.lock.facts.changed.connect(self._head)
        document.chose.connect(self._tell_text)
        self.opening.refused.connect(self._not_done)
        self.conflict_bar.asked.connect(self.open_conflicts)
        self.conflicts.emptied.connect(self._settled)
        self.facts.found.connect(self._found)
        self.facts.refused.connect(self._failed)
        self.band.refused.connect(self._failed)
        self.band.timeline.opened.connect(self.open_segment)
        self.band.timeline.slack_opened.connect(self._open_time)
        self.rundown.view.entered.connect(self.write)
        self.rundown.add.connect(self.gestures.add)
        self.gestures.named.connect(self._name)
        for said in (self.gestures.said, self.copies.said, self.passed.told, self.side.left_open.told):
            said.connect(self.notes.say)
        self.diff.closed.connect(self._leave_diff)
        self.side.checks.opened.connect(self.go_to)
        self.side.templates.chosen.connect(self._put_template)
        self.side.templates.refused.connect(self._failed)
        self.side.versions.opened.connect(self._open_diff)
        self.side.versions.compared.connect(self._compared)
        self.header.wants_shows.connect(self.doors.ask)
        self.header.chosen.connect(self.show_item)
        self.header.new.connect(self.doors.begin)
        self.doors.listed.connect(self.header.offer)
        self.doors.made.connect(self.show_item)
        self.doors.found.connect(self._nearest)
        self.doors.failed.connect(self._failed)
        self.header.sheet.clicked.connect(self.read_sheet)
        self.header.out.clicked.connect(self.open_files)
        self.header.desk.clicked.connect(self.open_desk)
        self.header.lock.clicked.connect(self.go_air)
        self.files.serve(self.menu, self.notes)
        self.files.failed.connect(self._failed)
        self._nothing.new.connect(self.doors.begin)
        self._nothing.sheet.connect(self.read_sheet)
        self.rundown.sheet.connect(self.read_sheet)
        self.side.templates.started.connect(self.doors.start_from)
        self.keys = PageKeys(self)

    # Slots: the document.

    @Slot(object)
    def _changed(self, _changed: Changed) -> None:
        if self._pages.currentIndex() == _NOTHING:
            self._begin()
        self._head()
        self.keys.allow(self.document.show)

    def _begin(self) -> None:
        """The first show has come: the keys of the page without one go to its rundown."""
        had = has_keys(self._nothing)
        self._box.insertWidget(_NOTES_AT, self.notes)
        self._pages.setCurrentIndex(_SCRIPT)
        if had:
            self.take_keys()

    @Slot()
    def _head(self) -> None:
        if (show := self.document.show) is not None:
            self.header.settle(self.document.busy, self.document.revision)
            self.header.show_document(show, self._snapshot, self.lock.facts.changes)

    @Slot()
    def open_conflicts(self) -> None:
        """Show both versions of what waits for a choice."""
        self.centre.setCurrentIndex(_CONFLICT)
        self.conflicts.setFocus()

    @Slot()
    def _settled(self) -> None:
        if has_keys(self.conflicts):
            self.write()
        else:
            self.show_text()

    def show_text(self) -> None:
        """The words again, after a difference was looked at."""
        if self.centre.currentIndex() != _CONFLICT or not self.conflicts.waiting:
            self.centre.setCurrentIndex(_TEXT)

    @Slot(object)
    def _found(self, facts: Facts) -> None:
        self.rundown.show_facts(facts)
        self._computed = facts
        self._tell_text()

    @Slot()
    def _tell_text(self) -> None:
        """The words are counted against the time of the segment that is shown."""
        if self._computed is not None and self.facts.known is not None:
            self.text.show_facts(self._computed, self.facts.known)

    @Slot(str)
    def _name(self, item_id: str) -> None:
        """Something new waits for its title."""
        show = self.document.show
        if show is not None and show.group(item_id) is not None:
            self.rundown.rename_group(item_id)
            return
        self.side.ask_title()

    @Slot(str)
    def open_segment(self, segment_id: str) -> None:
        """Choose a segment and write in it."""
        self.document.choose((segment_id,), segment_id)
        self.write()

    @Slot()
    def _open_time(self) -> None:
        self.side.open(TIME)

    @Slot()
    def _open_diff(self) -> None:
        self.diff.show_comparison(self.side.versions.comparison)
        self.centre.setCurrentIndex(_DIFF)
        self.diff.setFocus()

    @Slot()
    def _leave_diff(self) -> None:
        self.show_text()
        self.side.open(VERSIONS)

    @Slot(object)
    def _compared(self, comparison: Comparison | None) -> None:
        self.diff.show_comparison(comparison)
        if comparison is None and self.centre.currentIndex() == _DIFF:
            self.show_text()

    @Slot(object)
    def _put_template(self, template: Template) -> None:
        if template.clipping is not None:
            self.copies.put(template.clipping)

    @Slot(object)
    def _on_desk(self, _nothing: object) -> None:
        self.context.bridge.post(GoTo("live"))

    @Slot(str)
    def _nearest(self, show_id: str) -> None:
        if self.document.show is not None or self.opening.waiting:
            return
        if show_id:
            self.opening.open(show_id)
        else:
            self._nothing.offer()

    @Slot(object)
    def _not_done(self, error: Exception) -> None:
        if self.document.show is None:
            self._nothing.offer()
        self._failed(error)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.notes.fail(error)
