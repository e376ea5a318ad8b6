"""Reads a file of rules: the room's own, else the presets that come with the program."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from livedesk.domain.errors import UserError

T = TypeVar("T")


def rules_or_presets(
    parse: Callable[[Mapping[str, Any]], T], presets: Path, own: Path, refused: Callable[[UserError], object]
) -> T:
    """As :func:`read_rules`; where the room's own file cannot be read the presets, and ``refused`` hears why."""
    try:
        return read_rules(parse, presets, own)
    except UserError as error:
        refused(error)
        return read_rules(parse, presets)


def read_rules(parse: Callable[[Mapping[str, Any]], T], presets: Path, own: Path | None = None) -> T:
    """What ``parse`` makes of the file. Raises UserError ``alerts.unreadable`` (``file``, ``reason``)."""
    path = own if own is not None and own.exists() else presets
    try:
        return parse(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError("alerts.unreadable", file=path.name, reason=str(error)) from error
    except UserError as error:
        raise UserError(error.code, **{**error.params, "file": path.name}) from error
