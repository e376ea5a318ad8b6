"""Every verb of the command line, as its own process on the sample show, by its JSON."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SHEET = SAMPLES / "秋冬护肤专场_20261125_主播一.xlsx"
REFUSED, IN_USE = 1, 3


def livedesk(data: Path, *arguments: object, code: int = 0) -> dict[str, Any]:
    """Run a verb with --json; its one object. Standard output holds nothing else."""
    command = [sys.executable, "-m", "livedesk.app.main", *map(str, arguments), "--json", "--data", str(data)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == code, done.stderr
    result = json.loads(done.stdout)
    assert isinstance(result, dict)
    if code:
        assert result["error"]["message"]
        assert result["error"]["message"] in done.stderr
    return result


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def imported(folder: Path) -> dict[str, Any]:
    return livedesk(folder, "import", SHEET)


@pytest.fixture(scope="module")
def show(imported: dict[str, Any]) -> str:
    return str(imported["show"])


@pytest.fixture(scope="module")
def rehearsed(folder: Path, show: str) -> dict[str, Any]:
    return livedesk(folder, "rehearse", show, "--speed", "max", "--audience", SAMPLES / "feed.jsonl")


@pytest.fixture(scope="module")
def ingested(folder: Path, rehearsed: dict[str, Any]) -> dict[str, Any]:
    return livedesk(folder, "ingest", rehearsed["run"], SAMPLES / "orders.csv")


def test_import(imported: dict[str, Any]) -> None:
    assert imported["title"] == "秋冬护肤专场"
    assert imported["segments"] >= 24
    assert (imported["products"], imported["warnings"]) == (16, [])
    assert imported["groups"] >= 3
    assert imported["standby"] >= 5


def test_a_sheet_imported_twice_says_so(tmp_path: Path) -> None:
    first = livedesk(tmp_path, "import", SHEET)
    again = livedesk(tmp_path, "import", SHEET)
    assert (first["warnings"], len(again["warnings"])) == ([], 1)
    assert "2026-11-25 20:00" in again["warnings"][0]["message"]
    moved = livedesk(tmp_path, "import", SHEET, "--date", "2026-12-01")
    assert moved["warnings"] == []


def test_a_sheet_without_a_date_asks_for_it_and_keeps_nothing(tmp_path: Path) -> None:
    book = Workbook()
    rows = [
        ["时间段", "环节", "商品", "画面/场景"],
        ["20:00-20:05", "开场", "", "全景"],
        ["5分钟", "讲品", "面膜", "特写"],
    ]
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    book.save(tmp_path / "排品.xlsx")
    refused = livedesk(tmp_path / "data", "import", tmp_path / "排品.xlsx", code=REFUSED)
    assert refused["error"]["code"] == "sheet.needs_date"
    assert livedesk(tmp_path / "data", "shows") == {"shows": []}
    kept = livedesk(tmp_path / "data", "import", tmp_path / "排品.xlsx", "--date", "2026-12-01")
    checked = livedesk(tmp_path / "data", "check", kept["show"])
    assert not checked["ready"], "a sheet without checks has the standard ones"
    assert len(checked["checks"]) == kept["checks"] >= 10
    table = livedesk(tmp_path / "data", "timetable", kept["show"])
    assert table["planned_start"] == "2026-12-01T20:00:00+08:00"
    assert table["planned_end"] == "2026-12-01T20:10:00+08:00"


def test_a_sheet_with_errors_names_row_column_and_reason(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["时间段", "环节"], ["20:00-20:05", "开场"], ["晚一点", "讲品"], ["19:50-19:55", "收尾"]]:
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    book.save(tmp_path / "专场_20261201.xlsx")
    refused = livedesk(tmp_path / "data", "import", tmp_path / "专场_20261201.xlsx", code=REFUSED)
    problems = refused["error"]["problems"]
    assert {problem["row"] for problem in problems} == {3, 4}
    assert all(problem["column"] and problem["message"] for problem in problems)
    assert livedesk(tmp_path / "data", "shows") == {"shows": []}


def test_shows(folder: Path, show: str) -> None:
    (row,) = livedesk(folder, "shows")["shows"]
    assert row["show"] == show
    assert row["planned_start"] == "2026-11-25T20:00:00+08:00"
    assert row["state"] in ("draft", "aired")


def test_timetable(folder: Path, show: str) -> None:
    table = livedesk(folder, "timetable", show)
    rows = table["segments"]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    pinned = [row for row in rows if row["hard_start"] is not None]
    assert pinned
    assert all(row["slack_ms"] is not None for row in pinned)
    assert all(row["slack_ms"] is None for row in rows if row["hard_start"] is None)
    for before, after in pairwise(rows):
        end = datetime.fromisoformat(before["planned_start"]).timestamp() * 1000 + before["duration_ms"]
        slack = after["slack_ms"] or 0
        assert datetime.fromisoformat(after["planned_start"]).timestamp() * 1000 == end + slack
    assert table["planned_end"] == "2026-11-25T22:00:00+08:00"
    assert all(set(row) == {"title", "scene"} for row in table["standby"])


def test_check(folder: Path, show: str) -> None:
    result = livedesk(folder, "check", show)
    assert len(result["checks"]) == 39
    assert result["ready"] is False
    states = {check["id"]: check for check in result["checks"]}
    assert all(set(check) == {"id", "title", "state", "critical", "evidence"} for check in states.values())
    assert any(check["state"] == "failed" and "OBS" in check["evidence"] for check in states.values())


def test_rehearse(rehearsed: dict[str, Any], imported: dict[str, Any]) -> None:
    assert rehearsed["aired"] == imported["segments"]
    assert rehearsed["ended"] == rehearsed["planned_end"] == "2026-11-25T22:00:00+08:00"
    assert rehearsed["obs"] == {"takes": 0, "confirmed": 0, "unknown": 0}
    assert Path(rehearsed["report"]).read_text(encoding="utf-8").lower().startswith("<!doctype html")


def test_runs_and_log(folder: Path, show: str, rehearsed: dict[str, Any], imported: dict[str, Any]) -> None:
    (run,) = livedesk(folder, "runs")["runs"]
    assert (run["run"], run["show"], run["kind"]) == (rehearsed["run"], show, "rehearsal")
    assert run["started"] == "2026-11-25T20:00:00+08:00"
    rows = livedesk(folder, "log", rehearsed["run"])["rows"]
    assert len(rows) == rehearsed["log_rows"]
    aired = [row for row in rows if row["kind"] == "segment"]
    assert len(aired) == imported["segments"]
    assert [row["requested"] for row in aired] == [row["planned_start"] for row in aired]


def test_ingest_is_idempotent(folder: Path, rehearsed: dict[str, Any], ingested: dict[str, Any]) -> None:
    assert ingested["read"] == ingested["kept"] + ingested["outside"]
    assert ingested["kept"] > 1000
    again = livedesk(folder, "ingest", rehearsed["run"], SAMPLES / "orders.csv")
    assert (again["kept"], again["duplicate"]) == (0, ingested["kept"])


def test_wrong_rows_are_told_with_their_number_and_a_reason(
    folder: Path, rehearsed: dict[str, Any], tmp_path: Path
) -> None:
    head, first = (SAMPLES / "orders.csv").read_text(encoding="utf-8-sig").splitlines()[:2]
    cells = first.split(",")
    cells[next(csv.reader([head])).index("商品数量")] = '"许多"'
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("\n".join([head, *[",".join(cells)] * 101]) + "\n", encoding="utf-8")
    report = livedesk(folder, "ingest", rehearsed["run"], wrong)
    assert set(report) == {"batch", "read", "kept", "duplicate", "wrong", "outside", "problems"}
    assert (report["read"], report["kept"], report["wrong"], len(report["problems"])) == (101, 0, 101, 100)
    assert all(set(problem) == {"row", "message"} for problem in report["problems"])
    assert report["problems"][0]["row"] == 2
    assert "商品数量" in report["problems"][0]["message"]


def paid_in_show() -> list[dict[str, str]]:
    """The paid rows of the sample's order file inside the show, read with nothing but the csv module."""
    with (SAMPLES / "orders.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [{name.strip(): value.strip() for name, value in row.items()} for row in csv.DictReader(file)]
    return [row for row in rows if "2026-11-25 20:00:00" <= row["支付完成时间"] <= "2026-11-25 22:00:00"]


def fen(text: str) -> int:
    return int(Decimal(text.replace(",", "")) * 100)


def test_measures_agree_with_the_file_to_the_fen(
    folder: Path, rehearsed: dict[str, Any], ingested: dict[str, Any]
) -> None:
    total = livedesk(folder, "measures", rehearsed["run"])
    rows = paid_in_show()
    assert total["gmv_fen"] == sum(fen(row["订单应付金额"]) for row in rows)
    assert total["orders"] == len({row["主订单编号"] for row in rows})
    assert total["refund_fen"] == sum(fen(row["订单应付金额"]) for row in rows if row["售后状态"] == "退款成功")
    assert total["buyers"] is None
    assert total["reasons"]["buyers"]
    assert total["online_peak"] > 3000
    for by in ("minute", "segment", "product"):
        parts = livedesk(folder, "measures", rehearsed["run"], "--by", by)["rows"]
        assert sum(row["gmv_fen"] or 0 for row in parts) == total["gmv_fen"], by


@pytest.mark.parametrize("suffix", ["json", "xlsx", "csv", "html", "pdf", "docx", "ics"])
def test_export(folder: Path, show: str, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"show.{suffix}"
    assert livedesk(folder, "export", show, "-o", target) == {"file": str(target)}
    head = target.read_bytes()[:5]
    known = {"json": b"{", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "html": b"<!", "pdf": b"%PDF-"}
    known |= {"docx": b"PK", "ics": b"BEGIN"}
    assert head.lower().startswith(known[suffix].lower())
    if suffix in ("json", "xlsx"):
        back = livedesk(tmp_path / "again", "import", target)
        assert (back["segments"], back["products"]) == (27, 16)
    if suffix == "json":
        kept = tmp_path / "again" / "media" / back["show"]
        assert len(list(kept.iterdir())) == 16, "the pictures come along"


@pytest.mark.parametrize(("suffix", "head"), [("html", b"<!doctype html"), ("pdf", b"%PDF-")])
def test_hand_cards(folder: Path, show: str, tmp_path: Path, suffix: str, head: bytes) -> None:
    target = tmp_path / f"cards.{suffix}"
    assert livedesk(folder, "export", show, "-o", target, "--cards") == {"file": str(target)}
    content = target.read_bytes()
    assert content.startswith(head)
    assert suffix != "html" or content.count(b"data:image/") == 16


def test_hand_cards_are_html_or_pdf(folder: Path, show: str, tmp_path: Path) -> None:
    refused = livedesk(folder, "export", show, "-o", tmp_path / "cards.xlsx", "--cards", code=REFUSED)
    assert refused["error"]["code"] == "export.cards_type"


def test_export_of_an_unknown_type_says_what_is_possible(folder: Path, show: str, tmp_path: Path) -> None:
    refused = livedesk(folder, "export", show, "-o", tmp_path / "show.doc", code=REFUSED)
    assert refused["error"]["code"] == "export.unknown_type"


@pytest.mark.parametrize("suffix", ["html", "pdf", "csv"])
def test_report(
    folder: Path, ingested: dict[str, Any], rehearsed: dict[str, Any], tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"report.{suffix}"
    assert livedesk(folder, "report", rehearsed["run"], "-o", target) == {"file": str(target)}
    head = {"html": b"<!doctype html", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}[suffix]
    assert target.read_bytes()[: len(head)].lower() == head.lower()
    if suffix != "pdf":
        assert "限时秒杀" in target.read_text(encoding="utf-8-sig")


def test_backup_restore_and_doctor(folder: Path, show: str, tmp_path: Path) -> None:
    made = livedesk(folder, "backup")
    other = tmp_path / "other"
    livedesk(other, "restore", made["file"])
    assert [row["show"] for row in livedesk(other, "shows")["shows"]] == [show]
    found = livedesk(other, "doctor")
    assert found["healthy"] is True
    assert found["counts"]["shows"] == 1


def test_the_doctor_says_whole_sentences(tmp_path: Path) -> None:
    (tmp_path / "livedesk.db").write_bytes(b"no database at all" * 1000)
    found = livedesk(tmp_path, "doctor")
    assert found["healthy"] is False
    (problem,) = [item for item in found["problems"] if item["code"].startswith("store.")]
    assert str(tmp_path / "livedesk.db") in problem["message"]
    assert "  " not in problem["message"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("timetable", "none"), "show.missing"),
        (("log", 99), "run.missing"),
        (("import", "nowhere.xlsx"), "file.missing"),
        (("restore", "nowhere.db"), "file.missing"),
        (("ingest", 1, "nowhere.csv"), "file.missing"),
        (("rehearse", "none"), "show.missing"),
    ],
)
def test_what_is_not_there_is_said(folder: Path, show: str, arguments: tuple[object, ...], code: str) -> None:
    assert livedesk(folder, *arguments, code=REFUSED)["error"]["code"] == code
