"""The words for what a product, a cue or a promotion is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.product import Product, ProductRole, ProductType
from livedesk.domain.rundown import ConsoleAction
from livedesk.ui import format as fmt
from livedesk.ui.models.products import ProductState


def role_words(role: ProductRole | None) -> str:
    """What a product is for in the show."""
    match role:
        case None:
            return ""
        case ProductRole.TRAFFIC:
            return QCoreApplication.translate("LiveProduct", "traffic")
        case ProductRole.BENEFIT:
            return QCoreApplication.translate("LiveProduct", "welfare")
        case ProductRole.HERO:
            return QCoreApplication.translate("LiveProduct", "hero")
        case ProductRole.PROFIT:
            return QCoreApplication.translate("LiveProduct", "profit")
        case ProductRole.IMAGE:
            return QCoreApplication.translate("LiveProduct", "image")
        case ProductRole.RETURN:
            return QCoreApplication.translate("LiveProduct", "return")


def type_words(kind: ProductType | None) -> str:
    """How a product sells."""
    match kind:
        case None:
            return ""
        case ProductType.TREND:
            return QCoreApplication.translate("LiveProduct", "trend")
        case ProductType.PREMIUM:
            return QCoreApplication.translate("LiveProduct", "premium")
        case ProductType.PRICE:
            return QCoreApplication.translate("LiveProduct", "low price")
        case ProductType.BRAND:
            return QCoreApplication.translate("LiveProduct", "brand")


def hand_card(product: Product) -> str:
    """What the card has no room for, in lines: what it is, how many a buyer may have, what to say and what not."""
    lines = [" · ".join(part for part in (product.brand, product.spec, type_words(product.type)) if part)]
    if product.limit is not None:
        limit = QCoreApplication.translate("LiveProduct", "At most {0} a buyer")
        lines.append(limit.format(fmt.count(product.limit)))
    lines += [f"· {point}" for point in product.selling_points]
    if product.do_not_say:
        never = QCoreApplication.translate("LiveProduct", "Do not say: {0}")
        lines.append("▲ " + never.format("、".join(product.do_not_say)))
    return "\n".join(line for line in lines if line)


def state_words(state: ProductState) -> str:
    """How a product of the queue stands; nothing for one that waits."""
    match state:
        case ProductState.ON_AIR:
            return QCoreApplication.translate("LiveProduct", "presenting")
        case ProductState.DONE:
            return QCoreApplication.translate("LiveProduct", "✓ presented")
        case ProductState.LOW:
            return QCoreApplication.translate("LiveProduct", "▲ low")
        case ProductState.SOLD_OUT:
            return QCoreApplication.translate("LiveProduct", "▲ sold out")
        case ProductState.QUEUED:
            return ""


def action_words(action: ConsoleAction) -> str:
    """What a console cue does on the platform."""
    match action:
        case ConsoleAction.LIST:
            return QCoreApplication.translate("LiveConsole", "list")
        case ConsoleAction.UNLIST:
            return QCoreApplication.translate("LiveConsole", "unlist")
        case ConsoleAction.PIN:
            return QCoreApplication.translate("LiveConsole", "pin card")
        case ConsoleAction.PRICE:
            return QCoreApplication.translate("LiveConsole", "price")
        case ConsoleAction.STOCK:
            return QCoreApplication.translate("LiveConsole", "stock")
        case ConsoleAction.COUPON:
            return QCoreApplication.translate("LiveConsole", "coupon")
        case ConsoleAction.LUCKY_BAG:
            return QCoreApplication.translate("LiveConsole", "lucky bag")
        case ConsoleAction.OTHER:
            return QCoreApplication.translate("LiveConsole", "do")
