"""Writing a file in one step."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from livedesk.domain.errors import UserError


def write_file(path: Path, content: bytes) -> Path:
    """Write a whole file or nothing, replacing what stood there. Raises UserError ``file.not_written``."""
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise UserError("file.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return path
