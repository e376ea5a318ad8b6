"""Gathers the facts of a report: a pure fold over the journal, the document and the feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from livedesk.domain.asrun import AsRunRow, as_run
from livedesk.domain.attribution import OnAir, instants, on_air
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    AlertRaised,
    Entry,
    ProductPresented,
    PromotionEnded,
    PromotionStarted,
    RunEnded,
    RunOpened,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    WentLive,
)
from livedesk.domain.evolve import fold
from livedesk.domain.feed import FeedEvent, OrderRow
from livedesk.domain.measures import Book, Row
from livedesk.domain.numbers import Measure
from livedesk.domain.rundown import Show
from livedesk.services.reports.data import Band, Mark, MarkKind, Point, ProductLine, ReportData, Sums
from livedesk.services.reports.items import item_lines


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
    log: tuple[AsRunRow, ...] = as_run(journal)
    rows = {row.key: row for row in book.by_segment(aired)}
    sums = {key: _sums(row) for key, row in rows.items()}
    cues = [cue.id for segment in show.segments for cue in segment.cues]
    start, end = aired.window
    return ReportData(
        run_id=run_id,
        kind=opened.kind,
        title=opened.title,
        host=show.host,
        platform=show.platform,
        zone=opened.zone,
        planned_end=live.baseline_end_ms,
        started=start,
        end=end,
        ended=end if aired.ended else None,
        items=item_lines(show, run, journal, aired, log, sums),
        unplaced=sums.get(""),
        products=_products(show, journal, book),
        measures=book.total(),
        simulated=book.simulated,
        series=_series(book),
        bands=_bands(show, journal, aired),
        marks=_marks(journal, start, end),
        overridden=live.open_checks,
        override_by=live.override_by,
        override_reason=live.override_reason,
        cues_done=sum(cue in run.cues_done for cue in cues),
        cues_all=len(cues),
        moments=run.moments,
        log=log,
        entries=journal,
    )


def _whole(measures: Mapping[str, Measure], name: str) -> int | None:
    value = measures[name].value if name in measures else None
    return None if value is None else round(value)


def _sums(row: Row) -> Sums:
    found = row.measures
    return Sums(
        gmv_fen=_whole(found, "gmv_fen"),
        orders=_whole(found, "orders"),
        units=_whole(found, "units"),
        comments=_whole(found, "comments"),
        online_average=found["online_average"].value,
    )


def _products(show: Show, journal: tuple[Entry, ...], book: Book) -> tuple[ProductLine, ...]:
    shown = _time_of_products(journal)
    return tuple(
        ProductLine(
            product_id=row.key,
            name=row.title,
            gmv_fen=_whole(row.measures, "gmv_fen"),
            refund_fen=_whole(row.measures, "refund_fen"),
            orders=_whole(row.measures, "orders"),
            units=_whole(row.measures, "units"),
            on_air_ms=shown[row.key],
        )
        for row in book.by_product(show.products)
    )


def _time_of_products(journal: tuple[Entry, ...]) -> Counter[str]:
    """How long each product was on air: the first of its segment, or the one that was presented since. Under a
    standby plan it is the plan's, if it has one; afterwards the airing before goes on with its own."""
    lasted: Counter[str] = Counter()
    of_airing: dict[int, str] = {}
    airing, since = 0, 0
    for entry in journal:
        event, t_ms = entry.event, entry.t_ms
        before = of_airing.get(airing, "")
        match event:
            case WentLive():
                # What was presented before that was not on air.
                of_airing.clear()
                before, following = "", 0
            case Taken():
                of_airing[event.airing] = event.products[0].id if event.products else ""
                following = event.airing
            case StandbyCalled():
                of_airing[event.airing] = event.product.id if event.product is not None else ""
                following = event.airing
            case TakenBack() | StandbyEnded():
                following = event.resumed_airing
            case ProductPresented():
                of_airing[airing] = event.product.id
                following = airing
            case RunEnded():
                following = 0
            case _:
                continue
        lasted[before] += t_ms - since
        airing, since = following, t_ms
    lasted[of_airing.get(airing, "")] += journal[-1].t_ms - since
    del lasted[""]
    return lasted


def _series(book: Book) -> tuple[Point, ...]:
    points = []
    total = 0
    for row in book.by_minute():
        gmv = _whole(row.measures, "gmv_fen")
        total += gmv or 0
        average = row.measures["online_average"].value
        comments = _whole(row.measures, "comments")
        points.append(Point(int(row.key), average, None if gmv is None else total, comments))
    return tuple(points)


def _bands(show: Show, journal: tuple[Entry, ...], aired: OnAir) -> tuple[Band, ...]:
    kinds = {entry.event.airing: entry.event.kind for entry in journal if isinstance(entry.event, Taken)}
    numbers = {segment.id: number for number, segment in enumerate(show.segments, 1)}
    return tuple(
        Band(span.start_ms, span.end_ms, numbers.get(span.item_id, span.number), kinds.get(span.airing))
        for span in aired.spans
    )


def _marks(journal: tuple[Entry, ...], start: int, end: int) -> tuple[Mark, ...]:
    """Promotions and alerts of the time on air, in order of their start."""
    marks: list[Mark] = []
    running: dict[str, tuple[int, str]] = {}
    for instant, entry in instants(journal):
        event = entry.event
        match event:
            case PromotionStarted():
                running[event.promotion_id] = (instant, event.title)
            case PromotionEnded() if event.promotion_id in running:
                began, title = running.pop(event.promotion_id)
                marks.append(Mark(MarkKind.PROMOTION, began, instant, title))
            case AlertRaised() if start <= instant <= end:
                marks.append(Mark(MarkKind.ALERT, instant, instant, event.code, event.params))
    marks += [Mark(MarkKind.PROMOTION, began, end, title) for began, title in running.values()]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.text)))
