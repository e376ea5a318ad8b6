"""Rows copied out of a spreadsheet: tab-separated text with or without a heading row, read as a sheet is."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from livedesk.domain.clipping import Clipping
from livedesk.domain.clock import DAY, MINUTE, SECOND, to_local, wall_to_ms
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Group, Segment, Show, Standby
from livedesk.services.importers.build import build_segments
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.chain import Chain
from livedesk.services.importers.columns import RUNDOWN, Columns, headings_of, match_header
from livedesk.services.importers.draft import Draft, Timed
from livedesk.services.importers.grid import MAX_COLUMNS, MAX_ROWS, Cell, Grid, Row, column_letter
from livedesk.services.importers.inferring import infer_columns
from livedesk.services.importers.preview import RowKind, Severity, SheetProblem
from livedesk.services.importers.reader import Findings, Table
from livedesk.services.importers.row_products import PRODUCT_COLUMNS
from livedesk.services.importers.rundown import RundownReader
from livedesk.services.importers.sharing import settle_loose, split_shared
from livedesk.services.importers.standbys import StandbyReader
from livedesk.services.mappings import NO_MAPPINGS, Mappings, signature
from livedesk.services.sheets.names import group_key, group_references, group_title
from livedesk.services.sheets.times import TimeOfDay, format_duration
from livedesk.services.sheets.values import text_of

MAX_TEXT = 16 * 2**20
"""More characters than this are no rows that somebody copied."""
UNSAID = MINUTE
"""How long a row is that does not say it (ms)."""
_OWN_ID = "pasted-"
_UNDERSTOOD = ("sheet.product_bare", "sheet.product_new")
"""What is told of a cell that was read all the same."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read: segments in order, the products they name (those of the show as they stand there, others new),
    the groups they stand in (the show's own where it has one of that title), and standby plans, of which one has the
    panic key where the show has none for it. ``problems`` tell what was not understood, by row and column of the text;
    its words are in the note of its segment. ``show_id`` is the show's."""

    show_id: str
    segments: tuple[Segment, ...] = ()
    products: tuple[Product, ...] = ()
    groups: tuple[Group, ...] = ()
    standbys: tuple[Standby, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    new_groups: bool = False

    @property
    def clipping(self) -> Clipping:
        """What was read as :func:`livedesk.domain.clipping.paste` and ``paste_standbys`` take it, with the starts and
        numbers that the segments fix. Their groups come along where one of them is new to the show."""
        return Clipping(
            self.show_id, self.segments, self.groups, self.products, whole=self.new_groups, read=True,
            standbys=self.standbys,
        )  # fmt: skip


def read_pasted(text: str, show: Show, mappings: Mappings = NO_MAPPINGS) -> Pasted:
    """Read rows of the clipboard for a show. With a heading row columns are what a sheet's are (``mappings``: and what
    a person said of such headings); without one their content tells, which a problem says.

    Raises UserError ``paste.too_large``.
    """
    grid = _grid(text)
    if not grid.rows:
        problem = SheetProblem(0, "", "paste.empty", {}, Severity.ERROR)
        return Pasted(show.id, problems=(problem,))
    return _Reader(grid, show, mappings).read()


def _grid(text: str) -> Grid:
    if len(text) > MAX_TEXT:
        raise UserError("paste.too_large", most=MAX_ROWS)
    rows = []
    records = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=False)
    try:
        for number, record in enumerate(records, 1):
            cells = {at: Cell(value, first_row=number) for at, value in enumerate(record, 1) if text_of(value)}
            if number > MAX_ROWS or (cells and max(cells) > MAX_COLUMNS):
                raise UserError("paste.too_large", most=MAX_ROWS)
            if cells:
                rows.append(Row(number, cells))
    except csv.Error as error:
        # The one thing it refuses is a cell of more characters than any spreadsheet has.
        raise UserError("paste.too_large", most=MAX_ROWS) from error
    return Grid("", tuple(rows))


class _Reader:
    def __init__(self, grid: Grid, show: Show, mappings: Mappings) -> None:
        self._show = show
        self._findings = Findings()
        self._catalogue = Catalogue()
        for product in show.products:
            self._catalogue.add(product)
        self._catalogue.has_sheet = bool(show.products)
        first = grid.rows[0]
        columns = match_header(first, RUNDOWN, mappings.get(signature(headings_of(first))))
        self._headed = len(grid.rows) > 1 and _is_heading(columns)
        if not self._headed:
            columns = infer_columns(grid, show, self._catalogue)
        self._table = Table(grid, columns, self._findings)

    def read(self) -> Pasted:
        """Everything."""
        if not self._table.columns.at:
            self._problem(0, "paste.empty")
            return Pasted(self._show.id, problems=tuple(self._findings.problems))
        start = self._show.planned_start.local
        plans = StandbyReader(self._catalogue)
        rundown = RundownReader(self._table, self._catalogue, plans, start.date())
        rundown.read()
        if not self._headed:
            self._say_columns()
        standbys = self._standbys(plans)
        if not (rundown.drafts or rundown.groups or standbys or self._findings.problems):
            self._problem(0, "paste.empty")
        drafts = rundown.drafts
        self._keep_unread(drafts)
        self._lengths(drafts)
        at = wall_to_ms(self._show.planned_start, self._show.zone)
        begins = _time_of_day(at, self._show.zone)
        settle_loose(drafts, begins)
        split_shared(drafts, self._table)
        timed = Chain(self._table, self._show.zone, start.date(), timedelta()).run(drafts, begins, None)
        self._unpin(drafts, timed)
        self._cut_short(drafts, timed)
        called = group_references(self._show.groups)
        mine = {group_key(called[group.id]): group for group in self._show.groups}
        homes = {
            name: mine.get(name) or Group(f"{_OWN_ID}{number}", group_title(name))
            for number, name in enumerate(rundown.groups, 1)
        }
        group_ids = {name: group.id for name, group in homes.items()}
        segments = build_segments(self._table, drafts, timed, group_ids, self._show.zone)
        noted = self._with_wrong(drafts, segments)
        products, ids = self._products()
        placed = tuple(
            replace(segment, product_ids=tuple(ids[one] for one in segment.product_ids)) for segment in noted
        )
        standbys = tuple(replace(one, product_id=ids.get(one.product_id, "")) for one in standbys)
        sold = {one for segment in placed for one in segment.product_ids} | {one.product_id for one in standbys}
        return Pasted(
            self._show.id,
            placed,
            tuple(product for product in products if product.id in sold),
            tuple(homes.values()),
            standbys,
            tuple(sorted(self._findings.problems, key=lambda problem: problem.row)),
            any(name not in mine for name in homes),
        )

    def _standbys(self, plans: StandbyReader) -> tuple[Standby, ...]:
        """The standby plans; the panic key stays with the plan that the show has marked for it."""
        taken = any(one.panic for one in self._show.standbys)
        if not taken and (assumed := plans.assumed()) is not None:
            self._problem(0, assumed[0], title=assumed[1])
        return plans.plans(taken=taken)

    def _unpin(self, drafts: Sequence[Draft], timed: Sequence[Timed]) -> None:
        """The start of the first row fixes nothing unless it says so: it follows whatever it is put behind, and may
        come before the show's start."""
        problems = self._findings.problems
        problems[:] = [problem for problem in problems if problem.code != "sheet.start_differs"]
        first = next((at for at, draft in enumerate(drafts) if not draft.skipped), None)
        if first is not None and not drafts[first].pinned and drafts[first].hard is None:
            timed[first].hard_start = None

    def _cut_short(self, drafts: Sequence[Draft], timed: Sequence[Timed]) -> None:
        """A row with a start alone lasts until the next start. Where that cannot be read it gets a minute, and that is
        said."""
        for (draft, times), following in zip(zip(drafts, timed, strict=True), drafts[1:], strict=False):
            alone = draft.slot.start and (draft.slot.end, draft.end, draft.duration_ms) == (None, None, None)
            if alone and not times.duration and following.wrong and not draft.wrong:
                times.duration = UNSAID
                self._table.warn(draft.row, "time", "sheet.no_duration")

    def _lengths(self, drafts: Sequence[Draft]) -> None:
        """Give a row whose length is not said or not readable a minute, and say so: without any it would be a
        milestone."""
        at = self._table.columns.at
        if not {"time", "duration"} & set(at):
            problems = self._findings.problems
            problems[:] = [problem for problem in problems if problem.code != "sheet.no_time"]
            if any(draft.wrong for draft in drafts):
                self._problem(0, "paste.no_lengths", length=format_duration(UNSAID))
        for draft in drafts:
            known = draft.duration_ms, draft.slot.duration_ms, draft.slot.end, draft.end
            if draft.wrong and known == (None, None, None, None):
                draft.duration_ms = UNSAID

    def _say_columns(self) -> None:
        """Say what each column was taken for."""
        names = self._table.columns.names
        read = "、".join(f"{column_letter(column)} {names[column]}" for column in sorted(names))
        self._problem(0, "paste.columns_inferred", columns=read)

    def _keep_unread(self, drafts: Sequence[Draft]) -> None:
        """Put into notes what no field took: columns that mean nothing here, prices that the show's products have
        already, rows that are no segments."""
        columns = self._table.columns
        problems = self._findings.problems
        for at, problem in enumerate(problems):
            if problem.code == "sheet.unknown_column":
                problems[at] = replace(problem, code="paste.column_noted")
        prices = [columns.at[name] for name in PRODUCT_COLUMNS if name in columns.at and self._catalogue.has_sheet]
        left_out = {found.row for found in self._findings.rows if found.kind is RowKind.IGNORED}
        own = {draft.row: draft for draft in drafts}
        continued = {found.row for found in self._findings.rows if "continued" in found.notes}
        draft: Draft | None = None
        waiting: list[str] = []
        for row in self._table.grid.rows:
            draft = own.get(row.number, draft)
            texts = []
            if row.number in left_out:
                words = " ".join(row.text(column) for column in sorted(row.cells))
                self._problem(row.number, "paste.row_left_out", text=words[:80])
                texts = [words]
            elif row.number in own or row.number in continued:
                texts = [
                    self._labelled(column, row) for column in (*columns.unknown, *prices) if column in row.cells
                ]
            if draft is None:
                waiting += texts
            else:
                draft.note += [*waiting, *texts]
                waiting = []

    def _labelled(self, column: int, row: Row) -> str:
        head = self._table.columns.names.get(column, "") if self._headed else ""
        return f"{head}：{row.text(column)}" if head else row.text(column)

    def _with_wrong(self, drafts: Sequence[Draft], segments: Sequence[Segment]) -> tuple[Segment, ...]:
        """The segments with what could not be read of their cells in their notes."""
        rows = {row.number: row for row in self._table.grid.rows}
        by_row = {draft.row: at for at, draft in enumerate(drafts)}
        notes = [segment.note for segment in segments]
        for problem in self._findings.problems:
            at = next((by_row[number] for number in range(problem.row, 0, -1) if number in by_row), None)
            column = 0 if problem.code in _UNDERSTOOD else _column(self._table.columns, problem.column)
            if at is None or not column or problem.row not in rows or column not in rows[problem.row].cells:
                continue
            words = self._labelled(column, rows[problem.row])
            if words not in notes[at].split("\n") and words not in notes[at]:
                notes[at] = "\n".join(part for part in (notes[at], words) if part)
        return tuple(replace(segment, note=note) for segment, note in zip(segments, notes, strict=True))

    def _products(self) -> tuple[list[Product], dict[str, str]]:
        """The products, those of the show as they stand there, and their ids by those of the reading."""
        mine = self._show.products
        found = []
        ids = {}
        for at, product in enumerate(self._catalogue.products):
            real = mine[at] if at < len(mine) else replace(product, id=f"{_OWN_ID}{at + 1}")
            ids[product.id] = real.id
            found.append(real)
        return found, ids

    def _problem(self, row: int, code: str, /, **params: str) -> None:
        self._findings.problems.append(SheetProblem(row, "", code, params, Severity.WARNING))


def _is_heading(columns: Columns) -> bool:
    """Whether the first row is a heading: it names what a segment is, and more than half of it is known."""
    known = len(columns.at) + len(columns.noted)
    return bool({"title", "product"} & set(columns.at)) and known > len(columns.unknown)


def _column(columns: Columns, letter: str) -> int:
    return next((column for column in columns.names if letter and column_letter(column) == letter), 0)


def _time_of_day(instant: int, zone: str) -> TimeOfDay:
    local = to_local(instant, zone)
    ms = ((local.hour * 60 + local.minute) * 60 + local.second) * SECOND + local.microsecond // 1000
    return TimeOfDay(ms % DAY, fold=local.fold or None)
