"""Whose lines are on the screen: all, one speaker's alone, or the others' dim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.prompt_look import PromptLook, Voices
from livedesk.domain.script import LineKind
from livedesk.ui.prompter.document import Document
from livedesk.ui.prompter.layout import LaidBlock, lay_out, paint_block
from livedesk.ui.prompter.look import Frame

HD = QSize(1920, 1080)
CO = "助播"
BLOCK = PromptBlock(
    "a",
    "环节",
    (
        PromptLine(LineKind.SPEECH, "这一支一按就化，今天只要一百二十九。", prices=((11, 17),)),
        PromptLine(LineKind.INTERACTION, "扣一的宝宝我看到了。", CO),
        PromptLine(LineKind.SPEECH, "库存还有三百单。", CO),
        PromptLine(LineKind.ACTION, "拿起样品"),
        PromptLine(LineKind.SPEECH, "我们抓紧拍。", "主播"),
    ),
)


def laid(voices: Voices, speaker: str = "", block: PromptBlock = BLOCK) -> tuple[Frame, LaidBlock]:
    frame = Frame(HD, look=PromptLook(voices=voices, speaker=speaker))
    return frame, lay_out(block, frame, "Noto Sans SC")


def texts(made: LaidBlock) -> list[str]:
    return [made.text[row.start : row.end] for row in made.rows]


@pytest.mark.usefixtures("family")
def test_lines_of_one_alone_keep_the_places_of_the_whole() -> None:
    everything = laid(Voices.ALL)[1]
    host, co = laid(Voices.ALONE)[1], laid(Voices.ALONE, CO)[1]
    assert [line.line.text for line in host.lines] == [BLOCK.lines[n].text for n in (0, 3, 4)]
    assert texts(co) == ["扣一的宝宝我看到了。", "库存还有三百单。"]
    assert host.text == co.text == everything.text
    assert (host.spoken + co.spoken, everything.spoken) == (everything.spoken, everything.spoken)
    assert host.height < everything.height
    assert len(everything.marks) == 2
    assert (len(host.marks), len(co.marks)) == (1, 1)
    assert co.marks == [co.rows[0].middle]


def test_a_place_survives_that_others_come_and_go(family: str) -> None:
    whole = Document(Frame(HD), family)
    whole.update((BLOCK,))
    here = whole.place(whole.laid[0].rows[-1].middle)
    assert here is not None
    whole.resize(Frame(HD, look=PromptLook(voices=Voices.ALONE)))
    found = whole.find(here)
    assert found == whole.laid[0].rows[-1].middle
    whole.resize(Frame(HD))
    assert whole.place(whole.find(here) or 0.0) == here


def test_a_segment_without_a_line_of_the_speaker_shows_its_title(family: str) -> None:
    made = laid(Voices.ALONE, "主播三")[1]
    assert (made.lines, len(made.rows), made.spoken, made.marks) == ([], 1, 0, [])
    assert painted(made, 84, 190) > 0


@pytest.mark.usefixtures("family")
def test_the_others_stand_back_with_all_their_rows() -> None:
    plain, dimmed = laid(Voices.ALL)[1], laid(Voices.DIMMED)[1]
    assert dimmed.rows == plain.rows
    first, co = plain.rows[0], plain.rows[1]
    assert painted(dimmed, first.top, first.top + first.height) == painted(
        plain, first.top, first.top + first.height
    )
    assert painted(dimmed, co.top, co.top + co.height) < painted(plain, co.top, co.top + co.height)
    other = laid(Voices.DIMMED, CO)[1]
    assert painted(other, co.top, co.top + co.height) == painted(plain, co.top, co.top + co.height)
    assert painted(other, first.top, first.top + first.height) < painted(
        plain, first.top, first.top + first.height
    )


def painted(made: LaidBlock, top: float, bottom: float) -> int:
    """How much light a stretch of a block gives."""
    image = QImage(1500, round(made.height), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_block(painter, made, 0, made.height)
    painter.end()
    rows = range(round(top), round(bottom), 3)
    return sum(image.pixelColor(x, y).lightness() for y in rows for x in range(0, 1500, 3))


lines = st.lists(
    st.builds(
        PromptLine,
        st.sampled_from((LineKind.SPEECH, LineKind.ACTION, LineKind.PRICE)),
        st.text(alphabet="神经酰胺，。抓紧拍 A1", min_size=1, max_size=60),
        st.sampled_from(("", "主播", CO, "主播二")),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(lines, st.sampled_from(Voices), st.sampled_from(("", CO, "主播二")))
def test_rows_are_in_order_and_hold_what_is_shown(
    family: str, lines: list[PromptLine], voices: Voices, speaker: str
) -> None:
    frame, made = laid(voices, speaker, PromptBlock("a", "t", tuple(lines)))
    shown = [line.text for line in lines if frame.look.shows(line.speaker)]
    assert "".join(texts(made)) == "".join(shown)
    ends = [place for row in made.rows for place in (row.start, row.end)]
    assert ends == sorted(ends)
