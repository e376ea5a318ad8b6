"""How fast people speak, on the script page: whose rate can be set, from what it is, and what it changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QPushButton
from script_page_room import CTRL, SHIFT, K, PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.edits import ReplaceShow
from livedesk.domain.pace import DEFAULT_CPS, Pace
from livedesk.domain.rundown import Show
from livedesk.domain.script import parse_script
from livedesk.services.paces import known_paces
from livedesk.ui.workspaces.script.allocation_panel import MOST_PEOPLE
from livedesk.ui.workspaces.script.facts import ScriptFacts
from livedesk.ui.workspaces.script.pace_list import PaceList
from tests.unit.shows import segment

__all__ = ["script_page_room", "script_sample"]


def computed(room: PageRoom) -> None:
    """Wait until what is computed is of what is shown."""
    room.wait(lambda: room.page._computed is not None and room.page._computed.show is room.page.document.show)


def write(room: PageRoom, at: int, text: str) -> None:
    """Other words for a segment."""
    one = room.segment(at)
    assert room.page.document.do(editing.rewrite(one.id, one.script, parse_script(text)))


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


def rate_is(room: PageRoom, person: str, rate: float | None, back: str) -> bool:
    """Whether a rate is counted with, and its key leads back to another."""
    return rate_of(room, person) == rate and reset_of(room, person).text() == back


def test_who_is_named_in_a_line_has_a_rate_that_can_be_set(room: PageRoom, sample: Show) -> None:
    write(room, 2, "助播三：" + "大家好" * 40)
    computed(room)
    facts, one = room.page._computed, room.segment(2)
    assert facts is not None
    set_rate(room, "助播三", "3.0")
    room.wait(lambda: rate_of(room, "助播三") == 3.0)
    room.wait(lambda: room.page._computed is not facts)
    assert room.page._computed is not None
    assert facts.allocation.segments[one.id].speaking_ms < 40_000
    assert room.page._computed.allocation.segments[one.id].speaking_ms == 40_000


def test_nobody_of_many_people_is_left_out_without_a_word(room: PageRoom, sample: Show) -> None:
    names = [f"讲师{number:02d}" for number in range(MOST_PEOPLE + 20)]
    segments = tuple(
        segment(number, 1, person=name, script=parse_script("大家好")) for number, name in enumerate(names)
    )
    assert room.page.document.do(ReplaceShow(replace(room.show, segments=segments, host="", standbys=())))
    computed(room)
    room.press(K.Key_T, CTRL | SHIFT)
    panel = room.page.side.time
    room.wait(lambda: list(panel.paces._fields)[:2] == names[:2])
    assert len(panel.paces._fields) == MOST_PEOPLE
    assert panel.more.isVisible()
    assert panel.more.text().startswith("20 more people")
    room.choose(MOST_PEOPLE + 5)
    assert list(panel.paces._fields)[-1] == names[MOST_PEOPLE + 5]
    assert panel.more.text().startswith("19 more people")
    few = replace(room.show, segments=segments[:13])
    assert room.page.document.do(ReplaceShow(few))
    computed(room)
    room.wait(lambda: list(panel.paces._fields) == names[:13])
    assert not panel.more.isVisible()


def test_a_rate_that_stands_in_for_a_speakers_says_whose_it_is(room: PageRoom, sample: Show) -> None:
    one = room.segment(2)
    room.page.document.do(editing.set_field(room.show, {one.id}, "co_host", "小美"))
    write(room, 2, "助播三：大家好")
    computed(room)
    set_rate(room, "小美", "3.0")
    panel = room.page.side.time
    room.wait(lambda: panel.paces.field("助播三").value() == 3.0)
    assert panel.paces._sources["助播三"].text() == "that of 小美"


def test_rates_set_by_hand_go_back_one_by_one(room: PageRoom, sample: Show) -> None:
    computed(room)
    person = sample.segments[0].person or sample.host
    set_rate(room, person, "3.0")
    room.wait(lambda: rate_is(room, person, 3.0, "As measured"))
    set_rate(room, person, "3.5")
    room.wait(lambda: rate_is(room, person, 3.5, "Back to 3.0"))
    assert "Ctrl+Z" in reset_of(room, person).toolTip()
    reset_of(room, person).setFocus()
    room.press(K.Key_Space)
    room.wait(lambda: rate_is(room, person, 3.0, "As measured"))
    room.press(K.Key_Space)
    room.wait(lambda: rate_of(room, person) is None)


def test_the_steps_of_a_rate_outlive_the_program(room: PageRoom, sample: Show, family: str) -> None:
    computed(room)
    person = sample.segments[0].person or sample.host
    for rate, before in (("3.0", "As measured"), ("3.5", "Back to 3.0"), ("4.5", "Back to 3.5")):
        set_rate(room, person, rate)
        room.wait(partial(rate_is, room, person, float(rate), before))
    kept = known_paces(room.services.kept, room.services.shows, room.services.runs)
    assert kept[person].earlier == (3.0, 3.5)
    paces = PaceList(family)
    paces.show_paces([kept[person]], {person})
    assert [paces._resets[person].text(), paces.field(person).value()] == ["Back to 3.5", 4.5]


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
