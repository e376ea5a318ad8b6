"""The text on the screen as a stack of laid-out blocks, with places that survive a change of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from livedesk.domain.prompt import PromptBlock
from livedesk.ui.prompter.anchor import map_offset
from livedesk.ui.prompter.layout import LaidBlock, lay_out, paint_block, sight
from livedesk.ui.prompter.look import Frame

TILE = 512
# Tiles overlap, so that interpolation at their edges leaves no seam.
LAP = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading is: the row that begins with ``character`` of a block and holds ``reach`` of them, and how far
    down in it (0–1)."""

    item_id: str
    character: int
    share: float
    reach: int = 0

    @property
    def read(self) -> int:
        """The character that is being read there."""
        return self.character + min(max(0, self.reach - 1), int(max(0.0, self.share) * self.reach))


class Document:
    """Blocks from top to bottom. A block whose text is unchanged keeps its layout and its tiles."""

    def __init__(self, frame: Frame, family: str) -> None:
        self.frame = frame
        self._family = family
        self.laid: list[LaidBlock] = []
        self.tops: list[float] = []
        self._tiles: dict[tuple[int, int], QPixmap] = {}
        self.height = 0.0

    def update(self, blocks: tuple[PromptBlock, ...]) -> None:
        """Take the text of a new feed; only what changed is laid out, and only what looks different is painted."""
        known = {laid.block: laid for laid in self.laid}
        before = {laid.block.item_id: laid for laid in self.laid}
        self.laid = [known.get(block) or lay_out(block, self.frame, self._family) for block in blocks]
        for laid in self.laid:
            old = before.get(laid.block.item_id)
            if old is not None and old is not laid:
                self._carry(old, laid)
        self._stack()

    def _carry(self, old: LaidBlock, new: LaidBlock) -> None:
        """Keep the tiles of a changed block on which the change is not seen."""
        for number in range(_last_tile(new) + 1):
            tile = self._tiles.get((id(old), number))
            if tile is not None and _sight(old, number) == _sight(new, number):
                self._tiles[id(new), number] = tile

    def resize(self, frame: Frame) -> None:
        """Lay everything out for another size."""
        self.frame = frame
        self.laid = [lay_out(laid.block, frame, self._family) for laid in self.laid]
        self._stack()

    def _stack(self) -> None:
        self.tops = []
        y = 0.0
        for laid in self.laid:
            self.tops.append(y)
            y += laid.height
        self.height = y
        alive = {id(laid) for laid in self.laid}
        self._tiles = {key: tile for key, tile in self._tiles.items() if key[0] in alive}

    def index(self, item_id: str) -> int | None:
        """Which block is this segment's, or None."""
        return next((i for i, laid in enumerate(self.laid) if laid.block.item_id == item_id), None)

    def block_at(self, y: float) -> int:
        """Which block is at a height (the nearest one; 0 without text)."""
        return max(0, bisect_right(self.tops, y) - 1)

    def start_of(self, index: int) -> float:
        """The height at which reading a block begins."""
        return self.tops[index] + self.laid[index].first

    def end_of(self, index: int) -> float:
        """The height at which reading a block ends."""
        return self.tops[index] + self.laid[index].last

    def place(self, y: float) -> Place | None:
        """The place at a height; None without text."""
        if not self.laid:
            return None
        index = self.block_at(y)
        laid = self.laid[index]
        row = laid.rows[laid.row_at(y - self.tops[index])]
        share = (y - self.tops[index] - row.top) / row.height
        return Place(laid.block.item_id, row.start, share, row.end - row.start)

    def find(self, place: Place, was: str | None = None) -> float | None:
        """The height of a place; ``was`` is the text of its block when it was taken, if that has changed since.
        None where the block is gone."""
        index = self.index(place.item_id)
        if index is None:
            return None
        laid = self.laid[index]
        character = place.read if was is None else map_offset(was, laid.text, place.read)
        row = laid.rows[laid.row_of(character)]
        return self.tops[index] + row.top + place.share * row.height

    def character_at(self, y: float) -> tuple[str, float] | None:
        """The place at a height as a part of the text, even between rows: the item and how many of its characters
        are above it. None without text."""
        if not self.laid:
            return None
        index = self.block_at(y)
        laid = self.laid[index]
        number = laid.row_at(y - self.tops[index])
        row, end = laid.rows[number], self._row_end(laid, number)
        share = min(1.0, max(0.0, (y - self.tops[index] - row.top) / (end - row.top)))
        return laid.block.item_id, row.start + share * (row.end - row.start)

    def height_of(self, item_id: str, character: float) -> float | None:
        """The height of what :meth:`character_at` told; None where the block is gone."""
        index = self.index(item_id)
        if index is None:
            return None
        laid = self.laid[index]
        number = laid.row_of(character)
        row, end = laid.rows[number], self._row_end(laid, number)
        share = min(1.0, max(0.0, (character - row.start) / max(1, row.end - row.start)))
        return self.tops[index] + row.top + share * (end - row.top)

    def _row_end(self, laid: LaidBlock, number: int) -> float:
        return laid.rows[number + 1].top if number + 1 < len(laid.rows) else laid.height

    def stops(self) -> list[float]:
        """The heights of all lines, in order: where previous and next go."""
        return [top + stop for top, laid in zip(self.tops, self.laid, strict=True) for stop in laid.stops]

    def marks(self) -> list[float]:
        """The heights of all marks, in order."""
        return [top + mark for top, laid in zip(self.tops, self.laid, strict=True) for mark in laid.marks]

    def speed(self, y: float, cpm: float) -> float:
        """Pixels a second at a height, so that a block's spoken characters take their time at ``cpm``."""
        if not self.laid:
            return 0.0
        laid = self.laid[self.block_at(y)]
        if laid.spoken < 1 or cpm <= 0:
            return laid.frame.pitch / 4
        way = laid.last - laid.first + laid.frame.pitch
        return way / (laid.spoken / cpm * 60)

    def spoken_at(self, y: float) -> float:
        """How many characters are said above a height."""
        if not self.laid:
            return 0.0
        index = self.block_at(y)
        return sum(laid.spoken for laid in self.laid[:index]) + self.laid[index].spoken * self._said(index, y)

    def spoken_left(self, y: float, index: int) -> float:
        """How many characters of a block run by until its end stands on the read line, from a height in it."""
        return self.laid[index].spoken * max(0.0, self._said(index, self.end_of(index)) - self._said(index, y))

    def _said(self, index: int, y: float) -> float:
        """The share of a block that is said above a height, as :meth:`speed` runs through it."""
        laid = self.laid[index]
        share = (y - self.start_of(index)) / (laid.last - laid.first + laid.frame.pitch)
        return min(1.0, max(0.0, share))

    def draw(self, painter: QPainter, top: float, height: int, left: int) -> None:
        """Draw the stretch from ``top`` on at sub-pixel places, from tiles alone."""
        base = painter.transform()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, number in self.visible(top, height):
            y = self.tile_top(index, number) - top
            # A pure shift is snapped to whole pixels; the hair of scale makes the raster engine interpolate.
            painter.setTransform(QTransform(1.0, 0, 0, 1.00001, left, y) * base)
            painter.drawPixmap(0, 0, self.tile(index, number))
        painter.setTransform(base)

    def prepare(self, tops: Sequence[float], height: int) -> bool:
        """Render one tile that will soon be seen on a screen that begins at one of ``tops``, or near it; True if
        there was one to render. Tiles far from all of them are let go."""
        wanted = [tile for top in tops for tile in self.visible(top - height / 2, 2 * height)]
        missing = next(((i, n) for i, n in wanted if (id(self.laid[i]), n) not in self._tiles), None)
        if missing is None:
            return False
        self.tile(*missing)
        near = {(id(self.laid[i]), n) for top in tops for i, n in self.visible(top - 2 * height, 5 * height)}
        self._tiles = {key: tile for key, tile in self._tiles.items() if key in near}
        return True

    def visible(self, top: float, height: float) -> list[tuple[int, int]]:
        """The tiles between two heights of the text: each the index of its block and its number there."""
        found = []
        for index in range(self.block_at(top), len(self.laid)):
            start = self.tops[index]
            if start > top + height:
                break
            last = _last_tile(self.laid[index])
            low = max(0, int((top - start) // TILE))
            high = min(last, int((top + height - start) // TILE))
            found += [(index, number) for number in range(low, high + 1)]
        return found

    def tile_top(self, index: int, number: int) -> float:
        """The height of the text at which a tile begins."""
        return self.tops[index] + number * TILE - LAP

    def tile(self, index: int, number: int) -> QPixmap:
        """A tile's picture: painted now where it is not there."""
        laid = self.laid[index]
        key = (id(laid), number)
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._tiles[key] = render_tile(laid, number)
        return tile


def _last_tile(laid: LaidBlock) -> int:
    return int(max(0.0, laid.height - 1) // TILE)


def _sight(laid: LaidBlock, number: int) -> tuple[object, ...]:
    top = number * TILE
    return (min(TILE, round(laid.height) - top), *sight(laid, top - LAP, top + TILE + LAP))


def render_tile(laid: LaidBlock, number: int) -> QPixmap:
    """Paint one tile of a block: opaque, with a little of both neighbours."""
    top = number * TILE
    height = min(TILE, round(laid.height) - top) + 2 * LAP
    width = laid.frame.column + laid.frame.px(8)
    tile = laid.frame.canvas(width, height)
    tile.fill(laid.frame.theme.color("bg"))
    painter = QPainter(tile)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(QRect(0, 0, width, height), Qt.ClipOperation.ReplaceClip)
    painter.translate(laid.frame.px(2), LAP - top)
    paint_block(painter, laid, top - LAP, top + TILE + LAP)
    painter.end()
    return tile
