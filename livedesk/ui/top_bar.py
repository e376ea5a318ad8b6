"""The top bar: what show, in what state, the clocks, the hard time that presses, and the lights. Where the window is
narrow the lights say less, never the times."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.clock import SECOND
from livedesk.domain.run import Phase, RunState
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.timetable import Timetable
from livedesk.ui import format as fmt
from livedesk.ui.context import Tick
from livedesk.ui.cut_face import CutFace
from livedesk.ui.desk_tools import DeskTools
from livedesk.ui.fonts import figures
from livedesk.ui.light_room import LightRoom
from livedesk.ui.light_words import LightWords
from livedesk.ui.rehearsal.words import badge
from livedesk.ui.theme import FIGURE, FIGURE_BIG, HINT, TITLE, TOP_BAR, Theme
from livedesk.ui.widgets.labels import Elided, figure, label, pill, show
from livedesk.ui.widgets.light import Light

_APART, _CLOSE, _CLOSEST = 18, 10, 6
_TITLE, _TITLE_NARROW = 260, 150
WIDE = 1700
NARROWEST = 1100
LIGHTS = ("obs", "output", "data", "prompter", "checks")


class ClockFace(QWidget):
    """A caption over a figure. Its width fits the widest value it has shown, so that nothing beside it jumps."""

    def __init__(self, family: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(0)
        self.caption = label(family, caption, size=HINT, tone="dim")
        self.value: QLabel = figure(family, "00:00:00", size=FIGURE_BIG)
        self._face = figures(family, FIGURE_BIG)
        box.addWidget(self.caption)
        box.addWidget(self.value)

    def set_value(self, text: str, tone: str = "text") -> None:
        """Show a value."""
        show(self.value, text, tone)
        # Another tone polishes the label anew, which brings the large figure back.
        self.value.setFont(self._face)
        wanted = self.value.sizeHint().width()
        if wanted > self.value.minimumWidth():
            self.value.setMinimumWidth(wanted)

    def set_compact(self, compact: bool) -> None:
        """The smaller figure for narrow windows."""
        self.value.setMinimumWidth(0)
        self._face = figures(self._family, FIGURE if compact else FIGURE_BIG)
        self.value.setFont(self._face)
        self.value.setMinimumWidth(self.value.sizeHint().width())


class TopBar(QFrame):
    """Fed by :meth:`on_tick` and, for the lights, by :class:`livedesk.ui.light_words.LightWords`."""

    def __init__(self, theme: Theme, family: str, words: LightWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools: DeskTools | None = None
        self.setProperty("role", "topbar")
        self.setFixedHeight(TOP_BAR)
        self._words = words
        self._compact = False
        self._last: Tick | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(_APART)
        self.title = Elided(family, size=TITLE, bold=True)
        self.title.setMaximumWidth(_TITLE)
        self.state = pill(family)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head = QVBoxLayout()
        self._head.setSpacing(2)
        self._head.addStretch(1)
        self._head.addWidget(self.title)
        self._head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addStretch(1)
        row.addLayout(self._head)
        self.clocks: Mapping[str, ClockFace] = {
            "now": ClockFace(family, self.tr("Now")),
            "elapsed": ClockFace(family, self.tr("On air for")),
            "end": ClockFace(family, self.tr("Expected end")),
            "offset_now": ClockFace(family, self.tr("After this item")),
            "offset_end": ClockFace(family, self.tr("At the end")),
        }
        for face in self.clocks.values():
            row.addWidget(face)
        self.cut = CutFace(family)
        row.addWidget(self.cut)
        row.addStretch(1)
        self._tools_at = row.count()
        self._room = LightRoom()
        self.lights = {name: Light(theme, family) for name in LIGHTS}
        lights = self._lights = QHBoxLayout()
        lights.setSpacing(_APART)
        for light in self.lights.values():
            lights.addWidget(light)
        row.addLayout(lights)

    def add_tools(self, tools: DeskTools) -> None:
        """Put the tools of the desk before the lights, and let them follow the show."""
        self._tools = tools
        self._row.insertWidget(self._tools_at, tools)
        tools.changed.connect(self._make_room)
        self.addActions(tools.actions())

    def minimumSizeHint(self) -> QSize:
        """The narrow form's width: the wide one must not keep the window wide."""
        return QSize(NARROWEST, TOP_BAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter words and smaller figures where the window is narrow."""
        super().resizeEvent(event)
        compact = event.size().width() < WIDE
        if self._tools is not None:
            self._tools.set_room(event.size().width())
        if compact != self._compact:
            self._compact = compact
            self._row.setSpacing(_CLOSE if compact else _APART)
            self.title.setMaximumWidth(_TITLE_NARROW if compact else _TITLE)
            self._lights.setSpacing(_CLOSEST if compact else _APART)
            for light in self.lights.values():
                light.set_tight(compact)
            for face in self.clocks.values():
                face.set_compact(compact)
        if self._last is not None:
            self.on_tick(self._last)

    @Slot()
    def _make_room(self) -> None:
        """The tools take another width: the lights say more or less."""
        if self._last is not None:
            self._light(self._last)

    def on_tick(self, tick: Tick) -> None:
        """Repaint clocks and lights."""
        self._last = tick
        if self._tools is not None:
            self._tools.on_tick(tick)
        self._tell(tick)
        self.cut.on_tick(tick)
        self._light(tick)

    def _light(self, tick: Tick) -> None:
        """The lights say as much as there is room for beside everything else."""
        states = self._words.all(tick)
        measure = next(iter(self.lights.values())).width_of
        words = self._room.fit(states, measure, self._for_lights(), long=not self._compact)
        for name, state in states.items():
            short = words[name] != state.text
            tip = "\n".join(part for part in (state.text if short else "", state.tip) if part)
            self.lights[name].set_state(state.mark, words[name], tip, state.text)

    def _for_lights(self) -> int:
        """The width that the others leave to the lights."""
        margins, apart = self._row.contentsMargins(), self._row.spacing()
        others: list[QWidget] = [*self.clocks.values()]
        others += [part for part in (self.cut, self._tools) if part is not None and not part.isHidden()]
        used = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in others)
        used += self._head.sizeHint().width() + margins.left() + margins.right()
        # The head and the lights stand in the row, too.
        used += apart * (len(others) + 1) + self._lights.spacing() * (len(self.lights) - 1)
        return self.width() - used

    def _tell(self, tick: Tick) -> None:
        snapshot, table = tick.snapshot, tick.timetable
        if snapshot is None or table is None:
            show(self.title, self.tr("No show is open"))
            show(self.state, self.tr("empty"), "dim")
            self._blank(tick)
            return
        document, run = snapshot.state.show, snapshot.state.run
        show(self.title, document.title)
        if snapshot.rehearsing is not None:
            show(self.state, badge(snapshot.rehearsing), "promo")
        else:
            show(self.state, *self._state(run, snapshot.resuming))
        # A run that has ended stands still; the clock on the wall does not.
        real = run.phase is Phase.ENDED and snapshot.rehearsing is None
        now = tick.wall_ms if real else table.now
        self.clocks["now"].set_value(fmt.clock(now, document.zone))
        self._elapsed(run, table)
        self.clocks["end"].set_value(fmt.clock(table.expected_end, document.zone))
        self.clocks["offset_now"].set_value(fmt.offset(table.offset_now), _tone(table.offset_now))
        self.clocks["offset_end"].set_value(fmt.offset(table.offset_end), _tone(table.offset_end))

    def _elapsed(self, run: RunState, table: Timetable) -> None:
        face = self.clocks["elapsed"]
        if table.show_elapsed is None:
            left = table.plan.start - table.now
            show(face.caption, self.tr("Until start") if left > 0 else self.tr("Start is over by"))
            face.set_value(fmt.hms(abs(left)), "text" if left > 0 else "warn")
        else:
            show(face.caption, self.tr("On air for"))
            face.set_value(fmt.hms(table.show_elapsed))

    def _blank(self, tick: Tick) -> None:
        for name, face in self.clocks.items():
            face.set_value(fmt.local_clock(tick.wall_ms) if name == "now" else fmt.NONE, "dim")

    def _state(self, run: RunState, resuming: bool) -> tuple[str, str]:
        if resuming:
            return self.tr("interrupted"), "warn"
        match run.phase:
            case Phase.NONE:
                return self.tr("not on air"), "dim"
            case Phase.PREPARING:
                return self.tr("preparing"), "next"
            case Phase.ENDED:
                return self.tr("ended"), "dim"
        airing = run.airing
        if airing is not None and airing.standby is StandbyMode.PAUSE:
            return "● " + self.tr("STANDBY"), "air"
        if run.held:
            return "● " + self.tr("HELD"), "air"
        return "● " + self.tr("ON AIR"), "air"


def _tone(offset_ms: int) -> str:
    return "warn" if offset_ms >= SECOND else "go"
