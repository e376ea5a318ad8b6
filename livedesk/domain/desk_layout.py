"""How the Live page is laid out for each duty: which panels stand where, and what a person has changed of it.

A layout is a tree of splits over the same panels: the session behind them is one. Panels are named; a name that this
version does not know is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Role(StrEnum):
    """Whose eyes a layout is for: 导播, 中控, 主播, 技术, 运营."""

    DIRECTOR = "director"
    CONSOLE = "console"
    HOST = "host"
    CREW = "crew"
    OPERATIONS = "operations"


@dataclass(frozen=True, slots=True)
class Pane:
    """A panel by its name, with its share of the room among those beside it."""

    panel: str
    share: int = 1


@dataclass(frozen=True, slots=True)
class Split:
    """Parts side by side (``across``) or one over the other."""

    across: bool
    parts: tuple[Pane | Split, ...]
    share: int = 1


def _side(*parts: Pane | Split, share: int = 1) -> Split:
    return Split(True, parts, share)


def _stack(*parts: Pane | Split, share: int = 1) -> Split:
    return Split(False, parts, share)


# Each has the middle column (``center``): GO with its countdown, and what asks or is said beneath it.
PRESETS: Mapping[Role, Split] = {
    Role.DIRECTOR: _side(Pane("rundown", 591), Pane("center", 794), Pane("right", 441)),
    Role.CONSOLE: _side(
        Pane("rundown", 440),
        _stack(Pane("board", 9), Pane("center", 1), share=900),
        _stack(Pane("queue", 5), Pane("promotions", 3), Pane("comments", 4), share=490),
    ),
    Role.HOST: _side(
        _stack(Pane("host", 9), Pane("center", 1), share=1240),
        _stack(Pane("card", 2), Pane("comments", 5), share=586),
    ),
    Role.CREW: _stack(
        _side(
            Pane("center", 760),
            _stack(Pane("outputs", 5), Pane("audio", 4), share=520),
            Pane("health", 546),
            share=640,
        ),
        Pane("as_run", 260),
    ),
    Role.OPERATIONS: _side(
        _stack(Pane("numbers", 7), Pane("log", 3), Pane("center", 1), share=960),
        _stack(Pane("comments", 5), Pane("moments", 4), share=450),
        _stack(Pane("queue", 5), Pane("promotions", 3), share=420),
    ),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a window stood: its screen's name, and its place and size on the desktop (pixels)."""

    screen: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DeskLayout:
    """What is remembered: the layout in front, the sizes of its splits by their path (``director``,
    ``console/1``), the panels that are hidden by layout, and the windows that panels (and the desk itself, ``desk``)
    stand in."""

    role: Role = Role.DIRECTOR
    sizes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    hidden: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    windows: Mapping[str, Spot] = field(default_factory=dict)
    floating: tuple[str, ...] = ()

    def with_sizes(self, sizes: Mapping[str, tuple[int, ...]]) -> DeskLayout:
        """With the sizes of some splits."""
        return replace(self, sizes={**self.sizes, **sizes})

    def toggled(self, panel: str) -> DeskLayout:
        """With a panel of the layout in front hidden, or shown again."""
        hidden = self.hidden.get(self.role, ())
        after = tuple(one for one in hidden if one != panel) if panel in hidden else (*hidden, panel)
        return replace(self, hidden={**self.hidden, self.role: after})

    def floated(self, panel: str, on: bool) -> DeskLayout:
        """With a panel in a window of its own, or back in its place."""
        rest = tuple(one for one in self.floating if one != panel)
        return replace(self, floating=(*rest, panel) if on else rest)

    def placed(self, window: str, spot: Spot) -> DeskLayout:
        """With the place of a window."""
        return replace(self, windows={**self.windows, window: spot})

    def reset(self) -> DeskLayout:
        """As the preset of the layout in front has it: nothing hidden, nothing in windows, sizes of their own."""
        own = self.role.value
        sizes = {path: kept for path, kept in self.sizes.items() if path.split("/")[0] != own}
        hidden = {role: names for role, names in self.hidden.items() if role is not self.role}
        return replace(self, sizes=sizes, hidden=hidden, floating=())

    def stands_as(self, other: DeskLayout) -> bool:
        """Whether the same panels stand in the same places, be their sizes as they may."""
        mine, others = (self.role, self.absent, self.floating), (other.role, other.absent, other.floating)
        return mine == others

    @property
    def absent(self) -> frozenset[str]:
        """The panels that do not stand in the layout in front."""
        return frozenset((*self.hidden.get(self.role, ()), *self.floating))


def panels_of(tree: Split) -> Iterator[str]:
    """The names of the panels of a tree, from the first."""
    for part in tree.parts:
        if isinstance(part, Pane):
            yield part.panel
        else:
            yield from panels_of(part)


def pruned(tree: Split, there: frozenset[str]) -> Split | None:
    """The tree with only these panels; None where nothing of it is left."""
    parts: list[Pane | Split] = []
    for part in tree.parts:
        if isinstance(part, Pane):
            if part.panel in there:
                parts.append(part)
        else:
            kept = pruned(part, there)
            if kept is not None:
                parts.append(kept)
    return replace(tree, parts=tuple(parts)) if parts else None
