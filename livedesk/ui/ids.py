"""Ids for what a person makes new in a document."""

from __future__ import annotations

import os


def new_id() -> str:
    """An id that no document has."""
    return os.urandom(6).hex()
