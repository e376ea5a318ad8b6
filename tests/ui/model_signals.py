"""Every change that a model tells of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex


class Signals:
    """Every change that a model tells of, in order."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.told: list[tuple[Any, ...]] = []
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.dataChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("insert", first, last))

    def _removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.told.append(("remove", first, last))

    def _moved(self, _from: QModelIndex, first: int, last: int, _to: QModelIndex, row: int) -> None:
        self.told.append(("move", first, row))

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append(("change", first.row(), last.row()))

    def _reset(self) -> None:
        self.told.append(("reset",))


Checked = Callable[[QAbstractItemModel], Signals]
