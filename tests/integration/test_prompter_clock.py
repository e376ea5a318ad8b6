"""A client whose clock is another one than the desk's finds out by how much, over real sockets that take their time."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.domain.codec import decode, encode
from livedesk.domain.prompt import PROMPT_VERSION, PromptAnchor, PromptHello, PromptPacket, PromptReport, at
from livedesk.domain.prompt_clock import ClockOffset, ClockSample, clock_offset
from livedesk.services.prompter.credentials import Credentials, read_credentials
from livedesk.services.session.clock import SystemClock
from tests.integration.prompter_desk import NO_PROMPTER, PromptDesk, Reader, feed, until
from tests.integration.prompter_relay import Relay

SHIFTS = (-5_000_000.0, 0.0, 1_234_567.25)


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Credentials]:
    """A desk that serves a feed; gives where it is."""
    desk = PromptDesk(tmp_path, NO_PROMPTER)
    desk.service.show(feed(1))
    found = read_credentials(tmp_path)
    assert found is not None
    yield found
    desk.stop()


class Page:
    """A client on another machine: its clock is the desk's and ``shift`` ms."""

    def __init__(self, token: str, shift: float) -> None:
        self.token, self.shift = token, shift
        self.samples: list[ClockSample] = []

    def now_ms(self) -> float:
        return SystemClock().now().mono_ms + self.shift

    async def ping(self, port: int, count: int) -> None:
        """Attach and ping the desk, one ping after the other's answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(encode(PromptHello(PROMPT_VERSION, self.token, 0, name="tablet")) + b"\n")
        for _ in range(count):
            writer.write(encode(PromptReport(1, ping_ms=self.now_ms())) + b"\n")
            while (pong := decode(await reader.readline(), PromptPacket).pong) is None:
                pass
            self.samples.append(ClockSample(pong.ping_ms, pong.desk_ms, self.now_ms()))
        writer.close()
        await writer.wait_closed()

    @property
    def offset(self) -> ClockOffset:
        found = clock_offset(self.samples)
        assert found is not None
        return found


async def measured(known: Credentials, page: Page, up_s: float, down_s: float) -> None:
    """Ping six times over a line that takes so long at most; some are quicker."""
    chance = random.Random(7)
    relay = Relay(known.port, lambda: up_s * chance.random(), lambda: down_s * chance.random())
    await page.ping(await relay.start(), 6)
    assert relay.server is not None
    relay.server.close()


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize(("up_s", "down_s"), [(0.0, 0.0), (0.2, 0.0), (0.0, 0.2), (0.05, 0.15)])
def test_the_offset_is_found_within_its_uncertainty(
    known: Credentials, shift: float, up_s: float, down_s: float
) -> None:
    page = Page(known.token, shift)
    asyncio.run(measured(known, page, up_s, down_s))
    assert abs(page.offset.offset_ms + shift) <= page.offset.uncertainty_ms
    slowest = max(each.round_trip_ms for each in page.samples)
    assert page.offset.uncertainty_ms <= slowest / 2 + 1.5


def test_a_page_elsewhere_reads_the_same_character(known: Credentials) -> None:
    page = Page(known.token, -86_400_000.0)
    asyncio.run(measured(known, page, 0.02, 0.01))
    anchor = PromptAnchor("s01", 40.0, 5.0, SystemClock().now().mono_ms)
    there = at(anchor, page.offset.desk_ms(page.now_ms() + 60_000))
    here = at(anchor, SystemClock().now().mono_ms + 60_000)
    assert here - there <= anchor.cps * (page.offset.uncertainty_ms + 50) / 1000
    assert there - here <= anchor.cps * page.offset.uncertainty_ms / 1000


def test_a_line_that_is_full_gets_no_answer(tmp_path: Path) -> None:
    desk = PromptDesk(tmp_path, NO_PROMPTER)
    reader = Reader(tmp_path)
    reader.packet()
    desk.service.show(feed(1, gifts="赠" * 5_000_000))
    reader.send(PromptReport(2, ping_ms=1.0))
    assert until(lambda: desk.status.screens == 2, 5)
    assert reader.packet_with(lambda packet: packet.feed).pong is None
    reader.send(PromptReport(1, ping_ms=2.0))
    pong = reader.packet_with(lambda packet: packet.pong).pong
    assert pong is not None
    assert pong.ping_ms == 2.0
    reader.close()
    desk.stop()
