"""Moments, warnings and violations reach the report, the paper and the log's file."""

from __future__ import annotations

import csv
import io

from livedesk.domain import commands as c
from livedesk.domain.clock import MINUTE
from livedesk.domain.events_desk import MomentKind
from livedesk.services.exporters.as_run import as_run_csv
from livedesk.services.reports.data import ReportData
from livedesk.services.reports.gather import report_data
from livedesk.services.reports.html import report_html, report_paper
from tests.services.report_runs import PAYLOAD, START, look, odd_show, words
from tests.unit.shows import Desk


def marked() -> ReportData:
    """A run with a moment that got its note later, a warning, and a violation."""
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "急")).after(MINUTE)
    desk.do(c.MarkMoment(recording_ms=61_000)).after(MINUTE)
    desk.do(c.MarkMoment(MomentKind.WARNING, "夸大功效")).after(MINUTE)
    desk.do(c.MarkMoment(MomentKind.VIOLATION, PAYLOAD)).do(c.NoteMoment(1, "高光片段")).do(c.EndShow())
    return report_data(1, odd_show(), desk.entries, [], [])


def test_the_report_lists_what_was_marked() -> None:
    data = marked()
    assert [(item.mark.kind, item.note) for item in data.moments][:2] == [
        (MomentKind.MOMENT, "高光片段"),
        (MomentKind.WARNING, "夸大功效"),
    ]
    page = report_html(data, words(), look())
    listed = page.split("<h2>moments</h2>", 1)[1].split("</table>", 1)[0]
    for told in ("高光片段", "1:01", "▲ warning 2", "夸大功效", "▲ violation 3"):
        assert told in listed
    assert PAYLOAD not in page, "a note is text, never markup"
    assert any("高光片段" in part.html for part in report_paper(data, words(), look()).parts)


def test_a_run_without_moments_has_no_empty_table() -> None:
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "急")).after(MINUTE).do(c.EndShow())
    data = report_data(1, odd_show(), desk.entries, [], [])
    assert "<h2>moments</h2>" not in report_html(data, words(), look())


def test_the_log_s_file_holds_kind_note_and_the_recording_s_time() -> None:
    data = marked()
    rows = list(csv.DictReader(io.StringIO(as_run_csv(data.log, data.zone).decode("utf-8-sig"), newline="")))
    moments = [row for row in rows if row["kind"] == "moment"]
    assert [(row["result"], row["recording_ms"]) for row in moments] == [
        ("moment", "61000"),
        ("warning", ""),
        ("violation", ""),
    ]
    assert moments[0]["note"] == "高光片段"
