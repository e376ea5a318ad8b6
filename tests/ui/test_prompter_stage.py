"""What the director does to the host's screen: takes the text over, moves it, blanks it, counts down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain.prompt import PromptControl, PromptOrder, PromptOrderKind, PromptStage, at
from livedesk.ui.prompter.layers import COUNTED_S, Layers
from livedesk.ui.prompter.look import Frame, load_look
from livedesk.ui.prompter.motion import read_clock
from livedesk.ui.prompter.orders import MOVES
from livedesk.ui.prompter.reader import FASTEST
from livedesk.ui.prompter.window import PrompterWindow
from tests.integration.prompter_desk import feed

DIRECTOR = PromptStage(1, PromptControl.DIRECTOR)
KINDS = PromptOrderKind


@pytest.fixture
def window(qtbot: QtBot, family: str) -> Iterator[PrompterWindow]:
    made = PrompterWindow(family)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.desk_answers(True)
    made.take(feed(1))
    yield made
    made.close()


def _item(window: PrompterWindow) -> str:
    place = window.reader.place(read_clock())
    assert place is not None
    return place.item_id


def _middle(window: PrompterWindow) -> QColor:
    """The colour of the ring around the seconds, or of what is there without it."""
    frame = window._frame
    picture: QImage = window.grab().toImage()
    return picture.pixelColor(frame.text.center().x(), frame.text.center().y() - frame.px(420) // 2 + frame.px(8))


@pytest.mark.parametrize("key", sorted(MOVES))
def test_the_host_s_keys_move_nothing_while_the_director_moves_the_text(
    window: PrompterWindow, key: Qt.Key
) -> None:
    window.set_stage(DIRECTOR)
    before = window.reader.motion, window.reader.running, window.reader.cpm
    QTest.keyClick(window, key)
    assert (window.reader.motion, window.reader.running, window.reader.cpm) == before
    window.set_stage(PromptStage(2))
    for _ in range(3):  # from the very start nothing goes further back
        QTest.keyClick(window, Qt.Key.Key_PageDown)
    before = window.reader.motion, window.reader.running, window.reader.cpm
    QTest.keyClick(window, key)
    assert (window.reader.motion, window.reader.running, window.reader.cpm) != before, "handed back"


def test_the_host_is_told_who_moves_the_text_and_can_still_confirm_and_mirror(window: PrompterWindow) -> None:
    window.set_stage(DIRECTOR)
    assert ("The director moves the text", "info") in window._layers._said
    QTest.keyClick(window, Qt.Key.Key_M)
    assert window.mirrored
    window.set_stage(PromptStage(2))
    assert not any("director" in text for text, _ in window._layers._said)


def test_a_desk_that_is_gone_leaves_the_text_and_the_keys_to_the_host(window: PrompterWindow) -> None:
    window.set_stage(PromptStage(1, PromptControl.DIRECTOR, blank=True))
    window.desk_answers(False)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert not window.reader.running
    picture = window.grab().toImage()
    seen = {picture.pixel(x, window._frame.read_line) for x in range(0, window._frame.text.width(), 3)}
    assert len(seen) > 1, "the text is there"
    window.desk_answers(True)
    assert (window.stage.control, window.stage.blank) == (PromptControl.DIRECTOR, True), "the desk has it again"


def test_the_director_s_orders_do_what_the_host_s_keys_do(window: PrompterWindow) -> None:
    window.obey(PromptOrder(1, KINDS.HOLD))
    assert not window.reader.running
    window.obey(PromptOrder(2, KINDS.HOLD))
    assert not window.reader.running, "held stays held"
    window.obey(PromptOrder(3, KINDS.RUN))
    assert window.reader.running
    window.obey(PromptOrder(4, KINDS.SPEED, 330))
    assert window.reader.cpm == 330
    window.obey(PromptOrder(5, KINDS.SPEED, 9_000))
    assert window.reader.cpm == FASTEST
    window.obey(PromptOrder(6, KINDS.JUMP, item_id="s03"))
    assert _item(window) == "s03"
    window.obey(PromptOrder(7, KINDS.JUMP, item_id="nowhere"))
    assert _item(window) == "s03"
    window.obey(PromptOrder(8, KINDS.STEP, -1))
    assert _item(window) == "s02"
    window.obey(PromptOrder(9, KINDS.HOME))
    assert _item(window) == "s01"
    before = window.reader.motion.base(read_clock())
    window.obey(PromptOrder(10, KINDS.NUDGE, 2))
    assert window.reader.motion.base(read_clock()) >= before + 2 * window._frame.pitch - 1


def test_blank_is_the_ground_alone_and_says_whose_it_is(window: PrompterWindow) -> None:
    ground = load_look().color("bg")
    text = window._frame.text
    window.set_stage(PromptStage(1, blank=True))
    picture = window.grab().toImage().copy(0, 0, text.width(), text.height() - window._frame.px(100))
    assert {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)} == {
        ground.rgb()
    }
    assert ("The director has blanked the text", "warn") in window._layers._said
    window.set_stage(PromptStage(2))
    assert len({window.grab().toImage().pixel(x, window._frame.read_line) for x in range(0, text.width(), 3)}) > 1


def test_the_last_minute_to_a_moment_is_counted_over_the_text_and_over_black(window: PrompterWindow) -> None:
    air = load_look().color("air")
    until = round(read_clock() * 1_000) + 5_000
    for blank in (False, True):
        window.set_stage(PromptStage(1 + blank, blank=blank, count_until_ms=until))
        assert _middle(window).rgb() == air.rgb()
    window.set_stage(PromptStage(3, count_until_ms=until + 20_000))
    assert _middle(window).rgb() != air.rgb(), "small in the corner, clear of what is read"
    window.set_stage(PromptStage(4, count_until_ms=until - 20_000))
    assert _middle(window).rgb() != air.rgb(), "the moment has come"


def test_seconds_are_counted_as_people_count_them(family: str, qtbot: QtBot) -> None:
    layers = Layers(Frame(PrompterWindow(family).size()), family)
    layers.set_stage(PromptStage(1, count_until_ms=100_000))
    shown = []
    for left in (COUNTED_S * 1_000 + 1, COUNTED_S * 1_000, 59_999, 3_000, 2_999, 1, 0, -5_000):
        layers.look(100_000 - left)
        shown.append(layers._count)
    assert shown == [0, 60, 60, 3, 3, 1, 0, 0]
    assert layers.look(95_000)
    assert not layers.look(95_100), "the same second is painted once"


def test_the_desk_is_told_how_the_text_moves_once_for_each_movement(window: PrompterWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.reader.motion.steady(read_clock()) and window.reader.motion.v1 > 0)
    told = window.report().anchor
    assert told is not None
    assert (told.item_id, told.cps > 0) == ("s01", True)
    qtbot.waitUntil(lambda: round(read_clock() * 1_000) > told.t0_ms + 300)
    assert window.report().anchor is told
    place = window.reader.anchor(read_clock())
    assert place is not None
    assert abs(at(told, place.t0_ms) - place.character) < 0.5, "whoever follows it is where the text is"
    window.obey(PromptOrder(1, KINDS.SPEED, 330))
    qtbot.waitUntil(lambda: window.reader.motion.steady(read_clock()))
    after = window.report().anchor
    assert after is not None
    assert after.cps > told.cps
