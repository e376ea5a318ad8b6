"""The timeline above the script: the whole show as a strip to the second.

``Timeline(theme, family)``; :meth:`Timeline.set_show` at each edit, :meth:`Timeline.set_timetable` at each tick of
a run. It never changes the document: it asks by its signals, and shows what its owner then gives it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from livedesk.domain.rundown import Show
from livedesk.domain.timetable import Plan, Timetable
from livedesk.ui import format as fmt
from livedesk.ui.fonts import figures
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GRID, LABEL, Theme
from livedesk.ui.widgets.labels import Elided, figure, label, show
from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_keys import KeyedCanvas
from livedesk.ui.workspaces.script.timeline_map import TimelineMap
from livedesk.ui.workspaces.script.timeline_moves import DurationDragged, OrderDragged
from livedesk.ui.workspaces.script.timeline_strip import Strip

_LINE = 18
__all__ = ["DurationDragged", "OrderDragged", "Timeline"]


class Timeline(QFrame):
    """Header, strip, overview and a line of words."""

    chosen = Signal(object)
    """The ids that a person chose (a frozenset, all of them)."""
    lengthened = Signal(object)
    """A :class:`DurationDragged` that a person asks for."""
    moved = Signal(object)
    """An :class:`OrderDragged` that a person asks for."""
    opened = Signal(str)
    """The id of a segment that a person wants to see opened."""
    slack_opened = Signal()
    """A person wants to know more of the time that is spare or short."""

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._table: Timetable | None = None
        self.canvas = KeyedCanvas(theme, family)
        self.map = TimelineMap(self.canvas)
        self.title = figure(family, size=LABEL, tone="dim", bold=False)
        self.hint = label(family, self.tr("Drag edges for duration · wheel zooms"), size=LABEL, tone="faint")
        self.hint.setToolTip(tip(self._keys()))
        self.canvas.setWhatsThis(self._keys())
        self.hard = QPushButton()
        self.hard.setProperty("variant", "flat")
        self.hard.setFont(figures(family, LABEL, bold=False))
        self.hard.setStyleSheet("padding: 0 4px; text-align: left")
        self.hard.setFixedHeight(_LINE)
        self.hard.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hard.setToolTip(self.tr("Show how the time is allotted"))
        self.end = Elided(family, size=LABEL, tone="dim")
        self.end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.hint)
        foot.addWidget(self.hard)
        foot.addWidget(self.end, 1)
        for row in (head, foot):
            row.setContentsMargins(4, 0, 4, 0)
        self._head = QWidget()
        self._head.setLayout(head)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, GRID, 12, GRID)
        box.setSpacing(1)
        box.addWidget(self._head)
        box.addWidget(self.canvas, 1)
        box.addWidget(self.map)
        box.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.canvas)
        self.hard.clicked.connect(self._ask_slack)
        self.canvas.chose.connect(self.chosen)
        self.canvas.lengthened.connect(self.lengthened)
        self.canvas.moved.connect(self.moved)
        self.canvas.opened.connect(self.opened)
        self.canvas.slack_opened.connect(self.slack_opened)
        self.canvas.walked.connect(self._tell)
        self._tell()

    def _keys(self) -> str:
        lines = (
            self.tr("Drag an edge: duration in steps of 5 s (Alt 1 s, Shift 1 min); Esc lets go"),
            self.tr("Drag a block: order; several chosen ones move together"),
            self.tr("Wheel zooms at the pointer; Shift and wheel or the middle button scrolls"),
            self.tr("Left and Right walk; Ctrl moves, Alt changes the duration (Shift 1 min)"),
            self.tr("+ and - zoom, 0 shows everything, Enter opens"),
        )
        return "\n".join(lines)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_show(self, show: Show, plan: Plan) -> None:
        """Show a state of the document with its plan. Cheap: nothing is laid out that is not seen."""
        before = self.canvas.strip
        if before is not None and before.show is show and before.plan is plan:
            return
        same = before if before is not None and before.show.id == show.id else None
        self.canvas.set_strip(Strip(show, plan, same))
        if same is None:
            self.canvas.set_chosen(frozenset())
            self.canvas.fit()
        if same is None or same.plan is not plan or self.canvas.strip is None:
            self.map.edited()
            self._tell()
        else:
            changed = self.canvas.strip.changed
            if changed is None or any(same.segments[at].kind is not show.segments[at].kind for at in changed):
                self.map.edited()

    def set_timetable(self, table: Timetable | None) -> None:
        """While live, where the run is: the playhead, what was aired, what is expected. None: nothing runs."""
        if table is None and self.canvas.table is None:
            return
        self.canvas.set_table(table)
        self.map.update()
        self._tell()

    def set_chosen(self, ids: frozenset[str]) -> None:
        """Show what is chosen elsewhere."""
        if ids != self.canvas.chosen:
            self.canvas.set_chosen(ids)
            self._tell()

    def fit(self) -> None:
        """Show the whole show."""
        self.canvas.fit()

    @property
    def folded(self) -> bool:
        """Whether only the line of words is shown."""
        return self.canvas.isHidden()

    def fold(self) -> None:
        """Leave the room to what stands below, or take it again. The line of words stays: what is late is said."""
        folded = not self.folded
        for part in (self._head, self.canvas, self.map):
            part.setHidden(folded)

    def take_keys(self) -> None:
        """The strip has the keys, where it was folded too."""
        if self.folded:
            self.fold()
        self.canvas.setFocus()

    def zoom_by(self, factor: float, at_x: int) -> None:
        """Magnify (above 1) or draw back around a pixel of the strip."""
        self.canvas.zoom_by(factor, at_x)

    def scroll_to(self, segment_id: str) -> None:
        """Bring a segment into view."""
        self.canvas.scroll_to(segment_id)

    # --- the words -------------------------------------------------------------------------------------------

    def _ask_slack(self) -> None:
        self.slack_opened.emit()

    def _tell(self) -> None:
        strip, table = self.canvas.strip, self.canvas.table
        total = strip.plan.end - strip.plan.start if strip is not None else 0
        show(self.title, self.tr("Timeline · {0}").format(fmt.hms(total)))
        at = self._hard_at()
        self.hard.setVisible(at is not None)
        if strip is None:
            show(self.end, "")
            return
        if at is not None:
            told = words.hard_line(strip, at, table)
            if self.hard.text() != told.words:
                self.hard.setText(told.words)
            set_property(self.hard, "tone", told.tone)
        told = words.end_line(strip, table)
        show(self.end, told.words if len(strip) else "", told.tone)

    def _hard_at(self) -> int | None:
        """The hard start that the words are about: the one of or after what has the keys; live the next to come;
        else the first that is missed, else the first that something comes before."""
        strip, table = self.canvas.strip, self.canvas.table
        if strip is None or not strip.hards:
            return None
        cursor = self.canvas.cursor_at
        found = strip.hard_from(cursor) if cursor >= 0 else None
        if found is None and table is not None and table.next is not None:
            found = strip.hard_from(table.next)
        if found is not None:
            return found
        slacks = strip.plan.slacks
        short = next((at for at in strip.hards if (slacks[at] or 0) < 0), None)
        return short if short is not None else next((at for at in strip.hards if slacks[at] is not None), None)
