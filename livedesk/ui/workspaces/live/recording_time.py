"""Where OBS's recording stands, for moments that are looked for in it later."""

from __future__ import annotations

from livedesk.domain.status import LinkState, ObsStatus


def recording_ms(status: ObsStatus, wall_ms: int) -> int | None:
    """The time of the recording at ``wall_ms``; None where OBS does not record, or nobody knows."""
    return status.outputs.record.time(wall_ms) if status.link is LinkState.READY else None
