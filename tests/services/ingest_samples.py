"""Messages as relays send them, for the tests of the feeds."""

from __future__ import annotations

import json
from typing import Any

from livedesk.services.ingest.privacy import Privacy

START = 1_795_608_000_000
PRIVACY = Privacy(b"a salt of the tests")


def message(kind: object, **data: Any) -> str:
    """An envelope with its data encoded twice."""
    return json.dumps({"Type": kind, "ProcessName": "直播伴侣", "Data": json.dumps(data, ensure_ascii=False)})


def person(number: int = 7_301, name: str = "风吹麦浪") -> dict[str, Any]:
    """A user of the relay."""
    return {
        "Id": number,
        "ShortId": 12,
        "DisplayId": "d12",
        "Nickname": name,
        "SecUid": f"MS4{number}",
        "Gender": 2,
    }
