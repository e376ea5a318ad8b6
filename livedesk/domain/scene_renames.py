"""A scene's new name in OBS, put into a show everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from livedesk.domain.editing import joined, set_fields
from livedesk.domain.edits import ChangeShow, Edit
from livedesk.domain.rundown import Show

Rename = tuple[str, str]
"""The name before and after."""


def rename_scene(show: Show, before: str, after: str) -> Edit | None:
    """The edit that puts a scene's new name in place of the old one in every segment and standby plan, as one step;
    None where nobody uses it. The implied panic plan is no part of the document and keeps its own."""
    segments = set_fields(show, {item.id: {"scene": after} for item in show.segments if item.scene == before})
    plans = tuple(replace(plan, scene=after) if plan.scene == before else plan for plan in show.standbys)
    return joined((segments, ChangeShow({"standbys": plans}) if plans != show.standbys else None))


def together(waiting: Sequence[Rename], new: Rename) -> tuple[Rename, ...]:
    """Renames that wait, with one more: what was renamed twice counts once, what got its old name back not at all."""
    before, after = new
    known = next((one for one in waiting if one[1] == before), None)
    if known is None:
        return (*waiting, new)
    left = [(one[0], after) if one is known else one for one in waiting]
    return tuple(one for one in left if one[0] != one[1])
