"""Hands that mash: takes with cuts and fades in turn, panics, previews and studio mode, without a pause to think."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from random import Random
from time import monotonic
from typing import Any

from livedesk.domain.events import TakeResult
from livedesk.services.obs.order import ONE_INSTANT_S
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import ENDED, SCENES, STARTED, SWITCHED, Director, wait_for

SAFE = "紧急画面"
ARRIVES_S = 1.5
_TYPES = ("CurrentSceneTransitionChanged", "CurrentSceneTransitionDurationChanged")


def shows(service: ObsService, scene: str) -> bool:
    """Whether the desk shows this scene on air."""
    return service.status.program == scene


def mash(service: ObsService, desk: Desk, chance: Random, seconds: float) -> list[int]:
    """Press for some seconds; returns the numbers of the takes."""
    takes: list[int] = []
    pause, end = threading.Event(), monotonic() + seconds
    while monotonic() < end:
        roll = chance.random()
        if roll < 0.72:
            fade = chance.choice((None, None, 50, 120, 300, 500))
            takes.append(desk.go(service, chance.choice(SCENES), fade_ms=fade))
        elif roll < 0.82:
            takes.append(desk.go(service, SAFE, urgent=True))
        elif roll < 0.95:
            service.preview(chance.choice(SCENES))
        else:
            service.set_studio(not service.status.studio)
        pause.wait(chance.choice((0.0, 0.01, 0.03, 0.1, 0.25, 0.6)))
    return takes


def settled(service: ObsService, desk: Desk, director: Director, takes: Sequence[int]) -> None:
    """Afterwards every take has its word, nothing is stuck, and a last cut arrives: what OBS's events say, what it
    names and what the desk shows are one scene."""
    desk.until(lambda: all(desk.reports(take) for take in takes), 5, "every take has its report")
    told = [desk.reports(take)[0] for take in takes]
    assert not [report for report in told if report.detail in ("stuck", "no_event", "timeout")]
    assert "obs.stuck" not in desk.faults()
    assert desk.manual() == [], "nobody's hand was in OBS"
    for scene in (SCENES[1], SCENES[0]):
        wait_for(director.idle, 2, "no transition runs")
        began = monotonic()
        last = desk.go(service, scene)
        assert desk.report(last, ARRIVES_S).result is TakeResult.CONFIRMED
        assert monotonic() - began < ARRIVES_S
        desk.until(partial(shows, service, scene), 1, "shown")
        assert director.program() == scene
    arrived = [event for event in director.events if event["eventType"] == "CurrentProgramSceneChanged"]
    assert arrived[-1]["eventData"]["sceneName"] == SCENES[0]


def type_changes_in_transitions(events: Sequence[dict[str, Any]]) -> list[str]:
    """Changes of the transition's type or length between its start and its end: what freezes OBS's output. One that
    came in the same instant as the start was made before it: OBS sends its events from several threads."""
    started, found = None, []
    for event in events:
        name = event["eventType"]
        if name == STARTED:
            started = event["receivedMs"]
        elif name in (ENDED, SWITCHED):
            started = None
        elif name in _TYPES and started is not None and event["receivedMs"] - started > ONE_INSTANT_S * 1000:
            found.append(name)
    return found
