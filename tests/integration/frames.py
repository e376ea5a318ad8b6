"""Cues that can be read back from the pixels of a recording: the colour of the scene, and a lit or dark square for
each slot of the card.

The squares are ordinary text inputs, so that OBS draws them as it draws prices.
"""

from __future__ import annotations

import random
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping, SlotInputs, Twin
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.service import ObsService
from tests.integration.desk import Desk
from tests.integration.obs import Director, wait_for

COLLECTION = "逐帧"
TINTS = {"画面 红": (170, 20, 20), "画面 绿": (20, 130, 20), "画面 蓝": (20, 20, 170)}
TWIN = "{} ②"
LIT, DARK = "■", " "
SLOTS = tuple(CardSlot)
WIDTH, HEIGHT = 640, 360
# A recording is read in cells of 8 × 8 pixels; a square is much larger, and lies on whole cells.
CELL = 8
_COLUMNS, _ROWS = WIDTH // CELL, HEIGHT // CELL
_SQUARE, _STEP, _LEFT, _TOP = 96, 200, 40, 40
_LIGHT = 150
# Each cue is seen in a few frames.
REST_S = 0.12


@dataclass(frozen=True, slots=True)
class Cue:
    """What must be on air together: a scene, and which slots are lit (say anything at all)."""

    scene: str
    lit: tuple[bool, ...]

    @property
    def card(self) -> CardTexts:
        """The texts that light the slots."""
        return CardTexts(tuple((slot, LIT if on else DARK) for slot, on in zip(SLOTS, self.lit, strict=True)))


def cues(count: int, seed: int) -> tuple[Cue, ...]:
    """A sequence in which at least two slots change from one cue to the next, and half of them stay on their scene:
    whatever is mixed of two neighbours is neither of them."""
    chance = random.Random(seed)
    scenes = tuple(TINTS)
    made = [Cue(scenes[0], (True, False) * (len(SLOTS) // 2))]
    while len(made) < count:
        before = made[-1]
        lit = tuple(chance.random() < 0.5 for _ in SLOTS)
        if sum(a is not b for a, b in zip(lit, before.lit, strict=True)) >= 2:
            scene = before.scene if chance.random() < 0.5 else chance.choice(scenes)
            made.append(Cue(scene, lit))
    return tuple(made)


def mapping(*, twins: bool = True) -> CardMapping:
    """The card of the collection: two banks and a twin of each scene, or one bank that every scene shows."""
    inputs = tuple(SlotInputs(slot, _input(slot, "A"), _input(slot, "B") if twins else "") for slot in SLOTS)
    return CardMapping(inputs, tuple(Twin(scene, TWIN.format(scene)) for scene in TINTS) if twins else ())


def build(director: Director) -> None:
    """Switch OBS to the collection, which is made where there is none yet."""
    if COLLECTION in director.do("GetSceneCollectionList")["sceneCollections"]:
        director.do("SetCurrentSceneCollection", sceneCollectionName=COLLECTION)
        return
    director.do("CreateSceneCollection", sceneCollectionName=COLLECTION)
    for scene, tint in TINTS.items():
        _scene(director, scene, tint, "A")
        _scene(director, TWIN.format(scene), tint, "B")


def _input(slot: CardSlot, bank: str) -> str:
    return f"{slot} {bank}"


def _place(index: int) -> tuple[int, int]:
    return _LEFT + index % 3 * _STEP, _TOP + index // 3 * 160


def _scene(director: Director, scene: str, tint: tuple[int, int, int], bank: str) -> None:
    red, green, blue = tint
    director.do("CreateScene", sceneName=scene)
    settings = {"color": 0xFF000000 | blue << 16 | green << 8 | red, "width": WIDTH, "height": HEIGHT}
    director.do(
        "CreateInput",
        sceneName=scene,
        inputName=f"底 {scene}",
        inputKind="color_source_v3",
        inputSettings=settings,
    )
    for index, slot in enumerate(SLOTS):
        item = _text(director, scene, _input(slot, bank))
        x, y = _place(index)
        # Stretched into its place: whatever a font makes of the square, the place is lit.
        place = {"positionX": x, "positionY": y, "alignment": 5, "boundsAlignment": 0}
        bounds = {"boundsType": "OBS_BOUNDS_STRETCH", "boundsWidth": _SQUARE, "boundsHeight": _SQUARE}
        director.do("SetSceneItemTransform", sceneName=scene, sceneItemId=item, sceneItemTransform=place | bounds)


def _text(director: Director, scene: str, name: str) -> int:
    """The item of a text input in a scene; the input is made where there is none yet."""
    have = {str(item["inputName"]) for item in director.do("GetInputList")["inputs"]}
    if name in have:
        return int(director.do("CreateSceneItem", sceneName=scene, sourceName=name)["sceneItemId"])
    font = {"face": "Noto Sans SC", "style": "Bold", "size": 96, "flags": 1}
    settings = {"text": DARK, "font": font, "color1": 0xFFFFFFFF, "color2": 0xFFFFFFFF}
    made = director.do(
        "CreateInput",
        sceneName=scene,
        inputName=name,
        inputKind="text_ft2_source_v2",
        inputSettings=settings,
    )
    return int(made["sceneItemId"])


def record(
    desk: Desk, service: ObsService, director: Director, card: CardMapping, cues: Sequence[Cue], *, first: int = 1
) -> list[Cue]:
    """Take one cue after the other while OBS records, numbered from ``first``; returns what each frame shows."""
    known(desk, service, card)

    def take_all() -> None:
        for number, cue in enumerate(cues, first):
            service.take(ObsTake(number, cue.scene), cue.card)
            assert desk.report(number).result is TakeResult.CONFIRMED
            assert desk.report(number).detail == ""
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

    # Between the squares.
    ground = cell(_LEFT + _SQUARE + (_STEP - _SQUARE) // 2, HEIGHT // 2)
    scene = min(TINTS, key=lambda name: _distance(TINTS[name], ground))
    inside = [(x, y) for x in range(0, _SQUARE, CELL) for y in range(0, _SQUARE, CELL)]
    places = (_place(index) for index in range(len(SLOTS)))
    return Cue(scene, tuple(any(min(cell(x + dx, y + dy)) > _LIGHT for dx, dy in inside) for x, y in places))


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def mixed(frames: Sequence[Cue], expected: Sequence[Cue]) -> list[str]:
    """The frames that show neither the cue that was on air nor the next, in words; a cue that was never seen whole
    counts as well. Frames before the first cue are left out."""
    found: list[str] = []
    start = next((number for number, frame in enumerate(frames) if frame == expected[0]), len(frames))
    index = 0
    for number, frame in enumerate(frames[start:], start):
        if frame == expected[index]:
            continue
        if index + 1 < len(expected) and frame == expected[index + 1]:
            index += 1
        else:
            found.append(f"frame {number}: {frame} in cue {index}: {expected[index : index + 2]}")
    if index + 1 < len(expected) or start == len(frames):
        found.append(f"cue {index + 1} of {len(expected)} was never on air")
    return found
