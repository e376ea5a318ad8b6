"""The script's text as a writer has it before them: the panel on a segment, and hands on its keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from script_room import ScriptRoom

from livedesk.domain import editing
from livedesk.domain.script import parse_script, script_text
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.text_panel import TextPanel

TEXT = "【动作】拿起产品\n第一句 {{直播价}}\n助播：第二句\n第三句"


class Writing:
    """The panel on a segment with a known text, and hands on its keys."""

    def __init__(self, room: ScriptRoom) -> None:
        self.room = room
        self.document = room.document
        self.at = next(at for at, segment in enumerate(room.show.segments) if segment.product_ids)
        self.id = room.segment(self.at).id
        self.give(TEXT)
        self.panel = TextPanel(room.context, room.document)
        room.qtbot.addWidget(self.panel)
        self.panel.resize(900, 600)
        self.document.choose((self.id,))
        self.panel.show()
        room.qtbot.waitExposed(self.panel)
        self.panel.activateWindow()
        self.panel.take_keys()
        self.edit = self.panel.editor
        room.qtbot.waitUntil(self.edit.hasFocus)

    def give(self, text: str, document: ScriptDocument | None = None) -> None:
        """Let a window write a text."""
        document = document or self.document
        assert document.show is not None
        segment = document.show.segments[self.at]
        document.do(editing.rewrite(segment.id, segment.script, parse_script(text)))
        self.room.settled(document)

    def caret(self, words: str, *, before: bool = False) -> None:
        """Put the caret behind (or before) words of the text."""
        at = self.text.index(words) + (0 if before else len(words))
        cursor = self.edit.textCursor()
        cursor.setPosition(at)
        self.edit.setTextCursor(cursor)

    def type(self, words: str) -> None:
        """Press keys."""
        self.room.qtbot.keyClicks(self.edit, words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.room.qtbot.keyClick(self.edit, key, modifier)

    def compose(self, preedit: str, commit: str = "") -> None:
        """What an input method sends."""
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self.edit, event)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.edit.toPlainText()

    @property
    def kept(self) -> str:
        """What stands in the document as this window shows it."""
        return script_text(self.room.segment(self.at).script)

    def before_caret(self) -> str:
        """The line up to the caret."""
        cursor = self.edit.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]


@pytest.fixture(name="writing")
def writing_desk(script: ScriptRoom) -> Iterator[Writing]:
    """A writer at the sample show; nothing is on its way afterwards."""
    made = Writing(script)
    yield made
    made.document.flush()
    script.settled()
