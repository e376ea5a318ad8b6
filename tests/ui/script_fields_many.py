"""The lists of the fields panel, for tests of several segments at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from script_hand import Hand, Key

from livedesk.domain.product import Promotion
from livedesk.ui.workspaces.script.fields_cues import CuesBox
from livedesk.ui.workspaces.script.fields_list import EntryList
from livedesk.ui.workspaces.script.fields_products import ChosenProducts
from livedesk.ui.workspaces.script.fields_promotions import SegmentPromotions

ALT = Qt.KeyboardModifier.AltModifier


def cues(hand: Hand) -> CuesBox:
    assert hand.panel.segment_form is not None
    return hand.panel.segment_form.cues


def promotions(hand: Hand) -> SegmentPromotions:
    assert hand.panel.segment_form is not None
    return hand.panel.segment_form.promotions


def products(hand: Hand) -> ChosenProducts:
    assert hand.panel.segment_form is not None
    return hand.panel.segment_form.products


def told(box: CuesBox | SegmentPromotions | ChosenProducts) -> list[str]:
    """The entries of a list."""
    return [entry.text for entry in box.list.entries]


def told_apart(box: CuesBox | SegmentPromotions | ChosenProducts) -> str:
    """What is said of things that not every segment has; empty for nothing."""
    return "" if box.apart.isHidden() else box.apart.text()


def says(hand: Hand, at: int) -> list[tuple[str, int]]:
    """The cues of a segment."""
    return [(cue.text, cue.offset_ms) for cue in hand.script.segment(at).cues]


def starts(hand: Hand, at: int) -> list[Promotion]:
    """The promotions of a segment."""
    segment_id = hand.script.segment(at).id
    return [one for one in hand.script.show.promotions if one.segment_id == segment_id]


def key(where: EntryList, wanted: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Go to a list and press a key on its current entry."""
    where.setFocus()
    QTest.keyClick(where, wanted, modifier)


def undone(hand: Hand) -> None:
    """One undo."""
    hand.script.settled()
    hand.script.document.undo()
    hand.script.settled()
