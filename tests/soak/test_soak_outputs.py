"""A whole desk over a real OBS: its outputs asked for, told, missed, and written into the journal."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from livedesk.domain.events import AlertRaised, FaultCleared, FaultShown
from livedesk.domain.events_desk import OutputAsked, OutputChanged, OutputKind, OutputState
from livedesk.domain.outputs import NO_START
from tests.integration.obs import Director, RealObs
from tests.integration.on_air import desk, go_live, quiet, whole

pytestmark = [pytest.mark.obs, pytest.mark.soak]


def test_the_light_and_the_journal_tell_a_stream_from_its_first_moment_to_its_last(
    own_obs: RealObs, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    own_obs.start()
    with desk(data, own_obs) as process, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as audience:
        audience.bind(("127.0.0.1", 0))
        process.until(obs="ready")
        go_live(process)
        process.see(lambda line: line["lights"]["output"] == "没有信号送出", 5, "nothing goes out")
        with Director(own_obs) as director:
            # Nobody listens there. (After a start without any address OBS 29 may never start again.)
            director.do(
                "SetStreamServiceSettings",
                streamServiceType="rtmp_custom",
                streamServiceSettings={"server": "rtmp://127.0.0.1:1/live", "key": "x"},
            )
            process.do("SwitchOutput", output="stream", on=True)
            line = process.until(10, stream_trouble=NO_START)
            assert line["lights"]["output"] == "没有信号送出"
            director.stream_to(audience.getsockname()[1])
            process.see(lambda line: line["lights"]["output"].startswith("推流 0:"), 10, "the stream counts")
            director.do("StopStream")
            process.told("推流已停", "重新开始推流")
            process.see(lambda line: line["lights"]["output"] == "推流已断", 5, "the light says so")
        process.do("SwitchOutput", output="stream", on=True)
        quiet(process, "推流已停")
        process.do("SwitchOutput", output="stream", on=False)
        process.see(lambda line: line["lights"]["output"] == "没有信号送出", 10, "the desk ended it")
        assert "obs.stream_off" not in process.until(5, pending=0)["faults"]
    events = [entry.event for entry in whole(data, process)]
    told = [(event.state, event.ours) for event in events if isinstance(event, OutputChanged)]
    settled = [item for item in told if item[0] in (OutputState.STARTED, OutputState.STOPPED)]
    started, stopped = OutputState.STARTED, OutputState.STOPPED
    assert settled == [(stopped, True), (started, False), (stopped, False), (started, True), (stopped, True)]
    asked = [event.on for event in events if isinstance(event, OutputAsked)]
    assert asked == [True, True, False]
    assert [
        event.code for event in events if isinstance(event, AlertRaised) and event.code.startswith("obs.")
    ] == [f"obs.no_start_{OutputKind.STREAM}"]
    faults = [event.code for event in events if isinstance(event, FaultShown | FaultCleared)]
    assert [code for code in faults if code == "obs.stream_off"] == ["obs.stream_off"] * 2
