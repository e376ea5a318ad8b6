"""What the card on air says in OBS where the desk did not write it: a hand typed it there, and no event tells of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from obswebsocket import requests
from obswebsocket.base_classes import Baserequests

from livedesk.domain.card import CardDifference
from livedesk.domain.commands import Command, ReportChange
from livedesk.domain.events_desk import HandKind
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.client import Answer, ObsClient
from livedesk.services.obs.failures import ObsError
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror
from livedesk.services.obs.rounds import Rounds
from livedesk.services.obs.takes import Takes

LOOK_S = 1.0
SURE_S = 0.5
"""What is seen for the first time is looked at once more this much later."""


class CardWatch(Rounds):
    """Tells in the status what differs, and which inputs are missing. A difference counts when two rounds in a row have
    seen one; of an input that the desk writes meanwhile a round says nothing. ``post`` brings each text that a hand
    came to rest on, once."""

    def __init__(
        self,
        loop: Loop,
        mirror: Mirror,
        banks: Banks,
        takes: Takes,
        busy: Callable[[], bool],
        post: Callable[[Command], object],
    ) -> None:
        super().__init__(loop, mirror, lambda: busy() or takes.writer.at_work, every_s=LOOK_S)
        self._banks = banks
        self._takes = takes
        self._post = post
        self._asked: dict[str, int] = {}
        self._seen: dict[str, str] = {}
        self._logged: dict[str, tuple[str, int]] = {}

    def connect(self, client: ObsClient | None) -> None:
        """The link for commands (None: it is gone)."""
        self._seen.clear()
        super().connect(client)

    def write(self, inputs: Sequence[str]) -> None:
        """Write the texts of these inputs once more, whatever they say."""
        self._banks.doubt(inputs)
        self._takes.renew()

    def _asks(self) -> Mapping[str, Baserequests]:
        self._asked = {name: self._banks.written_at(name) for name in self._banks.seen()}
        return {name: requests.GetInputSettings(inputName=name) for name in self._asked}

    def _told(self, outcomes: Mapping[str, Answer | ObsError]) -> None:
        before, self._seen = self._seen, {}
        found = []
        for name, (slot, text, known) in self._banks.seen().items():
            answer, written = outcomes.get(name), self._banks.written_at(name)
            if answer is None or isinstance(answer, ObsError) or written != self._asked[name]:
                continue
            shown = str(answer["inputSettings"].get("text", ""))
            if shown == text:
                self._logged.pop(name, None)
                continue
            self._seen[name] = shown
            if name in before:
                found.append(CardDifference(slot, name, shown, text))
            if known and before.get(name) == shown and self._logged.get(name) != (shown, written):
                self._logged[name] = shown, written
                self._post(ReportChange(HandKind.TEXT, name, text=shown))
        told, missing = tuple(found), self._banks.missing()
        status = self._mirror.status
        if (told, missing) != (status.card, status.card_missing):
            self._mirror.status = replace(status, card=told, card_missing=missing)
        if self._seen.keys() - before.keys():
            self._later(SURE_S)
        else:
            self._again()
