"""How a host's screen is set up: plain values with their limits, and one step for each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

HOST = "主播"
"""How a script writes that the host says a line, where it names anybody."""


class Mirror(StrEnum):
    """What a glass in front of the camera, or one that hangs upside down, needs."""

    NONE = "none"
    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"
    BOTH = "both"


class Palette(StrEnum):
    """The colours of the screen; each is a theme of its own."""

    DARK = "dark"
    STRONG = "strong"
    YELLOW = "yellow"
    BRIGHT = "bright"


class Scope(StrEnum):
    """How much of the show the text holds."""

    SHOW = "show"
    SEGMENT = "segment"


class Voices(StrEnum):
    """Whose lines are shown: all, those of one speaker alone, or the others' dim."""

    ALL = "all"
    DIMMED = "dimmed"
    ALONE = "alone"


class Setting(StrEnum):
    """What a key can change by a step; the value is the name of the field."""

    SIZE = "size"
    BOLD = "bold"
    SPACING = "spacing"
    MARGIN_LEFT = "margin_left"
    MARGIN_RIGHT = "margin_right"
    READ_LINE = "read_line"
    BAND = "band"
    PALETTE = "palette"
    MIRROR = "mirror"
    PANEL = "panel"
    SCOPE = "scope"
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and the largest value of a number, and how far one step takes it."""

    low: int
    high: int
    step: int


LIMITS = {
    Setting.SIZE: Limits(50, 250, 10),
    Setting.SPACING: Limits(70, 200, 5),
    Setting.MARGIN_LEFT: Limits(64, 600, 16),
    Setting.MARGIN_RIGHT: Limits(16, 600, 16),
    Setting.READ_LINE: Limits(15, 75, 2),
    Setting.BAND: Limits(70, 300, 10),
}
_CHOICES: dict[Setting, type[StrEnum]] = {
    Setting.PALETTE: Palette,
    Setting.MIRROR: Mirror,
    Setting.SCOPE: Scope,
    Setting.VOICES: Voices,
}


@dataclass(frozen=True, slots=True)
class PromptLook:
    """The set-up of one host at one screen. Raises ValueError for a number outside its :data:`LIMITS`.

    ``size`` is the reading size in percent of the design's 68 pixels, ``spacing`` the way from row to row in
    percent of the design's for that size, ``margin_left`` and ``margin_right`` pixels of the design (1920 wide),
    ``read_line`` the place of the read line in percent of the height, ``band`` the height of its band in percent
    of the design's for that size. ``speaker`` is the one whose lines ``voices`` singles out (empty: the host).
    """

    size: int = 100
    bold: bool = True
    spacing: int = 100
    margin_left: int = 96
    margin_right: int = 64
    read_line: int = 42
    band: int = 100
    palette: Palette = Palette.DARK
    mirror: Mirror = Mirror.NONE
    panel: bool = True
    scope: Scope = Scope.SHOW
    voices: Voices = Voices.ALL
    speaker: str = ""

    def __post_init__(self) -> None:
        for setting, limits in LIMITS.items():
            value = getattr(self, setting.value)
            if not limits.low <= value <= limits.high:
                raise ValueError(f"{setting.value} is {value}, not within {limits.low} to {limits.high}")

    def chosen(self, speaker: str) -> bool:
        """Whether a line of ``speaker`` is one of those that ``voices`` singles out."""
        return _plain(speaker) == _plain(self.speaker)

    def shows(self, speaker: str) -> bool:
        """Whether a line of ``speaker`` is on the screen."""
        return self.voices is not Voices.ALONE or self.chosen(speaker)

    def dims(self, speaker: str) -> bool:
        """Whether a line of ``speaker`` stands back."""
        return self.voices is Voices.DIMMED and not self.chosen(speaker)


def _plain(speaker: str) -> str:
    return "" if speaker == HOST else speaker


def step(look: PromptLook, setting: Setting, direction: int) -> PromptLook:
    """One step up (1) or down (-1): a number stays within its limits, a choice goes round."""
    value = getattr(look, setting.value)
    changed: object
    if setting in LIMITS:
        limits = LIMITS[setting]
        changed = min(limits.high, max(limits.low, value + direction * limits.step))
    elif setting in _CHOICES:
        choices = list(_CHOICES[setting])
        changed = choices[(choices.index(value) + direction) % len(choices)]
    else:
        changed = not value
    return replace(look, **{setting.value: changed})  # type: ignore[arg-type]  # a setting is named as its field
