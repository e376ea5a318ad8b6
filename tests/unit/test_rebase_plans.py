"""What is let stand in a standby plan while somebody else removes the plan."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import ChangeShow, SpliceScript, apply
from livedesk.domain.rebase import clashes, conflicts, settled
from livedesk.domain.rundown import Standby
from livedesk.domain.script import parse_script
from livedesk.services.show_file import export_json, import_json
from tests.unit.rebase_samples import lists, plain


def test_what_is_let_stand_in_a_plan_that_somebody_removes_goes_with_it() -> None:
    plan, other = Standby("b1", "断流", "A"), Standby("b2", "断货", "A")
    stand = ClaimOverride("b1", "price:12900", "119元", "单支价", "运营", 1)
    kept = replace(stand, item_id="b2")
    base = replace(plain(), standbys=(plan, other), claim_overrides=(kept,))
    stands, gone = ChangeShow({"claim_overrides": (kept, stand)}), ChangeShow({"standbys": (other,)})
    assert clashes(stands, [gone])
    assert clashes(gone, [stands])
    for first, second in ((stands, gone), (gone, stands)):
        done = lists(base, first, second)
        assert (done.standbys, done.claim_overrides) == ((other,), (kept,))
        back = import_json(export_json(done))[0]
        assert back.claim_overrides == (kept,)


def test_a_plan_that_is_kept_after_all_keeps_what_is_let_stand_in_it() -> None:
    plan = Standby("b1", "断流", "A")
    stand = ClaimOverride("b1", "r", "最", "原话", "运营", 1)
    base = replace(plain(), standbys=(plan,), claim_overrides=(stand,))
    gone = ChangeShow({"standbys": (), "claim_overrides": ()})
    written = SpliceScript("b1", 0, 0, parse_script("刚写的").lines)
    theirs = apply(base, written)[0]
    (found,) = conflicts(gone, base, theirs)
    assert settled(gone, base, theirs, {found.key}) is None
    edit = settled(gone, base, theirs, frozenset())
    assert edit is not None
    assert apply(theirs, edit)[0] == apply(base, gone)[0]
