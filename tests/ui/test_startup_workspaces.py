"""The workspaces as the program starts them: their order, their keys, and what a bare start must not load."""

from __future__ import annotations

import subprocess
import sys

from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.domain.checklist import CheckState
from livedesk.domain.commands import MarkCheck


def test_the_workspaces_stand_in_the_order_of_the_rail(whole: Whole) -> None:
    shown = [whole.window.pages.widget(at).property("objectName") for at in range(whole.window.pages.count())]
    assert shown == [f"workspace-{page}" for page in ("live", "prepare", "plan", "script", "review", "settings")]


def test_letters_answer_checks_only_where_the_list_has_the_keys(whole: Whole, pages: Pages) -> None:
    show = keep_sample(pages.store)
    journal = evening(show, until=0)
    del journal.entries[4:]
    pages.post(told(show, journal))
    whole.press(Qt.Key.Key_P)
    assert pages.sent == []
    whole.window.show_page("prepare")
    whole.press(Qt.Key.Key_P)
    assert pages.sent == [MarkCheck(show.checklist[3].id, CheckState.PASSED, "")]


def test_escape_in_a_note_gives_the_keys_back_to_the_list(qtbot: QtBot, whole: Whole, pages: Pages) -> None:
    show = keep_sample(pages.store)
    journal = evening(show, until=0)
    del journal.entries[4:]
    pages.post(told(show, journal))
    whole.window.show_page("prepare")
    whole.press(Qt.Key.Key_E)
    note = whole.focus
    assert note.objectName() == "check-note"
    QTest.keyClick(note, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: whole.focus not in (note, whole.window))
    whole.press(Qt.Key.Key_F)
    assert pages.sent == [MarkCheck(show.checklist[3].id, CheckState.FAILED, "")]


def test_a_start_loads_no_report_and_no_importer() -> None:
    code = (
        "import sys\n"
        "import livedesk.ui.workspaces.plan.page, livedesk.ui.workspaces.prepare.page\n"
        "import livedesk.ui.workspaces.review.page\n"
        "heavy = ('openpyxl', 'jinja2', 'numpy', 'pyqtgraph', 'livedesk.services.reports.gather')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_window_waits_for_nothing_that_a_person_asks_for_later() -> None:
    code = (
        "import sys\n"
        "import livedesk.app.desktop, livedesk.app.desk, livedesk.app.tape, livedesk.ui.workspaces\n"
        "later = ('livedesk.ui.palette', 'livedesk.ui.key_paper', 'livedesk.domain.claim_checker', 'sqlalchemy',\n"
        "         'livedesk.services.importers', 'livedesk.services.probes')\n"
        "print([name for name in later if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
