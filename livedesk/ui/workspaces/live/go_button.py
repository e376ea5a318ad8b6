"""GO: the one button that is never looked for. It says what it will do, and by itself when it will."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from livedesk.ui.actions import Action, Actions, key_label
from livedesk.ui.theme import GO, LABEL, RADIUS, TEXT_BIG, Theme
from livedesk.ui.widgets import paint

HEIGHT = 76


class GoButton(QPushButton):
    """Follows the action ``go``; ``detail`` is the line under its words: what comes, or why not."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("button-go")
        self._actions = actions
        self._action: Action = actions["go"]
        self._theme = theme
        self._detail = ""
        self._count = ""
        self._blocked = False
        self._stop_key = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._action.changed.connect(self._follow)
        self.clicked.connect(self._pressed)
        self._follow()

    @property
    def detail(self) -> str:
        """The line under the words."""
        return self._detail

    @property
    def count(self) -> str:
        """The countdown to an auto-follow, empty where there is none."""
        return self._count

    def set_detail(self, detail: str, count: str = "", *, blocked: bool = False, stop_key: str = "") -> None:
        """Say what comes, and in how long it comes by itself; ``blocked``: pressing it will be refused;
        ``stop_key``: the key that calls the automatic follow off, or on again."""
        if (detail, count, blocked, stop_key) != (self._detail, self._count, self._blocked, self._stop_key):
            self._detail, self._count, self._blocked, self._stop_key = detail, count, blocked, stop_key
            self.setAccessibleDescription(f"{detail} {count}".strip())
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for four Chinese characters, the key and the countdown."""
        return QSize(216, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return QSize(168, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, words, key, and the line under them."""
        theme, enabled = self._theme, self._action.isEnabled() and not self._blocked
        ground = theme.color("go") if enabled else QColor(theme.mix("go", "panel", 0.16))
        if enabled and self.isDown():
            ground = QColor(theme.mix("bg", "go", 0.22))
        elif enabled and self.underMouse():
            ground = QColor(theme.mix("text", "go", 0.12))
        ink = theme.color("on_go") if enabled else theme.color("go" if self._blocked else "faint")
        with QPainter(self) as painter:
            line = None if enabled else QColor(theme.mix("go", "panel", 0.3))
            paint.box(painter, self.rect(), ground, line=line, radius=RADIUS)
            inner = self.rect().adjusted(14, 8, -10, -8)
            words, key = self._action.text().replace("&", ""), key_label(self._action.key)
            head = QRect(inner.left(), inner.top(), inner.width(), 36)
            size = GO if paint.width(words, GO, bold=True) < inner.width() - 40 else GO - 6
            paint.text(painter, head, words, ink, size, bold=True)
            used = paint.width(words, size, bold=True) + 10
            wide = paint.width(key, 11) + 12
            if used + wide <= inner.width():
                spot = QRect(inner.left() + used, head.center().y() - 8, wide, 18)
                paint.box(painter, spot, None, line=ink, radius=4)
                paint.text(painter, spot, key, ink, 11, align=paint.CENTER)
            foot = QRect(inner.left(), head.bottom(), inner.width(), 24)
            if self._stop_key:
                wide = paint.width(self._stop_key, 11) + 12
                spot = QRect(foot.right() - wide, foot.center().y() - 8, wide, 18)
                paint.box(painter, spot, None, line=ink, radius=4)
                paint.text(painter, spot, self._stop_key, ink, 11, align=paint.CENTER)
                foot.adjust(0, 0, -wide - 8, 0)
            paint.text(painter, foot, self._count, ink, TEXT_BIG, bold=True, align=paint.RIGHT)
            if self._count:
                foot.adjust(0, 0, -paint.width(self._count, TEXT_BIG, bold=True) - 10, 0)
            paint.text(painter, foot, self._detail, ink if enabled else theme.color("warn"), LABEL)

    def _pressed(self) -> None:
        self._actions.trigger(self._action.id)

    def _follow(self) -> None:
        self.setAccessibleName(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.update()
