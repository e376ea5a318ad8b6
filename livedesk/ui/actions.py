"""The one registry of actions: buttons, keys, the rail and the list of keys are all made from it.

``actions.add("go", self.tr("GO"), self._go, category=Category.DESK, shortcut="Space", desk=True)`` returns an
:class:`Action` (a QAction). ``action.allow(False, self.tr("Nothing follows"))`` disables it and says why. A desk
key acts whatever has the focus on the Live page, those of :data:`ANYWHERE` on every page (see
:mod:`livedesk.ui.desk_keys`); other shortcuts are Qt's own.
What the desk does is asked for once, however its key bounces (see :mod:`livedesk.ui.bounce`).
A :class:`livedesk.ui.widgets.buttons.KeyButton` shows an action with its key and follows it.

The ids and keys of the desk are fixed in :data:`DESK_KEYS`, so that a director's hands need not learn twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from livedesk.ui.bounce import BOUNCE_MS, Bounces
from livedesk.ui.plain import tip


class Category(StrEnum):
    """Where an action is listed: the running of the show, the show as a document, its rundown as it is edited, the
    text of its scripts, going to a workspace, the program, and the list of checks."""

    DESK = "desk"
    SHOW = "show"
    SCRIPT = "script"
    EDIT = "edit"
    VIEW = "view"
    PROGRAM = "program"
    CHECKS = "checks"


DESK_KEYS: Mapping[str, str] = {
    "go": "Space",
    "hold": "H",
    "more_time": "]",
    "less_time": "[",
    "back": "Backspace",
    "panic": "F9",
    "standby_1": "F5",
    "standby_2": "F6",
    "standby_3": "F7",
    "standby_4": "F8",
    "standby_5": "Shift+F5",
    "standby_6": "Shift+F6",
    "standby_7": "Shift+F7",
    "standby_8": "Shift+F8",
    "end_standby": "F4",
}
PALETTE, PALETTE_KEY = "palette", "Ctrl+K"
"""The action that finds the others, and its key: it acts wherever the focus is in the window."""
PRINT_KEYS = "print_keys"
_ARROWS: Mapping[str, str] = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
REST_MS = 1_200
ARMED_MS = 5_000
"""How long what ends a show waits for its second press."""
STANDBYS = tuple(f"standby_{place}" for place in range(1, 9))
"""The standby plans that have a key, in the order of the rundown; those after them are ``standby_9`` and so on."""
ANYWHERE = frozenset({"panic", "end_standby", *STANDBYS})
"""Desk actions that help in an emergency: their keys act on every page. The others act where a person sees them."""


class Action(QAction):
    """An action with its id, category and key. ``why`` says why it is disabled now (empty: it has no meaning
    here, and a desk key of it is left to whatever has the focus). A key that is held acts once, unless the action
    ``repeats``. ``asked`` is ``triggered`` without what comes again within ``bounce_ms`` (0: all)."""

    asked = Signal()

    def __init__(
        self,
        action_id: str,
        text: str,
        category: Category,
        key: str,
        desk: bool,
        page: str,
        parent: QObject,
        *,
        repeats: bool = False,
        bounce_ms: int = 0,
        bounces: Bounces | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(action_id)
        self.setAutoRepeat(repeats)
        self.id = action_id
        self.category = category
        self.key = key
        self.desk = desk
        self.page = page
        self.why = ""
        self.bounce_ms = bounce_ms
        self._bounces = bounces
        self.triggered.connect(self._triggered)
        if key and not desk:
            self.setShortcut(QKeySequence(key))
        self._tip()

    def allow(self, enabled: bool, why: str = "") -> None:
        """Enable the action, or disable it and say why."""
        if enabled:
            why = ""
        if enabled == self.isEnabled() and why == self.why:
            return
        self.why = why
        self._tip()
        self.setEnabled(enabled)

    def setText(self, text: str) -> None:
        """Name the action anew, its tip too."""
        super().setText(text)
        self._tip()

    def set_key(self, key: str) -> None:
        """Act on another key of the desk (portable text, empty for none); whoever calls looks that it is free."""
        if key != self.key:
            self.key = key
            self._tip()

    @Slot()
    def _triggered(self) -> None:
        if self._bounces is None or not self.bounce_ms or not self._bounces.again(self.id, self.bounce_ms):
            self.asked.emit()

    def _tip(self) -> None:
        shown = self.text().replace("&", "")
        if self.key:
            shown += f"  ({key_label(self.key)})"
        self.setToolTip(tip(f"{shown}\n{self.why}" if self.why else shown))


class Actions(QObject):
    """All actions by id. ``refused`` carries the id and the reason of a disabled action that was asked for;
    ``elsewhere`` the id of a desk action whose key was pressed while the desk was not in front (``in_front``)."""

    refused = Signal(str, str)
    elsewhere = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self.in_front = True
        self.bounces = Bounces()
        self._rest = QElapsedTimer()

    def add(
        self,
        action_id: str,
        text: str,
        slot: Callable[[], Any] | None = None,
        *,
        category: Category,
        shortcut: str = "",
        desk: bool = False,
        page: str = "",
        repeats: bool = False,
        bounce_ms: int | None = None,
    ) -> Action:
        """Register an action whose slot is a bound method without arguments; ``page`` names the workspace whose own
        it is, or a part of it (``script/list``); ``repeats``: a small step, that goes on while its key is held.
        ``bounce_ms``: how soon the same again is a bounce (0: never); unless said, :data:`BOUNCE_MS` for what the
        desk does, but for panic, and never for the rest.
        Raises ValueError for an id or a key that is taken (one key does one thing, on each page), and for a key of
        the desk that would repeat: what goes on air is asked for once."""
        key = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText) if shortcut else ""
        if action_id in self._actions:
            raise ValueError(f"the action {action_id} exists")
        if key and any(other.key == key and _meet(other.page, page) for other in self._actions.values()):
            raise ValueError(f"the key {key} is taken")
        if desk and repeats:
            raise ValueError(f"the action {action_id} is the desk's")
        if bounce_ms is None:
            bounce_ms = BOUNCE_MS if category is Category.DESK and action_id != "panic" else 0
        action = Action(
            action_id,
            text,
            category,
            key,
            desk,
            page,
            self,
            repeats=repeats,
            bounce_ms=bounce_ms,
            bounces=self.bounces,
        )
        if slot is not None:
            action.asked.connect(slot)
        self._actions[action_id] = action
        return action

    def desk(self, action_id: str, text: str, slot: Callable[[], Any], *, bounce_ms: int | None = None) -> Action:
        """Register an action of the desk with its fixed key from :data:`DESK_KEYS`."""
        return self.add(
            action_id,
            text,
            slot,
            category=Category.DESK,
            shortcut=DESK_KEYS.get(action_id, ""),
            desk=True,
            bounce_ms=bounce_ms,
        )

    def holder(self, key: str, page: str, but: str = "") -> Action | None:
        """The action that has a key where those of ``page`` act, other than those whose ids begin with ``but``."""
        others = (item for item in self._actions.values() if not (but and item.id.startswith(but)))
        return next((item for item in others if item.key == key and _meet(item.page, page)), None)

    def rest(self) -> None:
        """A field or a banner that had the keys went by itself: whoever was typing into it, or was about to press
        it, must not take the next segment instead. The desk's keys rest a moment, but those of an emergency."""
        self._rest.start()

    @property
    def resting(self) -> bool:
        """Whether the desk's keys rest."""
        return self._rest.isValid() and not self._rest.hasExpired(REST_MS)

    def __getitem__(self, action_id: str) -> Action:
        return self._actions[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._actions

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def for_key(self, key: str) -> Action | None:
        """The desk action behind a key (portable text, as ``Backspace``)."""
        return next((item for item in self._actions.values() if item.desk and item.key == key), None)

    def has_local(self, key: str) -> bool:
        """Whether a key is also a page's own, and can be asked for now."""
        return any(not item.desk and item.key == key and item.isEnabled() for item in self._actions.values())

    def acts_here(self, action_id: str) -> bool:
        """Whether the key of a desk action acts on the page in front."""
        return self.in_front or action_id in ANYWHERE

    def trigger(self, action_id: str) -> bool:
        """Do an action, or say through ``refused`` why not."""
        action = self._actions[action_id]
        if action.isEnabled():
            action.trigger()
            return True
        if action.why:
            self.refused.emit(action_id, action.why)
        return False


def _meet(one: str, other: str) -> bool:
    """Whether actions of two places can be asked for at once: of a page and of a part of it (``script/list``) they
    can, and those of no page always."""
    return not one or not other or f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def key_label(key: str) -> str:
    """A key as it is printed on a button: 空格, 退格, F9, Ctrl+F, Alt+↑."""
    if key == "Space":
        return QCoreApplication.translate("keys", "Space")
    if key == "Backspace":
        return QCoreApplication.translate("keys", "Backspace")
    if key == "Ctrl+Return":
        return "Ctrl+Enter"
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    last = key.rpartition("+")[2]
    if last in _ARROWS:
        # As the key itself shows it: no language has better words for it.
        named = QKeySequence(last).toString(QKeySequence.SequenceFormat.NativeText)
        return native.removesuffix(named) + _ARROWS[last]
    return native
