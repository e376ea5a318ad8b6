"""Somebody who has never seen it builds a show from the sample sheet in the real window, with the keyboard alone.

``python -m tests.integration.script_walk DATA SHEET`` plays it and prints what was seen, as JSON. Nothing here calls
the program but by keys; it only reads what is shown.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from livedesk.app.desktop import OpenedDesk, open_desk
from livedesk.domain.rundown import Show
from livedesk.domain.script_checks import ProblemKind
from livedesk.domain.settings import Settings
from livedesk.store.folder import DataFolder
from livedesk.ui.later_page import LaterPage
from livedesk.ui.workspaces.plan.page import PlanPage
from livedesk.ui.workspaces.script.page import ScriptPage

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = M.ControlModifier, M.ShiftModifier, M.AltModifier
LIMIT_S = 20.0


class Walk:
    """A pair of hands on a keyboard, and eyes."""

    def __init__(self, application: QApplication, opened: OpenedDesk) -> None:
        self.application = application
        self.window = opened.window
        self.keys = 0

    def until(self, seen: Callable[[], object], what: str) -> None:
        """Look until something is seen."""
        end = time.monotonic() + LIMIT_S
        while not seen():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if time.monotonic() > end:
                focus = QApplication.focusWidget()
                raise AssertionError(f"{what}; the keys are at {focus!r} {focus and focus.objectName()!r}")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier, times: int = 1) -> None:
        """A key where the focus is."""
        for _ in range(times):
            popup = QApplication.activePopupWidget()
            target = popup or QApplication.focusWidget() or self.window
            QTest.keyClick(target, key, modifiers)
            self.keys += 1
            self.application.processEvents()

    def type(self, text: str) -> None:
        """Text as an input method commits it."""
        target = QApplication.focusWidget()
        assert target is not None
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)
        self.keys += len(text)
        self.application.processEvents()

    def tab_to(self, *names: str) -> str:
        """Tab until one of these has the keys; returns which."""
        for _ in range(60):
            focus = QApplication.focusWidget()
            if focus is not None and focus.objectName() in names:
                return focus.objectName()
            self.press(K.Key_Tab)
        raise AssertionError(f"no way by Tab to {names}; the keys are at {QApplication.focusWidget()!r}")

    def page(self, name: str) -> QWidget:
        """The page of the window behind its stand-in."""
        later = self.window.workspace(name)
        return later.made() if isinstance(later, LaterPage) else later

    # --- the pages -----------------------------------------------------------------------------------------

    @property
    def plan(self) -> PlanPage:
        """Where sheets are read."""
        page = self.page("plan")
        assert isinstance(page, PlanPage)
        return page

    @property
    def script(self) -> ScriptPage:
        """Where the show is written."""
        page = self.page("script")
        assert isinstance(page, ScriptPage)
        return page

    @property
    def show(self) -> Show:
        """The show as the page has it."""
        found = self.script.document.show
        assert found is not None
        return found

    def kept(self) -> None:
        """Wait until every change is on its way to the disk."""
        self.until(lambda: not self.script.document.busy, "everything is kept")


def read_the_sheet(walk: Walk, sheet: Path) -> None:
    """From an empty program to the sheet on the script page."""
    walk.until(lambda: walk.window.isActiveWindow(), "the window is there")
    walk.press(K.Key_K, CTRL)
    walk.type("脚本")
    walk.press(K.Key_Return)
    walk.until(lambda: walk.window.page == "script", "the palette leads to the page")
    walk.until(lambda: walk.script._nothing.begin.isVisible(), "it is said that there is no show")
    walk.tab_to("script-read")
    walk.press(K.Key_Return)
    walk.until(lambda: walk.window.page == "plan", "the page that reads sheets")
    walk.until(lambda: QApplication.focusWidget() is not None, "something has the keys")
    walk.tab_to("choose-first", "choose-sheet")
    walk.press(K.Key_Return)
    walk.until(lambda: walk.window.findChild(QFileDialog) is not None, "a dialog asks for the file")
    dialog = walk.window.findChild(QFileDialog)
    assert dialog is not None
    walk.until(lambda: dialog.isAncestorOf(QApplication.focusWidget()), "the dialog has the keys")
    walk.tab_to("fileNameEdit")
    walk.type(str(sheet))
    walk.press(K.Key_Return)
    # Where no window system gives the keys back after a dialog, the hand on the mouse would.
    walk.window.activateWindow()
    walk.until(lambda: QApplication.focusWidget() is not None, "the window has the keys again")
    walk.until(lambda: walk.plan.importer.keep.isEnabled(), "the sheet is understood")
    walk.tab_to("keep-show")
    walk.press(K.Key_Return)
    walk.until(lambda: "plan" in walk.plan.banners.keys, "the show is kept")
    walk.tab_to("write-kept")
    walk.press(K.Key_Return)
    walk.until(lambda: walk.window.page == "script" and walk.script.document.show is not None, "it is written")


def change_the_order_twice(walk: Walk) -> list[list[str]]:
    """Move one segment down, two segments up."""
    orders = [[item.title for item in walk.show.segments]]
    walk.press(K.Key_L, CTRL)
    walk.press(K.Key_Home, CTRL)
    walk.press(K.Key_Down, times=2)
    walk.press(K.Key_Down, ALT, times=2)
    walk.kept()
    orders.append([item.title for item in walk.show.segments])
    walk.press(K.Key_Down, times=4)
    walk.press(K.Key_Down, SHIFT)
    walk.press(K.Key_Up, ALT)
    walk.kept()
    orders.append([item.title for item in walk.show.segments])
    return orders


def call(walk: Walk, segment_id: str) -> None:
    """To a segment by its title."""
    (title,) = (item.title for item in walk.show.segments if item.id == segment_id)
    walk.press(K.Key_K, CTRL)
    walk.type(title)
    walk.press(K.Key_Return)
    walk.until(lambda: walk.script.document.current == segment_id, "the segment is shown")


def put(walk: Walk, text: str) -> None:
    """Something else into the field that has the keys."""
    walk.press(K.Key_A, CTRL)
    if text:
        walk.type(text)
    else:
        walk.press(K.Key_Delete)
    walk.press(K.Key_Return)
    walk.kept()


def spoil(walk: Walk) -> list[str]:
    """What goes wrong while a show is written: no host and a segment without a person, too little time for words, a
    start that cannot be kept, a price that is not the product's. Returns the kinds of it."""
    items = {item.title.split(" ")[0]: item for item in walk.show.segments}
    walk.press(K.Key_F2, SHIFT)
    walk.tab_to("field-host")
    put(walk, "")
    for title, field, text in (
        ("提问解答", "field-person", ""),
        ("福利", "field-duration_ms", "20s"),
        ("整点福袋", "field-hard_start", "20:40"),
    ):
        call(walk, items[title].id)
        walk.press(K.Key_F2)
        walk.tab_to(field)
        put(walk, text)
    call(walk, items["福利"].id)
    walk.press(K.Key_E, CTRL)
    walk.until(lambda: walk.script.text.editor.hasFocus(), "the text has the keys")
    walk.press(K.Key_End, CTRL)
    walk.press(K.Key_Return)
    walk.type("【报价】今晚到手价888元")
    walk.press(K.Key_L, CTRL)
    walk.kept()
    assert not walk.show.host
    return sorted(MENDED)


def lose_promotions(walk: Walk) -> list[str]:
    """Take the promotions of two segments off them: they stay in the show, and start with nothing. Returns what
    they are called."""
    lost = []
    for _ in range(2):
        tied = next(one for one in walk.show.promotions if one.title not in lost and one.segment_id)
        call(walk, tied.segment_id)
        walk.press(K.Key_F2)
        walk.tab_to("list-promotions")
        walk.press(K.Key_Delete)
        walk.kept()
        assert all(one.segment_id != tied.segment_id for one in walk.show.promotions if one.id == tied.id)
        lost.append(tied.title)
    return lost


def mend_promotion(walk: Walk, *, keep: bool) -> None:
    """The field of a loose promotion has the keys: have it start with the first segment, or delete it."""
    if keep:
        walk.type("01")
        walk.press(K.Key_Return)
        return
    box = walk.script.side.fields.facts_form
    assert box is not None
    for _ in range(10):
        if box.promotions.list.hasFocus():
            break
        walk.press(K.Key_Backtab, SHIFT)
    walk.press(K.Key_Delete)


MENDED = {
    ProblemKind.NO_PERSON: ("field-person", "主播二"),
    ProblemKind.WORDS_LONG: ("field-duration_ms", "5:00"),
    ProblemKind.SHORTFALL: ("field-hard_start", "21:00"),
    ProblemKind.PRICE: ("script-text", "{{直播价}}"),
}
"""Where Enter leads from the list for what :func:`spoil` did, and what is written there."""


def mend_place(walk: Walk, kind: ProblemKind) -> None:
    """The keys go to where it is mended; there the right thing is written over the wrong one."""
    name, text = MENDED[kind]
    walk.until(
        lambda: (focus := QApplication.focusWidget()) is not None and focus.objectName() == name,
        f"Enter goes to where {kind} is mended",
    )
    if kind is ProblemKind.PRICE:
        # The price is chosen: what is typed takes its place.
        walk.type(text)
        walk.press(K.Key_L, CTRL)
    else:
        put(walk, text)


def mend_everything(walk: Walk, mended: list[str]) -> list[int]:
    """Go through the list of what is wrong until nothing is left; returns how many there were each time, and tells
    the kinds that were ``mended``."""
    side = walk.script.side
    seen: list[int] = []
    for _ in range(40):
        walk.kept()
        walk.until(lambda: walk.script.facts.settled, "what is wrong is known")
        walk.press(K.Key_F3)
        left = side.checks.model.rowCount()
        seen.append(left)
        if not left:
            return seen
        before = walk.show
        problem = side.checks.model.row_at(0).problem
        claim = problem.claim
        mended.append(problem.kind.value)
        walk.press(K.Key_Home)
        walk.press(K.Key_Return)
        if problem.kind in MENDED:
            mend_place(walk, problem.kind)
            walk.until(lambda before=before: walk.show is not before, "something has changed")
            continue
        if problem.kind is ProblemKind.PROMOTION_LOOSE:
            walk.until(
                lambda: (
                    (focus := QApplication.focusWidget()) is not None
                    and focus.objectName() == "field-promotion.segment_id"
                ),
                "Enter goes to the segment of the promotion",
            )
            mend_promotion(walk, keep=left > 1)
            walk.until(lambda before=before: walk.show is not before, "something has changed")
            continue
        walk.until(lambda: walk.script.text.editor.hasFocus(), "Enter goes to the words")
        if claim is not None and claim.rule.instead:
            walk.press(K.Key_Return, ALT)
        else:
            walk.press(K.Key_Return, ALT | SHIFT)
            walk.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "it is asked why")
            walk.type("备案功效评价支持")
            walk.press(K.Key_Return)
        walk.until(lambda before=before: walk.show is not before, "something has changed")
    raise AssertionError(f"still wrong: {seen}")


def print_it(walk: Walk, folder: Path) -> int:
    """The run sheet as PDF; returns its size."""
    walk.press(K.Key_P, CTRL | SHIFT)
    walk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu is open")
    walk.press(K.Key_Return)
    walk.until(lambda: any(folder.glob("exports/*.pdf")), "the run sheet is written")
    (pdf,) = folder.glob("exports/*.pdf")
    walk.until(lambda: pdf.stat().st_size > 10_000, "all of it")
    return pdf.stat().st_size


def leave_in_a_hurry(walk: Walk) -> list[int]:
    """Ten changes, each asked for before the one before is kept; the durations as they are shown then."""
    walk.press(K.Key_L, CTRL)
    walk.press(K.Key_Home)
    for _ in range(10):
        QTest.keyClick(QApplication.focusWidget() or walk.window, K.Key_Right, ALT)
    return [item.duration_ms for item in walk.show.segments]


def main() -> int:
    """Play it, and print what was seen."""
    folder, sheet = Path(sys.argv[1]), Path(sys.argv[2])
    application = QApplication(sys.argv[:1])
    opened = open_desk(application, DataFolder(folder), Settings(language="zh_CN", obs_port=1))
    walk = Walk(application, opened)
    opened.window.show()
    opened.window.activateWindow()
    seen: dict[str, object] = {}
    try:
        read_the_sheet(walk, sheet)
        start = walk.show
        seen["hours"] = sum(item.duration_ms for item in start.segments) / 3_600_000
        seen["orders"] = change_the_order_twice(walk)
        seen["lost"] = lose_promotions(walk)
        seen["spoiled"] = spoil(walk)
        mended: list[str] = []
        seen["wrong"] = mend_everything(walk, mended)
        seen["mended"] = mended
        seen["promotions"] = [
            (one.title, one.segment_id == walk.show.segments[0].id) for one in walk.show.promotions
        ]
        seen["pdf"] = print_it(walk, folder)
        seen["revision"] = walk.script.document.revision
        for _ in range(200):
            if walk.show == start:
                break
            walk.press(K.Key_Z, CTRL)
            walk.kept()
        seen["back"] = walk.show == start
        seen["keys"] = walk.keys
        seen["left"] = leave_in_a_hurry(walk)
    finally:
        opened.close()
    sys.stdout.write(json.dumps(seen, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
