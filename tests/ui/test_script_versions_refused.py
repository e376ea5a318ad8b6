"""Versions, where the services refuse what is read for them: it is told, and asked again."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from bare_desk import START_MS
from pages_desk import keep_run
from script_room import ScriptRoom, ScriptServices, script_room
from test_script_versions_air import aired, run_of
from versions_room import listed, title, versions_panel

from livedesk.domain import editing
from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.ui.workspaces.script import patience, version_history
from livedesk.ui.workspaces.script.version_panel import VersionsPanel

__all__ = ["script_room", "versions_panel"]


class Refusing:
    """A property of the services that refuses so often, then gives what it gave before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, code: str, times: int = 1) -> None:
        self.left, self.code, self.threads = times, code, list[threading.Thread]()
        self.real = getattr(ScriptServices, name).fget
        monkeypatch.setattr(ScriptServices, name, property(self.give))

    def give(self, services: ScriptServices) -> object:
        """Refuse, or give it."""
        if threading.current_thread() is not threading.main_thread():
            self.threads.append(threading.current_thread())
        if self.left:
            self.left -= 1
            raise UserError(self.code, path="", reason="")
        return self.real(services)


def calm(script: ScriptRoom, panel: VersionsPanel) -> None:
    """Nothing is read any more."""
    parts = (panel.runs, panel.history)
    script.qtbot.waitUntil(lambda: not any(one._busy or one._soon.isActive() for one in parts))


def test_times_on_air_are_read_again_after_the_services_refused(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm(script, panel)
    keep_run(script.services.store, run_of(script, 1, opened=START_MS - MINUTE))
    panel.hide()
    refusing = Refusing(monkeypatch, "runs", "store.locked")
    with script.qtbot.captureExceptions() as told:
        panel.show()
        script.qtbot.waitUntil(lambda: not refusing.left and not panel.runs._busy)
        script.qtbot.waitUntil(lambda: len(told) == 1)
    assert [error.code for _, error, _ in told if isinstance(error, UserError)] == ["store.locked"]
    assert refusing.threads, "asked in a worker"
    panel.hide()
    panel.show()
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1)


@pytest.mark.parametrize("name", ["runs", "shows"])
def test_they_are_asked_again_by_themselves_while_the_store_is_opened(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    calm(script, panel)
    panel.hide()
    title(script.document, 0, "甲")
    script.settled()
    keep_run(script.services.store, run_of(script, 1, opened=START_MS - MINUTE))
    Refusing(monkeypatch, name, patience.LOADING, 2)
    panel.show()
    script.qtbot.waitUntil(lambda: len(aired(panel)) == 1 and len(panel.history.steps) == 1)


def test_steps_are_read_again_after_the_services_refused(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm(script, panel)
    panel.hide()
    title(script.document, 0, "甲")
    script.settled()
    Refusing(monkeypatch, "shows", "store.locked")
    with script.qtbot.captureExceptions() as told:
        panel.show()
        script.qtbot.waitUntil(lambda: len(told) == 1)
    panel.hide()
    panel.show()
    listed(script, panel, 1)


@pytest.mark.parametrize("code", ["store.locked", patience.LOADING])
def test_a_difference_is_found_after_the_services_refused(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    title(script.document, 0, "甲")
    listed(script, panel, 1)
    script.settled()
    calm(script, panel)
    refusing = Refusing(monkeypatch, "shows", code)
    with script.qtbot.captureExceptions() as told:
        panel.take_keys()
        script.qtbot.waitUntil(lambda: not refusing.left)
        if code != patience.LOADING:
            script.qtbot.waitUntil(lambda: len(told) == 1)
            panel.hide()
            panel.show()
        script.qtbot.waitUntil(lambda: panel.comparison is not None)
    assert len(told) == (code != patience.LOADING)


@pytest.mark.parametrize("name", ["runs", "shows"])
def test_another_show_that_waits_for_a_read_that_fails_is_read_after_it(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    calm(script, panel)
    other = replace(script.show, id="other", title="另一场")
    script.services.store.shows.add(other, by="运营", at_ms=0)
    edit = editing.set_field(other, {other.segments[0].id}, "title", "乙")
    assert edit is not None
    script.services.edit("other", edit, 1)
    journal = run_of(script, 1, opened=START_MS - MINUTE)
    journal.show = other
    keep_run(script.services.store, journal)
    panel.hide()
    title(script.document, 0, "甲")
    script.settled()
    go = threading.Event()
    real = getattr(ScriptServices, name).fget
    held: list[bool] = []

    def give(services: ScriptServices) -> object:
        if threading.current_thread() is not threading.main_thread() and not held:
            held.append(go.wait(10))
            raise UserError("store.locked", path="", reason="")
        return real(services)

    monkeypatch.setattr(ScriptServices, name, property(give))
    with script.qtbot.captureExceptions() as told:
        panel.show()
        script.qtbot.waitUntil(lambda: (panel.runs if name == "runs" else panel.history)._busy)
        script.document.open("other")
        script.qtbot.waitUntil(lambda: script.show.id == "other")
        script.qtbot.waitUntil(lambda: not (panel.history._soon.isActive() or panel.runs._soon.isActive()))
        go.set()
        script.qtbot.waitUntil(lambda: bool(told))
        script.qtbot.waitUntil(lambda: len(panel.history.steps) == 1 and len(panel.runs.found) == 1)


def test_what_is_read_while_another_show_is_looked_at_is_not_taken_for_all_there_is(
    script: ScriptRoom, panel: VersionsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = script.show.id, replace(script.show, id="other", title="另一场")
    script.services.store.shows.add(other, by="运营", at_ms=0)
    for words in "甲乙丙":
        title(script.document, 0, words)
        script.settled()
    listed(script, panel, 3)
    calm(script, panel)
    go, held, real = threading.Event(), list[bool](), version_history._steps

    def slow(*asked: Any) -> object:
        found = real(*asked)
        if not held:
            held.append(True)
            go.wait(10)
        return found

    monkeypatch.setattr(version_history, "_steps", slow)
    title(script.document, 0, "丁")
    script.settled()
    script.qtbot.waitUntil(lambda: bool(held))
    for show_id in ("other", first):
        script.document.open(show_id)
        script.qtbot.waitUntil(lambda wanted=show_id: script.show.id == wanted)
    go.set()
    script.qtbot.waitUntil(lambda: len(panel.history.steps) == 4)
    assert panel.history.whole
