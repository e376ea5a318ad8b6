"""Groups of one title on the way through a sheet, which knows groups by nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain.edits import apply
from livedesk.domain.merging import merge, override
from livedesk.domain.rundown import Group, Show
from tests.unit.test_merging import evening, seg

TWINS = evening(
    seg("a", "开场", group_id="g1"),
    seg("b", "讲品", group_id="g2"),
    seg("c", "返场", group_id="g3"),
    seg("d", "收尾", group_id="g4"),
    groups=(
        Group("g0", "讲品"),
        Group("g1", "讲品"),
        Group("g2", "新组"),
        Group("g3", "讲品"),
        Group("g4", "新组"),
    ),
)


def by_titles(show: Show) -> Show:
    """The show as a sheet brings it that knows groups by their titles."""
    first: dict[str, Group] = {}
    for group in show.groups:
        first.setdefault(group.title, replace(group, id=f"sheet-{group.id}"))
    titles = {group.id: group.title for group in show.groups}
    segments = tuple(
        replace(one, id=f"sheet-{one.id}", group_id=first[titles[one.group_id]].id if one.group_id else "")
        for one in show.segments
    )
    return replace(show, id="sheet", groups=tuple(first.values()), segments=segments)


@pytest.mark.parametrize("base", [None, TWINS])
def test_groups_of_one_title_are_no_change_in_a_sheet_that_nobody_changed(base: Show | None) -> None:
    assert merge(TWINS, by_titles(TWINS), base).rows == ()
    assert override(TWINS, by_titles(TWINS)) is None


def test_a_segment_leaves_one_of_several_groups_of_one_title() -> None:
    theirs = by_titles(TWINS)
    home = theirs.groups[1].id
    segments = (*theirs.segments[:2], replace(theirs.segments[2], group_id=home), theirs.segments[3])
    plan = merge(TWINS, replace(theirs, segments=segments), TWINS)
    assert [(row.key, [change.field for change in row.fields]) for row in plan.rows] == [("c", ["group_id"])]
    made = plan.result(plan.advised)
    assert [one.group_id for one in made.segments] == ["g1", "g2", "g2", "g4"]
    assert made.groups == TWINS.groups


def test_a_file_of_the_show_itself_takes_one_of_two_such_groups_away() -> None:
    theirs = replace(
        TWINS, groups=TWINS.groups[:4], segments=(*TWINS.segments[:3], replace(TWINS.segments[3], group_id="g2"))
    )
    edit = override(TWINS, theirs)
    assert edit is not None
    assert apply(TWINS, edit)[0] == theirs
