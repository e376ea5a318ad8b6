"""A line of a script as it is written: its mark, its speaker, its words; and how a person changes the first two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from livedesk.domain.script import HEADINGS, LineKind, Script, ScriptLine, ScriptPart, parse_script, script_text

CO_HOST = "助播"
_CALL = re.compile(rf"^\s*{CO_HOST}[：:]\s*$")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where what stands in a line. The mark is [``mark_start``, ``mark_end``), empty where there is none; then who
    speaks, up to ``text_start``. ``heading``: the line begins a part and says nothing. ``blank``: it is empty."""

    kind: LineKind = LineKind.SPEECH
    mark_start: int = 0
    mark_end: int = 0
    speaker: str = ""
    text_start: int = 0
    heading: ScriptPart | None = None
    blank: bool = False


@lru_cache(maxsize=4_096)
def shape(line: str) -> Shape:
    """How a line is read, by the rules of :func:`livedesk.domain.script.parse_script`."""
    words = line.strip()
    if not words:
        return Shape(blank=True)
    start = line.index(words[0])
    found = parse_script(line).lines
    if not found:
        return Shape(mark_start=start, mark_end=start + len(words), heading=HEADINGS.get(words[1:-1]))
    said = found[0]
    mark_end = start
    if said.kind is not LineKind.SPEECH:
        mark_end = line.index("】") + 1
    return Shape(said.kind, start, mark_end, said.speaker, start + len(words) - len(said.text))


def script_lines(lines: Iterable[str]) -> list[int]:
    """The places of those lines of a text that are lines of its script, in order, as
    :func:`livedesk.domain.script.parse_script` reads them: no headings, no empty lines at either end."""
    found: list[int] = []
    part, said = ScriptPart.BODY, 0
    for at, line in enumerate(lines):
        one = shape(line)
        if one.heading is not None:
            part = one.heading
        elif not one.blank:
            found.append(at)
            said = len(found)
        elif found or part is not ScriptPart.BODY:
            found.append(at)
    return found[:said]


def with_kind(lines: Sequence[str], kind: LineKind) -> list[str]:
    """The lines as lines of a kind; where all are already, as plain speech. Headings stay."""
    own = [_said(line) for line in lines]
    said = [one for one in own if one is not None]
    if kind is not LineKind.SPEECH and said and all(one.kind is kind for one in said):
        kind = LineKind.SPEECH
    return [
        line if one is None else _written(replace(one, kind=kind)) for line, one in zip(lines, own, strict=True)
    ]


def with_speaker(lines: Sequence[str], speaker: str) -> list[str]:
    """The lines said by ``speaker``; where all are already, by the segment's host. Headings stay."""
    own = [_said(line) for line in lines]
    said = [one for one in own if one is not None]
    if said and all(one.speaker == speaker for one in said):
        speaker = ""
    return [
        line if one is None else _written(replace(one, speaker=speaker))
        for line, one in zip(lines, own, strict=True)
    ]


def heading(part: ScriptPart) -> str:
    """The line that begins a part."""
    return next(f"【{name}】" for name, one in HEADINGS.items() if one is part)


def mark(kind: LineKind) -> str:
    """The mark of a kind, empty for plain speech."""
    return script_text(Script((ScriptLine(kind, ""),)))


def _said(line: str) -> ScriptLine | None:
    """What a line says; an empty one says nothing yet; None for a heading."""
    at = shape(line)
    if at.heading is not None:
        return None
    if at.blank:
        return ScriptLine(LineKind.SPEECH, "")
    text = line.rstrip()[at.text_start :]
    if _CALL.match(text):
        return ScriptLine(at.kind, "", CO_HOST)
    return ScriptLine(at.kind, text, at.speaker)


def _written(line: ScriptLine) -> str:
    return script_text(Script((replace(line, part=ScriptPart.BODY),)))
