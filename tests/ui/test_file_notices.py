"""Files that OBS is to show and that are not there stand in a banner before their scene is taken."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from window_room import obs_status, on_air_snapshot

from livedesk.domain.run import Phase
from livedesk.domain.source_files import SourceFile
from livedesk.domain.status import LinkState
from livedesk.ui.window import MainWindow


def _said(window: MainWindow) -> str:
    window.ticker.tick()
    banner = window.banners.banner("files")
    return banner.words.text() if banner is not None else ""


def test_missing_files_are_named_before_air_and_those_of_the_next_scene_on_air(
    window: MainWindow, desk: Desk
) -> None:
    snapshot = on_air_snapshot(desk)
    show = snapshot.state.show
    desk.publish(snapshot)
    window.ticker.tick()
    table = window.ticker.now().timetable
    assert table is not None
    assert table.next is not None
    following = show.segments[table.next].scene
    later = next(scene for scene in show.scenes if scene not in (following, snapshot.state.run.scene))
    lost = SourceFile("片头", "C:\\片\\a.mp4", (following,), there=False)
    far = SourceFile("角标", "/b.png", ("不用的", later), there=False)
    files = (lost, far, replace(lost, source="在", there=True), replace(lost, source="外", scenes=("不用的",)))
    run = replace(snapshot.state.run, phase=Phase.PREPARING, airings=(), current=None, scene="", take=None)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    desk.publish(obs_status(files=files))
    text = _said(window)
    assert f"{following} · 片头 (a.mp4)" in text
    assert f"{later} · 角标 (b.png)" in text
    assert "在 " not in text
    assert "外" not in text
    desk.publish(snapshot)
    text = _said(window)
    assert f"{following} · 片头 (a.mp4)" in text
    assert "角标" not in text
    desk.publish(obs_status(files=files, link=LinkState.LOST))
    assert _said(window) == ""
    desk.publish(obs_status(files=None))
    assert _said(window) == ""
