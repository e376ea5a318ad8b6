"""A run compared with the plan, as lines of a table, and the model that lets offers be left out one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from livedesk.domain.rehearsed import DurationOffer, Fate, Rehearsed
from livedesk.ui import format as fmt
from livedesk.ui.report_words import report_words
from livedesk.ui.widgets.table import Cell, Column, Line, LinesModel, LinesView

AnyIndex = QModelIndex | QPersistentModelIndex
CHECK = int(Qt.ItemDataRole.CheckStateRole)
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def compare_columns() -> tuple[Column, ...]:
    """Planned against real, and the offer."""
    return (
        Column("", 34, tip=QCoreApplication.translate("Review", "Take the new duration over")),
        Column(QCoreApplication.translate("Review", "No."), 44, number=True),
        Column(QCoreApplication.translate("Review", "Segment")),
        Column(QCoreApplication.translate("Review", "Plan"), 66, number=True),
        Column(
            QCoreApplication.translate("Review", "On air"),
            70,
            number=True,
            tip=QCoreApplication.translate("Review", "All its airings, without holds"),
        ),
        Column(QCoreApplication.translate("Review", "Length ±"), 80, number=True),
        Column(QCoreApplication.translate("Review", "Held"), 66, number=True),
        Column(
            "OBS",
            54,
            number=True,
            tip=QCoreApplication.translate("Review", "Takes that OBS did not confirm"),
        ),
        Column(QCoreApplication.translate("Review", "State"), 104),
        Column(
            QCoreApplication.translate("Review", "Script"),
            84,
            number=True,
            tip=QCoreApplication.translate("Review", "In the script as it is now"),
        ),
        Column(QCoreApplication.translate("Review", "New"), 76, number=True),
    )


def compare_lines(lines: Sequence[Rehearsed], offered: Mapping[str, DurationOffer]) -> tuple[Line, ...]:
    """A line for each segment."""
    outcomes = report_words().outcomes
    return tuple(_line(line, offered.get(line.segment_id), outcomes) for line in lines)


def _line(line: Rehearsed, offer: DurationOffer | None, outcomes: Mapping[str, str]) -> Line:
    ink = "text" if line.airings else "faint"
    state = (
        QCoreApplication.translate("Review", "cut off") if line.fate is Fate.CUT_OFF else outcomes[line.fate.value]
    )
    if line.airings > 1:
        state += f" ×{line.airings}"
    over, tone = line.over_ms, "dim"
    if over is not None and offer is not None:
        tone = "warn" if over > 0 else "next"
    return Line(
        line.segment_id,
        (
            Cell(),
            Cell(fmt.NONE if line.number is None else f"{line.number:02d}", "dim"),
            Cell(line.title, ink, line.title),
            Cell(fmt.duration(line.planned_ms), "dim"),
            Cell(fmt.duration(line.real_ms) if line.airings else fmt.NONE, ink),
            Cell(fmt.offset(over), tone),
            Cell(fmt.duration(line.held_ms) if line.held_ms else "", "dim"),
            Cell(f"▲ {line.failed}" if line.failed else "", "warn"),
            Cell(state, {Fate.AIRED: "go", Fate.CUT_OFF: "warn"}.get(line.fate, "dim")),
            Cell(fmt.duration(offer.old_ms) if offer is not None else "", "dim"),
            Cell(f"→ {fmt.duration(offer.new_ms)}" if offer is not None else "", "text", bold=True),
        ),
    )


class OfferModel(LinesModel):
    """Lines of which some carry an offer that is taken or left out; ``changed`` tells that one was."""

    changed = Signal()

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._offered: frozenset[str] = frozenset()
        self.chosen: set[str] = set()

    def offer(self, lines: Sequence[Line], offered: frozenset[str], chosen: frozenset[str]) -> None:
        """Show these lines, with boxes before those that are ``offered``."""
        self._offered, self.chosen = offered, set(chosen)
        self.fill(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0), [CHECK])
        self.changed.emit()

    def toggle(self, row: int) -> None:
        """Take an offer, or leave it out."""
        key = self.lines[row].key if 0 <= row < len(self.lines) else ""
        if key in self._offered:
            self.chosen ^= {key}
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [CHECK])
            self.changed.emit()

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The box of an offer, else as any line."""
        if role == CHECK and index.isValid() and index.column() == 0:
            key = self.lines[index.row()].key
            if key not in self._offered:
                return None
            return Qt.CheckState.Checked if key in self.chosen else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """An offer can be taken."""
        flags = super().flags(index)
        offered = index.isValid() and index.column() == 0 and self.lines[index.row()].key in self._offered
        return flags | Qt.ItemFlag.ItemIsUserCheckable if offered else flags

    def setData(self, index: AnyIndex, _value: Any, role: int = CHECK) -> bool:
        """The box was clicked."""
        if role != CHECK or not index.isValid():
            return False
        self.toggle(index.row())
        return True


class OfferView(LinesView):
    """The table; Enter and Space take the marked offer or leave it out."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space are the box's."""
        model = self.model()
        if event.key() in _KEYS and isinstance(model, OfferModel):
            model.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)
