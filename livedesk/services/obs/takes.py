"""Takes: staged, sent once, and told by what OBS itself says.

One take is at OBS at a time. Of those that come meanwhile the latest waits, and the one it replaces is told as
withheld; only a panic is replaced by nothing but a newer panic: it goes first, and the latest take behind it. While
OBS switches its scene collection a take waits a second at most, a panic until the switch is over or a later take ends
it. A take is CONFIRMED at OBS's own scene event (for a fade: when the fade is over), never at the answer to the
request. What is not answered within a second is UNKNOWN and is never sent again: it may still run, and is then
recognised as late.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from time import monotonic

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardTexts
from livedesk.domain.card_mapping import CardMapping
from livedesk.domain.commands import Command, ReportManual, ReportTake
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.card_writer import LATE_S, CardWriter
from livedesk.services.obs.client import NOT_READY, Answer, Execution, ObsClient
from livedesk.services.obs.failures import LinkError, LinkLostError, NoAnswerError, ObsError
from livedesk.services.obs.flight import Flight, TakeTiming, Wish
from livedesk.services.obs.ghosts import Ghosts
from livedesk.services.obs.items_on_air import ItemsOnAir
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.program import GRACE_S
from livedesk.services.obs.transitions import OverrideWatch, Staged, longest_ms, stage_transition

TAKE_S = 1.0
# A GO waits at most 100 ms for its journal entry while a panic waits for nothing: the panic's take may come first.
OVERTAKE_S = 1.0
# Two requests that OBS got this far apart run in the order in which they were sent.
ORDER_S = 0.1
# OBS refuses everything while it loads; a panic is offered again this much later.
AGAIN_S = 0.25
# ProgramWatch's own deadline for the transition comes first, and says whether it is stuck.
AFTER_S = 0.1


class Takes:
    """The queue and the take at OBS. Everything runs on the loop; ``post`` brings the outcomes to the session,
    ``busy`` tells whether OBS is bringing a scene on air, ``reread`` has the whole of OBS read anew."""

    def __init__(
        self,
        loop: Loop,
        mirror: Mirror,
        banks: Banks,
        *,
        busy: Callable[[], bool],
        post: Callable[[Command], object],
        reread: Callable[[], object],
    ) -> None:
        self._loop = loop
        self._mirror = mirror
        self._banks = banks
        self.writer = CardWriter(loop, banks, self.pump)
        self.items = ItemsOnAir(loop, mirror, banks, self, busy)
        self._overrides = OverrideWatch(loop, mirror, lambda: self.at_work or busy())
        self._busy = busy
        self._post = post
        self._reread = reread
        self._client: ObsClient | None = None
        self._events: ObsClient | None = None
        self._queue: list[Wish] = []  # at most a panic, and the latest take behind it
        self._flight: Flight | None = None
        self._urgent: Wish | None = None
        self._card = CardTexts()
        self.ghosts = Ghosts()
        self.timing: TakeTiming | None = None

    def connect(self, client: ObsClient, events: ObsClient, before: str) -> None:
        """The link is up and the snapshot is in: read back what became of takes without an answer, and whether the
        scene changed unseen (``before``: the one that was known, or nothing). ``client`` is for commands; on
        ``events`` an answer comes after every event that OBS sent before it."""
        self._client, self._events = client, events
        self.writer.connect(client)
        self.items.connect(client)
        self._overrides.connect(client)
        ours = self.ghosts.has(self._mirror.program)
        found = self.ghosts.read_back(self._mirror.program)
        if found is not None:
            self._post(ReportTake(found.take, TakeResult.CONFIRMED, None, "read_back"))
        elif before and not ours and self._mirror.logical(before) != self._mirror.status.program:
            self._post(ReportManual(self._mirror.status.program))
        # A price or a promotion may have changed unseen: no take is sent again, but the card says what is so.
        self.renew()

    def disconnect(self) -> None:
        """The link is gone: the take at OBS is unknown, those that wait are withheld. None is sent later."""
        self._client = self._events = None
        self.items.connect(None)
        self.writer.connect(None)
        self._overrides.connect(None)
        if self._flight is not None:
            self._unknown(self._flight, "link_lost")
        self._withhold(list(self._queue), "no_link")

    @property
    def at_work(self) -> bool:
        """Whether a take is at OBS or waits for it."""
        return self._flight is not None or bool(self._queue)

    def take(self, take: ObsTake, card: CardTexts, asked: float) -> None:
        """Send a take as soon as OBS can have it. ``asked`` is the monotonic second of the request."""
        wish = Wish(take, card, asked)
        if self._overtaken(wish):
            self._withhold([wish], "superseded")
            return
        if take.urgent:
            self._urgent = wish
        # A switch of the collection lasts: a take that a person asked for after the panic has ended it.
        before = asked if take.urgent or self._mirror.status.switching else 0.0
        over = [each for each in self._queue if not each.take.urgent or each.asked < before]
        self._withhold(over, "superseded")
        self._card = self._card.without(card)
        self._queue.append(wish)
        self.pump()

    def card(self, card: CardTexts) -> None:
        """Change the card's texts within one frame, without a take. While a take is at OBS or waits, the newest
        texts wait for it: but for those that a later take brings itself."""
        self._card = self._card.then(card)
        if not self.at_work:
            waiting, self._card = self._card, CardTexts()
            self.writer.card(waiting)

    def renew(self) -> None:
        """Say the whole card once more: nobody knows what inputs say."""
        self._owe(self._banks.wanted)
        self.card(CardTexts())

    def map_card(self, mappings: dict[str, CardMapping]) -> None:
        """These inputs show the card from now on, by collection; they have its texts to say."""
        self._banks.set_mappings(mappings)
        self.renew()

    def pump(self) -> None:
        """Send the waiting take if OBS is free for it: no take at OBS, no transition running."""
        wish, client, status = next(iter(self._queue), None), self._client, self._mirror.status
        if wish is None:
            if self._flight is None and (self._card.texts or self.writer.owes):
                self.card(CardTexts())
            elif self._flight is None and not status.transitioning:
                self.writer.catch_up()
            return
        if self._flight is not None:
            if wish.take.urgent:
                self._preempt(self._flight)
        elif client is None:
            self._withhold(list(self._queue), "no_link")
        elif status.switching:
            latest = self._queue[-1]
            if not latest.take.urgent:
                patience = latest.asked + TAKE_S - monotonic()
                self._loop.later(max(0.0, patience), lambda: self._out_of_patience(latest))
        elif self._busy() or self._mirror.toggling or self.items.anew:
            # Never another type of transition into a running one, nor by a scene that is on its way out: ProgramWatch
            # calls again. While studio mode is switched OBS names other scenes than those on air: Preview calls again.
            return
        elif wish.take.scene not in self._mirror.listed:
            self._withhold([wish], "scene_missing")
        elif self.writer.busy and not wish.take.urgent:
            return  # an older text must not come after this take's: the writer calls again
        else:
            self._queue.remove(wish)
            self._send(wish, client)

    def on_scene(self, scene: str, at: float) -> None:
        """OBS put a scene on air: our take, a late one of ours, or somebody's hand."""
        flight = self._flight
        self._banks.arrived(scene)
        if flight is not None and flight.sent is not None and flight.target == scene:
            self._confirm(flight, at)
            return
        late = self.ghosts.claim(scene, at)
        if late is not None:
            latency = (at - late.asked) * 1000
            self._post(ReportTake(late.take, TakeResult.CONFIRMED, latency, "late"))
        elif self._mirror.logical(scene) != self._mirror.status.program:
            self._post(ReportManual(self._mirror.logical(scene)))
            if flight is not None and flight.sent is not None and flight.watchdog and at - flight.sent > ORDER_S:
                self._unknown(flight, "overridden")

    def _overtaken(self, wish: Wish) -> bool:
        urgent = self._urgent
        if urgent is None or wish.take.urgent:
            # Panics go before all that is posted: of two in one instant the later comes first.
            return urgent is not None and wish.asked < urgent.asked
        return wish.take.take < urgent.take.take and wish.asked - urgent.asked < OVERTAKE_S

    def _preempt(self, flight: Flight) -> None:
        """A panic does not wait for a take that OBS does nothing about. Within the first tenth of a second it
        does: OBS could run two requests in a row in the wrong order."""
        if self._flight is not flight or not (self._queue and self._queue[0].take.urgent) or self._busy():
            return
        waited = monotonic() - (flight.sent or flight.began)
        if waited < ORDER_S:
            self._loop.later(ORDER_S - waited, lambda: self._preempt(flight))
        elif flight.sent is None:
            self._finish(flight, TakeResult.WITHHELD, None, "superseded")
        else:
            self._unknown(flight, "superseded")

    def _out_of_patience(self, wish: Wish) -> None:
        if wish in self._queue and self._mirror.status.switching:
            self._withhold([wish], "switching")

    def _send(self, wish: Wish, client: ObsClient) -> None:
        # What waits to be said is newer than what the take brings, and comes on air with it.
        late = CardTexts() if wish.take.urgent else self._card
        self._card = self._card.without(late)
        wish = replace(wish, card=wish.card.then(late))
        target = self._banks.target(wish.take, wish.card)
        flight = self._flight = Flight(wish, monotonic(), target, self._mirror.program, late=late)
        same = target == self._mirror.program
        flight.transition = Staged() if same else stage_transition(self._mirror, wish.take, target)
        again = same and wish.take.again
        items, note = self._banks.stage_items(target, wish.take.items, seen=again)
        if again:
            items += self._banks.put_items(wish.take.items)
        flight.note = flight.transition.note or note
        # In studio mode a copy of the scene is on air, with its items as they were: it is taken anew.
        flight.stays = same and not (items and self._mirror.status.studio)
        # Where the scene stays, one batch within one frame of input settings changes the card in one step.
        texts = self._banks.on_air(wish.card) if same else self._banks.stage(target, wish.card)
        flight.stage = [*flight.transition.batch, *items, *texts]
        self.writer.outrun()
        # Where there is a word with OBS anyway, it says as well what a hand did that OverrideWatch has not seen yet.
        look = [] if same else [requests.GetSceneSceneTransitionOverride(sceneName=target)]
        if flight.stage:
            execution = Execution.SERIAL_FRAME if same and not items else Execution.SERIAL_REALTIME
            # What one request cannot do (a fade that was renamed) keeps no other from what it does.
            self._stage(flight, client, [*flight.stage, *look], execution)
        elif same:
            self._confirm(flight, monotonic())
        else:
            self._switch(flight, client)

    def _stage(
        self, flight: Flight, client: ObsClient, batch: Sequence[Baserequests], execution: Execution
    ) -> None:
        staged = client.ask_batch(batch, execution=execution, halt=False, seconds=LATE_S)
        flight.watchdog = self._loop.later(TAKE_S, lambda: self._overdue(flight))
        self._loop.when_done(staged, lambda done: self._staged(flight, client, done))

    def _staged(self, flight: Flight, client: ObsClient, done: Future[list[Answer | ObsError]]) -> None:
        if self._flight is not flight:
            # It came late: its texts may have come after newer ones.
            self._banks.failed(flight.stage)
            self.renew()
            return
        flight.rest()
        try:
            outcomes: Sequence[Answer | ObsError] = done.result()
        except ObsError:  # of the whole batch: it was never sent
            self._banks.unstaged(flight.stage)
            self._not_ready(flight)
            return
        except LinkError:
            self._unknown(flight, "link_lost")
            return
        flight.answered(outcomes, self._banks)
        if flight.transition.own is not None and not flight.unmoved:
            self._mirror.overrides[flight.target] = flight.transition.own
        if self._mirror.program != flight.before:
            self._begin_anew(flight)
            return
        other = [told for told in outcomes[len(flight.stage) :] if self._mirror.override(flight.target, told)]
        anew = stage_transition(self._mirror, flight.wish.take, flight.target) if other else Staged()
        if anew.batch:
            flight.transition, flight.stage = anew, anew.batch
            self._stage(flight, client, anew.batch, Execution.SERIAL_REALTIME)
        elif flight.stays:
            self._confirm(flight, monotonic())
        else:
            self._switch(flight, client)

    def _switch(self, flight: Flight, client: ObsClient) -> None:
        take = flight.wish.take
        left = max(ORDER_S, flight.began + TAKE_S - monotonic())
        answer = client.ask(requests.SetCurrentProgramScene(sceneName=flight.target), left)
        flight.sent = monotonic()
        self.timing = TakeTiming(take.take, flight.wish.asked, flight.sent)
        self._loop.when_done(answer, lambda done: self._answered(flight, done))

    def _answered(self, flight: Flight, done: Future[Answer]) -> None:
        if self.timing is not None and self.timing.take == flight.wish.take.take:
            self.timing = replace(self.timing, answered=monotonic())
        if self._flight is not flight:
            return
        try:
            done.result()
        except ObsError as error:
            if error.code == NOT_READY:
                self._not_ready(flight)
            else:
                self._finish(flight, TakeResult.REJECTED, None, str(error))
        except NoAnswerError:
            self._unknown(flight, "timeout")
        except LinkLostError:
            self._unknown(flight, "link_lost")
        else:
            lasts_ms = longest_ms(self._mirror, flight.wish.take, flight.target)
            flight.watchdog = self._loop.later(lasts_ms / 1000 + GRACE_S + AFTER_S, lambda: self._overdue(flight))

    def _not_ready(self, flight: Flight) -> None:
        """OBS is between two scene collections and did nothing. A panic waits on: it is offered again."""
        if flight.wish.take.urgent and not self._queue:
            self._put_back(flight, AGAIN_S)
        else:
            self._finish(flight, TakeResult.WITHHELD, None, "switching")

    def _begin_anew(self, flight: Flight) -> None:
        """Somebody switched while OBS staged: what was staged left another scene alone. Nothing has been seen yet."""
        if self._queue and (not flight.wish.take.urgent or self._queue[0].take.urgent):
            self._finish(flight, TakeResult.WITHHELD, None, "superseded")
        else:
            self._make_good(flight)
            self._put_back(flight, 0.0)

    def _put_back(self, flight: Flight, seconds: float) -> None:
        self._flight = None
        self._queue.insert(0, flight.wish)
        self._loop.later(seconds, self.pump)

    def _overdue(self, flight: Flight) -> None:
        """OBS does not stage; or it accepted the switch and no scene arrived: does it believe that it did?"""
        if self._flight is not flight:
            return
        if flight.sent is None:
            self._unknown(flight, "timeout")
        elif self._mirror.status.stuck or self._events is None:
            self._unknown(flight, "stuck")
        else:
            asked = self._events.ask(requests.GetCurrentProgramScene(), TAKE_S)
            self._loop.when_done(asked, lambda done: self._overdue_told(flight, done))

    def _overdue_told(self, flight: Flight, done: Future[Answer]) -> None:
        """OBS names the new scene at once, also when its output has frozen on the old one."""
        if self._flight is not flight:
            return
        stuck = done.exception() is None and done.result()["currentProgramSceneName"] == flight.target
        if stuck:
            self._mirror.status = replace(self._mirror.status, stuck=True)
        self._unknown(flight, "stuck" if stuck else "no_event")

    def _confirm(self, flight: Flight, at: float) -> None:
        if self.timing is not None and self.timing.take == flight.wish.take.take:
            self.timing = replace(self.timing, confirmed=at)
        self._finish(flight, TakeResult.CONFIRMED, (at - flight.wish.asked) * 1000, flight.note)

    def _unknown(self, flight: Flight, detail: str) -> None:
        if flight.sent is not None:
            self.ghosts.add(flight.wish.take.take, flight.target, flight.wish.asked)
        self._finish(flight, TakeResult.UNKNOWN, None, detail)

    def _finish(self, flight: Flight, result: TakeResult, latency_ms: float | None, detail: str) -> None:
        flight.rest()
        self._flight = None
        if result in (TakeResult.WITHHELD, TakeResult.REJECTED):
            self._owe(flight.wish.card)
        elif result is TakeResult.UNKNOWN:
            self._owe(flight.late)
        self._make_good(flight)
        self._post(ReportTake(flight.wish.take.take, result, latency_ms, detail))
        # Through the loop: the status still shows the scene before, until the event is worked off.
        self._loop.post(self.pump)

    def _make_good(self, flight: Flight) -> None:
        if flight.failed:
            self._owe(self._banks.wanted)
        if flight.unmoved:
            self._reread()

    def _owe(self, card: CardTexts) -> None:
        """Texts that are on the card by the rundown and may not be in OBS: they are said once it is free, but for what
        came since, or comes with a take that waits."""
        for waiting in self._queue:
            card = card.without(waiting.card)
        self._card = card.then(self._card)

    def _withhold(self, wishes: Sequence[Wish], reason: str) -> None:
        self._queue = [wish for wish in self._queue if wish not in wishes]
        for wish in reversed(wishes):
            self._owe(wish.card)
        for wish in wishes:
            self._post(ReportTake(wish.take.take, TakeResult.WITHHELD, None, reason))
        if wishes:
            # Another take may have waited behind it, or a card.
            self._loop.post(self.pump)
