"""Which version of a show a file was written from: kept by what people do to files, and never taken for another."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from whole_shows import everything

from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.exporters.show_csv import export_csv
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import read_file
from livedesk.services.importers.origin_xlsx import workbook_origin
from livedesk.services.importers.script_docx import read_script_docx
from livedesk.services.sheets.origin import Origin, origin_of, read_origin
from livedesk.services.sheets.script_doc import bookmark_of_origin, origin_of_bookmark

SHOW = everything()
ORIGIN = origin_of(SHOW, 17)


@pytest.mark.parametrize(("write", "kind"), [(export_xlsx, "xlsx"), (export_csv, "csv")])
def test_a_sheet_says_which_version_it_is_of(tmp_path: Path, write: object, kind: str) -> None:
    assert callable(write)
    file = tmp_path / f"out.{kind}"
    file.write_bytes(write(SHOW, 17))
    preview = read_file(file)
    assert preview.origin == ORIGIN
    assert preview.show is not None
    assert preview.show.title == SHOW.title
    file.write_bytes(write(SHOW))
    assert read_file(file).origin is None


def test_it_outlives_the_saving_by_another_program(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(export_xlsx(SHOW, 17)))
    book.worksheets[0]["D12"] = "别的"
    saved = io.BytesIO()
    book.save(saved)
    assert workbook_origin(saved.getvalue()) == ORIGIN
    document = docx.Document(io.BytesIO(export_script_docx(SHOW, 17)))
    document.paragraphs[0].add_run(" 改过的标题")
    document.add_paragraph("又一句")
    saved = io.BytesIO()
    document.save(saved)
    assert read_script_docx(saved.getvalue(), "话术.docx").origin == ORIGIN


def test_a_text_table_that_became_a_workbook_says_it_in_its_title_row(tmp_path: Path) -> None:
    table, book = tmp_path / "out.csv", tmp_path / "out.xlsx"
    table.write_bytes(export_csv(SHOW, 17))
    from openpyxl import Workbook

    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for line in table.read_text("utf-8-sig").splitlines()[:11]:
        sheet.append(line.split(","))
    made.save(book)
    assert read_file(book).origin == ORIGIN


def test_a_document_without_a_version_says_none() -> None:
    assert read_script_docx(export_script_docx(SHOW), "话术.docx").origin is None


def test_a_version_is_only_of_the_show_that_it_was_made_of() -> None:
    assert ORIGIN is not None
    assert ORIGIN.is_of(SHOW)
    assert not ORIGIN.is_of(replace(SHOW, title="别的"))
    assert not ORIGIN.is_of(replace(SHOW, id="other"))
    assert origin_of(SHOW, 0) is None
    assert origin_of(replace(SHOW, id="with blank"), 3) is None
    assert bookmark_of_origin(replace(ORIGIN, show_id="x" * 40)) == ""


@given(st.text(max_size=60))
def test_any_text_is_a_version_or_none(text: str) -> None:
    assert read_origin(text) is None or isinstance(read_origin(text), Origin)
    assert origin_of_bookmark(f"ldv_{text}") is None or isinstance(origin_of_bookmark(f"ldv_{text}"), Origin)


@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=0x9FFF), min_size=1, max_size=3), st.integers(1, 10**6)
)
def test_a_bookmark_comes_back(ident: str, revision: int) -> None:
    made = origin_of(replace(SHOW, id=ident), revision)
    if made is not None and (bookmark := bookmark_of_origin(made)):
        assert origin_of_bookmark(bookmark) == made


@pytest.mark.parametrize("part", [b"", b"<a", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', b"<a><b/></a>"])
def test_a_property_that_cannot_be_read_is_none(part: bytes) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("docProps/custom.xml", part)
    assert workbook_origin(file.getvalue()) is None
    assert workbook_origin(b"PK\x03\x04 not an archive") is None
    assert workbook_origin(b"") is None
