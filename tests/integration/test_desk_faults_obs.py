"""What goes wrong with a real OBS under a real desk: it is said in words, the rundown goes on, nothing is lost."""

from __future__ import annotations

import signal
import socket
import time
from pathlib import Path

import pytest

from livedesk.domain.events import ManualInObs, SceneSwitched, Taken, TakeReported, TakeResult
from tests.integration.obs import Director, RealObs
from tests.integration.on_air import advance, desk, go_live, quiet, said, whole
from tests.integration.relay import Relay

pytestmark = pytest.mark.obs


def test_obs_absent_then_killed_in_the_stream_then_back(own_obs: RealObs, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with desk(data, own_obs) as process:
        process.until(phase="preparing")
        process.told("连不上 OBS", str(own_obs.port), "WebSocket")
        process.see(lambda line: line["checks"].get("c12", "").startswith("failed"), 10, "the check is failed")
        go_live(process)
        line = advance(process)
        process.see(lambda line: line["take"]["result"] == "withheld", 3, "the take is withheld")

        own_obs.start()
        process.until(20, obs="ready")
        quiet(process, "连不上 OBS")
        process.told("开场全景", f"流程单要“{line['scene']}”")
        process.do("TakeAgain")
        process.until(5, program=line["scene"])

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as audience, Director(own_obs) as director:
            audience.bind(("127.0.0.1", 0))
            director.stream_to(audience.getsockname()[1])
            process.until(10, streaming=True)
        own_obs.kill()
        process.told("OBS 断开", "推流", "OFF", seconds=2.5)
        line = advance(process)
        withheld = process.see(lambda line: line["take"]["result"] == "withheld", 3, "the take is withheld")
        assert withheld["take"]["detail"] == "no_link"

        own_obs.start()
        process.told("推流已停", seconds=20)
        there = process.told("OBS 现在是", f"流程单要“{line['scene']}”")
        assert there["take"] == withheld["take"], "nothing is sent by itself"
        process.do("TakeAgain")
        process.see(lambda now: now["program"] == line["scene"] and not said(now, "流程单要"), 5, "taken again")
        process.until(5, pending=0)
    entries = whole(data, process)
    asked = [entry.event.take for entry in entries if isinstance(entry.event, Taken | SceneSwitched)]
    assert asked == [1, 2, 3, 4, 5], "two GOs, the going live, and what the director sent again"
    told = [entry.event.result for entry in entries if isinstance(entry.event, TakeReported)]
    held, done = TakeResult.WITHHELD, TakeResult.CONFIRMED
    assert told == [held, held, done, held, done]


def test_a_wrong_password_is_said_once_and_corrected(real_obs: RealObs, tmp_path: Path) -> None:
    relay = Relay(real_obs.port)
    with desk(tmp_path, real_obs, port=relay.port, password="wrong-canary") as process:
        process.until(phase="preparing")
        process.told("OBS 密码不对", "WebSocket")
        began = time.monotonic()
        go_live(process)
        advance(process)
        line = process.see(lambda _: time.monotonic() - began > 2, 5, "two seconds")
        assert relay.accepted == 1, "a refused password is not tried again"
        assert sum("密码" in text for text in line["notices"]) == 1
        assert "密码不对" in line["lights"]["obs"]
        process.call("keep_obs_password", real_obs.password)
        process.until(10, obs="ready")
        quiet(process, "密码")
        line = advance(process)
        process.until(5, program=line["scene"])
        process.until(5, pending=0)
    whole(tmp_path, process)
    relay.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"wrong-canary" not in kept
    assert real_obs.password.encode() not in kept


def test_a_hung_obs_makes_takes_unknown_and_is_read_back(real_obs: RealObs, tmp_path: Path) -> None:
    with desk(tmp_path, real_obs) as process:
        process.until(obs="ready", phase="preparing")
        go_live(process)
        advance(process)
        process.see(lambda line: line["take"]["result"] == "confirmed", 5, "confirmed")
        real_obs.cut_to("双机位")
        process.told("OBS 现在是“双机位”", "流程单要“抽奖转盘”")
        real_obs.send(signal.SIGSTOP)
        try:
            number = advance(process)["take"]["number"]
            process.see(lambda line: line["take"]["result"] == "unknown", 3, "UNKNOWN")
            process.told("OBS 没有响应", "可能稍后才执行", seconds=6)
            assert advance(process)["take"]["number"] == number + 1
            process.see(lambda line: line["take"]["result"] == "withheld", 3, "withheld while OBS hangs")
        finally:
            real_obs.send(signal.SIGCONT)
        process.until(15, obs="ready")
        line = quiet(process, "没有响应")
        assert line["take"]["number"] == number + 1, "no take is retried by itself"
        with Director(real_obs) as director:
            process.until(5, program=director.program(), pending=0)
    entries = whole(tmp_path, process)
    told = {entry.event.take: entry.event for entry in entries if isinstance(entry.event, TakeReported)}
    assert told[number + 1].result is TakeResult.WITHHELD
    assert any(entry.event == ManualInObs("双机位") for entry in entries)
