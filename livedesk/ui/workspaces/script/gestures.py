"""What a person does to the rundown by key, menu or palette, on what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain import editing
from livedesk.domain.clipping import Clipping, apart, clip, left_behind, paste, paste_standbys
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import SegmentKind, Show
from livedesk.ui.context import DeskContext
from livedesk.ui.ids import new_id
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.left_words import left_words
from livedesk.ui.workspaces.script.standby_edits import (
    add_standby,
    change_standbys,
    duplicate_standbys,
    move_standbys,
    place_standbys,
    remove_standbys,
)

NEW_LENGTH_MS = 5 * MINUTE


class Gestures(QObject):
    """Each method asks the document for one edit. ``named`` tells that something new waits for its title (its id);
    ``said`` carries a sentence about what was done where the eye might miss it."""

    named = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        context: DeskContext,
        document: ScriptDocument,
        group_in_front: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._document = document
        self._group_in_front = group_in_front

    @property
    def _show(self) -> Show | None:
        return self._document.show

    @property
    def _chosen(self) -> tuple[str, ...]:
        return self._document.chosen

    @property
    def _plans(self) -> tuple[str, ...]:
        return self._document.plans

    # --- coming and going ----------------------------------------------------------------------------------

    def add(self, kind: SegmentKind = SegmentKind.TALK) -> None:
        """A new segment behind what is chosen; its title waits to be typed."""
        show = self._show
        if show is None:
            return
        milestone = kind is SegmentKind.MILESTONE
        title = self.tr("New milestone") if milestone else self.tr("New segment")
        made = editing.blank(kind, title, new_id, duration_ms=NEW_LENGTH_MS)
        at, group = self._landing(show)
        if self._document.do(editing.insert(show, [made], at, group)):
            self._document.choose((made.id,), made.id)
            self.named.emit(made.id)

    def add_milestone(self) -> None:
        """A new milestone behind what is chosen."""
        self.add(SegmentKind.MILESTONE)

    def add_standby(self) -> None:
        """A new standby plan below the others."""
        show = self._show
        if show is None:
            return
        edit, made = add_standby(show, self.tr("New standby plan"), new_id)
        if self._document.do(edit):
            self._document.choose((), made)
            self.named.emit(made)

    def duplicate(self) -> None:
        """Copies of what is chosen, behind it."""
        show = self._show
        if show is None:
            return
        plans = duplicate_standbys(show, self._plans, new_id)
        if plans is not None:
            if self._document.do(plans[0]):
                self._document.choose(plans[1])
            return
        if self._nothing():
            return
        before, copied = {item.id for item in show.segments}, clip(show, self._chosen)
        if self._document.do(editing.duplicate(show, self._chosen, new_id)) and self._show is not None:
            made = tuple(item.id for item in self._show.segments if item.id not in before)
            self._document.choose(made, made[0])
            left = left_words(left_behind(copied, show, self._show))
            if left:
                self.said.emit(left)

    def remove(self) -> None:
        """Take away what is chosen: segments, standby plans, or an empty group; the next one is chosen then, by the law
        of the document."""
        show = self._show
        if show is None:
            return
        group = self._group_in_front()
        if group and not any(item.group_id == group for item in show.segments):
            if self._document.do(editing.dissolve_group(show, group)):
                self.said.emit(self.tr("Empty group removed; Ctrl+Z brings it back"))
            return
        if plans := self._plans:
            if self._document.do(remove_standbys(show, plans)):
                many = self.tr("{0} standby plans removed; Ctrl+Z brings them back")
                one = self.tr("Standby plan removed; Ctrl+Z brings it back")
                self.said.emit(many.format(len(plans)) if len(plans) > 1 else one)
            return
        gone = self._chosen
        if self._nothing() or not self._document.do(editing.remove(show, gone)):
            return
        many = self.tr("{0} segments removed; Ctrl+Z brings them back")
        one = self.tr("Segment removed; Ctrl+Z brings it back")
        self.said.emit(many.format(len(gone)) if len(gone) > 1 else one)

    # --- moving --------------------------------------------------------------------------------------------

    def up(self) -> None:
        """Move what is chosen one place up."""
        self._shift(-1)

    def down(self) -> None:
        """Move what is chosen one place down."""
        self._shift(1)

    def to_top(self) -> None:
        """Move what is chosen to the beginning."""
        show, group = self._show, self._whole_group()
        if show is not None and group:
            self._do(editing.place_group(show, group, 0))
        elif show is not None and self._plans:
            self._do(place_standbys(show, self._plans, show.standbys[0].id))
        elif show is not None and show.segments and not self._no_segment():
            gone = set(self._chosen)
            first = next((item.id for item in show.segments if item.id not in gone), "")
            self._do(editing.move_before(show, self._chosen, first))

    def to_end(self) -> None:
        """Move what is chosen to the end."""
        group = self._whole_group()
        if self._show is not None and group:
            self._do(editing.place_group(self._show, group))
        elif self._show is not None and self._plans:
            self._do(place_standbys(self._show, self._plans, ""))
        elif self._show is not None and not self._no_segment():
            self._do(editing.move_before(self._show, self._chosen, ""))

    def _shift(self, step: int) -> None:
        show, group = self._show, self._whole_group()
        if show is None:
            return
        if group:
            self._do(editing.shift_group(show, group, step))
            return
        if self._nothing():
            return
        if self._plans:
            self._do(move_standbys(show, self._plans, step))
            return
        self._do(editing.shift(show, self._chosen, step))

    def _whole_group(self) -> str:
        """The group whose header is in front, where all of it is chosen and nothing else; empty for none."""
        group, chosen = self._group_in_front(), self._chosen
        own = (
            tuple(item.id for item in self._show.segments if item.group_id == group)
            if group and self._show
            else ()
        )
        return group if own and own == chosen else ""

    # --- fields --------------------------------------------------------------------------------------------

    def skip(self) -> None:
        """Skip what is chosen, or put it back."""
        if self._show is not None and not self._no_segment():
            self._do(editing.toggle_skip(self._show, self._chosen))

    def longer(self) -> None:
        """Five seconds more for each of what is chosen."""
        self._lengthen(5 * SECOND)

    def shorter(self) -> None:
        """Five seconds less."""
        self._lengthen(-5 * SECOND)

    def minute_longer(self) -> None:
        """A minute more."""
        self._lengthen(MINUTE)

    def minute_shorter(self) -> None:
        """A minute less."""
        self._lengthen(-MINUTE)

    def _lengthen(self, by_ms: int) -> None:
        show = self._show
        if show is None:
            return
        if plans := self._plans:
            lengths = {
                plan.id: {"duration_ms": max(0, plan.duration_ms + by_ms)}
                for plan in show.standbys
                if plan.id in plans and plan.duration_ms is not None
            }
            if not lengths:
                many = self.tr(
                    "These plans last until somebody ends them: give them a length in their fields (F2)"
                )
                one = self.tr("This plan lasts until somebody ends it: give it a length in its fields (F2)")
                self.said.emit(many if len(plans) > 1 else one)
            self._do(change_standbys(show, lengths))
            return
        if self._no_segment():
            return
        values = {
            item.id: {"duration_ms": max(0, item.duration_ms + by_ms)}
            for item in editing.among(show, self._chosen)
            if item.kind is not SegmentKind.MILESTONE
        }
        if not values:
            self.said.emit(self.tr("A milestone takes no time"))
        self._do(editing.set_fields(show, values))

    # --- groups and numbers --------------------------------------------------------------------------------

    def group(self) -> None:
        """A new group of what is chosen; its title waits to be typed."""
        show = self._show
        if show is None or self._no_segment():
            return
        made = new_id()
        edit = editing.new_group(show, self._chosen, self.tr("New group"), lambda: made)
        if self._document.do(edit):
            self.named.emit(made)

    def ungroup(self) -> None:
        """Take the group of what is in front away; its segments stay."""
        show = self._show
        if show is None:
            return
        group = self._group_in_front()
        front = show.segment(self._document.current)
        if not group and front is not None:
            group = front.group_id
        if group:
            self._do(editing.dissolve_group(show, group))

    def rename_group(self) -> None:
        """Let the title of the group in front be typed: of its header, or of what is chosen in it."""
        show = self._show
        if show is None:
            return
        front = show.segment(self._document.current)
        group = self._group_in_front() or (front.group_id if front is not None else "")
        if group:
            self.named.emit(group)
        else:
            self.said.emit(self.tr("This is in no group; Ctrl+G makes one of what is chosen"))

    def fix_numbers(self) -> None:
        """Fix the numbers as they are now."""
        if self._show is not None and self._document.do(editing.fix_numbers(self._show)):
            self.said.emit(self.tr("Numbers are fixed: what is inserted from now on is numbered in between (04A)"))

    def renumber(self) -> None:
        """Count by place again."""
        if self._show is not None and self._document.do(editing.renumber(self._show)):
            self.said.emit(self.tr("Numbers count by place again"))

    # --- copies --------------------------------------------------------------------------------------------

    def clipping(self) -> Clipping | None:
        """What is chosen, taken along with what it needs; a whole group where its header is in front. None where
        neither segments nor standby plans are chosen."""
        ids = self._chosen or self._plans
        if self._show is None or not ids:
            return None
        return clip(self._show, ids, whole=bool(self._group_in_front()))

    def put(self, clipping: Clipping) -> bool:
        """Put a clipping behind what is chosen, and choose it; the pictures of its products come after it. Standby
        plans go behind the last of the chosen plans, and are chosen where nothing else comes."""
        show = self._show
        if show is None:
            return False
        names: dict[str, str] = {}
        if clipping.show_id and clipping.show_id != show.id:
            clipping, names = apart(clipping, new_id)
        behind = next(reversed(self._plans), "")
        standing, plans = paste_standbys(show, clipping, behind, new_id)
        at, group = self._landing(show)
        edit, ids = paste(show, clipping, at, group, new_id)
        if not self._document.do(editing.joined((standing, edit))):
            return False
        self._document.choose(ids or plans)
        used = {product.image for product in self._show.products} if self._show is not None else set()
        wanted = {old: new for old, new in names.items() if new in used}
        if wanted:
            work = partial(self._context.services.copy_media, clipping.show_id, show.id, wanted)
            self._context.background.run(work, self._pictured, self._not_pictured)
        return True

    @Slot(object)
    def _pictured(self, missing: tuple[str, ...]) -> None:
        if missing:
            told = self.tr("{0} product pictures were not found where these segments are from; add them again")
            self.said.emit(told.format(len(missing)))

    @Slot(object)
    def _not_pictured(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._document.refused.emit(error)

    def _landing(self, show: Show) -> tuple[int, str]:
        """Where something new goes: behind the last of what is chosen, in its group; into a group whose header is in
        front; else to the end."""
        group = self._group_in_front()
        if group:
            inside = [at for at, item in enumerate(show.segments) if item.group_id == group]
            return (inside[-1] + 1 if inside else len(show.segments)), group
        return editing.place_after(show, self._chosen[-1] if self._chosen else "")

    def _nothing(self) -> bool:
        """Whether nothing is chosen that anything could be done to; then it is said."""
        if self._document.current:
            return False
        self.said.emit(self.tr("Nothing is chosen: choose a segment in the list first (Ctrl+L)"))
        return True

    def _no_segment(self) -> bool:
        """Whether no segment is chosen that this could be done to; then it is said."""
        if self._nothing():
            return True
        if not self._chosen:
            self.said.emit(self.tr("This is for segments: choose one in the list first"))
        return not self._chosen

    def _do(self, edit: Edit | None) -> None:
        self._document.do(edit)
