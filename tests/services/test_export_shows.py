"""A show written and read back: JSON exactly, the team's workbook and CSV in all that a workbook holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from import_books import at
from openpyxl import load_workbook
from show_strategies import shows
from whole_shows import START, back, drafted, everything, segment, show_of

from livedesk.domain.clock import WallTime
from livedesk.domain.edits import RemoveSegment, apply
from livedesk.domain.errors import UserError
from livedesk.domain.merging import merge
from livedesk.domain.product import Product
from livedesk.domain.rundown import (
    EndMode,
    Group,
    Show,
    Standby,
)
from livedesk.domain.script import Script, ScriptLine, parse_script
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.exporters.team_sheet import team_sheet
from livedesk.services.importers import read_file
from livedesk.services.sheets.team_columns import COLUMNS
from livedesk.services.sheets.values import text_of, written
from livedesk.services.show_file import export_json, import_json

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def sample() -> Show:
    show = read_file(next(SAMPLES.glob("*.xlsx"))).show
    assert show is not None
    return show


def test_the_sample_show_in_json(sample: Show) -> None:
    assert import_json(export_json(sample)) == (sample, {})


def test_the_sample_show_in_the_workbook(tmp_path: Path, sample: Show) -> None:
    assert back(tmp_path, sample) == sample


def test_the_sample_show_in_csv(tmp_path: Path, sample: Show) -> None:
    assert back(tmp_path, sample, export_csv, "csv") == sample


def test_everything_in_json(tmp_path: Path) -> None:
    show = everything()
    assert import_json(export_json(show)) == (show, {})
    assert back(tmp_path, show, export_json, "json") == show


def test_everything_in_the_workbook(tmp_path: Path) -> None:
    show = drafted(everything())
    read = back(tmp_path, show)
    for mine, theirs in zip(read.segments, show.segments, strict=True):
        assert mine == theirs
    assert read == show


def test_everything_in_csv(tmp_path: Path) -> None:
    show = drafted(everything())
    assert back(tmp_path, show, export_csv, "csv") == show


PARAGRAPHS = "大家好\n\n今天两款\n\n\n【结尾】\n\n再见\n\n助播：好\n\n助播：来"


def test_empty_lines_between_paragraphs_come_back(tmp_path: Path) -> None:
    script = parse_script(PARAGRAPHS)
    assert sum(line.blank for line in script.lines) == 6
    cohost = parse_script("大家好\n助播：好\n\n助播：来")
    show = show_of(
        replace(segment(1), script=script),
        replace(segment(2), script=cohost),
        standbys=(Standby("b1", "断流", "紧急画面", script=script),),
    )
    assert import_json(export_json(show)) == (show, {})
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


def test_products_of_one_name_stay_apart(tmp_path: Path) -> None:
    """By specification, by brand, by link, and where nothing else differs by their places."""
    names = (
        Product("p01", "霜", spec="30ml"),
        Product("p02", "霜", spec="50ml"),
        Product("p03", "霜", brand="自营", spec="50ml"),
        Product("p04", "霜", 4, spec="50ml"),
        Product("p05", "霜", spec="50ml", stock=1),
        Product("p06", "水、乳"),
    )
    sold = tuple(segment(at, product_ids=(one.id,)) for at, one in enumerate(names, 1))
    show = show_of(*sold, products=names)
    cells = team_sheet(show).segments
    assert [row[COLUMNS.index("商品")] for row in cells] == [
        "霜", "霜 50ml", "自营 霜", "4号链接", "第5款 霜", "第6款",
    ]  # fmt: skip
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ((Product("p01", "水、乳"), Product("p02", "第1款")), ["第01款", "第1款"]),
        ((Product("p01", "品\n又"), Product("p02", "第1款"), Product("p03", "第01款")), ["第001款", "第1款", "第01款"]),
        ((Product("p01", "霜", 5), Product("p02", "霜", 5), Product("p03", "霜", 5)), ["霜", "第2款 霜", "第3款 霜"]),
        ((Product("p01", "霜", 5), Product("p02", "5号链接", 5)), ["霜", "5号链接"]),
    ],
)  # fmt: skip
def test_every_product_has_a_name_that_no_other_answers_to(
    tmp_path: Path, names: tuple[Product, ...], cells: list[str]
) -> None:
    show = show_of(*(segment(at, product_ids=(one.id,)) for at, one in enumerate(names, 1)), products=names)
    assert [row[COLUMNS.index("商品")] for row in team_sheet(show).segments] == cells
    for kind, write in (("xlsx", export_xlsx), ("csv", export_csv)):
        read = back(tmp_path, show, write, kind)
        assert read == show
        assert merge(show, replace(read, id="else")).rows == ()


def test_a_count_to_without_its_time_stays_one(tmp_path: Path) -> None:
    show = show_of(segment(1, end_mode=EndMode.COUNT_TO), segment(2, end_mode=EndMode.COUNT_TO, skipped=True))
    assert [row[COLUMNS.index("结束方式")] for row in team_sheet(show).segments] == ["倒计时", "倒计时"]
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


def test_breaks_in_what_is_read_as_one_line_come_back(tmp_path: Path) -> None:
    show = show_of(
        segment(1, "限时\n秒杀", person="主播一\n主播二", co_host="助播\n一", owner="场控\n导播", group_id="g1"),
        groups=(Group("g1", "第一\n阶段"), Group("g2", "空\n着")),
        standbys=(Standby("b1", "断\n流", "紧急画面", owner="导播\n技术"),),
        title="夜\n场",
    )
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


def test_a_break_that_people_made_only_makes_a_title_fit(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text('主题,夜场\n时间段,环节,话术\n20:00-20:05,"限时\n秒杀",大家好\n', "utf-8")
    show = read_file(file, date=date(2026, 11, 25)).show
    assert show is not None
    assert [item.title for item in show.segments] == ["限时 秒杀"]


def test_a_picture_that_csv_does_not_carry_is_told(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_bytes(export_csv(everything()))
    told = [problem for problem in read_file(file).problems if problem.code == "sheet.picture_missing"]
    assert [(problem.sheet, problem.params["name"]) for problem in told] == [("商品", "p03.png")]


def test_groups_with_the_names_of_sheets_are_no_sections(tmp_path: Path) -> None:
    groups = (Group("g1", "检查表"), Group("g2", "商品"), Group("g3", "促销"))
    titled = (segment(1, "商品", group_id="g2"), segment(2, "促销", group_id="g3"))
    show = show_of(*titled, groups=groups, products=(Product("p01", "促销", 1),))
    assert back(tmp_path, show, export_csv, "csv") == show


def test_a_list_of_products_above_the_rundown_is_no_section(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("商品\n链接号,商品名称,品牌\n时间段,环节,话术\n20:00-20:05,开场,大家好\n", "utf-8")
    show = read_file(file, date=date(2026, 11, 25)).show
    assert show is not None
    assert [item.title for item in show.segments] == ["开场"]


def test_a_plan_that_is_no_panic_scene_stays_none(tmp_path: Path) -> None:
    show = show_of(segment(1), standbys=(Standby("b1", "断流", "紧急画面"),))
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


def test_groups_in_another_order_or_without_segments(tmp_path: Path) -> None:
    groups = (Group("g1", "空着"), Group("g2", "后"), Group("g3", "先"))
    show = show_of(segment(1, group_id="g3"), segment(2, group_id="g2"), segment(3), groups=groups)
    assert back(tmp_path, show) == show
    assert back(tmp_path, show, export_csv, "csv") == show


@pytest.mark.parametrize(
    "title", ["11月25日返场 20:00", "主播：你好", "流程单", "6.18", "=夜场", "双十一直播脚本"]
)
def test_titles_come_back_as_they_are(tmp_path: Path, title: str) -> None:
    assert back(tmp_path, show_of(segment(1), title=title)).title == title


def test_the_hour_that_happens_twice(tmp_path: Path) -> None:
    first = WallTime(at("2026-10-25 02:10"), 0)
    segments = [segment(at, minutes=20) for at in range(1, 7)]
    segments[3] = replace(segments[3], hard_start=WallTime(at("2026-10-25 02:15"), 1))
    show = show_of(*segments, zone="Europe/Berlin", planned_start=first, hard_end=WallTime(at("2026-10-25 04:00")))
    assert back(tmp_path, show) == show


def walls(start: datetime) -> st.SearchStrategy[WallTime]:
    return st.integers(-600, 4000).map(lambda minutes: WallTime(start + timedelta(minutes=minutes)))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shows())
def test_whatever_a_show_holds_comes_back_from_the_workbook(tmp_path: Path, show: Show) -> None:
    assume(not all(item.skipped for item in show.segments))
    read, wanted = renumbered(back(tmp_path, show)), renumbered(show)
    for field in fields(Show):
        assert getattr(read, field.name) == getattr(wanted, field.name)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shows())
def test_whatever_a_show_holds_comes_back_from_csv_as_from_the_workbook(tmp_path: Path, show: Show) -> None:
    assume(not all(item.skipped for item in show.segments))
    read = back(tmp_path, show, export_csv, "csv")
    assert read == back(tmp_path, show)
    assert renumbered(read) == renumbered(show)


def renumbered(show: Show) -> Show:
    """The show with its groups' ids by their order: a sheet has no ids, all others are made by place."""
    ids = {group.id: f"g{number}" for number, group in enumerate(show.groups, 1)} | {"": ""}
    groups = tuple(replace(group, id=ids[group.id]) for group in show.groups)
    moved = tuple(replace(item, group_id=ids[item.group_id]) for item in show.segments)
    return replace(show, groups=groups, segments=moved)


RUNS = st.lists(
    st.tuples(
        st.integers(0, 3 * 3_600_000),
        st.one_of(st.none(), walls(START.local)),
        st.one_of(st.none(), walls(START.local)),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RUNS)
def test_every_timetable_comes_back(
    tmp_path: Path, runs: list[tuple[int, WallTime | None, WallTime | None, bool]]
) -> None:
    assume(not all(skipped for *_, skipped in runs))
    segments = [
        segment(
            number,
            minutes=duration / 60_000,
            hard_start=hard,
            end_mode=EndMode.COUNT_TO if count_to else EndMode.MANUAL,
            count_to=count_to,
            skipped=skipped,
        )
        for number, (duration, hard, count_to, skipped) in enumerate(runs, 1)
    ]
    show = show_of(*segments)
    assert back(tmp_path, show).segments == show.segments


AWKWARD = st.text(st.sampled_from("=+-@\t\r'\"<>&_x000D,;甲 乙"), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(AWKWARD)
def test_awkward_texts_come_back_and_are_no_formulas(tmp_path: Path, text: str) -> None:
    wanted = text_of(written(text))
    assume(wanted)
    show = show_of(segment(1, interaction=wanted), standbys=(Standby("b1", "断货", "", trigger=wanted),))
    for write, kind in ((export_xlsx, "xlsx"), (export_csv, "csv")):
        read = back(tmp_path, show, write, kind)
        assert read.segments[0].interaction == wanted
        assert read.standbys[0].trigger == wanted
    assert not formulas(tmp_path / "out.xlsx")


def formulas(file: Path) -> list[str]:
    """The cells that a spreadsheet program could take for a formula."""
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in load_workbook(file).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" or (isinstance(cell.value, str) and cell.value[:1] in "=+-@\t\r" and cell.value)
    ]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    show = everything()
    file = tmp_path / "out.xlsx"
    file.write_bytes(export_xlsx(show))
    assert formulas(file) == []
    rows = list(csv.reader(io.StringIO(export_csv(show).decode("utf-8-sig"))))
    assert [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")] == []
    assert any("'=备注" in row for row in rows)


def test_a_text_that_no_cell_can_hold(tmp_path: Path) -> None:
    show = show_of(segment(1, script=Script((ScriptLine(parse_script("长").lines[0].kind, "长" * 40_000),))))
    with pytest.raises(UserError) as raised:
        export_xlsx(show)
    assert raised.value.code == "export.too_long"
    assert raised.value.params["column"] == "话术"


def test_a_show_file_moves_to_another_evening(tmp_path: Path) -> None:
    file = tmp_path / "show.json"
    file.write_bytes(export_json(everything()))
    preview = read_file(file, date=date(2026, 12, 1), start=time(20), title="新场", host="主播二")
    show = preview.show
    assert show is not None
    assert (show.title, show.host, show.planned_start.local) == ("新场", "主播二", at("2026-12-01 20:00"))
    moved = show.segments[5].hard_start
    assert moved is not None
    assert moved.local == at("2026-12-01 21:30")
    assert preview.counts == {
        "segments": 10,
        "groups": 3,
        "standby": 2,
        "products": 4,
        "promotions": 3,
        "checks": 2,
    }


@pytest.mark.parametrize(("day", "zone"), [(date(2026, 3, 8), "America/New_York"), (date.max, "Asia/Shanghai")])
def test_a_show_file_is_not_moved_to_a_time_that_does_not_exist(tmp_path: Path, day: date, zone: str) -> None:
    fixed = segment(2, hard_start=WallTime(at("2026-11-25 02:30")), product_ids=())
    later = segment(3, hard_start=WallTime(at("2026-11-26 02:30")), product_ids=())
    document = show_of(segment(1, product_ids=()), fixed, later, zone=zone)
    document = replace(document, planned_start=WallTime(at("2026-11-25 01:00")))
    file = tmp_path / "show.json"
    file.write_bytes(export_json(document))
    with pytest.raises(UserError):
        read_file(file, date=day)


def test_a_promotion_outlives_its_segment_in_the_workbook() -> None:
    left, _ = apply(everything(), RemoveSegment("s03"))
    assert export_xlsx(left)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text[:-30], "show_file.unreadable"),
        (lambda text: "[" * 100_000, "show_file.unreadable"),
        (lambda text: text.replace("livedesk.show", "other.thing"), "show_file.unreadable"),
        (lambda text: text.replace('"version":2', '"version":99'), "show_file.newer"),
        (lambda text: text.replace('"id":"s02"', '"id":"s01"'), "show_file.broken"),
        (lambda text: text.replace('"product_ids":["p02"]', '"product_ids":["p99"]'), "show_file.broken"),
        (lambda text: text.replace('"group_id":"g1"', '"group_id":"g9"'), "show_file.broken"),
        (lambda text: text.replace('"duration_ms":150000', '"duration_ms":-1'), "show_file.broken"),
        (lambda text: text.replace("Asia/Shanghai", "Mars/Base"), "show_file.broken"),
        (lambda text: text.replace('"segment_id":"s03"', '"segment_id":"s99"'), "show_file.broken"),
        (lambda text: text.replace('"live_price":12950', '"live_price":-1'), "show_file.broken"),
        (lambda text: text.replace('"id":"s02k2"', '"id":"s02k1"'), "show_file.broken"),
        (lambda text: text.replace('"id":"b1"', '"id":"s01"'), "show_file.broken"),
        (lambda text: text.replace('"panic":false', '"panic":true'), "show_file.broken"),
        (lambda text: text.replace('"duration_ms":90000', '"duration_ms":-90000'), "show_file.broken"),
    ],
)
def test_show_files_that_are_refused(change: Callable[[str], str], code: str) -> None:
    with pytest.raises(UserError) as raised:
        import_json(change(export_json(everything()).decode()).encode())
    assert raised.value.code == code


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_as_a_show_file_raise_only_user_errors(data: bytes) -> None:
    with pytest.raises(UserError):
        import_json(data)
