"""What is typed finds what is meant: words in any order, parts of words, and Chinese by its initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.ui.palette_match import SHOWN, Matcher, best, fold, forms

TITLES = st.text(alphabet="abc 上下架商品 12F+", min_size=1, max_size=24).filter(
    lambda text: bool(fold(text).split())
)


@given(TITLES, st.data())
def test_the_words_of_a_title_find_it_in_any_order(title: str, data: st.DataObject) -> None:
    words = data.draw(st.permutations(title.split()))
    assert Matcher(" ".join(words)).score(title)
    assert Matcher(" ".join(words)).score("", title) <= Matcher(" ".join(words)).score(title)


@given(st.text(max_size=12), st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_nothing_typed_can_break_it(query: str, texts: list[str]) -> None:
    assert Matcher(query).score(*texts) >= 0


@given(st.lists(TITLES, max_size=80), st.text(alphabet="ab 上1", max_size=4))
def test_the_best_are_those_of_the_whole_list_in_order(titles: list[str], query: str) -> None:
    found = best(query, titles, lambda title: (title,))
    matcher = Matcher(query)
    every = sorted((title for title in titles if matcher.score(title)), key=lambda title: -matcher.score(title))
    assert found == (titles if matcher.empty else every)[:SHOWN]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("qp", "全屏"),
        ("dktcq", "打开提词器"),
        ("fs", "Full screen"),
        ("prmpt", "Open the prompter"),
        ("scr full", "Full screen"),
        ("全", "全屏"),
        ("提器", "打开提词器"),
        ("ＦＵＬＬ", "Full screen"),
        ("07", "Go to segment 07"),
        ("go", "&GO"),
    ],
)
def test_found(query: str, title: str) -> None:
    assert Matcher(query).score(title)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("gp", "全屏"),
        ("ulscr", "Full screen"),
        ("full stop", "Full screen"),
        ("ncl", "Full screen"),
        ("屏全", "全屏"),
    ],
)
def test_not_found(query: str, title: str) -> None:
    assert Matcher(query).score(title) == 0


def test_the_nearer_stands_first() -> None:
    titles = ["Standby plan 1", "The plan in print", "Airplane", "Plan", "Planning", "Pylon ant"]
    assert best("plan", titles, lambda title: (title,)) == [
        "Plan",
        "Planning",
        "Standby plan 1",
        "The plan in print",
        "Airplane",
        "Pylon ant",
    ]


def test_words_as_they_were_typed_stand_before_the_same_apart() -> None:
    titles = ["Plan the next standby", "Call the standby plan"]
    assert best("standby plan", titles, lambda title: (title,))[0] == "Call the standby plan"


def test_the_title_counts_more_than_what_stands_beside_it() -> None:
    rows = [("Redo", "Undo"), ("Undo", "The show")]
    assert best("undo", rows, lambda row: row)[0][0] == "Undo"


def test_initials_are_those_of_the_pinyin_and_leave_the_rest() -> None:
    assert forms("秒杀倒计时 X2 → 讲解") == ("秒杀倒计时 x2 → 讲解", "msdjs x2 → jj")
    assert forms("Go to Segment 07")[1] == "gts0"


def test_a_text_that_repeats_itself_is_answered_at_once() -> None:
    # A pattern that tried every way would not come back from this.
    assert Matcher("哈" * 40 + "x").score("哈" * 4_000) == 0
    assert Matcher("a" * 40 + "x").score("a " * 2_000) == 0
