"""The sample's audience: a recording that is played from the moment at which its show goes on air."""

from __future__ import annotations

from livedesk.app.paths import sample
from livedesk.app.run_feeds import TapeAudience
from livedesk.app.tape import Tape
from livedesk.domain.clock import HOUR, MINUTE
from livedesk.services.ingest.privacy import Privacy

START = 1_800_000_000_000


def test_every_figure_of_the_tape_belongs_to_the_run() -> None:
    tape = Tape(sample("feed.jsonl"), sample("orders.csv"))
    audience = TapeAudience(tape, Privacy(b"a salt for the tape's test, 32 b."), "Asia/Shanghai", None)
    assert not audience.until(START).events
    audience.begin(START)
    first = audience.until(START + MINUTE)
    assert first.events
    assert first.rows == [], "orders that were paid before it are not its own"
    later = audience.until(START + HOUR)
    assert len(later.rows) > 100
    assert all((row.paid_ms or row.submitted_ms or 0) >= START for row in later.rows)
