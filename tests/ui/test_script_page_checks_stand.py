"""At the foot of the list of what is wrong a person lets a wording or a price stand, by keys alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from script_page_room import ALT, SHIFT, K, PageRoom, script_page_room, script_sample
from test_script_page_checks import computed, write

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script_checks import Gravity, ProblemKind, ScriptProblem
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script import facts as facts_module
from livedesk.ui.workspaces.script.check_model import ProblemRow
from livedesk.ui.workspaces.script.check_panel import place_line
from livedesk.ui.workspaces.script.side import FIELDS

__all__ = ["script_page_room", "script_sample"]

WORDS = {ProblemKind.PRICE: "今天直播间只要 7777 元", ProblemKind.CLAIM: "全网最低价"}


def in_front(room: PageRoom, kind: ProblemKind) -> ScriptProblem:
    """Write what is doubted, and walk to it in the list."""
    at = next(at for at, one in enumerate(room.show.segments) if one.product_ids)
    write(room, at, WORDS[kind])
    computed(room)
    room.press(K.Key_F3)
    panel = room.page.side.checks
    item = room.show.segments[at].id
    row = next(
        row for row, one in enumerate(panel.model.rows) if (one.problem.kind, one.problem.item_id) == (kind, item)
    )
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    return panel.model.rows[row].problem


@pytest.mark.parametrize("kind", WORDS)
def test_what_is_doubted_is_let_stand_and_taken_back(room: PageRoom, sample: Show, kind: ProblemKind) -> None:
    problem, panel = in_front(room, kind), room.page.side.checks
    assert panel.stand.isVisible()
    room.press(K.Key_Return, ALT | SHIFT)
    assert panel.stand.asks.reason.hasFocus()
    room.press(K.Key_Return)
    assert not room.show.claim_overrides, "not without a reason"
    room.type("单支的价格")
    room.press(K.Key_Return)
    (kept,) = room.show.claim_overrides
    assert (kept.item_id, kept.reason, kept.by) == (problem.item_id, "单支的价格", room.context.operator())
    computed(room)
    assert panel.list.hasFocus()
    assert all(
        one.problem.words != problem.words or one.problem.item_id != problem.item_id for one in panel.model.rows
    )
    panel.everything.setChecked(True)
    row = next(row for row, one in enumerate(panel.model.rows) if not one.problem.open)
    assert "单支的价格" in panel.model.rows[row].words
    assert "must be mended" not in panel.model.rows[row].text
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    assert panel.stand.back.isVisible()
    room.press(K.Key_Backspace, ALT | SHIFT)
    assert room.show.claim_overrides == ()


def test_the_same_words_by_the_law_and_a_card_are_two_rows(room: PageRoom, sample: Show) -> None:
    at = next(at for at, one in enumerate(room.show.segments) if one.product_ids)
    sold = room.segment(at).product_ids[0]
    cards = tuple(
        replace(one, do_not_say=("全网最低价",)) if one.id == sold else one for one in room.show.products
    )
    room.page.document.do(ChangeShow({"products": cards}))
    in_front(room, ProblemKind.CLAIM)
    panel, item = room.page.side.checks, room.segment(at).id

    def of_item() -> list[ProblemRow]:
        return [row for row in panel.model.rows if row.problem.item_id == item and row.problem.claim is not None]

    law, card = of_item()
    assert law.words != card.words
    assert law.key != card.key
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("有凭证")
    room.press(K.Key_Return)
    computed(room)
    assert [row.words for row in of_item()] == [card.words], "the reason was for the law"


def test_the_name_is_cut_before_the_field(room: PageRoom, sample: Show) -> None:
    problem = ScriptProblem(ProblemKind.VARIABLE, Gravity.GRAVE, "x", field="interaction")
    row = ProblemRow(problem, "03 开门红 · 润唇膏 9.9", "Interaction · skipped", "", "warn")
    assert place_line(row, 1_000) == row.where
    for wide in range(150, 300, 10):
        line = place_line(row, wide)
        assert line.endswith(" · Interaction · skipped")
        assert paint.width(line, LABEL) <= wide


def test_the_row_in_front_is_seen(room: PageRoom, sample: Show) -> None:
    computed(room)
    panel = room.page.side.checks
    panel.everything.setChecked(True)
    room.press(K.Key_F3)
    for row in range(2):
        assert panel.list.currentIndex().row() == row
        assert panel.list.selectionModel().selectedIndexes() == [panel.list.currentIndex()]
        room.press(K.Key_Down)


def test_what_comes_under_the_keys_has_a_row_in_front(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_F3)
    panel = room.page.side.checks
    other = replace(room.show, id="other", title="另一场")
    room.services.store.shows.add(other, by="运营", at_ms=0)
    room.page.document.open(other.id)
    room.wait(lambda: room.show.id == other.id)
    computed(room)
    assert panel.model.rowCount()
    assert panel.list.hasFocus()
    assert panel.list.selectionModel().selectedIndexes() == [panel.model.index(0, 0)]


def test_escape_gives_the_reason_up(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("x")
    room.press(K.Key_Escape)
    assert panel.list.hasFocus()
    assert not panel.stand.asks.isVisible()
    assert room.show.claim_overrides == ()


def test_a_reason_is_only_for_what_it_was_asked_for(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    panel.everything.setChecked(True)
    panel.stand.ask()
    write(room, 3, "{{没有}}")
    computed(room)
    assert panel.stand.asks.isVisible(), "the same is in front still"
    other = next(row for row, one in enumerate(panel.model.rows) if not one.problem.rule_id)
    panel.list.setCurrentIndex(panel.model.index(other, 0))
    assert not panel.stand.isVisible()
    assert not panel.stand.asks.isVisibleTo(panel.stand)


def front_of(room: PageRoom) -> int:
    """The segment of what is in front."""
    panel = room.page.side.checks
    item = panel.model.rows[panel.list.currentIndex().row()].problem.item_id
    return next(at for at, one in enumerate(room.show.segments) if one.id == item)


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("before", ["大家好\n", "大概"])
def test_a_reason_goes_on_while_its_words_move(
    room: PageRoom, sample: Show, kind: ProblemKind, before: str
) -> None:
    problem, panel = in_front(room, kind), room.page.side.checks
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的")
    write(room, front_of(room), before + WORDS[kind])
    computed(room)
    assert panel.stand.asks.reason.hasFocus()
    room.type("价格")
    assert panel.stand.asks.reason.text() == "单支的价格"
    room.press(K.Key_Return)
    (kept,) = room.show.claim_overrides
    assert (kept.reason, kept.words) == ("单支的价格", problem.words)


def test_where_the_words_go_away_the_list_has_the_keys(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    write(room, 3, "全网最低价")
    computed(room)
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的")
    write(room, front_of(room), "你好")
    computed(room)
    assert not panel.stand.asks.isVisible()
    assert panel.list.hasFocus()


def test_where_the_words_go_away_behind_another_window_the_list_has_the_keys(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    write(room, 3, "全网最低价")
    computed(room)
    room.press(K.Key_Return, ALT | SHIFT)
    other = QWidget()
    room.qtbot.addWidget(other)
    with room.qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    write(room, front_of(room), "你好")
    computed(room)
    assert room.focus() is panel.list


def test_a_reason_stays_when_the_script_is_locked_meanwhile(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的价格")
    room.press(K.Key_Return, ALT | SHIFT)
    assert panel.stand.asks.reason.text() == "单支的价格", "asked again it goes on"
    room.page.document.do(SetApproval(Approval.LOCKED))
    computed(room)
    room.press(K.Key_Return)
    assert room.show.claim_overrides == ()
    assert panel.stand.asks.reason.text() == "单支的价格"
    assert panel.stand.asks.isVisible()


def test_it_is_said_where_nothing_is_let_stand(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    room.press(K.Key_Backspace, ALT | SHIFT)
    assert "let stand" in room.notes


def test_a_locked_script_lets_nothing_stand(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.page.document.do(SetApproval(Approval.LOCKED))
    computed(room)
    assert not panel.stand.let.isEnabled()
    said: list[str] = []
    room.context.actions.refused.connect(lambda action, _why: said.append(action))
    for key in (K.Key_Return, K.Key_Backspace):
        room.press(key, ALT | SHIFT)
        assert not panel.stand.asks.isVisible()
        assert panel.list.hasFocus(), "nobody asked for the words"
    assert said == ["script_keep_check", "script_doubt_check"]


def test_it_is_found_from_elsewhere_and_says_where_nothing_may_stand(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.page.side.open(FIELDS)
    room.context.actions.trigger("script_keep_check")
    assert panel.stand.asks.reason.hasFocus()
    room.press(K.Key_Escape)
    write(room, 3, "{{没有}}")
    computed(room)
    row = next(row for row, one in enumerate(panel.model.rows) if not one.problem.rule_id)
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    room.press(K.Key_Return, ALT | SHIFT)
    assert not panel.stand.asks.isVisible()
    assert "has to be mended" in room.notes
    panel.everything.setChecked(False)
    write(room, 3, "大家好")
    room.page.document.do(ChangeShow({"claim_overrides": overrides_of(room)}))
    computed(room)
    panel.everything.setChecked(True)
    row = next(row for row, one in enumerate(panel.model.rows) if not one.problem.open)
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    room.press(K.Key_Return, ALT | SHIFT)
    assert "stands already" in room.notes


def overrides_of(room: PageRoom) -> tuple[ClaimOverride, ...]:
    """Everything that may be let stand, let stand."""
    problems = [one.problem for one in room.page.side.checks.model.rows if one.problem.rule_id]
    return tuple(ClaimOverride(one.item_id, one.rule_id, one.words, "有凭证", "运营", 1) for one in problems)


def test_it_is_said_where_nothing_is_in_front(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_F3)
    panel = room.page.side.checks
    panel.list.selectionModel().clear()
    room.press(K.Key_Return, ALT | SHIFT)
    assert not panel.stand.asks.isVisible()
    assert "Nothing is in front" in room.notes


def test_what_was_let_stand_a_moment_ago_is_not_asked_for_again(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的价格")
    room.press(K.Key_Return)
    room.press(K.Key_Return, ALT | SHIFT)
    assert not panel.stand.asks.isVisible()
    assert "stands already" in room.notes


def test_taken_back_twice_is_taken_back_once(room: PageRoom, sample: Show) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.page.document.do(ChangeShow({"claim_overrides": overrides_of(room)}))
    computed(room)
    panel.everything.setChecked(True)
    row = next(row for row, one in enumerate(panel.model.rows) if not one.problem.open)
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    room.settled()
    revision, many = room.page.document.revision, len(room.show.claim_overrides)
    room.press(K.Key_Backspace, ALT | SHIFT)
    room.press(K.Key_Backspace, ALT | SHIFT)
    assert len(room.show.claim_overrides) == many - 1
    room.settled()
    assert room.page.document.revision == revision + 1
    assert "let stand" not in room.notes, "the second was of a key held too long"


def opened_instead(room: PageRoom, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Another show with an item of the same id and the same words, in which nothing is found any more."""
    other = replace(room.show, id="other", title="另一场", claim_overrides=())
    room.services.store.shows.add(other, by="运营", at_ms=0)

    def broken(*_: object) -> None:
        raise UserError("store.locked", path="", reason="")

    monkeypatch.setattr(facts_module, "_facts", broken)
    room.page.document.open(other.id)
    room.wait(lambda: room.show.id == other.id)
    return other


def test_a_reason_of_one_show_is_not_kept_in_another(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    went: list[object] = []
    panel.opened.connect(went.append)
    room.press(K.Key_Return, ALT | SHIFT)
    room.type("单支的价格")
    opened_instead(room, monkeypatch)
    assert panel.list.hasFocus()
    assert not panel.stand.isVisible()
    assert panel.model.rowCount() == 0
    assert (panel.count.text(), panel.list.empty) == ("", "")
    panel.stand.asks.given.emit("单支的价格")
    room.press(K.Key_Return)
    assert room.show.claim_overrides == ()
    assert went == []
    panel.everything.setChecked(True)
    room.page.side.open(FIELDS)
    room.press(K.Key_F3)
    assert panel.model.rowCount() == 0, "what was known of the one before comes back from nowhere"


def test_nothing_is_taken_back_in_another_show(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_front(room, ProblemKind.PRICE)
    panel = room.page.side.checks
    room.page.document.do(ChangeShow({"claim_overrides": overrides_of(room)}))
    computed(room)
    panel.everything.setChecked(True)
    row = next(row for row, one in enumerate(panel.model.rows) if not one.problem.open)
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    room.settled()
    opened_instead(room, monkeypatch)
    assert not panel.stand.take_back()
    assert not panel.stand.back.isVisible()
