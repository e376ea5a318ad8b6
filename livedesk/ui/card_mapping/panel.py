"""Which OBS inputs show the product card: chosen from OBS's own list, tried on the spot, or laid out new.

Every choice is kept, and used, at once. Nothing here is modal: a show that is on air goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardInventory, CardMapping, SlotInputs
from livedesk.domain.errors import UserError
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.card_mapping.slot_row import SlotRow
from livedesk.ui.card_mapping.words import labels, sample_text
from livedesk.ui.context import DeskContext
from livedesk.ui.plain import tip
from livedesk.ui.theme import LABEL, TEXT
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.words import sentence


class CardMappingPanel(Panel):
    """Lives in the settings; follows OBS while it is there."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CardMapping", "Product card in OBS")
        super().__init__(context.family, title, parent=parent)
        self.context = context
        family = context.family
        self._heard = CardInventory()
        self._wanted: CardMapping | None = None
        self._on_air = False
        self._busy = False
        self.state = label(family, size=LABEL, tone="dim")
        self.state.setWordWrap(True)
        self.result = label(family, size=LABEL, tone="dim")
        self.result.setWordWrap(True)
        self.result.hide()
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(10)
        inside.addWidget(self.state)
        inside.addLayout(self._slots(family))
        self._twins = QVBoxLayout()
        self._twins.setSpacing(6)
        inside.addLayout(self._twins)
        inside.addLayout(self._ready_line())
        inside.addWidget(self.result)
        self.body.addLayout(inside)
        self.twin_buttons: dict[str, QPushButton] = {}
        self._lines: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        context.bridge.subscribe(CardInventory, self._on_inventory)
        context.bridge.subscribe(SessionSnapshot, self._on_snapshot)
        self._follow()

    def take_keys(self) -> None:
        """Give the keys to the first choice."""
        self.rows[0].choices["A"].setFocus()

    def _slots(self, family: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        heads = (self.tr("Bank A: the scenes"), self.tr("Bank B: their twins"))
        for column, words in enumerate(heads):
            grid.addWidget(label(family, words, size=LABEL, tone="dim"), 0, 1 + 2 * column, 1, 2)
        self.rows = [SlotRow(slot, grid, line, family, self) for line, slot in enumerate(CardSlot, 1)]
        for row in self.rows:
            row.chosen.connect(self._chosen)
            row.tried.connect(self._try)
        return grid

    def _ready_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self.ready = QPushButton(self.tr("Create a ready scene collection"))
        self.ready.clicked.connect(self._create)
        words = self.tr(
            "A new collection in OBS with the scenes of this show, their twins and the card; the present one stays "
            "as it is. Add your cameras in OBS, then make the twins anew here."
        )
        note = label(self.context.family, words, size=LABEL, tone="dim")
        note.setWordWrap(True)
        line.addWidget(self.ready)
        line.addWidget(note, 1)
        return line

    @Slot(object)
    def _on_inventory(self, told: CardInventory) -> None:
        if told.collection != self._heard.collection or told.mapping == self._wanted:
            self._wanted = None
        self._heard = told
        self._follow()

    @property
    def _told(self) -> CardInventory:
        """What OBS has, with what was chosen since: a choice goes on from the one before."""
        return self._heard if self._wanted is None else replace(self._heard, mapping=self._wanted)

    @Slot(object)
    def _on_snapshot(self, snapshot: SessionSnapshot) -> None:
        on_air = snapshot.state.run.before_viewers
        if on_air is not self._on_air:
            self._on_air = on_air
            self._follow()

    def _follow(self) -> None:
        told = self._told
        why = "" if told.collection else self.tr("OBS is not connected: its inputs are listed once it is.")
        if self._busy:
            why = self.tr("OBS is at work …")
        self._tell_state(why)
        for row in self.rows:
            row.show_inventory(told, why)
        held = why or (self.tr("The show is on air: scenes are made when it is over.") if self._on_air else "")
        self._show_twins(held)
        self.ready.setEnabled(not held)
        self.ready.setToolTip(tip(held))

    def _tell_state(self, why: str) -> None:
        told = self._told
        if why:
            show(self.state, why, "dim")
        elif told.missing and told.by_hand:
            words = self.tr("▲ OBS has no input named {names}. Choose another, or make it in OBS.")
            show(self.state, words.format(names="、".join(told.missing)), "warn")
        elif not told.by_hand and len(told.missing) == len(told.mapping.names):
            show(self.state, self.tr("OBS shows no card yet. Choose its text inputs here, or let a collection be "
                                     "created."), "next")  # fmt: skip
        else:
            words = self.tr("Scene collection {name}: {count} text inputs. What is not chosen is not written.")
            show(self.state, words.format(name=told.collection, count=len(told.inputs)), "dim")

    def _show_twins(self, held: str) -> None:
        """A line for each scene that can show two cards at once for a frame, or whose twin is behind it."""
        told = self._told
        lacking, behind = (told.mixing, told.apart) if told.collection else ((), ())
        if self._lines != (lacking, behind):
            self._lines = lacking, behind
            while (item := self._twins.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
            never = self.tr("▲ {scene} can show two cards at once for a frame: it has no twin.")
            old = self.tr(
                "▲ {scene} was changed in OBS and its twin was not: the twin is not used until it is made anew."
            )
            self.twin_buttons = {
                scene: self._twin_line(scene, never, self.tr("Make its twin")) for scene in lacking
            }
            for scene in behind:
                self.twin_buttons[scene] = self._twin_line(scene, old, self.tr("Make it anew"))
        for button in self.twin_buttons.values():
            button.setEnabled(not held)
            button.setToolTip(tip(held))

    def _twin_line(self, scene: str, words: str, deed: str) -> QPushButton:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        told = label(self.context.family, words.format(scene=scene), size=TEXT, tone="warn")
        told.setWordWrap(True)
        button = QPushButton(deed)
        button.setProperty("scene", scene)
        button.clicked.connect(self._make_twin)
        line.addWidget(told, 1)
        line.addWidget(button)
        self._twins.addWidget(holder)
        return button

    @Slot(object)
    def _chosen(self, inputs: SlotInputs) -> None:
        why = self.context.lock.why()
        if why:
            self._say(self.tr("Product card: {0}").format(why), "warn")
            self._follow()
            return
        services, collection = self.context.services, self._told.collection
        mapping = self._wanted = self._told.mapping.with_slot(inputs)
        self.context.background.run(
            lambda: services.keep_card(collection, mapping), self._kept, self._not_kept, urgent=True
        )

    @Slot(object, str)
    def _try(self, slot: CardSlot, name: str) -> None:
        services, sample = self.context.services, sample_text(slot)
        self.context.background.run(lambda: services.try_card_input(name, sample), self._tried, self._failed)

    @Slot()
    def _make_twin(self) -> None:
        scene, services = str(self.sender().property("scene")), self.context.services
        self._work(lambda: services.make_twin(scene))

    @Slot()
    def _create(self) -> None:
        services, words = self.context.services, labels()
        self._work(lambda: services.create_collection(words))

    def _say(self, text: str, tone: str) -> None:
        show(self.result, text, tone)
        self.result.setVisible(bool(text))

    def _work(self, work: Callable[[], object]) -> None:
        self._busy = True
        self._say("", "dim")
        self._follow()
        self.context.background.run(work, self._made, self._failed)

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        self._say(self.tr("Saved."), "go")

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        self._wanted = None
        self._failed(error)

    @Slot(object)
    def _tried(self, _nothing: object) -> None:
        self._say(self.tr("The sample shows in OBS for three seconds."), "go")

    @Slot(object)
    def _made(self, name: object) -> None:
        self._busy = False
        made = self.tr("OBS has a new scene collection: {name}.").format(name=name)
        self._say(made if name else self.tr("The twin is made."), "go")
        self._follow()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._say(sentence(error) if isinstance(error, UserError) else str(error), "warn")
        self._follow()
