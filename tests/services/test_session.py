"""The session: journal before effect, follows, gaps, restarts."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import commands as c
from livedesk.domain.card import CardSlot, CardTexts
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.edits import ReplaceProduct, ReplaceSegment
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    Entry,
    GapNoted,
    MessageKind,
    PromotionEnded,
    RunResumed,
    Taken,
    TakeResult,
    Via,
)
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.timetable import Timetable, schedule
from livedesk.services.session.session import TELL_AFTER_MS
from livedesk.services.session.snapshot import Journalled, SessionSnapshot
from tests.services.session_desk import Bench, small_show
from tests.unit.shows import TYPED


def events(bench: Bench, kind: type) -> list[Entry]:
    return [entry for batch in bench.around.appended for entry in batch if isinstance(entry.event, kind)]


def test_a_take_waits_for_the_journal() -> None:
    bench = Bench()
    bench.do(c.GoLive())
    assert bench.around.takes == []
    bench.session.saved(bench.session.state.run.last_seq - 1, 1, "")
    assert bench.around.takes == []
    bench.save()
    assert [take.scene for take, _ in bench.around.takes] == ["scene 1"]


def test_a_take_waits_no_longer_than_a_tenth_of_a_second() -> None:
    bench = Bench()
    bench.do(c.GoLive())
    bench.after(90, step=10)
    assert bench.around.takes == []
    bench.after(20, step=10)
    assert len(bench.around.takes) == 1
    assert bench.session.snapshot.save.pending > 0
    bench.save()
    assert len(bench.around.takes) == 1


def test_nothing_but_the_take_is_worked_out_while_it_is_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer and OBS's own thread have the processor; the timetable is worked out afterwards."""
    bench, looked = Bench().live(), []

    def counted(*told: Any, **more: Any) -> Timetable:
        looked.append(bench.clock.now().mono_ms)
        return schedule(*told, **more)

    bench.after(SECOND)
    monkeypatch.setattr("livedesk.services.session.session.schedule", counted)
    began = bench.clock.now().mono_ms
    bench.do(c.Go())
    bench.after(20, step=5)
    bench.save()
    assert len(bench.around.takes) == 2
    bench.after(TELL_AFTER_MS - 5, step=5)
    assert looked == []
    bench.after(20, step=5)
    assert looked
    assert min(looked) >= began + 20 + TELL_AFTER_MS


def test_panic_waits_for_nothing() -> None:
    bench = Bench().live()
    bench.do(c.Panic())
    assert bench.around.takes[-1][0].scene == "safe"


def test_the_card_of_the_product_is_staged_with_the_take() -> None:
    bench = Bench().live()
    bench.do(c.Go())
    bench.save()
    take, card = bench.around.takes[-1]
    assert take.product_id == "p1"
    assert dict(card.texts) == {
        CardSlot.NAME: "修护霜",
        CardSlot.LIVE_PRICE: "¥129",
        CardSlot.LIST_PRICE: "¥199",
        CardSlot.STOCK: "800",
        CardSlot.PROMOTION: "优惠券",
        CardSlot.COUNTDOWN: "05:00",
    }


def test_the_countdown_is_told_each_second_and_cleared_at_the_end() -> None:
    bench = Bench().live()
    assert dict(bench.around.takes[-1][1].texts) == {CardSlot.COUNTDOWN: "05:00"}
    bench.after(3 * SECOND, step=100)
    assert bench.around.countdowns == ["04:59", "04:58", "04:57"]
    bench.do(c.AdjustTime(MINUTE))
    bench.after(SECOND, step=100)
    assert bench.around.countdowns[3:] == ["05:57", "05:56"]
    bench.do(c.ToggleHold())
    bench.after(5 * SECOND, step=100)
    assert len(bench.around.countdowns) == 5, "the time stands still"
    bench.do(c.EndShow())
    bench.after(SECOND, step=100)
    assert bench.around.countdowns[-1] == ""


def test_an_edit_of_the_product_on_air_reaches_the_card() -> None:
    bench = Bench().live()
    product = small_show().products[0]
    bench.session.edit(ReplaceProduct(replace(product, stock=799)), 1)
    assert bench.around.cards == [], "it is not on air yet"
    bench.do(c.Go())
    bench.save()
    bench.session.edit(ReplaceProduct(replace(product, stock=12, list_price=20_900)), 2)
    assert dict(bench.around.cards[-1].texts)[CardSlot.STOCK] == "12"
    assert dict(bench.around.cards[-1].texts)[CardSlot.LIST_PRICE] == "¥209"
    bench.session.edit(ReplaceProduct(replace(product, stock=12, list_price=20_900, brand="某")), 3)
    assert len(bench.around.cards) == 1, "nothing of the card changed"


def test_an_auto_follow_fires_at_its_moment_and_the_next_waits_for_a_person() -> None:
    bench = Bench().live()
    bench.do(c.Go())
    bench.after(5 * MINUTE - 100)
    assert len(bench.session.state.run.airings) == 2
    bench.after(SECOND)
    taken = [entry.event for entry in events(bench, Taken)]
    assert [event.via for event in taken if isinstance(event, Taken)] == [Via.GO, Via.GO, Via.FOLLOW]
    bench.after(20 * MINUTE)
    assert len(bench.session.state.run.airings) == 3


def test_a_follow_that_fell_due_while_the_thread_stood_still_is_not_caught_up() -> None:
    bench = Bench().live()
    bench.do(c.Go())
    bench.after(4 * MINUTE)
    bench.after(3 * MINUTE, step=3 * MINUTE)
    assert len(bench.session.state.run.airings) == 2
    (gap,) = (entry.event for entry in events(bench, GapNoted))
    assert isinstance(gap, GapNoted)
    assert gap.due_segment == "s3"
    assert 3 * MINUTE <= gap.length_ms < 3 * MINUTE + SECOND
    assert bench.session.state.run.follow_stopped
    bench.after(MINUTE)
    assert len(bench.session.state.run.airings) == 2


def test_a_promotion_ends_by_the_clock_that_never_steps() -> None:
    bench = Bench().live()
    bench.do(c.Go())
    bench.after(2 * MINUTE)
    assert [promotion.promotion_id for promotion in bench.session.state.run.promotions] == ["m1"]
    bench.after(2 * MINUTE)
    assert bench.session.state.run.promotions == ()
    (ended,) = events(bench, PromotionEnded)
    assert ended.t_ms == pytest.approx(3 * MINUTE, abs=SECOND)


def test_another_product_changes_the_card() -> None:
    bench = Bench().live()
    bench.do(c.PresentProduct("p1"))
    bench.save()
    assert dict(bench.around.cards[-1].texts)[CardSlot.NAME] == "修护霜"


def test_a_promotion_changes_the_card_as_it_starts_and_ends() -> None:
    flash = Promotion("f1", "秒杀 99", PromotionKind.FLASH, duration_ms=MINUTE, price=9_900, product_id="p1")
    document = small_show()
    bench = Bench(replace(document, promotions=(flash, *document.promotions))).live()
    bench.do(c.StartPromotion("f1"))
    bench.save()
    assert bench.around.cards == [], "no product was on air yet"
    bench.do(c.EndPromotion("f1"))
    bench.do(c.Go())
    bench.save()
    assert bench.around.cards == [], "it came with the take"
    bench.do(c.StartPromotion("f1"))
    assert bench.around.cards == [], "the journal first"
    bench.save()
    (card,) = bench.around.cards
    assert dict(card.texts)[CardSlot.PROMOTION] == "秒杀 99"
    assert dict(card.texts)[CardSlot.LIVE_PRICE] == "¥99"
    bench.do(c.Go())
    bench.save()
    bench.after(MINUTE + SECOND)
    assert bench.around.cards[-1] == CardTexts(bench.around.takes[1][1].texts[:-1]), "as it was"
    assert len(bench.around.cards) == 2, "though what is on air sells nothing: the card stays there"


def test_what_is_sold_lowers_the_stock_on_the_card_once_a_second() -> None:
    bench = Bench().live()
    bench.session.sold({"p1": 3})
    bench.do(c.Go())
    bench.save()
    assert dict(bench.around.takes[-1][1].texts)[CardSlot.STOCK] == "797"
    for sold in range(4, 64):
        bench.session.sold({"p1": sold})
        bench.after(100, step=50)
    told = [dict(card.texts)[CardSlot.STOCK] for card in bench.around.cards]
    assert 5 <= len(told) <= 7
    bench.after(SECOND)
    assert dict(bench.around.cards[-1].texts)[CardSlot.STOCK] == "737"
    bench.after(5 * SECOND)
    assert len(bench.around.cards) <= 8, "nothing more was sold"


def test_a_desk_that_starts_again_tells_the_card_what_changed() -> None:
    first = Bench().live()
    first.do(c.Go())
    again = Bench(run=first.session.state.run, resuming=True)
    again.session.sold({"p1": 1})
    again.after(SECOND)
    assert again.around.cards == [], "nobody has said yet that it goes on"
    again.do(c.Resume())
    again.after(SECOND)
    assert [dict(card.texts)[CardSlot.STOCK] for card in again.around.cards] == ["799"]


def test_a_mute_is_in_the_journal_before_obs_hears_of_it() -> None:
    bench = Bench()
    bench.do(c.MuteInput("主播麦克风", True))
    assert bench.around.mutes == []
    bench.save()
    assert bench.around.mutes == [("主播麦克风", True)]


def told(bench: Bench) -> list[int]:
    journalled = [item for item in bench.around.published if isinstance(item, Journalled)]
    return [entry.seq for item in journalled for entry in item.entries]


def test_nothing_is_shown_before_the_journal_has_it() -> None:
    bench = Bench().live()
    bench.after(50, step=10)
    bench.do(c.Go())
    bench.do(c.ToggleHold())
    assert bench.session.state.run.current == 2
    shown = [item.state.run.current for item in bench.around.published if isinstance(item, SessionSnapshot)]
    assert shown[-1] == 1
    assert bench.session.snapshot.state.run.current == 1
    bench.save()
    bench.after(50, step=10)
    assert bench.session.snapshot.state.run.current == 2
    assert bench.session.snapshot.state.run.held


@given(st.lists(st.sampled_from(["go", "hold", "panic", "message", "save", "wait", "resume"]), max_size=30))
def test_what_is_told_is_told_in_order(steps: list[str]) -> None:
    bench = Bench().live()
    doing = {
        "go": lambda: bench.do(c.Go()),
        "hold": lambda: bench.do(c.ToggleHold()),
        "panic": lambda: bench.do(c.Panic()),
        "message": lambda: bench.do(c.SendMessage(MessageKind.DIRECTOR, "快")),
        "resume": lambda: bench.do(c.EndStandby()),
        "save": bench.save,
        "wait": lambda: bench.after(60, step=20),
    }
    for step in steps:
        with suppress(UserError):
            doing[step]()
    bench.save()
    bench.after(200, step=20)
    assert told(bench) == list(range(1, bench.session.state.run.last_seq + 1))
    assert bench.session.snapshot.state == bench.session.state


def test_panic_goes_on_with_an_interrupted_show() -> None:
    bench = Bench().live()
    again = Bench(run=bench.session.state.run, resuming=True)
    again.do(c.Panic())
    assert not again.session.resuming
    assert again.around.takes[-1][0].scene == "safe"


def test_an_edit_on_air_changes_the_plan_and_not_the_baseline() -> None:
    bench = Bench().live()
    document = bench.session.state.show
    longer = replace(document.segments[2], duration_ms=9 * MINUTE)
    bench.session.edit(ReplaceSegment(longer), 1)
    assert bench.session.state.revision == 2
    with pytest.raises(UserError, match=r"edit\.stale"):
        bench.session.edit(ReplaceSegment(longer), 1)
    assert bench.session.state.run.baseline["s3"] == bench.session.plan.starts[2]


def test_after_a_restart_a_person_decides_first() -> None:
    bench = Bench().live()
    bench.do(c.Go())
    bench.after(MINUTE)
    again = Bench(run=bench.session.state.run, resuming=True)
    again.clock.advance_to(bench.clock.now().mono_ms + 30 * SECOND)
    assert again.session.snapshot.resuming
    with pytest.raises(UserError, match=r"run\.resume_first"):
        again.do(c.Go())
    again.session.wake()
    assert again.around.appended == []
    entries = again.do(c.Resume())
    assert isinstance(entries[0].event, RunResumed)
    run = again.session.state.run
    assert run.airing is not None
    assert run.airing.elapsed_at(run.time(again.clock.now())) == 90 * SECOND
    assert run.take is not None
    assert run.take.result is TakeResult.UNKNOWN
    assert again.around.takes == []
    again.after(91 * SECOND)
    assert again.session.state.run.promotions == ()


def test_a_text_of_the_card_that_is_written_again_is_asked_of_obs() -> None:
    bench = Bench().live()
    bench.do(c.LeaveCard((TYPED,)))
    bench.do(c.PutCard((replace(TYPED, shown="¥2"),)))
    bench.save()
    assert bench.around.written == [(TYPED.input,)]
