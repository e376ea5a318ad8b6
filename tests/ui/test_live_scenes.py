"""Scene buttons: direct and studio mode, keys, the scene before, and how a person arranges them."""

from __future__ import annotations

from dataclasses import replace

from live_room import ALT, SHIFT, K, Room, settle
from live_show import MID_T, Journal, mid_show, sample_show
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.arrangement import ArrangedScene
from livedesk.domain.events_desk import SceneRenamed
from livedesk.domain.rundown import Transition, TransitionKind
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import plan
from livedesk.services.scene_buttons import load_arrangement
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.actions import Category
from livedesk.ui.workspaces.live.scenes import SceneBar

FADE = Transition(TransitionKind.FADE, 300)


def obs(**values: object) -> ObsStatus:
    ready = ObsStatus(LinkState.READY, program="商品特写", previous="主播近景", scenes=sample_show().scenes)
    return replace(ready, **values)  # type: ignore[arg-type]  # the fields of ObsStatus


def at(room: Room, status: ObsStatus, journal: Journal | None = None) -> SceneBar:
    """The desk on air (or where a journal stands) over this OBS."""
    room.desk.on_obs(status)
    room.desk.center.scenes.actions_.on_obs(status)
    room.show(journal or mid_show(), MID_T if journal is None else 60_000)
    return room.desk.center.scenes


def before_air() -> Journal:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    journal.open()
    return journal


def test_in_direct_mode_a_press_takes_once_however_it_bounces(room: Room) -> None:
    bar = at(room, obs())
    assert "on air" in bar.buttons["商品特写"].accessibleName()
    bar.buttons["主播近景"].click()
    bar.buttons["主播近景"].click()
    assert room.sent == [c.SwitchScene("主播近景")]
    bar.buttons["双机位"].click()
    assert room.sent[1:] == [c.SwitchScene("双机位")]


def test_in_studio_mode_the_first_press_previews_and_the_second_takes(room: Room) -> None:
    bar = at(room, obs(studio=True, preview="秒杀倒计时"))
    assert bar.buttons["秒杀倒计时"].property("state") == "next"
    bar.buttons["双机位"].click()
    assert (room.sent, room.services.previewed) == ([], ["双机位"])
    at(room, obs(studio=True, preview="双机位"))
    button = bar.buttons["双机位"]
    assert button.property("state") == "next"
    assert "preview" in button.accessibleName()
    assert bar.buttons["秒杀倒计时"].property("state") == ""
    assert "next" in bar.buttons["秒杀倒计时"].accessibleName(), "what GO takes is named all the same"
    button.click()
    assert room.sent == [], "a press that bounces takes nothing"
    room.later()
    button.click()
    assert room.sent == [c.SwitchScene("双机位")]
    room.key(K.Key_C)
    room.key(K.Key_C)
    assert room.sent[1:] == [c.SwitchScene("双机位")]
    assert room.services.previewed == ["双机位"]


def test_go_is_the_same_in_studio_mode(room: Room) -> None:
    at(room, obs(studio=True, preview="双机位"))
    room.key(K.Key_Space)
    assert room.sent == [c.Go(4)]


def test_the_second_picture_is_the_preview_and_says_what_go_takes(room: Room) -> None:
    at(room, obs(studio=True, preview="双机位"))
    monitor = room.desk.center.monitors.next
    assert monitor.words[0] == "PREVIEW · 双机位"
    assert "GO takes 秒杀倒计时" in monitor.accessibleName()
    assert room.services.watched[-1] == (True, "双机位")
    assert room.desk.rundown.view.situation.preview == "双机位"
    at(room, obs(studio=True, preview="秒杀倒计时"))
    assert monitor.words[0] == "PREVIEW = NEXT · 秒杀倒计时"
    assert room.desk.rundown.view.situation.preview == ""
    at(room, obs())
    assert monitor.words[0] == "NEXT · 秒杀倒计时"


def test_studio_mode_is_switched_by_its_key_and_followed_where_somebody_else_does(room: Room) -> None:
    said: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: said.append((name, why)))
    at(room, obs())
    room.desk.context.actions.trigger("studio_mode")
    assert room.services.studio == [True]
    at(room, obs(studio=True, preview="双机位"))
    assert said == [], "we asked for it"
    room.desk.center.scenes.actions_._ours.invalidate()
    at(room, obs())
    assert [name for name, _ in said] == ["studio_mode"]
    assert "inside OBS" in said[0][1]
    at(room, obs(link=LinkState.LOST))
    at(room, obs(studio=True, preview="双机位"))
    assert len(said) == 1, "after a lost link nobody switched it"


def test_the_scene_before_is_one_key_away(room: Room) -> None:
    at(room, obs(previous=""))
    room.key(K.Key_P)
    assert room.sent == []
    at(room, obs())
    room.key(K.Key_P)
    room.key(K.Key_P, held=True)
    assert room.sent == [c.SwitchScene("主播近景")]


def test_scene_keys_act_whatever_has_the_focus_but_not_while_typing(room: Room, qtbot: QtBot) -> None:
    bar = at(room, obs())
    room.desk.rundown.view.setFocus()
    second = list(bar.buttons)[1]
    room.key(K.Key_2, ALT)
    for _ in range(5):
        room.key(K.Key_2, ALT, held=True)
    assert room.sent == [c.SwitchScene(second)]
    room.key(K.Key_M)
    qtbot.waitUntil(room.desk.right.comments.message.field.hasFocus)
    room.key(K.Key_3, ALT)
    assert len(room.sent) == 1


def test_a_function_key_of_a_scene_rests_while_text_is_typed(room: Room, qtbot: QtBot) -> None:
    bar = at(room, obs())
    scene = list(bar.buttons)[1]
    assert not bar.deck.why_not(scene, "F10")
    bar.deck.change(scene, key="F10")
    room.key(K.Key_M)
    qtbot.waitUntil(room.desk.right.comments.message.field.hasFocus)
    room.key(K.Key_F10)
    assert room.sent == [], "somebody is typing"
    room.key(K.Key_F6)
    room.key(K.Key_F6, SHIFT)
    room.key(K.Key_F9)
    assert room.sent == [c.CallStandby("b2"), c.Panic()], "an emergency has its keys (no plan is on Shift+F6)"
    room.key(K.Key_Escape)
    room.key(K.Key_F10)
    assert room.sent[2:] == [c.SwitchScene(scene)]


def test_a_scene_comes_as_the_chooser_says(room: Room) -> None:
    bar = at(room, obs())
    assert bar.transition.text() == "cut"
    bar.deck.set_transition(FADE)
    assert bar.transition.text() == "fade 300 ms"
    bar.buttons["双机位"].click()
    assert room.sent == [c.SwitchScene("双机位", TransitionKind.FADE, 300)]
    room.desk.context.actions.trigger("scene_transition")
    assert bar.deck.transition.duration_ms == 500
    room.later()
    room.desk.context.actions.trigger("scene_transition")
    assert bar.deck.transition == Transition()


def test_buttons_are_arranged_in_place_and_kept(room: Room) -> None:
    bar = at(room, obs(scenes=(*sample_show().scenes, "备用机位")), before_air())
    room.desk.context.actions.trigger("arrange_scenes")
    assert bar.arranging
    first, second, *_ = list(bar.buttons)
    bar.buttons[second].click()
    assert room.sent == [], "nothing is taken while buttons are arranged"
    strip = bar.strip
    strip.earlier.click()
    assert list(bar.buttons)[:2] == [second, first]
    strip.colour.setCurrentIndex(strip.colour.findData("blue"))
    strip.colour.activated.emit(strip.colour.currentIndex())
    assert "blue" in bar.buttons[second].toolTip()
    strip.key.setKeySequence(QKeySequence("Q"))
    assert room.desk.context.actions["scene_1"].key == "Q"
    strip.add.activated.emit(strip.add.findText("备用机位"))
    assert list(bar.buttons)[-1] == "备用机位"
    strip.choose(first)
    strip.hide_it.click()
    assert first not in bar.buttons
    strip.finish.click()
    assert not bar.arranging
    room.desk.context.background.close()
    for show_id in (sample_show().id, "another show"):
        kept = load_arrangement(room.services.kept, show_id)  # type: ignore[arg-type]  # what it uses of Kept
        assert kept.buttons[0] == ArrangedScene(second, colour="blue", key="Q")
        assert [one.scene for one in kept.buttons if one.hidden] == [first]
    room.key(K.Key_Q)
    assert room.sent == [c.SwitchScene(second)]


def test_a_key_that_is_taken_is_refused_with_why(room: Room) -> None:
    bar = at(room, obs(), before_air())
    room.desk.context.actions.trigger("arrange_scenes")
    first, second, *_ = list(bar.buttons)
    bar.strip.choose(first)
    for key, why in (("H", "Hold"), ("F9", "Panic"), ("Up", "lists"), ("P", "before"), ("Ctrl+F", "Find")):
        bar.strip.key.setKeySequence(QKeySequence(key))
        assert why in bar.strip.said.text(), key
        assert bar.deck.keys[first] == "Alt+1"
    bar.strip.key.setKeySequence(QKeySequence("Alt+2"))
    assert bar.deck.keys == {**bar.deck.keys, first: "Alt+2"}
    assert second not in bar.deck.keys, "the key of a place gives way"
    bar.strip.choose(second)
    bar.strip.key.setKeySequence(QKeySequence("Alt+2"))
    assert first in bar.strip.said.text()
    bar.strip.choose(first)
    bar.strip.no_key.click()
    assert bar.deck.keys[second] == "Alt+2"


def test_a_button_is_drawn_to_its_place(room: Room) -> None:
    bar = at(room, obs(), before_air())
    room.desk.context.actions.trigger("arrange_scenes")
    settle()
    first, second, third, *_ = list(bar.buttons)
    button, goal = bar.buttons[first], bar.buttons[third]
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    there = QPointF(goal.mapToGlobal(goal.rect().center()))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(button.mapFromGlobal(there)), there,
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(button, move)
    assert list(bar.buttons)[:3] == [second, third, first]
    assert room.sent == []


def test_on_air_the_buttons_stay_where_they_are_and_it_is_said_why(room: Room) -> None:
    said: list[str] = []
    room.desk.context.actions.refused.connect(lambda _name, why: said.append(why))
    bar = at(room, obs(), before_air())
    room.desk.context.actions.trigger("arrange_scenes")
    room.desk.context.lock.set_on_air(True)
    at(room, obs())
    assert not bar.arranging, "what is open when the show goes on air goes"
    bar.arrange.click()
    assert not bar.arranging
    assert "Ctrl+Alt+L" in said[-1]
    action = bar.buttons["主播近景"].actions()[1]
    action.trigger()
    assert "主播近景" in bar.buttons
    room.desk.context.lock.toggle()
    at(room, obs())
    room.later()
    bar.arrange.click()
    assert bar.arranging, "unlocked on purpose they can be arranged on air"
    list(bar.buttons.values())[-1].click()
    assert room.sent == []


def test_a_renamed_scene_keeps_its_button(room: Room) -> None:
    journal = before_air()
    bar = at(room, obs(), journal)
    bar.deck.change("双机位", colour="green", key="Q")
    bar.deck.move("双机位", 0)
    entry = journal.add(1_000, SceneRenamed("双机位", "双机"))
    room.desk.context.bridge.post(Journalled(1, (entry,)))
    QApplication.processEvents()
    segments = tuple(
        replace(item, scene="双机") if item.scene == "双机位" else item for item in journal.show.segments
    )
    journal.show = replace(journal.show, segments=segments)
    at(room, obs(), journal)
    one = bar.deck.shown[0]
    assert (one.scene, one.colour, one.key) == ("双机", "green", "Q")


def test_another_show_begins_with_the_newest_arrangement(room: Room, qtbot: QtBot) -> None:
    bar = at(room, obs(), before_air())
    bar.deck.move("双机位", 0)
    qtbot.waitUntil(lambda: bool(room.services.kept.items))
    other = replace(sample_show(), id="ffffffffffff")
    journal = Journal(other, plan(other).start - 600_000)
    journal.open()
    room.show(journal, 60_000)
    assert bar.deck.shown[0].scene != "双机位"
    qtbot.waitUntil(lambda: bar.deck.shown[0].scene == "双机位")


def test_a_key_that_another_page_has_for_its_own_says_nothing_there(room: Room) -> None:
    told: list[str] = []
    actions = room.desk.context.actions
    actions.elsewhere.connect(told.append)
    at(room, obs())
    actions.in_front = False
    room.key(K.Key_P)
    assert set(told) == {"previous_scene"}
    told.clear()
    actions.add("check_passed", "Passed", category=Category.CHECKS, shortcut="P", page="prepare")
    room.key(K.Key_P)
    assert (told, room.sent) == ([], [])


def test_buttons_beyond_those_with_a_number_have_no_keys(room: Room) -> None:
    more = tuple(f"备用{number}" for number in range(8))
    bar = at(room, obs(scenes=(*sample_show().scenes, *more)), before_air())
    for scene in more:
        bar.deck.add(scene)
    last = bar.deck.shown[-1].scene
    assert len(bar.buttons) > 12
    assert "first 12" in bar.deck.why_not(last, "Q")
    bar.deck.change(last, key="Q")
    assert last not in bar.deck.keys
    bar.deck.move(last, 0)
    assert bar.deck.keys[last] == "Q"
