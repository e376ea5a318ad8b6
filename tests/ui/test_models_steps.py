"""How one order of rows becomes another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.ui.models.steps import Insert, Move, Remove, Step, steps

ROWS = st.lists(st.integers(0, 30), unique=True, max_size=20)


def carried_out(old: list[int], new: list[int], found: list[Step]) -> list[int]:
    """The list after the steps, as a model applies them."""
    rows = list(old)
    for step in found:
        match step:
            case Remove(first, count):
                assert 0 <= first < first + count <= len(rows)
                del rows[first : first + count]
            case Move(source, target):
                assert source != target
                rows.insert(target, rows.pop(source))
            case Insert(first, count):
                assert first <= len(rows)
                rows[first:first] = new[first : first + count]
    return rows


@given(ROWS, ROWS)
def test_the_steps_lead_from_one_to_the_other(old: list[int], new: list[int]) -> None:
    assert carried_out(old, new, steps(old, new)) == new


@given(ROWS, st.integers(0, 19), st.integers(0, 19))
def test_one_moved_row_is_one_move(rows: list[int], source: int, target: int) -> None:
    if source >= len(rows) or target >= len(rows) or source == target:
        return
    new = list(rows)
    new.insert(target, new.pop(source))
    found = steps(rows, new)
    assert len(found) == 1
    assert isinstance(found[0], Move)


def test_neighbours_go_and_come_together() -> None:
    assert steps([1, 2, 3, 4, 5], [1, 5]) == [Remove(1, 3)]
    assert steps([1, 5], [1, 2, 3, 4, 5]) == [Insert(1, 3)]
    assert steps([1, 2], [1, 2]) == []
