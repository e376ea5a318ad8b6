"""The sentences of OBS: its link, its outputs, its figures, its sound. Each says what to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "obs.absent": QT_TRANSLATE_NOOP(
        "words",
        "OBS cannot be reached at {address}. Start OBS and switch on its WebSocket server (Tools → "
        "WebSocket Server Settings); livedesk keeps trying.",
    ),
    "obs.crash_dialog": QT_TRANSLATE_NOOP(
        "words",
        "OBS is running but closed to us: answer its crash dialog, and choose normal mode (not safe mode).",
    ),
    "obs.hung": QT_TRANSLATE_NOOP(
        "words",
        "OBS does not answer. Look at OBS on its machine; if it hangs, restart it. Takes sent before may "
        "still run.",
    ),
    "obs.lost": QT_TRANSLATE_NOOP(
        "words",
        "The link to OBS is gone. The rundown goes on; takes are withheld until OBS is back.",
    ),
    "obs.lost_streaming": QT_TRANSLATE_NOOP(
        "words",
        "The link to OBS is gone while the show went out of it: unless OBS still runs, the stream is OFF, and so is "
        "the virtual camera. Look at once, start OBS and its output again. The rundown goes on.",
    ),
    "obs.port_silent": QT_TRANSLATE_NOOP(
        "words",
        "Something listens at {address}, but no OBS answers there. If OBS hangs, restart it. If another program has "
        "this port, enter another one in OBS (Tools → WebSocket Server Settings) and in the settings here.",
    ),
    "obs.port_taken": QT_TRANSLATE_NOOP(
        "words",
        "Another program than OBS answers at {address}: its port is taken. End that program, or enter another port in "
        "OBS (Tools → WebSocket Server Settings) and in the settings here.",
    ),
    "obs.refused": QT_TRANSLATE_NOOP(
        "words",
        "OBS refused the password. Enter the one shown in OBS (Tools → WebSocket Server Settings → Show "
        "Connect Info); it is tried again then.",
    ),
    "obs.stream_off": QT_TRANSLATE_NOOP(
        "words", "The stream is OFF, though it ran. Start it again, on the panel Outputs or in OBS."
    ),
    "obs.stuck": QT_TRANSLATE_NOOP(
        "words",
        "A transition in OBS is stuck: its output may still show the old scene. Free OBS, or use the safe scene.",
    ),
    "obs.camera_off": QT_TRANSLATE_NOOP(
        "words",
        "The virtual camera is OFF, though it ran: the companion program has no picture. Start it again, on the panel "
        "Outputs or in OBS.",
    ),
    "obs.reconnecting": QT_TRANSLATE_NOOP(
        "words",
        "OBS lost the stream's server and connects again by itself: viewers see nothing new. Look at the network.",
    ),
    "obs.no_start_stream": QT_TRANSLATE_NOOP(
        "words",
        "The stream did not start. {reason} Look at server and key in OBS (Settings → Stream) and at the network, then "
        "start it again.",
    ),
    "obs.no_start_record": QT_TRANSLATE_NOOP(
        "words",
        "The recording did not start. {reason} Look at its folder in OBS (Settings → Output) and at the disk, then "
        "start it again.",
    ),
    "obs.no_start_replay": QT_TRANSLATE_NOOP(
        "words",
        "The replay buffer did not start. {reason} Switch it on in OBS (Settings → Output → Replay Buffer), then start "
        "it again.",
    ),
    "obs.no_start_virtual_camera": QT_TRANSLATE_NOOP(
        "words",
        "The virtual camera did not start. {reason} Start it once in OBS itself and answer what it asks; on Linux it "
        "needs the driver v4l2loopback.",
    ),
    "obs.health_dropped": QT_TRANSLATE_NOOP(
        "words",
        "The network loses {percent}% of the stream's frames. Lower the bitrate in OBS, use a cable, stop what else "
        "uses the line.",
    ),
    "obs.health_congestion": QT_TRANSLATE_NOOP(
        "words",
        "The stream's server takes the data too slowly ({percent}% congested). Lower the bitrate in OBS, or use "
        "another server.",
    ),
    "obs.health_render": QT_TRANSLATE_NOOP(
        "words",
        "OBS draws {percent}% of the frames too late. Close what else uses the graphics card, lower OBS's frame rate, "
        "hide heavy sources.",
    ),
    "obs.health_encode": QT_TRANSLATE_NOOP(
        "words",
        "OBS encodes {percent}% of the frames too late. Choose a faster preset or the graphics card's encoder, close "
        "other programs.",
    ),
    "obs.health_fps": QT_TRANSLATE_NOOP(
        "words",
        "OBS makes only {percent}% of the frames that it is set to. Close other programs, hide heavy sources.",
    ),
    "obs.health_disk_hours": QT_TRANSLATE_NOOP(
        "words",
        "The recording fills the disk within {value} h. Free some space, or record to another disk after the show.",
    ),
    "obs.health_disk": QT_TRANSLATE_NOOP(
        "words",
        "OBS's disk has only {value} GB left. Free some space before a recording ends by itself.",
    ),
    "obs.silent": QT_TRANSLATE_NOOP(
        "words",
        "Nothing is heard of {input} for {seconds} s. Look at the microphone, its cable and its battery, and whether "
        "it is in the scene on air.",
    ),
    "obs.muted": QT_TRANSLATE_NOOP("words", "{input} is muted on air. Take the mute off, here or in OBS."),
}
