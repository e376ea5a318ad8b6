"""Names that nobody's file has yet: what is written anew never takes the place of what was there."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

from livedesk.domain.errors import UserError


def write_beside(path: Path, write: Callable[[Path], Path]) -> Path:
    """Call ``write`` with this name or, where it is taken, with the next free one, as ``name (2).pdf``; returns
    what it gives. The folder is made. Two that write at the same moment, in one program or two, get two names; a
    ``write`` that fails leaves none. Raises UserError ``file.not_written``, and what ``write`` raises."""
    free = _reserve(path)
    try:
        return write(free)
    except BaseException:
        with contextlib.suppress(OSError):
            free.unlink()
        raise


def _reserve(path: Path) -> Path:
    """An empty file of ours."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for number in count(2):
            try:
                path.open("xb").close()
            except FileExistsError:
                stem = path.stem if number == 2 else path.stem.removesuffix(f" ({number - 1})")
                path = path.with_name(f"{stem} ({number}){path.suffix}")
            else:
                break
    except OSError as error:
        raise UserError("file.not_written", path=str(path), reason=error.strerror or str(error)) from error
    return path
