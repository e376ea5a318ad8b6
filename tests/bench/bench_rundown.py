"""A rundown of 10,000 segments beside one of 100: an edit on the desk, and opening it."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


from PySide6.QtWidgets import QApplication

from livedesk.domain.clock import Now, WallTime
from livedesk.domain.codec import decode, encode
from livedesk.domain.commands import Go, GoLive, OpenRun
from livedesk.domain.decide import decide
from livedesk.domain.edits import Edit, InsertSegment, MoveSegment, ReplaceSegment, apply
from livedesk.domain.events import RunKind
from livedesk.domain.evolve import fold
from livedesk.domain.run import RunState, State
from livedesk.domain.rundown import Group, Segment, SegmentKind, Show
from livedesk.domain.timetable import schedule
from livedesk.ui import fonts, style
from livedesk.ui.models.rundown import RundownModel
from livedesk.ui.theme import load_theme
from livedesk.ui.workspaces.live.rundown_view import RundownView
from tests.bench.figures import Figure

MANY, FEW = 10_000, 100
ROUNDS = 31
START = datetime(2026, 11, 25, 20)  # noqa: DTZ001 (a wall time of the show's zone)


def show_of(count: int) -> Show:
    """A show of ``count`` segments in groups of twenty, a hard start in every hundredth."""
    kinds = tuple(SegmentKind)
    segments = tuple(
        Segment(f"s{at}", f"第 {at} 项", kinds[at % len(kinds)], 1_000, f"g{at // 20}", scene="主播近景")
        for at in range(count)
    )
    groups = tuple(Group(f"g{at}", f"第 {at} 组") for at in range(count // 20 + 1))
    return Show("bench", "bench", "Asia/Shanghai", WallTime(START), groups=groups, segments=segments)


def on_air(show: Show) -> tuple[RunState, int]:
    """A run with its third segment on air, and the run's time half a second later."""
    run, wall = RunState(), 1_795_608_000_000
    for step, command in enumerate((OpenRun(RunKind.REHEARSAL), GoLive(), Go(), Go())):
        now = Now(wall + step * 1_000, step * 1_000, "bench")
        run = fold(decide(State(show, 1, run), command, now, "bench"), run)
    return run, 3_500


def edits(show: Show) -> Iterator[Edit]:
    """Edits as a director makes them: a new duration early in the rundown, a move, an insert."""
    middle = len(show.segments) // 2
    for turn in range(ROUNDS):
        segment = show.segments[10]
        yield ReplaceSegment(replace(segment, duration_ms=1_000 * (turn + 2)))
        yield MoveSegment(show.segments[middle].id, 20 + turn, show.segments[20].group_id)
        yield InsertSegment(30, Segment(f"new{turn}", "新", SegmentKind.TALK, 5_000, show.segments[30].group_id))


def edit_ms(count: int) -> float:
    """Milliseconds (median) of one edit: the document, its timetable, the model, and the view's rows."""
    show = show_of(count)
    run, t_ms = on_air(show)
    model = RundownModel()
    view = RundownView(model, load_theme("dark"))
    view.resize(590, 900)
    model.set_show(show)
    model.set_timetable(schedule(show, run, t_ms))
    view.refresh()
    view.show()
    QApplication.processEvents()
    took = []
    gc.collect()
    for edit in edits(show):
        begin = time.perf_counter()
        show, _ = apply(show, edit)
        table = schedule(show, run, t_ms)
        model.set_show(show)
        model.set_timetable(table)
        view.refresh()
        took.append((time.perf_counter() - begin) * 1_000)
        QApplication.processEvents()
    view.close()
    view.deleteLater()
    return statistics.median(took)


def open_ms(count: int) -> float:
    """Milliseconds (median of five) from a document as it is stored (JSON) to its rundown painted."""
    stored = encode(show_of(count))
    theme = load_theme("dark")
    took = []
    for _ in range(5):
        gc.collect()
        begin = time.perf_counter()
        show = decode(stored, Show)
        model = RundownModel()
        view = RundownView(model, theme)
        view.resize(590, 900)
        model.set_show(show)
        model.set_timetable(schedule(show, RunState(), 1_795_608_000_000))
        view.refresh()
        view.show()
        view.grab()
        took.append((time.perf_counter() - begin) * 1_000)
        view.close()
        view.deleteLater()
        QApplication.processEvents()
    return statistics.median(took)


def figures() -> list[Figure]:
    """Both figures, each beside the same step on 100 segments."""
    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        style.apply(application, load_theme("dark"), fonts.load_fonts())
    found = []
    for name, measure, target in (
        ("rundown of 10,000: edit, timetable, model", edit_ms, "< 16 ms"),
        ("rundown of 10,000: opening", open_ms, "< 1000 ms"),
    ):
        few, many = measure(FEW), measure(MANY)
        found.append(Figure(name, many, "ms", few, "the same on 100", many / few, target))
    return found
