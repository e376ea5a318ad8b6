"""What a segment shows and hides in its scene, there and back through a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.rundown import ItemWish
from livedesk.services.sheets.scene_items import items_text, parse_items

NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12)


@given(st.lists(st.builds(ItemWish, NAMES, st.booleans()), max_size=5))
def test_every_wish_comes_back(wishes: list[ItemWish]) -> None:
    assert parse_items(items_text(wishes)) == tuple(wishes)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("显示 价签贴片；隐藏 水印", (ItemWish("价签贴片"), ItemWish("水印", shown=False))),
        ("价签贴片\n关闭：水印", (ItemWish("价签贴片"), ItemWish("水印", shown=False))),
        ("Hide logo", (ItemWish("logo", shown=False),)),
        ("", ()),
    ],
)
def test_as_people_write_it(text: str, wanted: tuple[ItemWish, ...]) -> None:
    assert parse_items(text) == wanted
