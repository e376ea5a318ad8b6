"""A desk on air, for tests that let something go wrong: start it, go live, advance, read what it has kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from livedesk.domain.events import Entry
from livedesk.store.store import Store
from tests.integration.desk_process import DeskProcess
from tests.integration.obs import RealObs

GO_WITHIN_S = 2.0
"""A GO takes at most 100 ms without the journal; the rest is for a busy machine and a line every 100 ms."""


@contextmanager
def desk(
    data: Path,
    obs: RealObs | None = None,
    *,
    port: int | None = None,
    password: str | None = None,
    sample: bool = True,
    errors: tuple[str, ...] = (),
    **wanted: str,
) -> Iterator[DeskProcess]:
    """A desk over a data folder and an OBS (None: none listens). It is killed at the end, and must have logged no
    error but those that hold one of ``errors``."""
    host, own_port = (obs.host, obs.port) if obs is not None else ("127.0.0.1", 1)
    known = obs.password if obs is not None else ""
    process = DeskProcess(
        data,
        host,
        own_port if port is None else port,
        sample=sample,
        wanted=wanted,
        LIVEDESK_OBS_PASSWORD=known if password is None else password,
        QT_QPA_PLATFORM="offscreen",
    )
    try:
        yield process
        assert process.killed or process.process.poll() in (None, 0), "the desk runs to the end"
        assert not unexpected(data, errors), "errors in the log"
    finally:
        process.kill()


def unexpected(data: Path, expected: tuple[str, ...] = ()) -> list[str]:
    """The errors in a desk's log, but those that hold one of these words."""
    lines = (data / "logs" / "livedesk.log").read_text(encoding="utf-8").splitlines()
    errors = [line for line in lines if " ERROR " in line or " CRITICAL " in line]
    return [line for line in errors if not any(word in line for word in expected)]


def go_live(process: DeskProcess) -> dict[str, Any]:
    """On air over the open checks."""
    process.until(phase="preparing", pending=0)
    process.do("GoLive", override_by="导播", override_reason="测试")
    return process.until(phase="on_air", item="s01", pending=0)


def advance(process: DeskProcess, seconds: float = GO_WITHIN_S) -> dict[str, Any]:
    """GO: the next segment is on air soon, whatever else is wrong."""
    before = process.until()["item"]
    process.do("Go")
    return process.see(lambda line: line["item"] != before, seconds, f"GO from {before}")


def said(line: dict[str, Any], *words: str) -> bool:
    """Whether a banner holds all these words."""
    return any(all(word in text for word in words) for text in line["notices"])


def quiet(process: DeskProcess, *words: str, seconds: float = 10.0) -> dict[str, Any]:
    """Wait until no banner holds all these words."""
    return process.see(lambda line: not said(line, *words), seconds, f"no banner with {words}")


def whole(data: Path, process: DeskProcess | None = None, run_id: int = 1) -> tuple[Entry, ...]:
    """The journal on disk: complete from 1 on, and with all that the desk has called saved."""
    with Store.open(data, read_only=True) as store:
        entries = store.runs.entries(run_id)
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    if process is not None:
        assert process.last["saved"] <= len(entries)
    return entries
