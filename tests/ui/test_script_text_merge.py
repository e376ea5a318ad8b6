"""Two people write one script: the text that is shown takes the other's change in, and nothing else of it moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.script import LineKind, parse_script, script_text
from livedesk.ui.workspaces.script.text_lines import shape, with_kind, with_speaker
from livedesk.ui.workspaces.script.text_merge import merged, patched, patches
from livedesk.ui.workspaces.script.text_units import to_characters, to_units

ROWS = st.sampled_from(
    [
        "",
        "一",
        "二",
        "  三 ",
        "【动作】拿起",
        "【动作】 拿起",
        "助播：好",
        "【结尾】",
        "【开头】",
        "【正文】",
        "{{库存}}",
        "😀 四",
    ]
)
TEXTS = st.lists(ROWS, max_size=7).map("\n".join)


@given(TEXTS, TEXTS)
def test_a_patched_text_reads_as_wanted(text: str, other: str) -> None:
    wanted = parse_script(other)
    made = patches(text, wanted)
    assert parse_script(patched(text, made)) == wanted
    assert all(one.end <= two.start for one, two in pairwise(made))


@given(TEXTS)
def test_what_reads_the_same_is_left_alone(text: str) -> None:
    assert patches(text, parse_script(text)) == ()


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ("一\n\n二\n", "一\n\n二二", "一\n\n二二\n"),
        ("一\n\n二\n", "一\n二", "一\n二\n"),
        ("\n一\n二\n", "一\n\n二", "\n一\n\n二\n"),
        ("一\n\n二\n\n三", "一\n\n三", "一\n\n三"),
        ("一\n\n【结尾】\n\n二", "一\n\n【结尾】\n\n二二", "一\n\n【结尾】\n\n二二"),
        ("一\n二", "一", "一"),
        ("一", "零\n一", "零\n一"),
        ("一\n\n", "一\n二", "一\n二\n\n"),
        ("一\n二", "一\n【结尾】\n二", "一\n【结尾】\n二"),
        ("一\n【结尾】\n二", "一\n二", "一\n二"),
        ("【开头】\n一", "【开头】\n一一", "【开头】\n一一"),
        ("", "一\n二", "一\n二"),
        ("一", "", ""),
    ],
)
def test_only_what_differs_is_exchanged(text: str, wanted: str, shown: str) -> None:
    assert patched(text, patches(text, parse_script(wanted))) == shown


def test_a_change_in_a_line_touches_no_more_than_its_letters() -> None:
    (patch,) = patches("今天直播间到手\n第二句", parse_script("今天直播间价到手\n第二句"))
    assert (patch.start, patch.end, patch.text) == (5, 5, "价")


@given(TEXTS, TEXTS)
def test_one_side_alone_wins(base: str, other: str) -> None:
    before, after = parse_script(base), parse_script(other)
    assert merged(before, after, before) == after
    assert merged(before, before, after) == after


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("一\n二\n三", "一甲\n二\n三", "一\n二\n三乙", "一甲\n二\n三乙"),
        ("一\n二\n三", "零\n一\n二\n三", "一\n二", "零\n一\n二"),
        ("一\n二\n三", "一\n二甲\n三", "一\n二乙\n三", None),
        ("一\n二", "一\n二\n甲", "一\n二\n乙", None),
        ("一\n二\n三", "一\n三", "一\n二乙\n三", None),
    ],
)
def test_both_changes_survive_or_a_person_is_asked(base: str, mine: str, theirs: str, both: str | None) -> None:
    found = merged(parse_script(base), parse_script(mine), parse_script(theirs))
    assert found == (None if both is None else parse_script(both))


@pytest.mark.parametrize(
    ("line", "mark", "said"),
    [
        ("【动作】 助播：拿起", "【动作】", "拿起"),
        ("  【互动】扣 1", "【互动】", "扣 1"),
        ("助播：好", "", "好"),
        ("【没有】的", "", "【没有】的"),
        ("普通 ", "", "普通 "),
        ("【动作】", "【动作】", ""),
    ],
)
def test_the_shape_of_a_line(line: str, mark: str, said: str) -> None:
    found = shape(line)
    assert line[found.mark_start : found.mark_end] == mark
    assert line[found.text_start :] == said


@given(st.lists(ROWS, min_size=1, max_size=4), st.sampled_from(list(LineKind)))
def test_a_kind_is_set_and_taken_back(rows: list[str], kind: LineKind) -> None:
    def kinds(lines: list[str]) -> set[LineKind]:
        return {shape(line).kind for line in lines if shape(line).heading is None and not shape(line).blank}

    once = with_kind(rows, kind)
    if kinds(rows) != {kind}:
        assert kinds(once) <= {kind}
    twice = with_kind(once, kind)
    assert kinds(twice) <= {kind, LineKind.SPEECH}
    words = [script_text(parse_script(row)) for row in with_kind(rows, LineKind.SPEECH)]
    assert [script_text(parse_script(row)) for row in with_kind(twice, LineKind.SPEECH)] == words


def test_the_co_host_takes_lines_over_and_gives_them_back() -> None:
    assert with_speaker(["一", "【互动】二", ""], "助播") == ["助播：一", "【互动】助播：二", "助播："]
    assert with_speaker(["助播：一", "【互动】助播：二", "助播："], "助播") == ["一", "【互动】二", ""]
    assert with_speaker(["【结尾】"], "助播") == ["【结尾】"]


@given(st.text(alphabet="a价😀", max_size=12))
def test_units_and_characters(text: str) -> None:
    for at in range(len(text) + 1):
        assert to_characters(text, to_units(text, at)) == at
