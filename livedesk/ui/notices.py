"""What stands in the banners of the window: faults and choices, each a sentence with what can be done.

Nothing here is modal and nothing is solved by itself: a difference between OBS and the rundown, a follow that was
not taken, a clock that stepped are shown, and the director chooses.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject

from livedesk.domain import commands as c
from livedesk.domain.clock import SECOND
from livedesk.domain.events import TakeResult
from livedesk.domain.run import FollowStop, Phase, RunState, State
from livedesk.domain.rundown import EndMode
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.actions import ARMED_MS
from livedesk.ui.bridge import Bridge
from livedesk.ui.card_notices import CardNotices
from livedesk.ui.context import Tick
from livedesk.ui.file_notices import FileNotices
from livedesk.ui.item_notices import ItemNotices
from livedesk.ui.notice import Deed, Notice, Offer
from livedesk.ui.picture_notices import PictureNotices
from livedesk.ui.scene_notices import SceneNotices
from livedesk.ui.source_notices import SourceNotices
from livedesk.ui.words import sentence

SETTLE_MS = 1_500


class Notices(QObject):
    """Makes the notices of one moment. ``folder`` is the data folder, for sentences about the disk."""

    def __init__(self, bridge: Bridge, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = str(folder)
        self._armed = QElapsedTimer()
        self._scenes = SceneNotices(self)
        self._sources = SourceNotices(self)
        self._files = FileNotices(self)
        self._items = ItemNotices(self)
        self._pictures = PictureNotices(bridge, folder / "media", self)
        self._card = CardNotices(self)

    def arm_end(self) -> None:
        """The interrupted show is to end: a second press within five seconds ends it, as on the desk."""
        self._armed.start()

    def all(self, tick: Tick, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said now, the gravest first."""
        snapshot, table = tick.snapshot, tick.timetable
        if snapshot is None or table is None:
            return ()
        run = snapshot.state.run
        found: list[Notice] = []
        if snapshot.resuming:
            return (self._resume(snapshot.state, table.show_elapsed, obs),)
        if snapshot.save.error:
            text = self.tr("The journal cannot be written: {why} {count} entries wait and the show goes on.")
            why = sentence(snapshot.save.error, {"path": self._folder, "reason": snapshot.save.error})
            found.append(Notice("save", text.format(why=why, count=snapshot.save.pending)))
        if run.phase is Phase.ON_AIR:
            if not snapshot.without_obs:
                rate = 1 if snapshot.rehearsing is None else max(1, snapshot.rehearsing.lapse.rate)
                found += self._obs(snapshot.state, obs, tick.run_ms, SETTLE_MS * rate)
            found += self._clock(run)
            found += self._follow(snapshot.state)
        if not snapshot.without_obs:
            found += self._scenes.all(tick, obs)
            found += self._sources.all(tick, obs)
            found += self._files.all(tick, obs)
        now = obs.health.faults if obs.health is not None else {}
        for code, facts in run.faults.items():
            text = sentence(code, dict(now.get(code, facts)))
            # While OBS's output is stuck nothing that is taken is seen: its way out comes before every other.
            place = 0 if code == "obs.stuck" else len(found)
            found.insert(place, Notice(f"fault:{code}", text, self._remedies(code)))
        found += self._pictures.all(tick)
        return tuple(found)

    def _remedies(self, code: str) -> tuple[Offer, ...]:
        again = Offer(self.tr("Try now"), Deed.RETRY_OBS)
        match code:
            case "obs.absent" | "obs.lost" | "obs.crash_dialog":
                return (again,)
            case "obs.refused" | "obs.port_silent" | "obs.port_taken":
                return (Offer(self.tr("Open settings"), Deed.OPEN_SETTINGS), again)
            case "relay.no_relay":
                return (Offer(self.tr("Open settings"), Deed.OPEN_SETTINGS),)
            case "obs.stuck":
                return (Offer(self.tr("Free OBS"), Deed.FREE_OBS),)
            case "prompter.lost" | "prompter.hung":
                return (Offer(self.tr("Open the prompter"), Deed.OPEN_PROMPTER),)
            case _:
                return ()

    def _resume(self, state: State, elapsed_ms: int | None, obs: ObsStatus) -> Notice:
        show, run = state.show, state.run
        airing = run.airing
        title = ""
        if airing is not None:
            segment, plan = show.segment(airing.item_id), show.standby(airing.item_id)
            title = segment.title if segment is not None else plan.title if plan is not None else ""
        text = self.tr('"{show}" was interrupted on "{item}", on air for {elapsed}.').format(
            show=show.title, item=title or fmt.NONE, elapsed=fmt.hms(elapsed_ms)
        )
        if obs.link is LinkState.READY and run.scene and obs.program != run.scene:
            text += self.tr(' OBS shows "{there}", the rundown "{here}".').format(
                there=obs.program, here=run.scene
            )
        offers = (
            Offer(self.tr("Go on with this show"), c.Resume(), "go"),
            Offer(self.tr("Press again to end it"), c.EndShow())
            if self._armed.isValid() and not self._armed.hasExpired(ARMED_MS)
            else Offer(self.tr("End it"), Deed.ARM_END),
        )
        return Notice("resume", text, offers, "info")

    def _obs(self, state: State, obs: ObsStatus, run_ms: int, settle_ms: int) -> list[Notice]:
        run, take = state.run, state.run.take
        if obs.link is LinkState.READY and obs.switching and take is not None and take.result is None:
            text = self.tr('OBS is switching its scene collection: "{scene}" has not been taken yet.')
            return [Notice("scene", text.format(scene=take.scene or fmt.NONE), tone="info")]
        if obs.link is not LinkState.READY or obs.transitioning or obs.switching:
            return []
        if take is not None and (take.result is None or run_ms - take.t_ms < settle_ms):
            return []
        card = self._card.all(run, obs)
        gone = bool(obs.scenes) and obs.program not in obs.scenes
        if not run.scene or (obs.program == run.scene and not gone):
            return [*self._items.all(run, obs), *card]
        if gone:
            return [self._removed(state, obs), *card]
        if run.scene not in obs.scenes and take is not None and take.result is TakeResult.CONFIRMED:
            text = self.tr('The scene on air, "{scene}", was removed from OBS, which shows "{there}" now.')
        elif run.scene not in obs.scenes:
            text = self.tr('OBS has no scene "{scene}". It stays on "{there}".')
        elif take is not None and take.result is TakeResult.UNKNOWN:
            text = self.tr('OBS did not confirm "{scene}" and shows "{there}".')
        else:
            text = self.tr('OBS shows "{there}", the rundown wants "{scene}".')
        offers = (Offer(self.tr("Take it again"), c.TakeAgain()), self._leave(obs))
        return [Notice("scene", text.format(scene=run.scene, there=obs.program), offers), *card]

    def _leave(self, obs: ObsStatus) -> Offer:
        return Offer(self.tr("Leave OBS as it is"), c.FollowObs(obs.left))

    def _removed(self, state: State, obs: ObsStatus) -> Notice:
        """OBS still names a scene that was removed, or none: nobody can say what viewers see."""
        run, safe = state.run, state.show.panic.scene
        offers = []
        if run.scene in obs.scenes:
            text = self.tr('The scene on air, "{there}", is not in OBS any more: take "{scene}" again.')
            offers.append(Offer(self.tr("Take it again"), c.TakeAgain()))
        else:
            text = self.tr(
                'The scene on air, "{scene}", was removed from OBS. Press another scene\'s button, or GO.'
            )
            if safe in obs.scenes:
                offers.append(Offer(self.tr('Take the safe scene, "{0}"').format(safe), c.Panic()))
        offers.append(self._leave(obs))
        return Notice("scene", text.format(scene=run.scene, there=obs.program or fmt.NONE), tuple(offers))

    def _clock(self, run: RunState) -> list[Notice]:
        found = []
        if abs(run.clock_step_ms) > 2 * SECOND:
            text = self.tr("The clock of this computer moved by {step}. No timer moved with it.")
            offer = Offer(self.tr("Use the new clock for hard times"), c.AcceptClock())
            found.append(Notice("clock", text.format(step=fmt.offset(run.clock_step_ms)), (offer,)))
        return found

    def _follow(self, state: State) -> list[Notice]:
        run, airing = state.run, state.run.airing
        if airing is None or not run.follow_stopped:
            return []
        if run.follow_stopped is FollowStop.STOOD_STILL:
            text = self.tr("The show stood still and an automatic follow fell due meanwhile. It was not taken.")
        elif run.follow_stopped is FollowStop.VETOED:
            text = self.tr("The automatic follow of this item is called off: it goes on until GO.")
            back = Offer(self.tr("Let it follow"), c.VetoFollow(airing.number, vetoed=False))
            return [
                Notice("follow", text, (back, Offer(self.tr("Take the next item"), c.Go(airing.number), "go")))
            ]
        else:
            segment = state.show.segment(airing.item_id)
            if segment is None or segment.end_mode is not EndMode.AUTO_FOLLOW:
                return []
            text = self.tr("Back on an item whose time is over: it does not follow by itself any more.")
        offer = Offer(self.tr("Take the next item"), c.Go(airing.number), "go")
        return [Notice("follow", text, (offer,))]
