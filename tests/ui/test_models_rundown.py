"""The rundown's model: edits and ticks tell of exactly the rows that change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from live_show import MID_T, Journal, long_show, mid_show, sample_show
from model_signals import Checked

from livedesk.domain.edits import (
    ChangeSegments,
    Edit,
    InsertSegment,
    MoveSegment,
    RemoveSegment,
    ReplaceSegment,
    SegmentChange,
    apply,
)
from livedesk.domain.events import Held
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.domain.timetable import RowState, schedule
from livedesk.ui.models.keyed import ROW
from livedesk.ui.models.rundown import RundownModel, SegmentCell


def shown(model: RundownModel) -> list[str]:
    """What stands in each row: a group's title in brackets, or a segment's id."""
    return [
        f"[{model.group_title(row)}]" if model.is_header(row) else model.segment_id(row)
        for row in range(model.rowCount())
    ]


def expected(show: Show) -> list[str]:
    """What should stand there, by the document alone."""
    rows, last = [], ""
    for segment in show.segments:
        group = show.group(segment.group_id)
        if segment.group_id != last and group is not None:
            rows.append(f"[{group.title}]")
        last = segment.group_id
        rows.append(segment.id)
    return rows


def feed(model: RundownModel, journal: Journal, t_ms: int) -> None:
    """Show and times at a moment."""
    model.set_show(journal.show)
    model.set_timetable(schedule(journal.show, journal.run, t_ms))


def edits(show: Show) -> st.SearchStrategy[Edit]:
    """Any edit of a rundown."""
    at = st.integers(0, len(show.segments) - 1)
    groups = st.sampled_from(["", "g1", "g2", "g3"])
    new = Segment("new", "新", SegmentKind.TALK, 60_000, "g2")
    return st.one_of(
        at.map(lambda i: ReplaceSegment(replace(show.segments[i], title="改", duration_ms=90_000))),
        at.map(lambda i: RemoveSegment(show.segments[i].id)),
        st.tuples(at, groups).map(lambda p: InsertSegment(p[0], replace(new, group_id=p[1]))),
        st.tuples(at, at, groups).map(lambda p: MoveSegment(show.segments[p[0]].id, p[1], p[2])),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_edit_is_told_precisely(checked: Checked, data: st.DataObject) -> None:
    model = RundownModel()
    journal = mid_show()
    feed(model, journal, MID_T)
    signals = checked(model)
    show, _ = apply(journal.show, data.draw(edits(journal.show)))
    model.set_show(show)
    model.set_timetable(schedule(show, journal.run, MID_T))
    assert shown(model) == expected(show)
    assert ("reset",) not in signals.told
    for row in range(model.rowCount()):
        cell = model.cell(row)
        if cell is not None:
            assert show.segments[cell.number - 1] is cell.segment


def test_a_tick_tells_only_of_what_is_on_air(checked: Checked) -> None:
    model = RundownModel()
    journal = mid_show()
    feed(model, journal, MID_T)
    signals = checked(model)
    feed(model, journal, MID_T + 250)
    air = model.row_of("s04")
    assert signals.told == [("change", air, air)]


def test_in_a_hold_everything_after_slides(checked: Checked) -> None:
    model = RundownModel()
    journal = mid_show()
    journal.add(MID_T, Held(4))
    feed(model, journal, MID_T)
    signals = checked(model)
    feed(model, journal, MID_T + 1_000)
    changed = {row for _, first, last in signals.told for row in range(first, last + 1)}
    sliding = {model.row_of(f"s{at:02d}") for at in range(4, 12)}
    assert changed == sliding, "those after the hard start at 21:15 are held by it"


def test_a_take_tells_of_the_rows_whose_state_changes(checked: Checked) -> None:
    model = RundownModel()
    journal = mid_show()
    feed(model, journal, MID_T)
    journal.take(MID_T + 174_000, 5)
    signals = checked(model)
    feed(model, journal, MID_T + 174_000)
    changed = {row for _, first, last in signals.told for row in range(first, last + 1)}
    assert {model.row_of("s04"), model.row_of("s05"), model.row_of("s06")} <= changed
    cell = model.index(model.row_of("s05"), 0).data(ROW)
    assert isinstance(cell, SegmentCell)
    assert cell.state is RowState.ON_AIR


def test_the_filter_keeps_groups_and_numbers(checked: Checked) -> None:
    model = RundownModel()
    journal = mid_show()
    feed(model, journal, MID_T)
    signals = checked(model)
    model.set_filter("返场")
    assert shown(model) == ["[二 · 讲品]", "s10", "[三 · 返场与收尾]", "s14", "s15"]
    cell = model.cell(1)
    assert cell is not None
    assert cell.number == 10
    feed(model, journal, MID_T + 1_000)
    model.set_filter("")
    assert shown(model) == expected(journal.show)
    assert ("reset",) not in signals.told


def test_an_inline_edit_is_asked_for_and_changes_nothing_itself(checked: Checked) -> None:
    model = RundownModel()
    journal = mid_show()
    feed(model, journal, MID_T)
    checked(model)
    asked: list[Edit] = []
    model.edited.connect(asked.append)
    index = model.index(model.row_of("s06"), 0)
    before = journal.show.segments[5]
    assert not model.setData(index, before)
    assert model.setData(index, replace(before, title="新标题"))
    assert asked == [ChangeSegments((SegmentChange("s06", {"title": "新标题"}),))]
    assert index.data() == before.title
    assert not model.setData(model.index(0, 0), before), "a header is not edited"


def test_late_hard_starts_say_how_late() -> None:
    journal = mid_show()
    table = schedule(journal.show, journal.run, MID_T + 35 * 60_000)
    model = RundownModel()
    model.set_show(journal.show)
    model.set_timetable(table)
    cell = model.cell(model.row_of("s12"))
    assert cell is not None
    assert cell.late == (cell.expected or 0) - (cell.hard or 0) > 0


@pytest.mark.parametrize("count", [1, 100])
def test_another_show_starts_anew(checked: Checked, count: int) -> None:
    model = RundownModel()
    feed(model, mid_show(), MID_T)
    signals = checked(model)
    other = replace(long_show(count), id="fedcba543210")
    model.set_show(other)
    assert signals.told == [("reset",)]
    assert shown(model) == expected(other)
    assert sample_show().id != other.id
