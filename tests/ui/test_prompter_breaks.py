"""Where rows of reading text end: marks, words, figures and emoji, in texts as scripts have them and in any other."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from livedesk.domain.prompt import PromptBlock, PromptLine
from livedesk.domain.prompt_look import PromptLook
from livedesk.domain.script import LineKind
from livedesk.ui.prompter.breaks import NOT_FIRST, NOT_LAST, Breaks, characters, may_part, units
from livedesk.ui.prompter.layout import lay_out
from livedesk.ui.prompter.look import Frame

WORDS = ("神经酰胺", "换季", "这一支", "敏感肌也可以放心用", "抓紧拍", "到手", "只要", "看一下一号链接")
CLOSED = (
    "，",
    "。",
    "！",
    "？",
    "、",
    "：",
    "；",
    "……",
    "——",
    "～",
    "！！！",
    "% ",
    " ，",
    "”",
    "》",
    "）。",
    "·",
)
OPENED = ("“", "《", "（", "【", "「", "￥", "“‘")
WHOLE = (
    "¥1,299", "50ml", "SPF50", "3.5%", "Ceramide", "￥99.9", "9:30", "2026", "don't", "100元", "A4", "20℃", "No.1",
)  # fmt: skip
EMOJI = ("👍🏽", "👨‍👩‍👧‍👦", "🇨🇳", "🇨🇳🇺🇸", "❤️", "😀", "1️⃣", "👩🏻‍⚕️")
scripts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("", *CLOSED, *OPENED, *WHOLE, *EMOJI))),
    min_size=3,
    max_size=40,
).map(lambda parts: "".join(word + other for word, other in parts) + "讲完")
widths = st.integers(800, 1920)


def ends(text: str, width: int, family: str, size: int = 100) -> list[int]:
    frame = Frame(QSize(width, 1080), look=PromptLook(size=size))
    laid = lay_out(PromptBlock("a", "t", (PromptLine(LineKind.SPEECH, text),)), frame, family)
    assert (laid.rows[0].start, laid.rows[-1].end) == (0, len(text))
    assert [row.start for row in laid.rows[1:]] == [row.end for row in laid.rows[:-1]]
    return [row.end for row in laid.rows[:-1]]


@settings(deadline=None, max_examples=300)
@given(scripts, widths)
@example("到手只要，¥1,299 ，换季抓紧拍·神经酰胺", 900)
def test_marks_stand_where_they_may(family: str, text: str, width: int) -> None:
    for at in ends(text, width, family):
        shown = f"{text[:at]}|{text[at:]}"
        assert text[at] not in NOT_FIRST, shown
        assert text[:at].rstrip()[-1] not in NOT_LAST, shown
        assert text[at - 1 : at + 1] not in ("——", "……"), shown


@settings(deadline=None, max_examples=300)
@given(scripts, widths)
def test_words_and_figures_stay_whole(family: str, text: str, width: int) -> None:
    inner = {at for found in re.finditer("|".join(map(re.escape, WHOLE)), text) for at in _within(found.span())}
    assert not inner & set(ends(text, width, family))


def _within(span: tuple[int, int]) -> range:
    return range(span[0] + 1, span[1])


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from((*WORDS, *EMOJI, *EMOJI)), min_size=5, max_size=60), widths)
def test_an_emoji_is_never_split(family: str, parts: list[str], width: int) -> None:
    inner = set()
    at = 0
    for part in parts:
        # Two flags are one part here: between them a row may end.
        inner |= {at + n for n in range(1, len(part))} if part in EMOJI else set()
        inner -= {at + 2} if part == "🇨🇳🇺🇸" else set()
        at += len(part)
    assert not inner & set(ends("".join(parts), width, family))


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=120), widths, st.sampled_from((50, 100, 250)))
def test_any_text_is_laid_out_whole(family: str, text: str, width: int, size: int) -> None:
    line = text.replace("\n", " ").replace("\r", " ").replace("\u2028", " ").replace("\u2029", " ")
    for at in ends(line, width, family, size):
        assert 0 < at < len(line)


def test_what_is_wider_than_a_row_is_torn_between_its_parts(family: str) -> None:
    text = "SPF50" * 2 + "¥1299" * 12
    for at in ends(text, 900, family):
        assert text[at] == "¥"


@given(st.text(max_size=60), st.data())
def test_units_and_characters_are_two_counts_of_one_place(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert characters(text, units(text[:at])) == at


@given(st.text(min_size=2, max_size=40), st.data())
def test_a_better_end_is_within_the_row(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Breaks(text).end_of(start, end)
    assert start < found <= end
    assert found == end or may_part(text, found)
