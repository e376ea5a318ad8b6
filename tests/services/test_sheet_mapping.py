"""What a person says of a sheet's columns: it goes before what words usually mean, and is remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from import_books import at, book, codes, read, show_of
from show_strategies import shows

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.merging import merge, override
from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import RowKind, first_rows, read_file
from livedesk.services.mappings import (
    LEAVE_OUT,
    NOTE,
    FieldMapping,
    keep_mapping,
    known_mappings,
    signature,
)
from livedesk.store.store import Store

STRANGE = ("钟点", "要做啥", "多久", "天气", "镜位")
CHOSEN = FieldMapping(
    STRANGE, {"钟点": "time", "要做啥": "title", "多久": "duration", "天气": NOTE, "镜位": LEAVE_OUT}
)
ROWS = [("20:00", "开场", "5分钟", "晴", "左"), ("20:05", "讲品 面霜", "10分钟", None, "右")]


def test_a_signature_is_that_of_the_set_of_headings() -> None:
    assert signature(("环节", "时长")) == signature((" 时长", "环节", ""))
    assert signature(("环节", "ABC")) == signature(("环节", "ａｂｃ"))
    assert signature(("环节",)) != signature(("环节", "时长"))


def test_a_sheet_without_a_known_heading_is_read_as_a_person_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        read(tmp_path, ROWS, header=STRANGE)
    assert raised.value.code == "sheet.no_header"
    preview = read(tmp_path, ROWS, header=STRANGE, mappings={CHOSEN.signature: CHOSEN})
    first, second = show_of(preview).segments
    assert (first.title, first.duration_ms, first.note) == ("开场", 5 * MINUTE, "天气：晴")
    assert (second.title, second.note) == ("讲品 面霜", "")
    assert preview.mapped
    assert codes(preview) == [], "what a person leaves out is not warned of"
    assert [(one.letter, one.heading, one.sample, one.field) for one in preview.columns] == [
        ("A", "钟点", "20:00", "time"),
        ("B", "要做啥", "开场", "title"),
        ("C", "多久", "5分钟", "duration"),
        ("D", "天气", "晴", NOTE),
        ("E", "镜位", "左", ""),
    ]


def test_what_a_person_says_goes_before_the_usual_meaning(tmp_path: Path) -> None:
    header = ("时间段", "环节", "助播", "福利")
    rows = [("20:00-20:05", "开场", "助播二", "送小样")]
    plain = show_of(read(tmp_path, rows, header=header)).segments[0]
    assert (plain.co_host, plain.interaction, len(plain.script.lines)) == ("", "送小样", 1)
    mapping = FieldMapping(header, {"助播": "co_host", "福利": NOTE})
    preview = read(tmp_path, rows, header=header, mappings={mapping.signature: mapping})
    segment = show_of(preview).segments[0]
    assert (segment.co_host, segment.interaction, segment.note) == ("助播二", "", "福利：送小样")
    other = read(tmp_path, rows, header=(*header[:3], "互动"), mappings={mapping.signature: mapping})
    assert not other.mapped, "other headings are another kind of sheet"


def test_a_mapping_that_names_no_time_does_not_hide_a_heading_that_does(tmp_path: Path) -> None:
    header = ("时间段", "环节")
    mapping = FieldMapping(header, {"时间段": LEAVE_OUT})
    with pytest.raises(UserError):
        read(tmp_path, [("20:00-20:05", "开场")], header=header, mappings={mapping.signature: mapping})


def test_headings_that_a_person_named_go_before_a_row_with_more_of_the_usual(tmp_path: Path) -> None:
    rows = [STRANGE, *ROWS, ("时间段", "环节", "商品", "话术", "备注"), ("20:30-20:40", "返场", None, None, None)]
    mappings = {CHOSEN.signature: CHOSEN}
    preview = read(tmp_path, rows, header=("专场",), mappings=mappings)
    assert preview.mapped
    assert next(row.row for row in preview.rows if row.kind is RowKind.HEADER) == 2


def test_mappings_are_kept_for_the_next_sheet(tmp_path: Path) -> None:
    with Store.open(tmp_path / "data") as store:
        keep_mapping(store.kept, CHOSEN, by="策划", at_ms=1)
        assert known_mappings(store.kept) == {CHOSEN.signature: CHOSEN}
        keep_mapping(store.kept, FieldMapping(STRANGE, {}), by="策划", at_ms=2)
        assert known_mappings(store.kept) == {}


def test_the_first_rows_are_told_as_they_stand_there(tmp_path: Path) -> None:
    file = book(tmp_path / "sheet.xlsx", [("标题",), STRANGE, *ROWS])
    rows = first_rows(file)
    assert [(one.sheet, one.row) for one in rows] == [("流程单", number) for number in range(1, 5)]
    assert rows[1].texts == dict(enumerate(STRANGE, 1))


def test_what_a_sheet_carries_is_what_it_has_columns_for(tmp_path: Path) -> None:
    carries = read(tmp_path, [("20:00-20:05", "开场", "面霜")], header=("时间段", "环节", "商品")).carries
    assert carries.segment == {"duration_ms", "hard_start", "title", "product_ids"}
    assert carries.product == set()
    assert carries.show == {"title", "planned_start", "host"}


@pytest.mark.parametrize(
    ("header", "cell", "found"),
    [
        (("时间段", "环节", "编号"), "04", ""),
        (("时间段", "环节", "编号"), "04A", "04A"),
        (("时间段", "环节", "序号", "编号"), "04", "04"),
    ],
)
def test_a_number_is_fixed_where_the_sheet_says_so(
    tmp_path: Path, header: tuple[str, ...], cell: str, found: str
) -> None:
    row = {"时间段": "20:00-20:05", "环节": "开场", "序号": "1", "编号": cell}
    preview = read(tmp_path, [tuple(row[name] for name in header)], header=header)
    assert show_of(preview).segments[0].number == found


def test_a_column_called_after_the_co_host_is_the_person_beside_what_is_said(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "开场", "助播二", "跟着喊")]
    for header in (("时间段", "环节", "助播", "助播话术"), ("时间段", "环节", "助播话术", "助播")):
        cells = rows[0] if header[2] == "助播" else (*rows[0][:2], rows[0][3], rows[0][2])
        segment = show_of(read(tmp_path, [cells], header=header)).segments[0]
        assert segment.co_host == "助播二"
        assert [(line.speaker, line.text) for line in segment.script.lines] == [("助播", "跟着喊")]


def test_reminders_in_other_words_are_told_and_noted(tmp_path: Path) -> None:
    header = ("时间段", "环节", "提醒")
    preview = read(tmp_path, [("20:00-20:05", "开场", "快到了")], header=header)
    assert codes(preview) == [(2, "C", "sheet.alerts_unreadable")]
    assert show_of(preview).segments[0].note == "提醒：快到了"
    good = read(tmp_path, [("20:00-20:05", "开场", "剩1分钟黄，15秒红")], header=header)
    assert (show_of(good).segments[0].warn_ms, show_of(good).segments[0].alarm_ms) == (60_000, 15_000)


def test_wordings_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    sheets = {
        "放行用语": [
            ("环节", "用语", "规则", "理由", "放行人", "放行时间"),
            ("开场", "最好", "r1", "原话", "法务", "2026-11-24 10:00"),
            ("没有的", "最好", "r1", "", "", ""),
            ("开场", "", "r1", "", "", ""),
            ("开场", "再送小样", "gift:p07", "", "", ""),
        ]
    }
    preview = read(tmp_path, [("20:00-20:05", "开场")], header=("时间段", "环节"), sheets=sheets)
    (kept,) = show_of(preview).claim_overrides
    assert (kept.item_id, kept.words, kept.by, kept.at_ms) == ("s01", "最好", "法务", 1_795_485_600_000)
    assert codes(preview) == [
        (3, "A", "sheet.segment_unknown"),
        (4, "", "sheet.override_incomplete"),
        (5, "C", "sheet.product_unknown"),
    ]
    assert not preview.errors


def test_what_is_let_stand_of_a_product_follows_that_product(tmp_path: Path) -> None:
    goods = tuple(
        Product(f"x{at}", name, gifts="小样", gift_stock=0) for at, name in enumerate(("甲霜", "乙霜", "丙霜"))
    )
    segment = Segment("s1", "开场", SegmentKind.TALK, 300_000, product_ids=tuple(one.id for one in goods[1:]))
    stands = tuple(
        ClaimOverride("s1", rule, "再送小样", "库里还有", "场控", 0)
        for rule in ("gift:x1", "do_not_say:x1", "price:5900")
    )
    gone = ClaimOverride("s1", "gift:x9", "再送小样", "没有这款了", "场控", 0)
    show = Show(
        "show", "夜场", "Asia/Shanghai", WallTime(at("2026-11-25 20:00")), segments=(segment,), products=goods[1:],
        claim_overrides=(*stands, gone),
    )  # fmt: skip
    file = tmp_path / "out.xlsx"
    file.write_bytes(export_xlsx(show))
    preview = read_file(file)
    second = next(one.id for one in show_of(preview).products if one.name == "乙霜")
    assert [one.rule_id for one in show_of(preview).claim_overrides] == [
        f"gift:{second}",
        f"do_not_say:{second}",
        "price:5900",
    ]
    assert codes(preview) == []
    other = replace(show, id="other", products=(goods[0], *goods[1:]), claim_overrides=())
    edit = override(other, show_of(preview), preview.carries)
    assert edit is not None
    assert apply(other, edit)[0].claim_overrides == stands


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shows())
def test_a_shows_own_sheets_change_nothing_in_it(tmp_path: Path, show: Show) -> None:
    assume(not all(item.skipped for item in show.segments))
    for kind, write in (("xlsx", export_xlsx), ("csv", export_csv)):
        file = tmp_path / f"out.{kind}"
        file.write_bytes(write(show))
        preview = read_file(file)
        assert preview.show is not None
        plan = merge(show, preview.show, carries=preview.carries)
        assert plan.rows == ()
        assert override(show, preview.show, preview.carries) is None
