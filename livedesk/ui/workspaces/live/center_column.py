"""The middle column: pictures, the blind row, scenes, numbers, log. The blind row stays where it is.

Whatever appears (a banner over the desk, a strip under the scenes) takes its room from the pictures above or from
the numbers below, never from the buttons between them. Where a strip would be cut, the numbers go until it does.
A marked moment takes no room: its strip lies over the head of the numbers, or of the log.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.run import Phase
from livedesk.ui.context import DeskContext
from livedesk.ui.status_bar import MESSAGE_MS
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.banner import Banner, BannerStack
from livedesk.ui.workspaces.live.log_panel import LogPanel
from livedesk.ui.workspaces.live.moment_strip import MomentStrip
from livedesk.ui.workspaces.live.monitors import Monitors
from livedesk.ui.workspaces.live.numbers_panel import NumbersPanel
from livedesk.ui.workspaces.live.override import OverrideStrip
from livedesk.ui.workspaces.live.scenes import SceneBar
from livedesk.ui.workspaces.live.transport import Transport
from livedesk.ui.workspaces.live.view import DeskView

_PICTURE_SHARE = 0.25
_NUMBERS_SHARE, _LOG_SHARE = 5, 2
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own: no limit."""


class CenterColumn(QWidget):
    """``report`` asks for the report of a show that is over, ``again`` for another run of it."""

    report = Signal()
    again = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.monitors = Monitors(context)
        self.transport = Transport(context)
        self.scenes = SceneBar(context)
        self.override = OverrideStrip(context)
        self.moment = MomentStrip(context)
        self.notes = BannerStack()
        self.numbers = NumbersPanel(context)
        self.log = LogPanel(context)
        self._pictures = self._whole = True
        self._own: tuple[QWidget, ...] = (self.numbers, self.log)
        self._lower = QWidget()
        self._lower.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        lower = QVBoxLayout(self._lower)
        upper = QVBoxLayout(self)
        for box in (lower, upper):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(GAP)
        upper.addWidget(self.monitors, 1)
        upper.addWidget(self._lower)
        for part in (self.transport, self.scenes, self.override, self.notes):
            lower.addWidget(part)
        below = self._below = QGridLayout()
        below.setVerticalSpacing(GAP)
        below.addWidget(self.numbers, 0, 0)
        below.addWidget(self.log, 1, 0)
        below.addWidget(self.moment, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._strip_row = 0
        lower.addLayout(below, 1)
        self._around: int | None = None
        self._passing = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MESSAGE_MS)
        self._timer.timeout.connect(self.forget)

    def show_view(self, view: DeskView) -> None:
        """Show everything at this moment."""
        self.transport.show_view(view)
        self.moment.show_view(view)
        # Its keys act in every layout.
        self.scenes.show_view(view)
        if self._pictures:
            self.monitors.show_view(view)
        if self.numbers in self._own:
            self.numbers.show_view(view)
        if not self.override.isHidden() and not self.override.stands(view):
            if self.override.typing:
                self._context.actions.rest()
            self.override.dismiss()
        elif not self.override.isHidden():
            self.override.reword(view)
        if view.run.phase is Phase.ENDED:
            self._offer_report()
        else:
            self.notes.drop("ended")
        self.notes.setVisible(bool(self.notes.keys))
        self._fit()

    def loosen(self) -> None:
        """Ask for no room of its own until it is told its next form: on its way to another layout it would push the
        window."""
        self._lower.setMinimumHeight(0)
        self.setMinimumHeight(0)

    def gather(self, *, pictures: bool, absent: frozenset[str], whole: bool) -> None:
        """Take the form that a layout wants: with the pictures and the scenes or without them; ``whole`` with numbers
        and log under them, but those of ``absent``. GO and what asks beneath it are always there."""
        self._pictures, self._whole = pictures, whole
        named = (("numbers", self.numbers), ("log", self.log))
        self._own = tuple(part for name, part in named if whole and name not in absent)
        for row, (_, part) in enumerate(named):
            self._below.removeWidget(part)
            if part in self._own:
                self._below.addWidget(part, row, 0)
                part.show()
            elif part.parentWidget() is self._lower:
                part.hide()
        self.monitors.setVisible(pictures)
        self.scenes.setVisible(pictures)
        self.setMinimumHeight(0)
        self.setMaximumHeight(QWIDGETSIZE_MAX)
        self._place()

    def ask(self, view: DeskView, problem: str = "") -> None:
        """Ask for a name and a reason before a show goes on air all the same."""
        self.override.ask(view, problem)
        self._fit()

    def say(self, key: str, text: str, *, tone: str = "warn", lasting: bool = False) -> None:
        """Say a sentence in place until it is closed; unless it is ``lasting`` it also goes by itself after eight
        seconds and with the next thing that happens (:meth:`forget`). ``tone`` is warn or info."""
        self._passing = "" if lasting else key
        if not lasting:
            self._timer.start()
        banner = Banner(self._context.theme, self._context.family, text, tone=tone)
        button = QPushButton(self.tr("OK"))
        button.setObjectName(key)
        button.clicked.connect(self._close)
        banner.add(button)
        self.notes.put(key, banner)
        self._fit()

    @Slot()
    def forget(self) -> None:
        """Take away what was said in passing: something happened since."""
        self._timer.stop()
        if self._passing:
            self.notes.drop(self._passing)
            self._passing = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the blind row where it is: its distance from the bottom depends on the window alone, not on the
        banners in it. What stands around this column without any banner is the least ever seen around it."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if not self._whole:
            self._fit()
            return
        around = self.window().height() - self.height()
        if self.window().isVisible():
            self._around = around if self._around is None else min(self._around, around)
        full = self.window().height() - (around if self._around is None else self._around)
        pictures = min((self.width() - GAP) // 2 * 9 // 16, round(full * _PICTURE_SHARE))
        pictures = max(pictures, self.monitors.minimumSizeHint().height())
        self._lower.setFixedHeight(max(0, full - pictures - GAP))
        self._fit()

    def _fit(self) -> None:
        """What asks is read whole: where there is no room for it, the numbers go meanwhile, then the log."""
        over = () if self._own else (self.moment,)
        asks = [part for part in (self.override, *over, self.notes) if not part.isHidden()]
        if not self._whole:
            rows = [self.transport, *([self.scenes] if self._pictures else []), *asks]
            tall = sum(self._tall(part) for part in rows) + GAP * (len(rows) - 1)
            self._lower.setFixedHeight(tall)
            if not self._pictures:
                self.setFixedHeight(tall)
            return
        room = self._lower.height() - sum(self._tall(part) + GAP for part in (self.transport, self.scenes, *asks))
        log = self.log.minimumSizeHint().height()
        numbers = self.numbers.minimumSizeHint().height() + GAP
        crowded = bool(asks) or self.scenes.arranging
        self.numbers.setVisible(self.numbers in self._own and (not crowded or room >= numbers + log))
        self.log.setVisible(self.log in self._own and (not crowded or room >= log))
        self._share()

    def _share(self) -> None:
        """Give each of numbers and log its share, and lay the strip over the first of them that is there."""
        there = [part in self._own and not part.isHidden() for part in (self.numbers, self.log)]
        for row, share in enumerate((_NUMBERS_SHARE, _LOG_SHARE)):
            # An empty row of a grid takes its share all the same.
            self._below.setRowStretch(row, share if there[row] else 0)
        over = there.index(True) if True in there else 0
        if self._strip_row != over:
            self._strip_row = over
            self._below.removeWidget(self.moment)
            self._below.addWidget(self.moment, over, 0, Qt.AlignmentFlag.AlignTop)

    def _tall(self, part: QWidget) -> int:
        """The height that a part needs at the width of the column."""
        wanted = part.heightForWidth(self.width()) if part.hasHeightForWidth() else -1
        return wanted if wanted > 0 else part.sizeHint().height()

    def _offer_report(self) -> None:
        if self.notes.banner("ended") is not None:
            return
        text = self.tr("The show is over. Its report is made from the log and the numbers.")
        banner = Banner(self._context.theme, self._context.family, text, tone="info")
        button = QPushButton(self.tr("Open the report"))
        button.setObjectName("open-report")
        button.clicked.connect(self.report)
        banner.add(button, "primary")
        again = QPushButton(self.tr("Open a new run"))
        again.setObjectName("open-again")
        again.clicked.connect(self.again)
        banner.add(again)
        self.notes.put("ended", banner)

    @Slot()
    def _close(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.notes.drop(sender.objectName())
