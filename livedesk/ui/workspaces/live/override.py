"""Going live over open checks or on another day: why it is refused; a name and a reason that the log keeps. In
place, no box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.checklist import open_critical
from livedesk.ui.context import DeskContext
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.light import Dot, Mark
from livedesk.ui.workspaces.live.view import DeskView

_NAMED = 3


class OverrideStrip(QFrame):
    """Shown when GO is refused before air; ``override`` carries who and why, ``checks`` asks for the checklist.
    It takes the keys only where it is seen: what is typed on another page never answers it."""

    override = Signal(str, str)
    checks = Signal()
    released = Signal()
    """It went and had the keys: the desk takes them."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("override")
        self.setProperty("role", "banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(GAP)
        self.words = label(context.family)
        self.words.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Dot(context.theme, Mark.FAULT))
        head.addWidget(self.words, 1)
        look = QPushButton(self.tr("Open the checks"))
        look.setProperty("variant", "flat")
        look.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.clicked.connect(self.checks)
        head.addWidget(look)
        box.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.who = QLineEdit(context.operator())
        self.who.setPlaceholderText(self.tr("Who decides"))
        self.who.setAccessibleName(self.tr("Who decides"))
        self.who.setMaxLength(40)
        self.who.setFixedWidth(130)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Reason (kept in the log)"))
        self.why.setAccessibleName(self.tr("Reason"))
        self.why.setMaxLength(200)
        self.why.returnPressed.connect(self._decide)
        self.decide = QPushButton(self.tr("Go live anyway"))
        self.decide.setObjectName("override-go")
        self.decide.setProperty("variant", "danger")
        self.cancel = QPushButton(self.tr("Not now"))
        for button, slot in ((self.decide, self._decide), (self.cancel, self.dismiss)):
            button.clicked.connect(slot)
        row.addWidget(self.who)
        row.addWidget(self.why, 1)
        row.addWidget(self.decide)
        row.addWidget(self.cancel)
        box.addLayout(row)
        self._about = ("", "")
        self.hide()

    def stands(self, view: DeskView) -> bool:
        """Whether what it asks about is still in the way of this show."""
        show_id, problem = self._about
        # Who is typing a reason is not interrupted because the last check settled: they end it themselves.
        return view.show.id == show_id and not view.live and bool(problem or view.blocking or self.typing)

    @property
    def typing(self) -> bool:
        """Whether somebody writes a name or a reason."""
        return self.who.hasFocus() or self.why.hasFocus()

    def ask(self, view: DeskView, problem: str = "") -> None:
        """Show what is open; ``problem`` says what else is in the way, or what was wrong with the last answer."""
        self._about = (view.show.id, problem)
        self.reword(view)
        self.show()
        if self.isVisible():
            self.why.setFocus()

    def reword(self, view: DeskView) -> None:
        """Say what is open now; what is being typed stays."""
        problem = self._about[1]
        blocking = open_critical(view.show.checklist, view.run.checks)
        titles = self.tr(", ").join(item.title for item in blocking[:_NAMED])
        if len(blocking) > _NAMED:
            titles += "…"
        words = self.tr("Not on air yet. Critical checks open: {0} ({1})").format(len(blocking), titles)
        told = "\n".join(text for text in (words if blocking else "", problem) if text)
        show(self.words, told or self.tr("Nothing is in the way any more: press GO."))

    @Slot()
    def dismiss(self) -> None:
        """Go, and give the keys back."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
            self.released.emit()
        self.why.clear()
        self.hide()

    @Slot()
    def _decide(self) -> None:
        who, why = self.who.text().strip(), self.why.text().strip()
        set_property(self.who, "bad", "" if who else "true")
        set_property(self.why, "bad", "" if why else "true")
        if not who or not why:
            (self.who if not who else self.why).setFocus()
            return
        self.override.emit(who, why)
