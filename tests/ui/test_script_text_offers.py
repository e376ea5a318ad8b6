"""What a writer is offered while typing: what stands there, where, and what taking it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bare_desk import Desk
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from script_room import script_room
from script_text_room import Writing, writing_desk

from livedesk.domain.edits import ChangeShow
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.script import LineKind
from livedesk.domain.script_values import ScriptValues
from livedesk.ui.theme import HEADER
from livedesk.ui.workspaces.script.standby_edits import change_standbys
from livedesk.ui.workspaces.script.text_offers import Offer, OfferList
from livedesk.ui.workspaces.script.text_variables import told

__all__ = ["script_room", "writing_desk"]


def test_braces_offer_variables_with_their_values(writing: Writing) -> None:
    writing.caret("第三句")
    writing.type("{{")
    offers = writing.edit.offers
    assert offers.isVisible()
    assert "{{直播价}}" in offers.list.item(0).text()
    product = writing.panel.writer.product
    assert product is not None
    assert "9.90元" in offers.list.item(0).text()
    writing.press(Qt.Key.Key_Down)
    writing.press(Qt.Key.Key_Return)
    assert not offers.isVisible()
    assert writing.before_caret() == "第三句{{日常价}}"
    writing.type("{{kuc")
    assert offers.list.count() == 1
    writing.press(Qt.Key.Key_Return)
    assert writing.before_caret() == "第三句{{日常价}}{{库存}}"
    writing.type("{{")
    writing.press(Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert writing.edit.hasFocus()
    assert writing.text.endswith("{{")


def test_a_plan_is_offered_the_values_of_its_product(writing: Writing) -> None:
    plan, product = writing.room.show.standbys[0], writing.room.show.products[1]
    given = change_standbys(writing.room.show, {plan.id: {"product_id": product.id}})
    assert given is not None
    writing.document.do(given)
    writing.room.settled()
    writing.document.choose((), plan.id)
    assert writing.panel.writer.product == product
    writing.panel.take_keys()
    writing.type("{{shangpin")
    assert product.name in writing.edit.offers.list.item(0).text()


def test_a_number_offers_other_products_and_a_promotion_its_price(writing: Writing) -> None:
    products = tuple(replace(one, link=at) for at, one in enumerate(writing.room.show.products, 1))
    deal = Promotion("deal", "秒杀", PromotionKind.FLASH, writing.id, price=880)
    writing.document.do(ChangeShow({"products": products, "promotions": (deal,)}))
    writing.room.settled()
    writing.caret("第三句")
    writing.type("{{miao")
    assert writing.edit.offers.list.item(0).text() == "{{秒杀价}}    8.80元"
    writing.press(Qt.Key.Key_Return)
    writing.type("{{shangpin:2")
    assert writing.edit.offers.list.item(0).text() == f"{{{{商品:2号}}}}    {products[1].name}"
    writing.press(Qt.Key.Key_Return)
    assert writing.before_caret() == "第三句{{秒杀价}}{{商品:2号}}"
    writing.type("{{")
    writing.compose("", "商品：")
    writing.type("2")
    writing.press(Qt.Key.Key_Return)
    assert writing.before_caret() == "第三句{{秒杀价}}{{商品:2号}}{{商品:2号}}"
    writing.panel.preview()
    block = writing.panel.host_view.block
    assert block is not None
    assert block.lines[-1].text == f"第三句8.80元{products[1].name}{products[1].name}"
    writing.room.settled()
    writing.room.qtbot.wait(400)  # whatever the typing still had to start is over
    writing.document.do(ChangeShow({"promotions": (replace(deal, price=990),)}))
    writing.room.qtbot.waitUntil(lambda: "9.90元" in writing.panel.host_view.block.lines[-1].text)


def test_a_variable_says_what_it_stands_for_or_why_for_nothing(writing: Writing) -> None:
    sold = Product("a", "面膜", link=1, live_price=990)
    values = ScriptValues(sold, "s1", (sold,), (sold, Product("b", "面霜", link=2, stock=4)))
    assert told("库存:2号", values, sold) == "库存:2号 = 4"
    assert "面霜" in told("直播价:2号", values, sold)
    assert "9" in told("库存:9号", values, sold)
    assert "promotion" in told("秒杀价", values, sold)
    assert "直播价" in told("没有:2号", values, sold)
    assert "item" in told("直播价", ScriptValues(None), None)


@pytest.mark.parametrize("high", [260, 330, 420, 800])
@pytest.mark.parametrize("count", [1, 3, 9, 18])
def test_offers_cover_neither_the_line_nor_the_head(desk: Desk, qtbot: QtBot, high: int, count: int) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.resize(640, high)
    panel.show()
    offers = OfferList(desk.context.theme, desk.context.family, panel)
    every = [Offer(f"【第{at}】", "Kind", "text") for at in range(count)]
    for top in range(HEADER + 8, high - 40, 7):
        line = QRect(600 if top % 2 else 40, top, 2, 30)
        offers.offer(every, line)
        place = offers.geometry()
        assert not place.intersects(line.adjusted(-400, 0, 400, 0))
        assert place.top() >= HEADER
        assert panel.rect().contains(place)
        assert offers.list.viewport().height() >= min(3, count) * offers.list.sizeHintForRow(0)


def test_a_mark_stands_alone_where_it_is_its_own_name() -> None:
    mark = Offer("【报价】", "价格", "text", LineKind.PRICE)
    assert mark.beside == ""
    assert replace(mark, name="Price").beside == "Price"
    assert Offer("{{直播价}}", "9.90元", "text").beside == "9.90元"
    assert Offer("{{赠品}}", "小样", "text").beside == "小样"


def test_a_slash_at_the_beginning_offers_kinds_and_parts(writing: Writing) -> None:
    writing.caret("第三句")
    writing.press(Qt.Key.Key_Return)
    writing.type("/hud")
    assert writing.edit.offers.list.count() == 1
    writing.press(Qt.Key.Key_Return)
    assert writing.before_caret() == "【互动】"
    writing.type("12/")
    assert not writing.edit.offers.isVisible()
    writing.press(Qt.Key.Key_Return)
    writing.compose("", "【")
    assert writing.edit.offers.isVisible()
    writing.compose("", "结")
    writing.press(Qt.Key.Key_Return)
    assert writing.before_caret() == "【结尾】"
    writing.caret("第一句", before=True)
    writing.type("/dz")
    writing.press(Qt.Key.Key_Escape)
    assert writing.before_caret() == "/dz"
