"""What each scene of OBS shows: its items, those of its groups, and of the scenes inside it.

Fetched with the snapshot and kept up to date by OBS's events; never guessed by a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.services.obs.client import Answer, Event
from livedesk.services.obs.failures import ObsError

_SCENE = "OBS_SOURCE_TYPE_SCENE"
STALE = frozenset({"SceneItemCreated", "SceneItemRemoved"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item: ``owner`` is the scene or group that holds it under ``number``; ``nested`` is a group or a scene."""

    owner: str
    number: int
    source: str
    shown: bool
    nested: bool = False


def items_batch(scenes: Sequence[str]) -> list[Baserequests]:
    """Asks for the items of scenes."""
    return [requests.GetSceneItemList(sceneName=scene) for scene in scenes]


def group_batch(groups: Sequence[str]) -> list[Baserequests]:
    """Asks for the items of groups."""
    return [requests.GetGroupSceneItemList(sceneName=group) for group in groups]


class SceneItems:
    """The items of every scene and group, by its name. ``version`` counts how often they were fetched, ``states``
    how often anything of them changed."""

    def __init__(self) -> None:
        self._items: dict[str, tuple[Item, ...]] = {}
        self.groups: tuple[str, ...] = ()
        self.version = 0
        self.states = 0

    def load(self, scenes: Sequence[str], results: Sequence[Answer | ObsError]) -> None:
        """Take over the answers to :func:`items_batch`; ``groups`` are those that must be asked for as well."""
        self.version += 1
        self.states += 1
        listed = dict(zip(scenes, results, strict=False))
        self._items = {
            scene: _items(scene, answer) for scene, answer in listed.items() if not isinstance(answer, ObsError)
        }
        groups = (
            str(item["sourceName"])
            for answer in listed.values()
            if not isinstance(answer, ObsError)
            for item in answer["sceneItems"]
            if item.get("isGroup")
        )
        self.groups = tuple(dict.fromkeys(groups))

    def load_groups(self, groups: Sequence[str], results: Sequence[Answer | ObsError]) -> None:
        """Take over the answers to :func:`group_batch`."""
        self.version += 1
        self.states += 1
        for group, answer in zip(groups, results, strict=False):
            if not isinstance(answer, ObsError):
                self._items[group] = _items(group, answer)

    def follow(self, event: Event) -> bool:
        """Take over an event; returns whether the items must be fetched again."""
        if event.name == "SceneItemEnableStateChanged":
            data = event.data
            self.set_shown(str(data["sceneName"]), int(data["sceneItemId"]), bool(data["sceneItemEnabled"]))
        elif event.name == "SceneNameChanged":
            self._rename(str(event.data["oldSceneName"]), str(event.data["sceneName"]))
        return event.name in STALE

    def set_shown(self, owner: str, number: int, shown: bool) -> None:
        """An item is shown, or hidden, from now on."""
        self.states += 1
        self._items[owner] = tuple(
            replace(item, shown=shown) if item.number == number else item for item in self._items.get(owner, ())
        )

    def of(self, scene: str) -> tuple[Item, ...]:
        """Every item that a scene draws, also in its groups and in the scenes inside it, hidden ones as well:
        a hand in OBS can show them at any moment."""
        found: list[Item] = []
        waiting, seen = [scene], {scene}
        while waiting:
            for item in self._items.get(waiting.pop(), ()):
                found.append(item)
                if item.nested and item.source not in seen:
                    seen.add(item.source)
                    waiting.append(item.source)
        return tuple(found)

    def sources(self, scene: str) -> frozenset[str]:
        """The names of everything that a scene draws."""
        return frozenset(item.source for item in self.of(scene))

    def known(self, scene: str) -> bool:
        """Whether everything that a scene draws has been told."""
        return all(owner in self._items for owner in self.owners(scene))

    def owners(self, scene: str) -> frozenset[str]:
        """The scene itself, and the groups and scenes inside it."""
        return frozenset({scene}) | {item.source for item in self.of(scene) if item.nested}

    def showing(self, source: str, scenes: Iterable[str]) -> tuple[str, ...]:
        """Those of the scenes that draw a source."""
        return tuple(scene for scene in scenes if source in self.sources(scene))

    def _rename(self, before: str, after: str) -> None:
        self.states += 1

        def known(name: str) -> str:
            return after if name == before else name

        self._items = {
            known(owner): tuple(
                replace(item, owner=known(item.owner), source=known(item.source)) for item in items
            )
            for owner, items in self._items.items()
        }


def _items(owner: str, answer: Answer) -> tuple[Item, ...]:
    return tuple(_item(owner, item) for item in answer["sceneItems"])


def _item(owner: str, item: dict[str, Any]) -> Item:
    nested = bool(item.get("isGroup")) or item.get("sourceType") == _SCENE
    return Item(
        owner,
        int(item["sceneItemId"]),
        str(item["sourceName"]),
        bool(item.get("sceneItemEnabled", True)),
        nested,
    )
