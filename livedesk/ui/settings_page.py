"""Settings, as a page of the window: language and look, OBS (tested on the spot), data, prompter, and the keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from livedesk.domain.errors import UserError
from livedesk.domain.settings import Settings
from livedesk.ui.card_mapping.door import CARD
from livedesk.ui.card_mapping.panel import CardMappingPanel
from livedesk.ui.context import DeskContext, Workspace
from livedesk.ui.i18n import CHINESE, ENGLISH
from livedesk.ui.key_list import KeyList
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL, TEXT
from livedesk.ui.widgets.choose import choose_folder
from livedesk.ui.widgets.labels import label, show
from livedesk.ui.widgets.panel import Panel
from livedesk.ui.widgets.wheel import guard_wheel
from livedesk.ui.words import sentence

FIELD_WIDTH = 320
SAVE_AFTER_MS = 600


class SettingsPage(Workspace):
    """Every choice is kept by itself shortly after it was made, what is typed when its field is left; nothing has
    to be confirmed. OBS is tried again with a new password at once, whether or not it is there."""

    id = "settings"
    icon = "settings"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.settings = self._before = context.settings
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER_MS)
        self._later.timeout.connect(self.save)
        self._make_fields(context.settings)
        self._kept_password = ""
        family = context.family
        self._state = label(family, size=LABEL, tone="dim")
        self._test_state = label(family, size=LABEL, tone="dim")
        self._test_state.setWordWrap(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.card = CardMappingPanel(context)
        for panel in (self._general(), self._obs(), self.card, self._data(), self._prompter()):
            column.addWidget(panel)
        column.addWidget(self._state)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(left)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(scroll, 3)
        self.keys = KeyList(context.actions, family)
        row.addWidget(self.keys, 2)

    def title(self) -> str:
        """The name on the rail."""
        return self.tr("Settings")

    def show_item(self, item_id: str) -> None:
        """The card's mapping (``card``), or the list of keys, which the arrows and the page keys go through at
        once."""
        if item_id == CARD:
            self._scroll.ensureWidgetVisible(self.card)
            self.card.take_keys()
        else:
            self.keys.take_keys()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page, or closes the desk, waits for nothing: what was just changed is kept now."""
        super().hideEvent(event)
        self.save()

    def _make_fields(self, settings: Settings) -> None:
        self.language = QComboBox()
        for name, code in ((self.tr("As the system"), ""), ("简体中文", CHINESE), ("English", ENGLISH)):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.look = QComboBox()
        for name, code in ((self.tr("Dark"), "dark"), (self.tr("Light"), "light")):
            self.look.addItem(name, code)
        self.look.setCurrentIndex(max(0, self.look.findData(settings.theme)))
        self.operator = QLineEdit(settings.operator)
        self.obs_host = QLineEdit(settings.obs_host)
        self.obs_port = QSpinBox()
        self.obs_port.setRange(1, 65_535)
        self.obs_port.setValue(settings.obs_port)
        self.obs_port.setGroupSeparatorShown(False)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("leave empty to keep the present one"))
        self.password.editingFinished.connect(self._keep_password)
        self.relay = QLineEdit(settings.relay_url)
        self.relay.setPlaceholderText("ws://127.0.0.1:8888")
        self.record = QCheckBox(self.tr("Record what the relay sends, to play it again"))
        self.record.setChecked(settings.record_relay)
        self.record.toggled.connect(self._changed)
        self.orders = QLineEdit(settings.orders_folder)
        self.orders.setPlaceholderText(self.tr("none: order files are chosen by hand"))
        self.cpm = QSpinBox()
        self.cpm.setRange(60, 600)
        self.cpm.setSingleStep(10)
        self.cpm.setValue(settings.prompter_cpm)
        for box in (self.language, self.look):
            box.currentIndexChanged.connect(self._changed)
        # A half-typed address would leave the OBS that is there: what is connected to is kept when its field is left.
        for text in (self.operator, self.obs_host, self.relay, self.orders):
            text.editingFinished.connect(self.save)
        for number in (self.obs_port, self.cpm):
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._changed)
            number.lineEdit().setTextMargins(9, 0, 9, 0)
        guard_wheel(self.language, self.look, self.obs_port, self.cpm)
        self.test = QPushButton(self.tr("Test the connection"))
        self.test.setProperty("variant", "primary")
        self.test.clicked.connect(self._test_obs)
        self.choose = QPushButton(self.tr("Choose …"))
        self.choose.clicked.connect(self._choose_orders)

    def _general(self) -> Panel:
        panel, form = self._panel(self.tr("General"))
        self._row(form, self.tr("Language"), self.language)
        self._row(form, self.tr("Look"), self.look)
        self._row(
            form, self.tr("Your name or role"), self.operator, self.tr("The log writes it beside what you do.")
        )
        self._note(form, self.tr("Language and look change when the program is started again."))
        return panel

    def _obs(self) -> Panel:
        panel, form = self._panel("OBS")
        self._row(form, self.tr("Computer"), self.obs_host)
        self._row(form, self.tr("Port"), self.obs_port)
        self._password_state = self._row(form, self.tr("Password"), self.password)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.test)
        line.addWidget(self._test_state, 1)
        form.addRow("", line)
        self._note(
            form,
            self.tr(
                "In OBS: Tools → WebSocket Server Settings → Enable; the password stands there. It is kept in "
                "this system's keyring. Choose a long one, of 16 characters or more: OBS lets anybody in its "
                "network try as often as they like."
            ),
        )
        return panel

    def _data(self) -> Panel:
        panel, form = self._panel(self.tr("Data"))
        self._row(form, self.tr("Bullet-comment relay"), self.relay)
        self._note(
            form,
            self.tr(
                "A relay is another program. The licence note of DouyinBarrageGrab forbids commercial use; it "
                "installs a root certificate and listens on every network of its computer. livedesk only listens "
                "to it and sends it nothing. Order files need no relay."
            ),
            tone="warn",
        )
        form.addRow("", self.record)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.orders, 1)
        line.addWidget(self.choose)
        form.addRow(label(self.context.family, self.tr("Folder of order files"), size=TEXT, tone="dim"), line)
        self._note(form, self.tr("A new order file in this folder is read by itself. Names, phone numbers and "
                                 "addresses are dropped while reading."))  # fmt: skip
        return panel

    def _prompter(self) -> Panel:
        panel, form = self._panel(self.tr("Prompter"))
        self._row(form, self.tr("Reading speed"), self.cpm, self.tr("characters a minute"))
        return panel

    def _panel(self, title: str) -> tuple[Panel, QFormLayout]:
        panel = Panel(self.context.family, title)
        form = QFormLayout()
        form.setContentsMargins(12, 12, 12, 12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        panel.body.addLayout(form)
        return panel, form

    def _row(self, form: QFormLayout, title: str, field: QWidget, hint: str = "") -> QLabel:
        """A field with its caption; gives the label beside it."""
        field.setFixedWidth(FIELD_WIDTH)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(field)
        beside = label(self.context.family, hint, size=LABEL, tone="dim")
        beside.setWordWrap(True)
        line.addWidget(beside, 1)
        caption = label(self.context.family, title, size=TEXT, tone="dim")
        caption.setMinimumWidth(140)
        caption.setBuddy(field)
        field.setAccessibleName(title)
        form.addRow(caption, line)
        return beside

    def _note(self, form: QFormLayout, text: str, tone: str = "dim") -> None:
        note = label(self.context.family, text, size=LABEL, tone=tone)
        note.setWordWrap(True)
        form.addRow("", note)

    def collected(self) -> Settings:
        """The settings as the fields have them."""
        return replace(
            self.settings,
            language=str(self.language.currentData()),
            theme=str(self.look.currentData()),
            operator=self.operator.text().strip() or Settings().operator,
            obs_host=self.obs_host.text().strip() or Settings().obs_host,
            obs_port=self.obs_port.value(),
            relay_url=self.relay.text().strip(),
            record_relay=self.record.isChecked(),
            orders_folder=self.orders.text().strip(),
            prompter_cpm=self.cpm.value(),
        )

    @Slot()
    def _changed(self) -> None:
        self._later.start()

    @Slot()
    def save(self) -> None:
        """Keep what changed."""
        self._later.stop()
        relay = self.relay.text().strip()
        good = not relay or relay.startswith(("ws://", "wss://"))
        set_property(self.relay, "bad", "false" if good else "true")
        if not good:
            show(
                self._state, self.tr("The relay's address begins with ws:// or wss://. It was not saved."), "warn"
            )
        wanted = self._unless_locked(self.collected())
        if not good:
            wanted = replace(wanted, relay_url=self.settings.relay_url)
        if wanted == self.settings:
            return
        self._before, self.settings = self.settings, wanted
        services = self.context.services
        self.context.background.run(
            lambda: services.save_settings(wanted), self._saved, self._not_saved, urgent=True
        )

    def _unless_locked(self, wanted: Settings) -> Settings:
        """On air another OBS is nobody's accident: the address stays, and it is said why."""
        why, before = self.context.lock.why(), self.settings
        if not why or (wanted.obs_host, wanted.obs_port) == (before.obs_host, before.obs_port):
            return wanted
        self.obs_host.setText(before.obs_host)
        self.obs_port.setValue(before.obs_port)
        show(self._state, self.tr("OBS's address: {0}").format(why), "warn")
        return replace(wanted, obs_host=before.obs_host, obs_port=before.obs_port)

    @Slot(object)
    def _saved(self, _nothing: object) -> None:
        if self.relay.property("bad") != "true":
            show(self._state, self.tr("Saved."), "go")

    @Slot(object)
    def _not_saved(self, error: Exception) -> None:
        # The fields are still to be kept: the next change, or leaving the page, tries again.
        self.settings = self._before
        show(self._state, _told(error), "warn")

    @Slot()
    def _test_obs(self) -> None:
        self.save()
        self._keep_password()
        wanted = self.collected()
        host, port = wanted.obs_host, wanted.obs_port
        typed, services = self.password.text(), self.context.services
        self.test.setEnabled(False)
        show(self._test_state, self.tr("Connecting …"), "dim")

        self.context.background.run(
            lambda: services.test_obs(host, port, typed or None), self._tested, self._test_failed
        )

    @Slot(object)
    def _tested(self, version: str) -> None:
        self.test.setEnabled(True)
        if self.password.text() == self._kept_password:
            self.password.clear()
        show(self._test_state, self.tr("Connected: OBS {version}.").format(version=version), "go")

    @Slot()
    def _keep_password(self) -> None:
        """Keep what was typed, once: leaving the field and testing both ask for it."""
        typed, services = self.password.text(), self.context.services
        if typed and typed != self._kept_password:
            self._kept_password = typed
            self.context.background.run(
                lambda: services.keep_obs_password(typed), self._password_kept, self._password_not_kept
            )

    @Slot(object)
    def _password_kept(self, where: str) -> None:
        kept = self.tr("Kept; OBS is tried with it.")
        until = self.tr("There is no keyring here: the password is kept until the program closes.")
        show(self._password_state, until if where == "memory" else kept, "next" if where == "memory" else "go")

    @Slot(object)
    def _password_not_kept(self, error: Exception) -> None:
        self._kept_password = ""
        show(self._password_state, _told(error), "warn")

    @Slot(object)
    def _test_failed(self, error: Exception) -> None:
        self.test.setEnabled(True)
        show(self._test_state, _told(error), "warn")

    @Slot()
    def _choose_orders(self) -> None:
        choose_folder(self, self.tr("Folder of order files"), self.orders.text(), self._orders_chosen)

    @Slot(str)
    def _orders_chosen(self, folder: str) -> None:
        self.orders.setText(folder)
        self.save()


def _told(error: Exception) -> str:
    return sentence(error) if isinstance(error, UserError) else str(error)
