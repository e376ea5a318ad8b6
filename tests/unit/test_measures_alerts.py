"""Alerts: each kind of rule, warm-up, quiet time, small numbers, and the presets that come with the program."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from livedesk.domain.alerts import AlertState, Rule, RuleKind, evaluate, parse_rules, window_change
from livedesk.domain.errors import UserError
from livedesk.domain.events import AlertRaised
from livedesk.domain.numbers import Curve, Measure, Numbers, Unit
from livedesk.domain.product import Product
from livedesk.domain.status import FeedStatus, LinkState

START = 1_795_608_000_000
MINUTE = 60_000
PRESETS = Path(__file__).parents[2] / "resources" / "alerts" / "default.toml"


def room(minutes: int, online: list[float], **measures: Measure) -> Numbers:
    """Numbers at a minute of the show, with one online count a minute."""
    at = tuple(START + n * MINUTE for n in range(len(online)))
    curve = Curve("online", Unit.COUNT, at, tuple(online))
    return Numbers(START + minutes * MINUTE, measures=measures, curves=(curve,))


def codes(raised: tuple[AlertRaised, ...]) -> list[str]:
    return [alert.code for alert in raised]


def presets(*names: str) -> list[Rule]:
    return [rule for rule in parse_rules(tomllib.loads(PRESETS.read_text("utf-8"))) if rule.code in names]


def test_a_drop_of_people_fires_once_and_again_after_its_quiet_time() -> None:
    rules = presets("alert.online_drop", "alert.online_surge")
    falling = room(20, [1_000.0] * 16 + [800.0] * 5)
    raised, state = evaluate(rules, AlertState(), falling, live_since_ms=START)
    assert codes(raised) == ["alert.online_drop"]
    facts = dict(raised[0].params)
    assert (facts["value"], facts["measure"]) == ("-0.2000", "online")
    assert facts["percent"] == "20"
    for minutes, expected in [(25, []), (29, []), (30, ["alert.online_drop"])]:
        shift = (minutes - 20) * MINUTE
        curve = replace(falling.curves[0], at_ms=tuple(at + shift for at in falling.curves[0].at_ms))
        later = replace(falling, at_ms=falling.at_ms + shift, curves=(curve,))
        again, _ = evaluate(rules, state, later, live_since_ms=START)
        assert codes(again) == expected
    surge = room(20, [1_000.0] * 16 + [1_400.0] * 5)
    assert codes(evaluate(rules, AlertState(), surge, live_since_ms=START)[0]) == ["alert.online_surge"]


def test_the_first_minutes_and_small_rooms_stay_quiet() -> None:
    rules = presets("alert.online_drop")
    falling = room(20, [1_000.0] * 16 + [700.0] * 5)
    assert evaluate(rules, AlertState(), falling, live_since_ms=START + 11 * MINUTE)[0] == ()
    small = room(20, [20.0] * 16 + [2.0] * 5)
    assert evaluate(rules, AlertState(), small, live_since_ms=START)[0] == ()
    assert evaluate(rules, AlertState(), room(20, []), live_since_ms=START)[0] == ()
    steady = room(20, [1_000.0] * 16 + [860.0] * 5)
    assert evaluate(rules, AlertState(), steady, live_since_ms=START)[0] == ()


def test_weak_interaction_needs_enough_viewers() -> None:
    rules = presets("alert.interaction_weak")
    for value, viewers, expected in [(0.02, 5_000, ["alert.interaction_weak"]), (0.02, 50, []), (0.03, 5_000, [])]:
        measure = Measure("interaction_rate", Unit.RATIO, value, denominator=viewers)
        numbers = room(20, [], interaction_rate=measure)
        assert codes(evaluate(rules, AlertState(), numbers, live_since_ms=START)[0]) == expected
    unknown = room(20, [], interaction_rate=Measure("interaction_rate", Unit.RATIO, reason="no_relay"))
    assert evaluate(rules, AlertState(), unknown, live_since_ms=START)[0] == ()


def test_stock_is_watched_for_each_product_of_its_own() -> None:
    products = [Product("p01", "修护霜", stock=800), Product("p02", "洁面", stock=100), Product("p03", "防晒乳")]
    numbers = replace(room(1, []), sold={"p01": 721, "p02": 50, "p03": 9})
    raised, state = evaluate(
        presets("alert.stock_low"), AlertState(), numbers, live_since_ms=START, products=products
    )
    assert [dict(alert.params)["product"] for alert in raised] == ["修护霜"]
    assert dict(raised[0].params)["left"] == "79"
    numbers = replace(numbers, sold={"p01": 900, "p02": 99})
    raised, _ = evaluate(presets("alert.stock_low"), state, numbers, live_since_ms=START, products=products)
    assert [dict(alert.params)["left"] for alert in raised] == ["1"]


def test_stale_feeds_are_told_where_a_feed_is_wanted() -> None:
    rules = presets("alert.feed_stale", "alert.orders_stale")
    numbers = room(30, [])
    stale = FeedStatus(LinkState.READY, last_event_ms=START + 28 * MINUTE, last_orders_ms=START)
    assert codes(evaluate(rules, AlertState(), numbers, live_since_ms=START, feed=stale)[0]) == [
        "alert.feed_stale",
        "alert.orders_stale",
    ]
    raised, _ = evaluate(rules, AlertState(), numbers, live_since_ms=START, feed=stale)
    assert [dict(alert.params)["minutes"] for alert in raised] == ["2", "30"]
    off = replace(stale, link=LinkState.OFF, last_orders_ms=START + 20 * MINUTE)
    assert evaluate(rules, AlertState(), numbers, live_since_ms=START, feed=off)[0] == ()
    assert evaluate(rules, AlertState(), numbers, live_since_ms=START)[0] == ()


def test_the_change_of_windows_leaves_out_what_is_older() -> None:
    at = tuple(START + n * MINUTE for n in range(30))
    exact = Curve("online", Unit.COUNT, at, (9_999.0,) * 20 + (100.0,) * 5 + (150.0,) * 5)
    assert window_change(exact, at[-1], 5 * MINUTE, 0) == pytest.approx(0.5)
    assert window_change(exact, at[-1], 5 * MINUTE, 101) is None
    assert window_change(replace(exact, values=(0.0,) * 30), at[-1], 5 * MINUTE, 0) is None


def test_the_presets_are_whole() -> None:
    rules = parse_rules(tomllib.loads(PRESETS.read_text("utf-8")))
    assert {rule.kind for rule in rules} == set(RuleKind)
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.quiet_ms >= 5 * MINUTE for rule in rules)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "magic"}, "kind"),
        ({"threshold": "high"}, "threshold"),
        ({"threshold": True}, "threshold"),
        ({"quiet_s": 1.5}, "quiet_s"),
        ({"sound": "loud"}, "sound"),
        ({"measure": ""}, "measure"),
        ({"code": None}, "code"),
    ],
)
def test_a_wrong_rule_says_which_and_what(change: dict[str, Any], reason: str) -> None:
    good = {"code": "x", "kind": "level", "measure": "online", "threshold": 1}
    assert parse_rules({"alert": [good]})[0].threshold == 1
    wrong = {key: value for key, value in (good | change).items() if value is not None}
    with pytest.raises(UserError) as caught:
        parse_rules({"alert": [good, wrong]})
    assert caught.value.params["reason"] == f"alert 2: {reason}"
    with pytest.raises(UserError):
        parse_rules({"alerts": []})
