"""How reports look: the colours of paper and the templates."""

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
class Page:
    """A rendered page. ``images`` holds SVG by the name under which a printed page refers to it; a page for the
    browser has its graphs inside."""

    html: str
    images: Mapping[str, str]
