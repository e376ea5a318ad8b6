"""What goes into the preview by itself, and what a person's hand keeps out of it."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.events import TakeResult
from livedesk.domain.preview import Loaded, load_preview
from livedesk.domain.run import Phase, RunState, TakeState
from livedesk.domain.status import LinkState, ObsStatus

OBS = ObsStatus(LinkState.READY, program="甲", preview="甲", studio=True, scenes=("甲", "乙", "丙"))


def _run(take: int, result: TakeResult | None = TakeResult.CONFIRMED) -> RunState:
    return RunState(phase=Phase.ON_AIR, takes=take, take=TakeState(take, "甲", 0, result))


def test_the_next_scene_is_loaded_once_after_each_take() -> None:
    loaded, wanted = load_preview(Loaded(), _run(1), "乙", OBS)
    assert wanted == "乙"
    assert load_preview(loaded, _run(1), "乙", replace(OBS, preview="乙")) == (loaded, "")
    after, wanted = load_preview(loaded, _run(2), "丙", replace(OBS, preview="甲"))
    assert (after, wanted) == (Loaded(2, "丙"), "丙")


def test_a_take_that_runs_is_waited_for() -> None:
    loaded = Loaded(1, "乙")
    assert load_preview(loaded, _run(2, None), "丙", OBS) == (loaded, "")
    assert load_preview(loaded, _run(2), "丙", replace(OBS, transitioning=True)) == (loaded, "")
    assert load_preview(loaded, _run(2), "丙", OBS)[1] == "丙"


def test_what_a_person_put_there_stays_until_the_next_take() -> None:
    loaded = Loaded(1, "乙")
    by_hand = replace(OBS, preview="丙")
    assert load_preview(loaded, _run(1), "乙", by_hand) == (loaded, "")
    changed, wanted = load_preview(loaded, _run(1), "甲", by_hand)
    assert (changed, wanted) == (Loaded(1, "甲"), ""), "also when the rundown changes"
    assert load_preview(changed, _run(2), "乙", by_hand)[1] == "乙"


def test_a_change_of_the_rundown_goes_along_where_nobody_touched_it() -> None:
    assert load_preview(Loaded(1, "乙"), _run(1), "丙", replace(OBS, preview="乙")) == (Loaded(1, "丙"), "丙")


def test_without_studio_mode_link_or_air_nothing_is_loaded_and_the_next_time_begins_anew() -> None:
    for obs in (replace(OBS, studio=False), replace(OBS, link=LinkState.LOST), replace(OBS, switching=True)):
        assert load_preview(Loaded(1, "乙"), _run(1), "乙", obs) == (Loaded(), "")
    assert load_preview(Loaded(1, "乙"), replace(_run(1), phase=Phase.PREPARING), "乙", OBS) == (Loaded(), "")


def test_no_scene_or_one_that_obs_lacks_leaves_the_preview() -> None:
    assert load_preview(Loaded(), _run(1), "", OBS) == (Loaded(1, ""), "")
    assert load_preview(Loaded(), _run(1), "没有", OBS) == (Loaded(1, "没有"), "")
