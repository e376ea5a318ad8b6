"""Every panel of the page by its name. What the director's layout does not show is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from livedesk.domain.desk_layout import Role
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.live.center_column import CenterColumn
from livedesk.ui.workspaces.live.pictures import Pictures
from livedesk.ui.workspaces.live.right_column import RightColumn
from livedesk.ui.workspaces.live.rundown_panel import RundownPanel
from livedesk.ui.workspaces.live.view import DeskView

LATER = ("as_run", "audio", "board", "health", "host", "moments", "outputs")
"""Panels that are loaded and made when a layout first wants them, so that the window need not wait for them."""
TITLES: Mapping[str, object] = {
    "desk": QT_TRANSLATE_NOOP("LivePanels", "the desk itself"),
    "rundown": QT_TRANSLATE_NOOP("LivePanels", "Rundown"),
    "center": QT_TRANSLATE_NOOP("LivePanels", "Pictures and GO"),
    "numbers": QT_TRANSLATE_NOOP("LivePanels", "Live numbers"),
    "log": QT_TRANSLATE_NOOP("LivePanels", "Alerts and as-run log"),
    "as_run": QT_TRANSLATE_NOOP("LivePanels", "As-run log, row by row"),
    "card": QT_TRANSLATE_NOOP("LivePanels", "Product on air"),
    "queue": QT_TRANSLATE_NOOP("LivePanels", "Product queue"),
    "console": QT_TRANSLATE_NOOP("LivePanels", "Console cues"),
    "promotions": QT_TRANSLATE_NOOP("LivePanels", "Promotions"),
    "comments": QT_TRANSLATE_NOOP("LivePanels", "Comments and questions"),
    "board": QT_TRANSLATE_NOOP("LivePanels", "Console board"),
    "host": QT_TRANSLATE_NOOP("LivePanels", "Host's board"),
    "moments": QT_TRANSLATE_NOOP("LivePanels", "Moments and warnings"),
    "outputs": QT_TRANSLATE_NOOP("LivePanels", "Outputs"),
    "audio": QT_TRANSLATE_NOOP("LivePanels", "Sound"),
    "health": QT_TRANSLATE_NOOP("LivePanels", "Health of OBS"),
}
PARTS: Mapping[str, tuple[str, ...]] = {
    "right": ("card", "queue", "console", "promotions", "comments"),
    "center": ("numbers", "log"),
}
"""Panels that hold others in the director's layout; elsewhere these stand by themselves."""
ANYWHERE = ("log", "as_run")
"""Panels that can have a window of their own whichever layout is in front."""
WINDOW = (640, 480)
"""How large the window of a panel is at first (pixels), but for those of :data:`WINDOWS`."""
WINDOWS: Mapping[str, tuple[int, int]] = {"as_run": (1280, 420)}
FIXED = ("center", "right")
"""What is never hidden, nor put into a window: GO is always there."""


def title(name: str) -> str:
    """A panel as a person calls it."""
    return QCoreApplication.translate("LivePanels", str(TITLES.get(name, name)))


class LivePanels:
    """``made`` is called with the widget of each panel that comes later, so that it is wired."""

    def __init__(
        self,
        context: DeskContext,
        pictures: Pictures,
        rundown: RundownPanel,
        center: CenterColumn,
        right: RightColumn,
    ) -> None:
        self._context = context
        self._pictures = pictures
        self._center, self._right = center, right
        self.made: Callable[[QWidget], None] = lambda widget: None
        self.widgets: dict[str, QWidget] = {
            "rundown": rundown,
            "center": center,
            "right": right,
            "numbers": center.numbers,
            "log": center.log,
            "card": right.card,
            "queue": right.queue,
            "console": right.console,
            "promotions": right.promotions,
            "comments": right.comments,
        }

    @property
    def names(self) -> frozenset[str]:
        """Every panel that there is."""
        return frozenset(self.widgets) | frozenset(LATER)

    def want(self, name: str) -> None:
        """Make a panel that was not wanted before."""
        if name not in self.widgets:
            from livedesk.ui.workspaces.live.later_panels import MAKERS

            widget = MAKERS[name](self._context)
            self.widgets[name] = widget
            self.made(widget)

    def loosen(self) -> None:
        """Before panels are put elsewhere: nothing asks for the room it had."""
        self._center.loosen()

    def gather(self, role: Role, absent: frozenset[str], own: frozenset[str]) -> None:
        """Give the columns their panels back, but those that are ``absent`` or stand by themselves (``own``)."""
        away = absent | own
        self._center.gather(pictures=role in (Role.DIRECTOR, Role.CREW), absent=away, whole=role is Role.DIRECTOR)
        if role is Role.DIRECTOR:
            self._right.gather(away)

    def show_view(self, view: DeskView, seen: tuple[str, ...]) -> None:
        """Show this moment on the panels that are seen."""
        for name in seen:
            widget = self.widgets[name]
            if name == "card":
                product = view.product
                self._right.card.show_view(view, self._pictures.of(product) if product is not None else None)
            elif hasattr(widget, "show_view"):
                widget.show_view(view)
