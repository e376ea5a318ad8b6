"""The prompter's process: one window, one line to the desk, one per data folder and name."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QRect, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from livedesk.domain.prompt import PromptPacket
from livedesk.services.prompter.process import own_folder
from livedesk.ui.fonts import load_fonts
from livedesk.ui.i18n import install
from livedesk.ui.prompter.client import DeskLink
from livedesk.ui.prompter.film import can_film, prepare_film
from livedesk.ui.prompter.look import DESIGN
from livedesk.ui.prompter.view import View, read_view, write_view
from livedesk.ui.prompter.window import PrompterWindow

REPORT_MS = 1_000
ALREADY_RUNNING = 3
log = logging.getLogger(__name__)


class Prompter(QObject):
    """Ties the window to the desk's line: feeds, the stage and orders in, reports out."""

    def __init__(
        self, data: Path, window: PrompterWindow, parent: QObject | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._own = own_folder(data, name)
        self._window = window
        self._home = ""
        self._away = False
        self._airing = (0, "")
        self._link = DeskLink(data, self, name=name)
        self._link.received.connect(self._take)
        self._link.staged.connect(window.set_stage)
        self._link.ordered.connect(window.obey)
        self._link.report_due.connect(self._report)
        self._link.answering.connect(window.desk_answers)
        window.reported.connect(self._report)
        window.changed.connect(self._keep)
        window.closed.connect(self._leave)
        self._timer = QTimer(self)
        self._timer.setInterval(REPORT_MS)
        self._timer.timeout.connect(self._report)

    def start(self) -> None:
        """Attach to the desk, now or when it comes."""
        self._report()
        self._link.start()
        self._timer.start()

    def _take(self, packet: object) -> None:
        assert isinstance(packet, PromptPacket)  # the link sends nothing else
        if packet.close:
            self._window.close()
        elif packet.feed is not None:
            feed = packet.feed
            self._window.take(feed, packet.place, packet.acknowledged)
            if (feed.airing, feed.item_id) != self._airing:
                self._airing = feed.airing, feed.item_id
                log.info("airing %d: %s", feed.airing, feed.item_id)
            self._report()

    def _report(self) -> None:
        self._link.report(self._window.report())

    def _keep(self) -> None:
        window = self._window
        if not self._away:
            self._home = window.screen().name() if window.isFullScreen() else ""
        try:
            write_view(self._own, View(bool(self._home), window.mirrored, self._home))
        except OSError as error:
            log.warning("the view is not kept: %s", error)

    def screen_removed(self, screen: QScreen) -> None:
        """The host's screen is gone: Qt moves the window over whatever is left, which is the director's desk. It
        waits, minimised, until its screen is there again; the desk is told that nobody sees it."""
        if self._home and screen.name() == self._home:
            self._away = True
            self._window.showMinimized()
            self._report()

    def screen_added(self, screen: QScreen) -> None:
        """The host's screen is back, and the window on it."""
        if self._away and screen.name() == self._home:
            self._away = False
            self._window.setGeometry(screen.geometry())
            self._window.set_full_screen(True)
            self._report()

    def _leave(self) -> None:
        self._timer.stop()
        self._link.leave(self._window.report(closing=True))


def run(
    data_dir: Path,
    *,
    fullscreen: bool = False,
    screen: int = -1,
    mirrored: bool = False,
    language: str = "",
    name: str = "",
) -> int:
    """Show the prompter of a data folder until it is closed; returns the exit code (3: it runs already).

    ``name`` tells it from others of the folder (empty: the first one). ``screen`` counts from 0 (-1: the one of last
    time). Full screen and mirroring are as asked for, or as the host left them. ``language`` is ``zh_CN``, ``en`` or
    empty for the system's.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    prepare_film()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # only a console program makes another kind
    application.setApplicationName("livedesk")
    own = own_folder(data_dir, name)
    own.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(own / "prompter.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        log.warning("the prompter %s of this data folder runs already", name)
        return ALREADY_RUNNING
    install(application, language)
    kept = read_view(own)
    window = PrompterWindow(load_fonts(), filmed=can_film())
    if name:
        window.setWindowTitle(f"{window.windowTitle()} · {name}")
    window.mirrored = kept.mirrored or mirrored
    window.setGeometry(_first_place(_screen(application, screen, kept.screen)))
    prompter = Prompter(data_dir, window, application, name=name)
    application.screenRemoved.connect(prompter.screen_removed)
    application.screenAdded.connect(prompter.screen_added)
    # Full screen on another screen than the host's own would lie over the director's desk.
    there = any(screen_.name() == kept.screen for screen_ in application.screens())
    if fullscreen or (kept.full_screen and (there or screen >= 0)):
        window.set_full_screen(True)
    else:
        window.show()
    prompter.start()
    code = application.exec()
    lock.unlock()
    return code


def _screen(application: QApplication, number: int, name: str) -> QScreen:
    screens = application.screens()
    if 0 <= number < len(screens):
        return screens[number]
    return next((screen for screen in screens if screen.name() == name), application.primaryScreen())


def _first_place(screen: QScreen) -> QRect:
    """A window in the middle of its screen, in the design's shape."""
    room = screen.availableGeometry()
    share = min(1.0, 0.9 * room.width() / DESIGN.width(), 0.9 * room.height() / DESIGN.height())
    place = QRect(0, 0, round(DESIGN.width() * share), round(DESIGN.height() * share))
    place.moveCenter(room.center())
    return place
