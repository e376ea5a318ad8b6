"""The command palette: one key, some letters of what is wanted, Enter.

A child of the window, never a dialog: on air nothing stands between a person and the show. It lists every action of
the registry and what pages offer (:class:`livedesk.ui.palette_door.PaletteDoor`). While it has the focus its keys
are text, and only those of an emergency are the desk's. It closes before anything is done and gives the focus back,
so that what acts on the focus acts on what had it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from livedesk.ui.actions import ANYWHERE, PALETTE, Action, Category, key_label
from livedesk.ui.context import DeskContext, Workspace
from livedesk.ui.key_list import category_title
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.palette_field import ROWS, PaletteField
from livedesk.ui.palette_list import HEIGHT, Entry, EntryList, PaletteRow, Provider
from livedesk.ui.palette_match import SHOWN, Matcher
from livedesk.ui.palette_words import other_names
from livedesk.ui.theme import GAP, LABEL, TOP_BAR
from livedesk.ui.widgets.labels import Elided, show

WIDTH = 680
DESK_PAGE = "live"
_ORDER = (
    Category.VIEW, Category.SHOW, Category.SCRIPT, Category.EDIT, Category.CHECKS, Category.PROGRAM, Category.DESK,
)  # fmt: skip
"""What stands first before anything was typed: nothing that runs the show."""
_DIMMED = 15
"""By how much less what does nothing now answers to a query: its like on this page stands before it."""
_POPUP = Qt.FocusReason.PopupFocusReason
"""The reason with which a text field that is left keeps its selection."""


class Palette(QFrame):
    """The palette of a window. ``left`` asks for somebody to take the keys where what had them has gone."""

    left = Signal()

    def __init__(self, context: DeskContext, window: QWidget, providers: Callable[[], Iterable[Provider]]) -> None:
        super().__init__(window)
        self._context, self._actions = context, context.actions
        self._window = window
        self._before: QWidget | None = None
        self._recent: list[str] = []
        self._watched: set[str] = set()
        self._providers = providers
        self._lay_out(context)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._refresh)
        self.hide()

    def _lay_out(self, context: DeskContext) -> None:
        theme, family = context.theme, context.family
        self.setObjectName("palette")
        self.setStyleSheet(
            f"#palette {{ background: {theme.raised}; border: 1px solid {theme.faint}; border-radius: 8px; }}"
        )
        self.field = PaletteField(family, self._of_page)
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.setPlaceholderText(self.tr("What is wanted: an action, a page, a key …"))
        self.field.textChanged.connect(self._typed)
        self.field.moved.connect(self._move)
        self.field.chosen.connect(self._do)
        self.field.left.connect(self._leave)
        self.model: KeyedListModel[Entry] = KeyedListModel(self)
        self.list = EntryList(theme)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.empty = self.tr("Nothing is called that. Other words, or fewer letters, may find it.")
        self.list.chosen.connect(self._do)
        self.words = Elided(family, size=LABEL, tone="dim")
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP, 0, GAP, 0)
        foot.addWidget(self.words)
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.setSpacing(GAP)
        box.addWidget(self.field)
        box.addWidget(self.list)
        box.addLayout(foot)

    # --- what it lists ---------------------------------------------------------------------------------------

    def _offered(self, query: str) -> Iterator[PaletteRow]:
        for provider in self._providers():
            yield from islice(provider(query), SHOWN)

    def _entries(self, query: str) -> list[Entry]:
        """What answers to a query, best first; of equals the recently used, then actions, then what pages offer."""
        matcher = Matcher(query)
        last = len(self._recent)
        found: list[tuple[tuple[int, ...], Entry]] = []
        for action in self._actions:
            score = 0 if action.id == PALETTE else matcher.score(*self._names(action))
            if score:
                entry = self._entry(action)
                score -= _DIMMED if entry.why else 0
                recent = self._recent.index(action.id) if action.id in self._recent else last
                found.append(((-score, recent, _ORDER.index(action.category)), entry))
        for number, row in enumerate(self._offered(query)):
            # Its page knows better what answers to a query: what is found by nothing here stands last.
            score = matcher.score(row.title, row.detail, row.key)
            entry = Entry(f"row:{number}", row.title, row.detail, row.key, run=row.run)
            found.append(((-score, last, len(_ORDER)), entry))
        found.sort(key=lambda ranked: ranked[0])
        return [entry for _, entry in found]

    def _names(self, action: Action) -> Iterator[str]:
        """What an action is found by: its title first, then the other language, its category, key and id."""
        title, category = action.text().replace("&", ""), category_title(action.category)
        others = other_names()
        yield title
        yield from others.get(action.text(), ())
        if action.key:
            yield action.key
            yield key_label(action.key)
        yield category
        yield from others.get(category, ())
        yield action.id.replace("_", " ")

    def _entry(self, action: Action) -> Entry:
        return Entry(
            action.id,
            action.text().replace("&", ""),
            category_title(action.category),
            key_label(action.key) if action.key else "",
            self._why_not(action),
            action.id,
        )

    def _why_not(self, action: Action) -> str:
        """Why an action does nothing now; empty where it does."""
        if not action.isEnabled():
            return action.why or self.tr("Has no meaning now")
        if not self._actions.acts_here(action.id) and action.desk:
            return self._only_on(DESK_PAGE)
        return self._behind(action)

    def _behind(self, action: Action) -> str:
        """Why an action does nothing that belongs to a page which nobody sees: it names its page, or was added to a
        widget of it."""
        named = action.page.partition("/")[0]
        if named:
            front = self._window.findChild(QWidget, f"workspace-{named}")
            return "" if front is None or front.isVisible() else self._only_on(named)
        pages = [_page_of(part) for part in action.associatedObjects() if isinstance(part, QWidget)]
        if None in pages or not pages or any(page is not None and page.isVisible() for page in pages):
            return ""
        return next((self._only_on(page.id) for page in pages if page is not None), "")

    def _only_on(self, page: str) -> str:
        action_id = f"show_{page}"
        if action_id not in self._actions:
            return self.tr("Acts on another page")
        going = self._actions[action_id]
        return self.tr("Acts on the page {page} only: {key}").format(page=going.text(), key=key_label(going.key))

    def _fill(self, keep: str = "") -> None:
        entries = self._entries(self.field.text())
        shown = entries[:SHOWN]
        self.model.set_rows(shown)
        at = next((row for row, entry in enumerate(shown) if entry.key == keep), 0)
        self.list.setCurrentIndex(self.model.index(at, 0))
        if len(entries) > len(shown):
            more = self.tr("{shown} of {count} are shown: type more letters")
            show(self.words, more.format(shown=len(shown), count=len(entries)), "dim")
        else:
            show(self.words, self.tr("↑ ↓ choose · Enter do it · Esc back"), "dim")
        self._place()

    def _current(self) -> Entry | None:
        at = self.list.currentIndex().row()
        return self.model.row_at(at) if 0 <= at < self.model.rowCount() else None

    def _of_page(self, keys: QKeySequence) -> bool:
        return any(action.page and not action.desk and keys in action.shortcuts() for action in self._actions)

    # --- opening and closing ---------------------------------------------------------------------------------

    @Slot()
    def toggle(self) -> None:
        """Open, or close where it is open."""
        if self.isVisible():
            self._leave()
        else:
            self.open()

    def open(self) -> None:
        """Come up with an empty line and take the keys."""
        for action in self._actions:
            if action.id not in self._watched:
                self._watched.add(action.id)
                action.changed.connect(self._changed)
                if action.id in ANYWHERE:
                    action.triggered.connect(self.dismiss)
        focus = QApplication.focusWidget()
        self._before = focus if focus is not None and focus.window() is self._window else None
        self.field.clear()
        self._fill()
        self.list.scrollToTop()
        self.show()
        self.raise_()
        self.field.setFocus(_POPUP)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)
            application.focusChanged.connect(self._focus_moved)

    @Slot()
    def dismiss(self) -> None:
        """Go because something else matters now, a page or an emergency: the desk's keys rest a moment, as whoever
        was typing here may still be."""
        if self.isVisible():
            self._close()
            self._actions.rest()

    @Slot()
    def _leave(self) -> None:
        if self.isVisible():
            self._close()

    def _close(self, *, give_back: bool = True) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._focus_moved)
        before, self._before = self._before, None
        # Given back before it hides: a widget that hides with the focus throws it to its neighbour first.
        if give_back:
            if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
                before.setFocus(_POPUP)
            else:
                self.left.emit()
        self.hide()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The focus went elsewhere in the window: what took it has the keys."""
        if now is not None and now.window() is self._window and not self.isAncestorOf(now):
            self._close(give_back=False)
            self._actions.rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press of the mouse beside it closes it, and is then what it would have been; a new size moves it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            beside = watched is not self and not self.isAncestorOf(watched)
            if beside and watched.window() is self._window:
                self._leave()
        elif kind == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _place(self) -> None:
        """In the middle, under the top bar, as high as its rows take, within the window."""
        area = self._window.rect()
        top = TOP_BAR + GAP
        width = min(WIDTH, area.width() - 4 * GAP)
        other = self.field.sizeHint().height() + self.words.sizeHint().height() + 4 * GAP
        room = (area.height() - top - 2 * GAP - other) // HEIGHT
        # Where there is no row, two are as high as the words that say so.
        rows = max(1, min(ROWS, room, self.model.rowCount() or 2))
        self.list.setFixedHeight(rows * HEIGHT)
        self.setGeometry(QRect((area.width() - width) // 2, top, width, rows * HEIGHT + other))

    # --- what is done in it ----------------------------------------------------------------------------------

    @Slot(str)
    def _typed(self, _text: str) -> None:
        if self.isVisible():
            self._fill()

    @Slot()
    def _changed(self) -> None:
        if self.isVisible():
            self._later.start()

    @Slot()
    def _refresh(self) -> None:
        """An action changed while they are listed: another name, or another reason."""
        current = self._current()
        if self.isVisible():
            self._fill(current.key if current is not None else "")

    @Slot(int)
    def _move(self, by: int) -> None:
        """Up and down by one go round, by a page they stop at the ends."""
        count = self.model.rowCount()
        if not count:
            return
        at = self.list.currentIndex().row() + by
        at = at % count if abs(by) == 1 else max(0, min(count - 1, at))
        self.list.setCurrentIndex(self.model.index(at, 0))

    @Slot()
    def _do(self) -> None:
        """Do the chosen row, or say why it does nothing."""
        entry = self._current()
        if entry is None:
            return
        if entry.run is not None:
            self._close()
            entry.run()
            return
        action = self._actions[entry.action]
        why = self._why_not(action)
        if why:
            self._fill(entry.key)
            show(self.words, "▲ " + why, "warn")
            self._actions.refused.emit(action.id, why)
            return
        self._recent = [action.id, *(known for known in self._recent if known != action.id)][:SHOWN]
        self._close()
        self._actions.trigger(action.id)


def _page_of(widget: QWidget) -> Workspace | None:
    """The page of the window that a widget belongs to: the outermost, as a page may be made inside a stand-in."""
    found: Workspace | None = None
    part: QWidget | None = None if isinstance(widget, QMenu) else widget
    while part is not None:
        if isinstance(part, Workspace):
            found = part
        part = part.parentWidget()
    return found
