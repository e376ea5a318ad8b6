"""The wording rules of the prompter, read from their file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from livedesk.domain.claims import ClaimRule
from livedesk.domain.errors import UserError


def load_claims(path: Path) -> tuple[ClaimRule, ...]:
    """Read ``words.toml``: a ``[[rule]]`` each. Raises UserError ``claims.unreadable`` with file and reason."""
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("rule", [])
        return msgspec.convert(rows, tuple[ClaimRule, ...])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError("claims.unreadable", file=str(path), reason=str(error)) from error
