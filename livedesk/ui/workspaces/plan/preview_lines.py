"""A reading of a sheet as lines of a table: what was understood of each row, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from livedesk.services.importers.preview import ImportPreview, PreviewRow, RowKind, Severity, SheetProblem
from livedesk.ui.report_words import segment_kinds
from livedesk.ui.widgets.table import Cell, Column, Line
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.plan.words import kind_words, note_words

TRIANGLE = "▲"


def columns() -> tuple[Column, ...]:
    """The columns of the preview."""
    return (
        Column(QCoreApplication.translate("Plan", "Sheet"), 66),
        Column(QCoreApplication.translate("Plan", "Row"), 46, number=True),
        Column(QCoreApplication.translate("Plan", "Read as"), 124),
        Column(QCoreApplication.translate("Plan", "Starts"), 62, number=True),
        Column(QCoreApplication.translate("Plan", "Length"), 60, number=True),
        Column(QCoreApplication.translate("Plan", "Title")),
        Column(QCoreApplication.translate("Plan", "Products"), 150),
        Column(QCoreApplication.translate("Plan", "Scene"), 94),
        Column(QCoreApplication.translate("Plan", "Noted")),
    )


def row_key(sheet: str, row: int) -> str:
    """What names a row of a sheet in the table."""
    return f"{sheet}\n{row}"


def lines(preview: ImportPreview) -> tuple[Line, ...]:
    """One line for each row that was looked at, in the order of the file."""
    problems: dict[str, list[SheetProblem]] = defaultdict(list)
    for problem in preview.problems:
        problems[row_key(problem.sheet, problem.row)].append(problem)
    kinds = segment_kinds()
    return tuple(_line(row, problems.get(row_key(row.sheet, row.row), ()), kinds) for row in preview.rows)


def told(problem: SheetProblem) -> str:
    """A problem as a sentence, without its place."""
    return sentence(problem.code, {name: value for name, value in problem.params.items() if name != "row"})


def where(problem: SheetProblem) -> str:
    """The place of a problem: 「流程单 · 第 12 行 · F 画面/场景」."""
    parts = [problem.sheet] if problem.sheet else []
    if problem.row:
        parts.append(QCoreApplication.translate("Plan", "row {0}").format(problem.row))
    if problem.column or problem.header:
        parts.append(f"{problem.column} {problem.header}".strip())
    return " · ".join(parts) or QCoreApplication.translate("Plan", "the whole sheet")


def _line(row: PreviewRow, problems: Iterable[SheetProblem], kinds: Mapping[str, str]) -> Line:
    found = tuple(problems)
    wrong = any(problem.severity is Severity.ERROR for problem in found) or row.kind is RowKind.ERROR
    quiet = row.kind in (RowKind.TITLE, RowKind.HEADER, RowKind.IGNORED)
    title, beside = _title(row)
    noted = [told(problem) for problem in found] + [note_words(note) for note in row.notes]
    start, length = ("", "") if wrong else (row.get("start"), row.get("duration"))
    kind = kind_words(row.kind)
    if row.kind is RowKind.SEGMENT and row.get("kind"):
        kind += " · " + kinds.get(row.get("kind"), row.get("kind"))
    cells = (
        Cell(row.sheet, "dim", row.sheet),
        Cell(str(row.row) if row.row else "", "dim"),
        Cell(f"{TRIANGLE} {kind}" if wrong else kind, "warn" if wrong else "dim" if quiet else "text", kind),
        Cell(
            start[-8:].removesuffix(":00") if start else "", "next" if "hard_start" in row.notes else "text", start
        ),
        Cell(length.removeprefix("00:"), "dim"),
        Cell(title, "dim" if quiet else "text", _tip(row), bold=row.kind is RowKind.GROUP),
        Cell(beside, "dim", beside),
        Cell("" if quiet else row.get("scene") or row.get("owner"), "dim"),
        Cell(" · ".join(noted), "warn" if found else "next", "\n".join(noted)),
    )
    return Line(row_key(row.sheet, row.row), cells, "warn" if wrong else "")


def _title(row: PreviewRow) -> tuple[str, str]:
    """What stands under the title and under the products."""
    if row.kind is RowKind.PRODUCT:
        link, price = row.get("link"), row.get("live_price")
        return " ".join(part for part in (link, row.get("name")) if part), price
    if row.kind not in (RowKind.TITLE, RowKind.HEADER, RowKind.IGNORED) and row.get("title"):
        number = row.get("number")
        title = f"{number:0>2} {row.get('title')}" if number else row.get("title")
        return title, row.get("products") or row.get("product") or row.get("mode") or _critical(row)
    return " · ".join(text for _, text in row.fields), ""


def _critical(row: PreviewRow) -> str:
    return QCoreApplication.translate("Plan", "critical") if row.get("critical") else ""


def _tip(row: PreviewRow) -> str:
    return "\n".join(
        text for name, text in row.fields if name in ("title", "script", "interaction", "cues", "note")
    )
