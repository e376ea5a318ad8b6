"""What is said of two versions that met, and the words that are copied so that none is lost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.diff import Kind
from livedesk.domain.edits import SpliceScript
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.script import Script, script_text
from livedesk.ui.workspaces.script.conflict_cases import Case, Side, Standing
from livedesk.ui.workspaces.script.diff_words import field_title, value
from livedesk.ui.workspaces.script.document import Conflict


def why_words(standing: Standing) -> str:
    """Why a person is asked, and what to do."""
    match standing:
        case Standing.CHOOSE:
            return QCoreApplication.translate(
                "ScriptConflict",
                "Somebody changed the same while you wrote. Choose for each field which version holds.",
            )
        case Standing.READY:
            return QCoreApplication.translate(
                "ScriptConflict", "Nothing stands against your version any more: it can be applied now."
            )
        case Standing.CLOSED:
            return QCoreApplication.translate(
                "ScriptConflict",
                "The script was locked while you wrote. Your words are kept here: copy them, or unlock the script and "
                "apply them.",
            )
        case Standing.GONE:
            return QCoreApplication.translate(
                "ScriptConflict",
                "What you wrote in was removed meanwhile. Your words are kept here: copy them, or undo the removal and "
                "apply them.",
            )
        case Standing.MOOT:
            return QCoreApplication.translate("ScriptConflict", "The script reads as you wanted it already.")


def side_words(side: Side | None) -> str:
    """Whose version holds, as a list says it."""
    match side:
        case Side.THEIRS:
            return QCoreApplication.translate("ScriptConflict", "theirs")
        case Side.MINE:
            return QCoreApplication.translate("ScriptConflict", "mine")
        case None:
            return QCoreApplication.translate("ScriptConflict", "choose")


def row_titles(conflict: Conflict) -> dict[str, str]:
    """What rows are called: as they stand, else as they stood."""
    titles: dict[str, str] = {}
    for show in (conflict.base, conflict.current):
        for segment, number in zip(show.segments, shown_numbers(show.segments), strict=True):
            titles[segment.id] = f"{number} {segment.title}"
        titles |= {plan.id: plan.title for plan in show.standbys}
    return titles


def mine(case: Case) -> str:
    """Everything that was written, to be copied: of a script the lines that were typed, of fields name and value."""
    conflict = case.conflict
    if isinstance(conflict.edit, SpliceScript):
        return script_text(Script(conflict.edit.lines))
    titles = row_titles(conflict)
    told = []
    for one in case.wanted:
        if one.kind in (Kind.SEGMENT, Kind.STANDBY) and not one.added and not one.removed:
            told.append(titles.get(one.id, one.id))
        for each in one.fields:
            if isinstance(each.before, Script) and isinstance(each.after, Script):
                told.append(script_text(each.after))
            else:
                told.append(f"{field_title(one.kind, each.field)}: {value(conflict.base, each.field, each.after)}")
    return "\n".join(told)
