"""Where the OBS password comes from and is kept: settings, the system's keyring, the environment.

It is never logged, and never in the show database. A locked keyring can block on a prompt that nobody sees, so
the keyring is asked in a worker with a time-out.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

SERVICE = "livedesk"
ACCOUNT = "obs-websocket"
ENVIRONMENT = "LIVEDESK_OBS_PASSWORD"
KEYRING_S = 2.0


def find_password(setting: str) -> str:
    """The password: the setting, else the keyring's, else the environment's, else empty."""
    return setting or _in_time(_read) or os.environ.get(ENVIRONMENT, "")


def keep_password(password: str) -> bool:
    """Keep the password in the keyring (empty: remove it). False where there is no keyring, or it is locked."""
    return _in_time(lambda: _write(password)) == "kept"


def _read() -> str:
    import keyring

    return keyring.get_password(SERVICE, ACCOUNT) or ""


def _write(password: str) -> str:
    import keyring

    if password:
        keyring.set_password(SERVICE, ACCOUNT, password)
    elif keyring.get_password(SERVICE, ACCOUNT) is not None:
        keyring.delete_password(SERVICE, ACCOUNT)
    return "kept" if (keyring.get_password(SERVICE, ACCOUNT) or "") == password else ""


def _in_time(work: Callable[[], str]) -> str:
    """The result of keyring work, or empty where it fails or takes longer than two seconds."""
    answers: SimpleQueue[str] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(work())
        except Exception:  # noqa: BLE001 - backends raise their own kinds; none of them may stop the desk
            answers.put("")

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=KEYRING_S)
    except Empty:
        return ""
