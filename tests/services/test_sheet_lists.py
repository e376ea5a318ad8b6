"""Lists in one cell: what is written is read back, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.rundown import ConsoleAction
from livedesk.services.sheets.cues import cue_text, parse_cues
from livedesk.services.sheets.lists import IDS, POINTS, WORDS, join_list, split_list

texts = st.text(st.sampled_from("甲乙3号「」【】改价；;、，, +秒后1\n\t"), min_size=1, max_size=10)
bare_texts = texts.map(str.strip).filter(bool)


@given(st.lists(texts), st.sampled_from([POINTS, WORDS, IDS]))
def test_every_list_is_read_back(parts: list[str], separators: str) -> None:
    assert split_list(join_list(parts, separators), separators) == tuple(parts)


@given(st.lists(st.tuples(st.sampled_from(ConsoleAction), bare_texts, st.integers(0, 7_200_000)), max_size=4))
def test_all_cues_of_a_cell_are_read_back(cues: list[tuple[ConsoleAction, str, int]]) -> None:
    read = parse_cues("\n".join(cue_text(*cue) for cue in cues))
    assert [(cue.action, cue.text, cue.offset_ms) for cue in read] == cues


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("最好、第一，国家级", ("最好", "第一", "国家级")),
        ("「最好，没有之一」、第一", ("最好，没有之一", "第一")),
        ("别说「最好、第一」\n国家级", ("别说「最好、第一」", "国家级")),
        ("「没有合上、第一", ("「没有合上", "第一")),
        ("；、 \n", ()),
    ],
)
def test_a_persons_list_is_read_as_meant(cell: str, parts: tuple[str, ...]) -> None:
    assert split_list(cell, WORDS) == parts
