"""The settings page: kept by itself, OBS tested on the spot, a wrong address refused in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from bare_desk import Desk
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from livedesk.domain.errors import UserError
from livedesk.domain.settings import Settings
from livedesk.ui.actions import Category
from livedesk.ui.settings_page import SettingsPage


def _page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


def _texts(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_change_is_kept_by_itself(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    page.obs_port.setValue(4460)
    page.operator.clear()
    QTest.keyClicks(page.operator, "floor")
    page.look.setCurrentIndex(1)
    page.record.click()
    qtbot.waitUntil(lambda: len(desk.services.saved) == 1)
    assert desk.services.saved == [Settings(operator="floor", obs_port=4460, theme="light", record_relay=True)]
    qtbot.waitUntil(lambda: "Saved." in _texts(page))


def test_who_closes_at_once_loses_no_setting(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    page.language.setCurrentIndex(2)
    page.close()
    qtbot.waitUntil(lambda: [settings.language for settings in desk.services.saved] == ["en"], timeout=400)


def test_a_half_typed_address_is_not_used(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    page.obs_host.selectAll()
    QTest.keyClicks(page.obs_host, "192.168.1.9")
    page.obs_port.selectAll()
    QTest.keyClicks(page.obs_port.lineEdit(), "44")
    assert not page._later.isActive(), "nothing is kept while it is typed"
    assert desk.services.saved == []
    QTest.keyClick(page.obs_host, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [settings.obs_host for settings in desk.services.saved] == ["192.168.1.9"])
    assert desk.services.saved[-1].obs_port == 4455


def test_the_wheel_changes_nothing_that_has_not_the_focus(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    page.operator.setFocus()
    for box in (page.obs_port, page.cpm, page.language, page.look):
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
    assert page.collected() == page.settings


def test_what_could_not_be_saved_is_tried_again(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(qtbot, desk)

    def full(_: Settings) -> None:
        raise UserError("store.disk_full", path="/data")

    with monkeypatch.context() as patch:
        patch.setattr(desk.services, "save_settings", full)
        page.cpm.setValue(300)
        page.save()
        qtbot.waitUntil(lambda: "/data" in page._state.text())
    page.save()
    qtbot.waitUntil(lambda: [settings.prompter_cpm for settings in desk.services.saved] == [300])


def test_nothing_is_written_where_nothing_changed(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    page.save()
    QApplication.processEvents()
    assert desk.services.saved == []


def test_a_relay_address_that_is_none_is_refused_in_place(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    QTest.keyClicks(page.relay, "http://127.0.0.1")
    page.operator.setText("floor")
    page.save()
    qtbot.waitUntil(lambda: desk.services.saved == [Settings(operator="floor")])
    desk.services.saved.clear()
    assert page.relay.property("bad") == "true"
    assert "ws://" in page._state.text()
    page.relay.setText("ws://127.0.0.1:8888")
    page.save()
    qtbot.waitUntil(lambda: len(desk.services.saved) == 1)
    assert page.relay.property("bad") == "false"


def test_obs_is_tested_on_the_spot_and_the_password_kept(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    QTest.keyClicks(page.password, "secret")
    QTest.mouseClick(page.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "29.0.2" in page._test_state.text())
    assert desk.services.tested == [("127.0.0.1", 4455, "secret")]
    assert desk.services.passwords == ["secret"]
    qtbot.waitUntil(lambda: "keyring" in page._password_state.text())
    assert page.password.text() == ""


def test_a_refused_password_is_said_and_kept_all_the_same(qtbot: QtBot, desk: Desk) -> None:
    desk.services.obs_error = UserError("obs.refused")
    page = _page(qtbot, desk)
    QTest.keyClicks(page.password, "other")
    QTest.mouseClick(page.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "password" in page._test_state.text() and page.test.isEnabled())
    qtbot.waitUntil(lambda: desk.services.passwords == ["other"])
    assert page._test_state.property("tone") == "warn"
    assert page.password.text() == "other"


def test_a_password_is_kept_when_its_field_is_left_without_any_test(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    QTest.keyClicks(page.password, "secret")
    assert desk.services.passwords == []
    page.password.editingFinished.emit()
    page.password.editingFinished.emit()
    qtbot.waitUntil(lambda: "until the program closes" in page._password_state.text())
    assert desk.services.passwords == ["secret"], "kept once"
    assert desk.services.tested == []


def test_the_folder_is_chosen_while_the_desk_goes_on(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    page = _page(qtbot, desk)
    QTest.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert not dialog.isModal()
    assert QApplication.activeModalWidget() is None
    dialog.fileSelected.emit(str(tmp_path))
    qtbot.waitUntil(lambda: len(desk.services.saved) == 1)
    assert desk.services.saved[0].orders_folder == str(tmp_path)
    dialog.close()


def test_without_a_typed_password_the_kept_one_is_tested(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    QTest.mouseClick(page.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "29.0.2" in page._test_state.text())
    assert desk.services.tested[0][2] is None
    assert desk.services.passwords == []


def test_the_risk_of_a_relay_is_said_and_the_keys_are_listed(qtbot: QtBot, desk: Desk) -> None:
    desk.context.actions.add("panic", "Panic scene", category=Category.DESK, shortcut="F9", desk=True)
    page = _page(qtbot, desk)
    texts = _texts(page)
    for word in ("forbids commercial use", "root certificate", "every network", "Panic scene", "F9"):
        assert word in texts


def test_on_air_the_address_of_obs_stays_and_the_rest_is_kept(qtbot: QtBot, desk: Desk) -> None:
    page = _page(qtbot, desk)
    desk.context.lock.set_on_air(True)
    page.obs_port.setValue(4460)
    page.operator.setText("场控")
    page.save()
    qtbot.waitUntil(lambda: len(desk.services.saved) == 1)
    assert desk.services.saved == [Settings(operator="场控")]
    assert page.obs_port.value() == Settings().obs_port
    desk.context.lock.toggle()
    page.obs_port.setValue(4460)
    page.save()
    qtbot.waitUntil(lambda: desk.services.saved[-1].obs_port == 4460)
