"""Edits that are new: which times they may bring in, and that what a log holds is read whatever it fixes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from livedesk.domain.admission import admit
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    InsertSegment,
    Put,
    PutSegments,
    ReplaceShow,
    SegmentChange,
    apply,
)
from livedesk.domain.errors import UserError
from tests.unit import shows as small


def test_a_time_that_the_zone_skips_is_refused_wherever_it_comes_in() -> None:
    show = replace(small.show("2026-03-07T20:00", small.segment(1, 5)), zone="America/New_York")
    skipped = WallTime(datetime(2026, 3, 8, 2, 30))  # noqa: DTZ001 (a wall time of the show's zone)
    fixed = replace(show.segments[0], id="n", hard_start=skipped)
    abroad = replace(show, zone="Asia/Shanghai", segments=(replace(fixed, hard_start=None, count_to=skipped),))
    changes = ({"hard_start": skipped}, {"count_to": skipped})
    for edit in (
        ChangeShow({"planned_start": skipped}),
        ChangeShow({"hard_end": skipped}),
        ReplaceShow(replace(show, planned_start=skipped)),
        ReplaceShow(replace(show, segments=(fixed,))),
        PutSegments((Put(0, fixed),)),
        InsertSegment(0, fixed),
        Batch((ChangeShow({"title": "夜"}), PutSegments((Put(0, fixed),)))),
        *(ChangeSegments((SegmentChange("s1", values),)) for values in changes),
    ):
        with pytest.raises(UserError, match=r"time\.nonexistent"):
            admit(show, edit)
        assert apply(show, edit)[0] != show
    with pytest.raises(UserError, match=r"time\.nonexistent"):
        admit(abroad, ChangeShow({"zone": "America/New_York"}))


def test_a_time_that_was_there_already_keeps_nobody_from_other_edits() -> None:
    skipped = WallTime(datetime(2026, 3, 8, 2, 30))  # noqa: DTZ001 (a wall time of the show's zone)
    rows = (small.segment(1, 5, hard_start=skipped, count_to=skipped), small.segment(2, 5))
    show = replace(small.show("2026-03-07T20:00", *rows), zone="America/New_York")
    assert admit(show, ChangeSegments((SegmentChange("s1", {"hard_start": None}),)))[0].segments[0].count_to
    assert admit(show, ChangeShow({"planned_start": show.planned_start, "title": "夜"}))[0].title == "夜"
