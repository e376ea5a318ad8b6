"""A text that changes while it is read: what is read stays on the read line, and only what looks different is painted
anew. Every character of these texts is there once, so that it can be followed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.script import LineKind
from livedesk.ui.prompter import document
from livedesk.ui.prompter.document import TILE, Document
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.reader import Reader
from tests.integration.prompter_desk import feed

HD = Frame(QSize(1920, 1080))
KINDS = (LineKind.SPEECH, LineKind.ACTION, LineKind.INTERACTION, LineKind.PRICE)
Shape = list[list[tuple[LineKind, int]]]
shapes = st.lists(
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 70)), min_size=1, max_size=6), min_size=1, max_size=4
)


def unique(shape: Shape) -> tuple[PromptBlock, ...]:
    at = 0x4E00
    blocks = []
    for number, lines in enumerate(shape):
        made = []
        for kind, length in lines:
            made.append(PromptLine(kind, "".join(map(chr, range(at, at + length)))))
            at += length
        blocks.append(PromptBlock(f"s{number}", f"环节 {number}", tuple(made)))
    return tuple(blocks)


@st.composite
def edits(draw: st.DrawFn, blocks: tuple[PromptBlock, ...]) -> tuple[PromptBlock, ...]:
    """Some edits anywhere: words put in or taken out, lines and segments added or removed, kinds changed."""
    made = list(blocks)
    for number in range(draw(st.integers(1, 5))):
        which = draw(st.integers(0, len(made) - 1))
        lines = list(made[which].lines)
        at = draw(st.integers(0, len(lines)))
        fresh = "新" * draw(st.integers(1, 40))
        deed = draw(st.sampled_from(("add", "remove", "insert", "cut", "kind", "segment")))
        if deed == "segment":
            made.insert(which, PromptBlock(f"n{number}", "新环节", (PromptLine(LineKind.SPEECH, fresh),)))
            continue
        if deed == "add" or at == len(lines):
            lines.insert(at, PromptLine(LineKind.SPEECH, fresh))
        elif deed == "remove":
            del lines[at]
        elif deed == "kind":
            lines[at] = replace(lines[at], kind=draw(st.sampled_from(KINDS)))
        else:
            text = lines[at].text
            place = draw(st.integers(0, len(text)))
            rest = text[place:] if deed == "insert" else text[place + draw(st.integers(1, 30)) :]
            lines[at] = replace(lines[at], text=text[:place] + (fresh if deed == "insert" else "") + rest)
        made[which] = replace(made[which], lines=tuple(lines))
    return tuple(made)


@settings(deadline=None, max_examples=200)
@given(st.data(), shapes, st.floats(0, 1), st.floats(0, 30))
def test_an_edit_anywhere_keeps_the_character_on_the_read_line(
    family: str, data: st.DataObject, shape: Shape, share: float, t: float
) -> None:
    blocks = unique(shape)
    reader = Reader(HD, family)
    reader.take(feed(1, "s0", blocks=blocks), 0.0)
    texts = reader.document
    reader.hold_or_run(0.0)
    reader.nudge(0.0, share * texts.height / HD.pitch)
    before = texts.place(reader.motion.base(t))
    assert before is not None
    read = "".join(line.text for block in blocks if block.item_id == before.item_id for line in block.lines)
    character = read[before.read]
    changed = data.draw(edits(blocks))
    reader.take(feed(2, "s0", blocks=changed), t)
    laid = texts.laid[texts.index(before.item_id) or 0]
    assert laid.block.item_id == before.item_id
    if character in laid.text:
        row = laid.rows[laid.row_of(laid.text.index(character))]
        top = texts.tops[texts.laid.index(laid)] + row.top
        assert reader.motion.base(t) - top == pytest.approx(before.share * row.height, abs=1e-6)
    assert reader.motion.offset == 0 or reader.motion.moved_at == 0, "no glide shows that the ground moved"


@settings(deadline=None)
@given(shapes, st.floats(0, 1))
def test_a_place_between_rows_is_a_part_of_the_text_and_back(family: str, shape: Shape, share: float) -> None:
    made = Document(HD, family)
    made.update(unique(shape))
    y = share * made.height
    found = made.character_at(y)
    assert found is not None
    item, character = found
    index = made.index(item)
    assert index is not None
    laid = made.laid[index]
    assert 0 <= character <= len(laid.text)
    assert made.height_of(item, character) == pytest.approx(max(y, made.tops[index] + laid.rows[0].top), abs=1e-6)
    assert made.height_of("gone", character) is None
    further = made.character_at(y + 10)
    assert further is not None
    assert further[0] != item or further[1] >= character


# What is painted


def picture(made: Document, top: float) -> bytes:
    image = QImage(1500, 1080, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    made.draw(painter, top, 1080, 96)
    painter.end()
    return bytes(image.constBits())


@settings(deadline=None, max_examples=40)
@given(st.data(), shapes)
def test_tiles_that_stay_show_what_new_ones_would(family: str, data: st.DataObject, shape: Shape) -> None:
    blocks = unique(shape)
    changed = data.draw(edits(blocks))
    kept, fresh = Document(HD, family), Document(HD, family)
    kept.update(blocks)
    for top in range(0, round(kept.height), 1080):
        picture(kept, top)
    kept.update(changed)
    fresh.update(changed)
    for top in range(0, round(fresh.height), 1080):
        one, two = picture(kept, top), picture(fresh, top)
        # Qt draws a glyph's edges a little otherwise the first time; a glyph too many or too few is far brighter.
        assert one == two or max(abs(a - b) for a, b in zip(one[::3], two[::3], strict=True)) < 100


@pytest.mark.parametrize("at", [0, 11, 23])
def test_a_price_paints_the_tiles_of_its_rows_alone(family: str, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    def block(price: str) -> PromptBlock:
        lines = [PromptLine(LineKind.SPEECH, f"第 {n} 句，慢慢念，不要着急。") for n in range(24)]
        lines[at] = PromptLine(LineKind.SPEECH, f"今天只要{price}元，抓紧拍。", prices=((4, 4 + len(price)),))
        return PromptBlock("a", "环节", tuple(lines))

    made = Document(HD, family)
    made.update((block("129"),))
    for top in range(0, round(made.height), 1080):
        picture(made, top)
    painted: list[int] = []
    real = document.render_tile
    monkeypatch.setattr(document, "render_tile", lambda laid, number: painted.append(number) or real(laid, number))
    made.update((block("99"),))
    row = made.laid[0].rows[at]
    for top in range(0, round(made.height), 1080):
        picture(made, top)
    assert painted
    assert set(painted) <= {int((row.top - 20) // TILE), int((row.top + row.height + 20) // TILE)}
