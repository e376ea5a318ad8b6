"""What of the card a take did not bring on air, and what comes with a take that waits."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardMapping, SlotInputs
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.services.obs.client import NOT_READY
from livedesk.services.obs.failures import NoAnswerError, ObsError
from livedesk.services.obs.takes import TAKE_S
from tests.services.obs_by_hand import Room, card

PRICE, NAME = "直播价", "商品名称"


@pytest.fixture
def room() -> Room:
    """On air with a card, and a scene that shows none of it."""
    return on_air(shared=False)


def on_air(*, shared: bool) -> Room:
    made = Room(shared=shared)
    made.card(name="修护霜", live_price="¥99")
    made.answer_all()
    return made


def test_the_card_of_a_take_whose_scene_is_gone_comes_on_air(room: Room) -> None:
    room.take(1, "没有了", name="面膜", live_price="¥59")
    assert room.result(1) is TakeResult.WITHHELD
    assert room.answer_all() == {NAME: "面膜", PRICE: "¥59"}


def test_the_card_of_a_take_that_obs_refuses_comes_on_air(room: Room) -> None:
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.fail(ObsError(600, "No source was found."))
    assert room.result(1) is TakeResult.REJECTED
    assert room.answer_all() == {NAME: "面膜", PRICE: "¥59"}


def test_the_card_of_a_take_that_obs_is_not_ready_for_comes_on_air(room: Room) -> None:
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.fail(ObsError(NOT_READY, "loading"))
    assert room.result(1) is TakeResult.WITHHELD
    assert room.answer_all() == {NAME: "面膜", PRICE: "¥59"}


def test_the_card_of_a_take_that_is_replaced_comes_with_the_next(room: Room) -> None:
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.take(2, "甲", name="眼霜", live_price="¥159")
    room.take(3, "甲", live_price="¥149")
    assert room.result(2) is TakeResult.WITHHELD
    room.answer()
    room.on_scene("乙")
    assert room.answer().texts == {NAME: "眼霜", PRICE: "¥149"}, "all of it is staged before the switch"
    room.on_scene("甲")
    assert room.answer_all() == {}


def test_what_waits_to_be_said_comes_on_air_with_the_take_that_goes_before_it() -> None:
    room = on_air(shared=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.answer()
    room.take(2, "甲", countdown="2:00")
    room.card(live_price="¥49")
    room.answer()
    room.on_scene("乙")
    staged = room.answer()
    assert staged.texts == {PRICE: "¥49", "倒计时": "2:00"}
    assert room.waiting[0].texts == {}, "then comes the switch alone"
    room.on_scene("甲")
    assert room.answer_all() == {}


def test_what_came_with_a_take_without_an_answer_is_said_where_the_scene_stayed(room: Room) -> None:
    room.busy = True
    room.take(1, "乙", countdown="2:00")
    room.card(live_price="¥49")
    room.busy = False
    room.do(room.takes.pump)
    room.fail(NoAnswerError("SetCurrentProgramScene"))
    assert room.result(1) is TakeResult.UNKNOWN
    assert room.answer_all() == {PRICE: "¥49"}


def test_a_panic_brings_no_text_and_what_waits_comes_after_it() -> None:
    room = on_air(shared=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.card(live_price="¥49")
    room.do(lambda: room.takes.take(ObsTake(2, "甲", urgent=True), card(), 1.0))
    room.answer()
    room.on_scene("乙")
    assert room.answer_all() == {}
    room.on_scene("甲")
    assert room.result(2) is TakeResult.CONFIRMED
    assert room.answer_all() == {PRICE: "¥49"}


def test_an_older_card_never_follows_a_take_that_waits() -> None:
    room = on_air(shared=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.card(live_price="¥49")
    room.take(2, "甲", name="眼霜", live_price="¥159")
    room.answer()
    room.fail(ObsError(600, "No source was found."))
    assert room.result(1) is TakeResult.REJECTED
    assert room.answer().texts == {NAME: "眼霜", PRICE: "¥159"}
    assert room.result(2) is TakeResult.CONFIRMED
    assert room.answer_all() == {}
    assert dict(room.banks.wanted.texts) == dict(card(name="眼霜", live_price="¥159").texts)


def test_the_newest_of_two_takes_that_wait_is_the_one_whose_card_is_owed(room: Room) -> None:
    room.mirror.status = replace(room.mirror.status, transitioning=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    room.take(2, "乙", live_price="¥49")
    room.lose()
    assert [room.result(take) for take in (1, 2)] == [TakeResult.WITHHELD, TakeResult.WITHHELD]
    room.connect()
    assert room.answer_all() == {NAME: "面膜", PRICE: "¥49"}


def test_the_take_behind_a_panic_is_the_newer_of_both_and_a_card_newer_than_a_take(room: Room) -> None:
    room.mirror.status = replace(room.mirror.status, transitioning=True)
    room.do(lambda: room.takes.take(ObsTake(1, "乙", urgent=True), card(live_price="¥59", name="面膜"), 1.0))
    room.take(2, "乙", asked=3.0, live_price="¥49", name="眼霜")
    room.card(live_price="¥39")
    room.lose()
    room.connect()
    assert room.answer_all() == {NAME: "眼霜", PRICE: "¥39"}


def test_a_stage_that_is_refused_in_part_is_made_good() -> None:
    room = on_air(shared=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    staged = room.waiting[0]
    written = list(staged.texts)
    room.answer(outcome=lambda at: ObsError(600, "no") if at == written.index(PRICE) else {})
    room.answer()
    room.on_scene("乙")
    assert room.result(1) is TakeResult.CONFIRMED
    assert room.answer_all() == {PRICE: "¥59"}


def test_of_two_panics_in_one_instant_the_later_wins_whichever_comes_first(room: Room) -> None:
    room.mirror.status = replace(room.mirror.status, switching=True)
    room.do(lambda: room.takes.take(ObsTake(1, "乙", urgent=True), card(), 2.0))
    room.do(lambda: room.takes.take(ObsTake(57, "甲", urgent=True), card(), 1.0))
    assert room.result(57) is TakeResult.WITHHELD
    room.mirror.status = replace(room.mirror.status, switching=False)
    room.do(room.takes.pump)
    assert [each.data() for each in room.waiting[0].batch] == [{"sceneName": "乙"}]


def test_a_countdown_that_stands_comes_after_the_take_that_was_at_obs() -> None:
    """It is told when it changes, and this one changes no more."""
    room = on_air(shared=True)
    room.countdown("00:01")
    room.answer_all()
    room.take(1, "乙", name="面膜")
    room.countdown("00:00")
    room.answer()
    room.on_scene("乙")
    assert room.answer_all() == {"倒计时": "00:00"}


def test_a_write_that_a_panic_did_not_wait_for_is_written_again() -> None:
    """OBS may run it after the panic's own texts."""
    room = on_air(shared=True)
    room.card(live_price="¥109")
    written = room.waiting[0]
    room.do(lambda: room.takes.take(ObsTake(1, "乙", urgent=True), card(live_price="¥0"), 0.0))
    assert len(room.waiting) == 2
    room.answer(written)
    room.answer()
    room.on_scene("乙")
    assert room.answer_all() == {PRICE: "¥0"}


@pytest.mark.parametrize("price", ["¥199", "¥99"])
def test_an_input_that_is_there_again_gets_the_text_of_now(room: Room, price: str) -> None:
    """By an undo in OBS, or made anew with any text."""
    inputs = room.mirror.status.inputs
    removed: Any = SimpleNamespace(name="InputRemoved", data={"inputName": PRICE})
    room.do(lambda: room.banks.follow(removed))
    room.mirror.status = replace(room.mirror.status, inputs=tuple(each for each in inputs if each != PRICE))
    room.card(live_price=price)
    assert room.answer_all() == {}
    room.mirror.status = replace(room.mirror.status, inputs=inputs)
    room.do(room.takes.renew)
    assert room.answer_all() == {PRICE: price}


def test_an_input_that_is_mapped_on_air_gets_its_text_at_once(room: Room) -> None:
    room.card(stock="1,200")
    assert room.answer_all() == {}, "OBS has no input of the usual name"
    chosen = (
        CardMapping().with_slot(SlotInputs(CardSlot.COUNTDOWN)).with_slot(SlotInputs(CardSlot.STOCK, "倒计时"))
    )
    room.do(lambda: room.takes.map_card({"": chosen}))
    assert room.answer_all() == {"倒计时": "1,200"}


@pytest.mark.parametrize("panic", [False, True])
def test_a_stage_that_obs_runs_late_does_not_leave_its_older_texts(panic: bool) -> None:
    """It was given up, or a panic did not wait for it: OBS may run it after what came since."""
    room = on_air(shared=True)
    room.take(1, "乙", name="面膜", live_price="¥59")
    late = room.waiting[0]
    room.loop.go_on(TAKE_S + 0.1)
    assert room.result(1) is TakeResult.UNKNOWN
    room.card(live_price="¥129")
    if panic:
        room.do(lambda: room.takes.take(ObsTake(2, "甲", urgent=True), card(), 0.0))
    newer = next(each for each in room.waiting if each is not late)
    room.answer(newer)
    room.answer(late)
    assert room.answer_all() == {NAME: "面膜", PRICE: "¥129"}


def test_an_input_of_two_slots_is_not_written_without_end(room: Room) -> None:
    room.do(lambda: room.mirror.on_air("乙"))
    room.do(lambda: room.takes.map_card({"": CardMapping().with_slot(SlotInputs(CardSlot.LIVE_PRICE, NAME))}))
    for _ in range(20):
        if room.waiting:
            room.answer()
    assert room.waiting == []


def test_a_sample_does_not_go_on_air(room: Room) -> None:
    room.do(lambda: room.mirror.on_air("乙"))
    room.banks.tried.add(PRICE)
    room.take(1, "甲", name="面膜")
    assert room.answer().texts == {NAME: "面膜", PRICE: "¥99"}
