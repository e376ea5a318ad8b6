"""The scene bar: a button for each scene as a person arranged them, how a scene comes, and the strip that arranges.

In direct mode the scene on air is framed red and the one that GO takes amber; in studio mode amber is what stands in
OBS's preview. Each says so in words.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.events_desk import SceneRenamed
from livedesk.domain.rundown import Show, Transition
from livedesk.domain.status import ObsStatus
from livedesk.services.session.snapshot import Journalled
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.buttons import look_as
from livedesk.ui.workspaces.live.off_words import not_open
from livedesk.ui.workspaces.live.scene_actions import TRANSITIONS, SceneActions, transition_words
from livedesk.ui.workspaces.live.scene_arrange import SceneArrange
from livedesk.ui.workspaces.live.scene_button import HEIGHT, LOW, SceneButton
from livedesk.ui.workspaces.live.scene_deck import PAGE, SceneDeck
from livedesk.ui.workspaces.live.view import DeskView

_LEAST_WIDE = 80
_SIDE = 84


class SceneBar(QWidget):
    """All scene buttons in rows of equal ones. While the desk is locked the buttons stay where hands know them."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.deck = SceneDeck(context, self)
        self.actions_ = SceneActions(context, self.deck, self)
        self._arrange = context.actions.add(
            "arrange_scenes", self.tr("Arrange the scene buttons"), self.toggle, category=Category.DESK, page=PAGE
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._field = QWidget()
        self._field.setLayout(self._grid)
        self.transition = QPushButton()
        self.transition.setObjectName("scene-transition")
        self.arrange = QPushButton(self.tr("Arrange"))
        self.arrange.setObjectName("arrange-scenes")
        side = QVBoxLayout()
        side.setSpacing(4)
        for button in (self.transition, self.arrange):
            button.setProperty("variant", "flat")
            button.setProperty("compact", "true")
            button.setFixedWidth(_SIDE)
            button.setFixedHeight(21)
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._field, 1)
        row.addLayout(side)
        self.strip = SceneArrange(context, self.deck)
        self.strip.done.connect(self.toggle)
        self.strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.strip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, SceneButton] = {}
        self._columns = 0
        self._show: Show | None = None
        self._view: DeskView | None = None
        self._menu = QMenu(self)
        for at, choice in enumerate(TRANSITIONS):
            item = self._menu.addAction(transition_words(choice))
            item.setData(at)
        self._menu.triggered.connect(self._choose)
        self.transition.setMenu(self._menu)
        self.arrange.clicked.connect(self._ask_to_arrange)
        self.deck.changed.connect(self._make)
        self.strip.chosen.connect(self._mark)
        context.bridge.subscribe(ObsStatus, self.actions_.on_obs)
        context.bridge.subscribe(Journalled, self._on_journal)
        self._make()
        self.allow_arranging(False, not_open(None))

    @property
    def arranging(self) -> bool:
        """Whether the strip is there that arranges the buttons."""
        return not self.strip.isHidden()

    def allow(self, view: DeskView | None) -> None:
        """Make the buttons where the show's scenes changed, and allow the actions by what is on the desk now (None:
        no show); also behind another page, or in a layout without the bar: the keys act there too."""
        if view is None:
            self.allow_arranging(False, not_open(None))
        else:
            if view.show is not self._show:
                self._show = view.show
                self.deck.set_show(view.show)
            why = self._context.lock.why()
            self.allow_arranging(not why, why)
        self.actions_.show_view(view)

    def allow_arranging(self, allowed: bool, why: str = "") -> None:
        """Whether the buttons may be arranged now, and why not."""
        self._arrange.allow(allowed, why)
        look_as(self.arrange, self._arrange)
        if not allowed and self.arranging:
            self.toggle()

    def show_view(self, view: DeskView) -> None:
        """Mark the buttons by this moment."""
        self._view = view
        self.strip.set_scenes(view.obs.scenes)
        self._mark()

    @Slot()
    def toggle(self) -> None:
        """Begin to arrange, or be done with it."""
        begin = not self.arranging and self._arrange.isEnabled()
        self.strip.setVisible(begin)
        for button in self.buttons.values():
            button.arranging = begin
        if begin:
            self.strip.choose(next(iter(self.buttons), ""))
        self._mark()

    @Slot()
    def _ask_to_arrange(self) -> None:
        self._context.actions.trigger("arrange_scenes")

    @Slot()
    def _mark(self) -> None:
        view = self._view
        if view is None:
            return
        program, following = view.program_scene() if view.live else "", view.next_scene
        preview = view.obs.preview if view.studio else ""
        for scene, button in self.buttons.items():
            state, words = "", ""
            if scene == program:
                state, words = "air", "● " + self.tr("on air")
            elif view.studio:
                if scene == preview:
                    state, words = "next", self.tr("preview")
                elif scene == following:
                    words = self.tr("next")
            elif scene == following:
                state, words = "next", self.tr("next")
            if self.arranging:
                state = "chosen" if scene == self.strip.scene else ""
            button.show_state(state, words, view.lacks(scene))

    @Slot()
    def _make(self) -> None:
        shown = self.deck.shown
        if [one.scene for one in shown] != list(self.buttons):
            for old in self.buttons.values():
                self._grid.removeWidget(old)
            kept, self.buttons = self.buttons, {}
            for one in shown:
                known = one.scene in kept
                self.buttons[one.scene] = kept.pop(one.scene) if known else self._button(one.scene)
            for gone in kept.values():
                gone.deleteLater()
            self._columns = 0
            self._place()
        keys = self.deck.keys
        for one in shown:
            self.buttons[one.scene].show_look(keys.get(one.scene, ""), one.colour)
        self.transition.setText(transition_words(self.deck.transition))
        self.transition.setAccessibleName(self._context.actions["scene_transition"].text())
        self.transition.setToolTip(self._context.actions["scene_transition"].toolTip())
        self._mark()

    def _button(self, scene: str) -> SceneButton:
        button = SceneButton(self._context.theme, scene, self)
        button.arranging = self.arranging
        button.chosen.connect(self._pressed)
        button.dragged.connect(self._dragged)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, slot in ((self.tr("Arrange this button …"), self._arrange_this), (self.tr("Hide"), self._hide)):
            item = QAction(text, button)
            item.setData(scene)
            item.triggered.connect(slot)
            button.addAction(item)
        return button

    @Slot(str)
    def _pressed(self, scene: str) -> None:
        if self.arranging:
            self.strip.choose(scene)
        else:
            self.actions_.press(scene)

    @Slot(str, QPoint)
    def _dragged(self, scene: str, where: QPoint) -> None:
        """The button under the hand makes room."""
        spot = self._field.mapFromGlobal(where)
        for at, (other, button) in enumerate(self.buttons.items()):
            if other != scene and button.geometry().contains(spot):
                self.strip.choose(scene)
                self.deck.move(scene, at)
                return

    @Slot()
    def _arrange_this(self) -> None:
        item = self.sender()
        if not self.arranging:
            self._ask_to_arrange()
        if self.arranging and isinstance(item, QAction):
            self.strip.choose(str(item.data()))

    @Slot()
    def _hide(self) -> None:
        item = self.sender()
        if not self._arrange.isEnabled():
            self._ask_to_arrange()
        elif isinstance(item, QAction):
            self.deck.change(str(item.data()), hidden=True)

    @Slot(QAction)
    def _choose(self, item: QAction) -> None:
        choice: Transition = TRANSITIONS[int(item.data())]
        self.deck.set_transition(choice)

    @Slot(object)
    def _on_journal(self, journalled: Journalled) -> None:
        for entry in journalled.entries:
            if isinstance(entry.event, SceneRenamed):
                self.deck.renamed(entry.event.before, entry.event.after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as have room for their names."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        count = len(self.buttons)
        wide = self.width() - _SIDE - GAP
        most = max(1, (wide + GAP) // (_LEAST_WIDE + GAP))
        rows = -(-count // most) or 1
        columns = -(-count // rows) or 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            button.setFixedHeight(HEIGHT if rows == 1 else LOW)
            self._grid.addWidget(button, at // columns, at % columns)
            button.show()
