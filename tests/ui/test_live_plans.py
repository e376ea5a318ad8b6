"""The desk says what a standby plan will do, and asks for its cues while it is on air."""

from __future__ import annotations

from dataclasses import replace

from live_room import Room
from live_show import MID_T, Journal, mid_show
from PySide6.QtCore import Qt

from livedesk.domain import commands as c
from livedesk.domain.clock import SECOND
from livedesk.domain.events import Entry, ProductOnAir, StandbyCalled
from livedesk.domain.rundown import (
    ConsoleAction,
    ConsoleCue,
    ItemWish,
    Show,
    StandbyMode,
    Transition,
    TransitionKind,
)
from livedesk.ui.models.console import CueRow
from livedesk.ui.workspaces.live.plan_words import plan_lines
from livedesk.ui.workspaces.live.sentences import log_row

CUES = (
    ConsoleCue("x1", ConsoleAction.PIN, "弹讲解卡 3 号"),
    ConsoleCue("x2", ConsoleAction.UNLIST, "下架 2 号", 20_000),
)


def bundled() -> Journal:
    """A show on air whose plan b2 brings everything."""
    journal = mid_show()
    plans = tuple(
        replace(
            plan, product_id="p03", items=(ItemWish("断货横幅"), ItemWish("倒计时", shown=False)), cues=CUES,
            transition=Transition(TransitionKind.FADE, 300), message="转讲三号，不说补货", owner="中控",
        )
        if plan.id == "b2"
        else plan
        for plan in journal.show.standbys
    )  # fmt: skip
    journal.show = replace(journal.show, standbys=plans)
    return journal


def called(show: Show) -> StandbyCalled:
    product = ProductOnAir("p03", show.products[2].name)
    return StandbyCalled(5, 5, "b2", "断货", "主播近景", StandbyMode.PAUSE, 120_000, False, product=product)


def cue_rows(room: Room) -> list[CueRow]:
    return list(room.desk.right.console.model.rows)


def test_a_plan_says_in_words_what_it_will_do(room: Room) -> None:
    journal = bundled()
    room.show(journal)
    plan, product = journal.show.standbys[1], journal.show.products[2]
    assert plan_lines(journal.show, plan) == (
        "Scene: 主播近景 · fade of 300 ms",
        f"Card: {product.name}",
        "Shows: 断货横幅",
        "Hides: 倒计时",
        "Console: 弹讲解卡 3 号、下架 2 号",
        "To the host: 转讲三号，不说补货",
        "Owner: 中控",
        "The segment waits; F4 brings it back · 02:00",
    )
    button = room.desk.rundown.standby.buttons["b2"]
    for line in plan_lines(journal.show, plan):
        assert line in button.toolTip()
        assert line in button.accessibleDescription()
    plain = replace(plan, mode=StandbyMode.REPLACE, duration_ms=None, product_id="gone", scene="", message="")
    assert "Takes what is left of the segment's time" in plan_lines(journal.show, plain)
    assert not any(line.startswith(("Scene", "Card", "To the host")) for line in plan_lines(journal.show, plain))


def test_a_product_that_is_renamed_is_named_anew(room: Room) -> None:
    journal = bundled()
    room.show(journal)
    named = tuple(replace(one, name="新面膜") if one.id == "p03" else one for one in journal.show.products)
    journal.show = replace(journal.show, products=named)
    room.show(journal, MID_T + 1)
    assert "Card: 新面膜" in room.desk.rundown.standby.buttons["b2"].toolTip()


def test_the_console_is_asked_for_the_cues_of_the_plan_on_air_first(room: Room) -> None:
    journal = bundled()
    room.show(journal)
    assert not {row.key for row in cue_rows(room)} & {"x1", "x2"}
    journal.add(MID_T, called(journal.show))
    room.show(journal, MID_T + 5 * SECOND)
    first, *others = cue_rows(room)
    assert (first.key, first.current, first.due.title, first.due.number) == ("x1", True, "断货", 0)
    assert "x2" in {row.key for row in others}
    room.key(Qt.Key.Key_T)
    assert room.sent == [c.TickCue("x1", True)]


def test_the_log_names_the_card_that_came_with_a_plan() -> None:
    journal = bundled()
    entry = Entry(9, MID_T, MID_T, "导播", called(journal.show))
    row = log_row(entry)
    assert row is not None
    assert row.text.startswith(f"Standby plan: 断货 · {journal.show.products[2].name}")
