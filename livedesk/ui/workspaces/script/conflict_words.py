"""What is said of two versions that met, and the words that are copied so that none is lost."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication

from livedesk.domain.diff import LISTS, Kind
from livedesk.domain.edits import SpliceScript
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rebase import FieldConflict
from livedesk.domain.rebase_merge import row_key
from livedesk.domain.rundown import Show
from livedesk.domain.script import Script, script_text
from livedesk.ui.workspaces.script.conflict_cases import Case, Side, Standing
from livedesk.ui.workspaces.script.conflict_met import Conflict
from livedesk.ui.workspaces.script.diff_words import field_title, value


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
                "What you wrote in was gone before your words were sent. They are kept here: copy them and put them "
                "where they belong.",
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


def dispute_words(dispute: FieldConflict) -> str:
    """What is in dispute: a field by its name, or the row as such."""
    if dispute.whole:
        return QCoreApplication.translate("ScriptConflict", "Keep or remove")
    return field_title(dispute.kind, dispute.field)


def row_titles(conflict: Conflict) -> dict[str, str]:
    """What rows are called: as they stand, else as they stood."""
    titles: dict[str, str] = {}
    for show in (conflict.base, conflict.current):
        for segment, number in zip(show.segments, shown_numbers(show.segments), strict=True):
            titles[segment.id] = f"{number} {segment.title}"
        for kind, name in LISTS.items():
            if kind not in (Kind.SEGMENT, Kind.OVERRIDE):
                titles |= {row_key(kind, row.id): _title(row) for row in getattr(show, name)}
    return titles


def row_words(show: Show, dispute: FieldConflict, row: Any) -> str:
    """What one side made of a row that the other removed."""
    if row is None:
        return QCoreApplication.translate("ScriptConflict", "Removed")
    assert dispute.kind is not None  # a row has a kind
    told = [_title(row)]
    for one in fields(row):
        before, after = getattr(dispute.before, one.name), getattr(row, one.name)
        if before != after and not (one.name in ("title", "name") and after == told[0]):
            told.append(_told(show, dispute.kind, one.name, after))
    return "\n".join(told)


def mine(case: Case) -> str:
    """Everything that was written, to be copied: of a script the lines that were typed, of new rows title and script,
    of fields name and value."""
    conflict = case.conflict
    if isinstance(conflict.edit, SpliceScript):
        return script_text(Script(conflict.edit.lines))
    titles = row_titles(conflict)
    told = [_told(conflict.base, None, one.field, one.after) for one in case.wanted.facts]
    for one in case.wanted.items:
        if one.added:
            told.append(_title(one.after))
            told += [script_text(one.after.script)] if getattr(one.after, "script", None) else []
        elif one.fields:
            told.append(titles.get(row_key(one.kind, one.id), _title(one.after)))
        told += [_told(conflict.base, one.kind, each.field, each.after) for each in one.fields]
    return "\n".join(told)


def _told(show: Show, kind: Kind | None, field: str, held: object) -> str:
    """A script as its words, any other field with its name."""
    return (
        script_text(held)
        if isinstance(held, Script)
        else f"{field_title(kind, field)}: {value(show, field, held)}"
    )


def _title(row: Any) -> str:
    return str(getattr(row, "title", "") or getattr(row, "name", "") or getattr(row, "words", ""))
