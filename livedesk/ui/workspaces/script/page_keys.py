"""Every key of the script page, and what is offered to the palette: the page's own vocabulary in one place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent

from livedesk.domain.find_show import Hit
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Segment, Show
from livedesk.ui.actions import Category
from livedesk.ui.palette_door import PaletteDoor
from livedesk.ui.palette_list import PaletteRow
from livedesk.ui.palette_match import best
from livedesk.ui.workspaces.script.check_stand import CheckStand
from livedesk.ui.workspaces.script.find_places import mark_field
from livedesk.ui.workspaces.script.keys import DOUBTS, LIST, TEXT, TIMELINE, ScriptKeys, refused
from livedesk.ui.workspaces.script.pane_sizes import PaneSizes
from livedesk.ui.workspaces.script.rundown_menu import RundownMenu, entries
from livedesk.ui.workspaces.script.side import CHECKS, FIELDS, TEMPLATES, TIME, VERSIONS

if TYPE_CHECKING:
    from livedesk.ui.workspaces.script.page import ScriptPage

MOST_OFFERED = 50


def _called(known: tuple[str, Segment]) -> tuple[str, ...]:
    """What a segment is found by: its title first."""
    number, segment = known
    return segment.title, number


class PageKeys(QObject):
    """Made once by the page it belongs to."""

    def __init__(self, page: ScriptPage) -> None:
        super().__init__(page)
        self._page = page
        self.registry = ScriptKeys(page.context.actions, self)
        self._document()
        self._rundown()
        self._timeline_keys()
        self._places()
        PaneSizes(page, page.notes, self.registry)
        page.text.pointed.connect(self._found)
        page.notes.left.connect(page.take_keys)
        page.lock.left.connect(page.take_keys)
        page.rundown.view.menu_at.connect(self._menu)
        page.installEventFilter(self)
        self.allow(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that nothing on the page took: Escape leads to the rundown, and of an action that is not to be had now
        it is said why."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        view = self._page.rundown.view
        if event.key() == Qt.Key.Key_Escape and view.isVisible() and not view.hasFocus():
            self._page.take_keys()
            return True
        action = refused(self._page.focusWidget() or self._page, event)
        if action is not None and not event.isAutoRepeat():
            self._page.context.actions.trigger(action.id)
        return action is not None

    def allow(self, show: Show | None) -> None:
        """What can be done with what is shown."""
        nothing = "" if show is not None else self.tr("Open a show first")
        locked = show is not None and show.approval.closed
        self.registry.allow(
            a_show=nothing, editing=self.tr("The script is locked: Ctrl+Shift+L") if locked else ""
        )

    def _document(self) -> None:
        page = self._page
        rows = (
            ("script_save", self.tr("Save now"), page.save, "Ctrl+S"),
            ("script_lock", self.tr("Lock for air, or unlock"), self._lock, "Ctrl+Shift+L"),
            ("script_files", self.tr("Print and export …"), page.open_files, "Ctrl+Shift+P"),
            ("script_print", self.tr("Print the run sheet …"), self._print, ""),
            ("script_print_cards", self.tr("Print the hand cards …"), self._print_cards, ""),
            ("script_save_as", self.tr("Save as …"), page.files.save_as, "Ctrl+Shift+S"),
            ("script_pdf", self.tr("Run sheet as PDF"), self._pdf, ""),
            ("script_cards", self.tr("Hand cards as PDF"), self._cards, ""),
            ("script_desk", self.tr("Open this show on the desk"), page.open_desk, "Ctrl+R"),
            ("script_window", self.tr("Open in a window of its own"), page.open_window, "Ctrl+Shift+W"),
        )
        self.registry.of_page(page, rows, category=Category.SHOW)
        ways_in = (
            ("script_sheet", self.tr("Import into this show …"), page.read_sheet, "Ctrl+O"),
            ("script_shows", self.tr("Write another show …"), page.doors.ask, "Ctrl+Shift+O"),
            ("script_new", self.tr("New show"), page.doors.begin, "Ctrl+Shift+N"),
        )
        self.registry.of_page(page, ways_in, category=Category.SHOW, always=True)
        undo = (
            ("script_undo", self.tr("Undo"), self._undo, "Ctrl+Z"),
            ("script_redo", self.tr("Redo"), self._redo, "Ctrl+Shift+Z"),
        )
        self.registry.of_page(page, undo, category=Category.SCRIPT, edits=True, repeats=True)
        self.registry.second_key("script_redo", "Ctrl+Y")

    def _rundown(self) -> None:
        page, do = self._page, self._page.gestures
        # With the page that stands in an empty rundown's place.
        view = page.rundown.pages
        anywhere = (
            ("script_segment", self.tr("Add a segment"), self._add, "Ctrl+N"),
            ("script_milestone", self.tr("Add a milestone"), do.add_milestone, ""),
            ("script_standby", self.tr("Add a standby plan"), do.add_standby, ""),
            ("script_group", self.tr("Group what is chosen"), do.group, "Ctrl+G"),
            ("script_rename_group", self.tr("Name the group …"), do.rename_group, ""),
            ("script_ungroup", self.tr("Take the group away"), do.ungroup, "Ctrl+Shift+G"),
            ("script_numbers", self.tr("Fix the numbers"), do.fix_numbers, ""),
            ("script_renumber", self.tr("Renumber"), do.renumber, ""),
            ("script_fit", self.tr("Fit into the slot"), self._fit, ""),
            ("script_top", self.tr("Move to the beginning"), do.to_top, ""),
            ("script_end", self.tr("Move to the end"), do.to_end, ""),
        )
        self.registry.of_page(page, anywhere, category=Category.SCRIPT, edits=True)
        in_list = (
            ("script_add", self.tr("Add a segment (in the rundown)"), self._add, "N"),
            ("script_duplicate", self.tr("Duplicate"), do.duplicate, "Ctrl+D"),
            ("script_remove", self.tr("Remove"), do.remove, "Del"),
            ("script_skip", self.tr("Skip, or put back"), do.skip, "S"),
            ("script_cut", self.tr("Cut what is chosen"), page.copies.cut, "Ctrl+X"),
            ("script_paste", self.tr("Paste segments, standby plans or rows"), page.copies.paste, "Ctrl+V"),
        )
        self.registry.of_part(view, LIST, in_list, category=Category.SCRIPT, edits=True)
        # Each step is one of undo, whose key repeats as well: whoever went too far comes back as fast.
        steps = (
            ("script_up", self.tr("Move up"), do.up, "Alt+Up"),
            ("script_down", self.tr("Move down"), do.down, "Alt+Down"),
            ("script_longer", self.tr("5 s longer"), do.longer, "Alt+Right"),
            ("script_shorter", self.tr("5 s shorter"), do.shorter, "Alt+Left"),
            ("script_minute_longer", self.tr("1 min longer"), do.minute_longer, "Alt+Shift+Right"),
            ("script_minute_shorter", self.tr("1 min shorter"), do.minute_shorter, "Alt+Shift+Left"),
        )
        self.registry.of_part(view, LIST, steps, category=Category.SCRIPT, edits=True, repeats=True)
        copying = (("script_copy", self.tr("Copy what is chosen"), page.copies.copy, "Ctrl+C"),)
        self.registry.of_part(view, LIST, copying, category=Category.SCRIPT)

    def _timeline_keys(self) -> None:
        canvas = self._page.band.timeline.canvas
        # Del, S, Ctrl+D, Alt and arrows …: what is chosen is one thing, in the list and on the timeline.
        self.registry.share(canvas, LIST)
        moving = (
            ("script_earlier", self.tr("Move left on the timeline"), self._earlier, "Ctrl+Left"),
            ("script_later", self.tr("Move right on the timeline"), self._later, "Ctrl+Right"),
        )
        self.registry.of_part(canvas, TIMELINE, moving, category=Category.SCRIPT, edits=True, repeats=True)
        looking = (
            ("script_walk_back", self.tr("Timeline: the segment before"), canvas.walk_back, "Left"),
            ("script_walk_on", self.tr("Timeline: the next segment"), canvas.walk_on, "Right"),
            ("script_add_before", self.tr("Timeline: choose the one before too"), canvas.add_before, "Shift+Left"),
            ("script_add_next", self.tr("Timeline: choose the next one too"), canvas.add_next, "Shift+Right"),
            ("script_walk_home", self.tr("Timeline: the first segment"), canvas.walk_home, "Home"),
            ("script_walk_end", self.tr("Timeline: the last segment"), canvas.walk_to_end, "End"),
            ("script_scroll_back", self.tr("Timeline: scroll back"), canvas.scroll_back, "PgUp"),
            ("script_scroll_on", self.tr("Timeline: scroll on"), canvas.scroll_on, "PgDown"),
            ("script_zoom_in", self.tr("Timeline: zoom in"), canvas.zoom_in, "+"),
            ("script_zoom_out", self.tr("Timeline: zoom out"), canvas.zoom_out, "-"),
            ("script_zoom_fit", self.tr("Timeline: show everything"), canvas.fit_all, "0"),
            ("script_open_front", self.tr("Timeline: write in the segment"), canvas.open_front, "Return"),
        )
        self.registry.of_part(canvas, TIMELINE, looking, category=Category.SCRIPT)

    def _places(self) -> None:
        page = self._page
        rows = (
            ("script_filter", self.tr("Filter the rundown"), page.rundown.open_filter, "Ctrl+Shift+F"),
            ("script_to_list", self.tr("Go to the rundown"), page.take_keys, "Ctrl+L"),
            ("script_to_text", self.tr("Go to the text"), page.write, "Ctrl+E"),
            ("script_to_timeline", self.tr("Go to the timeline"), self._timeline, "Ctrl+T"),
            ("script_fold", self.tr("Fold the timeline, or open it"), self._fold, "Ctrl+Shift+M"),
            ("script_to_fields", self.tr("Go to the fields"), self._fields, "F2"),
            (
                "script_facts",
                self.tr("The show itself, its products and promotions"),
                self._show_itself,
                "Shift+F2",
            ),
            ("script_to_checks", self.tr("What is wrong"), self._checks, "F3"),
            ("script_to_time", self.tr("How the time is allotted"), self._time, "Ctrl+Shift+T"),
            ("script_to_versions", self.tr("Versions"), self._versions, "Ctrl+Shift+H"),
            ("script_to_templates", self.tr("Templates"), self._templates, "Ctrl+Shift+I"),
            ("script_find", self.tr("Find in the words"), page.text.find, "Ctrl+F"),
            ("script_replace", self.tr("Replace in the words"), page.text.replace, "Ctrl+H"),
            ("script_preview", self.tr("As the host sees it"), page.text.preview, "Ctrl+Shift+V"),
        )
        self.registry.of_page(page, rows, category=Category.EDIT)
        walking = (
            ("script_find_next", self.tr("Find the next"), page.text.find_next, "Ctrl+."),
            ("script_find_back", self.tr("Find the one before"), page.text.find_previous, "Ctrl+Shift+."),
        )
        self.registry.of_page(page, walking, category=Category.EDIT, repeats=True)
        text = page.text
        claims = (
            ("script_next_claim", self.tr("The next marked wording"), text.next_claim, "Alt+Down"),
            ("script_last_claim", self.tr("The marked wording before"), text.previous_claim, "Alt+Up"),
        )
        self.registry.of_part(text, TEXT, claims, category=Category.EDIT)
        mending = (
            ("script_mend_claim", self.tr("Put the suggestion in"), text.replace_claim, "Alt+Return"),
            (
                "script_keep_claim",
                self.tr("Let the wording stand, and say why"),
                text.keep_claim,
                "Alt+Shift+Return",
            ),
            ("script_doubt_claim", self.tr("Let the wording stand no longer"), text.take_claim_back, ""),
            ("script_co_host", self.tr("Said by the co-host, or by the host"), text.toggle_co_host, "Alt+J"),
        )
        self.registry.of_part(text, TEXT, mending, category=Category.EDIT, edits=True)
        checks = page.side.checks
        doubts = (
            (
                "script_keep_check",
                self.tr("Let what is doubted stand, and say why"),
                self._keep_check,
                "Alt+Shift+Return",
            ),
            (
                "script_doubt_check",
                self.tr("Let it stand no longer"),
                self._doubt_check,
                "Alt+Shift+Backspace",
            ),
        )
        self.registry.of_part(checks, DOUBTS, doubts, category=Category.EDIT, edits=True)

    @Slot()
    def _keep_check(self) -> None:
        stand = self._in_front()
        if stand.why_not:
            self._page.notes.say(stand.why_not)
        else:
            stand.ask()

    @Slot()
    def _doubt_check(self) -> None:
        if not self._in_front().take_back():
            self._page.notes.say(self.tr("Choose in the list of checks what somebody has let stand."))

    def _in_front(self) -> CheckStand:
        """What the list of checks offers at its foot; the list is shown where it is not."""
        checks = self._page.side.checks
        if not checks.isVisible():
            self._page.side.open(CHECKS)
        return checks.stand

    # --- the palette -----------------------------------------------------------------------------------------

    def join_palette(self) -> None:
        """Offer segments there; the page stands in its window by now."""
        door = PaletteDoor.of(self._page)
        if door is not None:
            door.provide(self.offered)

    def offered(self, query: str) -> Iterable[PaletteRow]:
        """Segments whose number or title answers to a query: words in any order, pinyin initials too."""
        show = self._page.document.show
        if show is None or not query.strip():
            return
        known = zip(shown_numbers(show.segments), show.segments, strict=True)
        for number, segment in best(query, known, _called, limit=MOST_OFFERED):
            text = self.tr("Go to {0} {1}").format(number, segment.title)
            yield PaletteRow(text, partial(self._page.open_segment, segment.id), self.tr("Segment"))

    @Slot(QPoint)
    def _menu(self, where: QPoint) -> None:
        """The menu of the rundown, by what is chosen there."""
        view, document = self._page.rundown.view, self._page.document
        parts = entries(view.group_in_front, document.chosen, document.current)
        RundownMenu(self._page.context.actions, parts, view).popup(where)

    # --- slots -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _found(self, hit: Hit) -> None:
        """A place that was found is shown in its field as well, where those are in front."""
        mark_field(self._page.side.fields, hit)

    @Slot()
    def _show_itself(self) -> None:
        self._page.document.choose((), "")
        self._page.side.open(FIELDS)

    @Slot()
    def _undo(self) -> None:
        if not self._page.document.hurried:
            self._page.document.undo()

    @Slot()
    def _redo(self) -> None:
        if not self._page.document.hurried:
            self._page.document.redo()

    @Slot()
    def _lock(self) -> None:
        self._page.lock_or_unlock()

    @Slot()
    def _print(self) -> None:
        self._page.files.print_out("sheet")

    @Slot()
    def _print_cards(self) -> None:
        self._page.files.print_out("cards")

    @Slot()
    def _pdf(self) -> None:
        self._page.files.write("sheet", "pdf")

    @Slot()
    def _cards(self) -> None:
        self._page.files.write("cards", "pdf")

    @Slot()
    def _add(self) -> None:
        # An action tells whether it is checked: that is no kind of segment.
        self._page.gestures.add()

    @Slot()
    def _earlier(self) -> None:
        self._page.gestures.up()
        self._page.band.timeline.scroll_to(self._page.document.current)

    @Slot()
    def _later(self) -> None:
        self._page.gestures.down()
        self._page.band.timeline.scroll_to(self._page.document.current)

    @Slot()
    def _fit(self) -> None:
        self._page.side.tabs.setCurrentIndex(TIME)
        self._page.side.time.fit_now()

    @Slot()
    def _timeline(self) -> None:
        self._page.band.timeline.take_keys()

    @Slot()
    def _fold(self) -> None:
        had = self._page.band.timeline.canvas.hasFocus()
        self._page.band.timeline.fold()
        if had:
            self._page.take_keys()

    @Slot()
    def _fields(self) -> None:
        self._page.side.open(FIELDS)

    @Slot()
    def _checks(self) -> None:
        self._page.side.open(CHECKS)

    @Slot()
    def _time(self) -> None:
        self._page.side.open(TIME)

    @Slot()
    def _versions(self) -> None:
        self._page.side.open(VERSIONS)

    @Slot()
    def _templates(self) -> None:
        self._page.side.open(TEMPLATES)
