"""Whether everything is kept stands beside the title: that it is being saved is said only where it takes a while."""

from __future__ import annotations

from threading import Event

import pytest
from script_page_room import PageRoom, script_page_room, script_sample

from livedesk.domain import editing
from livedesk.domain.edits import Edit
from livedesk.domain.rundown import Show

__all__ = ["script_page_room", "script_sample"]

LIMIT_S = 30


def rename(room: PageRoom, title: str) -> None:
    edit = editing.set_field(room.show, [room.segment(0).id], "title", title)
    assert edit is not None
    room.page.document.do(edit)


def test_a_slow_disk_is_told_of(room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    header, services = room.page.header, room.page.context.services
    go_on, edit = Event(), services.edit

    def slow(show_id: str, wanted: Edit, base: int, own: frozenset[int] = frozenset()) -> object:
        assert go_on.wait(LIMIT_S)
        return edit(show_id, wanted, base, own)

    monkeypatch.setattr(services, "edit", slow)
    kept = room.page.document.revision
    rename(room, "一")
    assert header.saved.text() == f"version {kept} is saved"
    room.wait(lambda: header.saved.text() == "saving …")
    go_on.set()
    room.wait(lambda: header.saved.text() == f"version {kept + 1} is saved")


def test_nothing_flickers_where_it_is_kept_at_once(
    room: PageRoom, sample: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, shown = room.page.header.saved, list[str]()
    put = saved.setText

    def listen(words: str) -> None:
        shown.append(words)
        put(words)

    monkeypatch.setattr(saved, "setText", listen)
    # However slow the machine is.
    room.page.header.patience.setInterval(LIMIT_S * 1_000)
    kept = room.page.document.revision
    for turn in range(1, 6):
        rename(room, f"第 {turn} 次")
        room.wait(lambda: not room.page.document.busy)
    assert shown == [f"version {kept + turn} is saved" for turn in range(1, 6)]
