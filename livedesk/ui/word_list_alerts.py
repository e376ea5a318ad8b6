"""Sentences of the alerts on the numbers, by the codes of resources/alerts/default.toml: what is going on, and
what to do about it. Chinese as in :mod:`livedesk.ui.word_list`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "alert.online_drop": QT_TRANSLATE_NOOP(
        "words", "Online is down {percent}% on the five minutes before: bring a benefit product now."
    ),
    "alert.online_surge": QT_TRANSLATE_NOOP(
        "words", "Online is up {percent}% on the five minutes before: greet them with a benefit and a lucky bag."
    ),
    "alert.interaction_weak": QT_TRANSLATE_NOOP(
        "words", "The interaction rate is only {percent}%: ask for comments."
    ),
    "alert.room_cold": QT_TRANSLATE_NOOP(
        "words", "Comments are down {percent}% on the ten minutes before: ask the room something."
    ),
    "alert.sales_slow": QT_TRANSLATE_NOOP(
        "words", "Sales are down {percent}% on the ten minutes before: price anchor, answer questions."
    ),
    "alert.stock_low": QT_TRANSLATE_NOOP(
        "words", "{product}: {left} of {stock} left. Limit purchases or unlist it."
    ),
    "alert.feed_stale": QT_TRANSLATE_NOOP(
        "words", "Nothing from the relay for {minutes} min: check the relay program."
    ),
    "alert.orders_stale": QT_TRANSLATE_NOOP(
        "words", "The newest order file is {minutes} min old: export the orders again."
    ),
}
