"""Scenes that OBS does not have are flagged where they are used, before they are taken."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from live_room import Room
from live_show import MID_T, mid_show
from window_room import obs_status, offers_of, on_air_snapshot

from livedesk.domain import commands as c
from livedesk.domain.events import TakeResult
from livedesk.domain.run import Phase
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.models.keyed import ACCESSIBLE
from livedesk.ui.models.rundown import TOOL_TIP
from livedesk.ui.window import MainWindow


def test_rows_and_plans_without_their_scene_say_so_while_obs_is_known(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    model = room.desk.rundown.model
    plan = room.desk.rundown.standby.buttons["b2"]
    row = model.index(model.row_of("s05"), 0)
    known = tuple(scene for scene in journal.show.scenes if scene not in ("秒杀倒计时", "主播近景"))
    room.desk.on_obs(ObsStatus(LinkState.READY, scenes=known, program="商品特写"))
    room.show(journal, MID_T + 1)
    for words in (row.data(ACCESSIBLE), row.data(TOOL_TIP)):
        assert '▲ OBS has no scene "秒杀倒计时"' in words
    cell = model.cell(row.row())
    assert cell is not None
    assert cell.lacking
    assert "▲" in plan.toolTip()
    assert "主播近景" in plan.accessibleName()
    assert "▲" not in room.desk.rundown.standby.buttons["b1"].toolTip()

    room.desk.on_obs(ObsStatus(LinkState.LOST, scenes=known, program="商品特写"))
    room.show(journal, MID_T + 2)
    assert row.data(ACCESSIBLE) == "限时秒杀 · 修护霜 300 件"
    assert "▲" not in plan.toolTip()


def test_before_air_they_are_counted_with_the_way_out(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, phase=Phase.PREPARING, airings=(), current=None, scene="", take=None)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    desk.publish(obs_status("开场全景"))
    window.ticker.tick()
    assert window.banners.keys == (), "before air the scene that OBS shows is nobody's fault"
    desk.publish(obs_status("开场全景", scenes=("开场全景", "主播近景")))
    window.ticker.tick()
    banner = window.banners.banner("scenes")
    assert banner is not None
    assert "segments" in banner.words.text()
    assert "商品特写" in banner.words.text()
    assert "Panic" in banner.words.text()
    assert "script" in offers_of(window, "scenes")[0].text()
    desk.publish(obs_status("开场全景", scenes=("开场全景", "主播近景"), switching=True))
    window.ticker.tick()
    assert window.banners.keys == ()


def test_on_air_the_removed_scene_is_told_and_what_obs_shows_instead(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    run = snapshot.state.run
    assert run.take is not None
    run = replace(run, take=replace(run.take, result=TakeResult.CONFIRMED, t_ms=0))
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    left = tuple(scene for scene in obs_status().scenes if scene != run.scene)
    desk.publish(obs_status("紧急画面", scenes=left))
    window.ticker.tick()
    banner = window.banners.banner("scene")
    assert banner is not None
    assert "was removed from OBS" in banner.words.text()
    assert "紧急画面" in banner.words.text()
    desk.publish(obs_status(run.scene, scenes=left))
    window.ticker.tick()
    banner = window.banners.banner("scene")
    assert banner is not None
    assert "another scene's button" in banner.words.text(), "OBS still names it: nobody knows what viewers see"
    safe, leave = offers_of(window, "scene")
    assert '"紧急画面"' in safe.text()
    safe.click()
    desk.later()
    leave.click()
    assert desk.sent == [c.Panic(), c.FollowObs("")], "OBS has no such scene: none is wanted until the next take"
    desk.publish(obs_status(run.scene, scenes=tuple(scene for scene in left if scene != "紧急画面")))
    window.ticker.tick()
    assert [offer.offer.does for offer in offers_of(window, "scene")] == [c.FollowObs("")]
    adopted = replace(run, scene="")
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=adopted)))
    window.ticker.tick()
    assert "scene" not in window.banners.keys
