"""The prompter's process: started apart from the desk, watched, started again; ended only where it hangs and a person
asks for another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

STABLE_S = 5.0
LONGEST_WAIT_S = 30.0
LARGE_LOG = 1_000_000


def prompter_command(data: Path) -> tuple[str, ...]:
    """How the program starts its own prompter on a data folder."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "livedesk.app.main"]
    return (*program, "prompter", "--data", str(data))


def named(command: Sequence[str], name: str) -> tuple[str, ...]:
    """How the prompter of this name is started (empty: the first one)."""
    return (*command, "--prompter", name) if name else tuple(command)


def own_folder(data: Path, name: str) -> Path:
    """Where a prompter keeps what is its own, its lock and its view: the first one in the data folder itself."""
    return data / "prompters" / name if name else data


def log_file(data: Path, name: str) -> Path:
    """Where a prompter's words go."""
    return data / "logs" / (f"prompter-{name}.log" if name else "prompter.log")


def end_process(pid: int) -> None:
    """End a prompter that hangs, whoever started it; one that is gone already is no error."""
    with suppress(OSError):
        os.kill(pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


class PrompterProcess:
    """Starts the process when asked, but not faster than it makes sense: one that dies at once is tried again
    after 0.5, 1, 2 … 30 s. It has its own session and no pipe to the desk, so that it outlives it."""

    def __init__(self, command: Sequence[str], log_file: Path, clock: Callable[[], float]) -> None:
        self._command = tuple(command)
        self._log_file = log_file
        self._clock = clock
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._failures = 0
        self._not_before = 0.0
        self.detail = ""

    @property
    def running(self) -> bool:
        """Whether the process that this desk started still runs."""
        return self._process is not None and self._process.poll() is None

    def wait_until(self, moment: float) -> None:
        """Start nothing before this reading of the clock."""
        self._not_before = max(self._not_before, moment)

    def attached(self) -> None:
        """The process (or one from before) has reported; the next death is tried again at once."""
        if self._clock() - self._started >= STABLE_S:
            self._failures = 0
        self.detail = ""

    def forget(self) -> None:
        """The person asks anew: after failures, try at once."""
        if self._failures:
            self._failures = 0
            self._not_before = self._clock()

    def ensure(self) -> None:
        """Start the process unless it runs or its time has not come."""
        now = self._clock()
        if self.running:
            return
        if self._process is not None:
            self._note_end(self._process, now)
        if now < self._not_before:
            return
        self._started = now
        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            self._set_log_aside()
            with self._log_file.open("ab") as log:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                    close_fds=True,
                )
        except OSError as error:
            self.detail = str(error)
            self._failed(now)

    def _set_log_aside(self) -> None:
        """Begin a new log where the old one is large; one old one is kept."""
        # Windows renames no file that a prompter from before still writes: the log then grows until the next start.
        with suppress(OSError):
            if self._log_file.stat().st_size > LARGE_LOG:
                self._log_file.replace(self._log_file.with_name(f"{self._log_file.name}.1"))

    def _note_end(self, process: subprocess.Popen[bytes], now: float) -> None:
        code = process.returncode
        self._process = None
        self.detail = f"exit {code}"
        if now - self._started < STABLE_S:
            self._failed(now)
        else:
            self._failures = 0

    def _failed(self, now: float) -> None:
        self._failures += 1
        self._not_before = now + min(LONGEST_WAIT_S, 0.25 * 2**self._failures)
