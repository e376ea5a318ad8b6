"""Reading the rows of one table, with every problem kept together with its cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from livedesk.domain.errors import Param, UserError
from livedesk.services.importers.columns import Columns
from livedesk.services.importers.grid import Cell, Grid, Row, column_letter
from livedesk.services.importers.preview import PreviewRow, RowKind, Severity, SheetProblem
from livedesk.services.sheets.values import Value, line_of, said, said_line, text_of

T = TypeVar("T")


@dataclass(slots=True)
class Findings:
    """What was found while reading a file: problems and understood rows."""

    problems: list[SheetProblem] = field(default_factory=list)
    rows: list[PreviewRow] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(slots=True)
class Table:
    """A grid with its columns; reading a cell wrongly written adds a problem and gives None."""

    grid: Grid
    columns: Columns
    findings: Findings

    def cell(self, row: Row, name: str, *, own: bool = False) -> Cell | None:
        """The cell of a field; with ``own`` only where it begins in this row."""
        cell = row.cells.get(self.columns.at.get(name, 0))
        return None if cell is None or (own and cell.continued) else cell

    def value(self, row: Row, name: str, *, own: bool = False) -> Value:
        """The value of a field, None where the cell is empty."""
        cell = self.cell(row, name, own=own)
        return cell.value if cell else None

    def text(self, row: Row, name: str, *, own: bool = False) -> str:
        """The text of a field, with its line breaks."""
        return text_of(self.value(row, name, own=own))

    def line(self, row: Row, name: str, *, own: bool = False) -> str:
        """The text of a field on one line."""
        return line_of(self.value(row, name, own=own))

    def said(self, row: Row, name: str, *, own: bool = False) -> str:
        """The text of a field, empty where the cell says that there is nothing."""
        return said(self.value(row, name, own=own))

    def said_line(self, row: Row, name: str, *, own: bool = False) -> str:
        """The same on one line."""
        return said_line(self.value(row, name, own=own))

    def read(self, row: Row, name: str, parse: Callable[[Value], T], *, own: bool = False) -> T | None:
        """A field through a parser; None where the cell is empty or could not be read."""
        value = self.value(row, name, own=own)
        if not text_of(value):
            return None
        try:
            return parse(value)
        except UserError as error:
            self.error(row.number, name, error.code, **error.params)
            return None

    def error(self, row: int, name: str, code: str, /, **params: Param) -> None:
        """Keep an error at a field of a row (an empty name: the whole row)."""
        self._add(row, name, code, Severity.ERROR, params)

    def warn(self, row: int, name: str, code: str, /, **params: Param) -> None:
        """Keep a warning at a field of a row."""
        self._add(row, name, code, Severity.WARNING, params)

    def _add(self, row: int, name: str, code: str, severity: Severity, params: dict[str, Param]) -> None:
        letter, header = self.columns.where(name)
        problem = SheetProblem(row, letter, code, params, severity, header, self.grid.name)
        self.findings.problems.append(problem)

    def check_cells(self, row: Row) -> None:
        """Say which cells of a row hold a formula without a value, or an error value."""
        for column, cell in row.own():
            if cell.fault:
                where = f"{column_letter(column)}{row.number}"
                header = self.columns.names.get(column, "")
                self.findings.problems.append(
                    SheetProblem(
                        row.number,
                        column_letter(column),
                        cell.fault,
                        {"cell": where},
                        Severity.WARNING,
                        header,
                        self.grid.name,
                    )
                )

    def check_header(self) -> None:
        """Say in one warning which columns mean nothing here, and keep the header as an understood row."""
        unknown = self.columns.unknown
        if unknown:
            letters = "、".join(column_letter(column) for column in unknown)
            names = "、".join(self.columns.names[column] for column in unknown)
            self.findings.problems.append(
                SheetProblem(
                    self.columns.row,
                    letters,
                    "sheet.unknown_column",
                    {"value": names},
                    Severity.WARNING,
                    "" if len(unknown) > 1 else names,
                    self.grid.name,
                )
            )
        found = tuple((field, self.columns.names[column]) for field, column in self.columns.at.items())
        self.understood(self.columns.row, RowKind.HEADER, found)

    def understood(
        self, row: int, kind: RowKind, fields: tuple[tuple[str, str], ...], notes: tuple[str, ...] = ()
    ) -> None:
        """Keep what a row was understood as, without its empty fields."""
        filled = tuple((name, text) for name, text in fields if text)
        self.findings.rows.append(PreviewRow(row, kind, filled, notes, self.grid.name))

    def ignored(self, row: Row, note: str) -> None:
        """Keep that a row was left out, and why."""
        text = " ".join(row.line(column) for column in sorted(row.cells))
        self.understood(row.number, RowKind.IGNORED, (("text", text[:200]),), (note,))

    def skip_hidden(self, row: Row) -> bool:
        """Whether the row is hidden; says so once."""
        if not row.hidden:
            return False
        self.warn(row.number, "", "sheet.hidden_row")
        self.ignored(row, "hidden")
        return True
