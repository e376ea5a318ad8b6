"""The product card: what each slot says, the countdown, and which OBS inputs show it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import codec
from livedesk.domain.card import CardSlot, card_texts, countdown_text, until_next_text_ms
from livedesk.domain.card_mapping import CardMapping, SlotInputs, Twin
from livedesk.domain.events import Taken, Via
from livedesk.domain.rundown import ItemWish, SegmentKind, TransitionKind
from tests.services.session_desk import small_show


def test_a_product_fills_its_slots_and_clears_the_others() -> None:
    shop = small_show()
    assert dict(card_texts(shop, "p1").texts) == {
        CardSlot.NAME: "修护霜",
        CardSlot.LIVE_PRICE: "¥129",
        CardSlot.LIST_PRICE: "¥199",
        CardSlot.STOCK: "800",
        CardSlot.PROMOTION: "满199减40",
    }
    assert card_texts(shop, "nobody").texts == ()


def test_a_countdown_ends_at_nought_and_stays_there() -> None:
    told = [countdown_text(ms) for ms in (None, 3_600_000, 3_599_001, 3_599_000, 61_000, 1_000, 1, 0, -5_000)]
    assert told == ["", "1:00:00", "1:00:00", "59:59", "01:01", "00:01", "00:01", "00:00", "00:00"]


@given(st.integers(min_value=1, max_value=10_000_000))
def test_a_countdown_changes_exactly_when_it_says(left: int) -> None:
    stays = until_next_text_ms(left)
    assert stays is not None
    assert countdown_text(left - stays + 1) == countdown_text(left)
    assert countdown_text(left - stays) != countdown_text(left)
    assert until_next_text_ms(0) is until_next_text_ms(None) is None


def test_a_mapping_follows_obs_and_is_kept_whole() -> None:
    mapping = CardMapping().with_slot(SlotInputs(CardSlot.NAME, "名 A", "名 B")).with_twin(Twin("特写", "特写 ②"))
    assert mapping.other_bank("名 A") == "名 B"
    assert mapping.other_bank("名 B") == "名 A"
    assert mapping.other_bank("库存") == mapping.other_bank("") == ""
    assert mapping.of(CardSlot.STOCK).a == "库存"
    assert mapping.input_renamed("名 B", "名乙").of(CardSlot.NAME) == SlotInputs(CardSlot.NAME, "名 A", "名乙")
    assert mapping.scene_renamed("特写", "近景").twins == (Twin("近景", "特写 ②"),)
    assert mapping.missing(("名 A", "直播价", "日常价", "库存", "促销")) == ("名 B", "倒计时")
    assert codec.decode(codec.encode(mapping), CardMapping) == mapping


def test_a_scene_has_one_twin() -> None:
    mapping = CardMapping(twins=(Twin("特写", "旧"), Twin("近景", "近景 ②")))
    assert mapping.with_twin(Twin("特写", "特写 ②")).twins == (Twin("特写", "特写 ②"), Twin("近景", "近景 ②"))


def test_what_is_shown_and_hidden_is_kept_in_the_journal_and_old_entries_have_none() -> None:
    taken = Taken(
        1, 1, "s1", 1, "讲品", SegmentKind.PRODUCT, "", 1, 0, 1, "特写", TransitionKind.CUT, 0, (), Via.GO,
        (ItemWish("券", shown=False),),
    )  # fmt: skip
    kind, data = codec.encode_event(taken)
    assert codec.decode_event(kind, data) == taken
    old = data.replace(b',"items":[{"source":"\xe5\x88\xb8","shown":false}]', b"")
    assert old != data
    decoded = codec.decode_event(kind, old)
    assert isinstance(decoded, Taken)
    assert decoded.items == ()
