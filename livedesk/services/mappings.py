"""What a person said the columns of a kind of sheet are, remembered by its headings and used again by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from livedesk.domain.codec import decode, encode
from livedesk.domain.ports import Kept
from livedesk.services.sheets.words import plain

KIND = "mapping"
NOTE = "note"
"""The field of a column whose text goes into the note of its segment, under its heading."""
LEAVE_OUT = ""
"""The field of a column that a person wants left out: it is not warned of."""


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """The fields of the columns of a sheet with these headings, by heading; a heading that stands twice has one field.
    Headings that are not in it are read by their usual meaning."""

    headings: tuple[str, ...]
    fields: Mapping[str, str]

    @property
    def signature(self) -> str:
        """What the sheet's headings are known by."""
        return signature(self.headings)

    def field(self, heading: str) -> str | None:
        """The field that a person chose for a heading (:data:`LEAVE_OUT` for none), or None."""
        wanted = plain(heading)
        return next((field for word, field in self.fields.items() if plain(word) == wanted), None)


Mappings = Mapping[str, FieldMapping]
"""Mappings by their signature."""
NO_MAPPINGS: Mappings = MappingProxyType({})


def signature(headings: Iterable[str]) -> str:
    """The same for the same set of headings, in whatever order, width and case."""
    words = sorted({plain(heading) for heading in headings} - {""})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:24]


def known_mappings(kept: Kept) -> Mappings:
    """Everything that is remembered. Raises UserError ``data.unreadable``."""
    return {item.key: decode(item.document, FieldMapping) for item in kept.all(KIND)}


def keep_mapping(kept: Kept, mapping: FieldMapping, *, by: str, at_ms: int) -> None:
    """Remember a mapping for every sheet with its headings; one that says nothing is forgotten."""
    if mapping.fields:
        kept.put(KIND, mapping.signature, encode(mapping), by=by, at_ms=at_ms)
    else:
        kept.drop(KIND, mapping.signature)
