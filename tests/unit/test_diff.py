"""The difference of two shows and of two texts: nothing is missed, nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.diff import Counts, FieldChange, ItemDiff, Kind, diff
from livedesk.domain.edits import Place, PlaceSegments, ReplaceShow, SetApproval, apply
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Approval, Group, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import LineKind, Script, ScriptLine
from livedesk.domain.word_diff import LineDiff, Mark, Run, lines, tokens, words
from tests.unit.edit_samples import START, edits, scripts, shows

sentences = st.text("今天直播间到手价九十九元的 ，a1b2{}直", max_size=40)


def _show(*ids: str) -> Show:
    return Show("s", "秋冬", "Asia/Shanghai", START, segments=tuple(_segment(one) for one in ids))


def _segment(one: str) -> Segment:
    return Segment(one, f"环节{one}", SegmentKind.TALK, 60_000)


@given(shows())
def test_equal_shows_have_no_difference(show: Show) -> None:
    copy = replace(show, segments=tuple(replace(one) for one in show.segments), products=(*show.products,))
    assert diff(show, copy).empty
    assert diff(show, show).empty


@given(st.data())
def test_a_difference_is_there_exactly_where_shows_differ(data: st.DataObject) -> None:
    show = data.draw(shows())
    changed = apply(show, data.draw(edits(show)))[0]
    assert diff(show, changed).empty == (show == changed)


@given(st.data())
def test_the_difference_leads_from_one_show_to_the_other(data: st.DataObject) -> None:
    """Rows added and removed, and the fields before and after, are those of the two shows."""
    show, other = data.draw(shows()), replace(data.draw(shows()), host="主播二")
    found = [one for one in diff(show, other).items if one.kind is Kind.SEGMENT]
    built = {row.id: row for row in show.segments}
    for one in found:
        if one.removed:
            del built[one.id]
        elif one.added:
            built[one.id] = one.after
        else:
            assert all(getattr(built[one.id], each.field) == each.before for each in one.fields)
            values: dict[str, Any] = {each.field: each.after for each in one.fields}
            built[one.id] = replace(built[one.id], **values)
    assert built == {row.id: row for row in other.segments}


@given(st.data())
def test_rows_that_did_not_move_are_in_the_same_order_and_no_fewer_would_do(data: st.DataObject) -> None:
    ids = data.draw(st.permutations("abcdefg"))
    show = _show(*"abcdefg")
    other = replace(show, segments=tuple(_segment(one) for one in ids))
    moved = {one.id for one in diff(show, other).items}
    assert all(one.moved and not one.fields for one in diff(show, other).items)
    assert [one for one in ids if one not in moved] == [one for one in "abcdefg" if one not in moved]
    assert len(moved) == 7 - _longest(ids)


def _longest(ids: list[str]) -> int:
    best = [1] * len(ids)
    for at, one in enumerate(ids):
        best[at] = 1 + max((best[to] for to in range(at) if ids[to] < one), default=0)
    return max(best)


def test_one_row_moved_is_one_move() -> None:
    show = _show(*"abcdef")
    other, _ = apply(show, PlaceSegments((Place("b", 4, "g"),)))
    (only,) = diff(show, other).items
    assert (only.id, only.moved, only.was, only.now) == ("b", True, "02", "05")
    assert only.fields == (FieldChange("group_id", "", "g"),)
    assert diff(show, other).counts == Counts(moved=1, changed=1)


def test_what_is_gone_stands_behind_what_it_stood_behind() -> None:
    show = _show(*"abcdef")
    other = replace(show, segments=(_segment("x"), _segment("b"), _segment("e"), _segment("d")))
    said = [(one.id, "-" if one.removed else "+" if one.added else "~") for one in diff(show, other).items]
    assert said[:2] == [("a", "-"), ("x", "+")]
    assert said.index(("c", "-")) < said.index(("f", "-"))
    assert diff(show, other).counts == Counts(added=1, removed=3, moved=1)


def test_facts_and_every_kind_of_row_are_told() -> None:
    base = Show("s", "秋冬", "Asia/Shanghai", START)
    full = data_show()
    found = diff(replace(base), full)
    assert {one.kind for one in found.items} == set(Kind)
    assert [one.field for one in found.facts] == ["host", "approval"]
    assert found.counts == Counts(added=7, facts=2)
    assert diff(full, base).counts == Counts(removed=7, facts=2)
    priced = replace(full, products=(replace(full.products[0], live_price=9_900, stock=3),))
    (one,) = diff(full, priced).items
    assert one.kind is Kind.PRODUCT
    assert one.fields == (FieldChange("live_price", None, 9_900), FieldChange("stock", None, 3))


def data_show() -> Show:
    return replace(
        _show("a"), host="主播一", approval=Approval.LOCKED, groups=(Group("g", "开场"),),
        standbys=(Standby("b", "断货", "近景"),), products=(Product("p", "霜"),),
        promotions=(Promotion("q", "秒杀", PromotionKind.FLASH),),
        checklist=(CheckItem("c", CheckGroup.AUDIO, "麦"),),
        claim_overrides=(ClaimOverride("a", "r", "最", "评测", "运营", 1),),
    )  # fmt: skip


def test_a_restored_show_differs_in_its_approval_alone() -> None:
    show = _show("a")
    locked, _ = apply(show, SetApproval(Approval.LOCKED))
    assert diff(show, locked).facts == (FieldChange("approval", Approval.DRAFT, Approval.LOCKED),)
    assert diff(apply(show, ReplaceShow(locked))[0], show).empty


def test_an_item_tells_the_row_that_there_is() -> None:
    one = _segment("a")
    assert ItemDiff(Kind.SEGMENT, "a", one, None).item is one
    assert ItemDiff(Kind.SEGMENT, "a", None, one).item is one


# --- words ---------------------------------------------------------------------------------------------------


@given(sentences, sentences)
def test_the_words_of_a_difference_are_both_texts(before: str, after: str) -> None:
    runs = words(before, after)
    assert "".join(one.text for one in runs if one.mark is not Mark.IN) == before
    assert "".join(one.text for one in runs if one.mark is not Mark.OUT) == after
    assert all(one.text for one in runs)
    assert all(one.mark is not other.mark for one, other in pairwise(runs))
    assert (before == after) == all(one.mark is Mark.SAME for one in runs)


@given(st.text(max_size=60))
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(scripts, scripts)
def test_the_lines_of_a_difference_are_both_scripts(before: Script, after: Script) -> None:
    found = lines(before, after)
    assert tuple(one.before for one in found if one.before is not None) == before.lines
    assert tuple(one.after for one in found if one.after is not None) == after.lines
    for one in found:
        assert (one.mark is Mark.SAME) == (one.before == one.after)
        if one.mark is Mark.CHANGED:
            assert one.before is not None
            assert one.after is not None
            assert one.runs == words(one.before.text, one.after.text)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("到手99元", ["到", "手", "99", "元"]),
        ("只要 1,299.50", ["只", "要", " ", "1,299.50"]),
        ("SPF50+ it's", ["SPF", "50", "+", " ", "it's"]),
        ("价{{直播价}}！", ["价", "{{直播价}}", "！"]),
    ],
)
def test_chinese_is_cut_by_character_and_latin_by_word(text: str, cut: list[str]) -> None:
    assert tokens(text) == cut


def test_words_read_as_a_person_would_say_it() -> None:
    assert words("今天到手99元", "今天到手89元") == (
        Run(Mark.SAME, "今天到手"),
        Run(Mark.OUT, "99"),
        Run(Mark.IN, "89"),
        Run(Mark.SAME, "元"),
    )
    # The 的 in the middle stayed by chance.
    assert words("干净的皮肤", "清爽的感觉") == (Run(Mark.OUT, "干净的皮肤"), Run(Mark.IN, "清爽的感觉"))
    assert words("", "") == ()


def test_a_line_put_in_leaves_the_others_alone() -> None:
    said = [ScriptLine(LineKind.SPEECH, text) for text in ("大家好", "今天有三款精华", "点关注")]
    new = ScriptLine(LineKind.ACTION, "拿起产品")
    better = ScriptLine(LineKind.SPEECH, "今天有四款精华")
    found = lines(Script(tuple(said)), Script((said[0], new, better, said[2])))
    assert [one.mark for one in found] == [Mark.SAME, Mark.IN, Mark.CHANGED, Mark.SAME]
    assert found[1] == LineDiff(Mark.IN, None, new)
    assert Run(Mark.IN, "四") in found[2].runs


def test_very_long_texts_are_cut_roughly_and_still_whole() -> None:
    before = [ScriptLine(LineKind.SPEECH, f"第{at}句话说的是{at * 7}") for at in range(80)]
    after = [replace(line, text=line.text + "。") for line in before]
    found = lines(Script(tuple(before)), Script(tuple(after)))
    assert [one.mark for one in found] == [Mark.CHANGED] * 80
    long = "".join(f"{at}" for at in range(2_000)) + "。"
    assert "".join(one.text for one in words(long, "。" + long) if one.mark is not Mark.OUT) == "。" + long
