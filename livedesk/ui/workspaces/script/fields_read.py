"""What stands in the fields of a script, as text, and what people type there, read; what can't be is refused in a
sentence that says what to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from livedesk.domain.clock import WallTime, is_ambiguous, to_local, wall_to_ms
from livedesk.domain.errors import UserError
from livedesk.domain.money import format_yuan, parse_yuan
from livedesk.domain.rundown import MAX_FADE_MS, Show
from livedesk.ui.reading import read_count, read_duration, read_moment, read_time
from livedesk.ui.workspaces.script.fields_form import QuestionError, UnreadError
from livedesk.ui.workspaces.script.fields_row import Answer
from livedesk.ui.workspaces.script.words import pass_name

T = TypeVar("T")
S = TypeVar("S")
FIRST, SECOND_PASS = "first", "second"


def agreed(items: Sequence[S], value: Callable[[S], T], empty: T) -> tuple[T, bool]:
    """The value that all segments (or cues, or promotions) have, and whether they differ (then ``empty``)."""
    if not items:
        return empty, False
    first = value(items[0])
    mixed = any(value(one) != first for one in items[1:])
    return (empty, True) if mixed else (first, False)


def duration(text: str) -> int:
    """A duration in ms. Raises UnreadError."""
    read = read_duration(text)
    if read is None:
        raise UnreadError(
            QCoreApplication.translate("FieldsRead", "Write minutes as 8, or 8:00, 1:05:00 or 90s; a day at most.")
        )
    return read


def optional_duration(text: str) -> int | None:
    """A duration in ms, None for an empty field. Raises UnreadError."""
    return duration(text) if text.strip() else None


def transition_ms(text: str) -> int:
    """The length of a fade in ms. Raises UnreadError over 500: a longer one would delay a panic cut."""
    read = read_count(text.lower().replace("毫秒", "").replace("ms", ""))
    if read is None:
        raise UnreadError(QCoreApplication.translate("FieldsRead", "Write milliseconds, as 300."))
    if read > MAX_FADE_MS:
        raise UnreadError(
            QCoreApplication.translate(
                "FieldsRead", "At most 500 ms: a panic cut would have to wait for the end of a longer fade."
            )
        )
    return read


def count(text: str) -> int | None:
    """A count, None for an empty field. Raises UnreadError."""
    if not text.strip():
        return None
    read = read_count(text)
    if read is None:
        raise UnreadError(QCoreApplication.translate("FieldsRead", "Write a whole number, as 300."))
    return read


def price(text: str) -> int | None:
    """An amount in fen, None for an empty field. Raises UnreadError for less than nothing, UserError for no amount."""
    if not text.strip():
        return None
    fen = parse_yuan(text)
    if fen < 0:
        raise UnreadError(QCoreApplication.translate("FieldsRead", "A price can't be less than nothing."))
    return fen


def price_text(fen: int | None) -> str:
    """An amount as it is typed, in yuan."""
    return "" if fen is None else format_yuan(fen, sign="")


def count_text(value: int | None) -> str:
    """A count as it is typed."""
    return "" if value is None else str(value)


def wall(text: str, show: Show, answers: tuple[str, ...]) -> WallTime | None:
    """A time in the show, None for an empty field. Raises UnreadError or UserError for one that can't be,
    QuestionError for one that comes twice."""
    if not text.strip():
        return None
    local = read_time(text, show.planned_start.local)
    if local is None:
        raise UnreadError(
            QCoreApplication.translate(
                "FieldsRead", "Write a time as 21:30 or 21:30:15; another day as 11-27 21:30 or +1 21:30."
            )
        )
    return placed(local, show.zone, answers)


def moment(text: str, known: datetime, zone: str, answers: tuple[str, ...]) -> WallTime:
    """A time with its day. Raises as :func:`wall`, and for an empty field."""
    local = read_moment(text, known)
    if local is None:
        raise UnreadError(
            QCoreApplication.translate(
                "FieldsRead", "Write day and time as 2026-11-25 20:00, or a time of the same day."
            )
        )
    return placed(local, zone, answers)


def placed(local: datetime, zone: str, answers: tuple[str, ...]) -> WallTime:
    """The wall time that exists and is told apart from its twin. Raises UserError ``time.nonexistent`` with the
    next one that does, QuestionError where the clocks go back over it."""
    wall_to_ms(WallTime(local), zone)
    if not is_ambiguous(local, zone):
        return WallTime(local)
    if FIRST in answers or SECOND_PASS in answers:
        return WallTime(local, 1 if SECOND_PASS in answers else 0)
    raise QuestionError(
        QCoreApplication.translate(
            "FieldsRead", "The clocks go back that night: this time comes twice. Which one?"
        ),
        Answer(FIRST, _pass(local, zone, 0)),
        Answer(SECOND_PASS, _pass(local, zone, 1)),
    )


def refuse_missing(walls: Sequence[WallTime | None], zone: str) -> None:
    """Raises UnreadError where one of several times would not exist in ``zone``."""
    for one in walls:
        if one is None:
            continue
        try:
            wall_to_ms(one, zone)
        except UserError:
            words = QCoreApplication.translate(
                "FieldsRead",
                "The fixed time {0} would then not exist: the clocks go forward. Change that one first.",
            )
            raise UnreadError(words.format(f"{one.local:%m-%d %H:%M}")) from None


def _pass(local: datetime, zone: str, fold: int) -> str:
    name = to_local(wall_to_ms(WallTime(local, fold), zone), zone).tzname()
    return f"{local:%H:%M} · {pass_name(fold)} ({name})"
