"""Where the prompter finds its desk: port and token in the folder's ``prompter.json``, for its owner only."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError

FILE = "prompter.json"


@dataclass(frozen=True, slots=True)
class Credentials:
    """``port`` on 127.0.0.1 (0: none yet) and the token that a prompter shows there."""

    port: int
    token: str


def new_token() -> str:
    """A token that nobody guesses (256 bits)."""
    return secrets.token_urlsafe(32)


def read_credentials(data: Path) -> Credentials | None:
    """What stands in the data folder, or None where the file is missing or damaged."""
    try:
        found = decode((data / FILE).read_bytes(), Credentials)
    except (OSError, UserError):
        return None
    return found if found.token and 0 < found.port < 65_536 else None


def write_credentials(data: Path, credentials: Credentials) -> None:
    """Put them into the data folder in one step; nobody else may read them. Raises OSError."""
    path = data / FILE
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(encode(credentials))
    fresh.replace(path)
