"""The words for every kind of edit, how steps fold into bursts, and times as they are read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import DAY, HOUR, MINUTE
from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    Place,
    PlaceSegments,
    Put,
    PutSegments,
    RemoveSegment,
    ReplaceProduct,
    ReplaceSegment,
    ReplaceShow,
    SegmentChange,
    SetApproval,
    SpliceScript,
    TakeSegments,
)
from livedesk.domain.ports import Revision
from livedesk.domain.product import Product
from livedesk.domain.rundown import Approval
from livedesk.domain.script import LineKind, ScriptLine
from livedesk.ui.workspaces.script.approval_words import when
from livedesk.ui.workspaces.script.version_bursts import GAP_MS, LONGEST_MS, bursts
from livedesk.ui.workspaces.script.version_words import Titles, edit_words, named, step_words
from tests.unit import shows as small

pytestmark = pytest.mark.usefixtures("qapp")
SHOW = replace(
    small.show("2026-11-25T20:00", *(replace(small.segment(at, 5), title=f"环节{at}") for at in (1, 2, 3, 4))),
    products=(Product("p1", "修护霜"),),
)
LINE = ScriptLine(LineKind.SPEECH, "想要的扣一")
NEW = replace(small.segment(9, 5), title="加场")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (ChangeSegments((SegmentChange("s1", {"title": "x", "duration_ms": 1}),)), "“环节1”: Title, Duration"),
        (
            ChangeSegments((SegmentChange("s1", {"skipped": True}), SegmentChange("s2", {"skipped": True}))),
            "2 segments: Skipped",
        ),
        (SpliceScript("s2", 0, 1, (LINE,)), "“环节2”: script, 1 lines rewritten"),
        (SpliceScript("s2", 0, 0, (LINE, LINE)), "“环节2”: script, 2 lines written"),
        (SpliceScript("s2", 0, 3, ()), "“环节2”: script, 3 lines deleted"),
        (SpliceScript("s2", 0, 3, (LINE,)), "“环节2”: script, 1 lines in place of 3"),
        (PutSegments((Put(0, NEW),)), "Added “加场”"),
        (InsertSegment(0, NEW), "Added “加场”"),
        (TakeSegments(("s1", "s3")), "Removed “环节1”“环节3”"),
        (TakeSegments(("s1", "s2", "s3")), "Removed 3 segments"),
        (RemoveSegment("s4"), "Removed “环节4”"),
        (PlaceSegments((Place("s1", 2, ""),)), "Moved “环节1”"),
        (MoveSegment("s1", 2, ""), "Moved “环节1”"),
        (ReplaceSegment(NEW), "“加场”: changed"),
        (ReplaceProduct(Product("p1", "修护霜")), "“修护霜”: product changed"),
        (MoveProduct("p1", 0), "“修护霜”: moved in the queue"),
        (ChangeShow({"title": "x", "hard_end": None}), "Title, Hard end"),
        (SetApproval(Approval.LOCKED, "定稿"), "→ Locked · 定稿"),
        (SetApproval(Approval.DRAFT), "→ Draft"),
        (ReplaceShow(SHOW), "Another version put in place"),
        (Batch((ChangeShow({"promotions": ()}), TakeSegments(("s1",)))), "Removed “环节1”; Promotions"),
        (RemoveSegment("gone"), "Removed a row"),
    ],
)
def test_every_edit_has_words(edit: Edit, words: str) -> None:
    titles = Titles(SHOW, steps=[_step(1, edit)])
    assert edit_words(edit, titles) == words
    assert all(titles.knows(one) == (one != "gone") for one in named(edit))


def test_an_undo_says_what_it_took_back() -> None:
    made = _step(2, ChangeSegments((SegmentChange("s1", {"title": "x"}),)))
    undo = replace(_step(3, ChangeSegments((SegmentChange("s1", {"title": "y"}),))), action="undo", target=2)
    redo = replace(undo, revision=4, action="redo")
    titles = Titles(SHOW)
    assert step_words(undo, titles, {2: made}) == "Taken back: “环节1”: Title"
    assert step_words(redo, titles, {}) == "Done again: “环节1”: Title"


def _step(revision: int, edit: Edit, by: str = "运营", at_ms: int = 0, action: str = "edit") -> Revision:
    return Revision(revision, action, None, None, edit, by, at_ms)


steps = st.lists(
    st.tuples(
        st.integers(-MINUTE, 10 * MINUTE), st.sampled_from(["运营", "导播"]), st.sampled_from(["edit", "approval"])
    ),
    max_size=30,
)


@given(steps)
def test_bursts_hold_every_step_of_one_person_within_minutes(drawn: list[tuple[int, str, str]]) -> None:
    history: list[Revision] = []
    at = 0
    for revision, (gap, by, action) in enumerate(drawn, 2):
        at += gap
        history.insert(0, _step(revision, ReplaceShow(SHOW), by, at, action))
    found = bursts(history)
    assert [step for burst in found for step in burst.steps] == history
    for burst in found:
        assert len({step.by for step in burst.steps}) == 1
        assert len(burst.steps) == 1 or all(step.action != "approval" for step in burst.steps)
        assert abs(burst.last.at_ms - burst.first.at_ms) < LONGEST_MS
    for newer, older in pairwise(found):
        one, other = newer.first, older.last
        apart = one.by != other.by or "approval" in (one.action, other.action)
        far = abs(one.at_ms - other.at_ms) >= GAP_MS or abs(newer.last.at_ms - other.at_ms) >= LONGEST_MS
        assert apart or far


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "20:00"), (20 * HOUR, "00:00"), (21 * HOUR, "yesterday 23:00"), (3 * DAY, "11-22 20:00")],
)
def test_a_time_has_its_day_where_that_is_not_today(ago: int, words: str) -> None:
    now = 1_795_608_000_000  # 2026-11-25 20:00 in Shanghai
    assert when(now - ago, now, "Asia/Shanghai") == words
