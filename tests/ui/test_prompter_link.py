"""The window's line to the desk over real sockets: it attaches, says when nobody answers, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from livedesk.domain.prompt import PromptControl, PromptOrder, PromptOrderKind, PromptReport, PromptStage
from livedesk.services.prompter.credentials import Credentials, read_credentials, write_credentials
from livedesk.ui.prompter import main
from livedesk.ui.prompter.client import DeskLink
from livedesk.ui.prompter.main import Prompter
from livedesk.ui.prompter.window import PrompterWindow
from tests.integration.prompter_desk import NO_PROMPTER, PromptDesk, feed
from tests.integration.prompter_relay import relayed


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


class Told:
    """What a link hands on, in its order."""

    def __init__(self, source: DeskLink) -> None:
        self.stages: list[PromptStage] = []
        self.orders: list[PromptOrder] = []
        source.staged.connect(self.stages.append)
        source.ordered.connect(self.orders.append)


def test_each_order_is_handed_on_once_and_none_is_lost_with_the_line(
    link: DeskLink, qtbot: QtBot, tmp_path: Path
) -> None:
    told = Told(link)
    desk = PromptDesk(tmp_path, NO_PROMPTER)
    with relayed(tmp_path) as cut:
        if link.attached:
            cut()
        for number in range(1, 6):
            qtbot.waitUntil(lambda: link.attached, timeout=5_000)
            desk.service.order(PromptOrderKind.NUDGE, number)
            cut()
            desk.service.order(PromptOrderKind.NUDGE, number + 0.5)
            qtbot.waitUntil(lambda number=number: len(told.orders) == 2 * number, timeout=5_000)
        link.report(PromptReport(1))
        qtbot.waitUntil(lambda: [each.carried for each in desk.status.prompters] == [told.orders[-1].seq])
    assert [each.value for each in told.orders] == [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5]
    desk.stop()


def test_the_stage_outlives_the_desk(link: DeskLink, qtbot: QtBot, tmp_path: Path) -> None:
    told = Told(link)
    first = PromptDesk(tmp_path, NO_PROMPTER)
    first.service.take_over()
    first.service.count_down(600)
    qtbot.waitUntil(lambda: bool(told.stages) and told.stages[-1].count_until_ms is not None, timeout=5_000)
    kept = told.stages[-1]
    with qtbot.waitSignal(link.answering, timeout=2_000):
        first.stop()
    second = PromptDesk(tmp_path, NO_PROMPTER)
    qtbot.waitUntil(lambda: second.status.stage == kept, timeout=5_000)
    second.service.hand_back()
    qtbot.waitUntil(lambda: told.stages[-1].control is PromptControl.HOST, timeout=5_000)
    assert told.stages[-1].count_until_ms == kept.count_until_ms
    assert [each.seq for each in told.stages] == sorted({each.seq for each in told.stages}), "each one once"
    second.stop()


def test_the_window_obeys_and_the_desk_hears_of_it_at_once(
    qtbot: QtBot, tmp_path: Path, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "REPORT_MS", 60_000)
    desk = PromptDesk(tmp_path, NO_PROMPTER)
    window = PrompterWindow(family)
    qtbot.addWidget(window)
    holder = QObject()
    Prompter(tmp_path, window, holder).start()
    desk.service.show(feed(1))
    qtbot.waitUntil(lambda: window.reader.feed is not None and bool(desk.status.prompters), timeout=5_000)
    desk.service.blank(True)
    desk.service.order(PromptOrderKind.JUMP, item_id="s03")
    qtbot.waitUntil(lambda: desk.at("s03"), timeout=5_000)
    qtbot.waitUntil(lambda: desk.status.prompters[0].carried > 0, timeout=5_000)
    assert window.stage.blank
    assert desk.status.prompters[0].staged == window.stage.seq
    desk.service.close()
    qtbot.waitUntil(lambda: not desk.service.pids, timeout=5_000)
    holder.deleteLater()
    desk.stop()


def test_a_new_desk_orders_before_it_knows_what_the_last_one_did(
    link: DeskLink, qtbot: QtBot, tmp_path: Path
) -> None:
    told = Told(link)
    first = PromptDesk(tmp_path, NO_PROMPTER)
    qtbot.waitUntil(lambda: link.attached, timeout=5_000)
    for _ in range(3):
        first.service.order(PromptOrderKind.HOLD)
    qtbot.waitUntil(lambda: len(told.orders) == 3, timeout=5_000)
    first.stop()
    second = PromptDesk(tmp_path, NO_PROMPTER, started=False)
    second.service.take_over()
    second.service.start()
    second.service.order(PromptOrderKind.RUN)
    qtbot.waitUntil(lambda: [each.kind for each in told.orders[3:]] == [PromptOrderKind.RUN], timeout=5_000)
    assert told.stages[-1].control is PromptControl.DIRECTOR
    second.stop()
