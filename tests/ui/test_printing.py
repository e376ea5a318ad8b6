"""Reports and run sheets on paper, read back with poppler: text, fonts, graphs, pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.services.reports.html import report_paper, sheet_paper
from livedesk.services.reports.look import Paper, Part
from livedesk.services.reports.words import Words
from livedesk.ui.paging import Flow, Strip
from livedesk.ui.printing import paper_to_pdf
from livedesk.ui.report_words import report_words
from tests.services.report_runs import (
    PAYLOAD,
    hostile_report,
    hostile_show,
    item,
    look,
    odd_report,
    sample_report,
    sample_show,
    words,
)
from tests.unit.shows import show


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


class Pdf:
    """A printed file, read back by other programs."""

    def __init__(self, folder: Path, data: bytes) -> None:
        self.path = folder / "printed.pdf"
        self.path.write_bytes(data)

    @property
    def pages(self) -> int:
        found = re.search(r"Pages:\s+(\d+)", run("pdfinfo", self.path))
        assert found
        return int(found[1])

    def text(self, page: int | None = None) -> str:
        chosen = [] if page is None else ["-f", str(page), "-l", str(page)]
        return run("pdftotext", "-layout", *chosen, self.path, "-")

    def flat(self) -> str:
        """The text without any blanks, which line breaks put anywhere."""
        return "".join(run("pdftotext", "-raw", self.path, "-").split())

    def picture(self, page: int) -> QImage:
        target = self.path.with_name("page")
        run("pdftoppm", "-r", "110", "-f", str(page), "-l", str(page), "-singlefile", "-png", self.path, target)
        return QImage(str(target.with_suffix(".png")))


Print = Callable[[Paper], Pdf]


@pytest.fixture
def printed(qapp: QApplication, tmp_path: Path) -> Print:
    return lambda paper: Pdf(tmp_path, paper_to_pdf(paper))


@pytest.fixture
def chinese(language: str) -> Words:
    return report_words()


def test_the_report_is_a_few_whole_pages_in_chinese(printed: Print, chinese: Words) -> None:
    data = sample_report()
    pdf = printed(report_paper(data, chinese, look()))
    assert 4 <= pdf.pages <= 7
    for page in range(1, pdf.pages + 1):
        text = pdf.text(page)
        assert text.splitlines()[0].startswith(data.title)
        assert "".join(text.split()).endswith(f"{page}/{pdf.pages}")
    flat = pdf.flat()
    for line in data.items:
        assert flat.count("".join(line.title.split())) >= 3
    for text in (
        "计划与实际",
        "分环节成交",
        "分商品成交",
        "执行记录",
        "切下一项",
        "已支付订单行的订单应付金额之和",
    ):
        assert text in flat
    assert re.search(r"[A-Za-z]+_[a-z]+", flat) is None


def test_fonts_are_the_bundled_one_embedded_as_subsets(printed: Print, chinese: Words) -> None:
    pdf = printed(report_paper(sample_report(), chinese, look()))
    rows = run("pdffonts", pdf.path).splitlines()[2:]
    assert rows
    for row in rows:
        assert "NotoSansSC" in row
        assert row.split()[-5:-2] == ["yes", "no", "yes"]
    assert pdf.path.stat().st_size < 1_000_000


def test_graphs_are_vectors_and_their_curves_are_drawn(printed: Print, chinese: Words) -> None:
    paper = report_paper(sample_report(), chinese, look())
    pdf = printed(paper)
    assert len(run("pdfimages", "-list", pdf.path).splitlines()) == 2
    assert "20:10" in pdf.text(1)
    for role in ("online", "money", "comments", "promotion"):
        assert has_colour(pdf.picture(1), paper.colours[role]), role
    without = printed(replace(paper, images={}))
    assert not has_colour(without.picture(1), paper.colours["comments"])


def has_colour(picture: QImage, colour: str) -> bool:
    """Whether some pixel is very near to a colour."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (5, 3, 1)])
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[:, :, :3]
    return bool((np.abs(pixels.astype(int) - wanted).max(axis=2) < 12).any())


def test_the_sheet_is_landscape_and_short_enough_for_a_wall(printed: Print, chinese: Words) -> None:
    document = sample_show()
    pdf = printed(sheet_paper(document, chinese, look()))
    assert pdf.pages <= 11
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", pdf.path))
    assert size
    assert float(size[1]) > float(size[2])
    rundown = "".join(pdf.text(page) for page in (1, 2, 3))
    for number in shown_numbers(document.segments):
        assert re.search(rf"^\s*{number}\s+◆?\s*2[0-2]:\d\d", rundown, re.MULTILINE), number
    flat = pdf.flat()
    for segment in document.segments:
        assert "".join(segment.title.split()) in flat
    for check in document.checklist:
        assert "".join(check.title.split()) in flat


def test_markup_in_texts_is_printed_as_text(printed: Print) -> None:
    payload = "".join(PAYLOAD.split())
    assert printed(report_paper(hostile_report(), words(), look())).flat().count(payload) >= 5
    assert printed(sheet_paper(hostile_show(), words(), look())).flat().count(payload) >= 8


def test_every_page_of_a_warning_carries_it(printed: Print) -> None:
    paper = replace(report_paper(odd_report(), words(), look()), mark="REHEARSAL")
    pdf = printed(paper)
    assert pdf.pages >= 2
    for page in range(1, pdf.pages + 1):
        assert "REHEARSAL" in pdf.text(page).splitlines()[0]


def test_a_long_title_leaves_room_for_the_warning(printed: Print) -> None:
    long = replace(
        report_paper(odd_report(), words(), look()), head="很长的标题" * 60 + " 2026-11-25", mark="REHEARSAL"
    )
    first = printed(long).text(1).splitlines()[0]
    assert re.search(r"标题.*….*2026-11-25\s+REHEARSAL$", first)


def test_no_row_is_torn_and_the_header_is_repeated(printed: Print) -> None:
    rows = "".join(f"<tr><td>r{number}a<br>r{number}b<br>r{number}c</td><td>x</td></tr>" for number in range(100))
    table = f"<table width='100%'><thead><tr><th>HEADER</th><th>h</th></tr></thead><tbody>{rows}</tbody></table>"
    pdf = printed(paper(f"<h2>HEADING</h2>{table}"))
    seen: list[str] = []
    for page in range(1, pdf.pages + 1):
        text = pdf.text(page)
        assert text.count("HEADER") == 1
        seen += re.findall(r"r\d+[abc]", text)
        found = re.findall(r"r(\d+)([abc])", text)
        assert [number for number, part in found if part == "a"] == [
            number for number, part in found if part == "c"
        ]
    assert seen == [f"r{number}{part}" for number in range(100) for part in "abc"]


def test_a_row_higher_than_a_page_goes_on_without_losing_a_line(printed: Print) -> None:
    lines = "<br>".join(f"L{number}." for number in range(200))
    pdf = printed(
        paper(f"<table><thead><tr><th>H</th><th>i</th></tr></thead><tr><td>{lines}</td><td>x</td></tr></table>")
    )
    # The text layer may hold a line at the cut twice, clipped away on one of the two pages.
    found = list(dict.fromkeys(re.findall(r"L\d+\.", pdf.text())))
    assert found == [f"L{number}." for number in range(200)]
    assert pdf.pages >= 3


def test_an_empty_page_is_a_page(printed: Print) -> None:
    assert printed(paper("")).pages == 1


def test_a_show_with_nothing_but_a_segment_prints(printed: Print) -> None:
    document: Show = show("2026-11-25 20:00", item(1))
    pdf = printed(sheet_paper(document, words(), look()))
    assert pdf.pages == 1
    assert "segment 1" in pdf.text()


def test_a_worker_prints_as_well_as_the_first_thread(printed: Print, tmp_path: Path, chinese: Words) -> None:
    with ThreadPoolExecutor(1) as pool:
        data = pool.submit(lambda: paper_to_pdf(report_paper(odd_report(), chinese, look()))).result(60)
    away = Pdf(tmp_path, data)
    text = away.flat()
    assert text == printed(report_paper(odd_report(), chinese, look())).flat()
    assert "修护霜" in text


def test_two_workers_print_while_the_first_thread_paints(printed: Print, tmp_path: Path, chinese: Words) -> None:
    """Both files say what one printed alone says, however the threads were interleaved."""
    made = report_paper(odd_report(), chinese, look())
    alone = printed(made).flat()
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(paper_to_pdf, made) for _ in range(4)]
        ground = QImage(320, 180, QImage.Format.Format_RGB32)
        while not all(job.done() for job in jobs):
            with QPainter(ground) as painter:
                painter.drawText(10, 40, "商品特写 ¥129.00 → 秒杀倒计时")
    for number, job in enumerate(jobs):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert Pdf(folder, job.result()).flat() == alone


def paper(html: str) -> Paper:
    return Paper((Part(html),), {}, "head", "", landscape=False, colours=look().paper)


def strips(*heights: float, keep: tuple[int, ...] = ()) -> list[Strip]:
    made, top = [], 0.0
    for number, height in enumerate(heights):
        made.append(Strip(top, top + height, keep=number in keep))
        top += height
    return made


def test_a_heading_goes_with_what_it_heads() -> None:
    flow = Flow(strips(80, 10, 20, keep=(1,)), 100, 1, 0)
    assert [(each.page, each.y) for each in flow.placed] == [(0, 0), (1, 0), (1, 10)]


def test_columns_fill_one_after_the_other_and_are_balanced_on_one_page() -> None:
    flow = Flow(strips(*[10] * 6), 30, 2, 4)
    assert [(each.page, each.column) for each in flow.placed] == [(4, 0)] * 3 + [(4, 1)] * 3
    spread = Flow.balanced(strips(*[10] * 6), 100, 2, 0)
    assert [each.column for each in spread.placed] == [0, 0, 0, 1, 1, 1]
    assert Flow.balanced(strips(*[10] * 30), 100, 2, 0).page == 1
