"""The fields of the chosen standby plans: a value where they agree, and one edit for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from livedesk.domain.edits import Edit
from livedesk.domain.item_wishes import items_text, read_items
from livedesk.domain.rundown import Show, Standby, StandbyMode, Transition
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor, FlagEditor
from livedesk.ui.workspaces.script.fields_cues import CuesBox
from livedesk.ui.workspaces.script.fields_form import Form, UnreadError
from livedesk.ui.workspaces.script.fields_offers import people, scenes
from livedesk.ui.workspaces.script.fields_read import agreed, optional_duration
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.fields_transition import FADE, TRANSITION, TransitionEditors, transition_wanted
from livedesk.ui.workspaces.script.standby_edits import change_standbys, duplicate_standbys, remove_standbys
from livedesk.ui.workspaces.script.words import field_name, names, product_line

_NOTHING: object = ""
_SHOWN: Mapping[str, Callable[[Standby], object]] = {
    "title": lambda plan: plan.title,
    "scene": lambda plan: plan.scene,
    "mode": lambda plan: plan.mode.value,
    "duration_ms": lambda plan: "" if plan.duration_ms is None else fmt.duration(plan.duration_ms),
    "trigger": lambda plan: plan.trigger,
    "owner": lambda plan: plan.owner,
    "panic": lambda plan: plan.panic,
    TRANSITION: lambda plan: plan.transition.kind.value,
    FADE: lambda plan: str(plan.transition.duration_ms),
    "items": lambda plan: items_text(plan.items),
    "product_id": lambda plan: plan.product_id,
    "message": lambda plan: plan.message,
}
"""What each editor shows of a plan."""


class StandbyForm(Form):
    """``put`` shows plans: a value where they agree. What the person wants goes to all of them as one edit."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(context, document)
        self._plans: tuple[Standby, ...] = ()
        self._obs = ObsStatus()
        self._locked = False
        self._add_text("title", single=True)
        self._add_line("scene", self.tr("leaves OBS alone"))
        self._transition = TransitionEditors(self)
        self._add_line("items", self.tr("coupon, -banner"))
        product = ChoiceEditor(self.family, "product_id", field_name("product_id"))
        self.add(field_name("product_id"), product)
        self.cues = CuesBox(context, document)
        self.add_inner(self.cues, self.tr("Cues"))
        self._add_text("message", single=True)
        mode = ChoiceEditor(self.family, "mode", field_name("mode"))
        mode.fill([(member.value, words) for member, words in names(StandbyMode)])
        self.add(field_name("mode"), mode)
        self._add_line("duration_ms", self.tr("as long as it takes"), number=True)
        self._add_text("trigger")
        self._add_line("owner")
        panic = FlagEditor(self.family, "panic", field_name("panic"), self.tr("Behind F9"))
        self.add(field_name("panic"), panic)
        self._buttons = self._made_buttons()
        self.column.addWidget(self._buttons)

    def put(self, plans: tuple[Standby, ...], *, fresh: bool) -> None:
        """Show plans; ``fresh`` says that they are others than before."""
        if plans == self._plans and not fresh:
            return
        self._plans = plans
        self._fill_products()
        for key, get in _SHOWN.items():
            value, mixed = agreed(plans, get, _NOTHING)
            if fresh:
                self.rows[key].say("", "")
                self.editors[key].reset(value, mixed=mixed)
            else:
                self.editors[key].put(value, mixed=mixed)
        self.cues.put(plans, fresh=fresh)
        self._transition.fit(plan.transition for plan in plans)
        self._note()

    def put_products(self) -> None:
        """The show's products are others."""
        self._fill_products()

    def lock(self, locked: bool) -> None:
        """Let everything be read only."""
        super().lock(locked)
        self._locked = locked
        self._buttons.setVisible(not locked)
        self._note()

    def on_obs(self, status: ObsStatus) -> None:
        """What OBS has."""
        self._obs = status
        self._note()

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Read what is wanted, for all plans at once."""
        show, text = self.read_on, str(value).strip()
        if show is None:
            return
        read: object = text
        if key == "title" and not text:
            raise UnreadError(self.tr("A standby plan needs a title."))
        if key == "mode":
            read = StandbyMode(text)
        elif key == "duration_ms":
            read = optional_duration(text)
        elif key == "panic":
            read = value is True
        elif key == "items":
            read = read_items(text)
        elif key in (TRANSITION, FADE):
            self.do(self._transitions(show, key, text))
            return
        self.do(change_standbys(show, {plan.id: {key: read} for plan in self._plans}))

    @Slot(str)
    def offer(self, key: str) -> None:
        """Scenes and people."""
        show: Show | None = self.document.show
        editor = self.editors[key]
        if show is None or not isinstance(editor, LineEditor) or key not in ("scene", "owner"):
            return
        editor.offer(scenes(show, self._obs) if key == "scene" else people(show), self.context.theme)

    def _transitions(self, show: Show, key: str, text: str) -> Edit | None:
        wanted = {one.id: {"transition": transition_wanted(one.transition, key, text)} for one in self._plans}
        return change_standbys(show, wanted)

    def _fill_products(self) -> None:
        show, editor = self.document.show, self.editors["product_id"]
        assert isinstance(editor, ChoiceEditor)  # made so
        products = () if show is None else show.products
        editor.fill([("", self.tr("the card stays")), *((one.id, product_line(one)) for one in products)])

    def _note(self) -> None:
        """What does not go with these plans: a scene that shows nothing, and the panic key, which has one plan and is
        a bare cut."""
        many = len(self._plans) > 1
        scene, mixed = agreed(self._plans, lambda plan: plan.scene, "")
        words = ""
        bare = not any(plan.items or plan.product_id or plan.message or plan.cues for plan in self._plans)
        if self._plans and not scene and not mixed and bare:
            these = self.tr("Without a scene these plans show nothing.")
            words = these if many else self.tr("Without a scene this plan shows nothing.")
        elif scene and self._obs.link is LinkState.READY and scene not in self._obs.scenes:
            words = self.tr("OBS has no scene of this name.")
        self.rows["scene"].note(f"▲ {words}" if words else "", "warn")
        alone = self.tr("One plan alone stands behind the panic key: choose a single one for it.")
        self.rows["panic"].note(alone if many else "")
        self.editors["panic"].lock(self._locked or many)
        panic = any(plan.panic for plan in self._plans)
        lost = any(plan.items or plan.product_id or plan.transition != Transition() for plan in self._plans)
        cut = self.tr("F9 cuts to its scene at once: without transition, items or card.")
        self.rows["product_id"].note(cut if panic and lost else "")

    def _made_buttons(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 4, 0, 0)
        for words, slot in ((self.tr("Duplicate"), self._duplicate), (self.tr("Remove"), self._remove)):
            button = QPushButton(words)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        return made

    @Slot()
    def _duplicate(self) -> None:
        """Copies, shown with their title to be typed."""
        show = self.document.show
        found = None if show is None else duplicate_standbys(show, self.document.plans, new_id)
        if found is not None and self.document.do(found[0]):
            self.document.choose(found[1])
            self.editors["title"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _remove(self) -> None:
        show = self.document.show
        if show is not None:
            self.document.do(remove_standbys(show, self.document.plans))

    def _add_line(self, key: str, hint: str = fmt.NONE, *, number: bool = False) -> None:
        self.add(field_name(key), LineEditor(self.family, key, field_name(key), hint=hint, number=number))

    def _add_text(self, key: str, *, single: bool = False) -> None:
        self.add(field_name(key), TextEditor(self.family, key, field_name(key), single=single))
