"""OBS from version 30 on asks in a dialog after an unclean exit, and its safe mode keeps the socket closed: it is
running, but closed to us. Seen only on the same machine, by the file that an unclean run leaves behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

# A run that is only starting has a sentinel too, and no socket yet.
STARTING_S = 10.0
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def config_dir() -> Path:
    """OBS's folder of settings on this machine."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "")) / "obs-studio"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "obs-studio"
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "obs-studio"


def is_local(host: str) -> bool:
    """Whether OBS runs on this machine."""
    return host.lower() in _LOCAL


def closed_to_us(host: str, config: Path) -> bool:
    """Whether an OBS of this machine runs and waits in its crash dialog, its socket closed."""
    return is_local(host) and crash_dialog(config)


def running(proc: Path = Path("/proc")) -> bool:
    """Whether an OBS process runs here; True where this system does not list processes as files."""
    if not proc.is_dir():
        return True
    for comm in proc.glob("[0-9]*/comm"):
        try:
            if comm.read_text(encoding="utf-8", errors="replace").strip() == "obs":
                return True
        except OSError:
            continue
    return False


def crash_dialog(config: Path, *, now: float | None = None) -> bool:
    """Whether a run that did not end cleanly has left its ``run_*`` file, and OBS is running all the same.

    ``now`` is in seconds since the epoch, like the files' times.
    """
    at = time.time() if now is None else now
    try:
        old = [file for file in (config / ".sentinel").glob("run_*") if at - file.stat().st_mtime > STARTING_S]
    except OSError:
        return False
    return bool(old) and running()
