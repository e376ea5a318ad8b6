"""Which files an input of OBS shows, by its kind and settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from livedesk.services.obs.client import ObsClient
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.source_files import SourceFiles, is_there, paths_of
from tests.services.obs_by_hand import HandClient, HandLoop


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


@pytest.mark.parametrize(("local", "files"), [(True, ()), (False, None)])
def test_of_an_obs_on_another_machine_no_file_is_known_to_be_there(
    local: bool, files: tuple[object, ...] | None
) -> None:
    loop, mirror = HandLoop(), Mirror(lambda: 0)
    looks = SourceFiles(cast("Loop", loop), mirror, lambda: False, local=lambda: local)
    mirror.status = replace(mirror.status, inputs=())
    looks.connect(cast("ObsClient", HandClient()))
    loop.go_on(20)
    assert mirror.status.files == files
