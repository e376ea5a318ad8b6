"""Which characters a pattern can't do without, so that a sentence lacking them need not be searched for it."""

from __future__ import annotations

# Characters found in nearly every sentence: a poor choice where another is to be had.
_COMMON = frozenset(
    "的一不了是在有人我你他她它这那个们来上下大小就都也要能会可没买用到好给看今天里家无第行价过比后年以分开0123456789"
)


def cues(pattern: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """For each alternative of the regular expression two sets of characters: any match of it holds at least one
    of each. An empty set: nothing is known. Understands what the word list is written in: literals, groups,
    classes, alternatives and repeats."""
    pairs: list[tuple[frozenset[str], frozenset[str]]] = []
    at = -1
    while at < len(pattern):
        needed, at = _sequence(pattern, at + 1)
        best, second, *_ = (*sorted(needed, key=_cost), frozenset[str](), frozenset[str]())
        pairs.append((best, second))
        assert at == len(pattern) or pattern[at] == "|", pattern
    return tuple(pairs)


def _sequence(pattern: str, at: int) -> tuple[list[frozenset[str]], int]:
    """What must be there, up to a bar, a closing bracket or the end."""
    needed: list[frozenset[str]] = []
    while at < len(pattern) and pattern[at] not in "|)":
        found, at = _atom(pattern, at)
        optional, at = _repeat(pattern, at)
        if found and not optional:
            needed.append(found)
    return needed, at


def _alternatives(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """What one of the alternatives inside a group needs, and where the group ends."""
    every: list[frozenset[str]] = []
    while True:
        needed, at = _sequence(pattern, at)
        every.append(min(needed, key=_cost, default=frozenset()))
        if pattern[at] == ")":
            return (frozenset().union(*every) if all(every) else frozenset()), at
        at += 1


def _cost(characters: frozenset[str]) -> tuple[int, int]:
    return len(characters & _COMMON), len(characters)


def _atom(pattern: str, at: int) -> tuple[frozenset[str], int]:
    character = pattern[at]
    if character == "(":
        return _group(pattern, at)
    if character == "[":
        close = pattern.index("]", at)
        inside = pattern[at + 1 : close]
        known = not any(special in inside for special in "^\\-")
        return (frozenset(inside) if known else frozenset()), close + 1
    if character == "\\":
        following = pattern[at + 1]
        return (frozenset() if following.isalnum() else frozenset(following)), at + 2
    return (frozenset() if character in ".^$" else frozenset(character)), at + 1


def _group(pattern: str, at: int) -> tuple[frozenset[str], int]:
    looks = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
    inside = at + 1
    if pattern.startswith("(?P<", at):
        inside = pattern.index(">", at) + 1
    elif pattern.startswith(("(?<=", "(?<!"), at):
        inside = at + 4
    elif pattern.startswith("(?", at):
        inside = at + 3
    found, close = _alternatives(pattern, inside)
    return (frozenset() if looks else found), close + 1


def _repeat(pattern: str, at: int) -> tuple[bool, int]:
    """Whether what came before may be missing, and where its repeat ends."""
    optional = False
    while at < len(pattern) and pattern[at] in "?*+{":
        if pattern[at] == "{":
            close = pattern.index("}", at)
            optional = optional or pattern[at + 1 : close].split(",", maxsplit=1)[0] in {"", "0"}
            at = close
        elif pattern[at] in "?*":
            optional = optional or pattern[at] == "*" or pattern[at - 1] not in "?*+}"
        at += 1
    return optional, at
