"""Ids for what a person makes new in a document."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """An id that no document has."""
    return secrets.token_hex(6)
