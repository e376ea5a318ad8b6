"""Paper on a printer, as Qt's own printer into a file: the chosen page size, pages, order and copies."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from livedesk.domain.errors import UserError
from livedesk.services.reports.html import sheet_paper
from livedesk.services.reports.look import Paper, Part
from livedesk.ui.printer import print_paper, printer_for, wanted_pages
from livedesk.ui.printing import paper_to_pdf
from tests.services.report_runs import look, sample_show, words

FOUR = tuple(Part(f"<p>page {at}</p>") for at in "ABCD")


@pytest.fixture
def paper(qapp: QApplication) -> Paper:
    return sheet_paper(sample_show(), words(), look())


def into(file: Path, paper: Paper) -> QPrinter:
    printer = printer_for(paper, file)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def texts(file: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def about(file: Path) -> str:
    return subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout


def test_a_printer_shows_what_the_file_shows(paper: Paper, tmp_path: Path) -> None:
    pdf, printed = tmp_path / "written.pdf", tmp_path / "printed.pdf"
    pdf.write_bytes(paper_to_pdf(paper))
    printer = into(printed, paper)
    assert printer.resolution() > 300, "nothing is measured in the printer's own dots"
    print_paper(paper, printer)
    assert texts(printed) == texts(pdf)
    assert "842 x 595" in about(printed), "A4, lying"
    for file in (pdf, printed):
        subprocess.run(["pdftoppm", "-r", "20", "-gray", "-singlefile", file, file.with_suffix("")], check=True)
    mine, theirs = (file.with_suffix(".pgm").read_bytes() for file in (pdf, printed))
    assert len(mine) == len(theirs)
    near = sum(abs(one - other) < 60 for one, other in zip(mine, theirs, strict=True))
    assert near > 0.99 * len(mine), "as large, and in the same places"


def test_another_paper_is_laid_out_anew(paper: Paper, tmp_path: Path) -> None:
    printer = into(tmp_path / "a5.pdf", paper)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    print_paper(paper, printer)
    (tmp_path / "a4.pdf").write_bytes(paper_to_pdf(paper))
    assert "420 x 595" in about(tmp_path / "a5.pdf")
    small = texts(tmp_path / "a5.pdf")
    assert len(small) > len(texts(tmp_path / "a4.pdf"))
    assert f"\n{len(small)} / {len(small)}\n" in small[-1]


def test_only_the_chosen_pages(paper: Paper, tmp_path: Path) -> None:
    four = replace(paper, parts=FOUR)
    printer = into(tmp_path / "some.pdf", four)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    print_paper(four, printer)
    first, second = texts(tmp_path / "some.pdf")
    assert "page B" in first
    assert "2 / 4" in first
    assert "page C" in second


def test_order_and_copies_that_a_printer_cannot_make(paper: Paper, tmp_path: Path) -> None:
    printer = into(tmp_path / "x.pdf", paper)
    assert wanted_pages(printer, 3) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == [2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    copies = 1 if printer.supportsMultipleCopies() else 2
    assert wanted_pages(printer, 2) == [0, 1] * copies
    printer.setCollateCopies(False)
    assert wanted_pages(printer, 2) == ([0, 1] if copies == 1 else [0, 0, 1, 1])


def test_without_a_printer_a_file_is_offered(
    paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = tmp_path / "流程单.pdf"
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert printer_for(paper, offered).outputFileName() == str(offered)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["一号打印机"])
    assert printer_for(paper, offered).outputFileName() == ""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(sys, "platform", "win32")
    assert printer_for(paper, offered).outputFileName() == ""


def test_pages_that_are_not_there_are_refused(paper: Paper, tmp_path: Path) -> None:
    printer = into(tmp_path / "none.pdf", replace(paper, parts=FOUR))
    printer.setFromTo(7, 9)
    with pytest.raises(UserError, match=r"print\.no_pages") as caught:
        print_paper(replace(paper, parts=FOUR), printer)
    assert caught.value.params == {"pages": 4}
    assert not (tmp_path / "none.pdf").exists()


def test_a_printer_that_takes_nothing_is_said(paper: Paper, tmp_path: Path) -> None:
    printer = into(tmp_path / "no" / "such" / "folder.pdf", paper)
    with pytest.raises(UserError, match=r"print\.failed"):
        print_paper(paper, printer)


def test_in_another_thread_nothing_is_complained_of(paper: Paper, tmp_path: Path) -> None:
    said: list[str] = []

    def hear(_kind: QtMsgType, _context: object, message: str | None) -> None:
        said.append(message or "")

    before = qInstallMessageHandler(hear)
    try:
        with ThreadPoolExecutor(1) as pool:
            data = pool.submit(paper_to_pdf, paper).result()
            pool.submit(print_paper, paper, into(tmp_path / "x.pdf", paper)).result()
    finally:
        qInstallMessageHandler(before)
    assert said == []
    (tmp_path / "y.pdf").write_bytes(data)
    assert texts(tmp_path / "x.pdf") == texts(tmp_path / "y.pdf")
