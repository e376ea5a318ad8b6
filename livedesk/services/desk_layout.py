"""Keeping how the Live page is laid out. A file that cannot be read is put aside, and the presets stand."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from livedesk.domain import codec
from livedesk.domain.desk_layout import DeskLayout
from livedesk.domain.errors import UserError
from livedesk.services.files import write_file

log = logging.getLogger(__name__)
FILE = "layout.json"


def load_layout(folder: Path) -> DeskLayout:
    """What the data folder remembers; the presets where there is nothing, or nothing that can be read."""
    path = folder / FILE
    try:
        return codec.decode(path.read_bytes(), DeskLayout)
    except FileNotFoundError:
        return DeskLayout()
    except OSError as error:
        log.warning("the desk's layout can't be read: %s", error)
    except UserError:
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".damaged.json"))
        log.warning("the desk's layout was damaged; the presets stand")
    return DeskLayout()


def save_layout(folder: Path, layout: DeskLayout) -> None:
    """Keep it in one step. Raises UserError ``file.not_written``."""
    write_file(folder / FILE, codec.encode(layout))
