"""OBS's own figures, each good or past its threshold in words, over a graph of the last half hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.health import Figure, HealthSample
from livedesk.domain.numbers import Curve, Unit
from livedesk.domain.status import ObsHealth, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import HINT, LABEL, TITLE
from livedesk.ui.widgets.labels import Elided, figure, label, show
from livedesk.ui.widgets.late_graph import LateGraph
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.workspaces.live.view import DeskView

COLUMNS = 4
_GRAPH_MS = SECOND - 50
"""A little less than OBS's figures are apart: else every other one would come while the graph rests."""
_MINUTES_UNTIL = 10
"""From so many hours on nobody asks for the minutes."""
_HOURS_SAID = 99
TILES: Mapping[str, object] = {
    "fps": QT_TRANSLATE_NOOP("LiveHealth", "Frames/s"),
    "dropped": QT_TRANSLATE_NOOP("LiveHealth", "Network loss"),
    "encode": QT_TRANSLATE_NOOP("LiveHealth", "Encoding lag"),
    "render": QT_TRANSLATE_NOOP("LiveHealth", "Drawing lag"),
    "kbps": QT_TRANSLATE_NOOP("LiveHealth", "Bitrate"),
    "congestion": QT_TRANSLATE_NOOP("LiveHealth", "Congestion"),
    "cpu": QT_TRANSLATE_NOOP("LiveHealth", "Processor"),
    "disk": QT_TRANSLATE_NOOP("LiveHealth", "Disk"),
}
CURVES: Mapping[str, object] = {
    "fps": QT_TRANSLATE_NOOP("LiveHealth", "frames"),
    "kbps": QT_TRANSLATE_NOOP("LiveHealth", "kbit/s"),
    "dropped": QT_TRANSLATE_NOOP("LiveHealth", "lost"),
    "late": QT_TRANSLATE_NOOP("LiveHealth", "late"),
}
LEAST: Mapping[str, float] = {"dropped": 0.02, "late": 0.02}
"""A single frame that was late is no mountain in the graph."""
_FIGURES: Mapping[str, tuple[Figure, ...]] = {
    "fps": (Figure.FPS,),
    "dropped": (Figure.DROPPED,),
    "encode": (Figure.ENCODE,),
    "render": (Figure.RENDER,),
    "congestion": (Figure.CONGESTION,),
    "cpu": (Figure.CPU,),
    "disk": (Figure.DISK_GB, Figure.DISK_HOURS),
}


def curves(samples: Sequence[HealthSample]) -> tuple[Curve, ...]:
    """The history as lines: frames a second, bitrate, what was lost, what was late (the worse of drawn and encoded)."""
    at = tuple(sample.at_ms for sample in samples)
    healths = [sample.health for sample in samples]
    return (
        Curve("fps", Unit.COUNT, at, tuple(health.fps for health in healths)),
        Curve("kbps", Unit.COUNT, at, tuple(health.kbps for health in healths)),
        Curve("dropped", Unit.RATIO, at, tuple(health.dropped for health in healths)),
        Curve("late", Unit.RATIO, at, tuple(max(h.render_skipped, h.encode_skipped) for h in healths)),
    )


class HealthTile(QFrame):
    """One figure: its name, its value, and whether it is good."""

    def __init__(self, family: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 0, 6)
        box.setSpacing(0)
        self.title = Elided(family, title, size=LABEL, tone="dim")
        self.value = figure(family, fmt.NONE, size=TITLE, tone="faint")
        self.value.setMinimumWidth(1)
        self.note = Elided(family, size=HINT, tone="faint")
        for part in (self.title, self.value, self.note):
            box.addWidget(part)


class HealthPanel(Panel):
    """Fed with the desk's tick; the graph is drawn once a second, and only while it is seen."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self._context = context
        self.title.setText(self.tr("Health of OBS"))
        self.add_right(label(context.family, self.tr("last 30 min"), size=LABEL, tone="dim"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setSpacing(0)
        self.tiles: dict[str, HealthTile] = {}
        for at, (name, title) in enumerate(TILES.items()):
            tile = HealthTile(context.family, QCoreApplication.translate("LiveHealth", str(title)))
            self.tiles[name] = tile
            grid.addWidget(tile, at // COLUMNS, at % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.body.addWidget(line)
        titles = {name: QCoreApplication.translate("LiveHealth", str(title)) for name, title in CURVES.items()}
        empty = self.tr("The history begins with OBS's first figures: start OBS, or see Settings → OBS.")
        self.graph = LateGraph(context.theme, context.family, titles, least=LEAST, empty=empty)
        self.body.addWidget(self.graph, 1)
        self._drawn: ObsHealth | None = None
        self._fed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_GRAPH_MS)

    def show_view(self, view: DeskView) -> None:
        """Show the figures of now, and where they came from."""
        health = view.obs.health
        if health is None:
            for tile in self.tiles.values():
                show(tile.value, fmt.NONE, "faint")
                show(tile.note, "")
            show(self.facts, self.tr("OBS is not connected"), "dim")
        else:
            self._show_health(view.obs, health)
        self.graph.set_zone(view.show.zone)
        if (health is not self._drawn or not self._fed) and not self._rest.isActive():
            self._drawn, self._fed = health, True
            self._rest.start()
            self.graph.set_curves(curves(self._context.services.obs_history))
            self.graph.set_now(self._context.clock.now().wall_ms)

    def _show_health(self, status: ObsStatus, health: ObsHealth) -> None:
        streams, records = status.outputs.stream.runs, status.outputs.record.runs
        self._tile("fps", f"{health.fps:.1f}", self.tr("of {0}").format(f"{health.target_fps:.0f}"), health)
        off = "" if streams else self.tr("no stream")
        self._tile("dropped", fmt.ratio(health.dropped, 2), off, health, judged=streams)
        self._tile("encode", fmt.ratio(health.encode_skipped, 2), "", health)
        self._tile("render", fmt.ratio(health.render_skipped, 2), "", health)
        rate = f"{health.kbps / 1000:.1f} Mbps" if streams else fmt.NONE
        self._tile("kbps", rate, off, health)
        jam = fmt.ratio(health.congestion, 0) if streams else fmt.NONE
        self._tile("congestion", jam, off, health, judged=streams)
        self._tile("cpu", f"{health.cpu:.0f}%", fmt.megabytes(health.memory_mb), health)
        free = fmt.megabytes(health.disk_free_mb)
        if health.disk_left_ms is None:
            self._tile("disk", free, self.tr("free"), health)
        else:
            self._tile("disk", self._lasting(health.disk_left_ms), free, health)
        if health.poor:
            show(self.facts, "▲ " + self.tr("look at the figures with ▲"), "warn")
        else:
            told = self.tr("all good")
            show(self.facts, told if streams or records else self.tr("all good · no output runs"), "dim")

    def _tile(self, name: str, value: str, note: str, health: ObsHealth, *, judged: bool = True) -> None:
        """Show a figure. One that is not ``judged`` says nothing now; that, and one that no rule looks at, is neither
        good nor bad."""
        tile = self.tiles[name]
        figures = [item.value for item in _FIGURES.get(name, ())]
        poor = [item for item in figures if item in health.poor]
        judged = judged and any(item in health.judged for item in figures)
        show(tile.value, value, "warn" if poor else "text")
        if poor and all(item in health.mending for item in poor):
            show(tile.note, "▲ " + self.tr("recovering"), "warn")
        elif poor:
            show(tile.note, "▲ " + self.tr("too bad"), "warn")
        else:
            good = self.tr("good") if judged else ""
            show(tile.note, " · ".join(part for part in (good, note) if part), "dim")

    def _lasting(self, left_ms: int) -> str:
        hours, minutes = divmod(left_ms // MINUTE, 60)
        if hours >= _HOURS_SAID:
            return self.tr("> {0} h").format(_HOURS_SAID)
        if hours >= _MINUTES_UNTIL:
            return self.tr("{0} h").format(hours)
        return self.tr("{0} h").format(f"{hours}:{minutes:02d}") if hours else self.tr("{0} min").format(minutes)
