"""Printing to PDF: the port that reports use, from the desk and, offscreen, from the command line.

Qt's text document lays out the HTML, :mod:`livedesk.ui.paging` fills the pages; graphs stay vectors. The font is
the bundled one on every machine, and the file holds the part of it that is used.

Printing works in any thread, so that a long report never stands in the way of the desk: Qt lets every thread paint
on a device of its own, and its text documents and SVG renderers are reentrant ("Thread-Support in Qt Modules" in
Qt's manual). Each call makes all of its objects, uses them in its own thread and lets go of them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from livedesk.services.reports.look import Paper
from livedesk.ui.fonts import BUNDLED, load_bundled
from livedesk.ui.paging import Flow, Placed, strips_of

DPI = 300
POINT = DPI / 72
MARGINS_MM = QMarginsF(12, 10, 12, 8)
HEAD, FOOT, GUTTER = 22 * POINT, 18 * POINT, 16 * POINT
BODY_POINTS, SMALL_POINTS = 9, 8
RULE = 0.5 * POINT


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A laid-out part with the strips' places and its columns' left edges and width."""

    document: QTextDocument
    placed: list[Placed]
    lefts: tuple[float, ...]
    width: float


class _Graphs(QPyTextObject):
    """Draws the graphs of a page as vectors, as wide as the text."""

    def __init__(self, parent: QObject, images: Mapping[str, QSvgRenderer], font: QFont) -> None:
        super().__init__(parent)
        self._images, self._font = images, font

    def intrinsicSize(self, document: QTextDocument, position: int, text_format: QTextFormat) -> QSizeF:
        """The room that a graph takes."""
        renderer = self._images.get(text_format.toImageFormat().name())
        if renderer is None or not renderer.isValid():
            return QSizeF(0, 0)
        size, width = renderer.defaultSize(), document.textWidth() - 2 * document.documentMargin()
        return QSizeF(width, width * size.height() / size.width())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> None:
        """Draw a graph; its texts take the page's font."""
        renderer = self._images.get(text_format.toImageFormat().name())
        if renderer is not None:
            painter.save()
            painter.setFont(self._font)
            renderer.render(painter, QRectF(rect))
            painter.restore()


def paper_to_pdf(paper: Paper) -> bytes:
    """A report as an A4 PDF: its parts, each from a new page on, under a head with the page's number. Needs a
    QGuiApplication, no screen."""
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(device, paper)
    family = _family()
    renderers = {name: QSvgRenderer(QByteArray(svg.encode())) for name, svg in paper.images.items()}
    sheets: list[_Sheet] = []
    pages = 0
    for part in paper.parts:
        sheet, pages = _lay_out(part.html, part.columns, writer, family, renderers, pages)
        sheets.append(sheet)
    _paint(paper, sheets, writer, family, max(pages, 1))
    device.close()
    return bytes(data.data())


def _family() -> str:
    return BUNDLED if BUNDLED in QFontDatabase.families() else load_bundled()


def _font(family: str, points: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(points * POINT))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # After Latin letters the face's localised forms give digits that no character maps to: a reader of the file
    # could neither search nor copy them.
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _writer(device: QBuffer, paper: Paper) -> QPdfWriter:
    orientation = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer = QPdfWriter(device)
    writer.setResolution(DPI)
    writer.setTitle(paper.head)
    writer.setCreator("livedesk")
    writer.setPageLayout(QPageLayout(size, orientation, MARGINS_MM, QPageLayout.Unit.Millimeter))
    return writer


def _lay_out(
    html: str,
    columns: int,
    writer: QPdfWriter,
    family: str,
    renderers: Mapping[str, QSvgRenderer],
    first_page: int,
) -> tuple[_Sheet, int]:
    """Lay out a part from ``first_page`` on; gives the number of pages with it."""
    width = (writer.width() - GUTTER * (columns - 1)) / columns
    height = writer.height() - HEAD - FOOT
    font = _font(family, BODY_POINTS)
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    layout = document.documentLayout()
    layout.setPaintDevice(writer)
    layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, _Graphs(document, renderers, font))
    document.setTextWidth(width)
    document.setHtml(html)
    flow = Flow.balanced(strips_of(document, height), height, columns, first_page)
    lefts = tuple(number * (width + GUTTER) for number in range(columns))
    return _Sheet(document, flow.placed, lefts, width), flow.page + 1


def _paint(paper: Paper, sheets: list[_Sheet], writer: QPdfWriter, family: str, pages: int) -> None:
    painter = QPainter(writer)
    page = 0
    _frame(painter, writer, paper, family, page, pages)
    for sheet in sheets:
        for placed in sheet.placed:
            while page < placed.page:
                page += 1
                writer.newPage()
                _frame(painter, writer, paper, family, page, pages)
            _draw(painter, sheet, placed, QColor(paper.colours["line"]))
    painter.end()


def _draw(painter: QPainter, sheet: _Sheet, placed: Placed, rule: QColor) -> None:
    left, top = sheet.lefts[placed.column], HEAD + placed.y
    painter.save()
    painter.translate(left, top - placed.top)
    sheet.document.drawContents(painter, QRectF(0, placed.top, sheet.width, placed.bottom - placed.top))
    painter.restore()
    if placed.ruled:
        painter.setPen(QPen(rule, RULE))
        bottom = top + placed.bottom - placed.top
        painter.drawLine(QPointF(left, bottom), QPointF(left + sheet.width, bottom))


def _frame(painter: QPainter, writer: QPdfWriter, paper: Paper, family: str, page: int, pages: int) -> None:
    """What stands on every page: what it is of, what it is not, and its number."""
    width, right = writer.width(), Qt.AlignmentFlag.AlignRight
    head = QRectF(0, 0, width, SMALL_POINTS * 1.6 * POINT)
    foot = QRectF(0, writer.height() - head.height(), width, head.height())
    plain, bold = _font(family, SMALL_POINTS), _font(family, SMALL_POINTS, bold=True)
    room = width - QFontMetricsF(bold).horizontalAdvance(paper.mark) - GUTTER
    title = QFontMetricsF(plain).elidedText(" ".join(paper.head.split()), Qt.TextElideMode.ElideMiddle, room)
    painter.setFont(plain)
    painter.setPen(QColor(paper.colours["dim"]))
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(foot, right, f"{page + 1} / {pages}")
    painter.setPen(QPen(QColor(paper.colours["line"]), RULE))
    painter.drawLine(head.bottomLeft(), head.bottomRight())
    if paper.mark:
        painter.setFont(bold)
        painter.setPen(QColor(paper.colours["late"]))
        painter.drawText(head, right, paper.mark)
