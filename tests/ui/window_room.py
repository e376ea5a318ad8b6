"""A window with two pages that count, and what tests ask of it."""

from __future__ import annotations

from dataclasses import replace

import live_show
from bare_desk import Desk

from livedesk.domain.ready_scenes import USUAL_SCENES
from livedesk.domain.status import (
    LinkState,
    ObsHealth,
    ObsStatus,
)
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import Tick, Workspace
from livedesk.ui.notice_bar import OfferButton
from livedesk.ui.window import MainWindow

HEALTH = ObsHealth(60.0, 60.0, 0.0, 0.0, 0.0, 421_888, 6_000)


class Page(Workspace):
    """A workspace that counts."""

    icon = "live"

    def __init__(self, context: object, page: str) -> None:
        self.id = page
        super().__init__(context)  # type: ignore[arg-type]  # the tests' context
        self.snapshots = 0
        self.ticks = 0

    def title(self) -> str:
        """Its id."""
        return self.id

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Count."""
        self.snapshots += 1

    def on_tick(self, tick: Tick) -> None:
        """Count."""
        self.ticks += 1


def on_air_snapshot(desk: Desk) -> SessionSnapshot:
    """5:06 into the fourth segment."""
    snapshot = live_show.snapshot(live_show.mid_show())
    run = snapshot.state.run
    desk.clock.wall_ms = run.instant(live_show.MID_T)
    desk.clock.mono_ms = run.origin_mono_ms + live_show.MID_T
    state = replace(snapshot.state, run=replace(run, boot="boot"))
    return replace(snapshot, state=state)


def obs_status(program: str = "商品特写", **changes: object) -> ObsStatus:
    status = ObsStatus(LinkState.READY, "127.0.0.1:4455", "29.0.2", program, scenes=USUAL_SCENES, health=HEALTH)
    return replace(status, **changes)  # type: ignore[arg-type]  # the fields of ObsStatus


def offers_of(window: MainWindow, key: str) -> list[OfferButton]:
    banner = window.banners.banner(key)
    assert banner is not None
    return [button for button in banner.buttons if isinstance(button, OfferButton)]


def said_by(window: MainWindow, key: str) -> str:
    """What the banner of this key says now (empty: there is none)."""
    window.ticker.tick()
    banner = window.banners.banner(key)
    return banner.words.text() if banner is not None else ""
