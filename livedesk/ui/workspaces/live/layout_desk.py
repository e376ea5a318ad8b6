"""The layouts of the page: chosen by a key, changed by a person, remembered, and locked on air."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.domain import commands as c
from livedesk.domain.desk_layout import PRESETS, DeskLayout, Role, Spot, panels_of, pruned
from livedesk.domain.errors import UserError
from livedesk.services.desk_layout import load_layout, save_layout
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.which import slot_of
from livedesk.ui.workspaces.live.arranger import Arranger
from livedesk.ui.workspaces.live.panel_window import PanelWindow
from livedesk.ui.workspaces.live.panels import ANYWHERE, FIXED, PARTS, WINDOW, WINDOWS, LivePanels, title
from livedesk.ui.workspaces.live.screen_keeper import ScreenKeeper

SAVE_AFTER_MS = 800
DESK_WINDOW = "desk"
ROLES: tuple[tuple[Role, object], ...] = (
    (Role.DIRECTOR, QT_TRANSLATE_NOOP("LiveRoles", "Director")),
    (Role.CONSOLE, QT_TRANSLATE_NOOP("LiveRoles", "Console")),
    (Role.HOST, QT_TRANSLATE_NOOP("LiveRoles", "Host")),
    (Role.CREW, QT_TRANSLATE_NOOP("LiveRoles", "Crew")),
    (Role.OPERATIONS, QT_TRANSLATE_NOOP("LiveRoles", "Operations")),
)
PANELS_KEY = "Ctrl+Alt+P"


def role_name(role: Role) -> str:
    """A duty as a person calls it."""
    return QCoreApplication.translate("LiveRoles", str(dict(ROLES)[role]))


def role_key(role: Role) -> str:
    """The key of a layout."""
    return f"Ctrl+Alt+{[one for one, _ in ROLES].index(role) + 1}"


class LayoutDesk(QObject):
    """Owns what is remembered. ``changed`` tells that another layout is in front, or panels moved."""

    changed = Signal()

    def __init__(self, context: DeskContext, arranger: Arranger, panels: LivePanels, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._arranger = arranger
        self._panels = panels
        self._page = page
        self.layout_ = DeskLayout()
        self.windows: dict[str, PanelWindow] = {}
        self._touched = False
        self._saving = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)
        self.screens = ScreenKeeper(self)
        self.screens.placed.connect(self._placed)
        self.screens.lost.connect(self._screen_lost)
        self.screens.back.connect(self._screen_back)
        self._desk_watched = False
        page.installEventFilter(self)
        arranger.moved.connect(self._resized)
        context.lock.changed.connect(self._locked)
        add = context.actions.add
        group = QActionGroup(self)
        for role, _ in ROLES:
            words, slot = self.tr("Layout: {0}").format(role_name(role)), slot_of(role, self.choose, self)
            key = role_key(role)
            action = add(f"role_{role.value}", words, slot, category=Category.DESK, shortcut=key, bounce_ms=0)
            action.setData(role_name(role))
            action.setCheckable(True)
            group.addAction(action)
            action.setChecked(role is self.role)
        add(
            "panels",
            self.tr("Panels …"),
            self._open_menu,
            category=Category.DESK,
            shortcut=PANELS_KEY,
            bounce_ms=0,
        )
        self._arrange()

    @property
    def role(self) -> Role:
        """The layout in front."""
        return self.layout_.role

    @property
    def seen(self) -> tuple[str, ...]:
        """The panels that are seen, on the page or in windows."""
        return (*self._arranger.present, *self.windows)

    def load(self) -> None:
        """Read what is remembered, and lay the page out by it."""
        folder = self._context.services.data_folder
        self._context.background.run(partial(load_layout, folder), self._loaded, self._failed)

    @Slot(object)
    def choose(self, role: Role) -> None:
        """Bring a layout to the front."""
        self._come_to_front()
        if role is self.role:
            return
        self._keep_sizes()
        self.layout_ = replace(self.layout_, role=role)
        self._arrange()
        self._remember()

    def _come_to_front(self) -> None:
        if not self._page.isVisible() and "show_live" in self._context.actions:
            self._context.actions.trigger("show_live")

    def toggle(self, panel: str) -> None:
        """Hide a panel in this layout, or show it again; refused while the desk is locked."""
        if self._refused():
            return
        self._keep_sizes()
        self.layout_ = self.layout_.toggled(panel)
        self._arrange()
        self._remember()

    def float_(self, panel: str, on: bool) -> None:
        """Give a panel a window of its own, or put it back; refused while the desk is locked."""
        if self._refused():
            return
        self._float(panel, on)

    def reset(self) -> None:
        """This layout as its preset has it; refused while the desk is locked."""
        if self._refused():
            return
        self.layout_ = self.layout_.reset()
        self._arrange()
        self._remember()

    def unsettled(self) -> bool:
        """Whether the layout is on its way to the disk; what waits for the hand to rest goes at once."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()
        return self._saving > 0

    def _float(self, panel: str, on: bool) -> None:
        self._keep_sizes()
        self.layout_ = self.layout_.floated(panel, on)
        self._arrange()
        self._remember()

    def _refused(self) -> bool:
        why = self._context.lock.why()
        if why:
            self._context.actions.refused.emit("panels", why)
        else:
            self._context.lock.used()
        return bool(why)

    # --- inside --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        layout, known = self.layout_, self._panels.names
        preset = PRESETS[layout.role]
        own = frozenset(panels_of(preset))
        tree = pruned(preset, frozenset(own & known) - layout.absent)
        floating = tuple(name for name in layout.floating if name in known)
        for name in (*(panels_of(tree) if tree is not None else ()), *floating):
            self._panels.want(name)
        for name in tuple(self.windows):
            if name not in floating:
                self._shut(name)
        self._panels.loosen()
        self._arranger.arrange(tree, layout.role.value, layout.sizes)
        self._panels.gather(layout.role, layout.absent, own)
        for name in floating:
            if name not in self.windows:
                self._open(name)
        self._locked()
        for role, _ in ROLES:
            self._context.actions[f"role_{role.value}"].setChecked(role is layout.role)
        self.changed.emit()

    def _open(self, name: str) -> None:
        panel = self._arranger.shelve(name)
        window = PanelWindow(name, title(name), panel, self._page.window())
        window.resize(*WINDOWS.get(name, WINDOW))
        window.closed.connect(self._closed)
        self.windows[name] = window
        window.show()
        self.screens.watch(name, window, self.layout_.windows.get(name))

    def _shut(self, name: str) -> None:
        window = self.windows.pop(name)
        self._arranger.shelve(name)
        self.screens.forget(name)
        window.hide()
        window.deleteLater()

    @Slot(str)
    def _closed(self, name: str) -> None:
        """A window was closed: its panel is put back, locked or not, so that nothing is lost."""
        if name in self.windows:
            self._float(name, False)

    def _keep_sizes(self) -> None:
        self.layout_ = self.layout_.with_sizes(self._arranger.sizes())

    @Slot()
    def _resized(self) -> None:
        self._keep_sizes()
        self._remember()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first time that the page is seen its window is known."""
        if watched is self._page and event.type() == QEvent.Type.Show and not self._desk_watched:
            self._desk_watched = True
            self.screens.watch(DESK_WINDOW, self._page.window(), self.layout_.windows.get(DESK_WINDOW))
        return False

    @Slot(str, object)
    def _placed(self, name: str, spot: Spot) -> None:
        self.layout_ = self.layout_.placed(name, spot)
        self._remember()

    @Slot(str, object)
    def _screen_lost(self, screen: str, names: tuple[str, ...]) -> None:
        """An alarm, in the log of every run that is on the desk meanwhile: somebody looked at what stood there."""
        titles = self.tr(", ").join(title(name) for name in names)
        fault = c.ShowFault("desk.screen_lost", (("screen", screen), ("panels", titles)))
        self._context.services.tell_fault(fault)

    @Slot()
    def _screen_back(self) -> None:
        self._context.services.tell_fault(c.ClearFault("desk.screen_lost"))

    def _remember(self) -> None:
        self._touched = True
        self._timer.start()

    @Slot()
    def _save(self) -> None:
        self._saving += 1
        work = partial(save_layout, self._context.services.data_folder, self.layout_)
        self._context.background.run(work, self._saved, self._not_saved, urgent=True)

    @Slot(object)
    def _saved(self, _nothing: object) -> None:
        """It is on disk."""
        self._saving -= 1

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        self._saving -= 1
        self._failed(error)

    @Slot(object)
    def _loaded(self, layout: DeskLayout) -> None:
        if self._touched or layout == self.layout_:
            return  # a hand at the desk was faster, or there is nothing to change
        known, self.layout_ = self.layout_, layout
        if layout.stands_as(known):
            self._arranger.give(layout.sizes)  # every start comes here: building all anew would delay the window
        else:
            self._arrange()
        if self._desk_watched:
            self.screens.watch(DESK_WINDOW, self._page.window(), layout.windows.get(DESK_WINDOW))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        """The layout is a comfort: what cannot be kept is said once, and the show goes on."""
        if not isinstance(error, UserError):
            raise error
        self._context.actions.refused.emit("panels", self.tr("the layout could not be kept on disk"))

    @Slot()
    def _locked(self) -> None:
        self._arranger.lock(self._context.lock.why())

    def _names(self) -> list[str]:
        """The panels of this layout that can be hidden or put into windows."""
        found: list[str] = []
        for name in panels_of(PRESETS[self.role]):
            parts = PARTS.get(name, ()) if self.role is Role.DIRECTOR else ()
            found += [name] if name not in FIXED else []
            found += parts
        return [name for name in found if name in self._panels.names]

    @Slot()
    def _open_menu(self) -> None:
        self._come_to_front()
        menu = QMenu(self._page)
        why = self._context.lock.why()
        if why:
            menu.addAction(why).setEnabled(False)
        menu.addSection(self.tr("Shown in this layout"))
        hidden = self.layout_.hidden.get(self.role, ())
        for name in self._names():
            self._entry(menu, f"toggle:{name}", title(name), name not in hidden)
        menu.addSection(self.tr("In a window of its own"))
        for name in dict.fromkeys((*self._names(), *ANYWHERE)):
            self._entry(menu, f"float:{name}", title(name), name in self.layout_.floating)
        menu.addSeparator()
        menu.addAction(self.tr("As this layout was at first")).setData("reset")
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and not why)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._page.mapToGlobal(QPoint(self._page.width() // 2, 0)))

    @staticmethod
    def _entry(menu: QMenu, data: str, words: str, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.setData(data)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        what, _, name = str(action.data()).partition(":")
        match what:
            case "toggle":
                self.toggle(name)
            case "float":
                self.float_(name, name not in self.layout_.floating)
            case _:
                self.reset()
