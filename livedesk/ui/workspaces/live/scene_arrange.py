"""The strip that arranges the scene buttons in place: where one stands, its colour, its key, whether it is there."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.arrangement import COLOURS
from livedesk.ui.actions import key_label
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP, LABEL
from livedesk.ui.widgets.labels import Elided, label, show
from livedesk.ui.widgets.wheel import guard_wheel
from livedesk.ui.workspaces.live.scene_button import colour_name
from livedesk.ui.workspaces.live.scene_deck import SceneDeck

_PORTABLE = QKeySequence.SequenceFormat.PortableText


class SceneArrange(QFrame):
    """Works on the scene that was ``chosen``; ``done`` is asked for by its button."""

    done = Signal()
    chosen = Signal(str)

    def __init__(self, context: DeskContext, deck: SceneDeck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deck = deck
        self.scene = ""
        self._offered: tuple[str, ...] | None = None
        self._known: tuple[str, ...] = ()
        self.setObjectName("scene-arrange")
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        family = context.family
        self.title = Elided(family, "")
        self.said = label(family, size=LABEL, tone="dim")
        self.said.setWordWrap(True)
        self.earlier, self.later = QPushButton("←"), QPushButton("→")
        self.colour = QComboBox()
        for colour in COLOURS:
            self.colour.addItem(colour_name(colour), colour)
        self.key = QKeySequenceEdit()
        self.key.setMaximumSequenceLength(1)
        self.no_key = QPushButton(self.tr("No key"))
        self.hide_it = QPushButton(self.tr("Hide"))
        self.add = QComboBox()
        self.finish = QPushButton(self.tr("Done"))
        self.finish.setProperty("variant", "primary")
        names = (
            (self.earlier, self.tr("One place earlier")),
            (self.later, self.tr("One place later")),
            (self.colour, self.tr("Colour of the button")),
            (self.key, self.tr("Key of the button")),
            (self.no_key, self.tr("No key")),
            (self.hide_it, self.tr("Hide the button")),
            (self.add, self.tr("Show the button of another scene")),
        )
        for widget, name in names:
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        guard_wheel(self.colour, self.add)
        self.key.setFixedWidth(110)
        self.add.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add.setMinimumContentsLength(17)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.title, 1)
        upper.addWidget(self.add)
        upper.addWidget(self.finish)
        for part in (self.earlier, self.later, self.colour, self.key, self.no_key, self.hide_it):
            lower.addWidget(part)
        lower.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(GAP)
        for row in (upper, lower):
            row.setSpacing(GAP)
            column.addLayout(row)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.colour.activated.connect(self._coloured)
        self.key.keySequenceChanged.connect(self._keyed)
        self.no_key.clicked.connect(self._unkeyed)
        self.hide_it.clicked.connect(self._hidden)
        self.add.activated.connect(self._added)
        self.finish.clicked.connect(self.done)
        deck.changed.connect(self._show)

    def set_scenes(self, scenes: tuple[str, ...]) -> None:
        """The scenes that OBS has; those without a button are offered."""
        if scenes != self._known:
            self._known = scenes
            self._offer()

    def choose(self, scene: str) -> None:
        """Work on this button."""
        self.scene = scene
        show(self.said, "")
        self._show()
        self.chosen.emit(scene)

    @Slot()
    def _show(self) -> None:
        one = self._deck.of(self.scene)
        if one is None or one.hidden:
            self.scene = next((item.scene for item in self._deck.shown), "")
            one = self._deck.of(self.scene)
        place, last = self._deck.place(self.scene), len(self._deck.shown) - 1
        words = self.tr("Choose a scene's button, or draw it to its place")
        self.title.setText(self.tr("Arranging: {0}").format(self.scene) if one is not None else words)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < last)
        for part in (self.colour, self.key, self.no_key, self.hide_it):
            part.setEnabled(one is not None)
        if one is not None:
            self.colour.setCurrentIndex(max(0, self.colour.findData(one.colour)))
            key = self._deck.keys.get(one.scene, "")
            if self.key.keySequence().toString(_PORTABLE) != key:
                self.key.blockSignals(True)
                self.key.setKeySequence(QKeySequence(key))
                self.key.blockSignals(False)
        self._offer()

    def _offer(self) -> None:
        """The scenes that have no button now: hidden ones, and those of OBS that the show does not use."""
        shown = {one.scene for one in self._deck.shown}
        hidden = [one.scene for one in self._deck.buttons if one.hidden]
        offered = tuple(dict.fromkeys(scene for scene in (*hidden, *self._known) if scene not in shown))
        if offered == self._offered:
            return
        self._offered = offered
        model = QStandardItemModel(self.add)
        model.appendRow(QStandardItem(self.tr("Show a scene …") if offered else self.tr("Every scene is shown")))
        for scene in offered:
            model.appendRow(QStandardItem(scene))
        self.add.setModel(model)
        self.add.setEnabled(bool(offered))

    @Slot()
    def _earlier(self) -> None:
        self._deck.move(self.scene, self._deck.place(self.scene) - 1)

    @Slot()
    def _later(self) -> None:
        self._deck.move(self.scene, self._deck.place(self.scene) + 1)

    @Slot(int)
    def _coloured(self, at: int) -> None:
        self._deck.change(self.scene, colour=str(self.colour.itemData(at)))

    @Slot(QKeySequence)
    def _keyed(self, sequence: QKeySequence) -> None:
        key = sequence.toString(_PORTABLE)
        if not key:
            return
        why = self._deck.why_not(self.scene, key)
        if why:
            show(self.said, "▲ " + self.tr("{key}: {why}").format(key=key_label(key), why=why), "warn")
            self._show()
            return
        show(self.said, "")
        self._deck.change(self.scene, key=key)

    @Slot()
    def _unkeyed(self) -> None:
        show(self.said, "")
        self._deck.change(self.scene, key="")

    @Slot()
    def _hidden(self) -> None:
        self._deck.change(self.scene, hidden=True)

    @Slot(int)
    def _added(self, at: int) -> None:
        if at > 0:
            scene = self.add.itemText(at)
            self._deck.add(scene)
            self.choose(scene)
