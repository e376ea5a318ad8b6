"""The words of reports and printed run sheets, in one language. The interface fills them (services know no Qt)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """``language`` is the HTML language tag. ``text`` has every heading and label by name; ``measures`` the names
    of measures, ``reasons`` why one is missing, ``kinds`` those of segments, ``marks`` those of script lines,
    ``outcomes`` and ``results`` of takes, and ``log`` the kinds of log rows. A missing name is told as it is."""

    language: str
    text: Mapping[str, str]
    measures: Mapping[str, str]
    reasons: Mapping[str, str]
    kinds: Mapping[str, str]
    marks: Mapping[str, str]
    outcomes: Mapping[str, str]
    results: Mapping[str, str]
    log: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.text[name]
