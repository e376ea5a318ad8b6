"""Pictures of the real program in the middle of the sample show: desk, checks, plan, review, prompter.

``python packaging/pictures.py OUT`` under an X display. A run that went on air half an hour ago is written into
a fresh data folder by the program's own rules, with its audience and orders; then the desk is opened on it as
after a crash, goes on, and is grabbed at both sizes in both languages. With OBS Studio installed it drives one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from livedesk.ui.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
SIZES = ((1920, 1080), (1366, 768))
LANGUAGES = ("zh_CN", "en")
ON_AIR_FOR = timedelta(minutes=23, seconds=6)


def prepare(folder: Path) -> str:
    """A data folder with the sample show half an hour into its run; returns the show's id."""
    from livedesk.app.paths import sample
    from livedesk.app.run_feeds import TapeAudience
    from livedesk.app.tape import Tape
    from livedesk.domain import commands as c
    from livedesk.domain.checklist import CheckState
    from livedesk.domain.clock import MINUTE, Now, to_local
    from livedesk.domain.decide import decide
    from livedesk.domain.events import Entry, MessageKind, RunKind, TakeResult
    from livedesk.domain.evolve import fold
    from livedesk.domain.reschedule import reschedule
    from livedesk.domain.run import State
    from livedesk.domain.timetable import plan
    from livedesk.services.importers.files import read_file
    from livedesk.services.ingest.privacy import Privacy
    from livedesk.services.library import keep_show
    from livedesk.services.session.clock import SystemClock
    from livedesk.store.store import Store

    clock = SystemClock().now()
    began = clock.wall_ms - round(ON_AIR_FOR.total_seconds() * 1000)
    with Store.open(folder) as store:
        preview = read_file(sample())
        assert preview.show is not None, preview.problems
        begin = to_local(began, preview.show.zone).replace(second=0, microsecond=0, tzinfo=None)
        planned = reschedule(preview.show, begin)
        show = keep_show(store.shows, store.media, planned, preview.media, by="运营", at_ms=began)
        run_id = store.runs.create(show.id, RunKind.LIVE, opened_ms=began - 90 * MINUTE)
        state = State(show, 1)
        entries: list[Entry] = []

        def do(at_ms: int, command: c.Command, by: str = "导播") -> None:
            nonlocal state
            now = Now(at_ms, clock.mono_ms - (clock.wall_ms - at_ms), clock.boot)
            made = decide(state, command, now, by)
            entries.extend(made)
            state = State(show, 1, fold(made, state.run))

        do(began - 90 * MINUTE, c.OpenRun(RunKind.LIVE))
        for number, item in enumerate(show.checklist):
            if not item.probe:
                do(began - (60 - number) * MINUTE, c.MarkCheck(item.id, CheckState.PASSED), item.owner or "导播")
        do(began, c.GoLive("导播", "画面示例"))
        do(began + 30, c.ReportTake(state.run.takes, TakeResult.CONFIRMED, 24.0), "OBS")
        layout = plan(show)
        late = 0
        for index, start in enumerate(layout.starts[1:], 1):
            late += (22_000, 40_000, -12_000, 28_000, 15_000)[index % 5]
            moment = (start or 0) - layout.start + began + late
            if moment >= clock.wall_ms - 60_000:
                break
            do(moment, c.Go())
            do(moment + 25, c.ReportTake(state.run.takes, TakeResult.CONFIRMED, 24.0), "OBS")
            for cue in show.segments[index].cues[:1]:
                do(moment + 4_000, c.TickCue(cue.id), "中控")
        do(clock.wall_ms - 50_000, c.SendMessage(MessageKind.QUESTION, "敏感肌可以用吗？"))
        do(clock.wall_ms - 30_000, c.SendMessage(MessageKind.DIRECTOR, "语速快一点，30 秒后切秒杀"))
        store.writer.append(run_id, entries, lambda error: None)
        privacy = Privacy(store.secret_salt())
        tape = TapeAudience(Tape(sample("feed.jsonl"), sample("orders.csv")), privacy, show.zone, began)
        arrived = tape.until(clock.wall_ms)
        store.feeds.add_events(run_id, tape.name, arrived.events)
        store.feeds.add_orders(
            run_id, arrived.rows, file="orders.csv", sha256="0" * 64, read=len(arrived.rows), problems=(),
            window=(began, clock.wall_ms), at_ms=clock.wall_ms,
        )  # fmt: skip
        return show.id


def grab(folder: Path, out: Path, language: str, show_id: str, obs: tuple[str, int] | None) -> None:
    """Open the desk on the folder and write its pictures."""
    from PySide6.QtWidgets import QApplication

    from livedesk.app.desktop import open_desk
    from livedesk.domain import commands as c
    from livedesk.domain.settings import Settings
    from livedesk.store.folder import DataFolder
    from livedesk.ui.screenshot import settle

    host, port = obs if obs is not None else ("127.0.0.1", 4455)
    settings = Settings(language=language, obs_host=host, obs_port=port, sample_show=show_id)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    opened = open_desk(application, DataFolder(folder), settings, sample_wanted=True)
    window, desk = opened.window, opened.desk
    window.show()
    settle(2_500)
    desk.show.dispatch(c.Resume()).result(10)
    desk.open_prompter()
    if obs is not None:
        settle(1_500)
        desk.dispatch(c.TakeAgain())
    settle(4_000)
    for page in ("live", "prepare", "plan", "script", "review", "settings"):
        window.show_page(page)
        if page == "script":
            write(window)
        for size in SIZES:
            window.resize(*size)
            settle(900)
            window.grab().save(str(out / f"{page}-{language}-{size[0]}x{size[1]}.png"))
    window.hide()
    settle(1_200)
    screen = application.primaryScreen()
    if application.platformName() == "xcb":
        # The prompter is a process of its own: its picture is that of the screen without the desk.
        screen.grabWindow(0).save(str(out / f"prompter-{language}.png"))
    desk.close_prompter()
    settle(300)
    opened.close()


def write(window: MainWindow) -> None:
    """Choose what the script page is seen with: a segment whose words hold something to mend."""
    from livedesk.ui.later_page import LaterPage
    from livedesk.ui.screenshot import settle
    from livedesk.ui.workspaces.script.page import ScriptPage

    later = window.workspace("script")
    assert isinstance(later, LaterPage)
    page = later.made()
    assert isinstance(page, ScriptPage)
    settle(1_500)
    page.document.choose(("s05",), "s05")
    settle(600)


@contextmanager
def real_obs(home: Path) -> Iterator[tuple[str, int] | None]:
    """A real OBS on this display with the sample's scenes, or None where OBS is not installed."""
    from tests.integration import obs

    if not obs.available():
        yield None
        return
    display = obs.Display()
    profile = ROOT / "resources" / "samples" / "obs" / "basic.ini"
    studio = obs.RealObs(home, display, profile.read_text(encoding="utf-8"))
    studio.start()
    os.environ["LIVEDESK_OBS_PASSWORD"] = studio.password
    try:
        yield studio.host, studio.port
    finally:
        studio.kill()
        display.close()


def main() -> int:
    """Make every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, help="only this one (used for each by itself)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.language is None:
        for language in LANGUAGES:
            command = [sys.executable, __file__, str(options.out), "--language", language]
            subprocess.run(command, check=True, timeout=180)
        return 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        show_id = prepare(folder)
        obs = stack.enter_context(real_obs(folder / "obs"))
        grab(folder, options.out, options.language, show_id, obs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
