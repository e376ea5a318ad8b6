"""The checks of titles, interactions, skipped segments, cards, gifts and the panic key, and where Enter leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_page_room import K, PageRoom, script_page_room, script_sample
from test_script_page_checks import computed, enter_row, write

from livedesk.domain import editing
from livedesk.domain.edits import ChangeShow
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.domain.script_checks import Gravity, ProblemKind
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.workspaces.script.check_words import problem_words

__all__ = ["script_page_room", "script_sample"]


@pytest.mark.parametrize("field", ["title", "interaction"])
def test_enter_goes_to_the_field_whose_text_is_wrong(room: PageRoom, sample: Show, field: str) -> None:
    one = sample.segments[2]
    room.page.document.do(editing.set_field(room.show, {one.id}, field, "全网最低价"))
    computed(room)
    problem = enter_row(room, ProblemKind.CLAIM, one.id)
    assert problem.field == field
    assert room.page.document.chosen == (one.id,)
    form = room.page.side.fields.segment_form
    assert form is not None
    assert form.editors[field].hasFocus() or form.editors[field].isAncestorOf(room.focus())


def test_enter_goes_to_the_promotion_that_gives_nothing(room: PageRoom, sample: Show) -> None:
    one = sample.segments[2]
    gift = Promotion("empty", "买就送小样", PromotionKind.GIFT, one.id, cap=0)
    room.page.document.do(ChangeShow({"promotions": (*sample.promotions, gift)}))
    computed(room)
    enter_row(room, ProblemKind.GIFT_PROMOTION, one.id)
    assert room.page.document.chosen == (one.id,)
    form = room.page.side.fields.segment_form
    assert form is not None
    assert form.promotions.list.hasFocus()
    assert form.promotions.list.current == "empty"


def listed(room: PageRoom, kind: ProblemKind) -> bool:
    """Whether a problem of a kind was found by now."""
    found = room.page._computed
    return found is not None and any(one.kind is kind for one in found.problems)


@pytest.mark.parametrize("plans", [True, False])
def test_enter_on_a_panic_key_without_a_scene_shows_the_plans(room: PageRoom, sample: Show, plans: bool) -> None:
    left = tuple(replace(one, panic=False) for one in sample.standbys) if plans else ()
    room.page.document.do(ChangeShow({"standbys": left}))
    room.context.bridge.post(ObsStatus(LinkState.READY, "x", "30", "", scenes=("开场全景",)))
    room.wait(lambda: listed(room, ProblemKind.PANIC_MISSING))
    room.choose(2)
    enter_row(room, ProblemKind.PANIC_MISSING)
    assert room.page.document.chosen == ()
    facts = room.page.side.fields.facts_form
    assert facts is not None
    assert (facts.standbys.list if plans else facts.standbys.adder).hasFocus()


def test_what_is_skipped_is_listed_as_a_hint_that_says_so(room: PageRoom, sample: Show) -> None:
    one = sample.segments[2]
    write(room, 2, "全网最低价")
    room.page.document.do(editing.set_field(room.show, {one.id}, "title", "全网最低价"))
    computed(room)
    found = room.page._computed
    assert found is not None
    before = found.grave
    room.page.document.do(editing.set_field(room.show, {one.id}, "skipped", True))
    computed(room)
    found = room.page._computed
    assert found is not None
    assert found.grave == before - 2
    assert one.id not in found.marks
    panel = room.page.side.checks
    room.press(K.Key_F3)
    panel.everything.setFocus()
    room.press(K.Key_Space)
    rows = [row for row in panel.model.rows if row.problem.item_id == one.id and row.problem.claim is not None]
    assert [row.problem.gravity for row in rows] == [Gravity.HINT, Gravity.HINT]
    assert rows[0].where.endswith(" · Title · skipped")
    assert rows[1].where.endswith("全网最低价 · skipped")


def test_what_a_card_says_not_to_say_names_the_product(room: PageRoom, sample: Show) -> None:
    one = next(one for one in sample.segments if one.product_ids)
    product = next(card for card in sample.products if card.id == one.product_ids[0])
    cards = tuple(replace(card, do_not_say=("闺蜜同款",)) if card is product else card for card in sample.products)
    room.page.document.do(ChangeShow({"products": cards}))
    room.page.document.do(editing.rewrite(one.id, one.script, parse_script("这是闺蜜同款的")))
    computed(room)
    found = room.page._computed
    assert found is not None
    (problem,) = [p for p in found.problems if p.kind is ProblemKind.CLAIM and p.item_id == one.id]
    assert problem.gravity is Gravity.WARN
    assert problem_words(problem) == f"“闺蜜同款” — the card of “{product.name}” says not to say it"
    room.page.go_to(problem)
    bar = room.page.text.claim_bar
    room.wait(lambda: "闺蜜同款" in bar.words.text())
    assert bar.toolTip().startswith("Not to be said")
