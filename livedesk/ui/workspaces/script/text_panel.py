"""The script's text: written, checked, previewed and searched in one panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from livedesk.domain.claims import ClaimChecker, ClaimRule
from livedesk.domain.errors import UserError
from livedesk.domain.prompting import prompt_block
from livedesk.domain.rundown import Approval, Standby
from livedesk.domain.script import LineKind, ScriptPart, parse_script
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.script.claim_bar import ClaimBar
from livedesk.ui.workspaces.script.claim_desk import ClaimDesk
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts, Known
from livedesk.ui.workspaces.script.find_bar import FindBar
from livedesk.ui.workspaces.script.find_desk import FindDesk
from livedesk.ui.workspaces.script.preview import Preview
from livedesk.ui.workspaces.script.text_editor import ScriptEdit
from livedesk.ui.workspaces.script.text_facts import Paces, number_of, told_of
from livedesk.ui.workspaces.script.text_lines import script_lines, shape
from livedesk.ui.workspaces.script.text_units import to_units
from livedesk.ui.workspaces.script.text_variables import values_of
from livedesk.ui.workspaces.script.text_writer import TextWriter

_REST_MS = 150
_LOW, _LINE = 300, 36
"""Below the one there is room for the bar that finds or for the claims; the other is a line of the text."""


class TextPanel(Panel):
    """Public methods are what actions do. It follows the document while it is visible. ``pointed`` tells of a place
    that was found and is shown, a :class:`livedesk.domain.find_show.Hit`."""

    pointed = Signal(object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.setObjectName("script-panel")
        self._document = document
        self._paces = Paces({})
        self._planned = ("", 0)
        self._rules: tuple[ClaimRule, ...] = ()
        self._preview_key = QPushButton(self.tr("Prompter preview"))
        self._preview_key.setCheckable(True)
        self._preview_key.setProperty("variant", "flat")
        self._preview_key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_right(self._preview_key)
        self._lock_words = label(context.family, tone="next")
        self._locked = _state_line(self._lock_words)
        self.editor = ScriptEdit(context.theme, context.family, self)
        self.host_view = Preview(context.family)
        self.writer = TextWriter(document, self.editor, self)
        self.find_bar = FindBar(context.family)
        self.claim_bar = ClaimBar(context.family)
        self._finding = FindDesk(context, document, self.writer, self.editor, self.find_bar)
        self._claims = ClaimDesk(context, document, self.writer, self.editor, self.claim_bar)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.editor)
        self._pages.addWidget(self.host_view)
        for widget in (self._locked, self.find_bar):
            self.body.addWidget(widget)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.claim_bar)
        self.editor.setMinimumHeight(_LINE)
        self.find_bar.turned.connect(self._fit)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.editor.textChanged.connect(self._rest.start)
        self.editor.asked.connect(self._asked)
        self.writer.shown.connect(self._tell)
        self.writer.around.connect(self._around)
        self.host_view.left.connect(self.close_preview)
        document.changed.connect(self._numbered)
        self._finding.left.connect(self.take_keys)
        self._finding.pointed.connect(self.pointed)
        self._claims.left.connect(self.take_keys)
        self._preview_key.toggled.connect(self._turn)
        self._around()
        self._tell()

    # --- what the page gives ------------------------------------------------------------------------------

    def set_rules(self, rules: tuple[ClaimRule, ...], checker: ClaimChecker | None = None) -> None:
        """Check wording by these rules; ``checker`` are the same, made ready."""
        self._rules = rules
        self._claims.use(checker or (ClaimChecker(rules) if rules else None))
        self._tell_preview()

    def set_paces(self, paces: Mapping[str, float], default_cps: float) -> None:
        """Count with these rates: characters a second by name, and of everybody else."""
        new = Paces(paces, default_cps)
        if new != self._paces:
            self._paces = new
            self._rest.start()

    def show_facts(self, facts: Facts, known: Known) -> None:
        """What was computed beside the document: the word list, the rates, and how long segments are in the
        plan."""
        if known.rules is not self._rules:
            self.set_rules(known.rules)
        self.set_paces(known.rates, known.default_cps)
        item, show_ = self.writer.item, self.writer.show
        # Another show may have an item of the same id.
        ours = item is not None and show_ is not None and facts.show.id == show_.id
        time = facts.allocation.segments.get(item.id) if item is not None and ours else None
        planned = (item.id, time.planned_ms) if item is not None and time is not None else ("", 0)
        if planned != self._planned:
            self._planned = planned
            self._rest.start()

    # --- what actions do ----------------------------------------------------------------------------------

    @Slot()
    def take_keys(self) -> None:
        """The keyboard goes to the text, or to the preview where that is shown."""
        (self.host_view if self._preview_key.isChecked() else self.editor).setFocus()

    @Slot()
    def find(self) -> None:  # type: ignore[override]  # Qt's own looks for a native window
        """Open the bar that finds."""
        self.close_preview()
        self._finding.open(replacing=False)

    @Slot()
    def replace(self) -> None:
        """Open the bar that finds and replaces."""
        self.close_preview()
        self._finding.open(replacing=True)

    @Slot()
    def find_next(self) -> None:
        """Go to the next place; without a bar, open it."""
        if self.find_bar.isVisible():
            self._finding.step(1)
        else:
            self.find()

    @Slot()
    def find_previous(self) -> None:
        """Go to the place before; without a bar, open it."""
        if self.find_bar.isVisible():
            self._finding.step(-1)
        else:
            self.find()

    @Slot()
    def preview(self) -> None:
        """Show the text as the host will see it, or write again."""
        self._preview_key.toggle()

    @Slot()
    def close_preview(self) -> None:
        """Write again."""
        self._preview_key.setChecked(False)

    @Slot()
    def next_claim(self) -> None:
        """Go to the next wording that is marked."""
        self.close_preview()
        self._claims.step(1)

    @Slot()
    def previous_claim(self) -> None:
        """Go to the wording before that is marked."""
        self.close_preview()
        self._claims.step(-1)

    @Slot()
    def replace_claim(self) -> None:
        """Put the suggestion in place of the wording in question."""
        self._claims.replace()

    @Slot()
    def keep_claim(self) -> None:
        """Ask why the wording in question may stand, and let it."""
        self._claims.ask()

    @Slot()
    def take_claim_back(self) -> None:
        """Let the wording in question stand no longer."""
        self._claims.take_back()

    def go_to(self, line: int, start: int, end: int) -> None:
        """Choose characters [``start``, ``end``) of what a line of the script says; lines count from 0, headings
        do not."""
        self.close_preview()
        self.take_keys()
        text = self.editor.document()
        places = script_lines(text.findBlockByNumber(at).text() for at in range(text.blockCount()))
        if line < len(places):
            block = text.findBlockByNumber(places[line])
            head, at, words = shape(block.text()).text_start, block.position(), block.text()
            self.editor.point_at(at + to_units(words, head + start), at + to_units(words, head + end))

    def set_kind(self, kind: LineKind) -> None:
        """Make the chosen lines lines of a kind, or plain speech again."""
        self.editor.gestures.set_kind(kind)

    @Slot()
    def toggle_co_host(self) -> None:
        """Give the chosen lines to the co-host, or back to the host."""
        self.editor.gestures.set_speaker()

    def begin_part(self, part: ScriptPart) -> None:
        """Begin a part above the caret's line, or take its heading away."""
        self.editor.gestures.begin_part(part)

    # --- inside -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is looked for needs the room of a low window."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.claim_bar.setHidden(self.height() < _LOW and not self.find_bar.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the document again."""
        super().showEvent(event)
        self.writer.wake(True)
        self._numbered()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: nothing is done for it."""
        super().hideEvent(event)
        self.writer.wake(False)

    @Slot(str)
    def _asked(self, what: str) -> None:
        match what:
            case "undo" | "redo" if self._document.hurried:
                pass
            case "undo":
                self._document.undo()
            case "redo":
                self._document.redo()
            case "next_claim":
                self.next_claim()
            case "previous_claim":
                self.previous_claim()
            case _:
                self._say_locked()

    def _say_locked(self) -> None:
        show_ = self._document.show
        if show_ is not None and show_.approval.closed:
            self._document.refused.emit(UserError("edit.closed", state=show_.approval.value))

    @Slot()
    def _around(self) -> None:
        """The item's facts or the show's have changed."""
        item, show_ = self.writer.item, self.writer.show
        self.editor.fill_from(values_of(show_, item), self.writer.product)
        writable = item is not None and show_ is not None and not show_.approval.closed
        self.editor.lock(not writable)
        words = (
            self.tr("Choose a segment to write its text") if item is None else self.tr("Write what the host says")
        )
        if self.editor.placeholderText() != words:
            self.editor.setPlaceholderText(words)
        closed = show_ is not None and show_.approval.closed and item is not None
        if closed and show_ is not None:
            archived = show_.approval is Approval.ARCHIVED
            show(
                self._lock_words,
                self.tr("■ Archived: the text is as it was; nothing is changed here")
                if archived
                else self.tr("■ Locked: unlock the script to change its text"),
            )
        self._locked.setVisible(closed)
        self._rest.start()

    @Slot()
    def _tell(self) -> None:
        """Head and preview go by the text as it stands."""
        self._rest.stop()
        item, show_ = self.writer.item, self.writer.show
        if item is None or show_ is None:
            show(self.title, self.tr("Script text"))
            self.facts.setText("")
            self.host_view.tell(None)
            return
        self._numbered()
        script = parse_script(self.editor.toPlainText())
        planned = self._planned[1] if self._planned[0] == item.id else None
        told = told_of(item, script, show_.host, values_of(show_, item), self._paces, planned)
        if self.facts.text() != told.words:
            self.facts.setText(told.words)
        set_property(self.facts, "tone", "warn" if told.warns else "dim")
        self._tell_preview()

    @Slot()
    def _numbered(self) -> None:
        """The number over the words is that of the list, wherever the segment has come."""
        item = self.writer.item
        if item is not None:
            name = item.title if isinstance(item, Standby) else number_of(item, self.writer.place)
            show(self.title, self.tr("{0} script").format(name))

    def _tell_preview(self) -> None:
        item = self.writer.item
        if item is None or not self._preview_key.isChecked():
            return
        written = replace(item, script=parse_script(self.editor.toPlainText()))
        values = values_of(self.writer.show, item)
        self.host_view.tell(prompt_block(written, self.writer.product, self._rules, values=values))

    @Slot(bool)
    def _turn(self, shown: bool) -> None:
        """From writing to the preview and back."""
        had = self.editor.hasFocus() or self.host_view.hasFocus()
        self._preview_key.setText(self.tr("Back to writing") if shown else self.tr("Prompter preview"))
        self.writer.flush()
        self._pages.setCurrentIndex(1 if shown else 0)
        self._tell_preview()
        if had:
            self.take_keys()


def _state_line(words: QWidget) -> QFrame:
    """A line that says why nothing can be written."""
    made = QFrame()
    made.setProperty("role", "topbar")
    row = QHBoxLayout(made)
    row.setContentsMargins(12, GAP, 12, GAP)
    row.addWidget(words)
    return made
