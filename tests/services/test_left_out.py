"""What a workbook has no room for is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_shows import segment, show_of

from livedesk.domain.product import Product
from livedesk.services import show_file
from livedesk.services.exporters import sheet_pictures
from livedesk.services.left_out import NOTHING, LeftOut, left_out
from livedesk.store.media import FolderMedia

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_each_picture_counts_once_and_is_said_to_be_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("a.png", "a.png", "b.png", "b.png", "lost.png", "lost.png", "")
    goods = tuple(Product(f"p{at}", f"品{at}", at, image=name) for at, name in enumerate(names))
    show = show_of(segment(1), products=goods)
    media = FolderMedia(tmp_path)
    media.keep(show.id, {"a.png": PNG, "b.png": PNG + b"2"})
    folder = tmp_path / show.id
    assert left_out(show, media, ".xlsx") == LeftOut(missing=1, in_json=True)
    assert left_out(show, media, ".json") == LeftOut(missing=1)
    assert left_out(show, media, ".pdf") == NOTHING
    monkeypatch.setattr(sheet_pictures, "MAX_PICTURES", len(PNG))
    assert left_out(show, media, ".xlsx") == LeftOut(1, 1, in_json=True, folder=folder)
    monkeypatch.setattr(show_file, "MAX_MEDIA", len(PNG))
    assert left_out(show, media, ".xlsx") == LeftOut(1, 1, in_json=False, folder=folder)
