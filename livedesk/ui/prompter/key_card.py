"""The keys of the host, as a card over the text: F1 shows it and takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from livedesk.ui.fonts import font
from livedesk.ui.key_rows import KEY_ROWS, PROMPTER, told
from livedesk.ui.prompter.look import Frame, load_look


class KeyCard(QFrame):
    """Takes no key and no click; hidden until it is asked for."""

    def __init__(self, family: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._family = family
        look = load_look()
        self.setObjectName("key-card")
        ground, ink, line = (look.color(token).name() for token in ("panel", "text", "line"))
        self.setStyleSheet(
            f"#key-card {{ background: {ground}; border: 1px solid {line}; border-radius: 8px; }}"
            f"#key-card QLabel {{ background: transparent; color: {ink}; }}"
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        rows = next(rows for title, rows in KEY_ROWS if title == PROMPTER)
        self.labels: list[QLabel] = []
        for row, (key, deed) in enumerate(rows):
            for column, text in enumerate((key, deed)):
                label = QLabel(told(text), self)
                label.setTextFormat(Qt.TextFormat.PlainText)
                self.labels.append(label)
                self._grid.addWidget(label, row, column)
        self.hide()

    def place(self, frame: Frame) -> None:
        """Fit the window's size: at the lower left, clear of the reading line."""
        face = font(self._family, frame.px(24))
        for label in self.labels:
            label.setFont(face)
        pad = frame.px(18)
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setHorizontalSpacing(frame.px(30))
        self._grid.setVerticalSpacing(frame.px(6))
        self.adjustSize()
        self.move(frame.px(24), frame.size.height() - self.height() - frame.px(24))
