"""A notice: one sentence of a banner, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.commands import Command
from livedesk.ui.context import GoTo


class Deed(StrEnum):
    """What a banner's button does besides sending a command."""

    RETRY_OBS = "retry_obs"
    FREE_OBS = "free_obs"
    OPEN_PROMPTER = "open_prompter"
    OPEN_SETTINGS = "open_settings"
    ARM_END = "arm_end"


@dataclass(frozen=True, slots=True)
class OpenShow:
    """Put a show on the desk."""

    show_id: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Take a notice away."""

    key: str


@dataclass(frozen=True, slots=True)
class Detail:
    """Show what lies behind a notice, or hide it again."""

    key: str


Doing = Command | Deed | OpenShow | GoTo | Dismiss | Detail


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice under a sentence: its text, what it does, the look of its button."""

    text: str
    does: Doing
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A banner. ``key`` names it: the same key replaces it. ``tone`` is warn (a fault) or info (a choice)."""

    key: str
    text: str
    offers: tuple[Offer, ...] = ()
    tone: str = "warn"
