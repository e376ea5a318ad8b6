"""The variables of a script: which there are, and what stands for them on an item."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from livedesk.domain.product import Product
from livedesk.domain.rundown import Segment, Show, Standby
from livedesk.domain.script_values import FLASH_PRICE, NAMES, ScriptValues, parted, values_on

__all__ = ["NAMES", "NONE", "offered", "told", "values_of"]

NONE = ScriptValues(None)


def values_of(show: Show | None, item: Segment | Standby | None) -> ScriptValues:
    """The values on an item of a show."""
    return values_on(show, item) if show is not None and item is not None else NONE


def offered(typed: str, values: ScriptValues) -> Iterator[tuple[str, str | None]]:
    """The variables to offer with their values (None: it has none here). Those of other products are for whoever has
    typed a number or a colon: there are many."""
    yield from ((name, values.get(name)) for name in NAMES)
    if not any(mark in typed for mark in ":：") and not any(mark.isdigit() for mark in typed):
        return
    for number in values.numbers:
        for name in NAMES:
            numbered = f"{name}:{number}号"
            value = values.get(numbered)
            if value is not None:
                yield numbered, value


def told(name: str, values: ScriptValues, product: Product | None) -> str:
    """What a variable stands for, or why it stands for nothing."""
    if name in values:
        return f"{name} = {values[name]}"
    bare, number = parted(name)
    if bare not in NAMES:
        return QCoreApplication.translate("ScriptText", "There is no variable {0}; these are: {1}").format(
            bare, ", ".join(NAMES)
        )
    named = product if number is None else values.numbered(number)
    if number is not None and named is None:
        return QCoreApplication.translate("ScriptText", "No product has the number {0}: {1} has no value").format(
            number, name
        )
    if bare == FLASH_PRICE:
        return QCoreApplication.translate(
            "ScriptText", "No promotion with a price starts here: {0} has no value"
        ).format(name)
    if named is None:
        return QCoreApplication.translate("ScriptText", "No product stands on this item: {0} has no value").format(
            name
        )
    return QCoreApplication.translate("ScriptText", "The product {1} gives no {0}").format(bare, named.name)
