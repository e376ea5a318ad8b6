"""A hand types into the card inside a real OBS: told, logged, written again. The desk's own writing never is."""

from __future__ import annotations

from time import monotonic

import pytest

from livedesk.domain.card import CardDifference, CardSlot, CardTexts
from livedesk.domain.card_mapping import CardMapping, SlotInputs
from livedesk.domain.effects import ObsTake
from livedesk.domain.events import TakeResult
from livedesk.domain.events_desk import HandKind
from tests.integration.desk import Desk
from tests.integration.obs import SCENES, Director, RealObs, wait_for

pytestmark = pytest.mark.obs
SCENE, PRICE = "商品特写", "直播价"
BUSY_S = 4.0


def test_a_price_typed_on_air_is_told_logged_and_written_again(real_obs: RealObs, desk: Desk) -> None:
    service = desk.ready(real_obs)
    mapping = service.card_tools.make_twin(SCENE, CardMapping().with_slot(SlotInputs(CardSlot.COUNTDOWN)))
    service.map_cards({"livedesk": mapping})
    desk.until(lambda: desk.inventories[-1].mapping == mapping, 10, "its mapping")
    desk.until(lambda: SCENE not in desk.inventories[-1].mixing, 10, "its twin is known, with all that it shows")
    price = mapping.of(CardSlot.LIVE_PRICE)
    with Director(real_obs) as director:
        # Takes between the twins and to another scene, and promotions, across several rounds.
        number, until = 0, monotonic() + BUSY_S
        while monotonic() < until or number % 3:
            number += 1
            scene = SCENES[0] if number % 5 == 0 else SCENE
            service.take(ObsTake(number, scene), CardTexts(((CardSlot.LIVE_PRICE, f"¥{number}"),)))
            desk.report(number)
            for step in range(3):
                service.card(CardTexts(((CardSlot.LIVE_PRICE, f"¥{number}.{step}"), (CardSlot.STOCK, f"{step}"))))
        service.take(ObsTake(number + 1, SCENE), CardTexts(((CardSlot.LIVE_PRICE, "¥99"),)))
        assert desk.report(number + 1).result is TakeResult.CONFIRMED
        on_air = price.a if director.program() == SCENE else price.b
        wait_for(lambda: director.text(price.a) == director.text(price.b) == "¥99", 2, "both banks")
        assert not any(status.card or status.card_missing for _, status in desk.statuses)

        for shown in ("¥1", "¥2"):
            director.do("SetInputSettings", inputName=on_air, inputSettings={"text": shown})
            told = CardDifference(CardSlot.LIVE_PRICE, on_air, shown, "¥99")
            desk.until(lambda told=told: service.status.card == (told,), 3, "the hand is told")
            desk.until(lambda shown=shown: len(desk.hands()) == int(shown[1:]), 3, "and logged")
            service.write_card((on_air,))
            desk.until(lambda: service.status.card == (), 3, "it is right again")
            assert director.text(on_air) == "¥99"
        assert desk.hands() == [(HandKind.TEXT, on_air, None)] * 2

        # OBS forgets an input for good once a scene that showed it is drawn.
        kind = director.do("GetInputSettings", inputName=on_air)["inputKind"]
        director.do("CreateInput", sceneName=director.program(), inputName="新价", inputKind=kind)
        changed = mapping.with_slot(SlotInputs(CardSlot.LIVE_PRICE, "新价", price.b))
        service.map_cards({"livedesk": changed})
        desk.until(lambda: "新价" in service.status.inputs, 2, "another input")
        director.do("RemoveInput", inputName="新价")
        missing = ((CardSlot.LIVE_PRICE, "新价"),)
        desk.until(lambda: service.status.card_missing == missing, 4, "an input that was removed")
        service.map_cards({"livedesk": mapping})
        desk.until(lambda: service.status.card_missing == (), 4, "another was chosen")
    assert len(desk.hands()) == 2
    assert desk.manual() == []
