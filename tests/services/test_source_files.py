"""Which files an input of OBS shows, by its kind and settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from livedesk.services.obs.source_files import is_there, paths_of


@pytest.mark.parametrize(
    ("kind", "settings", "paths"),
    [
        ("image_source", {"file": "/a.png"}, ("/a.png",)),
        ("image_source", {"file": ""}, ()),
        ("image_source", {}, ()),
        ("ffmpeg_source", {"local_file": "/a.mp4"}, ("/a.mp4",)),
        ("ffmpeg_source", {"local_file": "/a.mp4", "is_local_file": False, "input": "rtmp://x/y"}, ()),
        ("slideshow", {"files": [{"value": "/a.png"}, {"value": "/b"}, {"value": "/a.png"}]}, ("/a.png", "/b")),
        ("slideshow_v2", {"files": [{"value": "/a.png"}, {}, 3]}, ("/a.png",)),
        ("vlc_source", {"playlist": [{"value": "http://host/list"}, {"value": "C:\\b.mp4"}]}, ("C:\\b.mp4",)),
        ("browser_source", {"url": "https://page", "local_file": "/old.html"}, ()),
        ("browser_source", {"is_local_file": True, "local_file": "/page.html"}, ("/page.html",)),
        ("text_ft2_source_v2", {"text": "a", "text_file": "/old.txt"}, ()),
        ("text_ft2_source_v2", {"from_file": True, "text_file": "/a.txt"}, ("/a.txt",)),
        ("text_gdiplus_v3", {"read_from_file": True, "file": "C:/a.txt"}, ("C:/a.txt",)),
        ("color_source_v3", {"file": "/a.png"}, ()),
        ("image_source", {"file": 7}, ()),
        ("slideshow", {"files": None}, ()),
    ],
)
def test_the_files_of_an_input(kind: str, settings: dict[str, object], paths: tuple[str, ...]) -> None:
    assert paths_of(kind, settings) == paths


def test_a_file_is_gone_only_where_that_can_be_told(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.touch()
    assert is_there(str(file))
    assert is_there(str(tmp_path))
    assert not is_there(str(file / "b.png"))
    file.unlink()
    assert not is_there(str(file))
    assert is_there("/a\0b")
