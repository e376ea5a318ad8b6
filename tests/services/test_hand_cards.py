"""Hand cards: everything a host needs of a product, inside the card, two on a page, harmless whatever a text holds."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication

from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from livedesk.services.exporters.card_layout import (
    HEIGHT,
    LEFT_WIDTH,
    PAD,
    PICTURE,
    RIGHT,
    RIGHT_WIDTH,
    CardLayout,
    lay_out,
    width_of,
    wrap,
    wrap_whole,
)
from livedesk.services.exporters.hand_cards import cards_html, cards_paper
from livedesk.services.exporters.picture_size import picture_size
from livedesk.ui.fonts import load_bundled
from livedesk.ui.printing import paper_to_pdf
from tests.services.report_runs import PAYLOAD, Named, item, look, words
from tests.unit.shows import show

FULL = Product(
    "p1",
    "神经酰胺修护霜 50ml",
    link=12,
    brand="自营",
    spec="50ml/瓶",
    list_price=19900,
    live_price=12950,
    hand_price=10900,
    offer="满199减40 · 两件 218",
    gifts="旅行装 2 支",
    gift_stock=300,
    stock=1200,
    limit=3,
    selling_points=("三重神经酰胺", "无香精"),
    do_not_say=("治疗", "全网最低"),
    image="a.png",
)


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture, as Qt writes it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF2458C5)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stub knows only bytes for the format
    return bytes(data.data())


def of(*products: Product) -> Show:
    first = item(1, product_ids=tuple(product.id for product in products[:1]))
    again = item(2, product_ids=("p1",))
    return show("2026-11-25 20:00", first, again, products=products)


def laid(product: Product, size: tuple[int, int] | None = (400, 300)) -> CardLayout:
    return lay_out(product, Named(), size, ["20:00", "20:05"])


def text_of(html: str) -> str:
    """The text of a page, line by line."""
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    return "\n".join(
        "".join(element.itertext()) for element in svgs(body) for element in element.iter() if element.text
    )


def svgs(html: str) -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL)]


def test_a_card_tells_everything(qapp: QApplication) -> None:
    html = cards_html(of(FULL), words(), look(), {"a.png": picture(40, 30)})
    text = text_of(html)
    for wanted in (
        "12", "神经酰胺修护霜 50ml", "自营 · 50ml/瓶", "¥129.50", "¥109", "¥199", "满199减40 · 两件 218",
        "旅行装 2 支（stock 300）", "stock 1,200 · limit 3", "• 三重神经酰胺", "• 无香精",
        "治疗、全网最低", "20:00 · 20:05",
        "link", "live_price", "hand_price", "list_price", "offer", "gifts", "selling_points", "do_not_say",
    ):  # fmt: skip
        assert wanted in text, wanted
    assert html.count("data:image/png;base64,") == 1


def test_the_picture_keeps_its_shape_inside_its_place() -> None:
    for size in ((400, 300), (100, 900), (900, 100)):
        frame = laid(FULL, size).picture
        assert frame is not None
        assert frame.width / frame.height == pytest.approx(size[0] / size[1])
        assert frame.x >= PAD
        assert frame.x + frame.width <= PAD + LEFT_WIDTH + 0.1
        assert frame.height <= PICTURE + 0.1
    assert laid(FULL, None).picture is None


SOME = st.text(max_size=200) | st.sampled_from(
    ["保湿，" * 70, "Ceramide complex " * 12, "c" * 150, "一\n二\n三\n四\n五"]
)
COUNT = st.none() | st.integers(0, 10**9)
PRODUCTS = st.builds(
    Product,
    st.just("p1"),
    SOME,
    link=COUNT,
    brand=SOME,
    spec=SOME,
    list_price=COUNT,
    live_price=COUNT,
    hand_price=COUNT,
    offer=SOME,
    gifts=SOME,
    gift_stock=COUNT,
    stock=COUNT,
    limit=COUNT,
    selling_points=st.lists(SOME, max_size=6).map(tuple),
    do_not_say=st.lists(SOME, max_size=6).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(PRODUCTS, st.none() | st.tuples(st.integers(1, 5000), st.integers(1, 5000)))
def test_nothing_leaves_the_card_or_lies_upon_something_else(
    product: Product, size: tuple[int, int] | None
) -> None:
    card = laid(product, size)
    for span in card.spans:
        left = span.x - span.width / 2 if span.anchor == "middle" else span.x
        column = PAD + LEFT_WIDTH if span.x < RIGHT else RIGHT + RIGHT_WIDTH
        assert left >= PAD
        assert left + span.width <= column + 1
        assert span.y - span.size * 0.8 >= 0
        assert span.y <= HEIGHT - PAD + 1
    right = [span for span in card.spans if span.x >= RIGHT]
    for above, below in pairwise(right):
        assert below.y - above.y >= below.size * 0.75
    if card.warning is not None:
        refused = [span for span in right if span.role == "late"]
        assert refused
        others = [span.y for span in right if span.role != "late"]
        assert all(y < card.warning for y in others)


@settings(max_examples=30, deadline=None)
@given(PRODUCTS)
def test_any_card_is_well_formed(product: Product) -> None:
    (svg,) = svgs(cards_html(of(product), words(), look(), {}))
    assert len(svg) >= 1


def test_a_character_that_xml_cannot_hold_blanks_no_card() -> None:
    assert "面霜" in text_of(cards_html(of(replace(FULL, name="面\x07霜")), words(), look(), {}))


@given(st.text(max_size=120), st.sampled_from([18.0, 28.0, 40.0]))
def test_wrapping_loses_nothing_and_keeps_to_its_room(text: str, size: float) -> None:
    lines = wrap(text, size, 300)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, size) <= 300 for line in lines)


def test_no_line_begins_with_what_closes_one_and_words_stay_whole() -> None:
    text = "今晚的主角是神经酰胺修护霜，" * 6 + "Ceramide complex 21:54 100ml。"
    for room in range(200, 700, 37):
        lines = wrap(text, 28, room)
        assert not [line for line in lines if line[0] in "，。"]
        assert all(any(word in line for line in lines) for word in ("Ceramide", "complex", "21:54", "100ml"))
    assert wrap_whole(("治疗", "全网最低", "第一"), 28, 170) == ("治疗、", "全网最低、", "第一")


def test_estimated_widths_are_never_too_small(qapp: QApplication) -> None:
    """Against the font that is printed with, bold, in which letters are the widest."""
    font = QFont(load_bundled())
    font.setPixelSize(100)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    for text in (
        "神经酰胺修护霜 50ml",
        "¥1,234,567.89",
        "SPF50+ PA++++",
        "WOMEN'S MAKE-UP REMOVER",
        "wwwmmm",
        "“好”—…·•①",
    ):
        assert metrics.horizontalAdvance(text) <= width_of(text, 100) * 1.001, text


def test_long_texts_are_cut_where_one_sees_it_and_the_refused_words_last() -> None:
    long = replace(
        FULL, name="修护霜" * 60, offer="减" * 400, gifts="赠" * 400, selling_points=("保湿" * 200,) * 3
    )
    spans = [span.text for span in laid(long).spans]
    assert sum(text.endswith("…") for text in spans) >= 4
    assert "治疗、全网最低" in spans


def test_markup_in_a_text_is_shown_as_text(qapp: QApplication) -> None:
    bad = f"bad {PAYLOAD}"
    product = replace(FULL, name=bad, brand=bad, offer=bad, gifts=bad, selling_points=(bad,), do_not_say=(bad,))
    html = cards_html(replace(of(product), title=bad), words(), look(), {})
    assert "<img src=x" not in html
    assert "onerror" in text_of(html)
    assert {element.tag.rpartition("}")[2] for svg in svgs(html) for element in svg.iter()} <= {
        "svg", "rect", "text", "path", "image",
    }  # fmt: skip
    assert not re.search(r"url\(|@import|<script|<link", html.replace("&lt;", ""))


@pytest.mark.parametrize(("kind", "size"), [("PNG", (7, 300)), ("JPG", (640, 48)), ("BMP", (33, 21))])
def test_the_size_of_a_picture(qapp: QApplication, kind: str, size: tuple[int, int]) -> None:
    assert picture_size(picture(*size, kind)) == size


def test_the_size_of_no_picture() -> None:
    assert picture_size(b"GIF89a" + (12).to_bytes(2, "little") + (5).to_bytes(2, "little")) == (12, 5)
    for data in (
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\x00\x10",
        b"\xff\xd8\xff\xe0\x00\x00" * 9,
        b"BM",
        b"text",
    ):
        assert picture_size(data) is None
    assert picture_size(b"\x89PNG\r\n\x1a\n" + bytes(20)) is None


@given(st.binary(max_size=60), st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM"]))
def test_any_bytes_have_a_size_or_none(data: bytes, head: bytes) -> None:
    size = picture_size(head + data)
    assert size is None or min(size) > 0


def test_a_picture_of_too_many_pixels_is_left_out(qapp: QApplication) -> None:
    data = bytearray(picture(4, 4))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    assert "data:image" not in cards_html(of(FULL), words(), look(), {"a.png": bytes(data)})


def printed(folder: Path, document: Show, media: dict[str, bytes]) -> Path:
    path = folder / "cards.pdf"
    path.write_bytes(paper_to_pdf(cards_paper(document, words(), look(), media)))
    return path


def test_two_cards_on_a_page_with_a_line_to_cut_along(qapp: QApplication, tmp_path: Path) -> None:
    products = [replace(FULL, id=f"p{at}", name=f"商品 {at}号", image="a.png") for at in range(1, 6)]
    path = printed(tmp_path, of(*products), {"a.png": picture(400, 300)})
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+3\b", info)
    assert re.search(r"Page size:\s+59\d\.?\d* x 84\d", info)
    for page in (1, 2, 3):
        command = ["pdftotext", "-f", str(page), "-l", str(page), "-raw", path, "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert re.findall(r"商品 (\d)号", text) == [str(at) for at in (page * 2 - 1, page * 2) if at <= 5]
    command = ["pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", path, tmp_path / "page"]
    subprocess.run(command, check=True)
    page = QImage(str(tmp_path / "page.png"))
    across = [
        y for y in range(page.height())
        if sum(page.pixelColor(x, y).lightness() < 200 for x in range(60, page.width() - 60)) > page.width() * 0.35
    ]  # fmt: skip
    middle = [y for y in across if abs(y - page.height() / 2) < page.height() * 0.015]
    assert middle, "a line between the cards"
    blue = page.pixelColor(134, 190)
    assert (blue.blue() > 150, blue.red() < 80) == (True, True), "the picture is drawn"


def test_a_show_without_products_has_an_empty_page(qapp: QApplication) -> None:
    document = show("2026-11-25 20:00", item(1))
    assert paper_to_pdf(cards_paper(document, words(), look(), {})).startswith(b"%PDF")
    assert "<svg" not in cards_html(document, words(), look(), {})
