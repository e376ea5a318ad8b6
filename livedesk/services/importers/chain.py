"""Works out when each segment starts and how long it is, from what the sheet says, row after row.

A row without a start begins at the end of the row before. A start that is not that end becomes a hard start. A
start more than six hours before the row above belongs to the next day; a smaller step back is an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from livedesk.domain.clock import DAY, HOUR, SECOND, WallTime, is_ambiguous, to_local, wall_to_ms
from livedesk.domain.errors import UserError
from livedesk.services.importers.draft import Draft, Timed
from livedesk.services.importers.reader import Table
from livedesk.services.sheets.times import TimeOfDay, format_clock, format_duration
from livedesk.services.sheets.words import segment_kind

NEXT_DAY_AFTER = 6 * HOUR
LONGEST_ROW = 6 * HOUR
"""A range of more than this in one row is a slip of the pen: no segment lasts that long."""
UNLIKELY = 3 * HOUR
"""A start alone that lasts longer until the next one was most likely meant otherwise (7:30 in the evening)."""
_CLOSED = ("closing", "milestone")


def moments(local: datetime, zone: str, fold: int | None = None) -> tuple[int, ...]:
    """The instants that a wall time stands for: one, or two in the hour that happens twice (one of them where
    ``fold`` says which). Raises UserError ``time.nonexistent``."""
    if fold is None and is_ambiguous(local, zone):
        return wall_to_ms(WallTime(local, 0), zone), wall_to_ms(WallTime(local, 1), zone)
    chosen = fold if fold is not None and is_ambiguous(local, zone) else 0
    return (wall_to_ms(WallTime(local, chosen), zone),)


def at_time(day: date, ms: int) -> datetime:
    """The naive local time ``ms`` after midnight of a day."""
    return datetime.combine(day, time()) + timedelta(milliseconds=ms)


class Chain:
    """Times the drafts of a sheet in order. ``day`` is the date of the show, ``shift`` the days between the date
    that the sheet itself has and ``day`` (a sheet of last week, imported for today)."""

    def __init__(self, table: Table, zone: str, day: date, shift: timedelta) -> None:
        self._table = table
        self._zone = zone
        self._day = day
        self._shift = shift
        self._above: int | None = None
        self._end: int | None = None
        self._open: tuple[Draft, Timed] | None = None

    def run(self, drafts: Sequence[Draft], start: TimeOfDay | None, end: time | None) -> list[Timed]:
        """Time every draft. ``start`` is the declared start of the show, ``end`` its declared end."""
        declared = self._try_first(start) if start else None
        timed = [self._one(draft, declared) for draft in drafts]
        self._close_last(end)
        for draft, times in zip(drafts, timed, strict=True):
            written = draft.slot.end or draft.end or draft.duration_ms or draft.slot.duration_ms or draft.count_to
            if times.duration > UNLIKELY and not written and not draft.wrong:
                self._table.warn(draft.row, "time", "sheet.segment_long", length=format_duration(times.duration))
        return timed

    def _try_first(self, start: TimeOfDay) -> int | None:
        try:
            return moments(at_time(self._day, start.ms), self._zone, start.fold)[0]
        except UserError as error:
            self._table.error(0, "time", error.code, **error.params)
            return None

    def _one(self, draft: Draft, declared: int | None) -> Timed:
        if draft.skipped:
            return self._skipped(draft)
        start = self._start(draft, declared) if draft.slot.start else None
        implicit = self._end if self._above is not None else declared
        if start is not None and self._open is not None:
            self._settle(start)
            implicit = start
        elif self._open is not None:
            if not draft.wrong:
                self._no_duration(self._open[0])
            implicit = self._open[1].start
            self._open = None
        if start is None:
            if implicit is None:
                implicit = moments(at_time(self._day, 20 * HOUR), self._zone)[0]
            start = implicit
            hard = None
        else:
            # The first row may begin before the declared start: then the show begins with it.
            differs = implicit is not None and (start > implicit or (start < implicit and self._above is not None))
            hard = start if differs else None
            if hard is not None:
                draft.notes.append("hard_start")
                if implicit is not None and start < implicit and self._above is not None:
                    early = format_duration(implicit - start)
                    self._table.warn(draft.row, "time", "sheet.overlap", length=early)
        hard = self._hard(draft, start, hard)
        if hard is not None and not draft.slot.start:
            start = max(start, hard)
        timed = Timed(start, 0, hard)
        self._above = start
        self._finish(draft, timed)
        return timed

    def _skipped(self, draft: Draft) -> Timed:
        base = self._end if self._end is not None else moments(at_time(self._day, 20 * HOUR), self._zone)[0]
        timed = Timed(base, draft.duration_ms or draft.slot.duration_ms or 0)
        if draft.slot.start and draft.slot.end and draft.duration_ms is None:
            timed.duration = (draft.slot.end.ms - draft.slot.start.ms) % DAY
            if timed.duration > LONGEST_ROW:
                try:
                    start = at_time(self._day, draft.slot.start.ms)
                    began = moments(start, self._zone, draft.slot.start.fold)[0]
                except UserError as error:
                    self._fail(draft, "time", error)
                else:
                    self._too_long(draft, draft.slot.end, began, began + timed.duration, "time")
        if draft.hard:
            timed.hard_start = self._fixed(draft, draft.hard, base, "hard")
        if draft.count_to:
            timed.count_to = self._fixed(draft, draft.count_to, base, "end_mode")
        return timed

    def _finish(self, draft: Draft, timed: Timed) -> None:
        """The duration, the count-to and the end of the row."""
        start = timed.start
        if draft.count_to:
            timed.count_to = self._fixed(draft, draft.count_to, start, "end_mode")
        ranged = None
        last = draft.slot.end or draft.end
        if last:
            field = "time" if draft.slot.end else "end"
            end = self._after(draft, last, start, field)
            if end is not None and end - start > LONGEST_ROW and not draft.wrong:
                self._too_long(draft, last, start, end, field)
                end = None
            ranged = None if end is None else end - start
        stated = draft.duration_ms if draft.duration_ms is not None else ranged
        if stated is None and not draft.slot.start:
            stated = draft.slot.duration_ms
        if ranged is not None and stated != ranged and timed.count_to is None:
            self._table.warn(
                draft.row,
                "duration",
                "sheet.duration_differs",
                range=format_duration(ranged),
                duration=format_duration(stated or 0),
            )
            stated = ranged
        if stated is None and timed.count_to is not None:
            stated = max(0, timed.count_to - start)
        if stated is None:
            if draft.wrong:
                stated = 0
            else:
                self._open = (draft, timed)
                self._end = None
                return
        timed.duration = stated
        self._end = start + stated if timed.count_to is None else max(start, timed.count_to)

    def _too_long(self, draft: Draft, last: TimeOfDay, start: int, end: int, field: str) -> None:
        """Say that a range ends before it starts (``20:50-20:40``), or else that it is too long for a row."""
        draft.wrong = True
        shown = to_local(start, self._zone)
        began = (shown.hour * 60 + shown.minute) * 60 * SECOND
        if last.day is None and not last.next_day and last.ms < began and began - last.ms <= NEXT_DAY_AFTER:
            self._table.error(draft.row, field, "sheet.end_before_start", value=format_clock(last.ms))
        else:
            length = format_duration(end - start)
            self._table.error(draft.row, field, "sheet.range_too_long", length=length)

    def _settle(self, start: int) -> None:
        """A row with a start alone lasts until the next start."""
        if self._open is not None:
            self._open[1].duration = max(0, start - self._open[1].start)
            self._open = None

    def _close_last(self, end: time | None) -> None:
        if self._open is None:
            return
        draft, timed = self._open
        self._open = None
        if segment_kind(draft.kind_text, draft.title, 1, has_products=False).value in _CLOSED:
            return
        if end is not None:
            declared = TimeOfDay(((end.hour * 60 + end.minute) * 60 + end.second) * SECOND)
            last = self._after(draft, declared, timed.start, "time")
            if last is not None:
                timed.duration = last - timed.start
                return
        self._no_duration(draft)

    def _no_duration(self, draft: Draft) -> None:
        draft.wrong = True
        self._table.error(draft.row, "time", "sheet.no_duration")

    def _hard(self, draft: Draft, start: int, hard: int | None) -> int | None:
        if draft.hard:
            wanted = self._fixed(draft, draft.hard, start - DAY // 2, "hard")
            draft.notes.append("hard_start")
            return wanted if wanted is not None else hard
        if draft.pinned:
            draft.notes.append("hard_start")
            return start
        return hard

    def _start(self, draft: Draft, declared: int | None) -> int | None:
        """The instant of a row's start, or None where it could not be told (an error was kept)."""
        written = draft.slot.start
        if written is None:
            return None
        before = self._above
        try:
            found = self._candidates(written, before)
        except UserError as error:
            self._fail(draft, "time", error)
            return None
        implicit = self._end if before is not None else declared
        if implicit in found:
            return implicit
        if before is not None:
            return self._forward(draft, written, found, before)
        today = tuple(instant for instant in found if instant - found[0] < DAY // 2)
        if declared is not None and declared - today[-1] > NEXT_DAY_AFTER and len(found) > len(today):
            draft.notes.append("next_day")
            return found[-1]
        if declared is not None and today[-1] < declared and not draft.hard:
            self._table.warn(draft.row, "time", "sheet.start_differs", value=format_clock(written.ms))
        return self._only(draft, today, "time")

    def _candidates(self, written: TimeOfDay, above: int | None) -> tuple[int, ...]:
        """The instants that a time may mean: on its own date, else on the day of the row above or the next."""
        if written.day is not None:
            return moments(at_time(written.day + self._shift, written.ms), self._zone, written.fold)
        if written.next_day:
            return moments(at_time(self._day + timedelta(days=1), written.ms), self._zone, written.fold)
        day = self._day if above is None else to_local(above, self._zone).date()
        found: list[int] = []
        wrong: UserError | None = None
        for later in (0, 1):
            try:
                found += moments(at_time(day + timedelta(days=later), written.ms), self._zone, written.fold)
            except UserError as error:
                wrong = wrong or error
                if later == 0:
                    above_ms = -1 if above is None else above
                    # Today's time does not exist: only where it would be meant today is that an error.
                    if at_time(day, written.ms) >= to_local(max(above_ms, 0), self._zone).replace(tzinfo=None):
                        raise
        if not found and wrong is not None:
            raise wrong
        return tuple(found)

    def _forward(self, draft: Draft, written: TimeOfDay, found: tuple[int, ...], above: int) -> int | None:
        ahead = [instant for instant in found if instant >= above]
        same_day = [instant for instant in found if instant - found[0] < DAY // 2]
        if any(instant >= above for instant in same_day):
            return self._only(draft, tuple(instant for instant in same_day if instant >= above), "time")
        if written.day is None and not written.next_day and above - same_day[-1] > NEXT_DAY_AFTER and ahead:
            draft.notes.append("next_day")
            return self._only(draft, tuple(instant for instant in ahead if instant - ahead[0] < DAY // 2), "time")
        since = to_local(above, self._zone).strftime("%H:%M:%S").removesuffix(":00")
        draft.wrong = True
        self._table.error(draft.row, "time", "sheet.step_back", value=format_clock(written.ms), above=since)
        return None

    def _only(self, draft: Draft, found: tuple[int, ...], field: str) -> int | None:
        if len(found) == 1:
            return found[0]
        draft.wrong = True
        local = to_local(found[0], self._zone).replace(tzinfo=None)
        self._table.error(draft.row, field, "sheet.time_ambiguous", value=local.isoformat(" "))
        return None

    def _wanted(self, written: TimeOfDay, start: int) -> datetime:
        """The local time meant by a time of day that comes at or after ``start``."""
        if written.day is not None:
            return at_time(written.day + self._shift, written.ms)
        first = to_local(start, self._zone)
        wanted = at_time(first.date(), written.ms)
        passed = wanted < first.replace(tzinfo=None)
        again = first.fold == 0 and is_ambiguous(wanted, self._zone)
        return wanted + timedelta(days=1) if passed and not again else wanted

    def _after(self, draft: Draft, written: TimeOfDay, start: int, field: str) -> int | None:
        """The end of a range: the first instant at or after ``start`` that shows it."""
        try:
            found = moments(self._wanted(written, start), self._zone, written.fold)
        except UserError as error:
            self._fail(draft, field, error)
            return None
        ahead = [instant for instant in found if instant >= start]
        if not ahead:
            draft.wrong = True
            self._table.error(draft.row, field, "sheet.end_before_start", value=format_clock(written.ms))
            return None
        return ahead[0]

    def _fixed(self, draft: Draft, written: TimeOfDay, start: int, field: str) -> int | None:
        """A fixed time of its own (定时, 到 20:30): the first one after ``start`` unless it has a date."""
        try:
            return self._only(draft, moments(self._wanted(written, start), self._zone, written.fold), field)
        except UserError as error:
            self._fail(draft, field, error)
            return None

    def _fail(self, draft: Draft, field: str, error: UserError) -> None:
        draft.wrong = True
        self._table.error(draft.row, field, error.code, **error.params)
