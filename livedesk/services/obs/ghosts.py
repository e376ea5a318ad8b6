"""Takes without an answer that may still run in OBS: it works off what it got before it hung, often even after
the connection is gone. They must be recognised when they do, and not be called somebody's hand."""

from __future__ import annotations

from dataclasses import dataclass

# How long after OBS has answered again a take may still run late.
ALIVE_S = 10.0


@dataclass(frozen=True, slots=True)
class Ghost:
    """A take without an answer; ``asked`` in monotonic seconds."""

    take: int
    scene: str
    asked: float


class Ghosts:
    """The takes without an answer, oldest first. They age only while OBS is known to be alive."""

    def __init__(self) -> None:
        self._ghosts: list[Ghost] = []
        self._alive_since: float | None = None

    def add(self, take: int, scene: str, asked: float) -> None:
        """A take got no answer."""
        self._ghosts.append(Ghost(take, scene, asked))
        self._alive_since = None

    def alive(self, at: float) -> None:
        """OBS answered something at monotonic second ``at``."""
        if self._alive_since is None:
            self._alive_since = at
        elif at - self._alive_since > ALIVE_S:
            self._ghosts.clear()

    def claim(self, scene: str, at: float) -> Ghost | None:
        """The take that explains this scene, if any; it is settled with it."""
        if self._alive_since is not None and at - self._alive_since > ALIVE_S:
            self._ghosts.clear()
        found = next((ghost for ghost in self._ghosts if ghost.scene == scene), None)
        if found is not None:
            self._ghosts.remove(found)
        return found

    def has(self, scene: str) -> bool:
        """Whether one of them may have brought this scene."""
        return any(ghost.scene == scene for ghost in self._ghosts)

    def read_back(self, program: str) -> Ghost | None:
        """After a reconnect: the last take without an answer, if its scene is what OBS shows now."""
        if self._ghosts and self._ghosts[-1].scene == program:
            found = self._ghosts[-1]
            self._ghosts.clear()
            return found
        return None
