"""The fields panel: what is chosen, in fields; with nothing chosen the show itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from livedesk.domain.rundown import Approval, Segment, Show
from livedesk.domain.status import ObsStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.following import FollowingArea
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import INSIDE, Inside, Panel
from livedesk.ui.workspaces.script.document import Changed, ScriptDocument
from livedesk.ui.workspaces.script.fields_form import SPACING, Form
from livedesk.ui.workspaces.script.fields_parted import hand_over
from livedesk.ui.workspaces.script.fields_row import Fold
from livedesk.ui.workspaces.script.fields_segment import SegmentForm
from livedesk.ui.workspaces.script.product_form import ProductForm
from livedesk.ui.workspaces.script.show_facts import ShowFacts
from livedesk.ui.workspaces.script.standby_form import StandbyForm

_NONE, _SEGMENTS, _STANDBY, _SHOW = "", "segments", "standby", "show"
_ROOTED = ("groups", "products", "promotions", "planned_start", "zone")
"""Facts of the show that fields of a segment are told by."""
_SINGLY = 50
"""Of more changed segments than this every field is looked at again."""


class FieldsPanel(Panel):
    """Hidden it does nothing until it is shown."""

    def __init__(self, context: DeskContext, document: ScriptDocument, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.context = context
        self.document = document
        self._mode, self._ids = _NONE, tuple[str, ...]()
        self._at: tuple[int, ...] = ()
        self._segments: tuple[Segment, ...] = ()
        self._shown: Show | None = None
        self._stale = True
        self._card = ""
        self._obs = ObsStatus()
        self._session: SessionSnapshot | None = None
        self._guide = label(context.family, size=LABEL, tone="dim")
        self._guide.setWordWrap(True)
        self._locked = label(context.family, size=LABEL, tone="next")
        self._locked.setWordWrap(True)
        self.segment_form: SegmentForm | None = None
        self.standby_form: StandbyForm | None = None
        self.facts_form: ShowFacts | None = None
        self.product_form: ProductForm | None = None
        self._fold: Fold | None = None
        inside = Inside()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12 - INSIDE, 10, 6 - INSIDE, 12)
        self._column.setSpacing(SPACING)
        self._column.addWidget(self._locked)
        self._column.addWidget(self._guide)
        self._column.addStretch(1)
        self.area = FollowingArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.area)
        self.body.setContentsMargins(INSIDE, 0, INSIDE, INSIDE)
        self.setMinimumWidth(280)
        document.changed.connect(self._changed)
        document.chose.connect(self._chose)
        document.flushing.connect(self.flush)
        context.bridge.subscribe(ObsStatus, self.on_obs)
        context.bridge.subscribe(SessionSnapshot, self.on_session)

    # --- for the page --------------------------------------------------------------------------------------

    def focus_field(self, key: str = "title") -> None:
        """Put the keyboard into a field of what is shown: ``title``, ``duration_ms`` …"""
        form = self._form()
        editor = None if form is None else form.editors.get(key)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def flush(self) -> None:
        """Ask for everything that is typed."""
        if self.isVisible() and self.document.show is not self._shown:
            # Somebody asks before this panel was told: what is typed may have no place to go to any more.
            self._refresh(None)
        for form in (self.segment_form, self.standby_form, self.facts_form, self.product_form):
            if form is not None and form.isVisibleTo(self):
                form.flush()

    @Slot(object)
    def on_obs(self, status: ObsStatus) -> None:
        """What OBS has."""
        self._obs = status
        if self.segment_form is not None:
            self.segment_form.on_obs(status)
        if self.standby_form is not None:
            self.standby_form.on_obs(status)

    @Slot(object)
    def on_session(self, snapshot: SessionSnapshot) -> None:
        """What runs now; a form that is made later hears it then."""
        self._session = snapshot
        for form in (self.segment_form, self.facts_form):
            if form is not None:
                form.promotions.on_session(snapshot)

    # --- following the document ----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on to the first field."""
        super().focusInEvent(event)
        self.focus_field()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._stale:
            self._refresh(None)

    @Slot(object)
    def _changed(self, changed: Changed) -> None:
        if self.isVisible():
            self._refresh(changed)
        else:
            self._stale = True

    @Slot()
    def _chose(self) -> None:
        self._card = ""
        if self.isVisible():
            self._refresh(None)
        else:
            self._stale = True

    def _refresh(self, changed: Changed | None) -> None:
        """Show what is chosen; ``changed`` narrows what has to be looked at."""
        self._stale = False
        document = self.document.show
        mode, ids = self._wanted(document)
        other = self._shown is None or document is None or self._shown.id != document.id
        fresh = (mode, ids) != (self._mode, self._ids) or other
        before = self._shown
        self._shown = document
        if before is not None and document is not None and not other and before is not document:
            closed, form = document.approval.closed and not before.approval.closed, self._form()
            forms: list[Form | None] = [form, self._open_card_form()]
            if not closed and not fresh:
                forms = [inner for inner in form.inner if inner.lost(document)] if form is not None else []
            hand_over(self.document, before, document, forms)
        self._mode, self._ids = mode, ids
        if fresh or (before is not None and document is not None and before.approval is not document.approval):
            self._frame(document)
        if document is None:
            return
        if mode == _SEGMENTS:
            self._put_segments(document, before, fresh)
        elif mode == _STANDBY:
            if fresh or before is None or before.standbys is not document.standbys:
                self._put_plans(document, fresh)
            elif self.standby_form is not None and before.products is not document.products:
                self.standby_form.put_products()
        elif self.facts_form is not None:
            self.facts_form.put(document, fresh=fresh)
            show(self.facts, document.title)
        self._put_card(document, before, fresh)

    def _wanted(self, document: Show | None) -> tuple[str, tuple[str, ...]]:
        if document is None:
            return _NONE, ()
        if self.document.plans:
            return _STANDBY, self.document.plans
        return (_SEGMENTS, self.document.chosen) if self.document.chosen else (_SHOW, ())

    def _put_plans(self, document: Show, fresh: bool) -> None:
        plans = tuple(plan for plan in document.standbys if plan.id in self._ids)
        if self.standby_form is not None:
            self.standby_form.put(plans, fresh=fresh)
        many = self.tr("{0} standby plans").format(len(plans))
        show(self.facts, plans[0].title if len(plans) == 1 else many)

    def _put_segments(self, document: Show, before: Show | None, fresh: bool) -> None:
        form = self.segment_form
        if form is None:
            return
        places = self._at
        segments = self._find(document)
        fields = None if fresh or before is None else self._touched(document, before, segments)
        self._segments = segments
        number = f"{self._at[0] + 1:02d}" if len(segments) == 1 else self.tr("by place")
        if fields is None or fields:
            form.put(document, segments, number, fresh=fresh, fields=fields)
        if places != self._at and not fresh:
            form.put_number(number)
        if len(segments) == 1:
            show(self.facts, f"{segments[0].number or number} {segments[0].title}")
        else:
            show(self.facts, self.tr("{0} segments").format(len(segments)))

    def _find(self, document: Show) -> tuple[Segment, ...]:
        """The chosen segments: where they were, else looked for."""
        every, at = document.segments, self._at
        if len(at) == len(self._ids) and all(
            place < len(every) and every[place].id == one for place, one in zip(at, self._ids, strict=True)
        ):
            return tuple(every[place] for place in at)
        wanted = set(self._ids)
        self._at = tuple(place for place, one in enumerate(every) if one.id in wanted)
        return tuple(every[place] for place in self._at)

    def _touched(self, document: Show, before: Show, segments: tuple[Segment, ...]) -> set[str] | None:
        """The fields in which the chosen segments have changed; None for all."""
        if any(getattr(document, name) is not getattr(before, name) for name in _ROOTED):
            return None
        if len(segments) != len(self._segments):
            return None
        pairs = [(old, new) for old, new in zip(self._segments, segments, strict=True) if old is not new]
        if len(pairs) > _SINGLY:
            return None
        return {
            name for old, new in pairs for name in Segment.__slots__ if getattr(old, name) != getattr(new, name)
        }

    def _open_card_form(self) -> ProductForm | None:
        """The card, where it is shown."""
        form = self.product_form
        return form if form is not None and not form.isHidden() else None

    def _put_card(self, document: Show, before: Show | None, fresh: bool) -> None:
        """The card of the product that was opened in a list, else of the first one of the segments."""
        wanted = self._card
        if self._mode == _SEGMENTS and not all(wanted in one.product_ids for one in self._segments):
            first = {segment.product_ids[:1] for segment in self._segments}
            wanted = next(iter(first))[0] if len(first) == 1 and any(first) else ""
        product = document.product(wanted) if wanted else None
        card = self._open_card_form()
        if (
            before is not None
            and not fresh
            and card is not None
            and (product is None or wanted != card.product_id)
        ):
            hand_over(self.document, before, document, (card,))
        if product is None:
            if self._fold is not None and self.product_form is not None:
                self._fold.hide()
                self.product_form.hide()
            return
        fold, form = self._made_card()
        fold.show()
        form.setVisible(fold.isChecked())
        form.lock(not self.document.editable)
        form.put(document, wanted, fresh=fresh)

    # --- making --------------------------------------------------------------------------------------------

    def _form(self) -> Form | None:
        return {
            _SEGMENTS: self.segment_form,
            _STANDBY: self.standby_form,
            _SHOW: self.facts_form,
        }.get(self._mode)

    def _frame(self, document: Show | None) -> None:
        """Title, guidance, the lock, and the form of what is shown."""
        titles = {
            _SEGMENTS: self.tr("Segment fields"),
            _STANDBY: self.tr("Standby plans") if len(self._ids) > 1 else self.tr("Standby plan"),
            _SHOW: self.tr("Show facts"),
            _NONE: self.tr("Segment fields"),
        }
        show(self.title, titles[self._mode])
        guides = {
            _NONE: self.tr("No show is open. Open one on the Plan page; its fields stand here."),
            _SHOW: self.tr("Choose a segment to see its fields. These are the show's own."),
        }
        show(self._guide, guides.get(self._mode, ""))
        self._guide.setVisible(self._mode in guides)
        if self._mode == _NONE:
            show(self.facts, "")
        self._make()
        for mode, form in (
            (_SEGMENTS, self.segment_form),
            (_STANDBY, self.standby_form),
            (_SHOW, self.facts_form),
        ):
            if form is not None:
                form.setVisible(mode == self._mode)
                form.lock(not self.document.editable)
        closed = document is not None and document.approval.closed
        archived = document is not None and document.approval is Approval.ARCHIVED
        show(
            self._locked,
            self.tr("▲ The script is archived: it can be read, not changed. Unlock it to change it.")
            if archived
            else self.tr("▲ The script is locked: it can be read, not changed. Unlock it to change it."),
        )
        self._locked.setVisible(closed)

    def _make(self) -> None:
        """Make the form that is needed, once."""
        if self._mode == _SEGMENTS and self.segment_form is None:
            self.segment_form = SegmentForm(self.context, self.document)
            self.segment_form.on_obs(self._obs)
            self.segment_form.products.chosen.connect(self._open_card)
            self._place(self.segment_form)
            self._tell_session()
        elif self._mode == _STANDBY and self.standby_form is None:
            self.standby_form = StandbyForm(self.context, self.document)
            self.standby_form.on_obs(self._obs)
            self._place(self.standby_form)
        elif self._mode == _SHOW and self.facts_form is None:
            self.facts_form = ShowFacts(self.context, self.document)
            self.facts_form.products.chosen.connect(self._open_card)
            self._place(self.facts_form)
            self._tell_session()

    def _tell_session(self) -> None:
        if self._session is not None:
            self.on_session(self._session)

    def _place(self, widget: QWidget) -> None:
        """Before the card and the stretch at the end; the scrolled page follows the keyboard."""
        at = self._column.count() - (3 if self._fold is not None else 1)
        self._column.insertWidget(at, widget)

    def _made_card(self) -> tuple[Fold, ProductForm]:
        if self._fold is None or self.product_form is None:
            self.product_form = ProductForm(self.context, self.document)
            self._fold = Fold(self.context.family, self.tr("Product card"), self.product_form, shut=True)
            for widget in (self._fold, self.product_form):
                self._column.insertWidget(self._column.count() - 1, widget)
        return self._fold, self.product_form

    @Slot(str)
    def _open_card(self, product_id: str) -> None:
        self._card = product_id
        if self._shown is not None:
            self._put_card(self._shown, None, fresh=True)
            if self._fold is not None and self.product_form is not None:
                self._fold.setChecked(True)
                self.product_form.editors["name"].setFocus()
