"""Every command of the desk can be sent by the id of an action, and does what the hand at the desk would do."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from live_room import NONE, SHIFT, K, Room
from live_show import MID_T, mid_show

from livedesk.domain import commands as c
from livedesk.domain.card import CardDifference, CardSlot
from livedesk.domain.events import (
    ClockStepped,
    CueTicked,
    MessageKind,
    MessageSent,
    PromotionStarted,
    StandbyCalled,
    Taken,
)
from livedesk.domain.rundown import EndMode, ItemWish, Standby, StandbyMode
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.actions import STANDBYS

TYPED = CardDifference(CardSlot.LIVE_PRICE, "直播价", "¥1", "¥99")
SERVICES = {
    c.OpenRun, c.Follow, c.ReportTake, c.ReportManual, c.RaiseAlert, c.ShowFault, c.ClearFault, c.NoteClockStep,
    c.NoteGap, c.NoteEdit, c.ReportOutput, c.ReportRefused, c.ReportReplay, c.ReportMute, c.ReportVolume,
    c.ReportRenamed, c.ReportChange,
}  # fmt: skip
"""What services say; no person does."""
ELSEWHERE = {
    c.GoLive,
    c.Resume,  # behind an action while it is asked, see below
    c.MarkCheck,
    c.SendMessage,
    c.NoteMoment,
    c.SwitchOutput,
    c.SaveReplay,
    c.MuteInput,
    c.NoteVolume,
}
"""Behind actions of other pages, of the outputs, or with words that are typed; of the sound by way of its service."""


def does(room: Room, action_id: str) -> list[c.Command]:
    """What an action sends, asked for by itself."""
    room.later()
    before = len(room.sent)
    room.desk.context.actions.trigger(action_id)
    return room.sent[before:]


def test_every_command_of_a_person_has_an_action(room: Room) -> None:
    journal = mid_show()
    cue = journal.show.segments[3].cues[0]
    journal.add(MID_T - 10, CueTicked(cue.id, 1, cue.text))
    journal.add(MID_T - 9, MessageSent(1, MessageKind.DIRECTOR, "快一点"))
    journal.add(MID_T - 8, PromotionStarted(journal.show.promotions[0].id, "x", None))
    room.show(journal)
    room.desk.on_obs(ObsStatus(LinkState.READY, program="别处", scenes=("别处",), card=(TYPED,)))
    room.show(journal, MID_T + 1)
    sent: set[type] = set()
    for action in list(room.desk.context.actions):
        if action.category.value == "desk":
            sent |= {type(command) for command in does(room, action.id)}
            sent |= {type(command) for command in does(room, action.id)} if "end_show" in action.id else set()
    wanted = set(get_args(c.Command)) - SERVICES - ELSEWHERE
    # What this moment forbids has moments of its own below.
    assert wanted - sent <= {c.AcceptClock, c.VetoFollow, c.EndStandby, c.PutItems, c.LeaveItems}


def test_a_stepped_clock_is_accepted_by_its_id(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    assert does(room, "accept_clock") == []
    journal.add(MID_T, ClockStepped(3_600_000))
    room.show(journal, MID_T + 1)
    assert does(room, "accept_clock") == [c.AcceptClock()]


def test_the_items_of_the_scene_on_air_are_put_right_or_left_by_their_ids(room: Room) -> None:
    journal = mid_show()
    at, entry = next(
        (at, entry) for at, entry in enumerate(journal.entries) if getattr(entry.event, "airing", 0) == 4
    )
    assert isinstance(entry.event, Taken)
    journal.entries[at] = replace(entry, event=replace(entry.event, items=(ItemWish("价格条"),)))
    scene = entry.event.scene
    right = ObsStatus(LinkState.READY, program=scene, scenes=(scene,), items=(("价格条", True),))
    room.desk.on_obs(right)
    room.show(journal, MID_T + 1_000)
    assert does(room, "put_items") == does(room, "leave_items") == []
    room.desk.on_obs(replace(right, items=(("价格条", False),)))
    room.show(journal, MID_T + 1_001)
    assert does(room, "put_items") == [c.PutItems()]
    assert does(room, "leave_items") == [c.LeaveItems()]


def test_a_plan_is_ended_and_a_follow_called_off_by_their_ids(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True))
    room.show(journal, MID_T + 1_000)
    assert does(room, "end_standby") == [c.EndStandby()]
    journal = mid_show()
    follows = tuple(replace(item, end_mode=EndMode.AUTO_FOLLOW) for item in journal.show.segments)
    journal.show = replace(journal.show, segments=follows)
    room.show(journal)
    assert does(room, "veto_follow") == [c.VetoFollow(4, vetoed=True)]


def test_a_jump_is_armed_and_taken_from_afar(room: Room) -> None:
    room.show(mid_show())
    view = room.desk._view
    assert view is not None
    assert view.table.next is not None
    ids = [item.id for item in view.show.segments]
    assert does(room, "take_armed") == []
    does(room, "arm_next")
    assert room.desk.rundown.view._delegate.situation.armed == ids[view.table.next]
    does(room, "arm_next")
    does(room, "arm_previous")
    does(room, "arm_next")
    assert does(room, "take_armed") == [c.Jump(ids[view.table.next + 1])]
    assert does(room, "take_armed") == [], "a jump is taken once"


def test_what_is_not_possible_says_why(room: Room) -> None:
    room.show(mid_show())
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    assert does(room, "untick_cue") == []
    assert told == [("untick_cue", "Nothing is ticked yet")]


def test_eight_plans_have_keys_that_act_while_typing(room: Room) -> None:
    journal = mid_show()
    plans = tuple(Standby(f"p{place}", f"预案{place}", "紧急画面") for place in range(1, 10))
    journal.show = replace(journal.show, standbys=plans)
    room.show(journal)
    room.desk.right.comments.message.field.setFocus()
    assert room.desk.right.comments.message.field.hasFocus()
    for modifier, place in ((NONE, 2), (SHIFT, 6)):
        room.key(K.Key_F6, modifier)
        assert room.sent[-1] == c.CallStandby(f"p{place}")
    assert len(STANDBYS) == 8


def test_the_plans_are_called_by_their_names(room: Room) -> None:
    room.show(mid_show())
    actions, view = room.desk.context.actions, room.desk._view
    assert view is not None
    first = next(plan for plan in view.show.standbys if not plan.panic)
    assert actions["standby_1"].text() == f"Standby plan 1 · {first.title}"
    assert actions["standby_8"].text() == "Standby plan 8"


def test_plans_and_scenes_without_a_key_are_reached_as_well(room: Room) -> None:
    journal = mid_show()
    plans = tuple(Standby(f"p{place}", f"预案{place}", "主播近景") for place in range(1, 12))
    scenes = tuple(replace(item, scene=f"场景{at}") for at, item in enumerate(journal.show.segments, 1))
    many = tuple(replace(scenes[0], id=f"s{at}", scene=f"场景{at}") for at in range(len(scenes) + 1, 16))
    journal.show = replace(journal.show, standbys=plans, segments=(*scenes, *many))
    room.show(journal)
    actions = room.desk.context.actions
    assert actions["standby_11"].text() == "Standby plan 11 · 预案11"
    assert does(room, "standby_11") == [c.CallStandby("p11")]
    shown = room.desk.center.scenes.deck.shown
    assert len(shown) > 12
    assert does(room, f"scene_{len(shown)}") == [c.SwitchScene(shown[-1].scene)]
    assert actions[f"scene_{len(shown)}"].key == ""
    room.desk._allow(None)
    assert not actions["standby_11"].isEnabled()


def test_what_a_banner_offers_can_be_asked_for_by_itself(room: Room) -> None:
    told: list[tuple[str, str]] = []
    actions = room.desk.context.actions
    actions.refused.connect(lambda name, why: told.append((name, why)))
    room.desk._allow(None)
    assert actions["retry_obs"].isEnabled(), "with no show as well"
    does(room, "retry_obs")
    does(room, "free_obs")
    does(room, "resume")
    assert told == [("free_obs", "OBS is not stuck"), ("resume", "No show was interrupted")]
    room.desk.on_obs(ObsStatus(LinkState.READY, program="商品特写", stuck=True))
    does(room, "retry_obs")
    does(room, "free_obs")
    assert told[2:] == [("retry_obs", "OBS is connected")]
    assert room.services.deeds == ["retry_obs", "free_obs"]
    room.show(mid_show())
    view = room.desk._view
    assert view is not None
    room.desk._allow(replace(view, resuming=True))
    assert does(room, "resume") == [c.Resume()]
