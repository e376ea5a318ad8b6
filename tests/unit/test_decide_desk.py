"""Moments, vetoes, outputs and renamed scenes: what they make happen, and what the log says of them."""

from __future__ import annotations

import pytest

from livedesk.domain import commands as c
from livedesk.domain import events_desk as d
from livedesk.domain.asrun import as_run
from livedesk.domain.clock import MINUTE
from livedesk.domain.codec import decode_event
from livedesk.domain.effects import ObsMute, ObsOutput, ObsReplay, ObsTake, effects
from livedesk.domain.errors import UserError
from livedesk.domain.events import SceneSwitched
from livedesk.domain.events_desk import HandKind, MomentKind, OutputKind, OutputState
from livedesk.domain.outputs import NO_LINK
from livedesk.domain.product import Product
from livedesk.domain.run import FollowStop
from livedesk.domain.rundown import EndMode, Standby, TransitionKind
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"


def desk() -> Desk:
    """A show on air: a manual segment with a product, one that follows by itself, one more."""
    rundown = show(
        START,
        segment(1, 10, product_ids=("p1",)),
        segment(2, 5, end_mode=EndMode.AUTO_FOLLOW),
        segment(3, 5),
        products=(Product("p1", "修护霜", live_price=12900),),
        standbys=(Standby("b1", "断网", "safe"),),
    )
    return Desk(rundown, at(START)).do(c.GoLive())


def test_a_moment_copies_what_is_on_air() -> None:
    there = desk().do(c.MarkMoment(MomentKind.WARNING, " 超范围 ", 9_000))
    row = as_run(there.entries)[-1]
    assert (row.kind, row.result, row.number, row.title, row.note) == (
        "moment",
        "warning",
        1,
        "segment 1",
        "超范围",
    )
    assert (row.scene, row.recording_ms) == (there.state.run.scene, 9_000)
    moment = there.state.run.moments[0].mark
    assert (moment.moment_id, moment.product) == (1, "修护霜")


def test_a_moment_under_a_standby_plan_names_the_plan() -> None:
    there = desk().do(c.CallStandby("b1")).do(c.MarkMoment())
    moment = there.state.run.moments[0].mark
    assert (moment.number, moment.title, moment.scene) == (None, "断网", "safe")


def test_a_note_comes_later_and_joins_its_row() -> None:
    there = desk().do(c.MarkMoment()).do(c.MarkMoment()).do(c.NoteMoment(1, "口误"))
    assert [item.note for item in there.state.run.moments] == ["口误", ""]
    assert [row.note for row in as_run(there.entries) if row.kind == "moment"] == ["口误", ""]
    count = len(there.entries)
    assert len(there.do(c.NoteMoment(1, "口误")).entries) == count, "the same note twice is one"
    with pytest.raises(UserError) as refused:
        there.do(c.NoteMoment(3, "x"))
    assert refused.value.code == "run.missing_moment"


def test_a_veto_stops_this_follow_alone_and_can_be_lifted() -> None:
    there = desk().do(c.Go())
    assert there.table.follow_at is not None
    there.do(c.VetoFollow(2))
    assert there.table.follow_at is None
    assert there.state.run.follow_stopped is FollowStop.VETOED
    there.after(6 * MINUTE).do(c.Follow(2))
    assert there.state.run.current == 2, "nothing follows"
    there.do(c.VetoFollow(2, vetoed=False))
    assert there.table.follow_at is not None
    there.do(c.Follow(2))
    assert there.state.run.current == 3
    assert [row.result for row in as_run(there.entries) if row.kind == "veto"] == ["vetoed", "lifted"]


def test_a_veto_that_comes_too_late_or_means_nothing() -> None:
    there = desk()
    with pytest.raises(UserError) as refused:
        there.do(c.VetoFollow(1))
    assert refused.value.code == "run.no_follow"
    there.do(c.Go()).do(c.Go())
    count = len(there.entries)
    there.do(c.VetoFollow(2))
    assert len(there.entries) == count, "the follow it was meant for has happened"


def test_an_output_is_ours_when_the_desk_asked_for_it() -> None:
    there = desk().do(c.SwitchOutput(OutputKind.RECORD, True))
    assert effects(there.entries[-1]) == (ObsOutput(OutputKind.RECORD, True),)
    there.do(c.ReportOutput(OutputKind.RECORD, OutputState.STARTING))
    there.do(c.ReportOutput(OutputKind.RECORD, OutputState.STARTED))
    there.do(c.ReportOutput(OutputKind.RECORD, OutputState.STOPPED, "a.mkv"))
    told = [entry.event.ours for entry in there.entries if isinstance(entry.event, d.OutputChanged)]
    assert told == [True, True, False], "somebody stopped it in OBS"
    last = as_run(there.entries)[-1]
    assert (last.by, last.result, last.note) == ("OBS", "stopped", "a.mkv")


def test_a_start_that_fails_answers_the_ask_and_what_comes_later_is_somebody_else_s() -> None:
    there = desk().do(c.SwitchOutput(OutputKind.STREAM, True))
    for state in (OutputState.STARTING, OutputState.STOPPED, OutputState.STARTING, OutputState.STARTED):
        there.do(c.ReportOutput(OutputKind.STREAM, state))
    told = [entry.event.ours for entry in there.entries if isinstance(entry.event, d.OutputChanged)]
    assert told == [True, True, False, False]


def test_a_refusal_tells_no_state_of_the_output_and_answers_the_ask() -> None:
    there = desk()
    for on in (True, False):
        there.do(c.SwitchOutput(OutputKind.STREAM, on))
        there.do(c.ReportRefused(OutputKind.STREAM, on, "604 not there"))
        there.do(c.ReportOutput(OutputKind.STREAM, OutputState.STARTED if on else OutputState.STOPPED))
    there.do(c.SaveReplay()).do(c.ReportRefused(OutputKind.REPLAY, None, NO_LINK))
    told = [entry.event for entry in there.entries if isinstance(entry.event, d.OutputChanged)]
    assert [event.ours for event in told] == [False, False], "what comes later is somebody else's"
    rows = [(row.kind, row.title, row.result, row.note) for row in as_run(there.entries)]
    assert [row for row in rows if row[2].startswith("not ")] == [
        ("output", "stream", "not started", "604 not there"),
        ("output", "stream", "not stopped", "604 not there"),
        ("replay", "", "not kept", NO_LINK),
    ]


def test_a_refusal_of_what_was_asked_first_leaves_open_what_was_asked_last() -> None:
    there = desk().do(c.SwitchOutput(OutputKind.STREAM, True)).do(c.SwitchOutput(OutputKind.STREAM, False))
    there.do(c.ReportRefused(OutputKind.STREAM, True, "500 runs already"))
    there.do(c.ReportOutput(OutputKind.STREAM, OutputState.STOPPED))
    last = there.entries[-1].event
    assert isinstance(last, d.OutputChanged)
    assert last.ours


def test_a_refusal_of_an_older_journal_is_still_read() -> None:
    old = decode_event("OutputChanged", b'{"output":"stream","state":"started","ours":true,"detail":"no_link"}')
    assert old == d.OutputChanged(OutputKind.STREAM, OutputState.STARTED, True, NO_LINK)


def test_a_mute_is_asked_for_by_somebody_and_told_by_obs() -> None:
    there = desk().do(c.MuteInput("主播麦克风", True))
    assert effects(there.entries[-1]) == (ObsMute("主播麦克风", True),)
    there.do(c.ReportMute("主播麦克风", True))
    assert effects(there.entries[-1]) == ()
    rows = [row.result for row in as_run(there.entries) if row.kind == "mute"]
    assert rows == ["mute asked", "muted"]


def test_a_volume_is_told_once_with_whoever_turned_it() -> None:
    there = desk().do(c.NoteVolume("主播麦克风", -12.0))
    there.do(c.ReportVolume("主播麦克风", -12.1))
    there.do(c.NoteVolume("主播麦克风", -12.0))
    there.do(c.ReportVolume("主播麦克风", -6.0))
    there.do(c.ReportVolume("背景音乐", -6.0))
    turned = [entry for entry in there.entries if isinstance(entry.event, d.InputTurned)]
    assert [(entry.event.input, entry.event.volume_db, entry.event.ours) for entry in turned] == [
        ("主播麦克风", -12.0, True),
        ("主播麦克风", -6.0, False),
        ("背景音乐", -6.0, False),
    ]
    rows = [(row.by, row.result) for row in as_run(there.entries) if row.kind == "volume"]
    assert rows == [(turned[0].by, "-12 dB"), ("OBS", "-6 dB"), ("OBS", "-6 dB")]
    assert turned[0].by


def test_a_replay_is_asked_for_and_told() -> None:
    there = desk().do(c.SaveReplay())
    assert effects(there.entries[-1]) == (ObsReplay(),)
    there.do(c.ReportReplay("r.mkv"))
    assert [row.note for row in as_run(there.entries) if row.kind == "replay"] == ["", "r.mkv"]


def test_a_renamed_scene_is_wanted_by_its_new_name() -> None:
    there = desk()
    before = there.state.run.scene
    there.do(c.ReportRenamed(before, "新机位"))
    assert there.state.run.scene == "新机位"
    assert there.state.run.airings[0].scene == "新机位"
    there.do(c.TakeAgain())
    assert as_run(there.entries)[-1].scene == "新机位"


def test_a_scene_by_its_button_comes_as_it_was_asked_for_and_older_journals_cut() -> None:
    there = desk().do(c.SwitchScene("双机位", TransitionKind.FADE, 300))
    assert effects(there.entries[-1]) == (ObsTake(2, "双机位", TransitionKind.FADE, 300),)
    there = there.do(c.SwitchScene("双机位", TransitionKind.FADE, 4_000))
    longest = ObsTake(3, "双机位", TransitionKind.FADE, 500)
    assert effects(there.entries[-1]) == (longest,), "a panic would wait"
    there = there.do(c.SwitchScene("双机位", TransitionKind.FADE, 0)).do(c.SwitchScene("双机位"))
    assert effects(there.entries[-2]) == (ObsTake(4, "双机位"),)
    assert effects(there.entries[-1]) == (ObsTake(5, "双机位"),)
    old = decode_event("SceneSwitched", b'{"take":5,"scene":"a","product":null,"panic":false}')
    assert old == SceneSwitched(5, "a")


def test_a_hand_in_obs_is_a_row_of_its_own_kind_and_only_on_air() -> None:
    planned = show("2026-11-25 20:00", segment(1, 5), segment(2, 5))
    there = Desk(planned, at("2026-11-25 20:00"))
    count = len(there.entries)
    there.do(c.ReportChange(HandKind.ITEM, "价格条", False))
    assert len(there.entries) == count, "before air OBS is set up by hand"
    there.do(c.GoLive())
    there.do(c.ReportChange(HandKind.ITEM, "价格条", False), "OBS")
    there.do(c.ReportChange(HandKind.STUDIO, on=True), "OBS")
    there.do(c.ReportChange(HandKind.COLLECTION, "备用"), "OBS")
    rows = as_run(there.entries)[-3:]
    assert [(row.kind, row.title, row.result, row.note, row.by) for row in rows] == [
        ("hand", "价格条", "manual", "item off", "OBS"),
        ("hand", "", "manual", "studio on", "OBS"),
        ("hand", "备用", "manual", "collection", "OBS"),
    ]
    assert not any(row.scene for row in rows), "what came on air is told by the rows of scenes"
