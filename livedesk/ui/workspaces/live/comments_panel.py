"""Comments as they come, and the line through which the director speaks to the host."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from livedesk.domain.events import MessageKind
from livedesk.ui.context import DeskContext
from livedesk.ui.models.comments import CommentList, comment_rows
from livedesk.ui.plain import tip
from livedesk.ui.style import set_property
from livedesk.ui.theme import LABEL
from livedesk.ui.widgets.labels import Elided, key_hint, label, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.row_list import DeskList
from livedesk.ui.workspaces.live.row_delegates import CommentDelegate
from livedesk.ui.workspaces.live.view import DeskView

_LONGEST = 120


class _Line(QLineEdit):
    """A field that tells when it is typed into."""

    focused = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Typing is over."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class MessageLine(QFrame):
    """One line to the host: Enter sends, Escape leaves it. While it has the focus letters are text, not keys of
    the desk, and the line says so. ``released`` gives the keys back to the desk."""

    send = Signal(object, str)
    released = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 8)
        row.setSpacing(8)
        self.field = _Line(self)
        self.field.setObjectName("message-to-host")
        self.field.setMaxLength(_LONGEST)
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_prompted(True)
        self.field.setAccessibleName(self.tr("Message to the host"))
        self.field.returnPressed.connect(self._send)
        self.field.focused.connect(self._typing)
        self.hint = key_hint(context.family, self.tr("typing: desk keys rest · Esc"))
        self.hint.setProperty("tone", "next")
        self.hint.hide()
        row.addWidget(self.field, 1)
        row.addWidget(self.hint)

    def show_prompted(self, prompted: bool) -> None:
        """Say before it is written whether anybody will see it."""
        text = self.tr("To the host (Enter sends)")
        if not prompted:
            text = self.tr("No prompter: only the host's board shows it ({0} opens one)").format("Ctrl+P")
        if self.field.placeholderText() != text:
            self.field.setPlaceholderText(text)
            self.field.setToolTip(tip(text))

    @Slot()
    def _send(self) -> None:
        text = self.field.text().strip()
        if text:
            self.send.emit(MessageKind.DIRECTOR, text)
            self.field.clear()
        self.released.emit()

    def give_back(self, text: str) -> None:
        """The message was refused: its words are there again, unless others are being written."""
        if not self.field.text():
            self.field.setText(text)

    @Slot(bool)
    def _typing(self, on: bool) -> None:
        self.hint.setVisible(on)


class OnHostScreen(QFrame):
    """The newest message on the host's screen: whether the host has confirmed it, and the button that takes it
    off. ``clear`` carries its number."""

    clear = Signal(int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        self.words = Elided(context.family, size=LABEL, tone="dim")
        self.state = label(context.family, size=LABEL, tone="dim")
        self.off = QPushButton("✕")
        self.off.setProperty("variant", "flat")
        self.off.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.off.setToolTip(self.tr("Take it off the host's screen"))
        self.off.setAccessibleName(self.off.toolTip())
        self.off.clicked.connect(self._clear)
        row.addWidget(self.words, 1)
        row.addWidget(self.state)
        row.addWidget(self.off)
        self._message = 0
        self.hide()

    def show_view(self, view: DeskView) -> None:
        """Show the newest message, if there is one."""
        messages = view.run.messages if view.live else ()
        self.setVisible(bool(messages))
        if not messages:
            return
        newest = messages[-1]
        self._message = newest.message_id
        more = f" (+{len(messages) - 1})" if len(messages) > 1 else ""
        if not view.prompted:
            show(self.words, self.tr("Waits for the prompter: {0}").format(newest.text) + more)
            show(self.state, "▲ " + self.tr("no prompter is open"), "warn")
            return
        show(self.words, self.tr("On the host's screen: {0}").format(newest.text) + more)
        if view.acknowledged >= newest.message_id:
            show(self.state, "✓ " + self.tr("seen"), "go")
        else:
            show(self.state, self.tr("not confirmed"), "dim")

    @Slot()
    def _clear(self) -> None:
        self.clear.emit(self._message)


class CommentsPanel(Panel):
    """``send`` carries the kind and the words of a message to the host, ``clear`` one to take off."""

    send = Signal(object, str)
    clear = Signal(int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("Comments"))
        self.push = QPushButton(self.tr("To the host"))
        self.push.setProperty("variant", "flat")
        self.push.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.push.setToolTip(self.tr("Sends the chosen comment to the host's screen as a question"))
        self.push.setEnabled(False)
        self.push.clicked.connect(self._push)
        self.add_right(self.push)
        self.model = CommentList(self)
        self.list = DeskList(CommentDelegate(context.theme))
        self.list.setModel(self.model)
        self.list.setToolTip(self.tr("Double click: to the host"))
        self.list.doubleClicked.connect(self._push_index)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.empty = self.tr("No comments yet. Settings → Data: enter the address of the relay.")
        self.body.addWidget(self.list, 1)
        self.message = MessageLine(context)
        self.message.send.connect(self.send)
        self.on_screen = OnHostScreen(context)
        self.on_screen.clear.connect(self.clear)
        self.body.addWidget(self.on_screen)
        self.body.addWidget(self.message)

    def show_view(self, view: DeskView) -> None:
        """Show the newest comments, and what the host reads."""
        self.on_screen.show_view(view)
        self.message.show_prompted(view.prompted)
        numbers = view.numbers
        if numbers is None:
            self.facts.setText(self.tr("no feed"))
            return
        self.model.set_rows(comment_rows(numbers.comments))
        self.facts.setText(self.tr("{0} a minute").format(numbers.comments_per_minute))

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.push.setEnabled(now.isValid())
        set_property(self.push, "tone", "info" if now.isValid() else "")

    @Slot()
    def _push(self) -> None:
        self._push_index(self.list.currentIndex())

    @Slot(QModelIndex)
    def _push_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.send.emit(MessageKind.QUESTION, self.model.row_at(index.row()).line.text)
