"""A person who has never seen it builds a two-hour show, changes its order twice, mends everything, prints it, and
undoes to the start: through the real window, with the keyboard alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from livedesk.store.store import Store

ROOT = Path(__file__).parents[2]
SHEET = next((ROOT / "resources" / "samples").glob("*.xlsx"))


def test_a_show_is_written_with_the_keyboard_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.integration.script_walk", str(tmp_path / "data"), str(SHEET)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    seen = json.loads(done.stdout)
    assert seen["hours"] == pytest.approx(2, abs=0.1)
    start, once, twice = seen["orders"]
    moved = start[2]
    # The first step takes it into the next group, the second past that group's first.
    assert once.index(moved) == 3
    assert [title for title in once if title != moved] == [title for title in start if title != moved]
    assert sorted(twice) == sorted(start)
    assert twice not in (start, once)
    assert seen["wrong"][0] > 0
    assert seen["wrong"][-1] == 0
    assert len(seen["spoiled"]) == 4
    for kind in (*seen["spoiled"], "claim", "promotion_loose"):
        assert kind in seen["mended"], f"{kind} is told, and mended from the list"
    tied, deleted = seen["lost"]
    kept_promotions = dict(seen["promotions"])
    assert kept_promotions[tied] is True, "it starts with the segment that was chosen for it"
    assert deleted not in kept_promotions
    assert seen["pdf"] > 10_000
    assert seen["revision"] >= 5
    assert seen["back"] is True
    with Store.open(tmp_path / "data", read_only=True) as store:
        (kept,) = store.shows.summaries()
        first, _ = store.shows.load(kept.show_id, 1)
        newest, revision = store.shows.load(kept.show_id)
        overrides = [step for step in store.shows.history(kept.show_id) if step.action == "undo"]
        before, _ = store.shows.load(kept.show_id, revision - 10)
    assert before == first, "what is on disk went back to the start too"
    assert [item.duration_ms for item in newest.segments] == seen["left"], "what was asked for last is kept"
    assert seen["left"] != [item.duration_ms for item in before.segments]
    assert revision > seen["revision"]
    assert len(overrides) >= 4
