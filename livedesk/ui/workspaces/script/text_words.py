"""The words of the script text that no other panel has, and the keys that set kinds, speakers and parts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from livedesk.domain.claims import Category
from livedesk.domain.script import LineKind, ScriptPart

KIND_KEYS: Mapping[LineKind, str] = MappingProxyType(
    {
        LineKind.SPEECH: "S",
        LineKind.ACTION: "A",
        LineKind.INTERACTION: "I",
        LineKind.PROMOTION: "P",
        LineKind.BENEFIT: "B",
        LineKind.PRICE: "R",
        LineKind.HOLD_BACK: "H",
        LineKind.PUSH: "U",
        LineKind.TRANSITION: "T",
        LineKind.NOTE: "N",
        LineKind.WELCOME: "W",
        LineKind.PRODUCT: "D",
        LineKind.PAIN_POINT: "G",
        LineKind.SELLING_POINT: "L",
        LineKind.TESTIMONY: "Y",
        LineKind.CHAT: "C",
        LineKind.RAPID: "K",
        LineKind.FAREWELL: "F",
    }
)
"""The letter that sets a kind together with Alt."""
CO_HOST_KEY = "J"
PART_KEYS: Mapping[ScriptPart, str] = MappingProxyType(
    {ScriptPart.OPENING: "1", ScriptPart.BODY: "2", ScriptPart.ENDING: "3"}
)


def category_name(category: Category) -> str:
    """What a wording offends against, in the reader's language."""
    match category:
        case Category.ABSOLUTE:
            return QCoreApplication.translate("ScriptText", "absolute wording")
        case Category.PRICE:
            return QCoreApplication.translate("ScriptText", "unproven price claim")
        case Category.EFFICACY:
            return QCoreApplication.translate("ScriptText", "effect or safety promised")
        case Category.RETURNS:
            return QCoreApplication.translate("ScriptText", "results promised")
        case Category.OFF_PLATFORM:
            return QCoreApplication.translate("ScriptText", "leads off the platform")
        case Category.SCARCITY:
            return QCoreApplication.translate("ScriptText", "made-up scarcity")
        case Category.AUTHORITY:
            return QCoreApplication.translate("ScriptText", "borrowed authority")
        case Category.FOOD:
            return QCoreApplication.translate("ScriptText", "food praised as medicine")
        case Category.DECENCY:
            return QCoreApplication.translate("ScriptText", "superstition")
        case _:
            return QCoreApplication.translate("ScriptText", "house rule")
