"""A run against the plan: what each segment took, and better durations that a person takes over line by line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunOpened
from livedesk.domain.rehearsed import (
    DurationOffer,
    Rehearsed,
    Shortfall,
    adoption,
    compare,
    feasible,
    offers,
    shortfalls,
    taken_over,
)
from livedesk.domain.timetable import plan
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext, Services
from livedesk.ui.theme import GAP, TEXT
from livedesk.ui.widgets.labels import Elided, show
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.review.compare_lines import OfferModel, OfferView, compare_columns, compare_lines


@dataclass(frozen=True, slots=True)
class Compared:
    """A run against a revision of its show."""

    entries: tuple[Entry, ...]
    document: DocumentSnapshot
    lines: tuple[Rehearsed, ...]
    offered: tuple[DurationOffer, ...]
    suggested: frozenset[str]


def read_comparison(services: Services, entries: tuple[Entry, ...]) -> Compared:
    """Compare a run with its show as it stands now. Raises UserError ``show.missing``."""
    opened = next(entry.event for entry in entries if isinstance(entry.event, RunOpened))
    document = services.document(opened.show_id)
    lines = compare(document.show, entries)
    found = offers(document.show, lines)
    return Compared(entries, document, lines, found, feasible(document.show, found))


class ComparePanel(QWidget):
    """Filled with :meth:`show_run`; it reads when it is seen, and anew when the show changes."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: tuple[Entry, ...] = ()
        self._found: Compared | None = None
        self._said = ""
        self.model = OfferModel(compare_columns(), context.theme, context.family, self)
        self.view = OfferView(self.model, context.family, row=32)
        self.view.setAccessibleName(self.tr("Compared with the plan"))
        self.words = Elided(context.family, size=TEXT, tone="dim")
        self.adopt = QPushButton(self.tr("Take these durations over"))
        self.adopt.setObjectName("adopt-durations")
        self.adopt.setProperty("variant", "primary")
        self.adopt.clicked.connect(self._adopt)
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 10, 6)
        line.setSpacing(GAP)
        line.addWidget(self.words, 1)
        line.addWidget(self.adopt)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.model.changed.connect(self._reword)
        context.bridge.subscribe(DocumentSnapshot, self._document)
        self._reword()

    def show_run(self, entries: tuple[Entry, ...]) -> None:
        """Compare this run."""
        if entries == self._entries:
            return
        self._entries, self._found, self._said = entries, None, ""
        self.model.offer((), frozenset(), frozenset())
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at: read what it was not read for yet."""
        super().showEvent(event)
        if self._found is None and self._entries:
            self._read()

    def _read(self) -> None:
        services, entries = self._context.services, self._entries
        self._context.background.run(lambda: read_comparison(services, entries), self._compared, self._failed)

    @Slot(object)
    def _document(self, document: DocumentSnapshot) -> None:
        found = self._found
        if found is not None and found.document.show.id == document.show.id:
            self._found = None
            if self.isVisible():
                self._read()

    @Slot(object)
    def _compared(self, found: Compared) -> None:
        if found.entries != self._entries:
            return
        self._found = found
        offered = {offer.segment_id: offer for offer in found.offered}
        self.model.offer(compare_lines(found.lines, offered), frozenset(offered), found.suggested)

    @Slot()
    def _reword(self) -> None:
        found, chosen = self._found, self.model.chosen
        allowed, why = self._may_adopt()
        self.adopt.setEnabled(allowed)
        self.adopt.setToolTip(why)
        text = self.tr("Take these durations over")
        self.adopt.setText(f"{text} ({len(chosen)})" if chosen else text)
        if found is None:
            show(self.words, self._said, "warn" if self._said else "dim")
            return
        if not found.offered:
            none = self.tr("Every segment took what is planned, within ten seconds or a tenth: nothing to offer.")
            show(self.words, self._said or none, "go" if self._said else "dim")
            return
        durations = {each.segment_id: each.new_ms for each in found.offered if each.segment_id in chosen}
        late = [each for each in shortfalls(found.document.show, durations) if each.late_ms > each.before_ms]
        if why and not allowed and chosen:
            show(self.words, f"▲ {why}", "warn")
        elif late:
            show(self.words, "▲ " + self._late(late[0], len(late)), "warn")
        else:
            count = self.tr(
                "{0} durations differ from the script, {1} are chosen (Enter takes one or leaves it out)."
            )
            words = count.format(len(found.offered), len(chosen)) + self._left(found, durations)
            show(self.words, f"{self._said} {words}".strip(), "go" if self._said else "dim")

    def _left(self, found: Compared, durations: dict[str, int]) -> str:
        """Where the plan then ends."""
        show_ = found.document.show
        end = plan(taken_over(show_, durations)).end
        return " " + self.tr("The plan then ends at {0}.").format(fmt.clock(end, show_.zone))

    def _late(self, first: Shortfall, count: int) -> str:
        late = fmt.duration(first.late_ms)
        if first.number is None:
            text = self.tr("With these the show ends {0} after its hard end: leave some out.").format(late)
        else:
            told = self.tr("With these {0:02d} {1} comes {2} late to its fixed time: leave some out.")
            text = told.format(first.number, first.title, late)
        return text + (f" (+{count - 1})" if count > 1 else "")

    def _may_adopt(self) -> tuple[bool, str]:
        found = self._found
        if found is None:
            return False, ""
        if not found.offered:
            return False, self.tr("There is nothing to take over.")
        approval = found.document.show.approval
        if approval.closed:
            return False, sentence(UserError("edit.closed", state=approval.value))
        if not self.model.chosen:
            return False, self.tr("Choose at least one duration.")
        return True, ""

    @Slot()
    def _adopt(self) -> None:
        found = self._found
        edit = adoption(found.offered, self.model.chosen) if found is not None else None
        if found is None or edit is None:
            return
        services, document = self._context.services, found.document
        self.adopt.setEnabled(False)
        self._context.background.run(
            lambda: services.edit(document.show.id, edit, document.revision), self._adopted, self._failed
        )

    @Slot(object)
    def _adopted(self, _document: DocumentSnapshot) -> None:
        """The changed show follows through the bridge, and is compared anew."""
        self._said = self.tr("Taken over as one step; Ctrl+Z on the Live or Script page takes all of it back.")
        self._reword()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._reword()
        show(self.words, "▲ " + sentence(error), "warn")
