"""The review workspace: a real run out of a real store, its tables, its files, and orders read into it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pages_desk import (
    SAMPLES,
    Pages,
    evening,
    keep_feeds,
    keep_run,
    keep_sample,
    target,
    told,
)
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.services.ingest.batches import import_orders
from livedesk.services.ingest.summary import measures_json
from livedesk.ui.widgets.table import Line
from livedesk.ui.workspaces.review.files_bar import file_name
from livedesk.ui.workspaces.review.page import ReviewPage
from livedesk.ui.workspaces.review.report_panel import ReportPanel


@pytest.fixture
def review(qtbot: QtBot, pages: Pages) -> ReviewPage:
    """The page, not yet in front."""
    page = ReviewPage(pages.context)
    qtbot.addWidget(page)
    page.resize(1278, 656)
    page.show()
    return page


def _opened(qtbot: QtBot, page: ReviewPage) -> ReportPanel:
    page.on_shown()
    qtbot.waitUntil(lambda: page.report is not None and page.pages.currentIndex() == 0)
    assert page.report is not None
    return page.report


def _texts(line: Line) -> list[str]:
    return [cell.text for cell in line.cells]


def test_before_the_first_run_it_says_what_will_stand_here(qtbot: QtBot, review: ReviewPage) -> None:
    review.on_shown()
    assert review._head.text() == "Nothing to review yet"
    assert review._to_live.isVisible()
    assert review.report is None, "nothing is loaded for it"


def test_runs_are_listed_newest_first_in_the_time_of_their_show(
    qtbot: QtBot, pages: Pages, review: ReviewPage
) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show, kind=RunKind.REHEARSAL), RunKind.REHEARSAL)
    keep_run(pages.store, evening(show, until=4))
    _opened(qtbot, review)
    assert [row.text for row in review.runs.model.rows] == [
        "秋冬护肤专场, Not ended, 2026-11-25 20:00–…",
        "秋冬护肤专场, Rehearsal, 2026-11-25 20:00–22:04",
    ]


def test_plan_stands_against_actual(qtbot: QtBot, pages: Pages, review: ReviewPage) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show))
    report = _opened(qtbot, review)
    lines = report.segments.lines
    assert len(lines) == 27
    assert _texts(lines[1])[:8] == [
        "02", "福袋抽奖 · 满 2000 人开", "20:05:00", "20:05:06", "+00:06", "03:00", "03:06", "+00:06",
    ]  # fmt: skip
    withheld = lines[4].cells[-1]
    assert withheld.tone == "warn"
    assert withheld.text.startswith("▲ ")
    late = lines[20].cells[4]
    assert (late.text, late.tone) == ("+02:00", "warn")
    cues = sum(len(segment.cues) for segment in show.segments)
    times = f"on air 20:00–22:04 · planned end 22:00 · ended +04:00 · console cues 0/{cues}"
    assert report._times.text() == times
    assert "平台限速，先开播" in report._note.text()
    assert lines[0].cells[8].text == "—", "no order file was read: that is not nothing"


def test_its_figures_are_those_of_the_measures(qtbot: QtBot, pages: Pages, review: ReviewPage) -> None:
    show = keep_sample(pages.store)
    run_id = keep_run(pages.store, evening(show))
    keep_feeds(pages.store, run_id)
    report = _opened(qtbot, review)
    store = pages.store
    facts = (run_id, show, store.runs.entries(run_id), store.feeds.events(run_id), store.feeds.orders(run_id))
    whole = measures_json(*facts)
    assert report.tiles["orders"].value.text() == f"{whole['orders']:,}"
    assert report.tiles["online_peak"].value.text() == f"{whole['online_peak']:,}"
    products = {row["key"]: row for row in measures_json(*facts, "product")["rows"]}
    shown = {line.key: _texts(line) for line in report.products.lines}
    assert {key: int(re.sub(r"\D", "", texts[3])) for key, texts in shown.items()} == {
        key: row["orders"] for key, row in products.items()
    }
    money = [float(texts[1].strip("¥").replace(",", "")) for key, texts in shown.items() if key]
    assert money == sorted(money, reverse=True), "the largest money first"
    assert sum(money) * 100 == pytest.approx(sum(row["gmv_fen"] for key, row in products.items() if key))


def test_the_log_tells_each_take_with_its_outcome(qtbot: QtBot, pages: Pages, review: ReviewPage) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show))
    report = _opened(qtbot, review)
    rows = [_texts(line) for line in report.log.lines]
    takes = [row for row in rows if row[2].startswith("Took")]
    assert len(takes) == 27
    assert takes[0][1:] == ["20:00:00", "Took 01 开场问候与主题预告 · OBS 开场全景", "9 ms", "导播"]
    assert takes[4][3] == "▲ not sent: no link to OBS"
    report.tabs.button(2).click()
    assert report._pages.currentIndex() == 2


def test_the_files_are_written_where_the_data_is(
    qtbot: QtBot, pages: Pages, review: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(QUrl(url).toLocalFile()) or True)
    show = keep_sample(pages.store)
    run_id = keep_run(pages.store, evening(show))
    _opened(qtbot, review)
    files = review.files
    folder = pages.services.data_folder / "reports"
    told = "神经酰胺修护霜".encode()
    for button, ending, inside in (
        (files.pdf, ".pdf", b"%PDF"),
        (files.html, ".html", told),
        (files.csv, ".csv", told),
    ):
        button.click()
        path = folder / f"秋冬护肤专场_20261125_{run_id}{ending}"
        qtbot.waitUntil(lambda path=path: files.words.text() == f"Written: {path}", timeout=20_000)
        assert inside in path.read_bytes()
    files.open_file.click()
    files.open_folder.click()
    assert [Path(name) for name in shown] == [path, folder]


def test_a_refused_report_says_why(qtbot: QtBot, pages: Pages, review: ReviewPage) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show))
    _opened(qtbot, review)
    pages.services.refusal = UserError("file.not_written", path="报告.pdf", reason="磁盘已满")
    review.files.pdf.click()
    qtbot.waitUntil(lambda: "磁盘已满" in review.files.words.text())
    assert not review.files.open_file.isVisible()


def test_a_reports_folder_that_is_a_file_says_why(qtbot: QtBot, pages: Pages, review: ReviewPage) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show))
    _opened(qtbot, review)
    folder = pages.services.data_folder / "reports"
    folder.rmdir()
    folder.write_text("no folder")
    review.files.csv.click()
    qtbot.waitUntil(lambda: review.files.words.text().startswith("▲ "))
    assert "could not be written" in review.files.words.text()


def test_orders_are_read_into_the_run_on_the_desk_and_the_cleaning_is_told(
    qtbot: QtBot, pages: Pages, review: ReviewPage
) -> None:
    show = keep_sample(pages.store)
    other = keep_run(pages.store, evening(show, kind=RunKind.REHEARSAL), RunKind.REHEARSAL)
    run_id = keep_run(pages.store, evening(show))
    pages.services.run_id = run_id
    review.on_snapshot(told(show, evening(show), run_id))
    report = _opened(qtbot, review)
    assert review.files.orders.isEnabled()
    expected = import_orders(target(pages.store, other), SAMPLES / "orders.csv", at_ms=0).report
    review.files.import_orders(SAMPLES / "orders.csv")
    qtbot.waitUntil(lambda: "rows read" in review.files.words.text(), timeout=10_000)
    told_rows = [int(part.replace(",", "")) for part in re.findall(r"[\d,]*\d", review.files.words.text())][:5]
    assert told_rows == [
        expected.read, expected.kept, expected.duplicate, expected.wrong, expected.outside,
    ]  # fmt: skip
    qtbot.waitUntil(lambda: report.tiles["orders"].value.text() != "—")
    review.runs.list.setCurrentIndex(review.runs.model.index(1, 0))
    assert not review.files.orders.isEnabled(), "that run is not on the desk"
    assert "open its show there first" in review.files.orders.toolTip()


def test_a_run_that_cannot_be_read_says_why(
    qtbot: QtBot, pages: Pages, review: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = keep_sample(pages.store)
    keep_run(pages.store, evening(show))

    def broken(run_id: int) -> object:
        raise UserError("data.unreadable", kind="Taken", reason=json.dumps({"run": run_id}))

    monkeypatch.setattr(pages.store.runs, "entries", broken)
    review.on_shown()
    qtbot.waitUntil(lambda: review._head.text().startswith("▲ "))
    assert "Taken" in review._head.text()


def test_file_names_hold_nothing_that_a_file_system_refuses(pages: Pages) -> None:
    show = keep_sample(pages.store)
    run = pages.store.runs.summary(keep_run(pages.store, evening(show)))
    assert file_name(replace(run, title='a/b:c*"<>|\n'), ".pdf") == f"a b c_20261125_{run.run_id}.pdf"
    assert file_name(replace(run, title=" ../.. "), ".pdf") == f"livedesk_20261125_{run.run_id}.pdf"
