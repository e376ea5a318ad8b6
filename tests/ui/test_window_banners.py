"""The banners of the window: what is said there, who may choose, and what stands until it is closed."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from live_show import MID_T
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_room import HEALTH, obs_status, offers_of, on_air_snapshot

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.run import FollowStop, Phase, TakeState
from livedesk.domain.rundown import EndMode
from livedesk.domain.status import (
    LinkState,
    Reminder,
    SaveStatus,
)
from livedesk.services.session.snapshot import Refused
from livedesk.ui.window import MainWindow


def test_a_difference_to_obs_is_shown_and_the_director_chooses(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status())
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.publish(obs_status("开场全景"))
    window.ticker.tick()
    again, leave = offers_of(window, "scene")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.TakeAgain()], "a button that bounces takes once"
    desk.later()
    QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.TakeAgain(), c.FollowObs("开场全景")]
    desk.publish(obs_status())
    window.ticker.tick()
    assert window.banners.keys == ()


def test_a_take_that_waits_for_another_scene_collection_is_said(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = snapshot.state.run
    desk.publish(obs_status("开场全景", switching=True))
    desk.publish(snapshot)
    window.ticker.tick()
    assert window.banners.keys == ()
    waiting = replace(run, scene="紧急画面", take=TakeState(run.takes + 1, "紧急画面", MID_T))
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=waiting)))
    window.ticker.tick()
    banner = window.banners.banner("scene")
    assert banner is not None
    assert "紧急画面" in banner.words.text()
    assert not banner.buttons
    desk.publish(obs_status("紧急画面"))
    window.ticker.tick()
    assert window.banners.keys == ()


def test_an_interrupted_show_is_offered_without_a_dialog(window: MainWindow, desk: Desk) -> None:
    desk.publish(replace(on_air_snapshot(desk), resuming=True))
    desk.publish(obs_status("开场全景"))
    window.ticker.tick()
    banner = window.banners.banner("resume")
    assert banner is not None
    for fact in ("秋冬护肤专场", "0:20:36", "开场全景", "商品特写"):
        assert fact in banner.words.text()
    assert window.top_bar.state.text() == "interrupted"
    go_on = offers_of(window, "resume")[0]
    desk.clock.advance(1_000)
    window.ticker.tick()
    assert window.banners.banner("resume") is banner
    assert "0:20:37" in banner.words.text()
    for _ in range(3):
        desk.clock.advance(1_000)
        window.ticker.tick()
    assert go_on.text().count("Ctrl") == 1, "the key stands once on the button"
    assert go_on.text().startswith("Go on with this show")
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.Resume()]
    assert QApplication.activeModalWidget() is None
    desk.publish(on_air_snapshot(desk))
    assert window.banners.keys == ("scene",)


def test_faults_clock_steps_and_missed_follows_have_their_banners(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = replace(
        snapshot.state.run,
        faults={"prompter.lost": (), "obs.absent": (("address", "127.0.0.1:4455"),)},
        clock_step_ms=3_600_000,
        follow_stopped=FollowStop.STOOD_STILL,
    )
    save = SaveStatus(10, 3, "store.disk_full")
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run), save=save))
    assert set(window.banners.keys) == {"save", "clock", "follow", "fault:prompter.lost", "fault:obs.absent"}
    absent = window.banners.banner("fault:obs.absent")
    assert absent is not None
    assert "127.0.0.1:4455" in absent.words.text()
    (take_next,) = offers_of(window, "follow")
    QTest.mouseClick(take_next, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.Go(run.airing.number if run.airing else None)]
    assert "3 not saved" in window.status_bar.saved.text()


def test_who_comes_back_to_what_is_over_is_told_only_where_it_would_have_followed(
    window: MainWindow, desk: Desk
) -> None:
    snapshot = on_air_snapshot(desk)
    state = snapshot.state
    run = replace(state.run, follow_stopped=FollowStop.CAME_BACK)
    assert run.airing is not None
    for mode, keys in ((EndMode.MANUAL, False), (EndMode.AUTO_FOLLOW, True)):
        segments = tuple(
            replace(item, end_mode=mode) if item.id == run.airing.item_id else item for item in state.show.segments
        )
        show = replace(state.show, segments=segments)
        desk.publish(replace(snapshot, state=replace(state, show=show, run=run)))
        assert ("follow" in window.banners.keys) is keys
    banner = window.banners.banner("follow")
    assert banner is not None
    assert "stood still" not in banner.words.text()


def test_a_fault_offers_what_helps(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    faults = dict.fromkeys(("obs.lost", "obs.refused", "obs.stuck", "prompter.hung", "obs.stream_off"), ())
    run = replace(snapshot.state.run, faults=faults)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    for code in faults:
        for button in offers_of(window, f"fault:{code}"):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            desk.later()
    assert desk.services.deeds == ["retry_obs", "retry_obs", "free_obs", "open_prompter"]
    assert window.page == "settings"
    assert desk.sent == []


def test_a_stuck_output_stands_before_all_others(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    faults = dict.fromkeys(("relay.no_relay", "obs.stuck", "prompter.hung"), ())
    run = replace(snapshot.state.run, faults=faults, clock_step_ms=5_000)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    assert window.banners.keys[0] == "fault:obs.stuck"
    assert len(window.banners.keys) == 4


def test_refusals_are_sentences_in_the_status_bar(window: MainWindow, desk: Desk) -> None:
    desk.publish(Refused(c.Go(3), UserError("run.no_next")))
    assert window.status_bar.message.text() != ""
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.context.actions["quit"].allow(False, "not now")
    desk.context.actions.trigger("quit")
    assert window.status_bar.message.text() == "Quit: not now"


def test_what_the_status_bar_said_goes_when_the_show_goes_on(window: MainWindow, desk: Desk) -> None:
    told = on_air_snapshot(desk)
    before = replace(told, state=replace(told.state, run=replace(told.state.run, phase=Phase.PREPARING)))
    desk.publish(before)
    desk.publish(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS")))
    said = window.status_bar.message.text()
    assert said != ""
    desk.publish(replace(before, save=SaveStatus(11)))
    assert window.status_bar.message.text() == said, "nothing has changed but the journal"
    desk.publish(told)
    assert window.status_bar.message.text() == ""


def test_an_error_that_nobody_asked_for_stands_until_it_is_closed(window: MainWindow, desk: Desk) -> None:
    for number in range(7):
        desk.publish(Refused(None, UserError("program.unexpected", reason=f"ValueError: {number}")))
    desk.clock.advance(3_600_000)
    window.ticker.tick()
    banner = window.banners.banner("error:program.unexpected")
    assert banner is not None
    assert "ValueError: 6" in banner.words.text()
    assert "×7" in banner.words.text()
    details = offers_of(window, "error:program.unexpected")[0]
    QTest.mouseClick(details, Qt.MouseButton.LeftButton)
    banner = window.banners.banner("error:program.unexpected")
    assert banner is not None
    shown = banner.words.text()
    assert "ValueError: 2" in shown
    assert "ValueError: 1" not in shown, "the last five"
    assert str(desk.services.data_folder / "logs") in shown
    desk.later()
    close = offers_of(window, "error:program.unexpected")[1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.banners.keys == ()
    assert window.status_bar.message.text() == ""


def test_a_show_that_begins_soon_is_said_and_opened_from_there(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_page("plan")
    desk.publish(Reminder("s9", "晚场", desk.clock.wall_ms + 10 * 60_000))
    window.ticker.tick()
    banner = window.banners.banner("reminder:s9")
    assert banner is not None
    assert banner.words.text() == "“晚场” begins in 10 min."
    desk.clock.advance(61_000)
    window.ticker.tick()
    assert window.banners.banner("reminder:s9") is banner
    assert banner.words.text() == "“晚场” begins in 9 min."
    QTest.mouseClick(offers_of(window, "reminder:s9")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page == "live")
    assert desk.services.deeds == ["open_show s9"]
    desk.clock.advance(600_000)
    window.ticker.tick()
    assert window.banners.keys == (), "it has begun"


def test_a_reminder_is_closed_and_the_next_one_comes(window: MainWindow, desk: Desk) -> None:
    reminder = Reminder("s9", "晚场", desk.clock.wall_ms + 30 * 60_000)
    desk.publish(reminder)
    window.ticker.tick()
    QTest.mouseClick(offers_of(window, "reminder:s9")[1], Qt.MouseButton.LeftButton)
    assert window.banners.keys == ()
    desk.publish(reminder)
    window.ticker.tick()
    assert window.banners.keys == ("reminder:s9",)


def test_a_show_that_cannot_be_opened_says_why(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.open_error = UserError("run.on_air_elsewhere", title="早场")
    desk.publish(Reminder("s9", "晚场", desk.clock.wall_ms + 600_000))
    window.ticker.tick()
    QTest.mouseClick(offers_of(window, "reminder:s9")[0], Qt.MouseButton.LeftButton)

    def told() -> bool:
        window.ticker.tick()
        banner = window.banners.banner("error:run.on_air_elsewhere")
        return banner is not None and "早场" in banner.words.text()

    qtbot.waitUntil(told)


def test_closing_on_air_asks_in_place_first(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.publish(on_air_snapshot(desk))
    assert not window.close()
    assert window.isVisible()
    banner = window.banners.banner("close")
    assert banner is not None
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(banner.buttons[1], Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_closing_over_entries_that_are_not_on_disk_asks_first(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, phase=Phase.ENDED)
    state = replace(snapshot.state, run=run)
    desk.publish(replace(snapshot, state=state, save=SaveStatus(10, 3, "store.disk_full")))
    assert not window.close()
    banner = window.banners.banner("close")
    assert banner is not None
    assert "3 entries" in banner.words.text()
    assert "on air" not in banner.words.text()
    desk.publish(replace(snapshot, state=state, save=SaveStatus(13)))
    assert window.close()


def test_the_gravest_stands_first_whenever_it_came(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, faults={"prompter.lost": ()})
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    desk.publish(
        replace(snapshot, state=replace(snapshot.state, run=run), save=SaveStatus(10, 3, "store.disk_full"))
    )
    assert window.banners.keys == ("save", "fault:prompter.lost")


def test_an_answer_that_changes_stays_where_it_is(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(Refused(None, UserError("program.unexpected", reason="x")))
    window.ticker.tick()
    banner = window.banners.banner("error:program.unexpected")
    assert banner is not None
    before = banner.buttons[0]
    QTest.mouseClick(before, Qt.MouseButton.LeftButton)
    window.ticker.tick()
    assert window.banners.banner("error:program.unexpected") is banner
    assert banner.buttons[0] is before
    assert before.text().startswith("Hide details")
    desk.later()
    QTest.mouseClick(before, Qt.MouseButton.LeftButton)
    window.ticker.tick()
    assert before.text().startswith("Details")


def test_a_low_window_shows_two_and_says_how_many_more(window: MainWindow, desk: Desk) -> None:
    window.resize(1366, 728)
    snapshot = on_air_snapshot(desk)
    faults = dict.fromkeys(("obs.lost", "prompter.lost", "obs.stream_off", "orders.unreadable"), ())
    run = replace(snapshot.state.run, faults=faults)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    window.show()
    banners = [window.banners.banner(key) for key in window.banners.keys]
    assert [banner.isHidden() for banner in banners if banner] == [False, False, True, True]
    second = banners[1]
    assert second is not None
    assert second.more.text() == "▲ 2 more"
    QTest.mouseClick(second.more, Qt.MouseButton.LeftButton)
    assert not any(banner.isHidden() for banner in banners if banner)
    assert second.more.isHidden()


def test_in_a_low_window_a_banner_is_one_line_high(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    snapshot = on_air_snapshot(desk)
    faults = {"obs.absent": (("address", "127.0.0.1:4455"),)}
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=replace(snapshot.state.run, faults=faults))))
    banner = window.banners.banner("fault:obs.absent")
    assert banner is not None
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.height() == 768 and banner.height() <= 36)
    for button in banner.buttons:
        assert button.height() >= button.fontMetrics().height() + 6
    window.resize(1366, 1080)
    qtbot.waitUntil(lambda: banner.height() > 40)


def test_every_difference_to_obs_is_told_in_studio_mode_and_after_a_reconnect_too(
    window: MainWindow, desk: Desk
) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status(studio=True, preview="主播近景"))
    window.ticker.tick()
    assert window.banners.keys == (), "what stands in the preview is nobody's fault"
    desk.publish(obs_status("主播近景", studio=True, preview="商品特写"))
    window.ticker.tick()
    banner = window.banners.banner("scene")
    assert banner is not None
    for name in ("主播近景", "商品特写"):
        assert name in banner.words.text()
    assert len(offers_of(window, "scene")) == 2
    desk.publish(obs_status("主播近景", studio=True, transitioning=True))
    window.ticker.tick()
    assert window.banners.keys == (), "a transition is on its way"
    desk.publish(obs_status("主播近景", link=LinkState.LOST))
    window.ticker.tick()
    assert "scene" not in window.banners.keys, "nobody knows what OBS shows"
    desk.publish(obs_status("主播近景"))
    window.ticker.tick()
    assert window.banners.keys == ("scene",), "read back, and the director chooses"


def test_a_fault_of_a_figure_says_how_it_is_now(window: MainWindow, desk: Desk) -> None:
    facts = {"obs.health_disk": (("percent", "400.0"), ("value", "4.0"))}
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, faults=facts)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    desk.publish(obs_status(health=None))
    window.ticker.tick()
    banner = window.banners.banner("fault:obs.health_disk")
    assert banner is not None
    assert "4.0 GB" in banner.words.text()
    now = {"obs.health_disk": (("percent", "20.0"), ("value", "0.2"))}
    desk.publish(obs_status(health=replace(HEALTH, faults=now)))
    window.ticker.tick()
    assert window.banners.banner("fault:obs.health_disk") is banner
    assert "0.2 GB" in banner.words.text()
