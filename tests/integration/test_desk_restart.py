"""The desk is killed in the middle of a show and started again: nothing that was acknowledged is missing."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from livedesk.store.store import Store
from tests.integration.obs import RealObs
from tests.integration.on_air import desk, go_live

OFFER_WITHIN_S = 2.0
MARGIN_S = 1.0


def seqs(data: Path, run_id: int = 1) -> list[int]:
    with Store.open(data, read_only=True) as store:
        return [entry.seq for entry in store.runs.entries(run_id)]


def test_killed_and_started_again_it_offers_to_go_on(tmp_path: Path) -> None:
    with desk(tmp_path) as first:
        go_live(first)
        first.do("Go")
        first.until(item="s02", pending=0)
        began = time.monotonic()
        elapsed = first.until()["elapsed"]
        first.kill()
        acknowledged = first.last["saved"]
    assert seqs(tmp_path)[:acknowledged] == list(range(1, acknowledged + 1))
    with desk(tmp_path) as second:
        offer = second.until(resuming=True, item="s02")
        assert offer["since_window"] < OFFER_WITHIN_S + MARGIN_S
        assert any("中断" in text or "继续" in text for text in offer["notices"])
        expected = elapsed + (time.monotonic() - began) * 1000
        assert abs(second.until()["elapsed"] - expected) < 1_500
        second.do("Go")
        second.do("Resume")
        second.until(resuming=False, phase="on_air", item="s02", pending=0)
        second.do("Go")
        second.until(item="s03", pending=0)
    numbers = seqs(tmp_path)
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.obs
def test_what_obs_shows_meanwhile_is_read_back_and_said(tmp_path: Path, real_obs: RealObs) -> None:
    with desk(tmp_path, real_obs) as first:
        first.until(obs="ready", phase="preparing")
        go_live(first)
        first.until(program="开场全景")
        first.do("Go")
        first.until(program="抽奖转盘", item="s02", pending=0)
        first.kill()
    real_obs.cut_to("双机位")
    with desk(tmp_path, real_obs) as second:
        second.until(resuming=True, program="双机位", scene="抽奖转盘")
        second.do("Resume")
        line = second.until(resuming=False, program="双机位", scene="抽奖转盘")
        while not any("双机位" in text and "抽奖转盘" in text for text in line["notices"]):
            line = second.until(program="双机位")
        second.do("TakeAgain")
        second.until(program="抽奖转盘")


def test_a_second_desk_on_the_same_data_is_refused_and_reading_goes_on(tmp_path: Path) -> None:
    with desk(tmp_path) as first:
        first.until(phase="preparing", pending=0)
        command = [sys.executable, "-m", "livedesk.app.main"]
        refused = subprocess.run(
            [*command, "backup", "--json", "--data", str(tmp_path)], capture_output=True, text=True, check=False
        )
        assert refused.returncode == 3
        assert json.loads(refused.stdout)["error"]["code"] == "folder.in_use"
        reading = subprocess.run(
            [*command, "shows", "--json", "--data", str(tmp_path)], capture_output=True, text=True, check=True
        )
        assert len(json.loads(reading.stdout)["shows"]) == 1
        first.do("GoLive", override_by="导播", override_reason="测试")
        first.until(phase="on_air", pending=0)
