"""The table of the host's keys: each means one thing, the card tells each, and hands on pedals find what they know."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from livedesk.ui.prompter.keys import ROWS, Act, KeyRow, card_rows, let_go, pressed

K = Qt.Key
USES = [use for row in ROWS for use in row.uses]


def test_no_key_means_two_things() -> None:
    assert [key for key, times in Counter(key for use in USES for key in use.keys).items() if times > 1] == []


def test_every_act_has_one_row_and_a_key() -> None:
    asked = [use.act for use in USES] + [use.released for use in USES if use.released is not None]
    assert Counter(asked) == Counter(Act)
    assert all(use.keys for use in USES)


@pytest.mark.usefixtures("qapp")
def test_the_card_lists_each_key_and_deed() -> None:
    rows = card_rows()
    assert len(rows) == len(ROWS)
    assert len({deed for _, deed in rows}) == len(ROWS)
    told = [key for keys, _ in rows for key in keys.split()]
    assert len(told) == len(set(told))
    # A key's second name (the shifted sign, the pad's) is not told beside the first.
    silent = {K.Key_Underscore, K.Key_Equal, K.Key_Clear, K.Key_Enter}
    assert len(told) == sum(key not in silent for use in USES for key in use.keys)
    assert {"F5", "B", ".", "↑", "↓", "←", "→", "F1", "Space", "Enter"} <= set(told)


def test_a_use_that_lasts_while_it_is_held_does_not_repeat() -> None:
    for row in ROWS:
        if any(use.released is not None for use in row.uses):
            assert not row.repeats
    assert pressed(K.Key_Backspace) is Act.RUN_BACK
    assert pressed(K.Key_Backspace, repeated=True) is None
    assert let_go(K.Key_Backspace) is Act.RUN_ON
    assert let_go(K.Key_Space) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.deed))
def test_only_what_moves_by_little_repeats(row: KeyRow) -> None:
    small = {
        Act.ROWS_BACK, Act.ROWS_ON, Act.LINE_BACK, Act.LINE_ON, Act.SLOWER, Act.FASTER,
        Act.SMALLER, Act.BIGGER, Act.READ_LINE_UP, Act.READ_LINE_DOWN,
    }  # fmt: skip
    for use in row.uses:
        for key in use.keys:
            assert pressed(key) is use.act
            assert (pressed(key, repeated=True) is use.act) is (use.act in small)


def test_pedals_and_presenters_find_their_keys() -> None:
    presenter = {
        K.Key_PageUp: Act.LINE_BACK, K.Key_PageDown: Act.LINE_ON, K.Key_F5: Act.HOLD_OR_RUN,
        K.Key_B: Act.BLANK, K.Key_Period: Act.BLANK, K.Key_Escape: Act.LEAVE_FULL_SCREEN,
    }  # fmt: skip
    pad = {K.Key_8: K.Key_Up, K.Key_2: K.Key_Down, K.Key_4: K.Key_Left, K.Key_6: K.Key_Right, K.Key_9: K.Key_PageUp,
           K.Key_3: K.Key_PageDown, K.Key_7: K.Key_Home, K.Key_5: K.Key_Clear, K.Key_Enter: K.Key_Return}  # fmt: skip
    for key, act in presenter.items():
        assert pressed(key) is act
    for digit, plain in pad.items():
        assert pressed(digit) is pressed(plain) is not None


def test_any_other_key_means_nothing() -> None:
    assert pressed(K.Key_Z) is None
    assert let_go(K.Key_Z) is None
