"""What a printed run sheet holds beside its rows: where groups begin, which starts are fixed, and the scripts as
they will be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from livedesk.domain.clock import wall_to_ms
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.domain.script import LineKind, Script, fill
from livedesk.domain.script_values import values_on
from livedesk.domain.timetable import Plan, plan
from livedesk.services.reports.words import Words


@dataclass(frozen=True, slots=True)
class GroupBlock:
    """A stretch of the rundown: the places of its segments (from 0), when it is planned to start (None: all of it
    is skipped) and how long its segments are together."""

    title: str
    at: tuple[int, ...]
    start: int | None
    length_ms: int


@dataclass(frozen=True, slots=True)
class Pin:
    """A fixed start: what was asked for, and how late the plan comes to it."""

    asked: int
    late_ms: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of a script with its variables filled; ``mark`` (empty for speech) says what it is for."""

    mark: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptBlock:
    """The script of a segment, or of a standby plan (``number`` empty and ``start`` None)."""

    number: str
    start: int | None
    title: str
    lines: tuple[Spoken, ...]


def groups_of(show: Show) -> tuple[GroupBlock, ...]:
    """The rundown in stretches of one group each; ``title`` is empty for segments that are in none."""
    titles = {group.id: group.title for group in show.groups}
    layout = plan(show)
    found = []
    for group_id, rows in groupby(range(len(show.segments)), key=lambda at: show.segments[at].group_id):
        at = tuple(rows)
        starts = [start for row in at if (start := layout.starts[row]) is not None]
        length = sum(layout.durations[row] for row in at if layout.starts[row] is not None)
        found.append(GroupBlock(titles.get(group_id, ""), at, min(starts, default=None), length))
    return tuple(found)


def pins_of(show: Show, layout: Plan) -> Mapping[int, Pin]:
    """The fixed starts by the places of their segments (from 0); skipped ones have none."""
    found = {}
    for at, segment in enumerate(show.segments):
        start = layout.starts[at]
        if segment.hard_start is not None and start is not None:
            asked = wall_to_ms(segment.hard_start, show.zone)
            found[at] = Pin(asked, start - asked)
    return found


def script_blocks(show: Show, layout: Plan, words: Words) -> tuple[ScriptBlock, ...]:
    """Every script in the order of the rundown, then those of the standby plans."""
    blocks = []
    numbers = shown_numbers(show.segments)
    for index, segment in enumerate(show.segments):
        if segment.script.lines:
            lines = _lines(segment.script, values_on(show, segment), words)
            blocks.append(ScriptBlock(numbers[index], layout.starts[index], segment.title, lines))
    blocks += [
        ScriptBlock("", None, standby.title, _lines(standby.script, values_on(show, standby), words))
        for standby in show.standbys
        if standby.script.lines
    ]
    return tuple(blocks)


def _lines(script: Script, values: Mapping[str, str], words: Words) -> tuple[Spoken, ...]:
    return tuple(
        Spoken(
            "" if line.kind is LineKind.SPEECH else words.marks.get(line.kind.value, line.kind.value),
            line.speaker,
            fill(line.text, values),
        )
        for line in script.lines
    )
