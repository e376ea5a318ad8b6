"""Everybody's reading rate: what it is, where it is from, and a field to set it by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QPushButton, QWidget

from livedesk.domain.pace import FASTEST_CPS, SLOWEST_CPS, Pace
from livedesk.ui.plain import tip
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import Elided, label, show


class PaceField(QDoubleSpinBox):
    """A rate in characters a second; ``settled`` carries the person and the new rate once it is left."""

    settled = Signal(str, object)

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self._shown = 0.0
        self.setRange(SLOWEST_CPS, FASTEST_CPS)
        self.setDecimals(1)
        self.setSingleStep(0.1)
        self.setKeyboardTracking(False)
        self.editingFinished.connect(self._left)

    def put(self, cps: float) -> None:
        """Show a rate; one that is being typed stays."""
        if not self.hasFocus():
            self._shown = round(cps, 1)
            self.setValue(self._shown)

    @Slot()
    def _left(self) -> None:
        value = round(self.value(), 1)
        if value != self._shown:
            self._shown = value
            self.settled.emit(self._person, value)


class PaceList(QWidget):
    """``changed`` carries a person and the rate that was set (None: go back to the one before). A rate is the person's
    in every show and no part of this one: Ctrl+Z leaves it, a button beside it goes back step by step."""

    changed = Signal(str, object)

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._people: tuple[str, ...] = ()
        self._fields: dict[str, PaceField] = {}
        self._sources: dict[str, Elided] = {}
        self._resets: dict[str, QPushButton] = {}

    def show_paces(self, paces: Sequence[Pace], by_hand: Collection[str]) -> None:
        """Show the rates of these people, in this order; ``by_hand`` are those whose rate somebody has set."""
        people = tuple(pace.host for pace in paces)
        if people != self._people:
            self._make(people)
        for pace in paces:
            self._fields[pace.host].put(pace.cps)
            show(self._sources[pace.host], self._source(pace, by_hand=pace.host in by_hand))
            reset, back = self._resets[pace.host], self.tr("Back to {0}")
            reset.setText(back.format(f"{pace.earlier[-1]:.1f}") if pace.earlier else self.tr("As measured"))
            reset.setVisible(pace.host in by_hand)

    def field(self, person: str) -> PaceField:
        """The field of a person."""
        return self._fields[person]

    def _source(self, pace: Pace, *, by_hand: bool) -> str:
        if pace.learned:
            return self.tr("measured in {0} segments").format(pace.samples)
        if pace.like:
            return self.tr("that of {0}").format(pace.like)
        return self.tr("set by hand") if by_hand else self.tr("not measured yet")

    def _make(self, people: tuple[str, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._people = people
        self._fields, self._sources, self._resets = {}, {}, {}
        for row, person in enumerate(people):
            field, source = PaceField(person), Elided(self._family, size=LABEL, tone="dim")
            field.setAccessibleName(self.tr("Characters a second of {0}").format(person))
            field.setFixedWidth(64)
            reset = QPushButton()
            reset.setToolTip(
                tip(self.tr("The rate goes for every show: Ctrl+Z takes back what is in this one only."))
            )
            reset.setProperty("variant", "flat")
            reset.setProperty("person", person)
            reset.clicked.connect(self._reset)
            field.settled.connect(self.changed)
            self._grid.addWidget(label(self._family, person), row, 0)
            self._grid.addWidget(source, row, 1)
            self._grid.addWidget(reset, row, 2)
            self._grid.addWidget(field, row, 3)
            self._fields[person], self._sources[person], self._resets[person] = field, source, reset

    @Slot()
    def _reset(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.changed.emit(str(sender.property("person")), None)
