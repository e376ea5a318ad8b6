"""OBS as it is known: a snapshot fetched in one batch, then kept up to date by OBS's events.

Pure bookkeeping: it asks nothing and decides nothing. A snapshot answers later than it was taken, so events
that arrive meanwhile are kept and replayed over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.events_desk import OutputKind
from livedesk.domain.outputs import Outputs, refused
from livedesk.domain.rundown import TransitionKind
from livedesk.domain.status import ObsHealth, ObsStatus
from livedesk.services.obs import output_state
from livedesk.services.obs.client import Answer, Event
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.scene_items import SceneItems, items_batch

# Transitions such as stingers bring their own length, which OBS does not tell.
UNKNOWN_TRANSITION_MS = 5_000

_KINDS = {"cut_transition": TransitionKind.CUT, "fade_transition": TransitionKind.FADE}
_STALE = frozenset(
    {
        "SceneCreated",
        "SceneRemoved",
        "SceneListChanged",
        "InputCreated",
        "InputRemoved",
        "InputNameChanged",
        "CurrentSceneCollectionChanged",
        "CurrentProfileChanged",
    }
)


def snapshot_batch() -> list[Baserequests]:
    """The requests of a full snapshot, in the order that :meth:`Mirror.load` expects."""
    return [
        requests.GetVersion(),
        requests.GetSceneList(),
        requests.GetStudioModeEnabled(),
        requests.GetSceneTransitionList(),
        requests.GetCurrentSceneTransition(),
        requests.GetInputList(),
        requests.GetVideoSettings(),
        requests.GetCurrentSceneTransitionCursor(),
        *output_state.status_batch(),
    ]


def scenes_batch(scenes: Sequence[str]) -> list[Baserequests]:
    """Asks for the collection, and for each scene's own transition, which OBS uses instead of the current one, and
    its items."""
    own = [requests.GetSceneSceneTransitionOverride(sceneName=scene) for scene in scenes]
    return [requests.GetSceneCollectionList(), *own, *items_batch(scenes)]


class Mirror:
    """What OBS shows. ``status`` is replaced, never changed. ``transition`` is the current transition's name,
    ``transition_ms`` its length; ``names`` the names of the transitions that livedesk drives, by kind; ``running``
    whether one ran when the snapshot was taken; ``toggling`` whether studio mode is being switched; ``overrides`` the
    transitions and lengths that scenes bring. ``program`` and ``listed`` are OBS's own scenes; in ``status`` a twin
    (``twins``: of which scene) counts as its scene. ``collection`` is OBS's, ``kinds`` the kinds of its inputs, and
    ``items`` what each scene shows."""

    def __init__(self, wall_ms: Callable[[], int]) -> None:
        self._wall_ms = wall_ms
        self.status = ObsStatus()
        self.transition = ""
        self.transition_ms: int | None = None
        self.names: dict[TransitionKind, str] = {}
        self.target_fps = 0.0
        self.running = False
        self.toggling = False
        self.overrides: dict[str, tuple[str, int]] = {}
        self.collection = ""
        self.program = ""
        self.listed: tuple[str, ...] = ()
        self.twins: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.items = SceneItems()
        self._known_twins: dict[str, str] = {}

    def forget(self) -> None:
        """The link is gone: what may have changed unseen is not claimed any more. The program scene stays, so
        that the desk can still show what was last known."""
        self.status = replace(
            self.status,
            transitioning=False,
            stuck=False,
            switching=False,
            preview="",
            outputs=Outputs(),
            files=None,
            health=None,
            sources={},
            card=(),
            card_missing=(),
        )

    def load(self, results: Sequence[Answer | ObsError], *, with_program: bool) -> None:
        """Take over a snapshot; its program scene only ``with_program``: in the middle of a transition OBS names
        the new scene before it is on air. Raises ObsError where OBS refused an essential part."""
        version, scenes, studio, transitions, current, inputs, video = (_must(item) for item in results[:7])
        cursor = _may(results[7])
        self.running = float(cursor.get("transitionCursor", 1.0)) < 1.0
        self.names = {
            _KINDS[item["transitionKind"]]: str(item["transitionName"])
            for item in reversed(transitions["transitions"])
            if item["transitionKind"] in _KINDS
        }
        self.transition = str(current["transitionName"])
        if current.get("transitionDuration") is not None:
            self.transition_ms = int(current["transitionDuration"])
        self.target_fps = video["fpsNumerator"] / video["fpsDenominator"]
        listed = _scenes(scenes["scenes"])
        program = str(scenes["currentProgramSceneName"] or "")
        # After the scene on air was removed OBS may still name it.
        known = program if with_program and program in listed else self.program
        self.on_air(known)
        shown = bool(studio["studioModeEnabled"])
        self.status = replace(
            self.status,
            version=str(version["obsVersion"]),
            studio=shown,
            preview=self.logical(str(scenes.get("currentPreviewSceneName") or "")) if shown else "",
            previous=self.status.previous if self.status.previous in listed else "",
            inputs=tuple(str(item["inputName"]) for item in inputs["inputs"]),
            outputs=output_state.load(self.status.outputs, list(results[8:]), self._wall_ms()),
        )
        self.kinds = {str(item["inputName"]): str(item.get("inputKind", "")) for item in inputs["inputs"]}
        self.listed = listed
        self._count_twins()

    def logical(self, scene: str) -> str:
        """The scene as the rundown knows it."""
        return self.twins.get(scene, scene)

    def set_twins(self, twins: dict[str, str]) -> None:
        """These scenes are twins of others; only pairs count of which OBS has both."""
        self._known_twins = twins
        self._count_twins()

    def _count_twins(self) -> None:
        have = frozenset(self.listed)
        self.twins = {twin: of for twin, of in self._known_twins.items() if twin in have and of in have}
        now = self.status
        self.status = replace(
            now,
            scenes=tuple(scene for scene in self.listed if scene not in self.twins),
            program=self.logical(self.program),
            preview=self.logical(now.preview),
            previous=self.logical(now.previous),
        )

    def on_air(self, scene: str) -> None:
        """This scene is on air now; the one before it is kept as the previous one."""
        self.program, shown = scene, self.logical(scene)
        before = self.status.program
        if shown != before:
            self.status = replace(self.status, program=shown, previous=before or self.status.previous)

    def load_scenes(self, scenes: Sequence[str], results: Sequence[Answer | ObsError]) -> None:
        """Take over the answers to :func:`scenes_batch`."""
        collections, own, items = results[0], results[1 : len(scenes) + 1], results[len(scenes) + 1 :]
        if not isinstance(collections, ObsError):
            self.collection = str(collections["currentSceneCollectionName"])
        self.items.load(scenes, items)
        self.overrides = {}
        for scene, told in zip(scenes, own, strict=False):
            self.override(scene, told)

    def override(self, scene: str, told: Answer | ObsError) -> bool:
        """Take over the answer to GetSceneSceneTransitionOverride, of which no event tells; returns whether the scene
        has another transition of its own than was known."""
        if isinstance(told, ObsError):
            return False
        known = self.overrides.pop(scene, None)
        if told.get("transitionName"):
            name = str(told["transitionName"])
            length = int(told.get("transitionDuration") or UNKNOWN_TRANSITION_MS)
            self.overrides[scene] = name, 0 if name == self.names.get(TransitionKind.CUT) else length
        return self.overrides.get(scene) != known

    def follow(self, event: Event) -> bool:
        """Take over an event. Program changes and transitions are not handled here (see Takes). Returns whether
        the snapshot has become stale and must be fetched again."""
        data = event.data
        if self.items.follow(event):
            return not self.status.switching
        match event.name:
            case "SceneNameChanged":
                self._rename(str(data["oldSceneName"]), str(data["sceneName"]))
            case "StudioModeStateChanged":
                self.status = replace(self.status, studio=bool(data["studioModeEnabled"]), preview="")
                return True
            case "CurrentPreviewSceneChanged" if self.status.studio:
                self.status = replace(self.status, preview=self.logical(str(data["sceneName"])))
            case "CurrentSceneTransitionChanged":
                self.transition = str(data["transitionName"])
            case "CurrentSceneTransitionDurationChanged":
                self.transition_ms = int(data["transitionDuration"])
            case "CurrentSceneCollectionChanging":
                self.status = replace(self.status, switching=True)
            case name if name in output_state.EVENTS or name == "ReplayBufferSaved":
                known = output_state.follow(self.status.outputs, event, self._wall_ms())
                self.status = replace(self.status, outputs=known)
            case name if name in _STALE:
                return not self.status.switching or name == "CurrentSceneCollectionChanged"
        return False

    def foresee(self, event: Event) -> None:
        """An event that waits for a snapshot to be over: takes rest from the beginning of a switch of the collection
        all the same."""
        if event.name == "CurrentSceneCollectionChanging":
            self.status = replace(self.status, switching=True)

    def length_ms(self, transition: str) -> int:
        """How long a transition of this name runs at most, as far as OBS tells."""
        if transition == self.names.get(TransitionKind.CUT):
            return 0
        if transition == self.names.get(TransitionKind.FADE) and self.transition_ms is not None:
            return max([self.transition_ms, *(ms for name, ms in self.overrides.values() if name == transition)])
        return max(self.transition_ms or 0, UNKNOWN_TRANSITION_MS)

    def _rename(self, old: str, new: str) -> None:
        now = self.status

        def known(scene: str) -> str:
            return new if scene == old else scene

        self.listed = tuple(known(scene) for scene in self.listed)
        self.program = known(self.program)
        self.overrides = {known(scene): own for scene, own in self.overrides.items()}
        self._known_twins = {known(twin): known(of) for twin, of in self._known_twins.items()}
        self.twins = {known(twin): known(of) for twin, of in self.twins.items()}
        self.status = replace(
            now,
            scenes=tuple(known(scene) for scene in now.scenes),
            program=known(now.program),
            preview=known(now.preview),
            previous=known(now.previous),
        )

    def refused(self, output: OutputKind, why: str) -> None:
        """A start of an output was refused."""
        known = self.status.outputs
        self.status = replace(self.status, outputs=known.put(output, refused(known.of(output), why)))

    def measured(self, health: ObsHealth, stream: Answer, record: Answer) -> None:
        """OBS's own figures, and its count of how long it streams and records."""
        outputs = output_state.recount(self.status.outputs, stream, record, self._wall_ms())
        self.status = replace(self.status, health=health, outputs=outputs)


def _must(item: Answer | ObsError) -> Answer:
    if isinstance(item, ObsError):
        raise item
    return item


def _may(item: Answer | ObsError) -> Answer:
    """An answer, or nothing where OBS has no such part (a virtual camera that is not installed)."""
    return {} if isinstance(item, ObsError) else item


def _scenes(listed: Sequence[Answer]) -> tuple[str, ...]:
    """Scene names in the order of OBS's own window (the list counts from the bottom)."""
    ordered = sorted(listed, key=lambda item: int(item["sceneIndex"]), reverse=True)
    return tuple(str(item["sceneName"]) for item in ordered)
