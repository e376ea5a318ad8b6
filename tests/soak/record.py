"""The as-run log beside OBS's own record of its scenes, row by row and in both directions.

The log's instants are those of a rehearsal's own time; ``Told`` has them by the machine's clock, which the record goes
by. What was told, and what was seen, may lie apart by NEAR_MS and by the time for which something was wrong between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from livedesk.domain.asrun import AsRunFold, AsRunRow
from livedesk.domain.events import Entry, FaultCleared, FaultShown, ManualInObs, RunEnded, TakeReported, TakeResult
from tests.soak.recorder import Witness
from tests.soak.world import RENAMED

NEAR_MS = 1_000
SETTLE_MS = 1_500
"""How long after a trouble its last consequences are told."""
FOUND_MS = 5_000
"""A link that carries nothing is found out by then."""
PASSING_MS = 100
HUNG = "obs.hung"
NO_LINK = frozenset({"obs.lost", HUNG, "obs.absent", "obs.port_silent", "obs.port_taken"})


@dataclass(frozen=True, slots=True)
class Span:
    """A time (epoch ms) in which ``what`` was so."""

    what: str
    from_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class Told:
    """What the log says: at this moment (epoch ms) this scene came on air."""

    moment_ms: int
    scene: str
    row: AsRunRow


@dataclass(frozen=True, slots=True)
class Seen:
    """What OBS said: from this moment (epoch ms) this scene was on air. ``first``: it was so when the witness came.
    ``passing``: it was named for a moment, as the preview is when studio mode is toggled: it need not have been."""

    moment_ms: int
    scene: str
    first: bool
    passing: bool


@dataclass(slots=True)
class Log:
    """A journal as the record can be held against it: what it tells in its order, the takes of unknown outcome with
    when they were asked for, for which time it says itself that there was no link to OBS, and when (epoch ms) its run
    ended, after which it tells nothing."""

    told: list[Told] = field(default_factory=list)
    unknown: list[Told] = field(default_factory=list)
    blind: list[Span] = field(default_factory=list)
    results: Counter[str] = field(default_factory=Counter)
    ended_ms: float = inf


def read(entries: Sequence[Entry], real: Callable[[int], int]) -> Log:
    """Read a journal; ``real`` is the machine's instant (epoch ms) at an instant of the journal."""
    log, fold = Log(), AsRunFold()
    moments: dict[int, int] = {}
    manual: dict[int, int] = {}
    faults: dict[str, int] = {}
    for entry in entries:
        fold.add(entry)
        at = real(entry.wall_ms)
        match entry.event:
            case TakeReported(take=take):
                moments[take] = at
            case ManualInObs():
                manual[entry.seq] = at
            case FaultShown(code=code) if code in NO_LINK:
                faults.setdefault(code, at)
            case FaultCleared(code=code) if code in faults:
                log.blind.append(Span(code, faults.pop(code) - FOUND_MS, at + SETTLE_MS))
            case RunEnded():
                log.ended_ms = at
                log.blind += [Span(code, since - FOUND_MS, at + SETTLE_MS) for code, since in faults.items()]
    for row in fold.rows:
        if row.kind == "manual":
            log.told.append(Told(manual[row.seq], plain(row.scene), row))
        elif row.take is not None and row.scene:
            log.results[row.result] += 1
            if row.result == TakeResult.CONFIRMED:
                log.told.append(Told(moments[row.take], plain(row.scene), row))
            elif row.result == TakeResult.UNKNOWN:
                log.unknown.append(Told(real(row.requested_ms), plain(row.scene), row))
    log.told.sort(key=lambda each: each.moment_ms)
    return log


def missed(log: Log, hang: Span, seconds: float) -> Span:
    """When the log says that OBS did not answer, in a hang of so many seconds. Fails where it does not say so soon
    after OBS stood still, or not until it went on, or where OBS has confirmed no take since."""
    at_rest = [
        Span(each.what, each.from_ms + FOUND_MS, each.until_ms - SETTLE_MS)
        for each in log.blind
        if each.what == HUNG
    ]
    found = [each for each in at_rest if 0 <= each.from_ms - hang.from_ms <= FOUND_MS + NEAR_MS]
    assert len(found) == 1, f"a hang is told once, soon after it began: {hang}, {at_rest}"
    (away,) = found
    assert hang.from_ms + seconds * 1_000 <= away.until_ms <= hang.until_ms + NEAR_MS, (
        f"it is over when OBS goes on: {hang}, {away}"
    )
    assert any(told.row.take is not None and told.moment_ms > away.until_ms for told in log.told), (
        f"no take is confirmed since {away}"
    )
    return away


def plain(scene: str) -> str:
    """A scene by the name that it has when nobody has renamed it."""
    return scene.removesuffix(RENAMED)


def seen(witnesses: Iterable[Witness]) -> list[Seen]:
    """Every change of the scene on air, in order."""
    changes: list[Seen] = []
    for witness in witnesses:
        before = ""
        ends = [at for at, _ in witness.scenes[1:]] + [witness.until_ms + PASSING_MS]
        for (at, name), end in zip(witness.scenes, ends, strict=True):
            if plain(name) == before:
                continue
            passing = bool(before) and end - at < PASSING_MS
            changes.append(Seen(at, plain(name), first=not before, passing=passing))
            if not passing:
                before = plain(name)
    return changes


def compare(log: Log, witnesses: list[Witness], troubles: Sequence[Span]) -> Counter[str]:
    """Hold the log against the record; returns how many of each kind there were. Fails with the first row that OBS
    does not bear out, or the first change in OBS that no row tells.

    Each confirmed or manual row has OBS's change to its scene, in the same order; or the scene was on air already, or
    no witness was there (OBS was just coming up). Each change is such a row's, but a passing one, unless the log says
    itself that there was no link at that time. A take of unknown outcome is looked up: ``ran`` or ``never ran``.
    """
    changes, found = seen(witnesses), Counter[str]()
    matched: dict[int, int] = {}
    # What lies close together belongs together; then what a trouble drew apart, between those.
    for spans in ((), troubles):
        for number, told in enumerate(log.told):
            if number in matched or (spans and _stayed(told, witnesses, told_of=_told_of(changes, matched))):
                continue
            after = max((place for other, place in matched.items() if other < number), default=-1)
            before = min((place for other, place in matched.items() if other > number), default=len(changes))
            near = [
                place
                for place in range(after + 1, before)
                if changes[place].scene == told.scene and _apart(changes[place].moment_ms, told.moment_ms, spans)
            ]
            moment_ms = told.moment_ms
            if near:
                matched[number] = min(near, key=lambda place: abs(changes[place].moment_ms - moment_ms))
    for number, told in enumerate(log.told):
        if number in matched:
            found["manual" if told.row.kind == "manual" else "confirmed"] += 1
        elif _stayed(told, witnesses):
            found["on air already"] += 1
        else:
            assert not _witnessed(told, witnesses), f"the log says {told}; OBS {_around(told.moment_ms, changes)}"
            found["without a witness"] += 1
    taken = set(matched.values())
    for index, change in enumerate(changes):
        if index in taken or change.first or change.passing:
            continue
        if change.moment_ms > log.ended_ms - PASSING_MS:
            found["after the end"] += 1
            continue
        blind = any(span.from_ms <= change.moment_ms <= span.until_ms for span in log.blind)
        around = [each for each in log.told if abs(each.moment_ms - change.moment_ms) < 5 * NEAR_MS]
        assert blind, (
            f"OBS says {change}, the log nothing: {around}; {_around(change.moment_ms, changes)}; {troubles}"
        )
        found["while there was no link"] += 1
    for told in log.unknown:
        ran = any(
            change.scene == told.scene and told.moment_ms - NEAR_MS <= change.moment_ms for change in changes
        )
        found["unknown, and ran" if ran else "unknown, and never ran"] += 1
    return found


def _apart(one: int, other: int, troubles: Sequence[Span]) -> bool:
    """Whether two moments are near each other, but for the time in which something was wrong."""
    low, high = sorted((one, other))
    wrong, reached = 0, low
    for span in sorted(troubles, key=lambda each: each.from_ms):
        begins, ends = max(span.from_ms, reached), min(span.until_ms + SETTLE_MS, high)
        if ends > begins:
            wrong += ends - begins
            reached = ends
    return high - low - wrong <= NEAR_MS


def _witnessed(told: Told, witnesses: list[Witness]) -> bool:
    return any(witness.since_ms + NEAR_MS < told.moment_ms < witness.until_ms - NEAR_MS for witness in witnesses)


def _told_of(changes: Sequence[Seen], matched: Mapping[int, int]) -> frozenset[int]:
    """When the changes came that have a row, or need none."""
    places = set(matched.values()) | {place for place, change in enumerate(changes) if change.first}
    return frozenset(changes[place].moment_ms for place in places)


def _stayed(told: Told, witnesses: list[Witness], told_of: Container[int] | None = None) -> bool:
    """Whether the scene was on air already, and stayed; brought by one of these changes, where they are given."""
    for witness in witnesses:
        if witness.since_ms <= told.moment_ms <= witness.until_ms:
            before = [item for item in witness.scenes if item[0] <= told.moment_ms]
            if not before or plain(before[-1][1]) != told.scene:
                return False
            since = before[-1][0]
            for at, name in reversed(before):
                if plain(name) != told.scene:
                    break
                since = at
            return told_of is None or since in told_of
    return False


def _around(moment_ms: int, changes: list[Seen]) -> list[Seen]:
    return [each for each in changes if abs(each.moment_ms - moment_ms) < 10 * NEAR_MS]
