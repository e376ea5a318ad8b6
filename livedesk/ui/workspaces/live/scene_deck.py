"""The arrangement of the scene buttons as the desk has it: loaded with a show, changed in place, kept behind it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain import arrangement as a
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show, Transition
from livedesk.services.scene_buttons import keep_arrangement, load_arrangement
from livedesk.ui.context import DeskContext
from livedesk.ui.words import sentence

PREFIX = "scene_"
PAGE = "live"
SCENES = 12
"""How many buttons can have a key."""
_LISTS_OWN = frozenset(
    {"Up", "Down", "Left", "Right", "PgUp", "PgDown", "Home", "End", "Return", "Enter", "Esc", "Tab", "Backtab",
     "F2", "Del", "Menu"}
)  # fmt: skip


class SceneDeck(QObject):
    """``changed``: the buttons are other ones. Every change is at once on the desk and kept in the background;
    ``failed`` says why one could not be kept."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._show_id = ""
        self._used: tuple[str, ...] = ()
        self._arrangement = a.Arrangement()
        self._touched = False
        self.buttons: tuple[a.ArrangedScene, ...] = ()

    @property
    def shown(self) -> tuple[a.ArrangedScene, ...]:
        """The buttons that are not hidden, in order."""
        return a.shown(self.buttons)

    @property
    def keys(self) -> dict[str, str]:
        """The keys of the buttons by scene, but those that something else has."""
        known = {one.scene for one in self.shown[:SCENES]}
        found = a.keys(self.buttons).items()
        return {scene: key for scene, key in found if scene in known and not self.why_not(scene, key)}

    @property
    def transition(self) -> Transition:
        """How a scene comes by its button."""
        return self._arrangement.transition

    def set_show(self, show: Show) -> None:
        """The scenes of this show; another one brings its own arrangement."""
        if show.id != self._show_id:
            self._show_id, self._used, self._touched = show.id, (), False
            self._arrangement = a.Arrangement()
            work = partial(self._read, self._context, show.id)
            self._context.background.run(work, self._loaded, self._not_loaded)
        safe = show.panic.scene
        used = tuple(scene for scene in show.scenes if scene != safe)
        if used != self._used:
            self._used = used
            self._lay_out()

    def move(self, scene: str, to: int) -> None:
        """Put a button at this place of the shown ones."""
        self._set(a.moved(self.buttons, scene, to))

    def place(self, scene: str) -> int:
        """The place of a button among the shown ones, -1 where it is not shown."""
        return next((at for at, one in enumerate(self.shown) if one.scene == scene), -1)

    def of(self, scene: str) -> a.ArrangedScene | None:
        """The button of a scene, the hidden one too."""
        return next((one for one in self.buttons if one.scene == scene), None)

    def change(self, scene: str, **values: object) -> None:
        """Change fields of a button."""
        self._set(a.changed(self.buttons, scene, **values))

    def add(self, scene: str) -> None:
        """Show the button of a scene."""
        self._set(a.added(self.buttons, scene))

    def set_transition(self, transition: Transition) -> None:
        """Let scenes come like this by their buttons."""
        self._put(a.Arrangement(self._arrangement.buttons, transition))

    def renamed(self, before: str, after: str) -> None:
        """A scene got another name in OBS."""
        self._put(a.renamed(self._arrangement, before, after))

    def why_not(self, scene: str, key: str) -> str:
        """Why a button cannot have this key; empty where it can."""
        if self.place(scene) >= SCENES:
            return self.tr("only the first {0} buttons have keys").format(SCENES)
        if key in _LISTS_OWN:
            return self.tr("the lists of the desk need this key")
        taken = self._context.actions.holder(key, PAGE, but=PREFIX)
        if taken is not None:
            return self.tr("it is the key of: {0}").format(taken.text().replace("&", ""))
        other = next((one.scene for one in self.shown if one.key == key and one.scene != scene), "")
        return self.tr("it is the key of the scene {0}").format(other) if other else ""

    def _set(self, buttons: tuple[a.ArrangedScene, ...]) -> None:
        self._context.lock.used()
        self._put(a.Arrangement(buttons, self._arrangement.transition))

    def _put(self, arrangement: a.Arrangement) -> None:
        if arrangement == self._arrangement or not self._show_id:
            return
        self._arrangement, self._touched = arrangement, True
        self._lay_out()
        by, now = self._context.operator(), self._context.clock.now().wall_ms
        kept = partial(self._keep, self._context, self._show_id, arrangement, by, now)
        self._context.background.run(kept, self._kept, self._not_kept, urgent=True)

    def _lay_out(self) -> None:
        self.buttons = a.laid_out(self._arrangement, self._used)
        self.changed.emit()

    @staticmethod
    def _read(context: DeskContext, show_id: str) -> tuple[str, a.Arrangement]:
        return show_id, load_arrangement(context.services.kept, show_id)

    @staticmethod
    def _keep(context: DeskContext, show_id: str, arrangement: a.Arrangement, by: str, at_ms: int) -> None:
        keep_arrangement(context.services.kept, show_id, arrangement, by=by, at_ms=at_ms)

    @Slot(object)
    def _loaded(self, read: tuple[str, a.Arrangement]) -> None:
        show_id, arrangement = read
        if show_id == self._show_id and not self._touched and arrangement != self._arrangement:
            self._arrangement = arrangement
            self._lay_out()

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        """It is on disk."""

    @Slot(object)
    def _not_loaded(self, error: Exception) -> None:
        """The buttons stay in the order of the show."""
        self._not_kept(error)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(sentence(error))
