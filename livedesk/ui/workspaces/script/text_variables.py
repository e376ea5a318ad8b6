"""The variables of a script: which there are, and what stands for them on an item."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from livedesk.domain.product import Product, script_values

NAMES = ("直播价", "日常价", "到手价", "库存", "赠品", "优惠", "商品", "规格")
"""Every variable that a product may fill, the ones that are used most first."""
NONE: Mapping[str, str] = MappingProxyType({})


def values_of(product: Product | None) -> Mapping[str, str]:
    """The values on an item whose first product this is."""
    return script_values(product) if product is not None else NONE


def told(name: str, values: Mapping[str, str], product: Product | None) -> str:
    """What a variable stands for, or why it stands for nothing."""
    if name in values:
        return f"{name} = {values[name]}"
    if name not in NAMES:
        return QCoreApplication.translate("ScriptText", "There is no variable {0}; these are: {1}").format(
            name, ", ".join(NAMES)
        )
    if product is None:
        return QCoreApplication.translate("ScriptText", "No product stands on this item: {0} has no value").format(
            name
        )
    return QCoreApplication.translate("ScriptText", "The product {1} gives no {0}").format(name, product.name)
