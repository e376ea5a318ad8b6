"""Reads the rules of the alerts: the room's own file, else the presets that come with the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

from livedesk.domain.alerts import Rule, parse_rules
from livedesk.domain.errors import UserError


def load_rules(presets: Path, own: Path | None = None) -> tuple[Rule, ...]:
    """The rules. Raises UserError ``alerts.unreadable`` (``file``, ``reason``)."""
    path = own if own is not None and own.exists() else presets
    try:
        return parse_rules(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError("alerts.unreadable", file=path.name, reason=str(error)) from error
    except UserError as error:
        raise UserError(error.code, **{**error.params, "file": path.name}) from error
