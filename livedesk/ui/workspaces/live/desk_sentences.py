"""What happens beside the rundown, as sentences for the desk's log: moments, vetoes, OBS's outputs and microphones."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from livedesk.domain.events import Event
from livedesk.domain.events_desk import (
    CardAsked,
    CardLeft,
    FollowVetoed,
    HandKind,
    InputMuted,
    InputTurned,
    ItemsAsked,
    ItemsLeft,
    ManualChange,
    MomentKind,
    MomentMarked,
    MomentNoted,
    MuteAsked,
    OutputAsked,
    OutputChanged,
    OutputKind,
    OutputRefused,
    OutputState,
    ReplayAsked,
    ReplaySaved,
    SceneRenamed,
)
from livedesk.domain.item_wishes import items_text
from livedesk.domain.outputs import NO_LINK
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.live.moment_words import moment_sentence


def output_name(output: OutputKind) -> str:
    """An output as a person calls it."""
    match output:
        case OutputKind.STREAM:
            return QCoreApplication.translate("LiveLog", "Stream")
        case OutputKind.RECORD:
            return QCoreApplication.translate("LiveLog", "Recording")
        case OutputKind.REPLAY:
            return QCoreApplication.translate("LiveLog", "Replay buffer")
        case OutputKind.VIRTUAL_CAMERA:
            return QCoreApplication.translate("LiveLog", "Virtual camera")


def output_state(state: OutputState) -> str:
    """How an output stands, in a word or two."""
    match state:
        case OutputState.STARTING:
            return QCoreApplication.translate("LiveLog", "starting")
        case OutputState.STARTED:
            return QCoreApplication.translate("LiveLog", "started")
        case OutputState.PAUSED:
            return QCoreApplication.translate("LiveLog", "paused")
        case OutputState.RESUMED:
            return QCoreApplication.translate("LiveLog", "goes on")
        case OutputState.RECONNECTING:
            return QCoreApplication.translate("LiveLog", "lost its server, reconnecting")
        case OutputState.RECONNECTED:
            return QCoreApplication.translate("LiveLog", "connected again")
        case OutputState.STOPPING:
            return QCoreApplication.translate("LiveLog", "stopping")
        case OutputState.STOPPED:
            return QCoreApplication.translate("LiveLog", "stopped")


def desk_words(event: Event) -> tuple[str, str] | None:
    """Tone and sentence of such an event, None for any other."""
    match event:
        case MomentMarked():
            tone = "next" if event.kind is MomentKind.MOMENT else "warn"
            return tone, moment_sentence(event)
        case MomentNoted():
            return "text", QCoreApplication.translate("LiveLog", "Note on moment {0}: {1}").format(
                event.moment_id, event.note or "—"
            )
        case FollowVetoed():
            if event.vetoed:
                return "next", QCoreApplication.translate("LiveLog", "Automatic follow called off")
            return "text", QCoreApplication.translate("LiveLog", "Follows by itself again")
        case OutputAsked():
            start = QCoreApplication.translate("LiveLog", "{0}: start asked of OBS")
            stop = QCoreApplication.translate("LiveLog", "{0}: stop asked of OBS")
            return "text", (start if event.on else stop).format(output_name(event.output))
        case OutputChanged():
            return _output(event)
        case OutputRefused():
            return "warn", _refused(event)
        case ReplayAsked():
            return "text", QCoreApplication.translate("LiveLog", "Replay asked of OBS")
        case ReplaySaved():
            return "go", QCoreApplication.translate("LiveLog", "Replay kept: {0}").format(
                PurePath(event.path).name
            )
        case MuteAsked():
            mute = QCoreApplication.translate("LiveLog", "{0}: mute asked of OBS")
            lift = QCoreApplication.translate("LiveLog", "{0}: end of its mute asked of OBS")
            return "text", (mute if event.muted else lift).format(event.input)
        case InputTurned():
            here = QCoreApplication.translate("LiveLog", "{0} turned to {1}")
            there = QCoreApplication.translate("LiveLog", "{0} turned to {1} in OBS (not by the desk)")
            return "text", (here if event.ours else there).format(event.input, fmt.decibels(event.volume_db))
        case InputMuted():
            muted = QCoreApplication.translate("LiveLog", "{0} is muted")
            loud = QCoreApplication.translate("LiveLog", "{0} is not muted any more")
            return ("warn", muted.format(event.input)) if event.muted else ("go", loud.format(event.input))
        case ItemsAsked():
            asked = QCoreApplication.translate("LiveLog", "OBS asked to put items right: {0}")
            return "text", asked.format(items_text(event.items))
        case ItemsLeft():
            left = QCoreApplication.translate("LiveLog", "Items left as OBS has them until the next take: {0}")
            return "text", left.format(items_text(event.items))
        case CardAsked():
            wanted = "、".join(f"{each.input}: {each.wanted or fmt.NONE}" for each in event.texts)
            return "text", QCoreApplication.translate("LiveLog", "Card written in OBS again: {0}").format(wanted)
        case CardLeft():
            kept = "、".join(f"{each.input}: {each.shown or fmt.NONE}" for each in event.texts)
            stays = QCoreApplication.translate("LiveLog", "Card left as OBS has it until its next text: {0}")
            return "text", stays.format(kept)
        case ManualChange():
            return "next", _by_hand(event)
        case SceneRenamed():
            renamed = QCoreApplication.translate("LiveLog", "OBS scene {0} is called {1} now")
            return "text", renamed.format(event.before, event.after)
        case _:
            return None


def _by_hand(event: ManualChange) -> str:
    match event.kind:
        case HandKind.STUDIO if event.on:
            return QCoreApplication.translate("LiveLog", "Studio mode switched on inside OBS")
        case HandKind.STUDIO:
            return QCoreApplication.translate("LiveLog", "Studio mode switched off inside OBS")
        case HandKind.ITEM if event.on:
            words = QCoreApplication.translate("LiveLog", "Shown inside OBS: {0}")
        case HandKind.ITEM:
            words = QCoreApplication.translate("LiveLog", "Hidden inside OBS: {0}")
        case HandKind.PREVIEW:
            words = QCoreApplication.translate("LiveLog", "Put into the preview inside OBS: {0}")
        case HandKind.TRANSITION:
            words = QCoreApplication.translate("LiveLog", "Transition chosen inside OBS: {0}")
        case HandKind.TEXT:
            typed = QCoreApplication.translate("LiveLog", "Text typed inside OBS: {0}: {1}")
            return typed.format(event.what, event.text or fmt.NONE)
        case HandKind.COLLECTION:
            words = QCoreApplication.translate("LiveLog", "Scene collection switched inside OBS: {0}")
    return words.format(event.what)


def _output(event: OutputChanged) -> tuple[str, str]:
    told = f"{output_name(event.output)} {output_state(event.state)}"
    if not event.ours:
        told += QCoreApplication.translate("LiveLog", " (not by the desk)")
    if event.detail:
        told += f" · {_why(event.detail)}"
    lost = event.state in (OutputState.STOPPED, OutputState.RECONNECTING) and not event.ours
    return ("warn" if lost else "text"), told


def _refused(event: OutputRefused) -> str:
    match event.on:
        case True:
            words = QCoreApplication.translate("LiveLog", "{0}: not started · {1}")
        case False:
            words = QCoreApplication.translate("LiveLog", "{0}: not stopped · {1}")
        case None:
            words = QCoreApplication.translate("LiveLog", "{0}: the last seconds were not kept · {1}")
    return words.format(output_name(event.output), _why(event.detail))


def _why(detail: str) -> str:
    return QCoreApplication.translate("LiveLog", "no link to OBS") if detail == NO_LINK else detail
