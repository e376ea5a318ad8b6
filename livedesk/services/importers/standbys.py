"""Standby plans: the rows under 应急预案, or a worksheet of that name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from livedesk.domain.errors import UserError
from livedesk.domain.rundown import PANIC_SCENE, ConsoleCue, Standby, StandbyMode, Transition
from livedesk.domain.script import LineKind, Script, ScriptLine, parse_script
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.grid import Row
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.cues import parse_cues, parse_transition, split_products
from livedesk.services.sheets.plan_message import split_message
from livedesk.services.sheets.scene_items import parse_items
from livedesk.services.sheets.times import format_duration, parse_duration
from livedesk.services.sheets.values import nothing
from livedesk.services.sheets.words import CALM_MARK, MODES, PANIC_MARK, STANDBY_SECTION, name_of

_REUSED = {
    "title": "title",
    "kind": "kind",
    "scene": "scene",
    "owner": "person",
    "script": "script",
    "trigger": "note",
    "group": "group",
    "number": "number",
    "product": "product",
    "transition": "transition",
    "items": "items",
    "cues": "cues",
}
_UNUSED = ("interaction", "cohost", "co_host", "alerts", "plan")
_SENTENCE = re.compile(
    r"^(?:\d{1,2}\s*[.、．)）]\s*)?(?P<title>[^:：，,。]{1,16})[:：]\s*(?P<what>.+)$", re.DOTALL
)
_PANIC_WORDS = re.compile("紧急|panic", re.IGNORECASE)
_LOST_PICTURE = re.compile("黑屏|断流|断网")


def reused_columns(rundown: Columns) -> Columns:
    """The columns of a section below the rundown that has no header of its own."""
    at = {field: rundown.at[column] for field, column in _REUSED.items() if column in rundown.at}
    if "duration" in rundown.at:
        at["length"] = rundown.at["duration"]
    if "time" in rundown.at:
        at["duration"] = rundown.at["time"]
    return Columns(rundown.row, at, rundown.names, rundown.unit)


class StandbyReader:
    """Collects standby plans; which one is the panic scene is settled at the end. A product of a plan is one of the
    ``catalogue``: nothing but the rundown makes new ones."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._plans: list[Standby] = []
        self._marks: list[str] = []

    def read(self, table: Table, row: Row, rundown: Columns | None = None) -> None:
        """Read one row; ``rundown`` names the columns above it that a plan has no use for."""
        duration, when = self._length(table, row)
        title = table.line(row, "title", own=True)
        if not title:
            title, when = when, ""
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
        lines += _steps(table.text(row, "action"))
        note, message = split_message(table.said(row, "trigger"))
        trigger = "\n".join(text for text in (when, note) if text)
        plan_id = f"b{len(self._plans) + 1}"
        plan = Standby(
            id=plan_id,
            title=title,
            scene=table.said_line(row, "scene"),
            mode=mode,
            duration_ms=duration,
            trigger=trigger,
            owner=table.said_line(row, "owner"),
            script=Script(tuple(lines)),
            transition=_transition(table, row),
            items=parse_items(table.said(row, "items", own=True)),
            product_id=self._product(table, row),
            cues=_cues(table, row, plan_id),
            message=table.said_line(row, "message") or message,
        )
        self._keep(table, row, plan, mark)

    def read_sentence(self, table: Table, row: Row, text: str) -> bool:
        """Read a row that is one sentence (``1. 断流：切紧急画面``); False where it is none."""
        found = _SENTENCE.match(text)
        if not found:
            return False
        plan = Standby(
            id=f"b{len(self._plans) + 1}",
            title=found["title"],
            scene="",
            script=Script(tuple(_steps(found["what"]))),
        )
        self._keep(table, row, plan, "")
        return True

    def _product(self, table: Table, row: Row) -> str:
        """The product whose card comes with a plan: the first that its cell names."""
        for name in split_products(table.said(row, "product", own=True)):
            if (product := self._catalogue.known(name)) is not None:
                return product.id
            table.warn(row.number, "product", "sheet.plan_product", name=name)
        return ""

    def _length(self, table: Table, row: Row) -> tuple[int | None, str]:
        """How long a plan runs; a time cell that holds words instead says when to call it (``断流时``)."""
        for field in ("duration", "length"):
            text = table.line(row, field)
            if nothing(text) or STANDBY_SECTION.search(text):
                continue
            try:
                return parse_duration(table.value(row, field)), ""
            except UserError as error:
                if not any(character.isdigit() for character in text):
                    return None, text
                table.error(row.number, field, error.code, **error.params)
                return None, ""
        return None, ""

    def _keep(self, table: Table, row: Row, plan: Standby, mark: str) -> None:
        self._plans.append(plan)
        self._marks.append(mark)
        fields = (
            ("title", plan.title),
            ("mode", name_of(plan.mode, MODES)),
            ("duration", "" if plan.duration_ms is None else format_duration(plan.duration_ms)),
            ("scene", plan.scene),
            ("owner", plan.owner),
            ("trigger", plan.trigger),
        )
        table.understood(row.number, RowKind.STANDBY, fields)

    def plans(self, *, taken: bool = False) -> tuple[Standby, ...]:
        """The plans in order, one of them the panic one where the sheet has one: the marked one, else the first that
        says 紧急 or panic in its title, then 黑屏 or 断流, then the first that says it in its scene. One that
        names no scene shows 紧急画面. ``taken``: another plan stands behind the panic key, none of these does."""
        at = None if taken else _panic(self._plans, self._marks)
        plans = tuple(replace(plan, panic=index == at) for index, plan in enumerate(self._plans))
        if at is None:
            return plans
        return (*plans[:at], replace(plans[at], scene=plans[at].scene or PANIC_SCENE), *plans[at + 1 :])

    def assumed(self) -> tuple[str, str] | None:
        """What :meth:`plans` put in for the panic key, as the code of a warning and a plan's title; or None."""
        at = _panic(self._plans, self._marks)
        if at is None or self._plans[at].scene:
            return None
        return "sheet.panic_scene", self._plans[at].title


def _transition(table: Table, row: Row) -> Transition:
    text = table.said(row, "transition", own=True)
    if not text:
        return Transition()
    transition, code = parse_transition(text)
    if code:
        table.warn(row.number, "transition", code, value=text)
    return transition


def _cues(table: Table, row: Row, plan_id: str) -> tuple[ConsoleCue, ...]:
    """The cues of a plan; nobody knows at what time of day it will be called."""
    found = parse_cues(table.said(row, "cues", own=True))
    for cue in found:
        if cue.at is not None:
            table.warn(row.number, "cues", "sheet.plan_cue_time", value=cue.text)
    return tuple(
        ConsoleCue(f"{plan_id}k{number}", cue.action, cue.text, cue.offset_ms)
        for number, cue in enumerate(found, 1)
    )


def _steps(text: str) -> list[ScriptLine]:
    """What is to be done, a line each."""
    return [ScriptLine(LineKind.ACTION, step.strip()) for step in text.splitlines() if step.strip()]


def _panic(plans: Sequence[Standby], marks: Sequence[str]) -> int | None:
    if PANIC_MARK in marks:
        return marks.index(PANIC_MARK)
    free = [(index, plan) for index, plan in enumerate(plans) if marks[index] != CALM_MARK]
    for index, plan in free:
        if _PANIC_WORDS.search(plan.title):
            return index
    for index, plan in free:
        if _LOST_PICTURE.search(plan.title):
            return index
    return next((index for index, plan in free if _PANIC_WORDS.search(plan.scene)), None)


def repeats_header(columns: Columns) -> bool:
    """Whether a row inside a section is a header: all of it known words, and several of them."""
    return len(columns.at) >= 3 and not columns.unknown
