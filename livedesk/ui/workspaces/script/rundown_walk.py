"""Where keys go and what a stretch takes in, over the rows of the script page's rundown. Rows count from 0."""

from __future__ import annotations

from collections.abc import Iterable

from livedesk.ui.models.script_rows import ScriptRows


def first_item(rows: ScriptRows) -> int:
    """The first row that is a segment or a standby plan, −1 for none."""
    return next_row(rows, -1, 1, None)


def next_row(rows: ScriptRows, row: int, by: int, plans: bool | None, *, headers: bool = False) -> int:
    """The next row below ``row`` (above, where ``by`` is −1) that a key stops on: an item, a group's header too where
    ``headers`` says so. ``plans``: only standby plans, or only segments (None: either). −1 for none."""
    row += by
    while 0 <= row < rows.rowCount():
        if rows.item_id(row):
            if plans is None or (rows.standby(row) is not None) == plans:
                return row
        elif headers and not rows.heads_standbys(row):
            return row
        row += by
    return -1


def end_of_group(rows: ScriptRows, header: int) -> int:
    """The last row of the segments under a group's header; the header where it has none."""
    own, row = set(rows.segments_of(header)), header
    while row + 1 < rows.rowCount() and rows.segment_id(row + 1) in own:
        row += 1
    return row


def items_between(rows: ScriptRows, first: int, last: int, anchor: int, *, plans: bool) -> list[tuple[int, int]]:
    """What a stretch from ``first`` to ``last`` takes in, as stretches: standby ``plans`` alone, or segments alone; and
    ``anchor``, the row it began at, even where that is a group's header."""
    heads = rows.header_rows()
    heading = heads[-1] if heads and rows.heads_standbys(heads[-1]) else rows.rowCount()
    first, last = (max(first, heading + 1), last) if plans else (first, min(last, heading - 1))
    found, at = [], first
    for row in (*(row for row in heads if first <= row <= last), last + 1):
        if row != anchor and row >= at:
            found.append((at, row - 1))
            at = row + 1
    return [(above, below) for above, below in found if above <= below]


def stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows (those that are shown) as stretches from first to last."""
    found: list[tuple[int, int]] = []
    for row in sorted(row for row in rows if row >= 0):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
