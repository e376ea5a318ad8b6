"""The files that OBS's own sources show: pictures, videos, slides, pages and texts on the disk of OBS's machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file, the source that shows it, the scenes that draw that source (hidden items count: a hand can show them
    at any moment), and whether the file is there."""

    source: str
    path: str
    scenes: tuple[str, ...]
    there: bool

    @property
    def name(self) -> str:
        """The file's own name, whichever system wrote the path."""
        return self.path.replace("\\", "/").rpartition("/")[2]


def files_of(files: Sequence[SourceFile], scenes: Sequence[str]) -> tuple[SourceFile, ...]:
    """Those that any of these scenes draws."""
    wanted = frozenset(scenes)
    return tuple(file for file in files if not wanted.isdisjoint(file.scenes))


def lost_words(file: SourceFile, scenes: Sequence[str]) -> str:
    """A missing file in names: the first of these scenes that draws it, the source, and the file's name."""
    scene = next((scene for scene in scenes if scene in file.scenes), "")
    return f"{scene} · {file.source} ({file.name})"
