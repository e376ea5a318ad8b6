"""What became of a take, in words: the results of the journal with the details that the OBS service gives them
(:class:`livedesk.domain.commands.ReportTake` lists them)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.events import TakeReported, TakeResult


def outcome(event: TakeReported) -> tuple[str, str | None]:
    """What became of a take, with the tone that its row takes on (None: as it is)."""
    match event.result:
        case TakeResult.CONFIRMED:
            return _confirmed(event)
        case TakeResult.REJECTED:
            refused = QCoreApplication.translate("LiveLog", "OBS refused it")
            return f"{refused}: {event.detail}" if event.detail else refused, "warn"
        case TakeResult.UNKNOWN:
            return _unknown(event.detail), "warn"
        case TakeResult.WITHHELD:
            return _withheld(event.detail), "warn"


def _confirmed(event: TakeReported) -> tuple[str, str | None]:
    """How long it took, and what was not as asked. A take told as unknown before is put right."""
    took = "" if event.latency_ms is None else f"{event.latency_ms:.0f} ms"
    note, tone = _note(event.detail)
    return " · ".join(part for part in (took, note) if part), tone


def _note(detail: str) -> tuple[str, str | None]:
    code, _, rest = detail.partition(" ")
    match code:
        case "late":
            return QCoreApplication.translate("LiveLog", "came late, it is on air"), "next"
        case "read_back":
            return QCoreApplication.translate("LiveLog", "seen on air once OBS was back"), "next"
        case "scene_transition":
            return QCoreApplication.translate("LiveLog", "with the transition that OBS has for this scene"), None
        case "transition_missing":
            return QCoreApplication.translate("LiveLog", "OBS has no such transition and used its own"), "next"
        case "item_missing":
            words = QCoreApplication.translate("LiveLog", "the scene has no such source to show or hide")
            return f"{words}: {rest}", "warn"
        case "item_on_air":
            words = QCoreApplication.translate("LiveLog", "left as it was, being on air without a twin")
            return f"{words}: {rest}", "warn"
        case "card_failed":
            words = QCoreApplication.translate("LiveLog", "the product card was not changed")
            return (f"{words}: {rest}" if rest else words), "warn"
        case _:
            return detail, None


def _unknown(reason: str) -> str:
    """Why nobody knows whether the scene came on air."""
    match reason:
        case "timeout":
            return QCoreApplication.translate("LiveLog", "unknown: OBS did not answer; not sent again")
        case "link_lost":
            return QCoreApplication.translate("LiveLog", "unknown: the link to OBS broke; not sent again")
        case "stuck":
            return QCoreApplication.translate("LiveLog", "unknown: the transition in OBS is stuck")
        case "no_event":
            return QCoreApplication.translate("LiveLog", "unknown: OBS accepted it and no scene came")
        case "overridden":
            return QCoreApplication.translate("LiveLog", "unknown: a hand in OBS took another scene")
        case "superseded":
            return QCoreApplication.translate("LiveLog", "unknown: panic came after it had been sent")
        case _:
            return QCoreApplication.translate("LiveLog", "unknown whether it came on air; not sent again")


def _withheld(reason: str) -> str:
    """Why a take was not sent to OBS."""
    match reason:
        case "no_link":
            return QCoreApplication.translate("LiveLog", "not sent: no link to OBS")
        case "scene_missing":
            return QCoreApplication.translate("LiveLog", "not sent: OBS has no such scene")
        case "switching":
            return QCoreApplication.translate("LiveLog", "not sent: OBS is switching its scene collection")
        case "superseded":
            return QCoreApplication.translate("LiveLog", "not sent: a newer take came first")
        case _:
            return QCoreApplication.translate("LiveLog", "not sent to OBS")
