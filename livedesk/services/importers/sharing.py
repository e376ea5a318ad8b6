"""Time cells that can only be understood beside the others of their column: ``00:05:00`` alone, which is a start
in one sheet and a duration in the next, and a time that is merged over several segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from livedesk.domain.clock import DAY, SECOND
from livedesk.services.importers.draft import Draft
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.times import Slot, TimeOfDay, format_duration


def settle_loose(drafts: Sequence[Draft], declared: TimeOfDay | None) -> None:
    """Decide for every loose slot whether it is a start or a duration. It is a start beside a duration column,
    in a column that also has starts alone later in the day, right at the end of a range above, or where all of
    them rise from the declared start; else a duration."""
    singles = [draft for draft in drafts if draft.slot.start and not draft.slot.end]
    column_of_starts = any(not draft.slot.loose for draft in singles)
    loose = [draft.slot.start.ms for draft in singles if draft.slot.loose and draft.slot.start]
    rising = declared is not None and loose[:1] == [declared.ms] and loose == sorted(loose)
    rising = rising and not any(draft.slot.end for draft in drafts)
    above: Draft | None = None
    for draft in drafts:
        slot = draft.slot
        if slot.loose and slot.start:
            ends = above.slot.end.ms if above is not None and above.slot.end else None
            is_start = column_of_starts or rising or draft.duration_ms is not None or slot.start.ms == ends
            start = Slot(start=slot.start) if is_start else Slot(duration_ms=slot.duration_ms)
            draft.slot = start
        above = draft


def split_shared(drafts: Sequence[Draft], table: Table) -> None:
    """Divide a time that is merged over several segments evenly among them, in whole seconds; the last one takes
    the rest. Said as a warning: the sheet does not tell who gets how much."""
    for time_row, sharing in groupby(drafts, key=lambda draft: draft.time_row):
        group = list(sharing)
        if not time_row or len(group) < 2:
            continue
        first = group[0]
        whole = _whole(first)
        if whole is None:
            for draft in group[1:]:
                draft.slot, draft.duration_ms, draft.wrong = Slot(), None, True
                table.error(draft.row, "time", "sheet.no_time")
            continue
        share = whole // len(group) // SECOND * SECOND
        table.warn(first.row, "time", "sheet.time_shared", count=len(group), length=format_duration(share))
        for at, draft in enumerate(group):
            draft.duration_ms = share if at + 1 < len(group) else whole - share * (len(group) - 1)
            draft.slot = replace(first.slot, end=None, duration_ms=None, loose=False) if at == 0 else Slot()
            draft.end = None
            draft.notes.append("time_shared")


def _whole(draft: Draft) -> int | None:
    if draft.duration_ms is not None:
        return draft.duration_ms
    end = draft.slot.end or draft.end
    if draft.slot.start and end:
        return (end.ms - draft.slot.start.ms) % DAY
    return draft.slot.duration_ms
