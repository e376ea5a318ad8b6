"""Shows of any length made of the sample's segments: scripts, products, cues and promotions as a show has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from livedesk.domain.product import Promotion
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.script import Script
from livedesk.services.importers.files import read_file

SHEET = next((Path(__file__).resolve().parents[2] / "resources" / "samples").glob("*.xlsx"))
DAY = date(2026, 11, 25)


@lru_cache(maxsize=1)
def the_sample() -> Show:
    """The sample show as it is read from its sheet."""
    show = read_file(SHEET, today=DAY).show
    assert show is not None
    return show


def show_like_the_sample(count: int) -> Show:
    """The sample's segments over and over until there are ``count``, each with words of its own; its fixed times are
    left out, so that every length has the same."""
    one = the_sample()
    turns = range(-(-count // len(one.segments)))
    segments = tuple(_segments(one, turns))[:count]
    there = {item.id for item in segments}
    groups = tuple(replace(group, id=f"{group.id}-{turn}") for turn in turns for group in one.groups)
    promotions = tuple(promotion for promotion in _promotions(one, turns) if promotion.segment_id in there)
    return replace(
        one, id="bench", title="bench", hard_end=None, groups=groups, segments=segments, promotions=promotions
    )


def _segments(one: Show, turns: range) -> Iterator[Segment]:
    for turn in turns:
        for item in one.segments:
            said = item.script.lines
            first = replace(said[0], text=f"第 {turn} 轮，{said[0].text}") if said else None
            yield replace(
                item,
                id=f"{item.id}-{turn}",
                group_id=f"{item.group_id}-{turn}",
                hard_start=None,
                script=Script((first, *said[1:])) if first is not None else item.script,
                cues=tuple(replace(cue, id=f"{cue.id}-{turn}") for cue in item.cues),
            )


def _promotions(one: Show, turns: range) -> Iterator[Promotion]:
    for turn in turns:
        for item in one.promotions:
            yield replace(item, id=f"{item.id}-{turn}", segment_id=f"{item.segment_id}-{turn}")
