"""The prepare workspace: readiness at a glance, every check answered by one key, reasons asked in place."""

from __future__ import annotations

import pytest
from model_signals import Checked
from pages_desk import Pages, answer, evening, keep_sample, told
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain.checklist import CheckState
from livedesk.domain.commands import MarkCheck
from livedesk.domain.rundown import Show
from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.ui.workspaces.prepare.check_model import CheckRow, GroupRow
from livedesk.ui.workspaces.prepare.page import PreparePage


class Room:
    """The page with a run behind it that takes its marks."""

    def __init__(self, page: PreparePage, pages: Pages) -> None:
        self.page, self.pages = page, pages
        self.show: Show = keep_sample(pages.store)
        self.journal = evening(self.show, until=0)
        del self.journal.entries[4:]
        self.tell()

    def tell(self) -> None:
        """Take what was asked for, and tell the page."""
        for command in self.pages.sent:
            answer(self.journal, command)
        self.pages.sent.clear()
        self.page.on_snapshot(told(self.show, self.journal))

    def choose(self, number: int) -> None:
        """Put the mark of the list on a check."""
        row = self.page.model.row_of(self.show.checklist[number].id)
        self.page.list.setCurrentIndex(self.page.model.index(row, 0))

    def press(self, key: str) -> None:
        """A key on the list."""
        self.page.list.setFocus()
        QTest.keyClick(self.page.list, getattr(Qt.Key, f"Key_{key}"))


@pytest.fixture
def prepare(qtbot: QtBot, pages: Pages) -> PreparePage:
    """The page as it comes to the front."""
    page = PreparePage(pages.context)
    qtbot.addWidget(page)
    page.resize(1278, 656)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.on_shown()
    return page


@pytest.fixture
def room(prepare: PreparePage, pages: Pages) -> Room:
    """The page with a run behind it."""
    return Room(prepare, pages)


def test_without_a_show_it_says_what_to_do_first(prepare: PreparePage) -> None:
    assert prepare.pages.currentIndex() == 1
    assert prepare._nothing.text() == "No show is on the desk"
    assert not prepare.again.isEnabled()
    assert not prepare.bar.isVisible()


def test_the_headline_counts_what_keeps_the_show_off_the_air(room: Room) -> None:
    page = room.page
    assert page.ring.text == "3/39"
    assert page.verdict.text() == "▲ Not ready · critical checks open: 19 · to do: 36"
    for number, item in enumerate(room.show.checklist):
        state = CheckState.FAILED if number == 5 else CheckState.PASSED
        if number not in (8, 9):
            answer(room.journal, MarkCheck(item.id, state))
    room.tell()
    assert page.ring.text == "36/39"
    assert page.verdict.text() == "▲ Not ready · critical checks open: 2 · of these failed: 1 · to do: 2"
    assert page.verdict.property("tone") == "warn"
    for number in (5, 8):
        answer(room.journal, MarkCheck(room.show.checklist[number].id, CheckState.PASSED))
    room.tell()
    assert page.verdict.text() == "Ready to go on air · checks to do, none critical: 1"
    assert page.verdict.property("tone") == "go"


def test_groups_head_their_checks_and_cannot_be_chosen(room: Room) -> None:
    rows = room.page.model.rows
    assert isinstance(rows[0], GroupRow)
    assert rows[0].text == "Camera 3/4"
    assert sum(isinstance(row, CheckRow) for row in rows) == 39
    room.choose(3)
    room.press("Down")
    assert room.page.current is not None
    assert room.page.current.item is room.show.checklist[4], "the heading between them is passed over"


def test_the_first_check_to_be_done_is_chosen_at_first(room: Room) -> None:
    assert room.page.current is not None
    assert room.page.current.item is room.show.checklist[3]


@pytest.mark.parametrize(
    ("key", "state"),
    [("P", CheckState.PASSED), ("F", CheckState.FAILED), ("N", CheckState.NOT_APPLICABLE), ("O", CheckState.OPEN)],
)
def test_one_key_answers_the_chosen_check(room: Room, key: str, state: CheckState) -> None:
    room.choose(0)
    room.press(key)
    assert room.pages.sent == [MarkCheck(room.show.checklist[0].id, state, "")]


def test_the_buttons_do_the_same(room: Room) -> None:
    room.choose(6)
    room.page.bar.buttons[CheckState.FAILED].click()
    assert room.pages.sent == [MarkCheck(room.show.checklist[6].id, CheckState.FAILED, "")]
    room.tell()
    assert room.page.bar.buttons[CheckState.FAILED].property("tone") == "warn"


def test_a_note_goes_with_the_answer_and_can_be_kept_later(room: Room) -> None:
    room.choose(5)
    room.press("E")
    note = room.page.bar.note
    assert note.hasFocus()
    note.insert("电量 12%")
    room.press("F")
    check = room.show.checklist[5].id
    assert room.pages.sent == [MarkCheck(check, CheckState.FAILED, "电量 12%")]
    room.tell()
    room.press("E")
    note.setText("换过电池")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert room.pages.sent == [MarkCheck(check, CheckState.FAILED, "换过电池")]
    assert room.page.list.hasFocus(), "the keys are the list's again"


def test_letters_in_the_note_are_text(room: Room) -> None:
    room.press("E")
    QTest.keyClicks(room.page.bar.note, "pfnwo")
    assert room.page.bar.note.text() == "pfnwo"
    assert room.pages.sent == []


def test_a_waiver_needs_a_name_and_a_reason(room: Room) -> None:
    room.choose(4)
    room.press("W")
    bar = room.page.bar
    assert bar.pages.currentIndex() == 1
    assert bar.why.hasFocus()
    QTest.keyClick(bar.why, Qt.Key.Key_Return)
    assert room.pages.sent == []
    assert bar.why.property("bad") == "true"
    bar.who.setText("运营")
    bar.why.setText("备用麦够用")
    QTest.keyClick(bar.why, Qt.Key.Key_Return)
    assert room.pages.sent == [MarkCheck(room.show.checklist[4].id, CheckState.WAIVED, "运营: 备用麦够用")]
    assert bar.pages.currentIndex() == 0
    assert room.page.list.hasFocus()


def test_only_open_ones_and_the_next_takes_the_place_of_the_answered(
    room: Room,
    checked: Checked,
) -> None:
    signals = checked(room.page.model)
    room.page.only_open.click()
    shown = [row.key for row in room.page.model.rows if isinstance(row, CheckRow)]
    assert shown == [item.id for item in room.show.checklist[3:]]
    room.choose(5)
    room.press("P")
    room.tell()
    assert room.page.current is not None
    assert room.page.current.item is room.show.checklist[6]
    assert ("reset",) not in signals.told
    for item in room.show.checklist:
        answer(room.journal, MarkCheck(item.id, CheckState.PASSED))
    room.tell()
    assert room.page._nothing.text() == "Nothing is open"
    room.page.only_open.click()
    assert room.page.pages.currentIndex() == 0


def test_the_list_stays_usable_on_air(room: Room) -> None:
    room.journal = evening(room.show, until=3)
    room.tell()
    assert room.page.verdict.text().startswith("▲ On air · ")
    room.choose(7)
    room.press("P")
    assert room.pages.sent == [MarkCheck(room.show.checklist[7].id, CheckState.PASSED, "")]


def test_nothing_is_marked_while_it_is_not_said_whether_to_resume(room: Room) -> None:
    room.journal = evening(room.show, until=3)
    room.page.on_snapshot(told(room.show, room.journal, resuming=True))
    room.press("P")
    assert room.pages.sent == []


def test_after_the_show_the_list_is_read_only(room: Room) -> None:
    room.journal = evening(room.show)
    room.tell()
    assert room.page.verdict.text() == "This run is over."
    assert not room.page.bar.buttons[CheckState.PASSED].isEnabled()


def test_the_automatic_checks_are_asked_again(room: Room) -> None:
    room.page.again.click()
    assert room.pages.services.asked == ["probe"]


def test_the_prompter_is_opened_and_closed_and_told_in_words(prepare: PreparePage, pages: Pages) -> None:
    box = prepare.prompter
    box.button.click()
    pages.post(PrompterStatus(LinkState.READY, screens=2))
    assert box.light.text == "Prompter ×2"
    box.button.click()
    assert pages.services.asked == ["open prompter", "close prompter"]
    pages.post(PrompterStatus(LinkState.LOST))
    assert "lost" in box.light.text


@pytest.mark.parametrize("language", ["zh_CN"], indirect=True)
def test_it_speaks_as_teams_do(language: str, prepare: PreparePage, pages: Pages) -> None:
    room = Room(prepare, pages)
    assert language == "zh_CN"
    answer(room.journal, MarkCheck(room.show.checklist[5].id, CheckState.FAILED, "电量 12%"))
    room.tell()
    assert prepare.verdict.text() == "▲ 不可开播：19 项关键检查未完成 · 其中 1 项未通过 · 35 项待查"
    assert prepare.model.rows[0].text == "摄像 3/4"


def test_the_list_is_printed_and_shown(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(QUrl(url).toLocalFile()) or True)
    room.page.print_list.click()
    path = room.pages.services.data_folder / "reports" / "秋冬护肤专场_20261125_checks.pdf"
    qtbot.waitUntil(lambda: room.page.told.text() == f"Written: {path}", timeout=10_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert [file.name for file in path.parent.iterdir()] == [path.name], "no draft is left"
    assert shown == [str(path)]


def test_a_list_that_cannot_be_written_says_why(qtbot: QtBot, room: Room) -> None:
    folder = room.pages.services.data_folder / "reports"
    folder.rmdir()
    folder.write_text("no folder")
    room.page.print_list.click()
    qtbot.waitUntil(lambda: room.page.told.text().startswith("▲ "), timeout=10_000)
    assert "could not be written" in room.page.told.text()
