"""Columns without headings, told by what stands in them. Nothing is guessed: what fits no field is left to the note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.chain import NEXT_DAY_AFTER
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.grid import Grid
from livedesk.services.sheets.cues import split_products
from livedesk.services.sheets.times import parse_duration, parse_slot
from livedesk.services.sheets.values import nothing
from livedesk.services.sheets.words import KINDS, exact, plain

NAMES: Mapping[str, str] = {
    "number": "序号",
    "time": "时间段",
    "duration": "时长",
    "title": "环节",
    "kind": "类型",
    "product": "商品",
    "script": "话术",
    "scene": "画面/场景",
    "person": "负责人",
    "note": "备注",
}
_PERSON = re.compile(r"^(?:主播|助播|场控|导播|中控|运营|技术|客服|摄像)[一二三四五六七八九\d]{0,2}$")
_COUNT = re.compile(r"^\d{1,4}[A-Z]{0,2}[.、]?$")
_DIGITS = re.compile(r"[\d~－—–-]*\d:\d[\d:~－—–-]*")
_LONGEST_TITLE = 30
_SCRIPT_FROM = 20


def infer_columns(grid: Grid, show: Show, catalogue: Catalogue) -> Columns:
    """The columns of rows that have no heading: every one is named by the field it is read as, else as a note."""
    texts: dict[int, list[str]] = {}
    for row in grid.rows:
        for column in row.cells:
            if not nothing(row.text(column)):
                texts.setdefault(column, []).append(row.text(column))
    at: dict[str, int] = {}
    scenes, persons = set(show.scenes), {item.person for item in show.segments} - {""}

    def take(field: str, fits: Callable[[Sequence[str]], bool]) -> None:
        free = (column for column in sorted(texts) if column not in at.values())
        found = next((column for column in free if fits(texts[column])), None)
        if found is not None:
            at[field] = found

    first = min(texts, default=0)
    if first and len(texts) > 1 and _counts(texts[first]):
        at["number"] = first
    take("time", _are_times)
    take("duration", lambda cells: _mostly(_is_duration, cells))
    take("kind", lambda cells: len(texts) > len(at) + 1 and all(exact(cell, KINDS) for cell in cells))
    take("product", lambda cells: all(_are_products(cell, catalogue) for cell in cells))
    take("scene", lambda cells: all(cell in scenes for cell in cells))
    take("person", lambda cells: all(cell in persons or _PERSON.match(cell) for cell in cells))
    take("title", lambda cells: all(len(cell) <= _LONGEST_TITLE and "\n" not in cell for cell in cells))
    take("title" if "title" not in at else "script", _is_script)
    if "title" not in at and "kind" in at:
        at["title"] = at.pop("kind")
    if "title" not in at and (free := [column for column in sorted(texts) if column not in at.values()]):
        at["title"] = free[0]
    if free := [column for column in sorted(texts) if column not in at.values()]:
        at["note"] = free[0]
    noted = tuple(column for column in sorted(texts) if column not in at.values())
    names = {column: NAMES[field] for field, column in at.items()} | dict.fromkeys(noted, NAMES["note"])
    return Columns(0, at, names, noted=noted)


def _counts(cells: Sequence[str]) -> bool:
    """Whether a column numbers its rows."""
    numbers = [int(re.sub(r"\D", "", cell)) if _COUNT.match(cell) else -1 for cell in cells]
    rising = all(
        after - before == (0 if cell[-1:].isalpha() else 1)
        for (before, after), cell in zip(pairwise(numbers), cells[1:], strict=True)
    )
    return numbers[0] >= 0 and rising and (len(numbers) > 1 or cells[0].startswith("0") or numbers[0] == 1)


def _is_slot(text: str) -> bool:
    """A start, or a range of times. A time that could be a length as well is none."""
    try:
        slot = parse_slot(text, 2000)
    except UserError:
        return False
    return slot.start is not None and not slot.loose


def _are_times(cells: Sequence[str]) -> bool:
    """Whether a column says when its rows are. One of 5:00 and 3:00 says how long they are: times go forward."""
    if not _mostly(_is_slot, cells):
        return False
    starts = [slot.start.ms for cell in cells if _is_slot(cell) and (slot := parse_slot(cell, 2000)).start]
    forward = all(before < after or before - after > NEXT_DAY_AFTER for before, after in pairwise(starts))
    return forward or not _mostly(_is_duration, cells)


def _mostly(fits: Callable[[str], bool], cells: Sequence[str]) -> bool:
    """Whether cells are of a kind: all of them, or more than half where the others only miswrite digits (25:99)."""
    right = [cell for cell in cells if fits(cell)]
    wrong = [cell for cell in cells if not fits(cell)]
    return len(right) > len(wrong) and all(_DIGITS.fullmatch(plain(cell)) for cell in wrong)


def _is_duration(text: str) -> bool:
    try:
        parse_duration(text)
    except UserError:
        return False
    return True


def _are_products(text: str, catalogue: Catalogue) -> bool:
    names = (text,) if catalogue.named(text) else split_products(text)
    return bool(names) and all(catalogue.named(name) is not None for name in names) and plain(text) != ""


def _is_script(cells: Sequence[str]) -> bool:
    return max(map(len, cells)) >= _SCRIPT_FROM or any("\n" in cell for cell in cells)
