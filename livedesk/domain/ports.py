"""What the services need of the store and of the world, as Protocols. Composition in app wires them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from livedesk.domain.card import CardTexts
from livedesk.domain.clock import Now
from livedesk.domain.edits import Edit
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.feed import BatchReport, FeedEvent, OrderRow, RowProblem
from livedesk.domain.rundown import ItemWish, Show

Guard = Callable[[Show, Show], None]
"""Looks at a show before and after a step, and raises UserError where it may not be."""


class Clock(Protocol):
    """The one source of time."""

    def now(self) -> Now:
        """A reading of both clocks."""
        ...


@dataclass(frozen=True, slots=True)
class ShowSummary:
    """A show in the list: ``state`` is ``live`` (a run is on air), ``archived``, ``aired`` (it was on air), else how
    far its script has come: ``draft``, ``in_review``, ``approved``, ``locked``."""

    show_id: str
    title: str
    planned_start_ms: int
    zone: str
    state: str
    revision: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a document. ``action`` is ``edit``, ``undo``, ``redo`` or ``approval``; ``target`` the revision
    that an undo took back or a redo applied again; ``undone`` the undo under which an edit lies now."""

    revision: int
    action: str
    target: int | None
    undone: int | None
    edit: Edit
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class KeptItem:
    """Something kept for use in any show: JSON as the domain's codec writes it."""

    key: str
    document: bytes
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run in the list; instants are epoch ms, None where it has not come to that."""

    run_id: int
    show_id: str
    title: str
    kind: RunKind
    opened_ms: int
    started_ms: int | None
    ended_ms: int | None


class Shows(Protocol):
    """The documents: snapshots and an append-only log of edits."""

    def add(self, show: Show, *, by: str, at_ms: int) -> int:
        """Keep a new show; returns its revision (1). Raises UserError ``show.exists``."""
        ...

    def load(self, show_id: str, revision: int | None = None) -> tuple[Show, int]:
        """A show at a revision (None: newest). Raises UserError ``show.missing``."""
        ...

    def summaries(self) -> tuple[ShowSummary, ...]:
        """Every show, the newest planned start first."""
        ...

    def edit(self, show_id: str, edit: Edit, *, base: int, by: str, at_ms: int) -> tuple[Show, int]:
        """Apply an edit to revision ``base``, keep it with its inverse; returns the show and its new revision.
        Raises UserError ``edit.stale`` (with ``base`` and ``current``) where the show has moved on."""
        ...

    def undo(self, show_id: str, *, by: str, at_ms: int, guard: Guard | None = None) -> tuple[Show, int]:
        """Take the newest edit back that is not undone, as a new revision. Raises UserError ``edit.nothing``, and
        what ``guard`` raises of the show before and after."""
        ...

    def redo(self, show_id: str, *, by: str, at_ms: int, guard: Guard | None = None) -> tuple[Show, int]:
        """Apply the edit undone last again. Raises UserError ``edit.nothing``, and what ``guard`` raises."""
        ...

    def history(
        self, show_id: str, *, after: int = 0, before: int | None = None, limit: int = 200
    ) -> tuple[Revision, ...]:
        """The steps with a revision above ``after`` and below ``before``, the newest first, at most ``limit``."""
        ...

    def approvals(self, show_id: str) -> tuple[Revision, ...]:
        """Who moved the script to which state of its approval, the newest first."""
        ...


class Kept(Protocol):
    """What a person keeps for use in any show: templates, reading rates, column mappings."""

    def all(self, kind: str) -> tuple[KeptItem, ...]:
        """Everything of a kind, the newest first."""
        ...

    def find(self, kind: str, key: str) -> KeptItem | None:
        """One of them, or None."""
        ...

    def put(self, kind: str, key: str, document: bytes, *, by: str, at_ms: int) -> None:
        """Keep one, in place of one with the same key."""
        ...

    def drop(self, kind: str, key: str) -> None:
        """Forget one; nothing happens where there is none."""
        ...


class Runs(Protocol):
    """The runs and their journals. Reading only; entries are written through :class:`Writer`."""

    def create(self, show_id: str, kind: RunKind, *, opened_ms: int) -> int:
        """A new run of a show; returns its id."""
        ...

    def entries(self, run_id: int) -> tuple[Entry, ...]:
        """The journal of a run in order. Raises UserError ``run.missing``."""
        ...

    def summary(self, run_id: int) -> RunSummary:
        """One run. Raises UserError ``run.missing``."""
        ...

    def summaries(self) -> tuple[RunSummary, ...]:
        """Every run that went on air, the newest first."""
        ...

    def unfinished(self, show_id: str | None = None) -> RunSummary | None:
        """The newest live run that was opened and has not ended (of this show, or of any), or None."""
        ...

    def interrupted(self) -> RunSummary | None:
        """The newest live run, of any show, that went on air and has not ended, or None: what a killed desk must
        go on with, however many runs were opened after it."""
        ...


class Feeds(Protocol):
    """Audience events and orders of a run."""

    def add_events(self, run_id: int, source: str, events: Sequence[FeedEvent]) -> int:
        """Keep events; returns how many were new (``key`` is unique within run and source)."""
        ...

    def add_orders(
        self,
        run_id: int,
        rows: Iterable[OrderRow],
        *,
        file: str,
        sha256: str,
        read: int,
        problems: Sequence[RowProblem],
        window: tuple[int, int],
        at_ms: int,
    ) -> BatchReport:
        """Keep one order file as a batch, all or nothing. Rows whose paid (else submitted) time lies outside
        ``window`` (epoch ms, closed) count as outside and are not kept; a row known already by ``item`` is a
        duplicate, unless its state or refund moved on: then it is brought up to date and counts as kept."""
        ...

    def events(self, run_id: int, since_ms: int | None = None) -> tuple[FeedEvent, ...]:
        """The events of a run in order of time."""
        ...

    def orders(self, run_id: int) -> tuple[OrderRow, ...]:
        """The order rows of a run in order of payment."""
        ...


class Writer(Protocol):
    """The one writer of the database, in its own thread. Calls return at once."""

    def append(self, run_id: int, entries: Sequence[Entry], done: Callable[[BaseException | None], None]) -> None:
        """Append entries to the journal; ``done(None)`` is called from the writer's thread after the durable
        commit. What a full or failing disk refuses is kept, in order, and tried again: then ``done`` hears the
        error once, and None when a later try has succeeded. ``journal.conflict`` (the number is taken, the run
        does not exist) and ``store.closed`` are final."""
        ...

    def submit(self, work: Callable[[], object]) -> Future[object]:
        """Run work that writes through a repository on the writer's thread; journal entries go first."""
        ...

    @property
    def pending(self) -> int:
        """How many journal entries are not on disk yet."""
        ...


class ObsLink(Protocol):
    """The OBS service as a session sees it. Calls return at once; outcomes come back as commands."""

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Stage the card and switch the scene once; the outcome is dispatched as ReportTake."""
        ...

    def card(self, card: CardTexts) -> None:
        """Change the card in whatever scene is on air."""
        ...

    def countdown(self, text: str) -> None:
        """What is left of the segment, for the card on air; empty clears it."""
        ...

    def show_items(self, scene: str, items: tuple[ItemWish, ...]) -> None:
        """Show and hide items in a scene, if it is the one on air."""
        ...

    def write_card(self, inputs: tuple[str, ...]) -> None:
        """Write the texts of these inputs of the card once more, whatever they say."""
        ...

    def switch_output(self, output: OutputKind, on: bool) -> None:
        """Start or stop an output; OBS's own word on it is dispatched as ReportOutput, its refusal as
        ReportRefused."""
        ...

    def mute(self, name: str, on: bool) -> None:
        """Mute an input, or take its mute off; OBS's own word on it is dispatched as ReportMute."""
        ...

    def save_replay(self) -> None:
        """Keep the last seconds in a file; dispatched as ReportReplay."""
        ...


class Media(Protocol):
    """The files of a show (product pictures)."""

    def path(self, show_id: str, name: str) -> Path | None:
        """Where a file of the show lies, or None where it is missing or the name points outside."""
        ...

    def keep(self, show_id: str, files: Mapping[str, bytes]) -> None:
        """Keep files of a show."""
        ...
