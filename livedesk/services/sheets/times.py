"""Times of day and durations as run sheets write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from livedesk.domain.clock import DAY, HOUR, MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.services.sheets.values import Value, text_of

_EXCEL_EPOCH = datetime(1899, 12, 31)  # noqa: DTZ001  Excel's serial numbers have no zone
_OLDEST_DATE = 1950
_BLANKS = re.compile(r"\s+(?!(?<=\d\s)\d)|(?<=\s)\s+")
_DASHES = str.maketrans(dict.fromkeys("－—–―‐‑−~～〜至到→", "-"))
_LETTERS = str.maketrans({"′": "'", "’": "'", "″": '"', "”": '"', "“": '"'})
_CHINESE = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE_NUMBER = re.compile("[零一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九]")
_NUMBER = r"(\d{1,6}(?:\.\d{1,4})?)"
_WORDED = re.compile(
    rf"^(?:{_NUMBER}(?:个小时|小时|时|h|hr|hrs|hour|hours))?"
    rf"(?:{_NUMBER}(?:分钟|分|min|mins|m|'))?"
    rf'(?:{_NUMBER}(?:秒钟|秒|s|sec|"))?$'
)
_BARE = re.compile(rf"^{_NUMBER}$")
_COLONS = re.compile(r"^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.(\d{1,3}))?$")
_HALVES = {"半小时": 30 * MINUTE, "半个小时": 30 * MINUTE, "一刻钟": 15 * MINUTE, "半分钟": 30 * SECOND}
_AND_A_HALF = re.compile(rf"^{_NUMBER}个半小时$")
_CLOCK = re.compile(
    r"^(?:(?P<y>\d{4})[-/.年])?(?:(?P<mo>\d{1,2})[-/.月](?P<d>\d{1,2})日?[ t]?)?(?P<next>次日|第二天|翌日)?"
    r"(?P<half>上午|早上|凌晨|中午|下午|晚上|晚|am|pm)?"
    r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.(?P<ms>\d{1,3}))?)?|[点时](?:(?P<hm>\d{1,2})分?|(?P<hh>半))?)"
    r"(?P<half2>am|pm)?(?:\((?P<fold>[前后])\))?$"
)
_HALF_WORD = re.compile("上午|早上|凌晨|中午|下午|晚|am|pm")
_NOTE = re.compile(r"\((?![前后]\)).*?\)")


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day as written: ``ms`` since midnight, a date or 次日 where it says so, and which pass of an
    hour that happens twice (``fold``: 0 前, 1 后, None where it does not say)."""

    ms: int
    day: date | None = None
    next_day: bool = False
    fold: int | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """What a time cell says. ``loose``: ``00:05:00`` alone, which may be a start or a duration."""

    start: TimeOfDay | None = None
    end: TimeOfDay | None = None
    duration_ms: int | None = None
    loose: bool = False


def _clean(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text.translate(_LETTERS)).translate(_DASHES).casefold()
    return _BLANKS.sub("", bare)


def _fraction(text: str | None) -> int:
    return int(text.ljust(3, "0")) if text else 0


def _from_chinese(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].rpartition("十")
    if not ten:
        return str(_CHINESE[ones])
    return str((_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0))


def _of_time(value: time) -> int:
    whole = (value.hour * 60 + value.minute) * 60 + value.second
    return whole * SECOND + value.microsecond // 1000


def _day_fraction(value: float) -> int:
    """A fraction of a day as Excel keeps it, to the nearest 10 ms (a double of a serial number is no finer)."""
    return round(value * DAY / 10) * 10


def parse_duration(value: Value, unit: str = "") -> int:
    """A duration in ms: ``5分钟``, ``1小时5分``, ``90秒``, ``00:05:00``, ``05:00`` (minutes and seconds), ``5'``,
    an Excel time, or a bare number (minutes, or seconds where ``unit`` is 秒; below 1 and without a unit: an
    Excel fraction of a day). Raises UserError ``sheet.duration_unreadable``."""
    try:
        found = _duration(value, unit)
    except (ValueError, OverflowError) as error:
        raise UserError("sheet.duration_unreadable", value=text_of(value)) from error
    if found is None or not 0 <= found <= 7 * DAY:
        raise UserError("sheet.duration_unreadable", value=text_of(value))
    return found


def _duration(value: Value, unit: str) -> int | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, timedelta):
        return value // timedelta(milliseconds=1)
    if isinstance(value, datetime):
        return (value - _EXCEL_EPOCH) // timedelta(milliseconds=1) if value.year < _OLDEST_DATE else None
    if isinstance(value, time):
        return _of_time(value)
    if isinstance(value, (int, float)):
        if 0 < value < 1 and not unit:
            return _day_fraction(value)
        return round(value * (SECOND if unit == "秒" else HOUR if unit in ("小时", "时") else MINUTE))
    if not isinstance(value, str):
        return None
    return _duration_text(text_of(value), unit)


def _duration_text(text: str, unit: str) -> int | None:
    bare = _clean(text).removeprefix("约").removeprefix("大约").removesuffix("左右").removesuffix("内")
    bare = bare.removeprefix("共").removesuffix("整")
    if bare in _HALVES:
        return _HALVES[bare]
    bare = _CHINESE_NUMBER.sub(_from_chinese, bare)
    if found := _AND_A_HALF.match(bare):
        return round(float(found[1]) * HOUR) + 30 * MINUTE
    if found := _COLONS.match(bare):
        hours, minutes, seconds = int(found[1] or 0), int(found[2]), int(found[3])
        if seconds > 59 or (found[1] and minutes > 59):
            return None
        return ((hours * 60 + minutes) * 60 + seconds) * SECOND + _fraction(found[4])
    if found := _BARE.match(bare):
        return _duration(float(found[1]), unit or "分钟")
    found = _WORDED.match(bare)
    if not found or not bare:
        return None
    hours_ms, minutes_ms, seconds_ms = (
        round(float(part) * size) if part else 0
        for part, size in zip(found.groups(), (HOUR, MINUTE, SECOND), strict=True)
    )
    return hours_ms + minutes_ms + seconds_ms


def format_duration(ms: int) -> str:
    """A duration as ``H:MM:SS`` with two digits for hours (and ``.mmm`` where it is not whole seconds);
    :func:`parse_duration` reads it back."""
    seconds, rest = divmod(ms, SECOND)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{text}.{rest:03d}" if rest else text


def format_clock(ms: int) -> str:
    """A time of day as ``HH:MM``, with seconds and ms only where they are not zero; :func:`parse_clock` reads
    it back."""
    seconds, rest = divmod(ms, SECOND)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    if seconds % 60 or rest:
        text += f":{seconds % 60:02d}"
    return f"{text}.{rest:03d}" if rest else text


def parse_clock(value: Value, year: int | None = None) -> TimeOfDay:
    """A time of day: ``20:00``, ``20：00：30``, ``20点30分``, ``晚上8点半``, ``次日00:15``, ``25:30`` (01:30 of
    the next day), ``2026-11-26 00:00``, an Excel time or date. ``year`` completes a date without one. Raises
    UserError ``sheet.time_unreadable``."""
    try:
        found = _clock(value, year)
    except (ValueError, OverflowError) as error:
        raise UserError("sheet.time_unreadable", value=text_of(value)) from error
    if found is None:
        raise UserError("sheet.time_unreadable", value=text_of(value))
    return found


def _clock(value: Value, year: int | None) -> TimeOfDay | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, time):
        return TimeOfDay(_of_time(value))
    if isinstance(value, datetime):
        day = value.date() if value.year >= _OLDEST_DATE else None
        return TimeOfDay(_of_time(value.time()), day)
    if isinstance(value, timedelta):
        return _clock(value / timedelta(days=1), year)
    if isinstance(value, (int, float)):
        if not 0 <= value < 2:
            return None
        ms = _day_fraction(value)
        return TimeOfDay(ms % DAY, next_day=ms >= DAY)
    if not isinstance(value, str):
        return None
    return _clock_text(_NOTE.sub("", _clean(text_of(value))).removesuffix("开始").removesuffix("开播"), year)


def _clock_text(bare: str, year: int | None) -> TimeOfDay | None:
    found = _CLOCK.match(bare)
    if not found:
        return None
    hours = int(found["h"])
    minutes = int(found["m"] or found["hm"] or (30 if found["hh"] else 0))
    seconds = int(found["s"] or 0)
    half = found["half"] or found["half2"] or ""
    if half in ("下午", "晚上", "晚", "pm") and hours < 12:
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    if hours > 29 or minutes > 59 or seconds > 59:
        return None
    day = None
    if found["mo"]:
        written = int(found["y"]) if found["y"] else year
        if written is None:
            return None
        day = date(written, int(found["mo"]), int(found["d"]))
    elif found["y"]:
        return None
    ms = ((hours * 60 + minutes) * 60 + seconds) * SECOND + _fraction(found["ms"])
    fold = {"前": 0, "后": 1}.get(found["fold"] or "")
    if ms >= DAY:
        if day:
            return TimeOfDay(ms - DAY, day + timedelta(days=1), fold=fold)
        return TimeOfDay(ms - DAY, next_day=True, fold=fold)
    return TimeOfDay(ms, day, bool(found["next"]), fold)


def _evening(bare: str) -> bool:
    """Whether a time says that it is of the second half of the day: 晚上8点-9点 ends at 21:00."""
    return re.search("下午|晚|pm", bare) is not None


def parse_slot(value: Value, year: int | None = None) -> Slot:
    """What a cell under 时间 or 时间段 says: a range, a start, or a duration. Raises UserError
    ``sheet.time_unreadable``."""
    if isinstance(value, str):
        return _slot_text(value, year)
    start = parse_clock(value, year)
    loose = start.day is None and not start.next_day and start.ms < 3 * HOUR
    return Slot(start=start, duration_ms=start.ms if loose else None, loose=loose)


def _slot_text(value: str, year: int | None) -> Slot:
    bare = _NOTE.sub("", _clean("-".join(part for part in text_of(value).splitlines() if part.strip())))
    bare = re.sub("-{2,}", "-", bare).strip("-")
    for at in (found.start() for found in re.finditer("-", bare)):
        try:
            start = _clock_text(bare[:at], year)
            end = _clock_text(bare[at + 1 :], start.day.year if start and start.day else year)
        except ValueError as error:
            raise UserError("sheet.time_unreadable", value=text_of(value)) from error
        if start and end:
            if (
                _evening(bare[:at])
                and not _HALF_WORD.search(bare[at + 1 :])
                and start.ms < end.ms + DAY // 2 < DAY
            ):
                end = replace(end, ms=end.ms + DAY // 2)
            return Slot(start=start, end=end)
    try:
        clock = _clock_text(bare, year)
    except ValueError as error:
        raise UserError("sheet.time_unreadable", value=text_of(value)) from error
    if clock:
        loose = bare.count(":") == 2 and clock.day is None and not clock.next_day and clock.ms < 3 * HOUR
        return Slot(start=clock, duration_ms=clock.ms if loose else None, loose=loose)
    try:
        return Slot(duration_ms=parse_duration(value))
    except UserError as error:
        raise UserError("sheet.time_unreadable", value=text_of(value)) from error
