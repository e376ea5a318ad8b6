"""The import of a run sheet of 2,000 rows, beside openpyxl going over the cells of the same file; and rows that were
all renamed, held against a show."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from livedesk.domain.clock import WallTime
from livedesk.domain.matching import match_segments
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.services.importers.sheet import read_sheet
from tests.bench.figures import Figure

ROWS = 2_000
ROUNDS = 3
MANY_RENAMED, FEW_RENAMED = 160, 40
HEADER = ("阶段", "时间段", "环节", "类型", "商品", "话术", "互动/福利", "画面/场景", "中控动作", "负责人", "备注")


def figures() -> list[Figure]:
    """Seconds and memory, each over what reading the bare cells takes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "专场_20261125_主播一.xlsx"
        file.write_bytes(workbook())
        assert read_sheet(file).counts["segments"] == ROWS  # and what is loaded when first needed
        seconds, cells = _seconds(lambda: read_sheet(file)), _seconds(lambda: over(file))
        memory, bare = _megabytes(lambda: read_sheet(file)), _megabytes(lambda: over(file))
    few, many = _seconds(lambda: renamed(FEW_RENAMED)), _seconds(lambda: renamed(MANY_RENAMED))
    what = "openpyxl over the same cells, read-only"
    return [
        Figure(f"import: {ROWS:,} rows of xlsx", seconds, "s", cells, what, seconds / cells, "< 8"),
        Figure(f"import: peak memory of {ROWS:,} rows", memory, "MB", bare, what, memory / bare, "info"),
        Figure(
            f"merge: {MANY_RENAMED} renamed rows held against a show", many * 1_000, "ms", few * 1_000,
            f"{FEW_RENAMED} rows, a sixteenth of the pairs", many / few, "< 32",
        ),
    ]  # fmt: skip


def renamed(count: int) -> dict[str, str]:
    """Rows that are all like each other, found by likeness alone."""
    start = WallTime(datetime.fromisoformat("2026-11-25T20:00"))

    def titled(words: str) -> Show:
        rows = (Segment(f"s{at}", words.format(at), SegmentKind.TALK, 60_000) for at in range(count))
        return Show(words, "专场", "Asia/Shanghai", start, segments=tuple(rows))

    return match_segments(titled("讲品 第{}款 新品福利"), titled("讲解 第{}款 新品福利价"))


def workbook() -> bytes:
    """A sheet as a team writes it, twenty hours of 36 seconds a row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "流程单"
    sheet.append(HEADER)
    for row in range(ROWS):
        script = "\n".join(f"第{row}段第{line}句，大家好，今天看这一款修护面霜" for line in range(6))
        number = row % 40 + 1
        sheet.append(
            (
                f"第{row // 50 + 1}组", "36秒" if row else "20:00-20:01", f"讲品 {row}", "讲品", f"修护面霜{number}",
                script, "扣一", "主播近景", f"上架 {number}号；+10秒 弹讲解卡", "主播一", "慢一点",
            )
        )  # fmt: skip
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def over(file: Path) -> int:
    """Every cell once."""
    book = load_workbook(file, read_only=True, data_only=True)
    try:
        return sum(
            cell is not None
            for sheet in book.worksheets
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        )
    finally:
        book.close()


def _seconds(action: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _megabytes(action: Callable[[], object]) -> float:
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
