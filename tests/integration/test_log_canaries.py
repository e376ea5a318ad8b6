"""What people wrote, their names and numbers stand in no log, whatever fails."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry, MessageKind, MessageSent
from livedesk.domain.feed import FeedEvent, FeedKind
from livedesk.services.ingest.keeper import Keeper
from livedesk.store.store import Store

TEXT, PHONE, NICK = "canary-这款还有吗", "13800138000", "金**"
MISSING = 404


def test_a_failing_insert_logs_nothing_that_people_wrote(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    heard: list[BaseException | None] = []
    told = threading.Event()

    def done(error: BaseException | None) -> None:
        heard.append(error)
        told.set()

    with Store.open(tmp_path) as store:
        keeper = Keeper(store.feeds, store.writer, MISSING)
        comment = FeedEvent("m1", FeedKind.COMMENT, 1, "u", NICK, f"{TEXT} {PHONE}")
        keeper.add("relay", [comment])
        with pytest.raises(Exception, match="FOREIGN KEY") as failed:
            keeper.close()
        store.writer.append(
            MISSING, [Entry(1, 1, 1, NICK, MessageSent(1, MessageKind.QUESTION, f"{TEXT} {PHONE}"))], done
        )
        assert told.wait(10)
    refused = heard[0]
    assert isinstance(refused, UserError)
    assert refused.code == "journal.conflict"
    assert "keeping what the audience did failed" in caplog.text
    assert "refuses entries: IntegrityError" in caplog.text
    for canary in (TEXT, PHONE, NICK):
        assert canary not in caplog.text
        assert canary not in str(failed.value)
        assert canary not in str(refused)
