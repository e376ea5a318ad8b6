"""Which names a file may have on the systems that livedesk runs on."""

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


def lengthened(prefix: str, name: str) -> str:
    """A name, or the suffix of one, with ``prefix`` before it; it is left out of its own front until the whole is a
    file's name."""
    # No more of it can fit, as every character takes a byte.
    name = name[-_LONGEST:]
    while name and not is_file_name(prefix + name):
        name = name[1:]
    return prefix + name
