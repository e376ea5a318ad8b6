"""Makes the twin of a scene: the same items at the same places, with the other bank of the card's inputs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card_mapping import CardMapping, SlotInputs, Twin
from livedesk.domain.errors import UserError
from livedesk.services.obs.workshop import Workshop

TWIN = " ②"
"""What a twin, and an input of the second bank, has after the name of its first."""
# OBS tells these, and takes none of them.
_MEASURED = frozenset({"width", "height", "sourceWidth", "sourceHeight"})


def make_twin(shop: Workshop, scene: str, mapping: CardMapping) -> CardMapping:
    """The mapping with a twin for ``scene``, which is made, or made anew as the scene is now. Inputs of bank A that
    have none in bank B get one with the same looks. The twin must not be on air. Raises UserError
    ``card.twin_group`` where a group holds inputs of the card, since a group cannot be in two scenes."""
    items = shop.one(requests.GetSceneItemList(sceneName=scene))["sceneItems"]
    if any(item.get("isGroup") for item in items):
        raise UserError("card.twin_group", scene=scene)
    twin = _empty_twin(shop, scene, mapping)
    # Only now: an input that only the old twin showed has gone with its last item.
    have = {str(item["inputName"]) for item in shop.one(requests.GetInputList())["inputs"]}
    ordered = sorted(items, key=lambda item: int(item["sceneItemIndex"]))
    batch: list[Baserequests] = []
    for item in ordered:
        source, shown = str(item["sourceName"]), bool(item["sceneItemEnabled"])
        slot = next((each for each in mapping.inputs if source and each.a == source), None)
        if slot is None:
            other = mapping.other_bank(source) or source
        else:
            other = slot.b or free_name(source + TWIN, have)
            mapping = mapping.with_slot(SlotInputs(slot.slot, source, other))
        if other in have:
            batch.append(requests.CreateSceneItem(sceneName=twin, sourceName=other, sceneItemEnabled=shown))
            continue
        have.add(other)
        told = shop.one(requests.GetInputSettings(inputName=source))
        batch.append(
            requests.CreateInput(
                sceneName=twin,
                inputName=other,
                inputKind=told["inputKind"],
                inputSettings=dict(told["inputSettings"]),
                sceneItemEnabled=shown,
            )
        )
    placed: list[Baserequests] = []
    for item, new in zip(ordered, shop.all(batch), strict=True):
        where = {"sceneName": twin, "sceneItemId": new["sceneItemId"]}
        transform = transform_of(item["sceneItemTransform"])
        placed.append(requests.SetSceneItemTransform(**where, sceneItemTransform=transform))
        placed.append(requests.SetSceneItemLocked(**where, sceneItemLocked=item["sceneItemLocked"]))
    shop.all(placed)
    return mapping.with_twin(Twin(scene, twin))


def _empty_twin(shop: Workshop, scene: str, mapping: CardMapping) -> str:
    """The scene for the twin, without any items."""
    scenes = {str(each["sceneName"]) for each in shop.one(requests.GetSceneList())["scenes"]}
    known = next((each.twin for each in mapping.twins if each.scene == scene), "")
    if known not in scenes:
        twin = free_name(scene + TWIN, scenes)
        shop.one(requests.CreateScene(sceneName=twin))
        return twin
    old = shop.one(requests.GetSceneItemList(sceneName=known))["sceneItems"]
    shop.all([requests.RemoveSceneItem(sceneName=known, sceneItemId=each["sceneItemId"]) for each in old])
    return known


def transform_of(told: Mapping[str, Any]) -> dict[str, Any]:
    """A transform that OBS told, as it takes it: bounds of nothing are refused where there are none."""
    none = told.get("boundsType") == "OBS_BOUNDS_NONE"
    left = _MEASURED | ({"boundsWidth", "boundsHeight"} if none else set())
    return {name: value for name, value in told.items() if name not in left}


def free_name(name: str, taken: set[str]) -> str:
    """The name, or the first with a number behind it that is not taken."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free
