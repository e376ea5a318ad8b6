"""Layouts as data: every preset stands by itself, and what a person changes of one leaves the others alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import codec
from livedesk.domain.desk_layout import PRESETS, DeskLayout, Role, Split, Spot, panels_of, pruned

NAMES = sorted({name for tree in PRESETS.values() for name in panels_of(tree)})


@pytest.mark.parametrize("role", Role)
def test_every_duty_has_a_layout_and_no_panel_twice(role: Role) -> None:
    names = list(panels_of(PRESETS[role]))
    assert names
    assert len(names) == len(set(names))


@given(st.sampled_from(sorted(Role)), st.frozensets(st.sampled_from(NAMES)))
def test_a_pruned_tree_has_what_is_there_in_the_same_order(role: Role, there: frozenset[str]) -> None:
    tree = pruned(PRESETS[role], there)
    wanted = [name for name in panels_of(PRESETS[role]) if name in there]
    assert ([] if tree is None else list(panels_of(tree))) == wanted
    if tree is not None:
        assert all(_no_empty(part) for part in tree.parts)


def _no_empty(part: object) -> bool:
    return not isinstance(part, Split) or (bool(part.parts) and all(_no_empty(one) for one in part.parts))


def test_hiding_is_of_one_layout_and_floating_of_all() -> None:
    layout = DeskLayout(Role.CONSOLE).toggled("queue").floated("comments", True)
    assert layout.absent == {"queue", "comments"}
    other = DeskLayout(Role.OPERATIONS, layout.sizes, layout.hidden, layout.windows, layout.floating)
    assert other.absent == {"comments"}
    assert layout.toggled("queue").floated("comments", False).absent == frozenset()


def test_a_reset_is_of_the_layout_in_front() -> None:
    layout = DeskLayout(Role.CONSOLE, {"console": (1, 2), "console/1": (3,), "director": (4, 5, 6)})
    after = layout.toggled("queue").floated("log", True).reset()
    assert after.sizes == {"director": (4, 5, 6)}
    assert after.absent == frozenset()


def test_it_is_kept_as_it_is() -> None:
    layout = (
        DeskLayout(Role.HOST)
        .toggled("card")
        .placed("desk", Spot("HDMI-1 x", -5, 6, 700, 800))
        .with_sizes({"host": (1, 2)})
    )
    assert codec.decode(codec.encode(layout), DeskLayout) == layout
