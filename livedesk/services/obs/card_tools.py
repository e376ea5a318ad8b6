"""What a person does to set the card up: try an input, make a twin, lay out a collection. These wait for OBS, and
are not for the loop's thread, nor for those of the show and the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TypeVar

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardMapping
from livedesk.domain.errors import UserError
from livedesk.domain.events_desk import OutputKind
from livedesk.domain.ready_scenes import ReadyScene
from livedesk.services.obs.banks import Banks, set_text
from livedesk.services.obs.client import ObsClient
from livedesk.services.obs.loop import Loop, Timer
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.ready_collection import create_collection
from livedesk.services.obs.twins import make_twin
from livedesk.services.obs.wire import Wire
from livedesk.services.obs.workshop import workshop

TRY_S = 3.0
LOOK_S = 2.0
T = TypeVar("T")


class CardTools:
    """``open_wire`` opens a connection of its own for each piece of work; ``on_ask`` hears of each request that
    changes what the desk looks at. ``busy`` tells that a take is at OBS or a scene is being brought on air; ``renew``
    has the whole card said once more."""

    def __init__(
        self,
        loop: Loop,
        mirror: Mirror,
        banks: Banks,
        open_wire: Callable[[int], Wire],
        on_ask: Callable[[Baserequests], object],
        busy: Callable[[], bool],
        renew: Callable[[], object],
    ) -> None:
        self._loop = loop
        self._mirror = mirror
        self._banks = banks
        self._open_wire = open_wire
        self._on_ask = on_ask
        self._busy = busy
        self._renew = renew
        self._client: ObsClient | None = None
        self._tried: dict[str, tuple[str, int, Timer]] = {}

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._client = client

    def try_input(self, name: str, sample: str, *, live: bool) -> None:
        """Write a sample into an input, and put the old text back after three seconds, unless the card was written
        meanwhile. ``live``: a show is on air. Raises UserError ``card.try_on_air`` where its audience would see it, or
        may at any moment, ``card.no_link`` and ``card.obs_refused``."""
        with workshop(self._open_wire, self._loop) as shop:
            told = shop.one(requests.GetInputSettings(inputName=name))["inputSettings"]
            if not self._on_loop(lambda: self._begin(name, str(told.get("text", "")), live=live)):
                raise UserError("card.try_on_air", input=name)
            shop.one(set_text(name, sample))
            self._on_loop(lambda: self._look(name))

    def make_twin(self, scene: str, mapping: CardMapping) -> CardMapping:
        """The mapping with a twin for the scene, which is made, or made anew. Raises UserError as
        :func:`livedesk.services.obs.twins.make_twin`, and ``card.twin_on_air`` while the twin is on air."""
        twins = {each.twin for each in mapping.twins if each.scene == scene}
        if self._on_loop(lambda: self._mirror.program) in twins:
            raise UserError("card.twin_on_air", scene=scene)
        with workshop(self._open_wire, self._loop) as shop:
            return make_twin(shop, scene, mapping)

    def create_collection(
        self, scenes: Sequence[ReadyScene], labels: Mapping[CardSlot, str]
    ) -> tuple[str, CardMapping]:
        """Make a new scene collection, switch to it, and tell its name and mapping. Raises UserError
        ``card.output_runs`` while OBS streams or records."""
        outputs = self._on_loop(lambda: self._mirror.status.outputs)
        if any(outputs.of(kind).runs for kind in OutputKind):
            raise UserError("card.output_runs")
        with workshop(self._open_wire, self._loop, self._on_ask) as shop:
            return create_collection(shop, scenes, labels)

    def _begin(self, name: str, text: str, *, live: bool) -> bool:
        """From here on the text is put back, whatever OBS answers; False where the input may be seen. Tried once more
        meanwhile, what stands there is the sample: the text from before the first one counts."""
        if live and (self._busy() or name in self._mirror.items.sources(self._mirror.program)):
            return False
        written = self._banks.writes
        if name in self._tried:
            before, since, timer = self._tried[name]
            timer.cancel()
            text = before if self._banks.written_at(name) <= since else text
        self._banks.tried.add(name)
        timer = self._loop.later(TRY_S, lambda: self._put_back(name, text, written))
        self._tried[name] = text, written, timer
        return True

    def _look(self, name: str) -> None:
        """The sample has arrived: a take that was staged meanwhile wrote its text before it."""
        _, written, _ = self._tried.get(name, ("", self._banks.writes, None))
        if self._banks.written_at(name) > written:
            self._banks.doubt([name])
            self._renew()

    def _put_back(self, name: str, text: str, written: int) -> None:
        self._banks.tried.discard(name)
        self._tried.pop(name, None)
        client = self._client
        if client is not None and self._banks.written_at(name) <= written:
            client.ask(set_text(name, text))

    def _on_loop(self, look: Callable[[], T]) -> T:
        """What the loop's own state is now."""
        told: Future[T] = Future()
        self._loop.post(lambda: told.set_result(look()))
        return told.result(LOOK_S)
