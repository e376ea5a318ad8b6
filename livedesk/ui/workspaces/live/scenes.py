"""Scene buttons: the scenes of the rundown, the one on air framed red, the one that GO will take framed amber."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from livedesk.domain.rundown import Show
from livedesk.domain.status import LinkState
from livedesk.ui.plain import tip as plain_tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP
from livedesk.ui.workspaces.live.view import DeskView

_LEAST_WIDE = 88
_HEIGHT = 46
_LOW = 38


class SceneButton(QPushButton):
    """One scene. A scene that OBS does not have is marked with a triangle and says so."""

    chosen = Signal(str)

    def __init__(self, scene: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._missing = False
        self.setObjectName(f"scene-{scene}")
        self.setProperty("variant", "scene")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.clicked.connect(self._pressed)

    def show_state(self, state: str, missing: bool) -> None:
        """``state`` air, next or empty; ``missing`` where OBS has no such scene."""
        set_property(self, "state", state)
        self._missing = missing
        self._name()
        tip = {"air": self.tr("On air"), "next": self.tr("GO takes this one")}.get(state, "")
        if missing:
            tip = self.tr("OBS has no scene of this name")
        self.setToolTip(plain_tip(f"{self.scene}\n{tip}".strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        self._name()

    def _name(self) -> None:
        """The name, cut at its end: the triangle of a missing scene stays."""
        room = self.width() - 2 * GAP
        words = ("▲ " if self._missing else "") + self.scene
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        if self.text() != shown:
            self.setText(shown)

    @Slot()
    def _pressed(self) -> None:
        self.chosen.emit(self.scene)


class SceneBar(QWidget):
    """All scene buttons in rows of equal ones."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, SceneButton] = {}
        self._columns = 0
        self._show: Show | None = None

    def show_view(self, view: DeskView) -> None:
        """Make the buttons where the scenes changed, and mark them."""
        if view.show is not self._show:
            self._show = view.show
            safe = view.show.panic.scene
            scenes = tuple(scene for scene in view.show.scenes if scene != safe)
            if scenes != tuple(self.buttons):
                self._make(scenes)
        program, following = view.program_scene(), view.next_scene
        linked = view.obs.link is LinkState.READY
        for scene, button in self.buttons.items():
            state = "air" if scene == program and view.live else "next" if scene == following else ""
            button.show_state(state, linked and bool(view.obs.scenes) and scene not in view.obs.scenes)

    def _make(self, scenes: tuple[str, ...]) -> None:
        for old in self.buttons.values():
            self._grid.removeWidget(old)
            old.deleteLater()
        self.buttons = {}
        for scene in scenes:
            button = SceneButton(scene, self)
            button.chosen.connect(self.chosen)
            self.buttons[scene] = button
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a row as have room for their names."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        count = len(self.buttons)
        most = max(1, (self.width() + GAP) // (_LEAST_WIDE + GAP))
        rows = -(-count // most) or 1
        columns = -(-count // rows) or 1
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            button.setFixedHeight(_HEIGHT if rows == 1 else _LOW)
            self._grid.addWidget(button, at // columns, at % columns)
            button.show()
