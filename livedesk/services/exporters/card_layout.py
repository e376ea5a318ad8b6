"""Where everything stands on a hand card (手卡): texts in lines, in sizes that can be read at arm's length.

A card is drawn, not flowed: it has one size on paper, in the browser and on the wall. Widths are estimated from the
kinds of characters, a little wide, so that no font overruns its column. Units are 1/1000 of a card's width, which is
186 mm on paper: 1 mm is 5.4 of them, and type of 12 points is 23.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from livedesk.domain.money import format_yuan
from livedesk.domain.product import Product

WIDTH, HEIGHT, PAD = 1000, 700, 30
LEFT_WIDTH = 320
RIGHT, RIGHT_WIDTH = 382, 588
BADGE, PICTURE = 84, 250
LEADING = 1.28
SIZES = (40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
NAMES = (50, 44, 38, 32, 28)
BULLET = "• "
LABEL, FACT, GAP = 20, 27, 16
_NARROW, _BROAD = set("iljtfrI.,:;|!'()[]- "), set("mwMWQ@%&")
_CLOSING = "，。、；：！？）》」』】〉”’％%,.;:!?)"
_TOKEN = re.compile(
    rf"[^\W\u2e80-\uffff][\w.:'’%¥-]*[{re.escape(_CLOSING)}]*|[ \t]+|.[{re.escape(_CLOSING)}]*", re.S
)


@dataclass(frozen=True, slots=True)
class Span:
    """A line of text with its baseline at ``y``; ``role`` names its colour in the theme, ``anchor`` is SVG's."""

    x: float
    y: float
    size: float
    text: str
    role: str = "ink"
    bold: bool = False
    anchor: str = "start"
    struck: bool = False

    @property
    def width(self) -> float:
        """About how wide it is."""
        return width_of(self.text, self.size)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a picture is drawn."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card: its texts, its badge (whether there is one), its picture's place and the top of the box with what is
    not to be said (None: nothing is)."""

    spans: tuple[Span, ...]
    badge: bool
    picture: Frame | None
    warning: float | None


@dataclass(frozen=True, slots=True)
class _Block:
    label: str
    lines: tuple[str, ...]
    role: str = "ink"

    def height(self, size: float) -> float:
        """Its label, its lines and the gap below."""
        return LABEL * LEADING + len(self.lines) * size * LEADING + GAP


def lay_out(
    product: Product, words: Mapping[str, str], picture: tuple[int, int] | None, times: Sequence[str]
) -> CardLayout:
    """The card of a product. ``picture`` is the size of its picture in pixels (None: it has none), ``times`` are
    those at which it is on."""
    left, frame = _left(product, words, picture, times)
    right, warning = _right(product, words)
    return CardLayout((*left, *right), product.link is not None, frame, warning)


def _left(
    product: Product, words: Mapping[str, str], picture: tuple[int, int] | None, times: Sequence[str]
) -> tuple[list[Span], Frame | None]:
    spans: list[Span] = []
    y = float(PAD)
    if product.link is not None:
        label = Span(PAD + GAP, y + BADGE * 0.64, 26, words["link"], "paper")
        link = str(product.link)
        size = _fitting(link, 74, LEFT_WIDTH - 2 * (label.width + 2 * GAP))
        number = Span(PAD + LEFT_WIDTH / 2, y + BADGE * 0.8, size, link, "paper", bold=True, anchor="middle")
        spans += [label, number]
        y += BADGE + GAP
    frame = None
    if picture is not None:
        scale = min(LEFT_WIDTH / picture[0], PICTURE / picture[1])
        width, height = picture[0] * scale, picture[1] * scale
        frame = Frame(PAD + (LEFT_WIDTH - width) / 2, y + (PICTURE - height) / 2, width, height)
        y += PICTURE + GAP
    y = _prices(spans, product, words, y, (84.0, 40.0) if frame else (112.0, 56.0))
    facts = [("stock", product.stock), ("limit", product.limit)]
    told = " · ".join(f"{words[name]} {count:,}" for name, count in facts if count is not None)
    for text, role in ((told, "ink"), (" · ".join(times), "dim")):
        if text:
            y += FACT * 1.35
            spans.append(Span(PAD, y, _fitting(text, FACT, LEFT_WIDTH), text, role))
    return spans, frame


def _prices(
    spans: list[Span], product: Product, words: Mapping[str, str], y: float, sizes: tuple[float, float]
) -> float:
    """Add the prices from ``y`` on, the live price large; gives where they end."""
    if product.live_price is not None:
        text = format_yuan(product.live_price)
        size = _fitting(text, sizes[0], LEFT_WIDTH)
        spans.append(Span(PAD, y + LABEL, LABEL, words["live_price"], "dim"))
        y += LABEL * 1.1 + size * 0.9
        spans.append(Span(PAD, y, size, text, "late", bold=True))
        y += size * 0.2
    smaller = [("hand_price", product.hand_price, sizes[1]), ("list_price", product.list_price, FACT * 1.2)]
    indent = max(90.0, *(width_of(words[name], LABEL) + GAP for name, fen, _ in smaller if fen is not None), 0.0)
    for name, fen, most in smaller:
        if fen is not None:
            text, struck = format_yuan(fen), name == "list_price"
            size = _fitting(text, most, LEFT_WIDTH - indent)
            y += most * 1.1
            spans.append(Span(PAD, y, LABEL, words[name], "dim"))
            role = "dim" if struck else "ink"
            spans.append(Span(PAD + indent, y, size, text, role, bold=not struck, struck=struck))
    return y


def _right(product: Product, words: Mapping[str, str]) -> tuple[list[Span], float | None]:
    spans: list[Span] = []
    y = float(PAD)
    name = next((size for size in NAMES if len(wrap(product.name, size, RIGHT_WIDTH)) <= 2), NAMES[-1])
    for line in _cut(wrap(product.name, name, RIGHT_WIDTH), 3):
        y += name * 1.1
        spans.append(Span(RIGHT, y, name, line, bold=True))
    about = " · ".join(text for text in (product.brand, product.spec) if text)
    for line in _cut(wrap(about, FACT, RIGHT_WIDTH), 2):
        y += FACT * 1.35
        spans.append(Span(RIGHT, y, FACT, line, "dim"))
    y += GAP * 1.6
    blocks, refused, size = _fitted(product, words, HEIGHT - PAD - y)
    warning = None
    if refused is not None:
        warning = HEIGHT - PAD - refused.height(size) - GAP
    for block in blocks:
        spans += _told(block, y, size)
        y += block.height(size)
    if refused is not None and warning is not None:
        spans += [replace(span, bold=True) for span in _told(refused, warning + GAP, size)]
    return spans, warning


def _fitted(product: Product, words: Mapping[str, str], room: float) -> tuple[list[_Block], _Block | None, float]:
    """The blocks in the largest size in which they fit; in the smallest they are cut, the longest first."""
    blocks: list[_Block] = []
    refused: _Block | None = None
    size: float = SIZES[-1]
    for size in SIZES:
        blocks = _blocks(product, words, size)
        banned = wrap_whole(product.do_not_say, size, RIGHT_WIDTH - 2 * GAP)
        refused = _Block(words["do_not_say"], banned, "late") if banned else None
        if _needed(blocks, refused, size) <= room:
            return blocks, refused, size
    while _needed(blocks, refused, size) > room:
        longest = max(blocks, key=lambda block: len(block.lines), default=None)
        if longest is None or len(longest.lines) <= 1:
            break
        at = blocks.index(longest)
        blocks[at] = replace(longest, lines=_cut(longest.lines, len(longest.lines) - 1))
    while refused is not None and len(refused.lines) > 1 and _needed(blocks, refused, size) > room:
        refused = replace(refused, lines=_cut(refused.lines, len(refused.lines) - 1))
    return blocks, refused, size


def _blocks(product: Product, words: Mapping[str, str], size: float) -> list[_Block]:
    gifts = product.gifts
    if gifts and product.gift_stock is not None:
        gifts = f"{gifts}（{words['stock']} {product.gift_stock:,}）"
    points = tuple(
        line
        for point in product.selling_points
        for line in _bulleted(wrap(point, size, RIGHT_WIDTH - width_of(BULLET, size)))
    )
    found = [
        _Block(words["offer"], wrap(product.offer, size, RIGHT_WIDTH)),
        _Block(words["gifts"], wrap(gifts, size, RIGHT_WIDTH)),
        _Block(words["selling_points"], points),
    ]
    return [block for block in found if block.lines]


def _bulleted(lines: Sequence[str]) -> list[str]:
    return [f"{BULLET}{line}" if at == 0 else f"\u2003{line}" for at, line in enumerate(lines)]


def _needed(blocks: Sequence[_Block], refused: _Block | None, size: float) -> float:
    return sum(block.height(size) for block in blocks) + (refused.height(size) + GAP if refused else 0)


def _told(block: _Block, top: float, size: float) -> list[Span]:
    x = RIGHT + GAP if block.role == "late" else RIGHT
    spans = [Span(x, top + LABEL, LABEL, block.label, "late" if block.role == "late" else "dim")]
    y = top + LABEL * LEADING
    for line in block.lines:
        y += size * LEADING
        spans.append(Span(x, y - size * 0.22, size, line, block.role))
    return spans


def _fitting(text: str, size: float, room: float) -> float:
    return min(size, size * room / width_of(text, size))


def _cut(lines: Sequence[str], most: int) -> tuple[str, ...]:
    """The first lines; the last one says that there was more."""
    if len(lines) <= most:
        return tuple(lines)
    last = kept = lines[most - 1]
    while kept and width_of(kept, 1) + 1 > width_of(last, 1):
        kept = kept[:-1]
    return (*lines[: most - 1], kept + "…")


def width_of(text: str, size: float) -> float:
    """About how wide a text is in a size, never too narrow."""
    return size * sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.38
    if character >= "\u0250" or unicodedata.east_asian_width(character) == "A" or character in _BROAD:
        return 1.0
    return 0.7 if character.isupper() else 0.61


def wrap_whole(words: Sequence[str], size: float, room: float) -> tuple[str, ...]:
    """Words in a row, in lines between which none is torn unless a line cannot hold it."""
    lines: list[str] = []
    for at, word in enumerate(words):
        text = " ".join(word.split()) + ("、" if at < len(words) - 1 else "")
        if lines and width_of(lines[-1] + text, size) <= room:
            lines[-1] += text
        else:
            lines += wrap(text, size, room)
    return tuple(lines)


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """A text in lines no wider than ``room``; its own line breaks hold. Words stay whole where they fit in a line,
    and no line begins with what closes one."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for token in _TOKEN.findall(" ".join(paragraph.split())):
            for piece in [token] if width_of(token, size) <= room else list(token):
                if width_of(line + piece.rstrip(), size) > room and line.strip():
                    lines.append(line.rstrip())
                    line = ""
                line += piece if line else piece.lstrip()
        if line.strip():
            lines.append(line.rstrip())
    return tuple(lines)
