"""How reports look: the colours of paper and the templates, and the pages that come of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Look:
    """``paper`` holds the colours by role, ``kinds`` those of segments; ``templates`` is their folder."""

    paper: Mapping[str, str]
    kinds: Mapping[str, str]
    templates: Path


def load_look(resources: Path) -> Look:
    """The look that comes with the program, from its resources folder."""
    tables = tomllib.loads((resources / "themes" / "paper.toml").read_text(encoding="utf-8"))
    return Look(tables["paper"], tables["kinds"], resources / "templates")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a printed report that begins on a new page and flows in so many columns."""

    html: str
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes to the printer. ``images`` holds SVG by the name under which the parts refer to it. ``head``
    stands on every page, as does ``mark`` (empty: none) which warns of what the page is not. ``colours`` are the
    roles of the theme."""

    parts: tuple[Part, ...]
    images: Mapping[str, str]
    head: str
    mark: str
    landscape: bool
    colours: Mapping[str, str]
