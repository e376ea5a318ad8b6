"""Lists in one cell: parts between separators. A part that has a separator in it stands between 「 and 」, as in
``「不是药，不能治病」、第一``; the sign that closes is doubled inside."""

from __future__ import annotations

import re
from collections.abc import Iterable

POINTS = "\n；;"
"""What separates sentences, and the cues of a console."""
WORDS = "\n；;、，,"
"""What separates words."""
IDS = "\n；;、，, \t"
"""What separates numbers and codes that have no blanks in them."""
_INSIDE = "「((?:[^」]|」」)*)」"
_QUOTED = re.compile(_INSIDE)


def raw_parts(text: str, separators: str) -> tuple[str, ...]:
    """The parts of a cell as they are written, without blanks around them and without empty ones. What stands at the
    end of a part between 「 and 」 is not separated."""
    signs = re.escape(separators)
    found = re.finditer(rf"[^{signs}「]*{_INSIDE}(?=\s*(?:[{signs}]|\Z))|[^{signs}]+", text)
    return tuple(part for part in (match[0].strip() for match in found) if part)


def bare(part: str) -> str:
    """A part without its 「 and 」."""
    found = _QUOTED.fullmatch(part)
    return found[1].replace("」」", "」") if found else part


def quoted(text: str) -> str:
    """A part between 「 and 」."""
    return f"「{text.replace('」', '」」')}」"


def split_list(text: str, separators: str) -> tuple[str, ...]:
    """The parts of a cell."""
    return tuple(bare(part) for part in raw_parts(text, separators))


def join_list(parts: Iterable[str], separators: str) -> str:
    """Parts as a cell that :func:`split_list` reads back; empty ones are left out."""
    return "\n".join(part if _plain(part, separators) else quoted(part) for part in parts if part)


def _plain(part: str, separators: str) -> bool:
    # A sign that opens may be closed by one of a later part.
    return "「" not in part and split_list(part, separators) == (part,)
