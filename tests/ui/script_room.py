"""The script page's document over a real store, as the program wires it, and a second window beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from bare_desk import Desk
from pages_desk import keep_sample
from pytestqt.qtbot import QtBot

from livedesk.app.documents import Documents
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.edits import Edit
from livedesk.domain.errors import UserError
from livedesk.domain.ports import Kept, Media, Runs, Shows
from livedesk.domain.rundown import Segment, Show
from livedesk.services.session.clock import SystemClock
from livedesk.services.session.snapshot import DocumentSnapshot
from livedesk.services.session.thread import ShowThread
from livedesk.store.store import Store
from livedesk.ui.context import DeskContext
from livedesk.ui.workspaces.script.document import Changed, Conflict, ScriptDocument


@dataclass
class ScriptServices:
    """Documents, templates and pictures over a store; other services answer in their own tests."""

    store: Store
    documents: Documents
    asked: list[str] = field(default_factory=list)

    @property
    def shows(self) -> Shows:
        """The documents on disk."""
        return self.store.shows

    @property
    def runs(self) -> Runs:
        """The runs."""
        return self.store.runs

    @property
    def kept(self) -> Kept:
        """What is kept for any show."""
        return self.store.kept

    @property
    def media(self) -> Media:
        """Pictures."""
        return self.store.media

    @property
    def data_folder(self) -> Path:
        """The store's own."""
        return self.store.folder.root

    def document(self, show_id: str) -> DocumentSnapshot:
        """As it stands now."""
        return self.documents.load(show_id)

    def edit(self, show_id: str, edit: Edit, base: int, own: frozenset[int] = frozenset()) -> DocumentSnapshot:
        """Change it."""
        return self.documents.edit(show_id, edit, base, own)

    def undo(self, show_id: str) -> DocumentSnapshot:
        """Take the newest edit back."""
        return self.documents.undo(show_id)

    def redo(self, show_id: str) -> DocumentSnapshot:
        """Again."""
        return self.documents.redo(show_id)


@dataclass
class ScriptRoom:
    """A window's document (``document``), what it told, and everything that stands behind it."""

    context: DeskContext
    services: ScriptServices
    show_id: str
    qtbot: QtBot
    document: ScriptDocument = field(init=False)
    changes: list[Changed] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[UserError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.document = self.open()
        self.document.changed.connect(self.changes.append)
        self.document.conflicted.connect(self.conflicts.append)
        self.document.refused.connect(self.refused.append)

    def open(self) -> ScriptDocument:
        """Another window on the same show."""
        made = ScriptDocument(self.context, self.context.bridge)
        made.open(self.show_id)
        self.qtbot.waitUntil(lambda: made.show is not None)
        return made

    @property
    def show(self) -> Show:
        """The document as the window shows it."""
        assert self.document.show is not None
        return self.document.show

    def segment(self, at: int) -> Segment:
        """The segment at this place (0-based), as shown."""
        return self.show.segments[at]

    def settled(self, *documents: ScriptDocument) -> None:
        """Wait until nothing is on its way, and what is shown is what is kept."""
        every = documents or (self.document,)
        self.qtbot.waitUntil(lambda: not any(one.busy for one in every))
        self.services.documents.finish()
        self.qtbot.waitUntil(
            lambda: all(one.revision == self.services.documents.load(self.show_id).revision for one in every)
        )
        kept, _ = self.services.shows.load(self.show_id)
        for one in every:
            assert one.show == kept


def override(item_id: str, rule_id: str, words: str) -> ClaimOverride:
    """A wording that 运营 lets stand."""
    return ClaimOverride(item_id, rule_id, words, "评测报告原话", "运营", 1)


@pytest.fixture(name="script")
def script_room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ScriptRoom]:
    """The sample show, open in a window."""
    with Store.open(tmp_path / "data") as store:
        show = keep_sample(store)
        clock = SystemClock()
        thread = ShowThread(clock, desk.publish, lambda: "运营")
        documents = Documents(
            store.shows, store.writer, thread, clock, lambda: "运营", desk.publish, lambda: None, _no_fault
        )
        made: Any = ScriptServices(store, documents)
        context = replace(desk.context, services=made)
        yield ScriptRoom(context, made, show.id, qtbot)
        desk.context.background.close()


def _no_fault(code: str) -> None:
    assert code == ""
