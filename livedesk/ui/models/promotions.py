"""Promotions: those that run with their countdown, those to come with what starts them, those that are over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.product import Promotion
from livedesk.domain.run import RunState
from livedesk.domain.rundown import Show
from livedesk.ui.models.keyed import KeyedListModel


class PromotionState(StrEnum):
    """RUNNING now, WAITING for its segment or a hand, OVER in this run."""

    RUNNING = "running"
    WAITING = "waiting"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class PromotionRow:
    """``seconds`` until it ends (None: with the show); ``number`` of the segment that starts it (0: by hand)."""

    promotion: Promotion
    state: PromotionState
    seconds: int | None
    number: int

    @property
    def key(self) -> str:
        """The promotion's id."""
        return self.promotion.id

    @property
    def text(self) -> str:
        """Its title."""
        return self.promotion.title


def promotion_rows(
    show: Show, run: RunState, run_ms: int, over: Collection[str], numbers: Mapping[str, int]
) -> tuple[PromotionRow, ...]:
    """The rows at run time ``run_ms``: running ones first; ``over`` are those that ended,
    ``numbers`` those of the segments by id."""
    running = {item.promotion_id: item for item in run.promotions}
    rows = []
    for promotion in show.promotions:
        seconds = None
        state = PromotionState.OVER if promotion.id in over else PromotionState.WAITING
        if promotion.id in running:
            state = PromotionState.RUNNING
            ends = running[promotion.id].ends_ms
            seconds = None if ends is None else max(0, -((run_ms - ends) // 1_000))
        rows.append(PromotionRow(promotion, state, seconds, numbers.get(promotion.segment_id, 0)))
    rank = {PromotionState.RUNNING: 0, PromotionState.WAITING: 1, PromotionState.OVER: 2}
    return tuple(sorted(rows, key=lambda row: rank[row.state]))


class PromotionList(KeyedListModel[PromotionRow]):
    """The promotions of the show."""
