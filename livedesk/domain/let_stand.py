"""What a check refuses or doubts and a person lets stand, with a reason: a wording, a price or a gift that is meant as
it is said. It holds for one item, one rule and these words; of a price for all that it was compared with, so that it is
doubted again once one of them is another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from livedesk.domain.claims import ClaimOverride, stands
from livedesk.domain.edits import ChangeShow
from livedesk.domain.folding import plain
from livedesk.domain.prices_said import PricesOn
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import Segment, Show, Standby
from livedesk.domain.script_prices import PriceRole
from livedesk.domain.script_values import ScriptValues
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


def of_price(rule_id: str) -> PriceRole | None:
    """Which price a rule is about; None: about none."""
    return next((role for role in PriceRole if rule_id.startswith(price_rule(role, ()))), None)


def priced_anew(
    override: ClaimOverride, item: Segment | Standby, products: Sequence[Product], promotions: Sequence[Promotion]
) -> bool:
    """Whether it is about a price that ``item`` says, and that is compared with others there than it was let stand
    for: it is doubted all the same. ``products`` and ``promotions`` are those of the item's show."""
    role, words = of_price(override.rule_id), plain(override.words)
    if role is None:
        return False
    known = {product.id: product for product in products}
    texts = [line.text for _, line in item.script.presented]
    if isinstance(item, Segment):
        texts.append(item.interaction)
    sold = [known[one] for one in item.product_ids if one in known]
    prices = PricesOn(item.id, sold, products, promotions)
    rules = {
        price_rule(role, price.right)
        for text in texts
        for price in prices.wrong(text, ScriptValues(None))
        if price.role is role and plain(text[price.start : price.end]) == words
    }
    return bool(rules) and override.rule_id not in rules


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
