"""Rows of a spreadsheet that are pasted: what was not understood is told, up to three things of it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from script_page_room import CTRL, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]


def paste(room: PageRoom, *rows: tuple[str, ...]) -> str:
    """Paste rows behind the first segment; what is said."""
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows) + "\n")
    room.choose(0)
    room.page.rundown.view.setFocus()
    room.press(K.Key_V, CTRL)
    room.wait(lambda: bool(room.notes))
    return room.notes


def test_three_different_problems_are_told_and_the_rest_counted(room: PageRoom, sample: Show) -> None:
    said = paste(
        room,
        ("环节", "时长", "天气", "提醒", "商品"),
        ("开场", "很久", "晴", "快点", ""),
        ("讲品", "更久", "雨", "", "没有的商品"),
    )
    assert said.startswith("2 rows became segments. Not everything was understood: ")
    for words in ("天气", "很久", "快点"):
        assert words in said
    assert "更久" not in said
    assert said.endswith("2 more like these.")


def test_the_same_problem_is_told_once(room: PageRoom, sample: Show) -> None:
    said = paste(room, ("环节", "时长", "备注"), ("开场", "很久", ""), ("讲品", "很久", ""))
    assert said.count("很久") == 1
    assert "(2 B)" in said
    assert said.endswith("1 more like these.")


@pytest.mark.parametrize("wrong", [False, True])
def test_one_problem_has_nothing_after_it_and_none_says_nothing(room: PageRoom, sample: Show, wrong: bool) -> None:
    said = paste(room, ("标题", "计划时长", "主讲"), ("开场", "很久" if wrong else "5分钟", "主播一"))
    assert said.startswith("1 rows became segments.")
    assert ("很久" in said) is wrong
    assert "more like" not in said
    assert room.segment(1).person == "主播一"
