"""Texts of the card that a hand typed inside OBS, and the two ways out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from livedesk.domain import commands as c
from livedesk.domain.asrun import as_run
from livedesk.domain.effects import ObsTexts, effects
from livedesk.domain.errors import UserError
from livedesk.domain.events_desk import HandKind
from tests.unit.shows import TYPED, Desk, at, segment, show

START = "2026-11-25 20:00"
HAND = c.ReportChange(HandKind.TEXT, TYPED.input, text=TYPED.shown)


def desk() -> Desk:
    """On air, and a hand has typed a price."""
    return Desk(show(START, segment(1, 5), segment(2, 5)), at(START)).do(c.GoLive()).do(HAND, "OBS")


def test_the_hand_is_a_row_with_what_it_typed() -> None:
    row = as_run(desk().entries)[-1]
    assert (row.kind, row.title, row.result, row.note, row.by) == ("hand", "直播价", "manual", "text: ¥1", "OBS")


def test_written_again_it_is_asked_of_obs_with_who_asked() -> None:
    there = desk().do(c.PutCard((TYPED,)), "导播")
    assert effects(there.entries[-1]) == (ObsTexts(("直播价",)),)
    row = as_run(there.entries)[-1]
    assert (row.kind, row.title, row.result, row.by) == ("card", "直播价: ¥99", "asked", "导播")


def test_left_it_stays_left_until_there_is_another_text_or_another_hand() -> None:
    there = desk().do(c.LeaveCard((TYPED,)))
    assert effects(there.entries[-1]) == ()
    assert (as_run(there.entries)[-1].title, as_run(there.entries)[-1].result) == ("直播价: ¥1", "left")
    run = there.do(c.Go()).state.run
    assert run.card_unsettled((TYPED,)) == ()
    later = replace(TYPED, wanted="¥89")
    assert run.card_unsettled((TYPED, later)) == (later,)
    count = len(there.entries)
    there.do(c.LeaveCard((TYPED,))).do(c.PutCard(()))
    assert len(there.entries) == count, "there is nothing to leave or to write"
    there.do(replace(HAND, what="日常价"), "OBS")
    assert there.state.run.card_unsettled((TYPED,)) == ()
    there.do(HAND, "OBS")
    assert there.state.run.card_unsettled((TYPED,)) == (), "the hand whose text was left, told a moment later"
    there.do(replace(HAND, text="¥2"), "OBS")
    assert there.state.run.card_unsettled((TYPED,)) == (TYPED,)


def test_before_air_there_is_nothing_to_write() -> None:
    there = Desk(show(START, segment(1, 5)), at(START))
    with pytest.raises(UserError) as refused:
        there.do(c.PutCard((TYPED,)))
    assert refused.value.code == "run.not_on_air"
