"""The system's own printers: their dialog, opened beside the desk, and paper for the printer that was chosen there.

Qt's print support is loaded when somebody prints, not when the desk starts. On Windows and macOS the dialog is the
system's, which keeps the keys of its window while it is open; the show goes on in its own thread.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from livedesk.domain.errors import UserError
from livedesk.services.reports.look import Paper
from livedesk.ui.printing import Pages, page_size


def printer_for(paper: Paper, file: Path) -> QPrinter:
    """The system's own choice of a printer, set to the paper's page. Where there is none Qt's dialog offers to print
    into ``file``; the dialogs of Windows and macOS see to that themselves."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setCreator("livedesk")
    printer.setDocName(paper.head)
    if sys.platform not in ("win32", "darwin") and not QPrinterInfo.availablePrinterNames():
        printer.setOutputFileName(str(file))
    printer.setPageLayout(page_size(paper))
    return printer


def ask_printer(parent: QWidget, title: str, printer: QPrinter) -> QPrintDialog:
    """Open the dialog, not modal; ``accepted`` says that ``printer`` is set to what was chosen. It goes by itself
    when it is closed, and so does its hold on the printer."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    return dialog


def print_paper(paper: Paper, printer: QPrinter) -> None:
    """Print on whatever the printer is set to: its paper, its pages in its order, its copies. In any thread, with a
    printer that no other thread uses then. Raises UserError ``print.no_pages`` with ``pages`` (how many there are),
    ``print.failed`` with ``printer``."""
    pages = Pages(paper, printer.pageLayout())
    wanted = wanted_pages(printer, pages.count)
    if not wanted:
        raise UserError("print.no_pages", pages=pages.count)
    if not pages.paint(printer, wanted):
        raise UserError("print.failed", printer=printer.printerName() or printer.outputFileName())


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """The numbers (from 0) of the pages to paint, of ``count``: those that were chosen, the last one first where
    that was asked for, and as often as the printer cannot do by itself."""
    ranges = printer.pageRanges()
    wanted = [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return wanted * copies
    return [number for number in wanted for _ in range(copies)]
