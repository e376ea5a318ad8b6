"""The as-run log as a table: a row for each take and each act, the newest last, in the columns of its CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject

from livedesk.domain.asrun import AsRunFold, AsRunRow
from livedesk.domain.clock import iso
from livedesk.domain.events import Entry, StandbyCalled, StandbyEnded, Taken, TakenBack, TakeReported, Via
from livedesk.domain.events_desk import MomentMarked
from livedesk.ui import format as fmt
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.table import AnyIndex, Cell, Column, Line, LinesModel
from livedesk.ui.words import who
from livedesk.ui.workspaces.live.sentences import log_row
from livedesk.ui.workspaces.live.take_words import outcome

UTC = "UTC"
AIRED = frozenset(
    {"segment", "standby", "back", "resume", "scene", "manual", "adopted", "hold", "release", "veto", "moment"}
)
"""The kinds of rows whose title is that of an item of the rundown."""
_WRONG = frozenset({"rejected", "unknown", "withheld"})


def columns() -> tuple[Column, ...]:
    """The columns of the log, from the left."""
    utc = QCoreApplication.translate("AsRun", "By the show's clock; pointed at, as UTC")
    return (
        Column(QCoreApplication.translate("AsRun", "No."), 50, number=True),
        Column(QCoreApplication.translate("AsRun", "Segment"), 190),
        Column(
            QCoreApplication.translate("AsRun", "Rev."),
            46,
            number=True,
            tip=QCoreApplication.translate("AsRun", "The revision of the script"),
        ),
        Column(QCoreApplication.translate("AsRun", "Planned"), 76, number=True),
        Column(QCoreApplication.translate("AsRun", "Requested"), 94, number=True, tip=utc),
        Column(QCoreApplication.translate("AsRun", "Confirmed"), 94, number=True, tip=utc),
        Column(QCoreApplication.translate("AsRun", "Ended"), 94, number=True, tip=utc),
        Column(
            QCoreApplication.translate("AsRun", "Run ms"),
            84,
            number=True,
            tip=QCoreApplication.translate("AsRun", "Milliseconds of the run, which no step of a clock moves"),
        ),
        Column(QCoreApplication.translate("AsRun", "Scene"), 106),
        Column(QCoreApplication.translate("AsRun", "Who"), 84),
        Column(QCoreApplication.translate("AsRun", "Result"), 92),
        Column(QCoreApplication.translate("AsRun", "Note")),
    )


class AsRunTable(LinesModel):
    """Fed with every entry of one run, in order. Rows are added at the end, and change when their outcome or their
    end comes; what a row reads is made when it is seen, so that a long run costs nothing."""

    def __init__(self, theme: Theme, family: str, parent: QObject | None = None) -> None:
        super().__init__(columns(), theme, family, parent)
        self._zone = UTC
        self._fold = AsRunFold()
        self._count = 0
        self._entries: list[Entry] = []
        self._outcomes: dict[int, TakeReported] = {}
        self._made: dict[int, Line] = {}

    @cached_property
    def _results(self) -> Mapping[str, str]:
        """The words of the reports, loaded with the first row: the window does not wait for them."""
        from livedesk.ui.report_words import report_words

        return report_words().results

    def restart(self, zone: str) -> None:
        """Begin the log of another run, with times in ``zone``."""
        self.beginResetModel()
        self._zone = zone
        self._fold, self._count = AsRunFold(), 0
        self._entries.clear()
        self._outcomes.clear()
        self._made.clear()
        self.endResetModel()

    def add(self, entries: Iterable[Entry]) -> None:
        """Fold more entries of the run."""
        known = self._count
        changed: set[int] = set()
        for entry in entries:
            places = self._fold.add(entry)
            changed.update(places)
            if len(self._fold.rows) > len(self._entries):
                self._entries.append(entry)
            elif isinstance(entry.event, TakeReported):
                self._outcomes.update(dict.fromkeys(places, entry.event))
        rows = len(self._fold.rows)
        if rows > known:
            self.beginInsertRows(QModelIndex(), known, rows - 1)
            self._count = rows
            self.endInsertRows()
        for place in sorted(place for place in changed if place < known):
            self._made.pop(place, None)
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default, never changed)
        """How many rows the log has."""
        return 0 if parent.isValid() else self._count

    def line(self, row: int) -> Line:
        """One row of the log in words."""
        if row not in self._made:
            self._made[row] = self._line(self._fold.rows[row], self._entries[row], self._outcomes.get(row))
        return self._made[row]

    def _line(self, row: AsRunRow, entry: Entry, told: TakeReported | None) -> Line:
        number = "" if row.number is None else f"{row.number:02d}"
        segment = f"{number} {row.title}".strip() if row.kind in AIRED else number
        result = self._results.get(row.result, row.result)
        wrong = row.result in _WRONG
        tone = "warn" if wrong else {"confirmed": "go", "manual": "next"}.get(row.result, "dim")
        note = self._note(row, entry, told)
        cells = (
            Cell(str(row.seq), "dim"),
            Cell(segment, tip=segment),
            Cell("" if row.revision is None else str(row.revision), "dim"),
            Cell("" if row.planned_start_ms is None else fmt.clock(row.planned_start_ms, self._zone), "dim"),
            self._instant(row.requested_ms),
            self._instant(row.confirmed_ms),
            self._instant(row.ended_ms),
            Cell(str(row.t_ms), "dim"),
            Cell(row.scene, tip=row.scene),
            Cell(who(row.by), "dim", who(row.by)),
            Cell(f"▲ {result}" if wrong else result, tone, result),
            Cell(note, "warn" if wrong else "text", note),
        )
        return Line(str(row.seq), cells)

    def _instant(self, instant_ms: int | None) -> Cell:
        if instant_ms is None:
            return Cell()
        return Cell(fmt.exact_clock(instant_ms, self._zone), tip=str(iso(instant_ms, UTC)))

    @staticmethod
    def _note(row: AsRunRow, entry: Entry, told: TakeReported | None) -> str:
        """How it came on air, or what it was; then what became of it."""
        event = entry.event
        if isinstance(event, MomentMarked):
            # Its note may have been written since.
            entry = replace(entry, event=replace(event, note=row.note))
        said = _brief(entry)
        if not said:
            sentence = log_row(entry)
            said = row.title if sentence is None else sentence.words
        return " · ".join(part for part in (said, outcome(told)[0] if told is not None else "") if part)


def _brief(entry: Entry) -> str:
    """A take in a word or two where its item and its scene stand beside; empty where the sentence must say it."""
    match entry.event:
        case Taken(via=Via.GO):
            return QCoreApplication.translate("AsRun", "GO")
        case Taken(via=Via.FOLLOW):
            return QCoreApplication.translate("AsRun", "followed by itself")
        case Taken(via=Via.JUMP):
            return QCoreApplication.translate("AsRun", "jump")
        case StandbyCalled(panic=True):
            return QCoreApplication.translate("AsRun", "panic")
        case StandbyCalled():
            return QCoreApplication.translate("AsRun", "standby plan")
        case StandbyEnded():
            return QCoreApplication.translate("LiveLog", "Standby plan ended, the segment goes on")
        case TakenBack():
            return QCoreApplication.translate("LiveLog", "Took the last one back")
        case _:
            return ""
