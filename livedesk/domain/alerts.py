"""Alerts on the numbers: rules are data, evaluating them is pure.

The presets are practitioners' values (online −15 % is a danger, interaction under 3 % is weak …); a room edits
them. What is to be done about an alert stands in its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.events import AlertRaised
from livedesk.domain.numbers import Curve, Numbers
from livedesk.domain.product import Product
from livedesk.domain.status import FeedStatus, LinkState


class RuleKind(StrEnum):
    """LEVEL: the measure itself against the threshold. CHANGE: its mean over the last window against the window
    before, as a share (−0.15: 15 % less). STOCK: the share of a product's stock that is left. FEED_AGE: ms since
    the relay's last event. ORDERS_AGE: ms since the last order file."""

    LEVEL = "level"
    CHANGE = "change"
    STOCK = "stock"
    FEED_AGE = "feed_age"
    ORDERS_AGE = "orders_age"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: it fires where the value is ``below`` (or, without, above) ``threshold``.

    ``code`` names the alert, which is told in the interface's words. ``measure`` is a name of
    :mod:`livedesk.domain.measures`. ``warm_up_ms``: not before this long on air. ``quiet_ms``: not again so soon
    after it fired. ``at_least``: not while the measure's denominator (LEVEL), its earlier mean (CHANGE) or the
    stock (STOCK) is smaller: small numbers swing.
    """

    code: str
    kind: RuleKind
    threshold: float
    measure: str = ""
    below: bool = True
    window_ms: int = 300 * SECOND
    warm_up_ms: int = 0
    quiet_ms: int = 600 * SECOND
    at_least: float = 0.0

    def fires(self, value: float) -> bool:
        """Whether a value is past the threshold."""
        return value < self.threshold if self.below else value > self.threshold


@dataclass(frozen=True, slots=True)
class AlertState:
    """When each alert fired last (epoch ms), by code and product. An alert whose rule goes on holding is raised
    again after its quiet time."""

    fired: Mapping[str, int] = field(default_factory=dict)


def evaluate(
    rules: Sequence[Rule],
    state: AlertState,
    numbers: Numbers,
    *,
    live_since_ms: int,
    products: Sequence[Product] = (),
    feed: FeedStatus | None = None,
) -> tuple[tuple[AlertRaised, ...], AlertState]:
    """The alerts that fire at ``numbers.at_ms``, and the state to hand in next time.

    Params of an alert: ``value`` (as the measure has it: a share, a count, ms) and the same for reading,
    ``percent`` without its sign or ``minutes``; ``threshold``, ``measure``; for stock also ``product``
    (its name), ``left`` and ``stock``.
    """
    now = numbers.at_ms
    raised: list[AlertRaised] = []
    fired = dict(state.fired)
    for rule in rules:
        if now - live_since_ms < rule.warm_up_ms:
            continue
        for key, value, facts in _values(rule, numbers, products, feed):
            name = f"{rule.code}/{key}"
            if not rule.fires(value) or (name in fired and now - fired[name] < rule.quiet_ms):
                continue
            fired[name] = now
            params = {"value": _text(value), "threshold": _text(rule.threshold)}
            params |= _reading(rule.kind, value)
            if rule.measure:
                params["measure"] = rule.measure
            raised.append(AlertRaised(rule.code, tuple(sorted((params | facts).items()))))
    return tuple(raised), replace(state, fired=fired) if raised else state


_Found = tuple[str, float, dict[str, str]]


def _values(rule: Rule, numbers: Numbers, products: Sequence[Product], feed: FeedStatus | None) -> list[_Found]:
    match rule.kind:
        case RuleKind.LEVEL:
            measure = numbers.measures.get(rule.measure)
            if measure is None or measure.value is None or (measure.denominator or 0) < rule.at_least:
                return []
            return [("", measure.value, {})]
        case RuleKind.CHANGE:
            curve = next((each for each in numbers.curves if each.name == rule.measure), None)
            if curve is None:
                return []
            change = window_change(curve, numbers.at_ms, rule.window_ms, rule.at_least)
            return [] if change is None else [("", change, {"window_ms": str(rule.window_ms)})]
        case RuleKind.STOCK:
            return [
                _stock(each, numbers.sold.get(each.id, 0))
                for each in products
                if (each.stock or 0) > rule.at_least
            ]
        case RuleKind.FEED_AGE:
            last = feed.last_event_ms if feed and feed.link is not LinkState.OFF else None
            return [] if last is None else [("", float(numbers.at_ms - last), {})]
        case RuleKind.ORDERS_AGE:
            last = feed.last_orders_ms if feed else None
            return [] if last is None else [("", float(numbers.at_ms - last), {})]


def window_change(curve: Curve, now_ms: int, window_ms: int, at_least: float) -> float | None:
    """The mean of the last window against the mean of the window before, as a share; None where either has no
    point or the earlier mean is below ``at_least`` or zero."""
    recent: list[float] = []
    earlier: list[float] = []
    for at, value in zip(reversed(curve.at_ms), reversed(curve.values), strict=True):
        if at <= now_ms - 2 * window_ms:
            break
        (recent if at > now_ms - window_ms else earlier).append(value)
    if not recent or not earlier:
        return None
    before = sum(earlier) / len(earlier)
    if before <= 0 or before < at_least:
        return None
    return sum(recent) / len(recent) / before - 1


def _stock(product: Product, sold: int) -> _Found:
    stock = product.stock or 1
    left = max(0, stock - sold)
    return product.id, left / stock, {"product": product.name, "left": str(left), "stock": str(stock)}


def _reading(kind: RuleKind, value: float) -> dict[str, str]:
    if kind in (RuleKind.FEED_AGE, RuleKind.ORDERS_AGE):
        return {"minutes": str(round(value / MINUTE))}
    share = abs(value) * 100
    return {"percent": f"{share:.0f}" if share >= 10 else f"{share:.1f}"}


def _text(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.4f}"


_FIELDS: Final = {
    "code": str, "measure": str, "below": bool, "threshold": float, "at_least": float,
    "window_s": int, "warm_up_s": int, "quiet_s": int,
}  # fmt: skip


def parse_rules(document: Mapping[str, Any]) -> tuple[Rule, ...]:
    """The rules of a parsed TOML document (tables ``[[alert]]``; times in seconds, ``_s``). Raises UserError
    ``alerts.unreadable`` with ``reason``; ``file`` is left empty for the caller to fill."""
    tables = document.get("alert")
    if not isinstance(tables, list):
        raise UserError("alerts.unreadable", file="", reason="no [[alert]] tables")
    return tuple(_rule(number, table) for number, table in enumerate(tables, 1))


def _rule(number: int, table: Any) -> Rule:
    def wrong(reason: str) -> UserError:
        return UserError("alerts.unreadable", file="", reason=f"alert {number}: {reason}")

    if not isinstance(table, dict):
        raise wrong("not a table")
    given = dict(table)
    try:
        kind = RuleKind(given.pop("kind", ""))
    except ValueError as error:
        raise wrong("kind") from error
    for name, value in given.items():
        wanted = _FIELDS.get(name)
        fits = (
            isinstance(value, int | float) if wanted is float else wanted is not None and isinstance(value, wanted)
        )
        if not fits or (isinstance(value, bool) and wanted is not bool):
            raise wrong(name)
    missing = {"code", "threshold"} - given.keys()
    if kind in (RuleKind.LEVEL, RuleKind.CHANGE) and not given.get("measure"):
        missing.add("measure")
    if missing:
        raise wrong(", ".join(sorted(missing)))
    fields = {
        name.removesuffix("_s") + "_ms" if name.endswith("_s") else name: value for name, value in given.items()
    }
    fields = {name: value * SECOND if name.endswith("_ms") else value for name, value in fields.items()}
    return Rule(kind=kind, **fields)
