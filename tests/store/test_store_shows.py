"""Documents: kept, edited, undone and loaded at any revision, also after a restart."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import START_MS, append, ended, new_run, opened, segment, show, went_live

from livedesk.domain import codec
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import (
    ChangeSegments,
    Edit,
    InsertSegment,
    MoveSegment,
    RemoveSegment,
    ReplaceSegment,
    SegmentChange,
    SetApproval,
    apply,
)
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.ports import Shows
from livedesk.domain.rundown import Approval, Show
from livedesk.store.shows import SNAPSHOT_EVERY
from livedesk.store.store import Store


def test_a_show_comes_back_as_it_was(store: Store, root: Path) -> None:
    shows: Shows = store.shows
    assert shows.add(show(), by="编导", at_ms=START_MS) == 1
    store.close()
    with Store.open(root) as again:
        assert again.shows.load("a1b2c3") == (show(), 1)


def test_a_show_is_added_once(store: Store) -> None:
    store.shows.add(show(), by="编导", at_ms=START_MS)
    with pytest.raises(UserError) as caught:
        store.shows.add(show(title="别的"), by="编导", at_ms=START_MS)
    assert caught.value.code == "show.exists"
    assert store.shows.load("a1b2c3")[0].title == "秋冬护肤专场"


def test_a_missing_show_or_revision_is_said(store: Store) -> None:
    store.shows.add(show(), by="编导", at_ms=START_MS)
    for show_id, revision in (("nothing", None), ("a1b2c3", 2), ("a1b2c3", 0)):
        with pytest.raises(UserError, match=r"show\.missing"):
            store.shows.load(show_id, revision)
    with pytest.raises(UserError, match=r"show\.missing"):
        store.shows.undo("nothing", by="编导", at_ms=START_MS)


def test_an_edit_makes_a_revision_and_a_stale_one_is_refused(store: Store) -> None:
    store.shows.add(show(), by="编导", at_ms=START_MS)
    changed, revision = store.shows.edit("a1b2c3", RemoveSegment("s02"), base=1, by="编导", at_ms=START_MS)
    assert (revision, [item.id for item in changed.segments]) == (2, ["s01", "s03"])
    with pytest.raises(UserError) as caught:
        store.shows.edit("a1b2c3", RemoveSegment("s03"), base=1, by="场控", at_ms=START_MS)
    assert (caught.value.code, caught.value.params["base"], caught.value.params["current"]) == ("edit.stale", 1, 2)
    assert store.shows.load("a1b2c3") == (changed, 2)
    assert store.shows.load("a1b2c3", 1) == (show(), 1)


def test_an_edit_that_does_not_apply_keeps_nothing(store: Store) -> None:
    store.shows.add(show(), by="编导", at_ms=START_MS)
    with pytest.raises(UserError, match=r"edit\.missing"):
        store.shows.edit("a1b2c3", RemoveSegment("s99"), base=1, by="编导", at_ms=START_MS)
    assert store.shows.load("a1b2c3") == (show(), 1)


def test_undo_and_redo_work_after_a_restart(store: Store, root: Path) -> None:
    store.shows.add(show(), by="编导", at_ms=START_MS)
    first, _ = store.shows.edit("a1b2c3", RemoveSegment("s02"), base=1, by="编导", at_ms=START_MS)
    second, _ = store.shows.edit("a1b2c3", RemoveSegment("s03"), base=2, by="编导", at_ms=START_MS)
    store.close()
    with Store.open(root) as again:
        assert again.shows.undo("a1b2c3", by="编导", at_ms=START_MS) == (first, 4)
        assert again.shows.undo("a1b2c3", by="编导", at_ms=START_MS) == (show(), 5)
    with Store.open(root) as again:
        with pytest.raises(UserError, match=r"edit\.nothing"):
            again.shows.undo("a1b2c3", by="编导", at_ms=START_MS)
        assert again.shows.redo("a1b2c3", by="编导", at_ms=START_MS) == (first, 6)
        assert again.shows.redo("a1b2c3", by="编导", at_ms=START_MS) == (second, 7)
        with pytest.raises(UserError, match=r"edit\.nothing"):
            again.shows.redo("a1b2c3", by="编导", at_ms=START_MS)


def test_the_list_tells_the_state_and_decodes_no_document(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, show_id in enumerate(("draft", "live", "aired", "tried")):
        store.shows.add(show(show_id, hour=20 - number), by="编导", at_ms=START_MS)
    append(store, new_run(store, show_id="live"), opened(1), went_live(2))
    append(store, new_run(store, show_id="aired"), opened(1), went_live(2), ended(3))
    append(store, new_run(store, RunKind.REHEARSAL, "tried"), opened(1), went_live(2), ended(3))

    def refuse(*_: object) -> object:
        raise AssertionError("a document was decoded")

    monkeypatch.setattr(codec, "decode", refuse)
    listed = store.shows.summaries()
    assert [(item.show_id, item.state) for item in listed] == [
        ("draft", "draft"),
        ("live", "live"),
        ("aired", "aired"),
        ("tried", "draft"),
    ]
    assert (listed[0].planned_start_ms, listed[0].zone, listed[0].revision) == (START_MS, "Asia/Shanghai", 1)


steps = st.lists(
    st.tuples(st.sampled_from(["edit"] * 6 + ["undo"] * 3 + ["redo"] * 2 + ["restart"]), st.integers(0, 99)),
    min_size=SNAPSHOT_EVERY + 5,
    max_size=SNAPSHOT_EVERY * 2 + 10,
)


def _some_edit(document: Show, number: int, new: int) -> Edit:
    ids = [item.id for item in document.segments]
    if not ids or number % 4 == 0:
        return InsertSegment(number % (len(ids) + 1), segment(new))
    chosen = ids[number % len(ids)]
    if number % 4 == 1:
        return RemoveSegment(chosen)
    if number % 4 == 2:
        return MoveSegment(chosen, number % len(ids), "g2")
    kept = document.segment(chosen)
    assert kept is not None
    return ReplaceSegment(segment(int(kept.id[1:]), f"改{new}"))


@settings(max_examples=8, deadline=None)
@given(steps)
def test_any_history_of_edits_undos_and_redos_is_kept(history: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(Path(place))
        try:
            store.shows.add(show(), by="编导", at_ms=0)
            revisions, done, undone = [show()], [], []
            for new, (action, number) in enumerate(history, start=100):
                now = revisions[-1]
                if action == "restart":
                    store.close()
                    store = Store.open(Path(place))
                elif action == "edit":
                    edit = _some_edit(now, number, new)
                    changed, inverse = apply(now, edit)
                    done.append((edit, inverse))
                    undone.clear()
                    revisions.append(changed)
                    result = store.shows.edit("a1b2c3", edit, base=len(revisions) - 1, by="编导", at_ms=new)
                    assert result == (changed, len(revisions))
                elif action == "undo" and done:
                    undone.append(done.pop())
                    revisions.append(apply(now, undone[-1][1])[0])
                    assert store.shows.undo("a1b2c3", by="编导", at_ms=new) == (revisions[-1], len(revisions))
                elif action == "redo" and undone:
                    done.append(undone.pop())
                    revisions.append(apply(now, done[-1][0])[0])
                    assert store.shows.redo("a1b2c3", by="编导", at_ms=new) == (revisions[-1], len(revisions))
                else:
                    with pytest.raises(UserError, match=r"edit\.nothing"):
                        (store.shows.undo if action == "undo" else store.shows.redo)("a1b2c3", by="", at_ms=0)
            store.close()
            store = Store.open(Path(place))
            for number, document in enumerate(revisions, start=1):
                assert store.shows.load("a1b2c3", number) == (document, number)
        finally:
            store.close()


def test_the_history_tells_every_step_and_who_approved(store: Store) -> None:
    shows = store.shows
    shows.add(show(), by="编导", at_ms=START_MS)
    shows.edit("a1b2c3", RemoveSegment("s02"), base=1, by="编导", at_ms=START_MS)
    shows.undo("a1b2c3", by="运营", at_ms=START_MS + 1)
    shows.edit("a1b2c3", SetApproval(Approval.LOCKED, "定稿"), base=3, by="导播", at_ms=START_MS + 2)
    steps = shows.history("a1b2c3")
    assert [(step.revision, step.action, step.target, step.by) for step in steps] == [
        (4, "approval", None, "导播"),
        (3, "undo", 2, "运营"),
        (2, "edit", None, "编导"),
    ]
    assert steps[2].undone == 3
    assert steps[2].edit == RemoveSegment("s02")
    assert [step.revision for step in shows.history("a1b2c3", after=2)] == [4, 3]
    assert [step.revision for step in shows.history("a1b2c3", before=4, limit=1)] == [3]
    (approval,) = shows.approvals("a1b2c3")
    assert (approval.edit, approval.by) == (SetApproval(Approval.LOCKED, "定稿"), "导播")


def test_an_approval_is_no_edit_that_undo_takes_back(store: Store) -> None:
    shows = store.shows
    shows.add(show(), by="编导", at_ms=START_MS)
    shows.edit("a1b2c3", RemoveSegment("s02"), base=1, by="编导", at_ms=START_MS)
    shows.edit("a1b2c3", SetApproval(Approval.LOCKED), base=2, by="导播", at_ms=START_MS)
    assert shows.summaries()[0].state == "locked"
    with pytest.raises(UserError, match=r"edit\.closed"):
        shows.undo("a1b2c3", by="导播", at_ms=START_MS)
    shows.edit("a1b2c3", SetApproval(Approval.DRAFT), base=3, by="导播", at_ms=START_MS)
    undone, _ = shows.undo("a1b2c3", by="导播", at_ms=START_MS)
    assert undone.segment("s02") is not None
    assert shows.summaries()[0].state == "draft"


def test_a_guard_stops_a_step_before_it_is_kept(store: Store) -> None:
    shows = store.shows
    shows.add(show(), by="编导", at_ms=START_MS)
    shows.edit("a1b2c3", RemoveSegment("s02"), base=1, by="编导", at_ms=START_MS)

    def guard(_before: Show, _after: Show) -> None:
        raise UserError("edit.aired", title="s02")

    with pytest.raises(UserError, match=r"edit\.aired"):
        shows.undo("a1b2c3", by="导播", at_ms=START_MS, guard=guard)
    assert shows.load("a1b2c3")[1] == 2


def test_what_is_kept_for_any_show(root: Path, store: Store) -> None:
    store.kept.put("pace", "主播一", b"1", by="运营", at_ms=1)
    store.kept.put("pace", "主播二", b"2", by="运营", at_ms=2)
    store.kept.put("pace", "主播一", b"3", by="导播", at_ms=3)
    store.kept.put("mapping", "主播一", b"4", by="导播", at_ms=3)
    assert [(item.key, item.document, item.by) for item in store.kept.all("pace")] == [
        ("主播一", b"3", "导播"),
        ("主播二", b"2", "运营"),
    ]
    store.kept.drop("pace", "主播二")
    store.kept.drop("pace", "主播九")
    assert store.kept.find("pace", "主播二") is None
    with Store.open(root, read_only=True) as beside:
        found = beside.kept.find("mapping", "主播一")
    assert found is not None
    assert found.document == b"4"


def test_a_log_that_holds_a_time_which_the_zone_skips_is_read_and_undone(store: Store, root: Path) -> None:
    skipped = WallTime(datetime(2026, 3, 8, 2, 30))  # noqa: DTZ001 (a wall time of the show's zone)
    store.shows.add(replace(show(), zone="America/New_York"), by="编导", at_ms=START_MS)
    for base, values in enumerate(({"hard_start": skipped}, {"hard_start": None}, {"title": "夜场"}), 1):
        edit = ChangeSegments((SegmentChange("s02", values),))
        store.shows.edit("a1b2c3", edit, base=base, by="编导", at_ms=START_MS)
    store.close()
    with Store.open(root) as again:
        assert again.shows.load("a1b2c3")[1] == 4
        assert again.shows.load("a1b2c3", 2)[0].segments[1].hard_start == skipped
        for _ in range(3):
            again.shows.undo("a1b2c3", by="编导", at_ms=START_MS)
        assert again.shows.load("a1b2c3")[0] == replace(show(), zone="America/New_York")
