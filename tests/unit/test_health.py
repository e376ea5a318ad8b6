"""When OBS's figures are a fault: thresholds, hysteresis, the file of rules, the history."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.clock import HOUR, SECOND
from livedesk.domain.errors import UserError
from livedesk.domain.health import (
    HISTORY_MS,
    Figure,
    HealthHistory,
    HealthRule,
    HealthState,
    judge,
    parse_rules,
    poor_figures,
    value,
)
from livedesk.domain.status import ObsHealth

GOOD = ObsHealth(30.0, 30.0, 0.0, 0.0, 0.0, 400_000, 6_000)
RULE = HealthRule("obs.health_dropped", Figure.DROPPED, 0.01, 0.002, for_ms=10 * SECOND, clear_ms=5 * SECOND)
PRESETS = Path(__file__).parents[2] / "resources" / "alerts" / "obs.toml"


def _run(shares: list[float], rule: HealthRule = RULE) -> list[bool]:
    state, told = HealthState(), []
    for second, share in enumerate(shares):
        state = judge([rule], state, replace(GOOD, dropped=share), second * SECOND)
        told.append(rule.code in state.standing)
    return told


def test_a_fault_comes_after_its_time_and_goes_after_its_own() -> None:
    told = _run([0.05] * 11 + [0.005] * 5 + [0.0] * 7)
    assert told.index(True) == 10
    assert all(told[10:21])
    assert told[21:] == [False, False]


def test_a_short_burst_is_no_fault() -> None:
    assert not any(_run(([0.05] * 9 + [0.0]) * 4))


def test_below_is_told_the_other_way_round_and_what_obs_does_not_tell_is_good() -> None:
    rule = HealthRule("obs.health_disk_hours", Figure.DISK_HOURS, 1.0, 1.2, below=True, for_ms=0, clear_ms=0)
    low = replace(GOOD, disk_left_ms=HOUR // 2)
    state = judge([rule], HealthState(), low, 0)
    assert poor_figures([rule], state) == ("disk_hours",)
    between = judge([rule], state, replace(GOOD, disk_left_ms=round(1.1 * HOUR)), 1)
    assert between.standing == {rule.code}
    assert judge([rule], between, GOOD, 2).standing == frozenset()
    assert value(GOOD, Figure.DISK_HOURS) is None
    assert value(replace(GOOD, target_fps=0.0), Figure.FPS) is None


def test_the_presets_know_each_figure_of_the_desk() -> None:
    rules = parse_rules(tomllib.loads(PRESETS.read_text("utf-8")))
    assert {rule.figure for rule in rules} == set(Figure) - {Figure.CPU}
    state = HealthState()
    bad = ObsHealth(20.0, 30.0, 0.1, 0.1, 0.1, 1_000, 6_000, 0.9, 90.0, 500.0, HOUR // 4)
    for second in range(13):
        state = judge(rules, state, bad, second * SECOND)
    assert state.standing == {rule.code for rule in rules}


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("code = 'x'\nfigure = 'dropped'", "threshold"),
        ("code = 'x'\nfigure = 'colour'\nthreshold = 1", "colour"),
        ("code = 'x'\nfigure = 'dropped'\nthreshold = 'much'", "much"),
        ("code = 'x'\nfigure = 'dropped'\nthreshold = 0.1\nclear = 0.2", "clear"),
        ("code = 'x'\nfigure = 'dropped'\nthreshold = 0.1\nfor_s = -1", "negative"),
        ("code = 'x'\nfigure = 'dropped'\nthreshold = 0.1\nlimit = 3", "limit"),
    ],
)
def test_a_wrong_rule_says_what_is_wrong(table: str, word: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_rules(tomllib.loads(f"[[alert]]\n{table}"))
    assert caught.value.code == "alerts.unreadable"
    assert word in str(caught.value.params["reason"])


@given(
    st.lists(st.tuples(st.integers(1, 4_000), st.floats(0.0, 0.1)), max_size=60),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)
def test_it_flips_only_after_a_whole_time_past_or_well(
    steps: list[tuple[int, float]], for_ms: int, clear_ms: int
) -> None:
    rule = replace(RULE, for_ms=for_ms, clear_ms=clear_ms)
    state, at, standing = HealthState(), 0, False
    since_past: int | None = None
    since_well: int | None = None
    for wait, share in steps:
        at += wait
        since_past = (at if since_past is None else since_past) if share > 0.01 else None
        since_well = (at if since_well is None else since_well) if share <= 0.002 else None
        state = judge([rule], state, replace(GOOD, dropped=share), at)
        now = rule.code in state.standing
        if now and not standing:
            assert since_past is not None
            assert at - since_past >= for_ms
            since_well = None
        if standing and not now:
            assert since_well is not None
            assert at - since_well >= clear_ms
            since_past = None
        standing = now


def test_the_history_is_bounded_and_takes_one_a_second() -> None:
    history = HealthHistory()
    for ms in range(0, 2 * HISTORY_MS, 500):
        history.add(GOOD, ms)
    samples = history.samples
    assert len(samples) == HISTORY_MS // SECOND
    assert samples[-1].at_ms - samples[0].at_ms <= HISTORY_MS
    history.add(GOOD, samples[-1].at_ms - HOUR)
    assert len(history.samples) == 1
