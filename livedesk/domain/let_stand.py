"""What a check refuses or doubts and a person lets stand, with a reason: a wording, a price or a gift that is meant as
it is said. It holds for one item, one rule and these words; of a price for all that it was compared with, so that it is
doubted again once one of them is another."""

from __future__ import annotations

from collections.abc import Iterable

from livedesk.domain.claims import ClaimOverride, stands
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Show
from livedesk.domain.script_prices import PriceRole
from livedesk.domain.spoken_claims import CARD_RULE

_PRICE, _GIFT = "price:", "gift:"
_OF_PRODUCTS = (_GIFT, CARD_RULE)


def price_rule(role: PriceRole, right: Iterable[int]) -> str:
    """The rule of a price spoken as the everyday one or as this show's that is none of the right ones (fen, in
    order)."""
    return f"{_PRICE}{role}:" + ",".join(map(str, right))


def gift_rule(product_id: str) -> str:
    """The rule of a promise of a product's gift, of which there is none."""
    return f"{_GIFT}{product_id}"


def product_rule(rule_id: str) -> tuple[str, str] | None:
    """How the id of a rule about one product begins, and the id of that product; None for any other rule. Where
    products get other ids such a rule has to follow them."""
    begins = next((one for one in _OF_PRODUCTS if rule_id.startswith(one)), None)
    return None if begins is None else (begins, rule_id.removeprefix(begins))


def let_stand(show: Show, override: ClaimOverride) -> ChangeShow:
    """The edit that lets it stand, with this reason in place of any that was given for the same."""
    others = _without(show, override.item_id, override.rule_id, override.words)
    return ChangeShow({"claim_overrides": (*others, override)})


def taken_back(show: Show, item_id: str, rule_id: str, words: str) -> ChangeShow | None:
    """The edit after which it stands no longer; None where nothing lets it stand."""
    left = _without(show, item_id, rule_id, words)
    return ChangeShow({"claim_overrides": left}) if len(left) < len(show.claim_overrides) else None


def _without(show: Show, item_id: str, rule_id: str, words: str) -> tuple[ClaimOverride, ...]:
    return tuple(one for one in show.claim_overrides if stands((one,), item_id, rule_id, words) is None)
