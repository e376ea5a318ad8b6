"""The words for what a product, a cue or a promotion is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.product import ProductRole
from livedesk.domain.rundown import ConsoleAction
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
