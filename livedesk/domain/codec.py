"""Frozen dataclasses to JSON and back, exactly. Used for the journal, the document and exports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from livedesk.domain import edits, events
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Segment, Show

T = TypeVar("T")
_EVENTS: dict[str, type] = {kind.__name__: kind for kind in get_args(events.Event)}
_EDITS: dict[str, type] = {kind.__name__: kind for kind in get_args(edits.Edit)}
_encoder = msgspec.json.Encoder()
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_making = Lock()
"""What msgspec knows of a class is built at the first use of it. Two threads that build it at once meet one that is
half built, and the program crashes: whoever may be the first goes through here, one after the other."""


def encode(value: object) -> bytes:
    """The JSON (UTF-8) of a dataclass of the domain."""
    return _encoder.encode(value)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Read back what :func:`encode` wrote. Raises UserError ``data.unreadable`` with where it went wrong."""
    decoder = _decoders.get(kind)
    if decoder is None:
        with _making:
            decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    try:
        read: T = decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("data.unreadable", kind=kind.__name__, reason=str(error)) from error
    return read


def convert(value: object, kind: Any) -> Any:
    """Plain values (of JSON, of TOML) as ``kind`` has them. Raises msgspec.ValidationError with where they are not."""
    with _making:
        return msgspec.convert(value, kind)


def encode_event(event: events.Event) -> tuple[str, bytes]:
    """An event as its kind's name and its JSON."""
    return type(event).__name__, encode(event)


def decode_event(kind: str, data: bytes | str) -> events.Event:
    """An event from its kind's name and its JSON. Raises UserError ``data.unknown_event`` for a kind that this
    version does not know."""
    if kind not in _EVENTS:
        raise UserError("data.unknown_event", kind=kind)
    event: events.Event = decode(data, _EVENTS[kind])
    return event


def encode_edit(edit: edits.Edit) -> tuple[str, bytes]:
    """An edit as its kind's name and its JSON."""
    if isinstance(edit, edits.Batch):
        parts = [[kind, msgspec.Raw(data)] for kind, data in map(encode_edit, edit.edits)]
        return edits.Batch.__name__, _encoder.encode(parts)
    return type(edit).__name__, encode(edit)


def decode_edit(kind: str, data: bytes | str) -> edits.Edit:
    """An edit from its kind's name and its JSON; UserError ``data.unknown_edit`` as above."""
    match _EDITS.get(kind):
        case None:
            raise UserError("data.unknown_edit", kind=kind)
        case edits.Batch:
            parts = decode(data, list[tuple[str, msgspec.Raw]])
            return edits.Batch(tuple(decode_edit(name, bytes(part)) for name, part in parts))
        case edits.ChangeSegments:
            found = decode(data, edits.ChangeSegments)
            return edits.ChangeSegments(
                tuple(edits.SegmentChange(one.segment_id, _typed(one.values, Segment)) for one in found.changes)
            )
        case edits.ChangeShow:
            return edits.ChangeShow(_typed(decode(data, edits.ChangeShow).values, Show))
        case known:
            edit: edits.Edit = decode(data, known)
            return edit


def _typed(values: Mapping[str, object], owner: type) -> dict[str, object]:
    """Values as the owner's fields have them: JSON knows no dataclasses. What the owner has no field for stays as
    it is, and applying it refuses it."""
    hints = _hints(owner)
    try:
        return {name: convert(value, hints[name]) if name in hints else value for name, value in values.items()}
    except msgspec.ValidationError as error:
        raise UserError("data.unreadable", kind=owner.__name__, reason=str(error)) from error


@lru_cache(maxsize=4)
def _hints(owner: type) -> dict[str, Any]:
    return get_type_hints(owner)
