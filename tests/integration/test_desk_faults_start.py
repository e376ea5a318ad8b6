"""A start that is refused: a page says what is wrong and what to do, and the file stays as it was."""

from __future__ import annotations

import json
import random
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from tests.integration.on_air import advance, desk, go_live, whole
from tests.integration.startup_process import refused, started_again


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a run in it and a good backup."""
    data = tmp_path_factory.mktemp("good") / "data"
    with desk(data) as process:
        process.until(phase="preparing", pending=0)
        assert process.end() == 0
    with Store.open(data) as store:
        store.backups.make(at_ms=1_764_072_000_000)
    return data


@pytest.fixture
def folder(good: Path, tmp_path: Path) -> DataFolder:
    """A copy of it, to be damaged."""
    shutil.copytree(good, tmp_path / "data")
    return DataFolder(tmp_path / "data")


def newer(database: Path) -> None:
    """As a later version of the program would leave it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def scratched(database: Path) -> None:
    """Bad pages in the middle."""
    chance = random.Random(1)
    with database.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(chance.randbytes(4096 * 12))


def foreign(database: Path) -> None:
    """Another program's database."""
    database.unlink()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE accounts (name TEXT)")
        connection.commit()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda database: database.write_bytes(b""), ("是空文件（0 字节）", "未被改动", "恢复最新的完好备份")),
        (scratched, ("已损坏", "未被改动", "恢复最新的完好备份")),
        (foreign, ("不是 livedesk 的数据库", "未被改动", "另选数据文件夹")),
        (lambda database: database.write_text("购物清单\n" * 99), ("不是 livedesk 的数据库", "移走")),
        (newer, ("9999", "请升级 livedesk")),
    ],
    ids=["empty", "damaged", "foreign", "text", "newer"],
)
def test_a_database_that_is_not_fit_is_refused_and_stays_as_it_is(
    folder: DataFolder, damage: Callable[[Path], object], words: tuple[str, ...]
) -> None:
    damage(folder.database)
    before = folder.database.read_bytes()
    backup = next(folder.backups.glob("*.db"))
    kept = backup.read_bytes()
    told = refused(folder.root)
    assert told.code == 1
    assert all(word in told.words for word in (str(folder.database), *words)), told
    assert told.command == f'livedesk restore "{backup}" --data "{folder.root}"'
    assert folder.database.read_bytes() == before
    assert backup.read_bytes() == kept


@pytest.mark.parametrize("left", [b"", b"no database" * 99, bytes(8_192)], ids=["empty", "text", "zeros"])
def test_the_command_that_is_offered_brings_everything_back(folder: DataFolder, left: bytes) -> None:
    folder.database.write_bytes(left)
    command = shlex.split(refused(folder.root).command)
    livedesk = [sys.executable, "-m", "livedesk.app.main"]
    done = subprocess.run([*livedesk, *command[1:], "--json"], capture_output=True, text=True, check=True)
    kept = Path(json.loads(done.stdout)["kept"])
    assert (kept / folder.database.name).read_bytes() == left
    shown = subprocess.run(
        [*livedesk, "shows", "--json", "--data", str(folder.root)], capture_output=True, text=True, check=True
    )
    assert len(json.loads(shown.stdout)["shows"]) == 1


def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir(mode=0o500)
    told = refused(place, weak=True)
    assert told.code == 1
    assert all(word in told.words for word in (str(place), "无法写入数据文件夹", "写权限", "--data"))
    assert list(place.iterdir()) == []


def test_a_database_that_may_not_be_written_is_refused(folder: DataFolder) -> None:
    before = folder.database.read_bytes()
    folder.database.chmod(0o400)
    told = refused(folder.root, weak=True)
    assert told.code == 1
    assert all(word in told.words for word in (str(folder.database), "没有权限写入", "写权限"))
    assert folder.database.read_bytes() == before


def test_a_second_desktop_brings_the_first_to_the_front(tmp_path: Path) -> None:
    data, way = tmp_path / "data", tmp_path / "way"
    way.symlink_to(data)
    with desk(data) as process:
        process.until(phase="preparing", pending=0)
        process.cover()
        assert started_again(way) == "livedesk 已在运行，已切到前台。\n"
        process.until(5, minimised=False, keyboard=True)
        go_live(process)
        process.cover()
        assert started_again(data)
        process.until(5, minimised=False)
        assert not advance(process)["keyboard"], "a key that is meant for another window is no GO"
        process.kill()
    with desk(data) as process:
        process.until(resuming=True)
        process.cover()
        assert started_again(data), "what a killed one leaves behind is in nobody's way"
        process.until(5, minimised=False)
        assert process.end() == 0
    whole(data, process)


def test_a_second_desktop_beside_one_that_hangs_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        go_live(process)
        assert started_again(tmp_path), "it listens"
        process.process.send_signal(signal.SIGSTOP)
        told = refused(tmp_path)
        process.process.send_signal(signal.SIGCONT)
        assert told.code == 3
        number = str(process.process.pid)
        assert all(word in told.words for word in (str(tmp_path), "正被另一个 livedesk 使用", number, "--data"))
        advance(process)
        process.until(5, pending=0)
    whole(tmp_path, process)
