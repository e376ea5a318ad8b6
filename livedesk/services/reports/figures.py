"""Figures as they are written in reports; a missing one is a dash."""

from __future__ import annotations

from livedesk.domain.clock import HOUR, MINUTE, SECOND, to_local
from livedesk.domain.money import format_yuan
from livedesk.domain.numbers import Measure, Unit

NONE = "—"


def number(value: float | None) -> str:
    """A count, to the whole."""
    return NONE if value is None else f"{value:,.0f}"


def money(fen: float | None) -> str:
    """An amount in yuan."""
    return NONE if fen is None else format_yuan(round(fen))


def money_short(fen: float) -> str:
    """An amount on an axis: whole yuan, from ten thousand on with 万."""
    yuan = fen / 100
    return f"¥{yuan / 10_000:g}万" if yuan >= 10_000 else f"¥{yuan:,.0f}"


def length(ms: int | None) -> str:
    """A duration: M:SS, or H:MM:SS."""
    if ms is None:
        return NONE
    hours, rest = divmod(abs(ms) // SECOND, 3600)
    minutes, seconds = divmod(rest, 60)
    sign = "-" if ms < 0 else ""
    return f"{sign}{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{sign}{minutes}:{seconds:02d}"


def offset(ms: int | None) -> str:
    """A difference to the plan with its sign; below half a second ±0:00."""
    if ms is None:
        return NONE
    if abs(ms) < SECOND // 2:
        return "±0:00"
    return ("+" if ms > 0 else "−") + length(abs(ms))


def clock(ms: int | None, zone: str) -> str:
    """A wall time with seconds."""
    return NONE if ms is None else to_local(ms, zone).strftime("%H:%M:%S")


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
            return length(round(value.value)) if value.value < HOUR * 100 else NONE
        case Unit.COUNT:
            return number(value.value)
