"""Recordings of a relay: ``.jsonl``, a line ``{"received": instant, "message": "<text as received>"}``.

A recording holds the messages as they came, with people's names in them: it is written only when a person asks
for it (``Settings.record_relay``), and it is personal data.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

import msgspec

from livedesk.domain.clock import to_ms, to_utc
from livedesk.domain.errors import UserError
from livedesk.domain.feed import FeedEvent, RowProblem
from livedesk.services.ingest.barrage import MAX_MESSAGE, BadMessageError, parse
from livedesk.services.ingest.privacy import Privacy

MAX_PROBLEMS = 100
MAX_LINE = 4 * MAX_MESSAGE
MAX_INSTANT = to_ms(datetime(9000, 1, 1, tzinfo=UTC))


class _Line(msgspec.Struct):
    received: str | int
    message: str


_lines = msgspec.json.Decoder(_Line)


class Recording:
    """Plays a recording in the order of its lines, on any clock: :meth:`until` gives what had arrived by an
    instant. ``shift_ms`` is added to every instant. Lines that are none are counted by reason in ``wrong``,
    the first hundred told in ``problems``. Raises UserError ``recording.unreadable``."""

    def __init__(self, path: Path, privacy: Privacy, *, shift_ms: int = 0) -> None:
        self.path = path
        self.shift_ms = shift_ms
        self.read = 0
        self.wrong: Counter[str] = Counter()
        self.problems: list[RowProblem] = []
        self._privacy = privacy
        self._events = self._parsed()
        self._ahead: FeedEvent | None = None
        self._done = False

    @property
    def done(self) -> bool:
        """Whether the last line has been played."""
        return self._done

    def until(self, instant_ms: int) -> list[FeedEvent]:
        """The events up to and with this instant that were not given before."""
        given: list[FeedEvent] = []
        while not self._done:
            event = self._ahead or next(self._events, None)
            if event is None:
                self._done = True
                break
            if event.at_ms > instant_ms:
                self._ahead = event
                break
            self._ahead = None
            given.append(event)
        return given

    def __iter__(self) -> Iterator[FeedEvent]:
        if self._ahead is not None:
            yield self._ahead
            self._ahead = None
        yield from self._events
        self._done = True

    def _parsed(self) -> Iterator[FeedEvent]:
        for number, line in read_lines(self.path):
            self.read += 1
            try:
                received, message = _split(line)
                yield parse(message, received + self.shift_ms, self._privacy)
            except BadMessageError as error:
                self.wrong[error.reason] += 1
                if len(self.problems) < MAX_PROBLEMS:
                    self.problems.append(RowProblem(number, error.reason))


class Recorder:
    """Writes a recording, or goes on with it. Every line is handed to the system at once, so that a crash loses
    none. Raises UserError ``recording.unwritable``."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file: TextIO = open(  # noqa: SIM115 - only open() takes who may read the file; see close()
                path, "a", encoding="utf-8", newline="\n", errors="replace", buffering=1, opener=_for_its_owner
            )
        except OSError as error:
            raise unwritable(path, error) from error

    def write(self, received_ms: int, message: str) -> None:
        """Keep one message as it came."""
        instant = to_utc(received_ms).isoformat(timespec="milliseconds")
        self._file.write(json.dumps({"received": instant, "message": message}, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """End the recording."""
        self._file.close()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()


def unwritable(path: Path, error: OSError) -> UserError:
    """The UserError for a recording that cannot be written."""
    return UserError("recording.unwritable", file=str(path), reason=error.strerror or type(error).__name__)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def span(path: Path) -> tuple[int, int] | None:
    """The first and the last instant of a recording (epoch ms), or None where it has no readable line."""
    first = last = None
    for _number, line in read_lines(path):
        try:
            received, _message = _split(line)
        except BadMessageError:
            continue
        first = received if first is None else min(first, received)
        last = received if last is None else max(last, received)
    return None if first is None or last is None else (first, last)


def fitting_shift(path: Path, start_ms: int, end_ms: int) -> int:
    """How far to move a recording so that it plays in a show from ``start_ms`` to ``end_ms``: not at all where
    it overlaps the show, else so that its first line falls on the start."""
    found = span(path)
    if found is None or (found[0] <= end_ms and found[1] >= start_ms):
        return 0
    return start_ms - found[0]


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank with their numbers from 1. Raises UserError ``recording.unreadable``."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(MAX_LINE):
                number += 1
                if not line.endswith(b"\n") and len(line) == MAX_LINE:
                    raise UserError("recording.unreadable", file=path.name, row=number, reason="line too long")
                bare = line.removeprefix(b"\xef\xbb\xbf").strip()
                if bare:
                    yield number, bare
    except OSError as error:
        raise UserError("recording.unreadable", file=path.name, row=0, reason=str(error)) from error


def _split(line: bytes) -> tuple[int, str]:
    try:
        parts = _lines.decode(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadMessageError("not_a_recording_line") from error
    if isinstance(parts.received, int):
        if not 0 <= parts.received <= MAX_INSTANT:
            raise BadMessageError("bad_instant")
        return parts.received, parts.message
    try:
        instant = datetime.fromisoformat(parts.received)
    except ValueError as error:
        raise BadMessageError("bad_instant") from error
    if instant.tzinfo is None or not 1970 < instant.year < 9000:
        raise BadMessageError("bad_instant")
    return to_ms(instant), parts.message
