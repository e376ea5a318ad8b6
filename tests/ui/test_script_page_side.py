"""The right of the script page: what is wrong, how the time is allotted, templates."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.claims import ClaimChecker, ClaimOverride
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.pace import DEFAULT_CPS, Pace
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Gravity, ProblemKind, ScriptProblem
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import plan
from livedesk.services.claims import load_claims
from livedesk.services.paces import known_paces
from livedesk.services.templates import templates
from livedesk.ui import format as fmt
from livedesk.ui.models.keyed import ROW
from livedesk.ui.resources import resource
from livedesk.ui.workspaces.script import facts as facts_module
from livedesk.ui.workspaces.script.check_model import ProblemRow
from livedesk.ui.workspaces.script.check_panel import MOST
from livedesk.ui.workspaces.script.check_words import gravity_word, problem_words, tone
from livedesk.ui.workspaces.script.facts import ScriptFacts
from livedesk.ui.workspaces.script.side import CHECKS, FIELDS, TIME

__all__ = ["script_page_room", "script_sample"]

FACTS: dict[ProblemKind, dict[str, object]] = {
    ProblemKind.CLAIM: {"words": "全网最低"},
    ProblemKind.PRICE: {"said": "99 元", "right_fen": 12_900},
    ProblemKind.GIFT_OUT: {"gifts": "小样"},
    ProblemKind.STOCK_OUT: {"product": "修护霜"},
    ProblemKind.PRODUCT_UNUSED: {"product": "修护霜"},
    ProblemKind.PROMOTION_LOOSE: {"promotion": "满减"},
    ProblemKind.SCENE_MISSING: {"scene": "全景"},
    ProblemKind.INTERACTION_GAP: {"gap_ms": 660_000},
    ProblemKind.NO_PERSON: {},
    ProblemKind.NO_WORDS: {},
    ProblemKind.WORDS_LONG: {"over_ms": 30_000},
    ProblemKind.VARIABLE: {"name": "直播价"},
    ProblemKind.SHORTFALL: {"late_ms": 60_000},
    ProblemKind.OVERRUN: {"late_ms": 60_000},
}


def computed(room: PageRoom) -> None:
    """Wait until what is computed is of what is shown."""
    room.wait(lambda: room.page._computed is not None and room.page._computed.show is room.page.document.show)


def write(room: PageRoom, at: int, text: str) -> None:
    """Other words for a segment."""
    one = room.segment(at)
    assert room.page.document.do(editing.rewrite(one.id, one.script, parse_script(text)))


def row_of(room: PageRoom, kind: ProblemKind, item_id: str | None = None) -> int:
    """The row of a problem in the list."""
    rows = room.page.side.checks.model.rows
    return next(
        at for at, one in enumerate(rows) if one.problem.kind is kind and item_id in (None, one.problem.item_id)
    )


def enter_row(room: PageRoom, kind: ProblemKind, item_id: str | None = None) -> ScriptProblem:
    """Go to a problem's row by F3 and the arrows, and press Enter."""
    panel = room.page.side.checks
    room.press(K.Key_F3)
    room.wait(lambda: any(one.problem.kind is kind for one in panel.model.rows))
    wanted = row_of(room, kind, item_id)
    room.press(K.Key_Home)
    for _ in range(wanted):
        room.press(K.Key_Down)
    row = panel.list.currentIndex().data(ROW)
    assert isinstance(row, ProblemRow)
    room.press(K.Key_Return)
    return row.problem


# --- checks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_a_sentence(language: str, kind: ProblemKind) -> None:
    claim = None
    if kind is ProblemKind.CLAIM:
        claim = ClaimChecker(load_claims(resource("claims"))).line("全网最低价")[0]
    problem = ScriptProblem(kind, Gravity.GRAVE, "x", facts=FACTS[kind], claim=claim)  # type: ignore[arg-type]
    words = problem_words(problem)
    assert kind.value not in words
    assert "{" not in words.replace("{{直播价}}", "")
    for fact in FACTS[kind].values():
        assert isinstance(fact, int) or str(fact) in words
    if kind is ProblemKind.PRICE:
        assert "¥129" in words
    if language == "zh_CN":
        assert any("\u4e00" <= letter <= "\u9fff" for letter in words)
        assert not any(letter.isascii() and letter.isalpha() for letter in words.replace("OBS", "")), words
    for gravity in Gravity:
        assert gravity_word(gravity) != gravity.value or language == "en"
        assert tone(replace(problem, gravity=gravity))


def test_a_wording_that_somebody_lets_stand_is_listed_as_settled(room: PageRoom, sample: Show) -> None:
    write(room, 0, "全网最低价")
    computed(room)
    claims = [one for one in (room.page._computed or 0).problems if one.kind is ProblemKind.CLAIM]  # type: ignore[union-attr]
    (claim,) = [one for one in claims if one.item_id == sample.segments[0].id][:1]
    assert claim.claim is not None
    stands = ClaimOverride(claim.item_id, claim.claim.rule.id, claim.claim.words, "评测报告原话", "运营", 1)
    room.page.document.do(ChangeShow({"claim_overrides": (*room.show.claim_overrides, stands)}))
    computed(room)
    panel = room.page.side.checks
    room.press(K.Key_F3)
    rows = [one for one in panel.model.rows if one.problem.claim == claim.claim]
    assert rows == []
    panel.everything.setFocus()
    room.press(K.Key_Space)
    (row,) = [one for one in panel.model.rows if one.problem.claim == claim.claim]
    assert "评测报告原话" in row.words
    assert "运营" in row.words


def test_enter_goes_to_the_very_words(room: PageRoom, sample: Show) -> None:
    write(room, 3, "大家好\n【动作】拿起产品\n这款是全网最低价，放心买")
    computed(room)
    room.choose(0)
    problem = enter_row(room, ProblemKind.CLAIM, sample.segments[3].id)
    editor = room.page.text.editor
    assert room.page.document.current == sample.segments[3].id
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == problem.facts["words"]


def test_enter_goes_to_the_words_of_a_standby_plan(room: PageRoom, sample: Show) -> None:
    standby = sample.standbys[0]
    room.page.document.do(editing.rewrite(standby.id, standby.script, parse_script("我们是全网最低价")))
    computed(room)
    problem = enter_row(room, ProblemKind.CLAIM, standby.id)
    assert room.page.text.editor.textCursor().selectedText() == problem.facts["words"]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (ProblemKind.NO_PERSON, "person"),
        (ProblemKind.SCENE_MISSING, "scene"),
        (ProblemKind.WORDS_LONG, "duration_ms"),
    ],
)
def test_enter_goes_to_the_field_where_it_is_mended(
    room: PageRoom, sample: Show, kind: ProblemKind, field: str
) -> None:
    one = sample.segments[2]
    match kind:
        case ProblemKind.NO_PERSON:
            room.page.document.do(ChangeShow({"host": ""}))
            room.page.document.do(editing.set_field(room.show, {one.id}, "person", ""))
        case ProblemKind.SCENE_MISSING:
            room.context.bridge.post(ObsStatus(LinkState.READY, "x", "30", "", scenes=("开场全景",)))
        case _:
            room.page.document.do(editing.set_field(room.show, {one.id}, "duration_ms", 1_000))
            write(room, 2, "这一句很长" * 30)
    room.wait(lambda: any(p.kind is kind and p.item_id == one.id for p in room.page._computed.problems))  # type: ignore[union-attr]
    enter_row(room, kind, one.id)
    assert room.page.document.chosen == (one.id,)
    form = room.page.side.fields.segment_form
    assert form is not None
    assert form.editors[field].hasFocus() or form.editors[field].isAncestorOf(room.focus())


def test_enter_on_what_the_show_lacks_shows_the_show(room: PageRoom, sample: Show) -> None:
    spare = replace(sample.products[0], id="spare", name="没人讲的款")
    room.page.document.do(ChangeShow({"products": (*sample.products, spare)}))
    computed(room)
    room.choose(2)
    enter_row(room, ProblemKind.PRODUCT_UNUSED)
    assert room.page.document.chosen == ()
    assert room.page.side.tabs.currentIndex() == FIELDS
    assert room.page.side.fields.isAncestorOf(room.focus())
    last = room.show.segments[-1]
    room.page.document.do(editing.set_field(room.show, {last.id}, "duration_ms", 36_000_000))
    computed(room)
    enter_row(room, ProblemKind.OVERRUN)
    assert room.page.side.tabs.currentIndex() == TIME
    assert room.page.side.time.fit.hasFocus()


def test_a_problem_of_a_segment_that_went_meanwhile_is_no_surprise(room: PageRoom, sample: Show) -> None:
    room.page.go_to(ScriptProblem(ProblemKind.CLAIM, Gravity.GRAVE, "gone", 3, 5, 9))
    room.page.go_to(ScriptProblem(ProblemKind.CLAIM, Gravity.GRAVE, sample.segments[0].id, 999, 5, 9))
    assert room.page.document.current in ("", "gone", sample.segments[0].id)
    room.type("x")
    assert room.page.text.editor.hasFocus()


def test_the_tab_counts_what_is_open(room: PageRoom, sample: Show) -> None:
    computed(room)
    facts = room.page._computed
    assert facts is not None
    tabs = room.page.side.tabs
    many = facts.grave + facts.looks
    assert tabs.tabText(CHECKS).endswith(str(many) if many else "✓")
    write(room, 0, "全网最低价\n全网最低价\n全网最低价")
    computed(room)
    facts = room.page._computed
    assert facts is not None
    assert facts.grave + facts.looks >= many + 3
    assert tabs.tabText(CHECKS).endswith(f" {facts.grave + facts.looks}")


def test_the_list_is_bounded_and_says_so(room: PageRoom, sample: Show) -> None:
    write(room, 0, "\n".join(["全网最低价"] * (MOST + 20)))
    computed(room)
    room.press(K.Key_F3)
    panel = room.page.side.checks
    room.wait(lambda: panel.model.rowCount() == MOST)
    assert f"{MOST}" in panel.count.text()
    assert len({one.key for one in panel.model.rows}) == MOST


def test_what_is_hidden_computes_nothing(room: PageRoom, sample: Show) -> None:
    room.page.side.tabs.setCurrentIndex(FIELDS)
    checks, time = room.page.side.checks, room.page.side.time
    rows, planned = checks.model.rows, time.planned.text()
    write(room, 0, "全网最低价")
    room.page.document.do(editing.set_field(room.show, {sample.segments[0].id}, "duration_ms", 1_234_000))
    computed(room)
    assert checks.model.rows == rows
    assert time.planned.text() == planned
    room.press(K.Key_F3)
    assert checks.model.rows != rows
    room.press(K.Key_T, CTRL | SHIFT)
    assert time.planned.text() == fmt.hms(plan(room.show).end - plan(room.show).start)


def test_what_cannot_be_computed_is_said_and_what_follows_is(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, broken = threading.Event(), []

    def breaks(*_args: object) -> None:
        monkeypatch.undo()
        broken.append(True)
        gate.wait(5)
        raise UserError("clock.gap", at="02:30", zone="x")

    monkeypatch.setattr(facts_module, "_facts", breaks)
    one = sample.segments[0].id
    room.page.document.do(editing.set_field(room.show, {one}, "note", "第一次"))
    room.wait(lambda: bool(broken))
    # This one comes while the computation that breaks is still under way.
    room.page.document.do(editing.set_field(room.show, {one}, "note", "第二次"))
    gate.set()
    computed(room)
    assert room.segment(0).note == "第二次"
    assert room.notes


# --- time ----------------------------------------------------------------------------------------------------


def test_fitting_is_one_edit_that_undo_takes_back(room: PageRoom, sample: Show) -> None:
    long = room.segment(4)
    room.page.document.do(editing.set_field(room.show, {long.id}, "duration_ms", long.duration_ms + 600_000))
    room.settled()
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show != before
    table = plan(room.show)
    assert table.end == table.hard_end
    told = room.page.side.time.told
    assert told.isVisible()
    assert "Ctrl+Z" in told.text()
    changed = sum(one != old for one, old in zip(room.show.segments, before.segments, strict=True))
    assert told.text().startswith(str(changed))
    room.settled()
    room.press(K.Key_Z, CTRL)
    room.settled()
    assert room.show == before


def test_only_what_is_chosen_is_fitted(room: PageRoom, sample: Show) -> None:
    long = room.segment(4)
    room.page.document.do(editing.set_field(room.show, {long.id}, "duration_ms", long.duration_ms + 120_000))
    computed(room)
    before = room.show
    room.choose(4, 5)
    room.page.rundown.view.setFocus()
    assert room.context.actions.trigger("script_fit")
    changed = {one.id for one, old in zip(room.show.segments, before.segments, strict=True) if one != old}
    assert changed <= {room.segment(4).id, room.segment(5).id}
    assert changed


def test_what_fits_already_says_so(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    room.settled()
    computed(room)
    before = room.show
    room.press(K.Key_Space)
    assert room.show == before
    assert room.page.side.time.told.text() == "It fits already."


def test_without_a_fixed_end_it_says_what_is_needed(room: PageRoom, sample: Show) -> None:
    room.page.document.do(ChangeShow({"hard_end": None}))
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show == before
    assert "fixed end" in room.page.side.time.told.text()
    assert "no fixed end" in room.page.side.time.slot.text()


def test_words_need_their_time(room: PageRoom, sample: Show) -> None:
    for at in range(len(room.show.segments)):
        write(room, at, "这一句说给大家听" * 400)
    last = room.show.segments[-1]
    room.page.document.do(editing.set_field(room.show, {last.id}, "duration_ms", 3_600_000))
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert "missing" in room.page.side.time.told.text() or "need their time" in room.page.side.time.told.text()


def test_a_locked_script_is_not_fitted_and_nothing_else_is_told(room: PageRoom, sample: Show) -> None:
    room.page.document.do(editing.set_field(room.show, {room.segment(4).id}, "duration_ms", 6_000_000))
    room.page.document.do(SetApproval(Approval.LOCKED))
    computed(room)
    before = room.show
    room.press(K.Key_T, CTRL | SHIFT)
    room.press(K.Key_Space)
    assert room.show == before
    assert not room.page.side.time.told.isVisible()
    assert room.notes


def set_rate(room: PageRoom, person: str, rate: str) -> None:
    """Type somebody's rate."""
    room.press(K.Key_T, CTRL | SHIFT)
    room.wait(lambda: person in room.page.side.time.paces._fields)
    field = room.page.side.time.paces.field(person)
    room.wait(field.isVisible)
    field.setFocus()
    field.selectAll()
    room.type(rate)
    room.press(K.Key_Return)


def rate_of(room: PageRoom, person: str) -> float | None:
    """The rate that is counted with."""
    known = room.page.facts.known
    return known.rates.get(person) if known is not None else None


def reset_of(room: PageRoom, person: str) -> QPushButton:
    """The key that goes back to what was measured."""
    return room.page.side.time.paces._resets[person]


def test_a_rate_set_by_hand_is_used_at_once_and_goes_back_to_what_was_measured(
    room: PageRoom, sample: Show
) -> None:
    computed(room)
    facts = room.page._computed
    assert facts is not None
    person = sample.segments[0].person or sample.host
    set_rate(room, person, "3.0")
    room.wait(lambda: rate_of(room, person) == 3.0)
    room.wait(lambda: room.page._computed is not facts and reset_of(room, person).isVisible())
    after = room.page._computed
    assert after is not None
    assert after.allocation.speaking_ms > facts.allocation.speaking_ms
    reset_of(room, person).setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: rate_of(room, person) is None)
    room.wait(lambda: not reset_of(room, person).isVisible())
    assert room.page.side.time.paces.field(person).value() == round(DEFAULT_CPS, 1)


def test_a_rate_by_hand_that_is_the_usual_one_can_be_reset_too(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    person = next(iter(room.page.side.time.paces._fields))
    facts, known = room.page._computed, room.page.facts.known
    assert facts is not None
    assert known is not None
    room.page.side.time.show_facts(facts, replace(known, paces={person: Pace(person, known.default_cps)}))
    assert reset_of(room, person).isVisibleTo(room.page.side.time)


def test_a_rate_is_there_again_when_it_is_read_anew(room: PageRoom, sample: Show) -> None:
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    person = next(iter(room.page.side.time.paces._fields))
    set_rate(room, person, "5.5")
    room.wait(lambda: rate_of(room, person) == 5.5)
    kept = known_paces(room.services.kept, room.services.shows, room.services.runs)
    assert kept[person].cps == 5.5
    again = ScriptFacts(room.context, room.page.document, room.page)
    room.wait(lambda: again.known is not None)
    assert again.known is not None
    assert again.known.rates[person] == 5.5


# --- templates -----------------------------------------------------------------------------------------------


def keep(room: PageRoom, name: str, *, whole: bool = False) -> None:
    """Keep what is chosen, or the show, under a name."""
    panel = room.page.side.templates
    many = panel.model.rowCount()
    room.press(K.Key_I, CTRL | SHIFT)
    panel.name.setFocus()
    room.type(name)
    if whole:
        panel.keep_whole.setFocus()
        room.press(K.Key_Space)
    else:
        room.press(K.Key_Return)
    room.wait(lambda: panel.model.rowCount() == many + 1)
    assert name in panel.told.text()
    assert panel.name.text() == ""


def other(room: PageRoom, sample: Show) -> Show:
    """An empty show, opened."""
    made = replace(
        sample, id="other", title="另一场", segments=(), groups=(), products=(), promotions=(), standbys=()
    )
    made = replace(made, claim_overrides=())
    room.services.store.shows.add(made, by="运营", at_ms=0)
    room.page.show_item("other")
    room.wait(lambda: room.show.id == "other")
    return made


def test_segments_go_into_another_show_with_their_products(room: PageRoom, sample: Show) -> None:
    at = next(at for at, one in enumerate(sample.segments) if one.product_ids)
    room.choose(at)
    keep(room, "讲品模板")
    other(room, sample)
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    (made,) = room.show.segments
    assert made.title == sample.segments[at].title
    assert [one.name for one in room.show.products] == [
        one.name for one in sample.products if one.id in sample.segments[at].product_ids
    ]
    assert {one.id for one in room.show.products} >= set(made.product_ids)
    room.settled()


def test_a_group_goes_along_whole(room: PageRoom, sample: Show) -> None:
    group = sample.groups[0]
    view = room.page.rundown.view
    row = next(at for at in range(view.rows.rowCount()) if view.rows.group_id(at) == group.id)
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, 0))
    keep(room, "暖场组")
    other(room, sample)
    room.press(K.Key_I, CTRL | SHIFT)
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert [one.title for one in room.show.groups] == [group.title]
    inside = [one for one in sample.segments if one.group_id == group.id]
    assert [one.title for one in room.show.segments] == [one.title for one in inside]
    assert {one.group_id for one in room.show.segments} == {room.show.groups[0].id}
    room.settled()


def test_nothing_chosen_keeps_nothing_and_says_so(room: PageRoom, sample: Show) -> None:
    room.choose()
    room.press(K.Key_I, CTRL | SHIFT)
    room.page.side.templates.keep.setFocus()
    room.press(K.Key_Space)
    assert "Choose" in room.page.side.templates.told.text()
    assert templates(room.services.kept) == ()


def test_a_template_is_forgotten_and_brought_back(room: PageRoom, sample: Show) -> None:
    panel = room.page.side.templates
    room.choose(0)
    keep(room, "开场模板")
    kept = templates(room.services.kept)
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Delete)
    room.wait(lambda: panel.model.rowCount() == 0)
    assert templates(room.services.kept) == ()
    assert panel.back.isVisible()
    panel.back.setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: panel.model.rowCount() == 1)
    assert templates(room.services.kept) == kept
    assert not panel.back.isVisible()


def test_a_new_show_from_a_template_is_tomorrow_with_its_pictures(room: PageRoom, sample: Show) -> None:
    keep(room, "护肤专场模板", whole=True)
    panel = room.page.side.templates
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    room.wait(lambda: room.show.id != sample.id)
    made = room.show
    assert made.title == "护肤专场模板"
    assert made.approval is Approval.DRAFT
    assert made.planned_start.local.time() == sample.planned_start.local.time()
    now = room.context.clock.now().wall_ms
    start = plan(made).start
    assert now < start < now + 2 * 86_400_000
    assert [one.title for one in made.segments] == [one.title for one in sample.segments]
    pictured = [one for one in made.products if one.image]
    assert pictured
    for product in pictured:
        path = room.services.media.path(made.id, product.image)
        assert path is not None
        assert path.read_bytes()
    assert room.services.reminded == 1


def test_a_picture_that_cannot_be_read_is_said(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    keep(room, "整场", whole=True)
    monkeypatch.setattr(Path, "read_bytes", broken)
    panel = room.page.side.templates
    panel.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    room.wait(lambda: room.notes != "")
    assert room.show.id == sample.id


def test_a_locked_script_takes_no_template(room: PageRoom, sample: Show) -> None:
    room.choose(0)
    keep(room, "开场模板")
    room.page.document.do(SetApproval(Approval.LOCKED))
    room.page.side.templates.list.setFocus()
    room.press(K.Key_Down)
    room.press(K.Key_Return)
    assert room.show.segments == sample.segments
    assert room.notes
