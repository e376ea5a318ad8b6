"""Find and replace in texts: one of them, or a show's scripts, titles and notes (see :mod:`.find_show`).

Scripts are texts as they are written (:func:`livedesk.domain.script.script_text`); marks and the braces of
variables are plain text here. A regular expression is matched line by line and only where it cannot take long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from livedesk.domain.errors import UserError
from livedesk.domain.find_pattern import longest_line
from livedesk.domain.script import Script, script_text

_LATIN = "A-Za-z0-9_À-ÖØ-öø-ɏ"
# A word of Latin letters or figures ends where they end; Chinese has no such edges.
_BEGINS = rf"(?:(?<![{_LATIN}])|(?![{_LATIN}]))"
_ENDS = rf"(?:(?![{_LATIN}])|(?<![{_LATIN}]))"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``case``: letters of one case only; ``whole``: Latin words and figures only as a whole;
    ``pattern``: ``words`` is a regular expression."""

    words: str
    case: bool = False
    whole: bool = False
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [``start``, ``end``) of a text."""

    start: int
    end: int


def find_in(text: str, query: Query) -> tuple[Span, ...]:
    """Every place of a text, in order, none inside another; empty ones are none.
    Raises UserError ``find.bad_pattern`` (reason, at), ``find.slow_pattern``."""
    return tuple(Span(*found) for found, _ in _found(text, query))


def replaced(text: str, query: Query, by: str) -> tuple[str, int]:
    """The text with every place replaced, and how many there were. In a pattern's ``by``, ``\\1`` is its first
    group. Raises what :func:`find_in` raises, and ``find.bad_replacement`` (reason)."""
    parts: list[str] = []
    at = count = 0
    for (start, end), match in _found(text, query):
        parts += [text[at:start], _by(match, query, by)]
        at = end
        count += 1
    return "".join(parts) + text[at:], count


def replaced_at(text: str, query: Query, by: str, span: Span) -> tuple[str, Span] | None:
    """The text with one place replaced, and where what took its place stands; None where ``span`` is no place of
    it (any more). Raises what :func:`replaced` raises."""
    for (start, end), match in _found(text, query):
        if (start, end) == (span.start, span.end):
            new = _by(match, query, by)
            return text[:start] + new + text[end:], Span(start, start + len(new))
    return None


@lru_cache(maxsize=16_384)
def written(script: Script) -> str:
    """A script as it is written; known ones cost nothing."""
    return script_text(script)


def _found(text: str, query: Query) -> Iterator[tuple[tuple[int, int], re.Match[str]]]:
    """Places with their matches. Words have no line end in them, so that a text may be searched as a whole; a
    pattern sees one line at a time, also with ``^`` and ``$``."""
    if not query.words:
        return
    compiled = _compiled(query)
    if not query.pattern:
        for match in compiled.finditer(text):
            yield match.span(), match
        return
    longest = longest_line(query.words)
    at = 0
    for line in text.split("\n"):
        if len(line) > longest:
            raise UserError("find.slow_pattern", pattern=query.words)
        for match in compiled.finditer(line):
            if match.start() < match.end():
                yield (at + match.start(), at + match.end()), match
        at += len(line) + 1


@lru_cache(maxsize=32)
def _compiled(query: Query) -> re.Pattern[str]:
    source = f"(?:{query.words})" if query.pattern else re.escape(query.words)
    if query.pattern:
        try:
            re.compile(query.words)
        except (re.error, OverflowError, RecursionError) as error:
            at = getattr(error, "pos", None)
            reason = getattr(error, "msg", str(error))
            raise UserError("find.bad_pattern", reason=reason, at=(at or 0) + 1) from error
        longest_line(query.words)
    try:
        return re.compile(
            f"{_BEGINS}{source}{_ENDS}" if query.whole else source, 0 if query.case else re.IGNORECASE
        )
    except re.error as error:
        # Flags and the like that are allowed at the very beginning only.
        raise UserError("find.bad_pattern", reason=error.msg, at=1) from error


def _by(match: re.Match[str], query: Query, by: str) -> str:
    if not query.pattern:
        return by
    try:
        return match.expand(by)
    except (re.error, IndexError) as error:
        raise UserError("find.bad_replacement", reason=getattr(error, "msg", str(error))) from error
