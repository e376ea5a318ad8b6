"""Reads the messages of the bullet-comment relay DouyinBarrageGrab and of its forks.

An envelope is ``{"Type": int, "ProcessName": str, "Data": "<JSON text>"}``: the data is encoded twice. A fork
sends numbers as text, the data as an object, or spells the room's owner in two ways; all of them are read.
The relay gives no time, so that an event happens when it is received.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from livedesk.domain.feed import FeedEvent, FeedKind
from livedesk.services.ingest.privacy import Privacy, clean_text, without_numbers

MAX_MESSAGE = 256 * 1024
MAX_TEXT = 500
MAX_NUMBER = 10**12
_COUNTED = re.compile(r"^(\d{1,12})(?:\.(\d{1,4}))?([万亿w]?)\+?$")
_FACTORS = {"": 1, "万": 10_000, "w": 10_000, "亿": 100_000_000}
_decode = msgspec.json.Decoder().decode

Data = Mapping[str, Any]


class BadMessageError(Exception):
    """A message that is none. ``reason``: too_long, not_json, not_an_object, no_type, unknown_type, bad_data,
    bad_number."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse(message: str | bytes, received_ms: int, privacy: Privacy) -> FeedEvent:
    """The event of one message. Raises :class:`BadMessageError`, and nothing else whatever the message is."""
    if len(message) > MAX_MESSAGE:
        raise BadMessageError("too_long")
    envelope = _object(message)
    if "Type" not in envelope:
        raise BadMessageError("no_type")
    reader = _READERS.get(_number(envelope["Type"]))
    if reader is None:
        raise BadMessageError("unknown_type")
    raw = envelope.get("Data")
    data: Data = _object(raw, "bad_data") if isinstance(raw, str) else raw if isinstance(raw, dict) else {}
    if not data and raw not in (None, "{}", {}):
        raise BadMessageError("bad_data")
    kind, fields = reader(data)
    user = _part(data, "User")
    return FeedEvent(
        key=_key(kind, data, message, received_ms),
        kind=kind,
        at_ms=received_ms,
        user=privacy.user(_id(user.get("Id")), _id(user.get("SecUid")), _id(user.get("DisplayId"))),
        nickname=privacy.nickname(_text(user.get("Nickname"))),
        **fields,
    )


Fields = dict[str, Any]


def _comment(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.COMMENT, {"text": without_numbers(clean_text(_text(data.get("Content")), MAX_TEXT))}


def _like(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.LIKE, {"count": _count(data, "Count", 1), "total": _optional(data, "Total")}


def _enter(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.ENTER, {"total": _optional(data, "CurrentCount")}


def _follow(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.FOLLOW, {}


def _gift(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.GIFT, {
        "text": clean_text(_text(data.get("GiftName")), MAX_TEXT),
        "count": _count(data, "GiftCount", 1),
        "value": _count(data, "DiamondCount", 0),
    }


def _statistics(data: Data) -> tuple[FeedKind, Fields]:
    online = _either(data, "OnlineUserCount", "OnlineUserCountStr")
    if online is None:
        raise BadMessageError("bad_data")
    return FeedKind.STATS, {"count": online, "total": _either(data, "TotalUserCount", "TotalUserCountStr")}


def _fan_club(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.FAN_CLUB, {"text": {1: "upgrade", 2: "join"}.get(_count(data, "Type", 2), "")}


def _share(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.SHARE, {}


def _ended(data: Data) -> tuple[FeedKind, Fields]:
    return FeedKind.ENDED, {}


_READERS: Mapping[int, Callable[[Data], tuple[FeedKind, Fields]]] = {
    1: _comment,
    2: _like,
    3: _enter,
    4: _follow,
    5: _gift,
    6: _statistics,
    7: _fan_club,
    8: _share,
    9: _ended,
}


def _object(text: str | bytes, reason: str = "not_json") -> dict[str, Any]:
    try:
        value = _decode(text)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadMessageError(reason) from error
    if not isinstance(value, dict):
        raise BadMessageError("not_an_object" if reason == "not_json" else reason)
    return value


def _part(data: Data, name: str) -> Data:
    part = data.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _id(value: object) -> str:
    return _text(value).strip()


def _number(value: object) -> int:
    """A whole number of at least 0, also as text (``"12"``, ``1.2万``)."""
    if isinstance(value, str):
        match = _COUNTED.match(value.strip().replace(",", ""))
        if match is None:
            raise BadMessageError("bad_number")
        whole, part, unit = match.groups()
        value = (int(whole) * 10_000 + int((part or "").ljust(4, "0"))) * _FACTORS[unit] // 10_000
    elif isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
        raise BadMessageError("bad_number")
    return value


def _optional(data: Data, name: str) -> int | None:
    value = data.get(name)
    return None if value is None or value == "" else _number(value)


def _count(data: Data, name: str, absent: int) -> int:
    value = _optional(data, name)
    return absent if value is None else value


def _either(data: Data, name: str, shown: str) -> int | None:
    value = _optional(data, name)
    return _optional(data, shown) if value is None else value


def _key(kind: FeedKind, data: Data, message: str | bytes, received_ms: int) -> str:
    """The platform's message id; where there is none, a digest of the message and its instant."""
    number = _id(data.get("MsgId"))
    if number not in ("", "0"):
        return f"{kind.value}:{clean_text(number, 64)}"
    raw = message if isinstance(message, bytes) else message.encode("utf-8", "replace")
    return f"{kind.value}:{received_ms}:{hashlib.sha256(raw).hexdigest()[:16]}"
