"""What a segment shows and hides, written and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.item_wishes import items_text, read_items
from livedesk.domain.rundown import ItemWish

NAMES = st.text(st.characters(exclude_characters='"\n', exclude_categories=("Cs", "Cc", "Z")), min_size=1)
WISHES = st.lists(st.builds(ItemWish, NAMES, st.booleans()), unique_by=lambda wish: wish.source).map(tuple)


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("", ()),
        (" 、, ", ()),
        ("券面", (ItemWish("券面"),)),
        ("+券面、-促销条", (ItemWish("券面"), ItemWish("促销条", shown=False))),
        ("－促销条， ＋ 字 直播价", (ItemWish("促销条", shown=False), ItemWish("字 直播价"))),
        ('-"A, B"; "-C"', (ItemWish("A, B", shown=False), ItemWish("-C"))),
        ("券面\n−券面", (ItemWish("券面", shown=False),)),
    ],
)
def test_a_line_is_read(text: str, wishes: tuple[ItemWish, ...]) -> None:
    assert read_items(text) == wishes


@given(WISHES)
def test_what_is_written_reads_as_the_same(wishes: tuple[ItemWish, ...]) -> None:
    assert read_items(items_text(wishes)) == wishes
