"""Documents with what livedesk does not write: tables, boxes, and texts that a person wrote freely."""

from __future__ import annotations

import io

import docx
import pytest

from livedesk.domain.rundown import Group, Segment, SegmentKind
from livedesk.services.exporters.script_docx import export_script_docx
from livedesk.services.sheets.script_doc import (
    split_heading,
)
from tests.services.docx_rooms import changes, read, scripts, small, told
from tests.services.report_runs import item
from tests.services.word_edits import edited, paragraph
from tests.unit.shows import show


def test_tables_and_boxes_are_left_out_and_told_with_their_heading() -> None:
    document = small()
    table = f"<w:tbl><w:tr><w:tc>{paragraph('报价表')}</w:tc></w:tr></w:tbl>"
    empty = f"<w:tbl><w:tr><w:tc>{paragraph('')}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('框里的字')}</w:txbxContent></w:pict></w:r></w:p>"
    data = edited(
        export_script_docx(document), lambda text: text.replace("<w:sectPr", f"{table}{empty}{box}<w:sectPr", 1)
    )
    found = changes(document, data)
    assert found.scripts == {}
    assert [(problem.code, dict(problem.params)) for problem in found.problems] == [
        ("script_doc.table", {"heading": "断流", "text": "报价表"}),
        ("script_doc.box", {"heading": "断流"}),
    ]


def test_a_document_that_a_person_wrote_freely() -> None:
    document = docx.Document()
    document.add_paragraph("双十二脚本", style="Title")
    document.add_heading("第一部分", 1)
    document.add_heading("1. 开场", 2)
    document.add_paragraph("大家好")
    document.add_paragraph("【互动】扣 1", style="List Bullet")
    document.add_heading("04A、讲品：面霜", 2)
    document.add_paragraph()
    document.add_paragraph("助播: 上链接")
    document.add_heading("收尾", 1)
    document.add_paragraph("再见")
    document.add_heading("空着", 1)
    file = io.BytesIO()
    document.save(file)
    back = read(file.getvalue())
    assert back.title == "双十二脚本"
    assert [(section.key, section.number, section.title) for section in back.sections] == [
        ("", "1", "开场"),
        ("", "04A", "讲品：面霜"),
        ("", "", "收尾"),
        ("", "", "空着"),
    ]
    assert scripts(back)["开场"] == "大家好\n【互动】扣 1"
    assert back.sections[1].script.lines[0].speaker == "助播"
    assert told(back) == []


def test_a_document_without_headings_is_one_section() -> None:
    document = docx.Document()
    document.add_paragraph("大家好")
    file = io.BytesIO()
    document.save(file)
    back = read(file.getvalue())
    assert scripts(back) == {"脚本": "大家好"}
    assert told(back) == ["script_doc.no_headings"]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("01 · 开场", "01", "开场"),
        ("04A · 讲品 · 面霜", "04A", "讲品 · 面霜"),
        ("3、 开场", "3", "开场"),
        ("3.5 折专场", "", "3.5 折专场"),
        ("20:00 开场", "", "20:00 开场"),
        ("618 大促", "", "618 大促"),
        ("开场 · 寒暄", "", "开场 · 寒暄"),
    ],
)
def test_numbers_of_headings(text: str, number: str, title: str) -> None:
    assert split_heading(text) == (number, title)


def test_kinds_of_segments_do_not_matter_to_the_document() -> None:
    skipped = Segment("s1", "x", SegmentKind.MILESTONE, 0, skipped=True)
    other = item(2)
    document = show("2026-11-25 20:00", skipped, other, groups=(Group("g9", "空组"),))
    back = read(export_script_docx(document))
    assert [section.key for section in back.sections] == ["s1", "s2"]
