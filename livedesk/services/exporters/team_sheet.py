"""The run sheet of a show as plain rows, in the columns that the importer reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from livedesk.domain.clock import DAY, HOUR, is_ambiguous, to_local, wall_to_ms
from livedesk.domain.product import Product
from livedesk.domain.rundown import EndMode, Segment, Show, Standby, Transition
from livedesk.domain.script import script_text
from livedesk.domain.timetable import plan
from livedesk.services.sheets.alerts import alerts_text
from livedesk.services.sheets.cues import cue_text, split_products, transition_text
from livedesk.services.sheets.names import ProductIndex, group_references
from livedesk.services.sheets.plan_message import with_message
from livedesk.services.sheets.scene_items import items_text
from livedesk.services.sheets.script_cells import split_script
from livedesk.services.sheets.team_columns import APPROVAL_KEY, APPROVALS, COLUMNS
from livedesk.services.sheets.times import format_clock, format_duration
from livedesk.services.sheets.values import one_line, written
from livedesk.services.sheets.words import CALM_MARK, KINDS, MODES, PANIC_MARK, name_of

STANDBY_SECTION = "应急预案"
_ENDS = {EndMode.MANUAL: "手动", EndMode.AUTO_FOLLOW: "自动跟随", EndMode.COUNT_TO: "倒计时"}
"""How a segment ends where no time says it."""
NO_GROUP = "—"
# A start this much after the row above is read on the right day by its time alone; a later one needs its date.
_PLAIN_GAP = 16 * HOUR
_NEAR = 11 * HOUR


@dataclass(frozen=True, slots=True)
class TeamSheet:
    """The main sheet: the pairs of the heading (key, value), the groups that stand alone in front, one row of
    texts for each segment, and the standby rows. What stands in the group's column, the first, is as a cell has it:
    the sign of no group is none that a group can have; all others are still to be :func:`written`."""

    heading: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    segments: tuple[tuple[str, ...], ...]
    standbys: tuple[tuple[str, ...], ...]


def team_sheet(show: Show) -> TeamSheet:
    """The main sheet of a show. Raises UserError ``time.nonexistent`` as the timetable does."""
    titles = group_references(show.groups)
    used = tuple(dict.fromkeys(titles[item.group_id] for item in show.segments if item.group_id in titles))
    wanted = tuple(titles.values())
    times = _times(show)
    references = product_references(show.products)
    segments = tuple(
        _segment_row(
            number, segment, titles.get(segment.group_id, ""), bool(titles), times[number - 1], references
        )
        for number, segment in enumerate(show.segments, 1)
    )
    calm = not any(plan.panic for plan in show.standbys)
    standbys = tuple(_standby_row(plan_row, calm, references) for plan_row in show.standbys)
    return TeamSheet(_heading(show), wanted if wanted != used else (), segments, standbys)


def segment_rows(show: Show) -> tuple[tuple[str, ...], ...]:
    """A row of texts for each segment that stands by itself, whatever stands above it: with its length in place of
    its time, and the dates of what is fixed."""
    titles = group_references(show.groups)
    references = product_references(show.products)
    rows = []
    for number, segment in enumerate(show.segments, 1):
        ends = _ENDS[segment.end_mode]
        if segment.end_mode is EndMode.COUNT_TO and segment.count_to is not None:
            ends = f"到 {_dated(wall_to_ms(segment.count_to, show.zone), show.zone)}"
        hard = segment.hard_start
        fixed = "" if hard is None else _dated(wall_to_ms(hard, show.zone), show.zone)
        times = _TimeCells("", format_duration(segment.duration_ms), fixed, ends)
        group = titles.get(segment.group_id, "")
        rows.append(_segment_row(number, segment, group, bool(titles), times, references))
    return tuple(rows)


def standby_rows(show: Show) -> tuple[tuple[str, ...], ...]:
    """A row of texts for each standby plan that stands by itself; of the panic key it tells where it is marked."""
    references = product_references(show.products)
    return tuple(_standby_row(one, False, references) for one in show.standbys)


def _heading(show: Show) -> tuple[tuple[str, str], ...]:
    start = wall_to_ms(show.planned_start, show.zone)
    end = ""
    if show.hard_end is not None:
        last = wall_to_ms(show.hard_end, show.zone)
        near = 0 < last - start < DAY - HOUR
        end = _clock(last, show.zone) if near else _dated(last, show.zone)
    pairs = (
        ("主题", show.title),
        ("日期", to_local(start, show.zone).strftime("%Y-%m-%d")),
        ("开播时间", _clock(start, show.zone)),
        ("下播时间", end),
        ("主播", show.host),
        ("平台", show.platform),
        ("直播间", show.room),
        ("时区", show.zone),
        (APPROVAL_KEY, APPROVALS.get(show.approval, "")),
    )
    return tuple(pair for pair in pairs if pair[1])


@dataclass(frozen=True, slots=True)
class _TimeCells:
    time: str
    duration: str
    hard: str
    ends: str


def _times(show: Show) -> list[_TimeCells]:
    """The time cells of every segment, dated where a time alone would be read on another day."""
    layout = plan(show)
    zone = show.zone
    above: int | None = None
    declared = wall_to_ms(show.planned_start, zone)
    cells = []
    for segment, start, hard in zip(show.segments, layout.starts, layout.hard_starts, strict=True):
        count_to = None
        if segment.end_mode is EndMode.COUNT_TO and segment.count_to is not None:
            count_to = wall_to_ms(segment.count_to, zone)
        ends = _ENDS[segment.end_mode]
        if start is None:
            if count_to is not None:
                ends = f"到 {_dated(count_to, zone)}"
            fixed = "" if hard is None else _dated(hard, zone)
            cells.append(_TimeCells("", format_duration(segment.duration_ms), fixed, ends))
            continue
        plain_start = start == declared if above is None else start - above < _PLAIN_GAP
        written = _clock(start, zone) if plain_start else _dated(start, zone)
        duration = ""
        if count_to is not None:
            near = 0 <= count_to - start < DAY - HOUR
            ends = f"到 {_clock(count_to, zone) if near else _dated(count_to, zone)}"
        if count_to is None and segment.duration_ms < DAY - HOUR:
            written = f"{written}-{_clock(start + segment.duration_ms, zone)}"
        else:
            duration = format_duration(segment.duration_ms)
        fixed = "" if hard is None else _clock(hard, zone) if abs(hard - start) < _NEAR else _dated(hard, zone)
        cells.append(_TimeCells(written, duration, fixed, ends))
        above = start
    return cells


def _clock(ms: int, zone: str) -> str:
    local = to_local(ms, zone)
    whole = ((local.hour * 60 + local.minute) * 60 + local.second) * 1000 + local.microsecond // 1000
    twice = is_ambiguous(local.replace(tzinfo=None, fold=0), zone)
    return format_clock(whole) + (("(前)", "(后)")[local.fold] if twice else "")


def _dated(ms: int, zone: str) -> str:
    return f"{to_local(ms, zone):%Y-%m-%d} {_clock(ms, zone)}"


def product_references(products: Sequence[Product]) -> dict[str, str]:
    """How the rundown names each product: by its name where that is enough, else with its specification or its brand,
    by its link number, or by its place in the list."""
    index = ProductIndex()
    ids = {index.add(product).id: product.id for product in products}
    references = {}
    for place, kept in enumerate(index.products, 1):
        for text in _names_of(kept, place):
            known = index.known(text)
            if known is not None and known.id == kept.id and split_products(text) == (text,):
                references[ids[kept.id]] = text
                break
    return references


def _names_of(product: Product, place: int) -> Iterator[str]:
    """What a product may be called in a cell, the plainest first."""
    yield product.name
    if product.spec:
        yield f"{product.name} {product.spec}"
    if product.brand:
        yield f"{product.brand} {product.name}"
    if product.link is not None:
        yield f"{product.link}号链接"
        yield f"{product.link}号链接 {product.name}"
    yield f"第{place}款 {product.name}"
    # Where another product is called 第1款, noughts tell the place from its name.
    yield from (f"第{place:0{digits}}款" for digits in range(1, 6))


def _segment_row(
    number: int, segment: Segment, group: str, grouped: bool, times: _TimeCells, references: dict[str, str]
) -> tuple[str, ...]:
    main, cohost = split_script(segment.script)
    cues = (cue_text(cue.action, cue.text, cue.offset_ms) for cue in segment.cues)
    return (
        written(group) or (NO_GROUP if grouped else ""),
        str(number),
        times.time,
        one_line(segment.title),
        name_of(segment.kind, KINDS),
        "、".join(references[product] for product in segment.product_ids if product in references),
        main,
        cohost,
        segment.interaction,
        segment.scene,
        transition_text(segment.transition),
        items_text(segment.items),
        times.ends,
        "\n".join(cues),
        one_line(segment.person),
        one_line(segment.co_host),
        one_line(segment.owner),
        segment.note,
        times.duration,
        times.hard,
        alerts_text(segment.warn_ms, segment.alarm_ms),
        segment.goal,
        segment.fallback,
        segment.number,
        "跳过" if segment.skipped else "",
    )


def _standby_row(plan_row: Standby, calm: bool, references: dict[str, str]) -> tuple[str, ...]:
    mark = f"·{PANIC_MARK}" if plan_row.panic else f"·{CALM_MARK}" if calm else ""
    texts = {
        "时间段": "" if plan_row.duration_ms is None else format_duration(plan_row.duration_ms),
        "环节": one_line(plan_row.title),
        "类型": name_of(plan_row.mode, MODES) + mark,
        "商品": references.get(plan_row.product_id, ""),
        "话术": script_text(plan_row.script),
        "画面/场景": plan_row.scene,
        "转场": "" if plan_row.transition == Transition() else transition_text(plan_row.transition),
        "画面元素": items_text(plan_row.items),
        "中控动作": "\n".join(cue_text(cue.action, cue.text, cue.offset_ms) for cue in plan_row.cues),
        "负责人": one_line(plan_row.owner),
        "备注": with_message(plan_row.trigger, one_line(plan_row.message)),
    }
    return tuple(texts.get(column, "") for column in COLUMNS)
