"""A recorded evening."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tape:
    """A relay's recording, and the order file of the same hours."""

    recording: Path
    orders: Path | None = None
