"""How a line of a script looks: pure runs of a line, and the formats of Qt that a theme gives them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from PySide6.QtGui import QColor, QTextCharFormat

from livedesk.domain.claims import Claim, ClaimOverride, Severity
from livedesk.domain.script import LineKind, variables
from livedesk.domain.script_values import parted
from livedesk.ui.fonts import font
from livedesk.ui.theme import TEXT_BIG, Theme
from livedesk.ui.workspaces.script.text_lines import shape

SPEECH_SIZE = 19
KIND_TOKENS: Mapping[LineKind, str] = MappingProxyType(
    {
        LineKind.SPEECH: "text",
        LineKind.ACTION: "next",
        LineKind.INTERACTION: "info",
        LineKind.PROMOTION: "promo",
        LineKind.BENEFIT: "promo",
        LineKind.PRICE: "price",
        LineKind.HOLD_BACK: "next",
        LineKind.PUSH: "next",
        LineKind.TRANSITION: "dim",
        LineKind.NOTE: "faint",
        LineKind.WELCOME: "info",
        LineKind.CHAT: "info",
        LineKind.FAREWELL: "info",
    }
)
"""The tone of a kind's mark; what sells is green like its segments."""
SMALL = frozenset({LineKind.ACTION, LineKind.INTERACTION, LineKind.PROMOTION, LineKind.NOTE})
"""Lines that stand small beside what the host says."""
_GRAVER = ("kept", "warn", "refused")


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch looks. ``ground``: ``said``, ``small``, ``mark``, ``speaker``, ``aside`` (said by another than
    the host), ``heading``; ``tone`` a colour of the theme. ``variable``: empty, ``known``, ``empty`` (it has no
    value here) or ``unknown``. ``claim``: empty, ``refused``, ``warn`` or ``kept``."""

    ground: str
    tone: str
    variable: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters [``start``, ``end``) of a line in one style."""

    start: int
    end: int
    style: Style


def token(kind: LineKind) -> str:
    """The tone of a kind."""
    return KIND_TOKENS.get(kind, "go")


def claim_look(claim: Claim, override: ClaimOverride | None) -> str:
    """How a claim is underlined."""
    if override is not None:
        return "kept"
    return "warn" if claim.rule.severity is Severity.WARN else "refused"


def runs(
    line: str,
    values: Mapping[str, str],
    names: Collection[str],
    claims: Iterable[tuple[Claim, ClaimOverride | None]],
) -> tuple[Run, ...]:
    """The looks of a line. ``values`` are those of its variables, ``names`` the ones there are."""
    found = shape(line)
    if found.blank:
        return ()
    looks = _grounds(line)
    for name, start, end in variables(line):
        variable = "known" if name in values else "empty" if parted(name)[0] in names else "unknown"
        for at in range(start, end):
            looks[at] = Style(looks[at].ground, looks[at].tone, variable)
    # Of several in one place the gravest is seen.
    for claim, override in sorted(claims, key=lambda one: _GRAVER.index(claim_look(*one))):
        look = claim_look(claim, override)
        for at in range(claim.start, min(claim.end, len(looks))):
            looks[at] = Style(looks[at].ground, looks[at].tone, looks[at].variable, look)
    made: list[Run] = []
    start = 0
    for style, group in groupby(looks):
        end = start + sum(1 for _ in group)
        made.append(Run(start, end, style))
        start = end
    return tuple(made)


def _grounds(line: str) -> list[Style]:
    found = shape(line)
    if found.heading is not None:
        return [Style("heading", "dim")] * len(line)
    tone = token(found.kind)
    if found.kind in SMALL:
        marked, said = Style("small", tone), Style("small", tone)
    else:
        marked = Style("mark", tone)
        said = Style("aside" if found.speaker else "said", "text")
    caller = Style("speaker", "go")
    head = found.mark_end
    named = [caller] * (found.text_start - head) if found.speaker else [marked] * (found.text_start - head)
    return [*[marked] * head, *named, *[said] * (len(line) - found.text_start)]


class Looks:
    """The formats of a theme, each made once."""

    def __init__(self, theme: Theme, family: str) -> None:
        self._theme = theme
        self._small = font(family, TEXT_BIG)
        self._bold = font(family, TEXT_BIG, bold=True)
        self.base = font(family, SPEECH_SIZE)
        self._formats: dict[Style, QTextCharFormat] = {}

    def of(self, style: Style) -> QTextCharFormat:
        """The format of a style."""
        known = self._formats.get(style)
        if known is None:
            known = self._formats[style] = self._made(style)
        return known

    def _made(self, style: Style) -> QTextCharFormat:
        theme = self._theme
        made = QTextCharFormat()
        match style.ground:
            case "small" | "mark":
                made.setFont(self._small)
            case "speaker" | "heading":
                made.setFont(self._bold)
        tone = theme.color(style.tone)
        if style.ground == "aside":
            tone = QColor(theme.mix("go", "text", 0.35))
        made.setForeground(tone)
        if style.variable == "known":
            made.setForeground(theme.color("price"))
            _underline(made, QTextCharFormat.UnderlineStyle.DashUnderline, theme.color("price"))
        elif style.variable:
            made.setForeground(theme.color("warn"))
            _underline(made, QTextCharFormat.UnderlineStyle.DashUnderline, theme.color("warn"))
            if style.variable == "unknown":
                made.setBackground(theme.color("warn", 0.18))
        warn = theme.color("warn")
        match style.claim:
            case "warn":
                _underline(made, QTextCharFormat.UnderlineStyle.WaveUnderline, warn)
            case "refused":
                _underline(made, QTextCharFormat.UnderlineStyle.WaveUnderline, warn)
                made.setBackground(theme.color("warn", 0.16))
            case "kept":
                _underline(made, QTextCharFormat.UnderlineStyle.DotLine, theme.color("dim"))
        return made


def _underline(made: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: QColor) -> None:
    made.setUnderlineStyle(style)
    made.setUnderlineColor(colour)
