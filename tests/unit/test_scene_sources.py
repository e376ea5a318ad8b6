"""Sources that a show shows or hides: those that OBS's scenes lack are found, and only where that is known."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.rundown import ItemWish, Show, Standby
from livedesk.domain.scene_sources import all_lacking, lacking_sources
from livedesk.domain.status import LinkState, ObsStatus
from tests.unit.shows import segment, show

OBS = ObsStatus(LinkState.READY, scenes=("甲", "乙"), sources={"甲": frozenset({"机位", "券面"})})
WISHES = (ItemWish("券面"), ItemWish("促销条", shown=False))


def _show(scene: str = "甲") -> Show:
    first, second = segment(1, 5, scene=scene), segment(2, 5, scene="甲")
    return show("2026-11-25 20:00", replace(first, items=WISHES), second, standbys=(Standby("b1", "断货", "乙"),))


def test_a_source_that_the_scene_lacks_is_found_with_its_segment() -> None:
    (found,) = all_lacking(_show(), OBS)
    assert (found.item_id, found.scene, found.sources) == ("s1", "甲", ("促销条",))
    assert found.words == "甲 · 促销条"
    skipped = replace(_show(), segments=tuple(replace(each, skipped=True) for each in _show().segments))
    assert all_lacking(skipped, OBS) == ()


def test_a_standby_plans_items_count_too() -> None:
    plan = Standby("b1", "断货", "甲", items=(ItemWish("告示"),))
    assert [each.item_id for each in all_lacking(replace(_show(""), standbys=(plan,)), OBS)] == ["b1"]


def test_what_is_not_known_lacks_nothing() -> None:
    for obs in (replace(OBS, link=LinkState.LOST), replace(OBS, switching=True), replace(OBS, sources={})):
        assert lacking_sources(WISHES, "甲", obs) == ()
    assert lacking_sources(WISHES, "丙", replace(OBS, sources={"丙": frozenset()})) == ()
