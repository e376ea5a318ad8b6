"""A report's facts as lines of tables: plan against actual, money by product, the log in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from livedesk.domain.events import Entry, TakeReported
from livedesk.domain.events_desk import MomentKind
from livedesk.services.reports.data import ItemLine, Outcome, ProductLine, ReportData
from livedesk.ui import format as fmt
from livedesk.ui.report_words import report_words
from livedesk.ui.widgets.table import Cell, Column, Line
from livedesk.ui.words import who
from livedesk.ui.workspaces.live.moment_words import moment_place, moment_title
from livedesk.ui.workspaces.live.sentences import log_row
from livedesk.ui.workspaces.live.take_words import outcome

LATE_MS = 60_000


def segment_columns() -> tuple[Column, ...]:
    """Plan against actual."""
    return (
        Column(QCoreApplication.translate("Review", "No."), 44, number=True),
        Column(QCoreApplication.translate("Review", "Segment")),
        Column(QCoreApplication.translate("Review", "Planned"), 78, number=True),
        Column(QCoreApplication.translate("Review", "Actual"), 78, number=True),
        Column(
            QCoreApplication.translate("Review", "Start ±"),
            76,
            number=True,
            tip=QCoreApplication.translate("Review", "Actual start against the plan"),
        ),
        Column(
            QCoreApplication.translate("Review", "Plan"),
            66,
            number=True,
            tip=QCoreApplication.translate("Review", "Planned length"),
        ),
        Column(QCoreApplication.translate("Review", "On air"), 66, number=True),
        Column(
            QCoreApplication.translate("Review", "Length ±"),
            78,
            number=True,
            tip=QCoreApplication.translate("Review", "Time on air against the plan"),
        ),
        Column(
            "GMV", 92, number=True, tip=QCoreApplication.translate("Review", "Orders paid while it was on air")
        ),
        Column(QCoreApplication.translate("Review", "Orders"), 62, number=True),
        Column(QCoreApplication.translate("Review", "State"), 124),
    )


def segment_lines(data: ReportData) -> tuple[Line, ...]:
    """A line for each segment of the show, and for each standby plan that was on air."""
    words = report_words()
    lines = [_item(line, data.zone, words.outcomes, words.results) for line in data.items]
    if data.unplaced is not None:
        told = QCoreApplication.translate("Review", "While no item was on air")
        sums = (Cell(fmt.whole_money(data.unplaced.gmv_fen), "dim"), Cell(fmt.count(data.unplaced.orders), "dim"))
        lines.append(Line("", (Cell(), Cell(told, "dim"), *(Cell(),) * 6, *sums, Cell())))
    return tuple(lines)


def _item(line: ItemLine, zone: str, outcomes: Mapping[str, str], results: Mapping[str, str]) -> Line:
    aired = line.outcome in (Outcome.AIRED, Outcome.ON_AIR)
    ink = "text" if aired else "faint"
    told = outcomes.get(line.outcome.value, line.outcome.value)
    took = results.get(line.result, line.result)
    wrong = line.result in ("rejected", "unknown", "withheld")
    state = f"▲ {took}" if wrong else told
    if line.airings > 1:
        state += f" ×{line.airings}"
    tone = "warn" if wrong else {Outcome.AIRED: "go", Outcome.ON_AIR: "air"}.get(line.outcome, "dim")
    title = line.title
    if line.removed:
        title += " · " + QCoreApplication.translate("Review", "removed since")
    return Line(
        line.item_id,
        (
            Cell("" if line.number is None else f"{line.number:02d}", "dim"),
            Cell(title, ink, title),
            Cell(fmt.clock(line.planned_start, zone), "dim"),
            Cell(fmt.clock(line.actual_start, zone), ink),
            Cell(fmt.offset(line.late_ms), _late(line.late_ms)),
            Cell(fmt.duration(line.planned_ms), "dim"),
            Cell(fmt.duration(line.actual_ms), ink),
            Cell(fmt.offset(line.longer_ms), _late(line.longer_ms)),
            Cell(fmt.whole_money(line.sums.gmv_fen), ink),
            Cell(fmt.count(line.sums.orders), ink),
            Cell(state, tone, f"{told} · {took}" if took else told),
        ),
    )


def _late(ms: int | None) -> str:
    return "dim" if ms is None or abs(ms) < LATE_MS else "warn" if ms > 0 else "next"


def product_columns() -> tuple[Column, ...]:
    """Money by product."""
    return (
        Column(QCoreApplication.translate("Review", "Product")),
        Column("GMV", 120, number=True),
        Column(QCoreApplication.translate("Review", "Share"), 80, number=True),
        Column(QCoreApplication.translate("Review", "Orders"), 80, number=True),
        Column(QCoreApplication.translate("Review", "Units"), 80, number=True),
        Column(QCoreApplication.translate("Review", "Refunded"), 110, number=True),
        Column(
            QCoreApplication.translate("Review", "On air"),
            90,
            number=True,
            tip=QCoreApplication.translate("Review", "As the first product of a segment"),
        ),
        Column(QCoreApplication.translate("Review", "GMV a minute"), 120, number=True),
    )


def product_lines(data: ReportData) -> tuple[Line, ...]:
    """A line for each product, the largest money first, orders of other products at the end."""
    total = sum(line.gmv_fen or 0 for line in data.products)
    ordered = sorted(data.products, key=lambda line: (not line.product_id, -(line.gmv_fen or 0)))
    return tuple(_product(line, total) for line in ordered)


def _product(line: ProductLine, total: int) -> Line:
    others = QCoreApplication.translate("Review", "Orders of products that are not in the show")
    ink = "text" if line.gmv_fen else "dim"
    per_minute = line.gmv_fen * 60_000 / line.on_air_ms if line.gmv_fen and line.on_air_ms else None
    share = line.gmv_fen / total if line.gmv_fen is not None and total else None
    return Line(
        line.product_id,
        (
            Cell(line.name if line.product_id else others, ink),
            Cell(fmt.money(line.gmv_fen), ink),
            Cell(fmt.ratio(share), "dim"),
            Cell(fmt.count(line.orders), ink),
            Cell(fmt.count(line.units), ink),
            Cell(fmt.money(line.refund_fen), "warn" if line.refund_fen else "dim"),
            Cell(fmt.duration(line.on_air_ms) if line.on_air_ms else fmt.NONE, "dim"),
            Cell(fmt.whole_money(per_minute), "dim"),
        ),
    )


def moment_columns() -> tuple[Column, ...]:
    """What was marked in the run."""
    return (
        Column(QCoreApplication.translate("Review", "Time"), 78, number=True),
        Column(QCoreApplication.translate("Review", "What"), 132),
        Column(QCoreApplication.translate("Review", "What was on air")),
        Column(QCoreApplication.translate("Review", "Note")),
    )


def moment_lines(data: ReportData) -> tuple[Line, ...]:
    """A line for each moment, warning and violation."""
    lines = []
    for moment in data.moments:
        plain = moment.mark.kind is MomentKind.MOMENT
        title = moment_title(moment.mark) if plain else f"▲ {moment_title(moment.mark)}"
        cells = (
            Cell(fmt.clock(moment.at_ms, data.zone)),
            Cell(title, "text" if plain else "warn"),
            Cell(moment_place(moment.mark)),
            Cell(moment.note),
        )
        lines.append(Line(str(moment.mark.moment_id), cells))
    return tuple(lines)


def log_columns() -> tuple[Column, ...]:
    """The as-run log."""
    return (
        Column("#", 52, number=True),
        Column(QCoreApplication.translate("Review", "Time"), 86, number=True),
        Column(QCoreApplication.translate("Review", "What happened")),
        Column(QCoreApplication.translate("Review", "OBS"), 250),
        Column(QCoreApplication.translate("Review", "By"), 110),
    )


def log_lines(entries: Iterable[Entry], zone: str) -> tuple[Line, ...]:
    """A line for each entry that has a sentence, in order; a take's outcome stands in its own line."""
    rows: list[tuple[Entry, str, str, int | None]] = []
    outcomes: dict[int, tuple[str, bool]] = {}
    for entry in entries:
        if isinstance(entry.event, TakeReported):
            words, tone = outcome(entry.event)
            outcomes[entry.event.take] = (words, tone is not None)
            continue
        row = log_row(entry)
        if row is not None:
            rows.append((entry, row.words, row.tone, row.take))
    return tuple(_log(*row, outcomes, zone) for row in rows)


def _log(
    entry: Entry,
    words: str,
    tone: str,
    take: int | None,
    outcomes: dict[int, tuple[str, bool]],
    zone: str,
) -> Line:
    told, wrong = outcomes.get(take, ("", False)) if take is not None else ("", False)
    return Line(
        str(entry.seq),
        (
            Cell(str(entry.seq), "faint"),
            Cell(fmt.clock(entry.wall_ms, zone), "dim"),
            Cell(words, tone, words),
            Cell(f"▲ {told}" if wrong else told, "warn" if wrong else "dim", told),
            Cell(who(entry.by), "dim"),
        ),
    )
