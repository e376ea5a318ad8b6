"""The main window: top bar, banners, rail and workspaces, status bar.

``MainWindow(context, workspaces)`` owns the pulse of the desk (:class:`livedesk.ui.ticker.Ticker`) and the desk's
keys; workspaces are given in the order of the rail, settings come by themselves at the bottom. Call ``start()``
once it is shown. Closing it on air asks in a banner first.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.errors import UserError
from livedesk.domain.status import Reminder
from livedesk.services.session.snapshot import Refused, SessionSnapshot
from livedesk.ui.actions import Action, Category, key_label
from livedesk.ui.banner_keys import BannerKeys
from livedesk.ui.context import DeskContext, GoTo, Tick, Workspace
from livedesk.ui.desk_keys import DeskKeys
from livedesk.ui.desk_tools import DeskTools
from livedesk.ui.icons import program_icon
from livedesk.ui.key_sheet import KeySheet
from livedesk.ui.later_page import LaterPage
from livedesk.ui.light_words import LightWords
from livedesk.ui.notice import Deed, Detail, Dismiss, Doing, OpenShow
from livedesk.ui.notice_bar import NoticeBar
from livedesk.ui.notices import Notices
from livedesk.ui.palette_door import PaletteDoor
from livedesk.ui.rail import Rail
from livedesk.ui.rehearsal.room import RehearsalRoom
from livedesk.ui.status_bar import StatusBar
from livedesk.ui.theme import GAP
from livedesk.ui.ticker import Ticker
from livedesk.ui.told import Told
from livedesk.ui.top_bar import TopBar
from livedesk.ui.widgets.banner import Banner
from livedesk.ui.words import sentence

DESK = "live"
LARGEST = QSize(1920, 1080)
SMALLEST = (1180, 620)
"""1366×768 less the system's bar and a title bar."""
FRAME = QSize(0, 40)
"""What a title bar takes where the window system has not said so yet."""


class MainWindow(QMainWindow):
    """The desk. ``closed`` is emitted once it has closed for good."""

    closed = Signal()

    def __init__(
        self, context: DeskContext, workspaces: Sequence[Workspace], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        theme, family = context.theme, context.family
        self.setWindowTitle("livedesk")
        self.setWindowIcon(program_icon())
        self.setMinimumSize(*SMALLEST)
        self.resize(LARGEST)
        self.lights = LightWords(context.bridge, self)
        self.top_bar = TopBar(theme, family, self.lights)
        self.banners = NoticeBar(theme, family, self._do, context.actions.bounces)
        self.rail = Rail(theme, family)
        self.status_bar = StatusBar(theme, family)
        self.pages = QStackedWidget()
        self.rehearsal = RehearsalRoom(context, self.pages)
        self._notices = Notices(context.bridge, context.services.data_folder, self)
        self._told = Told(context.services.data_folder / "logs", self)
        self._by_id: dict[str, Workspace] = {}
        self._may_close = False
        self._back = ""
        self._led_there = False
        self._stands: tuple[object, ...] = ()
        self._lay_out()
        settings = LaterPage(context, "settings", "settings", self.tr("Settings"), _settings)
        for number, workspace in enumerate(workspaces, 1):
            self._add(workspace, f"Ctrl+{number}")
        self._add(settings, "Ctrl+,", bottom=True)
        self._program_actions()
        self.top_bar.add_tools(DeskTools(context))
        self.key_sheet = KeySheet(context, self)
        self.key_sheet.said.connect(self.say)
        self.palette_door = PaletteDoor(context, self)
        self.palette_door.left.connect(self._take_keys)
        self.pages.currentChanged.connect(self.palette_door.dismiss)
        self.rail.chosen.connect(self.show_page)
        self.keys = DeskKeys(_application(), context.actions, self)
        self.keys.typing.connect(self.status_bar.set_typing)
        self.keys.released.connect(self._take_keys)
        self.banners.left.connect(context.actions.rest)
        self.banners.left.connect(self._take_keys)
        self.rehearsal.left.connect(self._take_keys)
        self.banner_keys = BannerKeys(context.actions, self)
        context.actions.elsewhere.connect(self._elsewhere)
        context.actions.refused.connect(self._refused)
        context.lock.opened.connect(self.status_bar.forget)
        context.bridge.subscribe(GoTo, self._go_there)
        context.bridge.subscribe(Refused, self._command_refused)
        context.bridge.subscribe(Reminder, self._told.remind)
        self.ticker = Ticker(context.bridge, context.clock, self)
        self.ticker.changed.connect(self._changed)
        self.ticker.ticked.connect(self._ticked)
        self.status_bar.set_saved(None)
        self.show_page(next(iter(self._by_id)))

    def show_fitting(self) -> None:
        """Show the window maximised; where nothing maximises windows it has a size that fits the screen."""
        screen = self.screen().availableGeometry()
        self.resize(LARGEST.boundedTo(screen.size() - FRAME))
        self.move(screen.topLeft())
        self.showMaximized()

    def start(self) -> None:
        """Begin to show time."""
        self.ticker.start()

    def workspace(self, page: str) -> Workspace:
        """A workspace by its id. Raises KeyError."""
        return self._by_id[page]

    @property
    def page(self) -> str:
        """The id of the workspace in front."""
        current = self.pages.currentWidget()
        return current.id if isinstance(current, Workspace) else ""

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Bring a workspace to the front."""
        workspace = self._by_id[page]
        self.pages.setCurrentWidget(workspace)
        self.context.actions.in_front = page == DESK
        self._back = ""
        if page == DESK and self._led_there:
            self.status_bar.forget()
        self.rail.mark(page)
        workspace.on_tick(self.ticker.now())
        workspace.on_shown()
        self.banner_keys.refresh()

    def say(self, text: str) -> None:
        """Show a sentence in the status bar for a while."""
        self._led_there = False
        self.status_bar.say(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; on air, or while entries of the journal wait, only after the banner's button was pressed."""
        why = "" if self._may_close else self._why_stay()
        if why:
            event.ignore()
            self._ask_to_close(why)
            return
        event.accept()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back from the list of keys."""
        if event.key() == Qt.Key.Key_Escape and self._back:
            self.show_page(self._back)
            return
        super().keyPressEvent(event)

    def unsettled(self) -> bool:
        """Whether a page, in this window or another, has something on its way to the disk."""
        return any(page.unsettled() for page in self.findChildren(Workspace))

    def _why_stay(self) -> str:
        """Why closing is asked about first; empty where nothing speaks against it."""
        snapshot = self.ticker.snapshot
        reasons = [why for page in self.findChildren(Workspace) if (why := page.why_stay())]
        if snapshot is None:
            return " ".join(reasons)
        if snapshot.state.run.before_viewers and not snapshot.resuming:
            reasons.append(
                self.tr("The show is on air. Closing the desk stops automatic follows; OBS and the stream go on.")
            )
        if "edit.not_saved" in snapshot.state.run.faults:
            reasons.append(self.tr("A change of the show is not on disk yet; whoever closes now loses it."))
        if snapshot.save.pending and snapshot.save.error:
            lost = self.tr("{count} entries of the journal are not on disk; whoever closes now loses them.")
            reasons.append(lost.format(count=snapshot.save.pending))
        return " ".join(reasons)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        content = QVBoxLayout()
        content.setContentsMargins(GAP, GAP, GAP, GAP)
        content.setSpacing(GAP)
        content.addWidget(self.banners)
        content.addWidget(self.rehearsal)
        content.addWidget(self.pages, 1)
        middle.addLayout(content, 1)
        centre = QWidget()
        outer = QVBoxLayout(centre)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top_bar)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status_bar)
        self.setCentralWidget(centre)

    def _add(self, workspace: Workspace, shortcut: str, *, bottom: bool = False) -> None:
        page = workspace.id
        self._by_id[page] = workspace
        self.pages.addWidget(workspace)
        action = self.context.actions.add(
            f"show_{page}", workspace.title(), category=Category.VIEW, shortcut=shortcut
        )
        action.setData(page)
        action.triggered.connect(self._go_to)
        self.addAction(action)
        self.rail.add(page, workspace.title(), workspace.icon, action.toolTip(), bottom=bottom)

    def _program_actions(self) -> None:
        actions = self.context.actions
        for action in (
            *self.rehearsal.actions_,
            actions.add("keys", self.tr("All keys"), self._show_keys, category=Category.PROGRAM, shortcut="F1"),
            actions.add("full_screen", self.tr("Full screen"), self._full_screen, category=Category.PROGRAM,
                        shortcut="F11"),
            actions.add("prompter", self.tr("Open the prompter"), self.context.services.open_prompter,
                        category=Category.PROGRAM, shortcut="Ctrl+P"),
            actions.add("quit", self.tr("Quit"), self.close, category=Category.PROGRAM, shortcut="Ctrl+Q"),
        ):  # fmt: skip
            self.addAction(action)

    @Slot()
    def _go_to(self) -> None:
        action = self.sender()
        if isinstance(action, Action):
            self.show_page(str(action.data()))

    @Slot(object)
    def _go_there(self, there: GoTo) -> None:
        self.show_page(there.page)
        if there.item_id:
            self._by_id[there.page].show_item(there.item_id)

    @Slot()
    def _show_keys(self) -> None:
        """The list of keys; the same key, or Escape, leads back."""
        back = self._back
        if back:
            self.show_page(back)
            return
        before = self.page
        self.show_page("settings")
        self._back = before if before != "settings" else ""
        self._by_id["settings"].show_item("keys")

    @Slot()
    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot()
    def _take_keys(self) -> None:
        self._by_id[self.page].take_keys()

    def _ask_to_close(self, text: str) -> None:
        banner = Banner(self.context.theme, self.context.family, text)
        stay, leave = QPushButton(self.tr("Stay")), QPushButton(self.tr("Close the desk"))
        stay.clicked.connect(self._stay)
        leave.clicked.connect(self._leave)
        banner.add(stay, "primary")
        banner.add(leave)
        self.banners.put("close", banner, first=True)
        self.banner_keys.refresh()

    @Slot()
    def _stay(self) -> None:
        self.banners.drop("close")
        self.banner_keys.refresh()

    @Slot()
    def _leave(self) -> None:
        self._may_close = True
        self.close()

    def _do(self, what: Doing) -> None:
        services = self.context.services
        match what:
            case Deed.RETRY_OBS:
                services.retry_obs()
            case Deed.FREE_OBS:
                services.free_obs()
            case Deed.OPEN_PROMPTER:
                services.open_prompter()
            case Deed.ARM_END:
                self._notices.arm_end()
                self.ticker.tick()
            case Deed.OPEN_SETTINGS:
                self.show_page("settings")
            case GoTo():
                self._go_there(what)
            case OpenShow(show_id):
                self.context.background.run(
                    lambda: services.open_show(show_id), self._show_opened, self._failed, urgent=True
                )
            case Dismiss(key):
                self._told.dismiss(key)
                self.ticker.tick()
            case Detail(key):
                self._told.detail(key)
                self.ticker.tick()
            case command:
                self.context.dispatch(command)

    @Slot(object)
    def _show_opened(self, _nothing: object) -> None:
        self.show_page("live")

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._told.error(error, self.context.clock.now().wall_ms)

    @Slot(str, str)
    def _refused(self, action_id: str, why: str) -> None:
        title = self.context.actions[action_id].text().replace("&", "").rstrip(" …")
        self.say(self.tr("{action}: {why}").format(action=title, why=why))

    @Slot(str)
    def _elsewhere(self, action_id: str) -> None:
        action, page = self.context.actions[action_id], self.context.actions[f"show_{DESK}"]
        text = self.tr("{key} ({action}) acts on the page {page} only: {way}")
        self.say(
            text.format(
                key=key_label(action.key),
                action=action.text().replace("&", ""),
                page=page.text(),
                way=key_label(page.key),
            )
        )
        self._led_there = True

    @Slot(object)
    def _command_refused(self, refused: Refused) -> None:
        if refused.command is None:
            self._told.error(refused.error, self.context.clock.now().wall_ms)
        else:
            self.say(sentence(refused.error))

    @Slot(object)
    def _changed(self, snapshot: SessionSnapshot) -> None:
        self.setWindowTitle(f"{snapshot.state.show.title} — livedesk")
        self.status_bar.set_saved(snapshot.save)
        run = snapshot.state.run
        stands = (snapshot.state.show.id, run.phase, snapshot.resuming, run.airing and run.airing.number)
        if stands != self._stands:
            self._stands = stands
            self.status_bar.forget()
        for workspace in self._by_id.values():
            workspace.on_snapshot(snapshot)

    @Slot(object)
    def _ticked(self, tick: Tick) -> None:
        self.top_bar.on_tick(tick)
        self.rehearsal.on_tick(tick)
        if self.banners.banner("close") is not None and not self._why_stay():
            self._stay()
        self.banners.show_notices((*self._notices.all(tick, self.lights.obs), *self._told.notices(tick)))
        current = self.pages.currentWidget()
        for workspace in self._by_id.values():
            if workspace is current:
                workspace.on_tick(tick)
            else:
                workspace.on_tick_behind(tick)
        self.banner_keys.refresh()


def _settings(context: DeskContext) -> Workspace:
    from livedesk.ui.settings_page import SettingsPage

    return SettingsPage(context)


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a QApplication")
    return application
