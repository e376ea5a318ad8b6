"""Sources that the show names and that OBS's scenes lack stand in a banner before their segment is taken."""

from __future__ import annotations

from dataclasses import replace

from bare_desk import Desk
from window_room import obs_status, on_air_snapshot, said_by

from livedesk.domain.run import Phase
from livedesk.domain.rundown import ItemWish
from livedesk.domain.status import LinkState
from livedesk.ui.window import MainWindow


def test_a_lacking_source_is_named_before_air_and_the_next_segments_on_air(window: MainWindow, desk: Desk) -> None:
    snapshot = on_air_snapshot(desk)
    desk.publish(snapshot)
    window.ticker.tick()
    table = window.ticker.now().timetable
    assert table is not None
    assert table.next is not None
    segments = list(snapshot.state.show.segments)
    following, later = segments[table.next], segments[-1]
    segments[table.next] = replace(following, items=(ItemWish("券面"),))
    segments[-1] = replace(later, items=(ItemWish("彩带", shown=False),))
    show = replace(snapshot.state.show, segments=tuple(segments))
    aired = replace(snapshot, state=replace(snapshot.state, show=show))
    run = replace(aired.state.run, phase=Phase.PREPARING, airings=(), current=None, scene="", take=None)
    drawn = {scene: frozenset({"机位"}) for scene in show.scenes}
    desk.publish(replace(aired, state=replace(aired.state, run=run)))
    desk.publish(obs_status(sources=drawn))
    text = said_by(window, "sources")
    assert "2 segments" in text
    assert f"{following.scene} · 券面" in text
    desk.publish(aired)
    text = said_by(window, "sources")
    assert f'no source "券面" in the scene "{following.scene}"' in text
    assert "彩带" not in text
    desk.publish(obs_status(sources={scene: frozenset({"券面", "彩带"}) for scene in show.scenes}))
    assert said_by(window, "sources") == ""
    desk.publish(obs_status(sources=drawn, link=LinkState.LOST))
    assert said_by(window, "sources") == ""
