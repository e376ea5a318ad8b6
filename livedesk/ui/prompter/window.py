"""The host's window: draws pictures that were painted before, at the place that the clock asks for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from livedesk.domain.events import MessageKind
from livedesk.domain.prompt import (
    PromptAnchor,
    PromptControl,
    PromptFeed,
    PromptMessage,
    PromptOrder,
    PromptPlace,
    PromptReport,
    PromptStage,
)
from livedesk.ui.prompter.film import Film
from livedesk.ui.prompter.key_card import KeyCard
from livedesk.ui.prompter.layers import Layers, has_text
from livedesk.ui.prompter.look import Frame, load_look
from livedesk.ui.prompter.motion import Motion, read_clock
from livedesk.ui.prompter.notes import notes
from livedesk.ui.prompter.orders import MOVES, carry_out
from livedesk.ui.prompter.panel import PanelPainter, PanelTexts, panel_texts, remaining
from livedesk.ui.prompter.reader import Reader

FRAME_MS = 16
# One picture every few frames: painting it takes most of a frame's time.
PREPARE_EVERY = 4
TOAST_S = 1.5
FILMED_AHEAD = 400
KEY_ROWS, WHEEL_ROWS = 0.5, 0.35
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PrompterWindow(QWidget):
    """Text at the left, facts at the right. ``reported`` asks for a report to the desk at once; ``changed`` tells
    that full screen or mirroring was changed by the person; ``closed`` that the window was closed."""

    reported = Signal()
    changed = Signal()
    closed = Signal()

    def __init__(self, family: str, parent: QWidget | None = None, *, filmed: bool = False) -> None:
        """``filmed``: the scene graph moves the text (see :mod:`livedesk.ui.prompter.film`)."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # It is opened, and opened again, in the middle of a show: the director's keys stay with the desk.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Prompter"))
        self.setMinimumSize(640, 360)
        self.mirrored = False
        self._family = family
        self._frame = Frame(self.size(), self.devicePixelRatioF())
        self.reader = Reader(self._frame, family)
        self.stage = PromptStage()
        self._staged = PromptStage()
        self._layers = Layers(self._frame, family)
        self._acknowledged: frozenset[PromptMessage] = frozenset()
        self._newest = 0
        self._desk = False
        self._toast_until = 0.0
        self._frames = 0
        self._drawn_y = -1.0
        self._told: PromptAnchor | None = None
        self._anchored: Motion | None = None
        self._left: int | None = None
        self._texts: PanelTexts | None = None
        self._shown: tuple[int | None, bool] = (None, False)
        self._film = Film(self) if filmed else None
        self.keys = KeyCard(family, self)
        if filmed:
            # The film is a window of its own, and would lie over it.
            self.keys.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
        self._rebuild()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.advance)
        self._timer.start()

    # What comes in

    def take(self, feed: PromptFeed, place: PromptPlace | None = None, acknowledged: int = 0) -> None:
        """Show a new feed. ``place`` and ``acknowledged`` are what an earlier prompter of this run left."""
        known = self.reader.feed
        if known is not None and known.run != feed.run:
            # The messages of every run are numbered from 1.
            self._acknowledged, self._newest = frozenset(), 0
        if acknowledged > self._newest:
            self._newest = acknowledged
            self._acknowledged |= {message for message in feed.messages if message.message_id <= acknowledged}
        self.reader.take(feed, read_clock(), place)
        self._acknowledged &= frozenset(feed.messages)
        self._drawn_y = -1.0
        self._lay()
        # The frame of a GO paints nothing ahead: what it shows comes first.
        self._frames = 0
        self.advance()

    def set_stage(self, stage: PromptStage) -> None:
        """Show what the director has set up: who moves the text, whether it is blank, what is counted down to."""
        self._staged = stage
        self._take_stage()
        self.advance()

    def _take_stage(self) -> None:
        """A desk that is gone moves nothing and hands nothing back: the host has the text then, and sees it."""
        own = replace(self._staged, control=PromptControl.HOST, blank=False)
        self.stage = self._staged if self._desk else own
        self._layers.set_stage(self.stage)
        self._lay()

    def obey(self, order: PromptOrder) -> None:
        """The director moves the text."""
        now = read_clock()
        before = self.reader.cpm
        carry_out(self.reader, order, now)
        if self.reader.cpm != before:
            self._toast_until = now + TOAST_S
        self.advance()
        self.reported.emit()

    def desk_answers(self, answering: bool) -> None:
        """The desk is there, or gone; the text goes on."""
        self._desk = answering
        self._take_stage()
        self.advance()

    def report(self, *, closing: bool = False) -> PromptReport:
        """How the prompter stands now."""
        screens = 0 if closing else int(self.isVisible() and not self.isMinimized())
        run = self.reader.feed.run if self.reader.feed is not None else ""
        now = read_clock()
        return PromptReport(screens, self._newest, self.reader.place(now), closing, run, self._anchor(now))

    def _anchor(self, now: float) -> PromptAnchor | None:
        """How the text moves. As long as it goes on evenly it is the same: there is nothing new to tell."""
        motion = self.reader.motion
        if self._anchored is not motion:
            self._told = self.reader.anchor(now)
            self._anchored = motion if motion.steady(now) else None
        return self._told

    # Time

    def advance(self) -> None:
        """One frame: find the place, and ask for what has changed to be drawn; no text is laid out. Pictures that
        will be needed are painted ahead, one at a time."""
        now = read_clock()
        self.reader.tick(now)
        y = self.reader.position(now)
        self._frames += 1
        if self._film is not None:
            self._film_on(self._film, now)
        elif y != self._drawn_y:
            self._drawn_y = y
            self.update(self._seen(self._frame.text))
        if self._frames % PREPARE_EVERY == 0:
            self.prepare(now)
        if self._layers.look(now * 1000):
            self._lay()
        self._notes(now)
        self._clock(now)

    def _film_on(self, film: Film, now: float) -> None:
        """Let the scene graph have what it needs for the next seconds, and move."""
        document, frame = self.reader.document, self._frame
        if self._frames % PREPARE_EVERY == 1 or self._drawn_y < 0:
            self._drawn_y = y = self.reader.position(now)
            film.load(document, self._wanted(y, self.reader.motion.base(now)), frame.margin)
        film.follow(self.reader.motion, frame.read_line, now)

    def _wanted(self, *heights: float) -> set[tuple[int, int]]:
        """The tiles that are seen, or soon will be, where the read line stands at these heights of the text."""
        document = self.reader.document
        if not has_text(self.reader.feed):
            return set()
        height = self._frame.size.height() + 2 * FILMED_AHEAD
        return {tile for y in heights for tile in document.visible(self._top(y) - FILMED_AHEAD, height)}

    def prepare(self, now: float) -> bool:
        """Paint one picture that will be needed soon; False where all are there."""
        tops = [self._top(y) for y in self.reader.ahead(now)]
        return self.reader.document.prepare(tops, self._frame.size.height())

    def _top(self, y: float) -> float:
        return y - self._frame.read_line

    def _clock(self, now: float) -> None:
        """The clock and the panel, painted anew when what they say has changed."""
        feed = self.reader.feed
        left = remaining(feed, now * 1000) if feed is not None else None
        shown = None if left is None else -(-left // 1000) if left > 0 else -(-left // 1000) - (left < 0)
        held = feed is not None and not feed.counting and feed.start_in_ms is None
        if (shown, held) != self._shown:
            self._shown = (shown, held)
            self._digits = self._painter.clock(left, held)
            self.update(self._seen(self._frame.panel))
        texts = panel_texts(feed, left, self._acknowledged)
        if texts != self._texts:
            self._texts = texts
            self._panel = self._painter.panel(texts)
            self.update(self._seen(self._frame.panel))

    def _notes(self, now: float) -> None:
        said = notes(self.reader, self.stage, now, answering=self._desk, toast=now < self._toast_until)
        if self._layers.say(said):
            self._lay()

    # Drawing

    def _seen(self, rect: QRect) -> QRect:
        """Where a part is on the screen, mirrored or not."""
        if not self.mirrored:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the region asks for, from pictures alone."""
        painter = QPainter(self)
        if self.mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        region = event.region()
        if self._film is None and region.intersects(self._seen(self._frame.text)):
            self._draw_text(painter)
        if region.intersects(self._seen(self._frame.panel)):
            corner = self._frame.panel.topLeft()
            painter.drawPixmap(corner, self._panel)
            painter.drawPixmap(corner + self._painter.clock_rect.topLeft().toPoint(), self._digits)
        painter.end()

    def _draw_text(self, painter: QPainter) -> None:
        frame, look = self._frame, load_look()
        area = frame.text
        painter.setClipRect(area)
        painter.fillRect(area, look.color("bg"))
        if has_text(self.reader.feed):
            self.reader.document.draw(painter, self._top(self._drawn_y), area.height(), frame.margin)
        for name, picture, corner in self._layers.laid(self.reader.feed):
            if name == "shade" and picture is not None:
                self._draw_shade(painter, picture)
            elif picture is not None:
                painter.drawPixmap(corner, picture)
        painter.setClipping(False)

    def _draw_shade(self, painter: QPainter, picture: QPixmap) -> None:
        """The shade is the same in the mirror: drawn without the flip it costs a third."""
        column = QRect(QPoint(self._frame.margin, 0), picture.deviceIndependentSize().toSize())
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(self._seen(column).topLeft(), picture)
        painter.restore()

    def _lay(self) -> None:
        """Have the layers seen as they are now."""
        if self._film is not None:
            self._film.place(self._seen(self._frame.text), load_look().color("bg"), self.mirrored, upright=False)
            for name, picture, corner in self._layers.laid(self.reader.feed):
                self._film.lay(name, picture, corner)
        self.update(self._seen(self._frame.text))

    def _rebuild(self) -> None:
        """Paint everything that depends on the window's size."""
        self.keys.place(self._frame)
        self._layers.resize(self._frame)
        self._painter = PanelPainter(self._frame, self._family)
        self._shown = (None, False)
        self._digits = self._painter.clock(None, False)
        self._texts = panel_texts(self.reader.feed, None, self._acknowledged)
        self._panel = self._painter.panel(self._texts)
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out for the new size; the line being read stays."""
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Another screen may be sharper."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self._frame = Frame(self.size(), self.devicePixelRatioF())
        self.reader.resize(self._frame, read_clock())
        self._rebuild()
        self._drawn_y = -1.0
        self.update()
        self.advance()

    # The host's hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the host, of a foot pedal and of a presenter. With Ctrl, Alt or Meta a key belongs to the system
        (Ctrl+Space switches the input method)."""
        if event.modifiers() & _OTHERS or not self.press(Qt.Key(event.key()), repeated=event.isAutoRepeat()):
            super().keyPressEvent(event)

    def press(self, key: Qt.Key, *, repeated: bool = False) -> bool:
        """Do what a key stands for; False for a key that means nothing here. While the director moves the text, a
        note says why the host's keys do not."""
        now, reader, keys = read_clock(), self.reader, Qt.Key
        match key:
            case _ if key in MOVES and self.stage.control is PromptControl.DIRECTOR:
                return True
            case keys.Key_Up:
                reader.nudge(now, -KEY_ROWS)
            case keys.Key_Down:
                reader.nudge(now, KEY_ROWS)
            case keys.Key_PageUp:
                reader.step(now, -1)
            case keys.Key_PageDown:
                reader.step(now, 1)
            case keys.Key_Plus | keys.Key_Equal:
                self._speed(now, 1)
            case keys.Key_Minus | keys.Key_Underscore:
                self._speed(now, -1)
            case _ if repeated:
                return False
            case keys.Key_Space:
                reader.hold_or_run(now)
            case keys.Key_Home:
                reader.home(now)
            case keys.Key_Return | keys.Key_Enter:
                self.acknowledge()
            case keys.Key_F | keys.Key_F11:
                self.set_full_screen(not self.isFullScreen())
            case keys.Key_Escape if self.isFullScreen():
                self.set_full_screen(False)
            case keys.Key_F1:
                self.keys.setVisible(self.keys.isHidden())
                self.keys.raise_()
            case keys.Key_M:
                self.set_mirrored(not self.mirrored)
            case _:
                return False
        self.advance()
        self.reported.emit()
        return True

    def _speed(self, now: float, steps: int) -> None:
        self.reader.change_speed(now, steps)
        self._toast_until = now + TOAST_S

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel nudges the text."""
        if self.stage.control is PromptControl.DIRECTOR:
            return
        self.reader.nudge(read_clock(), -event.angleDelta().y() / 120 * WHEEL_ROWS)
        self.advance()

    def acknowledge(self) -> None:
        """The host confirms the newest open message of the director."""
        feed = self.reader.feed
        messages = feed.messages if feed is not None else ()
        open_ones = [m for m in messages if m.kind is MessageKind.DIRECTOR and m not in self._acknowledged]
        if open_ones:
            self._acknowledged |= {open_ones[-1]}
            self._newest = max(self._newest, open_ones[-1].message_id)

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the picture for a glass in front of the camera."""
        self.mirrored = mirrored
        self._lay()
        self.update()
        self.changed.emit()

    def set_full_screen(self, full: bool) -> None:
        """Fill the screen, without a pointer; or be a window again."""
        if full:
            self.showFullScreen()
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.showNormal()
            self.unsetCursor()
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The person closes the prompter: it is not started again."""
        self._timer.stop()
        self.closed.emit()
        super().closeEvent(event)
