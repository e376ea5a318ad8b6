"""What did not come along with copies, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clipping import LeftBehind

_MOST_NAMED = 3


def left_words(left: LeftBehind) -> str:
    """A sentence for each kind of thing, empty where everything came along."""
    said = []
    if left.starts:
        told = QCoreApplication.translate("LeftBehind", "The fixed start did not come along: {0}.")
        said.append(told.format(_named(left.starts)))
    if left.numbers:
        told = QCoreApplication.translate("LeftBehind", "The fixed number did not come along: {0}.")
        said.append(told.format(_named(left.numbers)))
    if left.reasons:
        told = QCoreApplication.translate(
            "LeftBehind",
            "{0} of the reasons to let words stand did not come along: products or prices are others here, so those "
            "words are checked again.",
        )
        said.append(told.format(left.reasons))
    return " ".join(said)


def _named(names: Sequence[str]) -> str:
    """The first of them, and that there are more."""
    words = " · ".join(names[:_MOST_NAMED])
    return f"{words} …" if len(names) > _MOST_NAMED else words
