"""The crossing into Qt: order, threads, coalescing, and nothing kept alive."""

from __future__ import annotations

import gc
import threading
import weakref
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge


@dataclass(frozen=True)
class Fact:
    """Something posted."""

    source: int
    number: int


@dataclass(frozen=True)
class Status:
    """Something of which only the newest matters."""

    number: int


class Listener(QObject):
    """Keeps what it was handed, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[QThread] = set()

    @Slot(object)
    def take(self, item: object) -> None:
        """A slot."""
        self.got.append(item)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def fail(self, _item: object) -> None:
        """A slot that raises."""
        raise RuntimeError("a slot's own trouble")


def test_ten_thousand_objects_from_four_threads_arrive_in_order_in_the_gui_thread(
    qtbot: QtBot, qapp: QApplication
) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.subscribe(Fact, listener.take)

    def send(source: int) -> None:
        for number in range(2_500):
            bridge.post(Fact(source, number))

    threads = [threading.Thread(target=send, args=(source,)) for source in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(listener.got) == 10_000, timeout=10_000)
    for thread in threads:
        thread.join()
    for source in range(4):
        numbers = [fact.number for fact in listener.got if isinstance(fact, Fact) and fact.source == source]
        assert numbers == list(range(2_500))
    assert listener.threads == {qapp.thread()}


def test_ten_thousand_emits_and_fifty_thousand_calls_leave_python_whole(qapp: QApplication) -> None:
    class Sender(QObject):
        said = Signal(object)

    sender, listener = Sender(), Listener()
    sender.said.connect(listener.take)
    for _ in range(10_000):
        sender.said.emit(True)
    for _ in range(50_000):
        sender.setObjectName("x")
    assert listener.got == [True] * 10_000
    assert bool(1) is True


def test_of_a_status_only_the_newest_waits_and_order_holds(qapp: QApplication) -> None:
    bridge, listener = Bridge(latest=(Status,)), Listener()
    bridge.subscribe(Status, listener.take)
    bridge.subscribe(Fact, listener.take)
    bridge.post(Fact(0, 1))
    for number in range(1_000):
        bridge.post(Status(number))
    bridge.post(Fact(0, 2))
    QApplication.processEvents()
    assert listener.got == [Fact(0, 1), Status(999), Fact(0, 2)]


def test_what_is_posted_while_delivering_comes_with_the_next_wake(qapp: QApplication) -> None:
    bridge, listener = Bridge(), Listener()

    class Answering(QObject):
        @Slot(object)
        def take(self, fact: Fact) -> None:
            if fact.number < 3:
                bridge.post(Fact(fact.source, fact.number + 1))

    answering = Answering()
    bridge.subscribe(Fact, answering.take)
    bridge.subscribe(Fact, listener.take)
    bridge.post(Fact(7, 0))
    for _ in range(6):
        QApplication.processEvents()
    assert listener.got == [Fact(7, number) for number in range(4)]


def test_a_listener_is_let_go_and_hears_no_more(qapp: QApplication) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.subscribe(Fact, listener.take)
    seen = weakref.ref(listener)
    del listener
    gc.collect()
    assert seen() is None
    bridge.post(Fact(0, 0))
    QApplication.processEvents()


def test_what_nobody_hears_is_no_error_and_plain_functions_are_refused(qapp: QApplication) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.post(Fact(0, 0))
    bridge.post("nobody listens to text")
    QApplication.processEvents()
    assert listener.got == []
    with pytest.raises(TypeError):
        bridge.subscribe(Fact, lambda fact: listener.got.append(fact))


def test_an_error_in_one_slot_stops_no_other(qtbot: QtBot) -> None:
    bridge, failing, listener = Bridge(), Listener(), Listener()
    bridge.subscribe(Fact, failing.fail)
    bridge.subscribe(Fact, listener.take)
    with qtbot.captureExceptions() as errors:
        bridge.post(Fact(0, 0))
        bridge.post(Fact(0, 1))
        QApplication.processEvents()
    assert len(errors) == 2
    assert listener.got == [Fact(0, 0), Fact(0, 1)]


def test_background_work_comes_back_to_the_gui_thread(qtbot: QtBot, qapp: QApplication) -> None:
    background, done, failed = Background(), Listener(), Listener()
    background.run(lambda: threading.current_thread().name, done.take, failed.take)

    def broken() -> None:
        raise ValueError("no")

    background.run(broken, done.take, failed.take)
    qtbot.waitUntil(lambda: len(done.got) == 1 and len(failed.got) == 1)
    assert str(done.got[0]).startswith("background")
    assert isinstance(failed.got[0], ValueError)
    assert done.threads | failed.threads == {qapp.thread()}
    background.close()


def test_an_outcome_for_a_listener_that_has_gone_is_dropped(qtbot: QtBot) -> None:
    background, done = Background(), Listener()
    gate = threading.Event()
    background.run(gate.wait, done.take)
    seen = weakref.ref(done)
    del done
    gc.collect()
    assert seen() is None
    gate.set()
    background.close()
    for _ in range(5):
        QApplication.processEvents()
