"""The side panel: what it says (derived from the feed, pure) and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from livedesk.domain.clock import DAY, HOUR
from livedesk.domain.events import MessageKind
from livedesk.domain.prompt import PromptFeed, PromptMessage
from livedesk.domain.run import Phase
from livedesk.ui import fonts
from livedesk.ui.format import countdown, money, offset
from livedesk.ui.prompter.look import Frame, load_look

_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

# Heights of parts of the panel, in pixels of a frame 1080 high.
FACT_LINE, STOCK = 34, 42
NEXT_SHORT, NEXT_ONE_LINE, NEXT_TWO_LINES = 40, 104, 146
CARD_TEXT, CARD_LINE, CARD_AROUND = 190, 42, 84

FAR_MS = 6 * HOUR
"""An offset from the plan of this much says that the show runs on another day, which is no news to the host."""
SMALLEST_PRICE = 24


@dataclass(frozen=True, slots=True)
class PanelTexts:
    """All that the panel says but the running clock. ``pill`` with its token; empty texts are left out."""

    pill: str
    token: str
    filled: bool
    clock_label: str = ""
    behind: str = ""
    behind_token: str = "dim"
    on_now: str = ""
    price: str = ""
    list_price: str = ""
    facts: tuple[str, ...] = ()
    stock: str = ""
    next_title: str = ""
    question: str = ""
    message: str = ""
    confirmed: bool = False
    waiting: int = 0


def remaining(feed: PromptFeed, mono_ms: float) -> int | None:
    """What the clock shows at a reading of the shared clock: it runs on without the desk. None: no clock."""
    passed = round(mono_ms - feed.mono_ms)
    if feed.start_in_ms is not None:
        return feed.start_in_ms - passed
    if feed.remaining_ms is None:
        return None
    return feed.remaining_ms - (passed if feed.counting else 0)


def panel_texts(feed: PromptFeed | None, left: int | None, acknowledged: frozenset[PromptMessage]) -> PanelTexts:
    """What the panel says for a feed; ``left`` is :func:`remaining` now."""
    if feed is None:
        return PanelTexts(QCoreApplication.translate("Prompter", "Not connected"), "dim", False)
    on_air = feed.phase == Phase.ON_AIR
    pill, token, filled = _pill(feed)
    behind, behind_token = _behind(feed) if on_air else ("", "dim")
    director = [item for item in feed.messages if item.kind is MessageKind.DIRECTOR]
    open_ones = [item for item in director if item not in acknowledged]
    message = next(reversed(open_ones or director), None)
    question = next((item for item in reversed(feed.messages) if item.kind is MessageKind.QUESTION), None)
    facts = (
        " · ".join(feed.points),
        QCoreApplication.translate("Prompter", "Gift: {gift}").format(gift=feed.gifts) if feed.gifts else "",
    )
    stock = feed.product_name and feed.stock_left is not None
    return PanelTexts(
        pill=pill,
        token=token,
        filled=filled,
        clock_label=_clock_label(feed, left),
        behind=behind,
        behind_token=behind_token,
        on_now=feed.product_name,
        price=money(feed.live_price) if feed.live_price is not None else "",
        list_price=money(feed.list_price) if feed.list_price is not None else "",
        facts=tuple(fact for fact in facts if fact),
        stock=f"{feed.stock_left:,}" if stock else "",
        next_title="" if feed.phase == Phase.ENDED else feed.next_title,
        question=question.text if question else "",
        message=message.text if message else "",
        confirmed=message is not None and not open_ones,
        waiting=max(0, len(open_ones) - 1),
    )


def _pill(feed: PromptFeed) -> tuple[str, str, bool]:
    if feed.phase == Phase.ON_AIR:
        if feed.rehearsal:
            return QCoreApplication.translate("Prompter", "Rehearsal"), "info", False
        return QCoreApplication.translate("Prompter", "On air"), "air", True
    if feed.phase == Phase.ENDED:
        return QCoreApplication.translate("Prompter", "Ended"), "dim", False
    return QCoreApplication.translate("Prompter", "Not on air"), "dim", False


def _clock_label(feed: PromptFeed, left: int | None) -> str:
    if left is None:
        return QCoreApplication.translate("Prompter", "Standby plan on air") if feed.standby else ""
    if feed.start_in_ms is not None:
        return (
            QCoreApplication.translate("Prompter", "Starts in")
            if left > 0
            else QCoreApplication.translate("Prompter", "Planned start passed")
        )
    if left < 0:
        return QCoreApplication.translate("Prompter", "Over time")
    if not feed.counting:
        return QCoreApplication.translate("Prompter", "Time held")
    return (
        QCoreApplication.translate("Prompter", "Standby left")
        if feed.standby
        else QCoreApplication.translate("Prompter", "Segment left")
    )


def _behind(feed: PromptFeed) -> tuple[str, str]:
    if abs(feed.behind_ms) >= FAR_MS:
        return "", "dim"
    if abs(feed.behind_ms) < 1_000:
        return QCoreApplication.translate("Prompter", "On time"), "go"
    text = offset(feed.behind_ms)
    if feed.behind_ms > 0:
        return QCoreApplication.translate("Prompter", "After this {offset} behind").format(offset=text), "warn"
    return QCoreApplication.translate("Prompter", "After this {offset} ahead").format(offset=text), "go"


def clock_text(left: int) -> str:
    """What the clock reads: ``02:54``, from a day on days and hours (before the planned start, or long past it)."""
    if abs(left) < DAY:
        return countdown(left)
    days, hours = divmod(abs(left) // HOUR, 24)
    return QCoreApplication.translate("Prompter", "{days} d {hours} h").format(days=days, hours=hours)


class PanelPainter:
    """Paints the panel and its clock into pictures; a frame only draws the pictures."""

    def __init__(self, frame: Frame, family: str) -> None:
        self._frame = frame
        self._family = family
        self._look = load_look()
        self._left = frame.px(29)
        self._width = frame.panel.width() - 2 * frame.px(29)
        self._p = QPainter()
        self._y = 0.0

    @property
    def clock_rect(self) -> QRectF:
        """Where the clock stands inside the panel."""
        return QRectF(self._left, self._frame.px(150), self._width + self._frame.px(20), self._frame.px(108))

    def clock(self, left: int | None, held: bool) -> QPixmap:
        """The running clock in digits of one width."""
        rect = self.clock_rect
        made = self._frame.canvas(rect.size().toSize().width(), rect.size().toSize().height())
        made.fill(self._look.color("panel"))
        if left is None:
            return made
        text = clock_text(left)
        size = self._frame.px(104)
        face = fonts.figures(self._family, size)
        while QFontMetricsF(face).horizontalAdvance(text) > rect.width() and size > 12:
            size -= 2
            face = fonts.figures(self._family, size)
        painter = QPainter(made)
        painter.setFont(face)
        painter.setPen(self._look.color("warn" if left < 0 else "dim" if held else "text"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, rect.width(), rect.height()), align, text)
        painter.end()
        return made

    def panel(self, texts: PanelTexts) -> QPixmap:
        """Everything but the clock."""
        frame, look = self._frame, self._look
        made = frame.canvas(frame.panel.width(), frame.panel.height())
        made.fill(look.color("panel"))
        self._p = QPainter(made)
        self._p.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._p.fillRect(0, 0, 1, frame.panel.height(), look.color("line"))
        self._pill(texts)
        self._y = frame.px(114)
        self._text(texts.clock_label, 20, "dim")
        self._y = frame.px(264)
        self._text(texts.behind, 23, texts.behind_token, figures=True)
        self._y = frame.px(308)
        if texts.on_now:
            self._rule()
            self._text(QCoreApplication.translate("Prompter", "Selling now"), 20, "dim")
            self._text(texts.on_now, 28, "text", bold=True, lines=2)
            self._prices(texts)
        foot = self._cards(texts, frame.panel.height() - frame.px(28))
        self._facts(texts, foot)
        if texts.stock:
            self._stock(texts.stock)
        if texts.next_title:
            self._next(texts.next_title, foot - self._y)
        self._p.end()
        return made

    def _facts(self, texts: PanelTexts, foot: float) -> None:
        """What is worth saying about the product, as far as stock and the next item leave room for it."""
        px = self._frame.px
        below = foot - (px(NEXT_ONE_LINE) if texts.next_title else 0) - (px(STOCK) if texts.stock else 0)
        for fact in texts.facts:
            lines = min(2, int((below - self._y) // px(FACT_LINE)))
            if lines > 0:
                self._text(fact, 23, "dim", lines=lines)

    def _next(self, title: str, room: float) -> None:
        """What comes next is always said, in less words where messages take the room."""
        label = QCoreApplication.translate("Prompter", "Next")
        if room < self._frame.px(NEXT_ONE_LINE):
            self._text(f"{label} · {title}", 23, "text")
            return
        self._rule()
        self._text(label, 20, "dim")
        self._text(title, 28, "text", lines=2 if room >= self._frame.px(NEXT_TWO_LINES) else 1)

    def _pill(self, texts: PanelTexts) -> None:
        rect = QRectF(self._left, self._frame.px(28), self._width, self._frame.px(66))
        color = self._look.color(texts.token)
        self._p.setPen(Qt.PenStyle.NoPen if texts.filled else QPen(color, self._frame.px(2)))
        self._p.setBrush(color if texts.filled else Qt.BrushStyle.NoBrush)
        self._p.drawRoundedRect(rect, self._frame.px(8), self._frame.px(8))
        self._p.setFont(self._font(34, bold=True))
        self._p.setPen(self._look.color("on_air") if texts.filled else color)
        self._p.drawText(rect, Qt.AlignmentFlag.AlignCenter, texts.pill)

    def _prices(self, texts: PanelTexts) -> None:
        if not texts.price:
            return
        size = 58
        while size > SMALLEST_PRICE and self._prices_width(texts, size) > self._width:
            size -= 2
        face = self._font(size, bold=True, figures=True)
        base = self._y + QFontMetricsF(face).ascent() * 0.94
        self._p.setFont(face)
        self._p.setPen(self._look.color("price"))
        self._p.drawText(QPointF(self._left, base), texts.price)
        x = self._left + QFontMetricsF(face).horizontalAdvance(texts.price) + self._frame.px(14)
        if texts.list_price:
            old = self._font(size * 28 // 58, figures=True)
            old.setStrikeOut(True)
            self._p.setFont(old)
            self._p.setPen(self._look.color("dim"))
            self._p.drawText(QPointF(x, base), texts.list_price)
        self._y = base + self._frame.px(18)

    def _prices_width(self, texts: PanelTexts, size: int) -> float:
        price = QFontMetricsF(self._font(size, bold=True, figures=True)).horizontalAdvance(texts.price)
        before = QFontMetricsF(self._font(size * 28 // 58, figures=True)).horizontalAdvance(texts.list_price)
        return price + (self._frame.px(14) + before if texts.list_price else 0)

    def _stock(self, stock: str) -> None:
        label = QCoreApplication.translate("Prompter", "Stock left")
        face = self._font(23)
        base = self._y + QFontMetricsF(face).ascent()
        self._p.setFont(face)
        self._p.setPen(self._look.color("dim"))
        self._p.drawText(QPointF(self._left, base), label)
        x = self._left + QFontMetricsF(face).horizontalAdvance(label) + self._frame.px(8)
        self._p.setFont(self._font(24, bold=True, figures=True))
        self._p.setPen(self._look.color("next"))
        self._p.drawText(QPointF(x, base), stock)
        self._y = base + self._frame.px(14)

    def _cards(self, texts: PanelTexts, bottom: float) -> float:
        """Cards from the bottom up: the director's message lowest, the question where it leaves room for stock and
        the next item. Returns where they begin."""
        px = self._frame.px
        needed = self._y + (px(STOCK) if texts.stock else 0) + (px(NEXT_SHORT) if texts.next_title else 0)
        if texts.message:
            head = QCoreApplication.translate("Prompter", "Director")
            if texts.waiting:
                head += QCoreApplication.translate("Prompter", " · {count} more").format(count=texts.waiting)
            hint = (
                QCoreApplication.translate("Prompter", "✓ Confirmed")
                if texts.confirmed
                else QCoreApplication.translate("Prompter", "Enter: got it")
            )
            token = "dim" if texts.confirmed else "next"
            bold = not texts.confirmed
            bottom = self._card(head, hint, texts.message, token, bottom, bold=bold, room=px(CARD_TEXT))
        left = bottom - needed - px(CARD_AROUND)
        if texts.question and left >= px(CARD_LINE):
            head = QCoreApplication.translate("Prompter", "Audience asks")
            room = min(px(CARD_TEXT), left)
            bottom = self._card(head, "", texts.question, "info", bottom, bold=False, room=room)
        return bottom

    def _card(
        self, head: str, hint: str, text: str, token: str, bottom: float, *, bold: bool, room: float
    ) -> float:
        """One card that ends at ``bottom``, its text at most ``room`` high; returns where it begins."""
        frame, pad = self._frame, self._frame.px(17)
        face = self._font(29, bold=bold)
        metrics, width = QFontMetricsF(face), self._width - 2 * pad
        lines = max(1, int(room // metrics.lineSpacing()))
        whole = metrics.boundingRect(QRectF(0, 0, width, room), int(_WRAP), text).height()
        if whole > lines * metrics.lineSpacing() + 1:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * lines * 0.94)
        height = min(whole, lines * metrics.lineSpacing())
        rect = QRectF(self._left, bottom - height - frame.px(62), self._width, height + frame.px(62))
        fill = QColor(self._look.mix(token, "panel", 0.2))
        self._p.setPen(QPen(self._look.color(token), frame.px(1.5)))
        self._p.setBrush(fill)
        self._p.drawRoundedRect(rect, frame.px(9), frame.px(9))
        line = QRectF(rect.left() + pad, rect.top() + frame.px(10), self._width - 2 * pad, frame.px(28))
        self._p.setFont(self._font(19))
        self._p.setPen(self._look.color(token))
        self._p.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, head)
        self._p.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        self._p.setFont(face)
        self._p.setPen(self._look.color("text" if bold or token == "info" else "dim"))
        self._p.drawText(QRectF(line.left(), line.bottom() + frame.px(4), width, height + 1), int(_WRAP), text)
        return rect.top() - frame.px(22)

    def _rule(self) -> None:
        y = round(self._y + self._frame.px(8))
        self._p.fillRect(round(self._left), y, round(self._width), 1, self._look.color("line"))
        self._y = y + self._frame.px(20)

    def _text(
        self, text: str, size: float, token: str, *, bold: bool = False, figures: bool = False, lines: int = 1
    ) -> None:
        if not text:
            return
        face = self._font(size, bold=bold, figures=figures)
        metrics = QFontMetricsF(face)
        room = QRectF(self._left, self._y, self._width, metrics.lineSpacing() * lines + 1)
        body = metrics.boundingRect(room, int(_WRAP), text)
        if body.height() > room.height():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._width * lines * 0.94)
        self._p.setFont(face)
        self._p.setPen(self._look.color(token))
        self._p.drawText(room, int(_WRAP), text)
        self._y += min(body.height(), room.height()) + self._frame.px(6)

    def _font(self, size: float, *, bold: bool = False, figures: bool = False) -> QFont:
        make = fonts.figures if figures else fonts.font
        return make(self._family, self._frame.px(size), bold=bold)
