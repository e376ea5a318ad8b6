"""The fields panel as a whole: locked, empty, hidden, narrow, by Tab, and how little it does on a change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain import editing
from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import (
    Approval,
    Segment,
)
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.fields_panel import FieldsPanel
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor

__all__ = ["script_hand", "script_room"]


def test_without_a_show_the_panel_says_what_to_do(hand: Hand) -> None:
    panel = FieldsPanel(hand.script.context, ScriptDocument(hand.script.context, hand.script.context.bridge))
    hand.script.qtbot.addWidget(panel)
    panel.show()
    told = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert any("No show is open" in text for text in told)
    panel.focus_field()


def test_a_locked_script_is_read_only_and_says_why(hand: Hand) -> None:
    hand.choose(4)
    do(hand.script, SetApproval(Approval.LOCKED))
    title = hand.line("title")
    assert title.isReadOnly()
    QTest.keyClicks(title, "x")
    assert title.held.text == hand.script.segment(4).title
    assert not hand.choice("kind").isEnabled()
    assert not hand.form.editors["skipped"].isEnabled()
    told = [one.text() for one in hand.panel.findChildren(QLabel) if one.isVisible()]
    assert any("The script is locked" in text for text in told)
    assert hand.panel.segment_form is not None
    cues = hand.panel.segment_form.cues
    cues.list.setFocus()
    QTest.keyClick(cues.list, Key.Key_Delete)
    assert len(hand.script.segment(4).cues) == 3
    assert not cues.adder.isVisible()
    do(hand.script, SetApproval(Approval.DRAFT))
    assert not title.isReadOnly()
    assert cues.adder.isVisible()
    hand.enter("title", "again")
    assert hand.script.segment(4).title == "again"


def test_the_panel_hands_the_keyboard_to_its_first_field(hand: Hand) -> None:
    for choose, key in (((4,), "title"), ((), "title")):
        hand.choose(*choose)
        hand.panel.setFocus()
        assert hand.line(key).hasFocus()
    hand.choose(4)
    hand.panel.focus_field("duration_ms")
    assert hand.line("duration_ms").hasFocus()


def test_tab_goes_from_top_to_bottom(hand: Hand) -> None:
    hand.choose(4)
    first = hand.line("title")
    first.setFocus()
    passed: list[QWidget] = [first]
    while True:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not None
        if after in passed:
            break
        passed.append(after)
        assert after.accessibleName(), after
    heights = [one.mapTo(hand.panel, one.rect().topLeft()) for one in passed]
    spots = [(one.y() + hand.panel.area.verticalScrollBar().value(), one.x()) for one in heights]
    assert spots == sorted(spots)
    assert {one.objectName() for one in passed} > {
        "field-title", "field-number", "field-kind", "field-duration_ms", "field-hard_start", "field-end_mode",
        "field-scene", "field-transition.kind", "field-transition.ms", "field-items", "list-product_ids",
        "field-product_ids.add",
        "field-promotions.add", "field-person", "field-co_host", "field-owner", "list-cues", "field-cues.add",
        "field-group_id", "field-interaction", "field-goal", "field-warn_ms", "field-alarm_ms", "field-fallback",
        "field-skipped", "field-note",
    }  # fmt: skip


def test_a_hidden_panel_looks_at_nothing_until_it_is_shown(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.choose(0)
    hand.panel.hide()
    with monkeypatch.context() as broken:
        broken.setattr(FieldsPanel, "_refresh", None)
        do(hand.script, editing.set_field(hand.script.show, {hand.script.segment(0).id}, "title", "later"))
        hand.choose(1)
    hand.panel.show()
    assert hand.line("title").held.text == hand.script.segment(1).title


def test_a_change_of_one_field_looks_at_that_field_alone(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.choose(0)
    put: list[str] = []

    def noted(editor: LineEditor, value: object, *, mixed: bool = False) -> None:
        put.append(editor.key)

    monkeypatch.setattr(LineEditor, "put", noted)
    monkeypatch.setattr(TextEditor, "put", noted)
    do(hand.script, editing.set_field(hand.script.show, {hand.script.segment(0).id}, "person", "主播二"))
    assert put == ["person"]
    do(hand.script, editing.set_field(hand.script.show, {hand.script.segment(1).id}, "person", "主播二"))
    assert put == ["person"]


def test_the_panel_follows_segments_that_move_and_go(hand: Hand) -> None:
    hand.choose(2)
    chosen: Segment = hand.script.segment(2)
    do(hand.script, editing.remove(hand.script.show, {hand.script.segment(0).id}))
    assert hand.line("title").held.text == chosen.title
    hand.enter("note", "still mine")
    assert hand.script.segment(1) == replace(chosen, note="still mine")
    do(hand.script, editing.remove(hand.script.show, {chosen.id}))
    assert hand.line("title").held.text == hand.script.segment(1).title, "its neighbour is chosen"


@pytest.mark.parametrize("width", [300, 400])
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_nothing_is_wider_than_the_panel(hand: Hand, language: str, width: int) -> None:
    hand.panel.resize(width, 560)
    for choose in ((4,), (3, 4, 5), ()):
        hand.choose(*choose)
        QApplication.processEvents()
        inside = hand.panel.area.widget()
        assert inside is not None
        viewport = hand.panel.area.viewport()
        assert inside.width() <= viewport.width()
        assert inside.minimumSizeHint().width() <= viewport.width()
        assert hand.panel.area.verticalScrollBar().maximum() > 0
