"""What the light of the outputs says: by which way the show goes out, and how long it has."""

from __future__ import annotations

from PySide6.QtCore import QObject

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui import format as fmt
from livedesk.ui.context import Tick
from livedesk.ui.widgets.light import LightState, Mark


class OutputWords(QObject):
    """The show goes out while OBS streams, or feeds the virtual camera, which a platform's companion program streams.
    Neither on air is a fault, and so is a way that ran on air and ended by itself."""

    def state(self, status: ObsStatus, tick: Tick) -> LightState:
        """The light at this moment."""
        run = tick.snapshot.state.run if tick.snapshot is not None else None
        on_air = run is not None and run.before_viewers
        none = self.tr("No stream")
        if status.link is not LinkState.READY:
            if on_air and status.link is not LinkState.OFF:
                unknown = self.tr("Stream unknown")
                tip = self.tr("OBS does not say whether it streams.")
                return LightState(Mark.FAULT, unknown, unknown, tip, self.tr("Stream"))
            return LightState(Mark.OFF, none, none)
        outputs = status.outputs
        stream, camera, record = (
            None if (ms := item.time(tick.wall_ms)) is None else fmt.hms(ms)
            for item in (outputs.stream, outputs.virtual_camera, outputs.record)
        )
        tip = self._tip(stream, camera, record)
        if outputs.stream.state is OutputState.RECONNECTING:
            text = self.tr("Stream reconnecting …")
            return LightState(Mark.FAULT, text, text, tip, self.tr("Stream"))
        ways = outputs.ways_out
        faults = run.faults if run is not None else {}
        if "obs.stream_off" in faults and not outputs.stream.runs:
            text = self.tr("Stream is off")
            return LightState(Mark.FAULT, text, text, tip, self.tr("Stream"))
        if "obs.camera_off" in faults and not outputs.virtual_camera.runs:
            text = self.tr("Camera is off")
            return LightState(Mark.FAULT, text, text, tip, self.tr("Camera"))
        if OutputKind.STREAM in ways:
            text = self.tr("Stream {time}").format(time=stream)
            if camera is not None:
                text = self.tr("Stream + camera {time}").format(time=stream)
            return LightState(Mark.AIR, text, stream or text, tip)
        if camera is not None:
            text = self.tr("Virtual camera {time}").format(time=camera)
            return LightState(
                Mark.AIR if on_air else Mark.OK, text, self.tr("Cam. {time}").format(time=camera), tip
            )
        if on_air:
            text = self.tr("Nothing goes out")
            way = self.tr("Start the stream or the virtual camera.") + f"\n{tip}"
            return LightState(Mark.FAULT, text, text, way, self.tr("Stream"))
        if record is not None:
            text = self.tr("Recording {time}").format(time=record)
            return LightState(Mark.OK, text, self.tr("Rec. {time}").format(time=record), tip)
        return LightState(Mark.OFF, none, none, tip)

    def _tip(self, stream: str | None, camera: str | None, record: str | None) -> str:
        off = self.tr("off")
        return self.tr("Stream: {stream} · Virtual camera: {camera} · Recording: {record}").format(
            stream=stream or off, camera=camera or off, record=record or off
        )
