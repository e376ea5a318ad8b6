"""The host's view of the desk: the time that is left, what comes, what is presented and at what price, what the
director says and whether the host has confirmed it, readable from two metres."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.domain.run import Phase
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.cut_words import must_cut
from livedesk.ui.fonts import figures, font
from livedesk.ui.theme import RADIUS
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.live.view import DeskView

_UNIT = 720
"""The board is drawn for this height; its type grows and shrinks with it."""
_MESSAGE_SIZES = (40, 34, 28, 23, 19)


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands on the board, with the tones of what changes its colour."""

    now: str
    prompter: str
    prompter_tone: str
    caption: str
    left: str
    tone: str
    title: str
    cut: str
    cut_tone: str
    coming: str
    goods: str
    price: str
    offer: str
    said: str
    answer: str = ""
    answer_tone: str = "dim"

    def spoken(self) -> str:
        """In words, for who hears it read."""
        left = f"{self.caption} {self.left}".strip()
        parts = (self.now, left, self.title, self.cut, self.coming, self.goods, self.price, self.offer)
        return " · ".join(part for part in (*parts, self.said, self.answer, self.prompter) if part)


class HostBoard(QWidget):
    """Painted; nothing on it is pressed."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("host-board")
        self._context = context
        self._told: _Told | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 260)

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(900, _UNIT)

    def show_view(self, view: DeskView) -> None:
        """Show this moment."""
        told = self._tell(view)
        if told != self._told:
            self._told = told
            self.setAccessibleName(told.spoken())
            self.update()

    def _tell(self, view: DeskView) -> _Told:
        table, segment = view.table, view.on_air
        caption, left, tone = self._left(view)
        title = segment.title if segment is not None and view.live else ""
        plan = view.show.standby(view.standby) if view.standby else None
        if plan is not None:
            title = plan.title
        if not view.live:
            title = self.tr("The show is over") if view.run.phase is Phase.ENDED else self.tr("Not on air yet")
        cut, cut_tone = must_cut(table, view.show.zone)
        product, offer = view.product, view.offer
        messages = view.run.messages if view.live else ()
        more = f" (+{len(messages) - 1})" if len(messages) > 1 else ""
        return _Told(
            now=fmt.clock(table.now, view.show.zone),
            prompter=self.tr("Prompter is open") if view.prompted else "▲ " + self.tr("No prompter"),
            prompter_tone="dim" if view.prompted else "warn",
            caption=caption,
            left=left,
            tone=tone,
            title=title,
            cut=cut,
            cut_tone=cut_tone,
            coming="" if view.next is None else self.tr("Next: {0}").format(view.next.title),
            goods="" if product is None else product.name,
            price="" if offer is None or offer.price is None else fmt.money(offer.price),
            offer="" if offer is None else offer.words,
            said=messages[-1].text + more if messages else "",
            **self._answer(view),
        )

    def _answer(self, view: DeskView) -> dict[str, str]:
        """Whether the host has confirmed the newest message, as on the desk."""
        if not view.live or not view.run.messages:
            return {}
        if view.prompted and view.acknowledged >= view.run.messages[-1].message_id:
            return {"answer": "✓ " + self.tr("seen"), "answer_tone": "go"}
        return {"answer": self.tr("not confirmed"), "answer_tone": "next"}

    def _left(self, view: DeskView) -> tuple[str, str, str]:
        """The large time: what it is, its figures, and its tone."""
        remaining = view.table.remaining
        if view.live and remaining is not None:
            if remaining < 0:
                return "▲ " + self.tr("over by"), "+" + fmt.duration(-remaining), "warn"
            return self.tr("left"), fmt.countdown(remaining), "next" if remaining <= 30_000 else "text"
        if view.live:
            return self.tr("on air for"), fmt.duration(view.table.elapsed), "text"
        until = view.table.plan.start - view.table.now
        if until > 0 and view.run.phase is not Phase.ENDED:
            return self.tr("until the start"), fmt.hms(until), "text"
        return "", "", "dim"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        told = self._told
        if told is None:
            return
        theme, rect = self._context.theme, self.rect()
        scale = min(rect.height() / _UNIT, rect.width() / 1_000)

        def px(size: float) -> int:
            return max(1, round(size * scale))

        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            paint.box(painter, rect, theme.color("panel"), line=theme.color("line"), radius=RADIUS)
            inner = rect.adjusted(px(36), px(24), -px(36), -px(24))
            head = QRect(inner.left(), inner.top(), inner.width(), px(70))
            self._write(painter, head, told.now, "dim", px(44), True)
            self._write(painter, head, told.prompter, told.prompter_tone, px(26), False, right=True)
            big = QRect(inner.left(), inner.top() + px(54), inner.width(), px(210))
            self._write(painter, big, told.left, told.tone, px(170), True)
            beside = big.adjusted(painter.fontMetrics().horizontalAdvance(told.left) + px(24), px(100), 0, 0)
            tone = told.tone if told.tone == "warn" else "dim"
            self._write(painter, beside, told.caption, tone, px(30), False)
            y = inner.top() + px(272)
            self._write(painter, QRect(inner.left(), y, inner.width(), px(70)), told.title, "text", px(48), False)
            cut = QRect(inner.left(), y + px(66), inner.width(), px(40))
            self._write(painter, cut, told.cut, told.cut_tone, px(26), False)
            coming = QRect(inner.left(), y + px(110), inner.width(), px(50))
            self._write(painter, coming, told.coming, "next", px(32), False)
            y += px(176)
            wide = inner.width() // 3
            name = QRect(inner.left(), y, inner.width() - wide, px(56))
            self._write(painter, name, told.goods, "text", px(36), False)
            self._write(painter, name.translated(0, px(52)), told.offer, "dim", px(26), False)
            spot = QRect(inner.right() - wide, y, wide, px(96))
            self._write(painter, spot, told.price, "air", px(68), True, right=True)
            if told.said:
                foot = QRect(inner.left(), inner.bottom() - px(102), inner.width(), px(102))
                self._message(painter, foot, told, scale)

    def _message(self, painter: QPainter, foot: QRect, told: _Told, scale: float) -> None:
        """The newest message in its box, in the largest type that holds the whole of it."""
        theme, pad = self._context.theme, max(1, round(20 * scale))
        ground = QColor(theme.mix("info", "panel", 0.22))
        paint.box(painter, foot, ground, line=theme.color("info"), radius=RADIUS)
        room = foot.adjusted(pad, 0, -pad, 0)
        small = max(1, round(26 * scale))
        self._write(painter, room, told.answer, told.answer_tone, small, False, right=True)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(told.answer) - pad)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for size in _MESSAGE_SIZES:
            face = font(self._context.family, size, bold=True)
            face.setPixelSize(max(1, round(size * scale)))
            painter.setFont(face)
            if painter.fontMetrics().boundingRect(room, flags, told.said).height() <= room.height():
                break
        painter.setPen(theme.color("text"))
        painter.setClipRect(foot)
        painter.drawText(room, flags, told.said)

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        tone: str,
        size: int,
        numbers: bool,
        *,
        right: bool = False,
    ) -> None:
        if not text:
            return
        family = self._context.family
        face: QFont = figures(family, size) if numbers else font(family, size, bold=True)
        face.setPixelSize(size)
        painter.setFont(face)
        painter.setPen(self._context.theme.color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)
