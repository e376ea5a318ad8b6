"""How the host has set the screen up: kept in the data folder, so that a prompter started again looks the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.prompt_look import PromptLook

FILE = "prompter-view.json"
LOOKS_FILE = "prompter-looks.json"
MOST_LOOKS = 100


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
    _write(data / FILE, encode(view))


@dataclass(frozen=True, slots=True)
class KeptLook:
    """How ``host`` has set up ``screen`` (names; empty: not known), and the pace there in characters a minute (0:
    the desk's)."""

    screen: str
    host: str
    look: PromptLook = PromptLook()
    cpm: int = 0


@dataclass(frozen=True, slots=True)
class Looks:
    """Every set-up that was made, the newest first."""

    kept: tuple[KeptLook, ...] = ()

    def of(self, screen: str, host: str) -> KeptLook:
        """What this host finds on this screen: what was set up there. Else the host's own ways from another screen,
        mirrored as this screen stands; else what was last set up here by anybody, with the desk's pace."""
        here = next((kept for kept in self.kept if kept.screen == screen), None)
        own = [kept for kept in self.kept if kept.host == host]
        same = next((kept for kept in own if kept.screen == screen), None)
        if same is not None:
            return same
        mirror = here.look.mirror if here is not None else PromptLook().mirror
        if own:
            return KeptLook(screen, host, replace(own[0].look, mirror=mirror), own[0].cpm)
        return KeptLook(screen, host, here.look if here is not None else PromptLook())

    def keep(self, fresh: KeptLook) -> Looks:
        """With one more; the host's earlier set-up of that screen goes, and so do the oldest of too many."""
        others = tuple(kept for kept in self.kept if (kept.screen, kept.host) != (fresh.screen, fresh.host))
        return Looks((fresh, *others)[:MOST_LOOKS])


def read_looks(data: Path) -> Looks:
    """What was kept; none where there is nothing readable."""
    try:
        return decode((data / LOOKS_FILE).read_bytes(), Looks)
    except (OSError, UserError):
        return Looks()


def write_looks(data: Path, looks: Looks) -> None:
    """Keep them, in one step. Raises OSError."""
    _write(data / LOOKS_FILE, encode(looks))


def _write(path: Path, text: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(text)
    fresh.replace(path)
