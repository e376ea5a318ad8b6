"""A column that is headed as the script page names a field is read into that field."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.rundown import EndMode, Show
from livedesk.services.importers.columns import RUNDOWN, match_header
from livedesk.services.importers.grid import Cell, Row
from livedesk.services.importers.pasted import read_pasted

WORDS = Path(__file__).parents[2] / "resources" / "translations" / "zh_CN" / "script.ts"
FIELDS = {
    "Title": "title",
    "Number": "number",
    "Kind": "kind",
    "Duration": "duration",
    "Hard start": "hard",
    "Ends": "end_mode",
    "Counts to": "end",
    "OBS scene": "scene",
    "Transition": "transition",
    "Products": "product",
    "Script": "script",
    "Host": "person",
    "Console cues": "cues",
    "Group": "group",
    "Interaction": "interaction",
    "Goal": "goal",
    "Fallback": "plan",
    "Note": "note",
}
"""What the page calls a field, and the column that it is. Left out is what means another thing at the head of a column:
助播 is what the co-host says, 负责 alone is whoever has the row."""
SHOW = Show("show", "夜场", "Asia/Shanghai", WallTime(datetime(2026, 11, 25, 20)))  # noqa: DTZ001 - a time as a sheet has it


def labels() -> dict[str, str]:
    """The Chinese names of fields, by what they are called in the program."""
    root = ElementTree.parse(WORDS).getroot()
    found = {}
    for context in root.iter("context"):
        if context.findtext("name") == "ScriptWords":
            for message in context.iter("message"):
                found[message.findtext("source") or ""] = message.findtext("translation") or ""
    return found


def head(*headings: str) -> dict[str, int]:
    columns = match_header(Row(1, {at: Cell(text, first_row=1) for at, text in enumerate(headings, 1)}), RUNDOWN)
    return dict(columns.at)


@pytest.mark.parametrize("source", FIELDS)
def test_a_column_headed_like_a_field_is_that_field(source: str) -> None:
    assert head(labels()[source]) == {FIELDS[source]: 1}


def test_the_fields_of_the_page_stand_beside_each_other() -> None:
    found = head("主讲", "助播话术", "助播", "负责", "剩余提醒", "标题")
    assert found == {"person": 1, "cohost": 2, "co_host": 3, "owner": 4, "alerts": 5, "title": 6}
    assert head("负责", "环节") == {"person": 1, "title": 2}


def test_rows_under_the_names_of_fields_are_pasted_into_them() -> None:
    heads = ("标题", "计划时长", "硬开始", "结束方式", "OBS 场景", "主讲", "负责", "剩余提醒", "预案", "目标")
    cells = (
        "面霜",
        "5分钟",
        "20:30",
        "自动",
        "产品近景",
        "主播一",
        "中控",
        "剩01:00黄 00:15红",
        "断货换洁面",
        "300 单",
    )
    pasted = read_pasted("\t".join(heads) + "\n" + "\t".join(cells) + "\n", SHOW)
    (one,) = pasted.segments
    assert pasted.problems == ()
    assert (one.title, one.duration_ms, one.end_mode) == ("面霜", 5 * MINUTE, EndMode.AUTO_FOLLOW)
    assert one.hard_start == WallTime(datetime(2026, 11, 25, 20, 30))  # noqa: DTZ001 - as above
    assert (one.scene, one.person, one.owner) == ("产品近景", "主播一", "中控")
    assert (one.warn_ms, one.alarm_ms, one.goal) == (MINUTE, MINUTE // 4, "300 单")
    assert one.fallback == "断货换洁面"
