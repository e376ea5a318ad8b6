"""Word documents that are damaged, hostile, or no Word documents."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.errors import UserError
from livedesk.domain.script import parse_script
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.importers.script_docx import read_script_docx
from livedesk.services.importers.workbook import MAX_MEMBERS
from tests.services.report_runs import item
from tests.services.word_edits import MAIN, edited, packed, paragraph
from tests.unit.shows import show

WHOLE = export_script_docx(show("2026-11-25 20:00", item(1, script=parse_script("大家好"))))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def with_parts(**parts: bytes) -> bytes:
    """An archive of nothing but these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def many() -> bytes:
    return packed(paragraph("x"), **{f"word/part{number}.xml": b"" for number in range(MAX_MEMBERS)})


def entities() -> bytes:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    return edited(packed(paragraph("&lt;")), lambda text: declared + text.replace("&lt;", "&a;&b;"))


def declared() -> bytes:
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    return edited(packed(paragraph("&lt;")), lambda text: head + text.replace("&lt;", "&a;"))


def deep() -> bytes:
    return packed("<w:sdtContent>" * 20_000 + "</w:sdtContent>" * 20_000)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"", "docx.not_a_document"),
        (lambda: b"PK\x03\x04 not at all", "docx.not_a_document"),
        (lambda: OLE + b"WordDocument", "docx.old_format"),
        (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "docx.encrypted"),
        (lambda: with_parts(**{"xl/workbook.xml": b"<x/>"}), "docx.not_a_document"),
        (lambda: with_parts(**{"_rels/.rels": b"<x/>"}), "docx.not_a_document"),
        (lambda: with_parts(**{"_rels/.rels": b"<x"}), "docx.unreadable"),
        (lambda: edited(WHOLE, lambda text: text.replace("word/document.xml", "word/gone.xml"), "_rels/.rels"),
         "docx.not_a_document"),
        (lambda: edited(WHOLE, lambda text: text.replace("word/document.xml", "word/styles.xml"), "_rels/.rels"),
         "docx.not_a_document"),
        (lambda: edited(WHOLE, lambda text: text[:-40]), "docx.unreadable"),
        (lambda: packed(paragraph("哈" * 2_000_000)), "docx.too_large"),
        (many, "docx.too_large"),
        (entities, "docx.unreadable"),
        (declared, "docx.unreadable"),
        (deep, "docx.unreadable"),
    ],
)  # fmt: skip
def test_documents_that_are_refused(make: object, code: str) -> None:
    with pytest.raises(UserError) as raised:
        read_script_docx(make(), "脚本.docx")  # type: ignore[operator]  # makes bytes
    assert raised.value.code == code
    assert raised.value.params["file"] == "脚本.docx"


def test_a_large_picture_is_never_unpacked() -> None:
    document = packed(paragraph("大家好"), **{"word/media/image1.png": b"\0" * 80 * 2**20})
    (section,) = read_script_docx(document, "脚本.docx").sections
    assert [line.text for line in section.script.lines] == ["大家好"]


def test_the_strict_form_is_read_as_well() -> None:
    strict = edited(
        packed(paragraph("标题", inside='<w:outlineLvl w:val="0"/>') + paragraph("大家好")),
        lambda text: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    (section,) = read_script_docx(strict, "脚本.docx").sections
    assert (section.title, [line.text for line in section.script.lines]) == ("标题", ["大家好"])


def test_a_table_of_contents_is_no_script() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{paragraph('开场 …… 1')}</w:sdtContent></w:sdt>"
    document = packed(contents + paragraph("开场", "Heading1") + paragraph("大家好") + paragraph("开场…1", "TOC1"))
    back = read_script_docx(document, "脚本.docx")
    assert [(section.title, len(section.script.lines)) for section in back.sections] == [("开场", 1)]
    assert back.problems == ()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_byte_raises_only_user_errors(at: int, flip: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] ^= flip
    with suppress(UserError):
        read_script_docx(bytes(damaged), "脚本.docx")


@given(st.binary(max_size=200))
def test_any_bytes_raise_only_user_errors(data: bytes) -> None:
    with pytest.raises(UserError):
        read_script_docx(data, "脚本.docx")


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    document = packed(paragraph("大家好"))
    moved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(moved, "w") as new:
        for member in old.infolist():
            text = old.read(member).decode().replace(MAIN, "word/document2.xml")
            new.writestr(member.filename.replace(MAIN, "word/document2.xml"), text)
    assert len(read_script_docx(moved.getvalue(), "脚本.docx").sections) == 1
