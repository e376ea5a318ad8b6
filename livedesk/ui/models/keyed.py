"""A list model of frozen rows with keys: a new list becomes precise inserts, moves, removes and changes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from livedesk.ui.models.steps import Insert, Move, Remove, steps

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ROW = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """What a row has: a key that is its own for as long as it lives, and its reading text."""

    @property
    def key(self) -> Hashable:
        """Unique in the list."""
        ...

    @property
    def text(self) -> str:
        """The row in words, for screen readers and search."""
        ...


R = TypeVar("R", bound=Row)


def follow(
    model: QAbstractItemModel,
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    columns: Sequence[tuple[list[Any], Sequence[Any]]],
) -> None:
    """Take a model's rows from the keys ``before`` to those ``after`` by removes, moves and inserts, each told of.
    ``columns`` are what the model holds of its rows (all as long as ``before``) and what each is to hold; a row that
    stays keeps its old values."""
    root = QModelIndex()
    for step in steps(before, after):
        match step:
            case Remove(first, count):
                model.beginRemoveRows(root, first, first + count - 1)
                for held, _ in columns:
                    del held[first : first + count]
                model.endRemoveRows()
            case Move(source, target):
                below = target + 1 if target > source else target
                model.beginMoveRows(root, source, source, root, below)
                for held, _ in columns:
                    held.insert(target, held.pop(source))
                model.endMoveRows()
            case Insert(first, count):
                model.beginInsertRows(root, first, first + count - 1)
                for held, wanted in columns:
                    held[first:first] = wanted[first : first + count]
                model.endInsertRows()


class KeyedListModel(QAbstractListModel, Generic[R]):
    """Rows are compared by value: an equal row with the same key causes no signal at all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows as shown."""
        return tuple(self._rows)

    def row_at(self, row: int) -> R:
        """One row. Raises IndexError outside the list."""
        return self._rows[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default, never changed)
        """How many rows there are (none under a row)."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = DISPLAY) -> Any:
        """The reading text, or the row itself under :data:`ROW`."""
        if not index.isValid():
            return None
        if role in (DISPLAY, ACCESSIBLE):
            return self._rows[index.row()].text
        return self._rows[index.row()] if role == ROW else None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows instead."""
        follow(self, [row.key for row in self._rows], [row.key for row in rows], [(self._rows, rows)])
        for at, row in enumerate(rows):
            if self._rows[at] is not row and self._rows[at] != row:
                self._rows[at] = row
                index = self.index(at, 0)
                self.dataChanged.emit(index, index)
