"""Setting up the card: OBS's own inputs are chosen and tried, what is missing is said, scenes are made off air."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest
from bare_desk import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardInventory, CardMapping, SlotInputs, TextInput, Twin
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.status import SaveStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.ui.card_mapping.panel import CardMappingPanel
from livedesk.ui.card_mapping.words import labels, sample_text
from tests.services.session_desk import small_show

INPUTS = tuple(TextInput(name, "text_ft2_source_v2", ("特写",)) for name in ("商品名称", "直播价", "大字"))
TOLD = CardInventory(
    "夜场", CardMapping(), inputs=INPUTS, missing=("日常价", "库存", "倒计时", "促销"), mixing=("特写",)
)


@dataclass
class CardServices:
    """Keeps what it was asked to."""

    kept: list[tuple[str, CardMapping]] = field(default_factory=list)
    tried: list[tuple[str, str]] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    made: list[Mapping[CardSlot, str]] = field(default_factory=list)
    refusal: UserError | None = None

    def keep_card(self, collection: str, mapping: CardMapping) -> None:
        self.kept.append((collection, mapping))

    def try_card_input(self, name: str, sample: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.tried.append((name, sample))

    def make_twin(self, scene: str) -> None:
        self.twins.append(scene)

    def create_collection(self, words: Mapping[CardSlot, str]) -> str:
        self.made.append(words)
        return "livedesk"


@pytest.fixture
def services() -> CardServices:
    return CardServices()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, services: CardServices) -> CardMappingPanel:
    made = CardMappingPanel(replace(desk.context, services=services))  # type: ignore[arg-type]  # the card's alone
    qtbot.addWidget(made)
    made.resize(780, 600)
    made.show()
    return made


def test_without_obs_it_says_so_and_nothing_can_be_chosen(panel: CardMappingPanel) -> None:
    assert panel.state.text()
    for row in panel.rows:
        assert not row.choices["A"].isEnabled()
        assert row.tests["A"].toolTip()
    assert not panel.ready.isEnabled()
    assert panel.ready.toolTip()


def test_obs_s_inputs_are_listed_and_a_choice_is_kept_at_once(
    qtbot: QtBot, desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(TOLD)
    name, price, usual = panel.rows[:3]
    assert name.choices["A"].currentData() == "商品名称"
    listed = [name.choices["A"].itemData(index) for index in range(name.choices["A"].count())]
    assert listed == ["", "商品名称", "直播价", "大字"]
    assert "▲" in usual.choices["A"].currentText(), "what OBS has not is marked"
    assert usual.tests["A"].toolTip()
    assert not usual.tests["A"].isEnabled()
    choice = price.choices["B"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: bool(services.kept))
    collection, mapping = services.kept[-1]
    assert collection == "夜场"
    assert mapping.of(CardSlot.LIVE_PRICE) == SlotInputs(CardSlot.LIVE_PRICE, "直播价", "大字")


def test_a_choice_goes_on_from_the_one_before_though_obs_was_read_in_between(
    qtbot: QtBot, desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(TOLD)
    for row in panel.rows[:2]:
        choice = row.choices["B"]
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_End)
        desk.publish(replace(TOLD, inputs=(*INPUTS, TextInput("新", "text_ft2_source_v2"))))
    qtbot.waitUntil(lambda: len(services.kept) == 2)
    mapping = services.kept[-1][1]
    assert (mapping.of(CardSlot.NAME).b, mapping.of(CardSlot.LIVE_PRICE).b) == ("大字", "新")
    desk.publish(replace(TOLD, mapping=mapping, by_hand=True))
    desk.publish(replace(TOLD, by_hand=True))
    assert panel.rows[0].choices["B"].currentData() == "", "it follows again"


def test_a_locked_desk_keeps_the_choice_before_and_says_why(
    desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(TOLD)
    desk.context.lock.set_on_air(True)
    choice = panel.rows[0].choices["A"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    assert choice.currentData() == "商品名称"
    assert desk.context.lock.why() in panel.result.text()
    assert panel.result.isVisible()
    desk.context.background.close()
    assert services.kept == []


def test_an_input_is_tried_and_a_refusal_is_told_in_place(
    qtbot: QtBot, desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(TOLD)
    panel.rows[0].tests["A"].click()
    qtbot.waitUntil(lambda: panel.result.property("tone") == "go")
    assert services.tried == [("商品名称", sample_text(CardSlot.NAME))]
    services.refusal = UserError("card.try_on_air", input="商品名称")
    panel.rows[0].tests["A"].click()
    qtbot.waitUntil(lambda: "商品名称" in panel.result.text())


def test_a_scene_that_can_mix_gets_its_twin_but_not_on_air(
    qtbot: QtBot, desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(TOLD)
    assert list(panel.twin_buttons) == ["特写"]
    run = RunState()
    for phase, free in ((Phase.ON_AIR, False), (Phase.ENDED, True)):
        state = State(small_show(), 1, replace(run, phase=phase))
        desk.publish(SessionSnapshot(1, state, SaveStatus()))
        assert panel.twin_buttons["特写"].isEnabled() is free
        assert bool(panel.twin_buttons["特写"].toolTip()) is not free
        assert panel.ready.isEnabled() is free
        assert panel.rows[0].tests["A"].isEnabled(), "the service itself knows what the audience sees"
    panel.twin_buttons["特写"].click()
    assert not panel.ready.isEnabled(), "one thing at a time"
    qtbot.waitUntil(lambda: services.twins == ["特写"] and panel.ready.isEnabled())
    mapping = TOLD.mapping.with_twin(Twin("特写", "特写 ②"))
    desk.publish(replace(TOLD, mapping=mapping, by_hand=True, mixing=()))
    assert panel.twin_buttons == {}
    desk.publish(replace(TOLD, mapping=mapping, by_hand=True, mixing=(), apart=("特写",)))
    assert list(panel.twin_buttons) == ["特写"], "it was changed since"
    assert "倒计时" in panel.state.text()


def test_a_collection_is_created(
    qtbot: QtBot, desk: Desk, panel: CardMappingPanel, services: CardServices
) -> None:
    desk.publish(replace(TOLD, inputs=(), missing=tuple(TOLD.mapping.names), mixing=()))
    assert panel.ready.isEnabled()
    panel.ready.click()
    qtbot.waitUntil(lambda: "livedesk" in panel.result.text())
    assert services.made == [labels()]
