"""Pages on paper: as a PDF, from the desk and, offscreen, from the command line, and for whatever else is painted
page by page.

Qt's text document lays out the HTML, :mod:`livedesk.ui.paging` fills the pages; graphs stay vectors. The font is
the bundled one on every machine, and the file holds the part of it that is used.

Printing works in any thread, so that a long report never stands in the way of the desk: Qt lets every thread paint
on a device of its own, and its text documents and SVG renderers are reentrant ("Thread-Support in Qt Modules" in
Qt's manual). Each call makes all of its objects, uses them in its own thread and lets go of them there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QMarginsF,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPagedPaintDevice,
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


class Pages:
    """A report laid out on pages of one size: its parts, each from a new page on, under a head with the page's
    number. Needs a QGuiApplication, no screen."""

    def __init__(self, paper: Paper, size: QPageLayout) -> None:
        # Text documents start timers; in a thread that has no event loop of its own each of them would warn.
        if QAbstractEventDispatcher.instance() is None:
            QEventLoop()
        self._paper = paper
        self._family = _family()
        # Laid out in the units of a device that nothing is painted on, whatever the true one measures in.
        self._buffer = QBuffer()
        self._ruler = _writer(self._buffer, paper, size)
        renderers = {name: QSvgRenderer(QByteArray(svg.encode())) for name, svg in paper.images.items()}
        self._on: dict[int, list[tuple[_Sheet, Placed]]] = {}
        pages = 0
        for part in paper.parts:
            sheet, pages = _lay_out(part.html, part.columns, self._ruler, self._family, renderers, pages)
            for placed in sheet.placed:
                self._on.setdefault(placed.page, []).append((sheet, placed))
        self.count = max(pages, 1)

    def paint(self, device: QPagedPaintDevice, numbers: Sequence[int]) -> bool:
        """Paint the pages with these numbers (from 0), in this order; False where the device takes nothing more."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = device.logicalDpiX() / DPI
        painter.scale(scale, scale)
        rule = QColor(self._paper.colours["line"])
        for place, number in enumerate(numbers):
            if place and not device.newPage():
                painter.end()
                return False
            _frame(painter, self._ruler, self._paper, self._family, number, self.count)
            for sheet, placed in self._on.get(number, ()):
                _draw(painter, sheet, placed, rule)
        return painter.end()


def page_size(paper: Paper) -> QPageLayout:
    """The page that a report is made for: A4, lying or standing, with our margins."""
    orientation = QPageLayout.Orientation.Landscape if paper.landscape else QPageLayout.Orientation.Portrait
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(a4, orientation, MARGINS_MM, QPageLayout.Unit.Millimeter)


def paper_to_pdf(paper: Paper) -> bytes:
    """A report as an A4 PDF."""
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    size = page_size(paper)
    pages = Pages(paper, size)
    pages.paint(_writer(device, paper, size), range(pages.count))
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


def _writer(device: QBuffer, paper: Paper, size: QPageLayout) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(DPI)
    writer.setTitle(paper.head)
    writer.setCreator("livedesk")
    writer.setPageLayout(size)
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
