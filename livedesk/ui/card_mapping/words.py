"""The slots of the card in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.domain.card import CardSlot

_SLOTS: Mapping[CardSlot, object] = {
    CardSlot.NAME: QT_TRANSLATE_NOOP("CardMapping", "Product name"),
    CardSlot.LIVE_PRICE: QT_TRANSLATE_NOOP("CardMapping", "Live price"),
    CardSlot.LIST_PRICE: QT_TRANSLATE_NOOP("CardMapping", "List price"),
    CardSlot.STOCK: QT_TRANSLATE_NOOP("CardMapping", "Stock"),
    CardSlot.COUNTDOWN: QT_TRANSLATE_NOOP("CardMapping", "Countdown"),
    CardSlot.PROMOTION: QT_TRANSLATE_NOOP("CardMapping", "Promotion"),
}


def slot_words(slot: CardSlot) -> str:
    """What a slot is called."""
    return QCoreApplication.translate("CardMapping", str(_SLOTS[slot]))


def labels() -> dict[CardSlot, str]:
    """What stands on the card before the list price and the stock, in a collection that is laid out new."""
    return {slot: slot_words(slot) for slot in (CardSlot.LIST_PRICE, CardSlot.STOCK)}


def sample_text(slot: CardSlot) -> str:
    """What a test shows in an input, so that nobody takes it for a price."""
    return "▶ " + slot_words(slot) + " ◀"
