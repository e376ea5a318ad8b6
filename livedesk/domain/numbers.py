"""Measures as they are shown: a value with its basis and its age, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Unit(StrEnum):
    """FEN money, COUNT a number, RATIO 0–1, MS a duration."""

    FEN = "fen"
    COUNT = "count"
    RATIO = "ratio"
    MS = "ms"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure now. ``value`` None: ``reason`` says why (``no_orders``, ``no_relay``, ``needs_platform_file``
    …). ``change`` is relative to five minutes before (0.06: six percent up; for ratios the difference).
    ``numerator`` and ``denominator`` are kept where it is a quotient; ``basis`` names what is counted; ``age_ms``
    how old the newest input is; ``estimate`` marks an estimate."""

    name: str
    unit: Unit
    value: float | None = None
    change: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    basis: str = ""
    reason: str = ""
    age_ms: int | None = None
    estimate: bool = False


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment for the live list: masked nickname; ``same`` how often the same question came (1: once);
    ``question`` and ``complaint`` are guesses by rule."""

    at_ms: int
    nickname: str
    text: str
    question: bool = False
    complaint: bool = False
    same: int = 1


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the graph: parallel columns, instants in epoch ms."""

    name: str
    unit: Unit
    at_ms: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The live numbers at one moment, published about once a second. ``curves`` have one point every ten
    seconds. ``sold`` is units by product id of the show; ``comments`` the newest, oldest first, at most 100."""

    at_ms: int
    measures: Mapping[str, Measure] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    sold: Mapping[str, int] = field(default_factory=dict)
    comments: tuple[CommentLine, ...] = ()
    comments_per_minute: int = 0
