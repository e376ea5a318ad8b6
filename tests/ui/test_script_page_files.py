"""What the script page writes into files, and what it says of them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.codec import encode
from livedesk.domain.edits import ChangeShow
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show
from livedesk.services.exporters import sheet_pictures
from livedesk.services.importers.files import read_file
from livedesk.services.show_file import import_json
from livedesk.ui.workspaces.script import notes as notes_module
from livedesk.ui.workspaces.script.header import FilesMenu

__all__ = ["script_page_room", "script_sample"]


def written(room: PageRoom, what: str, suffix: str) -> Path:
    """Write a file by the menu's key and its entry."""
    # No window system gives the window its keys back after a menu here.
    room.window.activateWindow()
    room.wait(room.window.isActiveWindow)
    room.page.rundown.view.setFocus()
    room.press(K.Key_P, CTRL | SHIFT)
    menu = room.page.menu
    room.wait(menu.isVisible)
    entries = [one for one in menu.actions() if not one.isSeparator()]
    at = next(at for at, one in enumerate(entries) if one.data() == (what, suffix))
    for _ in range(at):
        QTest.keyClick(menu, K.Key_Down)
    paths: list[Path] = []
    room.page.notes.clear()
    room.page.files.written.connect(paths.append)
    QTest.keyClick(menu, K.Key_Return)
    room.wait(lambda: bool(paths) or bool(room.notes))
    room.page.files.written.disconnect(paths.append)
    assert paths, room.notes
    return paths[0]


def assert_holds(path: Path, show: Show, what: str) -> None:
    """A file holds what it is for: each segment, or each product of the hand cards, read with what reads such files.
    Breaks and blanks are the file's own."""
    text = "".join(TEXTS[path.suffix](path).split())
    names = [one.name for one in show.products] if what == "cards" else [one.title for one in show.segments]
    missing = [name for name in (show.title, *names) if "".join(name.split()) not in text]
    assert not missing


def pdf_text(path: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout


def html_text(path: Path) -> str:
    return unescape(re.sub("<[^>]*>", "", path.read_text("utf-8")))


def docx_text(path: Path) -> str:
    book = Document(str(path))
    cells = (cell.text for table in book.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in book.paragraphs), *cells])


def xlsx_text(path: Path) -> str:
    cells = (cell for sheet in load_workbook(path).worksheets for row in sheet.values for cell in row)
    return "\n".join(str(cell) for cell in cells if cell is not None)


def ics_text(path: Path) -> str:
    return "\n".join(
        str(event.get(name, "")) for event in Calendar.from_ical(path.read_bytes()).walk() for name in event
    )


TEXTS: Mapping[str, Callable[[Path], str]] = {
    ".pdf": pdf_text,
    ".html": html_text,
    ".docx": docx_text,
    ".xlsx": xlsx_text,
    ".csv": lambda path: path.read_text("utf-8-sig"),
    ".json": lambda path: encode(import_json(path.read_bytes())[0]).decode(),
    ".ics": ics_text,
}


def test_every_entry_writes_a_file(room: PageRoom, sample: Show) -> None:
    for action in room.page.menu.actions():
        if isinstance(action.data(), tuple):
            what, suffix = action.data()
            path = written(room, what, suffix)
            assert path.suffix == f".{suffix}"
            assert_holds(path, sample, what)
            assert path.parent == room.services.data_folder / "exports"
            assert str(path) in room.notes
            assert ("pictures of the products are not in it" in room.notes) is (suffix == "csv")


@pytest.mark.parametrize("what", ["sheet", "cards"])
def test_a_pdf_has_pages(room: PageRoom, sample: Show, what: str) -> None:
    path = written(room, what, "pdf")
    text = pdf_text(path)
    assert text.count("\f") >= 1
    title = sample.products[0].name if what == "cards" else sample.segments[0].title
    assert title[:4] in "".join(text.split())


def test_what_is_typed_is_in_the_file(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    room.page.text.take_keys()
    room.type("刚刚写的一句")
    room.page.files.write("sheet", "docx")
    room.wait(lambda: room.notes != "")
    (path,) = (room.services.data_folder / "exports").glob("*.docx")
    assert "刚刚写的一句" in docx_text(path)


def test_a_workbook_and_a_whole_show_read_back(room: PageRoom, sample: Show) -> None:
    path = written(room, "sheet", "xlsx")
    assert sample.segments[0].title in str(list(load_workbook(path).worksheets[0].values))
    preview = read_file(path)
    assert preview.show is not None
    assert [one.title for one in preview.show.segments] == [one.title for one in sample.segments]
    assert set(preview.media) == {one.image for one in sample.products if one.image} != set()
    path = written(room, "sheet", "json")
    assert json.loads(path.read_bytes())
    back, pictures = import_json(path.read_bytes())
    assert back.segments == sample.segments
    assert set(pictures) == {one.image for one in sample.products if one.image}
    path = written(room, "sheet", "ics")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_csv_says_nothing_of_pictures_where_there_are_none(room: PageRoom, sample: Show) -> None:
    bare = tuple(replace(one, image="") for one in sample.products)
    room.page.document.do(ChangeShow({"products": bare}))
    room.settled()
    path = written(room, "sheet", "csv")
    assert str(path) in room.notes
    assert "pictures" not in room.notes


def pictured(room: PageRoom, sample: Show) -> str:
    """Give every product a picture that is kept; the name of the first."""
    goods = tuple(replace(one, image=f"{one.id}.png") for one in sample.products)
    room.page.document.do(ChangeShow({"products": goods}))
    room.settled()
    pictures = {one.image: b"\x89PNG\r\n\x1a\n" + one.id.encode() for one in goods}
    room.services.store.media.keep(room.show.id, pictures)
    return goods[0].image


@pytest.mark.parametrize("kind", ["large", "other", "lost"])
def test_pictures_that_are_not_in_a_workbook_are_told(
    room: PageRoom, sample: Show, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = pictured(room, sample)
    media, show_id = room.services.store.media, room.show.id
    place = media.path(show_id, name)
    assert place is not None
    if kind == "large":
        media.keep(show_id, {name: place.read_bytes() + bytes(50)})
        monkeypatch.setattr(sheet_pictures, "MAX_PICTURE", 50)
        told = "Product pictures that are not in it: 1; json holds them."
    elif kind == "other":
        media.keep(show_id, {name: b"<svg/>"})
        told = f"Product pictures that are not in it: 1; they lie in {place.parent}."
    else:
        place.unlink()
        told = "Product pictures that were not found: 1; only their names are in it."
    path = written(room, "sheet", "xlsx")
    room.wait(lambda: told in room.notes)
    assert str(path) in room.notes
    assert room.notes.count("Product pictures") == 1
    if kind == "lost":
        written(room, "sheet", "json")
        room.wait(lambda: told in room.notes)


def test_nothing_is_told_where_all_are_in_it(room: PageRoom, sample: Show) -> None:
    pictured(room, sample)
    for suffix in ("xlsx", "json", "pdf"):
        path = written(room, "sheet", suffix)
        assert str(path) in room.notes
        assert "pictures" not in room.notes


def test_a_folder_that_takes_nothing_is_said(room: PageRoom, sample: Show) -> None:
    (room.services.data_folder / "exports").write_text("in the way")
    room.page.files.write("sheet", "xlsx")
    room.wait(lambda: room.notes != "")
    assert "exports" in room.notes
    with pytest.raises(UserError, match=r"file\.not_written"):
        room.services.export_show(sample, 1, room.services.data_folder / "exports" / "x.xlsx")


def test_cards_without_products_are_refused_with_a_reason(room: PageRoom, sample: Show) -> None:
    bare = tuple(replace(one, product_ids=()) for one in sample.segments)
    made = replace(sample, id="other", segments=bare, products=(), promotions=())
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    assert room.context.actions.trigger("script_cards")
    room.wait(lambda: room.notes != "")
    assert not list((room.services.data_folder / "exports").glob("*"))


def test_a_file_is_opened_by_its_button(room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(notes_module, "open_file", opened.append)
    path = written(room, "sheet", "csv")
    banner = room.page.notes.banner("script")
    assert banner is not None
    button = next(one for one in banner.findChildren(QPushButton) if one.text() == "Open it")
    button.setFocus()
    room.press(K.Key_Space)
    assert opened == [path]
    close = next(one for one in banner.findChildren(QPushButton) if one.text() == "Close")
    close.setFocus()
    room.press(K.Key_Space)
    assert room.notes == ""


def test_the_menu_has_an_entry_for_each_kind_once(room: PageRoom) -> None:
    menu = FilesMenu()
    entries = [one.data() for one in menu.actions() if isinstance(one.data(), tuple)]
    assert len(entries) == len(set(entries)) == 8
    assert {one.objectName() for one in menu.actions()} >= {
        "script-print-sheet",
        "script-print-cards",
        "script-save-as",
    }
    menu.deleteLater()
