"""Graphs of a report as SVG, drawn by us: curves over bands coloured by segment, and plan against actual.

They name no font: a page gives its own, and so does the printer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from livedesk.domain.clock import MINUTE, to_local
from livedesk.domain.rundown import SegmentKind
from livedesk.services.reports.data import Mark, MarkKind, Outcome, Point, ReportData
from livedesk.services.reports.look import Look

WIDTH, LEFT, RIGHT = 1000, 62, 22
TOP, BOTTOM, HEIGHT = 40, 176, 204
STRIP_TOPS, STRIP_HEIGHT, STRIPS_HEIGHT = (8, 44), 28, 100
NUMBER_WIDTH = 17
STANDBY = "standby"
Place = Callable[[int], float]


def colour_of(look: Look, kind: SegmentKind | None) -> str:
    """The colour of a kind; standby plans (None) have their own."""
    return look.paper[STANDBY] if kind is None else look.kinds[kind.value]


def legend(data: ReportData, look: Look) -> list[tuple[str, list[str]]]:
    """The colours that the graphs of this run use, each with the names of its kinds."""
    planned = [line.kind for line in data.items if line.number is not None]
    found: dict[str, list[str]] = {}
    for kind in dict.fromkeys([*planned, *(band.kind for band in data.bands)]):
        names = found.setdefault(colour_of(look, kind), [])
        names.append(STANDBY if kind is None else kind.value)
    return list(found.items())


def curve(
    data: ReportData,
    look: Look,
    title: str,
    values: Sequence[float | None],
    show: Callable[[float], str],
    pen: str,
    *,
    sums: bool = False,
) -> str:
    """One curve over the show, a point a minute, with the segments' bands behind it, promotions as lines and
    alerts as triangles above it. Minutes without a value leave a gap. ``sums``: a value holds at the end of its
    minute, else it is the minute's own and stands in its middle. ``pen`` is its colour in the theme."""
    ink, faint, rule, colour = look.paper["ink"], look.paper["dim"], look.paper["line"], look.paper[pen]
    high = max((value for value in values if value is not None), default=0.0) * 1.08 or 1.0
    x = _axis(data.started, data.end)

    def y(value: float) -> float:
        return BOTTOM - (BOTTOM - TOP) * value / high

    parts = [_text(LEFT, 16, title, ink, size=14, bold=True)]
    for band in data.bands:
        left, right = x(band.start), x(band.end)
        parts.append(_box(left, right, TOP, BOTTOM - TOP, colour_of(look, band.kind), opacity=0.17))
        if band.number is not None and right - left >= NUMBER_WIDTH:
            parts.append(_text((left + right) / 2, TOP + 11, str(band.number), faint, anchor="middle", size=10))
    for value in _steps(high, 4, least=100 if sums else 1):
        parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="{rule}" stroke-width="0.7"/>')
        parts.append(_text(LEFT - 7, y(value) + 4, show(value), faint, anchor="end"))
    parts += _times(x, data.started, data.end, data.zone, BOTTOM + 18, faint)
    for line in _lines(data, values, x, y, sums=sums):
        parts += _drawn(line, colour)
    parts += [_mark(mark, x, look) for mark in data.marks]
    return _svg(HEIGHT, parts, title)


def plan_against_actual(data: ReportData, look: Look, title: str, planned: str, actual: str) -> str:
    """Two strips over one time axis: the plan as it was frozen, and what was on air, numbered by segment."""
    ink, faint = look.paper["ink"], look.paper["dim"]
    boxes: list[tuple[int, int, int, SegmentKind | None, int | None]] = [
        (line.planned_start, line.planned_start + line.planned_ms, 0, line.kind, line.number)
        for line in data.items
        if line.planned_start is not None and line.planned_ms is not None and line.outcome is not Outcome.SKIPPED
    ]
    boxes += [(band.start, band.end, 1, band.kind, band.number) for band in data.bands]
    low = min([data.started, *(box[0] for box in boxes)])
    high = max([data.end, *(box[1] for box in boxes)])
    x = _axis(low, high)
    parts = []
    for top, name in zip(STRIP_TOPS, (planned, actual), strict=True):
        parts.append(_text(LEFT - 9, top + 18, name, faint, anchor="end"))
    for start, end, row, kind, number in boxes:
        left, right, top = x(start), max(x(end) - 1.6, x(start) + 0.6), STRIP_TOPS[row]
        parts.append(_box(left, right, top, STRIP_HEIGHT, colour_of(look, kind), opacity=0.85))
        if number is not None and right - left >= NUMBER_WIDTH:
            parts.append(_text((left + right) / 2, top + 18, str(number), ink, anchor="middle", size=11))
    parts += _times(x, low, high, data.zone, STRIP_TOPS[1] + STRIP_HEIGHT + 18, faint)
    return _svg(STRIPS_HEIGHT, parts, title)


def _axis(low: int, high: int) -> Place:
    span = max(high - low, 1)

    def x(at: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (min(max(at, low), high) - low) / span

    return x


def _lines(
    data: ReportData, values: Sequence[float | None], x: Place, y: Callable[[float], float], *, sums: bool
) -> list[list[tuple[float, float]]]:
    """The curve's unbroken stretches."""
    lines: list[list[tuple[float, float]]] = [[(x(data.started), y(0))] if sums else []]
    for point, value in zip(data.series, values, strict=True):
        if value is None:
            lines.append([])
        elif sums or point.at < data.end or len(data.series) == 1:
            lines[-1].append((x(_moment(point, data, sums=sums)), y(value)))
    return [line for line in lines if line]


def _moment(point: Point, data: ReportData, *, sums: bool) -> int:
    start, end = max(point.at, data.started), min(point.at + MINUTE, data.end)
    return end if sums else (start + end) // 2


def _drawn(line: Sequence[tuple[float, float]], colour: str) -> list[str]:
    """A stretch with a wash below it; a single point as a dot."""
    (left, first), (right, _last) = line[0], line[-1]
    if len(line) == 1:
        return [f'<circle cx="{left:.1f}" cy="{first:.1f}" r="3" fill="{colour}"/>']
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
    wash = f'<path d="M{left:.1f} {BOTTOM}L{path}L{right:.1f} {BOTTOM}Z" fill="{colour}" fill-opacity="0.10"/>'
    pen = f'stroke="{colour}" stroke-width="2" stroke-linejoin="round"'
    return [wash, f'<path d="M{path}" fill="none" {pen}/>']


def _mark(mark: Mark, x: Place, look: Look) -> str:
    """A promotion is a line from a diamond on, an alert a triangle with a line down."""
    at = x(mark.start)
    if mark.kind is MarkKind.PROMOTION:
        colour, level = look.paper["promotion"], TOP - 6
        diamond = f"M{at - 4:.1f} {level}L{at:.1f} {level - 4}L{at + 4:.1f} {level}L{at:.1f} {level + 4}Z"
        line = f'<path d="M{at:.1f} {level}H{x(mark.end):.1f}" stroke="{colour}" stroke-width="2"/>'
        return f'{line}<path d="{diamond}" fill="{colour}"/>'
    colour = look.paper["alert"]
    triangle = f"M{at - 4.5:.1f} {TOP - 10}H{at + 4.5:.1f}L{at:.1f} {TOP - 2}Z"
    line = f'<path d="M{at:.1f} {TOP}V{BOTTOM}" stroke="{colour}" stroke-width="0.8" stroke-dasharray="3 3"/>'
    return f'{line}<path d="{triangle}" fill="{colour}"/>'


def _times(x: Place, low: int, high: int, zone: str, level: int, fill: str) -> list[str]:
    """Times below a graph: every 1, 2, 5 … minutes or full hours, so that they stay apart."""
    span = (high - low) / MINUTE
    every = next((step for step in (1, 2, 5, 10, 15, 20, 30, 60, 120) if span / step <= 13), 240) * MINUTE
    shift = to_local(low, zone).utcoffset()
    zero = round(shift.total_seconds() * 1000) if shift is not None else 0
    first = -(-(low + zero) // every) * every - zero
    return [
        _text(x(at), level, to_local(at, zone).strftime("%H:%M"), fill, anchor="middle")
        for at in range(first, high + 1, every)
    ]


def _steps(high: float, count: int, *, least: float) -> list[float]:
    """Round values from zero up to ``high``, about ``count`` of them, at least ``least`` apart."""
    raw, power = max(high / count, least), 1.0
    while raw >= power * 10:
        power *= 10
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw)
    return [step * number for number in range(int(high / step) + 1)]


def _box(left: float, right: float, top: int, height: int, fill: str, *, opacity: float) -> str:
    width = max(right - left, 0.5)
    return (
        f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}" fill="{fill}" '
        f'fill-opacity="{opacity}"/>'
    )


def _text(
    x: float, y: float, text: str, fill: str, *, anchor: str = "start", size: int = 12, bold: bool = False
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def _svg(height: int, parts: Sequence[str], title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )
