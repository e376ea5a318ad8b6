"""The console operator's cues of the chosen segments or standby plans."""

from __future__ import annotations

from collections.abc import Sequence

from livedesk.domain.edits import Edit
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Segment, Show, Standby
from livedesk.services.sheets.cues import parse_cues
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_edits import add_cues, change_cues, cue_content, move_cues, remove_cues
from livedesk.ui.workspaces.script.fields_form import UnreadError
from livedesk.ui.workspaces.script.fields_read import duration
from livedesk.ui.workspaces.script.fields_shared import Lists
from livedesk.ui.workspaces.script.fields_shared_box import SharedBox, Sort
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.words import cue_line, names

_ACTION, _OFFSET, _TEXT = "cue.action", "cue.offset", "cue.text"


def _stands(show: Show, item_ids: Sequence[str]) -> Lists[ConsoleCue]:
    wanted = set(item_ids)
    return {one.id: one.cues for one in show.airable if one.id in wanted}


_CUES = Sort(
    cue_content,
    cue_line,
    _stands,
    {
        _ACTION: lambda cue: cue.action.value,
        _OFFSET: lambda cue: fmt.duration(cue.offset_ms),
        _TEXT: lambda cue: cue.text,
    },
)


class CuesBox(SharedBox[ConsoleCue]):
    """A line adds cues as a sheet has them (``+1:30 改价 2号``)."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(
            context,
            document,
            "cues",
            self.tr("Console cues"),
            _CUES,
            hint=self.tr("+ cue, as +1:30 …"),
            several=self.tr("+ cue for each, as +1:30 …"),
        )
        action = ChoiceEditor(self.family, _ACTION, self.tr("What the console does"))
        action.fill([(member.value, words) for member, words in names(ConsoleAction)])
        offset = LineEditor(self.family, _OFFSET, self.tr("How long after the start"), number=True)
        offset.setFixedWidth(62)
        self.detail(action)
        self.detail(offset, TextEditor(self.family, _TEXT, self.tr("What is to be done")))

    def put(self, items: Sequence[Segment | Standby], *, fresh: bool) -> None:
        """Show the cues that segments or plans have in common."""
        self.put_lists({one.id: one.cues for one in items}, fresh=fresh)

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Add cues, or change the open one."""
        show, text = self.read_on, str(value).strip()
        if show is None or not self.ids:
            return
        if key == self.adder.key:
            wanted = self._read(text)
            edit = add_cues(show, self.ids, wanted, new_id)
            if wanted and edit is None:
                raise UnreadError(self.tr("All that are chosen have it already."))
            self.do(edit)
        elif self.opened is not None:
            self.do(change_cues(show, self.opened.ids, self._changed(key, text)))

    def remove(self, entry_id: str) -> Edit | None:
        """Out of all that are chosen."""
        show, found = self.document.show, self.found(entry_id)
        return None if show is None or found is None else remove_cues(show, found.ids)

    def shift(self, entry_id: str, step: int) -> Edit | None:
        """Past the next cue of the list, in all that are chosen."""
        show, found, past = self.document.show, self.found(entry_id), self.found(entry_id, step)
        if show is None or found is None or past is None:
            return None
        return move_cues(show, found.ids, past.ids, step)

    def _changed(self, key: str, text: str) -> dict[str, object]:
        if key == _ACTION:
            return {"action": ConsoleAction(text)}
        if key == _OFFSET:
            return {"offset_ms": duration(text.lstrip("+＋") or "0")}
        if not text:
            raise UnreadError(self.tr("Say what is to be done, or remove the cue with Delete in the list."))
        return {"text": text}

    def _read(self, text: str) -> tuple[ConsoleCue, ...]:
        found = parse_cues(text)
        if any(cue.at is not None for cue in found):
            raise UnreadError(self.tr("Write how long after the start, as +1:30, not a time of day."))
        return tuple(ConsoleCue("", cue.action, cue.text, cue.offset_ms) for cue in found)
