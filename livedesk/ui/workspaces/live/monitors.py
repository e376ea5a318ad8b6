"""Program and next (in studio mode the preview): what viewers see, and what they will see; drawn words where there is
no picture."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from livedesk.domain.status import LinkState, ObsPicture
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.cut_words import must_cut
from livedesk.ui.theme import GAP, LABEL, TEXT, TEXT_BIG, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.live.view import DeskView

_LOW, _LOWEST = 96, 64


class Monitor(QWidget):
    """One picture of 16:9 with its caption and its frame. ``tone`` is air or next."""

    def __init__(self, theme: Theme, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone = theme, tone
        self._lit = False
        self._caption = self._head = self._detail = self._corner = ""
        self._picture: QPixmap | None = None
        self.scene = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(120, 32)

    def sizeHint(self) -> QSize:
        """A thumbnail's own size."""
        return QSize(320, 180)

    @property
    def words(self) -> tuple[str, str, str]:
        """Caption, headline and detail as they are drawn."""
        return (self._caption, self._head, self._detail)

    def set_picture(self, picture: QPixmap | None, scene: str) -> None:
        """Show a picture of a scene, or none."""
        self._picture, self.scene = picture, scene
        self.update()

    def set_words(self, caption: str, head: str, detail: str, corner: str, *, lit: bool) -> None:
        """Caption at the top left; headline and detail in the middle where there is no picture; ``corner`` at the
        lower right; ``lit`` frames it in its tone."""
        new = (caption, head, detail, corner, lit)
        if new != (self._caption, self._head, self._detail, self._corner, self._lit):
            self._caption, self._head, self._detail, self._corner, self._lit = new
            self.setAccessibleName(" · ".join(part for part in new[:4] if part))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture or words, caption, frame."""
        theme, rect = self._theme, self.rect()
        with QPainter(self) as painter:
            ground = QLinearGradient(rect.topLeft(), rect.bottomRight())
            ground.setColorAt(0, QColor(theme.mix(self._tone if self._lit else "raised", "panel", 0.1)))
            ground.setColorAt(1, theme.color("bg"))
            painter.fillRect(rect, ground)
            if self._picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                size = self._picture.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
                spot = QRect(QPoint(), size)
                spot.moveCenter(rect.center())
                painter.drawPixmap(spot, self._picture)
            else:
                self._middle(painter, rect)
            self._labels(painter, rect)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("bg"), 6))
            painter.drawRoundedRect(rect.adjusted(-2, -2, 1, 1), 8, 8)
            wide = 2 if self._lit else 1
            painter.setPen(QPen(theme.color(self._tone if self._lit else "line"), wide))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 6, 6)

    def _middle(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        if rect.height() < _LOW:
            # Banners above took the height: what is said stands in one line, under the caption or, where even that
            # is too much, beside it.
            corner = paint.width(self._corner, TEXT, bold=True) + 25 if self._corner else 0
            beside = 20 + self._caption_width(rect)
            # Beside the caption there may be more room than beside what stands in the corner.
            under = rect.height() >= _LOWEST and 12 + corner <= beside
            if not under and rect.height() >= _LOWEST:
                rect, corner = QRect(rect.left(), rect.top() + 9, rect.width(), 22), 0
            left = rect.left() + (12 if under else beside)
            top = rect.bottom() - 33 if under else rect.top()
            line = QRect(left, top, rect.right() - left - 12 - corner, rect.bottom() - top - (9 if under else 0))
            paint.text(painter, line, self._head, theme.color("text"), LABEL, bold=True)
            return
        middle = rect.center().y() + 8
        size = TEXT_BIG if rect.width() < 300 else 20
        head = QRect(rect.left() + 12, middle - 22, rect.width() - 24, 28)
        detail = QRect(rect.left() + 12, middle + 8, rect.width() - 24, 20)
        paint.text(painter, head, self._head, theme.color("text"), size, bold=True, align=paint.CENTER)
        if not self._corner or detail.bottom() < self._corner_spot(rect).top():
            paint.text(painter, detail, self._detail, theme.color("dim"), LABEL, align=paint.CENTER)

    def _corner_spot(self, rect: QRect) -> QRect:
        wide = paint.width(self._corner, TEXT, bold=True) + 16
        return QRect(rect.right() - wide - 9, rect.bottom() - min(33, (rect.height() + 24) // 2), wide, 24)

    def _caption_width(self, rect: QRect) -> int:
        return min(rect.width() - 20, paint.width(self._caption, LABEL, bold=True) + 16)

    def _labels(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        if self._caption:
            top = rect.top() + min(9, max(0, (rect.height() - 22) // 2))
            tab = QRect(rect.left() + 10, top, self._caption_width(rect), 22)
            paint.box(painter, tab, theme.color(self._tone) if self._lit else theme.color("raised"))
            ink = theme.color(f"on_{self._tone}") if self._lit else theme.color("dim")
            words = tab.adjusted(8, 0, -8, 0)
            paint.text(painter, words, self._caption, ink, LABEL, bold=True, align=paint.CENTER)
        if self._corner:
            spot = self._corner_spot(rect)
            paint.box(painter, spot, theme.color("bg", 0.75))
            paint.text(painter, spot, self._corner, theme.color("text"), TEXT, bold=True, align=paint.CENTER)


class Monitors(QWidget):
    """Program at the left, next at the right; where the room is higher than wide, one over the other."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.program = Monitor(context.theme, "air")
        self.next = Monitor(context.theme, "next")
        row.addWidget(self.program)
        row.addWidget(self.next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whichever way gives the pictures more room."""
        super().resizeEvent(event)
        beside = min(self.width() / 2 / 16, self.height() / 9)
        over = min(self.width() / 16, self.height() / 2 / 9)
        way = QBoxLayout.Direction.TopToBottom if over > beside else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != way:
            self._row.setDirection(way)

    def on_picture(self, picture: ObsPicture) -> None:
        """A thumbnail arrived."""
        target = self.program if picture.program else self.next
        made = QPixmap()
        if made.loadFromData(picture.jpeg):
            target.set_picture(made, picture.scene)

    def show_view(self, view: DeskView) -> None:
        """Captions and words; a picture of another scene, or from before the link was lost, is taken away."""
        linked = view.obs.link is LinkState.READY
        scene, following = view.program_scene(), view.preview_scene
        wanted = ((self.program, scene), (self.next, following))
        for monitor, name in wanted:
            if monitor.scene and (not linked or monitor.scene != name):
                monitor.set_picture(None, "")
        known = scene or (self.tr("{0}?").format(view.run.scene) if view.live and view.run.scene else "")
        caption = self.tr("PROGRAM") + (f" · {known}" if known else "")
        head, detail = ("", "") if linked else self._no_link(view)
        if linked and view.obs.stuck:
            head, detail = self.tr("▲ OBS is stuck"), self.tr("a transition does not end: free OBS")
        if linked and not head:
            head = scene or self.tr("no scene")
        cut, tone = must_cut(view.table, view.show.zone)
        corner = f"▲ {cut}" if tone == "warn" else cut
        self.program.set_words(caption, head, detail, corner, lit=view.live and bool(scene))
        title = view.next.title if view.next is not None else self.tr("nothing follows")
        length = "" if view.table.next is None else fmt.duration(view.table.plan.durations[view.table.next])
        if view.previews_other:
            # A person put it there: GO takes the next segment's own scene all the same.
            title = following
            takes = self.tr("GO takes {0}").format(view.next_scene) if view.next_scene else ""
            self.next.set_words(self.tr("PREVIEW") + f" · {following}", title, "", takes, lit=True)
            return
        name = self.tr("PREVIEW = NEXT") if view.studio and following else self.tr("NEXT")
        name += f" · {following}" if following else ""
        self.next.set_words(name, title, "", length, lit=view.next is not None)

    def _no_link(self, view: DeskView) -> tuple[str, str]:
        """What the missing link is, and what to do."""
        if view.without_obs:
            return self.tr("Rehearsal without OBS"), self.tr("nothing is sent")
        match view.obs.link:
            case LinkState.CONNECTING:
                return self.tr("Connecting to OBS…"), view.obs.detail
            case LinkState.ABSENT:
                return self.tr("▲ OBS is not reachable"), self.tr("start OBS; tried again by itself")
            case LinkState.LOST:
                return self.tr("▲ OBS is gone"), self.tr("the show goes on; tried again by itself")
            case LinkState.HUNG:
                return self.tr("▲ OBS does not answer"), self.tr("check OBS's window; takes are not repeated")
            case LinkState.REFUSED:
                return self.tr("▲ OBS refused the password"), self.tr("Settings → OBS: enter it again")
            case _:
                return self.tr("OBS is not connected"), self.tr("Settings → OBS: enter host and password")
