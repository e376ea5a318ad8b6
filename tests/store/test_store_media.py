"""Pictures stay below their show's folder, whatever their names say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.errors import UserError
from livedesk.domain.ports import Media
from livedesk.store.media import FolderMedia


@pytest.fixture
def media(tmp_path: Path) -> FolderMedia:
    (tmp_path / "secret.txt").write_text("outside")
    return FolderMedia(tmp_path / "media")


def test_a_picture_comes_back(media: FolderMedia) -> None:
    port: Media = media
    port.keep("a1b2c3", {"面霜.png": b"one", "hero/精华 2.jpg": b"two"})
    port.keep("a1b2c3", {"面霜.png": b"three"})
    found = {name: port.path("a1b2c3", name) for name in ("面霜.png", "hero/精华 2.jpg")}
    assert {name: path.read_bytes() for name, path in found.items() if path} == {
        "面霜.png": b"three",
        "hero/精华 2.jpg": b"two",
    }
    assert port.path("a1b2c3", "missing.png") is None
    assert port.path("other", "面霜.png") is None
    assert port.path("a1b2c3", "hero") is None


BAD_NAMES = [
    "../secret.txt",
    "../../secret.txt",
    "a/../../../secret.txt",
    "/etc/passwd",
    "..",
    ".",
    "",
    "..\\secret.txt",
    "C:\\secret.txt",
    "x:stream",
    "nul\x00byte",
    "line\nbreak",
    "end.",
    "end ",
    "x" * 300,
    "\u202egnp.exe",
]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_leads_out_is_refused(media: FolderMedia, tmp_path: Path, name: str) -> None:
    media.keep("a1b2c3", {"a.png": b"good"})
    assert media.path("a1b2c3", name) is None
    assert media.path(name, "a.png") is None
    for show_id, file in (("a1b2c3", name), (name, "a.png")):
        with pytest.raises(UserError, match=r"media\.bad_name"):
            media.keep(show_id, {"fine.png": b"x", file: b"x"})
    assert media.path("a1b2c3", "fine.png") is None
    assert (tmp_path / "secret.txt").read_text() == "outside"


def test_a_symbolic_link_leads_nowhere(media: FolderMedia, tmp_path: Path) -> None:
    media.keep("a1b2c3", {"a.png": b"good"})
    home = tmp_path / "media" / "a1b2c3"
    (home / "link.txt").symlink_to(tmp_path / "secret.txt")
    (home / "out").symlink_to(tmp_path)
    (home / "loop").symlink_to(home / "loop")
    (tmp_path / "media" / "linked").symlink_to(tmp_path)
    for show_id, name in (("a1b2c3", "link.txt"), ("a1b2c3", "out/secret.txt"), ("linked", "secret.txt")):
        assert media.path(show_id, name) is None
        with pytest.raises(UserError, match=r"media\."):
            media.keep(show_id, {name: b"x"})
    assert media.path("a1b2c3", "loop") is None
    assert (tmp_path / "secret.txt").read_text() == "outside"


def test_a_disk_that_refuses_is_said(media: FolderMedia, tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file where the folder should be")
    with pytest.raises(UserError, match=r"media\.not_written"):
        media.keep("a1b2c3", {"a.png": b"x"})


def test_a_picture_that_fails_leaves_nothing_behind(media: FolderMedia, tmp_path: Path) -> None:
    home = tmp_path / "media" / "a1b2c3"
    (home / "a.png").mkdir(parents=True)
    with pytest.raises(UserError, match=r"media\.not_written"):
        media.keep("a1b2c3", {"a.png": b"x"})
    assert [path.name for path in home.iterdir()] == ["a.png"]


@given(st.text(), st.text())
def test_no_name_whatever_leads_out(show_id: str, name: str) -> None:
    root = Path("/nowhere/media")
    place = FolderMedia(root)._place(show_id, name)
    assert place is None or (place.is_relative_to(root / show_id) and place != root)
