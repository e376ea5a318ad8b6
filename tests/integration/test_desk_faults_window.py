"""A window that stands still: the show does not, and the log names what held the window."""

from __future__ import annotations

import time
from pathlib import Path

from livedesk.domain.events import StandbyCalled, Taken
from tests.integration.on_air import desk, go_live, whole

STALL_S = 3.0
AT_ONCE_MS = 500


def test_a_window_that_stands_still_holds_up_no_go_and_no_panic(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "livedesk.log"
    with desk(tmp_path) as process:
        go_live(process)
        process.see(lambda _: "the desk is complete" in log.read_text(encoding="utf-8"), 30, "it is looked after")
        began = time.time_ns() // 1_000_000
        process.stall(STALL_S)
        process.do("Go")
        process.do("Panic")
        line = process.see(
            lambda line: line["item"] == "b9", STALL_S + 5, "the window shows what happened meanwhile"
        )
        shown = time.time_ns() // 1_000_000
        assert line["airings"] == 3
        assert shown - began > STALL_S * 900, "the window stood still"
        process.until(5, pending=0)
        process.see(lambda _: "stood still for" in log.read_text(encoding="utf-8"), 5, "its length is logged")
    done = [
        e for e in whole(tmp_path, process) if e.wall_ms >= began and isinstance(e.event, Taken | StandbyCalled)
    ]
    assert [type(entry.event) for entry in done] == [Taken, StandbyCalled]
    assert all(entry.wall_ms - began < AT_ONCE_MS for entry in done), [entry.wall_ms - began for entry in done]
    told = log.read_text(encoding="utf-8")
    assert told.count("stands still, held by") == 1
    assert "_hold_the_window" in told
