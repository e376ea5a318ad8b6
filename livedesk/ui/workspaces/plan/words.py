"""What the plan workspace says of a show's state, of a sheet's rows and of what was inferred in them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.services.importers.preview import RowKind


def state_words(state: str) -> tuple[str, str]:
    """A show's state in words, and its tone."""
    match state:
        case "live":
            return QCoreApplication.translate("Plan", "On air"), "air"
        case "aired":
            return QCoreApplication.translate("Plan", "Aired"), "dim"
        case "archived":
            return QCoreApplication.translate("Plan", "Archived"), "dim"
        case "in_review":
            return QCoreApplication.translate("Plan", "In review"), "next"
        case "approved":
            return QCoreApplication.translate("Plan", "Approved"), "go"
        case "locked":
            return QCoreApplication.translate("Plan", "Locked"), "go"
        case _:
            return QCoreApplication.translate("Plan", "Planned"), "info"


def kind_words(kind: RowKind) -> str:
    """What a row was understood as."""
    match kind:
        case RowKind.TITLE:
            return QCoreApplication.translate("Plan", "Title row")
        case RowKind.HEADER:
            return QCoreApplication.translate("Plan", "Headings")
        case RowKind.GROUP:
            return QCoreApplication.translate("Plan", "Group")
        case RowKind.SEGMENT:
            return QCoreApplication.translate("Plan", "Segment")
        case RowKind.STANDBY:
            return QCoreApplication.translate("Plan", "Standby")
        case RowKind.PRODUCT:
            return QCoreApplication.translate("Plan", "Product")
        case RowKind.PROMOTION:
            return QCoreApplication.translate("Plan", "Promotion")
        case RowKind.CHECK:
            return QCoreApplication.translate("Plan", "Check")
        case RowKind.OVERRIDE:
            return QCoreApplication.translate("Plan", "Wording let stand")
        case RowKind.IGNORED:
            return QCoreApplication.translate("Plan", "Left out")
        case RowKind.ERROR:
            return QCoreApplication.translate("Plan", "Unreadable")


def note_words(note: str) -> str:
    """What was inferred in a row, in words; a note that is new to this version as it stands."""
    match note:
        case "hard_start":
            return QCoreApplication.translate("Plan", "fixed start")
        case "next_day":
            return QCoreApplication.translate("Plan", "on the next day")
        case "kind_inferred":
            return QCoreApplication.translate("Plan", "kind read from the title")
        case "title_from_product":
            return QCoreApplication.translate("Plan", "title taken from the product")
        case "time_shared":
            return QCoreApplication.translate("Plan", "time shared among the rows")
        case "new_product":
            return QCoreApplication.translate("Plan", "product added to the queue")
        case "continued":
            return QCoreApplication.translate("Plan", "goes on from the row above")
        case "standby":
            return QCoreApplication.translate("Plan", "standby plans follow")
        case "remark":
            return QCoreApplication.translate("Plan", "a remark, no segment")
        case "hidden":
            return QCoreApplication.translate("Plan", "hidden in the sheet")
        case "total":
            return QCoreApplication.translate("Plan", "a sum of times")
        case "number_only":
            return QCoreApplication.translate("Plan", "a number alone")
        case "no_title" | "no_name":
            return QCoreApplication.translate("Plan", "without a title")
        case _:
            return note


def count_words(counts: dict[str, int]) -> str:
    """What a sheet holds: 27 segments · 5 groups · …; what is not there is left out."""
    texts = {
        "segments": QCoreApplication.translate("Plan", "segments: {0}"),
        "groups": QCoreApplication.translate("Plan", "groups: {0}"),
        "standby": QCoreApplication.translate("Plan", "standby plans: {0}"),
        "products": QCoreApplication.translate("Plan", "products: {0}"),
        "promotions": QCoreApplication.translate("Plan", "promotions: {0}"),
        "checks": QCoreApplication.translate("Plan", "checks: {0}"),
    }
    return " · ".join(text.format(counts[name]) for name, text in texts.items() if counts.get(name))
