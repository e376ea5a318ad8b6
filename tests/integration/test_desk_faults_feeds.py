"""The prompter is killed, order files are bad, the relay goes: each is said and mended; the rundown goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.services.aio import AsyncLoop
from tests.integration.desk_process import DeskProcess
from tests.integration.on_air import advance, desk, go_live, quiet, whole
from tests.services.ingest_samples import HEADER, message, order_line, person
from tests.services.relay_server import RelayServer

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with the sample show, imported as a person would."""
    place = tmp_path / "data"
    sheet = next(SAMPLES.glob("*.xlsx"))
    command = [sys.executable, "-m", "livedesk.app.main", "import", str(sheet), "--data", str(place)]
    subprocess.run(command, capture_output=True, check=True)
    return place


@contextlib.contextmanager
def prompter(process: DeskProcess) -> Iterator[int]:
    """The desk's prompter is open; gives its process id. Whatever prompter is there at the end is ended."""
    process.call("open_prompter")
    try:
        yield process.see(lambda line: bool(line["prompters"]), 20, "a prompter")["prompters"][0]
    finally:
        process.call("close_prompter")
        for pid in process.until()["prompters"]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def test_a_prompter_that_is_killed_is_started_again(data: Path) -> None:
    with desk(data, sample=False) as process:
        go_live(process)
        with prompter(process) as pid:
            process.until(10, prompter="ready")
            os.kill(pid, signal.SIGKILL)
            process.told("提词器退出了", "正在自动重开", seconds=5)
            advance(process)
            line = process.see(
                lambda line: line["prompter"] == "ready" and line["prompters"] not in ([], [pid]), 20, "a new one"
            )
            assert "提词" in line["lights"]["prompter"]
            quiet(process, "提词器退出了")
            advance(process)
            process.until(5, pending=0)
    whole(data, process)


def test_order_files_in_gbk_are_read_and_broken_ones_are_said(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "orders"
    folder.mkdir()
    with desk(data, sample=False, orders_folder=str(folder)) as process:
        go_live(process)
        paid = (time.time_ns() // 1_000_000_000 + 1) * 1000
        rows = [order_line(number, paid) for number in range(1, 6)]

        (folder / "1.csv").write_text(HEADER.replace("支付完成时间", "付") + "\n" + rows[0], encoding="gbk")
        process.told("1.csv 不是订单文件", "支付完成时间", "抖店")
        advance(process)
        (folder / "2.csv").write_bytes((HEADER + "\n").encode("gbk") + b"\xff\xfe\xff" * 50)
        process.told("2.csv", "读不出来", "重新导出")
        line = quiet(process, "1.csv")
        assert not line["orders"]

        (folder / "3.csv").write_text("\n".join([HEADER, *rows[:3], '"缺,半', *rows[3:]]), encoding="gbk")
        (folder / "4.csv").write_text("\n".join([HEADER, *rows]), encoding="gbk")
        process.until(10, orders=5)
        line = quiet(process, ".csv")
        assert "订单" in line["lights"]["data"]
        advance(process)
        process.until(5, pending=0)
    whole(data, process)


def test_a_relay_that_closes_is_said_and_found_again(data: Path) -> None:
    loop = AsyncLoop("relay of the test").start()
    relay = RelayServer(loop)
    with desk(data, sample=False, relay_url=relay.address) as process:
        process.until(15, feed="ready")
        go_live(process)
        relay.send([message(1, MsgId=str(number), User=person(), Content="多少钱") for number in range(3)])
        process.see(lambda line: "弹幕" in line["lights"]["data"], 5, "comments have come")
        relay.hang_up()
        relay.stop()
        process.see(lambda line: line["lights"]["data"].startswith("弹幕断开"), 5, "the loss is said")
        advance(process)
        again = RelayServer(loop, relay.port)
        process.see(lambda line: line["feed"] == "ready", 15, "found again")
        process.see(lambda line: "断开" not in line["lights"]["data"], 5, "and said")
        advance(process)
        process.until(5, pending=0)
        again.stop()
    loop.stop()
    whole(data, process)
