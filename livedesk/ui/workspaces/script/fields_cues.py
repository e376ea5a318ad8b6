"""The console operator's cues of a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain import editing
from livedesk.domain.edits import Edit
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Segment, Show
from livedesk.services.sheets.cues import parse_cues
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_box import ListBox, stepped
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_form import UnreadError
from livedesk.ui.workspaces.script.fields_list import Entry
from livedesk.ui.workspaces.script.fields_read import duration
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.words import cue_line, names

_ACTION, _OFFSET, _TEXT = "cue.action", "cue.offset", "cue.text"


class SegmentCues(ListBox):
    """A line adds cues as a sheet has them (``+1:30 改价 2号``); Enter on one opens its fields."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "cues",
            self.tr("Console cues"),
            hint=self.tr("+ cue, as +1:30 …"),
            opens=self.tr("Edit"),
        )
        self._segment: Segment | None = None
        self._cue = ""
        self._action = ChoiceEditor(self.family, _ACTION, self.tr("What the console does"))
        self._action.fill([(member.value, words) for member, words in names(ConsoleAction)])
        offset = LineEditor(self.family, _OFFSET, self.tr("How long after the segment's start"), number=True)
        offset.setFixedWidth(62)
        self._text = TextEditor(self.family, _TEXT, self.tr("What is to be done"))
        self._details: tuple[QWidget, ...] = (self.add("", self._action), self.add("", offset, self._text))
        for row in self._details:
            self.column.removeWidget(row)
            self.column.insertWidget(self.column.indexOf(self.add_row), row)
            row.hide()
        self.list.stood.connect(self._stood)

    def put(self, segments: Sequence[Segment], *, fresh: bool) -> None:
        """Show the cues of one segment; of several only how many there are."""
        one = segments[0] if len(segments) == 1 else None
        self._segment = one
        told = ""
        if one is None:
            words = self.tr("{0} cues. Choose one segment to change its own.")
            told = words.format(sum(len(segment.cues) for segment in segments))
        self.put_entries(tuple(Entry(cue.id, cue_line(cue)) for cue in one.cues) if one is not None else (), told)
        if fresh:
            self.adder.reset("")
            self._show("")
        else:
            self._show(self._cue, fresh=False)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add cues, or change the open one."""
        show, segment, text = self.read_on, self._segment, str(value).strip()
        if show is None or segment is None:
            return
        if key == self.adder.key:
            self.do(self._set(show, (*segment.cues, *self._read(text))))
            return
        cue = next((one for one in segment.cues if one.id == self._cue), None)
        if cue is None:
            return
        if key == _ACTION:
            changed = replace(cue, action=ConsoleAction(text))
        elif key == _OFFSET:
            changed = replace(cue, offset_ms=duration(text.lstrip("+＋") or "0"))
        elif not text:
            raise UnreadError(self.tr("Say what is to be done, or remove the cue with Delete in the list."))
        else:
            changed = replace(cue, text=text)
        self.do(self._set(show, tuple(changed if one.id == cue.id else one for one in segment.cues)))

    def lost(self, show: Show) -> bool:
        """Whether the open cue is gone from its segment."""
        now = show.segment(self._segment.id) if self._cue and self._segment is not None else None
        return now is not None and now is not self._segment and all(cue.id != self._cue for cue in now.cues)

    def remove(self, entry_id: str) -> Edit | None:
        """Take a cue away."""
        show, segment = self.document.show, self._segment
        if show is None or segment is None:
            return None
        return self._set(show, tuple(one for one in segment.cues if one.id != entry_id))

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """A step in the list."""
        show, segment = self.document.show, self._segment
        return None if show is None or segment is None else self._set(show, stepped(segment.cues, entry_id, step))

    def open(self, entry_id: str) -> None:
        """Show the fields of a cue."""
        self._show(entry_id)
        self._action.setFocus()

    @Slot(str)
    def _stood(self, entry_id: str) -> None:
        if self._cue and entry_id != self._cue:
            self.flush()
            self._show(entry_id)

    def _show(self, cue_id: str, *, fresh: bool = True) -> None:
        cues = () if self._segment is None else self._segment.cues
        cue = next((one for one in cues if one.id == cue_id), None)
        self._cue = "" if cue is None else cue_id
        for row in self._details:
            row.setVisible(cue is not None)
        if cue is None:
            return
        for key, value in (
            (_ACTION, cue.action.value),
            (_OFFSET, fmt.duration(cue.offset_ms)),
            (_TEXT, cue.text),
        ):
            editor = self.editors[key]
            if fresh:
                editor.reset(value)
            else:
                editor.put(value)

    def _set(self, show: Show, cues: tuple[ConsoleCue, ...]) -> Edit | None:
        assert self._segment is not None  # callers have seen to it
        return editing.set_field(show, (self._segment.id,), "cues", cues)

    def _read(self, text: str) -> tuple[ConsoleCue, ...]:
        found = parse_cues(text)
        if any(cue.at is not None for cue in found):
            raise UnreadError(self.tr("Write when after the segment's start, as +1:30, not a time of day."))
        return tuple(ConsoleCue(new_id(), cue.action, cue.text, cue.offset_ms) for cue in found)
