"""The verbs that look after the data: backup, restore, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.store.backup import restore_backup
from livedesk.store.doctor import examine
from livedesk.store.folder import DataFolder

Json = dict[str, Any]


def backup(opened: Opened) -> Json:
    """Write a backup now."""
    return {"file": str(opened.store.backups.make())}


def restore(folder: DataFolder, file: Path) -> Json:
    """Put a backup in the place of the database; the present one is kept beside it."""
    kept = restore_backup(folder, file)
    return {"restored": str(file), "kept": None if kept is None else str(kept)}


def doctor(folder: DataFolder) -> Json:
    """What was found in the data folder."""
    return examine(folder)
