"""Instants. Inside the program an instant is whole milliseconds since the Unix epoch (UTC), or an aware
datetime at an interface; a duration is whole milliseconds; a time of day exists only at the edges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import overload
from zoneinfo import ZoneInfo

from livedesk.domain.errors import UserError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of the clock port.

    ``wall_ms``: milliseconds since the epoch as the machine's clock shows them. ``mono_ms``: a clock that
    never steps and also counts suspend, comparable only within one ``boot``.
    """

    wall_ms: int
    mono_ms: int
    boot: str


@dataclass(frozen=True, slots=True)
class WallTime:
    """A time as written on a run sheet, in the show's zone: ``local`` is naive, ``fold`` picks the second
    pass of an hour that happens twice. A copied show keeps 20:00, whatever the zone's offset is then."""

    local: datetime
    fold: int = 0


def to_ms(instant: datetime) -> int:
    """Milliseconds since the epoch of an aware datetime."""
    return (instant - EPOCH) // timedelta(milliseconds=1)


def to_utc(ms: int) -> datetime:
    """The aware UTC datetime of an instant in milliseconds."""
    return EPOCH + timedelta(milliseconds=ms)


def to_local(ms: int, zone: str) -> datetime:
    """The aware datetime of an instant in the show's zone, for display and files."""
    return to_utc(ms).astimezone(ZoneInfo(zone))


@overload
def iso(ms: int, zone: str) -> str: ...
@overload
def iso(ms: int | None, zone: str) -> str | None: ...
def iso(ms: int | None, zone: str) -> str | None:
    """An instant as ISO 8601 with the offset of the show's zone, milliseconds where it has some; None stays None."""
    if ms is None:
        return None
    return to_local(ms, zone).isoformat(timespec="seconds" if ms % SECOND == 0 else "milliseconds")


@lru_cache(maxsize=65_536)
def wall_to_ms(wall: WallTime, zone: str) -> int:
    """The instant of a wall time in ``zone`` (an IANA name).

    Raises UserError ``time.nonexistent`` (spring forward) with ``next``, the first wall time after the gap.
    """
    tz = ZoneInfo(zone)
    aware = wall.local.replace(tzinfo=tz, fold=wall.fold)
    back = aware.astimezone(UTC).astimezone(tz)
    if back.replace(tzinfo=None) != wall.local:
        following = _after_gap(wall.local, tz)
        raise UserError("time.nonexistent", value=wall.local.isoformat(" "), next=following.isoformat(" "))
    return to_ms(aware.astimezone(UTC))


def _after_gap(local: datetime, tz: ZoneInfo) -> datetime:
    """The first wall time after the gap that ``local`` lies in."""
    # Read with the offset after the gap it is an instant before it, and the other way round (PEP 495).
    before, after = (to_ms(local.replace(tzinfo=tz, fold=fold).astimezone(UTC)) // SECOND for fold in (1, 0))
    offset = to_utc(before * SECOND).astimezone(tz).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        if to_utc(middle * SECOND).astimezone(tz).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return to_utc(after * SECOND).astimezone(tz).replace(tzinfo=None, fold=0)


def is_ambiguous(local: datetime, zone: str) -> bool:
    """Whether a naive wall time happens twice in ``zone`` (autumn), so that a person must choose the fold."""
    tz = ZoneInfo(zone)
    first = local.replace(tzinfo=tz, fold=0).utcoffset()
    second = local.replace(tzinfo=tz, fold=1).utcoffset()
    if first is None or second is None or first == second:
        return False
    return first > second


def ms_to_wall(ms: int, zone: str) -> WallTime:
    """The wall time that an instant shows in ``zone``."""
    local = to_local(ms, zone)
    return WallTime(local.replace(tzinfo=None, fold=0), local.fold)
