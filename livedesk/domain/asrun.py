"""The as-run log: one row a take, folded from the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from livedesk.domain.events import Entry


@dataclass(frozen=True, slots=True)
class AsRunRow:
    """One row. Instants are epoch ms (None: not yet, or not at all); ``t_ms`` is the run's monotonic time.

    ``kind``: segment, standby, back, resume, scene, manual, console, product, promotion, hold, release, time,
    message, alert, fault, clock, gap, check, live, end. Rows that ask something of OBS carry ``take`` and
    ``result`` (confirmed / rejected / unknown / withheld, empty while open); ``note`` says more.
    """

    seq: int
    t_ms: int
    kind: str
    number: int | None
    title: str
    revision: int | None
    planned_start_ms: int | None
    requested_ms: int
    confirmed_ms: int | None
    ended_ms: int | None
    scene: str
    by: str
    result: str
    note: str
    take: int | None = None
    airing: int | None = None


def as_run(entries: Iterable[Entry]) -> tuple[AsRunRow, ...]:
    """The as-run log of a journal."""
    raise NotImplementedError
