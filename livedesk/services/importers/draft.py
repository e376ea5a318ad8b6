"""A segment as its rows say it, before its times are worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

from livedesk.domain.rundown import EndMode, ItemWish, Transition
from livedesk.services.sheets.cues import CueText
from livedesk.services.sheets.times import Slot, TimeOfDay


@dataclass(slots=True)
class Draft:
    """One segment. ``slot`` and ``duration_ms`` are what its time and duration cells say; ``time_row`` is the row
    in which its time cell begins (other rows may share it); ``pinned`` asks for a hard start at its start,
    ``hard`` for one at a time of its own. ``group`` is the key of its group (see
    :func:`livedesk.services.sheets.names.group_key`), ``number`` what the sheet counts by, ``fixed`` a number that is
    fixed; ``alerts`` what is left when it turns yellow and red (ms)."""

    row: int
    title: str
    number: str = ""
    fixed: str = ""
    group: str = ""
    kind_text: str = ""
    slot: Slot = Slot()
    end: TimeOfDay | None = None
    duration_ms: int | None = None
    time_row: int = 0
    pinned: bool = False
    hard: TimeOfDay | None = None
    end_mode: EndMode = EndMode.MANUAL
    count_to: TimeOfDay | None = None
    scene: str = ""
    transition: Transition = Transition()
    product_ids: list[str] = field(default_factory=list)
    script: list[str] = field(default_factory=list)
    cohost: list[str] = field(default_factory=list)
    interaction: list[str] = field(default_factory=list)
    goal: list[str] = field(default_factory=list)
    person: str = ""
    co_host: str = ""
    owner: str = ""
    alerts: tuple[int | None, int | None] = (None, None)
    fallback: list[str] = field(default_factory=list)
    cues: list[CueText] = field(default_factory=list)
    items: list[ItemWish] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    skipped: bool = False
    notes: list[str] = field(default_factory=list)
    wrong: bool = False


@dataclass(slots=True)
class Timed:
    """The times of a draft as instants (epoch ms)."""

    start: int
    duration: int
    hard_start: int | None = None
    count_to: int | None = None
