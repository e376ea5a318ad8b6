"""Lays out a new scene collection: the scenes of a show with their twins, and the card's inputs in both banks.

A scene that is made has a ground of its own colour, its name, and the card; cameras are added in OBS. Sizes are of a
canvas of 1280×720, and grow with the real one. Only what OBS lists is used: the kinds differ by system and version.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import USUAL, CardMapping
from livedesk.domain.errors import UserError
from livedesk.domain.ready_scenes import ReadyScene
from livedesk.services.obs.twins import free_name, make_twin
from livedesk.services.obs.workshop import Workshop

NAME = "livedesk"
CANVAS = 1280, 720
"""The size for which everything is laid out."""
SWITCH_S = 30.0
TEXT_KINDS = ("text_gdiplus_v3", "text_gdiplus_v2", "text_ft2_source_v2")
COLOUR_KINDS = ("color_source_v3", "color_source_v2")
FACES = {"windows": "Microsoft YaHei", "macos": "PingFang SC"}
USUAL_FACE = "Noto Sans CJK SC"
_LEFT, _RIGHT, _TOP, _MIDDLE = 1, 2, 4, 0
_WHITE, _SOFT, _PRICE = 0xFFFFFFFF, 0xFFBFC7D9, 0xFF7FD4FF
_PANEL, _BAR = 0xD0181C24, 0xD8281E14
# Far enough apart to be told from each other at a glance (OBS has its colours as ABGR).
_GROUNDS = (0xFF6B4A3A, 0xFF3A5A2F, 0xFF35401B, 0xFF2A1F6B, 0xFF5B3B73, 0xFF1F4B6B, 0xFF6B3A54, 0xFF565F24)
_BOUNDS = "OBS_BOUNDS_MAX_ONLY"
_LINE = 1.6
"""How high a line of text is in OBS, as a share of its size: what is higher would be shrunk."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text lies on the canvas, how large it is, and how wide it may become."""

    x: float
    y: float
    size: int
    width: float
    align: int = _LEFT
    colour: int = _WHITE
    bold: bool = False


_CARD = {
    CardSlot.NAME: _Place(716, 260, 44, 488, bold=True),
    CardSlot.LIVE_PRICE: _Place(716, 350, 88, 488, colour=_PRICE, bold=True),
    CardSlot.LIST_PRICE: _Place(820, 450, 36, 150, colour=_SOFT),
    CardSlot.STOCK: _Place(1070, 450, 36, 140),
}
_LINES = {
    CardSlot.COUNTDOWN: _Place(1248, 108, 48, 300, _RIGHT, bold=True),
    CardSlot.PROMOTION: _Place(640, 688, 36, 1200, _MIDDLE),
}
_LABELS = {
    CardSlot.LIST_PRICE: _Place(716, 450, 28, 96, colour=_SOFT),
    CardSlot.STOCK: _Place(996, 450, 28, 66, colour=_SOFT),
}
_CAPTION = _Place(32, 36, 32, 900, colour=_SOFT)


def create_collection(
    shop: Workshop, scenes: Sequence[ReadyScene], labels: Mapping[CardSlot, str]
) -> tuple[str, CardMapping]:
    """Make the collection and switch to it; its name, and its mapping. ``labels`` stand before the list price and the
    stock. Raises UserError ``card.no_text_kind`` where OBS has no text input that is known here."""
    kinds = shop.one(requests.GetInputKindList())["inputKinds"]
    text, colour = _first(TEXT_KINDS, kinds), _first(COLOUR_KINDS, kinds)
    video = shop.one(requests.GetVideoSettings())
    platform = str(shop.one(requests.GetVersion()).get("platform", ""))
    taken = set(shop.one(requests.GetSceneCollectionList())["sceneCollections"])
    name = free_name(NAME, taken)
    shop.one(requests.CreateSceneCollection(sceneCollectionName=name), SWITCH_S)
    builder = _Builder(
        shop,
        text,
        colour,
        FACES.get(platform, USUAL_FACE),
        (float(video["baseWidth"]) / CANVAS[0], float(video["baseHeight"]) / CANVAS[1]),
    )
    empty = [str(each["sceneName"]) for each in shop.one(requests.GetSceneList())["scenes"]]
    for number, scene in enumerate(scenes):
        builder.scene(scene, _GROUNDS[number % len(_GROUNDS)], labels)
    shop.one(requests.SetCurrentProgramScene(sceneName=scenes[0].name))
    made = {scene.name for scene in scenes}
    shop.all([requests.RemoveScene(sceneName=each) for each in empty if each not in made])
    mapping = CardMapping(USUAL)
    for scene in scenes:
        if not scene.plain:
            mapping = make_twin(shop, scene.name, mapping)
    return name, mapping


class _Builder:
    """Puts sources into scenes; one that exists already is shown once more."""

    def __init__(self, shop: Workshop, text: str, colour: str, face: str, scale: tuple[float, float]) -> None:
        self._shop = shop
        self._text = text
        self._colour = colour
        self._face = face
        self._scale = scale
        self._made: set[str] = set()
        self._batch: list[Baserequests] = []
        self._places: list[dict[str, Any]] = []

    def scene(self, scene: ReadyScene, ground: int, labels: Mapping[CardSlot, str]) -> None:
        """Lay out one scene, from the ground up."""
        name = scene.name
        self._batch, self._places = [requests.CreateScene(sceneName=name)], []
        self._box(name, f"底 {name}", ground, (0, 0, *CANVAS))
        self._words(name, f"名 {name}", name, _CAPTION)
        if scene.card:
            self._box(name, "卡片底", _PANEL, (680, 204, 560, 306))
            for slot, place in _LABELS.items():
                self._words(name, f"字 {_input(slot)}", labels.get(slot, ""), place)
            for slot, place in _CARD.items():
                self._words(name, _input(slot), "", place)
        if not scene.plain:
            self._box(name, "促销条", _BAR, (0, 656, 1280, 64))
            for slot, place in _LINES.items():
                self._words(name, _input(slot), "", place)
        _, *items = self._shop.all(self._batch)
        self._shop.all(
            [
                requests.SetSceneItemTransform(
                    sceneName=name, sceneItemId=item["sceneItemId"], sceneItemTransform=place
                )
                for item, place in zip(items, self._places, strict=True)
            ]
        )

    def _box(self, scene: str, name: str, colour: int, where: tuple[float, float, float, float]) -> None:
        (wide, high), (x, y, width, height) = self._scale, where
        size = {"width": round(width * wide), "height": round(height * high)}
        self._source(scene, name, self._colour, {"color": colour, **size})
        self._places.append({"positionX": x * wide, "positionY": y * high, "alignment": _LEFT | _TOP})

    def _words(self, scene: str, name: str, text: str, place: _Place) -> None:
        wide, high = self._scale
        font = {
            "face": self._face,
            "style": "Bold" if place.bold else "Regular",
            "size": max(8, round(place.size * high)),
            "flags": 1 if place.bold else 0,
        }
        settings: dict[str, Any] = {"text": text, "font": font}
        if self._text.startswith("text_gdiplus"):
            settings |= {"color": place.colour & 0xFFFFFF, "opacity": 100}
        else:
            settings |= {"color1": place.colour, "color2": place.colour}
        self._source(scene, name, self._text, settings)
        self._places.append(
            {
                "positionX": place.x * wide,
                "positionY": place.y * high,
                "alignment": place.align,
                "boundsType": _BOUNDS,
                "boundsAlignment": place.align,
                "boundsWidth": place.width * wide,
                "boundsHeight": place.size * _LINE * high,
            }
        )

    def _source(self, scene: str, name: str, kind: str, settings: dict[str, Any]) -> None:
        if name in self._made:
            self._batch.append(requests.CreateSceneItem(sceneName=scene, sourceName=name))
        else:
            self._made.add(name)
            self._batch.append(
                requests.CreateInput(sceneName=scene, inputName=name, inputKind=kind, inputSettings=settings)
            )


def _input(slot: CardSlot) -> str:
    return next(each.a for each in USUAL if each.slot is slot)


def _first(wanted: Sequence[str], listed: Sequence[str]) -> str:
    found = next((kind for kind in wanted if kind in listed), None)
    if found is None:
        raise UserError("card.no_text_kind", kinds="、".join(wanted))
    return found
