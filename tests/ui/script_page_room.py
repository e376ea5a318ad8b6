"""The script page in the whole window over a real store: documents, templates and files as the program has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bare_desk import Desk
from pages_desk import PagesServices, evening, keep_sample, told
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from livedesk.app.desk_files import DeskFiles
from livedesk.app.documents import Documents
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Runs, Shows
from livedesk.domain.rundown import Segment, Show
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui.background import Background
from livedesk.ui.context import DeskContext
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces import make_workspaces
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.page import ScriptPage
from livedesk.ui.workspaces.script.second_window import SecondWindow

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class PageServices(DeskFiles, PagesServices):
    """The program's own documents and files; ``loading`` stands for a store that is not open yet."""

    loading = False
    documents: Documents
    asked_early = 0
    reminded = 0

    def __init__(self, store: Store) -> None:
        PagesServices.__init__(self, store)
        self._clock = SystemClock()
        self._media = store.media

    @property
    def _store(self) -> Store:
        self._ready()
        return self.store

    @property
    def _stage(self) -> Any:
        self._ready()
        return SimpleNamespace(documents=self.documents)

    def _ready(self) -> None:
        if self.loading:
            self.asked_early += 1
            raise UserError("services.loading")

    @property
    def shows(self) -> Shows:
        """The documents, once the store is open."""
        return self._store.shows

    @property
    def runs(self) -> Runs:
        """The runs, once the store is open."""
        return self._store.runs

    def operator(self) -> str:
        """The operator of these tests."""
        return "运营"

    def remind(self) -> None:
        """Note it."""
        self.reminded += 1


@dataclass
class PageRoom:
    """The window with the script page in front, and what tests do at it."""

    window: MainWindow
    services: PageServices
    context: DeskContext
    background: Background
    qtbot: QtBot
    shown: Show | None = None
    posted: list[object] = field(default_factory=list)

    # --- what is there -------------------------------------------------------------------------------------

    @property
    def page(self) -> ScriptPage:
        """The page in the main window."""
        page = self.window.workspace("script").made()  # type: ignore[attr-defined]  # a page that is made later
        assert isinstance(page, ScriptPage)
        return page

    @property
    def show(self) -> Show:
        """The document as it is shown."""
        assert self.page.document.show is not None
        return self.page.document.show

    def segment(self, at: int) -> Segment:
        """By its place, from 0."""
        return self.show.segments[at]

    def second(self) -> SecondWindow:
        """The other window, once one was opened."""
        return next(one for one in self.window.children() if isinstance(one, SecondWindow))

    @property
    def notes(self) -> str:
        """What is said in the banner."""
        return self.said_by(self.page)

    def said_by(self, page: ScriptPage) -> str:
        """What a page says in its banner."""
        banner = page.notes.banner("script")
        return banner.words.text() if banner is not None else ""

    # --- what is done --------------------------------------------------------------------------------------

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program run until something is so."""
        self.qtbot.waitUntil(until, timeout=8_000)

    def enter(self, show: Show | None = None) -> ScriptPage:
        """Go to the page; ``show`` is on the desk."""
        if show is not None:
            self.put_on_desk(show)
        self.window.show_page("script")
        if show is not None:
            self.wait(lambda: self.page.document.show is not None)
            self.wait(lambda: self.page._computed is not None)
        return self.page

    def put_on_desk(self, show: Show, *, until: int | None = None, run: bool = False) -> None:
        """What the session tells of a show: planned, or ``until`` so many segments of a run were taken."""
        journal = evening(show, until=until) if run else None
        if journal is None:
            from live_show import Journal

            journal = Journal(show, 0)
        self.context.bridge.post(told(show, journal))
        QApplication.processEvents()

    def choose(self, *places: int) -> None:
        """Choose segments by their places."""
        ids = tuple(self.segment(at).id for at in places)
        self.page.document.choose(ids, ids[0] if ids else "")

    def focus(self, page: ScriptPage | None = None) -> QWidget:
        """What has the keys."""
        window = (page or self.page).window()
        return window.focusWidget() or window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, page: ScriptPage | None = None) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.focus(page), key, modifiers)

    def type(self, text: str, page: ScriptPage | None = None) -> None:
        """Letters where the focus is; what no key has comes from the input method."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focus(page), letter)
            else:
                done = QInputMethodEvent("", [])
                done.setCommitString(letter)
                QApplication.sendEvent(self.focus(page), done)

    def settled(self, *pages: ScriptPage) -> None:
        """Wait until everything is kept and every page shows it."""
        every = pages or (self.page,)
        self.wait(lambda: not any(one.document.busy for one in every))
        self.services.documents.finish()
        show_id = self.show.id
        self.wait(lambda: all(one.document.revision == self.kept(show_id)[1] for one in every))

    def kept(self, show_id: str) -> tuple[Show, int]:
        """A document as the services have it."""
        snapshot = self.services.documents.load(show_id)
        return snapshot.show, snapshot.revision

    def stored(self, show_id: str) -> Show:
        """A document as it is on disk."""
        self.services.documents.finish()
        return self.services.store.shows.load(show_id)[0]


def line_edits(part: QWidget) -> list[QLineEdit]:
    """The fields of a part that can be typed into now."""
    return [one for one in part.findChildren(QLineEdit) if one.isVisible() and not one.isReadOnly()]


@pytest.fixture(name="room")
def script_page_room(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> Iterator[PageRoom]:
    """The whole window over a store that holds nothing."""
    with Store.open(tmp_path / "data") as store:
        services = PageServices(store)
        bridge, clock = desk.context.bridge, SystemClock()
        thread = ShowThread(clock, bridge.post, services.operator)
        services.documents = Documents(
            store.shows, store.writer, thread, clock, services.operator, bridge.post, lambda: None, _no_fault
        )
        made: Any = services
        context = replace(desk.context, services=made, operator=services.operator)
        window = MainWindow(context, make_workspaces(context))
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        room = PageRoom(window, services, context, desk.context.background, qtbot)
        del window
        yield room
        for document in room.window.findChildren(ScriptDocument):
            document.flush()
            room.wait(lambda document=document: not document.busy)
        room.window._may_close = True
        qapp.removeEventFilter(room.window.keys)
        room.window.close()
        room.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.context.background.close()
        services.documents.finish()
        # pytest keeps the fixture's value until after the check for leaks.
        vars(room).clear()


@pytest.fixture(name="sample")
def script_sample(room: PageRoom) -> Show:
    """The sample show, on the desk and on the page."""
    show = keep_sample(room.services.store)
    room.enter(show)
    return show


def _no_fault(code: str) -> None:
    assert code == ""
