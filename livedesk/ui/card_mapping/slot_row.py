"""One slot of the card: its input in each bank, and a test beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QSizePolicy, QWidget

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardInventory, SlotInputs
from livedesk.ui.card_mapping.words import slot_words
from livedesk.ui.plain import tip
from livedesk.ui.theme import TEXT
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.wheel import guard_wheel

BANKS = ("A", "B")


class InputChoice(QComboBox):
    """One of OBS's text inputs, or none. A mapped one that OBS has not stays in the list and says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        guard_wheel(self)
        self._filled: tuple[CardInventory, str] | None = None

    def fill(self, told: CardInventory, chosen: str) -> None:
        """List OBS's inputs, with ``chosen`` in front."""
        if self._filled == (told, chosen) and self.currentData() == chosen:
            return
        self._filled = told, chosen
        self.clear()
        self.addItem("—", "")
        for each in told.inputs:
            self.addItem(each.name, each.name)
            where = "、".join(each.scenes) or self.tr("in no scene")
            self.setItemData(self.count() - 1, tip(f"{where}\n{each.kind}"), Qt.ItemDataRole.ToolTipRole)
        if chosen and self.findData(chosen) < 0:
            missing = self.tr("▲ {name}: not in OBS").format(name=chosen)
            self.addItem(missing if told.collection else chosen, chosen)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        words = self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(str(words or tip(self.currentText())))


class SlotRow(QObject):
    """``chosen`` carries the slot with its inputs after a person chose, ``tried`` the slot and the input to test."""

    chosen = Signal(object)
    tried = Signal(object, str)

    def __init__(self, slot: CardSlot, grid: QGridLayout, line: int, family: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot
        words = slot_words(slot)
        grid.addWidget(label(family, words, size=TEXT, tone="dim"), line, 0)
        self.choices: dict[str, InputChoice] = {}
        self.tests: dict[str, QPushButton] = {}
        for column, bank in enumerate(BANKS):
            choice, test = InputChoice(), QPushButton(self.tr("Test"))
            choice.setAccessibleName(f"{words} {bank}")
            test.setAccessibleName(f"{test.text()} {words} {bank}")
            test.setProperty("bank", bank)
            choice.activated.connect(self._choose)
            test.clicked.connect(self._try)
            grid.addWidget(choice, line, 1 + 2 * column)
            grid.addWidget(test, line, 2 + 2 * column)
            self.choices[bank], self.tests[bank] = choice, test

    def show_inventory(self, told: CardInventory, why: str) -> None:
        """Show the mapping; ``why`` says why nothing can be chosen now (empty: it can)."""
        inputs = told.mapping.of(self.slot)
        for bank, name in zip(BANKS, (inputs.a, inputs.b), strict=True):
            choice, test = self.choices[bank], self.tests[bank]
            choice.fill(told, name)
            choice.setEnabled(not why)
            reason = why or (self.tr("Choose an input first.") if not name or name in told.missing else "")
            test.setEnabled(not reason)
            shows = self.tr("Shows a sample in OBS for three seconds, then the old text again.")
            test.setToolTip(tip(reason or shows))

    @Slot()
    def _choose(self) -> None:
        names = [str(self.choices[bank].currentData() or "") for bank in BANKS]
        self.chosen.emit(SlotInputs(self.slot, *names))

    @Slot()
    def _try(self) -> None:
        bank = str(self.sender().property("bank"))
        self.tried.emit(self.slot, str(self.choices[bank].currentData() or ""))
