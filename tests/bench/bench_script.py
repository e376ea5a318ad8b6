"""The script page with 100, 1,000 and 10,000 segments like the sample's (scripts, products, cues): one field edited by
key, until it is painted and answered for, counted and checked anew, kept on disk, and taken back; and what a thousand
segments weigh.

What is measured is the processor time of the GUI thread (the workers have theirs), and beside it how long a person
waits. How it grows is told for each thousand segments more, beside what it costs with a hundred (where it grew with
their number, that would be ten times as much). The letters of a field are typed before the measurement begins with
the key that asks for the edit; what letters cost is in ``bench_typing``.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from livedesk.app.documents import Documents
from livedesk.domain.codec import decode, encode
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
from tests.bench.figures import Figure, steady
from tests.bench.script_shows import show_like_the_sample

K, M = Qt.Key, Qt.KeyboardModifier
SIZES = (100, 1_000, 10_000)
ROUNDS = 30
AT = 10
"""The segment that is edited."""
LIMIT_MS = 120_000


@dataclass
class Spent:
    """Milliseconds: of the GUI thread for an edit (of title and person, of a length), for either with all that is
    counted and checked after it, and for taking it back; of the clock from the key to the picture and to the disk."""

    words: list[float] = field(default_factory=list)
    length: list[float] = field(default_factory=list)
    checked: list[float] = field(default_factory=list)
    undo: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)


class Room:
    """The page as the program wires it, over a store of its own, and a pair of hands."""

    def __init__(self, store: Store, show: Show) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme, family = load_theme("dark"), fonts.load_fonts()
        style.apply(application, theme, family)
        bridge, clock = Bridge(), SystemClock()
        thread = ShowThread(clock, bridge.post, lambda: "运营")
        self.store = store
        self.kept_at: list[float] = []
        self.documents = documents = Documents(
            store.shows, store.writer, thread, clock, lambda: "运营", bridge.post, lambda: None,
            lambda code: None if code else self.kept_at.append(time.perf_counter()),
        )  # fmt: skip
        services: Any = SimpleNamespace(
            shows=store.shows, runs=store.runs, kept=store.kept, media=store.media, data_folder=store.folder.root,
            document=documents.load, edit=documents.edit, undo=documents.undo, redo=documents.redo,
        )  # fmt: skip
        context = DeskContext(
            bridge=bridge, actions=Actions(bridge), theme=theme, family=family, clock=clock,
            dispatch=lambda _c: None, settings=Settings(), operator=lambda: "运营", services=services,
            background=Background(bridge),
        )  # fmt: skip
        store.shows.add(show, by="运营", at_ms=0)
        self.page = ScriptPage(context)
        self.page.resize(1_800, 950)
        self.page.show()
        self.page.activateWindow()
        self.page.document.settling.connect(self._look)
        self.page.facts.found.connect(self._look)
        self.loop = QEventLoop()
        self.waits = self.done
        self.page.document.open(show.id)
        self.rest()
        chosen = (show.segments[AT].id,)
        self.page.document.choose(chosen, chosen[0])
        self.rest()

    def _look(self, _what: object) -> None:
        if self.waits():
            self.loop.quit()

    def answered(self) -> bool:
        """Whether nothing is on its way."""
        return not self.page.document.busy

    def done(self) -> bool:
        """Whether everything is answered for, counted and checked."""
        document = self.page.document
        return document.show is not None and not document.busy and self.page.facts.settled

    def rest(self) -> None:
        """Until that is so, and nothing is left to paint."""
        end = time.monotonic() + LIMIT_MS / 1_000
        while not self.done():
            assert time.monotonic() < end, "the page does not come to rest"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        end = time.monotonic() + 0.3
        while time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def spend(self, press: Callable[[], None]) -> tuple[float, float, float]:
        """Milliseconds of the GUI thread until a key has done what it does (painted, and answered for), until
        everything is counted and checked anew besides, and of the clock until it is painted."""
        began, begin = time.perf_counter(), time.thread_time()
        press()
        QApplication.processEvents()
        painted = time.perf_counter() - began
        self.waits = self.answered
        if not self.answered():
            self.loop.exec()
        QApplication.processEvents()
        answered = time.thread_time() - begin
        self.waits = self.done
        if not self.done():
            self.loop.exec()
        QApplication.processEvents()
        return answered * 1_000, (time.thread_time() - begin) * 1_000, painted * 1_000

    def ready(self, turn: int) -> Callable[[], None]:
        """Go where a field is edited, type into it, and return the key that asks for the edit."""
        if turn % 3 == 0:
            view = self.page.rundown.view
            view.setFocus()
            return lambda: QTest.keyClick(view, K.Key_Right, M.AltModifier)
        fields = self.page.side.fields
        key = ("title", "person")[turn % 3 - 1]
        fields.focus_field(key)
        editor = fields.focusWidget()
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.selectAll()
        QTest.keyClicks(editor, f"turn {turn}")
        return lambda: QTest.keyClick(editor, K.Key_Return)

    def close(self) -> None:
        """Leave nothing behind."""
        self.page.context.background.close()
        self.page.close()
        self.page.deleteLater()
        QApplication.processEvents()


def measure(count: int) -> Spent:
    """Edit by key and take it back, again and again. Asserts that each edit reaches the disk, and that each undo
    gives back the document as it was, there too."""
    spent = Spent()
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        room = Room(store, show_like_the_sample(count))
        stack.enter_context(steady())
        for turn in range(ROUNDS):
            before = room.page.document.show
            press = room.ready(turn)
            QApplication.processEvents()
            room.kept_at.clear()
            began = time.perf_counter()
            worked, checked, painted = room.spend(press)
            assert room.documents.finish() == 0, "an edit is not on disk"
            assert room.page.document.show != before
            (spent.words if turn % 3 else spent.length).append(worked)
            spent.checked.append(checked)
            spent.painted.append(painted)
            spent.kept.append((room.kept_at[-1] - began) * 1_000)
            worked, _, _ = room.spend(lambda: QTest.keyClick(room.page, K.Key_Z, M.ControlModifier))
            assert room.page.document.show == before, "what was edited is not undone"
            spent.undo.append(worked)
        shown = room.page.document.show
        kept, revision = store.shows.load("bench")
        assert kept == shown
        assert revision == 1 + 2 * ROUNDS, "every edit and every undo is a revision on disk"
        room.close()
    return spent


def memory_mb(count: int) -> float:
    """Megabytes that a document of so many segments takes, beside what there was."""
    stored = encode(show_like_the_sample(count))
    gc.collect()
    tracemalloc.start()
    show = decode(stored, Show)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(show.segments) == count
    return size / 1_048_576


def _any(one: Spent) -> list[float]:
    return [*one.words, *one.length]


def _words(one: Spent) -> list[float]:
    return one.words


def _length(one: Spent) -> list[float]:
    return one.length


def _checked(one: Spent) -> list[float]:
    return one.checked


def _undo(one: Spent) -> list[float]:
    return one.undo


def _painted(one: Spent) -> list[float]:
    return one.painted


def _kept(one: Spent) -> list[float]:
    return one.kept


_FIGURES = (
    ("one field edited, GUI thread", _any, "< 5 ms"),
    ("of these, a title or a person", _words, "info"),
    ("of these, a length (every time after it shifts)", _length, "info"),
    ("either with the checks after it, GUI thread", _checked, "info"),
    ("either undone, GUI thread", _undo, "info"),
    ("from key to painted", _painted, "info"),
    ("from key to disk", _kept, "info"),
)


def figures() -> list[Figure]:
    """The figures of this bench."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    spent = {count: measure(count) for count in SIZES}
    least = spent[SIZES[0]]
    found = []
    for name, of, target in _FIGURES:
        first = statistics.median(of(least))
        for count in SIZES:
            value = statistics.median(of(spent[count]))
            found.append(
                Figure(
                    f"script: {name}, {count:,} segments",
                    value,
                    "ms",
                    first,
                    "100 segments",
                    value / first,
                    target,
                )
            )
    for name, of in (("title or person", _words), ("a length", _length)):
        few, many = (statistics.median(of(spent[count])) for count in (SIZES[0], SIZES[-1]))
        per_thousand = (many - few) / (SIZES[-1] - SIZES[0]) * 1_000
        found.append(
            Figure(f"script: {name}, for each 1,000 segments more", per_thousand, "ms", few, "100 segments",
                   per_thousand / few, "≤ 0.5")
        )  # fmt: skip
    weight, one = memory_mb(10_000) / 10, memory_mb(1_000)
    found.append(
        Figure("script: memory of 1,000 segments (of 10,000)", weight, "MB", one, "1,000 alone", weight / one, "≤ 1.2")
    )  # fmt: skip
    return found
