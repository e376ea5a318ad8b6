"""A show for the team's calendars (iCalendar, RFC 5545): the show, each segment that is pinned to a time and has
somebody, and for each person the stretch from their first segment to their last. A segment that names nobody to
present it is the show's host's, as everywhere.

A pinned segment is there when it was asked for, with what the plan makes of it beside: people come for the time that
was fixed.

Every event keeps its UID from one export to the next and its SEQUENCE follows the show's revision, so that a second
import moves what is there and doubles nothing. What has left the show since stays in a calendar until a person
deletes it: a file that is read in cannot take events back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from livedesk.domain.clock import SECOND, to_local, to_utc
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.timetable import plan
from livedesk.services.reports import figures
from livedesk.services.reports.sheet import Pin, pins_of

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


@dataclass(frozen=True, slots=True)
class _Aired:
    """A segment that is not skipped, with its planned start and length, and whom it needs."""

    segment: Segment
    number: str
    start: int
    duration: int
    pin: Pin | None
    people: tuple[str, ...]

    @property
    def come(self) -> int:
        """When its people are asked for."""
        return self.start if self.pin is None else self.pin.asked

    @property
    def end(self) -> int:
        """When it is planned to end."""
        return self.start + self.duration


class _Writer:
    """Makes the events of one show."""

    def __init__(self, show: Show, revision: int, stamp: datetime) -> None:
        self.layout = plan(show)
        self._show, self._revision, self._stamp = show, revision, stamp
        numbers = shown_numbers(show.segments)
        pins = pins_of(show, self.layout)
        self._aired = [
            _Aired(
                segment, numbers[at], start, self.layout.durations[at], pins.get(at), needed(segment, show.host)
            )
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
        lines = [self._line(row) for row in self._aired]
        head = [_told("主播", show.host), _told("平台", show.platform), _told("直播间", show.room)]
        found = [self._event(self.uid("show"), show.title, layout.start, end, [*head, *lines], SHOW_ALARM)]
        for row in self._aired:
            if row.pin is not None and row.people:
                words = [
                    _told("定时", self._clock(row.pin.asked) + self._late(row)) if row.pin.late_ms else "",
                    _told("人员", "、".join(row.people)),
                    _told("画面", row.segment.scene),
                    _told("目标", row.segment.goal),
                ]
                title = f"{row.number} {row.segment.title}（{show.title}）"
                uid = self.uid("segment", row.segment.id)
                found.append(self._event(uid, title, row.pin.asked, row.end, words, ITEM_ALARM))
        names = dict.fromkeys(name for row in self._aired for name in row.people)
        return found + [self._person(name) for name in names]

    def _person(self, name: str) -> Event:
        mine = [row for row in self._aired if name in row.people]
        lines = [self._line(row) for row in mine]
        start, end = min(row.come for row in mine), max(row.end for row in mine)
        key = sha256(name.encode()).hexdigest()[:12]
        title = f"{self._show.title}：{name}"
        return self._event(self.uid("person", key), title, start, end, lines, SHOW_ALARM)

    def _line(self, row: _Aired) -> str:
        pinned = "" if row.pin is None else f"（定时{self._late(row)}）"
        people = "、".join(people_of(row.segment))
        parts = [f"{self._clock(row.come)}{pinned} {row.number} {row.segment.title}"]
        parts += [figures.length(row.duration), people]
        return " · ".join(part for part in parts if part)

    def _late(self, row: _Aired) -> str:
        late = row.start - row.come
        return f"，预计 {self._clock(row.start)} 开始，晚 {figures.length(late)}" if late else ""

    def _clock(self, ms: int) -> str:
        return figures.clock_short(ms, self._show.zone, self.layout.start)

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


def needed(segment: Segment, host: str) -> tuple[str, ...]:
    """Everybody who must be there, once each: those whom a segment names, and the show's host where it names nobody
    to present it."""
    present = people_of(segment)
    if segment.person.strip():
        return present
    return tuple(dict.fromkeys((*_names(host), *present)))


def people_of(segment: Segment) -> tuple[str, ...]:
    """Everybody whom a segment names, once each: who presents it, who is beside them, who answers for it."""
    return _names("、".join((segment.person, segment.co_host, segment.owner)))


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in _BETWEEN.split(text) if name.strip()))


def _alarm(title: str, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm.new(description=_title(title))
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    return alarm


def _told(name: str, value: str) -> str:
    return f"{name}：{value}" if value else ""


def _title(text: str) -> str:
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """A text as a calendar holds it."""
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
