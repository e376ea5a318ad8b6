"""A text that a hand typed on the card counts when it is seen twice, and nothing that the desk itself writes does."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from livedesk.domain.card import CardDifference, CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping
from livedesk.domain.commands import Command, ReportChange
from livedesk.domain.events_desk import HandKind
from livedesk.services.obs.banks import Banks
from livedesk.services.obs.card_watch import CardWatch
from livedesk.services.obs.loop import Loop
from livedesk.services.obs.mirror import Mirror

PRICE, STOCK, CLOCK = "直播价", "库存", "倒计时"
TEXTS = ((CardSlot.LIVE_PRICE, "¥99"), (CardSlot.STOCK, "1,200"), (CardSlot.COUNTDOWN, "05:00"))


class Room:
    """OBS's texts, as the watch asks for them; its scene on air shows all of the card."""

    def __init__(self) -> None:
        self.mirror = Mirror(lambda: 0)
        self.mirror.program = "特写"
        self.mirror.status = replace(self.mirror.status, inputs=(PRICE, STOCK, CLOCK))
        items: Any = SimpleNamespace(sources=lambda scene: {"特写": {PRICE, STOCK, CLOCK}}.get(scene, set()))
        self.mirror.items = items
        self.banks = Banks(self.mirror)
        self.renewed: list[int] = []
        takes: Any = SimpleNamespace(writer=SimpleNamespace(at_work=False), renew=lambda: self.renewed.append(1))
        self.told: list[Command] = []
        self.watch = CardWatch(Loop("test"), self.mirror, self.banks, takes, lambda: False, self.told.append)
        self.obs: dict[str, str] = {}
        self.write(TEXTS)

    def write(self, texts: tuple[tuple[CardSlot, str], ...]) -> None:
        """The desk writes, and OBS has it at once."""
        self.obs |= {
            request.data()["inputName"]: request.data()["inputSettings"]["text"]
            for request in self.banks.on_air(CardTexts(texts))
        }

    def round(self, *, writing: tuple[tuple[CardSlot, str], ...] = ()) -> tuple[CardDifference, ...]:
        """One round; what the desk is ``writing`` gets to OBS after the answers."""
        answers = {name: {"inputSettings": {"text": self.obs[name]}} for name in self.watch._asks()}
        self.write(writing)
        self.watch._told(answers)
        return self.mirror.status.card


def test_a_typed_price_counts_when_it_is_seen_twice_and_is_logged_once() -> None:
    room = Room()
    assert set(room.watch._asks()) == {PRICE, STOCK}, "the countdown changes by itself"
    assert room.round() == ()
    room.obs[PRICE] = "¥1"
    assert room.round() == ()
    seen = CardDifference(CardSlot.LIVE_PRICE, PRICE, "¥1", "¥99")
    assert room.round() == room.round() == (seen,)
    assert room.told == [ReportChange(HandKind.TEXT, PRICE, text="¥1")]
    room.obs[PRICE] = "¥2"
    assert room.round() == (replace(seen, shown="¥2"),), "while somebody types it stays on screen"
    assert len(room.told) == 1, "and is logged once it has come to rest"
    room.round()
    assert room.told[1:] == [ReportChange(HandKind.TEXT, PRICE, text="¥2")]
    room.obs[PRICE] = "¥99"
    assert room.round() == ()


def test_an_answer_from_before_a_write_counts_for_nothing() -> None:
    room = Room()
    for price in range(20, 30):
        assert room.round(writing=((CardSlot.LIVE_PRICE, f"¥{price}"),)) == ()
    room.obs[PRICE] = "¥1"
    room.round()
    assert room.round(writing=((CardSlot.LIVE_PRICE, "¥39"),)) == (), "the card's next text"
    assert room.round() == ()
    assert room.told == []


def test_where_nothing_was_written_on_this_link_what_is_wanted_counts() -> None:
    room = Room()
    room.banks.forget()
    assert room.round() == room.round() == ()
    room.obs[STOCK] = "0"
    room.round()
    assert room.round() == (CardDifference(CardSlot.STOCK, STOCK, "0", "1,200"),)
    room.round()
    assert room.told == [], "whether it was a hand is not known"


def test_a_scene_without_the_card_a_sample_and_another_link_tell_nothing() -> None:
    room = Room()
    room.obs[PRICE] = "▶ 直播价 ◀"
    room.banks.tried.add(PRICE)
    assert room.round() == room.round() == ()
    room.banks.tried.discard(PRICE)
    room.round()
    room.mirror.program = "全景"
    assert room.round() == ()
    room.mirror.program = "特写"
    room.round()
    room.watch.connect(None)
    assert room.round() == ()


def test_what_is_written_again_is_written_whatever_was() -> None:
    room = Room()
    assert room.banks.changed(set(CardSlot)) == []
    room.watch.write((PRICE,))
    assert room.renewed == [1]
    again = [request.data()["inputName"] for request in room.banks.changed(set(CardSlot))]
    assert again == [PRICE]


def test_an_input_with_a_text_that_obs_has_not_is_missing_where_it_was_there_or_chosen() -> None:
    room = Room()
    room.round()
    assert room.mirror.status.card_missing == (), "of the usual names a room may have what it likes"
    room.mirror.status = replace(room.mirror.status, inputs=(PRICE, CLOCK))
    room.round()
    assert room.mirror.status.card_missing == ((CardSlot.STOCK, STOCK),)
    room.write(((CardSlot.NAME, "修护精华"), (CardSlot.STOCK, "")))
    room.round()
    assert room.mirror.status.card_missing == (), "it has nothing to say"
    room.banks.set_mappings({"": CardMapping()})
    room.round()
    assert room.mirror.status.card_missing == ((CardSlot.NAME, "商品名称"),)
