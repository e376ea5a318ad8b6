"""Printing to PDF: the port that reports use, from the desk and, offscreen, from the command line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtSvg import QSvgRenderer

from livedesk.ui.fonts import load_fonts

DPI = 144
GRAPH_SCALE = 2
FOOT = 28


def html_to_pdf(html: str, images: Mapping[str, str]) -> bytes:
    """A page of a report as an A4 PDF with page numbers. ``images`` are SVG texts by the name that the page uses.
    Needs a QGuiApplication, no screen."""
    family = load_fonts()
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(12, 12, 12, 10),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(QFont(family, 9))
    width = writer.width()
    for name, svg in images.items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), _image(svg, width))
    document.setHtml(html)
    document.setPageSize(QSizeF(width, writer.height() - FOOT))
    _print(document, writer, family)
    device.close()
    return bytes(data.data())


def _image(svg: str, width: int) -> QImage:
    """A graph at the width of the page, drawn fine enough for print."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    size = renderer.defaultSize()
    height = round(width * size.height() / size.width())
    image = QImage(width * GRAPH_SCALE, height * GRAPH_SCALE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _print(document: QTextDocument, writer: QPdfWriter, family: str) -> None:
    pages = document.pageCount()
    size = document.pageSize()
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
        painter.restore()
        painter.setFont(QFont(family, 8))
        foot = QRectF(0, size.height(), size.width(), FOOT)
        painter.drawText(foot, 0x0002 | 0x0040, f"{page + 1} / {pages}")
    painter.end()
