"""Pictures of the desk in its states: ``python tests/ui/live_picture.py OUT zh_CN [STATE …]`` draws them, offscreen.

Each is the whole window with the desk in front: lights and banners say what a fault means for the show.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from live_fakes import FakeMedia, FakeRuns, FakeServices, FixedClock, obs
from live_show import MID_T, Journal, mid_show, now_at, numbers, sample_show, snapshot
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.commands import Command
from livedesk.domain.events import FaultShown, Held, RunEnded, StandbyCalled, TakeReported, TakeResult
from livedesk.domain.events_desk import OutputState
from livedesk.domain.numbers import Measure, Numbers, Unit
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.settings import Settings
from livedesk.domain.status import FeedStatus, LinkState, ObsHealth, ObsStatus, PrompterStatus
from livedesk.domain.timetable import plan
from livedesk.services.importers import read_file
from livedesk.ui import fonts, i18n, style
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import load_theme
from livedesk.ui.ticker import Ticker
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces import make_workspaces
from livedesk.ui.workspaces.live.desk import LiveDesk

SIZES = ((1920, 1080), (1366, 768))
THEME = os.environ.get("LIVE_THEME", "dark")


def make_context(application: QApplication, services: FakeServices) -> DeskContext:
    """A context whose commands go nowhere."""
    theme = load_theme(THEME)
    family = fonts.load_fonts()
    style.apply(application, theme, family)
    sent: list[Command] = []
    made: Any = services
    return DeskContext(
        Bridge(),
        Actions(),
        theme,
        family,
        FixedClock(),
        sent.append,
        Settings(),
        lambda: Settings().operator,
        made,
        Background(),
    )


def streaming(program: str = "商品特写") -> ObsStatus:
    """OBS while it carries the show out."""
    health = ObsHealth(60.0, 60.0, 0.0, 0.0, 0.0, 421_888, 6_000)
    stream = Output(OutputState.STARTED, lasted_ms=25 * MINUTE)
    return replace(obs(program), health=health, outputs=Outputs(stream=stream))


@dataclass(frozen=True)
class Drawn:
    """A state to draw: its journal, the run time, and what OBS, the feeds and the prompter tell."""

    journal: Journal
    run_ms: int
    obs: ObsStatus = ObsStatus()
    values: Numbers | None = None


def states() -> dict[str, Drawn]:
    """Every state that is drawn, by its name."""
    base = mid_show()
    values = numbers(base.opened + MID_T)
    held, lost, hung, stuck, panic, ended = (mid_show() for _ in range(6))
    held.add(MID_T - 40 * SECOND, Held(4))
    lost.add(MID_T - 9 * SECOND, FaultShown("obs.lost"), "OBS")
    hung.add(MID_T - 9 * SECOND, FaultShown("obs.hung"), "OBS")
    stuck.add(MID_T - 9 * SECOND, FaultShown("obs.stuck"), "OBS")
    emergency = StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True)
    panic.add(MID_T - 12 * SECOND, emergency)
    panic.add(MID_T - 12 * SECOND + 9, TakeReported(5, TakeResult.CONFIRMED, 9.2))
    ended.add(MID_T + 10 * SECOND, RunEnded())
    nothing = replace(sample_show(), segments=(), groups=(), products=(), promotions=(), standbys=())
    bare = Journal(nothing, base.opened)
    opened = Journal(sample_show(), base.opened)
    opened.open()
    return {
        "empty": Drawn(bare, 0),
        "idle": Drawn(opened, 5 * MINUTE, obs("开场全景")),
        "before": Drawn(opened, 5 * MINUTE),
        "live": Drawn(base, MID_T, streaming(), values),
        "held": Drawn(held, MID_T, streaming(), values),
        "overtime": Drawn(mid_show(), MID_T + 9 * MINUTE, streaming(), numbers(base.opened + MID_T + 9 * MINUTE)),
        "lost": Drawn(lost, MID_T, replace(streaming(), link=LinkState.LOST, health=None), values),
        "hung": Drawn(hung, MID_T, replace(streaming(), link=LinkState.HUNG, health=None), values),
        "stuck": Drawn(stuck, MID_T, replace(streaming(), transitioning=True, stuck=True), values),
        "panic": Drawn(panic, MID_T, streaming("紧急画面"), values),
        "locked": Drawn(mid_show(), MID_T, streaming(), values),
        "unlocked": Drawn(mid_show(), MID_T, streaming(), values),
        "ended": Drawn(ended, MID_T + 20 * SECOND, streaming(), values),
    }


def sample(folder: Path) -> Drawn:
    """The sample show as a team would send it, six segments in; its pictures are kept in ``folder``."""
    sheet = next((Path(__file__).parents[2] / "resources" / "samples").glob("*.xlsx"))
    read = read_file(sheet)
    assert read.show is not None
    for name, data in read.media.items():
        (folder / name).write_bytes(data)
    layout = plan(read.show)
    journal = Journal(read.show, layout.start - 10 * MINUTE)
    journal.open()
    journal.live(10 * MINUTE)
    for at in range(1, 7):
        begin = layout.starts[at - 1]
        assert begin is not None
        journal.take(begin - journal.opened + at * 9 * SECOND, at)
    run_ms = journal.entries[-1].t_ms + 3 * MINUTE
    return Drawn(journal, run_ms, streaming(journal.run.scene), numbers(journal.opened + run_ms))


def tell(context: DeskContext, ticker: Ticker, drawn: Drawn) -> None:
    """Let the desk know all of a state, its numbers as they came over half a minute."""
    wall_ms = drawn.journal.opened + drawn.run_ms
    for item in (
        drawn.obs,
        FeedStatus(LinkState.READY, "", wall_ms - 400, wall_ms - 38_000) if drawn.values else FeedStatus(),
        PrompterStatus(LinkState.READY, "", 2),
        snapshot(drawn.journal),
    ):
        context.bridge.post(item)
    for step in range(4) if drawn.values is not None else ():
        orders = {"orders": Measure("orders", Unit.COUNT, 1_201 + 9 * step)}
        told = replace(
            drawn.values,
            at_ms=wall_ms - (3 - step) * 10 * SECOND,
            sold={"p02": 382 + 10 * step},
            measures={**drawn.values.measures, **orders},
        )
        context.bridge.post(told)
        QApplication.processEvents()
        # Numbers are taken up with the next tick.
        ticker.tick()


def act(name: str, context: DeskContext, desk: LiveDesk) -> None:
    """What a person did in this state."""
    if name == "before":
        view = desk._view
        assert view is not None
        desk.center.override.ask(view)
    elif name == "locked":
        desk.layouts.toggle("queue")
    elif name == "unlocked":
        context.lock.toggle()


def draw(name: str, drawn: Drawn, size: tuple[int, int], application: QApplication, folder: Path) -> QPixmap:
    """The window in a state, after it has come to rest."""
    with tempfile.TemporaryDirectory() as kept:
        services = FakeServices(Path(kept), FakeRuns(drawn.journal.entries), FakeMedia(folder))
        context = make_context(application, services)
        clock = context.clock
        assert isinstance(clock, FixedClock)
        clock.reading = now_at(drawn.run_ms, drawn.journal.opened)
        pages = make_workspaces(context)
        desk = pages[0]
        assert isinstance(desk, LiveDesk)
        window = MainWindow(context, pages)
        window.resize(*size)
        window.show()
        window.start()
        tell(context, window.ticker, drawn)
        _rest(application, SECOND)
        act(name, context, desk)
        _rest(application, SECOND)
        image = window.grab()
        window._may_close = True
        window.close()
        application.removeEventFilter(window.keys)
        context.background.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def _rest(application: QApplication, ms: int) -> None:
    wait = QElapsedTimer()
    wait.start()
    while wait.elapsed() < ms:
        application.processEvents()


def main(folder: Path, language: str, wanted: Sequence[str]) -> None:
    """Draw the states that are wanted (none named: all) in both sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    i18n.install(application, language)
    for name, drawn in {**states(), "sample": sample(folder)}.items():
        for size in SIZES if not wanted or name in wanted else ():
            image = draw(name, drawn, size, application, folder)
            image.save(str(folder / f"{name}-{size[0]}-{language}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "en", sys.argv[3:])
