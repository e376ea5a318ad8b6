"""How the rows of the desk's lists are painted: products, console cues, comments, the log."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from livedesk.domain.console import CueState
from livedesk.domain.product import Product
from livedesk.ui import format as fmt
from livedesk.ui.models.comments import CommentRow
from livedesk.ui.models.console import CueRow
from livedesk.ui.models.log import LogRow
from livedesk.ui.models.products import ProductRow, ProductState
from livedesk.ui.theme import HINT, LABEL, TEXT, TEXT_BIG, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.row_list import RowDelegate
from livedesk.ui.workspaces.live.cue_words import CUE_TONES, cue_when
from livedesk.ui.workspaces.live.product_words import action_words, role_words, state_words
from livedesk.ui.workspaces.live.tick_list import TickDelegate

_NARROW = 340
Pictures = Callable[[Product], QPixmap | None]


class ProductDelegate(RowDelegate):
    """Picture, name over role, price, what is left."""

    height = 52

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__(theme)
        self._pictures = pictures

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one product."""
        if not isinstance(row, ProductRow):
            return
        product, state = row.product, row.state
        painter.fillRect(rect.left() + 12, rect.bottom(), rect.width() - 24, 1, self._line)
        quiet = state in (ProductState.SOLD_OUT, ProductState.DONE)
        if state is ProductState.ON_AIR:
            painter.fillRect(rect, QColor(self._theme.mix("air", "panel", 0.12)))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self.ink("air"))
        face = QRect(rect.left() + 12, rect.top() + 7, 38, 38)
        self._face(painter, face, product)
        ink = self.ink("dim" if quiet else "text")
        left, right = face.right() + 11, rect.right() - 12
        stock = fmt.count(row.left) if row.left is not None else fmt.NONE
        narrow = rect.width() < _NARROW
        token = "warn" if state in (ProductState.LOW, ProductState.SOLD_OUT) else "dim"
        worth = fmt.money(row.price)
        if narrow:
            price = QRect(right - 64, rect.top() + 6, 64, 22)
            slot = QRect(right - 64, rect.top() + 28, 64, 18)
        else:
            price = QRect(right - 56 - 84, rect.top(), 76, rect.height())
            slot = QRect(right - 56, rect.top(), 56, rect.height())
        paint.text(painter, slot, stock, self.ink(token), HINT if narrow else TEXT, align=paint.RIGHT)
        paint.text(painter, price, worth, ink, TEXT, bold=True, align=paint.RIGHT)
        wide = right - paint.width(worth, TEXT, bold=True) - 8 - left if narrow else price.left() - left - 8
        number = "" if product.link is None else f"{product.link}  "
        paint.text(painter, QRect(left, rect.top() + 6, wide, 22), number + product.name, ink, TEXT_BIG)
        words = " · ".join(part for part in (role_words(product.role), product.combo) if part)
        second = QRect(left, rect.top() + 28, wide, 18)
        told = state_words(state)
        if told:
            tone = "air" if state is ProductState.ON_AIR else "warn" if token == "warn" else "go"
            tint = QColor(self._theme.mix(tone, "text", 0.7))
            paint.text(painter, second, told, tint, HINT)
            second.adjust(paint.width(told, HINT) + 8, 0, 0, 0)
        paint.text(painter, second, words, self.ink("dim"), HINT)

    def _face(self, painter: QPainter, rect: QRect, product: Product) -> None:
        picture = self._pictures(product)
        if picture is None:
            paint.box(painter, rect, QColor(self._theme.mix("dim", "raised", 0.15)), radius=6)
            return
        path = QPainterPath()
        path.addRoundedRect(rect, 6, 6)
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(rect, picture)
        painter.restore()


class CueDelegate(TickDelegate):
    """A box to tick, what to do, and when."""

    height = 34

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one cue."""
        if not isinstance(row, CueRow):
            return
        due = row.due
        late, done = due.state is CueState.LATE, due.state is CueState.DONE
        token = CUE_TONES[due.state]
        box = self.tick_box(rect)
        paint.box(painter, box, self.ink("go") if done else None, line=self.ink(token), radius=4)
        if done:
            paint.text(painter, box, "✓", self.ink("on_go"), LABEL, bold=True, align=paint.CENTER)
        when = cue_when(row)
        wide = paint.width(when, LABEL, bold=late) + 4
        time = QRect(rect.right() - 12 - wide, rect.top(), wide, rect.height())
        paint.text(painter, time, when, self.ink(token), LABEL, bold=late, align=paint.RIGHT)
        left = box.right() + 10
        label = f"{due.number:02d} {action_words(due.cue.action)}"
        chip = QRect(left, rect.center().y() - 9, paint.width(label, HINT) + 14, 19)
        paint.chip(painter, chip, label, self.ink("raised"), self.ink("dim"), HINT)
        words = QRect(chip.right() + 8, rect.top(), time.left() - chip.right() - 14, rect.height())
        ink = "faint" if done else "text" if row.current or late else "dim"
        paint.text(painter, words, due.cue.text, self.ink(ink), TEXT, struck=done)


class CommentDelegate(RowDelegate):
    """Who, what, and a chip on questions and complaints."""

    height = 28

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one comment."""
        if not isinstance(row, CommentRow):
            return
        line = row.line
        inner = rect.adjusted(12, 0, -12, 0)
        who = f"{line.nickname}: "
        paint.text(painter, inner, who, self.ink("dim"), TEXT)
        inner.adjust(min(paint.width(who, TEXT), inner.width() // 2), 0, 0, 0)
        chip, token = self._chip(row)
        room = inner.width() - (paint.width(chip, LABEL) + 26 if chip else 0)
        said = min(paint.width(line.text, TEXT), room)
        paint.text(
            painter, QRect(inner.left(), inner.top(), room, inner.height()), line.text, self.ink("text"), TEXT
        )
        if chip:
            spot = QRect(inner.left() + said + 10, inner.center().y() - 9, paint.width(chip, LABEL) + 16, 19)
            ground = QColor(self._theme.mix(token, "panel", 0.2))
            paint.box(painter, spot, ground, radius=9)
            ink = QColor(self._theme.mix(token, "text", 0.75))
            paint.text(painter, spot, chip, ink, LABEL, align=paint.CENTER)

    @staticmethod
    def _chip(row: CommentRow) -> tuple[str, str]:
        line = row.line
        times = f" ×{line.same}" if line.same > 1 else ""
        if line.complaint:
            return QCoreApplication.translate("LiveComments", "complaint") + times, "warn"
        if line.question:
            return QCoreApplication.translate("LiveComments", "question") + times, "info"
        return "", "dim"


class LogDelegate(RowDelegate):
    """When, and the sentence."""

    height = 24

    def row(self, painter: QPainter, rect: QRect, row: object) -> None:
        """Paint one row of the log."""
        if not isinstance(row, LogRow):
            return
        inner = rect.adjusted(12, 0, -12, 0)
        when = fmt.clock(row.wall_ms, self.zone)
        paint.text(painter, inner, when, self.ink("dim"), LABEL)
        inner.adjust(paint.width(when, LABEL) + 10, 0, 0, 0)
        ink = self.ink(row.tone) if row.tone != "air" else QColor(self._theme.mix("air", "text", 0.8))
        paint.text(painter, inner, row.text, ink, TEXT)
