"""Shared by the tests of the interface: one look, desks and windows to put it on, no leaks."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bare_desk import START_MS, Desk, DeskServices
from live_fakes import FakeRuns, FakeServices
from live_room import Room
from model_signals import Signals
from pages_desk import Pages, PagesServices
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from whole_window import Whole
from window_room import Page

from livedesk.domain.commands import Command
from livedesk.domain.settings import Settings
from livedesk.store.store import Store
from livedesk.ui import fonts, i18n, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext
from livedesk.ui.desk_keys import DeskKeys
from livedesk.ui.theme import Theme, load_theme
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces import make_workspaces
from livedesk.ui.workspaces.live.desk import LiveDesk
from tests.unit.hand_clock import HandClock

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def _translations() -> None:
    """Build the .qm once."""
    subprocess.run([sys.executable, ROOT / "packaging" / "i18n.py", "release"], check=True, cwd=ROOT)


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    """The bundled font, so that pictures are the same on every machine."""
    return fonts.load_bundled()


@pytest.fixture(params=["dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication, family: str) -> Theme:
    """The dark look, applied to the application."""
    made = load_theme(request.param)
    style.apply(qapp, made, family)
    return made


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Chinese unless the test asks for another by an indirect parameter; English again afterwards."""
    yield i18n.install(qapp, getattr(request, "param", i18n.CHINESE))
    i18n.install(qapp, i18n.ENGLISH)


@pytest.fixture
def desk(qapp: QApplication, theme: Theme, family: str, tmp_path: Path) -> Iterator[Desk]:
    """A desk without services behind it: commands are collected in ``sent``."""
    clock, services, sent = HandClock(START_MS), DeskServices(tmp_path), list[Command]()
    bridge = Bridge()
    background = Background()
    context = DeskContext(
        bridge=bridge, actions=Actions(bridge), theme=theme, family=family, clock=clock, dispatch=sent.append,
        settings=Settings(), operator=lambda: Settings().operator, services=services, background=background,  # type: ignore[arg-type]  # tests add the rest
    )  # fmt: skip
    yield Desk(context, clock, services, sent)
    background.close()
    background.deleteLater()
    bridge.deleteLater()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Room]:
    """The live page in a window of its own."""
    services = FakeServices(desk.services.data_folder, FakeRuns())
    context = replace(desk.context, services=services)
    window = QMainWindow()
    qtbot.addWidget(window)
    live = LiveDesk(context)
    page, banner = QWidget(), QLabel("banner")
    box = QVBoxLayout(page)
    banner.setFixedHeight(44)
    box.addWidget(banner)
    box.addWidget(live, 1)
    box.setContentsMargins(0, 0, 0, 0)
    banner.hide()
    window.setCentralWidget(page)
    window.resize(1800, 960)
    DeskKeys(qapp, context.actions, window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isVisible)
    made = Room(live, window, banner, desk.sent, services, desk)
    del live, page, banner, box
    yield made
    window.close()
    # pytest keeps the fixture's value until after the check for leaks.
    vars(made).clear()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, qapp: QApplication) -> Iterator[MainWindow]:
    """The window with two pages that count."""
    made = MainWindow(desk.context, [Page(desk.context, "live"), Page(desk.context, "plan")])
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    yield made
    made._may_close = True
    qapp.removeEventFilter(made.keys)


@pytest.fixture
def pages(desk: Desk, tmp_path: Path) -> Iterator[Pages]:
    """A desk over an empty store."""
    with Store.open(tmp_path / "data") as store:
        services = PagesServices(store)
        made: Any = services
        context = replace(desk.context, services=made)
        yield Pages(context, services, desk.sent, desk.publish)
        desk.context.background.close()


@pytest.fixture
def whole(qtbot: QtBot, qapp: QApplication, pages: Pages) -> Iterator[Whole]:
    """The window with every workspace."""
    window = MainWindow(pages.context, make_workspaces(pages.context))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made = Whole(window)
    del window
    yield made
    made.window._may_close = True
    qapp.removeEventFilter(made.window.keys)
    made.window.close()
    # pytest keeps the fixture's value until after the check for leaks.
    vars(made).clear()


@pytest.fixture
def field(whole: Whole) -> QLineEdit:
    """A line with selected text, on the page in front."""
    made = QLineEdit("abc def", whole.window.pages.currentWidget())
    made.setObjectName("page-field")
    made.show()
    made.setFocus()
    made.setSelection(4, 3)
    return made


@pytest.fixture
def checked(qapp: object, qtlog: Any) -> Any:
    """Attach Qt's tester to a model; whatever it finds fails the test."""
    testers = []

    def attach(model: QAbstractItemModel) -> Signals:
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        return Signals(model)

    yield attach
    assert [record.message for record in qtlog.records if "FAIL" in record.message] == []


@pytest.fixture(autouse=True)
def _no_leaks(qapp: QApplication) -> Iterator[None]:
    """Every top-level widget that a test makes is gone after it, by itself (qtbot closes what it was given)."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    left = []
    for _ in range(20):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before]
        if not left:
            return
        gc.collect()
    kept = {f"{type(widget).__name__} {widget.objectName()!r}" for widget in left}
    for widget in left:
        widget.deleteLater()
    del left
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pytest.fail(f"widgets are left: {', '.join(sorted(kept))}")
