"""Text for comparing."""

from __future__ import annotations

import unicodedata


def comparable(text: str) -> str:
    """A text for comparing: one width, one case, letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
