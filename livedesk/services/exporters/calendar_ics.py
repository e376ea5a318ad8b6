"""A show for the team's calendars (iCalendar, RFC 5545): the show, each segment that is pinned to a time and has
somebody, and for each person the stretch from their first segment to their last.

Every event keeps its UID from one export to the next and its SEQUENCE follows the show's revision, so that a second
import moves what is there and doubles nothing. What has left the show since stays in a calendar until a person
deletes it: a file that is read in cannot take events back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from livedesk.domain.clock import SECOND, to_local, to_utc
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.timetable import Plan, plan
from livedesk.services.reports import figures

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MAKER = "-//livedesk//livedesk//ZH"
SHOW_ALARM, ITEM_ALARM = timedelta(minutes=30), timedelta(minutes=5)
_BETWEEN = re.compile(r"[、，,;；/／&＆+＋\n]+")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def export_ics(show: Show, *, revision: int, at_ms: int) -> bytes:
    """The calendar of a show at ``revision``, written at ``at_ms`` (epoch ms). Raises UserError
    ``time.nonexistent`` as the timetable does."""
    # Imported here: a desktop that writes no calendar need not wait for it.
    from icalendar import Calendar, vText

    writer = _Writer(show, revision, to_utc(at_ms).replace(microsecond=0))
    calendar = Calendar.new(prodid=MAKER, method="PUBLISH", uid=writer.uid())
    # The library writes NAME (RFC 7986) without escaping it; calendars know this one longer.
    calendar.add("X-WR-CALNAME", vText(_title(show.title)))
    calendar.subcomponents += writer.events()
    first = to_local(writer.layout.start, show.zone)
    calendar.add_missing_timezones(date(first.year - 1, 1, 1), date(first.year + 2, 1, 1))
    content: bytes = calendar.to_ical()
    return content


class _Writer:
    """Makes the events of one show."""

    def __init__(self, show: Show, revision: int, stamp: datetime) -> None:
        self.layout = plan(show)
        self._show, self._revision, self._stamp = show, revision, stamp
        numbers = shown_numbers(show.segments)
        self._aired = [
            (segment, numbers[at], start, self.layout.durations[at])
            for at, segment in enumerate(show.segments)
            if (start := self.layout.starts[at]) is not None
        ]

    def uid(self, *parts: str) -> str:
        """The UID of a part of the show."""
        words = "-".join((self._show.id, *parts))
        plain = words if re.fullmatch(r"[0-9A-Za-z-]+", words) else sha256(words.encode()).hexdigest()[:32]
        return f"{plain}@livedesk"

    def events(self) -> list[Event]:
        """All events, the show's first."""
        layout, show = self.layout, self._show
        end = layout.end if layout.hard_end is None else layout.hard_end
        lines = [
            _line(segment, number, start, duration, show, layout)
            for segment, number, start, duration in self._aired
        ]
        head = [_told("主播", show.host), _told("平台", show.platform), _told("直播间", show.room)]
        found = [self._event(self.uid("show"), show.title, layout.start, end, [*head, *lines], SHOW_ALARM)]
        for segment, number, start, duration in self._aired:
            people = people_of(segment)
            if segment.hard_start is not None and people:
                words = [
                    _told("人员", "、".join(people)),
                    _told("画面", segment.scene),
                    _told("目标", segment.goal),
                ]
                title = f"{number} {segment.title}（{show.title}）"
                uid = self.uid("segment", segment.id)
                found.append(self._event(uid, title, start, start + duration, words, ITEM_ALARM))
        names = dict.fromkeys(name for segment, *_ in self._aired for name in people_of(segment))
        return found + [self._person(name) for name in names]

    def _person(self, name: str) -> Event:
        mine = [row for row in self._aired if name in people_of(row[0])]
        lines = [_line(*row, self._show, self.layout) for row in mine]
        start, end = mine[0][2], max(start + duration for _, _, start, duration in mine)
        key = sha256(name.encode()).hexdigest()[:12]
        title = f"{self._show.title}：{name}"
        return self._event(self.uid("person", key), title, start, end, lines, SHOW_ALARM)

    def _event(self, uid: str, title: str, start: int, end: int, lines: Sequence[str], before: timedelta) -> Event:
        from icalendar import Event

        begins, ends = self._at(start), self._at(end)
        event = Event.new(
            uid=uid,
            sequence=self._revision,
            stamp=self._stamp,
            last_modified=self._stamp,
            summary=_title(title),
            description=_text("\n".join(line for line in lines if line)) or None,
            location=_text(" ".join(word for word in (self._show.platform, self._show.room) if word)) or None,
            start=begins,
            # An event without an end is a moment; one that ends as it begins is an error (RFC 5545, 3.6.1).
            end=ends if end // SECOND > start // SECOND else None,
        )
        event.add_component(_alarm(title, before))
        return event

    def _at(self, ms: int) -> datetime:
        """An instant in the show's zone; in UTC where that hour happens twice, which a calendar reads as the first."""
        local = to_local(ms, self._show.zone).replace(microsecond=0)
        return local.astimezone(UTC) if local.fold else local


def people_of(segment: Segment) -> tuple[str, ...]:
    """Everybody whom a segment names, once each: who presents it, who is beside them, who answers for it."""
    names = _BETWEEN.split("、".join((segment.person, segment.co_host, segment.owner)))
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm.new(description=_title(title))
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    return alarm


def _line(segment: Segment, number: str, start: int, duration: int, show: Show, layout: Plan) -> str:
    clock = figures.clock_short(start, show.zone, layout.start)
    pinned = "（定时）" if segment.hard_start is not None else ""
    people = "、".join(people_of(segment))
    parts = [f"{clock}{pinned} {number} {segment.title}", figures.length(duration), people]
    return " · ".join(part for part in parts if part)


def _told(name: str, value: str) -> str:
    return f"{name}：{value}" if value else ""


def _title(text: str) -> str:
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """A text as a calendar holds it."""
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
