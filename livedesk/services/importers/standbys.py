"""Standby plans: the rows under 应急预案, or a worksheet of that name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from livedesk.domain.rundown import Standby, StandbyMode
from livedesk.domain.script import Script, parse_script
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.grid import Row
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.importers.times import format_duration, parse_duration
from livedesk.services.importers.values import Value, nothing, text_of
from livedesk.services.importers.words import CALM_MARK, MODES, PANIC_MARK, name_of

_REUSED = {
    "title": "title",
    "kind": "kind",
    "scene": "scene",
    "owner": "person",
    "script": "script",
    "trigger": "note",
    "group": "group",
    "number": "number",
}
_UNUSED = ("product", "interaction", "cues", "transition", "cohost")
_PANIC_TITLES = ("紧急画面", "黑屏|断流|断网")


def reused_columns(rundown: Columns) -> Columns:
    """The columns of a section below the rundown that has no header of its own."""
    at = {field: rundown.at[column] for field, column in _REUSED.items() if column in rundown.at}
    if "duration" in rundown.at:
        at["length"] = rundown.at["duration"]
    if "time" in rundown.at:
        at["duration"] = rundown.at["time"]
    return Columns(rundown.row, at, rundown.names, rundown.unit)


def _open_duration(value: Value) -> int | None:
    return None if nothing(text_of(value)) else parse_duration(value)


class StandbyReader:
    """Collects standby plans; which one is the panic scene is settled at the end."""

    def __init__(self) -> None:
        self._plans: list[Standby] = []
        self._marks: list[str] = []

    def read(self, table: Table, row: Row, rundown: Columns | None = None) -> None:
        """Read one row; ``rundown`` names the columns above it that a plan has no use for."""
        title = table.line(row, "title", own=True)
        if not title:
            table.ignored(row, "no_title")
            return
        for field in _UNUSED if rundown else ():
            column = rundown.at.get(field, 0) if rundown else 0
            if column and column not in table.columns.at.values() and not nothing(row.text(column)):
                table.warn(row.number, "", "sheet.cell_not_used", name=table.columns.names.get(column, ""))
        kind = table.line(row, "kind")
        mode = StandbyMode.REPLACE if re.search("替换|顶替|代替|切换", kind) else StandbyMode.PAUSE
        mark = PANIC_MARK if PANIC_MARK in kind else CALM_MARK if CALM_MARK in kind else ""
        lines = list(parse_script(table.text(row, "script")).lines)
        steps = "\n".join(
            f"【动作】{step.strip()}" for step in table.text(row, "action").splitlines() if step.strip()
        )
        duration = table.read(row, "duration", _open_duration)
        plan = Standby(
            id=f"b{len(self._plans) + 1}",
            title=title,
            scene=_optional(table.line(row, "scene")),
            mode=mode,
            duration_ms=duration if duration is not None else table.read(row, "length", _open_duration),
            trigger=_optional(table.text(row, "trigger")),
            owner=_optional(table.line(row, "owner")),
            script=Script((*lines, *parse_script(steps).lines)),
        )
        self._plans.append(plan)
        self._marks.append(mark)
        fields = (
            ("title", title),
            ("mode", name_of(mode, MODES)),
            ("duration", "" if plan.duration_ms is None else format_duration(plan.duration_ms)),
            ("scene", plan.scene),
            ("owner", plan.owner),
            ("trigger", plan.trigger),
        )
        table.understood(row.number, RowKind.STANDBY, fields)

    def plans(self) -> tuple[Standby, ...]:
        """The plans in order; the panic one is the marked one, else the first named 紧急画面, then 黑屏 or 断流,
        else the first whose scene is 紧急画面."""
        at = _panic(self._plans, self._marks)
        return tuple(replace(plan, panic=index == at) for index, plan in enumerate(self._plans))


def _optional(text: str) -> str:
    return "" if nothing(text) else text


def _panic(plans: Sequence[Standby], marks: Sequence[str]) -> int | None:
    if PANIC_MARK in marks:
        return marks.index(PANIC_MARK)
    if CALM_MARK in marks:
        return None
    for pattern in _PANIC_TITLES:
        for index, plan in enumerate(plans):
            if re.search(pattern, plan.title):
                return index
    return next((index for index, plan in enumerate(plans) if "紧急" in plan.scene), None)


def repeats_header(columns: Columns) -> bool:
    """Whether a row inside a section is a header: all of it known words, and several of them."""
    return len(columns.at) >= 3 and not columns.unknown
