"""Graphs of a report as SVG, drawn by us: the run's curves over bands coloured by segment, and plan against actual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from livedesk.domain.clock import MINUTE, to_local
from livedesk.services.reports.data import Band, Outcome, ReportData
from livedesk.services.reports.look import Look

WIDTH, LEFT, RIGHT = 1000, 64, 16
FONT = "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif"


def fill_of(look: Look, band: Band) -> str:
    """The colour of a band; standby plans have their own."""
    return look.paper["standby"] if band.kind is None else look.kinds[band.kind.value]


def clock(ms: int, zone: str) -> str:
    """A wall time of the show's zone, H:MM."""
    return to_local(ms, zone).strftime("%H:%M")


def _steps(low: float, high: float, count: int) -> list[float]:
    """Round values between two bounds, about ``count`` of them, the first at or above ``low``."""
    span = max(high - low, 1e-9)
    raw = span / count
    power = 10.0 ** _exponent(raw)
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    first = -(-low // step) * step
    found = []
    while first <= high + step * 1e-6:
        found.append(first)
        first += step
    return found


def _exponent(value: float) -> int:
    exponent = 0
    while value >= 10:
        value, exponent = value / 10, exponent + 1
    while value < 1:
        value, exponent = value * 10, exponent - 1
    return exponent


def _text(x: float, y: float, text: str, fill: str, *, anchor: str = "start", size: int = 12) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" '
        f'font-family="{FONT}">{escape(text)}</text>'
    )


def _svg(height: int, parts: Sequence[str], title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def curve(
    data: ReportData,
    look: Look,
    title: str,
    values: Sequence[float | None],
    show: Callable[[float], str],
    pen_name: str,
) -> str:
    """One curve over the show, a point a minute, with the segments' bands behind it. Minutes without a value leave
    a gap; ``pen_name`` is its colour in the theme."""
    ink, faint, rule = look.paper["ink"], look.paper["faint"], look.paper["line"]
    height, top, bottom = 200, 26, 170
    end = data.ended if data.ended is not None else data.series[-1].at + MINUTE
    span = max(end - data.started, 1)
    known = [value for value in values if value is not None]
    high = max(known, default=0.0) * 1.05 or 1.0

    def x(at: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (min(max(at, data.started), end) - data.started) / span

    def y(value: float) -> float:
        return bottom - (bottom - top) * value / high

    parts = [_text(LEFT, 16, title, ink, size=14)]
    for band in data.bands:
        parts.append(
            f'<rect x="{x(band.start):.1f}" y="{top}" width="{max(x(band.end) - x(band.start), 0.5):.1f}" '
            f'height="{bottom - top}" fill="{fill_of(look, band)}" fill-opacity="0.14"/>'
        )
    for value in _steps(0, high, 4):
        parts.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="{rule}" stroke-width="0.6"/>')
        parts.append(_text(LEFT - 6, y(value) + 4, show(value), faint, anchor="end", size=11))
    parts += _time_axis(data, x, bottom, end, faint)
    path, pen = [], "M"
    for point, known_value in zip(data.series, values, strict=True):
        if known_value is None:
            pen = "M"
            continue
        path.append(f"{pen}{x(point.at):.1f} {y(known_value):.1f}")
        pen = "L"
    parts.append(f'<path d="{"".join(path)}" fill="none" stroke="{look.paper[pen_name]}" stroke-width="1.8"/>')
    return _svg(height, parts, title)


def _time_axis(data: ReportData, x: Callable[[int], float], bottom: int, end: int, fill: str) -> list[str]:
    """Times below a graph: every 5, 10, 15, 20 or 30 minutes or full hours, so that they stay apart."""
    span = (end - data.started) / MINUTE
    every = next((step for step in (1, 2, 5, 10, 15, 20, 30, 60, 120) if span / step <= 12), 240) * MINUTE
    first = -(-data.started // every) * every
    return [
        _text(x(at), bottom + 18, clock(at, data.zone), fill, anchor="middle", size=11)
        for at in range(first, end + 1, every)
    ]


def plan_against_actual(data: ReportData, look: Look, title: str, planned: str, actual: str) -> str:
    """Two strips over one time axis: the plan as it was frozen, and what was on air."""
    ink, faint = look.paper["ink"], look.paper["faint"]
    height = 132
    starts = [line.planned_start for line in data.segments if line.planned_start is not None]
    ends = [line.planned_start + line.planned_ms for line in data.segments if line.planned_start is not None]
    finish = data.ended if data.ended is not None else data.series[-1].at + MINUTE
    low, high = min([*starts, data.started]), max([*ends, finish])

    def x(at: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (at - low) / max(high - low, 1)

    parts = [_text(LEFT, 16, title, ink, size=14)]
    parts += [_text(LEFT - 8, 47, planned, faint, anchor="end"), _text(LEFT - 8, 85, actual, faint, anchor="end")]
    for line in data.segments:
        if line.planned_start is not None and line.outcome is not Outcome.SKIPPED:
            left, right = x(line.planned_start), x(line.planned_start + line.planned_ms)
            parts.append(_bar(left, right, 30, look.kinds[line.kind.value]))
    parts += [_bar(x(band.start), x(band.end), 68, fill_of(look, band)) for band in data.bands]
    parts += [
        _text(x(at), 118, clock(at, data.zone), faint, anchor="middle", size=11)
        for at in range(-(-low // (10 * MINUTE)) * 10 * MINUTE, high + 1, _axis_step(high - low))
    ]
    return _svg(height, parts, title)


def _axis_step(span: int) -> int:
    return next((step for step in (10, 20, 30, 60, 120) if span / (step * MINUTE) <= 14), 240) * MINUTE


def _bar(left: float, right: float, top: int, fill: str) -> str:
    width = max(right - left - 1, 0.5)
    return f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="26" rx="2" fill="{fill}"/>'
