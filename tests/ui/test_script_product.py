"""Products in the fields panel: on segments, in the show, and their cards."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from script_fields_many import products
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain import editing
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import SetApproval, apply
from livedesk.domain.product import Product, ProductRole, ProductType
from livedesk.domain.rundown import Approval
from livedesk.ui.workspaces.script.product_edits import remove_product
from livedesk.ui.workspaces.script.product_form import ProductForm
from livedesk.ui.workspaces.script.product_lists import ShowProducts
from tests.unit.rebase_samples import plain

__all__ = ["script_hand", "script_room"]

ALT = Qt.KeyboardModifier.AltModifier


def queue(hand: Hand) -> ShowProducts:
    assert hand.panel.facts_form is not None
    return hand.panel.facts_form.products


def card(hand: Hand) -> ProductForm:
    fold, form = hand.panel._fold, hand.panel.product_form
    assert fold is not None
    assert form is not None
    if not fold.isChecked():
        fold.setFocus()
        QTest.keyClick(fold, Key.Key_Space)
    assert form.isVisible()
    return form


@pytest.mark.parametrize("typed", ["3", "3号链接", "精华液", "精华液 30ml + 面膜组合"])
def test_a_product_is_added_by_its_link_or_its_name(hand: Hand, typed: str) -> None:
    hand.choose(4)
    hand.enter("product_ids.add", typed, products(hand))
    assert hand.script.segment(4).product_ids == ("p02", "p03")
    assert [entry.text for entry in products(hand).list.entries] == [
        "2 · 神经酰胺修护霜 50ml · ¥129",
        "3 · 精华液 30ml + 面膜组合 · ¥269",
    ]
    assert products(hand).adder.text() == ""


def test_products_are_ordered_and_removed_by_keys(hand: Hand) -> None:
    do(
        hand.script,
        editing.set_field(hand.script.show, {hand.script.segment(4).id}, "product_ids", ("p01", "p02", "p03")),
    )
    hand.choose(4)
    entries = products(hand).list
    entries.setFocus()
    QTest.keyClick(entries, Key.Key_Down, ALT)
    assert hand.script.segment(4).product_ids == ("p02", "p01", "p03")
    QTest.keyClick(entries, Key.Key_Down, ALT)
    assert hand.script.segment(4).product_ids == ("p02", "p03", "p01")
    QTest.keyClick(entries, Key.Key_Up, ALT)
    assert entries.current == "p01"
    QTest.keyClick(entries, Key.Key_Delete)
    assert hand.script.segment(4).product_ids == ("p02", "p03")
    QTest.keyClick(entries, Key.Key_Delete)
    QTest.keyClick(entries, Key.Key_Delete)
    assert hand.script.segment(4).product_ids == ()
    assert not entries.isVisible()


def test_an_unknown_name_is_asked_about_and_added_to_the_show(hand: Hand) -> None:
    hand.choose(0)
    form = products(hand)
    before = hand.script.show.products
    hand.enter("product_ids.add", "99", form)
    assert "No product has the link 99" in hand.said("product_ids.add", form)
    hand.enter("product_ids.add", "新品手霜", form)
    assert "no product “新品手霜” yet" in hand.said("product_ids.add", form)
    assert hand.script.show.products == before
    hand.answer("product_ids.add", "add", form)
    made = hand.script.show.products[-1]
    assert (made.name, made.link) == ("新品手霜", 17)
    assert hand.script.segment(0).product_ids == (made.id,)
    assert hand.edits() == 1
    assert (form.adder.text(), hand.said("product_ids.add", form)) == ("", "")


def test_a_name_that_means_several_products_is_not_guessed(hand: Hand) -> None:
    hand.choose(0)
    hand.enter("product_ids.add", "0", products(hand))
    hand.enter("product_ids.add", "m", products(hand))
    assert "products are called so" in hand.said("product_ids.add", products(hand))
    assert hand.script.segment(0).product_ids == ()


def test_a_product_is_added_to_several_segments_that_differ(hand: Hand) -> None:
    hand.choose(3, 4)
    assert products(hand).adder.placeholderText() == "mixed · + adds to all"
    hand.enter("product_ids.add", "1", products(hand))
    assert [hand.script.segment(at).product_ids for at in (3, 4)] == [("p01",), ("p02", "p01")]
    assert hand.edits() == 1


@pytest.mark.parametrize(
    ("key", "typed", "field", "value", "shown"),
    [
        ("link", "21", "link", 21, "21"),
        ("name", "修护霜", "name", "修护霜", "修护霜"),
        ("live_price", "119.9", "live_price", 11_990, "119.90"),
        ("live_price", "", "live_price", None, ""),
        ("hand_price", "99", "hand_price", 9_900, "99"),
        ("list_price", "1,299", "list_price", 129_900, "1,299"),
        ("stock", "1,500", "stock", 1_500, "1500"),
        ("limit", "2", "limit", 2, "2"),
        ("gifts", "小样 1 支", "gifts", "小样 1 支", "小样 1 支"),
        ("gift_stock", "300", "gift_stock", 300, "300"),
        ("offer", "直降", "offer", "直降", "直降"),
        ("selling_points", "好推开", "selling_points", ("好推开",), "好推开"),
        ("do_not_say", "治疗", "do_not_say", ("治疗",), "治疗"),
        ("brand", "本色", "brand", "本色", "本色"),
        ("spec", "50ml × 2", "spec", "50ml × 2", "50ml × 2"),
        ("combo", "梯度", "combo", "梯度", "梯度"),
        ("cost", "31.5", "cost", 3_150, "31.50"),
        ("platform_ids", "3712345678901234567", "platform_ids", ("3712345678901234567",), "3712345678901234567"),
        ("codes", "SKU-1", "codes", ("SKU-1",), "SKU-1"),
    ],
)
def test_a_value_of_the_card_changes_in_one_place(
    hand: Hand, key: str, typed: str, field: str, value: object, shown: str
) -> None:
    hand.choose(4)
    form = card(hand)
    editor = hand.enter(key, typed, form)
    product = hand.script.show.product("p02")
    assert getattr(product, field) == value
    assert editor.held.text == shown
    hand.choose(5)
    assert form.product_id == "p02", "the flash sale sells the same product"
    assert hand.line(key, form).held.text == shown


@pytest.mark.parametrize(("key", "wanted"), [("role", ProductRole.RETURN), ("type", ProductType.BRAND)])
def test_what_a_product_is_for_is_chosen_and_left_open_again(
    hand: Hand, key: str, wanted: ProductRole | ProductType
) -> None:
    hand.choose(4)
    form = card(hand)
    editor = hand.choice(key, form)
    for data, value in ((wanted.value, wanted), ("", None)):
        editor.setFocus()
        editor.setCurrentIndex(editor.findData(data))
        editor.activated.emit(editor.currentIndex())
        product = hand.script.show.product("p02")
        assert getattr(product, key) is value
        assert editor.currentData() == data


def test_every_fact_of_a_product_but_its_picture_is_on_the_card(hand: Hand) -> None:
    hand.choose(4)
    facts = {one.name for one in fields(Product)} - {"id", "image"}
    assert set(card(hand).editors) == facts


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("live_price", "cheap", "is not an amount"),
        ("live_price", "9.999", "smaller than one fen"),
        ("live_price", "-5", "less than nothing"),
        ("stock", "many", "whole number"),
        ("link", "1", "Link 1 is 氨基酸洁面 60g already"),
        ("name", "", "needs a name"),
    ],
)
def test_a_value_that_cant_be_is_refused(hand: Hand, key: str, typed: str, said: str) -> None:
    hand.choose(4)
    form = card(hand)
    before = hand.script.show
    editor = hand.enter(key, typed, form)
    assert said in hand.said(key, form)
    assert hand.script.show is before
    QTest.keyClick(editor, Key.Key_Escape)
    assert hand.said(key, form) == ""


def test_the_card_goes_with_the_product(hand: Hand) -> None:
    hand.choose(4)
    form = card(hand)
    hand.choose(0)
    assert not form.isVisible()
    hand.choose(3, 4)
    assert not form.isVisible(), "they do not agree in a product"
    hand.choose(4, 5)
    assert form.isVisible()
    do(hand.script, SetApproval(Approval.LOCKED))
    assert hand.line("live_price", form).isReadOnly()


def test_the_queue_of_the_show_is_edited_as_a_list(hand: Hand) -> None:
    form = queue(hand)
    count = len(hand.script.show.products)
    hand.enter("products.add", "新品", form)
    made = hand.script.show.products[-1]
    assert (len(hand.script.show.products), made.name) == (count + 1, "新品")
    hand.enter("products.add", "新品", form)
    assert "already" in hand.said("products.add", form)
    form.list.setFocus()
    assert form.list.current == made.id
    QTest.keyClick(form.list, Key.Key_Up, ALT)
    assert hand.script.show.products[-2].id == made.id
    QTest.keyClick(form.list, Key.Key_Return)
    assert card(hand).product_id == made.id
    hand.enter("live_price", "59", card(hand))
    assert hand.script.show.product(made.id).live_price == 5_900  # type: ignore[union-attr]  # the product was made above
    form.list.setFocus()
    QTest.keyClick(form.list, Key.Key_Delete)
    assert len(hand.script.show.products) == count
    form.list.stand("p02")
    QTest.keyClick(form.list, Key.Key_Delete)
    assert all("p02" not in segment.product_ids for segment in hand.script.show.segments)
    assert all(promotion.product_id != "p02" for promotion in hand.script.show.promotions)


def test_what_is_let_stand_of_a_product_goes_with_it_and_comes_back_with_it() -> None:
    stands = tuple(
        ClaimOverride("s1", rule, "再送小样", "库里还有", "场控", 1)
        for rule in ("gift:p1", "price:5900", "gift:p2")
    )
    goods = (Product("p1", "甲霜"), Product("p2", "乙霜"))
    show = replace(plain(), products=goods, claim_overrides=stands)
    edit = remove_product(show, "p1")
    assert edit is not None
    without, undo = apply(show, edit)
    assert without.claim_overrides == stands[1:]
    assert apply(without, undo)[0] == show
