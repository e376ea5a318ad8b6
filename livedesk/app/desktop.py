"""Starting the desktop and the prompter's process."""

from __future__ import annotations

import logging
import os
import signal
import sys
from argparse import Namespace
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from livedesk.app import settings as settings_file
from livedesk.app.paths import data_folder, sample
from livedesk.app.reporter import catch_everything, start_logging
from livedesk.app.watchdog import Watchdog
from livedesk.domain.card_mapping import CardInventory
from livedesk.domain.clock import MINUTE, to_local
from livedesk.domain.errors import UserError
from livedesk.domain.numbers import Numbers
from livedesk.domain.planned import nearest
from livedesk.domain.reschedule import reschedule
from livedesk.domain.run import State
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundLevels
from livedesk.domain.status import FeedStatus, ObsStatus, PictureStatus, PrompterStatus, SaveStatus
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import Refused, SessionSnapshot
from livedesk.store.folder import IN_USE, DataFolder
from livedesk.store.peek import peek
from livedesk.ui import fonts, i18n
from livedesk.ui.actions import Actions
from livedesk.ui.background import Background
from livedesk.ui.bridge import Bridge
from livedesk.ui.collector import Collector
from livedesk.ui.context import DeskContext, SheetAnswers
from livedesk.ui.style import finish, prime
from livedesk.ui.theme import Theme, load_theme
from livedesk.ui.window import MainWindow

if TYPE_CHECKING:
    from livedesk.app.desk import Desk
    from livedesk.app.second_start import SecondStarts
    from livedesk.services.importers.preview import ImportPreview

log = logging.getLogger("livedesk")
EXIT_REFUSED, EXIT_IN_USE, EXIT_NO_DISPLAY = 1, 3, 5
SWITCH_S = 0.0005
OPEN_AFTER_PAINT_MS = 50
OPEN_UNPAINTED_AFTER_MS = 1_000
LOOK_OUTSIDE_AFTER_MS = 250
SETTLE_WITHIN_MS = 10_000
SETTLE_LOOK_MS = 5
SAMPLE_IN_MS = 15 * MINUTE
DEFERRED_DELETE = QEvent.Type.DeferredDelete.value
LATEST = (
    ObsStatus, CardInventory, FeedStatus, PrompterStatus, SaveStatus, PictureStatus, Numbers, SoundLevels,
)  # fmt: skip


def run_desktop(options: Namespace) -> int:
    """Open the desktop; returns when it is closed."""
    if not _has_display():
        sys.stderr.write("No display here; play the show with: livedesk rehearse\n")
        return EXIT_NO_DISPLAY
    application = _application()
    folder = DataFolder(data_folder(options.data))
    settings = settings_file.load(folder.settings)
    # The option is for this start: it is never kept.
    spoken = replace(settings, language=options.language or settings.language)
    try:
        opened = open_desk(
            application,
            folder,
            settings,
            language=options.language,
            sample_wanted=options.sample,
            verbose=options.verbose,
        )
    except UserError as error:
        if error.code == IN_USE and _runs_already(application, spoken, folder):
            return 0
        return _refuse(application, spoken, error)
    opened.window.show_fitting()
    _quit_on_signals(application)
    code = application.exec()
    opened.close()
    if opened.opening.refusal is not None:
        return _refuse(application, spoken, opened.opening.refusal)
    return code


def _runs_already(application: QApplication, settings: Settings, folder: DataFolder) -> bool:
    """Bring the desktop that owns the folder to the front, and say so in a line; False where none answers."""
    from livedesk.app.second_start import bring_first_to_front

    if not bring_first_to_front(folder.root):
        return False
    i18n.install(application, settings.language)
    told = QCoreApplication.translate("start", "livedesk is running already and was brought to the front.")
    # A program without a console has nowhere to write, on Windows.
    if sys.stdout is not None:
        sys.stdout.write(f"{told}\n")
    return True


def _refuse(application: QApplication, settings: Settings, error: UserError) -> int:
    """Say in a window of its own why the desk can't be opened."""
    from livedesk.ui.startup_page import StartupPage

    log.warning("the start was refused: %s", error)
    theme, family = dress(application, settings)
    page = StartupPage(error, theme, family)
    finish(application, theme)
    page.show()
    application.exec()
    return EXIT_IN_USE if error.code == IN_USE else EXIT_REFUSED


def dress(application: QApplication, settings: Settings) -> tuple[Theme, str]:
    """Give the application its language and fonts, and its look but for the stylesheet."""
    i18n.install(application, settings.language)
    theme = load_theme(settings.theme)
    family = fonts.load_fonts()
    prime(application, theme, family)
    return theme, family


@dataclass(frozen=True)
class OpenedDesk:
    """The open desk: its window, and the services behind it."""

    window: MainWindow
    desk: Desk
    background: Background
    opening: Opening
    collector: Collector

    def close(self) -> None:
        """End everything but the prompter. What a page keeps as it is left is still asked for; the window goes while
        Qt still lives."""
        self.opening.close()
        self.window.hide()
        self._settle()
        self.background.close()
        self.desk.stop()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, DEFERRED_DELETE)
        self.collector.stop()

    def _settle(self) -> None:
        """Let the edits that stand in line be asked for, one after the other: each waits for the answer before it."""
        if not self.window.unsettled():
            return
        loop, late = QEventLoop(), QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        late.start(SETTLE_WITHIN_MS)
        look = QTimer()
        look.setInterval(SETTLE_LOOK_MS)
        look.timeout.connect(lambda: None if self.window.unsettled() else loop.quit())
        look.start()
        loop.exec()
        if self.window.unsettled():
            log.error("the desk closed with edits that the store had not taken")


def open_desk(
    application: QApplication,
    folder: DataFolder,
    settings: Settings,
    *,
    language: str = "",
    sample_wanted: bool = False,
    verbose: bool = False,
) -> OpenedDesk:
    """Put the desk together over a data folder; its store is opened and its services start once it is painted.
    ``language`` stands in for the settings' in this start. Raises UserError where the folder can't be owned; a store
    that can't be opened closes the window again and is ``opening.refusal``."""
    from livedesk.app.desk import Desk
    from livedesk.app.tape import Tape
    from livedesk.ui.workspaces import make_workspaces

    # A thread that paints gives way to the one that takes within half a millisecond, instead of Python's five.
    sys.setswitchinterval(SWITCH_S)
    folder.create()
    folder.acquire()
    start_logging(folder.logs, verbose=verbose)
    theme, family = dress(application, replace(settings, language=language or settings.language))
    collector = Collector(application)
    bridge = Bridge(latest=LATEST)
    catch_everything(lambda line: bridge.post(Refused(None, UserError("program.unexpected", reason=line))))
    clock = SystemClock()
    tape = Tape(sample("feed.jsonl"), sample("orders.csv")) if sample_wanted else None
    desk = Desk(folder, settings, clock, bridge.post, tape, language)
    background = Background(bridge)
    context = DeskContext(
        bridge=bridge,
        actions=Actions(bridge),
        theme=theme,
        family=family,
        clock=clock,
        dispatch=desk.dispatch,
        settings=settings,
        operator=desk.operator,
        services=desk,
        background=background,
    )
    window = MainWindow(context, make_workspaces(context))
    finish(application, theme)
    opening = Opening(desk, background, collector, window, folder.root, sample_wanted=sample_wanted)
    seen = peek(folder.database, lambda shows: nearest(shows, clock.now().wall_ms))
    if seen is not None:
        bridge.post(SessionSnapshot(None, State(*seen), SaveStatus()))
    window.start()
    return OpenedDesk(window, desk, background, opening, collector)


class Opening(QObject):
    """What happens once the window has painted: the services start, and a show comes on the desk. What they load
    would take the time of the painting before; a window that nobody sees (minimised) is not waited for long."""

    def __init__(
        self,
        desk: Desk,
        background: Background,
        collector: Collector,
        window: MainWindow,
        root: Path,
        *,
        sample_wanted: bool,
    ) -> None:
        super().__init__(window)
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.timeout.connect(self.begin)
        self._start.start(OPEN_UNPAINTED_AFTER_MS)
        window.installEventFilter(self)
        self._desk = desk
        self._background = background
        self._collector = collector
        self._window = window
        self._root = root
        self._sample_wanted = sample_wanted
        self._second_starts: SecondStarts | None = None
        self.refusal: UserError | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window's first painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # A painting that comes later than it was waited for finds the services started already.
            if self._start.isActive():
                self._start.start(OPEN_AFTER_PAINT_MS)
        return False

    def close(self) -> None:
        """A window that goes is brought to the front no more."""
        if self._second_starts is not None:
            self._second_starts.close()

    @Slot()
    def begin(self) -> None:
        """Open the store and a show, off the GUI thread."""
        self._collector.start()
        self._background.run(self._desk.start, self._started, self._refused)

    @Slot(object)
    def _started(self, _: object) -> None:
        self._background.run(self._open, self._opened, self._unopened)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refusal = error
        QCoreApplication.exit(EXIT_REFUSED)

    def _open(self) -> None:
        try:
            self._open_show()
        finally:
            self._desk.accept()

    def _open_show(self) -> None:
        if self._desk.open_interrupted():
            return
        shows = self._desk.shows.summaries()
        if self._sample_wanted:
            sample_show = self._desk.sample_to_come()
            if sample_show:
                self._desk.open_show(sample_show)
            else:
                self._desk.open_sample(sample_soon(self._desk))
        elif shows:
            planned = [(item.show_id, item.planned_start_ms) for item in shows]
            show_id = nearest(planned, SystemClock().now().wall_ms)
            assert show_id is not None  # there is one
            self._desk.open_show(show_id)

    @Slot(object)
    def _unopened(self, error: Exception) -> None:
        # A person can open another show: the services are for that one too.
        self._opened(None)
        self._failed(error)

    @Slot(object)
    def _opened(self, _: object) -> None:
        QTimer.singleShot(LOOK_OUTSIDE_AFTER_MS, self, self._look_outside)

    @Slot()
    def _look_outside(self) -> None:
        from livedesk.app.second_start import SecondStarts

        self._second_starts = SecondStarts(self._window, self._root)
        self._background.run(self._desk.look_outside, self._complete, self._failed)

    @Slot(object)
    def _complete(self, _: object) -> None:
        self._collector.settle()
        Watchdog(self)
        log.info("the desk is complete")

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.publish(Refused(None, error))


def sample_soon(desk: Desk) -> ImportPreview:
    """The sample show, planned to start in a few minutes."""
    preview = desk.preview_sheet(sample(), SheetAnswers())
    assert preview.show is not None
    soon = to_local(SystemClock().now().wall_ms + SAMPLE_IN_MS, preview.show.zone)
    start = soon.replace(minute=soon.minute - soon.minute % 5, second=0, microsecond=0, tzinfo=None)
    return replace(preview, show=reschedule(preview.show, start))


def run_prompter(options: Namespace) -> int:
    """Run the host's prompter (its own process)."""
    from livedesk.ui.prompter.main import run

    folder = DataFolder(data_folder(options.data))
    language = options.language or settings_file.load(folder.settings).language
    return run(
        Path(folder.root),
        fullscreen=options.fullscreen,
        screen=options.screen,
        mirrored=options.mirrored,
        language=language,
        name=options.prompter,
    )


def _application() -> QApplication:
    QApplication.setApplicationName("livedesk")
    QApplication.setDesktopFileName("livedesk")
    QApplication.setStyle("Fusion")
    return QApplication(sys.argv[:1])


def _has_display() -> bool:
    """Whether a window can be shown: on Linux without a display Qt would abort the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _quit_on_signals(application: QApplication) -> None:
    """Let Ctrl+C and a polite kill end the desk in good order. Python runs its handlers only between two calls
    from Qt: the desk's tick, four times a second, is one."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.exit(0))
