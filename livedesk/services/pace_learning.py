"""How fast each host speaks, learned from the shows that went on air."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind, Taken
from livedesk.domain.evolve import fold
from livedesk.domain.pace import CHATTY, SHORTEST_MS, LearnedPace, PaceSample, learned_pace, speech
from livedesk.domain.ports import Runs, Shows
from livedesk.domain.run import Airing, AiringState
from livedesk.domain.rundown import Show, StandbyMode
from livedesk.domain.script_values import values_on

NEWEST_RUNS = 20
MOST_DOCUMENTS = 60
"""So many revisions of shows are read at most: each is a whole document."""
LEADS = 0.8
"""A segment tells the rate of the one voice that says this share of it."""


def learn(shows: Shows, runs: Runs, newest: int = NEWEST_RUNS) -> Mapping[str, LearnedPace]:
    """The measured rate of every person of whom enough is known, from the ``newest`` live runs that have ended.

    What was to be said is read from the revision that was on air. A show or run that is gone is passed over. This
    reads documents and journals: not for the thread of the show or of the window.
    """
    ended = [item for item in runs.summaries() if item.kind is RunKind.LIVE and item.ended_ms is not None]
    documents = _Documents(shows)
    samples: dict[str, list[PaceSample]] = {}
    for summary in ended[:newest]:
        for person, sample in _samples(summary.run_id, summary.show_id, runs, documents):
            samples.setdefault(person, []).append(sample)
    found = {person: learned_pace(each) for person, each in samples.items()}
    return {person: pace for person, pace in found.items() if pace is not None}


@dataclass
class _Documents:
    """The revisions that were read, each once."""

    shows: Shows
    known: dict[tuple[str, int], Show | None] = field(default_factory=dict)

    def at(self, show_id: str, revision: int) -> Show | None:
        """A show at a revision, or None where it is gone or enough have been read."""
        key = (show_id, revision)
        if key not in self.known:
            if len(self.known) >= MOST_DOCUMENTS:
                return None
            try:
                self.known[key] = self.shows.load(show_id, revision)[0]
            except UserError:
                self.known[key] = None
        return self.known[key]


def _samples(run_id: int, show_id: str, runs: Runs, documents: _Documents) -> Iterator[tuple[str, PaceSample]]:
    """Who spoke in the segments of a run, and how much in what time."""
    try:
        entries = runs.entries(run_id)
    except UserError:
        return
    state = fold(entries)
    takes = {entry.event.airing: entry.event for entry in entries if isinstance(entry.event, Taken)}
    for airing in _read_through(state.airings):
        take = takes[airing.number]
        show = documents.at(show_id, take.revision)
        segment = None if show is None else show.segment(take.segment_id)
        if show is None or segment is None:
            continue
        said = speech(segment, show.host, values_on(show, segment))
        chars = sum(said.values())
        names = max(said, key=lambda each: said[each], default=())
        if not names or said[names] < chars * LEADS:
            continue
        yield names[0], PaceSample(chars, airing.elapsed_ms, _planned(airing), state.kind is RunKind.REHEARSAL)


def _planned(airing: Airing) -> int | None:
    return None if airing.duration_ms is None else airing.duration_ms + airing.adjust_ms


def _read_through(airings: tuple[Airing, ...]) -> Iterator[Airing]:
    """The airings in which a script was read from its start to its end, as far as the log tells: not what was
    taken back or called a second time, and not what a standby plan took the place of. What could never tell a
    rate is left out here already, for its document need not be read."""
    seen: set[str] = set()
    for place, airing in enumerate(airings):
        if airing.standby is not None or airing.state is not AiringState.ENDED or airing.item_id in seen:
            continue
        seen.add(airing.item_id)
        following = airings[place + 1] if place + 1 < len(airings) else None
        replaced = (
            following is not None
            and following.standby is StandbyMode.REPLACE
            and following.state is not AiringState.VOIDED
        )
        planned = _planned(airing)
        drawn_out = planned is not None and airing.elapsed_ms > planned * CHATTY
        if not replaced and not drawn_out and airing.elapsed_ms >= SHORTEST_MS:
            yield airing
