"""Reports and run sheets as pages: well-formed, whole by themselves, and harmless whatever a text holds."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from livedesk.domain import commands as c
from livedesk.domain.clock import HOUR, MINUTE, SECOND
from livedesk.domain.events import RunKind
from livedesk.domain.feed import SIMULATED, FeedEvent, FeedKind
from livedesk.services.reports import figures, graphs
from livedesk.services.reports.data import ReportData
from livedesk.services.reports.gather import report_data
from livedesk.services.reports.html import report_html, report_paper, sheet_html, sheet_paper
from tests.services.report_runs import (
    PAYLOAD,
    START,
    hostile_report,
    hostile_show,
    look,
    odd_desk,
    odd_report,
    odd_show,
    order,
    sample_report,
    sample_show,
    stats,
    words,
)
from tests.unit.shows import Desk

VOID = {"meta", "img", "br"}
SVG = {"svg", "rect", "path", "text", "circle"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed in order. Keeps its text, tables and what it refers to."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tables: list[list[list[str]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SVG
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data
        if self.open and self.open[-1] != "style" and self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += data


def pages() -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """Every kind of page, by name."""
    reports: dict[str, Callable[[], ReportData]] = {
        "sample": sample_report,
        "odd": odd_report,
        "hostile": hostile_report,
        "no feeds": lambda: report_data(1, odd_show(), odd_desk().entries, [], []),
    }
    for name, make in reports.items():
        yield f"report {name}", lambda make=make: [report_html(make(), words(), look())]  # type: ignore[misc]  # bound
        yield (
            f"printed report {name}",
            lambda make=make: [part.html for part in report_paper(make(), words(), look()).parts],  # type: ignore[misc]  # bound
        )
    for name, document in (("sample", sample_show), ("odd", odd_show), ("hostile", hostile_show)):
        yield f"sheet {name}", lambda document=document: [sheet_html(document(), words(), look())]  # type: ignore[misc]  # bound
        yield (
            f"printed sheet {name}",
            lambda document=document: [part.html for part in sheet_paper(document(), words(), look()).parts],  # type: ignore[misc]  # bound
        )


ALL = dict(pages())


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_well_formed_and_needs_nothing_beside_it(name: str) -> None:
    for html in ALL[name]():
        page = Page(html)
        assert "script" not in page.tags
        assert not {"link", "iframe", "object"} & set(page.tags)
        refers = [value for key, value in page.attributes if key in ("src", "href", "xlink:href")]
        assert [value for value in refers if not value.startswith("graph-")] == []
        assert "url(" not in html
        assert "@import" not in html
        assert not [key for key, _ in page.attributes if key.startswith("on")]
        assert all(row for table in page.tables for row in table)
        assert "Undefined" not in page.text
        assert " None" not in page.text


@pytest.mark.parametrize("name", [name for name in ALL if "hostile" in name])
def test_markup_in_a_text_is_shown_as_text(name: str) -> None:
    for html in ALL[name]():
        assert f"bad {PAYLOAD}" in Page(html).text
        assert "<img src=x" not in html
        assert "{{7*7}}" in html


def test_every_text_of_a_hostile_sheet_is_there() -> None:
    page = Page(sheet_html(hostile_show(), words(), look()))
    assert page.text.count(f"bad {PAYLOAD}") >= 20


@pytest.mark.parametrize("svg", ["curve", "strips"])
def test_graphs_are_well_formed_xml(svg: str) -> None:
    data = odd_report()
    title = f"a {PAYLOAD} title"
    if svg == "curve":
        online = [point.online for point in data.series]
        made = graphs.curve(data, look(), title, online, figures.number, "online")
    else:
        made = graphs.plan_against_actual(data, look(), title, title, title)
    root = ET.fromstring(made)
    assert root.get("aria-label") == title
    assert root.findall("{*}img") == []


def test_the_report_has_a_row_for_each_item_and_sums_that_agree() -> None:
    data = odd_report()
    page = Page(report_html(data, words(), look()))
    plan, by_segment, by_product, measures, log = page.tables
    titles = [row[1] for row in plan[1:] if len(row) == 10]
    assert titles == [each.title for each in data.items]
    assert [row[0] for row in plan[1:] if len(row) == 1] == ["第一轮", "第二轮"]
    assert [row[1] for row in by_segment[1:-1]] == [each.title for each in data.items if each.airings]
    for table, column in ((by_segment, 2), (by_product, 1)):
        amounts = [float(row[column].lstrip("¥").replace(",", "")) for row in table[1:]]
        assert sum(amounts[:-1]) == pytest.approx(amounts[-1])
        assert amounts[-1] == pytest.approx(309.0)
    assert [row[0] for row in measures[1:]] == [name for name in data.measures if name != "online"]
    assert [int(row[0]) for row in log[1:]] == [row.seq for row in data.log]


def test_plan_against_actual_is_written_in_the_shows_own_time() -> None:
    page = Page(report_html(odd_report(), words(), look()))
    rows = {row[1]: row for row in page.tables[0] if len(row) == 10}
    assert rows["修护霜"][3:9] == ["20:05:00", "20:06:00", "+1:00", "5:00", "8:55", "+3:55"]
    assert rows["修护霜"][9].strip() == "aired ×2 scene: unknown"
    assert rows["开场"][9].strip() == "aired"
    assert rows["断网"][0] == ""
    assert rows["断网"][2].endswith("standby_plan")
    assert rows["误切的"][9].startswith("taken_back")
    assert rows["跳过的"][4:6] == ["—", "—"]


def test_alerts_and_faults_are_told_as_sentences() -> None:
    text = Page(report_html(odd_report(), words(), look())).text
    assert text.count("told online.drop {'percent': '30'}") == 2
    assert text.count("told obs.lost {}") == 2


def test_a_rehearsal_and_simulated_numbers_say_so_everywhere() -> None:
    desk = Desk(odd_show(), START)
    desk.entries.clear()
    desk.state = replace(desk.state, run=type(desk.state.run)())
    desk.do(c.OpenRun(RunKind.REHEARSAL)).do(c.GoLive())
    desk.after(MINUTE).do(c.EndShow())
    played = FeedEvent(f"{SIMULATED}:1", FeedKind.COMMENT, START + SECOND)
    data = report_data(1, odd_show(), desk.entries, [played], [])
    assert "rehearsal · simulated" in Page(report_html(data, words(), look())).text
    assert report_paper(data, words(), look()).mark == "rehearsal · simulated"
    assert report_paper(odd_report(), words(), look()).mark == ""


def test_a_show_without_numbers_gives_the_reasons_in_place_of_graphs() -> None:
    data = report_data(1, odd_show(), odd_desk().entries, [], [])
    html = report_html(data, words(), look())
    assert html.count("<svg") == 1
    text = Page(html).text
    assert "curve_online — no_relay" in text
    assert "curve_money — no_orders" in text
    assert len(report_paper(data, words(), look()).images) == 1


def test_a_show_still_on_air_and_one_over_open_checks_say_so() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "机位已换"))
    desk.after(MINUTE).do(c.Go())
    text = Page(report_html(report_data(1, odd_show(), desk.entries, [], []), words(), look())).text
    assert "still_on_air" in text
    assert "主机位 — 导播: 机位已换" in text


def test_a_show_that_went_live_on_another_day_says_so() -> None:
    document = replace(odd_show(), checklist=())
    desk = Desk(document, START + 24 * 60 * MINUTE).do(c.GoLive("导播", "改到今天"))
    text = Page(report_html(report_data(1, document, desk.entries, [], []), words(), look())).text
    assert "far_from_plan 导播: 改到今天" in text
    assert "overridden" not in text


def test_a_single_point_is_a_dot_and_a_missing_minute_a_gap() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "急"))
    desk.after(30 * SECOND).do(c.EndShow())
    short = report_data(1, odd_show(), desk.entries, stats([(0, 5)]), [order("1", START + SECOND, "A1", 1)])
    made = graphs.curve(short, look(), "t", [point.online for point in short.series], figures.number, "online")
    assert made.count("<circle") == 1
    data = odd_report()
    values = [1.0, 2.0, None, 3.0, 4.0] + [None] * (len(data.series) - 5)
    made = graphs.curve(data, look(), "t", values, figures.number, "online")
    assert made.count('stroke-width="2" stroke-linejoin') == 2


def test_the_money_axis_counts_as_its_readers_do() -> None:
    assert figures.money_axis(15_000_000, chinese=True) == "¥15万"
    assert figures.money_axis(1_250_000, chinese=True) == "¥1.25万"
    assert figures.money_axis(999_900, chinese=True) == "¥9,999"
    assert figures.money_axis(15_000_000, chinese=False) == "¥150k"
    assert figures.money_axis(1_250_000, chinese=False) == "¥12.5k"
    assert figures.money_axis(50_000, chinese=False) == "¥500"


def test_figures_are_written_as_the_field_does() -> None:
    assert [figures.offset(ms) for ms in (0, 499, -499, 1_000, -61_000, HOUR)] == [
        "±0:00", "±0:00", "±0:00", "+0:01", "−1:01", "+1:00:00",
    ]  # fmt: skip
    assert figures.clock(START + 5 * HOUR, "Asia/Shanghai", START) == "01:00:00 +1"
    assert figures.clock_short(START + 5 * HOUR, "Asia/Shanghai", START) == "01:00 +1"
    assert figures.clock_short(START + SECOND, "Asia/Shanghai", START) == "20:00:01"
    assert figures.clock(None, "Asia/Shanghai", START) == figures.length(None) == figures.money(None) == "—"


def test_times_of_an_axis_stand_on_round_hours_of_the_zone() -> None:
    data = replace(odd_report(), zone="Asia/Kathmandu", started=START, end=START + 8 * HOUR)
    made = graphs.plan_against_actual(data, look(), "t", "p", "a")
    assert set(re.findall(r">(\d\d:\d\d)<", made)) >= {"18:00", "19:00"}


def test_a_script_is_printed_with_its_products_values() -> None:
    text = Page(sheet_html(sample_show(), words(), look())).text
    assert "{{" not in text
    assert "【price】" in text
