"""What a reason is being written for stays in the list of what is wrong, whatever somebody else does meanwhile."""

from __future__ import annotations

import pytest
from script_page_room import ALT, SHIFT, K, PageRoom, script_page_room, script_sample
from test_script_page_checks import computed, write
from test_script_page_checks_stand import WORDS, front_of, in_front

from livedesk.domain import editing
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import Edit
from livedesk.domain.let_stand import let_stand
from livedesk.domain.rundown import Show
from livedesk.domain.script_checks import Gravity, ProblemKind, ScriptProblem
from livedesk.ui.workspaces.script import check_panel

__all__ = ["script_page_room", "script_sample"]


def begun(room: PageRoom, kind: ProblemKind) -> ScriptProblem:
    """A reason is being written for what is in front."""
    problem = in_front(room, kind)
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的")
    return problem


def elsewhere(room: PageRoom, edit: Edit | None) -> None:
    """Somebody else has changed the show, and what is wrong with it is known."""
    assert edit is not None
    services = room.services
    services.edit(room.show.id, edit, room.page.document.revision, frozenset())
    room.settled()
    computed(room)


def skip(room: PageRoom, item_id: str) -> None:
    room.settled()
    elsewhere(room, editing.set_field(room.show, (item_id,), "skipped", True))
    segment = room.show.segment(item_id)
    assert segment is not None
    assert segment.skipped


def rows_about(room: PageRoom, problem: ScriptProblem) -> list[Gravity]:
    rows = (row.problem for row in room.page.side.checks.model.rows)
    return [one.gravity for one in rows if (one.item_id, one.words) == (problem.item_id, problem.words)]


@pytest.mark.parametrize("kind", WORDS)
def test_a_reason_goes_on_when_its_segment_is_skipped(room: PageRoom, sample: Show, kind: ProblemKind) -> None:
    problem, panel = begun(room, kind), room.page.side.checks
    skip(room, problem.item_id)
    assert panel.stand.asks.reason.hasFocus()
    assert rows_about(room, problem) == [Gravity.HINT]
    assert room.show.segments[front_of(room)].id == problem.item_id
    room.type("价格")
    room.press(K.Key_Return)
    (kept,) = room.show.claim_overrides
    assert (kept.item_id, kept.words, kept.reason) == (problem.item_id, problem.words, "单支的价格")
    assert panel.list.hasFocus()
    assert not rows_about(room, problem), "hints are hidden"


def test_given_up_it_leaves_the_list_as_every_hint(room: PageRoom, sample: Show) -> None:
    problem, panel = begun(room, ProblemKind.PRICE), room.page.side.checks
    skip(room, problem.item_id)
    room.press(K.Key_Escape)
    assert not rows_about(room, problem)
    assert panel.list.hasFocus()
    assert not panel.stand.asks.isVisibleTo(panel.stand)


def test_it_is_listed_also_behind_the_last_that_fits(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem, panel = begun(room, ProblemKind.PRICE), room.page.side.checks
    monkeypatch.setattr(check_panel, "MOST", 1)
    room.settled()
    first = room.segment(0)
    assert first.id != problem.item_id
    write(room, 0, "全网最低价，国家级的")
    computed(room)
    assert panel.stand.asks.reason.hasFocus()
    assert [row.problem.item_id for row in panel.model.rows] == [first.id, problem.item_id]


def test_what_somebody_else_lets_stand_meanwhile_takes_no_word_away(room: PageRoom, sample: Show) -> None:
    problem, panel = begun(room, ProblemKind.PRICE), room.page.side.checks
    room.settled()
    kept = ClaimOverride(problem.item_id, problem.rule_id, problem.words, "有凭证", "审核", 1)
    elsewhere(room, let_stand(room.show, kept))
    assert panel.stand.asks.reason.hasFocus()
    assert panel.stand.asks.reason.text() == "单支的"
    row = panel.model.rows[panel.list.currentIndex().row()]
    assert "有凭证" in row.words
    room.press(K.Key_Escape)
    assert not rows_about(room, problem)
    assert room.show.claim_overrides == (kept,)


def test_where_its_words_are_gone_it_goes(room: PageRoom, sample: Show) -> None:
    problem, panel = begun(room, ProblemKind.PRICE), room.page.side.checks
    skip(room, problem.item_id)
    write(room, front_of(room), "你好")
    computed(room)
    assert not panel.stand.asks.isVisibleTo(panel.stand)
    assert not rows_about(room, problem)
