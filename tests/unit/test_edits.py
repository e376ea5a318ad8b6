"""The laws of edits: the inverse takes back exactly, the codec keeps everything, a locked show refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.codec import decode_edit, encode_edit
from livedesk.domain.edits import (
    ChangeSegments,
    ChangeShow,
    Place,
    PlaceSegments,
    Put,
    PutSegments,
    ReplaceShow,
    SegmentChange,
    SetApproval,
    SpliceScript,
    TakeSegments,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval, Show
from tests.unit import shows as small
from tests.unit.edit_samples import edits, shows


@given(st.data())
def test_an_edit_and_its_inverse_leave_the_show_as_it_was(data: st.DataObject) -> None:
    show = data.draw(shows())
    edit = data.draw(edits(show))
    changed, inverse = apply(show, edit)
    back, again = apply(changed, inverse)
    assert back == show
    assert apply(back, again)[0] == changed


@given(st.data())
def test_an_edit_reads_back_from_its_json(data: st.DataObject) -> None:
    show = data.draw(shows())
    edit = data.draw(edits(show))
    _, inverse = apply(show, edit)
    assert decode_edit(*encode_edit(edit)) == edit
    assert decode_edit(*encode_edit(inverse)) == inverse


@given(st.data())
def test_moving_keeps_ids_and_total(data: st.DataObject) -> None:
    show = data.draw(shows().filter(lambda made: bool(made.segments)))
    ids = [item.id for item in show.segments]
    index = data.draw(st.integers(0, len(ids) - 1))
    moved, _ = apply(show, PlaceSegments((Place(data.draw(st.sampled_from(ids)), index, "g1"),)))
    assert sorted(item.id for item in moved.segments) == sorted(ids)
    assert sum(item.duration_ms for item in moved.segments) == sum(item.duration_ms for item in show.segments)


@pytest.fixture
def show() -> Show:
    return small.show("2026-11-25T20:00", *(small.segment(number, 5) for number in (1, 2, 3, 4)))


def _ids(show: Show) -> list[str]:
    return [item.id for item in show.segments]


def test_several_rows_stand_where_they_were_placed(show: Show) -> None:
    placed, _ = apply(show, PlaceSegments((Place("s4", 0, ""), Place("s1", 3, "g"))))
    assert _ids(placed) == ["s4", "s2", "s3", "s1"]
    assert placed.segments[3].group_id == "g"
    put, _ = apply(show, PutSegments((Put(0, small.segment(8, 1)), Put(5, small.segment(9, 1)))))
    assert _ids(put) == ["s8", "s1", "s2", "s3", "s4", "s9"]


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (ChangeSegments((SegmentChange("s9", {"title": "x"}),)), "edit.missing"),
        (ChangeSegments((SegmentChange("s1", {"id": "x"}),)), "edit.bad_field"),
        (ChangeSegments((SegmentChange("s1", {"duration_ms": -1}),)), "edit.bad_duration"),
        (ChangeSegments((SegmentChange("s1", {}), SegmentChange("s1", {}))), "edit.exists"),
        (ChangeShow({"segments": ()}), "edit.bad_field"),
        (PutSegments((Put(0, small.segment(1, 1)),)), "edit.exists"),
        (PutSegments((Put(7, small.segment(8, 1)),)), "edit.bad_place"),
        (PutSegments((Put(2, small.segment(8, 1)), Put(1, small.segment(9, 1)))), "edit.bad_place"),
        (TakeSegments(("s1", "s9")), "edit.missing"),
        (PlaceSegments((Place("s9", 0, ""),)), "edit.missing"),
        (PlaceSegments((Place("s1", 4, ""),)), "edit.bad_place"),
        (SpliceScript("s1", 0, 1, ()), "edit.bad_place"),
        (SpliceScript("s9", 0, 0, ()), "edit.missing"),
    ],
)
def test_what_does_not_fit_is_refused(show: Show, edit: object, code: str) -> None:
    with pytest.raises(UserError) as caught:
        apply(show, edit)  # type: ignore[arg-type]  # the table holds edits
    assert caught.value.code == code


def test_a_locked_show_takes_no_edit_but_its_unlocking(show: Show) -> None:
    locked, _ = apply(show, SetApproval(Approval.LOCKED))
    with pytest.raises(UserError, match=r"edit\.closed"):
        apply(locked, ChangeShow({"title": "x"}))
    opened, _ = apply(locked, SetApproval(Approval.DRAFT, "改价"))
    assert apply(opened, ChangeShow({"title": "x"}))[0].title == "x"


def test_a_restored_document_keeps_id_and_approval(show: Show) -> None:
    approved = replace(show, approval=Approval.APPROVED)
    other = replace(show, id="other", title="旧", approval=Approval.DRAFT)
    restored, _ = apply(approved, ReplaceShow(other))
    assert (restored.id, restored.approval, restored.title) == ("show", Approval.APPROVED, "旧")
