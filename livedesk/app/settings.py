"""Loading and saving what a person has set. A file that can't be read is put aside, never written over."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from livedesk.domain import codec
from livedesk.domain.errors import UserError
from livedesk.domain.settings import Settings
from livedesk.services.files import write_file

log = logging.getLogger(__name__)


def load(path: Path) -> Settings:
    """The settings in a file; the defaults where there is none, or where it is damaged (it is then put aside, if that
    can be done)."""
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        log.warning("settings can't be read: %s", error)
        return Settings()
    try:
        return codec.decode(text, Settings)
    except UserError:
        aside = path.with_suffix(".damaged.json")
        with contextlib.suppress(OSError):
            path.replace(aside)
        log.warning("settings were damaged: %s", aside.name)
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Keep the settings in one step. Raises UserError ``file.not_written``."""
    write_file(path, codec.encode(settings))
