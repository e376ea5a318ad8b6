"""Title, date, host and start from the rows above the header and from the file's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from datetime import date as day_type

from livedesk.domain.errors import UserError
from livedesk.services.importers.grid import Row
from livedesk.services.importers.preview import Heading
from livedesk.services.sheets.origin import ORIGIN_KEY
from livedesk.services.sheets.team_columns import APPROVAL_KEY
from livedesk.services.sheets.times import parse_clock

_KEYS = {
    "title": ("直播主题", "直播标题", "直播名称", "专场名称", "场次名称", "主题", "标题", "专场"),
    "when": (
        "直播日期",
        "直播时间",
        "开播时间",
        "开始时间",
        "开播日期",
        "播出时间",
        "直播时段",
        "日期",
        "时间",
        "开播",
    ),
    "end": ("下播时间", "结束时间", "预计下播", "下播"),
    "host": ("主播姓名", "主持人", "主播", "主持"),
    "platform": ("直播平台", "平台"),
    "room": ("直播间名称", "直播账号", "直播间", "账号", "房间"),
    "zone": ("时区",),
    "origin": (ORIGIN_KEY,),
    "approval": (APPROVAL_KEY,),
}
_FIELD = {word: field for field, words in _KEYS.items() for word in words}
_KEY = re.compile(
    "(?:^|(?<=[\\s,，;；|/、]))("
    + "|".join(sorted(_FIELD, key=len, reverse=True))
    + r"|[\u4e00-\u9fff]{1,6})\s*[:：]\s*"
)
_FULL_DATE = re.compile(r"(?<!\d)(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_SOLID_DATE = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]?")
_SHORT_DATE = re.compile(r"^(\d{1,2})[/.-](\d{1,2})(?=$|[\s(周星])")
_WEEKDAY = re.compile(r"\(?(?:周|星期)[一二三四五六日天]\)?")
_CLOCK = (
    r"(?:上午|早上|中午|下午|晚上|晚)?\d{1,2}"
    r"(?::\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:\([前后]\))?|[点时](?:\d{1,2}分?|半)?)"
)
_TIMES = re.compile(rf"(?<![\d:])({_CLOCK})(?:\s*[-—–~～至到]+\s*(?:次日|第二天)?({_CLOCK}))?(?![\d:])")
_SUFFIX = re.compile(
    r"[\s·\-_—]*(?:直播)?(?:流程单|流程表|流程脚本|流程|脚本|执行表|执行单|排期表|排期|串词单|rundown|run sheet)$",
    re.IGNORECASE,
)
_ROLE = re.compile(r"^(?:主播|主持)[一二三四五六七八九十\dA-Za-z]{0,4}$")
_FILLER = re.compile(
    r"^(?:v?\d+(?:\.\d+)*|终版|最终版|定稿|副本|新建.*|工作簿\d*|book\d*|sheet\d*|\(\d+\)|)$", re.IGNORECASE
)
_BLANK = " \t\u00a0\u202f\u3000"
_EDGE = _BLANK + "\n-—–_·|/,，;；:：、()（）"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, what is left of the text, and whether the year had to be chosen."""

    day: day_type
    rest: str
    year_assumed: bool = False


def nearest_year(month: int, day: int, today: date) -> date:
    """The date with this month and day that is nearest to today. Raises ValueError for no date."""
    years = [year for year in (today.year - 1, today.year, today.year + 1) if _exists(year, month, day)]
    if not years:
        raise ValueError(f"{month}-{day}")
    return min((date(year, month, day) for year in years), key=lambda found: abs(found - today))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def find_date(text: str, today: date, *, short: bool = False) -> FoundDate | None:
    """The first date in a text. ``11/25`` counts only with ``short`` (elsewhere it may be anything)."""
    for pattern in (_FULL_DATE, _SOLID_DATE):
        for found in pattern.finditer(text):
            year, month, day = (int(part) for part in found.groups())
            if _exists(year, month, day):
                return FoundDate(date(year, month, day), f"{text[: found.start()]} {text[found.end() :]}")
    for pattern in (_MONTH_DAY, _SHORT_DATE) if short else (_MONTH_DAY,):
        for found in pattern.finditer(text):
            month, day = int(found[1]), int(found[2])
            if _exists(2024, month, day):
                left = f"{text[: found.start()]} {text[found.end() :]}"
                return FoundDate(nearest_year(month, day, today), left, year_assumed=True)
    return None


def _half(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _clock(text: str) -> time | None:
    try:
        found = parse_clock(text)
    except UserError:
        return None
    seconds, rest = divmod(found.ms, 1000)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60, rest * 1000, fold=found.fold or 0)


class HeadingReader:
    """Collects what the title rows and the file name say; the first word on anything counts."""

    def __init__(self, today: date) -> None:
        self._today = today
        self.heading = Heading()
        self.year_assumed = False

    def rows(self, rows: Sequence[Row]) -> None:
        """Read the rows above the header."""
        for row in rows:
            key = ""
            for _, cell in row.own():
                if isinstance(cell.value, datetime):
                    self._moment(cell.value)
                    continue
                if isinstance(cell.value, time):
                    self._set("end" if key == "end" else "start", cell.value)
                    continue
                text = row.text(_)
                bare = text.strip(_EDGE)
                if bare in _FIELD:
                    key = _FIELD[bare]
                    continue
                if key:
                    self._keyed(key, text)
                else:
                    self._cell(text)
                key = ""

    def file_name(self, stem: str) -> None:
        """Read the file's name: ``秋冬护肤专场_20261125_主播一``."""
        found = find_date(_half(stem), self._today)
        rest = stem
        if found:
            self._date(found)
            rest = found.rest
        words = []
        for part in re.split(r"[_\s·—]+|(?<!\d)-|-(?!\d)", rest):
            word = part.strip(_EDGE)
            short = find_date(word, self._today, short=True) if not found else None
            times = _TIMES.fullmatch(_half(word))
            if _ROLE.match(word):
                self._set("host", word)
            elif short:
                self._date(short)
            elif times:
                self._times(word)
            elif trimmed := _SUFFIX.sub("", word).strip(_EDGE):
                words.append(trimmed)
        title = next((word for word in words if not _FILLER.match(word)), "")
        if title:
            self._set("title", title)

    def _set(self, name: str, value: str | date | time) -> None:
        if not getattr(self.heading, name):
            changed: Heading = replace(self.heading, **{name: value})  # type: ignore[arg-type]  # one of its own fields
            self.heading = changed

    def _moment(self, value: datetime) -> None:
        self._set("date", value.date())
        if value.time() != time():
            self._set("start", value.time())

    def _date(self, found: FoundDate) -> None:
        if self.heading.date is None:
            self.year_assumed = found.year_assumed
        self._set("date", found.day)

    def _times(self, text: str) -> str:
        """Take start and end out of a text; returns what is left."""
        half = _half(text)
        found = _TIMES.search(half)
        if not found or (start := _clock(found[1])) is None:
            return text
        if self.heading.start is None:
            self.heading = replace(self.heading, start=start)
            if found[2] and (end := _clock(found[2])) is not None:
                self._set("end", end)
        return f"{half[: found.start()]} {half[found.end() :]}"

    def _when(self, text: str) -> str:
        half = _half(text)
        found = find_date(half, self._today, short=True)
        if found:
            self._date(found)
            half = found.rest
        return self._times(_WEEKDAY.sub(" ", half)) if found or _TIMES.search(half) else text

    def _keyed(self, field: str, text: str) -> None:
        value = text.strip()
        if field == "when":
            self._when(value.strip())
        elif field == "end":
            half = _half(value)
            if (day := find_date(half, self._today)) is not None:
                self._set("end_day", day.day)
                half = day.rest
            found = _TIMES.search(half)
            if found and (end := _clock(found[1])) is not None:
                self._set("end", end)
        elif value.strip():
            self._set(field, value.strip())

    def _cell(self, text: str) -> None:
        for line in text.splitlines():
            keys = list(_KEY.finditer(line))
            lead = line[: keys[0].start()] if keys else line
            if lead.strip(_EDGE):
                self._free(lead)
            for at, key in enumerate(keys):
                value = line[key.end() : keys[at + 1].start() if at + 1 < len(keys) else len(line)]
                if key[1] in _FIELD:
                    self._keyed(_FIELD[key[1]], value.strip().strip(",，;；|"))

    def _free(self, text: str) -> None:
        """A piece without a key: a host's role, or the title with a date and a time in it."""
        if _ROLE.match(text.strip(_EDGE)):
            self._set("host", text.strip(_EDGE))
            return
        rest = self._when(text)
        edge = _BLANK if rest is text else _EDGE
        title = rest if rest is text else " ".join(rest.split())
        bare = _SUFFIX.sub("", title.strip(edge)).strip(edge)
        if bare:
            self._set("title", bare)
