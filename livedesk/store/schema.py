"""What makes a file a livedesk database: its application id, and the schema versions that this program knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APPLICATION_ID = 0x6C697664
"""``livd`` in the application_id of the SQLite header (bytes 68 to 71 of the file)."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The migrations in order, oldest first, and where their scripts are."""

    scripts: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The version that this program reads and writes."""
        return self.revisions[-1]


SCHEMA = Schema(scripts=Path(__file__).parent / "migrations", revisions=("0001", "0002"))
"""The schema of this version of livedesk. It is spelled out so that opening a database needs no Alembic."""
