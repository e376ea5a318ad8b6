"""What the list of refused wording is written in, and what is found by it. The list itself is data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a wording offends against."""

    ABSOLUTE = "absolute"
    """Absolute wording: 《广告法》第九条第（三）项."""
    PRICE = "price"
    """Prices compared or praised without ground: 《明码标价和禁止价格欺诈规定》."""
    EFFICACY = "efficacy"
    """Medical effect, and effect or safety promised: 《广告法》第十六条、第十七条, 《化妆品监督管理条例》."""
    RETURNS = "returns"
    """Returns or results promised: 《广告法》第二十四条、第二十五条."""
    OFF_PLATFORM = "off_platform"
    """Viewers led off the platform: platform rules."""
    SCARCITY = "scarcity"
    """Scarcity or haste made up: 《反不正当竞争法》第九条, 《规范促销行为暂行规定》."""
    AUTHORITY = "authority"
    """State bodies, experts and honours lent as a name: 《广告法》第九条第（二）项, 第二十八条."""
    FOOD = "food"
    """Food and health food praised as medicine: 《广告法》第十八条, 《食品安全法》第七十三条."""
    DECENCY = "decency"
    """Superstition: 《广告法》第九条第（八）项."""
    HOUSE = "house"
    """A rule of one's own shop."""


class Severity(StrEnum):
    """``REFUSED`` offends as it stands; ``WARN`` is lawful only with a ground that the text doesn't show."""

    REFUSED = "refused"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """One rule. ``words`` and ``patterns`` (regular expressions over folded text; where one names a group ``it``,
    that is the stretch) are refused, unless an ``innocent`` phrase or one of ``innocent_patterns``
    covers them (第一次, 最佳赏味期), or what stands right ``before`` or ``after`` makes them so (不敢说…).

    ``spellings`` is a regular expression for every spelling of the words (empty: as they are written).
    ``article`` cites what it rests on, ``reason`` says why in a sentence, ``instead`` may stand in the
    stretch's place (empty: best left out)."""

    id: str
    article: str
    reason: str
    words: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    category: Category = Category.HOUSE
    severity: Severity = Severity.REFUSED
    instead: str = ""
    patterns: tuple[str, ...] = ()
    innocent_patterns: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    spellings: str = ""

    def __hash__(self) -> int:
        """By id alone: a list of rules is looked up for every line."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Claim:
    """A refused stretch [``start``, ``end``) of a text, its ``words`` as they stand there, and the rule."""

    start: int
    end: int
    rule: ClaimRule
    words: str


@dataclass(frozen=True, slots=True)
class ClaimOverride:
    """A refused wording, or a doubted price or gift, that ``by`` lets stand in an item (segment or standby plan), and
    why. It holds for this rule and these words only. ``at_ms``: epoch ms."""

    item_id: str
    rule_id: str
    words: str
    reason: str
    by: str
    at_ms: int
