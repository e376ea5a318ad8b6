"""The fields of several standby plans at once: what they agree in, one edit for all, and the key that is one plan's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from script_fields_many import key as press_on
from script_fields_many import undone
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain.edits import ChangeShow, SetApproval
from livedesk.domain.rundown import Approval, ItemWish, Standby, StandbyMode, Transition, TransitionKind
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.workspaces.script.fields_choice import ChoiceEditor, FlagEditor
from livedesk.ui.workspaces.script.product_edits import remove_product
from livedesk.ui.workspaces.script.standby_edits import change_standbys, remove_standbys

__all__ = ["script_hand", "script_room"]
FADE = Transition(TransitionKind.FADE, 200)


@pytest.fixture(name="plans")
def four_plans(hand: Hand) -> tuple[Standby, ...]:
    """Four plans that agree in the scene and the owner, the second behind the panic key."""
    first = hand.script.show.standbys[0]
    plans = tuple(
        replace(
            first, id=f"b{at}", title=f"预案{at}", trigger=f"起因{at}", duration_ms=at * 60_000 or None,
            mode=StandbyMode.PAUSE if at % 2 else StandbyMode.REPLACE, scene="紧急画面", owner="场控", panic=at == 1,
        )
        for at in range(4)
    )  # fmt: skip
    do(hand.script, ChangeShow({"standbys": plans}))
    return plans


def choose(hand: Hand, *plans: str) -> None:
    hand.script.document.choose(plans)


def panic(hand: Hand) -> FlagEditor:
    editor = hand.form.editors["panic"]
    assert isinstance(editor, FlagEditor)
    return editor


def press(hand: Hand, words: str) -> None:
    button = next(one for one in hand.form.findChildren(QPushButton) if one.text() == words)
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def test_fields_show_what_the_plans_agree_in_and_where_they_differ(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b1", "b2")
    assert hand.panel.facts.text() == "3 standby plans"
    assert hand.panel.title.text() == "Standby plans"
    for key in ("title", "duration_ms", "trigger"):
        assert (hand.line(key).held.text, hand.line(key).placeholderText()) == ("", "mixed")
    assert (hand.line("scene").held.text, hand.line("owner").held.text) == ("紧急画面", "场控")
    assert hand.choice("mode").currentIndex() == -1
    choose(hand, "b1", "b3")
    assert hand.choice("mode").currentData() == "pause"
    choose(hand, "b3")
    assert hand.panel.facts.text() == "预案3"
    assert hand.panel.title.text() == "Standby plan"
    assert hand.line("trigger").held.text == "起因3"


_TYPED: Mapping[str, tuple[str, object]] = {
    "title": ("同一标题", "同一标题"),
    "scene": ("主播近景", "主播近景"),
    "mode": ("replace", StandbyMode.REPLACE),
    "duration_ms": ("2:30", 150_000),
    "trigger": ("推流中断", "推流中断"),
    "owner": ("中控", "中控"),
    "transition": ("fade", Transition(TransitionKind.FADE, 300)),
    "items": ("横幅、-倒计时", (ItemWish("横幅"), ItemWish("倒计时", shown=False))),
    "product_id": ("p02", "p02"),
    "message": ("先别报价", "先别报价"),
}
"""Of every field: what is typed or chosen in it, and what the plans have then."""


def test_every_field_of_a_plan_is_here_but_its_words_its_cues_and_the_panic_key() -> None:
    assert set(_TYPED) == {field.name for field in fields(Standby)} - {"id", "script", "panic", "cues"}


@pytest.mark.parametrize("key", sorted(_TYPED))
def test_a_field_is_set_for_all_by_key_and_one_undo_takes_it_back(
    hand: Hand, plans: tuple[Standby, ...], key: str
) -> None:
    typed, value = _TYPED[key]
    choose(hand, "b0", "b1", "b3")
    before, edits = hand.script.show, hand.edits()
    editor = hand.form.editors["transition.kind" if key == "transition" else key]
    if isinstance(editor, ChoiceEditor):
        editor.setFocus()
        for _ in range(editor.findData(typed) - editor.currentIndex()):
            QTest.keyClick(editor, Key.Key_Down)
        QTest.keyClick(editor, Key.Key_Return)
    else:
        hand.enter(key, typed)
    for now, was in zip(hand.script.show.standbys, plans, strict=True):
        assert now == (was if was.id == "b2" else replace(was, **{key: value}))  # type: ignore[arg-type]  # its field
    assert hand.edits() == edits + 1
    undone(hand)
    assert hand.script.show == before
    assert hand.script.document.plans == ("b0", "b1", "b3")


def test_rubbing_out_where_they_differ_empties_the_field_of_all(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b1", "b2")
    line = hand.line("duration_ms")
    line.setFocus()
    QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClick(line, Key.Key_Return)
    assert [one.duration_ms for one in hand.script.show.standbys] == [None, None, None, 180_000]
    edits = hand.edits()
    title = hand.line("title")
    title.setFocus()
    QTest.keyClick(title, Key.Key_Delete)
    QTest.keyClick(title, Key.Key_Return)
    assert "needs a title" in hand.said("title")
    assert hand.edits() == edits
    QTest.keyClick(title, Key.Key_Escape)


def test_the_panic_key_is_one_plans_and_says_so(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b1")
    assert not panic(hand).isEnabled()
    assert panic(hand).checkState() == Qt.CheckState.PartiallyChecked
    assert hand.noted("panic") == "One plan alone stands behind the panic key: choose a single one for it."
    do(hand.script, SetApproval(Approval.LOCKED))
    do(hand.script, SetApproval(Approval.DRAFT))
    assert hand.line("title").isReadOnly() is False
    assert not panic(hand).isEnabled(), "an unlocked script changes nothing about it"
    choose(hand, "b0")
    assert panic(hand).isEnabled()
    assert hand.noted("panic") == ""
    panic(hand).setFocus()
    QTest.keyClick(panic(hand), Key.Key_Space)
    assert [one.id for one in hand.script.show.standbys if one.panic] == ["b0"]


def test_what_is_noted_of_a_scene_is_noted_of_all(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b1")
    hand.panel.on_obs(ObsStatus(link=LinkState.READY, scenes=("主播近景",)))
    assert hand.noted("scene") == "▲ OBS has no scene of this name."
    hand.enter("scene", "")
    assert hand.noted("scene") == "▲ Without a scene these plans show nothing."
    choose(hand, "b1", "b2")
    assert hand.noted("scene") == "", "one has a scene that it shows, one has none"
    choose(hand, "b1")
    assert hand.noted("scene") == "▲ Without a scene this plan shows nothing."
    hand.enter("message", "别慌")
    assert hand.noted("scene") == "", "it says something to the host"


def test_a_fade_has_its_length_and_f9_none_of_it(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b1")
    length = hand.line("transition.ms")
    assert not length.isVisible()
    do(hand.script, change_standbys(hand.script.show, {one: {"transition": FADE} for one in ("b0", "b1")}))
    assert (length.isVisible(), length.held.text) == (True, "200")
    hand.enter("transition.ms", "400")
    assert [one.transition.duration_ms for one in hand.script.show.standbys] == [400, 400, 0, 0]
    hand.enter("transition.ms", "900")
    assert "At most 500 ms" in hand.said("transition.ms")
    QTest.keyClick(length, Key.Key_Escape)
    assert hand.noted("product_id") == "F9 cuts to its scene at once: without transition, items or card."
    choose(hand, "b0")
    assert hand.noted("product_id") == ""


def test_cues_are_added_changed_and_taken_from_all_plans(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b2")
    form = hand.panel.standby_form
    assert form is not None
    before = hand.script.show
    hand.enter(form.cues.adder.key, "+1:30 上架 2号", form.cues)
    made = [[(cue.text, cue.offset_ms) for cue in one.cues] for one in hand.script.show.standbys]
    assert made == [[("上架 2号", 90_000)], [], [("上架 2号", 90_000)], []]
    ids = [cue.id for one in hand.script.show.standbys for cue in one.cues]
    assert len(set(ids)) == 2
    assert hand.script.show.segments == before.segments
    press_on(form.cues.list, Key.Key_Delete)
    assert not any(one.cues for one in hand.script.show.standbys)


def test_the_products_to_choose_from_are_the_shows(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0")
    offered = hand.choice("product_id")
    assert offered.count() == len(hand.script.show.products) + 1
    do(hand.script, change_standbys(hand.script.show, {"b0": {"product_id": "p02"}}))
    do(hand.script, remove_product(hand.script.show, "p02"))
    assert hand.script.show.standbys[0].product_id == ""
    assert (offered.currentData(), offered.count()) == ("", len(hand.script.show.products) + 1)


def test_what_somebody_else_changes_in_one_is_told_while_it_is_typed(
    hand: Hand, plans: tuple[Standby, ...]
) -> None:
    choose(hand, "b0", "b1")
    owner = hand.write("owner", "我的")
    hand.script.settled()
    other = hand.script.open()
    assert other.do(change_standbys(hand.script.show, {"b1": {"owner": "别人的"}}))
    hand.script.settled(hand.script.document, other)
    assert owner.held.text == "我的"
    assert "changed to “mixed”" in hand.said("owner")
    QTest.keyClick(owner, Key.Key_Return)
    assert [one.owner for one in hand.script.show.standbys] == ["我的", "我的", "场控", "场控"]
    hand.script.settled(hand.script.document, other)


def test_what_is_typed_for_plans_that_go_is_handed_over(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b1")
    hand.write("trigger", "打到一半")
    hand.script.settled()
    other = hand.script.open()
    assert other.do(remove_standbys(hand.script.show, ("b0", "b1")))
    hand.script.settled(hand.script.document, other)
    (conflict,) = hand.script.conflicts
    made = {one.id: one for one in conflict.edit.values["standbys"]}  # type: ignore[attr-defined]  # it names fields
    assert [made[one].trigger for one in ("b0", "b1", "b2")] == ["打到一半", "打到一半", "起因2"]
    assert hand.script.document.plans == ("b2",)
    assert hand.line("trigger").held.text == "起因2"


def test_several_are_duplicated_and_removed_by_the_buttons(hand: Hand, plans: tuple[Standby, ...]) -> None:
    choose(hand, "b0", "b2")
    press(hand, "Duplicate")
    assert [one.title for one in hand.script.show.standbys] == [
        "预案0", "预案1", "预案2", "预案0", "预案2", "预案3",
    ]  # fmt: skip
    made = tuple(one.id for one in hand.script.show.standbys[3:5])
    assert hand.script.document.plans == made
    assert hand.line("title").hasFocus()
    assert hand.edits() == 2
    press(hand, "Remove")
    assert hand.script.show.standbys == plans
    do(hand.script, SetApproval(Approval.LOCKED))
    assert not any(one.isVisible() for one in hand.form.findChildren(QPushButton))


def test_a_change_beside_the_plans_puts_nothing(
    hand: Hand, plans: tuple[Standby, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(hand, "b0", "b1")
    form = hand.panel.standby_form
    assert form is not None
    with monkeypatch.context() as broken:
        broken.setattr(form, "put", None)
        do(hand.script, ChangeShow({"title": "另一个标题"}))
    do(hand.script, change_standbys(hand.script.show, {"b0": {"owner": "中控"}}))
    assert hand.line("owner").placeholderText() == "mixed"
