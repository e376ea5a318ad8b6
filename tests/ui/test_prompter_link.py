"""The window's line to the desk over real sockets: it attaches, says when nobody answers, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from livedesk.domain.prompt import PromptReport
from livedesk.services.prompter.credentials import Credentials, read_credentials, write_credentials
from livedesk.ui.prompter.client import DeskLink
from livedesk.ui.prompter.main import Prompter
from livedesk.ui.prompter.window import PrompterWindow
from tests.integration.prompter_desk import PromptDesk, feed


@pytest.fixture
def link(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskLink]:
    parent = QObject()
    made = DeskLink(tmp_path, parent)
    made.start()
    yield made
    made.leave(PromptReport(0))
    parent.deleteLater()


def test_it_waits_for_a_desk_and_finds_the_next_one(link: DeskLink, qtbot: QtBot, tmp_path: Path) -> None:
    assert not link.attached
    first = PromptDesk(tmp_path)
    qtbot.waitUntil(lambda: link.attached, timeout=3_000)
    with qtbot.waitSignal(link.answering, timeout=1_000, check_params_cb=lambda there: not there):
        first.stop()
    with qtbot.waitSignal(link.answering, timeout=1_500, check_params_cb=lambda there: there):
        second = PromptDesk(tmp_path)
    second.stop()


def test_a_desk_with_another_token_is_tried_again(link: DeskLink, qtbot: QtBot, tmp_path: Path) -> None:
    desk = PromptDesk(tmp_path)
    qtbot.waitUntil(lambda: link.attached, timeout=3_000)
    known = read_credentials(tmp_path)
    assert known is not None
    desk.stop()
    other = PromptDesk(tmp_path / ".")
    good = read_credentials(tmp_path)
    assert good is not None
    write_credentials(tmp_path, Credentials(good.port, "wrong"))
    qtbot.waitUntil(lambda: not link.attached, timeout=2_000)
    qtbot.wait(700)
    assert other.service.pids == ()
    write_credentials(tmp_path, good)
    qtbot.waitUntil(lambda: link.attached, timeout=2_000)
    other.stop()


def test_the_window_shows_what_the_desk_sends_and_reports(qtbot: QtBot, tmp_path: Path, family: str) -> None:
    desk = PromptDesk(tmp_path)
    window = PrompterWindow(family)
    qtbot.addWidget(window)
    window.resize(960, 540)
    window.show()
    holder = QObject()
    Prompter(tmp_path, window, holder).start()
    desk.service.show(feed(1, "s02"))
    qtbot.waitUntil(lambda: window.reader.feed is not None, timeout=3_000)
    qtbot.waitUntil(lambda: desk.at("s02"), timeout=5_000)
    assert desk.statuses[-1].screens == 1
    window.set_mirrored(True)
    assert (tmp_path / "prompter-view.json").exists()
    desk.service.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=3_000)
    qtbot.waitUntil(lambda: not desk.service.pids, timeout=5_000)
    holder.deleteLater()
    desk.stop()
