"""What may be taken back, or taken again, while the desk is locked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.edits import ChangeSegments, Edit, MoveProduct, SegmentChange
from livedesk.domain.events import OBS
from livedesk.domain.locked_steps import redone_next, runs_the_show, undone_next
from livedesk.domain.ports import Revision

SKIP = ChangeSegments((SegmentChange("s05", {"skipped": True}),))
BOTH = ChangeSegments((SegmentChange("s05", {"skipped": True, "title": "x"}),))
MOVE = MoveProduct("p1", 0)
ON_AIR = 1_000


def step(revision: int, edit: Edit = SKIP, *, by: str = "导播", at_ms: int = ON_AIR) -> Revision:
    """An edit that stands."""
    return Revision(revision, "edit", None, None, edit, by, at_ms)


def test_a_skip_and_what_obs_renamed_run_the_show_and_only_since_it_is_on_air() -> None:
    assert runs_the_show(step(2), ON_AIR)
    assert runs_the_show(step(2, BOTH, by=OBS), ON_AIR)
    assert not runs_the_show(step(2, at_ms=ON_AIR - 1), ON_AIR)
    assert not runs_the_show(step(2, BOTH), ON_AIR)
    assert not runs_the_show(step(2, MOVE), ON_AIR)
    assert not runs_the_show(step(2, ChangeSegments(())), ON_AIR)


@given(st.lists(st.sampled_from(["edit", "undo", "redo", "approval"]), max_size=30))
def test_the_next_steps_are_those_of_a_stack(asked: list[str]) -> None:
    steps: list[Revision] = []
    done: list[int] = []
    undone: list[int] = []

    def mark(revision: int, under: int | None) -> None:
        at = revision - 1
        old = steps[at]
        steps[at] = Revision(old.revision, old.action, old.target, under, old.edit, old.by, old.at_ms)

    for what in asked:
        number = len(steps) + 1
        match what:
            case "edit":
                done.append(number)
                undone.clear()
                steps.append(step(number))
            case "undo" if done:
                undone.append(done.pop())
                mark(undone[-1], number)
                steps.append(Revision(number, "undo", undone[-1], None, MOVE, "导播", 0))
            case "redo" if undone:
                done.append(undone.pop())
                mark(done[-1], None)
                steps.append(Revision(number, "redo", done[-1], None, SKIP, "导播", 0))
            case "approval":
                steps.append(Revision(number, "approval", None, None, MOVE, "导播", 0))
        done.sort()
        back, again = undone_next(steps), redone_next(steps)
        assert (back.revision if back else None) == (done[-1] if done else None)
        assert (again.revision if again else None) == (undone[-1] if undone else None)
