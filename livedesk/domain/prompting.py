"""What the host's screen shows at a moment: the feed, derived from the document, the run and the timetable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from livedesk.domain.card import offer_now
from livedesk.domain.claims import ClaimOverride, ClaimRule, find_claims, standing
from livedesk.domain.clock import Now
from livedesk.domain.events import RunKind
from livedesk.domain.money import format_yuan
from livedesk.domain.product import Product, stock_left
from livedesk.domain.prompt import PROMPT_VERSION, PromptBlock, PromptFeed, PromptLine, PromptMessage
from livedesk.domain.run import Airing, Phase, RunState, State
from livedesk.domain.rundown import EndMode, Segment, Show, Standby
from livedesk.domain.script import LineKind, Script, ScriptLine, filled
from livedesk.domain.script_values import FLASH_PRICE, ScriptValues, parted, used, values_on
from livedesk.domain.timetable import Timetable, schedule

BLOCKS_BEFORE = 8
BLOCKS_AFTER = 24
_PRICE_NAMES = frozenset({"直播价", "到手价", FLASH_PRICE})
_DIGITS = "零一二三四五六七八九"


def prompt_feed(
    state: State,
    t_ms: int,
    now: Now,
    seq: int,
    *,
    sold: Mapping[str, int],
    cpm: int,
    rules: tuple[ClaimRule, ...] = (),
) -> PromptFeed:
    """The feed at run time ``t_ms`` (before a run is open: epoch ms of the wall), read at ``now``.

    ``sold`` are the units sold by product id, ``cpm`` is the reading speed, ``rules`` the wording rules. Price and
    stock are those of the card that the audience sees. The text is that of the segments around what
    is on air (8 before, 24 after), so that the feed of a long show stays small; a standby plan on air comes
    first, before the segment that it stands in for.
    """
    show, run = state.show, state.run
    table = schedule(show, run, t_ms)
    airing = run.airing if run.phase is Phase.ON_AIR else None
    standby = show.standby(airing.item_id) if airing is not None and airing.standby is not None else None
    product = _product_on_air(show, run) if airing is not None else None
    shown = run.product if airing is not None else None
    price = offer_now(show, product, [each.promotion_id for each in run.promotions]).price if product else None
    return PromptFeed(
        version=PROMPT_VERSION,
        seq=seq,
        mono_ms=now.mono_ms,
        show_title=show.title,
        phase=run.phase.value,
        airing=airing.number if airing else 0,
        item_id=airing.item_id if airing else "",
        remaining_ms=table.remaining if airing else None,
        counting=airing is not None and _counts(show, airing),
        behind_ms=table.offset_now,
        next_title=_next_title(show, run, table, airing),
        product_name=product.name if product else shown.name if shown else "",
        live_price=price if product else shown.live_price if shown else None,
        list_price=product.list_price if product else None,
        points=product.selling_points if product else (),
        gifts=product.gifts if product else "",
        stock_left=stock_left(product, sold) if product else None,
        cpm=cpm,
        blocks=_blocks(show, run, airing, standby, rules),
        messages=tuple(PromptMessage(item.message_id, item.kind, item.text) for item in run.messages),
        run=_run_name(run),
        rehearsal=run.kind is RunKind.REHEARSAL and run.phase is not Phase.NONE,
        standby=airing is not None and airing.standby is not None,
        start_in_ms=None if run.phase in (Phase.ON_AIR, Phase.ENDED) else table.plan.start - now.wall_ms,
    )


def _run_name(run: RunState) -> str:
    """What tells this run from others. Rehearsals of a show all open at its planned start."""
    opened = run.opened_wall_ms if run.kind is RunKind.LIVE else run.boot
    return f"{run.show_id}@{opened}"


def prompt_block(
    item: Segment | Standby,
    product: Product | None,
    rules: tuple[ClaimRule, ...] = (),
    overrides: Iterable[ClaimOverride] = (),
    *,
    values: Mapping[str, str] | None = None,
) -> PromptBlock:
    """A segment's or plan's text as the host reads it: variables filled from ``values`` (None: from ``product``, whose
    prices are marked), notes and empty lines left out (every row is room that the next words need). What the
    ``overrides`` let stand is not marked."""
    own = tuple(override for override in overrides if override.item_id == item.id)
    known = used(item.script, ScriptValues(product) if values is None else values)
    return PromptBlock(item.id, item.title, _lines(item.script, product, known, rules, item.id, own))


@lru_cache(maxsize=512)
def _lines(
    script: Script,
    product: Product | None,
    known: tuple[tuple[str, str], ...],
    rules: tuple[ClaimRule, ...],
    item_id: str,
    overrides: tuple[ClaimOverride, ...],
) -> tuple[PromptLine, ...]:
    values = dict(known)
    spoken = _spoken_prices(product)
    return tuple(
        _line(line, values, spoken, rules, item_id, overrides)
        for line in script.lines
        if line.kind is not LineKind.NOTE and not line.blank
    )


def _line(
    line: ScriptLine,
    values: Mapping[str, str],
    spoken: re.Pattern[str] | None,
    rules: tuple[ClaimRule, ...],
    item_id: str,
    overrides: tuple[ClaimOverride, ...],
) -> PromptLine:
    said, places = filled(line.text, values)
    prices = tuple((one.first, one.last) for one in places if parted(one.name)[0] in _PRICE_NAMES)
    if spoken is not None:
        named = [found.span() for found in spoken.finditer(said)]
        prices += tuple(span for span in named if not any(_overlap(span, known) for known in prices))
    found = standing(find_claims(said, rules), overrides, item_id)
    claims = tuple((claim.start, claim.end) for claim, override in found if override is None)
    return PromptLine(line.kind, said, line.speaker, tuple(sorted(prices)), claims)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _spoken_prices(product: Product | None) -> re.Pattern[str] | None:
    """How the live price and the price in hand are written in a script: 129元, ¥129, 一百二十九."""
    if product is None:
        return None
    forms: list[str] = []
    for fen in {product.live_price, product.hand_price} - {None, 0}:
        assert fen is not None  # the set above holds whole prices only
        for figure in {format_yuan(fen, sign=""), format_yuan(fen, sign="").replace(",", "")}:
            bare = re.escape(figure)
            forms += [rf"[¥￥]\s?{bare}(?![\d.,])", rf"(?<![\d.,]){bare}\s?[元块]"]
        if fen % 100 == 0 and fen >= 1_000:
            for words in spoken_number(fen // 100):
                forms.append(rf"(?<![{_DIGITS}十百千万两]){words}(?![{_DIGITS}十百千万])[元块]?")
    return re.compile("|".join(forms)) if forms else None


def spoken_number(value: int) -> tuple[str, ...]:
    """The ways in which a whole number from 0 to 99,999,999 is said in Chinese: 一百二十九; 二百, 两百."""
    if not 0 <= value < 100_000_000:
        return ()
    high, low = divmod(value, 10_000)
    text = _below_ten_thousand(low)
    if high:
        joint = "零" if 0 < low < 1_000 else ""
        text = _below_ten_thousand(high) + "万" + joint + (text if low else "")
    if text.startswith("一十"):
        text = text[1:]
    liang = re.sub("二(?=[百千万])", "两", text)
    return (text,) if liang == text else (text, liang)


def _below_ten_thousand(value: int) -> str:
    if value == 0:
        return "零"
    text = ""
    gap = False
    for unit, name in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + name
        gap = not digit
    return text


def _blocks(
    show: Show, run: RunState, airing: Airing | None, standby: Standby | None, rules: tuple[ClaimRule, ...]
) -> tuple[PromptBlock, ...]:
    """The segments around the one on air; a plan on air stands before the one that comes back after it."""
    around = run.paused if standby is not None and run.paused is not None else airing
    on_air = around.item_id if around is not None else ""
    chain = [segment for segment in show.segments if not segment.skipped or segment.id == on_air]
    at = next((index for index, segment in enumerate(chain) if segment.id == on_air), None)
    if at is None:
        at = next((index for index, segment in enumerate(chain) if segment.id not in run.aired), 0)
    window = chain[max(0, at - BLOCKS_BEFORE) : at + BLOCKS_AFTER + 1]
    products = {product.id: product for product in show.products}
    presented = run.product.id if run.product is not None else ""
    called = [_block(show, standby, show.product(standby.product_id), rules)] if standby is not None else []
    texts = [] if window else called
    for segment in window:
        if segment.id == chain[at].id:
            texts += called
        ids = segment.product_ids
        chosen = presented if segment.id == on_air and presented in ids else ids[0] if ids else ""
        texts.append(_block(show, segment, products.get(chosen), rules))
    return tuple(texts)


def _block(
    show: Show, item: Segment | Standby, product: Product | None, rules: tuple[ClaimRule, ...]
) -> PromptBlock:
    values = values_on(show, item, product)
    return prompt_block(item, product, rules, show.claim_overrides, values=values)


def _product_on_air(show: Show, run: RunState) -> Product | None:
    return show.product(run.product.id) if run.product is not None else None


def _counts(show: Show, airing: Airing) -> bool:
    """Whether the remaining time runs: not in a hold, but a count-to runs in any case."""
    segment = show.segment(airing.item_id)
    to_the_clock = segment is not None and segment.end_mode is EndMode.COUNT_TO
    return airing.since_ms is not None or to_the_clock


def _next_title(show: Show, run: RunState, table: Timetable, airing: Airing | None) -> str:
    if airing is not None and airing.standby is not None and run.paused is not None:
        back = show.segment(run.paused.item_id)
        return back.title if back is not None else ""
    return show.segments[table.next].title if table.next is not None else ""
