"""The as-run log as plain rows and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from livedesk.domain.asrun import AsRunRow
from livedesk.domain.clock import iso
from livedesk.services.sheets.values import neutralise

COLUMNS = (
    "seq",
    "kind",
    "number",
    "segment",
    "revision",
    "planned_start",
    "requested",
    "confirmed",
    "ended",
    "mono_ms",
    "scene",
    "by",
    "result",
    "note",
    "recording_ms",
)

EDITS = {
    "SkipSegment": "segment skipped",
    "UnskipSegment": "segment no longer skipped",
    "ReplaceSegment": "segment changed",
    "ChangeSegments": "segment changed",
    "InsertSegment": "segment added",
    "PutSegments": "segment added",
    "RemoveSegment": "segment removed",
    "TakeSegments": "segment removed",
    "MoveSegment": "segment moved",
    "PlaceSegments": "segment moved",
    "ReplaceProduct": "product changed",
    "MoveProduct": "product queue reordered",
    "SpliceScript": "script changed",
    "ChangeShow": "show changed",
    "SetApproval": "script approval changed",
    "ReplaceShow": "version put in place",
    "SceneRenamed": "scene renamed",
    "Batch": "several changes",
    "undo": "undone",
    "redo": "redone",
}
"""What the log calls an edit, by its kind in the journal (see :mod:`livedesk.domain.edit_summary`)."""
OUTPUTS = {"record": "recording", "asked on": "start asked", "asked off": "stop asked"}
"""What the log calls an output, and that a person asked for it."""


def row_of(row: AsRunRow, zone: str) -> dict[str, str | int | None]:
    """One row of the log by the names of COLUMNS."""
    words = {"edit": EDITS, "output": OUTPUTS}.get(row.kind, {})
    return {
        "seq": row.seq,
        "kind": row.kind,
        "number": row.number,
        "segment": words.get(row.title, row.title),
        "revision": row.revision,
        "planned_start": iso(row.planned_start_ms, zone),
        "requested": iso(row.requested_ms, zone),
        "confirmed": iso(row.confirmed_ms, zone),
        "ended": iso(row.ended_ms, zone),
        "mono_ms": row.t_ms,
        "scene": row.scene,
        "by": row.by,
        "result": words.get(row.result, row.result),
        "note": row.note,
        "recording_ms": row.recording_ms,
    }


def as_run_csv(rows: Iterable[AsRunRow], zone: str) -> bytes:
    """The log as CSV (UTF-8 with BOM, as spreadsheets want it). Text that a spreadsheet would run as a formula is
    kept from it by a leading apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(value) for name, value in row_of(row, zone).items()})
    return text.getvalue().encode("utf-8-sig")


def _safe(value: str | int | None) -> str | int:
    if value is None:
        return ""
    return neutralise(value) if isinstance(value, str) else value
