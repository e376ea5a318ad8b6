"""The host's window: what a frame costs, what the keys do, what the panel says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QTextLayout, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain.events import MessageKind
from livedesk.domain.prompt import PromptBlock, PromptFeed, PromptLine, PromptMessage
from livedesk.domain.script import LineKind
from livedesk.ui.prompter import document, layout, panel
from livedesk.ui.prompter import window as window_module
from livedesk.ui.prompter.look import Frame, load_look
from livedesk.ui.prompter.motion import read_clock
from livedesk.ui.prompter.panel import clock_text, panel_texts, remaining
from livedesk.ui.prompter.room import shade
from livedesk.ui.prompter.view import View, read_view, write_view
from livedesk.ui.prompter.window import PREPARE_EVERY, PrompterWindow
from tests.integration.prompter_desk import feed

KEYS = Qt.Key
HURRY = PromptMessage(1, MessageKind.DIRECTOR, "语速快一点")
ASKED = PromptMessage(2, MessageKind.QUESTION, "敏感肌可以用吗？")
LONG = PromptMessage(
    3, MessageKind.DIRECTOR, "库存只剩最后八十件，先讲完赠品再开价，三十秒后切秒杀，别提快递时效" * 2
)
LONG_QUESTION = PromptMessage(4, MessageKind.QUESTION, "孕妇和敏感肌能不能用，和烟酰胺能一起用吗？" * 3)


@pytest.fixture
def window(qtbot: QtBot, family: str) -> Iterator[PrompterWindow]:
    made = PrompterWindow(family)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.desk_answers(True)
    yield made
    made.close()


def test_a_frame_lays_no_text_out(window: PrompterWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.take(feed(1))
    qtbot.waitUntil(lambda: not window.prepare(read_clock()), timeout=5_000)
    laid: list[object] = []
    monkeypatch.setattr(document, "lay_out", lambda *a: laid.append(a))
    monkeypatch.setattr(layout, "paint_block", lambda *a: laid.append(a))
    monkeypatch.setattr(document, "render_tile", lambda *a: laid.append(a))
    monkeypatch.setattr(QTextLayout, "beginLayout", lambda *a: laid.append(a))
    painted: list[float] = []
    real = window.reader.document.draw

    def draw(painter: object, top: float, height: int, left: int) -> None:
        painted.append(top)
        real(painter, top, height, left)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(window.reader.document, "draw", draw)
    qtbot.waitUntil(lambda: len(painted) >= 30, timeout=5_000)
    assert laid == []
    steps = [after - before for before, after in pairwise(painted)]
    assert all(step >= 0 for step in steps)
    assert any(0 < step % 1 < 1 for step in steps), "it moves by parts of a pixel"


def test_a_go_finds_its_pictures_painted(
    window: PrompterWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.take(feed(1))
    # The GO comes at the moment for which was painted ahead, however long this machine takes over it.
    moment = read_clock()
    monkeypatch.setattr(window_module, "read_clock", lambda: moment)
    qtbot.waitUntil(lambda: not window.prepare(moment), timeout=5_000)
    painted: list[object] = []
    real = document.render_tile
    monkeypatch.setattr(document, "render_tile", lambda *a: painted.append(a) or real(*a))
    # Whenever it comes, be it in a frame that would paint ahead.
    window._frames = PREPARE_EVERY - 1
    window.take(feed(2, "s02", 2))
    window.repaint()
    assert painted == []


def test_held_text_costs_no_frames(window: PrompterWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.take(feed(1))
    window.press(KEYS.Key_Space)
    qtbot.wait(700)
    painted: list[object] = []
    monkeypatch.setattr(window, "_draw_text", lambda *a: painted.append(a))
    qtbot.wait(300)
    assert painted == []


def test_the_keys_do_what_they_say(window: PrompterWindow) -> None:
    window.take(feed(1))
    reader = window.reader
    assert reader.running
    window.press(KEYS.Key_Space)
    assert not reader.running
    window.press(KEYS.Key_Plus)
    assert reader.cpm == 270
    window.press(KEYS.Key_Minus, repeated=True)
    assert reader.cpm == 260
    stops = reader.document.stops()
    window.press(KEYS.Key_PageDown)
    assert reader.motion.y0 == pytest.approx(stops[1])
    window.press(KEYS.Key_PageUp)
    assert reader.motion.y0 == pytest.approx(stops[0])
    window.press(KEYS.Key_Down)
    assert reader.motion.y0 > stops[0]
    window.press(KEYS.Key_M)
    assert window.mirrored
    window.press(KEYS.Key_F)
    assert window.isFullScreen()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    window.press(KEYS.Key_Escape)
    assert not window.isFullScreen()
    assert not window.press(KEYS.Key_Space, repeated=True), "a held Space holds once"
    assert not window.press(KEYS.Key_Q)


def test_the_wheel_nudges(window: PrompterWindow, qtbot: QtBot) -> None:
    window.take(feed(1))
    window.press(KEYS.Key_Space)
    before = window.reader.motion.y0
    turn = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    window.wheelEvent(turn)
    assert window.reader.motion.y0 > before


def test_enter_confirms_the_directors_message(window: PrompterWindow, qtbot: QtBot) -> None:
    window.take(feed(1, messages=(HURRY, ASKED)))
    assert window.report().acknowledged == 0
    with qtbot.waitSignal(window.reported, timeout=1_000):
        window.press(KEYS.Key_Return)
    assert window.report().acknowledged == 1
    later = PromptMessage(3, MessageKind.DIRECTOR, "回到主机位")
    window.take(feed(2, messages=(HURRY, ASKED, later)))
    assert window.report().acknowledged == 1
    window.press(KEYS.Key_Enter)
    assert window.report().acknowledged == 3


def test_closing_says_so(window: PrompterWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed, timeout=1_000):
        window.close()
    report = window.report(closing=True)
    assert (report.closing, report.screens) == (True, 0)


def colour(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x * image.width()), round(y * image.height())).name()


def test_the_mirror_turns_everything_round(window: PrompterWindow) -> None:
    window.take(feed(1))
    window.press(KEYS.Key_Space)
    plain = window.grab().toImage()
    assert colour(plain, 0.81, 0.06) == load_look().air
    window.press(KEYS.Key_M)
    turned = window.grab().toImage()
    assert colour(turned, 0.19, 0.06) == load_look().air
    marker = 0.42
    assert colour(plain, 0.016, marker) == colour(turned, 1 - 0.016, marker) == load_look().air


def test_every_state_has_its_picture(window: PrompterWindow) -> None:
    def picture() -> bytes:
        return bytes(window.grab().toImage().constBits())

    window.press(KEYS.Key_Space)
    seen = {picture()}
    states: list[PromptFeed] = [
        feed(1, blocks=()),
        feed(2, "", 0, phase="preparing", start_in_ms=90_000, remaining_ms=None),
        feed(3, messages=(HURRY, ASKED), behind_ms=90_000),
        feed(4, remaining_ms=-20_000, rehearsal=True),
        feed(5, "s02", 2, standby=True, counting=False),
        feed(6, "", 0, phase="ended", remaining_ms=None),
    ]
    for shown in states:
        window.take(shown)
        seen.add(picture())
    assert picture() == picture(), "one state has one picture"
    window.desk_answers(False)
    seen.add(picture())
    assert len(seen) == len(states) + 2


def test_a_resize_keeps_the_line_that_is_read(window: PrompterWindow, qtbot: QtBot) -> None:
    window.take(feed(1))
    window.press(KEYS.Key_Space)
    for _ in range(5):
        window.press(KEYS.Key_PageDown)
    before = window.report().place
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.width() == 1920)
    assert window.report().place == before


def test_kinds_prices_and_claims_are_set_apart(window: PrompterWindow, family: str) -> None:
    look = load_look()
    lines = (
        PromptLine(LineKind.ACTION, "拿起产品"),
        PromptLine(LineKind.INTERACTION, "扣一"),
        PromptLine(LineKind.PROMOTION, "满二百减三十"),
        PromptLine(LineKind.SPEECH, "只要一百二十九", prices=((2, 7),)),
        PromptLine(LineKind.SPEECH, "全网最低", claims=((0, 4),)),
        PromptLine(LineKind.SPEECH, "我来说两句", speaker="助播"),
    )
    laid = layout.lay_out(PromptBlock("a", "t", lines), window.reader.document.frame, family)
    tile = document.render_tile(laid, 0).toImage()
    names = {tile.pixelColor(x, y).name() for y in range(tile.height()) for x in range(0, 700, 2)}
    assert {look.next, look.info, look.promo, look.price, look.warn} <= names
    assert [made.tag[0] if made.tag else "" for made in laid.lines] == [
        "",
        "Interact",
        "Promotion",
        "",
        "",
        "助播",
    ]


# The panel


def test_the_clock_runs_on_without_the_desk() -> None:
    shown = feed(1)
    assert remaining(shown, shown.mono_ms + 61_000) == 239_000
    assert remaining(shown, shown.mono_ms + 400_000) == -100_000
    held = feed(1, counting=False)
    assert remaining(held, held.mono_ms + 61_000) == 300_000
    before = feed(1, start_in_ms=5_000, remaining_ms=None)
    assert remaining(before, before.mono_ms + 6_000) == -1_000


def test_a_start_days_away_is_told_in_days_and_no_offset_of_another_day_at_all() -> None:
    hour = 3_600_000
    assert clock_text(23 * hour) == "23:00:00"
    assert clock_text(392 * hour + 24 * 60_000) == "16 d 8 h"
    assert clock_text(-50 * hour) == "2 d 2 h"
    for behind in (-392 * hour, 6 * hour):
        assert panel_texts(feed(1, behind_ms=behind), 1, frozenset()).behind == ""
    assert "+5:59:00" in panel_texts(feed(1, behind_ms=6 * hour - 60_000), 1, frozenset()).behind


def test_the_panel_says_what_is_so() -> None:
    shown = feed(
        1, behind_ms=90_000, product_name="修护霜", live_price=12_900, list_price=19_900, stock_left=388,
        points=("一", "二"), gifts="旅行装", messages=(HURRY, ASKED),
    )  # fmt: skip
    texts = panel_texts(shown, 174_000, frozenset())
    assert (texts.pill, texts.token, texts.filled) == ("On air", "air", True)
    assert (texts.price, texts.list_price, texts.stock, texts.facts[0]) == ("¥129", "¥199", "388", "一 · 二")
    assert "+01:30" in texts.behind
    assert (texts.question, texts.message, texts.confirmed) == (ASKED.text, HURRY.text, False)
    assert panel_texts(shown, 174_000, frozenset({HURRY})).confirmed
    assert panel_texts(feed(1, rehearsal=True), 1, frozenset()).token != "air", "red is for what is on air alone"
    assert panel_texts(feed(1), -5_000, frozenset()).clock_label == "Over time"
    assert (
        panel_texts(feed(1, standby=True, remaining_ms=None), None, frozenset()).clock_label
        == "Standby plan on air"
    )
    assert panel_texts(None, None, frozenset()).pill == "Not connected"


def test_another_run_begins_with_nothing_confirmed(window: PrompterWindow) -> None:
    window.take(feed(1, messages=(HURRY,)))
    window.acknowledge()
    assert (window.report().acknowledged, window.report().run) == (1, feed(1).run)
    window.take(feed(2, messages=(HURRY,), run="show@2"))
    assert (window.report().acknowledged, window.report().run) == (0, "show@2")
    assert not panel_texts(window.reader.feed, 1, window._acknowledged).confirmed


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768)])
@pytest.mark.parametrize("messages", [(), (HURRY,), (HURRY, ASKED), (LONG, ASKED), (LONG, LONG_QUESTION)])
def test_the_next_item_is_always_said(family: str, size: QSize, messages: tuple[PromptMessage, ...]) -> None:
    """Two titles of one width make two pictures, which differ on the panel's own ground and never on a card."""
    frame = Frame(size)
    painter = panel.PanelPainter(frame, family)

    def painted(title: str) -> QImage:
        shown = feed(
            1, product_name="神经酰胺修护霜 50ml", live_price=12_900, list_price=19_900, stock_left=388,
            points=("三重神经酰胺", "无香精", "豌豆大小一按就化"), gifts="15ml 旅行装 2 支",
            messages=messages, next_title=title,
        )  # fmt: skip
        return painter.panel(panel_texts(shown, 174_000, frozenset())).toImage()

    first, other = painted("限时秒杀"), painted("整点福袋")
    columns = range(first.width())
    rows = [y for y in range(first.height()) if any(first.pixel(x, y) != other.pixel(x, y) for x in columns)]
    assert rows, "the next item is not on the panel"
    right = first.width() - frame.px(29) - 4
    assert {first.pixel(right, y) for y in rows} == {load_look().color("panel").rgb()}, "it lies on a card"


def test_long_texts_stay_inside_the_panel(window: PrompterWindow) -> None:
    shown = feed(
        1, product_name="很长的商品名称" * 12,
        points=tuple(f"卖点{n}" * 6 for n in range(8)), gifts="赠品" * 60,
        live_price=1_299_900, list_price=1_999_900, stock_left=123_456, remaining_ms=90_000_000,
        messages=(PromptMessage(1, MessageKind.DIRECTOR, "请讲慢一点" * 40),), next_title="下一项" * 30,
    )  # fmt: skip
    window.take(shown)
    painter = window._painter
    assert isinstance(painter, panel.PanelPainter)
    image = painter.panel(panel_texts(shown, 90_000_000, frozenset())).toImage()
    empty = painter.panel(panel_texts(feed(1, blocks=()), 0, frozenset())).toImage()
    margin = window.reader.document.frame.px(29) - 1
    beside = [(x, y) for y in range(image.height()) for x in (image.width() - margin, image.width() - 1)]
    below = [(x, image.height() - 1) for x in range(image.width())]
    assert {image.pixel(*at) for at in beside + below} == {empty.pixel(*at) for at in beside + below}


def test_an_older_message_that_is_confirmed_later_takes_nothing_back(window: PrompterWindow) -> None:
    later = PromptMessage(2, MessageKind.DIRECTOR, "再快一点")
    window.take(feed(1, messages=(HURRY, later)))
    window.press(KEYS.Key_Return)
    assert window.report().acknowledged == 2
    window.press(KEYS.Key_Return)
    assert window.report().acknowledged == 2


def test_what_was_confirmed_before_a_restart_is_confirmed(window: PrompterWindow) -> None:
    window.take(feed(1, messages=(HURRY,)), None, 1)
    assert window.report().acknowledged == 1
    assert window._acknowledged == {HURRY}


def test_a_minimised_prompter_shows_nothing(window: PrompterWindow, qtbot: QtBot) -> None:
    assert window.report().screens == 1
    window.showMinimized()
    qtbot.waitUntil(lambda: window.report().screens == 0)


def test_keys_of_the_system_are_left_to_it(window: PrompterWindow) -> None:
    window.take(feed(1))
    running = window.reader.running
    QTest.keyClick(window, KEYS.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, KEYS.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.reader.running is running
    assert not window.mirrored
    QTest.keyClick(window, KEYS.Key_Space)
    assert window.reader.running is not running


def test_pictures_are_as_sharp_as_the_screen(family: str) -> None:
    plain, sharp = Frame(QSize(1366, 768)), Frame(QSize(1366, 768), 2.0)
    lines = (PromptLine(LineKind.SPEECH, "三重神经酰胺"),)
    for made in (
        lambda frame: document.render_tile(layout.lay_out(PromptBlock("a", "t", lines), frame, family), 0),
        lambda frame: panel.PanelPainter(frame, family).panel(panel_texts(feed(1), 0, frozenset())),
        lambda frame: panel.PanelPainter(frame, family).clock(90_000, False),
        shade,
    ):
        once, twice = made(plain), made(sharp)
        assert twice.devicePixelRatio() == 2.0
        assert twice.size() == once.size() * 2
        assert twice.deviceIndependentSize() == once.deviceIndependentSize()


# What is kept


def test_the_view_is_kept(tmp_path: Path) -> None:
    assert read_view(tmp_path) == View()
    write_view(tmp_path, View(True, True, "HDMI-1"))
    assert read_view(tmp_path) == View(True, True, "HDMI-1")
    (tmp_path / "prompter-view.json").write_text("{")
    assert read_view(tmp_path) == View()


def test_f1_shows_the_host_the_keys_and_takes_them_away(window: PrompterWindow) -> None:
    window.take(feed(1))
    assert window.keys.isHidden()
    window.press(KEYS.Key_F1)
    assert window.keys.isVisible()
    words = [label.text() for label in window.keys.labels]
    assert "Stop the text, let it run" in words
    assert "Confirm the director's message" in words
    for size in ((1920, 1080), (800, 450)):
        window.resize(*size)
        assert window.rect().contains(window.keys.geometry())
    window.press(KEYS.Key_F1)
    assert window.keys.isHidden()
