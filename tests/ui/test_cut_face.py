"""By when what is on air must be cut: in sight on every page and in every layout, with enough time and with too
little, never cut off."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from bare_desk import Desk
from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from whole_window import Whole
from window_room import obs_status

from livedesk.domain.clock import MINUTE
from livedesk.domain.desk_layout import Role
from livedesk.domain.events_desk import OutputState
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.run import Phase
from livedesk.domain.status import FeedStatus, LinkState, PrompterStatus
from livedesk.ui.light_room import LightRoom
from livedesk.ui.widgets.light import LightState, Mark


def put_on_air(pages: Pages, desk: Desk) -> None:
    """The sample show with its third item on air."""
    journal = evening(keep_sample(pages.store), until=3)
    desk.clock.wall_ms = journal.run.instant(journal.entries[-1].t_ms)
    desk.clock.mono_ms = journal.run.origin_mono_ms + journal.entries[-1].t_ms
    pages.post(told(journal.show, journal))


def whole_part(part: QWidget) -> bool:
    """Whether a label, or every label in a part, has the room it asks for."""
    labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
    return all(one.width() >= one.sizeHint().width() for one in labels if not one.isHidden())


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("lost", [False, True], ids=["well", "faults"])
def test_it_is_in_sight_in_every_layout_and_on_every_page(
    language: str, size: tuple[int, int], lost: bool, whole: Whole, pages: Pages, desk: Desk, qtbot: QtBot
) -> None:
    window, bar = whole.window, whole.window.top_bar
    window.resize(*size)
    put_on_air(pages, desk)
    wall = desk.clock.wall_ms
    stream = Outputs(Output(OutputState.STARTED, True, 0, wall - 1_512_000))
    pages.post(obs_status(outputs=stream) if not lost else obs_status(link=LinkState.HUNG))
    pages.post(FeedStatus(LinkState.LOST if lost else LinkState.READY, "", wall - 400, wall - 38_000))
    pages.post(PrompterStatus(LinkState.LOST if lost else LinkState.READY, "", 2))
    spare, short = (
        (r"[\d:]+ to spare", r"▲ [\d:]+ short") if language == "en" else (r"富余 [\d:]+", r"▲ 还差 [\d:]+")
    )

    def looked_at() -> bool:
        window.ticker.tick()
        parts = [bar.cut.when, bar.cut.margin, *bar.clocks.values(), *bar.lights.values(), bar.state]
        inside = bar.cut.isVisible() and bar.lights["checks"].geometry().right() <= bar.width()
        return (
            inside and all(whole_part(part) for part in parts) and all(light.text for light in bar.lights.values())
        )

    for over in (0, 60 * MINUTE):
        desk.clock.advance(over)
        for role in Role:
            window.context.actions.trigger(f"role_{role.value}")
            qtbot.waitUntil(looked_at)
            assert re.fullmatch(short if over else spare, bar.cut.margin.text())
        window.context.lock.toggle()
        qtbot.waitUntil(looked_at)
        window.context.lock.toggle()
        for page in ("prepare", "plan", "review"):
            window.show_page(page)
            qtbot.waitUntil(looked_at)


def test_it_is_there_on_air_alone(whole: Whole, pages: Pages, desk: Desk) -> None:
    cut = whole.window.top_bar.cut
    show = keep_sample(pages.store)
    journal = evening(show, until=0)
    del journal.entries[4:]
    pages.post(told(show, journal))
    whole.window.ticker.tick()
    assert journal.run.phase is Phase.PREPARING
    assert cut.isHidden()
    put_on_air(pages, desk)
    whole.window.ticker.tick()
    assert not cut.isHidden()
    assert "cut by" in cut.accessibleName()
    # Of the sample's fixed starts none is left to come after the last item.
    pages.post(told(show, evening(show, until=len(show.segments))))
    whole.window.ticker.tick()
    assert cut.isHidden()


STATES = {
    name: LightState(mark, f"{name} in many words", name, least=name[:2])
    for name, mark in (("obs", Mark.OK), ("output", Mark.FAULT), ("data", Mark.OK), ("checks", Mark.WAIT))
}


def test_the_lights_give_up_words_one_by_one_those_of_a_fault_last() -> None:
    seen = [
        LightRoom().fit(STATES, lambda text: 10 * len(text) + 30, room, long=True) for room in range(1_200, 0, -10)
    ]
    assert seen[0] == {name: state.text for name, state in STATES.items()}
    assert {"obs": "ob", "output": "output", "data": "da", "checks": "ch"} in seen, "each has a word still"
    assert {"obs": "", "output": "ou", "data": "", "checks": ""} in seen
    assert not any(seen[-1].values())
    for before, after in pairwise(seen):
        assert sum(map(len, after.values())) <= sum(map(len, before.values()))
    first = next(words for words in seen if words != seen[0])
    assert first == {**seen[0], "data": "data"}


def test_words_come_back_only_when_there_is_room_to_spare() -> None:
    room, widths = LightRoom(), (lambda text: 10 * len(text))
    wide = sum(widths(state.text) for state in STATES.values())
    assert room.fit(STATES, widths, wide, long=True)["data"] == STATES["data"].text
    assert room.fit(STATES, widths, wide - 1, long=True)["data"] == "data"
    assert room.fit(STATES, widths, wide + 10, long=True)["data"] == "data"
    assert room.fit(STATES, widths, wide + 40, long=True)["data"] == STATES["data"].text
