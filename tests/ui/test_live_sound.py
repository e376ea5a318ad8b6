"""The sound of OBS on the desk: levels, mute, volume, and which microphones are watched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_room import Room, settle
from live_show import MID_T, mid_show
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from livedesk.domain.errors import UserError
from livedesk.domain.sound import FLOOR_DB, SoundInput, SoundLevels, SoundWatch
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.level_meter import LevelMeter
from livedesk.ui.workspaces.live.audio_panel import AudioPanel
from livedesk.ui.workspaces.live.sound_actions import stepped

MIC, MUSIC = SoundInput("主播麦克风", volume_db=-3.0), SoundInput("背景音乐", muted=True)


def _panel(room: Room, *sounds: SoundInput, watch: SoundWatch | None = None) -> AudioPanel:
    if watch is not None:
        room.services.sound_watch = watch
    room.show(mid_show())
    room.desk.context.actions.trigger("role_crew")
    _tell(room, *sounds)
    panel = room.desk.panels.widgets["audio"]
    assert isinstance(panel, AudioPanel)
    return panel


def _tell(room: Room, *sounds: SoundInput, link: LinkState = LinkState.READY) -> None:
    room.desk.on_obs(ObsStatus(link, program="商品特写", sounds=sounds))
    room.show(mid_show(), MID_T + 1_000)
    settle()


def test_inputs_are_shown_as_obs_tells_them_and_turned_in_obs(room: Room) -> None:
    panel = _panel(room, MIC, MUSIC)
    mic, music = panel.rows[MIC.name], panel.rows[MUSIC.name]
    assert (mic.volume.text(), mic.mute.text(), music.mute.text()) == ("−3 dB", "Mute", "Muted")
    room.services.sound.clear()
    mic.mute.click()
    assert room.services.sound == [("mute", MIC.name, True)]
    _tell(room, MIC, MUSIC)
    assert not mic.mute.isChecked(), "what is shown is OBS's own word"
    room.services.sound.clear()
    mic.slider.setFocus()
    QTest.keyClick(mic.slider, Qt.Key.Key_Left)
    QTest.keyClick(mic.slider, Qt.Key.Key_Home)
    assert room.services.sound == [("volume", MIC.name, -4.0), ("volume", MIC.name, FLOOR_DB)]
    _tell(room, replace(MIC, volume_db=-20.4), MUSIC)
    assert (mic.volume.text(), mic.slider.value()) == ("−20 dB", -20)
    assert len(room.services.sound) == 2, "OBS's word is not sent back to it"


def _turn(field: QWidget) -> None:
    at = QPointF(field.rect().center())
    everywhere = QPointF(field.mapToGlobal(field.rect().center()))
    turn = QWheelEvent(
        at, everywhere, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)


def test_the_wheel_passes_over_a_live_microphone_and_changes_nothing(room: Room) -> None:
    panel = _panel(room, MIC, MUSIC)
    slider = panel.rows[MIC.name].slider
    room.services.sound.clear()
    for field in (slider, panel.below, panel.after):
        _turn(field)
        assert not field.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    assert room.services.sound == []
    assert (panel.below.value(), panel.after.value()) == (-50, 10)
    slider.setFocus()
    _turn(slider)
    assert [what for what, *_ in room.services.sound] == ["volume"], "the one that has the focus is turned"


def test_levels_are_asked_for_only_while_they_are_seen(room: Room) -> None:
    panel = _panel(room, MIC)
    assert room.services.sound == [("show", True)]
    room.context_desk.publish(SoundLevels(1_000, {MIC.name: -12.0}))
    mic = panel.rows[MIC.name]
    assert (mic.meter.level, mic.level.text()) == (-12.0, "−12 dB")
    room.context_desk.publish(SoundLevels(1_100, {MIC.name: -0.2}))
    assert mic.level.text() == "▲ too loud"
    room.desk.context.actions.trigger("role_director")
    settle()
    assert room.services.sound == [("show", True), ("show", False)]
    assert mic.meter.level == FLOOR_DB


def test_a_microphone_is_chosen_for_the_alarm_and_kept(room: Room, qtbot: QtBot) -> None:
    panel = _panel(room, MIC, MUSIC)
    assert panel.facts.text() == "no silence alarm is on"
    panel.rows[MIC.name].watch.click()
    qtbot.waitUntil(lambda: room.services.sound_watch == SoundWatch((MIC.name,)))
    panel.below.setValue(-40)
    panel.after.setValue(5)
    qtbot.waitUntil(lambda: room.services.sound_watch == SoundWatch((MIC.name,), -40.0, 5))
    _tell(room, replace(MIC, muted=True), MUSIC)
    assert panel.rows[MIC.name].name.text() == f"▲ {MIC.name}"
    room.services.sound_watch = SoundWatch(("新名字",), -40.0, 5)
    _tell(room, replace(MIC, name="新名字"))
    assert panel.rows["新名字"].watch.isChecked()
    _tell(room, MUSIC)
    assert panel.facts.text() == "▲ watched, but not in OBS: 新名字"


def test_a_choice_that_cannot_be_kept_is_told(room: Room, qtbot: QtBot) -> None:
    panel = _panel(room, MIC)
    room.services.error = UserError("file.not_written", path="settings.json", reason="disk full")
    panel.rows[MIC.name].watch.click()

    def told() -> bool:
        _tell(room, MIC)
        return "settings.json" in panel.facts.text()

    qtbot.waitUntil(told)


@pytest.mark.parametrize(
    ("link", "words"), [(LinkState.READY, "Add one in OBS"), (LinkState.LOST, "not connected")]
)
def test_without_inputs_it_says_what_to_do(room: Room, link: LinkState, words: str) -> None:
    panel = _panel(room)
    _tell(room, link=link)
    assert panel.nothing.isVisible()
    assert words in panel.nothing.text()


def test_a_meter_rises_at_once_and_falls_slowly_and_paints_once_a_level(theme: Theme, qtbot: QtBot) -> None:
    meter = LevelMeter(theme)
    qtbot.addWidget(meter)
    meter.resize(120, 12)
    meter.show()
    qtbot.waitUntil(lambda: meter.paints > 0)
    before = meter.paints
    meter.set_level(-10.0, 0)
    qtbot.waitUntil(lambda: meter.paints == before + 1)
    meter.set_level(-50.0, 100)
    assert (meter.level, meter.peak) == (-12.5, -10.0)
    for n in range(2, 40):
        meter.set_level(-50.0, n * 100)
    assert (meter.level, meter.peak) == (-50.0, -50.0)


def test_inputs_are_muted_turned_and_watched_by_their_place_in_the_list(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    actions = room.desk.context.actions
    assert "mute_1" not in actions, "OBS has no input with sound yet"
    _tell(room, MIC, MUSIC)
    room.services.sound.clear()
    for action_id in ("mute_1", "mute_2", "louder_1", "softer_1"):
        assert actions.trigger(action_id)
    assert room.services.sound == [
        ("mute", MIC.name, True),
        ("mute", MUSIC.name, False),
        ("volume", MIC.name, -1.0),
        ("volume", MIC.name, -5.0),
    ]
    assert actions["mute_2"].text() == f"Take the mute off {MUSIC.name}"
    assert (actions["louder_2"].isEnabled(), actions["louder_2"].why) == (
        False,
        "It is as loud as the desk makes it",
    )
    actions.trigger("watch_1")
    qtbot.waitUntil(lambda: room.services.sound_watch.inputs == (MIC.name,))
    qtbot.waitUntil(lambda: actions["watch_1"].text() == f"No silence alarm for {MIC.name}")
    panel = _panel(room, MIC, MUSIC)
    assert panel.rows[MIC.name].watch.isChecked(), "the panel shows what the action did"
    room.later()
    actions.trigger("watch_1")
    qtbot.waitUntil(lambda: room.services.sound_watch.inputs == ())
    _tell(room, MIC, MUSIC)
    assert not panel.rows[MIC.name].watch.isChecked()
    _tell(room, MIC)
    assert actions["mute_2"].why == "OBS has no such input any more"
    _tell(room, MIC, link=LinkState.LOST)
    assert actions["mute_1"].why == "OBS is not connected"


def test_a_silence_alarm_that_could_not_be_kept_is_said(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    _tell(room, MIC)
    told: list[tuple[str, str]] = []
    actions = room.desk.context.actions
    actions.refused.connect(lambda name, why: told.append((name, why)))
    room.services.error = UserError("file.not_written", file="settings.json", reason="full")
    actions.trigger("watch_1")
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("watch_1", "could not be written: full. Choose another folder.")]


@pytest.mark.parametrize(
    ("volume_db", "louder", "softer"),
    [
        (-3.0, -1.0, -5.0),
        (-0.5, 0.0, -2.5),
        (0.0, 0.0, -2.0),
        (6.0, 6.0, 4.0),
        (-59.0, -57.0, FLOOR_DB),
        (FLOOR_DB, -58.0, FLOOR_DB),
    ],
)
def test_a_step_stays_within_the_slider_and_turns_nothing_down_that_should_be_louder(
    volume_db: float, louder: float, softer: float
) -> None:
    assert (stepped(volume_db, 2.0), stepped(volume_db, -2.0)) == (louder, softer)
