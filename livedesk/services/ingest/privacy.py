"""Personal data is masked while it is read: what is behind this line holds no id and no name."""

from __future__ import annotations

import hmac
import re
import unicodedata

HASH_CHARS = 24
# A number of mainland China, also with blanks or dashes in it; not a row of ones or of eights, which cheer.
_MOBILE = re.compile(r"(?<!\d)[1１][3-9３-９](?!(\d)\1{8})(?:[ -]?\d){9}(?!\d)")
_HIDDEN = frozenset({"", "0", "111111"})


class Privacy:
    """Masks with a salt of this installation. Platform ids can be enumerated, so a plain hash would not do:
    without the salt nobody gets back from the hash to the id (PIPL art. 51; it stays personal data)."""

    def __init__(self, salt: bytes) -> None:
        if not salt:
            raise ValueError("the salt must not be empty")
        self._salt = salt

    def user(self, *ids: str) -> str:
        """The keyed hash of the first id that is one (a room that hides its people sends 0 or 111111 for all),
        or an empty text."""
        for each in ids:
            if each not in _HIDDEN:
                return hmac.digest(self._salt, each.encode("utf-8", "replace"), "sha256").hex()[:HASH_CHARS]
        return ""

    @staticmethod
    def nickname(name: str) -> str:
        """The first character and two stars."""
        shown = clean_text(name, 64)
        return f"{shown[0]}**" if shown else ""


def without_numbers(text: str) -> str:
    """What people write, without the mobile numbers that some of them write into it."""
    return _MOBILE.sub("***", text)


def clean_text(text: str, limit: int) -> str:
    """Text from outside as one line of at most ``limit`` characters: no control, format or private characters,
    so that nothing in it can turn the reading direction, break a line or a file."""
    if text.isprintable():
        return " ".join(text.split())[:limit]
    kept = "".join(" " if c in "\r\n\t" else c for c in text[: limit * 4] if c in "\r\n\t" or _printable(c))
    return " ".join(kept.split())[:limit]


def _printable(character: str) -> bool:
    return character == "\u200d" or unicodedata.category(character)[0] != "C"
