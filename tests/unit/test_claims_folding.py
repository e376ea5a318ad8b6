"""Reading through disguises without losing the place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.claim_cues import cues
from livedesk.domain.claim_spelling import Sound, spelled, with_parts
from livedesk.domain.folding import fold, plain, squeeze

DENSE = st.text(alphabet="最亻圭氐女子力口vV❤️\u20e3 ·,，。1２9.-全🔥網", max_size=40)


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("ＶＸ", "vx"),
        ("全 网·最*低", "全网最低"),
        ("最亻圭", "最佳"),
        ("最女子", "最好"),
        ("女子", "女子"),
        ("全，网，最，低的", "全网最低的"),
        ("好，网，低价的", "好网低价的"),
        ("好，低价", "好,低价"),
        ("苹果、梨、桃", "苹果、梨、桃"),
        ("❤加🔥V", "加v"),
        ("1️⃣号", "1号"),
        ("9.9-19.9", "9.9-19.9"),
        ("no. 1", "no1"),
    ],
)
def test_spellings_are_read_alike(text: str, same_as: str) -> None:
    assert plain(text) == same_as


@given(st.text(max_size=80) | DENSE)
def test_folding_keeps_the_length_and_may_be_repeated(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80) | DENSE)
def test_every_place_of_the_squeezed_text_is_a_place_of_the_line(text: str) -> None:
    squeezed = squeeze(text)
    last = 0
    for at, character in enumerate(squeezed.text):
        start, end = squeezed.start(at), squeezed.end(at + 1)
        assert last <= start < end <= len(text)
        assert fold(text)[start] == character or end - start == 2
        last = end


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("全网最低", [("全", "网")]),
        ("最好|第一名", [("最", "好"), ("名", "第")]),
        ("(?:加|jia)v?信", [("信", "加j")]),
        ("[加家]{1,2}群", [("群", "加家")]),
        ("(?:很|非常)?低", [("低", "")]),
        ("a{0,3}低", [("低", "")]),
        ("(?=最)低", [("低", "")]),
        ("(?<!不)(?P<it>低)价", [("低", "价")]),
        (r"\d+[^,]低?", [("", "")]),
        (r"\+薇", [("+", "薇")]),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, needed: list[tuple[str, str]]) -> None:
    expected = tuple(tuple(map(frozenset, pair)) for pair in needed)
    assert sorted(map(repr, cues(pattern))) == sorted(map(repr, expected)) or cues(pattern) == expected


SOUNDS = {"最": Sound(rare=("蕞", "zui"), common=("醉",)), "低": Sound(common=("底",))}


@pytest.mark.parametrize(
    ("word", "spelling", "meant"),
    [
        ("最低价", "醉低价", True),
        ("最低价", "zui底价", True),
        ("最低", "zui低", True),
        ("最低", "醉低", False),
        ("最低", "最底", False),
        ("加+最", "加加最", False),
    ],
)
def test_a_common_character_stands_in_for_another_in_a_long_word_only(
    word: str, spelling: str, meant: bool
) -> None:
    assert bool(re.fullmatch(spelled(word, SOUNDS), spelling)) is meant


def test_parts_of_a_pattern_are_filled_in() -> None:
    pattern = with_parts("{谁}的{最}低{1,2}", {"谁": "我|{家}", "家": "我们家"}, SOUNDS)
    assert re.fullmatch(pattern, "我们家的蕞低低")
    assert re.fullmatch(pattern, "我的醉低")
    assert not re.fullmatch(pattern, "他的蕞低")
    with pytest.raises(KeyError):
        with_parts("{无}", {}, SOUNDS)
