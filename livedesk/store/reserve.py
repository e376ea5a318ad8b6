"""A file that only takes space, given back when the disk is full: then even a deletion needs room to be written,
and the journal must go on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

SIZE = 512 * 1024
# It is laid down again only where that leaves plenty for everything else.
_SPARE = 8


class Reserve:
    """The reserve file at ``path``."""

    def __init__(self, path: Path, size: int = SIZE) -> None:
        self._path = path
        self._size = size

    @property
    def present(self) -> bool:
        """Whether the space is kept back now."""
        return self._path.exists()

    def release(self) -> bool:
        """Give the space back; returns whether there was any to give."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def restore(self) -> bool:
        """Keep the space back, where the disk has plenty; returns whether it is kept back now. A disk that
        cannot take it leaves no half file."""
        if self.present:
            return True
        part = self._path.with_suffix(".part")
        try:
            if shutil.disk_usage(self._path.parent).free < _SPARE * self._size:
                return False
            with part.open("wb") as file:
                # Random bytes: zeros take no space on disks that compress or keep holes.
                file.write(os.urandom(self._size))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError:
            part.unlink(missing_ok=True)
            return False
        return True
