"""What a merge would change, as lines of a table."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import WallTime
from livedesk.domain.diff import FieldChange
from livedesk.domain.merging import MergeKind, MergePlan, MergeRow
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.ui.reading import moment_text
from livedesk.ui.widgets.table import Cell, Column, Line
from livedesk.ui.workspaces.script.words import field_name, field_value

TAKEN, LEFT = "☑", "☐"
_LISTS = ("groups", "standbys", "products", "promotions", "checklist", "claim_overrides")
_LONGEST = 60


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(QCoreApplication.translate("Plan", "Take"), 52),
        Column(QCoreApplication.translate("Plan", "What"), 132),
        Column(QCoreApplication.translate("Plan", "No."), 84),
        Column(QCoreApplication.translate("Plan", "Title"), 240),
        Column(QCoreApplication.translate("Plan", "What changes")),
    )


def lines(plan: MergePlan, taken: Collection[str]) -> tuple[Line, ...]:
    """A line for each row, with its mark."""
    here = {
        item.id: number for item, number in zip(plan.show.segments, shown_numbers(plan.show.segments), strict=True)
    }
    there = {
        item.id: number
        for item, number in zip(plan.sheet.segments, shown_numbers(plan.sheet.segments), strict=True)
    }
    return tuple(_line(plan, row, row.key in taken, here, there) for row in plan.rows)


def kind_words(row: MergeRow) -> tuple[str, str]:
    """What becomes of a row if it is taken, and its tone."""
    match row.kind:
        case MergeKind.ADDED:
            return QCoreApplication.translate("Plan", "Added"), "go"
        case MergeKind.CHANGED if row.moved:
            return QCoreApplication.translate("Plan", "Changed, moved"), "info"
        case MergeKind.CHANGED:
            return QCoreApplication.translate("Plan", "Changed"), "info"
        case MergeKind.MOVED:
            return QCoreApplication.translate("Plan", "Moved"), "info"
        case MergeKind.ONLY_HERE:
            return QCoreApplication.translate("Plan", "Removed"), "warn"
        case MergeKind.SHOW:
            return QCoreApplication.translate("Plan", "Of the show"), "info"


def doubt_words(row: MergeRow) -> str:
    """Why a row is not taken unless a person says so; empty for none."""
    if row.both and row.kind is MergeKind.ADDED:
        return QCoreApplication.translate("Plan", "taken away here since the file was written")
    if row.both:
        return QCoreApplication.translate("Plan", "changed here too since the file was written")
    if row.empties and row.kind is MergeKind.SHOW:
        return QCoreApplication.translate("Plan", "the file has less than the show")
    if row.empties:
        return QCoreApplication.translate("Plan", "the file leaves empty what is written here")
    return ""


def _line(plan: MergePlan, row: MergeRow, taken: bool, here: dict[str, str], there: dict[str, str]) -> Line:
    words, tone = kind_words(row)
    item = row.after or row.before
    title = field_name(row.key) if item is None else item.title
    old, new = here.get(row.key, ""), there.get(row.key, "")
    number = f"{old} → {new}" if row.moved and old and new and old != new else new or old
    short = " · ".join(_change(plan, change, whole=False) for change in row.fields)
    whole = "\n".join(_change(plan, change, whole=True) for change in row.fields)
    if row.kind is MergeKind.ONLY_HERE:
        short = whole = QCoreApplication.translate("Plan", "the file does not have it")
    if doubt := doubt_words(row):
        short, whole = f"▲ {doubt}  {short}".rstrip(), f"▲ {doubt}\n{whole}".rstrip()
    said = "warn" if doubt else "text" if taken else "dim"
    return Line(
        row.key,
        (
            Cell(TAKEN if taken else LEFT, "text" if taken else "dim"),
            Cell(words, tone if taken else "dim"),
            Cell(number, "dim"),
            Cell(title, "text" if taken else "dim", title, bold=row.kind is MergeKind.SHOW),
            Cell(short, said, whole),
        ),
    )


def _change(plan: MergePlan, change: FieldChange, *, whole: bool) -> str:
    name = field_name(change.field)
    if change.field in _LISTS:
        before, after = _names(change.before), _names(change.after)
        gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
        parts = [f"+ {one}" for one in new] + [f"− {one}" for one in gone]
        parts += [f"≠ {one}" for one in _differing(change.before, change.after)]
        return "、".join(parts) or QCoreApplication.translate("Plan", "another order")
    dated = _on_other_days(change.before, change.after)
    before_text, after_text = (
        _value(plan.show, change.field, change.before, dated=dated),
        _value(plan.sheet, change.field, change.after, dated=dated),
    )
    if not whole:
        before_text, after_text = _short(before_text), _short(after_text)
    return f"{name}  {before_text} → {after_text}"


def _names(items: object) -> list[str]:
    if not isinstance(items, tuple):
        return []
    return [getattr(one, "title", "") or getattr(one, "name", "") or getattr(one, "words", "") for one in items]


def _differing(before: object, after: object) -> list[str]:
    """The names of the entries that are there before and after, and not the same."""
    if not isinstance(before, tuple) or not isinstance(after, tuple):
        return []
    was = dict(zip(_names(before), before, strict=True))
    return [name for name, one in zip(_names(after), after, strict=True) if name in was and was[name] != one]


def _value(show: Show, field: str, value: object, *, dated: bool) -> str:
    """What stands in a field; a time with its day where that changes."""
    if not isinstance(value, WallTime) or not dated:
        return field_value(show, field, value)
    return moment_text(value.local)


def _on_other_days(one: object, other: object) -> bool:
    if not isinstance(one, WallTime) or not isinstance(other, WallTime):
        return False
    return one.local.date() != other.local.date()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
