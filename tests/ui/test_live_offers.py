"""What the product on air is offered at now: the same figure in the host's view, on the panel and in the queue."""

from __future__ import annotations

from live_room import Room, settle
from live_show import MID_T, mid_show

from livedesk.domain.events import PromotionEnded, PromotionStarted, StandbyCalled
from livedesk.domain.rundown import StandbyMode
from livedesk.ui.models.products import ProductState
from livedesk.ui.workspaces.live.host_board import HostBoard


def _prices(room: Room) -> dict[str, int | None]:
    return {row.key: row.price for row in room.desk.right.queue.model.rows}


def test_a_promotion_that_runs_sets_the_price_on_every_panel(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.desk.context.actions.trigger("role_host")
    settle()
    board = room.desk.panels.widgets["host"]
    assert isinstance(board, HostBoard)
    room.show(journal, MID_T + 250)
    assert "¥129 · 满199减40 · 两件 ¥218" in board.accessibleName()
    journal.take(MID_T + 1_000, 5)
    journal.add(MID_T + 1_000, PromotionStarted("r2", "秒杀 ¥99 × 300", None))
    room.show(journal, MID_T + 2_000)
    assert "¥99 · 秒杀 ¥99 × 300" in board.accessibleName()
    assert "¥129" not in board.accessibleName()
    room.desk.context.actions.trigger("role_director")
    settle()
    room.show(journal, MID_T + 3_000)
    assert (_prices(room)["p02"], _prices(room)["p03"]) == (9_900, 26_900)
    journal.add(MID_T + 4_000, PromotionEnded("r2", "秒杀 ¥99 × 300"))
    room.show(journal, MID_T + 5_000)
    assert _prices(room)["p02"] == 12_900


def test_under_a_plan_the_queue_marks_the_product_that_the_panel_shows(room: Room) -> None:
    journal = mid_show()
    journal.add(MID_T, StandbyCalled(5, 5, "b1", "断网", "优惠券贴片", StandbyMode.PAUSE, 120_000, False))
    room.show(journal, MID_T + 1_000)
    states = {row.key: row.state for row in room.desk.right.queue.model.rows}
    assert "link 2" in room.desk.right.card.facts.text()
    assert states["p02"] is ProductState.ON_AIR
