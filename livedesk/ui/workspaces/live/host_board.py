"""The host's view of the desk: the time that is left, what comes, what is presented and at what price, and what the
director says, readable from two metres."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.domain.run import Phase
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.fonts import figures, font
from livedesk.ui.theme import RADIUS
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.live.cut_words import must_cut
from livedesk.ui.workspaces.live.view import DeskView

_UNIT = 720
"""The board is drawn for this height; its type grows and shrinks with it."""


class HostBoard(QWidget):
    """Painted; nothing on it is pressed."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("host-board")
        self._context = context
        self._view: DeskView | None = None
        self._words: tuple[str, ...] = ()
        self._tones: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 260)

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(900, _UNIT)

    def show_view(self, view: DeskView) -> None:
        """Show this moment."""
        words, tones = self._told(view)
        if words != self._words or tones != self._tones:
            self._words, self._tones = words, tones
            self.setAccessibleName(" · ".join(word for word in words if word))
            self.update()

    def _told(self, view: DeskView) -> tuple[tuple[str, ...], tuple[str, ...]]:
        table, segment = view.table, view.on_air
        left, tone = self._left(view)
        title = segment.title if segment is not None and view.live else ""
        plan = view.show.standby(view.standby) if view.standby else None
        if plan is not None:
            title = plan.title
        if not view.live:
            title = self.tr("The show is over") if view.run.phase is Phase.ENDED else self.tr("Not on air yet")
        cut, cut_tone = must_cut(table, view.show.zone)
        following = view.next
        coming = "" if following is None else self.tr("Next: {0}").format(following.title)
        product = view.product
        goods = "" if product is None else product.name
        price = "" if product is None or product.live_price is None else fmt.money(product.live_price)
        offer = "" if product is None else product.offer
        said = view.run.messages[-1].text if view.run.messages else ""
        now = fmt.clock(table.now, view.show.zone)
        return (now, left, title, cut, coming, goods, price, offer, said), (tone, cut_tone)

    def _left(self, view: DeskView) -> tuple[str, str]:
        remaining = view.table.remaining
        if view.live and remaining is not None:
            if remaining < 0:
                return "+" + fmt.duration(-remaining), "warn"
            return fmt.countdown(remaining), "next" if remaining <= 30_000 else "text"
        if view.live:
            return fmt.duration(view.table.elapsed), "text"
        until = view.table.plan.start - view.table.now
        return (fmt.hms(until), "text") if until > 0 and view.run.phase is not Phase.ENDED else ("", "dim")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._words:
            return
        now, left, title, cut, coming, goods, price, offer, said = self._words
        tone, cut_tone = self._tones
        theme, rect = self._context.theme, self.rect()
        scale = min(rect.height() / _UNIT, rect.width() / 1_000)

        def px(size: float) -> int:
            return max(1, round(size * scale))

        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            paint.box(painter, rect, theme.color("panel"), line=theme.color("line"), radius=RADIUS)
            inner = rect.adjusted(px(36), px(24), -px(36), -px(24))
            self._write(painter, QRect(inner.left(), inner.top(), inner.width(), px(70)), now, "dim", px(44), True)
            self._write(
                painter,
                QRect(inner.left(), inner.top() + px(54), inner.width(), px(210)),
                left,
                tone,
                px(170),
                True,
            )
            y = inner.top() + px(272)
            self._write(painter, QRect(inner.left(), y, inner.width(), px(70)), title, "text", px(48), False)
            self._write(
                painter, QRect(inner.left(), y + px(66), inner.width(), px(40)), cut, cut_tone, px(26), False
            )
            self._write(
                painter, QRect(inner.left(), y + px(110), inner.width(), px(50)), coming, "next", px(32), False
            )
            y += px(176)
            wide = inner.width() // 3
            name = QRect(inner.left(), y, inner.width() - wide, px(56))
            self._write(painter, name, goods, "text", px(36), False)
            self._write(painter, name.translated(0, px(52)), offer, "dim", px(26), False)
            spot = QRect(inner.right() - wide, y, wide, px(96))
            self._write(painter, spot, price, "air", px(68), True, right=True)
            if said:
                foot = QRect(inner.left(), inner.bottom() - px(112), inner.width(), px(112))
                paint.box(
                    painter,
                    foot,
                    QColor(theme.mix("info", "panel", 0.22)),
                    line=theme.color("info"),
                    radius=RADIUS,
                )
                self._write(painter, foot.adjusted(px(20), 0, -px(20), 0), said, "text", px(40), False)

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
