"""Planned jobs: reminders before a show, backups."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from livedesk.domain.clock import MINUTE
from livedesk.domain.ports import ShowSummary
from livedesk.services import scheduler as module
from livedesk.services.scheduler import Reminder, Scheduler


class Heard:
    """Collects reminders and can be waited for."""

    def __init__(self) -> None:
        self.items: list[object] = []
        self.more = threading.Event()

    def __call__(self, item: object) -> None:
        self.items.append(item)
        self.more.set()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def planned(heard: Heard) -> Iterator[Scheduler]:
    made = Scheduler(heard)
    made.start()
    yield made
    made.stop()


def summary(start_in_ms: int, state: str = "draft") -> ShowSummary:
    start = round(time.time() * 1000) + start_in_ms
    return ShowSummary("show", "秋冬护肤专场", start, "Asia/Shanghai", state, 1)


def test_a_show_is_announced_before_it_begins(planned: Scheduler, heard: Heard) -> None:
    show = summary(10 * MINUTE + 150)
    planned.remind((show,))
    assert heard.more.wait(10)
    assert heard.items == [Reminder("show", "秋冬护肤专场", show.planned_start_ms)]
    settled = threading.Event()
    planned.soon("settled", settled.set)
    assert settled.wait(10)


def test_a_show_that_moved_or_went_on_air_is_announced_no_more(
    planned: Scheduler, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REMIND_BEFORE_MS", (200,))
    planned.remind((summary(600),))
    planned.remind((summary(600, "live"),))
    assert not heard.more.wait(1.0)


def test_work_is_done_at_an_interval_and_once_now(planned: Scheduler) -> None:
    often, once = threading.Semaphore(0), threading.Event()
    planned.every("often", timedelta(seconds=0.05), timedelta(seconds=0.01), often.release)
    planned.soon("once", once.set)
    assert once.wait(10)
    for _ in range(3):
        assert often.acquire(timeout=10)


def test_jobs_that_are_due_together_run_one_after_the_other_in_one_thread(planned: Scheduler) -> None:
    threads: list[int] = []
    second = threading.Event()

    def first_job() -> None:
        threads.append(threading.get_ident())
        assert not second.wait(0.3), "it waits for its turn"

    def second_job() -> None:
        threads.append(threading.get_ident())
        second.set()

    planned.soon("first", first_job)
    planned.soon("second", second_job)
    assert second.wait(10)
    assert len(set(threads)) == 1
