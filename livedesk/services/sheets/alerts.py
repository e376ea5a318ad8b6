"""When a segment's clock turns yellow and red, in one cell: ``剩01:00黄 00:15红``."""

from __future__ import annotations

import re
import unicodedata

from livedesk.domain.errors import UserError
from livedesk.services.sheets.times import format_duration, parse_duration
from livedesk.services.sheets.values import Value, nothing, text_of

_ALERT = re.compile(r"(?:还剩|剩余|剩)?(?P<left>[^黄红剩,，;；、]+?)(?:变|转)?(?P<colour>[黄红])色?")
_BETWEEN = re.compile(r"[\s,，;；、/]*")


def parse_alerts(value: Value) -> tuple[int | None, int | None]:
    """What is left of a segment (ms) when it turns yellow and when red; None where the cell does not say. Raises
    UserError ``sheet.alerts_unreadable``."""
    text = text_of(value)
    if nothing(text):
        return None, None
    left: dict[str, int] = {}
    plain = unicodedata.normalize("NFKC", text)
    at = 0
    for found in _ALERT.finditer(plain):
        try:
            length = parse_duration(found["left"].strip(" /"))
        except UserError as error:
            raise UserError("sheet.alerts_unreadable", value=text) from error
        if found["colour"] in left or not _BETWEEN.fullmatch(plain[at : found.start()]):
            raise UserError("sheet.alerts_unreadable", value=text)
        left[found["colour"]] = length
        at = found.end()
    if not left or not _BETWEEN.fullmatch(plain[at:]):
        raise UserError("sheet.alerts_unreadable", value=text)
    return left.get("黄"), left.get("红")


def alerts_text(warn_ms: int | None, alarm_ms: int | None) -> str:
    """Write both so that :func:`parse_alerts` reads them back; empty where neither is said."""
    parts = [
        f"{format_duration(ms).removeprefix('00:')}{colour}"
        for ms, colour in ((warn_ms, "黄"), (alarm_ms, "红"))
        if ms is not None
    ]
    return "剩" + " ".join(parts) if parts else ""
