"""Qt counts UTF-16 units, texts are counted in characters: an emoji takes two units and is one character."""

from __future__ import annotations


def to_units(text: str, characters: int) -> int:
    """How many units the first ``characters`` of a text are."""
    if text.isascii() or max(text) <= "\uffff":
        return characters
    return characters + sum(character > "\uffff" for character in text[:characters])


def to_characters(text: str, units: int) -> int:
    """How many characters the first ``units`` of a text are; half an emoji is none."""
    if text.isascii() or max(text) <= "\uffff":
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
