"""Random hands: keys in the desk's window, clicks in OBS, and faults of the world around."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.integration.desk_process import DeskProcess
from tests.integration.obs import RealObs
from tests.soak.world import World, wait

GO = "Space"
# Not the settings: hands that type there would point the desk at another OBS.
OTHER = (
    "Esc",
    "Up",
    "Down",
    "PgDown",
    "F11",
    "Ctrl+1",
    "Ctrl+2",
    "Ctrl+3",
    "Ctrl+4",
    "Ctrl+F",
    "Ctrl+Z",
)


class Masher(World):
    """Does one random thing at a time to a desk and its OBS. ``done`` counts what was done."""

    def __init__(self, chance: Random, obs: RealObs, data: Path) -> None:
        super().__init__(chance, obs, data)
        self.done: dict[str, int] = {}
        self.pressed: set[str] = set()

    def mash(self, process: DeskProcess) -> None:
        """Press a handful of keys in a row, the desk's own above all (all of them, whatever they are by now), at first
        where they act."""
        desk = sorted({GO, *process.last.get("desk_keys", ())})
        weights = [8 if key == GO else 2 for key in desk] + [1] * len(OTHER)
        keys = self._chance.choices((*desk, *OTHER), weights, k=6)
        process.press("Ctrl+1", *keys)
        self.pressed.update(keys)
        self._count("keys")
        wait(self._chance.uniform(0.05, 0.6))

    def meanwhile(self, process: DeskProcess) -> None:
        """Hands do not rest while something is wrong."""
        self.mash(process)

    def trouble(self, process: DeskProcess) -> None:
        """Let something go wrong, and be right again."""
        ways: list[tuple[int, Callable[[DeskProcess], bool]]] = [
            (4, self.click),
            (3, self.hang),
            (3, self.rename),
            (2, self.lock),
            (1, self.crash),
            (1, self.prompter),
            (1, self.studio),
        ]
        weights = [weight for weight, _ in ways]
        ((_, way),) = self._chance.choices(ways, weights)
        if way(process):
            self._count(way.__name__)

    def _count(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1
