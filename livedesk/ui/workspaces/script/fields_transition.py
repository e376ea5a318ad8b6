"""The two editors of how a scene comes: cut or fade, and the length of the fade."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from livedesk.domain.rundown import USUAL_FADE_MS, Transition, TransitionKind
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import label
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor
from livedesk.ui.workspaces.script.fields_form import Form
from livedesk.ui.workspaces.script.fields_read import transition_ms
from livedesk.ui.workspaces.script.fields_text import LineEditor
from livedesk.ui.workspaces.script.words import field_name, names

TRANSITION, FADE = "transition.kind", "transition.ms"
_FADE_WIDTH = 52
"""Room for the three digits of the longest fade."""


class TransitionEditors:
    """Made into a form as one row, under the keys ``TRANSITION`` and ``FADE``."""

    def __init__(self, form: Form) -> None:
        kind = ChoiceEditor(form.family, TRANSITION, field_name("transition"))
        kind.fill([(member.value, words) for member, words in names(TransitionKind)])
        title = QCoreApplication.translate("TransitionEditors", "Length of the fade in milliseconds")
        self._fade = LineEditor(form.family, FADE, title, number=True)
        self._fade.setFixedWidth(_FADE_WIDTH)
        self._unit = label(form.family, "ms", size=LABEL, tone="dim")
        form.add(field_name("transition"), kind, self._fade, self._unit)

    def fit(self, transitions: Iterable[Transition]) -> None:
        """Ask for the length of a fade only where all of them fade."""
        kinds = {transition.kind for transition in transitions}
        fades = kinds == {TransitionKind.FADE}
        self._fade.setVisible(fades)
        self._unit.setVisible(fades)


def transition_wanted(kept: Transition, key: str, text: str) -> Transition:
    """What is typed or chosen under ``key``, over what is kept: a fade keeps its length, a cut has none. Raises
    ``UnreadError`` for a length that does not read."""
    if key == FADE:
        return Transition(TransitionKind.FADE, transition_ms(text))
    if TransitionKind(text) is TransitionKind.CUT:
        return Transition()
    return Transition(TransitionKind.FADE, USUAL_FADE_MS) if kept.kind is TransitionKind.CUT else kept
