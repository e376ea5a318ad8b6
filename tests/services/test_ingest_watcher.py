"""Order files dropped into a folder: whole files only, each once, and again when they changed."""

from __future__ import annotations

import os
import queue
from pathlib import Path

import pytest

from livedesk.domain.errors import UserError
from livedesk.services.ingest.watcher import FolderWatcher


class Looks:
    def __init__(self, folder: Path) -> None:
        self.found: list[str] = []
        self.problems: list[UserError | None] = []
        self.watcher = FolderWatcher(folder, lambda path: self.found.append(path.name), self.problems.append)

    def look(self) -> list[str]:
        self.found.clear()
        self.watcher.look()
        return list(self.found)


def test_a_growing_file_waits_until_it_stands_still(tmp_path: Path) -> None:
    looks = Looks(tmp_path)
    path = tmp_path / "orders.csv"
    path.write_text("a")
    assert looks.look() == []
    path.write_text("a,b")
    assert looks.look() == []
    assert looks.look() == ["orders.csv"]
    assert looks.look() == []
    path.write_text("a,b,c")
    os.utime(path, ns=(1, 1))
    assert [looks.look(), looks.look(), looks.look()] == [[], ["orders.csv"], []]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("notes.docx", ".orders.csv", "orders.csv.crdownload"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.csv").mkdir()
    looks = Looks(tmp_path)
    assert looks.look() + looks.look() == []


def test_a_folder_that_goes_and_comes_back_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    looks = Looks(folder)
    looks.look()
    looks.look()
    folder.mkdir()
    looks.look()
    codes = [problem.code if problem else None for problem in looks.problems]
    assert codes == ["orders.folder_unreadable", None]


def test_the_thread_finds_files_and_outlives_a_failure(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    found: queue.Queue[str] = queue.Queue()

    def take(path: Path) -> None:
        found.put(path.name)
        if path.name == "a.csv":
            raise ValueError("broken")

    watcher = FolderWatcher(tmp_path, take, lambda problem: None, every_s=0.01)
    watcher.start()
    (tmp_path / "a.csv").write_text("1")
    assert found.get(timeout=5) == "a.csv"
    (tmp_path / "b.csv").write_text("1")
    assert found.get(timeout=5) == "b.csv"
    watcher.stop()
    assert "looking into the folder of order files failed" in caplog.text
