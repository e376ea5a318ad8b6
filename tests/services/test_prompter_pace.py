"""How often a prompter that will not live is started."""

from __future__ import annotations

import sys
from pathlib import Path

from livedesk.services.prompter.process import LARGE_LOG, PrompterProcess
from tests.integration.prompter_desk import until


def test_one_that_dies_at_once_is_tried_more_and_more_rarely(tmp_path: Path) -> None:
    clock = [0.0]
    starts = tmp_path / "starts"
    program = [sys.executable, "-c", f"open({str(starts)!r}, 'a').write('x')"]
    process = PrompterProcess(program, tmp_path / "logs" / "prompter.log", lambda: clock[0])
    counts = []
    for _ in range(40):
        process.ensure()
        assert until(lambda: not process.running, 10)
        counts.append(len(starts.read_text()))
        clock[0] += 0.5
    assert counts[-1] < 8
    assert process.detail == "exit 0"
    process.forget()
    process.ensure()
    assert until(lambda: not process.running, 10)
    assert len(starts.read_text()) == counts[-1] + 1


def test_a_large_log_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    log = tmp_path / "prompter.log"
    program = [sys.executable, "-c", "print('started')"]
    for size, left in ((LARGE_LOG, LARGE_LOG + 8), (LARGE_LOG + 1, 8)):
        log.write_bytes(b"x" * size)
        process = PrompterProcess(program, log, lambda: 0.0)
        process.ensure()
        assert until(lambda process=process: not process.running, 10)
        assert log.read_bytes().strip().endswith(b"started")
        assert log.stat().st_size in (left, left + 1)
    assert (tmp_path / "prompter.log.1").stat().st_size == LARGE_LOG + 1
