"""Who moves the text, and the director's orders: over real sockets, on both sides' deaths."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from livedesk.domain.prompt import (
    PromptAnchor,
    PromptControl,
    PromptOrder,
    PromptOrderKind,
    PromptPlace,
    PromptReport,
    PromptStage,
    orders_after,
)
from livedesk.services.prompter import server
from livedesk.services.session.clock import SystemClock
from tests.integration.prompter_desk import NO_PROMPTER, PromptDesk, Reader, feed, until

HOST, DIRECTOR = PromptControl.HOST, PromptControl.DIRECTOR
KIND = PromptOrderKind


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromptDesk]:
    made = PromptDesk(tmp_path, NO_PROMPTER)
    yield made
    made.stop()


@pytest.fixture
def no_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes then comes by itself, at once."""
    monkeypatch.setattr(server, "HEARTBEAT_S", 60.0)


@pytest.fixture
def reader(desk: PromptDesk, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(tmp_path)
    made.packet()
    yield made
    made.close()


def order(reader: Reader) -> PromptOrder:
    """The next order that comes; each packet names no more than one here."""
    (found,) = reader.packet_with(lambda packet: packet.orders).orders
    return found


def test_the_director_takes_over_blanks_and_hands_back(
    no_heartbeat: None, desk: PromptDesk, reader: Reader
) -> None:
    desk.service.take_over()
    taken = reader.packet_with(lambda packet: packet.stage.control is DIRECTOR).stage
    desk.service.blank(True)
    blank = reader.packet_with(lambda packet: packet.stage.blank).stage
    desk.service.hand_back()
    back = reader.packet_with(lambda packet: packet.stage.control is HOST).stage
    assert 0 < taken.seq < blank.seq < back.seq
    assert (blank.control, back.blank) == (DIRECTOR, True)
    desk.service.blank(False)
    assert reader.packet_with(lambda packet: not packet.stage.blank).stage.control is HOST
    assert until(lambda: desk.status.stage.seq > back.seq, 2)


def test_a_count_runs_to_an_instant_and_can_be_ended(no_heartbeat: None, desk: PromptDesk, reader: Reader) -> None:
    before = SystemClock().now().mono_ms
    desk.service.count_down(90.5)
    after = SystemClock().now().mono_ms
    until_ms = reader.packet_with(lambda packet: packet.stage.count_until_ms).stage.count_until_ms
    assert until_ms is not None
    assert before + 90_500 <= until_ms <= after + 90_500
    desk.service.count_down(0)
    assert reader.packet_with(lambda packet: packet.stage.count_until_ms is None)
    desk.service.count_down(0.4)
    assert reader.packet_with(lambda packet: packet.stage.count_until_ms).stage.count_until_ms
    assert reader.packet_with(lambda packet: packet.stage.count_until_ms is None), "its moment has come"


def test_the_desk_sees_who_has_what(desk: PromptDesk, reader: Reader) -> None:
    desk.service.show(feed(1))
    desk.service.take_over()
    stage = reader.packet_with(lambda packet: packet.stage.seq).stage
    assert until(lambda: [each.staged for each in desk.status.prompters] == [0], 2)
    anchor = PromptAnchor("s01", 30.25, 4.5, 1_000)
    place = PromptPlace("show@1", 1, "s01", 30, True, 270)
    reader.send(PromptReport(1, 2, place, run="show@1", anchor=anchor, stage=stage, carried=0))
    assert until(lambda: [each.staged for each in desk.status.prompters] == [stage.seq], 2)
    (shown,) = desk.status.prompters
    assert (shown.moving, shown.cpm, shown.anchor, shown.acknowledged) == (True, 270, anchor, 2)
    assert desk.status.stage == stage
    reader.send(PromptReport(1, 2, place, run="show@1", anchor=PromptAnchor("s01", 31.0, 0.0, 2_000), stage=stage))
    assert until(lambda: not desk.status.prompters[0].moving, 2), "it waits at the end of its text"


def test_a_new_desk_takes_the_stage_of_the_prompters_and_tells_the_others(
    desk: PromptDesk, reader: Reader, tmp_path: Path
) -> None:
    kept = PromptStage(7, DIRECTOR, True, 123_456)
    reader.send(PromptReport(1, stage=kept, carried=9))
    assert until(lambda: desk.status.stage == kept, 2)
    other = Reader(tmp_path)
    assert other.packet().stage == kept
    other.send(PromptReport(1, stage=PromptStage(6, HOST), carried=0))
    assert until(lambda: len(desk.status.prompters) == 2 and desk.status.prompters[1].staged == 6, 2)
    assert desk.status.stage == kept, "the newest one counts"
    other.close()


def test_numbers_go_on_above_those_that_are_known(no_heartbeat: None, desk: PromptDesk, reader: Reader) -> None:
    ahead = SystemClock().now().wall_ms + 10**9
    reader.send(PromptReport(1, stage=PromptStage(ahead, DIRECTOR), carried=ahead + 5))
    assert until(lambda: desk.status.stage.seq == ahead, 2)
    desk.service.order(KIND.HOLD)
    desk.service.hand_back()
    packet = reader.packet_with(lambda packet: packet.orders and packet.stage.control is HOST)
    assert packet.orders[0].seq > ahead + 5
    assert packet.stage.seq > ahead + 5


def test_an_order_comes_again_until_it_is_confirmed(desk: PromptDesk, reader: Reader) -> None:
    desk.service.order(KIND.SPEED, 280)
    first = order(reader)
    assert (first.kind, first.value) == (KIND.SPEED, 280)
    assert order(reader) == first, "the heartbeat names it too"
    reader.send(PromptReport(1, carried=first.seq))
    assert until(lambda: [each.carried for each in desk.status.prompters] == [first.seq], 2)
    desk.service.order(KIND.JUMP, item_id="s03")
    (second,) = reader.packet_with(lambda packet: orders_after(packet.orders, first.seq)).orders
    assert (second.kind, second.item_id) == (KIND.JUMP, "s03")
    assert second.seq > first.seq


def test_an_order_is_not_lost_while_the_line_is_down(desk: PromptDesk, reader: Reader, tmp_path: Path) -> None:
    desk.service.order(KIND.HOLD)
    done = order(reader).seq
    reader.close()
    assert until(lambda: not desk.service.pids, 2)
    desk.service.order(KIND.NUDGE, -2)
    again = Reader(tmp_path, carried=done)
    first = again.packet()
    assert [(each.kind, each.value) for each in first.orders] == [(KIND.NUDGE, -2)]
    assert first.carried is None, "it knows itself what it has done"
    again.close()


def test_a_prompter_started_again_is_told_nothing_twice(desk: PromptDesk, reader: Reader, tmp_path: Path) -> None:
    desk.service.order(KIND.STEP, 1)
    carried = order(reader).seq
    reader.close()
    fresh = Reader(tmp_path)
    first = fresh.packet()
    assert (first.orders, first.carried) == ((), carried)
    desk.service.order(KIND.STEP, -1)
    assert order(fresh).value == -1
    fresh.close()


def test_an_order_that_came_to_nobody_is_forgotten(
    desk: PromptDesk, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "ORDER_S", -1.0)
    reader.close()
    desk.service.order(KIND.RUN)
    again = Reader(tmp_path, carried=0)
    assert again.packet().orders == ()
    again.close()


def test_an_order_comes_after_the_text_that_it_names(no_heartbeat: None, desk: PromptDesk, reader: Reader) -> None:
    carried = 0
    for seq in range(1, 30):
        desk.service.show(feed(seq))
        desk.service.order(KIND.JUMP, item_id="s02")
        newest = 0
        while not orders_after((packet := reader.packet()).orders, carried):
            newest = packet.feed.seq if packet.feed is not None else newest
        assert newest == seq
        carried = packet.orders[-1].seq
        reader.send(PromptReport(1, carried=carried))


@pytest.mark.parametrize("what", ["stage", "lead"])
def test_a_slow_reader_gets_the_newest_of_everything(
    desk: PromptDesk, reader: Reader, tmp_path: Path, what: str
) -> None:
    slow = Reader(tmp_path)
    slow.packet()
    desk.service.show(feed(1, gifts="赠" * 5_000_000))
    reader.packet_with(lambda packet: packet.feed)
    desk.service.show(feed(2))
    reader.packet_with(lambda packet: packet.feed)
    anchor = PromptAnchor("s01", 1.5, 4.5, 1_000)
    if what == "stage":
        desk.service.blank(True)
        reader.packet_with(lambda packet: packet.stage.blank)
    else:
        reader.send(PromptReport(1, anchor=anchor))
        reader.packet_with(lambda packet: packet.lead)
    newest = slow.packet_with(lambda packet: packet.feed is not None and packet.feed.seq == 2)
    assert newest.stage.blank if what == "stage" else newest.lead == anchor
    slow.close()
