"""The feeds of whatever run is on the desk: one ingest service a run, made anew when the run or a wish changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from livedesk.app.latest import Latest
from livedesk.app.tape import Tape
from livedesk.domain.alerts import Rule, parse_rules
from livedesk.domain.commands import ClearFault, Command, RaiseAlert, ShowFault
from livedesk.domain.errors import UserError
from livedesk.domain.events import AlertRaised, Entry, RunEnded, ShowEdited, WentLive
from livedesk.domain.feed import BatchReport
from livedesk.domain.ports import Clock
from livedesk.domain.rehearsing import Rehearsing
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.settings import Settings
from livedesk.domain.status import PLAYED, FeedStatus
from livedesk.services.aio import AsyncLoop
from livedesk.services.ingest.audience import Arrivals, RecordedAudience, Source, moved
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recording, span
from livedesk.services.ingest.rehearsed import rehearsed_audience
from livedesk.services.ingest.service import IngestService, Listeners, Wishes
from livedesk.services.rules_file import rules_or_presets
from livedesk.store.store import Store

FEED = "data"
NO_RELAY = "relay.no_relay"


@dataclass(frozen=True, slots=True)
class Imported:
    """An order file from the watched folder was read; or it, the folder, the file of the alerts or the recording was
    refused."""

    file: str
    outcome: BatchReport | UserError


class TapeAudience:
    """Plays a tape from ``start_ms`` on (epoch ms; None: it waits until :meth:`begin`). The tape starts there anew
    after a restart: what was kept before is known by its keys and counts once. Orders that were paid before its first
    line belong to no run of it."""

    def __init__(self, tape: Tape, privacy: Privacy, zone: str, start_ms: int | None) -> None:
        self._tape = tape
        self._privacy = privacy
        self._zone = zone
        self._start_ms = start_ms
        self._audience: RecordedAudience | None = None

    @property
    def name(self) -> str:
        """The source's name in the store."""
        return PLAYED

    def begin(self, start_ms: int) -> None:
        """The show is on air: the first line of the tape falls here."""
        if self._start_ms is None:
            self._start_ms = start_ms

    def until(self, instant_ms: int) -> Arrivals:
        """What arrived up to this instant (see audience.Source)."""
        if self._start_ms is None:
            return Arrivals()
        if self._audience is None:
            self._audience = self._open(self._start_ms)
        return self._audience.until(instant_ms)

    def _open(self, start_ms: int) -> RecordedAudience:
        found = span(self._tape.recording)
        shift = start_ms - found[0] if found is not None else 0
        rows = []
        if self._tape.orders is not None:
            told = (moved(row, shift) for row in open_orders(self._tape.orders).rows(self._privacy, self._zone))
            rows = [row for row in told if (row.paid_ms or row.submitted_ms or start_ms) >= start_ms]
        return RecordedAudience(Recording(self._tape.recording, self._privacy, shift_ms=shift), rows)


class RunFeeds:
    """Keeps the ingest service of the run on the desk. ``publish`` takes statuses and numbers, ``tell`` alerts;
    ``tape_of`` gives the recorded audience of a show, which plays where no relay is set."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        latest: Latest,
        loop: AsyncLoop,
        publish: Callable[[object], None],
        tell: Callable[[Command, str], None],
        alert_presets: Path,
        tape_of: Callable[[str], Tape | None],
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._latest = latest
        self._loop = loop
        self._privacy = Privacy(store.secret_salt())
        self._alert_presets = alert_presets
        self._tape_of = tape_of
        self._chosen: tuple[Tape, int] | None = None
        self._publish, self._tell = publish, tell
        self._faults: set[str] = set()
        self._lock = threading.Lock()
        self._attached: tuple[int, State] | None = None
        self._audience: TapeAudience | None = None
        self._service: IngestService | None = None
        self._handing = threading.Lock()
        self._missed: list[tuple[Entry, ...]] = []

    def attach(self, run_id: int, state: State) -> None:
        """Follow a run that was put on the desk. Reads the store; not for the GUI or the show thread."""
        with self._lock:
            self._attached, self._chosen = (run_id, state), None
            self._renew()

    def journalled(self, entries: tuple[Entry, ...]) -> None:
        """The run went on: note when the show goes on air, when it ends, and that its products may have changed.
        Returns at once."""
        with self._handing:
            if self._service is None:
                # One is being made: it hears of this as soon as it is there.
                self._missed.append(entries)
            else:
                self._hear(self._service, entries)

    def _hear(self, service: IngestService, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            if isinstance(entry.event, WentLive):
                if self._audience is not None:
                    self._audience.begin(entry.wall_ms)
                service.went_live(entry.wall_ms)
            elif self._latest.snapshot is None:
                continue
            elif isinstance(entry.event, RunEnded):
                # By the run's own clock: the machine's may have been moved meanwhile.
                service.ended(self._latest.snapshot.state.run.instant(entry.t_ms))
            elif isinstance(entry.event, ShowEdited):
                service.edited(self._latest.snapshot.state.show.products)

    def import_orders(self, path: Path) -> BatchReport:
        """Read an order file into the run. Raises UserError."""
        if self._service is None:
            raise UserError("show.none")
        return self._service.import_orders(path)

    def play(self, path: Path) -> None:
        """Play a recording from now on, in place of the relay. Raises UserError ``recording.unreadable``."""
        span(path)
        with self._lock:
            self._chosen = (Tape(path), self._now())
            self._renew()

    def configure(self, settings: Settings) -> None:
        """Use another relay or folder, and record or not, from now on."""
        with self._lock:
            before, self._settings = self._settings, settings
            if _wished(before) != _wished(settings):
                self._renew()

    def stop(self) -> None:
        """End the service; what arrived is kept."""
        with self._lock:
            if self._service is not None:
                self._service.stop()
                self._service = None

    def _listeners(self, run_id: int) -> Listeners:
        """Who hears of the feeds of a run: what comes after it has left the desk is of no other."""

        def here() -> bool:
            snapshot = self._latest.snapshot
            return snapshot is None or snapshot.run_id == run_id

        return Listeners(
            status=lambda status: self._stands(status) if here() else None,
            numbers=lambda numbers: self._publish(numbers) if here() else None,
            alert=lambda alert: self._tell(_alert(alert), FEED) if here() else None,
            imported=self._heard,
        )

    def _stands(self, status: FeedStatus) -> None:
        """How the feeds stand; that something else answers in the relay's place is a fault until it does not."""
        self._publish(status)
        if not status.foreign:
            self._clear("relay.")
        elif NO_RELAY not in self._faults:
            self._faults.add(NO_RELAY)
            self._tell(ShowFault(NO_RELAY, (("address", status.foreign),)), FEED)

    def _heard(self, path: Path, outcome: BatchReport | UserError) -> None:
        """What could not be read is a fault that is shown until the next of its kind can be, or other settings
        are made. A file that lies there before the show is on air is none."""
        self._publish(Imported(path.name, outcome))
        if not isinstance(outcome, UserError):
            self._clear("orders.")
        elif outcome.code != "run.not_aired":
            self._clear(outcome.code.split(".")[0])
            self._faults.add(outcome.code)
            facts = tuple((name, str(value)) for name, value in outcome.params.items())
            self._tell(ShowFault(outcome.code, facts), FEED)

    def _clear(self, kind: str = "") -> None:
        for code in [code for code in self._faults if code.startswith(kind)]:
            self._faults.discard(code)
            self._tell(ClearFault(code), FEED)

    def _now(self) -> int:
        """The run's own clock, by which what was on air is told (epoch ms)."""
        machine = self._clock.now()
        snapshot = self._latest.snapshot
        run = RunState() if snapshot is None else snapshot.state.run
        now = machine if snapshot is None else snapshot.now(machine)
        return now.wall_ms if run.phase is Phase.NONE else run.instant(run.time(now))

    def _now_of(self, run_id: int) -> Callable[[], int]:
        """The clock of one run; it stands once another is on the desk, which has a time of its own."""
        known = self._now()

        def now() -> int:
            nonlocal known
            snapshot = self._latest.snapshot
            if snapshot is None or snapshot.run_id == run_id:
                known = self._now()
            return known

        return now

    def _source(self, run_id: int, state: State) -> Source | None:
        """Who plays the audience: a recording that a person chose, or the show's own tape where no relay is set. A
        rehearsal has the audience that was wished for it."""
        zone = state.show.zone
        if self._chosen is not None:
            tape, start_ms = self._chosen
            return TapeAudience(tape, self._privacy, zone, start_ms)
        rehearsing = self._rehearsing()
        if rehearsing is not None:
            return rehearsed_audience(rehearsing.wishes, state.show, self._privacy, seed=run_id)
        own = self._tape_of(state.show.id)
        if own is None or self._settings.relay_url:
            return None
        self._audience = TapeAudience(own, self._privacy, zone, state.run.started_wall_ms)
        return self._audience

    def _renew(self) -> None:
        if self._service is not None:
            self._service.stop()
        with self._handing:
            self._service = None
            self._missed.clear()
        self._clear()
        self._publish(FeedStatus())
        self._audience = None
        if self._attached is None:
            return
        run_id, attached = self._attached
        state = self._current(attached)
        source = self._source(run_id, state)
        real = self._rehearsing() is None
        folder = Path(self._settings.orders_folder) if self._settings.orders_folder and real else None
        root = self._store.folder.root
        service = IngestService(
            run_id,
            feeds=self._store.feeds,
            writer=self._store.writer,
            loop=self._loop,
            now_ms=self._now_of(run_id),
            privacy=self._privacy,
            products=state.show.products,
            zone=state.show.zone,
            wishes=Wishes(
                relay=self._settings.relay_url if self._chosen is None and real else "",
                folder=folder,
                record_to=root / "recordings" / f"run-{run_id}.jsonl"
                if self._settings.record_relay and real
                else None,
                rules=self._rules(root / "alerts.toml"),
            ),
            source=source,
            listeners=self._listeners(run_id),
        )
        if state.run.started_wall_ms is not None:
            service.went_live(state.run.started_wall_ms, resume=True)
        if state.run.ended_t_ms is not None:
            service.ended(state.run.instant(state.run.ended_t_ms))
        with self._handing:
            self._service = service
            for entries in self._missed:
                self._hear(service, entries)
            self._missed.clear()
        service.start()

    def _rehearsing(self) -> Rehearsing | None:
        """The rehearsal that was attached: what really comes from the audience has no part in it."""
        snapshot = self._latest.snapshot
        here = snapshot is not None and self._attached is not None and snapshot.run_id == self._attached[0]
        return snapshot.rehearsing if snapshot is not None and here else None

    def _rules(self, own: Path) -> tuple[Rule, ...]:
        """The rules of the alerts; the presets, and a word about it, where the room's own file cannot be read."""
        return rules_or_presets(parse_rules, self._alert_presets, own, lambda error: self._heard(own, error))

    def _current(self, attached: State) -> State:
        """The newest state of the run that was attached: it may have gone on since."""
        snapshot = self._latest.snapshot
        if snapshot is not None and snapshot.run_id == (self._attached or (None,))[0]:
            return snapshot.state
        return attached


def _wished(settings: Settings) -> tuple[str, str, bool]:
    """What of the settings makes other feeds."""
    return settings.relay_url, settings.orders_folder, settings.record_relay


def _alert(alert: AlertRaised) -> RaiseAlert:
    return RaiseAlert(alert.code, alert.params)
