"""What a printed run sheet holds beside its rows: where groups begin, and the scripts as they will be read."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.product import script_values
from livedesk.domain.rundown import Show
from livedesk.domain.script import LineKind, Script, fill
from livedesk.domain.timetable import Plan
from livedesk.services.reports.words import Words


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of a script with its variables filled; ``mark`` (empty for speech) says what it is for."""

    mark: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptBlock:
    """The script of a segment, or of a standby plan (``number`` and ``start`` None)."""

    number: int | None
    start: int | None
    title: str
    lines: tuple[Spoken, ...]


def groups_of(show: Show) -> tuple[str, ...]:
    """For each segment the title of the group that begins with it; empty inside a group or where there is none."""
    titles = {group.id: group.title for group in show.groups}
    before = ""
    found = []
    for segment in show.segments:
        found.append(titles.get(segment.group_id, "") if segment.group_id != before else "")
        before = segment.group_id
    return tuple(found)


def script_blocks(show: Show, layout: Plan, words: Words) -> tuple[ScriptBlock, ...]:
    """Every script in the order of the rundown, then those of the standby plans."""
    products = {product.id: product for product in show.products}
    blocks = []
    for index, segment in enumerate(show.segments):
        if segment.script.lines:
            product = products.get(segment.product_ids[0]) if segment.product_ids else None
            lines = _lines(segment.script, dict(script_values(product)), words)
            blocks.append(ScriptBlock(index + 1, layout.starts[index], segment.title, lines))
    blocks += [
        ScriptBlock(None, None, standby.title, _lines(standby.script, {}, words))
        for standby in show.standbys
        if standby.script.lines
    ]
    return tuple(blocks)


def _lines(script: Script, values: dict[str, str], words: Words) -> tuple[Spoken, ...]:
    return tuple(
        Spoken(
            "" if line.kind is LineKind.SPEECH else words.marks.get(line.kind.value, line.kind.value),
            line.speaker,
            fill(line.text, values),
        )
        for line in script.lines
    )
