"""Groups of one title stay as many as they are through a workbook, a text table and the clipboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from show_strategies import shows
from whole_shows import back, segment, show_of

from livedesk.domain.merging import merge, override
from livedesk.domain.rundown import Group, Show
from livedesk.services.exporters.pasted_rows import write_rows
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.exporters.team_sheet import team_sheet
from livedesk.services.importers import RowKind, read_file
from livedesk.services.importers.pasted import read_pasted

KINDS = (("xlsx", export_xlsx), ("csv", export_csv))


def twins(*titles: str, rows: str = "12") -> Show:
    """A show with groups of these titles, and a segment in each of the ``rows`` th of them (0: in none)."""
    groups = tuple(Group(f"g{at}", title) for at, title in enumerate(titles, 1))
    homes = ("" if row == "0" else f"g{row}" for row in rows)
    return show_of(*(segment(at, group_id=home) for at, home in enumerate(homes, 1)), groups=groups)


@pytest.mark.parametrize(
    ("titles", "rows"),
    [
        (("讲品", "讲品"), "12"),
        (("讲品", "讲品"), "1122"),
        (("讲品", "讲品", "讲品"), "31012"),
        (("讲品", "讲品", "讲品"), "13"),
        (("讲品", "讲品↵", "讲品↵", "讲品↵↵", "讲品 ↵"), "12345"),
        (("讲\n品", "讲\n品"), "12"),
        (("讲品 (2)", "讲品", "讲品"), "123"),
        (("商品", "商品"), "12"),
        (("=1", "=1"), "12"),
        (("应急预案", "应急预案"), "12"),
        (("讲品", "讲品"), "0"),
    ],
)
def test_groups_of_one_title_come_back(tmp_path: Path, titles: tuple[str, ...], rows: str) -> None:
    show = twins(*titles, rows=rows)
    for kind, write in KINDS:
        assert back(tmp_path, show, write, kind) == show


def test_the_second_bears_a_mark_behind_its_title() -> None:
    assert team_sheet(twins("讲品", "返场", "讲品", "讲品")).groups == ("讲品", "返场", "讲品 ↵", "讲品 ↵ ↵")


def test_a_group_of_which_only_the_second_is_left_keeps_its_title(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("阶段,时间段,环节\n讲品 ↵,20:00-20:05,甲\n返场,20:05-20:10,乙\n讲品,20:10-20:15,丙\n", "utf-8")
    preview = read_file(file, date=date(2026, 11, 25))
    assert preview.show is not None
    groups = {group.id: group.title for group in preview.show.groups}
    assert [groups[item.group_id] for item in preview.show.segments] == ["讲品", "返场", "讲品"]
    assert len({item.group_id for item in preview.show.segments}) == 3
    assert [row.get("group") for row in preview.rows if row.kind is RowKind.SEGMENT] == ["讲品", "返场", "讲品"]


def test_a_shows_own_sheet_keeps_its_twins_where_they_are(tmp_path: Path) -> None:
    show = twins("讲品", "讲品", "讲品", rows="3112")
    for kind, write in KINDS:
        file = tmp_path / f"out.{kind}"
        file.write_bytes(write(show))
        preview = read_file(file)
        assert preview.show is not None
        assert merge(show, preview.show, carries=preview.carries).rows == ()
        assert override(show, preview.show, preview.carries) is None


def test_copied_rows_know_which_of_two_groups_is_theirs() -> None:
    show = twins("讲品", "讲品")
    for one, home in (("s01", "g1"), ("s02", "g2")):
        found = read_pasted(write_rows(show, [one]), show)
        assert (found.groups, found.new_groups) == ((Group(home, "讲品"),), False)
        assert found.segments[0].group_id == home


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shows(timed=True), st.data())
def test_any_show_keeps_groups_of_one_title(tmp_path: Path, show: Show, data: st.DataObject) -> None:
    assume(len(show.groups) > 1)
    title = data.draw(st.sampled_from([group.title for group in show.groups]))
    show = replace(show, groups=tuple(replace(group, title=title) for group in show.groups))
    file = tmp_path / "out.csv"
    file.write_bytes(export_csv(show))
    read = read_file(file).show
    assert read is not None
    assert read.groups == show.groups
    assert [item.group_id for item in read.segments] == [item.group_id for item in show.segments]
