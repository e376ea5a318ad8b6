"""The fields of a standby plan."""

from __future__ import annotations

from PySide6.QtCore import Slot

from livedesk.domain.rundown import Show, Standby, StandbyMode
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor, FlagEditor
from livedesk.ui.workspaces.script.fields_form import Form, UnreadError
from livedesk.ui.workspaces.script.fields_offers import people, scenes
from livedesk.ui.workspaces.script.fields_read import optional_duration
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.standby_edits import change_standby
from livedesk.ui.workspaces.script.words import field_name, names


class StandbyForm(Form):
    """One plan."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(context, document)
        self._plan: Standby | None = None
        self._obs = ObsStatus()
        self._add_text("title", single=True)
        self._add_line("scene")
        mode = ChoiceEditor(self.family, "mode", field_name("mode"))
        mode.fill([(member.value, words) for member, words in names(StandbyMode)])
        self.add(field_name("mode"), mode)
        self._add_line("duration_ms", self.tr("as long as it takes"), number=True)
        self._add_text("trigger")
        self._add_line("owner")
        panic = FlagEditor(self.family, "panic", field_name("panic"), self.tr("Behind F9"))
        self.add(field_name("panic"), panic)

    def put(self, plan: Standby, *, fresh: bool) -> None:
        """Show a plan."""
        if plan is self._plan and not fresh:
            return
        self._plan = plan
        for key, value in (
            ("title", plan.title),
            ("scene", plan.scene),
            ("mode", plan.mode.value),
            ("duration_ms", "" if plan.duration_ms is None else fmt.duration(plan.duration_ms)),
            ("trigger", plan.trigger),
            ("owner", plan.owner),
            ("panic", plan.panic),
        ):
            if fresh:
                self.rows[key].say("", "")
                self.editors[key].reset(value)
            else:
                self.editors[key].put(value)
        self._note()

    def on_obs(self, status: ObsStatus) -> None:
        """What OBS has."""
        self._obs = status
        self._note()

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Read a value of the plan."""
        show, plan, text = self.read_on, self._plan, str(value).strip()
        if show is None or plan is None:
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
        self.do(change_standby(show, plan.id, {key: read}))

    @Slot(str)
    def offer(self, key: str) -> None:
        """Scenes and people."""
        show: Show | None = self.document.show
        editor = self.editors[key]
        if show is None or not isinstance(editor, LineEditor) or key not in ("scene", "owner"):
            return
        editor.offer(scenes(show, self._obs) if key == "scene" else people(show), self.context.theme)

    def _note(self) -> None:
        scene = "" if self._plan is None else self._plan.scene
        if self._plan is not None and not scene:
            self.rows["scene"].note("▲ " + self.tr("Without a scene this plan shows nothing."), "warn")
            return
        lacking = self._obs.link is LinkState.READY and bool(scene) and scene not in self._obs.scenes
        self.rows["scene"].note("▲ " + self.tr("OBS has no scene of this name.") if lacking else "", "warn")

    def _add_line(self, key: str, hint: str = fmt.NONE, *, number: bool = False) -> None:
        self.add(field_name(key), LineEditor(self.family, key, field_name(key), hint=hint, number=number))

    def _add_text(self, key: str, *, single: bool = False) -> None:
        self.add(field_name(key), TextEditor(self.family, key, field_name(key), single=single))
