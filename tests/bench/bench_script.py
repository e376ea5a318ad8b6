"""The script page with 100, 1,000 and 10,000 segments: one edit of a field from the call to the picture, kept and
undoable; and what a thousand segments weigh."""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from livedesk.app.documents import Documents
from livedesk.domain import editing
from livedesk.domain.codec import decode, encode
from livedesk.domain.edits import Edit
from livedesk.domain.rundown import Show
from livedesk.domain.settings import Settings
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui import fonts, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import load_theme
from livedesk.ui.workspaces.script.page import ScriptPage
from tests.bench.bench_rundown import show_of
from tests.bench.figures import Figure

SIZES = (100, 1_000, 10_000)
ROUNDS = 41


def page_over(store: Store) -> ScriptPage:
    """The page as the program wires it, over a store of its own."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme, family = load_theme("dark"), fonts.load_fonts()
    style.apply(application, theme, family)
    bridge, clock = Bridge(), SystemClock()
    thread = ShowThread(clock, bridge.post, lambda: "运营")
    documents = Documents(
        store.shows, store.writer, thread, clock, lambda: "运营", bridge.post, lambda: None, lambda _code: None
    )
    services: Any = SimpleNamespace(
        shows=store.shows, runs=store.runs, kept=store.kept, media=store.media, data_folder=store.folder.root,
        document=documents.load, edit=documents.edit, undo=documents.undo, redo=documents.redo,
    )  # fmt: skip
    context = DeskContext(
        bridge=bridge, actions=Actions(bridge), theme=theme, family=family, clock=clock, dispatch=lambda _c: None,
        settings=Settings(), operator=lambda: "运营", services=services, background=Background(bridge),
    )  # fmt: skip
    page = ScriptPage(context)
    page.resize(1800, 950)
    page.show()
    return page


def settle(page: ScriptPage) -> None:
    """Until nothing is on its way, and nothing is left to paint."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if page.document.show is not None and not page.document.busy:
            break
    rest = time.monotonic() + 0.25
    while time.monotonic() < rest:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def edits(page: ScriptPage) -> Iterator[Edit]:
    """Edits of a field as a person makes them: a title, a duration, a person, in the segment that is shown."""
    for turn in range(ROUNDS):
        show = page.document.show
        assert show is not None
        name, value = (("title", f"改 {turn}"), ("duration_ms", 1_000 * (turn + 2)), ("person", f"主播{turn}"))[
            turn % 3
        ]
        edit = editing.set_field(show, (show.segments[10].id,), name, value)
        assert edit is not None
        yield edit


def edit_ms(count: int) -> float:
    """Milliseconds of the GUI thread (median, processor time) for one edit: asked for, shown, painted, and its answer
    taken in."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder)) as store:
        store.shows.add(show_of(count), by="运营", at_ms=0)
        page = page_over(store)
        page.document.open("bench")
        settle(page)
        page.document.choose(("s10",), "s10")
        settle(page)
        took = []
        gc.collect()
        for edit in edits(page):
            begin = time.thread_time()
            page.document.do(edit)
            QApplication.processEvents()
            spent = time.thread_time() - begin
            end = time.monotonic() + 5
            while page.document.busy and time.monotonic() < end:
                begin = time.thread_time()
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
                spent += time.thread_time() - begin
            took.append(spent * 1_000)
        settle(page)
        page.context.background.close()
        page.close()
        page.deleteLater()
        QApplication.processEvents()
    return statistics.median(took)


def memory_mb(count: int) -> float:
    """Megabytes that a document of so many segments takes, beside what there was."""
    stored = encode(show_of(count))
    gc.collect()
    tracemalloc.start()
    show = decode(stored, Show)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(show.segments) == count
    return size / 1_048_576


def figures() -> list[Figure]:
    """The figures of this bench."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    spent = {count: edit_ms(count) for count in SIZES}
    least = spent[SIZES[0]]
    found = [
        Figure(f"script: edit of a field, {count:,} segments", spent[count], "ms", least, "100 segments",
               spent[count] / least, "< 5 ms")
        for count in SIZES
    ]  # fmt: skip
    per_thousand = memory_mb(10_000) / 10
    one = memory_mb(1_000)
    found.append(
        Figure("script: memory of 1,000 segments (of 10,000)", per_thousand, "MB", one, "1,000 alone",
               per_thousand / one, "≤ 1.2")
    )  # fmt: skip
    return found
