"""Find and replace: places are right, replacing all is replacing one after the other, and no pattern hangs."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.edits import Batch, SpliceScript, apply
from livedesk.domain.errors import UserError
from livedesk.domain.find import Query, Span, find_in, replaced, replaced_at
from livedesk.domain.find_pattern import longest_line
from livedesk.domain.find_show import Hit, Where, find_all, replace_all
from livedesk.domain.rundown import Segment, SegmentKind, Show, Standby
from livedesk.domain.script import Script, parse_script, script_text
from tests.unit import shows as small

TEXTS = st.text(alphabet="ab B1价 {}【】\n😀", max_size=40)
WORDS = st.text(alphabet="abB1价{}😀", min_size=1, max_size=3)
QUERIES = st.builds(Query, WORDS, st.booleans(), st.booleans())
PATTERNS = st.sampled_from(
    [r"a+", r"[ab]", r"b?a", r"a*", r"^a", r"价$", r"(a)(b)?", r"\{\{.*?\}\}", r"\d+", r"a|b"]
).map(lambda words: Query(words, pattern=True))


@given(TEXTS, QUERIES | PATTERNS)
def test_places_are_in_order_apart_and_hold_what_was_looked_for(text: str, query: Query) -> None:
    spans = find_in(text, query)
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for span in spans:
        words = text[span.start : span.end]
        assert "\n" not in words
        if not query.pattern:
            assert words.casefold() == query.words.casefold()
            assert not query.case or words == query.words


@given(TEXTS, WORDS)
def test_nothing_is_overlooked(text: str, words: str) -> None:
    assert len(find_in(text, Query(words, case=True))) == text.count(words)


LOOSE = st.builds(Query, WORDS, st.booleans())
"""Whether a word is a whole one depends on what was put beside it."""


@given(TEXTS, LOOSE | PATTERNS, st.text(alphabet="xa价", max_size=3))
def test_replacing_all_is_replacing_one_after_the_other(text: str, query: Query, by: str) -> None:
    every, count = replaced(text, query, by)
    spans = find_in(text, query)
    assert count == len(spans)
    one = text
    # From the end, so that what is put in makes no new place before those that are left.
    for span in reversed(spans):
        made = replaced_at(one, query, by, span)
        assert made is not None
        one, put = made
        assert one[put.start : put.end] == by
    assert one == every


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("SPF50 spf SPFX", Query("spf", whole=True), ["spf"]),
        ("买SPF吧 SPF", Query("SPF", whole=True), ["SPF", "SPF"]),
        ("到手价到手", Query("到手", whole=True), ["到手", "到手"]),
        ("Serum serum", Query("serum", case=True), ["serum"]),
        ("现在 {{直播价}}", Query("{{直播价}}"), ["{{直播价}}"]),
        ("a.b axb", Query("a.b"), ["a.b"]),
        ("129元 99元", Query(r"\d+元", pattern=True), ["129元", "99元"]),
        ("一\n二\n三", Query(r"^.$", pattern=True), ["一", "二", "三"]),
        ("", Query("x"), []),
        ("abc", Query(""), []),
    ],
)
def test_what_is_found(text: str, query: Query, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_in(text, query)] == found


def test_groups_of_a_pattern_go_into_the_replacement() -> None:
    assert replaced("129元 99元", Query(r"(\d+)元", pattern=True), r"¥\1") == ("¥129 ¥99", 2)
    assert replaced("a\\1", Query("a"), r"\1") == (r"\1\1", 1)


def test_a_place_that_is_gone_is_not_replaced() -> None:
    assert replaced_at("abc", Query("x"), "y", Span(0, 1)) is None
    assert replaced_at("abc", Query("b"), "y", Span(0, 1)) is None


@pytest.mark.parametrize("pattern", ["(", "[", "a**", "*", r"\8", "(?P<n>a)(?P<n>b)", "a{99999999999}"])
def test_a_bad_pattern_says_where(pattern: str) -> None:
    with pytest.raises(UserError) as told:
        find_in("abc", Query(pattern, pattern=True))
    assert told.value.code == "find.bad_pattern"
    assert told.value.params["reason"]


def test_a_bad_replacement_is_told() -> None:
    with pytest.raises(UserError) as told:
        replaced("abc", Query("b", pattern=True), r"\2")
    assert told.value.code == "find.bad_replacement"


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|aa)+b",
        "(.*)*x",
        "((a?)b*)*",
        "(?:a+){20}b",
        ".*.*.*.*x",
        "([ab]+)*c",
        "a" * 201,
        r"(\w+\s?)*$",
    ],
)
def test_a_pattern_that_could_hang_is_refused(pattern: str) -> None:
    with pytest.raises(UserError) as told:
        find_in("a" * 60, Query(pattern, pattern=True))
    assert told.value.code == "find.slow_pattern"


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\d+)元.*?(\d+)元",
        r"(?:第)?一",
        r"【.+?】",
        "(a|b)c",
        "[^a]+",
        r"(ab)+",
        r"x{2,3}",
        r"\(a+\)+",
        "(a{2})?b",
        "[)(+]",
    ],
)
def test_a_pattern_of_everyday_is_taken(pattern: str) -> None:
    find_in("现在129元，明天199元" * 5, Query(pattern, pattern=True))


def test_a_long_line_and_many_repeats_are_refused() -> None:
    query = Query(".*.*x", pattern=True)
    assert find_in("b" * 800, query) == ()
    with pytest.raises(UserError):
        find_in("b" * 801, query)
    assert longest_line(r"\d+元") > 20_000


@pytest.mark.filterwarnings("ignore::FutureWarning")
@given(st.text(alphabet="ab(|)*+?{2,}[^]\\.dw", max_size=10))
def test_every_pattern_is_answered(pattern: str) -> None:
    code = ""
    try:
        find_in("abba " * 20, Query(pattern, pattern=True))
    except UserError as error:
        code = error.code
    try:
        re.compile(pattern)
    except re.error:
        assert code == "find.bad_pattern"
    else:
        assert code in ("", "find.slow_pattern")


def a_show(*texts: str, standby: str = "") -> Show:
    segments = tuple(
        Segment(f"s{at}", f"第 {at} 项", SegmentKind.TALK, 1_000, script=parse_script(text))
        for at, text in enumerate(texts)
    )
    plans = (Standby("p", "断货", "", script=parse_script(standby)),)
    return small.show("2026-11-25T20:00", *segments, standbys=plans)


def text_of(show: Show, item_id: str) -> str:
    item = show.segment(item_id) or show.standby(item_id)
    return script_text(item.script if item is not None else Script())


LINES = st.lists(st.text(alphabet="ab价 ", min_size=1, max_size=8), max_size=4).map("\n".join)


@given(st.lists(LINES, max_size=4), LINES, QUERIES, st.text(alphabet="xa", max_size=2))
def test_a_whole_show_is_replaced_in_one_edit_that_is_undone_in_one(
    texts: list[str], standby: str, query: Query, by: str
) -> None:
    show = a_show(*texts, standby=standby)
    hits = find_all(show, query)
    edit, count = replace_all(show, query, by)
    assert count == len(hits)
    for hit in hits:
        item = show.segment(hit.item_id)
        title = item.title if item is not None else "断货"
        text = title if hit.where is Where.TITLE else text_of(show, hit.item_id)
        words = text[hit.start : hit.end]
        assert words.casefold() == query.words.casefold()
    if edit is None:
        return
    after, back = apply(show, edit)
    for item_id in [*(segment.id for segment in show.segments), "p"]:
        wanted = replaced(text_of(show, item_id), query, by)[0]
        assert text_of(after, item_id) == script_text(parse_script(wanted))
    assert apply(after, back)[0] == show


def test_what_is_being_written_stands_in_for_its_script() -> None:
    show = a_show("旧", "旧", standby="旧")
    assert find_all(show, Query("旧"), {"s1": "新 旧"}) == (Hit("s0", 0, 1), Hit("s1", 2, 3), Hit("p", 0, 1))
    edit, count = replace_all(show, Query("旧"), "新")
    assert isinstance(edit, Batch)
    assert all(isinstance(one, SpliceScript) for one in edit.edits)
    assert count == 3
