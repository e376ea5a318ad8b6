"""OBS's figures on the desk: good or past their threshold in words, and their history."""

from __future__ import annotations

from dataclasses import replace

from live_room import Room, settle
from live_show import MID_T, mid_show
from pytestqt.qtbot import QtBot

from livedesk.domain.clock import HOUR, SECOND
from livedesk.domain.events_desk import OutputState
from livedesk.domain.health import HealthSample
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.status import LinkState, ObsHealth, ObsStatus
from livedesk.ui.workspaces.live.health_panel import HealthPanel, curves

JUDGED = ("congestion", "disk_gb", "dropped", "encode", "fps", "render")
HEALTH = ObsHealth(29.9, 30.0, 0.0, 0.0, 0.0, 421_888, 6_000, 0.05, 12.4, 612.0, 5 * HOUR, JUDGED)
RUNS = Output(OutputState.STARTED, True, 0, 0)


def _panel(room: Room, health: ObsHealth | None, outputs: Outputs) -> HealthPanel:
    room.show(mid_show())
    room.desk.context.actions.trigger("role_crew")
    link = LinkState.READY if health is not None else LinkState.LOST
    room.desk.on_obs(ObsStatus(link, program="商品特写", outputs=outputs, health=health))
    room.show(mid_show(), MID_T + 1_000)
    settle()
    panel = room.desk.panels.widgets["health"]
    assert isinstance(panel, HealthPanel)
    return panel


def _said(panel: HealthPanel) -> dict[str, tuple[str, str]]:
    return {name: (tile.value.text(), tile.note.text()) for name, tile in panel.tiles.items()}


def test_figures_are_good_or_not_in_words(room: Room) -> None:
    said = _said(_panel(room, HEALTH, Outputs(stream=RUNS, record=RUNS)))
    assert said["fps"] == ("29.9", "good · of 30")
    assert said["kbps"] == ("6.0 Mbps", "")
    assert said["congestion"] == ("5%", "good")
    assert said["cpu"] == ("12%", "612 MB"), "no rule says how much is too much"
    assert said["disk"] == ("5:00 h", "good · 412 GB")
    panel = _panel(room, replace(HEALTH, dropped=0.03, poor=("dropped", "disk_gb")), Outputs(stream=RUNS))
    said = _said(panel)
    assert said["dropped"] == ("3.00%", "▲ too bad")
    assert said["disk"][1] == "▲ too bad"
    assert said["render"] == ("0.00%", "good")
    assert panel.facts.text().startswith("▲")
    again = replace(HEALTH, poor=("disk_gb", "disk_hours", "dropped"), mending=("disk_gb", "dropped"))
    said = _said(_panel(room, again, Outputs(stream=RUNS)))
    assert said["dropped"] == ("0.00%", "▲ recovering")
    assert said["disk"][1] == "▲ too bad"
    judged = replace(HEALTH, judged=(*JUDGED, "cpu"))
    assert _said(_panel(room, judged, Outputs(stream=RUNS)))["cpu"] == ("12%", "good · 612 MB")


def test_what_obs_cannot_tell_is_not_made_up(room: Room) -> None:
    said = _said(_panel(room, replace(HEALTH, disk_left_ms=None), Outputs()))
    assert (said["kbps"], said["congestion"]) == (("—", "no stream"), ("—", "no stream"))
    assert said["disk"] == ("412 GB", "good · free")
    panel = _panel(room, None, Outputs())
    assert {value for value, _ in _said(panel).values()} == {"—"}
    assert panel.facts.text() == "OBS is not connected"


def test_until_the_first_figure_a_word_stands_where_the_graph_will_be(room: Room) -> None:
    panel = _panel(room, None, Outputs())
    panel.graph.load()
    assert panel.graph.graph is not None
    assert panel.graph.nothing.isVisible()
    assert "begins with OBS's first figures" in panel.graph.nothing.text()
    assert not panel.graph.graph.isVisible()
    panel.graph.set_curves(curves((HealthSample(room.context_desk.clock.wall_ms, HEALTH),)))
    assert not panel.graph.nothing.isVisible()
    assert panel.graph.graph.isVisible()


def test_the_history_is_drawn_as_lines(room: Room, qtbot: QtBot) -> None:
    now = room.context_desk.clock.wall_ms
    samples = tuple(
        HealthSample(
            now - (60 - n) * SECOND, replace(HEALTH, fps=float(n), render_skipped=0.01 if n == 3 else 0.0)
        )
        for n in range(60)
    )
    fps, kbps, dropped, late = curves(samples)
    assert (fps.values[-1], kbps.values[0], dropped.values[0], late.values[3]) == (59.0, 6_000, 0.0, 0.01)
    room.services.obs_history = samples
    panel = _panel(room, HEALTH, Outputs())
    panel.graph.load()
    graph = panel.graph.graph
    assert graph is not None
    qtbot.waitUntil(lambda: graph.redraws >= 1)
    told = [label.text() for label in graph._values.values()]
    assert told[0] == "━ frames 59"
