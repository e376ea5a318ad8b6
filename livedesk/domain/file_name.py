"""Which names a file may have on the systems that livedesk runs on."""

from __future__ import annotations

# Not allowed in names on Windows, where ":" would even name a second stream of a file.
_FORBIDDEN = set('\\/:*?"<>|')
_LONGEST = 200
# What Windows takes for a device, whatever suffix it has.
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³"
}


def is_file_name(name: str) -> bool:
    """Whether this is an ordinary name of one file or folder, of at most 200 bytes: no path, nothing that leads
    elsewhere. A file that is there may be called so; for a new one see :func:`is_new_name`."""
    return (
        0 < len(name.encode("utf-8", "replace")) <= _LONGEST
        and not name.endswith((".", " "))
        and not _FORBIDDEN.intersection(name)
        and name.isprintable()
    )


def is_new_name(name: str) -> bool:
    """Whether a new file may be called so on every system: a file's name that is no device of Windows."""
    return is_file_name(name) and name.partition(".")[0].rstrip().casefold() not in _DEVICES


def lengthened(prefix: str, name: str) -> str:
    """A name, or the suffix of one, with ``prefix`` before it; it is left out of its own front until the whole is a
    file's name."""
    # No more of it can fit, as every character takes a byte.
    name = name[-_LONGEST:]
    while name and not is_file_name(prefix + name):
        name = name[1:]
    return prefix + name
