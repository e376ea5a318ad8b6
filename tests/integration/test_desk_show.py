"""The main promise: one key takes the next segment, and scene, transition, card, prompter and journal go together."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import time
from pathlib import Path

import pytest

from livedesk.domain.events import Taken, TakeReported, TakeResult, Via
from livedesk.domain.feed import FeedKind
from livedesk.domain.money import format_yuan
from livedesk.services.importers.files import read_file
from livedesk.store.store import Store
from livedesk.ui.bounce import BOUNCE_MS
from tests.integration.obs import Director, RealObs, wait_for
from tests.integration.on_air import desk, go_live, whole
from tests.integration.prompter_desk import until
from tests.services.ingest_samples import HEADER, order_line

COMMENT = 1
SHEET = next((Path(__file__).parents[2] / "resources" / "samples").glob("*.xlsx"))


@pytest.mark.obs
def test_space_takes_scene_card_prompter_and_journal_together(real_obs: RealObs, tmp_path: Path) -> None:
    show = read_file(SHEET).show
    assert show is not None
    place = next(at for at, item in enumerate(show.segments) if at and item.product_ids and item.scene)
    target = show.segments[place]
    product = show.product(target.product_ids[0])
    assert product is not None
    assert product.live_price is not None
    with (
        desk(tmp_path, real_obs) as process,
        Director(real_obs) as director,
        Director(real_obs, events=True) as ear,
    ):
        process.until(obs="ready", phase="preparing", pending=0)
        process.call("open_prompter")
        pid = process.see(lambda line: line["prompter"] == "ready", 30, "the prompter")["prompters"][0]
        try:
            go_live(process)
            for item in show.segments[1 : place + 1]:
                process.press("Space")
                line = process.until(10, item=item.id, scene=item.scene, program=item.scene, prompted=item.id)
                process.see(lambda line: line["take"]["result"] == "confirmed", 10, "OBS confirms")
                process.see(lambda line: line["elapsed"] > BOUNCE_MS, 5, "a key that no longer counts as bouncing")
            assert line["product"] == product.id
            assert director.program() == target.scene
            assert director.text("商品名称") == product.name
            assert director.text("直播价") == format_yuan(product.live_price)
            process.until(5, pending=0)
            promotion = next(each for each in show.promotions if each.segment_id == target.id)
            assert director.text("促销") == promotion.title
            assert product.stock is not None
            assert director.text("库存") == f"{product.stock:,}"
            sold = order_line(1, time.time_ns() // 1_000_000, quantity="18", product=product.platform_ids[0])
            orders = tmp_path / "orders.csv"
            orders.write_text(f"{HEADER}\n{sold}", encoding="utf-8-sig")
            process.call("import_orders", orders)
            wait_for(lambda: director.text("库存") == f"{product.stock - 18:,}", 10, "what is left")
        finally:
            process.call("close_prompter")
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert ear.saw("CurrentProgramSceneChanged")
        switched = [
            event["eventData"]["sceneName"]
            for event in ear.events
            if event["eventType"] == "CurrentProgramSceneChanged"
        ]
        started = [
            event["eventData"]["transitionName"]
            for event in ear.events
            if event["eventType"] == "SceneTransitionStarted"
        ]
    entries = whole(tmp_path, process)
    taken = [entry.event for entry in entries if isinstance(entry.event, Taken)]
    assert [event.segment_id for event in taken] == [item.id for item in show.segments[: place + 1]]
    assert {event.via for event in taken[1:]} == {Via.GO}
    results = [entry.event.result for entry in entries if isinstance(entry.event, TakeReported)]
    assert results == [TakeResult.CONFIRMED] * len(taken)
    pairs = itertools.pairwise(show.segments[: place + 1])
    changes = [after for before, after in pairs if before.scene != after.scene]
    assert switched == [item.scene for item in changes]
    kinds = [director_kind(name) for name in started]
    assert kinds == [item.transition.kind.value for item in changes]


def director_kind(name: str) -> str:
    """The kind of a transition by the name that OBS gave it."""
    return {"Cut": "cut", "Fade": "fade"}.get(name, name)


def test_the_tape_of_the_sample_show_fills_the_numbers_with_no_network(tmp_path: Path) -> None:
    with desk(tmp_path) as process:
        process.see(lambda line: line["feed"] != "", 20, "the feeds are there")
        go_live(process)
        process.see(lambda line: (line["comments"] or 0) > 0, 60, "comments from the tape")


def test_a_recording_that_is_played_counts_once_over_a_restart(tmp_path: Path) -> None:
    recording = tmp_path / "evening.jsonl"
    lines = [json.loads(line) for line in (SHEET.parent / "feed.jsonl").read_text(encoding="utf-8").splitlines()]
    comments = [line for line in lines if json.loads(line["message"])["Type"] == COMMENT][:5]
    recording.write_text(
        "".join(
            json.dumps({**line, "received": comments[0]["received"]}, ensure_ascii=False) + "\n"
            for line in comments
        ),
        encoding="utf-8",
    )
    with desk(tmp_path / "data") as process:
        go_live(process)
        process.until(30, feed="ready")
        process.call("play_recording", recording)
        process.see(lambda line: line["comments"] == len(comments), 20, "each comment once")

        def kept() -> int:
            with Store.open(tmp_path / "data", read_only=True) as store:
                return sum(event.kind is FeedKind.COMMENT for event in store.feeds.events(1))

        assert until(lambda: kept() == len(comments), 10)
        process.kill()
    with desk(tmp_path / "data") as process:
        process.until(resuming=True)
        process.do("Resume")
        process.see(lambda line: line["comments"] == len(comments), 20, "the same comments")
        process.call("play_recording", recording)
        process.see(lambda line: line["feed"] == "ready" and line["since_window"] > 3, 20, "it plays again")
        assert process.until()["comments"] == len(comments), "what is known counts once"


def test_keys_before_the_show_is_open_act_as_soon_as_it_is(tmp_path: Path) -> None:
    with desk(tmp_path) as first:
        first.until(phase="preparing", pending=0)
    with desk(tmp_path) as second:
        second.do("GoLive", override_by="导播", override_reason="测试")
        second.until(phase="on_air", item="s01", pending=0)


def test_the_sample_of_another_day_is_planned_anew(tmp_path: Path) -> None:
    with desk(tmp_path) as first:
        show = first.until(phase="preparing", pending=0)["show"]
        first.end()
    with desk(tmp_path) as second:
        assert second.until(phase="preparing", pending=0)["show"] == show, "it can still be run"
        go_live(second)
        second.do("EndShow")
        second.until(phase="ended", pending=0)
        second.end()
    with desk(tmp_path) as third:
        assert third.until(phase="preparing", pending=0)["show"] != show, "it was on air"
