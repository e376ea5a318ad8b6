"""Going live on another day than planned is asked first."""

from __future__ import annotations

import pytest

from livedesk.domain import commands as c
from livedesk.domain import events as e
from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase
from tests.unit.shows import Desk, at, segment, show

START = "2026-11-25 20:00"


def refusal(desk: Desk, command: c.Command) -> UserError:
    with pytest.raises(UserError) as caught:
        desk.do(command)
    assert desk.state.run.phase is Phase.PREPARING
    return caught.value


@pytest.mark.parametrize(("begin", "hours"), [("2026-11-25 13:59", 6), ("2026-11-26 20:00", 24)])
def test_far_from_the_planned_start_a_name_and_a_reason_are_asked(begin: str, hours: int) -> None:
    desk = Desk(show(START, segment(1, 5)), at(begin))
    error = refusal(desk, c.GoLive())
    assert (error.code, error.params) == ("run.far_from_plan", {"hours": hours, "planned": START})
    assert refusal(desk, c.GoLive(override_by="导播")).code == "run.override_incomplete"
    desk.do(c.GoLive("导播", "提前开播"))
    event = next(entry.event for entry in desk.entries if isinstance(entry.event, e.WentLive))
    assert (event.open_checks, event.override_by, event.override_reason) == ((), "导播", "提前开播")


def test_it_is_asked_before_open_checks_and_one_answer_serves_both() -> None:
    checks = (CheckItem("k1", CheckGroup.OBS, "OBS", critical=True),)
    desk = Desk(show(START, segment(1, 5), checklist=checks), at("2026-11-20 20:00"))
    assert refusal(desk, c.GoLive()).code == "run.far_from_plan"
    desk.do(c.GoLive("导播", "试播"))
    event = next(entry.event for entry in desk.entries if isinstance(entry.event, e.WentLive))
    assert event.open_checks == ("OBS",)


@pytest.mark.parametrize("begin", ["2026-11-25 14:00", "2026-11-26 02:00"])
def test_within_six_hours_of_it_nothing_is_asked(begin: str) -> None:
    desk = Desk(show(START, segment(1, 5)), at(begin)).do(c.GoLive("导播", "没有缘由"))
    event = next(entry.event for entry in desk.entries if isinstance(entry.event, e.WentLive))
    assert (desk.state.run.phase, event.override_by) == (Phase.ON_AIR, "")
