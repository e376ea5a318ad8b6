"""The menu of the rundown on the script page: the same actions as the keys do, with their keys beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.ui.actions import Actions

_GO = ("script_to_text", "script_to_fields")
_COPIES = ("script_cut", "script_copy", "script_paste", "script_duplicate", "script_remove")
_NEW = ("script_add", "script_milestone", "script_standby")
_MOVES = ("script_up", "script_down", "script_top", "script_end")
_SEGMENTS = (_GO, _NEW, _COPIES, ("script_skip", *_MOVES))
_OF_GROUP = ("script_rename_group", "script_ungroup")
_PLAN = (_GO, ("script_standby",), _COPIES, _MOVES)
_NOTHING = (_NEW, ("script_paste",))


class RundownMenu(QMenu):
    """Goes with its closing. An action that is refused now is grey."""

    def __init__(self, actions: Actions, parts: Sequence[Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, part in enumerate(parts):
            if number:
                self.addSeparator()
            for action_id in part:
                action = actions[action_id]
                action.setShortcutVisibleInContextMenu(True)
                self.addAction(action)


def entries(group: str, segments: Collection[str], current: str) -> Sequence[Sequence[str]]:
    """The ids of what can be done with ``segments``, with a ``group`` that was chosen by its header, or with standby
    plans (``current`` alone is told of them); where nothing is chosen, of what can be put in."""
    if group:
        return (_OF_GROUP, *_SEGMENTS[1:]) if segments else (_OF_GROUP, *_NOTHING, ("script_remove",))
    if segments:
        return (*_SEGMENTS, ("script_group", *_OF_GROUP))
    return _PLAN if current else _NOTHING
