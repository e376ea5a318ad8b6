"""The as-run log as it is read on the desk: newest first, growing by one row, a take's outcome joining its row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QObject

from livedesk.ui.models.keyed import KeyedListModel


@dataclass(frozen=True, slots=True)
class LogRow:
    """One sentence. ``key`` is the entry's number, ``wall_ms`` its instant, ``tone`` a colour of the theme.
    ``take`` is the take whose outcome still may come; ``outcome`` what became of it."""

    key: int
    wall_ms: int
    tone: str
    words: str
    take: int | None = None
    outcome: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.words} · {self.outcome}" if self.outcome else self.words


class LogList(KeyedListModel[LogRow]):
    """Rows are only ever added on top; a row changes once, when its take is reported."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._added = 0
        self._takes: dict[int, int] = {}

    def add(self, row: LogRow) -> None:
        """Put a newer row on top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, row)
        if row.take is not None:
            self._takes[row.take] = self._added
        self._added += 1
        self.endInsertRows()

    def report(self, take: int, outcome: str, tone: str | None) -> bool:
        """Join a take's outcome to its row (``tone`` None: as it is); False where no row asked for it."""
        place = self._takes.get(take)
        if place is None:
            return False
        at = self._added - 1 - place
        row = self._rows[at]
        self._rows[at] = replace(row, outcome=outcome, tone=tone or row.tone)
        index = self.index(at, 0)
        self.dataChanged.emit(index, index)
        return True

    def clear(self) -> None:
        """Begin the log of another run."""
        self.beginResetModel()
        self._rows.clear()
        self._takes.clear()
        self._added = 0
        self.endResetModel()
