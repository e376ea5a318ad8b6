"""How long a script takes to say: what of it is spoken, how much that is, and how fast a person speaks.

One rule for all who count (the prompter, the editor, what is learned from past shows):

- every kind of line is spoken but ACTION (what is done) and NOTE (what is only known); variables are filled first;
- a Chinese character, or a letter of another script without capitals, counts one;
- a number counts as many as its Chinese reading has characters (129, 一百二十九, five; 9.9 three); one that begins
  with a zero or has more than eight digits is read digit by digit;
- a Latin word counts one for each group of vowels in it (serum two), at least one; one without vowels, or in
  capitals up to five letters (ml, SPF), is read letter by letter;
- ``%`` counts three (百分之) and a sign of money one (元); other marks, spaces and emoji are not spoken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from livedesk.domain.clock import SECOND
from livedesk.domain.prompting import spoken_number
from livedesk.domain.rundown import Segment, Show
from livedesk.domain.script import LineKind, ScriptLine, fill

SILENT = frozenset({LineKind.ACTION, LineKind.NOTE})
"""Kinds of lines that nobody says aloud."""
DEFAULT_CPS = 260 / 60
"""Characters a second of a person of whom nothing is known: the prompter's own speed at first."""

FEWEST_SAMPLES = 5
FEWEST_CHARS = 60
SHORTEST_MS = 20 * SECOND
SLOWEST_CPS, FASTEST_CPS = 1.5, 12.0
CHATTY = 1.2
"""A segment that took this many times its planned time was filled with more than its words."""

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ"
_PIECE = re.compile(
    r"(?P<number>\d+(?:,\d{3}(?!\d))*(?:[.．]\d+)?)"
    rf"|(?P<word>[{_LATIN}]+(?:['’][{_LATIN}]+)*)"
    rf"|(?P<letters>[^\W\d_{_LATIN}]+)"
    r"|(?P<percent>[%％‰])"
    r"|(?P<money>[¥￥$＄€£])"
)
_VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœ]+")
CO_HOST = "助播"
"""The speaker of a line that whoever is co-host says."""
_GENERIC = ("主播", CO_HOST)
_SEVERAL = re.compile(r"[、,，/／+＋&＆;；|\n]")


@lru_cache(maxsize=65_536)
def spoken_chars(text: str) -> int:
    """How many characters a filled text counts when it is said, by the rule of this module."""
    total = 0
    for piece in _PIECE.finditer(text):
        match piece.lastgroup:
            case "letters":
                total += piece.end() - piece.start()
            case "number":
                total += _number(piece[0])
            case "word":
                total += _word(piece[0])
            case "percent":
                total += 3
            case _:
                total += 1
    return total


def _number(text: str) -> int:
    whole, point, part = text.replace(",", "").replace("．", ".").partition(".")
    digits = len(whole)
    if digits <= 8 and (digits == 1 or int(whole[0]) != 0):
        digits = len(spoken_number(int(whole))[0])
    return digits + len(point) + len(part)


def _word(text: str) -> int:
    letters = [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalpha()]
    word = "".join(letters)
    vowels = len(_VOWELS.findall(word.casefold()))
    return len(word) if not vowels or (1 < len(word) <= 5 and word.isupper()) else vowels


def line_chars(line: ScriptLine, values: Mapping[str, str]) -> int:
    """How many characters a line counts when it is said, its variables filled from ``values``; 0 for a kind that
    nobody says."""
    if line.kind in SILENT:
        return 0
    return spoken_chars(fill(line.text, values) if "{{" in line.text else line.text)


def speaking_ms(chars: int, cps: float) -> int:
    """How long ``chars`` characters take at ``cps`` characters a second. Raises ValueError for a rate that is not
    above zero."""
    if cps <= 0:
        raise ValueError("a rate is above zero")
    return round(chars * SECOND / cps)


def voices(line: ScriptLine, person: str, co_host: str) -> tuple[str, ...]:
    """Under which names the rate of a line's speaker may be known, the surest first. A line without a speaker, or
    of 主播 without a number, is said by ``person``; one of 助播 by ``co_host``; 主播二 and the like are names
    themselves, and stand for the one who does that duty in this segment."""
    if not line.speaker:
        names: tuple[str, ...] = (person,)
    else:
        duty = co_host if line.speaker.startswith(CO_HOST) else person
        names = (duty, line.speaker) if line.speaker in _GENERIC else (line.speaker, duty)
    return tuple(dict.fromkeys(name for name in names if name))


def first_name(people: str) -> str:
    """The first of several people in one cell (主播一、助播一): the one who leads."""
    return _SEVERAL.split(people, maxsplit=1)[0].strip()


def names_co_host(people: str) -> bool:
    """Whether a cell names more than one person, or a 助播."""
    return CO_HOST in people or sum(bool(name.strip()) for name in _SEVERAL.split(people)) > 1


def speech(segment: Segment, host: str, values: Mapping[str, str]) -> Mapping[tuple[str, ...], int]:
    """How many characters each voice says in a segment (names as :func:`voices` gives them): ``host`` is the show's
    own, who speaks where the segment names no person, ``values`` fill the variables."""
    said: dict[tuple[str, ...], int] = {}
    if not segment.script.lines:
        return said
    person = first_name(segment.person) or first_name(host)
    co_host = first_name(segment.co_host)
    for line in segment.script.lines:
        chars = line_chars(line, values)
        if chars:
            names = voices(line, person, co_host)
            said[names] = said.get(names, 0) + chars
    return said


def rate_of(names: Iterable[str], paces: Mapping[str, float], default_cps: float) -> float:
    """The rate of the first name that has one in ``paces``, else ``default_cps``."""
    return next((paces[name] for name in names if name in paces), default_cps)


@dataclass(frozen=True, slots=True)
class PaceSample:
    """A segment of a past show: ``chars`` were to be said, ``aired_ms`` it was on air without holds, for
    ``planned_ms`` it was planned (None: open) with what was added to it; ``rehearsal`` marks a rehearsal."""

    chars: int
    aired_ms: int
    planned_ms: int | None
    rehearsal: bool = False

    @property
    def cps(self) -> float:
        """Characters a second."""
        return self.chars * SECOND / self.aired_ms

    @property
    def tells(self) -> bool:
        """Whether the time on air says how fast was spoken: enough words and time, no rehearsal, not drawn out by
        talk beside the script, and a rate at which people speak."""
        return (
            not self.rehearsal
            and self.chars >= FEWEST_CHARS
            and self.aired_ms >= SHORTEST_MS
            and (self.planned_ms is None or self.aired_ms <= self.planned_ms * CHATTY)
            and SLOWEST_CPS <= self.cps <= FASTEST_CPS
        )


@dataclass(frozen=True, slots=True)
class LearnedPace:
    """A measured rate: ``cps`` characters a second, from how many ``samples``, and their ``spread``: half of what
    was said lies within ``cps`` ± ``spread``."""

    cps: float
    samples: int
    spread: float


def learned_pace(samples: Iterable[PaceSample]) -> LearnedPace | None:
    """A person's rate from past segments, or None where fewer than five tell it.

    The median of the rates, each weighing as many as its characters: a long text tells more than a short one, and
    neither a host who strayed from the script nor one who cut it short moves it far.
    """
    telling = [sample for sample in samples if sample.tells]
    if len(telling) < FEWEST_SAMPLES:
        return None
    cps = _median([(sample.cps, sample.chars) for sample in telling])
    spread = _median([(abs(sample.cps - cps), sample.chars) for sample in telling])
    return LearnedPace(cps, len(telling), spread)


def _median(weighted: list[tuple[float, int]]) -> float:
    """The weighted median: the least value up to which half of the weight lies; midway where it is exactly half."""
    ranked = sorted(weighted)
    half = sum(weight for _value, weight in ranked) / 2
    reached = 0
    for place, (value, weight) in enumerate(ranked):
        reached += weight
        if reached > half or place == len(ranked) - 1:
            return value
        if reached == half:
            return (value + ranked[place + 1][0]) / 2
    raise ValueError("a median needs a value")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a person speaks: ``cps`` characters a second; ``learned`` tells that it was measured, from
    ``samples`` segments (0: set by hand, or the default). ``like`` is whose rate it is, where the person has none.
    ``earlier`` are the rates that were set by hand before it, the newest last."""

    host: str
    cps: float
    learned: bool = False
    samples: int = 0
    like: str = ""
    earlier: tuple[float, ...] = ()


def speakers(
    show: Show, said: Iterable[tuple[str, ...]], paces: Mapping[str, Pace], default_cps: float
) -> tuple[Pace, ...]:
    """Everybody whose rate counts in a show, with the rate that is counted with. First who says words, in the order of
    ``said`` (names as :func:`voices` gives them, of the segments) and then of the standby plans; behind them who has a
    duty and says nothing yet, and names whose rate stands in for another's."""
    host = first_name(show.host)
    heard = [*said, *_planned_for(show, host)]
    like: dict[str, str] = {}
    for names in heard:
        if names:
            # Who is called the same in two segments may be two people: the one whose rate is known is shown.
            counted = next((name for name in names if name in paces), names[0])
            if like.get(names[0], names[0]) == names[0]:
                like[names[0]] = counted
    duties = dict.fromkeys(name for item in show.segments for name in (item.person, item.co_host))
    quiet = [host, *map(first_name, duties), *(name for names in heard for name in names[1:] if name in paces)]
    for name in quiet:
        if name:
            like.setdefault(name, name)
    return tuple(_as_counted(name, other, paces, default_cps) for name, other in like.items())


def _planned_for(show: Show, host: str) -> Iterator[tuple[str, ...]]:
    """The voices of the standby plans."""
    for plan in show.standbys:
        for line in plan.script.lines:
            if line_chars(line, {}):
                yield voices(line, host, "")


def _as_counted(name: str, like: str, paces: Mapping[str, Pace], default_cps: float) -> Pace:
    if like != name:
        return Pace(name, paces[like].cps, like=like)
    return paces.get(name, Pace(name, default_cps))
