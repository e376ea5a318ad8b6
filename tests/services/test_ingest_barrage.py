"""The relay's messages: every type, the forks' ways, masks, and anything at all."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.feed import FeedEvent, FeedKind
from livedesk.services.ingest.barrage import MAX_MESSAGE, BadMessageError, parse
from livedesk.services.ingest.privacy import Privacy, clean_text
from tests.services.ingest_samples import PRIVACY, START, message, person


def read(text: str | bytes) -> FeedEvent:
    return parse(text, START, PRIVACY)


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        (1, {"Content": "敏感肌可以用吗"}, (FeedKind.COMMENT, "敏感肌可以用吗", 1, None, 0)),
        (2, {"Count": 9, "Total": 20_481}, (FeedKind.LIKE, "", 9, 20_481, 0)),
        (3, {"CurrentCount": 3_482}, (FeedKind.ENTER, "", 1, 3_482, 0)),
        (4, {}, (FeedKind.FOLLOW, "", 1, None, 0)),
        (5, {"GiftName": "小心心", "GiftCount": 3, "DiamondCount": 1}, (FeedKind.GIFT, "小心心", 3, None, 1)),
        (6, {"OnlineUserCount": 3_482, "TotalUserCount": 64_000}, (FeedKind.STATS, "", 3_482, 64_000, 0)),
        (7, {"Type": 2, "Level": 1}, (FeedKind.FAN_CLUB, "join", 1, None, 0)),
        (7, {"Type": 1, "Level": 8}, (FeedKind.FAN_CLUB, "upgrade", 1, None, 0)),
        (8, {"ShareType": 112}, (FeedKind.SHARE, "", 1, None, 0)),
        (9, {}, (FeedKind.ENDED, "", 1, None, 0)),
    ],
)
def test_every_type_is_read(kind: int, data: dict[str, Any], expected: tuple[Any, ...]) -> None:
    event = read(message(kind, MsgId=4_711, User=person(), **data))
    assert (event.kind, event.text, event.count, event.total, event.value) == expected
    assert event.at_ms == START
    assert event.key == f"{event.kind.value}:4711"


def test_ids_and_names_are_masked() -> None:
    raw = message(1, MsgId=1, User=person(983_211, "张三丰"), Content="好")
    event = read(raw)
    assert event.nickname == "张**"
    assert len(event.user) == 24
    assert "983211" not in repr(event)
    assert "三丰" not in repr(event)
    assert event.user == read(message(1, MsgId=2, User=person(983_211, "改了名"), Content="在")).user
    assert event.user != parse(raw, START, Privacy(b"another salt")).user


@pytest.mark.parametrize("number", ["13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００"])
def test_a_mobile_number_in_a_comment_is_not_kept(number: str) -> None:
    assert parse(message(1, Content=f"加我{number}谢谢"), START, PRIVACY).text == "加我***谢谢"


@pytest.mark.parametrize("text", ["11111111111", "18888888888", "扣1 1 1", "订单6917529413800138000", "199两瓶"])
def test_what_is_no_mobile_number_stays(text: str) -> None:
    assert parse(message(1, Content=text), START, PRIVACY).text == text


def test_a_room_that_hides_its_people_still_tells_them_apart() -> None:
    one = read(message(1, MsgId=1, User=person(111_111) | {"SecUid": "MS4a"}, Content="1"))
    two = read(message(1, MsgId=2, User=person(111_111) | {"SecUid": "MS4b"}, Content="1"))
    assert one.user
    assert one.user != two.user
    assert read(message(1, MsgId=3, User={"Id": 0}, Content="1")).user == ""


def test_the_forks_ways_mean_the_same() -> None:
    plain = read(message(1, MsgId=8, User=person(), Content="在", Onwer={"UserId": "1", "Nickname": "主播一"}))
    fork = {
        "MsgId": "8",
        "User": person() | {"Id": "7301"},
        "Content": "在",
        "Onwer": "主播一",
        "Owner": {"UserId": 1},
    }
    assert read(json.dumps({"Type": "1", "Data": fork})) == plain
    shown = read(message("6", MsgId=9, User=None, OnlineUserCountStr="1.2万", TotalUserCountStr="15.8万"))
    assert (shown.count, shown.total) == (12_000, 158_000)
    assert read(message(6, MsgId=9, OnlineUserCount="3,482", TotalUserCount=None)).count == 3_482


def test_without_a_message_id_the_same_message_is_the_same_event() -> None:
    raw = message(4, User=person())
    assert parse(raw, START, PRIVACY).key == parse(raw.encode(), START, PRIVACY).key
    assert parse(raw, START, PRIVACY).key != parse(raw, START + 1, PRIVACY).key


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_json"),
        ("hello", "not_json"),
        ("[" * 100_000, "not_json"),
        ("[1]", "not_an_object"),
        ("{}", "no_type"),
        (message(77), "unknown_type"),
        (message("one"), "bad_number"),
        (message(True), "bad_number"),
        ('{"Type":1,"Data":"{"}', "bad_data"),
        ('{"Type":1,"Data":"[]"}', "bad_data"),
        ('{"Type":1,"Data":[1]}', "bad_data"),
        (message(6, OnlineUserCount=-1), "bad_number"),
        (message(6, OnlineUserCount=1e30), "bad_number"),
        (message(6, OnlineUserCount=10**40), "bad_number"),
        (message(6, TotalUserCount=1), "bad_data"),
        (message(2, Count="many"), "bad_number"),
        (message(1, Content="x" * MAX_MESSAGE), "too_long"),
        (b"\xff\xfe\x00", "not_json"),
    ],
)
def test_a_wrong_message_tells_why(text: str | bytes, reason: str) -> None:
    with pytest.raises(BadMessageError) as caught:
        read(text)
    assert caught.value.reason == reason


def test_text_from_outside_stays_one_harmless_line() -> None:
    event = read(message(1, MsgId=1, User=person(name="\u202e王"), Content="a\u202eb\x00c\nd  e<b>"))
    assert event.text == "abc d e<b>"
    assert event.nickname == "王**"
    assert len(read(message(1, MsgId=1, Content="长" * 5_000)).text) == 500


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = ["MsgId", "User", "Content", "Count", "Total", "GiftCount", "OnlineUserCount", "TotalUserCountStr", "Type"]
fields = st.dictionaries(st.sampled_from([*NAMES, "Onwer", "Owner", "CurrentCount", "DiamondCount"]), json_values)
envelopes = st.fixed_dictionaries(
    {"Type": st.integers(0, 10) | json_values, "Data": fields | fields.map(json.dumps) | json_values}
)


@settings(max_examples=300)
@given(st.text() | st.binary() | envelopes.map(json.dumps) | json_values.map(json.dumps))
def test_nothing_but_an_event_or_a_typed_problem_comes_out(text: str | bytes) -> None:
    with suppress(BadMessageError):
        event = read(text)
        event.text.encode()
        event.key.encode()
        assert event.count >= 0
        assert event.value >= 0


@given(st.text(), st.integers(1, 50))
def test_clean_text_is_printable_and_short(text: str, limit: int) -> None:
    shown = clean_text(text, limit)
    assert len(shown) <= limit
    assert shown.replace("\u200d", "").isprintable()
    shown.encode()
