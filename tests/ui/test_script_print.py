"""The script page's way to a printer and to places of one's choosing: by key, beside the desk, nothing overwritten."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from script_page_room import CTRL, NONE, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain.rundown import Show
from livedesk.ui.print_job import PrintJob
from livedesk.ui.widgets.choose import fit_name
from livedesk.ui.workspaces.script.file_kinds import file_kinds, target

__all__ = ["script_page_room", "script_sample"]


def in_front(room: PageRoom) -> None:
    """No window system gives the window its keys back after a dialog here."""
    room.window.activateWindow()
    room.wait(room.window.isActiveWindow)
    room.page.take_keys()


def pick(room: PageRoom, name: str) -> None:
    """An entry of the menu, by keys."""
    in_front(room)
    room.press(K.Key_P, CTRL | SHIFT)
    menu = room.page.menu
    room.wait(menu.isVisible)
    entries = [one.objectName() for one in menu.actions() if not one.isSeparator()]
    for _ in range(entries.index(name)):
        QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine has: nothing is printed on it."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)


def print_dialog(room: PageRoom) -> QPrintDialog:
    room.wait(lambda: bool(room.page.findChildren(QPrintDialog)))
    dialog: QPrintDialog = room.page.findChildren(QPrintDialog)[0]
    assert not dialog.isModal(), "the show is run beside it"
    return dialog


def into(dialog: QPrintDialog, path: Path) -> None:
    """Print into a file, as the dialog offers it where there is no printer."""
    field = dialog.findChild(QLineEdit, "filename")
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, K.Key_Return)


def save_dialog(room: PageRoom) -> QFileDialog:
    room.wait(lambda: bool(room.page.findChildren(QFileDialog)))
    dialog: QFileDialog = room.page.findChildren(QFileDialog)[0]
    assert not dialog.isModal()
    return dialog


def give(room: PageRoom, name: str) -> None:
    """A name in the dialog, and Enter."""
    dialog = save_dialog(room)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(name)
    QTest.keyClick(field, K.Key_Return)


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True)
    return "".join(done.stdout.split())


# --- the printer ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["sheet", "cards"])
def test_a_printer_is_asked_for_and_prints(room: PageRoom, sample: Show, tmp_path: Path, what: str) -> None:
    pick(room, f"script-print-{what}")
    dialog = print_dialog(room)
    offered = Path(dialog.printer().outputFileName()).stem
    kind = "_hand cards" if what == "cards" else ""
    assert offered == f"{fit_name(sample.title)}_20261125{kind}", "there is no printer here"
    into(dialog, tmp_path / "printed.pdf")
    room.wait(lambda: "printed.pdf" in room.notes)
    title = sample.products[0].name if what == "cards" else sample.segments[0].title
    assert title[:4] in text_of(tmp_path / "printed.pdf")
    room.wait(lambda: not room.page.findChildren(PrintJob) and not room.page.findChildren(QPrintDialog))


def test_what_is_typed_is_printed(room: PageRoom, sample: Show, tmp_path: Path) -> None:
    room.choose(0)
    room.page.text.take_keys()
    room.type("刚刚写的一句")
    assert room.context.actions.trigger("script_print")
    into(print_dialog(room), tmp_path / "printed.pdf")
    room.wait(lambda: "printed.pdf" in room.notes)
    assert "刚刚写的一句" in text_of(tmp_path / "printed.pdf")
    room.settled()


def test_a_dialog_that_is_left_prints_nothing(room: PageRoom, sample: Show) -> None:
    assert room.context.actions.trigger("script_print_cards")
    dialog = print_dialog(room)
    QTest.keyClick(dialog, K.Key_Escape)
    room.wait(lambda: not room.page.findChildren(PrintJob))
    assert room.notes == ""


def test_cards_without_products_ask_for_no_printer(room: PageRoom, sample: Show) -> None:
    empty = replace(sample, id="other", segments=(), products=(), promotions=())
    room.services.store.shows.add(empty, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    assert room.context.actions.trigger("script_print_cards")
    room.wait(lambda: room.notes != "")
    assert not room.page.findChildren(QPrintDialog)


def test_pages_that_cannot_be_printed_are_said(room: PageRoom, sample: Show, tmp_path: Path) -> None:
    failed: list[Exception] = []
    room.page.files.failed.connect(failed.append)
    assert room.context.actions.trigger("script_print")
    dialog = print_dialog(room)
    dialog.printer().setOutputFileName(str(tmp_path))
    dialog.finished.emit(1)
    room.wait(lambda: bool(failed))
    assert "print.failed" in str(failed[0])
    room.page.files.failed.disconnect(failed.append)


def test_a_printer_is_named(room: PageRoom, sample: Show) -> None:
    room.page.files._printed("一号打印机")
    assert "一号打印机" in room.notes


# --- names and places ----------------------------------------------------------------------------------------


def test_another_show_of_the_same_title_and_day_takes_nothing_away(room: PageRoom, sample: Show) -> None:
    room.page.files.write("sheet", "csv")
    room.wait(lambda: room.notes != "")
    (first,) = (room.services.data_folder / "exports").iterdir()
    before = first.read_bytes()
    twin = replace(sample, id="twin", segments=sample.segments[:2])
    room.services.store.shows.add(twin, by="运营", at_ms=0)
    room.page.show_item("twin")
    room.wait(lambda: room.show.id == "twin")
    room.page.notes.clear()
    room.page.files.write("sheet", "csv")
    room.wait(lambda: room.notes != "")
    assert f"{first.stem} (2).csv" in room.notes
    assert first.read_bytes() == before


def test_a_place_of_ones_choosing(room: PageRoom, sample: Show, tmp_path: Path) -> None:
    in_front(room)
    room.press(K.Key_S, CTRL | SHIFT)
    dialog = save_dialog(room)
    assert Path(dialog.selectedFiles()[0]).name == f"{fit_name(sample.title)}_20261125.pdf"
    assert dialog.nameFilters() == [kind.filter for kind in file_kinds()]
    give(room, str(tmp_path / "给导播.xlsx"))
    room.wait(lambda: "给导播.xlsx" in room.notes)
    assert (tmp_path / "给导播.xlsx").read_bytes().startswith(b"PK")
    room.wait(lambda: not room.page.findChildren(QFileDialog))
    # The next one is offered where the last one went.
    pick(room, "script-save-as")
    dialog = save_dialog(room)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    QTest.keyClick(dialog, K.Key_Escape)
    room.wait(lambda: not room.page.findChildren(QFileDialog))


def test_the_show_that_was_asked_for_is_written_though_another_is_open(
    room: PageRoom, sample: Show, tmp_path: Path
) -> None:
    assert room.context.actions.trigger("script_save_as")
    save_dialog(room)
    room.services.store.shows.add(replace(sample, id="twin", title="另一场"), by="运营", at_ms=0)
    room.page.show_item("twin")
    room.wait(lambda: room.show.id == "twin")
    room.page.notes.clear()
    give(room, str(tmp_path / "这一场.csv"))
    room.wait(lambda: "这一场.csv" in room.notes)
    written = (tmp_path / "这一场.csv").read_text("utf-8-sig")
    assert sample.title in written
    assert "另一场" not in written


@pytest.mark.parametrize("chosen", ["", "All files (*)"])
def test_a_filter_of_the_systems_own_is_none_of_ours(
    room: PageRoom, sample: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setattr(QFileDialog, "selectedNameFilter", lambda _dialog: chosen)
    for given, made in (("a.csv", "a.csv"), ("b", "b.pdf")):
        assert room.context.actions.trigger("script_save_as")
        give(room, str(tmp_path / given))
        room.wait(lambda made=made: made in room.notes)
        assert (tmp_path / made).is_file()
        room.wait(lambda: not room.page.findChildren(QFileDialog))


def test_cards_are_a_kind_too(room: PageRoom, sample: Show, tmp_path: Path) -> None:
    assert room.context.actions.trigger("script_save_as")
    dialog = save_dialog(room)
    dialog.selectNameFilter(file_kinds()[1].filter)
    give(room, str(tmp_path / "手卡"))
    room.wait(lambda: "手卡.pdf" in room.notes)
    assert sample.products[0].name[:4] in text_of(tmp_path / "手卡.pdf")


@pytest.mark.parametrize(("answer", "kept"), [("Replace it", 1), ("Keep both", 2), ("Cancel", 0)])
def test_a_name_that_is_taken_is_asked_about(
    room: PageRoom, sample: Show, tmp_path: Path, answer: str, kept: int
) -> None:
    there = tmp_path / "there.csv"
    there.write_text("somebody's")
    assert room.context.actions.trigger("script_save_as")
    give(room, str(there))
    room.wait(lambda: bool(room.page.findChildren(QMessageBox)))
    (box,) = room.page.findChildren(QMessageBox)
    assert not box.isModal()
    assert "there.csv" in box.text()
    button = next(one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == answer)
    button.setFocus()
    QTest.keyClick(button, K.Key_Return, NONE)
    room.wait(lambda: not room.page.findChildren(QMessageBox))
    if not kept:
        QApplication.processEvents()
        assert room.notes == ""
    else:
        room.wait(lambda: "there" in room.notes)
    assert (there.read_text("utf-8", "replace") == "somebody's") is (kept != 1)
    assert len(list(tmp_path.glob("there*.csv"))) == max(kept, 1)


@pytest.mark.parametrize(
    ("name", "at", "path", "what"),
    [
        ("a.xlsx", 0, "a.xlsx", "sheet"),
        ("a.PDF", 1, "a.PDF", "cards"),
        ("a.v2", 1, "a.v2.pdf", "cards"),
        ("a", 4, "a.csv", "sheet"),
        ("a.html", 1, "a.html", "sheet"),
    ],
)
def test_where_a_given_name_leads(name: str, at: int, path: str, what: str) -> None:
    found, kind = target(Path(name), file_kinds()[at])
    assert (str(found), kind.what) == (path, what)
