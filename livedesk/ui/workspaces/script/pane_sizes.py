"""The sizes of the parts of the page by keys: what the mouse does on the line between two of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from livedesk.ui.actions import Category
from livedesk.ui.workspaces.script.keys import ScriptKeys
from livedesk.ui.workspaces.script.notes import Notes

STEP = 40
"""Pixels that a part gains or loses with each press."""
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class PaneSizes(QObject):
    """Whichever part has the keys becomes wider or narrower, higher or lower, at the cost of the part beside it (that
    behind it; of the last one, that before it), never beyond what either needs."""

    def __init__(self, page: QWidget, notes: Notes, registry: ScriptKeys) -> None:
        super().__init__(page)
        self._page = page
        self._notes = notes
        rows = (
            ("script_wider", self.tr("Make this part wider"), self.wider, "Alt+."),
            ("script_narrower", self.tr("Make this part narrower"), self.narrower, "Alt+,"),
            ("script_higher", self.tr("Make this part higher"), self.higher, "Alt+Shift+."),
            ("script_lower", self.tr("Make this part lower"), self.lower, "Alt+Shift+,"),
        )
        registry.of_page(page, rows, category=Category.EDIT, repeats=True)

    @Slot()
    def wider(self) -> None:
        """Give the part more room across."""
        self._give(_ACROSS, STEP)

    @Slot()
    def narrower(self) -> None:
        """Give the part less room across."""
        self._give(_ACROSS, -STEP)

    @Slot()
    def higher(self) -> None:
        """Give the part more room from top to bottom."""
        self._give(_DOWN, STEP)

    @Slot()
    def lower(self) -> None:
        """Give the part less room from top to bottom."""
        self._give(_DOWN, -STEP)

    def _give(self, orientation: Qt.Orientation, wanted: int) -> None:
        part: QWidget | None = self._page.focusWidget()
        while part is not None and part is not self._page:
            above = part.parentWidget()
            if isinstance(above, QSplitter) and above.orientation() is orientation and _shown(above) > 1:
                if not _size(above, above.indexOf(part), wanted):
                    self._notes.say(self.tr("There is no more room to give: what is left is needed."))
                return
            part = above
        self._notes.say(
            self.tr("Choose a part that lies beside another first: the rundown, the text or what is at the right.")
            if orientation is _ACROSS
            else self.tr("Choose a part that lies over another first: the list of versions, or what it shows.")
        )


def _shown(split: QSplitter) -> int:
    return sum(not widget.isHidden() for widget in map(split.widget, range(split.count())) if widget is not None)


def _size(split: QSplitter, at: int, wanted: int) -> bool:
    """Move the line between a part and its neighbour as far as both of them bear; returns whether it has moved."""
    beside = at + 1 if at + 1 < split.count() else at - 1
    sizes = split.sizes()
    loser = beside if wanted > 0 else at
    moved = max(0, min(abs(wanted), sizes[loser] - _least(split, loser)))
    sizes[loser] -= moved
    sizes[beside if loser == at else at] += moved
    split.setSizes(sizes)
    return moved > 0


def _least(split: QSplitter, at: int) -> int:
    widget = split.widget(at)
    if widget is None:
        return 0
    hint, least = widget.minimumSizeHint(), widget.minimumSize()
    across = split.orientation() is _ACROSS
    return max(hint.width(), least.width()) if across else max(hint.height(), least.height())
