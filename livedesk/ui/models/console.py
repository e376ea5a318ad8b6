"""Console cues as a list: what the operator has to do on the platform, and when."""

from __future__ import annotations

from dataclasses import dataclass

from livedesk.domain.console import CueState, DueCue
from livedesk.ui.models.keyed import KeyedListModel


@dataclass(frozen=True, slots=True)
class CueRow:
    """A cue with its state, and whether its segment or standby plan is on air. ``seconds`` to its moment (negative:
    late) are whole, so that a tick changes a row once a second at most; None for a done one."""

    due: DueCue
    current: bool
    seconds: int | None

    @property
    def key(self) -> str:
        """The cue's id."""
        return self.due.cue.id

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.due.cue.text


def cue_rows(cues: tuple[DueCue, ...], on_air: str, now: int) -> tuple[CueRow, ...]:
    """The rows at instant ``now``; ``on_air`` is the id of the segment or standby plan on air. What it asks for now
    comes before what older segments left undone: a desk that ticks nothing still sees the next action."""
    rows = tuple(
        CueRow(cue, cue.segment_id == on_air, None if cue.state is CueState.DONE else -((now - cue.due) // 1_000))
        for cue in cues
    )
    pressing = (CueState.LATE, CueState.DUE)
    return tuple(sorted(rows, key=lambda row: not (row.current and row.due.state in pressing)))


class CueList(KeyedListModel[CueRow]):
    """The cues, late ones first."""
