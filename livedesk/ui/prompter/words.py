"""The few words on the host's screen that are no text of the show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.script import LineKind


def kind_tag(kind: LineKind) -> str:
    """The word beside a line of this kind, so that colour never stands alone; empty for plain speech."""
    match kind:
        case LineKind.INTERACTION:
            return QCoreApplication.translate("Prompter", "Interact")
        case LineKind.PROMOTION:
            return QCoreApplication.translate("Prompter", "Promotion")
        case LineKind.BENEFIT:
            return QCoreApplication.translate("Prompter", "Benefit")
        case LineKind.PRICE:
            return QCoreApplication.translate("Prompter", "Price")
        case LineKind.HOLD_BACK:
            return QCoreApplication.translate("Prompter", "Hold back")
        case LineKind.PUSH:
            return QCoreApplication.translate("Prompter", "Push")
        case _:
            return ""
