"""The sizes of the parts of the script page by keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from script_page_room import ALT, CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.pane_sizes import STEP

__all__ = ["script_page_room", "script_sample"]


@pytest.fixture
def wide(room: PageRoom, sample: Show) -> PageRoom:
    """The window as large as a screen, with something in the versions."""
    room.window.resize(1_920, 1_080)
    room.press(K.Key_L, CTRL)
    return room


def told(room: PageRoom) -> str:
    """What the page has said last."""
    banner = room.page.notes.banner("script")
    assert banner is not None
    return banner.words.text()


def test_the_part_with_the_keys_gets_wider_at_the_cost_of_the_one_beside_it(wide: PageRoom) -> None:
    split = wide.page.split
    wide.press(K.Key_L, CTRL)
    before = split.sizes()
    wide.press(K.Key_Period, ALT)
    assert split.sizes() == [before[0] + STEP, before[1] - STEP, before[2]]
    wide.press(K.Key_Comma, ALT)
    assert split.sizes() == before
    wide.press(K.Key_F3)
    wide.press(K.Key_Period, ALT)
    assert split.sizes() == [before[0], before[1] - STEP, before[2] + STEP]
    wide.press(K.Key_E, CTRL)
    wide.press(K.Key_Period, ALT)
    assert split.sizes() == before, "the text takes it from what is at the right"


def test_no_part_gets_less_than_it_needs(wide: PageRoom) -> None:
    split = wide.page.split
    wide.press(K.Key_L, CTRL)
    widths = []
    for _ in range(60):
        wide.press(K.Key_Comma, ALT)
        widths.append(split.sizes())
    assert widths[-1][0] >= wide.page.rundown.minimumWidth()
    assert widths[-1] == widths[-2], "it comes to an end"
    assert told(wide) == "There is no more room to give: what is left is needed."
    assert all(sum(one) == sum(other) for one, other in pairwise(widths))
    for _ in range(60):
        wide.press(K.Key_Period, ALT)
    assert split.sizes()[1] >= wide.page.centre.minimumSizeHint().width()
    assert split.sizes()[2] == widths[0][2]


def test_the_list_of_versions_gets_higher_and_elsewhere_it_is_said_what_can(wide: PageRoom) -> None:
    wide.press(K.Key_H, CTRL | SHIFT)
    versions = wide.page.side.versions
    versions.list.setFocus()
    before = (versions.list.height(), versions.box.height())
    wide.press(K.Key_Period, ALT | SHIFT)
    assert versions.list.height() > before[0]
    wide.press(K.Key_Comma, ALT | SHIFT)
    assert (versions.list.height(), versions.box.height()) == before
    wide.press(K.Key_L, CTRL)
    wide.press(K.Key_Period, ALT | SHIFT)
    assert "versions" in told(wide)
    wide.press(K.Key_T, CTRL)
    wide.press(K.Key_Period, ALT)
    assert "rundown" in told(wide)
    versions.box.hide()
    versions.list.setFocus()
    wide.press(K.Key_Period, ALT | SHIFT)
    assert "versions" in told(wide), "nothing lies under the list"
