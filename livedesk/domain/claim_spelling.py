"""How refused wording is spelled to slip past a filter: by sound, and in the patterns of the word list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from livedesk.domain.folding import plain

# Fewer characters than this, and a word spelled with common characters of the same sound is likely another word.
_LONG = 3
_PART = re.compile(r"\{([^{}\d,]+)\}")


@dataclass(frozen=True, slots=True)
class Sound:
    """What stands for a character: ``rare`` spellings (蕞, zui) in any word, ``common`` ones (醉, 嘴) in a word of
    three characters and more only."""

    rare: tuple[str, ...] = ()
    common: tuple[str, ...] = ()


def spelled(word: str, sounds: Mapping[str, Sound]) -> str:
    """A regular expression for every spelling of a word."""
    word = plain(word)
    return "".join(_any_of(character, sounds.get(character), len(word) >= _LONG) for character in word)


def with_parts(pattern: str, parts: Mapping[str, str], sounds: Mapping[str, Sound]) -> str:
    """A pattern of the word list with its ``{name}``s filled in: a named part, or every spelling of a character
    that has a sound. Raises KeyError for a name that is neither."""

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in parts:
            return f"(?:{with_parts(parts[name], parts, sounds)})"
        return _any_of(name, sounds[name], common=True)

    return _PART.sub(fill, pattern)


def _any_of(character: str, sound: Sound | None, common: bool) -> str:
    if sound is None:
        return re.escape(character)
    spellings = (*sound.rare, *(sound.common if common else ()))
    single = "".join((character, *(one for one in spellings if len(one) == 1)))
    longer = [re.escape(one) for one in spellings if len(one) > 1]
    return f"(?:{'|'.join((f'[{single}]', *longer))})"
