"""Puts the sheets of one file together into a preview of the show."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from livedesk.domain.checklist import CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import DAY, SECOND, ms_to_wall, to_local, wall_to_ms
from livedesk.domain.errors import Param, UserError
from livedesk.domain.product import Promotion
from livedesk.domain.rundown import Group, Segment, Show
from livedesk.services.importers.build import Names, build_segments, preview_segments
from livedesk.services.importers.carried import carries_of
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.chain import Chain, at_time, moments
from livedesk.services.importers.columns import RUNDOWN, Columns, find_header, second_header
from livedesk.services.importers.draft import Draft, Timed
from livedesk.services.importers.extras import read_checks, read_overrides, read_promotions
from livedesk.services.importers.grid import Grid, column_letter
from livedesk.services.importers.heading import HeadingReader
from livedesk.services.importers.media import MediaReader
from livedesk.services.importers.origin_xlsx import workbook_origin
from livedesk.services.importers.preview import (
    Heading,
    ImportPreview,
    PreviewRow,
    RowKind,
    Severity,
    SheetColumn,
    SheetProblem,
)
from livedesk.services.importers.reader import Findings, Table
from livedesk.services.importers.rundown import RundownReader
from livedesk.services.importers.sections import RUNDOWN_NEEDS, SHEETS, name_field
from livedesk.services.importers.sharing import settle_loose, split_shared
from livedesk.services.importers.standbys import StandbyReader
from livedesk.services.mappings import NO_MAPPINGS, NOTE, Mappings
from livedesk.services.sheets.names import SegmentIndex, group_title
from livedesk.services.sheets.origin import read_origin
from livedesk.services.sheets.team_columns import COLUMNS
from livedesk.services.sheets.times import TimeOfDay
from livedesk.services.sheets.words import plain

_RUNDOWN_NAMES = ("流程", "脚本", "runsheet", "rundown")
_PLACEHOLDER_DAY = date(2001, 6, 15)


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The worksheets by what they are for; ``top`` is the first row of the rundown's header, which may have two;
    ``left`` could not be told and are not read."""

    rundown: Grid
    columns: Columns
    top: int
    others: dict[str, tuple[Grid, Columns]]
    left: tuple[Grid, ...]


def _classify(grids: Sequence[Grid], file: str, mappings: Mappings) -> _Sheets:
    others: dict[str, tuple[Grid, Columns]] = {}
    rest = []
    for grid in grids:
        kind = next((entry for entry in SHEETS if plain(grid.name) in entry[1]), None)
        columns = find_header(grid, kind[2], ((name_field(kind[0]),),)) if kind else None
        if kind and columns and kind[0] not in others:
            others[kind[0]] = (grid, columns)
        else:
            rest.append(grid)
    rest.sort(key=lambda grid: not any(name in plain(grid.name) for name in _RUNDOWN_NAMES))
    for grid in rest:
        columns = find_header(grid, RUNDOWN, RUNDOWN_NEEDS, mappings)
        if columns is not None:
            below = next((row for row in grid.rows if row.number == columns.row + 1), None)
            both = second_header(columns, below, RUNDOWN) if below and columns.mapping is None else None
            left = tuple(other for other in rest if other is not grid and other.rows)
            return _Sheets(grid, both or columns, columns.row, others, left)
    raise UserError("sheet.no_header", file=file)


class SheetReader:
    """Reads the worksheets of one file; used once."""

    def __init__(
        self,
        file: Path,
        data: bytes,
        grids: Sequence[Grid],
        zone: str,
        today: date,
        mappings: Mappings = NO_MAPPINGS,
    ) -> None:
        self._file = file
        self._data = data
        self._zone = zone
        self._today = today
        self._findings = Findings()
        self._sheets = _classify(grids, file.name, mappings)
        self._table = Table(self._sheets.rundown, self._sheets.columns, self._findings)
        self._catalogue = Catalogue()
        self._standbys = StandbyReader(self._catalogue)

    def read(self, answers: Heading) -> ImportPreview:
        """Read all sheets into a preview; ``answers`` go before what the sheet says."""
        said = self._heading(answers)
        zone = self._checked(said.zone or self._zone)
        if found := self._sheets.others.get("products"):
            self._catalogue.read(Table(*found, self._findings))
        rundown = RundownReader(self._table, self._catalogue, self._standbys, said.date or self._today)
        rundown.read()
        if not rundown.drafts:
            own = _is_own(self._sheets.columns)
            code, severity = ("sheet.empty", Severity.WARNING) if own else ("sheet.no_segments", Severity.ERROR)
            self._problem(0, code, severity)
        if said.approval:
            self._problem(0, "sheet.approval_stays", Severity.WARNING, state=said.approval)
        if found := self._sheets.others.get("standbys"):
            self._read_standbys(Table(*found, self._findings))
        if assumed := self._standbys.assumed():
            self._problem(0, assumed[0], Severity.WARNING, title=assumed[1])
        for grid in self._sheets.left:
            self._problem(0, "sheet.sheet_not_read", Severity.WARNING, name=grid.name)
        heading, written = self._settled(answers, said, rundown)
        day = heading.date or _PLACEHOLDER_DAY
        declared = _time_of_day(heading.start)
        settle_loose(rundown.drafts, declared)
        split_shared(rundown.drafts, self._table)
        shift = day - (written or day)
        timed = Chain(self._table, zone, day, shift).run(rundown.drafts, declared, heading.end)
        homes = {name: f"g{at}" for at, name in enumerate(rundown.groups, 1)}
        groups = tuple(Group(one, group_title(name)) for name, one in homes.items())
        segments = build_segments(self._table, rundown.drafts, timed, homes, zone)
        media = self._pictures(segments, rundown.drafts)
        names = Names(zone, self._catalogue.products)
        preview_segments(self._table, rundown.drafts, segments, timed, names)
        promotions, checks, overrides = self._extras(segments, rundown.drafts, zone)
        asks = _asks(answers, said, heading, rundown.drafts)
        show = None
        if not self._findings.failed and not {"date", "start"} & set(asks):
            plain_show = Show(
                id="",
                title=heading.title,
                zone=zone,
                planned_start=ms_to_wall(_planned_start(timed, rundown.drafts, declared, day, zone), zone),
                host=heading.host,
                platform=heading.platform,
                room=heading.room,
                groups=groups,
                segments=segments,
                standbys=self._standbys.plans(),
                products=tuple(self._catalogue.products),
                promotions=promotions,
                checklist=checks,
                claim_overrides=overrides,
            )
            ending = _with_end(plain_show, heading, shift)
            if ending is None:
                end = f"{heading.end_day:%m-%d} {heading.end:%H:%M}"
                self._problem(0, "sheet.end_before_start", Severity.ERROR, value=end)
            else:
                show = self._identified(ending)
        counts = {
            "segments": len(segments),
            "groups": len(groups),
            "standby": len(self._standbys.plans()),
            "products": len(self._catalogue.products),
            "promotions": len(promotions),
            "checks": len(checks),
        }
        problems = tuple(sorted(self._findings.problems, key=self._place))
        carries = carries_of(
            self._table.columns,
            {name: columns for name, (_, columns) in self._sheets.others.items()},
            _stated(answers, said),
            plans=self._standbys.plans(),
            groups=bool(rundown.groups),
            numbered=any(segment.number for segment in segments),
        )
        return ImportPreview(
            self._file.name,
            show,
            self._rows(),
            problems,
            asks,
            counts,
            heading,
            media,
            carries,
            self._columns(),
            self._sheets.columns.mapping is not None,
            workbook_origin(self._data) or read_origin(said.origin),
        )

    def _columns(self) -> tuple[SheetColumn, ...]:
        """The columns of the main sheet with what stands under them first."""
        columns = self._sheets.columns
        fields = {column: field for field, column in columns.at.items()} | dict.fromkeys(columns.noted, NOTE)
        below = [row for row in self._sheets.rundown.rows if row.number > columns.row]
        found = []
        for column, heading in sorted(columns.names.items()):
            texts = (row.line(column) for row in below)
            sample = next((text for text in texts if text), "")
            found.append(SheetColumn(column_letter(column), heading, sample[:80], fields.get(column, "")))
        return tuple(found)

    def _heading(self, answers: Heading) -> Heading:
        """What title rows and file name say, the title rows first."""
        reader = HeadingReader(self._today)
        above = [row for row in self._sheets.rundown.rows if row.number < self._sheets.top]
        shown = [row for row in above if not self._table.skip_hidden(row)]
        reader.rows(shown)
        for row in shown:
            text = "  ".join(row.line(column) for column, _ in row.own() if row.line(column))
            if text:
                self._table.understood(row.number, RowKind.TITLE, (("text", text),))
        reader.file_name(self._file.stem)
        day = reader.heading.date
        if reader.year_assumed and answers.date is None and day is not None:
            self._problem(0, "sheet.year_assumed", Severity.WARNING, date=day.isoformat())
        return reader.heading

    def _checked(self, zone: str) -> str:
        """The zone, or the one asked for where the sheet names none that exists (an error is kept)."""
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, OSError, ValueError):
            self._problem(0, "time.bad_zone", Severity.ERROR, zone=zone)
            return self._zone
        return zone

    def _settled(self, answers: Heading, said: Heading, rundown: RundownReader) -> tuple[Heading, date | None]:
        """The heading with the answers in it, and the date that the sheet itself has."""
        starts = (draft.slot.start for draft in rundown.drafts if draft.slot.start)
        dated = next((start.day for start in starts if start.day), None)
        written = said.date or dated or rundown.first_day
        heading = replace(
            said,
            title=answers.title or said.title or self._file.stem,
            date=answers.date or written,
            host=answers.host or said.host,
            start=answers.start or said.start,
        )
        return heading, written

    def _read_standbys(self, table: Table) -> None:
        table.check_header()
        for row in table.grid.rows:
            if row.number > table.columns.row and not table.skip_hidden(row):
                table.check_cells(row)
                self._standbys.read(table, row)

    def _pictures(self, segments: Sequence[Segment], drafts: Sequence[Draft]) -> dict[str, bytes]:
        reader = MediaReader(self._catalogue)
        if found := self._sheets.others.get("products"):
            reader.embedded(found[0], self._catalogue.rows)
            reader.files(self._file.parent, Table(*found, self._findings))
        reader.on_segments(self._sheets.rundown, segments, [draft.row for draft in drafts])
        return reader.media

    def _extras(
        self, segments: Sequence[Segment], drafts: Sequence[Draft], zone: str
    ) -> tuple[tuple[Promotion, ...], tuple[CheckItem, ...], tuple[ClaimOverride, ...]]:
        promotions: tuple[Promotion, ...] = ()
        checks: tuple[CheckItem, ...] = ()
        overrides: tuple[ClaimOverride, ...] = ()
        numbers: dict[str, str] = {}
        for draft, segment in zip(drafts, segments, strict=True):
            numbers.setdefault(draft.number.lstrip("0"), segment.id)
        index = SegmentIndex(segments, numbers)
        if found := self._sheets.others.get("promotions"):
            promotions = read_promotions(Table(*found, self._findings), index, self._catalogue)
        if found := self._sheets.others.get("checks"):
            checks = read_checks(Table(*found, self._findings))
        if found := self._sheets.others.get("overrides"):
            plans = self._standbys.plans()
            overrides = read_overrides(Table(*found, self._findings), index, plans, self._catalogue, zone)
        return promotions, checks, overrides

    def _identified(self, show: Show) -> Show:
        """The show with an id of its own: the same file read with the same answers has the same id."""
        said = f"{show.title}\n{show.planned_start.local.isoformat()}\n{show.zone}\n{show.host}"
        digest = hashlib.sha256(self._data + said.encode())
        return replace(show, id=digest.hexdigest()[:12])

    def _problem(self, row: int, code: str, severity: Severity, /, **params: Param) -> None:
        self._findings.problems.append(SheetProblem(row, "", code, params, severity, "", self._table.grid.name))

    def _rows(self) -> tuple[PreviewRow, ...]:
        order = self._sheet_order()
        return tuple(sorted(self._findings.rows, key=lambda row: (order.get(row.sheet, len(order)), row.row)))

    def _place(self, problem: SheetProblem) -> tuple[int, int]:
        order = self._sheet_order()
        return order.get(problem.sheet, len(order)), problem.row

    def _sheet_order(self) -> dict[str, int]:
        names = [self._sheets.rundown.name, *(grid.name for grid, _ in self._sheets.others.values())]
        return {name: at for at, name in enumerate(names)}


def _is_own(columns: Columns) -> bool:
    """Whether a sheet has the headings of those that livedesk writes: then no row below them is no slip."""
    return tuple(columns.names[column] for column in sorted(columns.names)) == COLUMNS


def _stated(answers: Heading, said: Heading) -> Heading:
    """The facts that the sheet or a person states; what stands in for them is none."""
    return replace(
        said,
        title=answers.title or said.title,
        date=answers.date or said.date,
        host=answers.host or said.host,
        start=answers.start or said.start,
    )


def _time_of_day(moment: time | None) -> TimeOfDay | None:
    if moment is None:
        return None
    whole = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return TimeOfDay(whole * SECOND + moment.microsecond // 1000, fold=moment.fold or None)


def _planned_start(
    timed: Sequence[Timed], drafts: Sequence[Draft], declared: TimeOfDay | None, day: date, zone: str
) -> int:
    """The declared start, unless the first segment begins before it or nothing was declared."""
    first = next(((times, draft) for times, draft in zip(timed, drafts, strict=True) if not draft.skipped), None)
    if declared is None:
        return first[0].start if first else timed[0].start
    start = moments(at_time(day, declared.ms), zone, declared.fold)[0]
    return start if first is None or first[1].hard else min(start, first[0].start)


def _with_end(show: Show, heading: Heading, shift: timedelta) -> Show | None:
    """The show with its declared end: on its own date (None: that is before the start), or the first such time
    after the start."""
    wanted = _time_of_day(heading.end)
    if wanted is None:
        return show
    start = wall_to_ms(show.planned_start, show.zone)
    days = [to_local(start, show.zone).date(), to_local(start + DAY, show.zone).date()]
    if heading.end_day is not None:
        days = [heading.end_day + shift]
    ends = [moment for day in days for moment in moments(at_time(day, wanted.ms), show.zone, wanted.fold or 0)]
    end = next((moment for moment in ends if moment > start), None)
    return None if end is None else replace(show, hard_end=ms_to_wall(end, show.zone))


def _asks(answers: Heading, said: Heading, heading: Heading, drafts: Sequence[Draft]) -> tuple[str, ...]:
    first = next((draft for draft in drafts if not draft.skipped), None)
    missing = {
        "title": not (answers.title or said.title),
        "date": heading.date is None,
        "host": not heading.host,
        "start": heading.start is None and not (first and first.slot.start),
    }
    return tuple(name for name, asked in missing.items() if asked)
