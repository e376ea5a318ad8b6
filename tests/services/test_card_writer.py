"""The card in OBS comes right by itself: whatever is refused, answered late or not at all, the newest text stands."""

from __future__ import annotations

import pytest

from livedesk.services.obs.card_writer import AGAIN_S, LATE_S, WRITE_S
from livedesk.services.obs.failures import NoAnswerError, ObsError
from tests.services.obs_by_hand import Room

PRICE, COUNTDOWN, NAME = "直播价", "倒计时", "商品名称"


@pytest.fixture
def room() -> Room:
    """On air with a card of one price."""
    made = Room()
    made.card(name="修护霜", live_price="¥99")
    assert made.answer_all() == {NAME: "修护霜", PRICE: "¥99"}
    return made


def refused(_: int) -> ObsError:
    return ObsError(600, "No source was found.")


def test_a_price_behind_a_write_comes_with_its_answer(room: Room) -> None:
    room.countdown("05:00")
    room.card(live_price="¥109")
    room.card(live_price="¥129")
    assert [each.texts for each in room.waiting] == [{COUNTDOWN: "05:00"}], "one write is at OBS at a time"
    room.answer()
    assert [each.texts for each in room.waiting] == [{PRICE: "¥129"}]
    room.answer()
    assert room.waiting == []


def test_a_price_behind_a_write_that_hangs_comes_when_obs_wakes(room: Room) -> None:
    room.countdown("05:00")
    hanging = room.waiting[0]
    room.card(live_price="¥129")
    room.loop.go_on(WRITE_S + 0.5)
    room.countdown("04:59")
    room.card(live_price="¥139")
    assert room.waiting == [hanging], "an older text must not come after a newer one"
    room.answer()
    assert room.answer_all() == {PRICE: "¥139", COUNTDOWN: "04:59"}


@pytest.mark.parametrize("again", ["by itself", "with the countdown", "with the card"])
def test_a_price_behind_a_write_that_is_refused_comes_soon(room: Room, again: str) -> None:
    room.countdown("05:00")
    room.card(live_price="¥129")
    room.answer(outcome=refused)
    assert room.waiting == [], "not at once, and again at once: that would never end"
    if again == "with the countdown":
        room.countdown("04:59")
        assert room.answer_all() == {PRICE: "¥129", COUNTDOWN: "04:59"}
    elif again == "with the card":
        room.card(name="修护霜 新装")
        assert room.answer_all() == {PRICE: "¥129", COUNTDOWN: "05:00", NAME: "修护霜 新装"}
    else:
        room.loop.go_on(AGAIN_S + 0.1)
        assert room.answer_all() == {PRICE: "¥129", COUNTDOWN: "05:00"}
    room.loop.go_on(10)
    assert room.waiting == []


def test_a_write_that_is_refused_for_good_is_tried_once_a_second(room: Room) -> None:
    room.card(live_price="¥129")
    asked = len(room.client.asked)
    for _ in range(5):
        room.answer(outcome=refused)
        room.loop.go_on(AGAIN_S)
    assert len(room.client.asked) == asked + 5


def test_what_is_refused_off_air_is_tried_no_oftener() -> None:
    room = Room(shared=False)
    room.on_scene("乙")
    room.card(live_price="¥129")
    room.answer(outcome=refused)
    assert room.waiting == []
    room.loop.go_on(AGAIN_S)
    assert room.answer_all() == {PRICE: "¥129"}


def test_a_write_that_is_never_answered_is_given_up(room: Room) -> None:
    room.card(live_price="¥129")
    room.loop.go_on(LATE_S)
    room.fail(NoAnswerError("1"))
    room.loop.go_on(AGAIN_S)
    assert room.answer_all() == {PRICE: "¥129"}


@pytest.mark.parametrize("broken", ["refused", "late", "lost"])
def test_after_the_link_came_back_the_card_says_the_newest(room: Room, broken: str) -> None:
    room.countdown("05:00")
    room.card(live_price="¥129")
    if broken == "refused":
        room.answer(outcome=refused)
    elif broken == "late":
        room.loop.go_on(WRITE_S + 0.5)
    room.lose()
    room.connect()
    assert room.answer_all() == {NAME: "修护霜", PRICE: "¥129", COUNTDOWN: "05:00"}


def test_the_whole_card_said_once_more_is_the_newest(room: Room) -> None:
    room.countdown("05:00")
    room.card(live_price="¥129")
    room.do(room.takes.renew)
    assert room.answer_all()[PRICE] == "¥129"
    room.countdown("04:59")
    room.do(room.takes.renew)
    assert room.answer_all() == {COUNTDOWN: "04:59"}


def test_what_a_hand_wrote_in_obs_stays_where_another_text_was_refused(room: Room) -> None:
    room.card(live_price="¥129")
    room.answer(outcome=refused)
    room.loop.go_on(AGAIN_S)
    assert room.answer_all() == {PRICE: "¥129"}, "the name is not written over"


def test_a_take_does_not_wait_for_a_write_that_hangs(room: Room) -> None:
    room.card(live_price="¥129")
    late = room.waiting[0]
    room.take(1, "乙", name="面膜", live_price="¥59")
    assert room.waiting == [late], "for one that is on time it waits"
    room.loop.go_on(WRITE_S)
    staged = room.waiting[1]
    assert staged.texts == {NAME: "面膜", PRICE: "¥59"}
    room.answer(staged)
    room.answer(late)
    room.on_scene("乙")
    assert room.answer_all() == {PRICE: "¥59"}, "the late one may have come after the take's"
