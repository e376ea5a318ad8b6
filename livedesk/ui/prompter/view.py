"""How the host has set the screen up: kept in the data folder, so that a prompter started again looks the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError

FILE = "prompter-view.json"


@dataclass(frozen=True, slots=True)
class View:
    """``screen`` is the name of the screen (empty: the system's choice)."""

    full_screen: bool = False
    mirrored: bool = False
    screen: str = ""


def read_view(data: Path) -> View:
    """What was kept; the plain view where there is nothing readable."""
    try:
        return decode((data / FILE).read_bytes(), View)
    except (OSError, UserError):
        return View()


def write_view(data: Path, view: View) -> None:
    """Keep it, in one step. Raises OSError."""
    fresh = data / f"{FILE}.new"
    fresh.write_bytes(encode(view))
    fresh.replace(data / FILE)
