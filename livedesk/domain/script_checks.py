"""What is wrong with a script before it goes on air, as one list: wording, prices, gifts, scenes, people, gaps.

Everything here warns and changes nothing. What belongs to one item is found anew only where the item, its products
or what is known around it have changed (:class:`ItemChecks`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from livedesk.domain.claims import Claim, ClaimChecker, ClaimOverride, stands
from livedesk.domain.claims import Severity as ClaimSeverity
from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import Param
from livedesk.domain.let_stand import gift_rule, price_rule
from livedesk.domain.pace import CO_HOST, names_co_host
from livedesk.domain.prices_said import PricesOn
from livedesk.domain.product import Product, Promotion
from livedesk.domain.rundown import EndMode, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import LineKind, variables
from livedesk.domain.script_gifts import empty_gifts, missing_gifts
from livedesk.domain.script_values import ScriptValues, values_on
from livedesk.domain.spoken_claims import CARD_RULE, Spoken, Standing, card_checker
from livedesk.domain.timetable import Plan

INTERACTION_EVERY_MS = 10 * MINUTE
"""After so long without an interaction a room goes quiet (practitioners' value)."""
_INTERACTIVE = (SegmentKind.INTERACTION, SegmentKind.DRAW, SegmentKind.LINK_UP)
_WORDLESS = (SegmentKind.MILESTONE, SegmentKind.TRANSITION)


class ProblemKind(StrEnum):
    """What is wrong."""

    CLAIM = "claim"
    PRICE = "price"
    GIFT_OUT = "gift_out"
    GIFT_PROMOTION = "gift_promotion"
    STOCK_OUT = "stock_out"
    PRODUCT_UNUSED = "product_unused"
    PROMOTION_LOOSE = "promotion_loose"
    SCENE_MISSING = "scene_missing"
    PANIC_MISSING = "panic_missing"
    INTERACTION_GAP = "interaction_gap"
    NO_PERSON = "no_person"
    NO_CO_HOST = "no_co_host"
    NO_WORDS = "no_words"
    WORDS_LONG = "words_long"
    VARIABLE = "variable"
    STANDBY_VARIABLE = "standby_variable"
    NO_END_TIME = "no_end_time"
    SHORTFALL = "shortfall"
    COUNT_PASSED = "count_passed"
    OVERRUN = "overrun"


class Gravity(StrEnum):
    """GRAVE: the show should not go on air with it. WARN: look at it. HINT: it may be meant so."""

    GRAVE = "grave"
    WARN = "warn"
    HINT = "hint"


_GRAVITY: Mapping[ProblemKind, Gravity] = {
    ProblemKind.CLAIM: Gravity.GRAVE,
    ProblemKind.PRICE: Gravity.GRAVE,
    ProblemKind.GIFT_OUT: Gravity.GRAVE,
    ProblemKind.GIFT_PROMOTION: Gravity.GRAVE,
    ProblemKind.STOCK_OUT: Gravity.GRAVE,
    ProblemKind.SCENE_MISSING: Gravity.GRAVE,
    ProblemKind.PANIC_MISSING: Gravity.GRAVE,
    ProblemKind.VARIABLE: Gravity.GRAVE,
    ProblemKind.STANDBY_VARIABLE: Gravity.GRAVE,
    ProblemKind.NO_WORDS: Gravity.HINT,
}


@dataclass(frozen=True, slots=True)
class ScriptProblem:
    """Something wrong. ``item_id`` is the segment or standby plan (empty: the show), ``line`` the line of its script
    (None: not in the words), [``start``, ``end``) the stretch of that line; ``facts`` fill the sentence. ``about`` is
    the product or promotion of the show that is at fault itself, ``field`` the field of the item in whose text it is. A
    claim, price or gift that somebody lets stand is listed with its ``override`` and weighs nothing."""

    kind: ProblemKind
    gravity: Gravity
    item_id: str = ""
    line: int | None = None
    start: int = 0
    end: int = 0
    facts: Mapping[str, Param] = field(default_factory=dict)
    claim: Claim | None = None
    override: ClaimOverride | None = None
    about: str = ""
    field: str = ""

    @property
    def open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.override is None

    @property
    def rule_id(self) -> str:
        """The rule by which a person may let it stand (see :mod:`.let_stand`); empty: it has to be mended."""
        if self.claim is not None:
            return self.claim.rule.id
        if self.kind is ProblemKind.PRICE:
            return str(self.facts["rule"])
        return gift_rule(self.about) if self.kind is ProblemKind.GIFT_OUT else ""

    @property
    def words(self) -> str:
        """What is said, where it may stand; empty elsewhere."""
        if self.claim is not None:
            return self.claim.words
        return str(self.facts["said"]) if self.rule_id else ""


@dataclass(frozen=True, slots=True)
class Around:
    """What checks need beside the document. ``scenes`` are OBS's own (None: OBS is not connected, so nothing is said
    of scenes); ``overfull`` the segments whose words do not fit, with the milliseconds that they are over."""

    scenes: frozenset[str] | None = None
    overfull: Mapping[str, int] = field(default_factory=dict)


class _Looked(NamedTuple):
    """All that the checks of one item go by."""

    item: Segment | Standby
    sold: tuple[Product, ...]
    overrides: tuple[ClaimOverride, ...]
    nobody: bool
    shared: bool
    others: tuple[Product, ...]
    promotions: tuple[Promotion, ...]
    values: ScriptValues


class ItemChecks:
    """Checks items and remembers what it found for the very same ones."""

    def __init__(self, checker: ClaimChecker) -> None:
        self._checker = checker
        self._found: dict[str, tuple[_Looked, tuple[ScriptProblem, ...]]] = {}

    def check(self, show: Show, layout: Plan, around: Around) -> tuple[ScriptProblem, ...]:
        """Everything wrong with a show: items in rundown order, then standby plans, then the show itself."""
        products = {product.id: product for product in show.products}
        overridden: dict[str, list[ClaimOverride]] = {}
        for override in show.claim_overrides:
            overridden.setdefault(override.item_id, []).append(override)
        nobody, shared = not show.host, names_co_host(show.host)
        found: list[ScriptProblem] = []
        seen: set[str] = set()
        for at, segment in enumerate(show.segments):
            seen.add(segment.id)
            sold = tuple(products[one] for one in segment.product_ids if one in products)
            overrides = tuple(overridden.get(segment.id, ()))
            values = values_on(show, segment)
            known = _Looked(segment, sold, overrides, nobody, shared, show.products, show.promotions, values)
            own = (*self._of(segment.id, known), *_around(segment, layout, at, around))
            # What is skipped comes back with one key: it is looked at, and weighs nothing meanwhile.
            found += (replace(one, gravity=Gravity.HINT) for one in own) if segment.skipped else own
        for plan in show.standbys:
            seen.add(plan.id)
            sold = tuple(products[one] for one in plan.product_ids if one in products)
            overrides = tuple(overridden.get(plan.id, ()))
            values = values_on(show, plan)
            known = _Looked(plan, sold, overrides, False, False, show.products, show.promotions, values)
            found += self._of(plan.id, known)
            if around.scenes is not None and plan.scene and plan.scene not in around.scenes:
                found.append(_problem(ProblemKind.SCENE_MISSING, plan.id, scene=plan.scene))
        for gone in self._found.keys() - seen:
            del self._found[gone]
        return (*found, *_panic(show, around), *_of_show(show, layout))

    def _of(self, item_id: str, known: _Looked) -> tuple[ScriptProblem, ...]:
        before = self._found.get(item_id)
        if before is not None and _same(before[0], known):
            return before[1]
        item, sold, overrides, nobody, shared, others, promotions, values = known
        found = self._claims(item, sold, values, overrides)
        found += _said(known)
        if isinstance(item, Segment):
            found += _segment(item, sold, values, others, promotions, nobody=nobody)
            if _without_co_host(item, shared=shared):
                found.append(_problem(ProblemKind.NO_CO_HOST, item.id))
        else:
            found += _sold_out(item.id, sold)
            found += _unfilled(item, values, ProblemKind.STANDBY_VARIABLE)
        made = tuple(found)
        self._found[item_id] = known, made
        return made

    def _claims(
        self,
        item: Segment | Standby,
        sold: Sequence[Product],
        values: ScriptValues,
        overrides: Sequence[ClaimOverride],
    ) -> list[ScriptProblem]:
        spoken = Spoken(self._checker, item.id, card_checker(sold), values, overrides)
        written = replace(spoken, values={})
        found = [_claimed(item.id, one, field="title") for one in written.claims(item.title)]
        if isinstance(item, Segment):
            found += [_claimed(item.id, one, field="interaction") for one in written.claims(item.interaction)]
        for at, line in item.script.presented:
            found += [_claimed(item.id, one, at) for one in spoken.claims(line.text)]
        return found


def _claimed(item_id: str, found: Standing, line: int | None = None, *, field: str = "") -> ScriptProblem:
    claim, override = found
    facts: dict[str, Param] = {"words": claim.words}
    if claim.rule.id.startswith(CARD_RULE):
        facts["product"] = claim.rule.article
    return ScriptProblem(
        ProblemKind.CLAIM,
        Gravity.WARN if claim.rule.severity is ClaimSeverity.WARN else Gravity.GRAVE,
        item_id,
        line,
        claim.start,
        claim.end,
        facts,
        claim,
        override,
        field=field,
    )


def _same(one: _Looked, other: _Looked) -> bool:
    """Whether nothing that was looked at has changed: the very same item and the same facts."""
    return one[0] is other[0] and one[1:] == other[1:]


def _problem(kind: ProblemKind, item_id: str = "", about: str = "", **facts: Param) -> ScriptProblem:
    return ScriptProblem(kind, _GRAVITY.get(kind, Gravity.WARN), item_id, facts=facts, about=about)


def _in_line(kind: ProblemKind, item_id: str, line: int, start: int, end: int, **facts: Param) -> ScriptProblem:
    return ScriptProblem(kind, _GRAVITY.get(kind, Gravity.WARN), item_id, line, start, end, facts)


def _segment(
    segment: Segment,
    sold: Sequence[Product],
    values: ScriptValues,
    others: Sequence[Product],
    promotions: Sequence[Promotion],
    *,
    nobody: bool,
) -> list[ScriptProblem]:
    found = []
    if nobody and not segment.person and segment.kind is not SegmentKind.MILESTONE:
        found.append(_problem(ProblemKind.NO_PERSON, segment.id))
    if segment.kind not in _WORDLESS and not any(line.text for line in segment.script.lines):
        found.append(_problem(ProblemKind.NO_WORDS, segment.id))
    if segment.end_mode is EndMode.COUNT_TO and segment.count_to is None:
        found.append(_problem(ProblemKind.NO_END_TIME, segment.id))
    found += _sold_out(segment.id, sold)
    found += [
        _problem(ProblemKind.GIFT_PROMOTION, segment.id, one.id, promotion=one.title)
        for one in empty_gifts(segment.id, sold, others, promotions)
    ]
    found += _unfilled(segment, values, ProblemKind.VARIABLE)
    asked = ScriptProblem(ProblemKind.VARIABLE, _GRAVITY[ProblemKind.VARIABLE], segment.id, field="interaction")
    for name, start, end in variables(segment.interaction):
        found.append(replace(asked, start=start, end=end, facts={"name": name}))
    return found


def _sold_out(item_id: str, sold: Sequence[Product]) -> list[ScriptProblem]:
    return [_problem(ProblemKind.STOCK_OUT, item_id, product=one.name) for one in sold if one.stock == 0]


def _without_co_host(segment: Segment, *, shared: bool) -> bool:
    """Whether lines with something to say or to do are given to a co-host without a name, and nobody has that duty:
    where several present, in the segment or in the whole show (``shared``), one of them is meant."""
    if segment.co_host or shared or names_co_host(segment.person):
        return False
    lines = (line for _, line in segment.script.presented if line.speaker == CO_HOST)
    return any(any(map(str.isalnum, line.text)) for line in lines)


def _said(known: _Looked) -> list[ScriptProblem]:
    """What an item's words say that its products do not have: prices, gifts that are gone."""
    item, sold, overrides, _, _, others, promotions, values = known
    spoken: list[tuple[int | None, str, str, ScriptValues]] = [
        (at, "", line.text, values) for at, line in item.script.presented
    ]
    if isinstance(item, Segment):
        # Nothing fills what viewers are asked: no variable is of use there.
        spoken.append((None, "interaction", item.interaction, ScriptValues(None)))
    prices = PricesOn(item.id, sold, others, promotions)
    found = []
    for line, name, text, filling in spoken:
        made = []
        blank = ScriptProblem(ProblemKind.PRICE, _GRAVITY[ProblemKind.PRICE], item.id, line, field=name)
        for price in prices.wrong(text, filling):
            facts: dict[str, Param] = {"said": text[price.start : price.end], "right_fen": price.fen}
            facts |= {"variable": price.variable, "rule": price_rule(price.role, price.right)}
            made.append(replace(blank, start=price.start, end=price.end, facts=facts))
        blank = ScriptProblem(ProblemKind.GIFT_OUT, _GRAVITY[ProblemKind.GIFT_OUT], item.id, line, field=name)
        for gift in missing_gifts(text, sold, filling):
            facts = {"said": gift.said, "gifts": gift.product.gifts}
            made.append(replace(blank, start=gift.start, end=gift.end, facts=facts, about=gift.product.id))
        found += [replace(one, override=stands(overrides, item.id, one.rule_id, one.words)) for one in made]
    return found


def _unfilled(item: Segment | Standby, values: Mapping[str, str], kind: ProblemKind) -> list[ScriptProblem]:
    """The variables in the words of an item that nothing fills: the host would read the braces."""
    return [
        _in_line(kind, item.id, at, start, end, name=name)
        for at, line in item.script.presented
        for name, start, end in variables(line.text)
        if name not in values
    ]


def _panic(show: Show, around: Around) -> list[ScriptProblem]:
    """The scene behind the panic key of a show that marks no plan for it (a marked plan's is told at the plan)."""
    plan = show.panic
    if around.scenes is None or plan in show.standbys or plan.scene in around.scenes:
        return []
    return [_problem(ProblemKind.PANIC_MISSING, scene=plan.scene)]


def _around(segment: Segment, layout: Plan, at: int, around: Around) -> list[ScriptProblem]:
    found, slack = [], layout.slacks[at]
    start, counted = layout.starts[at], layout.count_tos[at]
    if around.scenes is not None and segment.scene and segment.scene not in around.scenes:
        found.append(_problem(ProblemKind.SCENE_MISSING, segment.id, scene=segment.scene))
    over = around.overfull.get(segment.id)
    if over:
        found.append(_problem(ProblemKind.WORDS_LONG, segment.id, over_ms=over))
    if slack is not None and slack < 0:
        found.append(_problem(ProblemKind.SHORTFALL, segment.id, late_ms=-slack))
    if start is not None and counted is not None and counted < start:
        found.append(_problem(ProblemKind.COUNT_PASSED, segment.id, late_ms=start - counted))
    return found


def _of_show(show: Show, layout: Plan) -> list[ScriptProblem]:
    used = {one for item in show.segments if not item.skipped for one in item.product_ids}
    used |= {one for plan in show.standbys for one in plan.product_ids}
    found = [
        _problem(ProblemKind.PRODUCT_UNUSED, about=one.id, product=one.name)
        for one in show.products
        if one.id not in used
    ]
    planned = {item.id for item in show.segments if not item.skipped}
    found += [
        _problem(ProblemKind.PROMOTION_LOOSE, about=one.id, promotion=one.title)
        for one in show.promotions
        if one.segment_id not in planned
    ]
    found += interaction_gaps(show, layout)
    if layout.end_slack is not None and layout.end_slack < 0:
        found.append(_problem(ProblemKind.OVERRUN, late_ms=-layout.end_slack))
    return found


def interactive(segment: Segment) -> bool:
    """Whether a segment asks its viewers to do something."""
    if segment.interaction or segment.kind in _INTERACTIVE:
        return True
    return any(line.kind is LineKind.INTERACTION for line in segment.script.lines)


def interaction_gaps(show: Show, layout: Plan, every_ms: int = INTERACTION_EVERY_MS) -> list[ScriptProblem]:
    """Stretches of the plan longer than ``every_ms`` in which no segment asks viewers to do anything; told at the
    segment in which they begin. A segment with an interaction counts as one from its start to its end."""
    found: list[ScriptProblem] = []
    began: int | None = None
    first = ""
    for segment, start in zip(show.segments, layout.starts, strict=True):
        if start is None:
            continue
        if not interactive(segment):
            if began is None:
                began, first = start, segment.id
        elif began is not None:
            if start - began > every_ms:
                found.append(_problem(ProblemKind.INTERACTION_GAP, first, gap_ms=start - began))
            began = None
    if began is not None and layout.end - began > every_ms:
        found.append(_problem(ProblemKind.INTERACTION_GAP, first, gap_ms=layout.end - began))
    return found
