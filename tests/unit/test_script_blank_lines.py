"""Empty lines between the paragraphs of a script: kept as they were written, and never said."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from livedesk.domain.editing import rewrite
from livedesk.domain.edits import apply
from livedesk.domain.pace import speech
from livedesk.domain.prompting import prompt_block
from livedesk.domain.rundown import Segment, SegmentKind
from livedesk.domain.script import HEADINGS, LineKind, Script, ScriptLine, parse_script, script_text
from livedesk.services.sheets.script_cells import COHOST, script_of, split_script
from tests.unit import shows as small

BLANK = ("", " ", "　")
ROWS = st.sampled_from([*BLANK, "大家好", "【动作】拿起", "【动作】", "助播：好", "【备注】记得", "主播一：来"])
HEADS = st.sampled_from([f"【{name}】" for name in HEADINGS])
TEXTS = st.lists(ROWS | HEADS, max_size=9).map("\n".join)
PLAIN = st.lists(ROWS, max_size=9)


def bare(script: Script) -> Script:
    """The script without its empty lines."""
    return Script(tuple(line for line in script.lines if not line.blank))


def segment(script: Script) -> Segment:
    return Segment("s1", "讲品", SegmentKind.TALK, 60_000, script=script)


@given(TEXTS)
@example("【开头】\n\n【正文】\n\n大家好")
@example("【正文】\n\n大家好")
def test_what_is_read_is_read_back(text: str) -> None:
    script = parse_script(text)
    assert parse_script(script_text(script)) == script
    assert script_text(parse_script(script_text(script))) == script_text(script)


@given(PLAIN)
def test_empty_lines_in_between_stay_and_those_at_the_ends_go(rows: list[str]) -> None:
    written = [row.strip() for row in rows]
    while written and not written[0]:
        written.pop(0)
    while written and not written[-1]:
        written.pop()
    assert script_text(parse_script("\n".join(rows))) == "\n".join(written)


def test_a_part_keeps_the_empty_lines_around_its_heading() -> None:
    text = "大家好\n\n【结尾】\n\n\n再见"
    assert script_text(parse_script(text)) == text


def test_a_mark_or_a_speaker_without_words_is_no_empty_line() -> None:
    assert ScriptLine(LineKind.SPEECH, "").blank
    assert not any(
        line.blank
        for line in (
            ScriptLine(LineKind.ACTION, ""),
            ScriptLine(LineKind.SPEECH, "", COHOST),
            ScriptLine(LineKind.SPEECH, "好"),
        )
    )


@given(TEXTS)
def test_nobody_says_them(text: str) -> None:
    script = parse_script(text)
    own, without = segment(script), segment(bare(script))
    assert speech(own, "主播一", {}) == speech(without, "主播一", {})
    assert prompt_block(own, None) == prompt_block(without, None)


@given(TEXTS, TEXTS)
def test_an_edit_of_them_is_taken_back(text: str, other: str) -> None:
    before, after = parse_script(text), parse_script(other)
    show = small.show("2026-11-25 20:00", segment(before))
    edit = rewrite("s1", before, after)
    if edit is None:
        assert before == after
        return
    changed, back = apply(show, edit)
    assert changed.segments[0].script == after
    assert apply(changed, back)[0] == show


@given(TEXTS)
@example("大家好\n\n助播：好\n\n助播：来")
@example("大家好\n助播：好\n\n助播：来")
def test_two_cells_hold_them(text: str) -> None:
    script = parse_script(text)
    main, cohost = split_script(script)
    assert script_of([main], [cohost]) == script


def test_the_co_host_keeps_a_cell_with_paragraphs() -> None:
    script = parse_script("大家好\n\n今天\n助播：好\n\n助播：来")
    assert split_script(script) == ("大家好\n\n今天", "助播：好\n\n助播：来")
    assert script_of(["大家好"], ["好\n\n来"]) == parse_script("大家好\n助播：好\n\n助播：来")
