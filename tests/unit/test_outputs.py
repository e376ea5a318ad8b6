"""The outputs as they are told: states, times without pauses, starts that fail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import NO_START, Output, Outputs, changed, counted, refused

S = OutputState


def _told(output: Output, *states: tuple[OutputState, int]) -> Output:
    for state, at in states:
        output = changed(output, state, at)
    return output


def test_a_recording_counts_without_its_pauses() -> None:
    running = _told(Output(), (S.STARTING, 900), (S.STARTED, 1_000))
    assert running.time(4_000) == 3_000
    paused = changed(running, S.PAUSED, 5_000)
    assert (paused.runs, paused.time(60_000)) == (True, 4_000)
    again = changed(paused, S.RESUMED, 65_000)
    assert again.time(66_000) == 5_000
    over = _told(again, (S.STOPPING, 67_000), (S.STOPPED, 67_500))
    assert (over.runs, over.time(70_000)) == (False, None)


def test_its_file_outlives_it() -> None:
    told = changed(Output(S.STARTED, True, 0, 0), S.STOPPED, 9, "/tmp/a.mkv")
    assert changed(told, S.STARTING, 10).file == "/tmp/a.mkv"


def test_a_start_that_comes_to_nothing_is_trouble_until_the_next_one() -> None:
    failed = _told(Output(), (S.STARTING, 0), (S.STOPPED, 50))
    assert (failed.state, failed.trouble) == (S.STOPPED, NO_START)
    assert changed(failed, S.STARTING, 100).trouble == ""
    assert refused(Output(), "604 no").trouble == "604 no"
    ended = _told(Output(), (S.STARTING, 0), (S.STARTED, 1), (S.STOPPING, 2), (S.STOPPED, 3))
    assert ended.trouble == ""


def test_a_stream_without_its_server_runs_and_reaches_nobody() -> None:
    live = _told(Output(), (S.STARTING, 0), (S.STARTED, 0))
    lost = changed(live, S.RECONNECTING, 5_000)
    assert (lost.runs, lost.reaches, lost.time(6_000)) == (True, False, 6_000)
    assert changed(lost, S.RECONNECTED, 7_000).reaches
    assert Outputs(stream=lost, virtual_camera=live, record=live).ways_out == {OutputKind.VIRTUAL_CAMERA}


def test_obs_s_own_count_mends_an_estimate_that_drifted() -> None:
    known = Output(S.STARTED, True, 0, 0)
    assert counted(known, 10_300, 10_000) is known
    mended = counted(known, 12_000, 10_000)
    assert mended.time(11_000) == 13_000
    assert counted(Output(), 12_000, 10_000) == Output()
    still = counted(Output(S.PAUSED, True, 4_000, None), 6_000, 10_000)
    assert (still.time(10_000), still.time(99_000)) == (6_000, 6_000)


def test_every_kind_has_its_place() -> None:
    outputs = Outputs()
    for kind in OutputKind:
        outputs = outputs.put(kind, Output(file=kind.value))
    assert [outputs.of(kind).file for kind in OutputKind] == [kind.value for kind in OutputKind]


@given(st.lists(st.tuples(st.sampled_from(list(S)), st.integers(0, 5_000)), max_size=20), st.integers(0, 9_000))
def test_time_never_goes_back_while_it_runs(steps: list[tuple[OutputState, int]], later: int) -> None:
    output, at = Output(), 0
    for state, wait in steps:
        at += wait
        before = output.time(at)
        output = changed(output, state, at)
        if before is not None and output.runs and state is not S.STARTED:
            assert output.time(at) == before
    shown = output.time(at)
    assert (shown is None) is not output.runs
    if shown is not None:
        assert shown <= (output.time(at + later) or 0) <= shown + later
