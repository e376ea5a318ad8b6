"""Short names: of faults, for the line that says that one is over, and of the services that act in a run. Chinese as
in :mod:`livedesk.ui.word_list`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

TITLES: Mapping[str, object] = {
    "alerts.unreadable": QT_TRANSLATE_NOOP("words", "alert rules not readable"),
    "backup.damaged": QT_TRANSLATE_NOOP("words", "backup damaged"),
    "backup.failed": QT_TRANSLATE_NOOP("words", "backup failed"),
    "desk.screen_lost": QT_TRANSLATE_NOOP("words", "screen of the desk unplugged"),
    "edit.not_saved": QT_TRANSLATE_NOOP("words", "change not saved"),
    "obs.absent": QT_TRANSLATE_NOOP("words", "OBS not reachable"),
    "obs.crash_dialog": QT_TRANSLATE_NOOP("words", "OBS waits in its crash dialog"),
    "obs.hung": QT_TRANSLATE_NOOP("words", "OBS does not answer"),
    "obs.lost": QT_TRANSLATE_NOOP("words", "link to OBS lost"),
    "obs.port_silent": QT_TRANSLATE_NOOP("words", "no answer at OBS's port"),
    "obs.port_taken": QT_TRANSLATE_NOOP("words", "OBS's port taken by another program"),
    "obs.refused": QT_TRANSLATE_NOOP("words", "OBS password refused"),
    "obs.camera_off": QT_TRANSLATE_NOOP("words", "virtual camera off"),
    "obs.health_congestion": QT_TRANSLATE_NOOP("words", "stream congested"),
    "obs.health_disk": QT_TRANSLATE_NOOP("words", "OBS's disk nearly full"),
    "obs.health_disk_hours": QT_TRANSLATE_NOOP("words", "recording fills the disk"),
    "obs.health_dropped": QT_TRANSLATE_NOOP("words", "frames lost on the network"),
    "obs.health_encode": QT_TRANSLATE_NOOP("words", "frames encoded too late"),
    "obs.health_fps": QT_TRANSLATE_NOOP("words", "too few frames"),
    "obs.health_render": QT_TRANSLATE_NOOP("words", "frames drawn too late"),
    "obs.muted": QT_TRANSLATE_NOOP("words", "microphone muted"),
    "obs.no_start_record": QT_TRANSLATE_NOOP("words", "recording did not start"),
    "obs.no_start_replay": QT_TRANSLATE_NOOP("words", "replay buffer did not start"),
    "obs.no_start_stream": QT_TRANSLATE_NOOP("words", "stream did not start"),
    "obs.no_start_virtual_camera": QT_TRANSLATE_NOOP("words", "virtual camera did not start"),
    "obs.reconnecting": QT_TRANSLATE_NOOP("words", "stream reconnecting"),
    "obs.silent": QT_TRANSLATE_NOOP("words", "microphone silent"),
    "obs.stream_off": QT_TRANSLATE_NOOP("words", "stream off"),
    "obs.stuck": QT_TRANSLATE_NOOP("words", "OBS transition stuck"),
    "orders.folder_unreadable": QT_TRANSLATE_NOOP("words", "order folder not readable"),
    "orders.not_an_order_file": QT_TRANSLATE_NOOP("words", "not an order file"),
    "orders.unreadable": QT_TRANSLATE_NOOP("words", "order file not readable"),
    "prompter.hung": QT_TRANSLATE_NOOP("words", "prompter does not answer"),
    "prompter.lost": QT_TRANSLATE_NOOP("words", "prompter closed"),
    "prompter.unseen": QT_TRANSLATE_NOOP("words", "prompter on no screen"),
    "relay.no_relay": QT_TRANSLATE_NOOP("words", "no relay at its address"),
    "scene.rename_waits": QT_TRANSLATE_NOOP("words", "scene name not followed"),
    "recording.unwritable": QT_TRANSLATE_NOOP("words", "relay not recorded"),
}
# What an automatic check saw, where that is a state and no figure.
SEEN: Mapping[str, object] = {
    "off": QT_TRANSLATE_NOOP("words", "off"),
    "connecting": QT_TRANSLATE_NOOP("words", "connecting"),
    "absent": QT_TRANSLATE_NOOP("words", "not reachable"),
    "ready": QT_TRANSLATE_NOOP("words", "connected"),
    "lost": QT_TRANSLATE_NOOP("words", "link lost"),
    "hung": QT_TRANSLATE_NOOP("words", "no answer"),
    "refused": QT_TRANSLATE_NOOP("words", "password refused"),
    "store.disk_full": QT_TRANSLATE_NOOP("words", "disk full"),
    "store.locked": QT_TRANSLATE_NOOP("words", "database held by another program"),
    "store.write_error": QT_TRANSLATE_NOOP("words", "disk refuses to write"),
}
# As the journal names whoever is no person; "OBS" and "livedesk" are names in every language.
SERVICES: Mapping[str, object] = {
    "backup": QT_TRANSLATE_NOOP("words", "backup"),
    "data": QT_TRANSLATE_NOOP("words", "data feed"),
    "probe": QT_TRANSLATE_NOOP("words", "probe"),
    "prompter": QT_TRANSLATE_NOOP("words", "prompter"),
    "rehearsal": QT_TRANSLATE_NOOP("words", "rehearsal"),
    "timer": QT_TRANSLATE_NOOP("words", "timer"),
}
