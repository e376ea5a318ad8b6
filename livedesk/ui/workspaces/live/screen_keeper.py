"""The windows of the desk and the screens they stand on: where each stood is remembered; a screen that is unplugged
raises an alarm, its windows come where they are seen, and go back when it returns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.domain.desk_layout import Spot

SETTLE_MS = 400
"""A screen that goes and comes moves windows about; what Qt does in that time is nobody's wish."""
_REFUGE = 0.36
"""How much of the height of a screen a window takes that lost its own: the row of GO stays free under it."""


def identity(screen: QScreen) -> str:
    """A screen's name, with its serial number where it tells one."""
    return f"{screen.name()} {screen.serialNumber()}".strip()


class ScreenKeeper(QObject):
    """``placed`` carries a window's name and its :class:`Spot` when a person has moved it; ``lost`` the screen's name
    and the windows' names when a screen goes with windows on it, ``back`` when all of them stand where they stood."""

    placed = Signal(str, object)
    lost = Signal(str, object)
    back = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._windows: dict[str, QWidget] = {}
        self._spots: dict[str, Spot] = {}
        self._away: dict[str, Spot] = {}
        self._moved: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._settled)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.screenRemoved.connect(self._removed)
        application.screenAdded.connect(self._added)

    def watch(self, name: str, window: QWidget, spot: Spot | None) -> None:
        """Follow a window; ``spot`` is where it stood last. It is brought there if its screen is plugged in, else it
        stays where it can be seen until it is."""
        self._windows[name] = window
        window.installEventFilter(self)
        if spot is None:
            return
        self._spots[name] = spot
        screen = self._plugged(spot.screen)
        if screen is None:
            self._away[name] = spot
        elif screen is not window.screen() or not window.isMaximized():
            self._place(window, spot)

    def forget(self, name: str) -> None:
        """A window has gone."""
        window = self._windows.pop(name, None)
        if window is not None:
            window.removeEventFilter(self)
        had = self._away.pop(name, None)
        if had is not None and not self._away:
            self.back.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Windows that a person moves or resizes stand there from now on."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            name = next((name for name, window in self._windows.items() if window is watched), "")
            if name and name not in self._away:
                self._moved.add(name)
                self._timer.start()
        return False

    @staticmethod
    def _plugged(name: str) -> QScreen | None:
        return next((screen for screen in QGuiApplication.screens() if identity(screen) == name), None)

    @staticmethod
    def _place(window: QWidget, spot: Spot) -> None:
        maximised = window.isMaximized()
        if maximised:
            window.showNormal()
        window.setGeometry(spot.x, spot.y, spot.width, spot.height)
        if maximised:
            window.showMaximized()

    @Slot()
    def _settled(self) -> None:
        moved, self._moved = self._moved, set()
        for name in moved:
            window = self._windows.get(name)
            if window is None or name in self._away or not window.isVisible():
                continue
            place = window.geometry()
            spot = Spot(identity(window.screen()), place.x(), place.y(), place.width(), place.height())
            self._spots[name] = spot
            self.placed.emit(name, spot)

    @Slot(QScreen)
    def _removed(self, screen: QScreen) -> None:
        gone = identity(screen)
        names = [name for name, spot in self._spots.items() if spot.screen == gone and name in self._windows]
        for name in names:
            self._away[name] = self._spots[name]
            self._moved.discard(name)
        if names:
            # Qt moves windows about while the screen goes: after it, they are brought where they are seen.
            QTimer.singleShot(SETTLE_MS, self, self._refuge)
            self.lost.emit(screen.name(), tuple(names))

    @Slot()
    def _refuge(self) -> None:
        primary = QGuiApplication.primaryScreen()
        if primary is None:
            return
        room = primary.availableGeometry()
        for at, name in enumerate(self._away):
            window = self._windows.get(name)
            if window is None or self._plugged(self._away[name].screen) is not None:
                continue
            if window.isMaximized():
                window.showNormal()
                window.setGeometry(room)
                window.showMaximized()
                continue
            size = window.size().boundedTo(room.size())
            height = min(size.height(), round(room.height() * _REFUGE))
            left = room.left() + min(40 * at, max(0, room.width() - size.width()))
            window.setGeometry(QRect(left, room.top() + 40, size.width(), height))
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)

    @Slot(QScreen)
    def _added(self, _screen: QScreen) -> None:
        QTimer.singleShot(SETTLE_MS, self, self._return)

    @Slot()
    def _return(self) -> None:
        came = [name for name, spot in self._away.items() if self._plugged(spot.screen) is not None]
        for name in came:
            spot = self._away.pop(name)
            window = self._windows.get(name)
            if window is not None:
                self._place(window, spot)
        if came and not self._away:
            self.back.emit()
