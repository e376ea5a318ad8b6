"""The ways of the keys over the page: to where something wrong is mended (in the words, in a field, in the facts of the
show), and to the rundown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from livedesk.domain.script_checks import ProblemKind, ScriptProblem
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_list import EntryList
from livedesk.ui.workspaces.script.rundown_panel import ScriptRundownPanel
from livedesk.ui.workspaces.script.side import FIELDS, TIME, Side
from livedesk.ui.workspaces.script.text_panel import TextPanel

_FIELDS: Mapping[ProblemKind, str] = {
    ProblemKind.NO_PERSON: "person",
    ProblemKind.NO_CO_HOST: "co_host",
    ProblemKind.SCENE_MISSING: "scene",
    ProblemKind.WORDS_LONG: "duration_ms",
    ProblemKind.SHORTFALL: "hard_start",
    ProblemKind.INTERACTION_GAP: "interaction",
    ProblemKind.NO_END_TIME: "count_to",
    ProblemKind.COUNT_PASSED: "count_to",
}
"""In which field of an item something is mended that is not in its words."""
_AIR = 48
"""So much is seen above and below what has the keys."""


class Places(Protocol):
    """The places of a page at which something is mended."""

    document: ScriptDocument
    side: Side
    text: TextPanel

    def write(self) -> None:
        """Give the keys to the words."""
        ...


def go_to(page: Places, problem: ScriptProblem) -> None:
    """Bring the page to where a problem is mended, and the keys there. What the show has since lost shows the
    show."""
    document, side = page.document, page.side
    show = document.show
    if show is None:
        return
    segment = show.segment(problem.item_id) is not None
    document.choose((problem.item_id,) if segment else (), problem.item_id)
    if problem.line is not None:
        page.write()
        page.text.go_to(problem.line, problem.start, problem.end)
    elif problem.kind is ProblemKind.NO_WORDS:
        page.write()
    elif problem.kind is ProblemKind.OVERRUN:
        side.open(TIME)
    else:
        side.open(FIELDS)
        if (problem.about and not problem.field) or problem.kind is ProblemKind.PANIC_MISSING:
            _to_list(side, problem)
        else:
            side.fields.focus_field(problem.field or _FIELDS.get(problem.kind, "title"))
        # Fields that have only now been shown get their places first.
        QTimer.singleShot(0, side.fields.area, partial(_see, side.fields.area))


def _to_list(side: Side, problem: ScriptProblem) -> None:
    """Where a product, a promotion or the standby plans of the show stand in the show's facts; a promotion of a
    segment, among the fields of that."""
    if problem.kind is ProblemKind.GIFT_PROMOTION:
        form = side.fields.segment_form
        if form is not None:
            form.promotions.list.stand(problem.about)
            form.promotions.list.setFocus()
        return
    facts = side.fields.facts_form
    if facts is None:
        return
    if problem.kind is ProblemKind.PROMOTION_LOOSE:
        facts.promotions.mend(problem.about)
    elif problem.kind is ProblemKind.PANIC_MISSING:
        plans = facts.standbys
        plans.list.setFocus() if plans.list.entries else plans.adder.setFocus()
    else:
        facts.products.list.stand(problem.about)
        facts.products.list.setFocus()


def _see(area: QScrollArea) -> None:
    """Scroll to what has the keys."""
    focus, inside = area.focusWidget(), area.widget()
    if focus is None or inside is None or not inside.isAncestorOf(focus):
        return
    rect = focus.visualItemRect(focus.currentItem()) if isinstance(focus, EntryList) else focus.rect()
    at = focus.mapTo(inside, rect.center())
    area.ensureVisible(at.x(), at.y(), 0, _AIR + rect.height() // 2)


def has_keys(part: QWidget) -> bool:
    """Whether a part of the page, or anything in it, has the keyboard of its window."""
    focus = part.window().focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def to_rundown(panel: ScriptRundownPanel) -> None:
    """Give the keys to the list; where it is empty, to what stands in its place."""
    shown = panel.pages.currentWidget()
    first = panel.view if shown is panel.view or shown is None else shown.findChild(QPushButton)
    if first is not None:
        first.setFocus()
