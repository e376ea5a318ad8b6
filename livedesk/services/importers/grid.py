"""A worksheet as rows of cells, whatever file it came from; merged cells are filled down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from livedesk.services.sheets.values import Value, line_of, text_of

MAX_ROWS = 20_000
MAX_COLUMNS = 256


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something. ``continued``: the value belongs to a cell above that is merged down to
    here, from row ``first_row``. ``width``: how many columns it is merged over. ``fault``: the code of a problem
    with the cell itself (a formula that was never computed, an error value), else empty."""

    value: Value
    continued: bool = False
    width: int = 1
    fault: str = ""
    first_row: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet by its number; ``cells`` by column number (1-based), only those that hold something."""

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False

    def own(self) -> list[tuple[int, Cell]]:
        """The cells that begin in this row, from the left."""
        return [(column, cell) for column, cell in sorted(self.cells.items()) if not cell.continued]

    def text(self, column: int) -> str:
        """The text of a cell, empty where there is none."""
        cell = self.cells.get(column)
        return text_of(cell.value) if cell else ""

    def line(self, column: int) -> str:
        """The text of a cell on one line."""
        cell = self.cells.get(column)
        return line_of(cell.value) if cell else ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies on the sheet with its upper left corner in a cell."""

    row: int
    column: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet: its rows in order, those without any text left out."""

    name: str
    rows: tuple[Row, ...]
    pictures: tuple[Picture, ...] = field(default=())


def column_letter(column: int) -> str:
    """The letter of a 1-based column: 1 → A, 28 → AB; empty for 0 (the whole row)."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
