"""The live numbers: six tiles over one graph, its ground coloured by what was on air."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from livedesk.domain.numbers import Numbers
from livedesk.domain.run import AiringState
from livedesk.domain.rundown import SegmentKind
from livedesk.ui.context import DeskContext
from livedesk.ui.plain import tip
from livedesk.ui.widgets.bands import Band
from livedesk.ui.widgets.buttons import look_as
from livedesk.ui.widgets.labels import label
from livedesk.ui.widgets.late_graph import LateGraph
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.tile import TileStrip
from livedesk.ui.workspaces.live.recordings import PLAY_RECORDING
from livedesk.ui.workspaces.live.view import DeskView

TILES = {
    "online": QT_TRANSLATE_NOOP("LiveNumbers", "Online"),
    "gmv_fen": QT_TRANSLATE_NOOP("LiveNumbers", "GMV"),
    "units": QT_TRANSLATE_NOOP("LiveNumbers", "Units sold"),
    "view_to_pay": QT_TRANSLATE_NOOP("LiveNumbers", "View-to-pay"),
    "gpm_fen": QT_TRANSLATE_NOOP("LiveNumbers", "GPM"),
    "interaction_rate": QT_TRANSLATE_NOOP("LiveNumbers", "Interaction"),
}
CURVES = {
    "online": QT_TRANSLATE_NOOP("LiveNumbers", "online"),
    "gmv_fen": QT_TRANSLATE_NOOP("LiveNumbers", "GMV"),
    "comments": QT_TRANSLATE_NOOP("LiveNumbers", "comments a minute"),
}
REASONS = {
    "no_relay": QT_TRANSLATE_NOOP("LiveNumbers", "no relay connected"),
    "no_orders": QT_TRANSLATE_NOOP("LiveNumbers", "no orders yet"),
    "no_statistics": QT_TRANSLATE_NOOP("LiveNumbers", "no room statistics"),
    "no_user_ids": QT_TRANSLATE_NOOP("LiveNumbers", "feed without ids"),
    "no_buyer_column": QT_TRANSLATE_NOOP("LiveNumbers", "no buyers in file"),
    "no_views": QT_TRANSLATE_NOOP("LiveNumbers", "no views yet"),
    "no_sample": QT_TRANSLATE_NOOP("LiveNumbers", "no sample yet"),
    "needs_platform_file": QT_TRANSLATE_NOOP("LiveNumbers", "platform file needed"),
}


def bands(view: DeskView) -> tuple[Band, ...]:
    """The segments that were on air, with their times (voided airings and standby plans left out)."""
    kinds: Mapping[str, tuple[SegmentKind, str]] = {
        item.id: (item.kind, item.title) for item in view.show.segments
    }
    found = []
    for airing in view.run.airings:
        if airing.standby is None and airing.item_id in kinds and airing.state is not AiringState.VOIDED:
            kind, title = kinds[airing.item_id]
            ended = None if airing.ended_ms is None else view.run.instant(airing.ended_ms)
            found.append(Band(view.run.instant(airing.started_ms), ended, kind, title))
    return tuple(found)


class NumbersPanel(Panel):
    """Fed with the numbers once a second; the now-line and the bands move with the desk's tick."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Live numbers"))
        self.facts.setText(self.tr("coloured by segment"))
        self.play = small(QPushButton(self.tr("Play a recording …")))
        self.play.setProperty("variant", "flat")
        self.play.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._actions = context.actions
        self.play.clicked.connect(self._play)
        self.add_right(self.play)
        self.add_right(label(context.family, self.tr("last 60 min"), size=12, tone="dim"))
        titles = {name: QCoreApplication.translate("LiveNumbers", str(title)) for name, title in TILES.items()}
        self.strip = TileStrip(context.family, titles)
        self.tiles = self.strip.tiles
        self.body.addWidget(self.strip)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.body.addWidget(line)
        titles = {name: QCoreApplication.translate("LiveNumbers", str(title)) for name, title in CURVES.items()}
        self.graph = LateGraph(context.theme, context.family, titles)
        self.body.addWidget(self.graph, 1)
        self._shown: Numbers | None = None
        self._fed = False
        self._banded: tuple[object, object] = (None, None)

    def show_view(self, view: DeskView) -> None:
        """Show the numbers, and where the show is."""
        action = self._actions[PLAY_RECORDING]
        look_as(self.play, action)
        if action.isEnabled():
            words = self.tr("A relay's recording becomes the audience of this run, in place of the relay.")
            self.play.setToolTip(tip(words))
        self.graph.set_zone(view.show.zone)
        told = (view.show, view.run.airings)
        if any(one is not two for one, two in zip(told, self._banded, strict=True)):
            self._banded = told
            self.graph.set_bands(bands(view))
        self.graph.set_now(view.table.now)
        numbers = view.numbers
        if self._fed and numbers is self._shown:
            return
        self._fed, self._shown = True, numbers
        for name, tile in self.tiles.items():
            measure = numbers.measures.get(name) if numbers is not None else None
            code = "no_relay" if measure is None else measure.reason
            reason = REASONS.get(code, "")
            tile.set_measure(measure, QCoreApplication.translate("LiveNumbers", str(reason)) if reason else code)
        self.strip.fit()
        self.graph.set_curves(numbers.curves if numbers is not None else ())

    @Slot()
    def _play(self) -> None:
        """Choose a file, or say why none can be played."""
        self._actions.trigger(PLAY_RECORDING)
