"""What a sheet does not bring: an approval is told and stays behind; no segments at all are a show without any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from whole_shows import back, drafted, everything, segment, show_of

from livedesk.domain.rundown import Approval, Show
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import ImportPreview, read_file
from livedesk.services.importers.preview import Severity
from livedesk.services.sheets.team_columns import COLUMNS

WAYS = [(export_xlsx, "xlsx"), (export_csv, "csv")]


def read(folder: Path, show: Show, write: Callable[[Show], bytes], kind: str) -> ImportPreview:
    file = folder / f"out.{kind}"
    file.write_bytes(write(show))
    return read_file(file)


@pytest.mark.parametrize(("write", "kind"), WAYS)
@pytest.mark.parametrize("approval", list(Approval))
def test_an_approval_is_told_and_stays_behind(
    tmp_path: Path, write: Callable[[Show], bytes], kind: str, approval: Approval
) -> None:
    show = show_of(segment(1), approval=approval)
    preview = read(tmp_path, show, write, kind)
    told = [one.params["state"] for one in preview.warnings if one.code == "sheet.approval_stays"]
    words = {"in_review": "审核中", "approved": "已批准", "locked": "已锁定", "archived": "已归档"}
    assert told == ([] if approval is Approval.DRAFT else [words[approval.value]])
    assert preview.show is not None
    assert preview.show.approval is Approval.DRAFT


def test_nobody_approves_a_script_by_writing_it_into_a_sheet(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("主题,夜场\n审批状态,已批准\n时间段,环节\n20:00-20:05,开场\n", "utf-8")
    preview = read_file(file, date=date(2026, 11, 25))
    assert preview.show is not None
    assert (preview.show.title, preview.show.approval) == ("夜场", Approval.DRAFT)
    assert "sheet.approval_stays" in [one.code for one in preview.warnings]


@pytest.mark.parametrize(("write", "kind"), WAYS)
def test_a_show_without_segments_comes_back(tmp_path: Path, write: Callable[[Show], bytes], kind: str) -> None:
    whole = drafted(everything())
    promotions = tuple(replace(one, segment_id="") for one in whole.promotions)
    stand = tuple(one for one in whole.claim_overrides if one.item_id == "b2")
    show = replace(whole, segments=(), promotions=promotions, claim_overrides=stand)
    assert back(tmp_path, show, write, kind) == show
    preview = read(tmp_path, show, write, kind)
    assert [one.severity for one in preview.problems if one.code == "sheet.empty"] == [Severity.WARNING]
    bare = show_of()
    assert back(tmp_path, bare, write, kind) == bare


@pytest.mark.parametrize("header", [COLUMNS[:-1], ("时间段", "环节", "商品")])
def test_another_sheet_without_rows_is_refused(tmp_path: Path, header: tuple[str, ...]) -> None:
    file = tmp_path / "out.csv"
    file.write_text(f"主题,夜场\n日期,2026-11-25\n开播时间,20:00\n{','.join(header)}\n", "utf-8")
    preview = read_file(file)
    assert preview.show is None
    assert [one.code for one in preview.errors] == ["sheet.no_segments"]
