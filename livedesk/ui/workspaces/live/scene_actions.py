"""Scenes by their buttons and keys: taken at once, or in studio mode put into the preview first and taken by a second
press (smart switch); the scene before, studio mode itself, how a scene comes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Slot

from livedesk.domain import commands as c
from livedesk.domain.rundown import MAX_FADE_MS, Transition, TransitionKind
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.actions import Category
from livedesk.ui.bounce import BOUNCE_MS, STEP_BOUNCE_MS
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.workspaces.live.off_words import not_open
from livedesk.ui.workspaces.live.scene_deck import PAGE, PREFIX, SCENES, SceneDeck
from livedesk.ui.workspaces.live.view import DeskView

OURS_MS = 3_000
"""A switch of studio mode within this time is the one that the desk asked for."""
TRANSITIONS = (
    Transition(),
    Transition(TransitionKind.FADE, 150),
    Transition(TransitionKind.FADE, 300),
    Transition(TransitionKind.FADE, MAX_FADE_MS),
)
"""How a scene can come by its button."""
PREVIOUS_KEY, PREVIEW_KEY, STUDIO_KEY = "P", "C", "Shift+S"


class SceneActions(QObject):
    """Sends takes for the view that was shown last; what goes into the preview is asked of OBS directly: it is not
    on air."""

    def __init__(self, context: DeskContext, deck: SceneDeck, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deck = deck
        self._view: DeskView | None = None
        self._obs = ObsStatus()
        self._studio: bool | None = None
        self._ours = QElapsedTimer()
        add = context.actions.add
        # What takes a scene asks the guard by the scene, for its button as well: 0 here.
        for action_id, text, slot, key, bounce_ms in (
            ("previous_scene", self.tr("Back to the scene before"), self._previous, PREVIOUS_KEY, 0),
            ("take_preview", self.tr("Take the preview"), self._take_preview, PREVIEW_KEY, 0),
            ("studio_mode", self.tr("Studio mode"), self._toggle_studio, STUDIO_KEY, BOUNCE_MS),
            ("scene_transition", self.tr("Scene buttons: cut"), self._next_transition, "", STEP_BOUNCE_MS),
        ):
            add(
                action_id,
                text,
                slot,
                category=Category.DESK,
                shortcut=key,
                desk=True,
                page=PAGE,
                bounce_ms=bounce_ms,
            )
        self._places = 0
        self._grow(SCENES)
        deck.changed.connect(self._name)
        deck.failed.connect(self._not_kept)
        self._name()
        self.show_view(None)

    def show_view(self, view: DeskView | None) -> None:
        """Allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        actions = self._context.actions
        why = not_open(view)
        for place in range(self._places):
            known = place < len(self._deck.shown)
            actions[f"{PREFIX}{place + 1}"].allow(known and not why, why if known else "")
        linked = view is not None and view.obs.link is LinkState.READY
        off = why or ("" if linked else self.tr("OBS is not connected"))
        before = view.obs.previous if view is not None else ""
        actions["previous_scene"].allow(not off and bool(before), off or self.tr("OBS showed no other scene yet"))
        studio = view is not None and view.studio
        actions["take_preview"].allow(not off and studio, off or self.tr("OBS is not in studio mode"))
        actions["studio_mode"].allow(not off, off)
        actions["scene_transition"].allow(not why, why)

    def _grow(self, count: int) -> None:
        """Register an action for each button: the first ones can have keys, all can be pressed from afar."""
        for place in range(self._places, count):
            text, slot = self.tr("Scene button {0}").format(place + 1), slot_of(place, self._press_place, self)
            self._context.actions.add(
                f"{PREFIX}{place + 1}", text, slot, category=Category.DESK, desk=True, page=PAGE, bounce_ms=0
            )
        self._places = max(self._places, count)

    def on_obs(self, status: ObsStatus) -> None:
        """Studio mode is OBS's own: whoever else switches it is followed, and that is said."""
        self._obs = status
        if status.link is not LinkState.READY:
            self._studio = None
            return
        before, self._studio = self._studio, status.studio
        ours = self._ours.isValid() and not self._ours.hasExpired(OURS_MS)
        if before is not None and before is not status.studio and not ours:
            on = self.tr("switched on inside OBS; scene buttons go to the preview first")
            off = self.tr("switched off inside OBS; scene buttons take at once")
            # Not a fault: told in the status line, as a refusal is.
            self._context.actions.refused.emit("studio_mode", on if status.studio else off)

    @Slot(str)
    def press(self, scene: str) -> None:
        """The button of a scene was pressed, or its key."""
        view = self._view
        if view is None or not scene or view.resuming:
            return
        if self._bounced(f"scene {scene}"):
            return
        if self._in_studio(view) and self._obs.preview != scene:
            self._context.services.preview_scene(scene)
        else:
            self._take(scene)

    def _in_studio(self, view: DeskView) -> bool:
        """OBS's own newest word: what the desk shows may be a quarter of a second old."""
        return self._obs.studio if self._obs.link is LinkState.READY else view.studio

    def _bounced(self, what: str) -> bool:
        """Whether the same was asked for a moment ago; by then OBS may mean another scene by it."""
        return self._context.actions.bounces.again(what, among="scenes")

    def _take(self, scene: str) -> None:
        how = self._deck.transition
        self._context.dispatch(c.SwitchScene(scene, how.kind, how.duration_ms))

    @Slot(object)
    def _press_place(self, place: int) -> None:
        shown = self._deck.shown
        if place < len(shown):
            self.press(shown[place].scene)

    @Slot()
    def _previous(self) -> None:
        if self._view is not None and self._obs.previous and not self._bounced("previous"):
            self._take(self._obs.previous)

    @Slot()
    def _take_preview(self) -> None:
        if self._view is not None and self._obs.preview and not self._bounced("preview"):
            self._take(self._obs.preview)

    @Slot()
    def _toggle_studio(self) -> None:
        if self._view is not None:
            self._ours.start()
            self._context.services.studio_mode(not self._in_studio(self._view))

    @Slot()
    def _next_transition(self) -> None:
        now = self._deck.transition
        at = TRANSITIONS.index(now) if now in TRANSITIONS else -1
        self._deck.set_transition(TRANSITIONS[(at + 1) % len(TRANSITIONS)])

    @Slot()
    def _name(self) -> None:
        """Name the actions by their scenes, and give them their keys."""
        actions, keys = self._context.actions, self._deck.keys
        shown = self._deck.shown
        self._grow(len(shown))
        for place in range(self._places):
            action = actions[f"{PREFIX}{place + 1}"]
            scene = shown[place].scene if place < len(shown) else ""
            text = self.tr("Scene {0}").format(scene) if scene else self.tr("Scene button {0}").format(place + 1)
            if action.text() != text:
                action.setText(text)
            action.set_key(keys.get(scene, ""))
        words = self.tr("Scene buttons: {0}").format(transition_words(self._deck.transition))
        if actions["scene_transition"].text() != words:
            actions["scene_transition"].setText(words)
        self.show_view(self._view)

    @Slot(str)
    def _not_kept(self, why: str) -> None:
        self._context.actions.refused.emit("scene_transition", why)


def transition_words(transition: Transition) -> str:
    """How a scene comes, in a word or two."""
    if transition.kind is TransitionKind.CUT:
        return QCoreApplication.translate("SceneActions", "cut")
    return QCoreApplication.translate("SceneActions", "fade {0} ms").format(transition.duration_ms)
