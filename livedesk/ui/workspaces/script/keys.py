"""The actions of the script page, from the one registry: what is done to the rundown, the text, the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from livedesk.ui.actions import Action, Actions, Category

PAGE, LIST, TEXT, TIMELINE = "script", "script/list", "script/text", "script/timeline"
DOUBTS = "script/checks"
_MODIFIERS = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta)
_Row = tuple[str, str, Callable[[], Any], str]


def refused(part: QWidget, key: QKeyEvent) -> Action | None:
    """The action of a part, or of what it is in, whose key this is and that is not to be had now, for a reason that
    is known. A modifier alone is the key of none."""
    if key.key() in _MODIFIERS:
        return None
    wanted, here = QKeySequence(key.keyCombination()), part
    while True:
        for action in here.actions():
            if (
                isinstance(action, Action)
                and action.why
                and not action.isEnabled()
                and wanted in action.shortcuts()
            ):
                return action
        above = here.parentWidget()
        if above is None or here.isWindow():
            return None
        here = above


class ScriptKeys(QObject):
    """Registers actions once and gives them to the widgets in which their keys act. Those that edit are not taken by
    a locked script; those of no show at all go always; small steps (``repeats``) go on while their key is held."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._editing: list[Action] = []
        self._always: list[Action] = []
        self._allowed: tuple[str, str] | None = None

    def of_page(
        self,
        page: QWidget,
        rows: Iterable[_Row],
        *,
        category: Category,
        edits: bool = False,
        always: bool = False,
        repeats: bool = False,
    ) -> None:
        """Actions whose keys act anywhere in the window while the page is in front; ``always``: also where no show is
        open."""
        made = self._add(page, rows, category, PAGE, edits, repeats)
        if always:
            self._always += made
        for action in made:
            # Also while a banner's button or the rail has the focus; a page that is not in front hears nothing.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def of_part(
        self,
        part: QWidget,
        place: str,
        rows: Iterable[_Row],
        *,
        category: Category,
        edits: bool = False,
        repeats: bool = False,
    ) -> None:
        """Actions whose keys act while a part of the page (named ``place``) has the focus."""
        self._add(part, rows, category, place, edits, repeats)

    def share(self, part: QWidget, place: str) -> None:
        """The actions of a place act while another part of the page has the focus too."""
        for action in self._actions:
            if action.page == place:
                part.addAction(action)

    def second_key(self, action_id: str, key: str) -> None:
        """Another key for an action, for hands that know it from elsewhere; the first is the one that is shown."""
        action = self._actions[action_id]
        action.setShortcuts([QKeySequence(action.key), QKeySequence(key)])

    def allow(self, *, a_show: str, editing: str) -> None:
        """Allow what needs a show and what edits, or say why not (empty: it goes). With every edit it is asked again:
        the same answer is not given again."""
        if (a_show, editing) == self._allowed:
            return
        self._allowed = a_show, editing
        for action in self._actions:
            if action not in self._always and (action.page == PAGE or action.page.startswith(f"{PAGE}/")):
                why = a_show or (editing if action in self._editing else "")
                action.allow(not why, why)

    def _add(
        self, owner: QWidget, rows: Iterable[_Row], category: Category, place: str, edits: bool, repeats: bool
    ) -> list[Action]:
        made = []
        self._allowed = None
        for action_id, text, slot, key in rows:
            action = self._actions.add(
                action_id, text, slot, category=category, shortcut=key, page=place, repeats=repeats
            )
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            made.append(action)
        if edits:
            self._editing += made
        return made
