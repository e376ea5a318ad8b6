"""What OBS renames of the card is kept under its new name, and never over what a person chose since; its scenes are
made while no viewers see the show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from livedesk.app.desk_card import DeskCard
from livedesk.app.latest import Latest
from livedesk.domain.card import CardSlot
from livedesk.domain.card_mapping import CardInventory, CardMapping, SlotInputs
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.run import Phase, RunState, State
from livedesk.domain.status import SaveStatus
from livedesk.services.card_mappings import card_mappings
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs
from tests.services.session_desk import small_show

STOCK = SlotInputs(CardSlot.STOCK, "大字")
CHOSEN = CardMapping().with_slot(STOCK)


class Setup(DeskCard):
    """The desk's part for the card, over a store of its own and whatever stands for OBS."""

    def __init__(self, store: Store, obs: Any) -> None:
        self.latest = Latest()
        self._clock = SystemClock()
        self._kept_in = store
        self.jobs: list[Callable[[], object]] = []
        soon = SimpleNamespace(soon=lambda _name, work: self.jobs.append(work))
        self._around: Any = SimpleNamespace(obs=obs, scheduler=soon)

    @property
    def _store(self) -> Store:
        return self._kept_in

    @property
    def outside(self) -> Any:
        return self._around

    def operator(self) -> str:
        return "导播"

    def hear(self, told: CardInventory) -> None:
        self._follow_card(told)
        while self.jobs:
            self.jobs.pop()()


def test_what_obs_still_has_of_before_takes_no_choice_back(tmp_path: Path) -> None:
    store = Store.open(DataFolder(tmp_path))
    setup = Setup(store, SimpleNamespace(map_cards=lambda mappings: None))
    setup.keep_card("夜场", CHOSEN)
    setup.hear(CardInventory("夜场", CardMapping(), by_hand=True))
    assert card_mappings(store.kept) == {"夜场": CHOSEN}
    renamed = CHOSEN.input_renamed("大字", "大字二")
    setup.hear(CardInventory("夜场", renamed, by_hand=True, given=replace(CHOSEN, twins=())))
    assert card_mappings(store.kept) == {"夜场": renamed}
    setup.hear(CardInventory("夜场", CHOSEN.input_renamed("大字", "三"), by_hand=True, given=CHOSEN))
    assert card_mappings(store.kept) == {"夜场": renamed}, "a person chose since"
    store.close()


def test_scenes_are_made_in_a_rehearsal_and_not_before_viewers(tmp_path: Path) -> None:
    with Store.open(DataFolder(tmp_path)) as store:
        tools = SimpleNamespace(make_twin=lambda scene, mapping: CHOSEN)
        setup = Setup(store, SimpleNamespace(map_cards=lambda mappings: None, card_tools=tools))
        setup.latest.take(CardInventory("夜场"))
        for kind in (RunKind.LIVE, RunKind.REHEARSAL):
            run = RunState(phase=Phase.ON_AIR, kind=kind)
            setup.latest.take(SessionSnapshot(1, State(small_show(), 1, run), SaveStatus()))
            if kind is RunKind.LIVE:
                with pytest.raises(UserError, match=r"card\.show_on_air"):
                    setup.make_twin("特写")
            else:
                setup.make_twin("特写")
        assert card_mappings(store.kept) == {"夜场": CHOSEN}


@pytest.mark.obs
def test_an_input_that_obs_renames_is_kept_under_its_new_name(
    real_obs: RealObs, desk: Desk, tmp_path: Path
) -> None:
    service = desk.ready(real_obs)
    store = Store.open(DataFolder(tmp_path))
    setup = Setup(store, service)
    desk.until(lambda: bool(desk.inventories) and desk.inventories[-1].collection == "livedesk", 5, "OBS's inputs")
    setup.keep_card("livedesk", CardMapping().with_slot(SlotInputs(CardSlot.PROMOTION, "栏目名")))
    with Director(real_obs) as director:
        desk.until(lambda: desk.inventories[-1].by_hand, 5, "it is used")
        director.do("SetInputName", inputName="栏目名", newInputName="栏目新名")
        desk.until(lambda: desk.inventories[-1].mapping.of(CardSlot.PROMOTION).a == "栏目新名", 5, "the new name")
        setup.hear(desk.inventories[-1])
        director.do("SetInputName", inputName="栏目新名", newInputName="栏目名")
    assert card_mappings(store.kept)["livedesk"].of(CardSlot.PROMOTION).a == "栏目新名"
    store.close()
