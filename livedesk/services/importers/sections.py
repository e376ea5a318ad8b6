"""The sheets beside the rundown: what they are called, and how a text table has them as sections below its rundown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from livedesk.services.importers.columns import (
    CHECKS,
    OVERRIDES,
    PRODUCTS,
    PROMOTIONS,
    RUNDOWN,
    STANDBYS,
    Vocabulary,
    match_header,
)
from livedesk.services.importers.grid import Grid, Row
from livedesk.services.sheets.words import plain

RUNDOWN_NEEDS = (("time", "duration"), ("title", "product"))
SHEETS: tuple[tuple[str, tuple[str, ...], Vocabulary], ...] = (
    ("products", ("商品", "商品表", "货盘", "货盘表", "产品", "产品表", "商品清单", "排品表"), PRODUCTS),
    ("promotions", ("促销", "优惠", "促销表", "优惠表", "活动"), PROMOTIONS),
    ("checks", ("检查表", "设备检查", "检查清单", "设备检查表", "开播检查"), CHECKS),
    ("overrides", ("放行用语", "放行词", "用语放行"), OVERRIDES),
    ("standbys", ("应急预案", "应变预案", "突发预案", "预案", "备用预案"), STANDBYS),
)
"""The kinds of sheets with the names that they have and the words of their headings."""
_NAME_FIELD = {"products": "name", "overrides": "words"}
_FEWEST = 3


def name_field(kind: str) -> str:
    """The field without which a row of a sheet says nothing."""
    return _NAME_FIELD.get(kind, "title")


def split_sections(grid: Grid) -> tuple[Grid, ...]:
    """A text table as its rundown and one grid for each section below it, named by its title.

    A section begins with a row that holds the name of a sheet alone, and a row of that sheet's headings right below
    it. Standby plans stay with the rundown, which has rows of them too.
    """
    begins = _begins(grid.rows)
    if not begins:
        return (grid,)
    found = [Grid(grid.name, grid.rows[: begins[0]], grid.pictures)]
    for at, until in zip(begins, (*begins[1:], len(grid.rows)), strict=True):
        found.append(Grid(_title(grid.rows[at]), grid.rows[at + 1 : until]))
    return tuple(found)


def _begins(rows: Sequence[Row]) -> list[int]:
    """The places of the titles. Above the rundown there is none: a list of products there is no section."""
    named = [at for at, (row, below) in enumerate(pairwise(rows)) if _is_section(row, below)]
    if not named or not any(_is_rundown(row) for row in rows[: named[0]]):
        return []
    return named


def _is_section(row: Row, below: Row) -> bool:
    title = plain(_title(row))
    for kind, names, vocabulary in SHEETS:
        if title in names and kind != "standbys":
            columns = match_header(below, vocabulary)
            return len(columns.at) >= _FEWEST and not columns.unknown and name_field(kind) in columns.at
    return False


def _is_rundown(row: Row) -> bool:
    columns = match_header(row, RUNDOWN)
    return all(any(field in columns.at for field in fields) for fields in RUNDOWN_NEEDS)


def _title(row: Row) -> str:
    return row.line(1) if len(row.cells) == 1 else ""
