"""How the show's time is allotted: the plan against its slot, by group and by kind, and how fast people speak."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from livedesk.domain import editing
from livedesk.domain.back_time import Fit, fit
from livedesk.domain.clock import wall_to_ms
from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.pace import Pace, first_name, speakers
from livedesk.domain.rundown import EndMode, Show
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import FIGURE, LABEL, TEXT
from livedesk.ui.widgets.labels import figure, label, show
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.facts import Facts, Known
from livedesk.ui.workspaces.script.latest_words import latest_words
from livedesk.ui.workspaces.script.pace_list import PaceList
from livedesk.ui.workspaces.script.share_list import ShareList, ShareRow
from livedesk.ui.workspaces.script.words import name, wall_text

MOST_PEOPLE = 40
"""So many people have a line at once: a sheet may have something else in every cell of its people."""


class AllocationPanel(QWidget):
    """``pace_set`` carries a person and a rate (None: as measured). What does not fit is fitted by the button: the
    chosen segments (none chosen: all) give or take time until the plan ends at the show's hard end."""

    pace_set = Signal(str, object)

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._document = document
        self._facts: Facts | None = None
        self._known: Known | None = None
        self._people: tuple[Pace, ...] = ()
        family = context.family
        self.planned = figure(family, size=FIGURE)
        self.slot = label(family, size=LABEL, tone="dim")
        self.slot.setWordWrap(True)
        self.speech = label(family, size=LABEL, tone="dim")
        self.speech.setWordWrap(True)
        self.fit = QPushButton(self.tr("Fit into the slot"))
        self.fit.setObjectName("script-fit")
        self.fit.setToolTip(self.tr("The chosen segments (none chosen: all) get longer or shorter in proportion"))
        self.fit.clicked.connect(self.fit_now)
        self.why = label(family, size=LABEL, tone="dim")
        self.why.setWordWrap(True)
        self.why.hide()
        self.told = label(family, size=LABEL, tone="dim")
        self.told.setWordWrap(True)
        self.told.hide()
        self.latest = label(family, size=LABEL, tone="dim")
        self.latest.setObjectName("script-latest")
        self.latest.setWordWrap(True)
        self.groups, self.kinds = ShareList(context.theme), ShareList(context.theme)
        self.groups.setAccessibleName(self.tr("By group"))
        self.kinds.setAccessibleName(self.tr("By kind"))
        self.paces = PaceList(family)
        self.paces.changed.connect(self.pace_set)
        self.more = label(family, size=LABEL, tone="dim")
        self.more.setObjectName("script-more-people")
        self.more.setWordWrap(True)
        self.more.hide()
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for part in (self.planned, self.slot, self.fit, self.why, self.told):
            box.addWidget(part)
        titled: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Latest start of the chosen segment"), self.latest),
            (self.tr("By group"), self.groups),
            (self.tr("By kind"), self.kinds),
            (self.tr("Speaking rate · characters a second"), self.paces),
        )
        for title, below in titled:
            box.addSpacing(6)
            box.addWidget(label(family, title, size=TEXT, tone="dim", bold=True))
            box.addWidget(below)
        box.addWidget(self.more)
        box.addWidget(self.speech)
        box.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(self.fit)
        document.changed.connect(self._changed)
        document.chose.connect(self._chose)

    def show_facts(self, facts: Facts, known: Known) -> None:
        """Show how the time stands; while hidden it is only kept."""
        self._facts, self._known = facts, known
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever came meanwhile is shown now."""
        super().showEvent(event)
        self._fill()

    @Slot()
    def fit_now(self) -> None:
        """Let the plan end when the show must be over."""
        document, facts = self._document.show, self._facts
        if document is None or facts is None:
            return
        if self._reason():
            self._fill_fit()
            return
        chosen = self._document.chosen if len(self._document.chosen) > 1 else [one.id for one in document.segments]
        words = {one: made.speaking_ms for one, made in facts.allocation.segments.items()}
        try:
            made = fit(document, chosen, minimums=words)
        except UserError as error:
            lacking = self.tr("Give the show a fixed end first (nothing chosen: its facts stand at the right).")
            self._tell(lacking if error.code == "fit.no_target" else sentence(error))
            return
        values = {one: {"duration_ms": length} for one, length in made.durations.items()}
        edit: Edit | None = editing.set_fields(document, values)
        if edit is not None and not self._document.do(edit):
            self.told.hide()
            return
        if made.missing_ms:
            self._tell(self._missing_words(document, made))
        elif edit is None:
            self._tell(self.tr("It fits already."))
        else:
            self._tell(
                self.tr("{0} segments changed; the plan ends in time. Ctrl+Z takes it back.").format(len(values))
            )

    def _missing_words(self, document: Show, made: Fit) -> str:
        """Why the plan does not end in time, and what a person can do about it."""
        late = document.segment(made.blocked_by)
        missing = fmt.duration(abs(made.missing_ms))
        if late is not None:
            words = self.tr("“{0}” is fixed at {1}, too late for the end of the show: move one of the two times.")
            counted = late.count_to if late.end_mode is EndMode.COUNT_TO else None
            times = [one for one in (late.hard_start, counted) if one is not None]
            pinned = max(times, key=lambda one: wall_to_ms(one, document.zone), default=None)
            return words.format(late.title, wall_text(document, pinned))
        if made.missing_ms < 0:
            words = self.tr(
                "The plan ends {0} early, and nothing of what is chosen behind the last fixed time has a length of "
                "its own: choose others, or add a segment."
            )
            return words.format(missing)
        if not made.deciding:
            words = self.tr(
                "{0} too long, and nothing of what is chosen behind the last fixed time can be shortened: choose "
                "others, or skip one."
            )
            return words.format(missing)
        return self.tr(
            "{0} are still missing: the words need their time. Shorten them, or skip a segment."
        ).format(missing)

    def _tell(self, words: str) -> None:
        show(self.told, words)
        self.told.show()

    def _fill(self) -> None:
        facts, known = self._facts, self._known
        if facts is None or known is None:
            return
        allocation, document = facts.allocation, facts.show
        show(self.planned, fmt.hms(allocation.planned_ms))
        show(self.slot, self._slot_words(facts), self._slot_tone(facts))
        self._fill_fit()
        self._fill_latest()
        titles = {group.id: group.title for group in document.groups}
        self.groups.show_rows(
            [
                ShareRow(titles.get(key) or self.tr("No group"), one.count, one.planned_ms, one.share, "info")
                for key, one in allocation.groups.items()
                if one.count or key
            ]
        )
        self.kinds.show_rows(
            [
                ShareRow(name(kind), one.count, one.planned_ms, one.share, self._theme.kind(kind))
                for kind, one in allocation.kinds.items()
            ]
        )
        self._people = speakers(document, facts.allocation.voices, known.paces, known.default_cps)
        self._fill_people()
        show(self.speech, self._speech_words(facts))

    def _reason(self) -> str:
        """Why nothing can be fitted; empty where it can."""
        document = self._document.show
        if document is None or not document.segments:
            return self.tr("There is nothing to fit yet: N in the rundown adds the first segment.")
        if not self._document.editable:
            return self.tr("The script can't be changed now: unlock it to fit the plan into its slot.")
        return ""

    @Slot(object)
    def _changed(self, change: Changed) -> None:
        """Of another show nothing is known yet."""
        if change.before is not None:
            return
        self._facts = None
        self._people = ()
        self.told.hide()
        for words in (self.planned, self.slot, self.latest, self.speech):
            show(words, "")
        self.groups.show_rows(())
        self.kinds.show_rows(())
        self._fill_people()

    @Slot()
    def _chose(self) -> None:
        self._fill_latest()
        if len(self._people) > MOST_PEOPLE and self.isVisible():
            self._fill_people()

    def _fill_people(self) -> None:
        """Everybody's rate; of very many the first, and those who speak in what is chosen."""
        known, people = self._known, self._people
        if known is None:
            return
        shown, more = people[:MOST_PEOPLE], people[MOST_PEOPLE:]
        if more:
            wanted = self._heard()
            shown += tuple(pace for pace in more if pace.host in wanted)
        by_hand = {name for name, pace in known.paces.items() if not pace.learned}
        self.paces.show_paces(shown, by_hand)
        hidden = len(people) - len(shown)
        words = self.tr("{0} more people: choose a segment of theirs, and their rates stand here too.")
        show(self.more, words.format(fmt.count(hidden)))
        self.more.setVisible(hidden > 0)

    def _heard(self) -> frozenset[str]:
        """Who has words or a duty in what is chosen."""
        document, current = self._document.show, self._document.current
        if document is None:
            return frozenset()
        segment = document.segment(current)
        item = segment or next((plan for plan in document.standbys if plan.id == current), None)
        names = {line.speaker for line in item.script.lines} if item is not None else set()
        if segment is not None:
            names |= {first_name(segment.person or document.host), first_name(segment.co_host)}
        return frozenset(names)

    def _fill_latest(self) -> None:
        if self._facts is None or not self.isVisible():
            return
        words, tone = latest_words(self._facts, self._document.current)
        show(self.latest, words or self.tr("Choose a segment to see when it must start."), tone)

    def _fill_fit(self) -> None:
        """The button, or why it can't be pressed; then the keyboard scrolls."""
        reason = self._reason()
        self.setFocusProxy(self._area if reason else self.fit)
        self.fit.setEnabled(not reason)
        show(self.why, reason)
        self.why.setVisible(bool(reason))
        if reason:
            self.told.hide()

    def _slot_words(self, facts: Facts) -> str:
        """Where the time of the slot is: slot = planned + gaps − what begins early + left."""
        allocation, document = facts.allocation, facts.show
        slot, left = allocation.slot_ms, allocation.left_ms
        start = wall_to_ms(document.planned_start, document.zone)
        first = next((one for one in facts.layout.starts if one is not None), start)
        early = max(0, start - first)
        gap = allocation.gap_ms + early
        parts = [self.tr("planned") if slot is None else self.tr("planned of {0}").format(fmt.hms(slot))]
        if gap > 0:
            parts.append(self.tr("{0} in gaps before fixed times").format(fmt.duration(gap)))
        if early:
            parts.append(self.tr("begins {0} before the planned start").format(fmt.duration(early)))
        if slot is None or left is None:
            parts.append(self.tr("the show has no fixed end"))
        elif left < 0:
            parts.append(self.tr("{0} too long").format(fmt.duration(-left)))
        else:
            parts.append(self.tr("{0} to spare").format(fmt.duration(left)))
        return " · ".join(parts)

    def _slot_tone(self, facts: Facts) -> str:
        left = facts.allocation.left_ms
        return "warn" if left is not None and left < 0 else "dim"

    def _speech_words(self, facts: Facts) -> str:
        allocation = facts.allocation
        words = self.tr("All the words take {0}.").format(fmt.hms(allocation.speaking_ms))
        if allocation.overfull:
            words += " " + self.tr("In {0} segments they do not fit.").format(len(allocation.overfull))
        return words
