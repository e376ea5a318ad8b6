"""The calendar of a show, read back by the calendar library: instants, UIDs that stay, and who is needed when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from livedesk.domain.clock import HOUR, MINUTE, to_utc
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.exporters.calendar_ics import export_ics, needed, people_of
from tests.services.report_runs import item, sample_show
from tests.unit.shows import show, wall

AT = 1_795_000_000_000


def team() -> Show:
    first = item(1, title="开场", person="主播一、助播一", hard_start=wall("2026-11-25 20:00"))
    second = item(2, title="讲品", person="主播一", co_host="助播一", owner="场控/运营")
    third = item(3, title="秒杀", hard_start=wall("2026-11-25 20:30"))
    fourth = item(4, title="收尾", person="主播二", hard_start=wall("2026-11-25 20:40"), goal="预告")
    return show(
        "2026-11-25 20:00",
        first,
        second,
        third,
        item(5, title="跳过的", person="没来的", skipped=True),
        fourth,
        host="主播一",
        platform="抖音",
        room="直播间",
        hard_end=wall("2026-11-25 21:00"),
    )


def read(document: Show, revision: int = 3) -> dict[str, Event]:
    """The events by what they are called."""
    calendar = Calendar.from_ical(export_ics(document, revision=revision, at_ms=AT))
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    return {str(event["SUMMARY"]): event for event in calendar.events}


def instant(event: Event, name: str) -> datetime:
    found = event.decoded(name)
    assert isinstance(found, datetime)
    assert found.tzinfo is not None
    return found.astimezone(UTC)


def shanghai(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


def test_the_show_its_pinned_segments_and_its_people() -> None:
    events = read(team())
    assert list(events) == [
        "a show",
        "01 开场（a show）",
        "03 秒杀（a show）",
        "05 收尾（a show）",
        "a show：主播一",
        "a show：助播一",
        "a show：场控",
        "a show：运营",
        "a show：主播二",
    ]
    whole = events["a show"]
    assert (instant(whole, "DTSTART"), instant(whole, "DTEND")) == (
        shanghai("2026-11-25 20:00"),
        shanghai("2026-11-25 21:00"),
    )
    assert str(whole["LOCATION"]) == "抖音 直播间"
    assert str(whole["DESCRIPTION"]).splitlines() == [
        "主播：主播一",
        "平台：抖音",
        "直播间：直播间",
        "20:00（定时） 01 开场 · 5:00 · 主播一、助播一",
        "20:05 02 讲品 · 5:00 · 主播一、助播一、场控、运营",
        "20:30（定时） 03 秒杀 · 5:00",
        "20:40（定时） 05 收尾 · 5:00 · 主播二",
    ]
    mine = events["a show：助播一"]
    assert (instant(mine, "DTSTART"), instant(mine, "DTEND")) == (
        shanghai("2026-11-25 20:00"),
        shanghai("2026-11-25 20:10"),
    )
    assert len(str(mine["DESCRIPTION"]).splitlines()) == 2


def test_a_time_that_does_not_hold_stands_as_it_was_asked_for() -> None:
    long = replace(item(1, title="开场"), duration_ms=10 * MINUTE + 40_000)
    second = item(2, title="秒杀", person="主播二", hard_start=wall("2026-11-25 20:10"))
    events = read(show("2026-11-25 20:00", long, second))
    pinned = events["02 秒杀（a show）"]
    assert (instant(pinned, "DTSTART"), instant(pinned, "DTEND")) == (
        shanghai("2026-11-25 20:10"),
        shanghai("2026-11-25 20:15:40"),
    )
    assert str(pinned["DESCRIPTION"]).splitlines() == [
        "定时：20:10，预计 20:10:40 开始，晚 0:40",
        "人员：主播二",
        "画面：scene 2",
    ]
    assert instant(events["a show：主播二"], "DTSTART") == shanghai("2026-11-25 20:10")
    assert str(events["a show"]["DESCRIPTION"]).splitlines()[-1] == (
        "20:10（定时，预计 20:10:40 开始，晚 0:40） 02 秒杀 · 5:00 · 主播二"
    )


def test_the_host_presents_what_names_nobody_for_it() -> None:
    rows = [item(1), item(2, owner="场控"), item(3, person="主播二")]
    events = read(show("2026-11-25 20:00", *rows, host="主播一"))
    assert list(events) == ["a show", "a show：主播一", "a show：场控", "a show：主播二"]
    mine = events["a show：主播一"]
    assert (instant(mine, "DTSTART"), instant(mine, "DTEND")) == (
        shanghai("2026-11-25 20:00"),
        shanghai("2026-11-25 20:10"),
    )
    assert needed(rows[1], "主播一/主播三") == ("主播一", "主播三", "场控")
    assert needed(rows[2], "主播一") == ("主播二",)
    assert needed(rows[0], "") == ()


def test_alarms_ring_before() -> None:
    events = read(team())
    triggers = {name: event.walk("VALARM")[0].decoded("TRIGGER") for name, event in events.items()}
    assert triggers["a show"] == timedelta(minutes=-30)
    assert triggers["05 收尾（a show）"] == timedelta(minutes=-5)
    assert all(str(event.walk("VALARM")[0]["ACTION"]) == "DISPLAY" for event in events.values())


def test_a_second_export_moves_the_same_events() -> None:
    before = read(team(), revision=3)
    later = replace(team(), planned_start=wall("2026-11-26 19:00"), hard_end=None, title="改名")
    after = read(later, revision=9)
    assert [event["UID"] for event in before.values()] == [event["UID"] for event in after.values()]
    assert len({event["UID"] for event in before.values()}) == len(before)
    assert {event["SEQUENCE"] for event in before.values()} == {3}
    assert {event["SEQUENCE"] for event in after.values()} == {9}
    twice = [export_ics(team(), revision=3, at_ms=AT) for _ in range(2)]
    assert twice[0] == twice[1]


def test_the_planned_end_stands_in_for_a_hard_one() -> None:
    document = replace(team(), hard_end=None)
    assert instant(read(document)["a show"], "DTEND") == to_utc(plan(document).end)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Europe/Berlin", "2026-10-24 23:00"),
        ("Europe/Berlin", "2026-10-25 02:30"),
        ("America/New_York", "2026-03-08 00:30"),
        ("Asia/Shanghai", "2026-12-31 23:30"),
        ("Australia/Lord_Howe", "2026-04-04 23:00"),
    ],
)
def test_instants_are_right_across_every_change_of_the_clock(zone: str, start: str) -> None:
    rows = [replace(item(at, title=f"t{at}", person=f"p{at}"), duration_ms=20 * MINUTE) for at in range(1, 19)]
    document = show(start, *rows, zone=zone)
    data = export_ics(document, revision=1, at_ms=AT)
    events = read(document)
    layout = plan(document)
    for at, row in enumerate(rows):
        begins = layout.starts[at]
        assert begins is not None
        event = events[f"a show：{row.person}"]
        assert instant(event, "DTSTART") == to_utc(begins)
        assert instant(event, "DTEND") == to_utc(begins + row.duration_ms)
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert f"TZID:{zone}".encode() in data


def test_the_zone_in_the_file_says_the_offsets_itself() -> None:
    document = show(
        "2026-10-24 23:00", replace(item(1, person="主播一"), duration_ms=8 * HOUR), zone="Europe/Berlin"
    )
    (zone,) = Calendar.from_ical(export_ics(document, revision=1, at_ms=AT)).walk("VTIMEZONE")
    rules = zone.to_tz()  # type: ignore[attr-defined]  # a VTIMEZONE
    # The library would know Berlin by its name; other programs go by these changes alone.
    text = zone.to_ical().decode()
    assert "20260329T030000" in text
    assert "20261025T030000" in text
    for local, hours in (
        ("2026-10-24 23:00", 2),
        ("2026-10-25 07:00", 1),
        ("2026-07-01 00:00", 2),
    ):
        there = datetime.fromisoformat(local).replace(tzinfo=rules)
        assert there.utcoffset() == timedelta(hours=hours)


def test_a_moment_has_no_end_and_odd_texts_stay_texts() -> None:
    odd = 'a,b;c\\d\n"e"：f\r\nBEGIN:VEVENT\x07'
    moment = replace(item(1, title=odd, person="主播一"), duration_ms=0, hard_start=wall("2026-11-25 20:00"))
    document = replace(show("2026-11-25 20:00", moment), title=odd)
    data = export_ics(document, revision=1, at_ms=AT)
    assert data.count(b"\r\nBEGIN:VEVENT") == 3
    (_, pinned, _) = read(document).values()
    assert "DTEND" not in pinned
    assert str(pinned["SUMMARY"]) == '01 a,b;c\\d "e"：f BEGIN:VEVENT（a,b;c\\d "e"：f BEGIN:VEVENT）'
    assert b'X-WR-CALNAME:a\\,b\\;c\\\\d "e"' in data
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


@pytest.mark.parametrize(
    ("text", "names"),
    [("主播一、助播一", 2), ("主播一/场控 ，运营", 3), ("主播一\n主播一", 1), ("Host One & Host Two", 2), ("", 0)],
)
def test_people_in_one_field(text: str, names: int) -> None:
    assert len(people_of(item(1, person=text))) == names


def test_the_sample_show() -> None:
    events = read(sample_show())
    assert next(iter(events)) == "秋冬护肤专场"
    assert any(name.startswith("秋冬护肤专场：主播一") for name in events)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.text(min_size=1, max_size=12))
def test_any_text_makes_a_calendar_that_is_read(title: str, person: str, own: str) -> None:
    row = replace(item(1, title=title, person=person, hard_start=wall("2026-11-25 20:00")), id=own)
    document = replace(show("2026-11-25 20:00", row), title=title)
    calendar = Calendar.from_ical(export_ics(document, revision=1, at_ms=AT))
    assert isinstance(calendar, Calendar)
    people = people_of(row)
    assert len(calendar.events) == (2 + len(people) if people else 1)
