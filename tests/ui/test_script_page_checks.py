"""The checks of the script page: each in words, where it leads, and what it costs."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap, QTextOption
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.claims import ClaimChecker, ClaimOverride
from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.pace import spoken_chars
from livedesk.domain.rundown import Approval, EndMode, Show
from livedesk.domain.script import fill, parse_script
from livedesk.domain.script_checks import Gravity, ProblemKind, ScriptProblem
from livedesk.domain.script_values import values_on
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.domain.timetable import plan
from livedesk.services.claims import load_claims
from livedesk.ui import format as fmt
from livedesk.ui.models.keyed import ROW
from livedesk.ui.resources import resource
from livedesk.ui.theme import TEXT
from livedesk.ui.widgets import paint
from livedesk.ui.workspaces.script import facts as facts_module
from livedesk.ui.workspaces.script.check_model import ProblemRow
from livedesk.ui.workspaces.script.check_panel import MOST
from livedesk.ui.workspaces.script.check_words import gravity_word, problem_words, tone
from livedesk.ui.workspaces.script.side import CHECKS, FIELDS, TIME
from livedesk.ui.workspaces.script.text_facts import Paces, told_of

__all__ = ["script_page_room", "script_sample"]

FACTS: dict[ProblemKind, dict[str, object]] = {
    ProblemKind.CLAIM: {"words": "全网最低"},
    ProblemKind.PRICE: {"said": "99 元", "right_fen": 12_900, "variable": "{{直播价}}"},
    ProblemKind.GIFT_OUT: {"gifts": "小样"},
    ProblemKind.GIFT_PROMOTION: {"promotion": "买就送"},
    ProblemKind.STOCK_OUT: {"product": "修护霜"},
    ProblemKind.PRODUCT_UNUSED: {"product": "修护霜"},
    ProblemKind.PROMOTION_LOOSE: {"promotion": "满减"},
    ProblemKind.SCENE_MISSING: {"scene": "全景"},
    ProblemKind.PANIC_MISSING: {"scene": "紧急画面"},
    ProblemKind.INTERACTION_GAP: {"gap_ms": 660_000},
    ProblemKind.NO_PERSON: {},
    ProblemKind.NO_CO_HOST: {},
    ProblemKind.NO_WORDS: {},
    ProblemKind.WORDS_LONG: {"over_ms": 30_000},
    ProblemKind.VARIABLE: {"name": "直播价"},
    ProblemKind.STANDBY_VARIABLE: {"name": "直播价"},
    ProblemKind.NO_END_TIME: {},
    ProblemKind.SHORTFALL: {"late_ms": 60_000},
    ProblemKind.COUNT_PASSED: {"late_ms": 60_000},
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


@pytest.mark.parametrize("language", ["en", "zh_CN"], indirect=True)
@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_a_sentence(language: str, kind: ProblemKind) -> None:
    claim = None
    if kind is ProblemKind.CLAIM:
        claim = ClaimChecker(load_claims(resource("claims"))).line("全网最低价")[0]
    problem = ScriptProblem(kind, Gravity.GRAVE, "x", facts=FACTS[kind], claim=claim)  # type: ignore[arg-type]  # the facts of the table above
    words = problem_words(problem)
    assert kind.value not in words
    assert "{" not in words.replace("{{直播价}}", "").replace("{{直播价:1号}}", "")
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
    facts = room.page._computed
    assert facts is not None
    claims = [one for one in facts.problems if one.kind is ProblemKind.CLAIM]
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


@pytest.mark.parametrize("kind", [ProblemKind.VARIABLE, ProblemKind.STANDBY_VARIABLE])
def test_of_a_variable_that_nothing_fills_it_is_said_what_is_wrong_with_it(kind: ProblemKind) -> None:
    def said(name: str) -> str:
        return problem_words(ScriptProblem(kind, Gravity.GRAVE, "x", facts={"name": name}))

    assert "no variable {{没有的:1号}}" in said("没有的:1号")
    assert "no product with this number" in said("直播价:99号")
    assert (
        "put a product" in said("直播价")
        if kind is ProblemKind.VARIABLE
        else "as {{直播价:1号}}" in said("直播价")
    )


def test_the_words_of_a_plan_are_counted_as_they_are_said(room: PageRoom, sample: Show) -> None:
    product = next(one for one in sample.products if one.live_price is not None and one.link is not None)
    plan = replace(sample.standbys[0], script=parse_script(f"现在{{{{直播价:{product.link}号}}}}"))
    values = values_on(replace(sample, standbys=(plan,)), plan)
    told = told_of(plan, plan.script, sample.host, values, Paces({}))
    said = fill(plan.script.lines[0].text, values)
    assert "{" not in said
    assert f" · {spoken_chars(said)} characters at" in told.words


def test_a_row_is_as_high_as_its_sentence(room: PageRoom, sample: Show) -> None:
    write(room, 0, "全网最低价，永不反弹\n只要 1 元")
    computed(room)
    room.press(K.Key_F3)
    checks = room.page.side.checks
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    assert checks.model.rows
    canvas = QPixmap(1, 1)
    with QPainter(canvas) as painter:
        painter.setFont(paint.font(TEXT))
        for at, row in enumerate(checks.model.rows):
            height = checks.list.sizeHintForRow(at)
            room_ = QRectF(0, 0, checks.list.viewport().width() - 36, 999)
            needed = painter.boundingRect(room_, row.words, option).height()
            assert 0 <= height - 30 - needed <= 1, row.words


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
        (ProblemKind.NO_CO_HOST, "co_host"),
        (ProblemKind.SCENE_MISSING, "scene"),
        (ProblemKind.WORDS_LONG, "duration_ms"),
        (ProblemKind.NO_END_TIME, "count_to"),
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
        case ProblemKind.NO_CO_HOST:
            room.page.document.do(editing.set_field(room.show, {one.id}, "co_host", ""))
            write(room, 2, "大家好\n助播：三二一，上链接")
        case ProblemKind.SCENE_MISSING:
            room.context.bridge.post(ObsStatus(LinkState.READY, "x", "30", "", scenes=("开场全景",)))
        case ProblemKind.NO_END_TIME:
            room.page.document.do(editing.set_field(room.show, {one.id}, "end_mode", EndMode.COUNT_TO))
        case _:
            room.page.document.do(editing.set_field(room.show, {one.id}, "duration_ms", 1_000))
            write(room, 2, "这一句很长" * 30)
    room.wait(lambda: any(p.kind is kind and p.item_id == one.id for p in room.page._computed.problems))  # type: ignore[union-attr]  # the page has computed them
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
    facts = room.page.side.fields.facts_form
    assert facts is not None
    assert facts.products.list.hasFocus()
    assert facts.products.list.current == "spare"
    room.press(K.Key_Delete)
    assert room.show.product("spare") is None
    last = room.show.segments[-1]
    room.page.document.do(editing.set_field(room.show, {last.id}, "duration_ms", 36_000_000))
    computed(room)
    enter_row(room, ProblemKind.OVERRUN)
    assert room.page.side.tabs.currentIndex() == TIME
    assert room.page.side.time.fit.hasFocus()


def test_enter_on_a_loose_promotion_asks_for_its_segment(room: PageRoom, sample: Show) -> None:
    loose = replace(sample.promotions[0], id="loose", title="没人起的活动", segment_id="gone")
    room.page.document.do(ChangeShow({"promotions": (*sample.promotions, loose)}))
    computed(room)
    room.choose(2)
    problem = enter_row(room, ProblemKind.PROMOTION_LOOSE)
    assert problem.about == "loose"
    facts = room.page.side.fields.facts_form
    assert facts is not None
    field = facts.promotions.editors["promotion.segment_id"]
    assert field.hasFocus()
    room.wait(lambda: not field.visibleRegion().isEmpty())
    assert field.visibleRegion().boundingRect().height() == field.height()
    room.type("04")
    room.press(K.Key_Return)
    assert room.show.promotions[-1].segment_id == sample.segments[3].id
    computed(room)
    assert room.page._computed is not None
    assert all(one.kind is not ProblemKind.PROMOTION_LOOSE for one in room.page._computed.problems)


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
    spare = replace(sample.products[0], id="spare", name="没人讲的款")
    room.page.document.do(ChangeShow({"products": (*sample.products, spare)}))
    computed(room)
    facts = room.page._computed
    assert facts is not None
    assert facts.looks > 0
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


def test_what_could_not_be_computed_is_not_settled(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed(room)
    facts = room.page.facts
    room.wait(lambda: facts.settled)
    told: list[object] = []
    facts.refused.connect(told.append)

    def breaks(*_args: object) -> None:
        raise UserError("clock.gap", at="02:30", zone="x")

    with monkeypatch.context() as broken:
        broken.setattr(facts_module, "_facts", breaks)
        room.page.document.do(editing.set_field(room.show, {sample.segments[0].id}, "note", "第一次"))
        room.wait(lambda: bool(told))
        assert not facts.settled
    room.page.document.do(editing.set_field(room.show, {sample.segments[0].id}, "note", "第二次"))
    room.wait(lambda: facts.settled)


@pytest.mark.parametrize("to", [Approval.APPROVED, Approval.LOCKED])
def test_a_script_is_approved_and_locked_with_a_word_about_what_stands_open(
    room: PageRoom, sample: Show, to: Approval
) -> None:
    computed(room)
    facts = room.page._computed
    assert facts is not None
    assert facts.grave + facts.looks
    room.page.document.do(SetApproval(to))
    assert f"{facts.grave + facts.looks}, of which grave: {facts.grave}" in room.notes
    assert "F3" in room.notes


def test_nothing_is_said_of_a_script_in_which_nothing_stands_open(room: PageRoom, sample: Show) -> None:
    computed(room)
    found = room.page._computed
    assert found is not None
    room.page.facts.found.emit(replace(found, grave=0, looks=0))
    room.page.document.do(SetApproval(Approval.LOCKED))
    assert "open checks" not in room.notes
