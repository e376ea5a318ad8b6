"""Cues that can be read back from the pixels of a recording: the colour of the scene, a lit or dark square for each
slot of the card, and a patch that is shown or hidden.

The squares are ordinary text inputs, so that OBS draws them as it draws prices. The patch is one source that every
scene and twin shows as an item of its own. One scene brings a fade of its own in OBS, and so does its twin.
"""

from __future__ import annotations

import random
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping, SlotInputs, Twin
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.rundown import ItemWish, TransitionKind
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import Director, wait_for

COLLECTION = "逐帧"
TINTS = {"画面 红": (170, 20, 20), "画面 绿": (20, 130, 20), "画面 蓝": (20, 20, 170)}
TWIN = "{} ②"
FADING = "画面 绿"
FADE_MS = 300
PATCH, PATCH_TINT = "贴片", (225, 200, 20)
LIT, DARK = "■", " "
SLOTS = tuple(CardSlot)
WIDTH, HEIGHT = 640, 360
# A recording is read in cells of 8 × 8 pixels; a square is much larger, and lies on whole cells.
CELL = 8
_COLUMNS, _ROWS = WIDTH // CELL, HEIGHT // CELL
_SQUARE, _STEP, _LEFT, _TOP = 96, 200, 40, 40
_PATCH_X, _PATCH_Y, _PATCH_SIZE = 560, 144, 64
# What is brighter is lit, what is darker is dark; what is between was caught on its way.
_LIGHT, _DARK = 190, 70
# A colour that is further from each that can be is a blend of two.
_NEAR = 30
# Each cue is seen in a few frames.
REST_S = 0.12


@dataclass(frozen=True, slots=True)
class Cue:
    """What must be on air together: a scene, which slots are lit (say anything at all), and whether the patch is shown.
    In a frame "" and None stand for a blend of two. ``asks``: the take says so of the patch (else it stays as the scene
    had it); ``fades``: it comes with a fade (else with a cut)."""

    scene: str
    lit: tuple[bool | None, ...]
    patch: bool | None = False
    asks: bool = field(default=False, compare=False)
    fades: bool = field(default=False, compare=False)

    @property
    def card(self) -> CardTexts:
        """The texts that light the slots."""
        return CardTexts(tuple((slot, LIT if on else DARK) for slot, on in zip(SLOTS, self.lit, strict=True)))

    def take(self, number: int) -> ObsTake:
        """The take that brings it on air."""
        kind, length = (TransitionKind.FADE, FADE_MS) if self.fades else (TransitionKind.CUT, 0)
        items = (ItemWish(PATCH, bool(self.patch)),) if self.asks else ()
        return ObsTake(number, self.scene, kind, length, items=items)


def cues(count: int, seed: int, *, fades: bool = True) -> tuple[Cue, ...]:
    """A sequence in which at least two slots change from one cue to the next, and half of them stay on their scene:
    whatever is mixed of two neighbours is neither of them. Of three takes two ask for the patch, or against it; of six
    one fades (``fades``)."""
    chance = random.Random(seed)
    scenes = tuple(TINTS)
    made = [Cue(scenes[0], (True, False) * (len(SLOTS) // 2), asks=True)]
    patches = dict.fromkeys(scenes, False)
    while len(made) < count:
        before = made[-1]
        lit = tuple(chance.random() < 0.5 for _ in SLOTS)
        if sum(a is not b for a, b in zip(lit, before.lit, strict=True)) >= 2:
            scene = before.scene if chance.random() < 0.5 else chance.choice(scenes)
            asks = chance.random() < 0.67
            if asks:
                patches[scene] = chance.random() < 0.5
            made.append(Cue(scene, lit, patches[scene], asks, fades and len(made) % 6 == 4))
    return tuple(made)


def mapping(*, twins: bool = True) -> CardMapping:
    """The card of the collection: two banks and a twin of each scene, or one bank that every scene shows."""
    inputs = tuple(SlotInputs(slot, _input(slot, "A"), _input(slot, "B") if twins else "") for slot in SLOTS)
    return CardMapping(inputs, tuple(Twin(scene, TWIN.format(scene)) for scene in TINTS) if twins else ())


def build(director: Director) -> None:
    """Switch OBS to the collection, which is made where there is none yet: no scene shows the patch, and one fades."""
    if COLLECTION in director.do("GetSceneCollectionList")["sceneCollections"]:
        director.do("SetCurrentSceneCollection", sceneCollectionName=COLLECTION)
    else:
        director.do("CreateSceneCollection", sceneCollectionName=COLLECTION)
        for scene, tint in TINTS.items():
            _scene(director, scene, tint, "A")
            _scene(director, TWIN.format(scene), tint, "B")
    reset(director)


def reset(director: Director) -> None:
    """Hide the patch everywhere, and let one scene and its twin fade whatever the take says."""
    fade = {"transitionName": director.transition_name("fade_transition"), "transitionDuration": FADE_MS}
    for scene in TINTS:
        for each in (scene, TWIN.format(scene)):
            patch = director.do("GetSceneItemId", sceneName=each, sourceName=PATCH)["sceneItemId"]
            director.do("SetSceneItemEnabled", sceneName=each, sceneItemId=patch, sceneItemEnabled=False)
            if scene == FADING:
                director.do("SetSceneSceneTransitionOverride", sceneName=each, **fade)


def _input(slot: CardSlot, bank: str) -> str:
    return f"{slot} {bank}"


def _place(index: int) -> tuple[int, int]:
    return _LEFT + index % 3 * _STEP, _TOP + index // 3 * 160


def _scene(director: Director, scene: str, tint: tuple[int, int, int], bank: str) -> None:
    director.do("CreateScene", sceneName=scene)
    _colour(director, scene, f"底 {scene}", tint, (WIDTH, HEIGHT))
    patch = _colour(director, scene, PATCH, PATCH_TINT, (_PATCH_SIZE, _PATCH_SIZE))
    place: dict[str, object] = {"positionX": _PATCH_X, "positionY": _PATCH_Y, "alignment": 5}
    director.do("SetSceneItemTransform", sceneName=scene, sceneItemId=patch, sceneItemTransform=place)
    for index, slot in enumerate(SLOTS):
        item = _text(director, scene, _input(slot, bank))
        x, y = _place(index)
        # Stretched into its place: whatever a font makes of the square, the place is lit.
        place = {"positionX": x, "positionY": y, "alignment": 5, "boundsAlignment": 0}
        bounds = {"boundsType": "OBS_BOUNDS_STRETCH", "boundsWidth": _SQUARE, "boundsHeight": _SQUARE}
        director.do("SetSceneItemTransform", sceneName=scene, sceneItemId=item, sceneItemTransform=place | bounds)


def _colour(director: Director, scene: str, name: str, tint: tuple[int, int, int], size: tuple[int, int]) -> int:
    red, green, blue = tint
    settings = {"color": 0xFF000000 | blue << 16 | green << 8 | red, "width": size[0], "height": size[1]}
    return _shown_in(director, scene, name, "color_source_v3", settings)


def _text(director: Director, scene: str, name: str) -> int:
    font = {"face": "Noto Sans SC", "style": "Bold", "size": 96, "flags": 1}
    settings = {"text": DARK, "font": font, "color1": 0xFFFFFFFF, "color2": 0xFFFFFFFF}
    return _shown_in(director, scene, name, "text_ft2_source_v2", settings)


def _shown_in(director: Director, scene: str, name: str, kind: str, settings: dict[str, object]) -> int:
    """The item of an input in a scene; the input is made where there is none yet."""
    have = {str(item["inputName"]) for item in director.do("GetInputList")["inputs"]}
    if name in have:
        return int(director.do("CreateSceneItem", sceneName=scene, sourceName=name)["sceneItemId"])
    made = director.do("CreateInput", sceneName=scene, inputName=name, inputKind=kind, inputSettings=settings)
    return int(made["sceneItemId"])


def record(
    desk: Desk,
    service: ObsService,
    director: Director,
    card: CardMapping,
    cues: Sequence[Cue],
    *,
    first: int = 1,
    details: Sequence[str] = (),
) -> list[Cue]:
    """Take one cue after the other while OBS records, numbered from ``first``; returns what each frame shows.
    ``details`` are what the reports must say beside CONFIRMED (nothing, where none are given)."""
    known(desk, service, card)

    def take_all() -> None:
        for number, cue in enumerate(cues, first):
            service.take(cue.take(number), cue.card)
            assert desk.report(number).result is TakeResult.CONFIRMED
            assert desk.report(number).detail == (details[number - first] if details else "")
            threading.Event().wait(REST_S)

    return recorded(director, take_all)


def known(desk: Desk, service: ObsService, card: CardMapping) -> None:
    """Wait until the service knows the collection, whose card is this from now on."""
    desk.until(lambda: set(TINTS) <= set(service.status.scenes), 5, "the collection is known")
    service.map_cards({COLLECTION: card})


def recorded(director: Director, work: Callable[[], object]) -> list[Cue]:
    """What each frame shows that OBS records meanwhile."""
    director.do("StartRecord")
    wait_for(lambda: director.do("GetRecordStatus")["outputDuration"] > 200, 5, "it records")
    work()
    path = Path(str(director.do("StopRecord")["outputPath"]))
    wait_for(lambda: not director.do("GetRecordStatus")["outputActive"], 5, "the recording has ended")
    shown = list(read(path))
    path.unlink()
    return shown


def read(recording: Path) -> Iterator[Cue]:
    """What each frame of a recording shows."""
    decoder = subprocess.Popen(
        [
            *("ffmpeg", "-v", "error", "-i", str(recording), "-vsync", "passthrough"),
            *("-vf", f"scale={_COLUMNS}:{_ROWS}:flags=area", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"),
        ],
        stdout=subprocess.PIPE,
    )
    assert decoder.stdout is not None
    with decoder.stdout as frames:
        while len(frame := frames.read(_COLUMNS * _ROWS * 3)) == _COLUMNS * _ROWS * 3:
            yield _seen(frame)
    assert decoder.wait(10) == 0


def _seen(frame: bytes) -> Cue:
    def cell(x: int, y: int) -> tuple[int, int, int]:
        at = (y // CELL * _COLUMNS + x // CELL) * 3
        return frame[at], frame[at + 1], frame[at + 2]

    def near(tint: Sequence[int], other: Sequence[int]) -> bool:
        return max(abs(a - b) for a, b in zip(tint, other, strict=True)) <= _NEAR

    # Between the squares.
    ground = cell(_LEFT + _SQUARE + (_STEP - _SQUARE) // 2, HEIGHT // 2)
    scene = next((name for name, tint in TINTS.items() if near(tint, ground)), "")
    inside = [(x, y) for x in range(0, _SQUARE, CELL) for y in range(0, _SQUARE, CELL)]
    places = (_place(index) for index in range(len(SLOTS)))
    lights = (max(min(cell(x + dx, y + dy)) for dx, dy in inside) for x, y in places)
    middle = range(CELL, _PATCH_SIZE - CELL, CELL)
    patch = [cell(_PATCH_X + dx, _PATCH_Y + dy) for dx in middle for dy in middle]
    shown = True if all(near(PATCH_TINT, each) for each in patch) else None
    hidden = all(near(ground, each) for each in patch)
    return Cue(scene, tuple(_is_lit(light) for light in lights), False if hidden else shown)


def _is_lit(light: int) -> bool | None:
    if light > _LIGHT:
        return True
    return False if light < _DARK else None


def mixed(frames: Sequence[Cue], expected: Sequence[Cue]) -> list[str]:
    """The frames that show neither the cue that was on air nor the next, in words; a cue that was never seen whole
    counts as well. Frames before the first cue are left out, and those on the way to a cue that fades."""
    found: list[str] = []
    start = next((number for number, frame in enumerate(frames) if frame == expected[0]), len(frames))
    index = 0
    for number, frame in enumerate(frames[start:], start):
        if frame == expected[index]:
            continue
        if index + 1 < len(expected) and frame == expected[index + 1]:
            index += 1
        elif index + 1 == len(expected) or not expected[index + 1].fades:
            found.append(f"frame {number}: {frame} in cue {index}: {expected[index : index + 2]}")
    if index + 1 < len(expected) or start == len(frames):
        found.append(f"cue {index + 1} of {len(expected)} was never on air")
    return found


def blended(frames: Sequence[Cue]) -> int:
    """How many frames show a blend of two cues."""
    return sum(not frame.scene or frame.patch is None or None in frame.lit for frame in frames)
