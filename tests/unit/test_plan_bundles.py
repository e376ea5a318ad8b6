"""What comes with a standby plan: its card, its items, its transition, its cues, and a message to the host."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.carrying import Carries, carry
from livedesk.domain.claims import ClaimChecker
from livedesk.domain.clipping import clip, paste_standbys
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.codec import decode_event, encode_event
from livedesk.domain.console import CueState, DueCue, console
from livedesk.domain.edits import ChangeSegments, ChangeShow, SegmentChange, apply
from livedesk.domain.effects import ObsCard, ObsTake, effects
from livedesk.domain.errors import UserError
from livedesk.domain.evolve import fold
from livedesk.domain.product import Product
from livedesk.domain.prompting import prompt_feed
from livedesk.domain.ready_scenes import ready_scenes
from livedesk.domain.rebase import clashes
from livedesk.domain.rundown import (
    ConsoleAction,
    ConsoleCue,
    ItemWish,
    Show,
    Standby,
    StandbyMode,
    Transition,
    TransitionKind,
)
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Around, ItemChecks, ProblemKind
from livedesk.domain.timetable import plan
from livedesk.services.show_file import export_json, import_json
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"
CREAM, MASK = Product("p1", "修护霜", live_price=12900), Product("p2", "面膜", live_price=5900)
BANNER, CLOCK = ItemWish("断货横幅"), ItemWish("倒计时", shown=False)
CUES = (
    ConsoleCue("k1", ConsoleAction.UNLIST, "下架 1号"),
    ConsoleCue("k2", ConsoleAction.LIST, "上架 2号", 20_000),
)
SOLD_OUT = Standby(
    "b1",
    "断货换品",
    "商品特写",
    transition=Transition(TransitionKind.FADE, 300),
    items=(BANNER, CLOCK),
    product_id="p2",
    cues=CUES,
    message="换讲面膜，先报价",
)
INSTEAD = replace(SOLD_OUT, id="b2", title="顶替", mode=StandbyMode.REPLACE, cues=(), message="顶替着讲")
SAFE = replace(SOLD_OUT, id="b9", title="紧急", scene="safe", panic=True, cues=(), message="先别说话")


def evening(*plans: Standby, **more: object) -> Show:
    first = segment(1, 5, product_ids=("p1",), scene="商品特写", items=(ItemWish("价签"),))
    facts = {"products": (CREAM, MASK), "standbys": plans or (SOLD_OUT, INSTEAD, SAFE)}
    return show(START, first, segment(2, 5), **{**facts, **more})


def live(rundown: Show | None = None) -> Desk:
    return Desk(rundown or evening(), at(START)).do(c.GoLive()).after(MINUTE)


def asked(desk: Desk) -> list[object]:
    """What the last command asked of OBS."""
    last = desk.entries[-1].t_ms
    return [effect for entry in desk.entries if entry.t_ms == last for effect in effects(entry)]


def said(desk: Desk) -> list[str]:
    return [item.text for item in desk.state.run.messages]


def due(desk: Desk) -> dict[str, DueCue]:
    return {one.cue.id: one for one in console(desk.state.show, desk.state.run, desk.table)}


def test_everything_of_a_plan_goes_with_its_one_switch() -> None:
    desk = live().do(c.CallStandby("b1"))
    take = ObsTake(2, "商品特写", TransitionKind.FADE, 300, "p2", items=(BANNER, CLOCK))
    assert asked(desk) == [take]
    assert desk.state.run.product == e.ProductOnAir("p2", "面膜", 5900)
    desk.after(SECOND).do(c.TakeAgain())
    assert asked(desk) == [replace(take, take=3, again=True)]
    desk.after(SECOND).do(c.CallStandby("b1"))
    assert asked(desk) == [replace(take, take=4, again=True)]


def test_the_segment_comes_back_as_it_was_and_what_the_plan_lent_goes() -> None:
    desk = live().do(c.CallStandby("b1")).after(SECOND).do(c.EndStandby())
    back = (ItemWish("价签"), ItemWish("断货横幅", shown=False), ItemWish("倒计时"))
    assert asked(desk) == [ObsTake(3, "商品特写", product_id="p1", items=back)]
    assert desk.state.run.product == e.ProductOnAir("p1", "修护霜", 12900)
    over = live().do(c.CallStandby("b1")).after(SECOND).do(c.Panic()).after(SECOND).do(c.EndStandby())
    assert asked(over) == [ObsTake(4, "商品特写", product_id="p1", items=back)]


def test_what_the_segment_asks_for_counts_and_another_scene_keeps_its_own() -> None:
    shown = evening(
        replace(SOLD_OUT, items=(ItemWish("价签", shown=False),)), replace(SOLD_OUT, id="b2", scene="b")
    )
    desk = live(shown).do(c.CallStandby("b1")).after(SECOND).do(c.EndStandby())
    assert asked(desk) == [ObsTake(3, "商品特写", product_id="p1", items=(ItemWish("价签"),))]
    desk.after(SECOND).do(c.CallStandby("b2")).after(SECOND).do(c.EndStandby())
    assert asked(desk) == [ObsTake(5, "商品特写", product_id="p1", items=(ItemWish("价签"),))]


def test_without_a_scene_items_go_to_the_one_that_is_there_and_a_card_alone_stays_one() -> None:
    bare = replace(SOLD_OUT, scene="", transition=Transition())
    desk = live(evening(bare, replace(bare, id="b2", items=()))).do(c.CallStandby("b1"))
    assert asked(desk) == [ObsTake(2, "商品特写", product_id="p2", items=(BANNER, CLOCK))]
    assert asked(desk.after(SECOND).do(c.CallStandby("b2"))) == [ObsCard("p2")]


def test_a_plan_of_its_scene_alone_cuts_and_leaves_the_card() -> None:
    desk = live(evening(Standby("b1", "断流", "b"))).do(c.CallStandby("b1"))
    assert asked(desk) == [ObsTake(2, "b")]
    assert desk.state.run.product == e.ProductOnAir("p1", "修护霜", 12900)


def test_panic_is_a_bare_cut_whatever_its_plan_says() -> None:
    for command in (c.Panic(), c.CallStandby("b9")):
        desk = live().do(command)
        assert asked(desk) == [ObsTake(2, "safe", urgent=True)]
        assert asked(desk.after(SECOND).do(command)) == [ObsTake(3, "safe", urgent=True)]
        assert desk.state.run.product == e.ProductOnAir("p1", "修护霜", 12900)
        assert said(desk) == ["先别说话"]


def test_a_message_stands_while_its_plan_is_on_air() -> None:
    desk = live().do(c.SendMessage(e.MessageKind.DIRECTOR, "喝口水")).do(c.CallStandby("b1"))
    assert said(desk) == ["换讲面膜，先报价"]
    assert said(desk.after(SECOND).do(c.CallStandby("b1"))) == ["换讲面膜，先报价"]
    assert said(desk.do(c.EndStandby())) == []
    for leaves in (c.Go(), c.Jump("s2"), c.Back(), c.EndShow()):
        assert said(live().do(c.CallStandby("b1")).do(leaves)) == []
    ours = live().do(c.CallStandby("b1")).do(c.SendMessage(e.MessageKind.DIRECTOR, "别急")).do(c.EndStandby())
    assert said(ours) == ["别急"]
    question = live().do(c.SendMessage(e.MessageKind.QUESTION, "多少钱")).do(c.CallStandby("b1"))
    assert said(question) == ["多少钱", "换讲面膜，先报价"]


def test_a_plan_that_comes_back_says_its_message_again() -> None:
    desk = live().do(c.CallStandby("b2")).do(c.Panic())
    assert said(desk) == ["先别说话"]
    assert said(desk.do(c.EndStandby())) == ["顶替着讲"]
    assert said(desk.do(c.Go()).do(c.Back())) == ["顶替着讲"]


def test_the_cues_of_a_plan_are_due_from_its_call_and_each_time_anew() -> None:
    desk = live()
    assert due(desk) == {}
    desk.do(c.CallStandby("b1")).after(5 * SECOND)
    called = at(START) + MINUTE
    assert {one: (it.due, it.state, it.title) for one, it in due(desk).items()} == {
        "k1": (called, CueState.LATE, "断货换品"),
        "k2": (called + 20 * SECOND, CueState.COMING, "断货换品"),
    }
    desk.do(c.TickCue("k1"), "中控")
    assert due(desk)["k1"].state is CueState.DONE
    desk.do(c.EndStandby())
    assert due(desk) == {}
    desk.after(MINUTE).do(c.CallStandby("b1"))
    assert due(desk)["k1"].state is CueState.DUE
    desk.do(c.TickCue("k1"), "中控").do(c.TickCue("k1", done=False), "中控").do(c.TickCue("k1"), "中控")
    assert due(desk)["k1"].state is CueState.DONE
    ticks = [entry.event for entry in desk.entries if isinstance(entry.event, e.CueTicked)]
    assert len(ticks) == 4


def test_the_journal_reads_back_and_an_old_one_too() -> None:
    desk = live().do(c.CallStandby("b1")).do(c.EndStandby())
    again = [replace(entry, event=decode_event(*encode_event(entry.event))) for entry in desk.entries]
    assert fold(again) == desk.state.run
    old = decode_event(
        "StandbyCalled",
        b'{"airing":2,"take":2,"standby_id":"b1","title":"x","scene":"y","mode":"pause","duration_ms":null,"panic":false}',
    )
    assert old == e.StandbyCalled(2, 2, "b1", "x", "y", StandbyMode.PAUSE, None, False)


def test_the_prompter_fills_a_plans_words_from_its_product() -> None:
    words = replace(SOLD_OUT, script=parse_script("只要{{直播价}}"))
    desk = live(evening(words)).do(c.CallStandby("b1"))
    run = desk.state.run
    feed = prompt_feed(desk.state, run.time(desk.now), desk.now, 1, sold={}, cpm=240)
    assert (feed.product_name, feed.live_price) == ("面膜", 5900)
    assert next(block for block in feed.blocks if block.item_id == "b1").lines[0].text == "只要59元"
    assert [message.text for message in feed.messages] == [SOLD_OUT.message]


def test_a_show_file_has_all_of_it_and_none_that_leads_nowhere() -> None:
    written = evening()
    assert import_json(export_json(written))[0] == written
    for broken in (replace(SOLD_OUT, product_id="p9"), replace(SOLD_OUT, id="b3", cues=(CUES[0], CUES[0]))):
        with pytest.raises(UserError, match=r"show_file\.broken"):
            import_json(export_json(evening(broken)))


def test_copies_have_cues_of_their_own_and_bring_their_product() -> None:
    numbers = count()
    other = replace(evening(), id="other", products=(), segments=(), standbys=())
    edit, (made,) = paste_standbys(other, clip(evening(), {"b1"}), "", lambda: f"n{next(numbers)}")
    assert edit is not None
    pasted = apply(other, edit)[0]
    (copy,) = pasted.standbys
    assert (copy.id, pasted.product(copy.product_id)) == (made, replace(MASK, id=copy.product_id))
    assert not {cue.id for cue in copy.cues} & {cue.id for cue in CUES}


def test_whoever_takes_a_product_away_meets_whoever_gives_it_to_a_plan() -> None:
    gone, given = ChangeShow({"products": (CREAM,)}), ChangeShow({"standbys": (SOLD_OUT,)})
    assert clashes(gone, [given])
    assert clashes(given, [gone])
    assert not clashes(given, [ChangeSegments((SegmentChange("s1", {"product_ids": ("p2",)}),))])


def test_what_a_sheet_says_nothing_of_stays_with_a_plan() -> None:
    sheet = replace(evening(Standby("x", "断货换品", "新场景")), id="sheet")
    numbers = count()
    says = Carries(frozenset({"standbys"}), frozenset(), frozenset())
    made = carry(evening(SOLD_OUT), sheet, says, lambda: f"n{next(numbers)}").show
    assert made.standbys == (replace(SOLD_OUT, scene="新场景"),)


def test_a_plans_product_is_checked_as_a_segments() -> None:
    out = replace(MASK, stock=0)
    shown = evening(replace(SOLD_OUT, script=parse_script("只要{{直播价}}，{{秒杀价}}")), products=(CREAM, out))
    found = ItemChecks(ClaimChecker(())).check(shown, plan(shown), Around())
    told = [(one.kind, one.facts) for one in found if one.item_id == "b1"]
    assert (ProblemKind.STOCK_OUT, {"product": "面膜"}) in told
    assert [facts for kind, facts in told if kind is ProblemKind.STANDBY_VARIABLE] == [{"name": "秒杀价"}]
    assert ProblemKind.PRODUCT_UNUSED not in {one.kind for one in found}


def test_a_scene_that_presents_a_product_gets_a_card_but_the_safe_one() -> None:
    made = {scene.name: scene for scene in ready_scenes(evening(replace(SOLD_OUT, scene="b"), SAFE))}
    assert (made["b"].card, made["b"].plain) == (True, False)
    assert (made["safe"].card, made["safe"].plain) == (False, True)
