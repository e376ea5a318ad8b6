"""Which names a file may have on every system that livedesk runs on."""

from __future__ import annotations

# Not allowed in names on Windows, where ":" would even name a second stream of a file.
_FORBIDDEN = set('\\/:*?"<>|')
_LONGEST = 200


def is_file_name(name: str) -> bool:
    """Whether this is an ordinary name of one file or folder, of at most 200 bytes: no path, nothing that leads
    elsewhere."""
    return (
        0 < len(name.encode("utf-8", "replace")) <= _LONGEST
        and not name.endswith((".", " "))
        and not _FORBIDDEN.intersection(name)
        and name.isprintable()
    )
