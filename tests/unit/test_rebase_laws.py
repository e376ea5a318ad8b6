"""Laws of two people who edit one show: nothing that either wrote is lost unless a person chose so."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import editing
from livedesk.domain.diff import Kind
from livedesk.domain.edits import (
    Batch,
    ChangeShow,
    Edit,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rebase import clashes, conflicts, rebased, settled
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Group, Show, Standby
from livedesk.domain.script import parse_script
from tests.unit import shows as small
from tests.unit.edit_samples import edits, shows
from tests.unit.rebase_samples import field, lists

FIELDS = [
    ("segments", "s1", "title"),
    ("segments", "s1", "script"),
    ("segments", "s2", "note"),
    ("segments", "s2", "cues"),
    ("standbys", "b1", "title"),
    ("standbys", "b1", "script"),
    ("products", "p1", "name"),
    ("products", "p1", "offer"),
    ("promotions", "q1", "title"),
    ("promotions", "q1", "price"),
    ("groups", "g1", "title"),
]
VALUES: dict[str, object] = {"script": parse_script("新的话"), "cues": (), "price": 7}


def changed(show: Show, part: str, row: str, name: str, value: object) -> Edit:
    """One field of one row, as the page asks for it."""
    if part == "segments":
        return field(show, row, name, value)
    rows = tuple(replace(one, **{name: value}) if one.id == row else one for one in getattr(show, part))
    return ChangeShow({part: rows})


@given(st.permutations(FIELDS), st.integers(1, 5))
def test_edits_of_different_fields_never_conflict(order: list[tuple[str, str, str]], cut: int) -> None:
    rows = [
        small.segment(at, 5, script=parse_script("一"), cues=(ConsoleCue("c", ConsoleAction.PIN, "弹"),))
        for at in (1, 2)
    ]
    base = replace(
        small.show("2026-11-25T20:00", *rows),
        groups=(Group("g1", "开场"),),
        standbys=(Standby("b1", "断货", "近景"),),
        products=(Product("p1", "霜"),),
        promotions=(Promotion("q1", "秒杀", PromotionKind.FLASH, "s1"),),
    )
    both = [base, base]
    wanted: list[list[Edit]] = [[], []]
    for at, (part, row, name) in enumerate(order):
        side = int(at < cut)
        edit = changed(both[side], part, row, name, VALUES.get(name, "新"))
        wanted[side].append(edit)
        both[side] = apply(both[side], edit)[0]
    done = lists(base, Batch(tuple(wanted[0])), Batch(tuple(wanted[1])))
    for part, row, name in order:
        (one,) = [each for each in getattr(done, part) if each.id == row]
        assert getattr(one, name) == VALUES.get(name, "新")


def words(show: Show) -> dict[str, tuple[object, ...]]:
    """Everything that a person wrote, by the row that it stands in."""
    rows: dict[str, tuple[object, ...]] = {one.id: (one.title, one.script) for one in show.segments}
    rows |= {f"plan {one.id}": (one.title, one.script) for one in show.standbys}
    rows |= {f"product {one.id}": (one.name, one.offer) for one in show.products}
    rows |= {f"group {one.id}": (one.title,) for one in show.groups}
    rows |= {f"promotion {one.id}": (one.title,) for one in show.promotions}
    return rows | {"show": (show.title, show.host)}


def asked(data: st.DataObject) -> tuple[Show, Show, Edit]:
    """A show, what others made of it, and an edit of it as it was."""
    base = data.draw(shows())
    theirs = base
    for _ in range(data.draw(st.integers(0, 3))):
        edit = data.draw(edits(theirs, deep=False))
        with suppress(UserError):  # what was drawn for an untouched show may not fit any more
            theirs = apply(theirs, edit)[0]
    return base, theirs, data.draw(edits(base))


PREFIXES = {
    None: "show", Kind.SEGMENT: "", Kind.STANDBY: "plan ", Kind.PRODUCT: "product ", Kind.GROUP: "group ",
    Kind.PROMOTION: "promotion ",
}  # fmt: skip


@given(st.data())
def test_no_word_is_dropped_that_nobody_chose_to_drop(data: st.DataObject) -> None:
    base, theirs, mine = asked(data)
    both = rebased(mine, base, theirs)
    assert both is not None
    about = {PREFIXES[one.kind] + one.item_id for one in both.disputes}
    was, done = words(base), words(both.show)
    for version in (theirs, apply(base, mine)[0]):
        for row, said in words(version).items():
            if row in about:
                continue
            for at, text in enumerate(said):
                if row not in was or was[row][at] != text:
                    assert done[row][at] == text


@given(st.data())
def test_what_is_settled_applies_and_does_what_was_chosen(data: st.DataObject) -> None:
    base, theirs, mine = asked(data)
    found = conflicts(mine, base, theirs)
    keep = frozenset(one.key for one in found if data.draw(st.booleans()))
    both = rebased(mine, base, theirs, keep)
    assert both is not None
    edit = settled(mine, base, theirs, keep)
    done = theirs if edit is None else apply(theirs, edit)[0]
    assert replace(done, approval=theirs.approval) == both.show
    for one in found:
        rows = done.segments if one.kind is Kind.SEGMENT else ()
        for row in (row for row in rows if row.id == one.item_id and not one.whole and one.field != "group_id"):
            assert getattr(row, one.field) == (one.theirs if one.key in keep else one.mine)
        if one.whole and one.kind is Kind.SEGMENT:
            stays = (one.theirs if one.key in keep else one.mine) is not None
            assert any(row.id == one.item_id for row in rows) == stays


@given(st.data())
def test_what_meets_nothing_does_what_it_would_have_done(data: st.DataObject) -> None:
    base, _, mine = asked(data)
    edit = settled(mine, base, base, frozenset())
    assert (base if edit is None else apply(base, edit)[0]) == apply(base, mine)[0]


@given(st.data())
def test_what_does_not_clash_gives_the_same_show_in_either_order(data: st.DataObject) -> None:
    show = data.draw(shows())
    first, second = data.draw(edits(show)), data.draw(edits(show))
    if clashes(first, [second]):
        return
    one = apply(apply(show, first)[0], second)[0]
    two = apply(apply(show, second)[0], first)[0]
    assert one == two


@given(st.data())
def test_what_is_settled_names_nothing_that_is_not_there(data: st.DataObject) -> None:
    base = data.draw(shows())
    theirs = apply(base, data.draw(edits(base)))[0]
    chosen = [segment.id for segment in base.segments][:2]
    mine = editing.new_group(base, chosen, "我的", lambda: "mine") if chosen else data.draw(edits(base))
    edit = settled(mine, base, theirs, frozenset())
    done = apply(theirs, edit)[0] if edit is not None else theirs
    there = {group.id for group in theirs.groups} | {group.id for group in done.groups}
    # A drawn show can have rows of a group that it has not: what is settled makes no more of them.
    before = {segment.id: segment.group_id for segment in theirs.segments}
    for segment in done.segments:
        assert segment.group_id in there | {""} or before.get(segment.id) == segment.group_id
