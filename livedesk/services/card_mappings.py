"""Which OBS inputs show the card: kept by scene collection, as a person set it up."""

from __future__ import annotations

from livedesk.domain.card_mapping import CardMapping
from livedesk.domain.codec import decode, encode
from livedesk.domain.ports import Kept

KIND = "obs-card"


def card_mappings(kept: Kept) -> dict[str, CardMapping]:
    """Every mapping, by the name of its collection."""
    return {item.key: decode(item.document, CardMapping) for item in kept.all(KIND)}


def keep_card_mapping(kept: Kept, collection: str, mapping: CardMapping, *, by: str, at_ms: int) -> None:
    """Keep the mapping of a collection, in place of the one that it had."""
    kept.put(KIND, collection, encode(mapping), by=by, at_ms=at_ms)
