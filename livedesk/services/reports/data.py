"""What a report tells, as plain facts: plan against actual, the measures, where the money came from, the log.

A pure fold over the journal, the document and the feeds; how it looks is the templates' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.asrun import AsRunRow, as_run
from livedesk.domain.attribution import OnAir, on_air
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, RunKind, RunOpened, WentLive
from livedesk.domain.evolve import fold
from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.domain.measures import Book, Row
from livedesk.domain.numbers import Measure
from livedesk.domain.run import RunState
from livedesk.domain.rundown import SegmentKind, Show
from livedesk.domain.timetable import Timetable, plan, schedule


class Outcome(StrEnum):
    """What became of a segment: it AIRED, was SKIPPED in the plan, was passed over (NOT_AIRED), or is still ON_AIR
    (the run goes on)."""

    AIRED = "aired"
    ON_AIR = "on_air"
    NOT_AIRED = "not_aired"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """A segment, plan against actual. Instants are epoch ms, durations ms; None where it never was on air.
    ``airings`` counts how often it went on air; ``late_ms`` is its actual start against the plan at the time of
    going live; ``result`` is that of the last take of its scene."""

    segment_id: str
    number: int
    title: str
    group: str
    kind: SegmentKind
    planned_start: int | None
    planned_ms: int
    actual_start: int | None
    actual_ms: int | None
    late_ms: int | None
    airings: int
    outcome: Outcome
    scene: str
    result: str
    gmv_fen: int | None
    orders: int | None
    units: int | None
    comments: int | None
    online_average: float | None


@dataclass(frozen=True, slots=True)
class ProductLine:
    """A product's money; ``product_id`` is empty for orders of products that are not in the show."""

    product_id: str
    name: str
    gmv_fen: int | None
    refund_fen: int | None
    orders: int | None
    units: int | None
    on_air_ms: int


@dataclass(frozen=True, slots=True)
class Point:
    """A minute of the show: its start, people online, the money up to its end, the comments in it."""

    at: int
    online: float | None
    gmv_fen: int | None
    comments: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the show in the colour of its kind (None: a standby plan)."""

    start: int
    end: int
    title: str
    kind: SegmentKind | None


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything that a report shows. ``measures`` are those of the whole run, each with its reason where there is
    none; ``overridden`` the critical checks that were open when the show went live, with ``override_by`` and
    ``override_reason``; ``log`` the as-run rows, ``entries`` what they were folded from."""

    run_id: int
    kind: RunKind
    title: str
    host: str
    platform: str
    zone: str
    planned_start: int
    planned_end: int
    started: int
    ended: int | None
    segments: tuple[SegmentLine, ...]
    products: tuple[ProductLine, ...]
    measures: Mapping[str, Measure]
    series: tuple[Point, ...]
    bands: tuple[Band, ...]
    overridden: tuple[str, ...]
    override_by: str
    override_reason: str
    cues_done: int
    cues_all: int
    log: tuple[AsRunRow, ...]
    entries: tuple[Entry, ...]


def report_data(
    run_id: int,
    show: Show,
    entries: Iterable[Entry],
    events: Iterable[FeedEvent],
    orders: Iterable[OrderRow],
) -> ReportData:
    """The facts of a run. Raises UserError ``run.not_aired`` for one that never went on air."""
    journal = tuple(entries)
    aired = on_air(journal)
    if aired.window is None:
        raise UserError("run.not_aired", run=run_id)
    run = fold(journal)
    live = next(entry.event for entry in journal if isinstance(entry.event, WentLive))
    opened = next(entry.event for entry in journal if isinstance(entry.event, RunOpened))
    book = Book(events, orders, aired.window)
    log = as_run(journal)
    cues = [cue.id for segment in show.segments for cue in segment.cues]
    return ReportData(
        run_id=run_id,
        kind=opened.kind,
        title=opened.title,
        host=show.host,
        platform=show.platform,
        zone=opened.zone,
        planned_start=opened.planned_start_ms,
        planned_end=live.baseline_end_ms,
        started=aired.window[0],
        ended=aired.window[1] if aired.ended else None,
        segments=_segments(show, run, log, book.by_segment(aired)),
        products=_products(show, aired, book),
        measures=book.total(),
        series=_series(book),
        bands=_bands(show, aired),
        overridden=live.open_checks,
        override_by=live.override_by,
        override_reason=live.override_reason,
        cues_done=sum(cue in run.cues_done for cue in cues),
        cues_all=len(cues),
        log=log,
        entries=journal,
    )


def _whole(measures: Mapping[str, Measure], name: str) -> int | None:
    value = measures[name].value if name in measures else None
    return None if value is None else round(value)


def _segments(show: Show, run: RunState, log: tuple[AsRunRow, ...], rows: list[Row]) -> tuple[SegmentLine, ...]:
    layout = plan(show)
    table: Timetable = schedule(show, run, run.last_t_ms, layout)
    money = {row.key: row for row in rows}
    airings: dict[str, int] = {}
    for airing in run.airings:
        airings[airing.item_id] = airings.get(airing.item_id, 0) + 1
    results = {row.airing: row.result for row in log if row.kind == "segment"}
    last_airing = {airing.item_id: airing.number for airing in run.airings}
    groups = {group.id: group.title for group in show.groups}
    lines = []
    for index, segment in enumerate(show.segments):
        planned = run.baseline.get(segment.id, layout.starts[index])
        actual = table.actual[index]
        row = money.get(segment.id)
        measures = row.measures if row is not None else {}
        average = measures["online_average"].value if "online_average" in measures else None
        state = table.states[index].value
        known = state in (Outcome.AIRED, Outcome.ON_AIR, Outcome.SKIPPED)
        lines.append(
            SegmentLine(
                segment_id=segment.id,
                number=index + 1,
                title=segment.title,
                group=groups.get(segment.group_id, ""),
                kind=segment.kind,
                planned_start=planned,
                planned_ms=layout.durations[index],
                actual_start=actual,
                actual_ms=row.on_air_ms if row is not None else None,
                late_ms=None if actual is None or planned is None else actual - planned,
                airings=airings.get(segment.id, 0),
                outcome=Outcome(state) if known else Outcome.NOT_AIRED,
                scene=segment.scene,
                result=results.get(last_airing.get(segment.id), ""),
                gmv_fen=_whole(measures, "gmv_fen"),
                orders=_whole(measures, "orders"),
                units=_whole(measures, "units"),
                comments=_whole(measures, "comments"),
                online_average=average,
            )
        )
    return tuple(lines)


def _products(show: Show, aired: OnAir, book: Book) -> tuple[ProductLine, ...]:
    shown: dict[str, int] = {}
    by_segment = {segment.id: segment.product_ids for segment in show.segments}
    for span in aired.spans:
        for product_id in by_segment.get(span.item_id, ())[:1]:
            shown[product_id] = shown.get(product_id, 0) + span.end_ms - span.start_ms
    return tuple(
        ProductLine(
            product_id=row.key,
            name=row.title,
            gmv_fen=_whole(row.measures, "gmv_fen"),
            refund_fen=_whole(row.measures, "refund_fen"),
            orders=_whole(row.measures, "orders"),
            units=_whole(row.measures, "units"),
            on_air_ms=shown.get(row.key, 0),
        )
        for row in book.by_product(show.products)
    )


def _series(book: Book) -> tuple[Point, ...]:
    points = []
    total = 0
    for row in book.by_minute():
        gmv = _whole(row.measures, "gmv_fen")
        total += gmv or 0
        average = row.measures["online_average"].value if "online_average" in row.measures else None
        comments = _whole(row.measures, "comments")
        points.append(Point(int(row.key), average, None if gmv is None else total, comments))
    return tuple(points)


def _bands(show: Show, aired: OnAir) -> tuple[Band, ...]:
    kinds = {segment.id: segment.kind for segment in show.segments}
    return tuple(Band(span.start_ms, span.end_ms, span.title, kinds.get(span.item_id)) for span in aired.spans)
