"""What commands make happen, what is refused, and that the journal is the whole truth."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.asrun import as_run
from livedesk.domain.checklist import CheckGroup, CheckItem, CheckState
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.codec import decode_event, encode_event
from livedesk.domain.console import CueState, console
from livedesk.domain.edits import (
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    RemoveSegment,
    ReplaceProduct,
    ReplaceSegment,
    apply,
)
from livedesk.domain.effects import ObsCard, ObsTake, effects
from livedesk.domain.errors import UserError
from livedesk.domain.events_desk import HandKind, MomentKind, OutputKind, OutputState
from livedesk.domain.evolve import fold
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.run import AiringState, Phase
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, EndMode, Group, Show, Standby, StandbyMode
from tests.unit.shows import TYPED, Desk, at, segment, show, wall

START = "2026-11-25 20:00"
CHECKS = (
    CheckItem("k1", CheckGroup.OBS, "OBS", critical=True),
    CheckItem("k2", CheckGroup.AUDIO, "mic", critical=True),
    CheckItem("k3", CheckGroup.LIGHT, "light"),
)
PRODUCTS = (Product("p1", "cream", live_price=12900), Product("p2", "mask", live_price=5900))
PANIC = Standby("b1", "panic", "safe", panic=True)
PLAN_B = Standby("b2", "plan b", "b", mode=StandbyMode.REPLACE)
PAUSE = Standby("b3", "fault", "fault", duration_ms=MINUTE)


def rich(**more: object) -> Show:
    cues = (ConsoleCue("c1", ConsoleAction.LIST, "上架 1"), ConsoleCue("c2", ConsoleAction.PIN, "弹卡", 30_000))
    return show(
        START,
        segment(1, 5, group_id="g1"),
        segment(2, 5, product_ids=("p1", "p2"), cues=cues, group_id="g1"),
        segment(3, 5, end_mode=EndMode.AUTO_FOLLOW),
        segment(4, 5, scene=""),
        segment(5, 5),
        **{
            "products": PRODUCTS,
            "groups": (Group("g1", "开场"),),
            "standbys": (PANIC, PLAN_B, PAUSE),
            "promotions": (Promotion("m1", "coupon", PromotionKind.COUPON, "s2", 3 * MINUTE),),
            **more,
        },
    )


def live(rundown: Show | None = None) -> Desk:
    return Desk(rundown or rich(), at(START)).do(c.GoLive())


def refused(desk: Desk, command: c.Command) -> str:
    before = desk.state
    with pytest.raises(UserError) as caught:
        desk.do(command)
    assert desk.state == before
    return caught.value.code


def kinds(desk: Desk) -> list[str]:
    return [type(entry.event).__name__ for entry in desk.entries]


def test_going_live_is_refused_while_a_critical_check_is_open() -> None:
    desk = Desk(rich(checklist=CHECKS), at(START))
    assert refused(desk, c.GoLive()) == "run.checks_open"
    desk.do(c.MarkCheck("k1", CheckState.PASSED)).do(c.MarkCheck("k2", CheckState.FAILED))
    assert refused(desk, c.GoLive()) == "run.checks_open"
    desk.do(c.MarkCheck("k2", CheckState.WAIVED, "备用麦")).do(c.GoLive())
    assert desk.state.run.phase is Phase.ON_AIR


def test_an_override_needs_a_name_and_a_reason_and_stands_in_the_log() -> None:
    desk = Desk(rich(checklist=CHECKS), at(START))
    assert refused(desk, c.GoLive(override_by="导播")) == "run.override_incomplete"
    assert refused(desk, c.GoLive(override_by=" ", override_reason="没时间")) == "run.override_incomplete"
    desk.do(c.GoLive("导播", "没时间"))
    event = next(entry.event for entry in desk.entries if isinstance(entry.event, e.WentLive))
    assert (event.open_checks, event.override_by, event.override_reason) == (("OBS", "mic"), "导播", "没时间")
    row = next(row for row in as_run(desk.entries) if row.kind == "live")
    assert row.title == "导播: 没时间"


def test_a_rehearsal_needs_no_checks_and_no_day() -> None:
    desk = Desk(rich(checklist=CHECKS), at("2026-11-20 20:00"))
    desk.state = replace(desk.state, run=replace(desk.state.run, kind=e.RunKind.REHEARSAL))
    assert desk.do(c.GoLive()).state.run.phase is Phase.ON_AIR


def test_a_take_copies_what_went_on_air() -> None:
    desk = live().after(MINUTE).do(c.Go())
    taken = next(entry.event for entry in reversed(desk.entries) if isinstance(entry.event, e.Taken))
    assert (taken.number, taken.group, taken.revision, taken.scene) == (2, "开场", 1, "scene 2")
    assert taken.products == (e.ProductOnAir("p1", "cream", 12900), e.ProductOnAir("p2", "mask", 5900))
    assert taken.planned_start_ms == at("2026-11-25 20:05")
    assert desk.state.run.product == taken.products[0]
    asked = [effect for entry in desk.entries for effect in effects(entry)]
    assert ObsTake(2, "scene 2", product_id="p1") in asked
    assert [promotion.ends_ms for promotion in desk.state.run.promotions] == [4 * MINUTE]


def test_a_held_key_takes_once() -> None:
    desk = live()
    on_air = desk.state.run.current
    desk.do(c.Go(after=on_air)).do(c.Go(after=on_air)).do(c.Go(after=on_air))
    assert len(desk.state.run.airings) == 2


def test_an_item_without_a_scene_leaves_obs_alone() -> None:
    desk = live().do(c.Go()).do(c.Go()).do(c.Go())
    assert desk.state.run.scene == "scene 3"
    assert effects(desk.entries[-1]) == (ObsCard(""),)


def test_a_follow_fires_at_its_moment_and_once() -> None:
    desk = live().do(c.Go()).do(c.Go())
    airing = desk.state.run.current or 0
    assert len(desk.after(4 * MINUTE).do(c.Follow(airing)).state.run.airings) == 3
    desk.after(MINUTE).do(c.Follow(airing)).do(c.Follow(airing))
    assert len(desk.state.run.airings) == 4


def test_a_follow_does_not_fire_in_a_hold_or_after_a_gap() -> None:
    desk = live().do(c.Go()).do(c.Go()).do(c.ToggleHold()).after(6 * MINUTE)
    assert desk.table.follow_at is None
    other = live().do(c.Go()).do(c.Go()).after(6 * MINUTE).do(c.NoteGap(6 * MINUTE))
    gap = other.entries[-1].event
    assert isinstance(gap, e.GapNoted)
    assert gap.due_segment == "s4"
    assert other.table.follow_at is None
    assert other.do(c.Go()).state.run.airing is not None


def test_back_voids_the_airing_and_the_one_before_goes_on() -> None:
    desk = live().after(2 * MINUTE).do(c.Go()).after(MINUTE).do(c.Back())
    run = desk.state.run
    assert (run.airings[1].state, run.current, run.scene) == (AiringState.VOIDED, 1, "scene 1")
    assert run.aired == {"s1"}
    assert desk.table.remaining == 3 * MINUTE
    assert refused(desk, c.Back()) == "run.no_back"


def test_going_back_brings_the_product_and_its_card_back() -> None:
    desk = live().do(c.Go()).do(c.PresentProduct("p2"))
    assert effects(desk.entries[-1]) == (ObsCard("p2"),)
    desk.do(c.Go())
    assert desk.state.run.product is None
    desk.do(c.Back())
    assert desk.state.run.product == e.ProductOnAir("p2", "mask", 5900)
    assert effects(desk.entries[-1]) == (ObsTake(4, "scene 2", product_id="p2"),)
    desk.do(c.Panic()).do(c.EndStandby())
    assert effects(desk.entries[-1]) == (ObsTake(6, "scene 2", product_id="p2"),)
    desk.do(c.TakeAgain())
    assert effects(desk.entries[-1]) == (ObsTake(7, "scene 2", product_id="p2", again=True),)


def test_a_replacing_plan_takes_what_was_left_to_a_fixed_end() -> None:
    rundown = show(
        START,
        segment(1, 1, end_mode=EndMode.COUNT_TO, count_to=wall("2026-11-25 20:30")),
        segment(2, 5),
        standbys=(PLAN_B,),
    )
    desk = Desk(rundown, at(START)).do(c.GoLive()).after(10 * MINUTE).do(c.CallStandby("b2"))
    assert desk.table.remaining == 20 * MINUTE


def test_a_run_that_never_went_live_can_be_closed() -> None:
    desk = Desk(rich(), at(START)).do(c.EndShow())
    assert desk.state.run.phase is Phase.ENDED
    assert desk.state.run.started_wall_ms is None


def test_passed_over_segments_can_be_called_back() -> None:
    desk = live().do(c.Jump("s4"))
    assert [state.value for state in desk.table.states] == ["aired", "not_aired", "not_aired", "on_air", "next"]
    desk.do(c.Jump("s2"))
    assert desk.table.next == 4
    assert refused(desk, c.Jump("s2")) == "run.on_air_already"


def test_panic_is_a_pausing_standby_and_works_in_every_state() -> None:
    def urgent(at_desk: Desk) -> list[bool]:
        return [effect.urgent for effect in effects(at_desk.entries[-1]) if isinstance(effect, ObsTake)]

    before = Desk(rich(), at(START)).do(c.Panic())
    assert (before.state.run.scene, urgent(before)) == ("safe", [True])
    desk = live().after(MINUTE).do(c.ToggleHold()).do(c.Panic())
    assert desk.state.run.paused is not None
    assert urgent(desk) == [True]
    desk.do(c.Panic())
    assert (len(desk.state.run.airings), urgent(desk)) == (2, [True])
    desk.after(MINUTE).do(c.EndStandby())
    assert (desk.state.run.scene, desk.table.remaining) == ("scene 1", 4 * MINUTE)
    nested = live().do(c.CallStandby("b3")).do(c.Panic()).do(c.EndStandby())
    assert nested.state.run.current == 1
    on_plan_b = live().do(c.CallStandby("b2")).do(c.Panic()).do(c.EndStandby())
    assert on_plan_b.state.run.airing is not None
    assert on_plan_b.state.run.airing.item_id == "b2"
    over = live().do(c.EndShow()).do(c.Panic())
    assert (over.state.run.phase, urgent(over)) == (Phase.ENDED, [True])


def test_go_out_of_a_standby_takes_the_next_segment() -> None:
    desk = live().do(c.Panic()).do(c.Go())
    assert desk.state.run.airing is not None
    assert desk.state.run.airing.item_id == "s2"
    assert {item.state for item in desk.state.run.airings[:2]} == {AiringState.ENDED}


def test_time_can_be_added_and_never_below_nothing() -> None:
    desk = live().after(4 * MINUTE).do(c.AdjustTime(-30 * SECOND))
    assert desk.table.remaining == 30 * SECOND
    desk.do(c.AdjustTime(-10 * MINUTE))
    assert desk.table.remaining == 0
    assert refused(desk, c.AdjustTime(-SECOND)) == "run.no_time_left"
    assert desk.do(c.AdjustTime(MINUTE)).table.remaining == MINUTE


def test_console_cues_rise_when_late_and_can_be_ticked() -> None:
    desk = live().do(c.Go()).after(20 * SECOND)
    cues = console(desk.state.show, desk.state.run, desk.table)
    assert [(item.cue.id, item.state) for item in cues] == [("c1", CueState.LATE), ("c2", CueState.DUE)]
    desk.do(c.TickCue("c1")).do(c.TickCue("c1"))
    assert kinds(desk).count("CueTicked") == 1
    cues = console(desk.state.show, desk.state.run, desk.table)
    assert [item.cue.id for item in cues] == ["c2", "c1"]
    assert refused(desk, c.TickCue("c9")) == "run.missing_cue"


def test_a_wall_step_moves_no_timer_until_it_is_accepted() -> None:
    rundown = show(START, segment(1, 10), segment(2, 10, hard_start=wall("2026-11-25 20:30")))
    desk = Desk(rundown, at(START)).do(c.GoLive()).after(5 * MINUTE)
    desk.now_ms += 60 * MINUTE
    desk.do(c.NoteClockStep(60 * MINUTE))
    assert desk.table.remaining == 5 * MINUTE
    assert desk.table.now == at("2026-11-25 20:05")
    desk.do(c.AcceptClock())
    assert desk.table.remaining == 5 * MINUTE
    assert desk.table.now == at("2026-11-25 21:05")


@pytest.mark.parametrize("same_boot", [True, False])
def test_resume_goes_on_with_the_right_elapsed_time(same_boot: bool) -> None:
    desk = live().after(90 * SECOND).do(c.ReportManual("x"))
    desk.after(30 * SECOND)
    if not same_boot:
        desk.boot, desk.mono_ms = "another", 7
    assert desk.table.elapsed == 2 * MINUTE
    desk.do(c.Resume())
    assert desk.after(MINUTE).table.elapsed == 3 * MINUTE
    assert desk.state.run.take is not None
    assert desk.state.run.take.result is e.TakeResult.UNKNOWN


def test_only_the_latest_take_is_open() -> None:
    desk = live().do(c.Go())
    desk.do(c.ReportTake(1, e.TakeResult.CONFIRMED, 24.0)).do(c.ReportTake(2, e.TakeResult.REJECTED, None, "600"))
    rows = [row for row in as_run(desk.entries) if row.kind == "segment"]
    assert [(row.result, row.confirmed_ms) for row in rows] == [
        ("confirmed", desk.now_ms + 24),
        ("rejected", None),
    ]
    assert desk.state.run.take is not None
    assert desk.state.run.take.detail == "600"


def test_the_log_closes_and_reopens_airings() -> None:
    desk = live().after(MINUTE).do(c.Go()).after(MINUTE).do(c.Panic()).after(MINUTE).do(c.EndStandby())
    desk.after(MINUTE).do(c.Back()).after(MINUTE).do(c.EndShow())
    ends = {row.title: row.ended_ms for row in as_run(desk.entries) if row.kind in ("segment", "standby")}
    base = at(START)
    assert ends == {
        "segment 1": base + 5 * MINUTE,
        "segment 2": base + 4 * MINUTE,
        "panic": base + 3 * MINUTE,
    }


def test_after_the_end_nothing_moves() -> None:
    desk = live().do(c.EndShow())
    for command in (c.Go(), c.Back(), c.ToggleHold(), c.Jump("s1"), c.EndShow(), c.GoLive(), c.Resume()):
        assert refused(desk, command) == "run.ended"
    assert refused(Desk(rich(), at(START)), c.Go()) == "run.not_on_air"


COMMANDS: list[c.Command] = [
    c.Go(), c.Go(1), c.Follow(2), c.Jump("s1"), c.Jump("s3"), c.Jump("nowhere"), c.Back(), c.ToggleHold(),
    c.AdjustTime(30_000), c.AdjustTime(-30_000), c.CallStandby("b2"), c.CallStandby("b3"), c.CallStandby("x"),
    c.Panic(), c.EndStandby(), c.SwitchScene("scene 5"), c.TakeAgain(), c.FollowObs("scene 9"),
    c.ReportTake(1, e.TakeResult.CONFIRMED, 20.0), c.ReportTake(3, e.TakeResult.UNKNOWN), c.ReportManual("z"),
    c.PresentProduct("p2"), c.PresentProduct("p9"), c.TickCue("c1"), c.TickCue("c1", False), c.StartPromotion("m1"),
    c.EndPromotion("m1"), c.SendMessage(e.MessageKind.DIRECTOR, "快一点"), c.SendMessage(e.MessageKind.QUESTION, "  "),
    c.ClearMessage(1), c.RaiseAlert("a", (("x", "1"),)), c.ShowFault("f"), c.ClearFault("f"), c.NoteClockStep(5000),
    c.AcceptClock(), c.NoteGap(3000), c.Resume(), c.VetoFollow(2), c.VetoFollow(2, False), c.MarkMoment(),
    c.MarkMoment(MomentKind.WARNING, "超", 9_000), c.NoteMoment(1, "a"), c.SwitchOutput(OutputKind.RECORD, True),
    c.SaveReplay(), c.ReportOutput(OutputKind.RECORD, OutputState.STARTED),
    c.ReportOutput(OutputKind.STREAM, OutputState.STOPPED), c.ReportRefused(OutputKind.RECORD, True, "x"),
    c.ReportReplay("a.mkv"), c.ReportMute("麦克风", True), c.MuteInput("麦克风", True), c.NoteVolume("麦克风", -12.0),
    c.ReportVolume("麦克风", -11.9), c.ReportVolume("音乐", -30.0), c.ReportRenamed("scene 1", "scene 7"), c.PutItems(),
    c.LeaveItems(), c.PutCard((TYPED,)), c.LeaveCard((TYPED,)), c.ReportChange(HandKind.TEXT, "直播价", text="¥1"),
    c.NoteEdit(2, "title"), c.MarkCheck("k1", CheckState.PASSED), c.GoLive(), c.EndShow(),
]  # fmt: skip


def test_every_command_is_among_them() -> None:
    assert {type(command) for command in COMMANDS} == set(get_args(c.Command)) - {c.OpenRun}, (
        "a run is opened once"
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(COMMANDS), st.integers(0, 400)), max_size=40))
def test_any_commands_leave_a_journal_that_tells_everything(steps: list[tuple[c.Command, int]]) -> None:
    desk = Desk(rich(checklist=CHECKS[2:]), at(START)).do(c.GoLive())
    for command, wait in steps:
        desk.after(wait * SECOND)
        before = desk.state
        try:
            desk.do(command)
        except UserError:
            assert desk.state is before
    run = desk.state.run
    stored = [replace(item, event=decode_event(*encode_event(item.event))) for item in desk.entries]
    assert fold(stored) == run
    assert [entry.seq for entry in desk.entries] == list(range(1, len(desk.entries) + 1))
    assert all(a.t_ms <= b.t_ms for a, b in zip(desk.entries, desk.entries[1:], strict=False))
    on_air = [item for item in run.airings if item.state is AiringState.ON_AIR]
    assert len(on_air) == (1 if run.phase is Phase.ON_AIR else 0)
    assert sum(item.state is AiringState.PAUSED for item in run.airings) <= 1
    assert all(item.since_ms is None for item in run.airings if item.state is not AiringState.ON_AIR)
    # What was on air adds up to no more than the time since the show went on air.
    total = sum(item.elapsed_at(run.time(desk.now)) for item in run.airings)
    assert total <= run.time(desk.now) - run.anchor_t_ms
    open_rows = [
        row for row in as_run(desk.entries) if row.kind in ("segment", "standby") and row.ended_ms is None
    ]
    assert len(open_rows) == len(on_air) + sum(item.state is AiringState.PAUSED for item in run.airings)


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    number = draw(st.integers(1, 7))
    target = f"s{number}"
    made = segment(number, draw(st.integers(0, 30)))
    options: list[Edit] = [
        ReplaceSegment(made),
        InsertSegment(draw(st.integers(0, 6)), made),
        RemoveSegment(target),
        MoveSegment(target, draw(st.integers(0, 6)), draw(st.sampled_from(["", "g1"]))),
        ReplaceProduct(Product(draw(st.sampled_from(["p1", "p9"])), "new")),
        MoveProduct("p1", draw(st.integers(0, 2))),
    ]
    return draw(st.sampled_from(options))


@given(st.lists(edits(), max_size=20))
def test_apply_then_inverse_is_identity(changes: list[Edit]) -> None:
    document = rich()
    undo: list[tuple[Show, Edit]] = []
    for change in changes:
        try:
            changed, inverse = apply(document, change)
        except UserError:
            continue
        undo.append((document, inverse))
        document = changed
    for before, inverse in reversed(undo):
        document, _ = apply(document, inverse)
        assert document == before


def test_reordering_keeps_ids_and_the_total() -> None:
    document = rich()
    moved, _ = apply(document, MoveSegment("s1", 3, ""))
    assert [item.id for item in moved.segments] == ["s2", "s3", "s4", "s1", "s5"]
    assert sum(item.duration_ms for item in moved.segments) == sum(item.duration_ms for item in document.segments)
    with pytest.raises(UserError, match=r"edit\.bad_duration"):
        apply(document, ReplaceSegment(replace(document.segments[0], duration_ms=-1)))
