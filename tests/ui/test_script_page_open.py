"""The script page and its show: which one is written, where one comes from, what is told while the store opens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages_desk import keep_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.run import PromotionStarted, RunState, State
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script import script_text
from livedesk.domain.status import SaveStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.services.templates import keep_template, of_show
from livedesk.ui.context import GoTo

__all__ = ["script_page_room", "script_sample"]


def other_show(room: PageRoom, show: Show, **changes: object) -> Show:
    """Another show in the store."""
    made = replace(show, id="other", title="另一场 A&B", **changes)  # type: ignore[arg-type]  # the fields of Show
    room.services.store.shows.add(made, by="运营", at_ms=0)
    return made


def menu_of(room: PageRoom) -> QMenu:
    """The list of shows, once it is open."""
    menu = room.page.header._menu
    room.wait(menu.isVisible)
    return menu


def test_the_show_on_the_desk_is_written(room: PageRoom, sample: Show) -> None:
    assert room.page.document.show == sample
    assert sample.title in room.page.header.title.text()
    assert room.page.rundown.view.hasFocus()


def test_another_show_by_the_titles_menu_with_keys(room: PageRoom, sample: Show) -> None:
    other_show(room, sample)
    room.press(K.Key_O, CTRL | SHIFT)
    menu = menu_of(room)
    titles = [action.text() for action in menu.actions()]
    at = next(at for at, text in enumerate(titles) if text.startswith("另一场 A&&B"))
    for _ in range(at):
        QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)
    room.wait(lambda: room.show.id == "other")
    # What a person has chosen is not taken away by the next word of the session.
    room.put_on_desk(sample)
    assert not room.page.opening.waiting
    assert room.show.id == "other"
    room.context.bridge.post(GoTo("script", sample.id))
    room.wait(lambda: room.show.id == sample.id)


def test_a_session_that_turns_to_another_show_takes_the_page_along(room: PageRoom, sample: Show) -> None:
    other = other_show(room, sample)
    room.put_on_desk(other)
    room.wait(lambda: room.show.id == "other")


def test_an_empty_store_says_what_to_do_and_makes_a_new_show(room: PageRoom) -> None:
    page = room.enter()
    room.wait(page._nothing.begin.isVisible)
    assert "No show" in page._nothing.head.text()
    assert page._nothing.begin.hasFocus()
    room.press(K.Key_Space)
    room.wait(lambda: page.document.show is not None)
    assert page.rundown.isVisible()
    assert page.isAncestorOf(room.focus())
    (kept,) = room.services.store.shows.summaries()
    assert kept.show_id == room.show.id
    assert room.show.checklist


@pytest.mark.parametrize("key", ["Ctrl+Shift+N", "palette"])
def test_a_new_show_needs_no_show(room: PageRoom, key: str) -> None:
    page = room.enter()
    if key == "palette":
        assert room.context.actions.trigger("script_new")
    else:
        room.press(K.Key_N, CTRL | SHIFT)
    room.wait(lambda: page.document.show is not None)


def test_without_a_show_other_actions_say_why_not(room: PageRoom) -> None:
    room.enter()
    said: list[str] = []
    room.context.actions.refused.connect(lambda _id, why: said.append(why))
    for action_id in ("script_segment", "script_save", "script_copy", "script_undo"):
        assert not room.context.actions.trigger(action_id)
    assert said == ["Open a show first"] * 4


def test_the_nearest_show_is_opened_where_none_is_on_the_desk(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    page = room.enter()
    room.wait(lambda: page.document.show is not None)
    assert room.show.id == show.id


def test_the_nearest_show_is_looked_for_again_while_the_store_opens(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    room.services.loading = True
    page = room.enter()
    room.wait(lambda: room.services.asked_early > 0)
    assert not page._nothing.begin.isVisible(), "a key that comes too early makes no show"
    room.services.loading = False
    room.wait(lambda: page.document.show is not None)
    assert room.show.id == show.id
    assert room.notes == ""


def test_a_show_that_was_asked_for_is_opened_once_the_store_is(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    other_show(room, show)
    room.services.loading = True
    page = room.enter()
    room.put_on_desk(show)
    page.show_item("other")
    room.wait(lambda: room.services.asked_early > 2)
    room.services.loading = False
    room.wait(lambda: page.document.show is not None)
    room.wait(lambda: room.show.id == "other")


def test_a_new_show_is_made_once_the_store_is_open(room: PageRoom) -> None:
    room.services.loading = True
    page = room.enter()
    page.doors.begin()
    room.wait(lambda: room.services.asked_early > 1)
    room.services.loading = False
    room.wait(lambda: page.document.show is not None)
    assert len(room.services.store.shows.summaries()) == 1


def test_templates_asked_for_while_the_store_opens_come_later(room: PageRoom, sample: Show) -> None:
    panel = room.page.side.templates
    keep_template(room.services.kept, of_show("t", "整场", sample), by="运营", at_ms=0)
    room.services.loading = True
    room.press(K.Key_I, CTRL | SHIFT)
    room.wait(lambda: room.services.asked_early > 0)
    room.services.loading = False
    room.wait(lambda: panel.model.rowCount() == 1)
    assert room.notes == ""


def test_locking_for_air_locks_and_goes_to_the_desk(room: PageRoom, sample: Show) -> None:
    room.page.header.lock.setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: room.window.page == "live")
    assert room.services.opened == [sample.id]
    assert room.stored(sample.id).approval is Approval.LOCKED


def test_what_is_typed_is_kept_before_the_show_goes_to_the_desk(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def open_show(show_id: str) -> None:
        seen.append(script_text(room.kept(show_id)[0].segments[0].script))

    monkeypatch.setattr(room.services, "open_show", open_show)
    room.choose(0)
    room.page.text.take_keys()
    room.type("先说这一句")
    room.press(K.Key_R, CTRL)
    room.wait(lambda: bool(seen))
    assert "先说这一句" in seen[0]


def test_leaving_the_page_keeps_what_is_typed(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    room.page.text.take_keys()
    room.type("离开前的话")
    room.window.show_page("plan")
    room.settled()
    assert "离开前的话" in "".join(line.text for line in room.stored(sample.id).segments[0].script.lines)


def test_changes_on_their_way_survive_a_turn_to_another_show(room: PageRoom, sample: Show) -> None:
    other_show(room, sample)
    room.choose(0)
    wanted = room.segment(0).duration_ms + 30_000
    for _ in range(6):
        room.press(K.Key_Right, Qt.KeyboardModifier.AltModifier)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    assert room.stored(sample.id).segments[0].duration_ms == wanted


def test_what_could_not_be_opened_is_said_where_no_show_is(room: PageRoom) -> None:
    page = room.enter()
    page.show_item("gone")
    room.wait(lambda: room.notes != "")
    assert page.notes.isVisible()
    assert page._nothing.begin.isVisible()


def test_a_page_made_on_air_knows_which_promotions_run(room: PageRoom) -> None:
    show = keep_sample(room.services.store)
    running = show.promotions[0]
    run = RunState(promotions=(PromotionStarted(running.id, running.title, None),))
    room.context.bridge.post(SessionSnapshot(1, State(show, 1, run), SaveStatus(1)))
    QApplication.processEvents()
    room.window.show_page("script")
    room.wait(lambda: room.page.document.show is not None)
    room.page.document.choose((), "")
    facts = room.page.side.fields.facts_form
    assert facts is not None
    assert facts.promotions.remove(running.id) is None
    assert facts.promotions.remove(show.promotions[1].id) is not None
