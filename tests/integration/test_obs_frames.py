"""What was really on air: takes on a real OBS are recorded, and every frame of the recording shows one cue whole."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from livedesk.domain import commands as c
from livedesk.domain.card import CardSlot
from livedesk.domain.events import RunKind, TakeResult
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.run import State
from livedesk.domain.rundown import Show
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.session import Session
from tests.integration import frames
from tests.integration.desk import Desk
from tests.integration.obs import Director, RealObs, wait_for
from tests.integration.relay import Relay
from tests.unit.shows import segment, show

pytestmark = pytest.mark.obs

TAKES = 20
# OBS draws a frame or two between what is staged and the switch, so that whatever is staged on air is recorded.
LAG_S = 0.06


@pytest.fixture
def director(real_obs: RealObs) -> Iterator[Director]:
    """A second client, on an OBS whose collection shows cues that pixels tell."""
    with Director(real_obs) as made:
        frames.build(made)
        yield made
        made.do("SetCurrentSceneCollection", sceneCollectionName="livedesk")


@pytest.mark.parametrize(("studio", "seed"), [(False, 278), (True, 269)])
def test_no_frame_on_air_mixes_two_cues(
    real_obs: RealObs, desk: Desk, director: Director, studio: bool, seed: int
) -> None:
    """Scene, texts and patch change together, also on the same scene, and a cut cuts where OBS's scene has a fade of
    its own. In studio mode, too, where a copy of the scene is on air."""
    director.do("SetStudioModeEnabled", studioModeEnabled=studio)
    relay = Relay(real_obs.port, lag_s=LAG_S)
    service = desk.ready(real_obs, port=relay.port)
    cues = frames.cues(TAKES // 2, seed)
    pairs = list(itertools.pairwise(cues))
    stays = [before.scene == after.scene for before, after in pairs]
    assert any(before and after for before, after in itertools.pairwise(stays)), "twice in a row"
    flicks = [before.patch is not after.patch for before, after in pairs if before.scene == after.scene]
    assert sum(flicks) >= 2, "the patch comes or goes while the scene stays"
    first = next(cue for cue in cues if cue.scene == frames.FADING)
    assert not first.fades, "a cut against the scene's own fade"
    shown = frames.record(desk, service, director, frames.mapping(), cues)
    relay.close()
    assert frames.mixed(shown, cues) == []
    assert frames.blended(shown) > 0, "a fade is seen as one"


def test_without_twins_a_card_changes_within_a_frame_while_the_scene_stays(
    real_obs: RealObs, desk: Desk, director: Director
) -> None:
    """What the take would show or hide on air is left as it is, and the report says so."""
    service = desk.ready(real_obs)
    scene = next(iter(frames.TINTS))
    wanted = [replace(cue, scene=scene) for cue in frames.cues(TAKES // 2, seed=5, fades=False)]
    late = [f"item_on_air {frames.PATCH}" if cue.asks and cue.patch else "" for cue in wanted]
    assert any(late)
    shown = frames.record(desk, service, director, frames.mapping(twins=False), wanted, details=late)
    assert frames.mixed(shown, [replace(cue, patch=False) for cue in wanted]) == []


def test_a_promotion_changes_the_card_on_air_in_one_frame_and_a_sale_its_stock(
    real_obs: RealObs, desk: Desk, director: Director
) -> None:
    service = desk.ready(real_obs)
    card = frames.mapping()
    frames.known(desk, service, card)
    session = Session(
        State(_flash_sale(), 1), run_id=1, clock=SystemClock(), append=_nothing, publish=_nothing, obs=service
    )

    def do(command: c.Command) -> None:
        session.handle(command, "导播")
        session.saved(session.state.run.last_seq, 0, "")
        Event().wait(frames.REST_S)

    def start_and_end() -> None:
        for _ in range(TAKES // 2):
            do(c.StartPromotion("m1"))
            do(c.EndPromotion("m1"))

    def says(slot: CardSlot) -> set[str]:
        inputs = card.of(slot)
        return {director.text(inputs.a), director.text(inputs.b)}

    do(c.OpenRun(RunKind.LIVE))
    do(c.GoLive("导播", "测试"))
    assert desk.report(1).result is TakeResult.CONFIRMED
    shown = frames.recorded(director, start_and_end)
    scene = session.state.run.scene
    always = {CardSlot.NAME, CardSlot.STOCK, CardSlot.COUNTDOWN}
    before = frames.Cue(scene, tuple(slot in always for slot in frames.SLOTS))
    sale = always | {CardSlot.LIVE_PRICE, CardSlot.PROMOTION}
    during = frames.Cue(scene, tuple(slot in sale for slot in frames.SLOTS))
    assert frames.mixed(shown, [before, *(during, before) * (TAKES // 2)]) == []
    do(c.StartPromotion("m1"))
    wait_for(lambda: says(CardSlot.PROMOTION) == {"秒杀 99"}, 2, "its words, on air and off")
    assert says(CardSlot.LIVE_PRICE) == {"¥99"}
    assert says(CardSlot.STOCK) == {"300"}
    session.sold({"p1": 18})
    session.wake()
    wait_for(lambda: says(CardSlot.STOCK) == {"282"}, 2, "what is left")


def _flash_sale() -> Show:
    """One segment with a product that has neither price nor offer of its own, and a flash sale of it."""
    scene = next(iter(frames.TINTS))
    return show(
        "2026-11-25 20:00",
        segment(1, 30, scene=scene, product_ids=("p1",)),
        products=(Product("p1", "修护霜", stock=300),),
        promotions=(Promotion("m1", "秒杀 99", PromotionKind.FLASH, price=9_900, product_id="p1"),),
    )


def _nothing(*_: object) -> None:
    """Nobody keeps or watches this show."""
