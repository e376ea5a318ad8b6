"""A connection of its own for work on OBS's scenes that takes a moment: no take waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from obswebsocket.base_classes import Baserequests

from livedesk.domain.errors import UserError
from livedesk.services.obs.client import Answer, ObsClient, Subscription
from livedesk.services.obs.failures import LinkError, ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.wire import Wire

STEP_S = 5.0


class Workshop:
    """Runs requests and waits for them; not for the loop's thread. What OBS refuses is UserError
    ``card.obs_refused`` with its words, and a link that ends ``card.no_link``."""

    def __init__(self, client: ObsClient) -> None:
        self.client = client

    def one(self, request: Baserequests, seconds: float = STEP_S) -> Answer:
        """One request's answer."""
        try:
            return self.client.call(request, seconds)
        except ObsError as error:
            raise UserError("card.obs_refused", reason=str(error)) from error
        except LinkError as error:
            raise UserError("card.no_link") from error

    def all(self, batch: Sequence[Baserequests]) -> list[Answer]:
        """The answers to requests that run in order; none after the first that OBS refuses."""
        if not batch:
            return []
        try:
            told = self.client.ask_batch(batch, seconds=STEP_S).result()
        except LinkError as error:
            raise UserError("card.no_link") from error
        answers = []
        for answer in told:
            if isinstance(answer, ObsError):
                raise UserError("card.obs_refused", reason=str(answer))
            answers.append(answer)
        return answers


@contextmanager
def workshop(
    open_wire: Callable[[int], Wire], loop: Loop, on_ask: Callable[[Baserequests], object] = lambda request: None
) -> Iterator[Workshop]:
    """A workshop on a new connection; ``on_ask`` hears of each request. Raises UserError ``card.no_link``."""
    try:
        wire = open_wire(Subscription.NONE)
    except LinkError as error:
        raise UserError("card.no_link") from error
    client = ObsClient(wire, loop, on_event=lambda event: None, on_lost=lambda reason: None, on_ask=on_ask)
    try:
        yield Workshop(client)
    finally:
        client.close()
