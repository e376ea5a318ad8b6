"""The panels of the desk: pictures, scenes, log, products, and a layout in which nothing moves."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from live_fakes import obs
from live_room import K, Room, settle
from live_show import MID_T, mid_show, numbers, sample_show
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckState
from livedesk.domain.edits import Edit, InsertSegment, MoveSegment, RemoveSegment, apply
from livedesk.domain.events import (
    Entry,
    Event,
    Held,
    MessageCleared,
    MessageKind,
)
from livedesk.domain.product import ProductType
from livedesk.domain.rundown import Segment, SegmentKind
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus, PrompterStatus
from livedesk.ui.theme import load_theme
from livedesk.ui.widgets.labels import Elided
from livedesk.ui.workspaces.live.rundown_delegate import AIR_HEIGHT, HEADER_HEIGHT, ROW_HEIGHT
from livedesk.ui.workspaces.live.scene_button import SceneButton
from livedesk.ui.workspaces.live.sentences import log_row


def test_find_narrows_and_escape_brings_all_back(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    panel = room.desk.rundown
    room.desk.context.actions.trigger("find")
    qtbot.waitUntil(panel.find_line.hasFocus)
    panel.find_line.insert("秒杀")
    assert [panel.model.segment_id(row) for row in range(panel.model.rowCount())] == ["", "s05"]
    QTest.keyClick(panel.find_line, K.Key_Return)
    assert panel.view.current_segment() == "s05"
    panel.find_line.setFocus()
    room.key(K.Key_Escape)
    assert not panel.find_line.isVisible()
    assert panel.model.rowCount() == 19


def test_scenes_are_framed_and_missing_ones_marked(room: Room) -> None:
    scenes = tuple(scene for scene in sample_show().scenes if scene != "双机位")
    room.desk.on_obs(replace(obs(), scenes=scenes))
    room.show(mid_show())
    buttons = room.desk.center.scenes.buttons
    assert "紧急画面" not in buttons, "the safe scene has its own button"
    assert buttons["商品特写"].property("state") == "air"
    assert buttons["秒杀倒计时"].property("state") == "next"
    assert buttons["双机位"].text().startswith("▲")
    buttons["主播近景"].click()
    assert room.sent == [c.SwitchScene("主播近景")]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (LinkState.OFF, "OBS is not connected"),
        (LinkState.ABSENT, "▲ OBS is not reachable"),
        (LinkState.LOST, "▲ OBS is gone"),
        (LinkState.HUNG, "▲ OBS does not answer"),
        (LinkState.REFUSED, "▲ OBS refused the password"),
    ],
)
def test_without_obs_the_monitor_says_what_to_do(room: Room, link: LinkState, words: str) -> None:
    jpeg = _jpeg()
    room.desk.on_obs(obs())
    room.show(mid_show())
    room.desk.on_picture(ObsPicture(True, "商品特写", jpeg))
    assert room.desk.center.monitors.program.scene == "商品特写"
    room.desk.on_obs(ObsStatus(link))
    room.show(mid_show())
    monitor = room.desk.center.monitors.program
    assert monitor.words[1] == words
    assert monitor.words[2]
    assert monitor.scene == "", "a picture from before is not shown as if it were now"


def test_obs_is_asked_for_pictures_only_while_somebody_looks(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.show(journal, MID_T + 250)
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    room.desk.hide()
    assert room.services.watched == [(True, "秒杀倒计时"), (True, "双机位"), (False, "")]


def _jpeg() -> bytes:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes both
    return bytes(buffer.data().data())


def test_every_kind_of_entry_is_a_sentence() -> None:
    """Whatever is journalled reads as words: no class name, no code, no empty line."""
    told = {}
    for event in every_event():
        row = log_row(Entry(1, 0, 0, "导播", event))
        told[type(event).__name__] = row.text if row is not None else None
    silent = {name for name, text in told.items() if text is None}
    assert silent == {"CheckMarked", "TakeReported"}, "a passed check and an outcome are no rows of their own"
    assert len(told) == len(get_args(Event))
    for name, text in told.items():
        assert text is None or (text.strip() and name not in text)


def every_event() -> list[Event]:
    """One event of every kind, its fields filled by their types."""
    made: list[Event] = []
    for kind in get_args(Event):
        hints = get_type_hints(kind)
        made.append(kind(**{field.name: _some(hints[field.name]) for field in fields(kind)}))
    return made


def _some(hint: Any) -> Any:
    options = [option for option in get_args(hint) if option is not type(None)]
    if get_origin(hint) is tuple:
        return ()
    if options:
        return _some(options[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return CheckState.PASSED if hint is CheckState else next(iter(hint))
    if is_dataclass(hint):
        return hint(**{field.name: _some(get_type_hints(hint)[field.name]) for field in fields(hint)})
    return {str: "开场", int: 5, bool: True, float: 9.0}[hint]


def test_products_cues_promotions_and_questions(room: Room) -> None:
    journal = mid_show()
    room.desk.on_numbers(numbers(journal.opened + MID_T))
    room.show(journal)
    right = room.desk.right
    right.queue.list.clicked.emit(right.queue.model.index(1, 0))
    assert room.sent == [], "what is presented is not presented again"
    right.queue.list.clicked.emit(right.queue.model.index(2, 0))
    right.console.list.ticked.emit("q1", True)
    right.promotions.list.doubleClicked.emit(right.promotions.model.index(0, 0))
    right.comments.list.setCurrentIndex(right.comments.model.index(4, 0))
    right.comments.push.click()
    assert room.sent == [
        c.PresentProduct("p03"),
        c.TickCue("q1", True),
        c.EndPromotion("r1"),
        c.SendMessage(MessageKind.QUESTION, "敏感肌可以用吗？"),
    ]


def test_the_hosts_screen_is_seen_and_cleared(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    screen = room.desk.right.comments.on_screen
    assert screen.isVisible()
    assert "库存只剩三百件，催一下" in screen.words.text()
    assert not screen.state.text().startswith("✓")
    room.desk.on_prompter(PrompterStatus(LinkState.READY, acknowledged=1))
    room.show(journal)
    assert screen.state.text().startswith("✓")
    screen.off.click()
    assert room.sent == [c.ClearMessage(1)]
    journal.add(MID_T, MessageCleared(1))
    room.show(journal)
    assert not screen.isVisible()


def test_with_no_prompter_nobody_reads_and_the_line_says_so(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    comments = room.desk.right.comments
    assert "No prompter" in comments.message.field.placeholderText()
    assert comments.on_screen.state.text() == "▲ no prompter is open"
    assert "库存只剩三百件，催一下" in comments.on_screen.words.text()
    room.desk.on_prompter(PrompterStatus(LinkState.READY))
    room.show(journal)
    assert "No prompter" not in comments.message.field.placeholderText()
    assert comments.on_screen.state.text() == "not confirmed"
    room.desk.on_prompter(PrompterStatus(LinkState.LOST))
    room.show(journal)
    assert comments.on_screen.state.text() == "▲ no prompter is open"


def test_what_has_no_room_is_said_on_hovering(room: Room) -> None:
    journal = mid_show()
    show = journal.show
    product = replace(
        show.products[1], brand="<b>某牌</b>", type=ProductType.PREMIUM, limit=2, selling_points=("屏障修护",),
        do_not_say=("最好", "根治"),
    )  # fmt: skip
    segment = replace(show.segments[3], goal="拉新 300", note="备用主播待命")
    products = tuple(product if item.id == product.id else item for item in show.products)
    segments = tuple(segment if item.id == segment.id else item for item in show.segments)
    journal.show = replace(show, products=products, segments=segments)
    room.show(journal)
    card = room.desk.right.card.face.toolTip()
    for words in ("At most 2 a buyer", "屏障修护", "Do not say: 最好、根治", "premium", "&lt;b&gt;某牌"):
        assert words in card
    model = room.desk.rundown.model
    told = model.data(model.index(model.row_of(segment.id), 0), int(Qt.ItemDataRole.ToolTipRole))
    assert told == "拉新 300\n备用主播待命"


def test_an_auto_follow_counts_down_on_go(room: Room) -> None:
    journal = mid_show()
    journal.take(MID_T, 9)
    room.show(journal, MID_T + 75_000)
    assert room.desk.center.transport.go.count == "auto 00:45"
    journal.add(MID_T + 75_000, Held(5))
    room.show(journal, MID_T + 76_000)
    assert room.desk.center.transport.go.count == ""


def test_scrolling_by_hand_stops_following_until_asked(room: Room) -> None:
    room.window.resize(1200, 560)
    room.show(mid_show())
    QApplication.processEvents()
    view = room.desk.rundown.view
    assert not room.desk.rundown.follow.isVisible()
    view.verticalScrollBar().sliderPressed.emit()
    assert room.desk.rundown.follow.isVisible()
    view.verticalScrollBar().setValue(0)
    journal = mid_show()
    journal.take(MID_T + 1_000, 9)
    room.show(journal, MID_T + 2_000)
    assert view.verticalScrollBar().value() == 0
    room.desk.rundown.follow.click()
    assert not room.desk.rundown.follow.isVisible()
    assert view.verticalScrollBar().value() > 0
    air = view.visualRect(room.desk.rundown.model.index(room.desk.rundown.model.row_of("s09"), 0))
    assert view.viewport().rect().contains(air)


def test_standby_titles_are_whole_in_a_narrow_window(room: Room) -> None:
    journal = mid_show()
    plans = [replace(item, title=f"违规警告第{item.id}") for item in journal.show.standbys if not item.panic]
    more = [replace(item, id=f"{item.id}x") for item in plans]
    journal.show = replace(journal.show, standbys=(*plans, *more, *(p for p in journal.show.standbys if p.panic)))
    room.desk.on_obs(replace(obs(), scenes=("商品特写",)))
    room.show(journal)
    settle()
    room.window.resize(1278, 656)
    settle()
    for button in room.desk.rundown.standby.buttons.values():
        words = button.findChild(Elided)
        assert words is not None
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width(), words.text()
        assert words.height() >= words.sizeHint().height()
    last = room.desk.rundown.standby.buttons["b4x"]
    assert [part.text() for part in last.findChildren(QLabel)] == ["违规警告第b4", "▲ ⇧F8"]
    room.window.resize(2_000, 900)
    settle()
    assert [part.text() for part in last.findChildren(QLabel)] == ["▲ 违规警告第b4", "⇧F8"]


@pytest.mark.parametrize(
    "edit",
    [
        MoveSegment("s04", 0, "g1"),
        MoveSegment("s01", 8, "g2"),
        MoveSegment("s04", 13, "g3"),
        RemoveSegment("s03"),
        InsertSegment(2, Segment("new", "新", SegmentKind.TALK, 60_000, "g3")),
        InsertSegment(4, Segment("new", "新", SegmentKind.TALK, 60_000, "g1")),
    ],
)
def test_rows_keep_their_heights_through_edits(room: Room, edit: Edit) -> None:
    journal = mid_show()
    room.show(journal)
    journal.show, _ = apply(journal.show, edit)
    room.show(journal)
    model, rows = room.desk.rundown.model, room.desk.rundown.view.verticalHeader()
    for row in range(model.rowCount()):
        wanted = HEADER_HEIGHT if model.is_header(row) else ROW_HEIGHT
        if model.segment_id(row) == "s04":
            wanted = AIR_HEIGHT
        assert rows.sectionSize(row) == wanted, (row, model.group_title(row))


def test_a_banner_over_the_desk_moves_no_button(room: Room) -> None:
    room.show(mid_show())
    room.window.resize(1700, 900)
    settle()
    go = room.desk.center.transport.go
    before = go.mapTo(room.window, QPoint(0, 0)).y()
    room.banner.show()
    settle()
    assert go.mapTo(room.window, QPoint(0, 0)).y() == before
    room.window.resize(1400, 760)
    settle()
    with_banner = go.mapTo(room.window, QPoint(0, 0)).y()
    room.banner.hide()
    settle()
    assert go.mapTo(room.window, QPoint(0, 0)).y() == with_banner, "also where it was resized under a banner"


def test_low_windows_show_tabs(room: Room) -> None:
    room.show(mid_show())
    assert room.desk.right.tall
    room.window.resize(1278, 656)
    QApplication.processEvents()
    assert not room.desk.right.tall
    assert room.desk.right.queue.isVisible()
    assert room.desk.right.comments.message.isVisible()
    room.desk.right._group.button(1).click()
    assert room.desk.right.console.isVisible()
    assert not room.desk.right.queue.isVisible()


@pytest.mark.parametrize("size", [(1832, 968), (1278, 656)])
def test_nothing_is_cut_off(room: Room, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    room.show(mid_show())
    QApplication.processEvents()
    inside = room.window.rect()
    for button in (room.desk.center.transport.go, *room.desk.center.transport.buttons.values()):
        place = button.rect().translated(button.mapTo(room.window, QPoint(0, 0)))
        assert inside.contains(place)
        assert button.height() >= 64
    assert room.window.width() == size[0]
    log = room.desk.center.log
    assert inside.contains(log.rect().translated(log.mapTo(room.window, QPoint(0, 0))))


def test_a_long_name_of_a_scene_is_cut_at_its_end(qtbot: QtBot) -> None:
    button = SceneButton(load_theme("dark"), "开场全景·备用机位与灯光")
    qtbot.addWidget(button)
    button.resize(96, 38)
    button.show()
    button.show_state("", "", True)
    assert button.text().startswith("▲ 开场")
    assert button.text().endswith("…")
    assert "开场全景·备用机位与灯光" in button.toolTip()
    button.resize(400, 38)
    assert button.text() == "▲ 开场全景·备用机位与灯光"
