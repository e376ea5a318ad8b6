"""The words of hand cards, in the language of the interface."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from livedesk.services.reports.words import Words
from livedesk.ui.report_words import report_words


def card_words() -> Words:
    """The words of reports and those of hand cards beside them."""
    words = report_words()
    return replace(words, text={**words.text, **_text()})


def _text() -> dict[str, str]:
    return {
        "hand_cards": QCoreApplication.translate("report", "Hand cards"),
        "hand_price": QCoreApplication.translate("report", "Price in hand"),
        "limit": QCoreApplication.translate("report", "Limit"),
        "selling_points": QCoreApplication.translate("report", "Selling points"),
        "do_not_say": QCoreApplication.translate("report", "Do not say"),
    }
