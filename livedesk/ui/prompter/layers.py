"""What lies over the host's text and does not move with it, painted when it changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from livedesk.domain.prompt import PromptFeed, PromptStage
from livedesk.ui.fonts import font
from livedesk.ui.prompter.look import Frame, load_look
from livedesk.ui.prompter.room import band, paint_empty, paint_notes, shade

Laid = tuple[str, QPixmap | None, QPoint]
"""A layer's name, its picture (None: it is not seen), and its corner in the text's part of the window."""
Said = tuple[tuple[str, str], ...]
COUNTED_S = 60
"""From here on seconds are counted, in the corner, clear of what is read …"""
LARGE_S = 10
"""… and from here on so large that nothing else is."""


def has_text(feed: PromptFeed | None) -> bool:
    """Whether there is anything to read."""
    return feed is not None and bool(feed.blocks)


class Layers:
    """The shade and the band of the read line; where there is no text, what it waits for; what the director lays over
    it (nothing but the ground, or the seconds to a moment); and notes in the corner."""

    def __init__(self, frame: Frame, family: str) -> None:
        self._family = family
        self._stage = PromptStage()
        self._count = 0
        self._said: Said = ()
        self.resize(frame)

    def resize(self, frame: Frame) -> None:
        """Paint everything for another size."""
        self._frame = frame
        self._shade, self._band = shade(frame), band(frame)
        self._empty: dict[bool, QPixmap] = {}
        self._note = paint_notes(self._said, frame, self._family)
        self._paint_over()

    def set_stage(self, stage: PromptStage) -> None:
        """What the director wants now."""
        self._stage = stage
        self._paint_over()

    def say(self, said: Said) -> bool:
        """Have these notes in the corner, each with its colour token; whether they are others than before."""
        if said == self._said:
            return False
        self._said = said
        self._note = paint_notes(said, self._frame, self._family)
        return True

    def look(self, now_ms: float) -> bool:
        """Whether another second is to be shown at an instant of the desk's clock: none before the last minute, and
        none once the moment has come."""
        until = self._stage.count_until_ms
        left = 0 if until is None else -int(-(until - now_ms) // 1_000)
        count = left if 0 < left <= COUNTED_S else 0
        if count == self._count:
            return False
        self._count = count
        self._paint_over()
        return True

    def laid(self, feed: PromptFeed | None) -> tuple[Laid, ...]:
        """Every layer, the lowest first."""
        text, frame = has_text(feed), self._frame
        pad, height = frame.px(24), round(self._note.deviceIndependentSize().height())
        return (
            ("empty", None if text else self._waiting(feed is not None), QPoint()),
            ("shade", self._shade if text else None, QPoint(frame.margin, 0)),
            ("band", self._band if text else None, frame.band.topLeft()),
            *self._over,
            ("note", self._note if self._said else None, QPoint(pad, frame.size.height() - pad - height)),
        )

    def _waiting(self, attached: bool) -> QPixmap:
        if attached in self._empty:
            return self._empty[attached]
        if attached:
            head = QCoreApplication.translate("PrompterWindow", "No script in this show yet")
            hint = QCoreApplication.translate("PrompterWindow", "What is written for the segments appears here")
        else:
            head = QCoreApplication.translate("PrompterWindow", "Waiting for the desk")
            hint = QCoreApplication.translate(
                "PrompterWindow", "Open the show in livedesk; the text comes by itself"
            )
        made = self._empty[attached] = paint_empty(head, hint, self._frame, self._family)
        return made

    def _paint_over(self) -> None:
        frame, large = self._frame, self._count <= LARGE_S
        side, edge = frame.px(420 if large else 200), frame.px(24)
        half = QPoint(side // 2, side // 2)
        corner = frame.text.center() - half if large else QPoint(frame.text.right() - side - edge, edge)
        self._over: tuple[Laid, ...] = (
            ("blank", self._ground() if self._stage.blank else None, QPoint()),
            ("count", self._seconds(side) if self._count else None, corner),
        )

    def _ground(self) -> QPixmap:
        made = self._frame.canvas(self._frame.text.width(), self._frame.text.height())
        made.fill(load_look().color("bg"))
        return made

    def _seconds(self, side: int) -> QPixmap:
        look = load_look()
        made = self._frame.canvas(side, side)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QPen(look.color("air"), side / 42))
        painter.setBrush(look.color("panel", 0.92))
        edge = side / 50
        painter.drawEllipse(QRectF(edge, edge, side - 2 * edge, side - 2 * edge))
        painter.setPen(look.color("text"))
        painter.setFont(font(self._family, side * 230 // 420, bold=True))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()
        return made
