"""Reads the rules of the alerts: the room's own file, else the presets that come with the program."""

from __future__ import annotations

from pathlib import Path

from livedesk.domain.alerts import Rule, parse_rules
from livedesk.services.rules_file import read_rules


def load_rules(presets: Path, own: Path | None = None) -> tuple[Rule, ...]:
    """The rules. Raises UserError ``alerts.unreadable`` (``file``, ``reason``)."""
    return read_rules(parse_rules, presets, own)
