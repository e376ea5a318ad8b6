"""From drafts with their times to the segments and groups of a show."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from livedesk.domain.clock import ms_to_wall, to_local
from livedesk.domain.product import Product
from livedesk.domain.rundown import ConsoleCue, EndMode, Segment
from livedesk.services.importers.draft import Draft, Timed
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.cues import CueText
from livedesk.services.sheets.names import group_title
from livedesk.services.sheets.script_cells import script_of
from livedesk.services.sheets.times import format_duration
from livedesk.services.sheets.words import segment_kind

_INSERTED = re.compile(r"^\d{1,4}[A-Z]{1,2}$")


def build_segments(
    table: Table, drafts: Sequence[Draft], timed: Sequence[Timed], groups: Mapping[str, str], zone: str
) -> tuple[Segment, ...]:
    """The segments in the order of the sheet; ``groups`` are the ids of groups by what drafts call them."""
    numbers = _fixed_numbers(table, drafts)
    segments = []
    for at, (draft, times) in enumerate(zip(drafts, timed, strict=True), 1):
        segment_id = f"s{at:02d}"
        kind = segment_kind(draft.kind_text, draft.title, times.duration, bool(draft.product_ids))
        if not draft.kind_text:
            draft.notes.append("kind_inferred")
        cues = tuple(
            ConsoleCue(f"{segment_id}k{number}", cue.action, cue.text, _offset(table, draft, times, cue, zone))
            for number, cue in enumerate(draft.cues, 1)
        )
        lost = draft.count_to is not None and times.count_to is None
        segments.append(
            Segment(
                id=segment_id,
                title=draft.title,
                kind=kind,
                duration_ms=times.duration,
                group_id=groups.get(draft.group, ""),
                hard_start=None if times.hard_start is None else ms_to_wall(times.hard_start, zone),
                end_mode=EndMode.MANUAL if lost else draft.end_mode,
                count_to=ms_to_wall(times.count_to, zone) if times.count_to is not None else None,
                scene=draft.scene,
                transition=draft.transition,
                items=tuple(draft.items),
                product_ids=tuple(draft.product_ids),
                script=script_of(draft.script, draft.cohost),
                interaction="\n".join(draft.interaction),
                goal="\n".join(draft.goal),
                person=draft.person,
                cues=cues,
                skipped=draft.skipped,
                note="\n".join(draft.note),
                number=numbers[at - 1],
                co_host=draft.co_host,
                owner=draft.owner,
                warn_ms=draft.alerts[0],
                alarm_ms=draft.alerts[1],
                fallback="\n".join(draft.fallback),
            )
        )
    return tuple(segments)


def _fixed_numbers(table: Table, drafts: Sequence[Draft]) -> Sequence[str]:
    """The numbers that are fixed: those of a column for them, else those of the counting column where it has one with
    a letter (04A), which no counting gives."""
    if "fixed" in table.columns.at:
        return [draft.fixed for draft in drafts]
    written = [draft.number for draft in drafts]
    given = [number for number in written if number]
    inserted = any(_INSERTED.match(number) for number in given) and len(set(given)) == len(given)
    return written if inserted else [""] * len(drafts)


def _offset(table: Table, draft: Draft, times: Timed, cue: CueText, zone: str) -> int:
    """How long after its segment's start a cue is due; one with a time of day must fall into the segment."""
    if cue.at is None:
        return cue.offset_ms
    local = to_local(times.start, zone)
    since = ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.microsecond // 1000
    offset = (cue.at.ms - since) % 86_400_000
    if offset > times.duration:
        table.error(draft.row, "cues", "sheet.cue_outside", value=cue.text)
        return 0
    return offset


def preview_segments(
    table: Table, drafts: Sequence[Draft], segments: Sequence[Segment], timed: Sequence[Timed], show: Names
) -> None:
    """Keep what every row was understood as."""
    for draft, segment, times in zip(drafts, segments, timed, strict=True):
        start = to_local(times.start, show.zone)
        fields = (
            ("number", draft.number),
            ("start", start.strftime("%m-%d %H:%M:%S")),
            ("duration", format_duration(segment.duration_ms)),
            ("title", segment.title),
            ("kind", segment.kind.value),
            ("group", group_title(draft.group)),
            ("products", "、".join(show.products.get(at, at) for at in segment.product_ids)),
            ("scene", segment.scene),
            ("script", "\n".join(line.text for line in segment.script.lines)[:400]),
            ("interaction", segment.interaction),
            ("cues", "；".join(cue.text for cue in segment.cues)),
            ("person", segment.person),
            ("co_host", segment.co_host),
            ("owner", segment.owner),
            ("fallback", segment.fallback),
            ("note", segment.note),
        )
        kind = RowKind.ERROR if draft.wrong else RowKind.SEGMENT
        table.understood(draft.row, kind, fields, tuple(dict.fromkeys(draft.notes)))


class Names:
    """What a preview needs to write names instead of ids."""

    def __init__(self, zone: str, products: Sequence[Product]) -> None:
        self.zone = zone
        self.products = {product.id: product.name for product in products}
