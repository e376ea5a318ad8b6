"""The verbs that look after the data: backup, restore, doctor."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Any

from livedesk.app.opened import Opened
from livedesk.domain.errors import UserError
from livedesk.store.backup import Backups
from livedesk.store.doctor import examine
from livedesk.store.folder import DataFolder
from livedesk.ui.words import sentence

Json = dict[str, Any]


def _now() -> int:
    return time.time_ns() // 1_000_000


def backup(opened: Opened) -> Json:
    """Write a backup now."""
    made = opened.store.backups.make(at_ms=_now())
    return {"file": str(made.path), "size": made.size}


def restore(folder: DataFolder, file: Path) -> Json:
    """Put a backup in the place of the database; the present one is kept. Raises UserError."""
    if not file.is_file():
        raise UserError("file.missing", path=str(file))
    folder.create()
    folder.acquire()
    try:
        kept = Backups(folder).restore(file, at_ms=_now())
    finally:
        folder.release()
    return {"restored": str(file), "kept": None if kept is None else str(kept)}


def doctor(folder: DataFolder) -> Json:
    """What was found in the data folder."""
    findings = examine(folder, at_ms=_now())
    facts = {
        "path": str(folder.database),
        "backup": findings.newest_backup or "—",
        "found": findings.schema or "?",
        "known": findings.schema_known,
    }
    told = [
        {
            "code": item.code,
            "message": sentence(item.code, {**facts, "reason": item.detail or "?"}),
            "detail": item.detail,
        }
        for item in findings.problems
    ]
    return {**dataclasses.asdict(findings), "healthy": findings.healthy, "problems": told}
