"""Figures as they are written in reports; a missing one is a dash."""

from __future__ import annotations

from livedesk.domain.clock import MINUTE, SECOND, to_local
from livedesk.domain.money import format_yuan
from livedesk.domain.numbers import Measure, Unit

NONE = "—"


def number(value: float | None) -> str:
    """A count, to the whole."""
    return NONE if value is None else f"{value:,.0f}"


def money(fen: float | None) -> str:
    """An amount in yuan."""
    return NONE if fen is None else format_yuan(round(fen))


def money_axis(fen: float, *, chinese: bool) -> str:
    """An amount on an axis: whole yuan, in Chinese 万 from ten thousand on, else k from a thousand on."""
    yuan = fen / 100
    if chinese:
        return f"¥{yuan / 10_000:g}万" if yuan >= 10_000 else f"¥{yuan:,.0f}"
    return f"¥{yuan / 1_000:g}k" if yuan >= 1_000 else f"¥{yuan:,.0f}"


def length(ms: int | None) -> str:
    """A duration: M:SS, or H:MM:SS."""
    if ms is None:
        return NONE
    hours, rest = divmod(abs(ms) // SECOND, 3600)
    minutes, seconds = divmod(rest, 60)
    sign = "−" if ms < 0 else ""
    return f"{sign}{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{sign}{minutes}:{seconds:02d}"


def offset(ms: int | None) -> str:
    """A difference to the plan with its sign, to the second; ±0:00 below half of one."""
    if ms is None:
        return NONE
    whole = round(ms / SECOND) * SECOND
    if not whole:
        return "±0:00"
    return ("+" if whole > 0 else "−") + length(abs(whole))


def clock(ms: int | None, zone: str, first: int) -> str:
    """A wall time with seconds; after the day of the show's start (``first``) with the days that have passed."""
    if ms is None:
        return NONE
    moment = to_local(ms, zone)
    days = (moment.date() - to_local(first, zone).date()).days
    return moment.strftime("%H:%M:%S") + (f" {days:+d}" if days else "")


def clock_short(ms: int | None, zone: str, first: int) -> str:
    """A wall time, without its seconds where they are zero."""
    time, blank, days = clock(ms, zone, first).partition(" ")
    return time.removesuffix(":00") + blank + days


def day(ms: int, zone: str) -> str:
    """A date."""
    return to_local(ms, zone).strftime("%Y-%m-%d")


def per_minute(fen: int | None, ms: int | None) -> str:
    """Money for each minute on air."""
    return NONE if fen is None or not ms else money(fen * MINUTE / ms)


def share(part: int | None, whole: float | None) -> str:
    """A part of a whole in percent."""
    return NONE if part is None or not whole else f"{part / whole:.1%}"


def measure(value: Measure) -> str:
    """A measure in its own unit."""
    if value.value is None:
        return NONE
    match value.unit:
        case Unit.FEN:
            return money(value.value)
        case Unit.RATIO:
            return f"{value.value:.2%}"
        case Unit.MS:
            return length(round(value.value))
        case Unit.COUNT:
            return number(value.value)
