"""The document follows OBS's renames: while the script is locked it says so and waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from livedesk.app.scene_follower import WAITS, SceneFollower
from livedesk.domain.commands import ClearFault, Command, ShowFault
from livedesk.domain.edits import Edit, apply
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval, Show
from livedesk.services.session.snapshot import DocumentSnapshot
from tests.unit.shows import segment, show


class Papers:
    """Documents as the follower sees them, and what it said."""

    def __init__(self) -> None:
        self.now = DocumentSnapshot(
            show("2026-11-25 20:00", segment(1, 5, scene="甲"), segment(2, 5, scene="乙")), 1
        )
        self.said: list[Command] = []
        self.edits: list[tuple[str, str]] = []
        self.stale = 0
        self.moved = threading.Condition()

    def load(self, show_id: str) -> DocumentSnapshot:
        return self.now

    def edit(self, show_id: str, edit: Edit, base: int, *, by: str, summary: str) -> DocumentSnapshot:
        if self.stale:
            self.stale -= 1
            raise UserError("edit.stale")
        with self.moved:
            self.now = DocumentSnapshot(apply(self.now.show, edit)[0], base + 1)
            self.edits.append((by, summary))
            self.moved.notify_all()
        return self.now

    def tell(self, command: Command, by: str) -> None:
        with self.moved:
            self.said.append(command)
            self.moved.notify_all()

    def approve(self, approval: Approval) -> Show:
        self.now = DocumentSnapshot(replace(self.now.show, approval=approval), self.now.revision + 1)
        return self.now.show

    def scenes(self) -> list[str]:
        return [item.scene for item in self.now.show.segments]

    def until(self, check: object) -> None:
        assert callable(check)
        with self.moved:
            assert self.moved.wait_for(check, 3)


@pytest.fixture(name="papers")
def with_papers() -> Papers:
    return Papers()


@pytest.fixture(name="follower")
def with_follower(papers: Papers) -> Iterator[SceneFollower]:
    made = SceneFollower(papers, lambda: "show", papers.tell)  # type: ignore[arg-type]  # what it uses of Documents
    yield made
    made.stop()


def test_it_follows_and_tries_again_where_somebody_was_quicker(papers: Papers, follower: SceneFollower) -> None:
    papers.stale = 2
    follower.renamed("甲", "甲二")
    papers.until(lambda: papers.scenes() == ["甲二", "乙"])
    assert papers.edits == [("OBS", "SceneRenamed")]
    follower.renamed("没人用", "别的")
    follower.stop()
    assert len(papers.edits) == 1
    assert papers.said == []


def test_a_locked_script_is_said_and_followed_once_it_is_unlocked(papers: Papers, follower: SceneFollower) -> None:
    papers.approve(Approval.LOCKED)
    follower.renamed("甲", "甲二")
    papers.until(lambda: papers.said == [ShowFault(WAITS, (("names", "甲 → 甲二"),))])
    follower.renamed("甲二", "甲三")
    papers.until(lambda: papers.said[-1] == ShowFault(WAITS, (("names", "甲 → 甲三"),)))
    papers.approve(Approval.DRAFT)
    follower.document(papers.now)
    papers.until(lambda: papers.said[-1] == ClearFault(WAITS))
    assert papers.scenes() == ["甲三", "乙"]


def test_a_scene_that_gets_its_name_back_waits_no_more(papers: Papers, follower: SceneFollower) -> None:
    papers.approve(Approval.LOCKED)
    follower.renamed("甲", "甲二")
    follower.renamed("甲二", "甲")
    papers.until(lambda: bool(papers.said) and papers.said[-1] == ClearFault(WAITS))
    assert papers.scenes() == ["甲", "乙"]


def test_what_waits_for_one_show_is_nothing_to_another(papers: Papers, follower: SceneFollower) -> None:
    papers.approve(Approval.LOCKED)
    follower.renamed("甲", "甲二")
    papers.until(lambda: len(papers.said) == 1)
    follower.shown("other")
    papers.until(lambda: papers.said[-1] == ClearFault(WAITS))
