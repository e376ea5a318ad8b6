"""The feeds of whatever run is on the desk: one ingest service a run, made anew when the run or a wish changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from livedesk.app.tape import Tape
from livedesk.domain.commands import ClearFault, Command, RaiseAlert, ShowFault
from livedesk.domain.errors import UserError
from livedesk.domain.events import AlertRaised, Entry, RunEnded, WentLive
from livedesk.domain.feed import BatchReport
from livedesk.domain.ports import Clock
from livedesk.domain.rundown import Show
from livedesk.domain.settings import Settings
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest.audience import Arrivals, RecordedAudience, Source, moved
from livedesk.services.ingest.batches import RELAY
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recording, span
from livedesk.services.ingest.rules import load_rules
from livedesk.services.ingest.service import IngestService, Listeners, Wishes
from livedesk.store.store import Store

DATA = "数据"


class TapeFromNow:
    """Plays a tape so that its first line falls on the moment at which it is first asked."""

    def __init__(self, tape: Tape, privacy: Privacy, zone: str) -> None:
        self._tape = tape
        self._privacy = privacy
        self._zone = zone
        self._audience: RecordedAudience | None = None

    @property
    def name(self) -> str:
        """The source's name in the store."""
        return RELAY

    def until(self, instant_ms: int) -> Arrivals:
        """What arrived up to this instant (see audience.Source)."""
        if self._audience is None:
            self._audience = self._open(instant_ms)
        return self._audience.until(instant_ms)

    def _open(self, start_ms: int) -> RecordedAudience:
        found = span(self._tape.recording)
        shift = start_ms - found[0] if found is not None else 0
        rows = []
        if self._tape.orders is not None:
            rows = [moved(row, shift) for row in open_orders(self._tape.orders).rows(self._privacy, self._zone)]
        return RecordedAudience(Recording(self._tape.recording, self._privacy, shift_ms=shift), rows)


class RunFeeds:
    """Keeps the ingest service of the run on the desk. ``publish`` takes statuses and numbers, ``tell`` alerts."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        loop: AsyncLoop,
        publish: Callable[[object], None],
        tell: Callable[[Command, str], None],
        alert_rules: Path,
        tape: Tape | None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._loop = loop
        self._privacy = Privacy(store.secret_salt())
        self._rules = load_rules(alert_rules)
        self._tape = tape
        self._publish = publish
        self._tell = tell
        self._bad_orders = ""
        self._listeners = Listeners(
            status=publish,
            numbers=publish,
            alert=lambda alert: tell(_alert(alert), DATA),
            imported=lambda _, outcome: self._read_orders(outcome),
        )
        self._lock = threading.Lock()
        self._run: tuple[int, Show] | None = None
        self._live: WentLive | None = None
        self._service: IngestService | None = None

    def attach(self, run_id: int, show: Show) -> None:
        """Follow a run that was put on the desk. Reads the store; not for the GUI or the show thread."""
        with self._lock:
            self._run = (run_id, show)
            self._renew()

    def journalled(self, entries: tuple[Entry, ...]) -> None:
        """The run went on: note when the show goes on air and when it ends. Returns at once."""
        service = self._service
        if service is None:
            return
        for entry in entries:
            if isinstance(entry.event, WentLive):
                service.went_live(entry.wall_ms)
            elif isinstance(entry.event, RunEnded):
                service.ended(entry.wall_ms)

    def import_orders(self, path: Path) -> BatchReport:
        """Read an order file into the run. Raises UserError."""
        if self._service is None:
            raise UserError("show.none")
        return self._service.import_orders(path)

    def play(self, path: Path) -> None:
        """Play a recording from now on, in place of the relay. Raises UserError ``recording.unreadable``."""
        span(path)
        with self._lock:
            self._tape = Tape(path)
            self._renew()

    def configure(self, settings: Settings) -> None:
        """Use another relay or folder from now on."""
        with self._lock:
            before, self._settings = self._settings, settings
            if (before.relay_url, before.orders_folder) != (settings.relay_url, settings.orders_folder):
                self._renew()

    def stop(self) -> None:
        """End the service; what arrived is kept."""
        with self._lock:
            if self._service is not None:
                self._service.stop()
                self._service = None

    def _read_orders(self, outcome: BatchReport | UserError) -> None:
        """An order file from the watched folder was read, or refused: said until one can be read again."""
        bad = isinstance(outcome, UserError) and outcome.code.startswith("orders.")
        if self._bad_orders and (bad or not isinstance(outcome, UserError)):
            self._tell(ClearFault(self._bad_orders), DATA)
            self._bad_orders = ""
        if isinstance(outcome, UserError) and bad:
            self._bad_orders = outcome.code
            facts = tuple((name, str(value)) for name, value in outcome.params.items())
            self._tell(ShowFault(outcome.code, facts), DATA)

    def _renew(self) -> None:
        if self._service is not None:
            self._service.stop()
            self._service = None
        if self._run is None:
            return
        run_id, show = self._run
        relay = self._settings.relay_url if self._tape is None else ""
        source: Source | None = None
        if self._tape is not None:
            source = TapeFromNow(self._tape, self._privacy, show.zone)
        folder = Path(self._settings.orders_folder) if self._settings.orders_folder else None
        service = IngestService(
            run_id,
            feeds=self._store.feeds,
            writer=self._store.writer,
            loop=self._loop,
            now_ms=lambda: self._clock.now().wall_ms,
            privacy=self._privacy,
            products=show.products,
            zone=show.zone,
            wishes=Wishes(relay=relay, folder=folder, rules=self._rules),
            source=source,
            listeners=self._listeners,
        )
        for entry in self._store.runs.entries(run_id):
            if isinstance(entry.event, WentLive):
                service.went_live(entry.wall_ms, resume=True)
            elif isinstance(entry.event, RunEnded):
                service.ended(entry.wall_ms)
        self._service = service
        service.start()


def _alert(alert: AlertRaised) -> RaiseAlert:
    return RaiseAlert(alert.code, alert.params)
