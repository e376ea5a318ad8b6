"""OBS's sound as actions, by the place of an input in the list: ``mute_1``, ``louder_1``, ``softer_1`` and ``watch_1``
for the first one, for the palette and for keys from afar. There are as many as OBS has had inputs with sound."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from livedesk.domain.errors import UserError
from livedesk.domain.sound import FLOOR_DB, SoundInput
from livedesk.domain.status import ObsStatus
from livedesk.ui.actions import Category
from livedesk.ui.bounce import BOUNCE_MS, STEP_BOUNCE_MS
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.live.off_words import not_linked, not_open
from livedesk.ui.workspaces.live.sound_row import HIGHEST, LOWEST
from livedesk.ui.workspaces.live.view import DeskView

STEP_DB = 2.0
"""How much louder or softer one press makes an input."""


def stepped(volume_db: float, step_db: float) -> float:
    """A volume one step away, in dB, within what the desk's slider reaches; one below its lowest place is off. What was
    made louder than that in OBS is only turned down."""
    if step_db > 0 and volume_db >= HIGHEST:
        return volume_db
    at = max(float(LOWEST), volume_db) + step_db
    return FLOOR_DB if at <= LOWEST else min(at, max(float(HIGHEST), volume_db))


class SoundActions(QObject):
    """Asks for what is turned on the panel Sound."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view: DeskView | None = None
        self._obs = ObsStatus()
        self._count = 0
        self._asked = ""

    def on_obs(self, status: ObsStatus) -> None:
        """OBS's newest word: a second press goes on from what the first one did."""
        if status.sounds != self._obs.sounds or status.link is not self._obs.link:
            self._obs = status
            self.show_view(self._view)

    def show_view(self, view: DeskView | None) -> None:
        """Name and allow the actions by what is on the desk now (None: no show)."""
        self._view = view
        actions, sounds = self._context.actions, self._obs.sounds
        self._grow(len(sounds))
        why = self._why(view)
        watched = self._context.services.sound_watch.inputs if sounds else ()
        for place in range(1, self._count + 1):
            known = sounds[place - 1] if place <= len(sounds) else None
            name = known.name if known is not None else self.tr("input {0}").format(place)
            muted = known is not None and known.muted
            volume = known.volume_db if known is not None else 0.0
            mute = self.tr("Take the mute off {0}") if muted else self.tr("Mute {0}")
            watch = self.tr("No silence alarm for {0}") if name in watched else self.tr("Silence alarm for {0}")
            most = self.tr("It is as loud as the desk makes it") if volume >= HIGHEST else ""
            off = self.tr("It is turned off") if volume <= FLOOR_DB else ""
            gone = why or ("" if known is not None else self.tr("OBS has no such input any more"))
            for what, words, at_the_end in (
                ("mute", mute, ""),
                ("watch", watch, ""),
                ("louder", self.tr("{0}: 2 dB louder"), most),
                ("softer", self.tr("{0}: 2 dB softer"), off),
            ):
                action, text = actions[f"{what}_{place}"], words.format(name)
                if action.text() != text:
                    action.setText(text)
                action.allow(not (gone or at_the_end), gone or at_the_end)

    def _why(self, view: DeskView | None) -> str:
        return not_open(view) if view is None else not_linked(view, self._obs)

    def _grow(self, count: int) -> None:
        """Register what an input at a new place needs."""
        for place in range(self._count + 1, count + 1):
            for action_id, told, bounce_ms in (
                ("mute", self._mute, BOUNCE_MS),
                ("louder", self._louder, STEP_BOUNCE_MS),
                ("softer", self._softer, STEP_BOUNCE_MS),
                ("watch", self._watch, BOUNCE_MS),
            ):
                slot, add = slot_of(place, told, self), self._context.actions.add
                add(f"{action_id}_{place}", "", slot, category=Category.DESK, bounce_ms=bounce_ms)
        self._count = max(self._count, count)

    def _at(self, place: int) -> SoundInput | None:
        return self._obs.sounds[place - 1] if place <= len(self._obs.sounds) else None

    @Slot(object)
    def _mute(self, place: int) -> None:
        known = self._at(place)
        if known is not None:
            self._context.services.mute_input(known.name, not known.muted)

    @Slot(object)
    def _louder(self, place: int) -> None:
        self._turn(place, STEP_DB)

    @Slot(object)
    def _softer(self, place: int) -> None:
        self._turn(place, -STEP_DB)

    def _turn(self, place: int, step_db: float) -> None:
        known = self._at(place)
        if known is not None:
            self._context.services.set_volume(known.name, stepped(known.volume_db, step_db))

    @Slot(object)
    def _watch(self, place: int) -> None:
        known, services = self._at(place), self._context.services
        if known is not None:
            self._asked = f"watch_{place}"
            before = services.sound_watch
            watch = before.switched(known.name, known.name not in before.inputs)
            work = partial(services.watch_sound, watch)
            self._context.background.run(work, self._kept, self._not_kept, urgent=True)

    @Slot(object)
    def _kept(self, _nothing: object) -> None:
        self.show_view(self._view)

    @Slot(object)
    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.actions.refused.emit(self._asked, sentence(error))
