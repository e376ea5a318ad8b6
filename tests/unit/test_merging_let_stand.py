"""What is let stand of a product that is gone, beside products that come."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import apply
from livedesk.domain.let_stand import gift_rule
from livedesk.domain.merging import override
from livedesk.domain.product import Product
from livedesk.domain.rundown import Show
from tests.unit.rebase_samples import plain


def stood() -> Show:
    """A show in which a gift of its one product is let stand."""
    stand = ClaimOverride("s1", gift_rule("n1"), "再送小样", "库里还有", "场控", 1)
    return replace(plain(), products=(Product("n1", "乙霜"),), claim_overrides=(stand,))


def test_a_product_that_comes_has_no_id_of_one_whose_gift_is_let_stand() -> None:
    left = replace(stood(), products=())
    sheet = replace(plain(), id="sheet", products=(Product("p01", "丙霜"),), claim_overrides=left.claim_overrides)
    edit = override(left, sheet)
    assert edit is not None
    assert [one.id for one in apply(left, edit)[0].products] == ["n2"]
