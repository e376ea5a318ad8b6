"""The prompter as the desk sees it: feed out, status and confirmations in, the process kept alive."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.ports import Clock
from livedesk.domain.prompt import (
    PromptAnchor,
    PromptControl,
    PromptFeed,
    PromptOrder,
    PromptOrderKind,
    PromptPlace,
    PromptStage,
    is_prompter_name,
    newest,
)
from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.services.aio import AsyncLoop
from livedesk.services.prompter.credentials import (
    Credentials,
    new_token,
    read_credentials,
    write_credentials,
)
from livedesk.services.prompter.keeper import LOST, Keeper
from livedesk.services.prompter.process import PrompterProcess, log_file, named, prompter_command
from livedesk.services.prompter.server import Client, PromptServer

WATCH_S = 0.2
ATTACH_S = 1.0
# How several prompters stand together: the worst of them.
_WORST = (LinkState.LOST, LinkState.HUNG, LinkState.CONNECTING, LinkState.READY, LinkState.OFF)
log = logging.getLogger(__name__)


class PrompterService:
    """Serves the feed of ``data`` on the loopback and keeps the processes of the prompters running: one for each name
    that is wanted, the first one's is empty.

    ``publish`` gets each change of the status and ``post`` the faults ``prompter.lost``, ``prompter.hung`` and
    ``prompter.unseen`` (no screen shows it), and their end, as commands; both are called in the loop's thread. A fault
    has the names as ``prompter``, unless it is that of the first one alone.
    ``clock`` is the one that the feed's instants are read on. Every
    method may be called from any thread. A prompter that runs from before attaches by itself; a second one of its
    name is not started. :meth:`stop` leaves the prompter running: its text goes on.
    """

    def __init__(
        self,
        data: Path,
        publish: Callable[[PrompterStatus], None],
        post: Callable[[Command], None],
        *,
        loop: AsyncLoop,
        clock: Clock,
        command: Sequence[str] = (),
    ) -> None:
        self._data = data
        self._publish = publish
        self._post = post
        self._loop = loop
        self._clock = clock
        self._command = tuple(command) or prompter_command(data)
        self._keepers: dict[str, Keeper] = {}
        self._not_before = 0.0
        self._server: PromptServer | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._feed: PromptFeed | None = None
        self._faults: dict[str, str] = {}
        self._stage = PromptStage()
        self._number = 0
        self._error = ""
        self._status = PrompterStatus()

    def start(self) -> None:
        """Listen for a prompter; one that runs already attaches. Starts no process."""
        self._loop.run(self._start())

    def open(self, name: str = "") -> None:
        """The person wants this prompter: take the running one, or start it, and keep it running. Raises ValueError
        where nothing can be called so."""
        if not is_prompter_name(name):
            raise ValueError(name)
        self._loop.call(self._open, name)

    def close(self, name: str | None = None) -> None:
        """The person wants this prompter no more (None: no prompter at all): ask it to end."""
        self._loop.call(self._close, name)

    def show(self, feed: PromptFeed) -> None:
        """Send the newest feed; returns at once."""
        self._loop.call(self._show, feed)

    def take_over(self) -> None:
        """The director moves the text from now on."""
        self._loop.call(self._set, lambda stage: replace(stage, control=PromptControl.DIRECTOR))

    def hand_back(self) -> None:
        """The host moves the text again."""
        self._loop.call(self._set, lambda stage: replace(stage, control=PromptControl.HOST))

    def blank(self, on: bool) -> None:
        """Show nothing on the host's screens, or show the text again."""
        self._loop.call(self._set, lambda stage: replace(stage, blank=on))

    def count_down(self, seconds: float) -> None:
        """Have the host's screens count down to air from now; 0 or less ends the count."""
        until = self._clock.now().mono_ms + round(seconds * 1000) if seconds > 0 else None
        self._loop.call(self._set, lambda stage: replace(stage, count_until_ms=until))
        if until is not None:
            self._loop.call(self._counted, until, seconds)

    def order(self, kind: PromptOrderKind, value: float = 0.0, item_id: str = "") -> None:
        """Move the text on every attached prompter, whoever has control; ``value`` and ``item_id`` as the kind has
        them. One that loses its line is told when it is back within three seconds; none carries it out twice."""
        self._loop.call(self._order, kind, value, item_id)

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the attached prompters that are processes of this machine."""
        return tuple(client.pid for client in tuple(self._clients) if client.pid)

    @property
    def place(self) -> PromptPlace | None:
        """Where the host of the first prompter reads, by the last report."""
        return self.places.get("")

    @property
    def places(self) -> dict[str, PromptPlace]:
        """Where the hosts read, by the prompters' names."""
        return {name: keeper.place for name, keeper in self._keepers.copy().items() if keeper.place is not None}

    def stop(self) -> None:
        """Leave the prompter alone and stop listening."""
        if self._loop.running:
            self._loop.run(self._stop())

    async def _start(self) -> None:
        known = read_credentials(self._data)
        token = known.token if known else new_token()
        self._server = PromptServer(token, self._changed, lambda: self._clock.now().mono_ms)
        if self._feed is not None:
            self._server.show(self._feed)
        self._server.stage(self._stage)
        try:
            port = await self._server.start(known.port if known else 0)
            write_credentials(self._data, Credentials(port, token))
        except OSError as error:
            self._error = str(error)
            log.warning("the prompter's feed can't be served: %s", error)
        if known:
            self._not_before = time.monotonic() + ATTACH_S
            for keeper in self._keepers.values():
                keeper.process.wait_until(self._not_before)
        self._watcher = asyncio.create_task(self._watch())

    async def _stop(self) -> None:
        for keeper in self._keepers.values():
            keeper.wanted = False
        if self._watcher is not None:
            self._watcher.cancel()
        if self._server is not None:
            await self._server.close()

    def _show(self, feed: PromptFeed) -> None:
        if self._feed is not None and self._feed.run != feed.run:
            # The messages of every run are numbered from 1.
            for keeper in self._keepers.values():
                keeper.acknowledged = 0
        self._feed = feed
        if self._server is not None:
            self._server.show(feed)

    def _set(self, change: Callable[[PromptStage], PromptStage]) -> None:
        """Change the stage; where nothing changes, it stays."""
        wanted = change(self._stage)
        if wanted != self._stage:
            self._take_stage(replace(wanted, seq=self._next_number()))
            self._look()

    def _counted(self, until_ms: int, seconds: float) -> None:
        """The count ends with its moment, if it is still the one that was asked for."""

        def over(stage: PromptStage) -> PromptStage:
            return replace(stage, count_until_ms=None) if stage.count_until_ms == until_ms else stage

        asyncio.get_running_loop().call_later(seconds, self._set, over)

    def _take_stage(self, stage: PromptStage) -> None:
        self._stage = stage
        if self._server is not None:
            self._server.stage(stage)

    def _order(self, kind: PromptOrderKind, value: float, item_id: str) -> None:
        if self._server is not None:
            self._server.order(PromptOrder(self._next_number(), kind, value, item_id))

    def _next_number(self) -> int:
        """A number for a stage or an order, above those of a desk before: it follows the time of day, and what the
        prompters know where that was set back."""
        self._number = max(self._number + 1, self._clock.now().wall_ms)
        return self._number

    def _keeper(self, name: str) -> Keeper:
        if name not in self._keepers:
            process = PrompterProcess(named(self._command, name), log_file(self._data, name), time.monotonic)
            process.wait_until(self._not_before)
            clock = asyncio.get_running_loop().time
            self._keepers[name] = Keeper(name, process, lambda: self._clients, clock)
        return self._keepers[name]

    def _open(self, name: str) -> None:
        self._keeper(name).open()
        self._look()

    def _close(self, name: str | None) -> None:
        for each in tuple(self._keepers) if name is None else (name,):
            self._keeper(each).wanted = False
            if self._server is not None:
                self._server.ask_to_close(each)
        self._look()

    async def _watch(self) -> None:
        while True:
            self._look()
            await asyncio.sleep(WATCH_S)

    def _changed(self, left: Client | None) -> None:
        """A prompter attached, reported or left."""
        run = self._feed.run if self._feed is not None else None
        for client in [left] if left is not None else self._clients:
            report, keeper = client.report, self._keeper(client.name)
            self._number = max(self._number, report.stage.seq, report.carried or 0)
            if newest(self._stage, report.stage) is not self._stage:
                self._take_stage(report.stage)
            keeper.hear(client, run)
            if self._server is not None:
                self._server.keep(client.name, keeper.place, keeper.acknowledged)
        if left is None:
            for keeper in self._keepers.values():
                keeper.attached()
        if self._server is not None:
            self._server.lead(self._lead())
        self._look()

    def _lead(self) -> PromptAnchor | None:
        """How the text moves on the first prompter that is a process of this machine."""
        own = sorted((client for client in self._clients if client.pid), key=lambda client: client.name)
        return own[0].report.anchor if own else None

    @property
    def _clients(self) -> list[Client]:
        return self._server.clients if self._server is not None else []

    def _look(self) -> None:
        """Find the state, tell it if it changed, and start the processes that are missing."""
        if not self._error:
            for keeper in self._keepers.values():
                keeper.ensure()
        links = {name: LinkState.LOST if self._error else keeper.link() for name, keeper in self._keepers.items()}
        self._tell(links)
        faults: dict[str, list[str]] = {LOST: [""]} if self._error else {}
        for name, keeper in self._keepers.items():
            if (code := keeper.fault(links[name])) and not self._error:
                faults.setdefault(code, []).append(name)
        self._tell_faults({code: _listed(names) for code, names in faults.items()})

    def _tell(self, links: dict[str, LinkState]) -> None:
        link = LinkState.LOST if self._error else min(links.values(), key=_WORST.index, default=LinkState.OFF)
        details = (self._keepers[name].process.detail for name, each in links.items() if each is link)
        status = PrompterStatus(
            link,
            self._error or next(filter(None, details), ""),
            sum(client.report.screens for client in self._clients),
            max((keeper.acknowledged for keeper in self._keepers.values()), default=0),
            self._stage,
            tuple(screen for keeper in self._keepers.values() for screen in keeper.screens()),
        )
        if status != self._status:
            self._status = status
            self._publish(status)

    def _tell_faults(self, faults: dict[str, str]) -> None:
        for code in self._faults.keys() - faults.keys():
            self._post(ClearFault(code))
        for code, names in faults.items():
            if self._faults.get(code) != names:
                self._post(ShowFault(code, (("prompter", names),) if names else ()))
        self._faults = faults


def _listed(names: list[str]) -> str:
    """The names of prompters as a fault has them; nothing for the first one alone, which is 1 beside others."""
    return "" if names == [""] else ", ".join(name or "1" for name in names)
