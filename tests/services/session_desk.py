"""A session with everything around it replaced by lists, on a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass, field

from livedesk.domain import commands as c
from livedesk.domain.card import CardTexts
from livedesk.domain.clock import MINUTE
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import Entry, RunKind
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.run import RunState, State
from livedesk.domain.rundown import EndMode, ItemWish, Show, Standby
from livedesk.services.session.clock import SimulatedClock
from livedesk.services.session.session import Session
from tests.unit.shows import at, segment, show

START = "2026-11-25 20:00"


def small_show() -> Show:
    return show(
        START,
        segment(1, 5),
        segment(2, 5, product_ids=("p1",), end_mode=EndMode.AUTO_FOLLOW),
        segment(3, 5),
        products=(Product("p1", "修护霜", live_price=12900, list_price=19900, stock=800, offer="满199减40"),),
        standbys=(Standby("b1", "紧急画面", "safe", panic=True),),
        promotions=(Promotion("m1", "优惠券", PromotionKind.COUPON, "s2", 3 * MINUTE),),
    )


@dataclass
class Around:
    """What a session asks of the world, kept in lists."""

    takes: list[tuple[ObsTake, CardTexts]] = field(default_factory=list)
    appended: list[tuple[Entry, ...]] = field(default_factory=list)
    published: list[object] = field(default_factory=list)
    outputs: list[tuple[OutputKind, bool]] = field(default_factory=list)
    replays: int = 0
    mutes: list[tuple[str, bool]] = field(default_factory=list)
    items: list[tuple[str, tuple[ItemWish, ...]]] = field(default_factory=list)
    cards: list[CardTexts] = field(default_factory=list)
    written: list[tuple[str, ...]] = field(default_factory=list)
    countdowns: list[str] = field(default_factory=list)

    def take(self, take: ObsTake, card: CardTexts) -> None:
        self.takes.append((take, card))

    def switch_output(self, output: OutputKind, on: bool) -> None:
        self.outputs.append((output, on))

    def mute(self, name: str, on: bool) -> None:
        self.mutes.append((name, on))

    def show_items(self, scene: str, items: tuple[ItemWish, ...]) -> None:
        self.items.append((scene, items))

    def write_card(self, inputs: tuple[str, ...]) -> None:
        self.written.append(inputs)

    def save_replay(self) -> None:
        self.replays += 1

    def card(self, card: CardTexts) -> None:
        self.cards.append(card)

    def countdown(self, text: str) -> None:
        self.countdowns.append(text)


class Bench:
    """A session at the planned start of a show, with the run open."""

    def __init__(self, document: Show | None = None, run: RunState | None = None, resuming: bool = False) -> None:
        self.clock = SimulatedClock(at(START))
        self.around = Around()
        self.session = Session(
            State(document or small_show(), 1, run or RunState()),
            run_id=7,
            clock=self.clock,
            append=lambda _, entries: self.around.appended.append(entries),
            publish=self.around.published.append,
            obs=self.around,
            resuming=resuming,
        )
        if run is None:
            self.session.handle(c.OpenRun(RunKind.LIVE), "导播")

    def live(self) -> Bench:
        self.do(c.GoLive())
        self.save()
        return self

    def do(self, command: c.Command) -> tuple[Entry, ...]:
        return self.session.handle(command, "导播")

    def save(self) -> None:
        """The journal acknowledges everything."""
        self.session.saved(self.session.state.run.last_seq, 0, "")

    def after(self, ms: int, *, step: int = 400) -> None:
        """Let time go on as the show thread does, never sleeping longer than a step."""
        end = self.clock.now().mono_ms + ms
        while self.clock.now().mono_ms < end:
            self.clock.advance_to(min(end, self.clock.now().mono_ms + step))
            if self.clock.now().mono_ms >= self.session.deadline():
                self.session.wake()
