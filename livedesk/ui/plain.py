"""Text from outside stays text, also where Qt would guess markup and load what it names (tooltips)."""

from __future__ import annotations

from html import escape


def tip(text: str) -> str:
    """A tooltip that shows ``text`` as it is written: one that Qt could take for markup is escaped."""
    if "<" not in text:
        return text
    return f"<qt>{escape(text, quote=False)}</qt>".replace("\n", "<br>")
