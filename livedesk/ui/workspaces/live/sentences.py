"""Each entry of the journal as a sentence for the desk's log."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.checklist import CheckState
from livedesk.domain.events import (
    AlertRaised,
    CheckMarked,
    ClockAccepted,
    ClockStepped,
    CueTicked,
    Entry,
    FaultCleared,
    FaultShown,
    GapNoted,
    Held,
    ManualInObs,
    MessageCleared,
    MessageKind,
    MessageSent,
    ProductPresented,
    PromotionEnded,
    PromotionStarted,
    Released,
    RunEnded,
    RunKind,
    RunOpened,
    RunResumed,
    SceneAdopted,
    SceneSwitched,
    ShowEdited,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    TimeAdjusted,
    Via,
    WentLive,
)
from livedesk.ui import format as fmt
from livedesk.ui.models.log import LogRow
from livedesk.ui.words import fault_title
from livedesk.ui.words import sentence as told
from livedesk.ui.workspaces.live.desk_sentences import desk_words


def log_row(entry: Entry) -> LogRow | None:
    """The row of an entry; None for those that only join another row, or say nothing to a director."""
    told = _take_words(entry) or _notice_words(entry) or _run_words(entry) or desk_words(entry.event)
    if told is None:
        return None
    tone, sentence = told
    take = getattr(entry.event, "take", None)
    scene = getattr(entry.event, "scene", "")
    return LogRow(entry.seq, entry.wall_ms, tone, sentence, take if scene else None)


def _edit_words(summary: str) -> str:
    """What kind of edit it was (the names of :mod:`livedesk.domain.edit_summary`, undo and redo), and of what."""
    kind, _, what = summary.partition(" ")
    words = _edit_kind(kind)
    return f"{words} · {what}" if what else words


def _edit_kind(kind: str) -> str:
    match kind:
        case "SkipSegment":
            return QCoreApplication.translate("LiveLog", "passed over")
        case "UnskipSegment":
            return QCoreApplication.translate("LiveLog", "no longer passed over")
        case "ReplaceSegment" | "ChangeSegments":
            return QCoreApplication.translate("LiveLog", "a segment changed")
        case "InsertSegment" | "PutSegments":
            return QCoreApplication.translate("LiveLog", "a segment added")
        case "RemoveSegment" | "TakeSegments":
            return QCoreApplication.translate("LiveLog", "a segment removed")
        case "MoveSegment" | "PlaceSegments":
            return QCoreApplication.translate("LiveLog", "a segment moved")
        case "ReplaceProduct":
            return QCoreApplication.translate("LiveLog", "a product changed")
        case "MoveProduct":
            return QCoreApplication.translate("LiveLog", "the product queue reordered")
        case "SpliceScript":
            return QCoreApplication.translate("LiveLog", "words of a script changed")
        case "ChangeShow":
            return QCoreApplication.translate("LiveLog", "facts of the show changed")
        case "SetApproval":
            return QCoreApplication.translate("LiveLog", "the script locked, unlocked or approved")
        case "ReplaceShow":
            return QCoreApplication.translate("LiveLog", "another version put in place")
        case "SceneRenamed":
            return QCoreApplication.translate("LiveLog", "a scene's new name in OBS put in everywhere")
        case "Batch":
            return QCoreApplication.translate("LiveLog", "several changes in one")
        case "undo":
            return QCoreApplication.translate("LiveLog", "undone")
        case "redo":
            return QCoreApplication.translate("LiveLog", "redone")
        case _:
            return kind


def _with_scene(sentence: str, scene: str) -> str:
    return f"{sentence} · OBS {scene}" if scene else sentence


def _take_words(entry: Entry) -> tuple[str, str] | None:
    event = entry.event
    match event:
        case Taken():
            name = f"{event.number:02d} {event.title}"
            match event.via:
                case Via.GO:
                    sentence = QCoreApplication.translate("LiveLog", "Took {0}").format(name)
                case Via.FOLLOW:
                    sentence = QCoreApplication.translate("LiveLog", "Followed by itself: {0}").format(name)
                case Via.JUMP:
                    sentence = QCoreApplication.translate("LiveLog", "Jumped to {0}").format(name)
            return "text", _with_scene(sentence, event.scene)
        case TakenBack():
            return "next", _with_scene(
                QCoreApplication.translate("LiveLog", "Took the last one back"), event.scene
            )
        case StandbyCalled():
            if event.panic:
                return "air", _with_scene(
                    QCoreApplication.translate("LiveLog", "PANIC: {0}").format(event.title), event.scene
                )
            card = "" if event.product is None else f" · {event.product.name}"
            return "warn", _with_scene(
                QCoreApplication.translate("LiveLog", "Standby plan: {0}").format(event.title + card), event.scene
            )
        case StandbyEnded():
            return "text", _with_scene(
                QCoreApplication.translate("LiveLog", "Standby plan ended, the segment goes on"), event.scene
            )
        case SceneSwitched():
            return _switch_words(event)
        case SceneAdopted(scene=""):
            return "text", QCoreApplication.translate("LiveLog", "Left OBS as it is, on a scene that it lost")
        case SceneAdopted():
            return "text", QCoreApplication.translate("LiveLog", "Left OBS as it is: {0}").format(event.scene)
        case ManualInObs():
            return "next", QCoreApplication.translate("LiveLog", "Switched inside OBS: {0}").format(event.scene)
        case Held():
            return "next", QCoreApplication.translate("LiveLog", "Time held")
        case Released():
            return "text", QCoreApplication.translate("LiveLog", "Goes on")
        case TimeAdjusted():
            return "text", QCoreApplication.translate("LiveLog", "This segment {0}").format(
                fmt.offset(event.delta_ms)
            )
        case _:
            return None


def _switch_words(event: SceneSwitched) -> tuple[str, str]:
    if event.panic and event.again:
        return "air", QCoreApplication.translate("LiveLog", "PANIC once more: {0}").format(event.scene)
    if event.panic:
        # On air a panic is a standby plan: this one came before the show or after it.
        return "warn", QCoreApplication.translate("LiveLog", "PANIC while not on air: {0}").format(event.scene)
    if event.again:
        return "text", QCoreApplication.translate("LiveLog", "Sent to OBS again: {0}").format(event.scene)
    return "text", QCoreApplication.translate("LiveLog", "Scene by button: {0}").format(event.scene)


def _notice_words(entry: Entry) -> tuple[str, str] | None:
    event = entry.event
    match event:
        case ProductPresented():
            price = fmt.money(event.product.live_price) if event.product.live_price is not None else ""
            return "text", QCoreApplication.translate("LiveLog", "Presenting {0}").format(
                f"{event.product.name} {price}".strip()
            )
        case CueTicked():
            of = f"{event.number:02d} {event.title}" if event.number is not None else event.title
            cue = f"{event.text} · {of}" if of else event.text
            if event.done:
                return "go", QCoreApplication.translate("LiveLog", "Console done: {0}").format(cue)
            return "next", QCoreApplication.translate("LiveLog", "Console tick taken back: {0}").format(cue)
        case PromotionStarted():
            return "promo", QCoreApplication.translate("LiveLog", "Promotion runs: {0}").format(event.title)
        case PromotionEnded():
            return "promo", QCoreApplication.translate("LiveLog", "Promotion over: {0}").format(event.title)
        case MessageSent():
            if event.kind is MessageKind.QUESTION:
                return "info", QCoreApplication.translate("LiveLog", "Question to the host: {0}").format(
                    event.text
                )
            return "info", QCoreApplication.translate("LiveLog", "To the host: {0}").format(event.text)
        case MessageCleared():
            return "dim", QCoreApplication.translate("LiveLog", "A message left the host's screen")
        case AlertRaised():
            return "warn", told(event.code, dict(event.params))
        case FaultShown():
            return "warn", "▲ " + told(event.code, dict(event.params))
        case FaultCleared():
            return "go", QCoreApplication.translate("LiveLog", "Over: {0}").format(fault_title(event.code))
        case _:
            return None


def _run_words(entry: Entry) -> tuple[str, str] | None:
    event = entry.event
    match event:
        case RunOpened():
            if event.kind is RunKind.REHEARSAL:
                return "dim", QCoreApplication.translate("LiveLog", "Rehearsal opened")
            return "dim", QCoreApplication.translate("LiveLog", "Run opened")
        case CheckMarked():
            if event.state is CheckState.FAILED:
                return "warn", QCoreApplication.translate("LiveLog", "Check failed: {0}").format(event.title)
            if event.state is CheckState.WAIVED:
                return "next", QCoreApplication.translate("LiveLog", "Check waived: {0}").format(event.title)
            return None
        case WentLive():
            if event.override_reason:
                facts = (event.override_by, event.override_reason)
                if not event.open_checks:
                    far = QCoreApplication.translate("LiveLog", "ON AIR far from the planned start, by {0}: {1}")
                    return "warn", far.format(*facts)
                return "warn", QCoreApplication.translate(
                    "LiveLog", "ON AIR over open checks, by {0}: {1}"
                ).format(*facts)
            return "air", QCoreApplication.translate("LiveLog", "ON AIR")
        case ClockStepped():
            return "warn", QCoreApplication.translate("LiveLog", "The clock stepped {0}; no timer moved").format(
                fmt.offset(event.delta_ms)
            )
        case ClockAccepted():
            return "text", QCoreApplication.translate("LiveLog", "Clock accepted: {0}").format(
                fmt.offset(event.delta_ms)
            )
        case GapNoted():
            return "warn", QCoreApplication.translate("LiveLog", "Stood still for {0}").format(
                fmt.duration(event.length_ms)
            )
        case RunResumed():
            return "next", QCoreApplication.translate("LiveLog", "Resumed after a restart")
        case ShowEdited():
            return "dim", QCoreApplication.translate("LiveLog", "Show edited: {0}").format(
                _edit_words(event.summary)
            )
        case RunEnded():
            return "text", QCoreApplication.translate("LiveLog", "The show is over")
        case _:
            return None
