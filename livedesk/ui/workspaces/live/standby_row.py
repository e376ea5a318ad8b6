"""Standby plans under the rundown: outside the timetable, called at any moment by button or key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.product import Product
from livedesk.domain.rundown import Show, Standby, StandbyMode
from livedesk.ui import format as fmt
from livedesk.ui.actions import DESK_KEYS, STANDBYS, key_label
from livedesk.ui.context import DeskContext
from livedesk.ui.fonts import font
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, HINT, LABEL, TEXT
from livedesk.ui.widgets.labels import Elided, figure, key_hint, label, show
from livedesk.ui.workspaces.live.off_words import not_on_air
from livedesk.ui.workspaces.live.plan_words import plan_lines
from livedesk.ui.workspaces.live.view import DeskView

_COLUMNS, _FEW = 4, 2
_WIDE, _ROOMY = 480, 370
_HEIGHT, _LOW = 44, 38
_TRANSPARENT = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class StandbyButton(QPushButton):
    """One plan with its key; ``action_id`` is the action of that key."""

    called = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        show_of: Show,
        plan: Standby,
        key: str,
        action_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self._context = context
        self._action_id = action_id
        self._off = ""
        self._does = plan_lines(show_of, plan)
        self.setObjectName(f"standby-{plan.id}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._narrow = False
        self._key: QLabel | None = None
        self._key_text = ""
        self._family = context.family
        self._words = words = Elided(context.family, plan.title)
        self._named = f"{plan.title}  ({key_label(key)})" if key else plan.title
        self._lacking = False
        parts: list[QLabel] = [words]
        row.addWidget(words, 1)
        if key:
            # The sign on the key itself leaves the plan's name its room.
            self._key_text = key_label(key).replace("Shift+", "⇧")
            self._key = key_hint(context.family, self._key_text)
            parts.append(self._key)
            row.addWidget(self._key)
        for part in parts:
            part.setAttribute(_TRANSPARENT)
        self.clicked.connect(self._pressed)
        self.set_narrow(False)

    def set_lacking(self, lacking: bool) -> None:
        """Mark a plan whose scene OBS does not have."""
        if lacking != self._lacking:
            self._lacking = lacking
            self._tell()

    def set_off(self, why: str) -> None:
        """Why the plan cannot be called now (empty: it can): in its tip, and where it is pressed all the same."""
        if why != self._off:
            self._off = why
            set_property(self, "dimmed", "true" if why else "false")
            self._tell()

    def _tell(self) -> None:
        plan = self.plan
        fault = "▲ " + self.tr('OBS has no scene "{0}"').format(plan.scene) if self._lacking else ""
        tone = "warn" if self._lacking else "faint" if self._off else "text"
        below = self._narrow and self._key is not None
        show(self._words, f"▲ {plan.title}" if self._lacking and not below else plan.title, tone)
        if self._key is not None:
            marked = self._lacking and below
            show(self._key, f"▲ {self._key_text}" if marked else self._key_text, "warn" if marked else "dim")
        self.setAccessibleName(" · ".join(part for part in (plan.title, fault, self._off) if part))
        self.setAccessibleDescription(" · ".join(self._does))
        parts = (self._named, self._off, fault, plan.trigger, *self._does)
        self.setToolTip(tip("\n".join(part for part in parts if part)))

    def set_narrow(self, narrow: bool) -> None:
        """Keep the title whole in a narrow place: lower, and the key, without its frame, below it."""
        self._narrow = narrow
        below = narrow and self._key is not None
        self.setFixedHeight(_LOW if narrow else _HEIGHT)
        edge, air = (4, 1) if narrow else (10, 0)
        self._row.setContentsMargins(edge, air, edge, air)
        self._row.setSpacing(0 if narrow else 6)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        middle = Qt.AlignmentFlag.AlignCenter
        self._words.setAlignment(middle if below else Qt.AlignmentFlag.AlignVCenter)
        self._words.setFont(font(self._family, LABEL if narrow else TEXT))
        if self._key is not None:
            set_property(self._key, "role", "" if narrow else "key")
            # A label keeps the size of its old look until something of its own changes.
            self._key.setIndent(0 if narrow else -1)
            self._row.setAlignment(self._key, middle if below else Qt.AlignmentFlag(0))
        self._tell()

    @Slot()
    def _pressed(self) -> None:
        if self._off:
            self._context.actions.refused.emit(self._action_id, self._off)
        else:
            self.called.emit(self.plan.id)


class StandbyRow(QFrame):
    """All plans but the panic one; the one on air is framed, with its time and the button that ends it."""

    called = Signal(str)
    ended = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(GAP)
        self._head = Elided(
            context.family, self.tr("Standby plans (outside the timetable, call at any moment)"), size=LABEL
        )
        self._head.setProperty("tone", "dim")
        self._time = figure(context.family, "", size=LABEL, tone="warn")
        self.back = QPushButton(self.tr("End: back to the segment") + f"  {key_label(DESK_KEYS['end_standby'])}")
        self.back.setObjectName("end-standby")
        self.back.clicked.connect(self.ended)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._time)
        head.addWidget(self.back)
        box.addLayout(head)
        self._empty = label(context.family, self.tr("none in this show"), size=HINT, tone="dim")
        box.addWidget(self._empty)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        box.addLayout(self._grid)
        self.buttons: dict[str, StandbyButton] = {}
        self._made_of: tuple[tuple[Standby, ...], tuple[Product, ...]] | None = None
        self._columns = 0

    def show_view(self, view: DeskView) -> None:
        """Mark the plan on air."""
        plans = tuple(plan for plan in view.show.standbys if not plan.panic)
        if (plans, view.show.products) != self._made_of:
            self._make(view.show, plans)
        active = view.standby if view.live else ""
        off = not_on_air(view)
        for plan_id, button in self.buttons.items():
            set_property(button, "state", "air" if plan_id == active else "")
            button.set_lacking(view.lacks(button.plan.scene))
            button.set_off(off)
        current = view.show.standby(active) if active else None
        self.back.setVisible(current is not None and current.mode is StandbyMode.PAUSE)
        if current is None:
            show(self._head, self.tr("Standby plans (outside the timetable, call at any moment)"), "dim")
            show(self._time, "")
            return
        show(self._head, "● " + self.tr("On air: {0}").format(current.title), "air")
        remaining = view.table.remaining
        elapsed = fmt.duration(view.table.elapsed)
        show(self._time, elapsed if remaining is None else fmt.countdown(remaining))

    def _make(self, show_of: Show, plans: tuple[Standby, ...]) -> None:
        self._made_of = plans, show_of.products
        for old in self.buttons.values():
            self._grid.removeWidget(old)
            old.deleteLater()
        self.buttons = {}
        self._empty.setVisible(not plans)
        for at, plan in enumerate(plans):
            key = DESK_KEYS[STANDBYS[at]] if at < len(STANDBYS) else ""
            button = StandbyButton(self._context, show_of, plan, key, f"standby_{at + 1}", self)
            button.called.connect(self.called)
            self.buttons[plan.id] = button
            button.set_narrow(self.width() < _WIDE)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer buttons where the column is narrow, fewer in a row where it is narrower still."""
        super().resizeEvent(event)
        for button in self.buttons.values():
            button.set_narrow(self.width() < _WIDE)
        self._place()

    def _place(self) -> None:
        columns = _COLUMNS if self.width() >= _ROOMY else _FEW
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)
