"""The text column as film: tiles as textures in Qt's scene graph, whose own thread moves them.

A steady movement is handed to the scene graph as a whole (y0, v, t0), so that no stall of Python shows; what changes
speed or glides is led from frame to frame. Without OpenGL there is none of this, and the window draws the same tiles
itself. No Python may run in the scene graph's thread: the other one waits for it, and holds the interpreter.
"""

from __future__ import annotations

import os
from collections.abc import Collection

from PySide6.QtCore import Q_ARG, QCoreApplication, QEvent, QMetaObject, QObject, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QOffscreenSurface, QOpenGLContext, QPixmap
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickImageProvider, QQuickItem, QQuickView
from PySide6.QtWidgets import QWidget

from livedesk.ui.prompter.document import Document
from livedesk.ui.prompter.motion import Motion
from livedesk.ui.resources import resource

AHEAD_S = 30.0
"""So far a steady movement is handed over."""
ANEW_S = 10.0
"""So often it is set by the clock again."""
PROVIDER = "film"
_HANDS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Wheel)


def prepare_film() -> None:
    """Before the first window: the scene graph draws in a thread of its own, and moves by the time that has passed
    (of itself it takes each frame for one of the screen's, and runs ahead where nothing holds frames to that)."""
    os.environ.setdefault("QSG_RENDER_LOOP", "threaded")
    os.environ.setdefault("QSG_USE_SIMPLE_ANIMATION_DRIVER", "1")


def can_film() -> bool:
    """Whether the scene graph can draw here: OpenGL, or what stands for it, is there."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    return context.create() and context.makeCurrent(surface)


class Pictures(QQuickImageProvider):
    """Hands pictures that were painted before to the scene graph, by number: more than once, for it asks again on a
    screen of another sharpness."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Pixmap)
        self._kept: dict[str, QPixmap] = {}
        self._last = 0

    def keep(self, picture: QPixmap) -> QUrl:
        """Where the picture is found until it is let go."""
        self._last += 1
        self._kept[str(self._last)] = picture
        return QUrl(f"image://{PROVIDER}/{self._last}")

    def requestPixmap(self, picture_id: str, size: QSize, requested: QSize) -> QPixmap:
        """The scene graph takes it over as a texture."""
        return self._kept.get(picture_id, QPixmap())

    def let_go(self, source: QUrl) -> None:
        """The picture is not asked for any more."""
        self._kept.pop(source.fileName(), None)


class Film(QObject):
    """Covers the text column of ``parent``. All of it lives in the GUI thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = QQuickView()
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        # Keys, wheel and pointer belong to the window below, also where the system gives them to this one.
        self.view.setFlag(Qt.WindowType.WindowTransparentForInput)
        self.view.installEventFilter(self)
        self._window = parent
        self._pictures = Pictures()
        self.view.engine().addImageProvider(PROVIDER, self._pictures)
        self.view.setSource(QUrl.fromLocalFile(str(resource("qml", "film.qml"))))
        self._tile = QQmlComponent(self.view.engine(), QUrl.fromLocalFile(str(resource("qml", "tile.qml"))))
        self._stage = self.view.rootObject()
        self._column = self._part("column")
        self._tiles: dict[tuple[int, int], QQuickItem] = {}
        self._laid: dict[str, tuple[int, object]] = {}
        self._motion: Motion | None = None
        self._anew_at = 0.0
        self._running = False
        self.container = QWidget.createWindowContainer(self.view, parent)
        self.container.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the host does reaches the window."""
        if event.type() in _HANDS:
            QCoreApplication.sendEvent(self._window, event)
            return True
        return False

    def place(self, rect: QRect, ground: QColor, across: bool, *, upright: bool) -> None:
        """Where it lies in the window, and how it is mirrored."""
        self.container.setGeometry(rect)
        self._stage.setProperty("ground", ground)
        self._stage.setProperty("flippedAcross", across)
        self._stage.setProperty("flippedUpright", upright)

    def lay(self, name: str, picture: QPixmap | None, corner: QPoint) -> None:
        """Put a picture over the text that does not move with it (None: take it away)."""
        laid = (picture.cacheKey() if picture is not None else 0, corner.toTuple())
        if self._laid.get(name) != laid:
            self._laid[name] = laid
            self._show(self._part(name), picture, corner)

    def load(self, document: Document, tiles: Collection[tuple[int, int]], left: int) -> None:
        """Have these tiles in the column, each at its place; others are let go."""
        wanted = {(id(document.laid[index]), number): (index, number) for index, number in tiles}
        for key in self._tiles.keys() - wanted.keys():
            gone = self._tiles.pop(key)
            self._pictures.let_go(gone.property("source"))
            gone.deleteLater()
        self._column.setX(left)
        for key, (index, number) in wanted.items():
            item = self._tiles.get(key)
            if item is None:
                item = self._tiles[key] = self._make()
                self._show(item, document.tile(index, number), QPoint())
            item.setY(document.tile_top(index, number))

    def follow(self, motion: Motion, read_line: float, now: float) -> None:
        """Stand and move as this motion does; called often."""
        if not motion.steady(now):
            self._motion = None
            self._stand(read_line - motion.position(now))
        elif motion is not self._motion or (now >= self._anew_at and motion.v1):
            self._motion, self._anew_at = motion, now + ANEW_S
            y, far = (read_line - motion.position(t) for t in (now, now + AHEAD_S))
            if motion.v1:
                self._running = True
                self._call("run", y, far, AHEAD_S * 1000)
            else:
                self._stand(y)
        elif not motion.v1 and self._column.y() != read_line - motion.position(now):
            # The last movement has written its end back.
            self._stand(read_line - motion.position(now))

    def _stand(self, y: float) -> None:
        if self._running:
            self._running = False
            self._call("stand", y)
        else:
            self._column.setY(y)

    def _call(self, name: str, *values: float) -> None:
        told = [Q_ARG("QVariant", value) for value in values]
        QMetaObject.invokeMethod(self._stage, name, Qt.ConnectionType.DirectConnection, *told)

    def _part(self, name: str) -> QQuickItem:
        found = self._stage.findChild(QQuickItem, name)
        assert isinstance(found, QQuickItem)  # the stage is our own
        return found

    def _make(self) -> QQuickItem:
        made = self._tile.create()
        assert isinstance(made, QQuickItem)  # the tile is our own
        made.setParent(self)
        made.setParentItem(self._column)
        return made

    def _show(self, item: QQuickItem, picture: QPixmap | None, corner: QPoint) -> None:
        self._pictures.let_go(item.property("source"))
        item.setVisible(picture is not None)
        if picture is None:
            return
        size = picture.deviceIndependentSize()
        item.setSize(size)
        item.setPosition(corner)
        item.setProperty("source", self._pictures.keep(picture))
