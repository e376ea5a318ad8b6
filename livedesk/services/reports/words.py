"""The words of reports and printed run sheets, in one language. The interface fills them (services know no Qt)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """``language`` is the HTML language tag. ``text`` has every heading and label by name; ``measures`` the names
    of measures, ``basis`` what each counts (by its stable text in domain/measures.py), ``reasons`` why one is
    missing, ``kinds`` those of segments, ``marks`` those of script lines, ``outcomes`` and ``results`` of takes,
    ``log`` the kinds of log rows and ``notes`` what the journal notes with them (and by whom, where that is no
    person). A missing name is told as it is. ``tell`` gives the sentence of an alert or a fault, from its code and
    facts."""

    language: str
    text: Mapping[str, str]
    measures: Mapping[str, str]
    basis: Mapping[str, str]
    reasons: Mapping[str, str]
    kinds: Mapping[str, str]
    marks: Mapping[str, str]
    outcomes: Mapping[str, str]
    results: Mapping[str, str]
    log: Mapping[str, str]
    notes: Mapping[str, str]
    tell: Callable[[str, Mapping[str, str]], str]

    def __getitem__(self, name: str) -> str:
        return self.text[name]

    @property
    def chinese(self) -> bool:
        """Whether these are Chinese."""
        return self.language.startswith("zh")
