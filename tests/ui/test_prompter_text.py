"""Layout, places and movement of the prompter's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.script import LineKind
from livedesk.ui.prompter.anchor import map_offset
from livedesk.ui.prompter.document import Document, Place
from livedesk.ui.prompter.layout import lay_out, paint_block
from livedesk.ui.prompter.look import Frame
from livedesk.ui.prompter.motion import Motion

FULL = Frame(QSize(1920, 1080))
SMALL = Frame(QSize(1366, 768))
LONG = "换季的时候脸干、起皮、泛红，都是屏障在喊救命，所以这一支我们今天一定要好好讲一讲。"


def line(text: str, kind: LineKind = LineKind.SPEECH, **more: object) -> PromptLine:
    return PromptLine(kind, text, **more)  # type: ignore[arg-type]  # named fields of the line


def block(name: str, *texts: str) -> PromptBlock:
    return PromptBlock(name, f"环节 {name}", tuple(line(text) for text in texts))


@pytest.fixture
def document(family: str) -> Document:
    made = Document(FULL, family)
    made.update((block("a", LONG, "短句。"), block("b", *(LONG for _ in range(5))), block("c", LONG)))
    return made


# Places


@given(st.text(alphabet="甲乙丙1a", max_size=30), st.text(alphabet="甲乙丙1a", max_size=30), st.data())
def test_a_place_in_a_changed_text_is_in_the_text(old: str, new: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(old)))
    assert 0 <= map_offset(old, new, offset) <= len(new)
    assert map_offset(old, old, offset) == offset


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.data())
def test_what_is_the_same_on_both_sides_stays_itself(
    head: str, old: str, new: str, tail: str, data: st.DataObject
) -> None:
    before, after = head + old + tail, head + new + tail
    at = data.draw(st.integers(0, len(head)))
    assert map_offset(before, after, at) == at or at == len(head)
    assert map_offset(before, after, len(before)) == len(after)


def test_an_edit_before_the_read_line_does_not_move_it(document: Document) -> None:
    here = document.place(document.start_of(1) + 2.4 * FULL.pitch)
    assert here is not None
    was = document.laid[1].text
    edited = block("b", "新加在前面的一句。", LONG + "再长一点。", *(LONG for _ in range(4)))
    document.update((document.laid[0].block, edited, document.laid[2].block))
    found = document.find(here, was)
    assert found is not None
    now = document.place(found)
    assert now is not None
    laid = document.laid[1]
    row = laid.rows[laid.row_at(found - document.tops[1])]
    mapped = map_offset(was, laid.text, here.character)
    assert laid.text[mapped : mapped + 3] == was[here.character : here.character + 3] == "一讲。"
    assert row.start <= mapped < row.end
    assert now.share == pytest.approx(here.share)


def test_a_text_above_that_grows_leaves_the_line_at_the_read_line(document: Document) -> None:
    y = document.start_of(1) + 1.3 * FULL.pitch
    within = y - document.tops[1]
    here = document.place(y)
    assert here is not None
    text = document.laid[1].text
    document.update((block("a", LONG, LONG, LONG), *(laid.block for laid in document.laid[1:])))
    found = document.find(here, text)
    assert found is not None
    assert found != pytest.approx(y), "the ground did move"
    assert found - document.tops[1] == pytest.approx(within)


def test_another_size_keeps_the_row_that_is_read(document: Document) -> None:
    here = document.place(document.start_of(1) + 3 * FULL.pitch)
    assert here is not None
    document.resize(SMALL)
    found = document.find(here)
    assert found is not None
    laid = document.laid[1]
    row = laid.rows[laid.row_at(found - document.tops[1])]
    assert row.start <= here.character < row.end


def test_a_block_that_is_gone_has_no_place(document: Document) -> None:
    assert document.find(Place("gone", 0, 0.5)) is None


# Layout


def test_rows_hold_every_character_once_in_order(family: str) -> None:
    laid = lay_out(block("a", LONG, "拍 1 发 3 😀😀 抓紧 No.2026-118 CE", "", LONG), FULL, family)
    assert [row.start for row in laid.rows[1:]] == [row.end for row in laid.rows[:-1]]
    assert (laid.rows[0].start, laid.rows[-1].end) == (0, len(laid.text))
    assert all(one.top + one.height <= two.top + 0.5 for one, two in zip(laid.rows, laid.rows[1:], strict=False))
    assert laid.height > laid.rows[-1].top + laid.rows[-1].height


def test_lines_break_by_the_rules_of_chinese(family: str) -> None:
    for width in range(900, 1921, 60):
        laid = lay_out(block("a", LONG * 2 + "“想要”的扣 CE2026、（福利）。"), Frame(QSize(width, 1080)), family)
        for row in laid.rows[1:]:
            assert laid.text[row.start] not in "，。、！？”）", "no closing mark begins a row"
        for row in laid.rows[:-1]:
            assert laid.text[row.end - 1] not in "“（", "no opening mark ends a row"


def test_words_and_figures_are_not_torn(family: str) -> None:
    for width in range(1000, 1921, 40):
        laid = lay_out(
            block("a", "今天这支修护霜检测编号是 Ceramide 2026 大家记好了再拍"), Frame(QSize(width, 1080)), family
        )
        for row in laid.rows[1:]:
            assert not (laid.text[row.start - 1].isascii() and laid.text[row.start - 1 : row.start + 1].isalnum())


@pytest.mark.parametrize("kind", list(LineKind))
def test_a_line_of_every_kind_is_painted(family: str, kind: LineKind) -> None:
    laid = lay_out(
        PromptBlock("a", "t", (line("欢迎来到直播间", kind), line("一句", kind, speaker="助播"))), FULL, family
    )
    image = QImage(1500, 500, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_block(painter, laid, 0, 500)
    painter.end()
    row = laid.rows[0]
    rows = range(round(row.top), round(row.top + row.height))
    assert any(image.pixelColor(x, y).lightness() > 60 for y in rows for x in range(0, 400, 2))


def test_actions_and_notes_cost_no_reading_time(family: str) -> None:
    plain = lay_out(block("a", "你好 世界"), FULL, family)
    acted = lay_out(PromptBlock("a", "t", (line("你好 世界"), line("拿起产品", LineKind.ACTION))), FULL, family)
    assert plain.spoken == acted.spoken == 4


def test_only_what_changed_is_laid_out_again(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    real = lay_out
    monkeypatch.setattr("livedesk.ui.prompter.document.lay_out", lambda *a: done.append(a[0].item_id) or real(*a))
    blocks = tuple(laid.block for laid in document.laid)
    document.update((blocks[0], block("b", "改过了。"), blocks[2]))
    assert done == ["b"]


def test_a_block_takes_the_time_of_its_characters(document: Document) -> None:
    laid = document.laid[1]
    speed = document.speed(document.start_of(1), 300)
    way = document.end_of(1) - document.start_of(1) + FULL.pitch
    assert way / speed == pytest.approx(laid.spoken / 300 * 60)
    document.resize(SMALL)
    way = document.end_of(1) - document.start_of(1) + SMALL.pitch
    assert way / document.speed(document.start_of(1), 300) == pytest.approx(laid.spoken / 300 * 60)


def test_text_stands_at_parts_of_a_pixel(document: Document) -> None:
    pictures = set()
    for top in (100.0, 100.25, 100.5, 100.75, 101.0):
        image = QImage(1500, 400, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        document.draw(painter, top, 400, 96)
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 5


def test_tiles_meet_without_a_seam(family: str) -> None:
    tall = Document(FULL, family)
    tall.update((block("a", *(LONG for _ in range(12))),))
    image = QImage(1500, 900, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    tall.draw(painter, 200.0, 900, 2)
    painter.end()
    whole = QImage(1500, 900, QImage.Format.Format_RGB32)
    whole.fill(0)
    painter = QPainter(whole)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(2 + FULL.px(2), -200)
    paint_block(painter, tall.laid[0], 0, 2_000)
    painter.end()
    far = 0
    for y in range(900):
        for x in range(0, 1500, 3):
            far = max(far, abs(image.pixelColor(x, y).lightness() - whole.pixelColor(x, y).lightness()))
    assert far < 40


# Movement

times = st.floats(0, 5, allow_nan=False)
speeds = st.floats(-400, 400, allow_nan=False)


@given(speeds, speeds, times, times)
def test_a_change_of_speed_is_no_jump(v0: float, v1: float, first: float, second: float) -> None:
    motion = Motion(y0=100, v0=v0, v1=v0).with_speed(first, v1)
    changed = motion.with_speed(first + second, v0)
    t = first + second
    assert changed.position(t) == pytest.approx(motion.position(t), abs=1e-6)
    assert changed.velocity(t) == pytest.approx(motion.velocity(t), abs=1e-6)


@given(speeds, times, st.floats(-5_000, 5_000))
def test_a_move_glides_and_arrives(v: float, t: float, y: float) -> None:
    motion = Motion(y0=0, v0=v, v1=v)
    moved = motion.moved(t, y)
    assert moved.position(t) == pytest.approx(motion.position(t), abs=1e-6)
    assert moved.position(t + 0.2) == pytest.approx(y + v * 0.2, abs=1e-6)


@given(speeds, times, st.floats(-5_000, 5_000))
def test_ground_that_moves_takes_the_reader_along(v: float, t: float, y: float) -> None:
    motion = Motion(y0=0, v0=0, v1=v, ramp=0.4).moved(t / 2, 50)
    rebased = motion.rebased(t, y)
    assert rebased.position(t) - y == pytest.approx(motion.position(t) - motion.base(t), abs=1e-6)
    assert rebased.velocity(t) == pytest.approx(motion.velocity(t), abs=1e-6)


def test_an_hour_brings_no_drift() -> None:
    motion = Motion(y0=10, t0=1_000, v0=42.5, v1=42.5)
    for t in range(1_000, 4_601, 7):
        motion = motion.rebased(t, motion.base(t))
    assert motion.position(4_600) == pytest.approx(10 + 42.5 * 3_600, abs=1e-3)


def test_standing_still_is_known() -> None:
    motion = Motion(y0=5, v0=30, v1=30).with_speed(1, 0)
    assert not motion.still(1.1)
    assert motion.still(1.5)
    assert not motion.moved(2, 80).still(2.1)
    assert motion.moved(2, 80).still(2.3)
