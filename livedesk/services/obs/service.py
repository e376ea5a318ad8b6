"""The OBS service as the rest of livedesk sees it: takes in, outcomes, status and pictures out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardInventory, CardMapping
from livedesk.domain.commands import Command
from livedesk.domain.effects import ObsTake
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.health import HealthRule
from livedesk.domain.rundown import ItemWish
from livedesk.domain.sound import SoundLevels, SoundWatch
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus
from livedesk.services.obs import lamps, sentinel
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.card_tools import CardTools
from livedesk.services.obs.card_watch import CardWatch
from livedesk.services.obs.client import Answer, Event
from livedesk.services.obs.failures import ANSWERED, LinkError, NoAnswerError, ObsError, SilentError
from livedesk.services.obs.flight import TakeTiming
from livedesk.services.obs.hands import Hands
from livedesk.services.obs.health import HealthGuard, HealthMeter
from livedesk.services.obs.link import HUNG, Link
from livedesk.services.obs.loop import Loop, guarded
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.outputs import Outputs
from livedesk.services.obs.preview import Preview
from livedesk.services.obs.program import ProgramWatch
from livedesk.services.obs.snapshot import SnapshotReader
from livedesk.services.obs.sound import METERS, Sound
from livedesk.services.obs.source_files import SourceFiles
from livedesk.services.obs.supervisor import Supervisor
from livedesk.services.obs.takes import Takes
from livedesk.services.obs.thumbnails import Thumbnails
from livedesk.services.obs.ways_out import WaysOut
from livedesk.services.obs.wire import Wire

Published = ObsStatus | ObsPicture | CardInventory | SoundLevels | SoundWatch
AGAIN_S = 0.25
SETTLE_S = 0.05
NO_CARD = CardInventory()


class ObsService:
    """Implements :class:`livedesk.domain.ports.ObsLink`.

    ``password_source`` is asked before each connection, in the service's own thread (it may ask the keyring).
    ``post`` gets the outcomes as commands, ``publish`` the status and the pictures; both are called from the
    service's threads, and should only hand over. ``config_dir`` is the folder of a local OBS's settings, ``rules`` say
    when OBS's figures are a fault. ``sound`` is what it does for OBS's sound.
    """

    def __init__(
        self,
        host: str,
        port: int,
        password_source: Callable[[], str],
        post: Callable[[Command], None],
        publish: Callable[[Published], None],
        *,
        config_dir: Path | None = None,
        rules: Sequence[HealthRule] = (),
    ) -> None:
        self._address = (host, port)
        self._password_source = password_source
        self._publish = guarded(publish)
        self._config = config_dir if config_dir is not None else sentinel.config_dir()
        loop = self._loop = Loop("obs", after=self._changed)
        mirror = self._mirror = Mirror(lambda: time.time_ns() // 1_000_000)
        self._reader = SnapshotReader(loop, mirror)
        self._banks = Banks(mirror)
        self._takes = Takes(
            loop,
            mirror,
            self._banks,
            busy=lambda: self._watch.busy,
            post=guarded(post),
            reread=lambda: self._fetch(self._link),
        )
        self._watch = ProgramWatch(loop, mirror, on_scene=self._takes.on_scene, on_idle=self._takes.pump)
        self._lamps = lamps.Lamps(guarded(post))
        self._ways = WaysOut(self._lamps)
        self._outputs = Outputs(loop, mirror, self._ways, guarded(post))
        self.sound = Sound(loop, mirror, self._lamps, guarded(publish), guarded(post))
        self._hands = Hands(loop, mirror, guarded(post))
        self.card_tools = CardTools(
            loop, mirror, self._banks, self._open_wire, self._hands.asked, self._busy, self._takes.renew
        )
        self._preview = Preview(loop, mirror, busy=self._busy, free=self._takes.pump)
        self._files = SourceFiles(loop, mirror, self._busy, local=lambda: sentinel.is_local(self._address[0]))
        self._card_watch = CardWatch(loop, mirror, self._banks, self._takes, self._busy, guarded(post))
        self._parts = (self._outputs, self._preview, self.card_tools, self._files, self._card_watch)
        self._health = HealthMeter()
        self._guard = HealthGuard(rules, self._lamps)
        self._supervisor = Supervisor(self._hold, self._failed)
        self._thumbnails = Thumbnails(self._open_wire, self._loop, self._on_air, self._picture)
        self._link: Link | None = None
        self._loading = self._stale = self._switched = self._was_ready = self._stopping = False
        self._early: list[Event] = []
        self._published = ObsStatus()
        self._inventory = NO_CARD

    @property
    def status(self) -> ObsStatus:
        """The status published last."""
        return self._published

    @property
    def timing(self) -> TakeTiming | None:
        """When the last take that was sent was asked for, left, and arrived."""
        return self._takes.timing

    def start(self) -> None:
        """Begin to connect. Returns at once."""
        self._mirror.status = replace(self._mirror.status, link=LinkState.CONNECTING, detail=self._where())
        self._loop.start()
        self._supervisor.start()

    def stop(self) -> None:
        """End everything, once and for all; takes at most a few seconds. The end itself is not published."""
        self._stopping = True
        self._thumbnails.watch(program=False, preview="")
        self._loop.post(lambda: self._end(LinkState.OFF))
        self._supervisor.stop()
        self._loop.stop()

    def take(self, take: ObsTake, card: CardTexts) -> None:
        """Stage the card and switch the scene once; the outcome is posted as ReportTake. Returns at once."""
        asked = monotonic()
        self._loop.post(lambda: self._takes.take(take, card, asked), first=take.urgent)

    def card(self, card: CardTexts) -> None:
        """Change the texts of the card in whatever scene is on air, in one step. Returns at once."""
        self._loop.post(lambda: self._takes.card(card))

    def countdown(self, text: str) -> None:
        """Change the countdown of the card on air. Returns at once."""
        self._loop.post(lambda: self._takes.card(CardTexts(((CardSlot.COUNTDOWN, text),))))

    def write_card(self, inputs: Sequence[str]) -> None:
        """Write the texts of these inputs of the card once more. Returns at once."""
        self._loop.post(lambda: self._card_watch.write(inputs))

    def map_cards(self, mappings: Mapping[str, CardMapping]) -> None:
        """Which inputs show the card, by scene collection; one that is not named has the usual names."""
        self._loop.post(lambda: self._takes.map_card(dict(mappings)))

    def show_items(self, scene: str, items: Sequence[ItemWish]) -> None:
        """Show and hide items in a scene, if it is the one on air. Returns at once."""
        self._loop.post(lambda: self._takes.items.show(scene, items))

    def switch_output(self, output: OutputKind, on: bool) -> None:
        """Start or stop an output. Returns at once; ReportOutput or ReportRefused says what becomes of it."""
        self._loop.post(lambda: self._outputs.switch(output, on))

    def on_air(self, on: bool) -> None:
        """The show went on air, or off: what runs must go on, and the chosen microphones must be heard."""
        self._loop.post(lambda: self._ways.on_air(on))
        self.sound.on_air(on)

    def mute(self, name: str, on: bool) -> None:
        """Mute an input, or take its mute off. Returns at once; posted as ReportMute."""
        self.sound.mute(name, on)

    def save_replay(self) -> None:
        """Keep the last seconds in a file. Returns at once; posted as ReportReplay."""
        self._loop.post(self._outputs.save_replay)

    def watch(self, *, program: bool, preview: str = "") -> None:
        """Publish pictures of the scene on air, and of the scene ``preview``, until told otherwise."""
        self._thumbnails.watch(program=program, preview=preview)

    def preview(self, scene: str) -> None:
        """Put a scene into the preview of studio mode, as soon as no take runs. Returns at once."""
        self._loop.post(lambda: self._preview.show(scene))

    def set_studio(self, on: bool) -> None:
        """Switch studio mode, as soon as no take runs. Returns at once."""
        self._loop.post(lambda: self._preview.studio(on))

    def retry(self) -> None:
        """Try to connect now, also after a refused password."""
        self._supervisor.retry()

    def configure(self, host: str, port: int) -> None:
        """Use another address from now on."""
        self._address = (host, port)
        self._loop.post(self._move)
        self._supervisor.retry()

    def free_output(self) -> None:
        """Free an output that is stuck in a transition: studio mode is toggled there and back."""
        self._loop.post(self._preview.free_output)

    def _where(self) -> str:
        return f"{self._address[0]}:{self._address[1]}"

    def _busy(self) -> bool:
        return self._watch.busy or self._takes.at_work

    def _on_air(self) -> str:
        """What pictures are taken of; of nothing while a collection is switched (see ObsClient.rest)."""
        there = self._published.link is LinkState.READY and not self._mirror.status.switching
        return self._mirror.program if there else ""

    def _picture(self, picture: ObsPicture) -> None:
        self._publish(replace(picture, scene=self._mirror.logical(picture.scene)))

    def _open_wire(self, subscriptions: int) -> Wire:
        return Wire.open(*self._address, self._password_source(), subscriptions)

    # In the supervisor's thread.

    def _hold(self) -> None:
        host, port = self._address
        password, loop, asked = self._password_source(), self._loop, self._hands.asked
        link = Link(host, port, password, loop, on_event=self._on_event, on_lost=self._on_lost, on_ask=asked)
        self._loop.post(lambda: self._up(link))
        while not link.gone.wait(1.0):
            if self._supervisor.stopped:
                link.close()

    def _failed(self, failure: LinkError) -> None:
        closed = not isinstance(failure, ANSWERED) and sentinel.closed_to_us(self._address[0], self._config)
        self._loop.post(lambda: self._no_link(failure, closed=closed))

    # On the loop.

    def _changed(self) -> None:
        """After each piece of work: what has changed is published, and what waited for OBS to be free is asked."""
        self._preview.pump()
        status = self._mirror.status = self._banks.shown(self._mirror.status)
        inventory = self._banks.inventory() if status.link is LinkState.READY else NO_CARD
        if inventory is not self._inventory and not self._stopping:
            self._inventory = inventory
            self._publish(inventory)
        if status is self._published:
            return
        self._lamps.put(lamps.STUCK, status.stuck)
        self._ways.look(status)
        changed, self._published = status != self._published, status
        if changed and not self._stopping:
            self._publish(status)

    def _set_link(self, state: LinkState) -> None:
        self._mirror.status = replace(self._mirror.status, link=state, detail=self._where())

    def _no_link(self, failure: LinkError, *, closed: bool) -> None:
        streaming = bool(self._ways.running)
        state, code = lamps.no_link(failure, closed=closed, was_ready=self._was_ready, streaming=streaming)
        self._set_link(state)
        self._lamps.link(code, address=self._where(), streaming="yes" if streaming else "no")

    def _up(self, link: Link) -> None:
        if link.address != self._address or self._supervisor.stopped:
            link.close()
            return
        if link.gone.is_set():
            self._link_down(link, "")
            return
        self._link = link
        self._watch.connect(link.commands)
        self._early.clear()
        self._loading = self._stale = False
        self._fetch(link)

    def _fetch(self, link: Link | None) -> None:
        """Ask for a full snapshot, one at a time."""
        if link is None or link is not self._link:
            return
        if self._loading:
            self._stale = True
            return
        self._loading, self._stale = True, False
        self._ask(link)

    def _ask(self, link: Link) -> None:
        first, before = self._mirror.status.link is not LinkState.READY, self._mirror.program
        self._reader.read(
            link.commands,
            lambda failure: self._read(link, failure, first, before),
            with_program=first or self._switched,
        )

    def _read(self, link: Link, failure: LinkError | None, first: bool, before: str) -> None:
        if link is not self._link:
            return
        match failure:  # any other: the link's own end is on its way
            case None:
                self._banks.settle()
                self._loaded(link, first, before)
            case ObsError():
                # OBS is still loading, or between two collections. Events are kept until it is through.
                self._loop.later(AGAIN_S, lambda: self._ask(link))
            case NoAnswerError():
                self._link_down(link, HUNG)

    def _loaded(self, link: Link, first: bool, before: str) -> None:
        self._loading = False
        if self._switched:
            self._switched = False
            self._mirror.status = replace(self._mirror.status, switching=False)
            if self._mirror.program != before:
                self._takes_see(before)
        # An input may be new, or be there again: it has its text to say.
        self._takes.renew()
        self._health.target_fps = self._mirror.target_fps
        early, self._early = self._early, []
        if first:
            self._ready(link, before if self._was_ready else "")
        for event in early:
            self._follow(link, event)
        if self._stale:
            self._fetch(link)
        self.sound.refresh()
        self._takes.pump()

    def _takes_see(self, before: str) -> None:
        """After a switch of the collection another scene is on air: told like any other change."""
        now = self._mirror.program
        self._mirror.on_air(before)
        self._watch.arrived(now, monotonic())

    def _ready(self, link: Link, before: str) -> None:
        self._was_ready = True
        self._health.reset()
        self._set_link(LinkState.READY)
        self._lamps.link(None)
        if self._mirror.running:
            self._watch.started(self._mirror.transition, time.monotonic())
        self._takes.connect(link.commands, link.events, before)
        for part in self._parts:
            part.connect(link.commands)
        self.sound.connect(link.commands, link.events)
        link.beat(self._on_stats)

    def _on_stats(self, stats: Answer, stream: Answer, record: Answer, at: float) -> None:
        self._takes.ghosts.alive(at)
        health = self._guard.look(self._health.update(stats, stream, record, at), at)
        self._mirror.measured(health, stream, record)

    def _on_event(self, link: Link, event: Event) -> None:
        if link is not self._link:
            return
        if event.name == METERS:
            self.sound.levels(event)
        elif self._loading:
            self._early.append(event)
            self._mirror.foresee(event)
        else:
            self._follow(link, event)

    def _follow(self, link: Link, event: Event) -> None:
        self._watch.follow(event)
        self._outputs.follow(event)
        self._hands.follow(event)
        self._banks.follow(event)
        self.sound.follow(event)
        if self._mirror.follow(event):
            if event.name == "CurrentSceneCollectionChanged":
                self._switched = True
            self._loop.later(SETTLE_S, lambda: self._fetch(link))

    def _on_lost(self, link: Link, reason: str) -> None:
        if link is self._link:
            self._link_down(link, reason)

    def _link_down(self, link: Link, reason: str) -> None:
        self._end(LinkState.LOST)
        self._no_link(SilentError() if reason == HUNG else LinkError(reason), closed=False)

    def _end(self, state: LinkState) -> None:
        """Let go of the link, if there is one, and say how things stand now."""
        link, self._link = self._link, None
        self._loading = self._switched = False
        self._takes.disconnect()
        for part in self._parts:
            part.connect(None)
        self.sound.connect(None, None)
        self._guard.forget()
        self._hands.rest()
        self._watch.connect(None)
        if link is not None:
            link.close()
        self._mirror.forget()
        self._set_link(state)

    def _move(self) -> None:
        self._end(LinkState.CONNECTING)
        self._was_ready = False
        self._ways.forget()
        self._lamps.link(None)
