"""The pictures of the shows, one folder a show (the port ``Media``). Names come from outside, so every one of
them is held against its folder: no ``..``, no absolute path, no symbolic link that leads out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from livedesk.domain.errors import UserError
from livedesk.domain.file_name import is_file_name


class FolderMedia:
    """Implements the port ``Media`` over a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, show_id: str, name: str) -> Path | None:
        """Where a file of the show lies, or None where it is missing or the name points outside."""
        place = self._place(show_id, name)
        return place if place is not None and place.is_file() else None

    def keep(self, show_id: str, files: Mapping[str, bytes]) -> None:
        """Keep files of a show, each whole or not at all; one of the same name is replaced.

        Raises UserError ``media.bad_name`` (then none is kept) or ``media.not_written``, with ``name``.
        """
        places = {name: self._place(show_id, name) for name in files}
        for name, place in places.items():
            if place is None:
                raise UserError("media.bad_name", name=name)
        for name, data in files.items():
            place = places[name]
            if place is None:
                continue
            part = place.with_name(f".{place.name}.{os.getpid()}.part")
            try:
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                part.write_bytes(data)
                part.replace(place)
            except OSError as error:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise UserError("media.not_written", name=name, reason=error.strerror or str(error)) from error

    def _place(self, show_id: str, name: str) -> Path | None:
        """The place of a name below the show's folder, or None where it would lie elsewhere."""
        parts = PurePosixPath(name).parts
        if not parts or not is_file_name(show_id) or not all(is_file_name(part) for part in parts):
            return None
        try:
            home = self._root.resolve() / show_id
            place = (home / Path(*parts)).resolve()
        except (OSError, RuntimeError):
            # A loop of symbolic links.
            return None
        return place if place != home and place.is_relative_to(home) else None
