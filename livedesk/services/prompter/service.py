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
    PromptControl,
    PromptFeed,
    PromptOrder,
    PromptOrderKind,
    PromptPlace,
    PromptReport,
    PromptStage,
    newest,
)
from livedesk.domain.status import LinkState, PrompterScreen, PrompterStatus
from livedesk.services.aio import AsyncLoop
from livedesk.services.prompter.credentials import (
    Credentials,
    new_token,
    read_credentials,
    write_credentials,
)
from livedesk.services.prompter.process import PrompterProcess, end_process, prompter_command
from livedesk.services.prompter.server import Client, PromptServer

WATCH_S = 0.2
SILENT_S = 3.0
ATTACH_S = 1.0
DARK_S = 2.0
LOST, HUNG, UNSEEN = "prompter.lost", "prompter.hung", "prompter.unseen"
log = logging.getLogger(__name__)


class PrompterService:
    """Serves the feed of ``data`` on the loopback and keeps the prompter's process running.

    ``publish`` gets each change of the status and ``post`` the faults ``prompter.lost``, ``prompter.hung`` and
    ``prompter.unseen`` (no screen shows it), and their end, as commands; both are called in the loop's thread.
    ``clock`` is the one that the feed's instants are read on. Every
    method may be called from any thread. A prompter that runs from before attaches by itself; a second one is not
    started. :meth:`stop` leaves the prompter running: its text goes on.
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
        self._process = PrompterProcess(
            command or prompter_command(data), data / "logs" / "prompter.log", time.monotonic
        )
        self._server: PromptServer | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._feed: PromptFeed | None = None
        self._wanted = False
        self._attached_once = False
        self._fault = ""
        self._dark_since: float | None = None
        self._acknowledged = 0
        self._place: PromptPlace | None = None
        self._stage = PromptStage()
        self._number = 0
        self._error = ""
        self._status = PrompterStatus()

    def start(self) -> None:
        """Listen for a prompter; one that runs already attaches. Starts no process."""
        self._loop.run(self._start())

    def open(self) -> None:
        """The person wants the prompter: take the running one, or start it, and keep it running."""
        self._loop.call(self._open)

    def close(self) -> None:
        """The person wants no prompter any more: ask it to end."""
        self._loop.call(self._close)

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

    def order(self, kind: PromptOrderKind, value: float = 0.0, item_id: str = "") -> None:
        """Move the text on every attached prompter, whoever has control; ``value`` and ``item_id`` as the kind has
        them. One that loses its line is told when it is back within three seconds; none carries it out twice."""
        self._loop.call(self._order, kind, value, item_id)

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the attached prompters."""
        return tuple(client.pid for client in tuple(self._clients))

    @property
    def place(self) -> PromptPlace | None:
        """Where the host reads, by the last report."""
        return self._place

    def stop(self) -> None:
        """Leave the prompter alone and stop listening."""
        if self._loop.running:
            self._loop.run(self._stop())

    async def _start(self) -> None:
        known = read_credentials(self._data)
        token = known.token if known else new_token()
        self._server = PromptServer(token, self._changed)
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
            self._process.wait_until(time.monotonic() + ATTACH_S)
        self._watcher = asyncio.create_task(self._watch())

    async def _stop(self) -> None:
        self._wanted = False
        if self._watcher is not None:
            self._watcher.cancel()
        if self._server is not None:
            await self._server.close()

    def _show(self, feed: PromptFeed) -> None:
        if self._feed is not None and self._feed.run != feed.run:
            self._acknowledged = 0
        self._feed = feed
        if self._server is not None:
            self._server.show(feed)

    def _set(self, change: Callable[[PromptStage], PromptStage]) -> None:
        """Change the stage; where nothing changes, it stays."""
        wanted = change(self._stage)
        if wanted != self._stage:
            self._take_stage(replace(wanted, seq=self._next_number()))
            self._look()

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

    def _open(self) -> None:
        self._wanted = True
        if self._link() is LinkState.HUNG:
            # A person asks for a prompter, and the one there is answers nobody: it makes room for another.
            for client in self._clients:
                end_process(client.pid)
        self._process.forget()
        self._look()

    def _close(self) -> None:
        self._wanted = False
        if self._server is not None:
            self._server.ask_to_close()
        self._look()

    async def _watch(self) -> None:
        while True:
            self._look()
            await asyncio.sleep(WATCH_S)

    def _changed(self, left: Client | None) -> None:
        """A prompter attached, reported or left."""
        for client in [left] if left is not None else self._clients:
            report = client.report
            self._number = max(self._number, report.stage.seq, report.carried or 0)
            if newest(self._stage, report.stage) is not self._stage:
                self._take_stage(report.stage)
            if self._feed is not None and report.run == self._feed.run:
                self._acknowledged = max(self._acknowledged, report.acknowledged)
            if report.place is not None and self._server is not None:
                self._place = report.place
                self._server.keep(report.place, self._acknowledged)
            if report.closing:
                self._wanted = False
        if left is None and self._clients:
            self._process.attached()
            closing = all(client.report.closing or client.closing for client in self._clients)
            self._attached_once, self._wanted = True, not closing
        self._look()

    @property
    def _clients(self) -> list[Client]:
        return self._server.clients if self._server is not None else []

    def _look(self) -> None:
        """Find the state, tell it if it changed, and start the process where it is missing."""
        if self._wanted and not self._clients and not self._error:
            self._process.ensure()
        link = self._link()
        detail = self._error or (self._process.detail if link is not LinkState.READY else "")
        screens = sum(client.report.screens for client in self._clients)
        prompters = tuple(_screen(client.report) for client in self._clients)
        status = PrompterStatus(link, detail, screens, self._acknowledged, self._stage, prompters)
        if status != self._status:
            self._status = status
            self._publish(status)
        fault = {LinkState.LOST: LOST, LinkState.HUNG: HUNG}.get(link, "")
        if link is not LinkState.READY or screens:
            self._dark_since = None
        elif self._dark_since is None:
            self._dark_since = time.monotonic()
        elif time.monotonic() - self._dark_since >= DARK_S:
            fault = UNSEEN
        if fault != self._fault:
            if self._fault:
                self._post(ClearFault(self._fault))
            if fault:
                self._post(ShowFault(fault))
            self._fault = fault

    def _link(self) -> LinkState:
        if self._error:
            return LinkState.LOST
        if self._clients:
            now = asyncio.get_running_loop().time()
            heard = any(now - client.heard < SILENT_S for client in self._clients)
            return LinkState.READY if heard else LinkState.HUNG
        if not self._wanted:
            return LinkState.OFF
        failing = bool(self._process.detail)
        return LinkState.LOST if self._attached_once or failing else LinkState.CONNECTING


def _screen(report: PromptReport) -> PrompterScreen:
    place, anchor = report.place, report.anchor
    return PrompterScreen(
        moving=bool(anchor.cps) if anchor is not None else place is not None and place.running,
        cpm=place.cpm if place is not None else 0,
        anchor=anchor,
        acknowledged=report.acknowledged,
        staged=report.stage.seq,
        carried=report.carried or 0,
    )
