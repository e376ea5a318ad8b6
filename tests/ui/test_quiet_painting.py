"""What changes is painted, and what it stands on is not: painting is much of what an edit costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from bare_desk import Desk
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot
from script_page_room import PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.rundown import Show
from livedesk.ui.theme import RADIUS, Theme
from livedesk.ui.widgets import paint
from livedesk.ui.widgets.labels import Elided
from livedesk.ui.widgets.panel import Panel

__all__ = ["script_page_room", "script_sample"]


class Painted(QObject):
    """Hears of every widget that is painted, and of every layout that is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QObject] = []
        self.layouts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if event.type() is QEvent.Type.Paint:
            self.widgets.append(watched)
        if event.type() is QEvent.Type.LayoutRequest:
            self.layouts.append(watched)
        return False


@contextmanager
def listening(application: QApplication) -> Iterator[Painted]:
    """Listen while something is done; what it asked for is painted at the end. What was still on its way before (a page
    that comes to rest late on a busy machine) is let pass first."""
    heard = Painted()
    application.installEventFilter(heard)
    for _ in range(100):
        heard.widgets.clear()
        heard.layouts.clear()
        QApplication.processEvents()
        QApplication.sendPostedEvents()
        if not heard.widgets and not heard.layouts:
            break
    yield heard
    QApplication.processEvents()
    application.removeEventFilter(heard)


def test_a_new_title_paints_its_row_and_not_what_lies_beneath_it(
    room: PageRoom, sample: Show, qapp: QApplication
) -> None:
    page = room.page
    room.choose(1)
    room.wait(lambda: page.facts.settled)
    rundown, fields = page.rundown, page.side.fields
    edit = editing.set_field(room.show, [room.segment(1).id], "title", "换一个说法")
    with listening(qapp) as heard:
        page.document.do(edit)
    assert rundown.view.viewport() in heard.widgets
    assert fields.facts in heard.widgets
    for beneath in (rundown, rundown.pages, rundown.view, fields, fields.area, page.header, page.text):
        assert beneath not in heard.widgets, beneath
    room.settled()


def test_other_words_ask_for_no_layout(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    row = QWidget()
    words = Elided(desk.context.family, "one", ground="bg")
    line = QHBoxLayout(row)
    line.addWidget(words)
    row.resize(300, 40)
    qtbot.addWidget(row)
    row.show()
    with listening(qapp) as heard:
        words.setText("something longer")
    assert heard.widgets == [words]
    assert not heard.layouts
    assert (words.text(), words.accessibleName()) == ("something longer", "something longer")
    with listening(qapp) as heard:
        words.setText("something longer")
    assert not heard.widgets
    assert words.sizeHint().height() == words.fontMetrics().height()
    # One that was let take its own width asks for it.
    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    words.setText("other words")
    QApplication.processEvents()
    assert words.width() == words.sizeHint().width()


@pytest.mark.parametrize(
    "text", ["A 机 · 主机位构图与白平衡 5600K", "one", "秋冬护肤专场", "Wi-Fi 0.5 s", "iiii,,,,1/3"]
)
@pytest.mark.parametrize("size", [11, 12, 13, 15, 17, 20])
def test_a_line_that_may_take_its_own_width_is_not_cut(desk: Desk, qtbot: QtBot, text: str, size: int) -> None:
    row = QWidget()
    words = Elided(desk.context.family, text, size=size, bold=size % 2 == 0)
    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    line = QHBoxLayout(row)
    line.addWidget(words)
    line.addStretch(1)
    row.resize(900, 40)
    qtbot.addWidget(row)
    row.show()
    row.grab()
    assert words.width() == words.sizeHint().width()
    assert not words.toolTip(), "its tooltip is for what was cut"


@pytest.mark.parametrize("spot", [QRect(40, 60, 50, 20), QRect(0, 0, 60, 30), QRect(199, 40, 1, 9)])
def test_a_panel_that_is_painted_in_part_looks_like_one_painted_whole(
    desk: Desk, theme: Theme, qtbot: QtBot, spot: QRect
) -> None:
    panel = Panel(desk.context.family)
    panel.resize(200, 120)
    qtbot.addWidget(panel)
    panel.show()
    whole = panel.grab().toImage()
    part = panel.grab(spot).toImage()
    assert part == whole.copy(spot)
    assert whole.pixelColor(100, 60).name() == theme.color("panel").name()
    assert whole.pixelColor(100, 0).name() == theme.color("line").name()
    assert whole.pixelColor(0, 0).name() != theme.color("line").name(), "corners are round"
    assert whole.pixelColor(RADIUS, RADIUS).name() == theme.color("panel").name()


def test_the_line_over_a_panel_leaves_its_hairline_alone(desk: Desk, qtbot: QtBot) -> None:
    panel = Panel(desk.context.family, "环节", "27 项")
    panel.resize(300, 120)
    qtbot.addWidget(panel)
    panel.show()
    panel.grab()
    bar = panel.facts.parentWidget()
    assert panel.facts.geometry().bottom() < bar.height() - 2
    assert abs(2 * panel.facts.geometry().center().y() - bar.height()) <= 3, "in the middle of the bar"


def inked(image: QImage) -> tuple[int, int]:
    """The first and the last column that anything was painted in."""
    there = [x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))]
    return there[0], there[-1]


def painted(words: str, *, align: int = paint.LEFT, struck: bool = False, wide: int = 200) -> QImage:
    """A text in a box so wide, with ten pixels around it."""
    image = QImage(wide + 20, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        paint.text(painter, QRect(10, 0, wide, 40), words, QColor("#fff"), 15, align=align, struck=struck)
    return image


def test_text_stands_where_it_is_wanted_and_is_cut_where_room_is_short(desk: Desk) -> None:
    left, right, middle = (inked(painted("12:30", align=to)) for to in (paint.LEFT, paint.RIGHT, paint.CENTER))
    assert 10 <= left[0] <= 13
    assert 206 <= right[1] <= 209
    assert abs((middle[0] + middle[1]) - 219) <= 3
    cut = inked(painted("一个长得放不下的标题", wide=60))
    assert cut[1] <= 69
    assert inked(painted("12:30", wide=60))[1] < 69
    assert painted("", wide=60) == painted("x", wide=0).scaled(80, 40), "nothing to paint, nowhere to paint it"


@pytest.mark.parametrize("words", ["两行\n标题", "两行\t标题", "两行\r\n标题 ", "两行\u2028标题"])
def test_text_from_outside_stays_on_its_line(desk: Desk, words: str) -> None:
    assert painted(words) == painted("两行 标题")


def test_struck_text_has_its_line(desk: Desk) -> None:
    plain, struck = painted("1 1"), painted("1 1", struck=True)
    middle = [x for x in range(*inked(plain)) if not any(plain.pixelColor(x, y).alpha() for y in range(40))]
    assert middle, "a gap between the figures"
    assert any(struck.pixelColor(middle[len(middle) // 2], y).alpha() for y in range(40))


def test_the_line_of_struck_text_is_as_long_as_the_text_wherever_it_stands(desk: Desk) -> None:
    for align in (paint.LEFT, paint.CENTER, paint.RIGHT):
        plain, struck = inked(painted("满 2000", align=align)), inked(painted("满 2000", align=align, struck=True))
        assert abs(plain[0] - struck[0]) <= 2
        assert abs(plain[1] - struck[1]) <= 2
