"""What is chosen: one law, in the document, the list, the timeline, the text and the fields, whatever is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pages_desk import keep_sample
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from script_room import ScriptRoom, script_room

from livedesk.domain import editing
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Show, Standby
from livedesk.ui.workspaces.script.band import Band
from livedesk.ui.workspaces.script.choice import Choice, choice_of, followed
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_panel import FieldsPanel
from livedesk.ui.workspaces.script.gestures import Gestures
from livedesk.ui.workspaces.script.rundown_panel import ScriptRundownPanel
from livedesk.ui.workspaces.script.text_panel import TextPanel
from tests.unit.shows import segment, show

__all__ = ["script_room"]

K = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)

# --- the law alone ----------------------------------------------------------------------------------------------

IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
PLANS = st.lists(st.sampled_from("xyz"), unique=True, max_size=3)


def made(ids: list[str], plans: list[str]) -> Show:
    segments = [replace(segment(1, 1), id=one) for one in ids]
    return show("2026-11-25T20:00:00", *segments, standbys=tuple(Standby(one, one, one) for one in plans))


SHOWS = st.builds(made, IDS, PLANS)


def lawful(choice: Choice, now: Show) -> bool:
    both = [(item.id for item in now.segments), (plan.id for plan in now.standbys)]
    parts = zip(both, (choice.segments, choice.plans), strict=True)
    in_order = all([one for one in ids if one in chosen] == list(chosen) for ids, chosen in parts)
    alone = not (choice.segments and choice.plans)
    return in_order and alone and (choice.current in choice.ids if choice.ids else not choice.current)


@given(SHOWS, st.lists(st.sampled_from("abcdefghqxyz")), st.sampled_from(["", *"abcdefghxyzq"]))
def test_whatever_is_asked_for_the_choice_is_lawful(now: Show, ids: list[str], current: str) -> None:
    choice = choice_of(now, ids, current)
    assert lawful(choice, now)
    segments = {one.id for one in now.segments} & set(ids)
    plans = {one.id for one in now.standbys} & set(ids)
    wanted = plans if plans and (current in plans or not segments) else segments
    assert set(choice.ids) >= wanted
    assert set(choice.ids) == wanted or not ids or not wanted
    assert choice.current == current or current not in wanted


@given(SHOWS, SHOWS, st.data(), st.booleans())
def test_a_change_leaves_what_stays_and_chooses_a_neighbour_of_what_goes(
    before: Show, after: Show, data: st.DataObject, taken: bool
) -> None:
    ids = data.draw(st.sets(st.sampled_from([*[one.id for one in (*before.segments, *before.standbys)], "x"])))
    choice = choice_of(before, ids, data.draw(st.sampled_from(["x", *ids])))
    now = followed(choice, before, after, taken=taken)
    assert lawful(now, after)
    assert bool(now.current) == bool(choice.current and (after.segments or after.standbys))
    stayed = {one.id for one in (*after.segments, *after.standbys)} & set(choice.ids)
    if stayed:
        assert set(now.ids) == stayed
    back = followed(now, after, before, taken=False)
    if not stayed and choice.ids:
        assert back == choice, "what went is chosen again when it comes back"


def test_the_neighbour_is_the_next_after_a_removal_and_the_one_before_after_an_undo() -> None:
    before, after = made(list("abcd"), []), made(list("ad"), [])
    choice = choice_of(before, ["b", "c"])
    assert followed(choice, before, after, taken=True).current == "d"
    assert followed(choice, before, after, taken=False).current == "a"
    assert followed(choice, before, made(list("abcd")[:1], []), taken=True).current == "a"
    wide, left = made(list("abcdh"), []), made(list("adh"), [])
    assert followed(choice, wide, left, taken=True, among={"a", "h"}).current == "h", "of those that are seen"


def test_the_neighbour_of_plans_is_a_plan_while_there_is_one() -> None:
    before = made(["a"], list("xyz"))
    choice = choice_of(before, ["x", "y"], "y")
    assert choice == Choice((), "y", ("x", "y"))
    after = followed(choice, before, made(["a"], ["z"]), taken=True)
    assert after == Choice((), "z", ("z",))
    assert followed(after, made(["a"], ["z"]), before, taken=False) == choice
    assert followed(choice, before, made(["a"], []), taken=True) == Choice(("a",), "a")


def test_of_both_kinds_that_of_the_current_one_is_chosen() -> None:
    now = made(list("ab"), list("xy"))
    assert choice_of(now, ["a", "y", "x"], "y") == Choice((), "y", ("x", "y"))
    assert choice_of(now, ["y", "b", "a"], "b") == Choice(("a", "b"), "b")
    assert choice_of(now, ["x", "b"], "q") == Choice(("b",), "b")


def test_a_change_beside_the_plans_asks_nothing_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made(list("ab"), list("xyz"))
    choice = choice_of(before, ["x", "z"])
    monkeypatch.setattr("livedesk.ui.workspaces.script.choice.choice_of", None)
    assert followed(choice, before, replace(before, segments=before.segments[1:]), taken=True) is choice


# --- every panel --------------------------------------------------------------------------------------------------


@dataclass(repr=False, eq=False)
class Room:
    """Everything that shows what is chosen, over one document."""

    script: ScriptRoom
    qtbot: QtBot
    whole: QWidget = field(default_factory=QWidget)

    def __post_init__(self) -> None:
        context, document = self.script.context, self.script.document
        self.panel = ScriptRundownPanel(context, document, self.whole)
        self.band = Band(context, document, self.panel, self.whole)
        self.text = TextPanel(context, document, self.whole)
        self.fields = FieldsPanel(context, document, self.whole)
        self.gestures = Gestures(context, document, lambda: self.panel.view.group_in_front, self.whole)
        self.band.timeline.setParent(self.whole)
        self.panel.setGeometry(0, 0, 340, 700)
        self.text.setGeometry(340, 0, 600, 700)
        self.fields.setGeometry(940, 0, 400, 700)
        self.whole.resize(1340, 700)
        self.qtbot.addWidget(self.whole)
        with self.qtbot.waitActive(self.whole):
            self.whole.show()
            self.whole.activateWindow()

    @property
    def document(self) -> ScriptDocument:
        return self.script.document

    def begin(self) -> None:
        """Another show, as it was imported."""
        fresh = keep_sample(self.script.services.store)
        self.document.open(fresh.id)
        self.qtbot.waitUntil(lambda: self.script.show.id == fresh.id)
        self.panel.view.setFocus()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.document.busy)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.panel.view, key, modifiers)

    def choose(self, *places: int) -> None:
        ids = tuple(self.script.segment(at).id for at in places)
        self.document.choose(ids, ids[0])

    @property
    def places(self) -> list[int]:
        """The places of what is chosen."""
        ids = [one.id for one in self.script.show.segments]
        return [ids.index(one) for one in self.document.chosen]

    def agree(self) -> None:
        """The law holds, and every panel shows the same."""
        now, document = self.script.show, self.document
        choice = Choice(document.chosen, document.current, document.plans)
        assert lawful(choice, now)
        view, rows = self.panel.view, self.panel.rows
        assert view.look.current == choice.current
        assert view.look._ids == set(choice.ids)
        assert view._chosen() == (choice.ids, choice.current)
        assert all(rows.row_of(one) >= 0 for one in choice.ids), "it is to be seen"
        if view.selectionModel().isSelected(view.currentIndex()) and not view.group_in_front:
            assert rows.item_id(view.currentIndex().row()) == choice.current
        assert self.band.timeline.canvas.chosen == set(choice.segments)
        item = self.text.writer.item
        assert (item.id if item is not None else "") == choice.current
        assert self.fields._ids == choice.ids
        heights = view.verticalHeader()
        headers = rows.header_rows()
        assert [at for at in range(rows.rowCount()) if heights.sectionSize(at) != 38] == headers

    # What a person, or somebody else, does.

    def refused_removal(self) -> None:
        """The services refuse what is shown as done."""
        before = Choice(self.document.chosen, self.document.current, self.document.plans)
        editing_on = self.script.services.edit

        def refuse(*_: object, **__: object) -> None:
            raise UserError("edit.aired", title="开场")

        self.script.services.edit = refuse  # type: ignore[method-assign,assignment]  # as on air
        try:
            self.gestures.remove()
            self.wait()
        finally:
            self.script.services.edit = editing_on  # type: ignore[method-assign]  # the one before
        assert Choice(self.document.chosen, self.document.current, self.document.plans) == before

    def paste(self) -> None:
        clipping = self.gestures.clipping()
        if clipping is not None:
            self.gestures.put(clipping)

    def remove_elsewhere(self, at: int) -> None:
        """Somebody else takes a segment out."""
        now = self.script.show
        if now.segments:
            edit = editing.remove(now, (now.segments[at % len(now.segments)].id,))
            assert edit is not None
            self.script.services.edit(now.id, edit, self.document.revision)

    def choose_plans(self, at: int, and_at: int) -> None:
        """Standby plans, as a panel that lists them opens them."""
        plans = self.script.show.standbys
        if plans:
            self.document.choose(
                (plans[at % len(plans)].id, plans[and_at % len(plans)].id), plans[at % len(plans)].id
            )

    def point(self, at: int, and_at: int) -> None:
        """Clicks on the timeline."""
        now = self.script.show.segments
        if now:
            ids = {now[at % len(now)].id, now[and_at % len(now)].id}
            self.band.timeline.canvas.choose(frozenset(ids), now[at % len(now)].id)


@pytest.fixture
def room(script: ScriptRoom, qtbot: QtBot) -> Iterator[Room]:
    made_room = Room(script, qtbot)
    made_room.begin()
    yield made_room
    made_room.wait()


KEYS = {
    "down": (K.Key_Down, NONE), "up": (K.Key_Up, NONE), "one more": (K.Key_Down, SHIFT),
    "one more above": (K.Key_Up, SHIFT), "first": (K.Key_Home, NONE), "last": (K.Key_End, NONE),
    "to the last": (K.Key_End, SHIFT), "to the first": (K.Key_Home, SHIFT), "a page more": (K.Key_PageDown, SHIFT),
    "all": (K.Key_A, CTRL), "the cursor down": (K.Key_Down, CTRL), "this one too": (K.Key_Space, CTRL),
}  # fmt: skip
DEEDS: dict[str, Callable[[Room], object]] = {
    "add": lambda room: room.gestures.add(),
    "add a plan": lambda room: room.gestures.add_standby(),
    "duplicate": lambda room: room.gestures.duplicate(),
    "remove": lambda room: room.gestures.remove(),
    "remove on air": Room.refused_removal,
    "move up": lambda room: room.gestures.up(),
    "move down": lambda room: room.gestures.down(),
    "move to the top": lambda room: room.gestures.to_top(),
    "move to the end": lambda room: room.gestures.to_end(),
    "skip": lambda room: room.gestures.skip(),
    "group": lambda room: room.gestures.group(),
    "ungroup": lambda room: room.gestures.ungroup(),
    "paste": Room.paste,
    "undo": lambda room: room.document.undo(),
    "undo once more": lambda room: room.document.undo(),
    "redo": lambda room: room.document.redo(),
}
WORDS = ("停播", "面膜", "福利", "没有这样的话", "")
PLACE = st.integers(0, 12)
STEPS = st.one_of(
    st.sampled_from([*DEEDS, *KEYS]),
    st.sampled_from(WORDS).map(lambda words: ("narrow", words)),
    st.tuples(st.just("remove elsewhere"), PLACE),
    st.tuples(st.just("point"), PLACE, PLACE),
    st.tuples(st.just("plans"), PLACE, PLACE),
)


def take(room: Room, step: str | tuple[object, ...]) -> None:
    match step:
        case str() if step in KEYS:
            room.press(*KEYS[step])
        case str():
            DEEDS[step](room)
        case ("narrow", str(words)):
            room.panel.filter.setText(words)
        case ("remove elsewhere", int(at)):
            room.remove_elsewhere(at)
        case ("point", int(at), int(other)):
            room.point(at, other)
        case ("plans", int(at), int(other)):
            room.choose_plans(at, other)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEPS, min_size=3, max_size=14))
@example(steps=["add a plan", "undo"])
@example(steps=["last", "this one too", ("point", 1, 1), "remove", "undo"])
@example(steps=["add a plan", "one more above", "move up", "duplicate", "remove", "undo", "redo"])
@example(steps=["last", "the cursor down", "this one too", "first", "the cursor down", "this one too", "all"])
def test_whatever_is_done_every_panel_shows_the_same_choice(
    room: Room, steps: list[str | tuple[object, ...]]
) -> None:
    room.begin()
    room.agree()
    for step in steps:
        take(room, step)
        room.agree()
        room.wait()
        room.agree()
