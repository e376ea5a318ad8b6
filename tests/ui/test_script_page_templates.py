"""Templates of the script page: segments, groups and whole shows kept and used again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.timetable import plan
from livedesk.services.templates import templates

__all__ = ["script_page_room", "script_sample"]


def keep(room: PageRoom, name: str, *, whole: bool = False) -> None:
    """Keep what is chosen, or the show, under a name."""
    panel = room.page.side.templates
    many = panel.model.rowCount()
    room.press(K.Key_I, CTRL | SHIFT)
    panel.name.setFocus()
    room.type(name)
    if whole:
        panel.keep_whole.setFocus()
        room.press(K.Key_Space)
    else:
        room.press(K.Key_Return)
    room.wait(lambda: panel.model.rowCount() == many + 1)
    assert name in panel.told.text()
    assert panel.name.text() == ""


def other(room: PageRoom, sample: Show) -> Show:
    """An empty show, opened."""
    made = replace(
        sample, id="other", title="另一场", segments=(), groups=(), products=(), promotions=(), standbys=()
    )
    made = replace(made, claim_overrides=())
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    return made


def test_segments_go_into_another_show_with_their_products(room: PageRoom, sample: Show) -> None:
    at = next(at for at, one in enumerate(sample.segments) if one.product_ids)
    room.choose(at)
    keep(room, "讲品模板")
    other(room, sample)
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    (made,) = room.show.segments
    assert made.title == sample.segments[at].title
    assert [one.name for one in room.show.products] == [
        one.name for one in sample.products if one.id in sample.segments[at].product_ids
    ]
    assert {one.id for one in room.show.products} >= set(made.product_ids)
    room.settled()


def test_a_group_goes_along_whole(room: PageRoom, sample: Show) -> None:
    group = sample.groups[0]
    view = room.page.rundown.view
    row = next(at for at in range(view.rows.rowCount()) if view.rows.group_id(at) == group.id)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, 0))
    keep(room, "暖场组")
    other(room, sample)
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert [one.title for one in room.show.groups] == [group.title]
    inside = [one for one in sample.segments if one.group_id == group.id]
    assert [one.title for one in room.show.segments] == [one.title for one in inside]
    assert {one.group_id for one in room.show.segments} == {room.show.groups[0].id}
    room.settled()


def test_nothing_chosen_keeps_nothing_and_says_so(room: PageRoom, sample: Show) -> None:
    room.choose()
    room.press(K.Key_I, CTRL | SHIFT)
    room.page.side.templates.keep.setFocus()
    room.press(K.Key_Space)
    assert "Choose" in room.page.side.templates.told.text()
    assert templates(room.services.kept) == ()


def test_a_template_is_forgotten_and_brought_back(room: PageRoom, sample: Show) -> None:
    panel = room.page.side.templates
    room.choose(0)
    keep(room, "开场模板")
    kept = templates(room.services.kept)
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Delete)
    room.wait(lambda: panel.model.rowCount() == 0)
    assert templates(room.services.kept) == ()
    assert panel.back.isVisible()
    panel.back.setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: panel.model.rowCount() == 1)
    assert templates(room.services.kept) == kept
    assert not panel.back.isVisible()


def test_a_new_show_from_a_template_is_tomorrow_with_its_pictures(room: PageRoom, sample: Show) -> None:
    room.page.document.do(SetApproval(Approval.LOCKED))
    keep(room, "护肤专场模板", whole=True)
    panel = room.page.side.templates
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    room.wait(lambda: room.show.id != sample.id)
    made = room.show
    assert made.title == "护肤专场模板"
    assert made.approval is Approval.DRAFT
    assert made.planned_start.local.time() == sample.planned_start.local.time()
    now = room.context.clock.now().wall_ms
    start = plan(made).start
    assert now < start < now + 2 * 86_400_000
    assert [one.title for one in made.segments] == [one.title for one in sample.segments]
    pictured = [one for one in made.products if one.image]
    assert pictured
    for product in pictured:
        path = room.services.media.path(made.id, product.image)
        assert path is not None
        assert path.read_bytes()
    assert room.services.reminded == 1


def test_a_picture_that_cannot_be_read_is_said(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    keep(room, "整场", whole=True)
    monkeypatch.setattr(Path, "read_bytes", broken)
    panel = room.page.side.templates
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    room.wait(lambda: room.notes != "")
    assert room.show.id == sample.id


def test_a_locked_script_takes_no_template(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    keep(room, "开场模板")
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.page.side.templates.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert room.show.segments == sample.segments
    assert room.notes
