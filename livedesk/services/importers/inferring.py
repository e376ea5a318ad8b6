"""Columns without headings, told by what stands in them. Nothing is guessed: what fits no field is left to the note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from livedesk.domain.clock import DAY, HOUR, MINUTE
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.chain import LONGEST_ROW, NEXT_DAY_AFTER, UNLIKELY
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.grid import Grid
from livedesk.services.sheets.cues import split_products
from livedesk.services.sheets.times import Slot, parse_duration, parse_slot
from livedesk.services.sheets.values import nothing
from livedesk.services.sheets.words import KINDS, exact, plain

NAMES: Mapping[str, str] = {
    "number": "序号",
    "time": "时间段",
    "end": "结束时间",
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
_BEFORE, _BEHIND = 3 * HOUR, 4 * HOUR
"""A time this long before the show's start or behind its last segment may be one of it."""
_LONG, _STEP = 9 * HOUR, 30 * MINUTE
"""Times from 9:00 on that follow each other by no more than the step are no lengths: those rise by minutes."""
_NEAR = 15 * MINUTE
"""How far the end of a row may be from the start of the next."""
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

    def place(field: str, fits: Callable[[int], bool]) -> None:
        free = (column for column in sorted(texts) if column not in at.values())
        found = next((column for column in free if fits(column)), None)
        if found is not None:
            at[field] = found

    def take(field: str, fits: Callable[[Sequence[str]], bool]) -> None:
        place(field, lambda column: fits(texts[column]))

    first = min(texts, default=0)
    if first and len(texts) > 1 and _counts(texts[first]):
        at["number"] = first
    long = {column for column in texts if column not in at.values() and _mostly(_is_duration, texts[column])}
    place("time", lambda it: _are_times(texts[it]) and (bool(long - {it}) or not _are_lengths(texts[it], show)))
    if "time" in at:
        place("end", lambda column: _ends(grid, at["time"], column))
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


def _are_lengths(cells: Sequence[str], show: Show) -> bool:
    """Whether what may be a time as well as a length (5:00, 8:00) is one: it is hours away from the show, and does not
    come to it by steps of a rundown."""
    if not _mostly(_is_duration, cells):
        return False
    starts = [slot.start.ms for cell in cells if _is_slot(cell) and (slot := parse_slot(cell, 2000)).start]
    local = show.planned_start.local
    begins = (local.hour * 60 + local.minute) * MINUTE - _BEFORE
    lasts = _BEFORE + sum(item.duration_ms for item in show.segments if not item.skipped) + _BEHIND
    near = [(start - begins) % DAY <= lasts for start in starts]
    steps = [(after - before) % DAY for before, after in pairwise(starts)]
    if near[0] or (any(near) and max(steps) <= UNLIKELY):
        return False
    return not steps or starts[0] < _LONG or max(steps) > _STEP


def _ends(grid: Grid, first: int, second: int) -> bool:
    """Whether a column says when the rows end that another says the starts of: each a while later, and most of them
    about when the next row starts."""
    rows = [(row.text(first), row.text(second)) for row in grid.rows]
    cells = [end for _, end in rows if not nothing(end)]
    if not _mostly(_is_slot, cells) or any(_alone(end) is None for end in cells if _is_slot(end)):
        return False
    times = [(_alone(start), _alone(end)) for start, end in rows]
    lengths = [(end - start) % DAY for start, end in times if start is not None and end is not None]
    gaps = [
        abs((after - end + DAY // 2) % DAY - DAY // 2)
        for (_, end), (after, _) in pairwise(times)
        if end is not None and after is not None
    ]
    if not lengths or not all(0 < length <= (LONGEST_ROW if gaps else HOUR) for length in lengths):
        return False
    return 2 * sum(gap <= _NEAR for gap in gaps) > len(gaps) or not gaps


def _alone(text: str) -> int | None:
    """The time of day (ms) that a cell holds and nothing else, or None."""
    slot = parse_slot(text, 2000) if _is_slot(text) else Slot()
    return slot.start.ms if slot.start and slot.end is None else None


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
