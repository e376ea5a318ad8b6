"""Names for new files: nothing that is there is lost, however many write at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from livedesk.domain.errors import UserError
from livedesk.services.files import write_file
from livedesk.services.free_name import write_beside


def put(path: Path, text: str) -> Path:
    return write_beside(path, lambda free: write_file(free, text.encode()))


def test_each_gets_a_name_of_its_own(tmp_path: Path) -> None:
    wanted = tmp_path / "exports" / "秋冬专场_20261125.pdf"
    made = [put(wanted, str(at)) for at in range(12)]
    assert [path.name for path in made[:3]] == [
        "秋冬专场_20261125.pdf",
        "秋冬专场_20261125 (2).pdf",
        "秋冬专场_20261125 (3).pdf",
    ]
    assert made[11].name == "秋冬专场_20261125 (12).pdf"
    assert [path.read_text() for path in made] == [str(at) for at in range(12)]


def test_a_number_in_the_title_stays(tmp_path: Path) -> None:
    wanted = tmp_path / "第一场 (2).pdf"
    assert [put(wanted, "").name for _ in range(3)] == [
        "第一场 (2).pdf",
        "第一场 (2) (2).pdf",
        "第一场 (2) (3).pdf",
    ]


def test_at_the_same_moment_too(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda at: put(tmp_path / "x.csv", str(at)), range(40)))
    assert len(set(made)) == 40
    assert [path.read_text() for path in made] == [str(at) for at in range(40)]


def test_what_fails_leaves_no_file(tmp_path: Path) -> None:
    def fail(path: Path) -> Path:
        raise UserError("export.no_products", title=path.name)

    with pytest.raises(UserError, match=r"export\.no_products"):
        write_beside(tmp_path / "x.pdf", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("in the way")
    with pytest.raises(UserError, match=r"file\.not_written"):
        put(tmp_path / "exports" / "x.pdf", "")
