"""The numbers that people call segments by: counted by place, or fixed so that what is inserted disturbs none.

A number is fixed once a sheet hangs on the wall; a segment inserted behind 04 is then 04A.
"""

from __future__ import annotations

from collections.abc import Sequence

from livedesk.domain.rundown import Segment


def shown_numbers(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The number of each segment as people see it: the fixed one, else its place, two digits at least."""
    return tuple(segment.number or place_number(at) for at, segment in enumerate(segments, 1))


def place_number(place: int) -> str:
    """The number of a segment that counts by its place (from 1)."""
    return f"{place:02d}"


def fixed(segments: Sequence[Segment]) -> bool:
    """Whether any number is fixed."""
    return any(segment.number for segment in segments)


def between(segments: Sequence[Segment], index: int, count: int) -> tuple[str, ...]:
    """Numbers for ``count`` new segments at ``index``: none where numbers count by place, else the number before
    with a letter that nobody has. Before the first they hang on 00."""
    if not fixed(segments):
        return ("",) * count
    taken = set(shown_numbers(segments))
    before = shown_numbers(segments[:index])
    stem = before[-1].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if before else "00"
    made: list[str] = []
    letter = 0
    while len(made) < count:
        number = f"{stem}{_letters(letter)}"
        letter += 1
        if number not in taken:
            taken.add(number)
            made.append(number)
    return tuple(made)


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
