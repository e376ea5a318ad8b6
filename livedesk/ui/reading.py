"""What people type into fields, read: durations, times of day around a show, counts.

Full width counts as half width. What can't be read is None; the field says so in its own words.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from livedesk.domain.clock import HOUR, MINUTE, SECOND

_LONGEST = 24 * HOUR
BEFORE, AFTER = timedelta(hours=6), timedelta(hours=18)
"""A time without a day lies from so long before its show's start until so long after it."""
_TIME = re.compile(
    r"^(?:(?:(?P<year>\d{4})[-/.])?(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\s+|\+(?P<plus>\d)\s+)?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?$"
)


def read_duration(text: str) -> int | None:
    """Milliseconds of ``8`` (minutes), ``8:00``, ``1:05:00``, ``90s``; None for anything else or over a day."""
    bare = text.strip().replace("：", ":").lower()
    for suffix, unit in (("s", SECOND), ("秒", SECOND), ("m", MINUTE), ("分钟", MINUTE), ("分", MINUTE)):
        if bare.endswith(suffix):
            number = bare.removesuffix(suffix).strip()
            return _at_most(int(number) * unit) if _digits(number) else None
    parts = bare.split(":")
    if not 1 <= len(parts) <= 3 or not all(_digits(part) for part in parts):
        return None
    values = [int(part) for part in parts]
    if len(values) == 1:
        return _at_most(values[0] * MINUTE)
    if any(value > 59 for value in values[1:]):
        return None
    seconds = 0
    for value in values:
        seconds = seconds * 60 + value
    return _at_most(seconds * SECOND)


def read_time(text: str, start: datetime) -> datetime | None:
    """The naive wall time of ``21:30`` or ``21:30:15`` in a show that starts at ``start``: the one from six hours
    before it to eighteen after, so that past midnight it is the next day. ``11-27 21:30``, ``2026-11-27 21:30`` and
    ``+2 21:30`` (days after the start's; ``次日`` is ``+1``) name the day."""
    found = _TIME.match(unicodedata.normalize("NFKC", text).replace("次日", "+1 ").strip())
    if found is None:
        return None
    try:
        at = time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
        if found["plus"]:
            return datetime.combine(start.date() + timedelta(days=int(found["plus"])), at)
        if found["month"]:
            return datetime.combine(_day(found["year"], int(found["month"]), int(found["day"]), start.date()), at)
    except (ValueError, OverflowError):
        return None
    made = datetime.combine(start.date(), at)
    if made - start >= AFTER:
        return made - timedelta(days=1)
    return made + timedelta(days=1) if start - made > BEFORE else made


def time_text(wall: datetime, start: datetime) -> str:
    """Write a wall time so that :func:`read_time` reads it back: with its day where that is not plain."""
    at = f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"
    if read_time(at, start) == wall:
        return at
    dated = f"{wall:%m-%d} {at}"
    return dated if read_time(dated, start) == wall else f"{wall.date().isoformat()} {at}"


def read_moment(text: str, known: datetime) -> datetime | None:
    """A wall time with its day, as ``2026-11-25 20:00``; without a day on the day of ``known``."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if " " in bare or _TIME.match(bare) is None:
        return read_time(bare, known)
    read = read_time(bare, known)
    return None if read is None else datetime.combine(known.date(), read.time())


def moment_text(wall: datetime) -> str:
    """A wall time with its day, ``2026-11-25 20:00``."""
    at = f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"
    return f"{wall.date().isoformat()} {at}"


def read_count(text: str) -> int | None:
    """A whole number from 0 on, ``1,500`` or ``1500``; None for anything else."""
    bare = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 9 else None


def _day(year: str | None, month: int, day: int, near: date) -> date:
    """The day; without a year the one next to ``near``. Raises ValueError for a day that there is none of."""
    if year:
        return date(int(year), month, day)
    found = []
    for one in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError(day)
    return min(found, key=lambda made: abs(made - near))


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6


def _at_most(ms: int) -> int | None:
    return ms if ms <= _LONGEST else None
