"""A show made from a template has its times on the new evening, or is refused where that has no such time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from import_books import at

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.clipping import clip
from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show
from livedesk.services.library import keep_show
from livedesk.services.templates import new_show, of_segments, of_show
from livedesk.store.store import Store

LATE = WallTime(at("2026-03-02 02:30"))
SHOW = Show(
    "show",
    "夜场",
    "America/New_York",
    WallTime(at("2026-03-01 22:00")),
    hard_end=WallTime(at("2026-03-02 03:30")),
    segments=(Segment("s1", "开场", SegmentKind.OPENING, 5 * MINUTE),),
)


@pytest.mark.parametrize(
    "show",
    [
        replace(SHOW, segments=(replace(SHOW.segments[0], hard_start=LATE),)),
        replace(SHOW, segments=(replace(SHOW.segments[0], end_mode=EndMode.COUNT_TO, count_to=LATE),)),
        replace(SHOW, hard_end=LATE),
    ],
)
def test_a_night_that_has_no_such_time_is_refused_with_the_next_one(tmp_path: Path, show: Show) -> None:
    template = of_show("t", "夜场", show)
    with Store.open(tmp_path / "data") as store:
        kept = keep_show(
            store.shows, store.media, new_show(template, "一", at("2026-03-08 22:00")), {}, by="导播", at_ms=0
        )
        assert store.shows.load(kept.id)[0] == kept
        spring = new_show(template, "二", at("2026-03-07 22:00"))
        with pytest.raises(UserError) as caught:
            keep_show(store.shows, store.media, spring, {}, by="导播", at_ms=0)
        assert len(store.shows.summaries()) == 1
    assert caught.value.code == "time.nonexistent"
    assert caught.value.params == {"value": "2026-03-08 02:30:00", "next": "2026-03-08 03:00:00"}


@pytest.mark.parametrize("kept", ["segments", "show"])
def test_what_was_let_stand_on_one_evening_is_checked_again_on_the_next(kept: str) -> None:
    stands = ClaimOverride(SHOW.segments[0].id, "ad-law-9", "第一", "有报告", "场控", 1)
    signed = replace(SHOW, claim_overrides=(stands,))
    clipping = clip(signed, {SHOW.segments[0].id})
    assert clipping.let_stand
    template = of_segments("t", "开场", clipping) if kept == "segments" else of_show("t", "开场", signed)
    assert template.clipping is None or template.clipping.let_stand == ()
    assert template.show is None or template.show.claim_overrides == ()
