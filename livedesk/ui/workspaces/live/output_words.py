"""OBS's outputs in words: what is asked of them, how they stand, why one does not run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import NO_START, Output
from livedesk.ui.words import sentence
from livedesk.ui.workspaces.live.desk_sentences import output_state

_START: Mapping[OutputKind, object] = {
    OutputKind.STREAM: QT_TRANSLATE_NOOP("LiveOutputs", "Start the stream"),
    OutputKind.RECORD: QT_TRANSLATE_NOOP("LiveOutputs", "Start recording"),
    OutputKind.REPLAY: QT_TRANSLATE_NOOP("LiveOutputs", "Start the replay buffer"),
    OutputKind.VIRTUAL_CAMERA: QT_TRANSLATE_NOOP("LiveOutputs", "Start the virtual camera"),
}
_STOP: Mapping[OutputKind, object] = {
    OutputKind.STREAM: QT_TRANSLATE_NOOP("LiveOutputs", "Stop the stream"),
    OutputKind.RECORD: QT_TRANSLATE_NOOP("LiveOutputs", "Stop recording"),
    OutputKind.REPLAY: QT_TRANSLATE_NOOP("LiveOutputs", "Stop the replay buffer"),
    OutputKind.VIRTUAL_CAMERA: QT_TRANSLATE_NOOP("LiveOutputs", "Stop the virtual camera"),
}
_SAID_BY_THE_SENTENCE = frozenset({"604"})
"""OBS's code for an output that it does not have: what to do about that is in the sentence already."""


def switch_words(kind: OutputKind, *, on: bool) -> str:
    """What starting or stopping an output is called."""
    return QCoreApplication.translate("LiveOutputs", str((_START if on else _STOP)[kind]))


def state_words(output: Output) -> str:
    """How an output stands: in its own words while it moves, else whether it runs."""
    if output.state in (OutputState.STARTED, OutputState.RESUMED, OutputState.RECONNECTED):
        return QCoreApplication.translate("LiveOutputs", "runs")
    if output.state is OutputState.STOPPED:
        if not output.set_up:
            return QCoreApplication.translate("LiveOutputs", "not set up in OBS")
        return QCoreApplication.translate("LiveOutputs", "off")
    return output_state(output.state)


def trouble_words(kind: OutputKind, output: Output) -> str:
    """Why the last start of it came to nothing, and what to do; empty for none."""
    if not output.trouble:
        return ""
    code, _, comment = output.trouble.partition(" ")
    told = comment if code.isdecimal() else output.trouble
    reason = "" if output.trouble == NO_START or code in _SAID_BY_THE_SENTENCE else f"({told})"
    return sentence(f"obs.no_start_{kind.value}", {"reason": reason}).replace("  ", " ")


def file_words(output: Output) -> str:
    """The file that it wrote last, or writes; empty for none."""
    return PurePath(output.file.replace("\\", "/")).name
