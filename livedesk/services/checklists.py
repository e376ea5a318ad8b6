"""Reads a checklist that comes with the program, for shows whose sheet brings none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.services.probes import PROBES


def load_checklist(path: Path) -> tuple[CheckItem, ...]:
    """The checks of a toml file (a ``[[check]]`` each: group, title, how, owner, critical, due in minutes, probe).

    Raises UserError ``checks.unreadable`` (``file``, ``reason``).
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["check"]
        return tuple(_check(number, row) for number, row in enumerate(rows, 1))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError("checks.unreadable", file=path.name, reason=str(error)) from error


def _check(number: int, row: dict[str, Any]) -> CheckItem:
    probe = str(row.get("probe", ""))
    if probe and probe not in PROBES:
        raise ValueError(f"check {number}: {probe}")
    return CheckItem(
        id=f"c{number:02d}",
        group=CheckGroup(row["group"]),
        title=str(row["title"]),
        how=str(row.get("how", "")),
        critical=bool(row.get("critical", False)),
        owner=str(row.get("owner", "")),
        due_ms=round(row.get("due", 30) * MINUTE),
        probe=probe,
    )
