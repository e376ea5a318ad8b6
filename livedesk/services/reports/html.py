"""The report of a run and the run sheet, as HTML for the browser and as parts for the printer.

Text from outside is escaped by the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from livedesk.domain.events import AlertRaised, FaultCleared, FaultShown, RunKind
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.numbers import Measure
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.reports import figures, graphs
from livedesk.services.reports.data import Mark, MarkKind, ProductLine, ReportData
from livedesk.services.reports.look import Look, Paper, Part
from livedesk.services.reports.sheet import groups_of, pins_of, script_blocks
from livedesk.services.reports.words import Words

TILES = ("gmv_fen", "orders", "units", "aov_fen", "online_peak", "views", "comments", "view_to_pay")
TILES_A_ROW = 4
MOMENTARY = frozenset({"online"})
MARKS_SHOWN = 16
CHECK_COLUMNS, SCRIPT_COLUMNS = 2, 3


def report_html(data: ReportData, words: Words, look: Look) -> str:
    """The report of a run as one page for the browser that needs nothing beside it."""
    facts = _report(data, words, look, [Markup(svg) for svg in _graphs(data, words, look)])
    return _render(look, "screen.html.j2", facts | {"printing": False, "bodies": ["report_body.html.j2"]})


def report_paper(data: ReportData, words: Words, look: Look) -> Paper:
    """The report of a run for the printer."""
    images = {f"graph-{number}": svg for number, svg in enumerate(_graphs(data, words, look))}
    places = [Markup('<p><img src="{}"></p>').format(name) for name in images]
    facts = _report(data, words, look, places) | {"printing": True, "size": 8.5}
    return Paper(
        parts=(Part(_render(look, "print.html.j2", facts | {"bodies": ["report_body.html.j2"]})),),
        images=images,
        head=f"{data.title} · {figures.day(data.started, data.zone)} · {words['run']} {data.run_id}",
        mark=" · ".join(_warnings(data, words)),
        landscape=False,
        colours=look.paper,
    )


def sheet_html(show: Show, words: Words, look: Look) -> str:
    """The run sheet of a show as one page for the browser."""
    bodies = ["sheet_body.html.j2", "sheet_checks.html.j2", "sheet_scripts.html.j2"]
    return _render(look, "screen.html.j2", _sheet(show, words, look) | {"printing": False, "bodies": bodies})


def sheet_paper(show: Show, words: Words, look: Look) -> Paper:
    """The run sheet of a show, to be printed and taped to a wall: the rundown, the checks, and the scripts."""
    facts = _sheet(show, words, look) | {"printing": True, "size": 9}
    wanted = [("sheet_body.html.j2", 1)]
    wanted += [("sheet_checks.html.j2", CHECK_COLUMNS)] if show.checklist else []
    wanted += [("sheet_scripts.html.j2", SCRIPT_COLUMNS)] if facts["scripts"] else []
    parts = [Part(_render(look, "print.html.j2", facts | {"bodies": [body]}), columns) for body, columns in wanted]
    date = figures.day(plan(show).start, show.zone)
    head = f"{show.title} · {date} · {words['run_sheet']}"
    return Paper(tuple(parts), {}, head, "", landscape=True, colours=look.paper)


def _render(look: Look, template: str, facts: Mapping[str, Any]) -> str:
    environment = Environment(
        loader=FileSystemLoader(look.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(facts)


def _common(words: Words, look: Look, zone: str, first: int) -> dict[str, Any]:
    return {
        "words": words,
        "w": words.text,
        "c": look.paper,
        "colour_of": partial(graphs.colour_of, look),
        "kind_word": lambda kind: (
            words["standby_plan"] if kind is None else words.kinds.get(kind.value, kind.value)
        ),
        "date": partial(figures.day, zone=zone),
        "time": partial(figures.clock, zone=zone, first=first),
        "time_short": partial(figures.clock_short, zone=zone, first=first),
        "length": figures.length,
        "offset": figures.offset,
        "money": figures.money,
        "number": figures.number,
    }


def _report(data: ReportData, words: Words, look: Look, drawn: list[Markup]) -> dict[str, Any]:
    total = data.measures["gmv_fen"].value
    return _common(words, look, data.zone, data.started) | {
        "title": f"{data.title} {figures.day(data.started, data.zone)}",
        "data": data,
        "warnings": _warnings(data, words),
        "tiles": [_measure_row(name, data.measures[name], words) for name in TILES if name in data.measures],
        "tiles_a_row": TILES_A_ROW,
        "strips": drawn[0],
        "curves": drawn[1:],
        "missing_curves": _missing_curves(data, words),
        "legend": [
            (colour, [_kind(name, words) for name in names]) for colour, names in graphs.legend(data, look)
        ],
        "marks": [_mark_row(mark, data, words) for mark in data.marks[:MARKS_SHOWN]],
        "more_marks": max(0, len(data.marks) - MARKS_SHOWN),
        "measures": [
            _measure_row(name, value, words) for name, value in data.measures.items() if name not in MOMENTARY
        ],
        "lines": [line for line in data.items if line.airings],
        "products": [line for line in data.products if _shown(line)],
        "log": _log_rows(data, words),
        "share": lambda part: figures.share(part, total),
        "money_rate": figures.per_minute,
    }


def _sheet(show: Show, words: Words, look: Look) -> dict[str, Any]:
    layout = plan(show)
    return _common(words, look, show.zone, layout.start) | {
        "title": show.title,
        "show": show,
        "layout": layout,
        "groups": groups_of(show),
        "numbers": shown_numbers(show.segments),
        "pins": pins_of(show, layout),
        "names": {product.id: product.name for product in show.products},
        "scripts": script_blocks(show, layout, words),
    }


def _graphs(data: ReportData, words: Words, look: Look) -> list[str]:
    """The strips of plan against actual, then the curves that have any value."""
    axis = partial(figures.money_axis, chinese=words.chinese)
    strips = graphs.plan_against_actual(
        data, look, words["plan_against_actual"], words["planned"], words["actual"]
    )
    online, gmv = [point.online for point in data.series], [point.gmv_fen for point in data.series]
    comments = [point.comments for point in data.series]
    drawn = [strips]
    if _any(online):
        drawn.append(graphs.curve(data, look, words["curve_online"], online, figures.number, "online"))
    if _any(gmv):
        drawn.append(graphs.curve(data, look, words["curve_money"], gmv, axis, "money", sums=True))
    if _any(comments):
        drawn.append(graphs.curve(data, look, words["curve_comments"], comments, figures.number, "comments"))
    return drawn


def _any(values: list[float | None] | list[int | None]) -> bool:
    return any(value is not None for value in values)


def _missing_curves(data: ReportData, words: Words) -> list[tuple[str, str]]:
    """The curves that the run has no values for, each with the reason."""
    measures = (("curve_online", "online_peak"), ("curve_money", "gmv_fen"), ("curve_comments", "comments"))
    return [
        (words[name], _reason(data.measures[measure], words))
        for name, measure in measures
        if data.measures[measure].value is None
    ]


def _kind(name: str, words: Words) -> str:
    return words["standby_plan"] if name == graphs.STANDBY else words.kinds.get(name, name)


def _mark_row(mark: Mark, data: ReportData, words: Words) -> dict[str, Any]:
    alert = mark.kind is MarkKind.ALERT
    return {
        "alert": alert,
        "start": mark.start,
        "end": mark.end,
        "text": words.tell(mark.text, dict(mark.params)) if alert else mark.text,
    }


def _warnings(data: ReportData, words: Words) -> list[str]:
    """What every reader must know of the numbers first."""
    found = [words["rehearsal"]] if data.kind is RunKind.REHEARSAL else []
    return [*found, words["simulated"]] if data.simulated else found


def _reason(value: Measure, words: Words) -> str:
    return words.reasons.get(value.reason, value.reason)


def _measure_row(name: str, value: Measure, words: Words) -> dict[str, str]:
    missing = value.value is None
    return {
        "name": words.measures.get(name, name),
        "value": figures.measure(value),
        "note": _reason(value, words) if missing else words["estimate"] if value.estimate else "",
        "basis": _reason(value, words) if missing else words.basis.get(value.basis, value.basis),
    }


def _shown(line: ProductLine) -> bool:
    return bool(line.product_id or line.gmv_fen or line.orders)


def _log_rows(data: ReportData, words: Words) -> list[dict[str, Any]]:
    """The as-run log in words: alerts and faults as sentences, notes of the journal in the reader's language."""
    told = {
        entry.seq: words.tell(event.code, {} if isinstance(event, FaultCleared) else dict(event.params))
        for entry in data.entries
        if isinstance(event := entry.event, AlertRaised | FaultShown | FaultCleared)
    }
    return [
        {
            "seq": row.seq,
            "at": row.requested_ms,
            "what": words.log.get(row.kind, row.kind),
            "title": told.get(row.seq, row.title),
            "scene": row.scene,
            "by": words.notes.get(row.by, row.by),
            "result": words.results.get(row.result, row.result),
            "bad": row.result in ("unknown", "rejected", "withheld", "failed"),
            "note": ""
            if row.seq in told
            else "; ".join(words.notes.get(each, each) for each in row.note.split("; ")),
        }
        for row in data.log
    ]
