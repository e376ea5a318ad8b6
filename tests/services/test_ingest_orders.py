"""Order files as shops export them: encodings, quirks, foreign files, imports that repeat."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.errors import UserError
from livedesk.domain.feed import OrderRow, OrderState, RowProblem
from livedesk.services.ingest.batches import Target, import_orders, import_recording, ingest_files
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.recording import MAX_LINE, Recorder
from tests.services.ingest_samples import HEADER, PRIVACY, START, MemoryFeeds, message, order_line

WINDOW = (START, START + 7_200_000)
PAID = START + 60_000


def save(path: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8-sig") -> Path:
    path.write_bytes("\r\n".join([header, *lines, ""]).encode(encoding))
    return path


def read(path: Path) -> list[OrderRow]:
    file = open_orders(path)
    found = list(file.rows(PRIVACY))
    assert (file.read, file.wrong) == (len(found), 0)
    return found


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        list(open_orders(path).rows(PRIVACY))
    return caught.value


def test_a_row_is_read_in_the_files_own_ways(tmp_path: Path) -> None:
    path = save(tmp_path / "o.csv", order_line(7, PAID, yuan="1,299.00", quantity="2"))
    (row,) = read(path)
    assert row == OrderRow(
        order="69170000000007",
        item="69180000000007",
        product_name="修护霜 50ml",
        product_id="361",
        code="C361",
        quantity=2,
        amount=129_900,
        submitted_ms=PAID - 5_000,
        paid_ms=PAID,
        state=OrderState.PAID,
        source="直播",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    lines = [order_line(n, PAID + n, name="氨基酸洁面 60g") for n in range(5)]
    assert read(save(tmp_path / "o.csv", *lines, encoding=encoding)) == read(save(tmp_path / "p.csv", *lines))


def test_a_tab_separated_file_from_a_spreadsheet_is_read(tmp_path: Path) -> None:
    line = order_line(1, PAID).replace("\t", "").replace(",", "\t")
    path = save(tmp_path / "o.txt", line, header=HEADER.replace(",", "\t"), encoding="utf-16")
    assert [row.amount for row in read(path)] == [12_900]


def test_a_character_cut_by_a_chunk_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("livedesk.services.ingest.text_file.CHUNK", 3)
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert len(read(save(tmp_path / f"{encoding}.csv", order_line(1, PAID), encoding=encoding))) == 1


def test_people_are_never_kept(tmp_path: Path) -> None:
    header = HEADER + ",买家ID"
    lines = [order_line(n, PAID) + f',"{buyer}"' for n, buyer in enumerate(["889201", "889201", "##xx=", "-"])]
    found = read(save(tmp_path / "o.csv", *lines, header=header))
    assert found[0].buyer == found[1].buyer != ""
    assert [row.buyer for row in found[2:]] == ["", ""]
    assert not {"889201", "##", "138", "某地"} & {
        part for part in ("889201", "##", "138", "某地") if part in repr(found)
    }


def test_several_items_in_a_row_stay_apart(tmp_path: Path) -> None:
    line = order_line(1, PAID, quantity="1;2", product="361;362", name="修护霜;洁面;", yuan="158.00")
    (row,) = read(save(tmp_path / "o.csv", line))
    assert (row.product_id, row.quantity, row.quantities, row.amount) == ("361;362", 3, (1, 2), 15_800)


def test_states_follow_payment_and_after_sales(tmp_path: Path) -> None:
    lines = [
        order_line(1, PAID),
        order_line(2, None, state="待支付"),
        order_line(3, None, state="已关闭"),
        order_line(4, PAID, state="已关闭", after="退款成功"),
        order_line(5, PAID, state="已关闭", after="退款中"),
        order_line(6, None, state="已关闭", after="退款成功"),
    ]
    found = read(save(tmp_path / "o.csv", *lines))
    assert [row.state.value for row in found] == ["paid", "unpaid", "cancelled", "refunded", "paid", "refunded"]
    assert [row.refunded for row in found] == [0, 0, 0, 12_900, 0, 0]
    line = order_line(7, PAID, after="退款成功") + ",30.50"
    (row,) = read(save(tmp_path / "r.csv", line, header=HEADER + ",退款金额（元）"))
    assert (row.refund_known, row.refunded) == (True, 3_050)
    lines = [order_line(8, PAID, after="退款成功") + ",-", order_line(9, PAID) + ","]
    empty, none = read(save(tmp_path / "e.csv", *lines, header=HEADER + ",退款金额"))
    assert (empty.refund_known, empty.refunded) == (False, 12_900), "the file does not say how much"
    assert (none.refund_known, none.refunded) == (True, 0)


def test_a_title_above_the_header_and_other_names_are_known(tmp_path: Path) -> None:
    header = "订单导出\r\n订单号,应付金额(元),支付时间"
    (row,) = read(save(tmp_path / "o.csv", "69171234,￥12.5,2026/11/25 20:01", header=header, encoding="gbk"))
    assert (row.order, row.item, row.amount, row.quantity) == ("69171234", "69171234", 1_250, 1)


@pytest.mark.parametrize(
    ("change", "reason", "column"),
    [
        (("129.00", "一百"), "not_an_amount", "订单应付金额"),
        (("129.00", "-5.00"), "out_of_range", "订单应付金额"),
        (("129.00", "0.001"), "not_an_amount", "订单应付金额"),
        (('"1"', '"两件"'), "not_a_quantity", "商品数量"),
        (('"1"', '"0"'), "not_a_quantity", "商品数量"),
        (("\t6917", "\t#"), "not_an_id", "主订单编号"),
        (("2026-", "2026-13-"), "not_a_time", "订单提交时间"),
        (('"直播"', '"直播","x"'), "width_differs", ""),
    ],
)
def test_a_wrong_row_names_its_place_and_the_rest_is_kept(
    tmp_path: Path, change: tuple[str, str], reason: str, column: str
) -> None:
    path = save(
        tmp_path / "o.csv", order_line(1, PAID), order_line(2, PAID).replace(*change), "", order_line(3, PAID)
    )
    file = open_orders(path)
    assert len(list(file.rows(PRIVACY))) == 2
    assert (file.read, file.wrong) == (3, 1)
    assert file.problems == [RowProblem(3, reason, column)]


def test_a_shifted_row_tells_nothing_that_people_entered(tmp_path: Path) -> None:
    canary = "13800138000"
    shifted = [order_line(n, PAID).replace(was, canary) for n, was in enumerate(("129.00", '"1"', "2026-11-25"))]
    file = open_orders(save(tmp_path / "o.csv", *shifted, f'"{canary} 某某路一号"' + order_line(4, PAID)))
    kept = list(file.rows(PRIVACY))
    assert len(file.problems) == file.wrong > 2
    assert file.wrong + len(kept) == 4
    assert canary not in str(file.problems)


def test_foreign_files_are_refused_with_what_is_missing(tmp_path: Path) -> None:
    path = save(tmp_path / "o.csv", "1,2", header="主订单编号,订单应付金额,备注")
    assert refused(path).code == "orders.not_an_order_file"
    assert refused(path).params["missing"] == "支付完成时间"
    for content in (b"", b"PK\x03\x04....", b"a,b\n1,2\n", b"\n" * 50):
        path.write_bytes(content)
        assert refused(path).code == "orders.not_an_order_file"
    path.write_bytes(b"\x81\x20\xff\xff" * 100)
    assert refused(path).code == "orders.unreadable"
    assert refused(tmp_path / "none.csv").code == "orders.unreadable"
    path.write_bytes(codecs.BOM_UTF8 + f'{HEADER}\r\n"{"x" * 200_000}'.encode())
    assert (refused(path).code, refused(path).params["row"]) == ("orders.unreadable", 2)


def test_the_same_file_three_times_is_one(tmp_path: Path) -> None:
    feeds = MemoryFeeds()
    target = Target(feeds, 1, WINDOW, PRIVACY)
    lines = [order_line(n, PAID + n * 1_000) for n in range(40)]
    lines += [order_line(50, START - 1_000), order_line(51, WINDOW[1] + 1_000), order_line(52, PAID, yuan="?")]
    path = save(tmp_path / "o.csv", *lines)
    first = import_orders(target, path, at_ms=1)
    assert (first.report.read, first.report.kept, first.report.outside, first.report.wrong) == (43, 40, 2, 1)
    assert len(first.rows) == 40
    for _ in range(2):
        again = import_orders(target, path, at_ms=2).report
        assert (again.batch, again.kept, again.duplicate) == (first.report.batch, 0, 40)
    assert len(feeds.orders(1)) == 40


def test_a_refund_in_a_later_file_is_brought_up_to_date(tmp_path: Path) -> None:
    feeds = MemoryFeeds()
    target = Target(feeds, 1, WINDOW, PRIVACY)
    import_orders(target, save(tmp_path / "a.csv", order_line(1, PAID)), at_ms=1)
    import_orders(target, save(tmp_path / "b.csv", order_line(1, PAID, after="退款成功")), at_ms=2)
    (row,) = feeds.orders(1)
    assert row.refunded == 12_900


def test_rows_without_an_id_of_their_own_are_told_apart_by_what_was_bought(tmp_path: Path) -> None:
    header = "主订单编号,选购商品,商品规格,商品数量,订单应付金额,支付完成时间"
    time = "2026-11-25 20:01:00"
    lines = [
        f"69171234,修护霜,50ml,1,129.00,{time}",
        f"69171234,修护霜,100ml,1,199.00,{time}",
        f"69171234,修护霜,50ml,1,129.00,{time}",
    ]
    feeds = MemoryFeeds()
    target = Target(feeds, 1, (0, 2**45), PRIVACY)
    for _ in range(2):
        import_orders(target, save(tmp_path / "a.csv", *lines, header=header), at_ms=1)
    assert sorted(row.amount for row in feeds.orders(1)) == [12_900, 12_900, 19_900]


def test_a_recording_with_a_bad_end_keeps_nothing(tmp_path: Path) -> None:
    tape = tmp_path / "feed.jsonl"
    with Recorder(tape) as recorder:
        for n in range(5_000):
            recorder.write(START + n, message(1, MsgId=n, Content="在"))
    feeds = MemoryFeeds()
    target = Target(feeds, 1, WINDOW, PRIVACY)
    with pytest.raises(UserError) as caught:
        import_recording(target, tape, cancelled=lambda: True)
    assert caught.value.code == "orders.cancelled"
    with tape.open("ab") as file:
        file.write(b"x" * MAX_LINE)
    with pytest.raises(UserError) as caught:
        import_recording(target, tape)
    assert (caught.value.code, caught.value.params["row"]) == ("recording.unreadable", 5_001)
    assert feeds.events(1) == ()


@pytest.mark.parametrize("quantity", ["0" * 11 + "1" + "9" * 5_000, "0000000000019", "-1", "1.5", "²"])
def test_a_quantity_that_is_none_is_a_wrong_row(tmp_path: Path, quantity: str) -> None:
    file = open_orders(save(tmp_path / "o.csv", order_line(1, PAID, quantity=quantity)))
    assert list(file.rows(PRIVACY)) == []
    assert [problem.reason for problem in file.problems] == ["not_a_quantity"]


def test_tabs_before_ids_do_not_make_a_file_tab_separated(tmp_path: Path) -> None:
    header = '"\t主订单编号","\t订单应付金额","\t支付完成时间","\t商品ID","\t商品数量"'
    lines = [f'"\t6917{n:06d}","\t9.90","\t2026-11-25 20:01:00","\t36{n}","\t1"' for n in range(8)]
    assert len(read(save(tmp_path / "o.csv", *lines, header=header))) == 8


def test_files_of_both_kinds_sum_up(tmp_path: Path) -> None:
    feeds = MemoryFeeds()
    target = Target(feeds, 1, WINDOW, PRIVACY)
    tape = tmp_path / "feed.jsonl"
    with Recorder(tape) as recorder:
        for n in (1, 2, 2, 3):
            recorder.write(START + n, message(1, MsgId=n, Content="在"))
        recorder.write(START - 1, message(1, MsgId=9, Content="早"))
        recorder.write(START + 9, "{}")
    orders = save(tmp_path / "o.csv", order_line(1, PAID), order_line(2, PAID, quantity="x"))
    report = ingest_files(target, [orders, tape], at_ms=1)
    assert (report.read, report.kept, report.duplicate, report.wrong, report.outside) == (8, 4, 1, 2, 1)
    assert report.problems == (
        RowProblem(3, "not_a_quantity", "商品数量", "o.csv"),
        RowProblem(6, "no_type", "", "feed.jsonl"),
    )
    assert import_recording(target, tape).duplicate == 4
    assert report.read == report.kept + report.duplicate + report.wrong + report.outside


def test_a_large_file_can_be_cancelled_and_keeps_nothing(tmp_path: Path) -> None:
    path = save(tmp_path / "o.csv", *(order_line(n, PAID) for n in range(9_000)))
    feeds = MemoryFeeds()
    looks = iter([False, False, True])
    with pytest.raises(UserError) as caught:
        import_orders(Target(feeds, 1, WINDOW, PRIVACY), path, at_ms=1, cancelled=lambda: next(looks))
    assert caught.value.code == "orders.cancelled"
    assert feeds.orders(1) == ()


cell = st.text(max_size=12) | st.sampled_from(["-", "##x", "\t691", "1,2", '"', "2026-11-25 20:00:00", "退款成功"])


@settings(max_examples=150)
@given(
    st.lists(st.lists(cell, min_size=17, max_size=22).map(",".join), max_size=6),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
def test_any_rows_are_kept_or_counted(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], how: str
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "o.csv"
    path.write_bytes("\n".join([HEADER, order_line(1, PAID), *lines]).encode(how, "replace"))
    try:
        file = open_orders(path)
        kept = list(file.rows(PRIVACY))
    except UserError as error:
        assert error.code in {"orders.unreadable", "orders.not_an_order_file"}  # noqa: PT017  both ends are right
    else:
        assert kept
        assert file.read == len(kept) + file.wrong


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_words(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "o.csv"
    path.write_bytes(content)
    assert refused(path).code in {"orders.unreadable", "orders.not_an_order_file"}


def test_a_row_is_a_value(tmp_path: Path) -> None:
    (row,) = read(save(tmp_path / "o.csv", order_line(1, PAID)))
    assert replace(row) == row
    assert len({row, replace(row)}) == 1
