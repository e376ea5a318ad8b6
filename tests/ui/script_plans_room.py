"""Four standby plans in the rundown of the script page, and how tests choose among them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from script_page_room import CTRL, NONE, K, PageRoom

from livedesk.domain.claim_rules import ClaimOverride
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import Show

LENGTHS = (90_000, None, 60_000, 1_000)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(name="plans")
def script_four_plans(room: PageRoom, sample: Show) -> list[str]:
    """Four plans, the second without a length and behind the panic key, with a wording that is let stand in it."""
    QGuiApplication.clipboard().setMimeData(QMimeData())
    first = sample.standbys[0]
    plans = tuple(
        replace(first, id=f"b{at}", title=f"预案{at}", duration_ms=LENGTHS[at], panic=at == 1) for at in range(4)
    )
    stand = (ClaimOverride("b1", "r", "最低", "主播一要这么说", "场控", 1),)
    room.page.document.do(ChangeShow({"standbys": plans, "claim_overrides": stand}))
    room.page.rundown.view.setFocus()
    room.page.rundown.view.scrollToBottom()
    return [one.id for one in plans]


def order(room: PageRoom) -> list[str]:
    return [one.id for one in room.show.standbys]


def titles(room: PageRoom) -> list[str]:
    return [one.title for one in room.show.standbys]


def chosen(room: PageRoom) -> tuple[list[str], str]:
    """The chosen plans and the one in front, as the document has them and as the list marks them."""
    document, view = room.page.document, room.page.rundown.view
    selected = {view.rows.item_id(one.row()) for one in view.selectionModel().selectedRows()}
    assert selected == view.look._ids == {*document.chosen, *document.plans}
    assert view.look.current == document.current
    return list(document.plans), document.current


def choose(room: PageRoom, *plans: str) -> None:
    room.page.document.choose(plans)
    assert chosen(room) == (list(plans), plans[0])


def spot(room: PageRoom, item: str) -> QPoint:
    view = room.page.rundown.view
    return view.visualRect(view.rows.index(view.rows.row_of(item), 0)).center()


def click(room: PageRoom, item: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(room.page.rundown.view.viewport(), LEFT, modifiers, spot(room, item))


def one_undo(room: PageRoom, before: Show) -> None:
    room.settled()
    room.press(K.Key_Z, CTRL)
    room.wait(lambda: room.show == before)
    room.settled()
