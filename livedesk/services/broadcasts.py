"""When a show was on air: which version of its script, by whom, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunEnded, RunKind, RunOpened, WentLive
from livedesk.domain.ports import Runs

GONE = "run.missing"
"""The code of the error that tells that a run is there no more."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A live run that went on air: with ``revision`` of the document, put there ``by`` whom. Instants are epoch ms;
    ``ended_ms`` is None while it is on air."""

    run_id: int
    revision: int
    by: str
    started_ms: int
    ended_ms: int | None = None


def broadcast(run_id: int, entries: Iterable[Entry]) -> Broadcast | None:
    """What the journal of a run tells; None: it is a rehearsal, or never went on air."""
    live = False
    started: Entry | None = None
    revision, ended_ms = 0, None
    for entry in entries:
        match entry.event:
            case RunOpened(kind=kind):
                live = kind is RunKind.LIVE
            case WentLive(revision=revision):
                started = entry
            case RunEnded():
                ended_ms = entry.wall_ms
            case _:
                pass
    if not live or started is None:
        return None
    return Broadcast(run_id, revision, started.by, started.wall_ms, ended_ms)


def broadcasts(runs: Runs, show_id: str, known: Iterable[Broadcast] = ()) -> tuple[Broadcast, ...]:
    """Every time that a show was on air, the newest first. ``known`` are those that were read before: their journals
    are read again only where the run has ended since. This reads journals: not for the thread of the window. Raises
    UserError of the store, and of a journal that can't be read; a run that goes meanwhile is passed over."""
    before = {one.run_id: one for one in known}
    found: list[Broadcast] = []
    for summary in runs.summaries():
        if summary.show_id != show_id or summary.kind is not RunKind.LIVE:
            continue
        one = before.get(summary.run_id)
        if one is None or one.ended_ms != summary.ended_ms:
            try:
                one = broadcast(summary.run_id, runs.entries(summary.run_id))
            except UserError as error:
                if error.code != GONE:
                    raise
                # Since the list was read.
                continue
        if one is not None:
            found.append(one)
    return tuple(found)
