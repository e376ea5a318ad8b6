"""Moments, vetoes and skips by one key, on the desk as a person sees it."""

from __future__ import annotations

from dataclasses import replace

from live_room import SHIFT, K, Room, settle
from live_show import MID_T, Journal, mid_show

from livedesk.domain import commands as c
from livedesk.domain.edits import ChangeSegments
from livedesk.domain.events import Taken
from livedesk.domain.events_desk import FollowVetoed, MomentKind, MomentMarked
from livedesk.domain.run import Moment
from livedesk.domain.rundown import EndMode


def marked(kind: MomentKind = MomentKind.MOMENT, number: int = 1) -> MomentMarked:
    """A moment of the fourth segment."""
    return MomentMarked(number, kind, "", 753_000, 4, "主推 修护霜", "商品特写", "修护霜")


def marked_moment(journal: Journal) -> Moment:
    """The newest moment of a journal."""
    return journal.run.moments[-1]


def following() -> Journal:
    """The show with a segment on air that follows by itself."""
    journal = mid_show()
    on_air = next(entry.event.segment_id for entry in reversed(journal.entries) if isinstance(entry.event, Taken))
    segments = tuple(
        replace(item, end_mode=EndMode.AUTO_FOLLOW) if item.id == on_air else item
        for item in journal.show.segments
    )
    journal.show = replace(journal.show, segments=segments)
    return journal


def test_one_key_marks_and_the_strip_takes_no_keys(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.key(K.Key_K)
    assert room.sent == [c.MarkMoment()]
    journal.add(MID_T, marked())
    room.show(journal, MID_T + 100)
    strip = room.desk.center.moment
    assert strip.isVisible()
    assert "1" in strip.title.text()
    assert "04 主推 修护霜" in strip.place.text()
    assert "12:33" in strip.place.text()
    room.key(K.Key_Space)
    assert isinstance(room.sent[-1], c.Go), "GO goes on as if nothing had been shown"


def test_a_held_key_marks_once(room: Room) -> None:
    room.show(mid_show())
    room.key(K.Key_K)
    room.key(K.Key_K, held=True)
    assert room.sent == [c.MarkMoment()]


def test_warnings_and_violations_have_keys_of_their_own(room: Room) -> None:
    room.show(mid_show())
    room.key(K.Key_V)
    room.key(K.Key_V, SHIFT)
    assert room.sent == [c.MarkMoment(MomentKind.WARNING), c.MarkMoment(MomentKind.VIOLATION)]


def test_the_note_is_written_in_place_and_the_keys_come_back(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, marked())
    room.show(journal, MID_T + 100)
    room.key(K.Key_K, SHIFT)
    strip = room.desk.center.moment
    assert strip.field.hasFocus()
    strip.field.setText(" 口误，已更正 ")
    before = len(room.sent)
    room.key(K.Key_Return)
    assert room.sent[before:] == [c.NoteMoment(1, "口误，已更正")]
    assert not strip.isVisible()
    assert not strip.field.hasFocus()
    room.key(K.Key_Space)
    assert isinstance(room.sent[-1], c.Go)


def test_escape_closes_the_strip_and_a_note_half_written_goes_with_it(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, marked(MomentKind.VIOLATION))
    room.show(journal, MID_T + 100)
    strip = room.desk.center.moment
    room.key(K.Key_Escape)
    assert not strip.isVisible(), "nobody had gone into it"
    room.key(K.Key_K, SHIFT)
    strip.field.setText("口误")
    room.key(K.Key_Escape)
    assert not strip.isVisible()
    assert room.desk.hasFocus()
    room.desk.rundown.view.setFocus()
    strip.edit(marked_moment(journal), take_keys=False)
    room.key(K.Key_Escape)
    assert not strip.isVisible(), "the rundown had the keys"
    assert room.sent == []


def test_the_strip_takes_no_room_from_the_numbers(room: Room) -> None:
    room.window.resize(1280, 650)
    journal = mid_show()
    room.show(journal)
    settle()
    center = room.desk.center
    before = (center.numbers.geometry(), center.log.geometry())
    journal.add(MID_T, marked())
    room.show(journal, MID_T + 100)
    settle()
    assert center.moment.isVisible()
    assert (center.numbers.geometry(), center.log.geometry()) == before
    assert center.moment.geometry().bottom() < center.numbers.body.geometry().top() + center.numbers.y()
    center.gather(pictures=True, absent=frozenset({"numbers"}), whole=True)
    room.show(journal, MID_T + 200)
    settle()
    assert center.moment.y() == center.log.y(), "over the head of the log where the numbers are elsewhere"
    assert center.log.height() > before[1].height()
    center.gather(pictures=True, absent=frozenset({"numbers", "log"}), whole=True)
    room.show(journal, MID_T + 300)
    settle()
    assert center.moment.y() > center.scenes.geometry().bottom()
    assert center.moment.height() >= center.moment.minimumSizeHint().height()


def test_a_moment_that_comes_while_a_note_is_written_waits(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, marked())
    room.show(journal, MID_T + 100)
    room.key(K.Key_K, SHIFT)
    strip = room.desk.center.moment
    strip.field.setText("片段一")
    journal.add(MID_T + 200, marked(MomentKind.WARNING, 2))
    room.show(journal, MID_T + 300)
    assert strip.field.text() == "片段一"
    room.key(K.Key_Return)
    assert room.sent[-1] == c.NoteMoment(1, "片段一")


def test_moments_of_before_are_not_shown_as_new(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T - 1_000, marked())
    room.show(journal, MID_T)
    assert not room.desk.center.moment.isVisible()


def test_a_veto_by_key_and_back(room: Room) -> None:
    journal = following()
    room.show(journal)
    go = room.desk.center.transport.go
    assert go.count
    room.key(K.Key_A)
    sent = room.sent[-1]
    assert isinstance(sent, c.VetoFollow)
    assert sent.vetoed
    journal.add(MID_T, FollowVetoed(sent.airing))
    room.show(journal, MID_T + 100)
    assert go.count == "auto off"
    room.later()
    room.key(K.Key_A)
    assert room.sent[-1] == c.VetoFollow(sent.airing, vetoed=False)


def test_a_veto_where_nothing_follows_says_why(room: Room) -> None:
    room.show(mid_show())
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    room.key(K.Key_A)
    assert room.sent == []
    assert told == [("veto_follow", "Nothing follows by itself here")]


def test_skip_is_an_edit_of_the_next_one(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    view = room.desk._view
    assert view is not None
    assert view.next is not None
    edits: list[object] = []
    room.desk.pace.edited.connect(edits.append)
    room.key(K.Key_X)
    (edit,) = edits
    assert isinstance(edit, ChangeSegments)
    assert [(item.segment_id, dict(item.values)) for item in edit.changes] == [(view.next.id, {"skipped": True})]
