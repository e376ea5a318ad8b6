"""A form: rows of fields over the document. What a person wants is taken, refused in a sentence, or asked about."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.ui.context import DeskContext
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_row import Answer, Editor, Row
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor

SPACING = 6


class UnreadError(Exception):
    """What was typed can't be taken; its text is the sentence that says why, and what to write."""


class QuestionError(Exception):
    """What was typed can be meant in more than one way."""

    def __init__(self, words: str, *answers: Answer) -> None:
        super().__init__(words)
        self.answers = answers


class Form(QWidget):
    """Subclasses add rows and override :meth:`take`. Forms inside a form are flushed and locked with it."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__()
        self.context = context
        self.document = document
        self.family = context.family
        self.rows: dict[str, Row] = {}
        self.editors: dict[str, Editor] = {}
        self.inner: list[Form] = []
        self._answers: dict[str, tuple[str, ...]] = {}
        self._parting: Show | None = None
        self._parted: list[Edit] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)

    # --- for subclasses ------------------------------------------------------------------------------------

    def add(self, caption: str, *parts: QWidget) -> Row:
        """A row of editors (and of widgets between them)."""
        row = Row(self.family, caption, *parts)
        row.answered.connect(self._answered)
        row.withdrawn.connect(self._withdrawn)
        for part in parts:
            if isinstance(part, Editor):
                self.rows[part.key] = row
                self.editors[part.key] = part
                part.asked.connect(self._asked)
                if isinstance(part, LineEditor | TextEditor):
                    part.held.told.connect(row.say)
                if isinstance(part, LineEditor):
                    part.entered.connect(self.offer)
        self.column.addWidget(row)
        return row

    def add_inner(self, form: Form, caption: str = "") -> Row:
        """A form in a row of this one."""
        self.inner.append(form)
        row = Row(self.family, caption, form)
        if caption:
            row.caption.setBuddy(form.buddy())
        self.column.addWidget(row)
        return row

    def buddy(self) -> QWidget:
        """What a caption before the form belongs to."""
        return self

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Do what the person wants of a field; ``answers`` are those given so far. Raises :class:`UnreadError`,
        :class:`QuestionError` or UserError."""

    @Slot(str)
    def offer(self, key: str) -> None:
        """A line has the keyboard: say what may be meant in it."""

    @property
    def read_on(self) -> Show | None:
        """The show that what is typed is read by: the document's, while it is parted with the one it was typed on."""
        return self._parting or self.document.show

    def do(self, edit: Edit | None) -> None:
        """Have the document changed. Raises :class:`UnreadError` where it refuses."""
        if self._parting is not None:
            if edit is not None:
                self._parted.append(edit)
            return
        if edit is not None and not self.document.do(edit):
            raise UnreadError(self.tr("This could not be kept. The script may be locked, or the segment gone."))

    # --- for the panel -------------------------------------------------------------------------------------

    def all_editors(self) -> Iterator[Editor]:
        """Every editor, also of the forms inside."""
        yield from self.editors.values()
        for form in self.inner:
            yield from form.all_editors()

    def flush(self) -> None:
        """Ask for everything that is typed."""
        for editor in self.all_editors():
            editor.take()

    def part(self, base: Show) -> tuple[Edit, ...]:
        """Give up what is typed and can't be asked for any more, as edits of the show that it was typed on; what
        can't be read stays in its field. A question that stands open has its first answer."""
        edits: list[Edit] = []
        for key, editor in self.editors.items():
            if not isinstance(editor, LineEditor | TextEditor):
                continue
            if editor.hasFocus():
                QGuiApplication.inputMethod().commit()
            if editor.held.dirty and self._reads(base, key, editor.typed()):
                edits.extend(self._parted)
                editor.held.settle()
        for form in self.inner:
            edits.extend(form.part(base))
        return tuple(edits)

    def lost(self, show: Show) -> bool:
        """Whether what the fields belong to is gone from a show; a form of one thing is told so by its panel."""
        return False

    def lock(self, locked: bool) -> None:
        """Let everything be read only."""
        for editor in self.editors.values():
            editor.lock(locked)
        for form in self.inner:
            form.lock(locked)

    # --- inside --------------------------------------------------------------------------------------------

    @Slot(str, object)
    def _asked(self, key: str, value: object) -> None:
        self._answers[key] = ()
        self._try(key, value)

    @Slot(str, str)
    def _answered(self, key: str, answer: str) -> None:
        editor = self.editors[key]
        self._answers[key] = (*self._answers.get(key, ()), answer)
        if self._try(key, editor.typed()):
            if isinstance(editor, LineEditor | TextEditor):
                editor.held.settle()
            editor.setFocus()

    @Slot(str)
    def _withdrawn(self, key: str) -> None:
        editor = self.editors[key]
        if isinstance(editor, LineEditor | TextEditor):
            editor.held.settle()
        self.rows[key].say("", "")
        editor.setFocus()

    def _reads(self, base: Show, key: str, value: object) -> bool:
        """Read what is typed by another show, into ``_parted``; False where it can't be read."""
        answers = self._answers.get(key, ())
        self._parting = base
        try:
            while True:
                self._parted = []
                try:
                    self.take(key, value, answers)
                except QuestionError as question:
                    answers = (*answers, question.answers[0].id)
                else:
                    return True
        except (UnreadError, UserError):
            return False
        finally:
            self._parting = None

    def _try(self, key: str, value: object) -> bool:
        editor, row = self.editors[key], self.rows[key]
        try:
            self.take(key, value, self._answers[key])
        except (UnreadError, UserError) as error:
            words = sentence(error) if isinstance(error, UserError) else str(error)
            if isinstance(editor, LineEditor | TextEditor):
                editor.held.refuse(words)
            else:
                row.say(words, "warn")
            return False
        except QuestionError as question:
            if isinstance(editor, LineEditor | TextEditor):
                editor.held.keep()
                editor.held.tell(str(question), "next")
            row.ask(key, str(question), question.answers)
            return False
        if not isinstance(editor, LineEditor | TextEditor):
            row.say("", "")
        return True
