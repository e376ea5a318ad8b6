"""Wiring of a rehearsal: store, simulated clock, OBS, audience, and the report at its end."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.app.report_files import write_report
from livedesk.domain.asrun import as_run
from livedesk.domain.clock import iso
from livedesk.domain.commands import ShowFault
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind, TakeResult
from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.domain.run import State
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import plan
from livedesk.services.ingest.audience import Player, Source
from livedesk.services.ingest.keeper import Keeper
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.rehearsed import recorded, simulated
from livedesk.services.obs.lamps import ABSENT, NO_LINK
from livedesk.services.obs.password import find_password
from livedesk.services.obs.service import ObsService
from livedesk.services.session.clock import SimulatedClock
from livedesk.services.session.rehearsal import Rehearsal
from livedesk.services.session.session import Session
from livedesk.store.store import Store

CONNECT_S = 6.0


def rehearse(
    opened: Opened,
    show_id: str,
    *,
    speed: float | None,
    obs: tuple[str, int] | None,
    audience: Path | None,
) -> dict[str, Any]:
    """Play a show and write its report. Raises UserError before anything is kept where the show, the recording or
    the given OBS is not there."""
    store = opened.store
    show, revision = store.shows.load(show_id)
    layout = plan(show)
    clock = SimulatedClock(layout.start)
    privacy = Privacy(store.secret_salt())
    link = _connected(obs) if obs is not None else None
    try:
        run_id = store.runs.create(show_id, RunKind.REHEARSAL, opened_ms=layout.start)
        keeper = Keeper(store.feeds, store.writer, run_id)
        source: Source = (
            recorded(audience, layout, privacy) if audience is not None else simulated(show, layout, run_id)
        )
        player = Player(source, lambda name, events, rows: _keep(keeper, name, events, rows))
        rehearsal = Rehearsal(clock, speed=speed, audience=player, drives_obs=link is not None)
        if link is not None:
            link.deliver(rehearsal)
        session = Session(
            State(show, revision),
            run_id=run_id,
            clock=clock,
            append=_append(store, rehearsal),
            publish=lambda _: None,
            obs=link.service if link is not None else None,
        )
        end = rehearsal.play(session)
    finally:
        if link is not None:
            link.service.stop()
    keeper.close()
    rows = as_run(store.runs.entries(run_id))
    results = [row.result for row in rows if row.take is not None and row.scene]
    return {
        "run": run_id,
        "aired": end.aired,
        "log_rows": len(rows),
        "planned_end": iso(end.planned_end_ms, show.zone),
        "ended": iso(end.ended_ms, show.zone),
        "obs": {
            "takes": len(results) if link is not None else 0,
            "confirmed": results.count(TakeResult.CONFIRMED.value),
            "unknown": results.count(TakeResult.UNKNOWN.value),
        },
        "report": str(write_report(store, run_id, store.folder.reports / f"run-{run_id}.html")),
    }


def _keep(keeper: Keeper, name: str, events: Sequence[FeedEvent], rows: Sequence[OrderRow]) -> None:
    keeper.add(name, events, rows)
    keeper.flush()


def _append(store: Store, rehearsal: Rehearsal) -> Any:
    def append(run_id: int, entries: tuple[Entry, ...]) -> None:
        def done(error: BaseException | None) -> None:
            seq = entries[-1].seq if error is None else 0
            code = error.code if isinstance(error, UserError) else ""
            rehearsal.post(lambda session: session.saved(seq, store.writer.pending, code))

        store.writer.append(run_id, entries, done)

    return append


class _Link:
    """A connected OBS whose outcomes go to the rehearsal once there is one."""

    def __init__(self, host: str, port: int) -> None:
        self._ready = threading.Event()
        self._last = ObsStatus()
        self._why = ABSENT
        self._rehearsal: Rehearsal | None = None
        self.service = ObsService(host, port, lambda: find_password(""), self._post, self._publish)

    def connect(self) -> None:
        self.service.start()
        self._ready.wait(CONNECT_S)
        if self._last.link is not LinkState.READY:
            self.service.stop()
            raise UserError(self._why, address=self._last.detail)

    def deliver(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal

    def _post(self, command: Any) -> None:
        if self._rehearsal is not None:
            self._rehearsal.post_command(command)
        elif isinstance(command, ShowFault) and command.code in NO_LINK:
            self._why = command.code

    def _publish(self, item: object) -> None:
        if isinstance(item, ObsStatus):
            self._last = item
            if item.link in (LinkState.READY, LinkState.REFUSED):
                self._ready.set()


def _connected(address: tuple[str, int]) -> _Link:
    link = _Link(*address)
    link.connect()
    return link
