"""A database that is locked, a disk that is full or refuses to write: the show goes on in memory, says so, and
everything is on disk in the end. A picture that is gone from it is said in time."""

from __future__ import annotations

import contextlib
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from livedesk.domain.events import StandbyCalled, Taken
from tests.integration.bad_disk import broken_disk
from tests.integration.desk_process import DeskProcess
from tests.integration.on_air import GO_WITHIN_S, advance, desk, go_live, quiet, whole
from tests.small_disk import small_disk

LOCKED_S = 30.0
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextlib.contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process holds the database's write lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        yield
    finally:
        holder.communicate()


def test_a_locked_database_delays_no_go_and_no_panic(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        go_live(process)
        with locked(tmp_path / "livedesk.db"):
            began = time.monotonic()
            saved = advance(process)["saved"]
            line = process.told("另一个程序占用了数据库", "关闭该程序", str(tmp_path))
            assert line["pending"] > 0
            assert "未保存" in line["saved_text"]
            process.do("Panic")
            process.until(GO_WITHIN_S, item="b9")
            process.do("EndStandby")
            process.until(GO_WITHIN_S, item="s02")
            assert advance(process)["saved"] == saved, "nothing is called saved meanwhile"
            process.see(lambda _: time.monotonic() - began > LOCKED_S, LOCKED_S + 2, "the lock stays a while")
        process.until(5, pending=0, save_error="")
        line = quiet(process, "占用了数据库")
        assert line["saved_text"].startswith("已保存")
    entries = whole(tmp_path, process)
    assert [entry.event.segment_id for entry in entries if isinstance(entry.event, Taken)] == ["s01", "s02", "s03"]
    assert sum(isinstance(entry.event, StandbyCalled) for entry in entries) == 1


def fill(place: Path) -> None:
    """Leave no byte free on a disk."""
    with (place / "filler").open("ab", buffering=0) as file:
        for size in (1 << 20, 4096, 64, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))


def goes_on(process: DeskProcess, data: Path, fail: Callable[[], object], words: tuple[str, ...]) -> None:
    """The show goes on while writing fails; ``fail`` makes it fail, and goes on doing so."""
    fail()
    for _ in range(40):
        process.do("SendMessage", kind="director", text="慢一点" * 500)
        line = process.until()
        if line["save_error"] and line["pending"]:
            break
        fail()
    line = process.told(*words, str(data), "直播照常进行", seconds=5)
    assert line["pending"] > 0
    advance(process)
    process.do("Panic")
    process.until(GO_WITHIN_S, item="b9")
    process.do("EndStandby")
    assert advance(process)["pending"] > 0


def test_a_full_disk_stops_nothing_and_is_made_up_for(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 48) as disk:
        data = disk / "data"
        with desk(data) as process:
            go_live(process)
            goes_on(process, data, lambda: fill(disk), ("磁盘已满", "腾出空间"))
            (disk / "filler").unlink()
            process.until(10, pending=0, save_error="")
            quiet(process, "磁盘已满")
            advance(process)
            process.until(5, pending=0)
        whole(data, process)


def test_a_disk_that_refuses_to_write_stops_nothing_and_is_made_up_for(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        go_live(process)
        pid = process.process.pid
        least, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        limit = (1, most)
        goes_on(
            process,
            tmp_path,
            lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, limit),
            ("磁盘拒绝写入", "检查磁盘"),
        )
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (least, most))
        process.until(10, pending=0, save_error="")
        quiet(process, "磁盘拒绝写入")
        advance(process)
        process.until(5, pending=0)
    whole(tmp_path, process)


def test_a_disk_that_answers_eio_stops_nothing_and_is_made_up_for(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with desk(data) as process:
        (writer,) = go_live(process)["writer"]
        with broken_disk(writer, tmp_path / "writes"):
            # One fault is enough: it stays for as long as the disk is broken.
            goes_on(process, data, lambda: None, ("磁盘拒绝写入", "检查磁盘"))
            line = process.now()
            assert "未保存" in line["saved_text"]
            assert advance(process)["saved"] == line["saved"], "nothing is called saved meanwhile"
        process.until(10, pending=0, save_error="")
        line = quiet(process, "磁盘拒绝写入")
        assert line["saved_text"].startswith("已保存")
        advance(process)
        process.until(5, pending=0)
    whole(data, process)


def test_a_deleted_picture_is_said_while_its_product_comes_next(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        media = tmp_path / "media" / go_live(process)["show"]
        kept = {path: path.read_bytes() for path in media.iterdir()}
        for path in kept:
            path.unlink()
        assert advance(process)["item"] == "s02"
        process.told("下一项缺商品图片", "润唇膏 3.5g", str(media))
        for path, data in kept.items():
            path.write_bytes(data)
        quiet(process, "下一项缺商品图片")
