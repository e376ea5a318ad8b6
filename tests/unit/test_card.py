"""The product card: what each slot says, the countdown, and which OBS inputs show it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import codec
from livedesk.domain.card import (
    CardSlot,
    CardTexts,
    Offer,
    card_texts,
    countdown_text,
    offer_now,
    until_next_text_ms,
)
from livedesk.domain.card_mapping import CardMapping, SlotInputs, Twin
from livedesk.domain.events import Taken, Via
from livedesk.domain.product import Product, Promotion, PromotionKind, stock_left
from livedesk.domain.rundown import ItemWish, SegmentKind, Show, TransitionKind
from tests.services.session_desk import small_show


def test_a_product_fills_its_slots_and_clears_the_others() -> None:
    shop = small_show()
    assert dict(card_texts(shop, "p1", (), {"p1": 12, "p2": 5}).texts) == {
        CardSlot.NAME: "修护霜",
        CardSlot.LIVE_PRICE: "¥129",
        CardSlot.LIST_PRICE: "¥199",
        CardSlot.STOCK: "788",
        CardSlot.PROMOTION: "满199减40",
    }
    assert card_texts(shop, "nobody", (), {}).texts == ()


FLASH = Promotion("f", "秒杀 99", PromotionKind.FLASH, price=9_900, product_id="p1")
COUPON = Promotion("c", "满300减40", PromotionKind.COUPON, segment_id="s1", price=26_000)
BAG = Promotion("b", "福袋 20 份", PromotionKind.LUCKY_BAG, price=1, product_id="p1")
BUNDLE = Promotion("u", "两件 218", PromotionKind.THRESHOLD, segment_id="s2", price=21_800)


def shop_with(*promotions: Promotion, sells: tuple[str, ...] = ("p1",), offer: str = "满199减40") -> Show:
    """A show of p1 and p2 whose second segment sells these; its first sells nothing."""
    shop = small_show()
    first, second, third = shop.segments
    cream = replace(shop.products[0], offer=offer)
    return replace(
        shop,
        segments=(first, replace(second, product_ids=sells), third),
        products=(cream, Product("p2", "洁面", live_price=5_900)),
        promotions=promotions,
    )


def offered(shop: Show, *running: str) -> tuple[int | None, str]:
    told = offer_now(shop, shop.products[0], running)
    return told.price, told.words


def test_a_promotion_of_the_product_stands_on_its_card_while_it_runs() -> None:
    shop = shop_with(FLASH, BAG)
    assert offered(shop) == (12_900, "满199减40")
    assert offered(shop, "f") == (9_900, "秒杀 99")
    assert offered(shop, "b") == (12_900, "福袋 20 份"), "what a chance costs is not the product's price"
    assert offered(shop, "f", "b") == (9_900, "秒杀 99"), "price and words are of one promotion"
    assert offer_now(shop, shop.products[1], ("f", "b")) == Offer(5_900, "")
    assert offered(shop, "gone") == (12_900, "满199减40")


def test_a_promotion_that_names_no_product_is_for_what_its_segment_sells() -> None:
    assert offered(shop_with(BUNDLE), "u") == (21_800, "两件 218")
    both = shop_with(BUNDLE, sells=("p1", "p2"))
    assert offered(both, "u") == (12_900, "两件 218"), "which of the two costs that is not said"
    assert offered(shop_with(BUNDLE, sells=("p2",)), "u") == (12_900, "满199减40")


def test_a_promotion_for_everything_stands_where_the_product_has_nothing_of_its_own() -> None:
    assert offered(shop_with(COUPON), "c") == (12_900, "满199减40")
    assert offered(shop_with(COUPON, offer=""), "c") == (12_900, "满300减40"), "its price is nobody's"
    assert offered(shop_with(COUPON, FLASH, offer=""), "f", "c") == (9_900, "秒杀 99")


PROMOTIONS = st.lists(
    st.builds(
        Promotion,
        id=st.uuids().map(str),
        title=st.text(min_size=1, max_size=4),
        kind=st.sampled_from(PromotionKind),
        segment_id=st.sampled_from(("", "s1", "s2", "gone")),
        price=st.none() | st.integers(min_value=0, max_value=100_000),
        product_id=st.sampled_from(("", "p1", "p2")),
    ),
    max_size=5,
)


@given(PROMOTIONS, st.sampled_from((("p1",), ("p2",), ("p1", "p2"), ())), st.data())
def test_a_card_says_what_is_so_and_says_it_again_when_all_is_over(
    promotions: list[Promotion], sells: tuple[str, ...], data: st.DataObject
) -> None:
    shop = shop_with(*promotions, sells=sells)
    running = data.draw(st.permutations([one.id for one in promotions]))
    told = offer_now(shop, shop.products[0], running)
    assert told.price in {12_900, *(one.price for one in promotions if one.product_id != "p2")}
    assert told.words in {"满199减40", *(one.title for one in promotions if one.product_id != "p2")}
    if told.price != 12_900:
        assert (told.price, told.words) in {(one.price, one.title) for one in promotions}
    assert card_texts(shop, "p1", (), {}) == card_texts(shop_with(), "p1", (), {})


@given(st.none() | st.integers(min_value=0, max_value=5_000), st.integers(min_value=0, max_value=10_000))
def test_stock_goes_down_with_each_sale_and_ends_at_nought(stock: int | None, units: int) -> None:
    shop = small_show()
    shop = replace(shop, products=(replace(shop.products[0], stock=stock),))
    left = stock_left(shop.products[0], {"p1": units})
    assert left == (None if stock is None else stock - min(stock, units))
    told = dict(card_texts(shop, "p1", (), {"p1": units}).texts)[CardSlot.STOCK]
    assert told == ("" if left is None else f"{left:,}")


def test_what_waits_for_a_take_is_told_in_one_and_not_twice() -> None:
    waits = CardTexts(((CardSlot.NAME, "修护霜"), (CardSlot.STOCK, "12")))
    later = CardTexts(((CardSlot.STOCK, "11"),))
    assert dict(waits.then(later).texts) == {CardSlot.NAME: "修护霜", CardSlot.STOCK: "11"}
    assert waits.without(later).texts == ((CardSlot.NAME, "修护霜"),)


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
