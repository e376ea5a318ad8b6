"""The report of a run and the run sheet as HTML. Text from outside is escaped by the templates."""

from __future__ import annotations

from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from livedesk.domain.numbers import Measure
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.reports import figures, graphs
from livedesk.services.reports.data import ProductLine, ReportData
from livedesk.services.reports.look import Look, Page
from livedesk.services.reports.words import Words

TILES = ("gmv_fen", "orders", "units", "aov_fen", "online_peak", "views", "comments", "view_to_pay")
TILES_A_ROW = 4


def render_report(data: ReportData, words: Words, look: Look, *, printing: bool = False) -> Page:
    """The report of a run. ``printing`` gives the simpler page that a printer's layout understands, with its graphs
    as images."""
    images: dict[str, str] = {}
    place = partial(_place, images, printing)
    total = data.measures["gmv_fen"].value
    html = (
        _environment(look)
        .get_template("report.html.j2")
        .render(
            _common(words, look, printing, data.zone),
            title=f"{data.title} {figures.day(data.started, data.zone)}",
            data=data,
            tiles=[_tile(name, data.measures[name], words) for name in TILES if name in data.measures],
            tiles_a_row=TILES_A_ROW,
            graphs=[place(graph) for graph in _curves(data, words, look)],
            strips=place(
                graphs.plan_against_actual(
                    data, look, words["plan_against_actual"], words["planned"], words["actual"]
                )
            ),
            measures=[_measure_row(name, value, words) for name, value in data.measures.items()],
            products=[line for line in data.products if _shown(line)],
            basis=data.measures["gmv_fen"].basis or _reason(data.measures["gmv_fen"], words),
            share=lambda part: figures.share(part, total),
            money_rate=figures.per_minute,
        )
    )
    return Page(html, images)


def render_sheet(show: Show, words: Words, look: Look, *, printing: bool = False) -> Page:
    """The run sheet of a show, to be printed and taped to a wall."""
    html = (
        _environment(look)
        .get_template("sheet.html.j2")
        .render(
            _common(words, look, printing, show.zone),
            title=show.title,
            show=show,
            layout=plan(show),
            groups={group.id: group.title for group in show.groups},
            names={product.id: product.name for product in show.products},
            number_of={segment.id: number for number, segment in enumerate(show.segments, 1)},
            marks=words.marks,
        )
    )
    return Page(html, {})


def _environment(look: Look) -> Environment:
    return Environment(
        loader=FileSystemLoader(look.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _common(words: Words, look: Look, printing: bool, zone: str) -> dict[str, Any]:
    return {
        "words": words,
        "c": look.paper,
        "kinds": look.kinds,
        "printing": printing,
        "date": partial(figures.day, zone=zone),
        "time": partial(figures.clock, zone=zone),
        "length": figures.length,
        "offset": figures.offset,
        "money": figures.money,
        "number": figures.number,
    }


def _place(images: dict[str, str], printing: bool, svg: str) -> Markup:
    """A graph in its page: inside it (drawn by us, its texts escaped), or as an image that the printer looks up."""
    if not printing:
        return Markup(svg)
    name = f"graph-{len(images)}"
    images[name] = svg
    return Markup('<p><img src="{}" width="100%"></p>').format(name)


def _curves(data: ReportData, words: Words, look: Look) -> list[str]:
    wanted = (
        ("online", [point.online for point in data.series], figures.number),
        ("money", [point.gmv_fen for point in data.series], figures.money_short),
        ("comments", [point.comments for point in data.series], figures.number),
    )
    return [
        graphs.curve(data, look, words[f"curve_{name}"], values, show, name)
        for name, values, show in wanted
        if any(value is not None for value in values)
    ]


def _reason(value: Measure, words: Words) -> str:
    return words.reasons.get(value.reason, value.reason)


def _tile(name: str, value: Measure, words: Words) -> dict[str, str]:
    note = _reason(value, words) if value.value is None else words["estimate"] if value.estimate else ""
    return {"name": words.measures.get(name, name), "value": figures.measure(value), "note": note}


def _measure_row(name: str, value: Measure, words: Words) -> dict[str, str]:
    note = _reason(value, words) if value.value is None else value.basis
    return {"name": words.measures.get(name, name), "value": figures.measure(value), "note": note}


def _shown(line: ProductLine) -> bool:
    return bool(line.product_id or line.gmv_fen or line.orders)
