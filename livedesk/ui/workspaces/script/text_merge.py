"""Somebody else changes a text that a person is writing: only what differs is exchanged, and both survive.

Lines are compared as they are read, so that spaces, and empty lines at the end, that a writer left stay where they
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from livedesk.domain.script import Script, ScriptLine, ScriptPart, parse_script, script_text
from livedesk.ui.workspaces.script.text_lines import heading, script_lines, shape

_Hunk = tuple[int, int, tuple[ScriptLine, ...]]


@dataclass(frozen=True, slots=True)
class Patch:
    """Characters [``start``, ``end``) of a text give place to ``text``."""

    start: int
    end: int
    text: str


def patched(text: str, patches: Sequence[Patch]) -> str:
    """A text with its patches; they are in order."""
    for patch in reversed(patches):
        text = text[: patch.start] + patch.text + text[patch.end :]
    return text


def merged(base: Script, mine: Script, theirs: Script) -> Script | None:
    """Both changes of a script in one; None where they change the same lines or meet."""
    own, other = _hunks(base, mine), _hunks(base, theirs)
    if any(one[0] <= two[1] and two[0] <= one[1] for one in own for two in other):
        return None
    lines = list(base.lines)
    for start, end, new in sorted((*own, *other), reverse=True):
        lines[start:end] = new
    return Script(tuple(lines))


def patches(text: str, wanted: Script) -> tuple[Patch, ...]:
    """What has to be exchanged in a text so that it reads as ``wanted``; as little as can be, in order."""
    old = parse_script(text)
    if old == wanted:
        return ()
    lines = _Lines(text)
    made: list[Patch] = []
    for start, end, new in _hunks(old, wanted):
        made += _exchange(text, lines, old, start, end, new)
    if parse_script(patched(text, made)) == wanted:
        return tuple(made)
    return _least(0, text, script_text(wanted))


def _hunks(before: Script, after: Script) -> list[_Hunk]:
    old, new = before.lines, after.lines
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(None, old[start : len(old) - tail], new[start : len(new) - tail], autojunk=False)
    return [
        (start + low, start + high, new[start + first : start + last])
        for tag, low, high, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]


class _Lines:
    """Where the lines of a text stand, and which of them are lines of its script."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts: list[int] = []
        self.said = script_lines(self.lines)
        at = 0
        for line in self.lines:
            self.starts.append(at)
            at += len(line) + 1

    def end(self, index: int) -> int:
        return self.starts[index] + len(self.lines[index])


def _exchange(
    text: str, lines: _Lines, old: Script, start: int, end: int, new: tuple[ScriptLine, ...]
) -> list[Patch]:
    """The patches of one hunk: lines [``start``, ``end``) of the script's become ``new``."""
    part = old.lines[start - 1].part if start else ScriptPart.BODY
    written: list[str] = []
    for line in new:
        if line.part is not part:
            part = line.part
            written.append(heading(part))
        written.append(script_text(Script((_plain(line),))))
    if start == end:
        if start:
            after = lines.end(lines.said[start - 1])
            return [Patch(after, after, "".join(f"\n{row}" for row in written))]
        return [Patch(0, 0, "\n".join(written) + ("\n" if text else ""))]
    first, last = lines.said[start], lines.said[end - 1]
    floor = lines.said[start - 1] if start else -1
    # A heading that stands above the lines goes with them.
    above = [index for index in range(floor + 1, first) if shape(lines.lines[index]).heading is not None]
    first = above[0] if above else first
    if written and len(written) == last - first + 1:
        return [
            patch
            for index, row in enumerate(written, first)
            for patch in _least(lines.starts[index], lines.lines[index], row)
        ]
    low, high = lines.starts[first], lines.end(last)
    if written:
        return list(_least(low, text[low:high], "\n".join(written)))
    if high < len(text):
        return [Patch(low, high + 1, "")]
    return [Patch(max(0, low - 1), high, "")]


def _plain(line: ScriptLine) -> ScriptLine:
    return ScriptLine(line.kind, line.text, line.speaker)


def _least(at: int, old: str, new: str) -> tuple[Patch, ...]:
    """The stretch in which two texts differ."""
    if old == new:
        return ()
    room = min(len(old), len(new))
    start = 0
    while start < room and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < room - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return (Patch(at + start, at + len(old) - tail, new[start : len(new) - tail]),)
