"""The product on air: picture, price, offer, and how long its stock will last."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.numbers import Numbers
from livedesk.domain.product import Product, stock_left
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.plain import tip
from livedesk.ui.theme import LABEL, PRICE, TEXT, TITLE, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import figure
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.live.product_words import hand_card, role_words
from livedesk.ui.workspaces.live.view import DeskView

_WINDOW_MS = 3 * MINUTE
_SHORTEST_MS = 20 * SECOND
_LONGEST_MS = 3 * HOUR


class SellOut:
    """How fast a product sells, from its units over the last three minutes of numbers."""

    def __init__(self) -> None:
        self._product = ""
        self._points: deque[tuple[int, int]] = deque()

    def add(self, product_id: str, at_ms: int, sold: int) -> None:
        """One more reading; another product begins anew."""
        if product_id != self._product:
            self._product = product_id
            self._points.clear()
        if self._points and self._points[-1][0] >= at_ms:
            return
        self._points.append((at_ms, sold))
        while self._points[-1][0] - self._points[0][0] > _WINDOW_MS:
            self._points.popleft()

    def left_ms(self, left: int) -> int | None:
        """When ``left`` units are gone at this speed: minutes to sell-out = remaining ÷ recent sales per minute.
        None: too few readings, nothing sold, or more than three hours."""
        if len(self._points) < 2:
            return None
        span = self._points[-1][0] - self._points[0][0]
        units = self._points[-1][1] - self._points[0][1]
        if span < _SHORTEST_MS or units <= 0 or left <= 0:
            return None
        found = left * span // units
        return found if found <= _LONGEST_MS else None


class ProductFace(QWidget):
    """The painted card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._product: Product | None = None
        self._sold: int | None = None
        self._forecast = ""
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(166)

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(400, 166)

    def set_picture(self, picture: QPixmap | None) -> None:
        """The product's picture, or None."""
        if picture is not self._picture:
            self._picture = picture
            self.update()

    def set_product(self, product: Product | None, sold: int | None, forecast: str) -> None:
        """What to show; ``forecast`` is the sentence about its stock."""
        if (product, sold, forecast) != (self._product, self._sold, self._forecast):
            self._product, self._sold, self._forecast = product, sold, forecast
            self.setAccessibleName(product.name if product is not None else "")
            self.setToolTip(tip(hand_card(product)) if product is not None else "")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, or that there is none."""
        with QPainter(self) as painter:
            rect = self.rect().adjusted(12, 12, -12, -12)
            if self._product is None:
                words = self.tr("No product on air: click one in the queue to present it")
                painter.setFont(paint.font(TEXT))
                painter.setPen(self._theme.color("dim"))
                painter.drawText(rect, paint.CENTER | int(Qt.TextFlag.TextWordWrap), words)
                return
            self._face(painter, QRect(rect.left(), rect.top(), 100, 100), self._product)
            facts = QRect(rect.left() + 112, rect.top(), rect.width() - 112, 100)
            self._facts(painter, facts, self._product)
            self._stock(painter, QRect(rect.left(), rect.top() + 108, rect.width(), 34), self._product)

    def _face(self, painter: QPainter, rect: QRect, product: Product) -> None:
        theme = self._theme
        path = QPainterPath()
        path.addRoundedRect(rect, 8, 8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(path)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(rect, self._picture)
        else:
            ground = QLinearGradient(rect.topLeft(), rect.bottomRight())
            ground.setColorAt(0, QColor(theme.mix("dim", "raised", 0.25)))
            ground.setColorAt(1, theme.color("raised"))
            painter.fillRect(rect, ground)
            number = "" if product.link is None else str(product.link)
            paint.text(painter, rect, number, theme.color("dim"), 34, bold=True, align=paint.CENTER)
        painter.restore()

    def _facts(self, painter: QPainter, rect: QRect, product: Product) -> None:
        theme = self._theme
        name = QRect(rect.left(), rect.top() - 2, rect.width(), 26)
        paint.text(painter, name, product.name, theme.color("text"), TITLE, bold=True)
        price = fmt.money(product.live_price)
        line = QRect(rect.left(), rect.top() + 26, rect.width(), 42)
        paint.text(painter, line, price, theme.color("price"), PRICE, bold=True)
        at = rect.left() + paint.width(price, PRICE, bold=True) + 10
        if product.list_price is not None:
            was = fmt.money(product.list_price)
            old = QRect(at, line.top() + 8, rect.right() - at, 28)
            paint.text(painter, old, was, theme.color("dim"), TEXT, struck=True)
            at += paint.width(was, TEXT) + 10
        roomy = rect.right() - at > 48
        if product.offer and roomy:
            wide = min(rect.right() - at, paint.width(product.offer, LABEL) + 20)
            chip = QRect(at, line.top() + 11, wide, 22)
            paint.box(painter, chip, theme.color("raised"), radius=11)
            words = chip.adjusted(10, 0, -8, 0)
            paint.text(painter, words, product.offer, QColor(theme.mix("text", "dim", 0.5)), LABEL)
        second = QRect(rect.left(), rect.top() + 72, rect.width(), 24)
        paint.text(
            painter,
            second,
            " · ".join(([] if roomy or not product.offer else [product.offer]) + self._money(product)),
            theme.color("dim"),
            LABEL,
        )

    def _money(self, product: Product) -> list[str]:
        parts = []
        if product.cost is not None:
            parts.append(self.tr("cost {0}").format(fmt.money(product.cost)))
        if product.hand_price is not None:
            parts.append(self.tr("in hand {0}").format(fmt.money(product.hand_price)))
        if product.cost is not None and product.live_price:
            share = (product.live_price - product.cost) / product.live_price
            parts.append(self.tr("margin {0}").format(fmt.ratio(share, 0)))
        if product.gifts:
            parts.append(self.tr("gift {0}").format(product.gifts))
        return parts or [product.spec]

    def _stock(self, painter: QPainter, rect: QRect, product: Product) -> None:
        theme = self._theme
        line = QRect(rect.left(), rect.top(), rect.width(), 20)
        ground = QColor(theme.mix("bg", "panel", 0.6))
        if product.stock is None:
            paint.text(painter, line, self.tr("stock not given"), theme.color("faint"), LABEL)
            return
        sold = self._sold or 0
        told = fmt.count(self._sold) if self._sold is not None else fmt.NONE
        words = self.tr("sold {0} / {1}").format(told, fmt.count(product.stock))
        paint.text(painter, line, words, theme.color("text"), LABEL)
        rest = line.adjusted(paint.width(words, LABEL) + 14, 0, 0, 0)
        gone = product.stock <= sold
        token = "warn" if gone else "next" if self._forecast else "dim"
        forecast = self.tr("▲ sold out") if gone else self._forecast
        paint.text(painter, rest, forecast, theme.color(token), LABEL, align=paint.RIGHT)
        share = sold / product.stock if product.stock else 1
        token = "warn" if gone else "next" if share > 0.5 else "go"
        bar = QRect(rect.left(), rect.top() + 25, rect.width(), 6)
        paint.bar(painter, bar, share, theme.color(token), ground)


def units_sold(numbers: Numbers | None, product_id: str) -> int | None:
    """How many were sold; None while no order file has said anything."""
    orders = None if numbers is None else numbers.measures.get("orders")
    if numbers is None or orders is None or orders.value is None:
        return None
    return numbers.sold.get(product_id, 0)


class ProductCard(Panel):
    """The panel around the card."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Presenting"))
        self._context = context
        self._right = figure(context.family, size=LABEL, tone="dim", bold=False)
        self.add_right(self._right)
        self.face = ProductFace(context.theme)
        self.body.addWidget(self.face)
        self._pace = SellOut()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_view(self, view: DeskView, picture: QPixmap | None) -> None:
        """Show the product on air with its picture."""
        product, offer = view.product, view.offer
        if product is None or offer is None:
            self.face.set_product(None, None, "")
            self.facts.setText("")
            self._right.setText("")
            return
        sold = units_sold(view.numbers, product.id)
        forecast = ""
        if view.numbers is not None and sold is not None:
            self._pace.add(product.id, view.numbers.at_ms, sold)
            left = self._pace.left_ms(stock_left(product, view.numbers.sold) or 0)
            if left is not None:
                forecast = self.tr("≈ {0} to sell-out (estimate)").format(fmt.duration(left))
        link = "" if product.link is None else self.tr("link {0}").format(product.link)
        self.facts.setText(" · ".join(part for part in (link, role_words(product.role), product.combo) if part))
        remaining = view.table.remaining
        words = "" if remaining is None else self.tr("{0} left").format(fmt.countdown(remaining))
        if self._right.text() != words:
            self._right.setText(words)
        self.face.set_picture(picture)
        self.face.set_product(replace(product, live_price=offer.price, offer=offer.words), sold, forecast)
