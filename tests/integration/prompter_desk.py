"""What the prompter's tests need of a desk: feeds, a service that remembers what it said, and a desk to kill.

Run as a program (``python -m tests.integration.prompter_desk DATA ITEM [take_over]``) it is a desk that shows one
feed (and whose director takes over), tells two statuses as lines of JSON, and lives until it is killed or its
standard input ends.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from livedesk.domain.codec import decode, encode
from livedesk.domain.commands import Command
from livedesk.domain.prompt import (
    PROMPT_VERSION,
    PromptBlock,
    PromptFeed,
    PromptHello,
    PromptLine,
    PromptPacket,
)
from livedesk.domain.script import LineKind
from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.services.aio import AsyncLoop
from livedesk.services.prompter import PrompterService
from livedesk.services.prompter.credentials import read_credentials
from livedesk.services.session.clock import SystemClock

PROMPTER = (
    "import sys; from pathlib import Path; from livedesk.ui.prompter.main import run; "
    "sys.exit(run(Path(sys.argv[1]), language='en', name=''.join(sys.argv[3:])))"
)
ITEMS = ("s01", "s02", "s03")
# Where the test itself is the prompter: the service's own attempt to start one ends at once and leaves nobody behind.
NO_PROMPTER = [sys.executable, "-c", ""]


def command(data: Path) -> list[str]:
    """How a test starts the prompter."""
    return [sys.executable, "-c", PROMPTER, str(data)]


def feed(seq: int, item: str = "s01", airing: int = 1, **more: object) -> PromptFeed:
    """A feed of three segments of ten lines each."""
    blocks = tuple(PromptBlock(name, f"环节 {name}", _lines(name)) for name in ITEMS)
    made = PromptFeed(
        version=PROMPT_VERSION, seq=seq, mono_ms=SystemClock().now().mono_ms, show_title="秋冬护肤专场", phase="on_air",
        airing=airing, item_id=item, remaining_ms=300_000, counting=True, behind_ms=0, next_title="下一项",
        blocks=blocks, run="show@1",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of the feed


def _lines(name: str) -> tuple[PromptLine, ...]:
    return tuple(PromptLine(LineKind.SPEECH, f"{name} 的第 {n} 行话术，慢慢念。") for n in range(10))


def until(done: Callable[[], bool], seconds: float) -> bool:
    """Wait until something is so; False where it has not become so in time."""
    pause = threading.Event()
    for _ in range(round(seconds / 0.02)):
        if done():
            return True
        pause.wait(0.02)
    return done()


class Reader:
    """A prompter of bare sockets."""

    def __init__(
        self,
        data: Path,
        *,
        token: str | None = None,
        version: int = PROMPT_VERSION,
        carried: int | None = None,
        name: str = "",
        pid: int = os.getpid(),
    ) -> None:
        known = read_credentials(data)
        assert known is not None
        self.socket = socket.create_connection(("127.0.0.1", known.port), timeout=5)
        self.lines = self.socket.makefile("rb")
        self.send(PromptHello(version, known.token if token is None else token, pid, carried, name))

    def send(self, value: object) -> None:
        self.socket.sendall(encode(value) + b"\n")

    def packet(self) -> PromptPacket:
        return decode(self.lines.readline(), PromptPacket)

    def packet_with(self, wanted: Callable[[PromptPacket], object]) -> PromptPacket:
        """The first packet that is as wanted. The desk speaks once a second at least: too many others, and it does
        not come."""
        for _ in range(15):
            if wanted(packet := self.packet()):
                return packet
        raise AssertionError("the packet does not come")

    def close(self) -> None:
        self.lines.close()
        self.socket.close()


class PromptDesk:
    """A prompter service with its loop, and everything that it said."""

    def __init__(self, data: Path, program: list[str] | None = None, *, started: bool = True) -> None:
        self.statuses: list[PrompterStatus] = []
        self.commands: list[Command] = []
        self.loop = AsyncLoop().start()
        self.service = PrompterService(
            data,
            self.statuses.append,
            self.commands.append,
            loop=self.loop,
            clock=SystemClock(),
            command=program or command(data),
        )
        if started:
            self.service.start()

    @property
    def status(self) -> PrompterStatus:
        return self.statuses[-1] if self.statuses else PrompterStatus()

    @property
    def link(self) -> LinkState:
        return self.status.link

    def at(self, item: str) -> bool:
        """Whether the host reads this segment."""
        return self.service.place is not None and self.service.place.item_id == item

    def stop(self) -> None:
        self.service.stop()
        self.loop.stop()


def main() -> None:
    data, item = Path(sys.argv[1]), sys.argv[2]

    def tell(_: object) -> None:
        place = desk.service.place
        line = {
            "link": desk.link.value,
            "pids": desk.service.pids,
            "item": place.item_id if place else "",
            "control": desk.status.stage.control.value,
            "seq": desk.status.stage.seq,
        }
        print(json.dumps(line), flush=True)  # noqa: T201 - the test reads it

    desk = PromptDesk(data)
    desk.service.show(feed(1, item))
    desk.service.open()
    desk.loop.call(tell, None)
    if "take_over" in sys.argv:
        desk.service.take_over()
    until(lambda: desk.link is LinkState.READY and desk.at(item), 20)
    until(lambda: [each.staged for each in desk.status.prompters] == [desk.status.stage.seq], 20)
    tell(None)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
