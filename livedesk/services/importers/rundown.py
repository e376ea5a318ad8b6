"""The rows of the main sheet: groups, segments and what continues them, and the standby section below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Transition
from livedesk.services.importers.catalogue import Catalogue
from livedesk.services.importers.columns import RUNDOWN, STANDBYS, match_header, unit_of
from livedesk.services.importers.draft import Draft
from livedesk.services.importers.grid import Cell, Row
from livedesk.services.importers.heading import find_date
from livedesk.services.importers.preview import RowKind
from livedesk.services.importers.reader import Table
from livedesk.services.importers.row_products import RowProducts
from livedesk.services.importers.standbys import StandbyReader, repeats_header, reused_columns
from livedesk.services.sheets.alerts import parse_alerts
from livedesk.services.sheets.cues import parse_cues, parse_end_mode, parse_transition, split_products
from livedesk.services.sheets.names import group_key
from livedesk.services.sheets.scene_items import parse_items
from livedesk.services.sheets.times import Slot, TimeOfDay, parse_clock, parse_duration, parse_slot
from livedesk.services.sheets.values import Value, line_of, nothing, text_of
from livedesk.services.sheets.words import REMARK_ROW, SKIP_WORDS, STANDBY_SECTION, TOTAL_ROW, yes

_NUMBERED_TITLE = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[A-Z])\s*[、.．·\s]|^第.{1,3}(?:部分|阶段|板块|环节|章|节|篇)|^【.*】$"
)
_LONGEST_SECTION = 40


@dataclass(slots=True)
class RundownReader:
    """Reads the main sheet into drafts, which know nothing of each other's times yet."""

    table: Table
    catalogue: Catalogue
    standbys: StandbyReader
    today: date
    drafts: list[Draft] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    first_day: date | None = None
    _group: str = ""
    _after: str = ""
    _standby: Table | None = None
    _prices: RowProducts = field(init=False)

    def __post_init__(self) -> None:
        self._prices = RowProducts(self.table, self.catalogue)

    def read(self) -> None:
        """Read every row below the header."""
        self.table.check_header()
        for row in self.table.grid.rows:
            if row.number <= self.table.columns.row or self.table.skip_hidden(row):
                continue
            self.table.check_cells(row)
            own = [(column, cell) for column, cell in row.own() if text_of(cell.value)]
            if own:
                self._row(row, own)
        self.catalogue.say_bare(self.table)

    def _row(self, row: Row, own: list[tuple[int, Cell]]) -> None:
        if self._header(row, own):
            return
        first = line_of(own[0][1].value)
        if TOTAL_ROW.match(first) and (len(own) == 1 or not self.table.line(row, "script")):
            self.table.ignored(row, "total")
            return
        if len(own) == 1 and self._section(row, *own[0]):
            return
        if self._standby is None and self._sums_group(row, own):
            return
        title = self.table.line(row, "group", own=True)
        if title:
            if self._plans_under(title) and not self._is_numbered_segment(row):
                self._open_standbys()
            else:
                self._standby = None
                named = self.table.said(row, "group", own=True)
                self._enter(group_key(self.table.value(row, "group", own=True)) if named else "")
        elif self._standby is None and self._names_section(own[0]) and not self._is_numbered_segment(row):
            self._open_standbys()
        elif self._standby is not None and self._in_time(row):
            self._standby = None
            self._enter(self._after)
        if self._standby is not None:
            self.standbys.read(self._standby, row, self.table.columns)
        else:
            self._segment(row)

    def _sums_group(self, row: Row, own: list[tuple[int, Cell]]) -> bool:
        """A group's title in the first column with the whole time of the group beside it, which its rows have
        again."""
        at = self.table.columns.at
        column, cell = own[0]
        beside = {other for other, _ in own[1:]}
        if column != min(at.values()) or column in (at.get("title"), at.get("number"), at.get("group")):
            return False
        titled = cell.width >= 2 or _NUMBERED_TITLE.match(line_of(cell.value))
        if not titled or not beside <= {at.get("time"), at.get("duration")}:
            return False
        self._enter(group_key(cell.value))
        self.table.understood(row.number, RowKind.GROUP, (("title", line_of(cell.value)),))
        return True

    def _names_section(self, first: tuple[int, Cell]) -> bool:
        """Whether the first column says that this row and those below it are standby plans."""
        column, cell = first
        at = self.table.columns.at
        text = line_of(cell.value)
        leading = column == min(at.values(), default=1) and column != at.get("title")
        return leading and len(text) <= _LONGEST_SECTION and STANDBY_SECTION.search(text) is not None

    def _plans_under(self, title: str) -> bool:
        return len(title) <= _LONGEST_SECTION and STANDBY_SECTION.search(title) is not None

    def _is_numbered_segment(self, row: Row) -> bool:
        """Whether a row of a group that is called like a section of plans is a segment all the same: it has a number
        and a place in the show."""
        timed = self._in_time(row) or not nothing(self.table.line(row, "duration", own=True))
        return timed and bool(self.table.line(row, "number", own=True))

    def _in_time(self, row: Row) -> bool:
        """Whether a row below the standby section has a place in the show: a range of times."""
        try:
            slot = self._slot(self.table.value(row, "time", own=True))
        except UserError:
            return False
        return slot.start is not None and slot.end is not None

    def _header(self, row: Row, own: list[tuple[int, Cell]]) -> bool:
        """A header again: repeated for a new page, or that of the standby section."""
        if self._standby is not None:
            columns = match_header(row, STANDBYS)
            short = all(len(line_of(cell.value)) <= 10 for _, cell in own)
            if len(columns.at) >= 2 and not columns.unknown and "title" in columns.at and short:
                self._standby = Table(self.table.grid, columns, self.table.findings)
                self._standby.check_header()
                return True
        columns = match_header(row, RUNDOWN, self.table.columns.mapping)
        if not repeats_header(columns) or not {"title", "product"} & set(columns.at):
            return False
        if not {"time", "duration"} & set(columns.at):
            return False
        self.table.columns = columns
        self.table.check_header()
        if self._standby is not None:
            self._open_standbys()
        return True

    def _section(self, row: Row, column: int, cell: Cell) -> bool:
        """A row with one text alone: the title of a group or of the standby section, or a remark."""
        text = line_of(cell.value)
        at = self.table.columns.at
        if column == at.get("number") and text.rstrip(".、").isdigit():
            self.table.ignored(row, "number_only")
            return True
        if column in (at.get("time"), at.get("duration")) and self._is_time(cell.value):
            return False
        if column == at.get("plan") and self.drafts and cell.width < 2:
            return False
        first = min(at.values(), default=1)
        wide = cell.width >= 2
        apart = wide or column == at.get("group") or (column == first and column != at.get("title"))
        if STANDBY_SECTION.search(text) and len(text) <= _LONGEST_SECTION:
            self._open_standbys()
            self.table.understood(row.number, RowKind.GROUP, (("title", text),), ("standby",))
            return True
        if not apart and not (_NUMBERED_TITLE.match(text) and self._standby is None):
            return False
        if self._standby is not None:
            if not self.standbys.read_sentence(self._standby, row, text_of(cell.value)):
                self._after = group_key(cell.value) if len(text) <= _LONGEST_SECTION else ""
                self.table.ignored(row, "remark")
            return True
        if REMARK_ROW.match(text) or len(text) > _LONGEST_SECTION:
            self.table.ignored(row, "remark")
            return True
        self._enter(group_key(cell.value))
        self.table.understood(row.number, RowKind.GROUP, (("title", text),))
        return True

    def _is_time(self, value: Value) -> bool:
        try:
            self._slot(value)
        except UserError:
            return False
        return True

    def _open_standbys(self) -> None:
        self._standby = Table(self.table.grid, reused_columns(self.table.columns), self.table.findings)

    def _enter(self, group: str) -> None:
        self._group = group
        if group and group not in self.groups:
            self.groups.append(group)

    def _segment(self, row: Row) -> None:
        table = self.table
        title = table.line(row, "title")
        continued = (cell := table.cell(row, "title")) is not None and cell.continued
        time_cell = self._time_cell(row)
        timed = time_cell is not None and not time_cell.continued
        if self.drafts and not timed and (continued or not title):
            self._continue(row)
            return
        known = len(self.catalogue.products)
        products = self._products(row)
        draft = Draft(row.number, title, group=self._group, number=table.line(row, "number", own=True))
        if not title:
            draft.title = "、".join(name for _, name in products)
            if not draft.title:
                draft.wrong = True
                table.error(row.number, "title", "sheet.no_title")
            draft.notes.append("title_from_product")
        draft.product_ids = list(dict.fromkeys(product for product, _ in products))
        if len(self.catalogue.products) > known:
            draft.notes.append("new_product")
        draft.kind_text = table.line(row, "kind")
        self._times(row, draft, time_cell)
        draft.scene = self._scene(row)
        draft.transition = self._transition(row)
        draft.fixed = self._named(row, "fixed", own=True)
        draft.person = self._named(row, "person")
        draft.co_host = self._named(row, "co_host")
        draft.owner = self._named(row, "owner")
        self._end_mode(row, draft)
        self._texts(row, draft)
        self._alerts(row, draft)
        self.drafts.append(draft)

    def _alerts(self, row: Row, draft: Draft) -> None:
        """When its clock changes colour; a reminder in other words is one for people, and stays in the note."""
        text = self.table.text(row, "alerts", own=True)
        try:
            draft.alerts = parse_alerts(text)
        except UserError as error:
            self.table.warn(row.number, "alerts", error.code, **error.params)
            draft.note.append(f"{self.table.columns.where('alerts')[1]}：{text}")
        said = (self._left(row, draft, "warn"), self._left(row, draft, "alarm"))
        both = [known if own is None else own for own, known in zip(said, draft.alerts, strict=True)]
        draft.alerts = both[0], both[1]

    def _left(self, row: Row, draft: Draft, name: str) -> int | None:
        """What is left (ms) when it turns one colour, from a column of its own."""
        value = self.table.value(row, name, own=True)
        if nothing(text_of(value)):
            return None
        heading = self.table.columns.where(name)[1]
        try:
            return parse_duration(value, unit_of(heading))
        except UserError as error:
            self.table.warn(row.number, name, error.code, **error.params)
            draft.note.append(f"{heading}：{text_of(value)}")
            return None

    def _named(self, row: Row, name: str, *, own: bool = False) -> str:
        return self.table.said_line(row, name, own=own)

    def _time_cell(self, row: Row) -> Cell | None:
        """The cell that times a row: of several, one that begins here before one that is merged down."""
        cells = [cell for name in ("time", "duration") if (cell := self.table.cell(row, name)) is not None]
        return next((cell for cell in cells if not cell.continued), cells[0] if cells else None)

    def _times(self, row: Row, draft: Draft, cell: Cell | None) -> None:
        table = self.table
        slot = table.read(row, "time", self._slot)
        draft.slot = slot or Slot()
        draft.end = table.read(row, "end", self._clock)
        if self.first_day is None:
            self.first_day = self._day(table.value(row, "date"))
        draft.duration_ms = table.read(row, "duration", self._duration)
        draft.time_row = cell.first_row if cell else 0
        hard = table.line(row, "hard", own=True)
        if hard and not nothing(hard):
            ticked = yes(hard)
            if ticked is None or not isinstance(table.value(row, "hard"), str):
                draft.hard = table.read(row, "hard", self._clock)
            else:
                draft.pinned = ticked
        draft.skipped = self._skipped(row, draft)
        unread = (("time", slot), ("duration", draft.duration_ms))
        draft.wrong = any(found is None and table.line(row, name) for name, found in unread)
        nothing_said = slot is None and draft.duration_ms is None and draft.end is None
        if nothing_said and not draft.wrong and not self._may_be_timeless(row, draft):
            draft.wrong = True
            table.error(row.number, "time" if "time" in table.columns.at else "duration", "sheet.no_time")

    def _skipped(self, row: Row, draft: Draft) -> bool:
        """Whether 状态 says so, or 跳过 is ticked; what 跳过 says in other words stays in the note."""
        text = self.table.line(row, "skipped", own=True)
        if text in SKIP_WORDS or any(word in self.table.line(row, "state") for word in SKIP_WORDS):
            return True
        ticked = False if nothing(text) else yes(text)
        if ticked is None:
            self.table.warn(row.number, "skipped", "sheet.yes_no", value=text)
            draft.note.append(f"{self.table.columns.where('skipped')[1]}：{text}")
        return bool(ticked)

    def _may_be_timeless(self, row: Row, draft: Draft) -> bool:
        """A milestone needs no time of its own: it is there at the end of the row before."""
        ends = self.table.line(row, "end_mode").startswith(("到", "至"))
        if "节点" in draft.kind_text or "里程碑" in draft.kind_text:
            draft.duration_ms = 0
            return True
        return ends

    def _slot(self, value: Value) -> Slot:
        return parse_slot(value, self.today.year)

    def _clock(self, value: Value) -> TimeOfDay:
        return parse_clock(value, self.today.year)

    def _day(self, value: Value) -> date | None:
        """The date of a date column; only the first row's counts, later days follow from the times."""
        if isinstance(value, datetime):
            return value.date()
        found = find_date(text_of(value), self.today, short=True)
        return found.day if found else None

    def _duration(self, value: Value) -> int:
        return parse_duration(value, self.table.columns.unit)

    def _products(self, row: Row) -> list[tuple[str, str]]:
        text = self.table.said(row, "product")
        if not text:
            return []
        # A product's own name may hold what separates products.
        names = (text,) if self.catalogue.named(text) else split_products(text)
        found = []
        for name in names:
            product, _ = self.catalogue.find(self.table, row.number, name)
            found.append((product.id, product.name))
        self._prices.fill(row, [product for product, _ in found])
        return found

    def _scene(self, row: Row) -> str:
        lines = [line.strip() for line in self.table.said(row, "scene").splitlines() if line.strip()]
        if len(lines) > 1:
            self.table.warn(row.number, "scene", "sheet.scene_many", value=lines[0])
            return "" if nothing(lines[0]) else lines[0]
        return lines[0] if lines else ""

    def _transition(self, row: Row) -> Transition:
        text = self.table.line(row, "transition")
        if not text:
            return Transition()
        transition, warning = parse_transition(text)
        if warning:
            self.table.warn(row.number, "transition", warning, value=text)
        return transition

    def _end_mode(self, row: Row, draft: Draft) -> None:
        value = self.table.value(row, "end_mode", own=True)
        if not text_of(value):
            return
        try:
            draft.end_mode, draft.count_to = parse_end_mode(text_of(value))
        except UserError as error:
            self.table.error(row.number, "end_mode", error.code, **error.params)

    def _texts(self, row: Row, draft: Draft) -> None:
        table = self.table
        for name, texts in (
            ("script", draft.script),
            ("cohost", draft.cohost),
            ("interaction", draft.interaction),
            ("goal", draft.goal),
            ("note", draft.note),
            ("plan", draft.fallback),
        ):
            read = table.text if name == "script" else table.said
            if text := read(row, name, own=True):
                texts.append(text)
        for column in table.columns.noted:
            cell = row.cells.get(column)
            if cell is not None and not cell.continued and not nothing(row.text(column)):
                draft.note.append(f"{table.columns.names[column]}：{row.text(column)}")
        draft.cues += parse_cues(table.said(row, "cues", own=True))
        draft.items += parse_items(table.said(row, "items", own=True))

    def _continue(self, row: Row) -> None:
        """A row without a title and a time of its own: more of the segment above."""
        draft = self.drafts[-1]
        if self.table.said(row, "product", own=True):
            for product, _ in self._products(row):
                if product not in draft.product_ids:
                    draft.product_ids.append(product)
        self._texts(row, draft)
        scene = self.table.line(row, "scene", own=True)
        if scene and scene != draft.scene:
            self.table.warn(row.number, "scene", "sheet.scene_many", value=draft.scene)
        self.table.understood(row.number, RowKind.SEGMENT, (("title", draft.title),), ("continued",))
