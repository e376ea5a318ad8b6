"""A show file holds the whole show with its pictures; what does not hang together, or is too much, is refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script import parse_script
from livedesk.services import show_file
from livedesk.services.importers import read_file
from livedesk.services.library import keep_show
from livedesk.services.show_file import export_json, import_json
from livedesk.store.media import FolderMedia
from tests.services.report_runs import item
from tests.unit.shows import show

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
JPG = b"\xff\xd8\xff" + bytes(range(255, 0, -1))


def whole() -> Show:
    """A show with something in the fields that only a show file has."""
    first = replace(
        item(1), number="04A", warn_ms=60_000, alarm_ms=0, co_host="助播一", owner="场控", fallback="提前"
    )
    second = item(2, script=parse_script("【开头】\n欢迎\n【结尾】\n再见"), product_ids=("p1",))
    return show(
        "2026-11-25 20:00",
        first,
        second,
        products=(Product("p1", "面霜", image="a.png", gift_stock=7), Product("p2", "面膜", image="乙.jpg")),
        approval=Approval.IN_REVIEW,
        claim_overrides=(ClaimOverride("s2", "absolute", "最好", "引用评测", "运营", 1_764_000_000_000),),
    )


MEDIA = {"a.png": PNG, "乙.jpg": JPG}


def test_everything_and_its_pictures_come_back() -> None:
    assert import_json(export_json(whole(), MEDIA)) == (whole(), MEDIA)
    assert import_json(export_json(whole(), {"a.png": PNG})) == (whole(), {"a.png": PNG})


def test_a_file_of_before_there_were_pictures_is_read() -> None:
    old = json.loads(export_json(whole()))
    del old["media"]
    old["version"] = 1
    for name in ("approval", "claim_overrides"):
        del old["show"][name]
    for segment in old["show"]["segments"]:
        for name in ("number", "co_host", "owner", "warn_ms", "alarm_ms", "fallback"):
            del segment[name]
        for line in segment["script"]["lines"]:
            del line["part"]
    back, media = import_json(json.dumps(old).encode())
    assert media == {}
    assert [segment.title for segment in back.segments] == ["segment 1", "segment 2"]
    assert (back.approval, back.segments[0].number) == (Approval.DRAFT, "")


class Shelf:
    """Keeps the shows that it is given."""

    def __init__(self) -> None:
        self.kept: list[Show] = []

    def add(self, document: Show, *, by: str, at_ms: int) -> int:
        self.kept.append(document)
        return 1


def test_the_pictures_are_kept_with_the_show(tmp_path: Path) -> None:
    file = tmp_path / "show.json"
    file.write_bytes(export_json(whole(), MEDIA))
    preview = read_file(file)
    assert preview.show is not None
    media = FolderMedia(tmp_path / "media")
    kept = keep_show(Shelf(), media, preview.show, preview.media, by="", at_ms=0)  # type: ignore[arg-type]  # the one method that is asked for
    for name, content in MEDIA.items():
        path = media.path(kept.id, name)
        assert path is not None
        assert path.read_bytes() == content


Document = dict[str, Any]


def of_segment(name: str, value: object) -> Callable[[Document], None]:
    return lambda file: file["show"]["segments"][0].update({name: value})


def of_override(name: str, value: object) -> Callable[[Document], None]:
    return lambda file: file["show"]["claim_overrides"][0].update({name: value})


@pytest.mark.parametrize(
    ("change", "code", "fact"),
    [
        (of_segment("warn_ms", -1), "show_file.broken", "-1"),
        (of_segment("alarm_ms", -1), "show_file.broken", "-1"),
        (of_segment("number", "04\n05"), "show_file.broken", "number"),
        (of_segment("number", " 04"), "show_file.broken", "number"),
        (of_override("item_id", "s9"), "show_file.broken", "s9"),
        (of_override("at_ms", -5), "show_file.broken", "-5"),
        (lambda file: file["show"]["products"][0].update(gift_stock=-1), "show_file.broken", "-1"),
        (lambda file: file["media"].update({"b.png": file["media"]["a.png"]}), "show_file.broken", "b.png"),
        (lambda file: file["media"].update({"a.png": ""}), "show_file.broken", "a.png"),
        (lambda file: file["media"].update({"a.png": "no base64!"}), "show_file.unreadable", "base64"),
        (lambda file: file.update(media=[1]), "show_file.unreadable", "object"),
    ],
)
def test_files_that_are_refused(change: Callable[[Document], None], code: str, fact: str) -> None:
    file = json.loads(export_json(whole(), MEDIA))
    change(file)
    with pytest.raises(UserError) as raised:
        import_json(json.dumps(file).encode())
    assert raised.value.code == code
    assert fact in str(raised.value)


@pytest.mark.parametrize("cap", ["MAX_PICTURE", "MAX_MEDIA"])
def test_pictures_that_are_too_much_are_neither_written_nor_read(
    monkeypatch: pytest.MonkeyPatch, cap: str
) -> None:
    written = export_json(whole(), MEDIA)
    monkeypatch.setattr(show_file, cap, len(PNG) if cap == "MAX_MEDIA" else len(JPG) - 1)
    for refuse in (lambda: export_json(whole(), MEDIA), lambda: import_json(written)):
        with pytest.raises(UserError) as raised:
            refuse()
        assert raised.value.code == "show_file.media_too_large"
        assert raised.value.params["name"] in MEDIA


def test_the_largest_media_make_a_file_that_is_read() -> None:
    most = len(base64.b64encode(b"x" * 3_000)) / 3_000 * show_file.MAX_MEDIA
    assert most + 10 * 2**20 < show_file.MAX_FILE
