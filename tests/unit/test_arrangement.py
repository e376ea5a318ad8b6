"""Scene buttons as a person arranged them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.arrangement import (
    DEFAULT_KEYS,
    ArrangedScene,
    Arrangement,
    added,
    changed,
    keys,
    laid_out,
    moved,
    renamed,
    shown,
)
from livedesk.domain.codec import decode, encode
from livedesk.domain.rundown import Transition, TransitionKind

A, B, C = ArrangedScene("甲"), ArrangedScene("乙"), ArrangedScene("丙")


def _names(buttons: tuple[ArrangedScene, ...]) -> list[str]:
    return [one.scene for one in buttons]


def test_what_nobody_arranged_follows_behind_and_what_the_show_left_goes() -> None:
    kept = Arrangement((C, ArrangedScene("客串", added=True), ArrangedScene("旧")))
    assert _names(laid_out(kept, ["甲", "乙", "丙", "甲"])) == ["丙", "客串", "甲", "乙"]
    assert laid_out(Arrangement(), []) == ()


def test_a_button_moves_among_those_that_are_shown() -> None:
    hidden = ArrangedScene("藏", hidden=True)
    buttons = (A, hidden, B, C)
    assert _names(moved(buttons, "丙", 0)) == ["丙", "甲", "藏", "乙"]
    assert _names(moved(buttons, "甲", 1)) == ["藏", "乙", "甲", "丙"]
    assert _names(moved(buttons, "甲", 99)) == ["藏", "乙", "丙", "甲"]
    assert moved(buttons, "没有", 0) == buttons
    assert moved(buttons, "藏", 0) == buttons


def test_the_first_nine_have_keys_by_their_place_and_an_own_key_goes_first() -> None:
    buttons = tuple(ArrangedScene(str(number)) for number in range(11))
    assert list(keys(buttons).values()) == list(DEFAULT_KEYS)
    own = changed(changed(buttons, "0", key="Q"), "1", key="")
    assert keys(own)["0"] == "Q"
    assert "1" not in keys(own)
    assert keys(own)["2"] == "Alt+3"
    taken = changed(buttons, "10", key="Alt+2")
    assert (keys(taken)["10"], keys(taken).get("1")) == ("Alt+2", None)
    assert keys(changed(buttons, "0", hidden=True))["1"] == "Alt+1"


def test_a_scene_is_added_once_and_a_hidden_one_comes_back() -> None:
    assert _names(added((A,), "客串")) == ["甲", "客串"]
    assert added((A,), "甲") == (A,)
    assert added((ArrangedScene("甲", hidden=True), B), "甲") == (A, B)


def test_a_rename_in_obs_goes_along() -> None:
    kept = Arrangement((A, ArrangedScene("乙", colour="blue", key="Q")))
    after = renamed(kept, "乙", "乙二")
    assert after.buttons == (A, ArrangedScene("乙二", colour="blue", key="Q"))
    assert renamed(kept, "没有", "甲") is kept
    assert renamed(kept, "乙", "甲").buttons == (ArrangedScene("甲", colour="blue", key="Q"),)


def test_it_is_kept_as_it_is() -> None:
    kept = Arrangement((ArrangedScene("甲", True, "blue", "Q", True), B), Transition(TransitionKind.FADE, 300))
    assert decode(encode(kept), Arrangement) == kept
    assert decode(b"{}", Arrangement) == Arrangement()


_SCENES = st.lists(
    st.builds(ArrangedScene, st.sampled_from("ABCDEF"), st.booleans()), unique_by=lambda one: one.scene
)


@given(_SCENES, st.sampled_from("ABCDEF"), st.integers(-2, 9))
def test_moving_loses_nothing_and_puts_it_where_it_was_asked(
    buttons: list[ArrangedScene], scene: str, to: int
) -> None:
    after = moved(buttons, scene, to)
    assert sorted(_names(after)) == sorted(_names(tuple(buttons)))
    visible = _names(shown(after))
    if scene in visible:
        assert visible.index(scene) == max(0, min(to, len(visible) - 1))
        others = [name for name in _names(shown(buttons)) if name != scene]
        assert [name for name in visible if name != scene] == others
