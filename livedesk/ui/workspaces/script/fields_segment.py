"""The fields of the chosen segments: a value where they agree, and one edit for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QLocale, Slot

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import Edit
from livedesk.domain.item_wishes import items_text, read_items
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show
from livedesk.domain.scene_sources import lacking_sources
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.context import DeskContext
from livedesk.ui.reading import time_text
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import label
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor, FlagEditor
from livedesk.ui.workspaces.script.fields_cues import CuesBox
from livedesk.ui.workspaces.script.fields_form import Form, UnreadError
from livedesk.ui.workspaces.script.fields_offers import people, scenes
from livedesk.ui.workspaces.script.fields_products import ChosenProducts
from livedesk.ui.workspaces.script.fields_promotions import SegmentPromotions
from livedesk.ui.workspaces.script.fields_read import agreed, duration, optional_duration, wall
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor
from livedesk.ui.workspaces.script.fields_transition import FADE, TRANSITION, TransitionEditors, transition_wanted
from livedesk.ui.workspaces.script.words import field_name, names, wall_text

_PEOPLE = ("person", "co_host", "owner")
_PLAIN = ("scene", *_PEOPLE, "interaction", "goal", "fallback", "note")
_FITTING = frozenset({"scene", "hard_start", "end_mode", "count_to", "transition"})
"""The fields that notes and the room of others go by."""
_Get = Callable[[Show, Segment], object]


def _optional(ms: int | None) -> str:
    return "" if ms is None else fmt.duration(ms)


def _wall(show: Show, at: WallTime | None) -> str:
    return "" if at is None else time_text(at.local, show.planned_start.local)


def _plain(name: str) -> _Get:
    return lambda _show, segment: getattr(segment, name)


_NOTHING: object = ""
_SHOWN: Mapping[str, tuple[str, _Get]] = {
    "kind": ("kind", lambda _show, one: one.kind.value),
    "duration_ms": ("duration_ms", lambda _show, one: fmt.duration(one.duration_ms)),
    "hard_start": ("hard_start", lambda show, one: _wall(show, one.hard_start)),
    "end_mode": ("end_mode", lambda _show, one: one.end_mode.value),
    "count_to": ("count_to", lambda show, one: _wall(show, one.count_to)),
    TRANSITION: ("transition", lambda _show, one: one.transition.kind.value),
    FADE: ("transition", lambda _show, one: str(one.transition.duration_ms)),
    "items": ("items", lambda _show, one: items_text(one.items)),
    "group_id": ("group_id", lambda show, one: one.group_id if show.group(one.group_id) else ""),
    "warn_ms": ("warn_ms", lambda _show, one: _optional(one.warn_ms)),
    "alarm_ms": ("alarm_ms", lambda _show, one: _optional(one.alarm_ms)),
    **{name: (name, _plain(name)) for name in ("title", "number", "skipped", *_PLAIN)},
}
"""What each editor shows: the field of the segment that it comes from, and how."""


class SegmentForm(Form):
    """``put`` shows segments; what the person wants goes to all of them."""

    def __init__(self, context: DeskContext, document: ScriptDocument) -> None:
        super().__init__(context, document)
        self._segments: tuple[Segment, ...] = ()
        self._show: Show | None = None
        self._obs = ObsStatus()
        self.products = ChosenProducts(context, document)
        self.promotions = SegmentPromotions(context, document)
        self.cues = CuesBox(context, document)
        self._text("title", single=True)
        self._line("number", number=True)
        self._choice("kind", [(kind.value, words) for kind, words in names(SegmentKind)])
        self._line("duration_ms", self.tr("8, 8:00, 1:05:00, 90s"), number=True)
        self._line("hard_start", fmt.NONE, number=True)
        self._choice("end_mode", [(mode.value, words) for mode, words in names(EndMode)])
        self._line("count_to", self.tr("21:30"), number=True)
        self._line("scene", self.tr("leaves OBS alone"))
        self._transition = TransitionEditors(self)
        self._line("items", self.tr("coupon, -banner"))
        self.add_inner(self.products, field_name("product_ids"))
        self.add_inner(self.promotions, field_name("promotions"))
        for name in _PEOPLE:
            self._line(name, fmt.NONE)
        self.add_inner(self.cues, self.tr("Cues"))
        self._choice("group_id", [])
        self._text("interaction")
        self._text("goal")
        self._reminder()
        self._text("fallback")
        skipped = FlagEditor(self.family, "skipped", field_name("skipped"), self.tr("Leave it out"))
        self.add(field_name("skipped"), skipped)
        self._text("note")

    def put(
        self,
        show: Show,
        segments: tuple[Segment, ...],
        number: str,
        *,
        fresh: bool,
        fields: AbstractSet[str] | None,
    ) -> None:
        """Show segments. ``number`` is what a single one is counted as; ``fresh`` says that they are others than
        before; ``fields`` are those that may have changed (None: all)."""
        self._show, self._segments = show, segments
        if fresh or fields is None:
            groups = [(group.id, group.title) for group in show.groups]
            self._choices("group_id").fill([("", self.tr("none")), *groups])
        for key, (field, get) in _SHOWN.items():
            if fields is not None and field not in fields and not fresh:
                continue
            value, mixed = agreed(segments, partial(get, show), _NOTHING)
            editor = self.editors[key]
            if key == "number" and isinstance(editor, LineEditor):
                editor.held.hint = number
            if fresh:
                self.rows[key].say("", "")
                editor.reset(value, mixed=mixed)
            else:
                editor.put(value, mixed=mixed)
        if fresh or fields is None or "product_ids" in fields:
            self.products.put(show, segments, fresh=fresh)
        if fresh or fields is None:
            self.promotions.put(show, segments, fresh=fresh)
        if fresh or fields is None or "cues" in fields:
            self.cues.put(segments, fresh=fresh)
        if fresh or fields is None or fields & _FITTING:
            self._fit(show, segments)

    def put_number(self, number: str) -> None:
        """The segment is counted as another one now."""
        editor = self.editors["number"]
        if isinstance(editor, LineEditor):
            editor.held.hint = number
            if not editor.held.dirty:
                editor.held.settle()

    def on_obs(self, status: ObsStatus) -> None:
        """What OBS has."""
        before, self._obs = self._obs, status
        known = (before.link, before.scenes, before.sources)
        if self._show is not None and known != (status.link, status.scenes, status.sources):
            self._note_scene()

    def take(self, key: str, value: object, answers: tuple[str, ...]) -> None:
        """Read what is wanted, for all segments at once."""
        show = self.read_on
        if show is None:
            return
        text = str(value).strip()
        match key:
            case "title":
                if not text:
                    raise UnreadError(self.tr("A segment needs a title."))
                self._set(show, key, text)
            case "number":
                self._set(show, key, self._number(show, text))
            case "kind":
                self.do(self._kind(show, SegmentKind(text)))
            case "duration_ms":
                self._set(show, key, self._duration(text))
            case "hard_start" | "count_to":
                self._set(show, key, wall(text, show, answers))
            case "end_mode":
                self._set(show, key, EndMode(text))
            case "transition.kind" | "transition.ms":
                self.do(self._transitions(show, key, text))
            case "warn_ms" | "alarm_ms":
                self._set(show, key, self._reminds(key, optional_duration(text)))
            case "items":
                self._set(show, key, read_items(text))
            case "skipped":
                self._set(show, key, value is True)
            case _:
                self._set(show, key, text)

    @Slot(str)
    def offer(self, key: str) -> None:
        """Scenes of OBS and the show, people of the show."""
        editor, show = self.editors[key], self.document.show
        if show is None or not isinstance(editor, LineEditor):
            return
        if key == "scene":
            editor.offer(scenes(show, self._obs), self.context.theme)
        elif key in _PEOPLE:
            editor.offer(people(show), self.context.theme)

    # --- reading -------------------------------------------------------------------------------------------

    def _ids(self) -> tuple[str, ...]:
        return tuple(segment.id for segment in self._segments)

    def _set(self, show: Show, name: str, value: object) -> None:
        self.do(editing.set_field(show, self._ids(), name, value))

    def _number(self, show: Show, text: str) -> str:
        if text and len(self._segments) > 1:
            raise UnreadError(self.tr("A number is one segment's own. Leave it empty to count them by place."))
        own = set(self._ids())
        if text and any(one.number == text and one.id not in own for one in show.segments):
            raise UnreadError(self.tr("Another segment has the number {0}.").format(text))
        return text

    def _kind(self, show: Show, kind: SegmentKind) -> Edit | None:
        values: dict[str, object] = {"kind": kind}
        if kind is SegmentKind.MILESTONE:
            values["duration_ms"] = 0
        return editing.set_fields(show, dict.fromkeys(self._ids(), values))

    def _duration(self, text: str) -> int:
        ms = duration(text)
        if ms and any(one.kind is SegmentKind.MILESTONE for one in self._segments):
            raise UnreadError(self.tr("A milestone takes no time. Give it another kind first."))
        return ms

    def _transitions(self, show: Show, key: str, text: str) -> Edit | None:
        wanted = {one.id: {"transition": transition_wanted(one.transition, key, text)} for one in self._segments}
        return editing.set_fields(show, wanted)

    def _reminds(self, key: str, ms: int | None) -> int | None:
        for segment in self._segments:
            warn = ms if key == "warn_ms" else segment.warn_ms
            alarm = ms if key == "alarm_ms" else segment.alarm_ms
            if warn is not None and alarm is not None and alarm > warn:
                raise UnreadError(self.tr("Yellow comes before red: it needs more time left than red."))
        return ms

    # --- rows ----------------------------------------------------------------------------------------------

    def _line(self, key: str, hint: str = "", *, number: bool = False) -> None:
        title = field_name(key)
        self.add(title, LineEditor(self.family, key, title, hint=hint, number=number))

    def _text(self, key: str, *, single: bool = False) -> None:
        title = field_name(key)
        self.add(title, TextEditor(self.family, key, title, single=single))

    def _choice(self, key: str, items: Sequence[tuple[str, str]]) -> None:
        title = field_name(key)
        editor = ChoiceEditor(self.family, key, title)
        editor.fill(items)
        self.add(title, editor)

    def _reminder(self) -> None:
        warn = LineEditor(self.family, "warn_ms", field_name("warn_ms"), hint=fmt.NONE, number=True)
        alarm = LineEditor(self.family, "alarm_ms", field_name("alarm_ms"), hint=fmt.NONE, number=True)
        yellow = label(self.family, self.tr("yellow"), size=LABEL, tone="next")
        red = label(self.family, self.tr("red"), size=LABEL, tone="air")
        self.add(self.tr("Reminder"), warn, yellow, alarm, red)

    def _choices(self, key: str) -> ChoiceEditor:
        editor = self.editors[key]
        assert isinstance(editor, ChoiceEditor)  # made so
        return editor

    def _fit(self, show: Show, segments: Sequence[Segment]) -> None:
        """What depends on other fields: the time that is counted to, the length of a fade, notes beneath."""
        mode, mixed = agreed(segments, lambda one: one.end_mode, EndMode.MANUAL)
        counts = mode is EndMode.COUNT_TO and not mixed
        self.rows["count_to"].setVisible(counts)
        unset = counts and any(one.count_to is None for one in segments)
        missing = self.tr("Say when it ends: until then its duration counts.")
        self.rows["count_to"].note(missing if unset else self._day(show, segments, "count_to"), "dim")
        self._transition.fit(one.transition for one in segments)
        self.rows["hard_start"].note(self._day(show, segments, "hard_start"))
        self._note_scene()

    def _day(self, show: Show, segments: Sequence[Segment], name: str) -> str:
        """The day of a time that is not on the day of the start, and which pass of an hour that comes twice."""
        at, _ = agreed(segments, lambda one: getattr(one, name), None)
        if at is None:
            return ""
        told = wall_text(show, at)
        parts = [told.partition(" · ")[2]] if " · " in told else []
        if at.local.date() != show.planned_start.local.date():
            day = QLocale().dayName(at.local.isoweekday(), QLocale.FormatType.ShortFormat)
            parts.insert(0, f"{at.local:%Y-%m-%d} {day}")
        return " · ".join(parts)

    def _note_scene(self) -> None:
        scene, _ = agreed(self._segments, lambda one: one.scene, "")
        lacking = self._obs.link is LinkState.READY and bool(scene) and scene not in self._obs.scenes
        self.rows["scene"].note("▲ " + self.tr("OBS has no scene of this name.") if lacking else "", "warn")
        found = [name for one in self._segments for name in lacking_sources(one.items, one.scene, self._obs)]
        names = self.tr("The scene in OBS has no source of this name: {0}").format("、".join(dict.fromkeys(found)))
        self.rows["items"].note("▲ " + names if found else "", "warn")
