"""Holds the answers of checks that watch OBS's figures until they stand: a machine under load makes them flap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from livedesk.domain.checklist import CheckMark, CheckState
from livedesk.domain.clock import SECOND
from livedesk.domain.commands import MarkCheck
from livedesk.domain.rundown import Show

HOLD_MS = 12 * SECOND
FIGURES = frozenset({"obs.fps", "obs.dropped"})


class ProbeHold:
    """Knows since when such a check's answer has been another than the run's. Of one thread."""

    def __init__(self) -> None:
        self._since: dict[str, tuple[CheckState, int]] = {}

    def ripe(
        self,
        marks: Sequence[MarkCheck],
        show: Show,
        known: Mapping[str, CheckMark],
        mono_ms: int,
        *,
        linked: bool,
        asked: bool,
    ) -> tuple[MarkCheck, ...]:
        """Those of ``marks`` that count now (``mono_ms``: monotonic). A figure's counts when it has been so for
        :data:`HOLD_MS` without a break; its first pass, every answer where OBS is not ``linked``, and all that a
        person ``asked`` for count at once."""
        figures = {item.id for item in show.checklist if item.probe in FIGURES} if linked and not asked else set()
        before, self._since = self._since, {}
        found = []
        for mark in marks:
            stood = known.get(mark.check_id)
            first = (stood is None or stood.state is CheckState.OPEN) and mark.state is CheckState.PASSED
            if mark.check_id in figures and not first:
                state, since = before.get(mark.check_id, (mark.state, mono_ms))
                since = since if state is mark.state else mono_ms
                if mono_ms - since < HOLD_MS:
                    self._since[mark.check_id] = mark.state, since
                    continue
            found.append(mark)
        return tuple(found)
