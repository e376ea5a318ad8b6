"""What becomes of an edit that was refused, where there is nothing to choose."""

from __future__ import annotations

from livedesk.domain import editing
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import ChangeShow, SetApproval, apply
from livedesk.domain.errors import UserError
from livedesk.domain.product import Promotion, PromotionKind
from livedesk.domain.rundown import Approval
from livedesk.ui.workspaces.script.conflict_met import Conflict, meet
from tests.unit.rebase_samples import plain

STALE = UserError("edit.stale")


def test_what_was_hung_on_a_segment_that_somebody_removed_is_nothing_to_choose() -> None:
    base = plain()
    current = apply(base, editing.remove(base, {"s2"}))[0]  # type: ignore[arg-type]  # there is one
    wording = ChangeShow({"claim_overrides": (ClaimOverride("s2", "r", "最", "原话", "运营", 1),)})
    assert meet(wording, base, current, STALE) is None
    promotion = Promotion("m1", "秒杀", PromotionKind.FLASH, "s2")
    left = meet(ChangeShow({"promotions": (promotion,)}), base, current, STALE)
    assert isinstance(left, ChangeShow)
    (kept,) = apply(current, left)[0].promotions
    assert (kept.title, kept.segment_id) == ("秒杀", "")


def test_what_meets_a_lock_is_kept() -> None:
    base = plain()
    locked = apply(base, SetApproval(Approval.LOCKED))[0]
    assert isinstance(meet(ChangeShow({"title": "改"}), base, locked, STALE), Conflict)
