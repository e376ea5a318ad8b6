"""Texts of several lines in cells of one line: every break, blank line and mark comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.services.sheets.values import line_of, one_line

WORDS = st.text(st.sampled_from("↵甲a1"), max_size=5)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(lambda lines: "\n".join(lines).strip())


@given(TEXTS)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    cell = one_line(text)
    assert len(cell.splitlines()) <= 1
    assert line_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("上半↵下半", "上半\n下半"),
        ("上半 ↵ 下半", "上半\n下半"),
        ("上半\n下半", "上半 下半"),
        ("按↵↵键", "按↵键"),
        ("拿  两\t瓶", "拿 两 瓶"),
        ("拿\u00a05\u3000瓶", "拿\u00a05\u3000瓶"),
        ("\u3000拿\u3000\u3000瓶\u00a0", "拿 瓶"),
    ],
)
def test_what_people_write_into_such_a_cell(cell: str, text: str) -> None:
    assert line_of(cell) == text
