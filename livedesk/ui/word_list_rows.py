"""What is wrong with a row of an order file or a line of a recording, by the reasons of
:class:`livedesk.domain.feed.RowProblem`. Chinese as in :mod:`livedesk.ui.word_list`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

REASONS: Mapping[str, object] = {
    "bad_data": QT_TRANSLATE_NOOP("words", "the message's Data cannot be read"),
    "bad_instant": QT_TRANSLATE_NOOP("words", "received is not an instant with a zone"),
    "bad_number": QT_TRANSLATE_NOOP("words", "the message holds an impossible number"),
    "no_time": QT_TRANSLATE_NOOP("words", "neither 订单提交时间 nor 支付完成时间 is given"),
    "no_type": QT_TRANSLATE_NOOP("words", "the message has no Type"),
    "not_a_quantity": QT_TRANSLATE_NOOP("words", "not a quantity"),
    "not_a_recording_line": QT_TRANSLATE_NOOP("words", "not a line of a recording"),
    "not_a_time": QT_TRANSLATE_NOOP("words", "not a time"),
    "not_an_amount": QT_TRANSLATE_NOOP("words", "not an amount"),
    "not_an_id": QT_TRANSLATE_NOOP("words", "not an order number"),
    "not_an_object": QT_TRANSLATE_NOOP("words", "the message is not a JSON object"),
    "not_json": QT_TRANSLATE_NOOP("words", "the message is not JSON"),
    "out_of_range": QT_TRANSLATE_NOOP("words", "outside any possible amount"),
    "too_long": QT_TRANSLATE_NOOP("words", "the message is too long"),
    "unknown_type": QT_TRANSLATE_NOOP("words", "the message's Type is not known"),
    "width_differs": QT_TRANSLATE_NOOP("words", "not as many columns as the heading"),
}
