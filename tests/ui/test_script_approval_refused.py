"""How far a script has come, where the services refuse what is read for it: it is told, and asked again."""

from __future__ import annotations

import pytest
from script_room import ScriptRoom, script_room
from test_script_versions_refused import Refusing
from versions_room import title

from livedesk.domain.edits import SetApproval
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval
from livedesk.ui.workspaces.script import patience
from livedesk.ui.workspaces.script.approval_bar import LockBar

__all__ = ["script_room"]


def locked_from_review(script: ScriptRoom) -> None:
    """The script was in review, and is locked."""
    for state in (Approval.IN_REVIEW, Approval.LOCKED):
        script.document.do(SetApproval(state))
        script.settled()


def bar_of(script: ScriptRoom) -> LockBar:
    made = LockBar(script.context, script.document)
    script.qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_asked_again_by_itself_while_the_store_is_opened(
    script: ScriptRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_from_review(script)
    refusing = Refusing(monkeypatch, "shows", patience.LOADING, 2)
    bar = bar_of(script)
    script.qtbot.waitUntil(lambda: bar.facts.before is Approval.IN_REVIEW)
    assert bar.facts.last is not None
    assert len(refusing.threads) == 3, "asked in a worker"


def test_it_is_told_and_asked_again_with_the_next_change(
    script: ScriptRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for state in (Approval.IN_REVIEW, Approval.APPROVED):
        script.document.do(SetApproval(state))
        script.settled()
    refusing = Refusing(monkeypatch, "shows", "store.locked")
    with script.qtbot.captureExceptions() as told:
        bar = bar_of(script)
        script.qtbot.waitUntil(lambda: len(told) == 1)
    assert [error.code for _, error, _ in told if isinstance(error, UserError)] == ["store.locked"]
    assert refusing.threads, "asked in a worker"
    assert (bar.facts.state, bar.facts.last, bar.facts.changes) == (Approval.APPROVED, None, 0)
    title(script.document, 0, "甲")
    script.qtbot.waitUntil(lambda: bar.facts.last is not None and bar.facts.changes == 1)
    script.settled()


def test_what_is_known_stays_where_it_can_not_be_read_again(
    script: ScriptRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_from_review(script)
    bar = bar_of(script)
    script.qtbot.waitUntil(lambda: bar.facts.last is not None)
    Refusing(monkeypatch, "shows", "store.locked")
    with script.qtbot.captureExceptions() as told:
        bar.facts._ask()
        script.qtbot.waitUntil(lambda: len(told) == 1)
    assert bar.facts.last is not None
    assert bar.facts.before is Approval.IN_REVIEW
