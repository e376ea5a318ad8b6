"""When a segment must start at the latest, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from livedesk.domain.numbering import shown_numbers
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.facts import Facts


def latest_words(facts: Facts, segment_id: str) -> tuple[str, str]:
    """Planned start, latest start, what is to spare, and what binds it; with a tone. Empty for no segment."""
    show, latest = facts.show, facts.latest
    at = next((place for place, one in enumerate(show.segments) if one.id == segment_id), -1)
    if at < 0:
        return "", "dim"
    numbers = shown_numbers(show.segments)
    name = f"{numbers[at]} {show.segments[at].title}"
    planned, start, margin, pin = facts.layout.starts[at], latest.starts[at], latest.margins[at], latest.pins[at]
    if planned is None:
        return QCoreApplication.translate("LatestStart", "{0} is left out.").format(name), "dim"
    if start is None or margin is None or pin is None:
        text = QCoreApplication.translate(
            "LatestStart", "{0}: nothing behind it is fixed, it may start at any time."
        )
        return text.format(name), "dim"
    text = QCoreApplication.translate("LatestStart", "{0}: planned {1}, at the latest {2}")
    parts = [text.format(name, fmt.clock(planned, show.zone), fmt.clock(start, show.zone))]
    if margin < 0:
        text = QCoreApplication.translate("LatestStart", "{0} too late: shorten what comes before")
    else:
        text = QCoreApplication.translate("LatestStart", "{0} to spare")
    parts.append(text.format(fmt.duration(abs(margin))))
    if pin == len(show.segments):
        text = QCoreApplication.translate("LatestStart", "for the end of the show at {0}")
        parts.append(text.format(fmt.clock(facts.layout.hard_end, show.zone)))
    elif pin > at:
        text = QCoreApplication.translate("LatestStart", "for {0}, fixed at {1}")
        fixed = facts.layout.hard_starts[pin]
        parts.append(text.format(f"{numbers[pin]} {show.segments[pin].title}", fmt.clock(fixed, show.zone)))
    else:
        parts.append(QCoreApplication.translate("LatestStart", "its own fixed time"))
    return " · ".join(parts), "warn" if margin < 0 else "text"
