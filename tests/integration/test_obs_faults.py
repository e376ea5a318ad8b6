"""What goes wrong with a real OBS, produced for real: absent, killed, hung, wrong password, half-open, reset."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from pathlib import Path
from time import monotonic, time

import pytest
from obswebsocket import obsws, requests

from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping, SlotInputs
from livedesk.domain.commands import ReportTake, ShowFault
from livedesk.domain.events import TakeResult
from livedesk.domain.status import LinkState
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs, free_port, wait_for
from tests.integration.relay import Relay

pytestmark = pytest.mark.obs


def test_absent_then_started_then_killed_then_back(own_obs: RealObs, desk: Desk) -> None:
    service = desk.connect(own_obs)
    desk.until(lambda: desk.faults() == ["obs.absent"], 2, "OBS is said to be absent")
    withheld = desk.report(desk.go(service, "主播近景"))
    assert (withheld.result, withheld.detail) == (TakeResult.WITHHELD, "no_link")

    own_obs.start()
    desk.until(lambda: service.status.link is LinkState.READY, 8, "READY once OBS is there")
    assert desk.faults() == []
    assert desk.report(desk.go(service, "双机位")).result is TakeResult.CONFIRMED
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as audience, Director(own_obs) as director:
        audience.bind(("127.0.0.1", 0))
        director.stream_to(audience.getsockname()[1])
        desk.until(lambda: service.status.outputs.stream.runs, 5, "streaming")
        desk.until(lambda: bool(service.status.health and service.status.health.kbps > 0), 6, "a bitrate")
        assert service.status.outputs.stream.counted_ms is not None
    reports = len(desk.all(ReportTake))

    own_obs.kill()
    took = desk.until(lambda: desk.faults() == ["obs.lost"], 1, "the loss is shown within a second")
    assert took < 1
    assert service.status.link is LinkState.LOST
    assert dict(desk.all(ShowFault)[-1].params)["streaming"] == "yes"
    assert not service.status.outputs.stream.runs
    assert service.status.program == "双机位"
    assert desk.report(desk.go(service, "抽奖转盘")).detail == "no_link"

    own_obs.start(by_itself=True)
    desk.until(lambda: service.status.link is LinkState.READY, 8, "READY again")
    desk.until(lambda: desk.faults() == ["obs.stream_off"], 1, "the stream is said to be off")
    # What was on air before is not what OBS shows now: shown, and nothing is sent by itself.
    with Director(own_obs) as director:
        now = director.program()
    assert service.status.program == now
    assert len(desk.all(ReportTake)) == reports + 1
    assert desk.manual() == []
    assert desk.report(desk.go(service, "紧急画面")).result is TakeResult.CONFIRMED


def test_a_wrong_password_is_tried_once(real_obs: RealObs, desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    relay = Relay(real_obs.port)
    given = ["wrong-canary"]
    service = desk.connect(real_obs, port=relay.port, password=lambda: given[0])
    desk.until(lambda: service.status.link is LinkState.REFUSED, 3, "REFUSED")
    assert desk.faults() == ["obs.refused"]
    threading.Event().wait(1.5)
    assert relay.accepted == 1
    given[0] = real_obs.password
    service.retry()
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY with the right one")
    assert desk.faults() == []
    told = caplog.text + repr(desk.commands) + repr(desk.statuses)
    assert "wrong-canary" not in told
    assert real_obs.password not in told
    relay.close()


def test_a_hung_obs_makes_a_take_unknown_and_the_late_one_is_recognised(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    real_obs.send(signal.SIGSTOP)
    try:
        began = monotonic()
        take = desk.go(service, "主播近景")
        report = desk.report(take)
        assert (report.result, report.detail) == (TakeResult.UNKNOWN, "timeout")
        assert 0.9 < monotonic() - began < 2
    finally:
        real_obs.send(signal.SIGCONT)
    desk.until(lambda: len(desk.reports(take)) == 2, 3, "the take runs late")
    late = desk.reports(take)[1]
    assert (late.result, late.detail) == (TakeResult.CONFIRMED, "late")
    assert late.latency_ms is not None
    assert late.latency_ms > 900
    desk.until(lambda: service.status.program == "主播近景", 1, "shown")
    assert desk.manual() == []


def _last(desk: Desk, *takes: int) -> tuple[TakeResult, str]:
    """The newest report about any of these takes."""
    report = [report for report in desk.all(ReportTake) if report.take in takes][-1]
    return report.result, report.detail


def test_a_panic_does_not_wait_for_a_take_without_an_answer(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    real_obs.send(signal.SIGSTOP)
    try:
        take = desk.go(service, "主播近景")
        desk.until(lambda: service.timing is not None, 1, "it has left")
        panic = desk.go(service, "紧急画面", urgent=True)
        took = desk.until(lambda: bool(desk.reports(take)), 1, "the first one is let go")
        assert took < 0.9
        assert (desk.report(take).result, desk.report(take).detail) == (TakeResult.UNKNOWN, "superseded")
        assert desk.report(panic).result is TakeResult.UNKNOWN
    finally:
        real_obs.send(signal.SIGCONT)
    # OBS works both off at once, each in a thread of its own, and the order is its own: whatever won is told.
    late = (TakeResult.CONFIRMED, "late")
    desk.until(lambda: _last(desk, take, panic) == late, 5, "what ran late is told as late")
    with Director(real_obs) as director:
        desk.until(lambda: service.status.program == director.program(), 3, "the truth is shown")
    assert service.status.program in ("主播近景", "紧急画面")
    assert desk.manual() == []


def test_a_long_hang_is_shown_and_ends_by_itself(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    real_obs.send(signal.SIGSTOP)
    try:
        take = desk.go(service, "主播近景")
        assert desk.report(take).result is TakeResult.UNKNOWN
        took = desk.until(lambda: service.status.link is LinkState.HUNG, 5, "HUNG")
        assert took < 5
        assert desk.faults() == ["obs.hung"]
        assert desk.report(desk.go(service, "双机位")).detail == "no_link"
    finally:
        real_obs.send(signal.SIGCONT)
    desk.until(lambda: service.status.link is LinkState.READY, 10, "READY again")
    assert desk.faults() == []
    with Director(real_obs) as director:
        desk.until(lambda: service.status.program == director.program(), 3, "the truth is read back")
    assert desk.manual() == []
    assert [report.result for report in desk.reports(take)] in (
        [TakeResult.UNKNOWN],
        [TakeResult.UNKNOWN, TakeResult.CONFIRMED],
    )


def test_a_half_open_link_is_found(real_obs: RealObs, desk: Desk) -> None:
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    relay.hold()
    took = desk.until(lambda: service.status.link is not LinkState.READY, 5, "found within five seconds")
    assert took < 5
    relay.resume()
    desk.until(lambda: service.status.link is LinkState.READY, 6, "READY again")
    relay.close()


def test_only_the_events_are_half_open(real_obs: RealObs, desk: Desk) -> None:
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    relay.hold(0)
    take = desk.go(service, "主播近景")
    report = desk.report(take)
    assert (report.result, report.detail) == (TakeResult.UNKNOWN, "no_event")
    desk.until(lambda: service.status.link is LinkState.HUNG, 5, "found by the heartbeat of the events")
    relay.resume()
    desk.until(lambda: service.status.link is LinkState.READY, 6, "READY again")
    desk.until(lambda: len(desk.reports(take)) == 2, 2, "read back")
    assert desk.reports(take)[1].detail == "read_back"
    relay.close()


def test_a_reset_in_the_middle_of_a_take_fails_it_at_once(real_obs: RealObs, desk: Desk) -> None:
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    relay.hold()
    take = desk.go(service, "主播近景")
    began = monotonic()
    relay.reset()
    report = desk.report(take)
    assert (report.result, report.detail) == (TakeResult.UNKNOWN, "link_lost")
    assert monotonic() - began < 0.9
    relay.resume()
    desk.until(lambda: service.status.link is LinkState.READY, 3, "READY again")
    # The bare library, on the same fault: its thread is dead, and it says that all is well.
    bare = obsws("127.0.0.1", relay.port, real_obs.password)
    bare.connect()
    thread = bare.thread_recv
    threading.excepthook, hook = (lambda _: None), threading.excepthook
    relay.reset()
    thread.join(3)
    threading.excepthook = hook
    assert not thread.is_alive()
    assert bare.ws.connected
    relay.close()


def test_what_was_switched_while_the_link_was_gone_is_told(real_obs: RealObs, desk: Desk) -> None:
    """What is on air when it comes back is not what went away: somebody's hand, though no event told it."""
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    shown = service.status.program
    other = "抽奖转盘" if shown != "抽奖转盘" else "双机位"
    relay.hold()
    with Director(real_obs) as director:
        director.do("SetCurrentProgramScene", sceneName=other)
    relay.reset()
    desk.until(lambda: service.status.link is not LinkState.READY, 3, "gone")
    relay.resume()
    desk.until(lambda: service.status.link is LinkState.READY, 8, "READY again")
    assert service.status.program == other
    assert desk.manual() == [other]
    relay.reset()
    desk.until(lambda: service.status.link is not LinkState.READY, 3, "gone again")
    desk.until(lambda: service.status.link is LinkState.READY, 8, "READY once more")
    assert desk.manual() == [other]
    relay.close()


def test_the_card_is_brought_up_to_date_when_the_link_comes_back(real_obs: RealObs, desk: Desk) -> None:
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    desk.report(desk.go(service, "商品特写", (CardSlot.LIVE_PRICE, "¥99")))
    with Director(real_obs) as director:
        assert director.text("直播价") == "¥99"
        relay.hold()
        relay.reset()
        desk.until(lambda: service.status.link is not LinkState.READY, 3, "the link is gone")
        service.card(CardTexts(((CardSlot.LIVE_PRICE, "¥129"),)))
        assert director.text("直播价") == "¥99"
        relay.resume()
        wait_for(lambda: director.text("直播价") == "¥129", 10, "the promotion is over for viewers, too")
    relay.close()


def test_a_price_that_changes_while_obs_hangs_comes_when_it_wakes(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    counts = CardMapping().with_slot(SlotInputs(CardSlot.STOCK)).with_slot(SlotInputs(CardSlot.COUNTDOWN, "库存"))
    service.map_cards({"livedesk": counts})
    desk.report(desk.go(service, "商品特写", (CardSlot.LIVE_PRICE, "¥99"), (CardSlot.COUNTDOWN, "05:00")))
    with Director(real_obs) as director:
        real_obs.send(signal.SIGSTOP)
        try:
            wait_for(lambda: _stands_still(real_obs), 1, "OBS stands still")
            began = monotonic()
            service.countdown("04:59")
            service.card(CardTexts(((CardSlot.LIVE_PRICE, "¥129"),)))
            threading.Event().wait(began + 2 - monotonic())
        finally:
            real_obs.send(signal.SIGCONT)
        wait_for(lambda: director.text("直播价") == "¥129", 3, "the new price is on air")
        assert director.text("库存") == "04:59"


def _stands_still(real_obs: RealObs) -> bool:
    """Whether the last of OBS's threads has stopped, a moment after the signal."""
    told = [task.read_text() for task in Path(f"/proc/{real_obs.pid}/task").glob("*/stat")]
    return all(line.rpartition(")")[2].split()[0] == "T" for line in told)


def test_the_bare_library_drops_what_obs_says(real_obs: RealObs, desk: Desk) -> None:
    bare = obsws("127.0.0.1", real_obs.port, real_obs.password)
    bare.connect()
    answer = bare.call(requests.SetCurrentProgramScene(sceneName="没有这个场景"))
    assert answer.status is False
    assert answer.datain == {}
    bare.disconnect()


def test_a_link_that_comes_down_to_a_byte_a_second_is_found(real_obs: RealObs, desk: Desk) -> None:
    relay = Relay(real_obs.port)
    service = desk.ready(real_obs, port=relay.port)
    relay.crawl(1.0)
    take = desk.go(service, "主播近景")
    report = desk.report(take)
    assert report.result is TakeResult.UNKNOWN
    took = desk.until(lambda: service.status.link is LinkState.HUNG, 5, "found within five seconds")
    assert took < 5
    assert desk.faults() == ["obs.hung"]
    relay.crawl(0)
    desk.until(lambda: service.status.link is LinkState.READY, 8, "READY again")
    desk.until(lambda: service.status.program == "主播近景", 2, "what the take did is read back")
    assert desk.faults() == []
    assert [report.take for report in desk.all(ReportTake)].count(take) <= 2
    relay.close()


@pytest.mark.parametrize("pause_s", [0.05, 1.0])
def test_one_byte_at_a_time_is_too_slow_to_connect(real_obs: RealObs, desk: Desk, pause_s: float) -> None:
    relay = Relay(real_obs.port, byte_pause_s=pause_s)
    service = desk.connect(real_obs, port=relay.port)
    took = desk.until(lambda: service.status.link is LinkState.HUNG, 3, "given up")
    assert 1.8 < took < 2.8
    relay.close()


def test_a_crash_dialog_is_told_from_an_absent_obs(real_obs: RealObs, desk: Desk, tmp_path: Path) -> None:
    """An OBS runs here (the session's), its socket is closed to us, and an unclean run has left its file."""
    left = tmp_path / ".sentinel" / "run_2f6c"
    left.parent.mkdir()
    left.touch()
    os.utime(left, (time() - 60, time() - 60))
    desk.serve(free_port(), config=tmp_path)
    desk.until(lambda: desk.faults() == ["obs.crash_dialog"], 2, "running, but closed to us")
    left.unlink()
    desk.until(lambda: desk.faults() == ["obs.absent"], 3, "not any more")
