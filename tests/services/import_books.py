"""Small run sheets for the tests, written with openpyxl as a team would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from livedesk.domain.rundown import Segment, Show
from livedesk.services.importers import ImportPreview, SheetProblem, read_sheet

HEADER = ("时间段", "环节", "商品", "话术", "互动/福利", "画面/场景", "负责人")
TODAY = date(2026, 11, 20)


def at(text: str) -> datetime:
    """A wall time as a sheet has it: without a zone."""
    return datetime.fromisoformat(text)


def book(
    path: Path,
    rows: Iterable[Sequence[Any]],
    *,
    merge: Sequence[str] = (),
    sheets: dict[str, Sequence[Sequence[Any]]] | None = None,
    name: str = "流程单",
) -> Path:
    """A workbook with the rows on its main sheet."""
    workbook = Workbook()
    main = workbook.active
    assert main is not None
    main.title = name
    for row in rows:
        main.append(list(row))
    for area in merge:
        main.merge_cells(area)
    for title, content in (sheets or {}).items():
        sheet = workbook.create_sheet(title)
        for row in content:
            sheet.append(list(row))
    workbook.save(path)
    return path


def read(
    folder: Path,
    rows: Iterable[Sequence[Any]],
    *,
    file: str = "专场_20261125_主播一.xlsx",
    header: Sequence[Any] | None = HEADER,
    **options: Any,
) -> ImportPreview:
    """Write a workbook with a header and rows, and read it."""
    shapes = {key: options.pop(key) for key in ("merge", "sheets", "name") if key in options}
    content = [header, *rows] if header is not None else list(rows)
    return read_sheet(book(folder / file, content, **shapes), today=TODAY, **options)


def problems(preview: ImportPreview) -> tuple[SheetProblem, ...]:
    """Every problem."""
    return preview.problems


def codes(preview: ImportPreview) -> list[tuple[int, str, str]]:
    """Row, column and code of every one of :func:`problems`."""
    return [(problem.row, problem.column, problem.code) for problem in problems(preview)]


def rewrite(file: Path, part: str, content: bytes) -> None:
    """Replace one part of a workbook."""
    source = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))


def show_of(preview: ImportPreview) -> Show:
    """The show of a preview without errors."""
    assert preview.errors == ()
    assert preview.show is not None
    return preview.show


def hard(segment: Segment) -> str:
    """Day and time of a hard start, empty without one."""
    return segment.hard_start.local.strftime("%d %H:%M") if segment.hard_start else ""
