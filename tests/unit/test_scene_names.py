"""Scenes by name: a rename goes in everywhere and can be taken back; what OBS lacks is found."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain.edits import apply
from livedesk.domain.rundown import PANIC_SCENE, Show, Standby
from livedesk.domain.scene_names import missing_scenes, scenes_of
from livedesk.domain.scene_renames import Rename, rename_scene, together
from livedesk.domain.status import LinkState, ObsStatus
from tests.unit.shows import segment, show


def _show() -> Show:
    return show(
        "2026-11-25 20:00",
        segment(1, 5, scene="甲"),
        segment(2, 5, scene="乙"),
        segment(3, 5, scene="甲"),
        segment(4, 5, scene=""),
        standbys=(
            Standby("b1", "断网", "甲"),
            Standby("b2", "断货", "丙"),
            Standby("b9", "紧急", "丁", panic=True),
        ),
    )


def test_a_new_name_goes_into_segments_and_standby_plans_as_one_step_and_back() -> None:
    before = _show()
    edit = rename_scene(before, "甲", "甲二")
    assert edit is not None
    after, back = apply(before, edit)
    assert [item.scene for item in after.segments] == ["甲二", "乙", "甲二", ""]
    assert [plan.scene for plan in after.standbys] == ["甲二", "丙", "丁"]
    assert apply(after, back)[0] == before


def test_the_panic_plan_of_the_document_follows_too() -> None:
    edit = rename_scene(_show(), "丁", "安全")
    assert edit is not None
    assert apply(_show(), edit)[0].panic.scene == "安全"


def test_a_scene_that_nobody_uses_is_no_edit_and_the_implied_panic_plan_keeps_its_own() -> None:
    assert rename_scene(_show(), "没人用", "甲") is None
    bare = replace(_show(), standbys=())
    assert rename_scene(bare, PANIC_SCENE, "别的") is None
    assert missing_scenes(bare, {"甲", "乙"}).panic


def test_what_lacks_its_scene_is_found_and_what_is_skipped_is_not_counted() -> None:
    found = missing_scenes(_show(), {"乙", "丁"})
    assert (found.segment_ids, found.standby_ids) == (("s1", "s3"), ("b1", "b2"))
    assert found.scenes == ("甲", "丙")
    assert not found.panic
    skipped = replace(_show(), segments=tuple(replace(item, skipped=True) for item in _show().segments))
    assert missing_scenes(skipped, {"丁"}).segment_ids == ()
    assert not missing_scenes(_show(), {"甲", "乙", "丙", "丁"})
    assert missing_scenes(_show(), {"甲"}).panic


def test_scenes_are_known_only_while_obs_is_linked_and_no_collection_is_switched() -> None:
    ready = ObsStatus(LinkState.READY, scenes=("甲",))
    assert scenes_of(ready) == {"甲"}
    for unknown in (
        replace(ready, link=LinkState.LOST),
        replace(ready, switching=True),
        replace(ready, scenes=()),
    ):
        assert scenes_of(unknown) is None


_NAMES = st.sampled_from("ABCDE")


@given(st.lists(st.tuples(_NAMES, _NAMES), max_size=12), _NAMES)
def test_renames_put_together_lead_where_one_after_the_other_leads(asked: list[Rename], scene: str) -> None:
    """OBS's names are unique: a rename to a name that another scene has is refused there."""
    names = {letter: letter for letter in "ABC"}
    waiting: tuple[Rename, ...] = ()
    for before, after in asked:
        own = next((key for key, value in names.items() if value == before), None)
        if own is None or after in names.values():
            continue
        names[own] = after
        waiting = together(waiting, (before, after))
    moved = dict(waiting)
    for first, last in names.items():
        assert moved.get(first, first) == last
    assert all(before != after for before, after in waiting)
