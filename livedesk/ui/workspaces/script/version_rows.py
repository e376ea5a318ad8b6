"""The lines of the history: bursts that open, steps in them, steps of the approval, times on air, and the first
version."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import to_local
from livedesk.domain.edits import SetApproval
from livedesk.domain.ports import Revision
from livedesk.domain.rundown import Approval
from livedesk.services.broadcasts import Broadcast
from livedesk.ui import format as fmt
from livedesk.ui.words import who
from livedesk.ui.workspaces.script.approval_words import when
from livedesk.ui.workspaces.script.version_bursts import Burst, bursts
from livedesk.ui.workspaces.script.version_words import Titles, step_words


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A line: from the state ``before`` it to the state ``revision`` after it. ``opens``: None where it does not,
    else whether it is open. ``inner``: it stands in an open burst. ``on_air``: None where it is no time on air, else
    whether it lasts. ``more``: it reads older ones."""

    key: Hashable
    words: str
    below: str
    revision: int
    before: int
    opens: bool | None = None
    inner: bool = False
    undone: bool = False
    approval: Approval | None = None
    on_air: bool | None = None
    more: bool = False

    @property
    def text(self) -> str:
        """The line in words."""
        return f"{self.words}, {self.below}"


@dataclass(frozen=True, slots=True)
class Reader:
    """What the lines are told by: the zone of the show, the time now, titles, and which bursts are open."""

    zone: str
    now_ms: int
    titles: Titles
    opened: Set[Hashable]


def rows(
    steps: tuple[Revision, ...], reader: Reader, *, whole: bool, aired: Sequence[Broadcast] = ()
) -> tuple[VersionRow, ...]:
    """The lines, the newest first. ``whole``: there are no older steps. ``aired`` are the times on air: each stands
    over the version that it went on air with; where that is older than ``steps``, it is left out."""
    known = {step.revision: step for step in steps}
    found: list[VersionRow] = []
    # By version, for a clock that was set back may have changed their order.
    waiting = sorted(aired, key=lambda one: (one.revision, one.run_id))
    for burst in bursts(steps, {one.revision for one in aired}):
        while waiting and waiting[-1].revision >= burst.last.revision:
            found.append(_aired(waiting.pop(), reader))
        if len(burst.steps) == 1:
            found.append(_one(burst.first, reader, known))
            continue
        head = _head(burst, reader, known)
        found.append(head)
        if head.opens:
            found += [_one(step, reader, known, inner=True) for step in burst.steps]
    if whole:
        found += [_aired(one, reader) for one in reversed(waiting)]
        first = QCoreApplication.translate("ScriptVersions", "First version")
        came = QCoreApplication.translate("ScriptVersions", "as it was made or read in")
        found.append(VersionRow(("r", 1), first, came, 1, 1))
    elif steps:
        older = QCoreApplication.translate("ScriptVersions", "Older versions…")
        found.append(VersionRow("more", older, "", steps[-1].revision, steps[-1].revision, more=True))
    return tuple(found)


def title(row: VersionRow) -> str:
    """What a version is called: its number, and by whom and when it came to be or went on air."""
    number = QCoreApplication.translate("ScriptVersions", "Version {0}").format(row.revision)
    return f"{number} · {row.below if row.on_air is None else row.text}"


def _one(step: Revision, reader: Reader, known: Mapping[int, Revision], *, inner: bool = False) -> VersionRow:
    edit = step.edit
    return VersionRow(
        ("r", step.revision),
        step_words(step, reader.titles, known),
        f"{who(step.by)} · {when(step.at_ms, reader.now_ms, reader.zone)}",
        step.revision,
        step.revision - 1,
        inner=inner,
        undone=step.undone is not None,
        approval=edit.approval if isinstance(edit, SetApproval) else None,
    )


def _head(burst: Burst, reader: Reader, known: Mapping[int, Revision]) -> VersionRow:
    # Newer steps join a burst at its other end, so its oldest names it.
    key = ("b", burst.first.revision)
    count = QCoreApplication.translate("ScriptVersions", "{0} changes").format(fmt.count(len(burst.steps)))
    newest = step_words(burst.last, reader.titles, known)
    start, end = sorted((burst.first.at_ms, burst.last.at_ms))
    span = _span(start, end, reader)
    return VersionRow(
        key,
        f"{count} · {newest}",
        f"{who(burst.last.by)} · {span}",
        burst.last.revision,
        burst.first.revision - 1,
        opens=key in reader.opened,
        undone=all(step.undone is not None for step in burst.steps),
    )


def _aired(one: Broadcast, reader: Reader) -> VersionRow:
    # The version is what it was before: going on air changes nothing in it.
    lasts = one.ended_ms is None
    if one.ended_ms is None:
        words = QCoreApplication.translate("ScriptVersions", "On air since {0}")
        words = words.format(when(one.started_ms, reader.now_ms, reader.zone))
    else:
        words = QCoreApplication.translate("ScriptVersions", "Was on air {0}")
        words = words.format(_span(one.started_ms, one.ended_ms, reader))
    return VersionRow(("air", one.run_id), words, who(one.by), one.revision, one.revision, on_air=lasts)


def _span(start_ms: int, end_ms: int, reader: Reader) -> str:
    """From when until when; one time where both read the same."""
    start, end = (when(ms, reader.now_ms, reader.zone) for ms in (start_ms, end_ms))
    if start == end:
        return start
    same = to_local(start_ms, reader.zone).date() == to_local(end_ms, reader.zone).date()
    return f"{start}–{fmt.short_clock(end_ms, reader.zone) if same else end}"
