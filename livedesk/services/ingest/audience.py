"""Who plays the audience where no relay is connected: a recording, or the simulator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.services.ingest.batches import RELAY
from livedesk.services.ingest.recording import Recording


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What arrived, in order."""

    events: Sequence[FeedEvent] = ()
    rows: Sequence[OrderRow] = ()


class Source(Protocol):
    """An audience on any clock. ``name`` goes with everything it gives (``simulated`` marks what never was)."""

    @property
    def name(self) -> str:
        """The source's name in the store."""
        ...

    def until(self, instant_ms: int) -> Arrivals:
        """What arrived up to and with this instant and was not given before."""
        ...


class RecordedAudience:
    """A relay's recording, and order rows at the instants of their payment."""

    name = RELAY

    def __init__(self, recording: Recording, rows: Iterable[OrderRow] = ()) -> None:
        self._recording = recording
        self._rows = sorted(rows, key=lambda row: row.paid_ms or row.submitted_ms or 0, reverse=True)

    def until(self, instant_ms: int) -> Arrivals:
        """What arrived up to and with this instant and was not given before."""
        events = self._recording.until(instant_ms)
        rows = []
        while self._rows and (self._rows[-1].paid_ms or self._rows[-1].submitted_ms or 0) <= instant_ms:
            rows.append(self._rows.pop())
        return Arrivals(events, rows)


def moved(row: OrderRow, shift_ms: int) -> OrderRow:
    """An order row of another evening."""
    if not shift_ms:
        return row
    paid = None if row.paid_ms is None else row.paid_ms + shift_ms
    submitted = None if row.submitted_ms is None else row.submitted_ms + shift_ms
    return replace(row, paid_ms=paid, submitted_ms=submitted)


class Player:
    """Plays a source into a sink, as a rehearsal goes on: ``play_until(instant, table)`` is what a rehearsal
    calls. ``sink`` is given the source's name, the events and the rows."""

    def __init__(
        self, source: Source, sink: Callable[[str, Sequence[FeedEvent], Sequence[OrderRow]], None]
    ) -> None:
        self._source = source
        self._sink = sink

    def play_until(self, instant_ms: int, table: object = None) -> None:
        """Let everything happen that is due up to ``instant_ms`` (epoch ms); the timetable is not needed."""
        arrivals = self._source.until(instant_ms)
        if arrivals.events or arrivals.rows:
            self._sink(self._source.name, arrivals.events, arrivals.rows)
