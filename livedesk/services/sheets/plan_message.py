"""What a standby plan says to the host, as the last line of its remark: ``提词：先别报价``. Segments have no such
words, so the run sheet gives them no column."""

from __future__ import annotations

import re

_MARK = "提词："
_SAID = re.compile(r"(?:^|\n)提词\s*[:：]\s*(?P<said>[^\n]*\S)\s*$")


def split_message(text: str) -> tuple[str, str]:
    """A remark without its message, and the message (empty: none)."""
    found = _SAID.search(text)
    return (text, "") if found is None else (text[: found.start()], found["said"])


def with_message(remark: str, message: str) -> str:
    """A remark and a message so that :func:`split_message` reads them back."""
    return "\n".join(part for part in (remark, _MARK + message if message else "") if part)
