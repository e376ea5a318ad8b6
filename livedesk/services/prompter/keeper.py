"""One prompter, by its name: whether it is wanted, how it stands, and what the next process of it goes on from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from livedesk.domain.prompt import PromptPlace
from livedesk.domain.status import LinkState, PrompterScreen
from livedesk.services.prompter.process import PrompterProcess, end_process
from livedesk.services.prompter.server import Client

SILENT_S = 3.0
DARK_S = 2.0
LOST, HUNG, UNSEEN = "prompter.lost", "prompter.hung", "prompter.unseen"


class Keeper:
    """Keeps the prompter ``name`` running while it is wanted.

    ``clients`` gives those that are attached under this name, ``clock`` the seconds that their lines were heard at.
    What is attached without a process of this machine (pid 0) is neither started nor ended.
    """

    def __init__(
        self,
        name: str,
        process: PrompterProcess,
        clients: Callable[[], Sequence[Client]],
        clock: Callable[[], float],
    ) -> None:
        self.name = name
        self.wanted = False
        self.acknowledged = 0
        self.place: PromptPlace | None = None
        self.process = process
        self._all_clients = clients
        self._clock = clock
        self._attached_once = False
        self._dark_since: float | None = None

    @property
    def clients(self) -> list[Client]:
        """What is attached under this name."""
        return [client for client in self._all_clients() if client.name == self.name]

    @property
    def _own(self) -> list[Client]:
        return [client for client in self.clients if client.pid]

    def open(self) -> None:
        """A person asks for it. One that is there and answers nobody makes room for another."""
        self.wanted = True
        if self.link() is LinkState.HUNG:
            for client in self._own:
                end_process(client.pid)
        self.process.forget()

    def hear(self, client: Client, run: str | None) -> None:
        """Keep what it reported; messages are confirmed in the run that is shown (None: nothing is shown)."""
        report = client.report
        if report.run == run:
            self.acknowledged = max(self.acknowledged, report.acknowledged)
        if report.place is not None:
            self.place = report.place
        if report.closing:
            self.wanted = False

    def attached(self) -> None:
        """Somebody attached, or reported: a process that is there is wanted, unless it closes."""
        if own := self._own:
            self.process.attached()
            self._attached_once = True
            self.wanted = not all(client.report.closing or client.closing for client in own)

    def ensure(self) -> None:
        """Start the process where it is wanted and missing."""
        if self.wanted and not self._own:
            self.process.ensure()

    def link(self) -> LinkState:
        """How it stands."""
        if self.clients and not (self.wanted and not self._own):
            heard = any(self._clock() - client.heard < SILENT_S for client in self.clients)
            return LinkState.READY if heard else LinkState.HUNG
        if not self.wanted:
            return LinkState.OFF
        failing = bool(self.process.detail)
        return LinkState.LOST if self._attached_once or failing else LinkState.CONNECTING

    def fault(self, link: LinkState) -> str:
        """The code of what is wrong with it (empty: nothing), where it stands so; asked for again and again, for a
        prompter that no screen shows is one only after a moment."""
        if link is not LinkState.READY or any(client.report.screens for client in self.clients):
            self._dark_since = None
            return {LinkState.LOST: LOST, LinkState.HUNG: HUNG}.get(link, "")
        if self._dark_since is None:
            self._dark_since = self._clock()
        return UNSEEN if self._clock() - self._dark_since >= DARK_S else ""

    def screens(self) -> tuple[PrompterScreen, ...]:
        """What is attached, as it reported."""
        return tuple(self._screen(client) for client in self.clients)

    def _screen(self, client: Client) -> PrompterScreen:
        report = client.report
        place, anchor = report.place, report.anchor
        return PrompterScreen(
            name=self.name,
            moving=bool(anchor.cps) if anchor is not None else place is not None and place.running,
            cpm=place.cpm if place is not None else 0,
            anchor=anchor,
            acknowledged=self.acknowledged,
            staged=report.stage.seq,
            carried=report.carried or 0,
        )
