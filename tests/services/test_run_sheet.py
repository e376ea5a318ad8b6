"""The printed run sheet on a wall: what each page says by itself, and what a glance must find."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.product import Product
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Group, Show
from livedesk.domain.script import LineKind, Script, ScriptLine
from livedesk.services.reports.html import sheet_html, sheet_paper
from livedesk.services.reports.sheet import groups_of
from livedesk.ui.printing import paper_to_pdf
from tests.services.report_runs import START, item, look, words
from tests.unit.shows import show, wall


def pages(folder: Path, document: Show) -> list[str]:
    """The text of each page."""
    path = folder / "sheet.pdf"
    path.write_bytes(paper_to_pdf(sheet_paper(document, words(), look())))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def long_show() -> Show:
    groups = (Group("g1", "第一轮"), Group("g2", "第二轮"))
    rows = [item(at, title=f"环节{at}", group_id="g1" if at <= 40 else "g2") for at in range(1, 61)]
    return show("2026-11-25 20:00", *rows, groups=groups)


def test_every_page_has_the_column_names_and_the_group_that_goes_on(qapp: QApplication, tmp_path: Path) -> None:
    found = pages(tmp_path, long_show())
    assert len(found) >= 3
    for at, text in enumerate(found):
        first = min(int(number) for number in re.findall(r"环节(\d+)", text))
        group = "第一轮" if first <= 40 else "第二轮"
        assert text.count(group) == 1
        assert text.index(group) < text.index("console") < text.index(f"环节{first}")
        assert "".join(text.split()).endswith(f"{at + 1}/{len(found)}")
    assert [number for text in found for number in re.findall(r"环节(\d+)", text)] == [
        str(at) for at in range(1, 61)
    ]


def test_stretches_of_groups_with_their_times() -> None:
    rows = [item(at, group_id=group) for at, group in enumerate(["g1", "g1", "", "g1"], 1)]
    document = show("2026-11-25 20:00", *rows, groups=(Group("g1", "一"),))
    document = replace(document, segments=(*document.segments[:3], replace(document.segments[3], skipped=True)))
    minute = 60_000
    assert [(block.title, block.at, block.start, block.length_ms) for block in groups_of(document)] == [
        ("一", (0, 1), START, 10 * minute),
        ("", (2,), START + 10 * minute, 5 * minute),
        ("一", (3,), None, 0),
    ]


def test_a_row_says_who_where_what_and_when_in_a_glance() -> None:
    cue = ConsoleCue("k1", ConsoleAction.PIN, "弹讲解卡", 90_000)
    row = item(1, title="讲品", person="主播一", co_host="助播一", owner="主播一", scene="特写", note="样品两份")
    row = replace(row, number="04A", product_ids=("p1", "p2"), hard_start=wall("2026-11-25 20:10"), cues=(cue,))
    products = (Product("p1", "面霜", 12), Product("p2", "小样"))
    html = sheet_html(show("2026-11-25 20:00", row, products=products), words(), look())
    assert '<td class="n big">04A</td>' in html
    assert '<td class="n big late">◆ 20:10</td>' in html
    assert "<b>12</b> 面霜<br>小样" in html
    assert "<td>主播一、助播一</td>" in html
    assert '<td class="strong">特写</td>' in html
    assert "+1:30</span> 弹讲解卡" in html
    assert "样品两份" in html


def test_a_fixed_start_stands_as_it_was_asked_for_and_the_lateness_beside_it() -> None:
    long = replace(item(1, title="开场"), duration_ms=640_000)
    late = replace(item(2, title="秒杀"), hard_start=wall("2026-11-25 20:10"))
    skipped = replace(item(3, title="不播"), hard_start=wall("2026-11-25 20:12"), skipped=True)
    held = replace(item(4, title="收尾"), hard_start=wall("2026-11-25 20:30"))
    html = sheet_html(show("2026-11-25 20:00", long, late, skipped, held), words(), look())
    assert '<td class="n big late">◆ 20:10<br><span class="behind">+0:40 → 20:10:40</span></td>' in html
    assert '<td class="n big late">◆ 20:30</td>' in html
    assert html.count("◆ 20:") == 2
    assert '<td class="n big">—</td>' in html


def test_numbers_are_those_of_the_screen() -> None:
    script = Script((ScriptLine(LineKind.SPEECH, "一句"),))
    rows = [replace(item(1, title="开场"), script=script), replace(item(2), number="04A"), item(3)]
    html = sheet_html(show("2026-11-25 20:00", *rows), words(), look())
    assert re.findall(r'<td class="n big">(\w+)</td>', html) == list(shown_numbers(rows))
    assert "<h3>01 · 20:00 · 开场</h3>" in html


def test_what_to_check_and_how_have_the_same_room(qapp: QApplication, tmp_path: Path) -> None:
    how = "甲乙丙丁戊己庚辛壬癸" * 6
    checks = (CheckItem("c1", next(iter(CheckGroup)), "一二三四五六七八九十" * 6, how=how),)
    text = pages(tmp_path, replace(show("2026-11-25 20:00", item(1)), checklist=checks))[1]
    lines = [sum(letter in line for line in text.splitlines()) for letter in "一甲"]
    assert abs(lines[0] - lines[1]) <= 1
