"""Script text: what the host reads, with its marks and its variables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of a script is for; all but SPEECH are written as a mark in front of the line."""

    SPEECH = "speech"
    ACTION = "action"
    INTERACTION = "interaction"
    PROMOTION = "promotion"
    BENEFIT = "benefit"
    PRICE = "price"
    HOLD_BACK = "hold_back"
    PUSH = "push"
    TRANSITION = "transition"
    NOTE = "note"
    WELCOME = "welcome"
    PRODUCT = "product"
    PAIN_POINT = "pain_point"
    SELLING_POINT = "selling_point"
    TESTIMONY = "testimony"
    CHAT = "chat"
    RAPID = "rapid"
    FAREWELL = "farewell"


class ScriptPart(StrEnum):
    """The three parts of a script: how it opens, its body, how it ends."""

    OPENING = "opening"
    BODY = "body"
    ENDING = "ending"


MARKS: Mapping[str, LineKind] = {
    "动作": LineKind.ACTION,
    "互动": LineKind.INTERACTION,
    "促销": LineKind.PROMOTION,
    "福利": LineKind.BENEFIT,
    "报价": LineKind.PRICE,
    "憋单": LineKind.HOLD_BACK,
    "逼单": LineKind.PUSH,
    "过渡": LineKind.TRANSITION,
    "备注": LineKind.NOTE,
    "开场": LineKind.WELCOME,
    "讲品": LineKind.PRODUCT,
    "痛点": LineKind.PAIN_POINT,
    "卖点": LineKind.SELLING_POINT,
    "背书": LineKind.TESTIMONY,
    "闲聊": LineKind.CHAT,
    "过品": LineKind.RAPID,
    "收尾": LineKind.FAREWELL,
}
HEADINGS: Mapping[str, ScriptPart] = {
    "开头": ScriptPart.OPENING,
    "正文": ScriptPart.BODY,
    "结尾": ScriptPart.ENDING,
}
"""What stands alone in a line, as ``【结尾】``, and begins a part."""
_NAMES: Mapping[LineKind, str] = {kind: mark for mark, kind in MARKS.items()}
_HEADS: Mapping[ScriptPart, str] = {part: mark for mark, part in HEADINGS.items()}
_MARKED = re.compile(r"^【(?P<mark>[^】]{1,8})】\s*(?P<text>.*)$")
_SPOKEN_BY = re.compile(r"^(?P<speaker>主播[一二三四]?|助播[一二三四]?)[：:]\s*(?P<text>.+)$")
_VARIABLE = re.compile(r"\{\{\s*([^{}]{1,20}?)\s*\}\}")
_AMOUNT = re.compile(r"[\d,.]+元")
_SIGN_BEFORE = re.compile(r"[¥￥]\s?$")
# The 元 of 元旦 and 元宵, and a sign that stands before the next price, are no unit of this one.
_UNIT_BEHIND = re.compile(r"\s?(?:元(?![旦宵])|块钱?|[¥￥](?!\s?[\d{]))")


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One line. ``speaker`` is a role (主播一, 助播) or empty for the segment's host. An empty line parts paragraphs:
    it is written, kept and carried along, and says nothing (no prompter shows it, it takes no time)."""

    kind: LineKind
    text: str
    speaker: str = ""
    part: ScriptPart = ScriptPart.BODY

    @property
    def blank(self) -> bool:
        """Whether it is an empty line between paragraphs: a mark or a speaker with no words yet is none."""
        return self.kind is LineKind.SPEECH and not self.text and not self.speaker


@dataclass(frozen=True, slots=True)
class Script:
    """The lines of one segment, in reading order. Lines of kind NOTE are never prompted."""

    lines: tuple[ScriptLine, ...] = ()

    @property
    def presented(self) -> Iterator[tuple[int, ScriptLine]]:
        """What somebody says, does or shows, with its place among the lines: all but the notes."""
        return ((at, line) for at, line in enumerate(self.lines) if line.kind is not LineKind.NOTE)


def parse_script(text: str) -> Script:
    """Read a cell or a text field: one line each, ``【动作】…`` sets the kind, ``助播：…`` the speaker, and a line
    ``【结尾】`` begins a part. Empty lines in between stay, as many as they are; before everything and after the last
    words they are none: there a writer is about to go on, and a cell has them by chance."""
    lines: list[ScriptLine] = []
    part = ScriptPart.BODY
    for raw in text.splitlines():
        line = raw.strip()
        if not line:
            if lines or part is not ScriptPart.BODY:
                lines.append(ScriptLine(LineKind.SPEECH, "", "", part))
            continue
        kind = LineKind.SPEECH
        marked = _MARKED.match(line)
        if marked and marked["mark"] in HEADINGS and not marked["text"]:
            part = HEADINGS[marked["mark"]]
            continue
        if marked and marked["mark"] in MARKS:
            kind, line = MARKS[marked["mark"]], marked["text"].strip()
        spoken = _SPOKEN_BY.match(line)
        speaker = ""
        if spoken:
            speaker, line = spoken["speaker"], spoken["text"]
        lines.append(ScriptLine(kind, line, speaker, part))
    while lines and lines[-1].blank:
        lines.pop()
    return Script(tuple(lines))


def script_text(script: Script) -> str:
    """Write a script so that :func:`parse_script` reads the same lines back."""
    rows = []
    part = ScriptPart.BODY
    for line in script.lines:
        if line.part is not part:
            part = line.part
            rows.append(f"【{_HEADS[part]}】")
        mark = f"【{_NAMES[line.kind]}】" if line.kind is not LineKind.SPEECH else ""
        who = f"{line.speaker}：" if line.speaker else ""
        rows.append(f"{mark}{who}{line.text}")
    return "\n".join(rows)


def variables(text: str) -> tuple[tuple[str, int, int], ...]:
    """The variables in a text: name and place [start, end), braces included."""
    return tuple((found[1], found.start(), found.end()) for found in _VARIABLE.finditer(text))


@dataclass(frozen=True, slots=True)
class Filled:
    """A variable that has a value: [``start``, ``end``) of the text as it is written, with the signs of money around it
    that the value brings itself, is [``first``, ``last``) of the filled one."""

    name: str
    start: int
    end: int
    first: int
    last: int


def filled(text: str, values: Mapping[str, str]) -> tuple[str, tuple[Filled, ...]]:
    """Put values into ``{{name}}``, and tell where; an unknown name stays visible as it is written. An amount of money
    brings its 元: one that is written around the braces too (¥ before, 元, 块 or ¥ behind) is not said twice."""
    parts: list[str] = []
    places: list[Filled] = []
    length = at = 0
    for found in _VARIABLE.finditer(text):
        value = values.get(found[1])
        if value is None:
            continue
        start, end = found.span()
        if _AMOUNT.fullmatch(value):
            sign = _SIGN_BEFORE.search(text, at, start)
            unit = _UNIT_BEHIND.match(text, end)
            start = sign.start() if sign is not None else start
            end = unit.end() if unit is not None else end
        first = length + start - at
        parts += [text[at:start], value]
        length, at = first + len(value), end
        places.append(Filled(found[1], start, end, first, length))
    return "".join(parts) + text[at:], tuple(places)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text as :func:`filled` gives it."""
    return filled(text, values)[0]
