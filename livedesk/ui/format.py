"""Values as they are read: times, offsets, money, counts, shares, ages.

Clocks and durations are cut to whole seconds; a countdown is rounded up, so that it reads 00:00 only when the
time is over. Signs are the true minus (−) and the plus.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from livedesk.domain.clock import HOUR, MINUTE, SECOND, to_local, to_utc
from livedesk.domain.money import format_yuan
from livedesk.domain.numbers import Unit
from livedesk.domain.sound import FLOOR_DB

MINUS = "−"
NONE = "—"


def clock(instant_ms: int | None, zone: str) -> str:
    """The time of day of an instant in a zone, ``20:40:36``; a dash for None."""
    return NONE if instant_ms is None else to_local(instant_ms, zone).strftime("%H:%M:%S")


def exact_clock(instant_ms: int | None, zone: str) -> str:
    """The time of day of an instant in a zone to the millisecond, ``20:40:36.042``; a dash for None."""
    return NONE if instant_ms is None else f"{clock(instant_ms, zone)}.{instant_ms % SECOND:03d}"


def local_clock(instant_ms: int) -> str:
    """The time of day of an instant as this machine shows it."""
    return to_utc(instant_ms).astimezone().strftime("%H:%M:%S")


def short_clock(instant_ms: int | None, zone: str) -> str:
    """The time of day without seconds, ``20:40``."""
    return NONE if instant_ms is None else to_local(instant_ms, zone).strftime("%H:%M")


def day_and_clock(instant_ms: int | None, zone: str) -> str:
    """The day and the time of day without seconds, ``11-25 20:00``."""
    return NONE if instant_ms is None else to_local(instant_ms, zone).strftime("%m-%d %H:%M")


def hms(ms: int | None) -> str:
    """A duration ``0:20:36``, always with hours; negative ones with a minus."""
    if ms is None:
        return NONE
    seconds = abs(ms) // SECOND
    sign = MINUS if ms < 0 and seconds else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def duration(ms: int | None) -> str:
    """A duration ``05:00``, from an hour on ``1:05:00``."""
    if ms is None:
        return NONE
    seconds = abs(ms) // SECOND
    sign = MINUS if ms < 0 and seconds else ""
    if abs(ms) >= HOUR:
        return sign + hms(abs(ms))
    return f"{sign}{seconds // 60:02d}:{seconds % 60:02d}"


def countdown(ms: int | None) -> str:
    """What remains, ``02:54``: rounded up while there is time left, then overtime ``−00:05`` cut to seconds."""
    if ms is None or ms <= 0:
        return duration(ms)
    return duration(-(-ms // SECOND) * SECOND)


def offset(ms: int | None) -> str:
    """How far behind (+) or ahead (−): ``+01:30``, ``−00:20``, ``±00:00`` under a second."""
    if ms is None:
        return NONE
    if abs(ms) < SECOND:
        return "±00:00"
    return ("+" if ms > 0 else MINUS) + duration(abs(ms))


def money(fen: float | None) -> str:
    """Money ``¥1,299``, with decimals only where there are fen."""
    return NONE if fen is None else format_yuan(round(fen))


def whole_money(fen: float | None) -> str:
    """Money in whole yuan for large figures, ``¥186,420``."""
    return NONE if fen is None else format_yuan(round(fen / 100) * 100)


def count(value: float | None) -> str:
    """A number with thousands, ``3,482``."""
    return NONE if value is None else f"{round(value):,}".replace("-", MINUS)


def compact(value: float | None) -> str:
    """A short number for narrow places and axes: ``950``, ``1.2万`` (English ``12k``), ``3.4亿`` (``340M``)."""
    if value is None:
        return NONE
    if QLocale().language() == QLocale.Language.Chinese:
        steps = ((100_000_000, "亿"), (10_000, "万"))
    else:
        steps = ((1_000_000, "M"), (1_000, "k"))
    for size, unit in steps:
        if abs(value) >= size:
            return f"{value / size:.1f}".removesuffix(".0").replace("-", MINUS) + unit
    return f"{value:.0f}".replace("-", MINUS)


def ratio(value: float | None, digits: int = 1) -> str:
    """A share in percent, ``7.8%``."""
    return NONE if value is None else f"{value * 100:.{digits}f}%".replace("-", MINUS)


def measure(value: float | None, unit: Unit) -> str:
    """The value of a measure in its unit; a dash for None."""
    match unit:
        case Unit.FEN:
            return whole_money(value)
        case Unit.RATIO:
            return ratio(value)
        case Unit.MS:
            return NONE if value is None else duration(round(value))
        case _:
            return count(value)


def change(value: float | None, unit: Unit) -> str:
    """A change with arrow and sign: ``▲ 6%``; of a ratio in points ``▼ 0.6``; empty for none."""
    if value is None:
        return ""
    digits = 1 if unit is Unit.RATIO else 0
    shown = f"{abs(value) * 100:.{digits}f}"
    if float(shown) == 0:
        return "＝"
    return ("▲ " if value > 0 else "▼ ") + shown + ("" if unit is Unit.RATIO else "%")


def age(ms: int | None) -> str:
    """How old something is, in words: ``0.4 s ago``, ``38 s ago``, ``5 min ago``, ``2 h ago``."""
    if ms is None:
        return NONE
    if ms < 10 * SECOND:
        return QCoreApplication.translate("format", "{n} s ago").format(n=f"{max(0, ms) / SECOND:.1f}")
    if ms < 2 * MINUTE:
        return QCoreApplication.translate("format", "{n} s ago").format(n=ms // SECOND)
    if ms < 2 * HOUR:
        return QCoreApplication.translate("format", "{n} min ago").format(n=ms // MINUTE)
    return QCoreApplication.translate("format", "{n} h ago").format(n=ms // HOUR)


def megabytes(size: float) -> str:
    """Disk space given in MB: ``850 MB``, ``412 GB``."""
    return f"{size:.0f} MB" if size < 10_000 else f"{size / 1024:.0f} GB"


def decibels(level_db: float) -> str:
    """A level of sound: ``−12 dB``, or that there is none."""
    return f"{level_db:.0f} dB".replace("-", MINUS) if level_db > FLOOR_DB else f"{MINUS}∞ dB"
