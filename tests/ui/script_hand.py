"""A person at the fields panel, with real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from script_room import ScriptRoom

from livedesk.domain.edits import Edit
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_form import Form
from livedesk.ui.workspaces.script.fields_panel import FieldsPanel
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor

Key = Qt.Key


class Hand:
    """A person at the panel."""

    def __init__(self, script: ScriptRoom) -> None:
        self.script = script
        self.panel = FieldsPanel(script.context, script.document)
        script.qtbot.addWidget(self.panel)
        self.panel.resize(340, 900)
        self.panel.show()
        self.panel.activateWindow()
        script.qtbot.waitUntil(self.panel.isActiveWindow)

    @property
    def form(self) -> Form:
        """The form in front."""
        forms = (self.panel.segment_form, self.panel.standby_form, self.panel.facts_form)
        return next(form for form in forms if form is not None and form.isVisible())

    def choose(self, *places: int) -> None:
        """Choose segments by their place."""
        self.script.document.choose(tuple(self.script.show.segments[at].id for at in places))

    def line(self, key: str, form: Form | None = None) -> LineEditor | TextEditor:
        """A text field."""
        editor = (form or self.form).editors[key]
        assert isinstance(editor, LineEditor | TextEditor)
        return editor

    def choice(self, key: str, form: Form | None = None) -> ChoiceEditor:
        """A field to choose in."""
        editor = (form or self.form).editors[key]
        assert isinstance(editor, ChoiceEditor)
        return editor

    def write(self, key: str, text: str, form: Form | None = None) -> LineEditor | TextEditor:
        """Go to a field and type in it, without leaving it."""
        editor = self.line(key, form)
        editor.setFocus()
        editor.selectAll()
        QTest.keyClick(editor, Key.Key_Delete)
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(editor, letter)
            elif isinstance(editor, LineEditor):
                editor.insert(letter)
            else:
                editor.insertPlainText(letter)
        return editor

    def enter(self, key: str, text: str, form: Form | None = None) -> LineEditor | TextEditor:
        """Type and press Enter."""
        editor = self.write(key, text, form)
        QTest.keyClick(editor, Key.Key_Return)
        return editor

    def said(self, key: str, form: Form | None = None) -> str:
        """What is said under a field."""
        return (form or self.form).rows[key].said

    def noted(self, key: str) -> str:
        """What is noted under a field."""
        return self.form.rows[key].noted

    def answer(self, key: str, which: str, form: Form | None = None) -> None:
        """Give an answer with Enter."""
        button = (form or self.form).rows[key].findChild(QPushButton, f"answer-{which}")
        assert button is not None
        button.setFocus()
        QTest.keyClick(button, Key.Key_Return)

    def edits(self) -> int:
        """How many changes there have been."""
        return len(self.script.changes)


@pytest.fixture(name="hand")
def script_hand(script: ScriptRoom) -> Iterator[Hand]:
    yield Hand(script)
    script.settled()
    assert not script.refused


def do(script: ScriptRoom, edit: Edit | None) -> None:
    """Somebody's edit."""
    assert script.document.do(edit)
