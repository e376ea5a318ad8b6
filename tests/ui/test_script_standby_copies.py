"""Standby plans are copied, cut and pasted, within a show and into another, and kept as templates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.rundown import Approval, Group, Show, Standby
from livedesk.services.templates import templates
from livedesk.ui.workspaces.script.rundown_menu import entries

__all__ = ["script_page_room", "script_sample"]


@pytest.fixture(name="plans")
def marked_plans(room: PageRoom, sample: Show) -> tuple[Standby, ...]:
    """Three plans of the show, the second behind the panic key, with a wording that is let stand in it."""
    QGuiApplication.clipboard().setMimeData(QMimeData())
    first = sample.standbys[0]
    plans = tuple(
        replace(first, id=f"b{at}", title=title, duration_ms=90_000, panic=at == 1)
        for at, title in enumerate(("断货", "断流", "嘉宾未到"))
    )
    stand = (ClaimOverride("b1", "r", "最低", "主播一要这么说", "场控", 1),)
    room.page.document.do(ChangeShow({"standbys": plans, "claim_overrides": stand}))
    room.page.rundown.view.setFocus()
    return plans


def choose(room: PageRoom, plan: Standby) -> None:
    room.page.document.choose((), plan.id)


def titles(room: PageRoom) -> list[str]:
    return [one.title for one in room.show.standbys]


def other(room: PageRoom, sample: Show, *standbys: Standby) -> None:
    """Another show with these plans and nothing else, opened."""
    made = replace(
        sample, id="other", title="另一场", segments=(), groups=(), products=(), promotions=(), standbys=standbys
    )
    room.services.store.shows.add(replace(made, claim_overrides=()), by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")


def test_a_copy_stands_behind_the_chosen_plan_and_one_undo_takes_it_back(
    room: PageRoom, plans: tuple[Standby, ...]
) -> None:
    before = room.show
    choose(room, plans[1])
    room.press(K.Key_C, CTRL)
    choose(room, plans[0])
    room.press(K.Key_V, CTRL)
    assert titles(room) == ["断货", "断流", "断流", "嘉宾未到"]
    made = room.show.standbys[1]
    assert made == replace(plans[1], id=made.id, panic=False)
    assert made.id not in {one.id for one in before.standbys}
    assert (room.page.document.chosen, room.page.document.current) == ((), made.id)
    (stand,) = before.claim_overrides
    assert room.show.claim_overrides == (stand, replace(stand, item_id=made.id))
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.show == before
    assert room.page.document.current == plans[0].id


def test_with_a_segment_chosen_a_plan_goes_to_the_end(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    choose(room, plans[0])
    room.press(K.Key_C, CTRL)
    room.choose(1)
    room.press(K.Key_V, CTRL)
    assert titles(room) == ["断货", "断流", "嘉宾未到", "断货"]
    assert room.page.document.current == room.show.standbys[3].id


def test_what_is_cut_moves_with_its_mark_and_what_is_let_stand_in_it(
    room: PageRoom, plans: tuple[Standby, ...]
) -> None:
    before = room.show
    choose(room, plans[1])
    room.press(K.Key_X, CTRL)
    assert titles(room) == ["断货", "嘉宾未到"]
    assert room.show.claim_overrides == ()
    choose(room, plans[2])
    room.press(K.Key_V, CTRL)
    assert room.show.standbys == (plans[0], plans[2], plans[1])
    assert room.show.claim_overrides == before.claim_overrides
    room.press(K.Key_Z, CTRL)
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.show == before


@pytest.mark.parametrize("has_one", [False, True])
def test_a_plan_goes_into_another_show_and_to_its_panic_key_where_none_is(
    room: PageRoom, sample: Show, plans: tuple[Standby, ...], has_one: bool
) -> None:
    choose(room, plans[1])
    room.press(K.Key_C, CTRL)
    own = (Standby("b1", "停电", "紧急画面", panic=True),) if has_one else ()
    other(room, sample, *own)
    room.press(K.Key_V, CTRL)
    *there, made = room.show.standbys
    assert tuple(there) == own
    assert made == replace(plans[1], id=made.id, panic=not has_one)
    assert made.id != "b1"
    room.settled()
    assert room.stored("other").standbys == (*own, made)


def test_a_plan_is_text_for_a_spreadsheet(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    choose(room, plans[1])
    room.press(K.Key_C, CTRL)
    heading, section, row = QGuiApplication.clipboard().text().split("\r\n")[:3]
    assert section == "应急预案"
    cells = dict(zip(heading.split("\t"), row.split("\t"), strict=False))
    assert (cells["环节"], cells["时间段"]) == ("断流", "00:01:30")


def test_segments_are_pasted_as_ever_while_a_plan_is_chosen(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    count = len(room.show.segments)
    room.choose(0)
    room.press(K.Key_C, CTRL)
    choose(room, plans[0])
    room.press(K.Key_V, CTRL)
    assert room.segment(count).title == room.segment(0).title
    assert room.page.document.chosen == (room.segment(count).id,)
    assert room.show.standbys == plans


@pytest.mark.parametrize("key", [K.Key_C, K.Key_X])
def test_with_nothing_chosen_it_is_said_what_to_do(room: PageRoom, plans: tuple[Standby, ...], key: K) -> None:
    before = room.show
    room.choose()
    room.press(key, CTRL)
    assert room.notes.startswith("Choose segments or a standby plan")
    assert not QGuiApplication.clipboard().text()
    assert room.show == before


def test_a_locked_plan_can_be_copied_not_cut(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    choose(room, plans[0])
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.press(K.Key_X, CTRL)
    assert not QGuiApplication.clipboard().text()
    room.press(K.Key_C, CTRL)
    assert "断货" in QGuiApplication.clipboard().text()
    assert room.show.standbys == plans


def test_a_plan_that_is_removed_is_told_of_and_comes_back(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    choose(room, plans[1])
    room.press(K.Key_Delete)
    assert room.show.standbys == (plans[0], *plans[2:])
    assert room.notes == "Standby plan removed; Ctrl+Z brings it back"
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.show.standbys == plans)


def test_an_empty_group_that_is_removed_is_told_of_and_comes_back(room: PageRoom, sample: Show) -> None:
    empty = Group("empty", "加播")
    room.page.document.do(ChangeShow({"groups": (*sample.groups, empty)}))
    rundown = room.page.rundown
    rundown.view.setFocus()
    row = next(row for row in range(rundown.rows.rowCount()) if rundown.rows.group_id(row) == "empty")
    rundown.view.setCurrentIndex(rundown.rows.index(row, 0))
    room.press(K.Key_Delete)
    assert room.show.groups == sample.groups
    assert room.notes == "Empty group removed; Ctrl+Z brings it back"
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.show.groups[-1] == empty)


def test_a_duplicate_lets_stand_what_its_original_does(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    (stand,) = room.show.claim_overrides
    choose(room, plans[1])
    room.press(K.Key_D, CTRL)
    assert titles(room) == ["断货", "断流", "断流", "嘉宾未到"]
    assert room.show.claim_overrides == (stand, replace(stand, item_id=room.show.standbys[2].id))
    assert room.notes == ""


def test_the_menu_of_a_plan_has_the_copies() -> None:
    found = {one for part in entries("", (), "b1") for one in part}
    assert {"script_cut", "script_copy", "script_paste", "script_duplicate", "script_remove"} < found


def test_a_template_of_several_plans_says_how_many(room: PageRoom, plans: tuple[Standby, ...]) -> None:
    panel = room.page.side.templates
    room.page.document.choose(("b0", "b2"))
    room.press(K.Key_I, CTRL | SHIFT)
    panel.keep.setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: panel.model.rowCount() == 1)
    assert panel.model.rows[0].holds == "2 standby plans"
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert titles(room) == ["断货", "断流", "嘉宾未到", "断货", "嘉宾未到"]
    assert room.page.document.plans == tuple(one.id for one in room.show.standbys[3:])


def test_a_template_of_a_plan_goes_into_another_show(
    room: PageRoom, sample: Show, plans: tuple[Standby, ...]
) -> None:
    panel = room.page.side.templates
    choose(room, plans[2])
    room.press(K.Key_I, CTRL | SHIFT)
    panel.keep.setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: panel.model.rowCount() == 1)
    (kept,) = templates(room.services.kept)
    assert kept.title == "嘉宾未到"
    assert panel.model.rows[0].holds.startswith("Standby plan · ")
    other(room, sample)
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    (made,) = room.show.standbys
    assert made == replace(plans[2], id=made.id)
    assert room.page.document.current == made.id
    room.settled()
