"""What the desk shows at one moment, and the questions that its panels ask of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from livedesk.domain.card import Offer, offer_now
from livedesk.domain.checklist import open_critical
from livedesk.domain.numbers import Numbers
from livedesk.domain.product import Product
from livedesk.domain.run import Phase, RunState
from livedesk.domain.rundown import Segment, Show, StandbyMode
from livedesk.domain.scene_names import scenes_of
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import Timetable


class GoMode(StrEnum):
    """What GO does now: open the checks and go LIVE, take the NEXT, END the show (nothing follows), or NOTHING."""

    LIVE = "live"
    NEXT = "next"
    END = "end"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DeskView:
    """One moment. ``run_ms`` is the run's time. ``presented`` are the products that were on air in this run,
    ``ended_promotions`` the promotions that ended in it, ``acknowledged`` the newest message that the host has
    confirmed, ``prompted`` whether a prompter is there for the host to read from, ``without_obs`` whether this is a
    rehearsal in which OBS has no part."""

    show: Show
    run: RunState
    table: Timetable
    run_ms: int
    obs: ObsStatus = ObsStatus()
    numbers: Numbers | None = None
    presented: frozenset[str] = field(default_factory=frozenset)
    ended_promotions: frozenset[str] = field(default_factory=frozenset)
    resuming: bool = False
    acknowledged: int = 0
    prompted: bool = True
    without_obs: bool = False

    @property
    def live(self) -> bool:
        """Whether the show is on air."""
        return self.run.phase is Phase.ON_AIR

    @property
    def on_air(self) -> Segment | None:
        """The segment on air (or paused under a standby plan)."""
        return None if self.table.current is None else self.show.segments[self.table.current]

    @property
    def next(self) -> Segment | None:
        """The segment that GO takes."""
        return None if self.table.next is None else self.show.segments[self.table.next]

    @property
    def standby(self) -> str:
        """The id of the standby plan on air, empty for none."""
        airing = self.run.airing
        return airing.item_id if airing is not None and airing.standby is not None else ""

    @property
    def asking(self) -> str:
        """The id of what asks for console cues first: the standby plan on air, else the segment; empty for none."""
        return self.standby or (self.on_air.id if self.on_air is not None else "")

    @property
    def paused(self) -> bool:
        """Whether a pausing standby plan is on air."""
        airing = self.run.airing
        return airing is not None and airing.standby is StandbyMode.PAUSE and self.run.paused is not None

    @property
    def panicking(self) -> bool:
        """Whether the safe scene is on air."""
        plan = self.show.standby(self.standby) if self.standby else None
        return plan is not None and plan.panic

    @property
    def go(self) -> GoMode:
        """What GO does now."""
        if self.resuming:
            return GoMode.NOTHING
        if self.run.phase in (Phase.NONE, Phase.PREPARING):
            return GoMode.LIVE if any(not item.skipped for item in self.show.segments) else GoMode.NOTHING
        if self.run.phase is Phase.ENDED:
            return GoMode.NOTHING
        return GoMode.NEXT if self.table.next is not None else GoMode.END

    @property
    def blocking(self) -> int:
        """How many critical checks keep the show off the air."""
        if self.live or self.run.phase is Phase.ENDED:
            return 0
        return len(open_critical(self.show.checklist, self.run.checks))

    @property
    def follow_in(self) -> int | None:
        """Milliseconds until the next segment follows by itself, None where it does not."""
        return None if self.table.follow_at is None else self.table.follow_at - self.table.now

    @property
    def next_scene(self) -> str:
        """The scene that GO will ask for, empty where there is none or OBS is left alone."""
        return self.next.scene if self.next is not None else ""

    @property
    def product(self) -> Product | None:
        """The product on air, or None."""
        if self.live and self.run.product is not None:
            return self.show.product(self.run.product.id)
        return None

    @property
    def offer(self) -> Offer | None:
        """What the product on air is offered at now, None without one."""
        running = [each.promotion_id for each in self.run.promotions]
        return None if self.product is None else offer_now(self.show, self.product, running)

    @property
    def scenes(self) -> frozenset[str] | None:
        """The scenes that OBS has, None where that is not known."""
        return scenes_of(self.obs)

    def lacks(self, scene: str) -> bool:
        """Whether OBS is known not to have this scene."""
        known = self.scenes
        return bool(scene) and known is not None and scene not in known

    @property
    def studio(self) -> bool:
        """Whether OBS is linked and in studio mode."""
        return self.obs.link is LinkState.READY and self.obs.studio

    @property
    def preview_scene(self) -> str:
        """What the second picture shows: in studio mode OBS's preview, else the scene that GO will ask for."""
        return self.obs.preview if self.studio and self.obs.preview else self.next_scene

    @property
    def previews_other(self) -> bool:
        """Whether something else than the next segment's scene stands in OBS's preview."""
        return self.studio and bool(self.obs.preview) and self.obs.preview != self.next_scene

    def program_scene(self) -> str:
        """The scene that viewers see: OBS's own where it is linked; the rundown's where no OBS is asked for; empty
        where the link is gone and nobody knows."""
        if self.obs.link is LinkState.READY and self.obs.program:
            return self.obs.program
        return self.run.scene if self.live and self.obs.link is LinkState.OFF else ""
