"""The line under the text: the wording at the caret, why it is marked, and what a person may do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QWidget

from livedesk.domain.claims import Claim, ClaimOverride, Severity
from livedesk.domain.spoken_claims import CARD_RULE
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, ROW, TEXT
from livedesk.ui.widgets.labels import Elided, figure, label, show
from livedesk.ui.widgets.panel import small
from livedesk.ui.workspaces.script.reason_line import ReasonLine, short_words
from livedesk.ui.workspaces.script.text_words import category_name


class Fitting(Elided):
    """A line that says less where room is short, before it is cut."""

    def __init__(self, family: str) -> None:
        super().__init__(family, size=TEXT)
        self._forms: tuple[str, ...] = ("",)

    def say(self, *forms: str) -> None:
        """The same in fewer and fewer words."""
        self._forms = forms
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        fits = (form for form in self._forms if metrics.horizontalAdvance(form) <= self.width())
        chosen = next(fits, self._forms[-1])
        if chosen != self.text():
            self.setText(chosen)


class ClaimBar(QFrame):
    """``replace``: put the suggestion in; ``keep``: let this :class:`Claim` stand for this reason, which stays until
    :meth:`stop_asking`; ``take_back``: it stands no longer; ``step``: go to the next (1) or the one before (−1);
    ``done``: nobody writes a reason here any more."""

    replace = Signal()
    keep = Signal(object, str)
    take_back = Signal()
    step = Signal(int)
    done = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self.setFixedHeight(ROW)
        self._claim: Claim | None = None
        self._dot = label(family, "●", size=TEXT, tone="warn")
        self.words = label(family, size=TEXT, tone="warn")
        self.says = Fitting(family)
        self._count = figure(family, size=LABEL, tone="dim", bold=False)
        self._before = small(QPushButton("‹"))
        self._after = small(QPushButton("›"))
        self.swap = small(QPushButton())
        self.let = small(QPushButton(self.tr("Keep, with a reason…")))
        self.back = small(QPushButton(self.tr("Take back")))
        self._before.setToolTip(self.tr("The wording before (Alt+Up)"))
        self._after.setToolTip(self.tr("The next wording (Alt+Down)"))
        self._before.setAccessibleName(self.tr("The wording before"))
        self._after.setAccessibleName(self.tr("The next wording"))
        for arrow in (self._before, self._after):
            arrow.setStyleSheet("padding: 3px 8px")
        tells = QWidget()
        row = QHBoxLayout(tells)
        row.setContentsMargins(16, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self._dot)
        row.addWidget(self.words)
        row.addWidget(self.says, 1)
        for widget in (self.swap, self.let, self.back, self._count, self._before, self._after):
            row.addWidget(widget)
        self._asks = ReasonLine(family)
        self._asks.setContentsMargins(16, 0, GAP, 0)
        self.reason = self._asks.reason
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(tells)
        self._pages.addWidget(self._asks)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.swap.clicked.connect(self.replace)
        self.let.clicked.connect(self.ask)
        self.back.clicked.connect(self.take_back)
        self._asks.given.connect(self._kept)
        self._asks.given_up.connect(self.stop_asking)
        self.tell(None, None, 0, 0, editable=False)

    @property
    def asking(self) -> bool:
        """Whether a reason is being written."""
        return self._pages.currentIndex() == 1

    @property
    def asked(self) -> Claim | None:
        """What a reason is being written for; None: for nothing."""
        return self._claim if self.asking else None

    def tell(
        self, claim: Claim | None, override: ClaimOverride | None, number: int, count: int, *, editable: bool
    ) -> None:
        """Show a claim, the ``number`` th of ``count``; None: there is none."""
        if about(claim) != about(self._claim):
            self.stop_asking()
        self._claim = claim
        there = claim is not None
        for widget in (self._count, self._before, self._after):
            widget.setVisible(there)
        for widget in (self._before, self._after):
            widget.setEnabled(count > 1)
        self.swap.setVisible(there and override is None)
        self.let.setVisible(there and override is None)
        self.back.setVisible(override is not None)
        for button in (self.swap, self.let, self.back):
            button.setEnabled(editable)
        self.words.setVisible(there)
        show(self._count, f"{number}/{count}")
        if claim is None:
            show(self._dot, "✓", "dim")
            set_property(self.says, "tone", "dim")
            self.says.say(self.tr("No wording to mend"))
            self.setToolTip("")
            return
        self._tell(claim, override)

    @Slot()
    def stop_asking(self) -> None:
        """Nobody gives a reason any more: it is taken, or what it was for is not shown now."""
        keys = self.window().focusWidget()
        written_in = self.asking and keys is not None and self._asks.isAncestorOf(keys)
        self._pages.setCurrentIndex(0)
        if written_in:
            # Where they are hidden with it the keys would go to whatever comes next in the window.
            self.done.emit()

    def ask(self) -> None:
        """Ask for the reason why the wording may stand."""
        if self.asking:
            self.reason.setFocus()
            return
        if self._claim is None or not self.let.isEnabled() or self.let.isHidden():
            return
        self._pages.setCurrentIndex(1)
        self._asks.ask(self._claim.words)

    def _tell(self, claim: Claim, override: ClaimOverride | None) -> None:
        refused = claim.rule.severity is Severity.REFUSED
        rule = claim.rule
        kind = category_name(rule.category)
        tone = "dim" if override is not None else "warn"
        show(self._dot, "●" if refused else "○", tone)
        show(self.words, short_words(claim.words), tone)
        set_property(self.says, "tone", "dim" if override is not None else "text")
        if override is not None:
            kept = self.tr("kept by {0}: {1}").format(override.by, override.reason)
            self.says.say(f"— {kept} · {kind}", f"— {kept}", override.reason)
        else:
            better = self.tr("suggested: “{0}”").format(rule.instead) if rule.instead else self.tr("best left out")
            # A rule may rest on several articles; the first says enough where room is short.
            laws = dict.fromkeys((rule.article, rule.article.partition("；")[0]))
            cited = self.tr("{0} ({1})")
            forms = [f"— {cited.format(kind, law)} · {better}" for law in laws]
            self.says.say(*forms, f"— {kind} · {better}", f"→ “{rule.instead}”" if rule.instead else f"— {kind}")
        self.swap.setText(self.tr("Replace") if rule.instead else self.tr("Take out"))
        grave = self.tr("Refused") if refused else self.tr("Allowed with proof only")
        if rule.id.startswith(CARD_RULE):
            grave = self.tr("Not to be said")
        self.setToolTip(tip(f"{grave} — {kind}\n{rule.article}\n{rule.reason}"))

    @Slot(str)
    def _kept(self, reason: str) -> None:
        if self._claim is not None:
            self.keep.emit(self._claim, reason)

    def _go_on(self) -> None:
        self.step.emit(1)

    def _go_back(self) -> None:
        self.step.emit(-1)


def about(claim: Claim | None) -> tuple[str, str]:
    """What a reason is for: the rule and the words; empty for no claim."""
    return (claim.rule.id, claim.words) if claim is not None else ("", "")
