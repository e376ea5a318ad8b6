"""A show's scripts as a text document: what those who write it and those who read it agree on, and how a document
that people edited is held against the show.

Headings are tied to their items by bookmarks, which Word and LibreOffice carry along while a person edits, renames
or moves them; where a program dropped them, number and title do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from livedesk.domain.errors import Param
from livedesk.domain.matching import ALIKE
from livedesk.domain.numbering import shown_numbers
from livedesk.domain.rundown import Show
from livedesk.domain.script import Script, parse_script, script_text
from livedesk.services.sheets.origin import Origin, read_origin

FACTS_STYLE = "livedesk facts"
"""The style of what stands under a heading for people to know, and is no script."""
TITLE_MARK, GROUP_MARK, FACTS_MARK = "ldt_", "ldg_", "ldf_"
"""How the bookmarks of the title, of groups' headings and of facts begin."""
_ITEM_MARK, _ORIGIN_MARK = "ld_", "ldv_"
_LONGEST_MARK = 40
_MOST_PAIRS = 4_000_000
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u00ad": ""})
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_([0-9a-f]+)_")
_OURS = re.compile(r"^(?P<number>\S{1,12}) · (?P<title>.+)$")
_FREE = re.compile(r"^(?P<number>\d{1,3}[A-Za-z]{0,2})\s*[.．、·:：)）](?!\d)\s*(?P<title>.+)$")


@dataclass(frozen=True, slots=True)
class DocProblem:
    """Something about a document that a person should know: ``code`` and ``params`` are those of a UserError;
    ``heading`` in them is the heading under which it stands."""

    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class ScriptSection:
    """A heading and the script under it. ``key`` is the id of its segment or standby plan, empty for a heading
    that a person wrote; ``number`` is as written, empty where there is none."""

    key: str
    title: str
    number: str
    script: Script

    @property
    def heading(self) -> str:
        """The heading as people read it."""
        return heading_text(self.number, self.title)


@dataclass(frozen=True, slots=True)
class ScriptDocument:
    """A document as it was read: its sections in order, what was left out, and which version it was written from."""

    title: str
    sections: tuple[ScriptSection, ...]
    problems: tuple[DocProblem, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class NewSection:
    """A heading that no item of the show stands for. It comes after the item ``after`` (empty: before all)."""

    after: str
    title: str
    script: Script


@dataclass(frozen=True, slots=True)
class ScriptChanges:
    """What a document changes in a show: scripts by the id of their segment or standby plan (only those that
    differ), and new segments. ``absent`` are the items that the document has no heading for: they stay as they
    are. ``problems`` are the document's and those of the matching."""

    scripts: Mapping[str, Script]
    new: tuple[NewSection, ...]
    absent: tuple[str, ...]
    problems: tuple[DocProblem, ...]


def bookmark_of(item_id: str) -> str:
    """The bookmark of an item's heading; empty where the id is too long for one (Word: 40 characters). Word makes
    no difference of case, so that capitals are written as codes."""
    name = _ITEM_MARK + _escaped(item_id)
    return name if len(name) <= _LONGEST_MARK else ""


def item_of(bookmark: str) -> str:
    """The id that a bookmark stands for; empty for any other bookmark."""
    return _unescaped(bookmark.removeprefix(_ITEM_MARK)) if bookmark.startswith(_ITEM_MARK) else ""


def bookmark_of_origin(origin: Origin | None) -> str:
    """The bookmark that says which version of its show a document was written from; empty for none."""
    name = "" if origin is None else f"{_ORIGIN_MARK}{origin.revision}_{origin.mark}_{_escaped(origin.show_id)}"
    return name if len(name) <= _LONGEST_MARK else ""


def origin_of_bookmark(bookmark: str) -> Origin | None:
    """What such a bookmark says; None for any other."""
    parts = bookmark.removeprefix(_ORIGIN_MARK).split("_", 2)
    if not bookmark.startswith(_ORIGIN_MARK) or len(parts) < 3:
        return None
    return read_origin(f"{_unescaped(parts[2])}@{parts[0]}#{parts[1]}")


def _escaped(name: str) -> str:
    return "".join(c if c.isascii() and (c.islower() or c.isdigit()) else f"_{ord(c):x}_" for c in name)


def _unescaped(name: str) -> str:
    try:
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
    except (ValueError, OverflowError):
        return ""


def heading_text(number: str, title: str) -> str:
    """A heading: number and title in one line."""
    title = plain(" ".join(title.split()))
    return f"{plain(number)} · {title}" if number else title


def split_heading(text: str) -> tuple[str, str]:
    """The number (empty: none) and the title of a heading, ours or ``3、开场`` and ``04A. 开场``."""
    text = " ".join(text.split())
    ours = _OURS.match(text)
    found = ours if ours and any(c.isdigit() for c in ours["number"]) else _FREE.match(text)
    return (found["number"], found["title"]) if found else ("", text)


def plain(text: str) -> str:
    """A text as a document holds it: without the characters that XML has no room for, and with plain spaces for
    those that word processors put in to keep words together."""
    return _NO_XML.sub("", text).translate(_SPACES)


def rows_of(script: Script) -> tuple[str, ...]:
    """The script as the lines of a document, marks and speakers in front, empty lines between paragraphs."""
    text = script_text(parse_script(script_text(script)))
    return tuple(text.split("\n")) if text else ()


def match_scripts(show: Show, document: ScriptDocument) -> ScriptChanges:
    """Hold a document against the show. A section goes to the item with its key, else to the one with its number
    and title, else to the only one with its title; the rest is new. Each item takes one section, the first.

    What differs from the old script only by what a document cannot hold (see :func:`plain`) stays as it was, also
    within a line of which other words were changed.
    """
    scripts = {segment.id: segment.script for segment in show.segments}
    scripts |= {standby.id: standby.script for standby in show.standbys}
    items = _matched(show, document.sections)
    changed: dict[str, Script] = {}
    new: list[NewSection] = []
    problems = list(document.problems)
    after = ""
    for section, item in zip(document.sections, items, strict=True):
        if not item:
            if section.key:
                problems.append(DocProblem("script_doc.no_item", {"heading": section.heading}))
            new.append(NewSection(after, section.title, section.script))
            continue
        after = item
        old = scripts[item]
        if section.script != parse_script(plain(script_text(old))):
            changed[item] = _restored(section.script, old)
    absent = tuple(item for item in scripts if item not in items)
    if absent:
        title = (show.segment(absent[0]) or show.standby(absent[0]) or show).title
        problems.append(DocProblem("script_doc.absent", {"count": len(absent), "heading": title}))
    return ScriptChanges(changed, tuple(new), absent, tuple(problems))


def _matched(show: Show, sections: Sequence[ScriptSection]) -> list[str]:
    """For each section the id of its item, empty for none."""
    numbers = shown_numbers(show.segments)
    names = {item.id: (numbers[at], item.title) for at, item in enumerate(show.segments)}
    names |= {plan.id: ("", plan.title) for plan in show.standbys}
    found = [""] * len(sections)
    free = dict(names)
    for at, section in enumerate(sections):
        if section.key in free:
            found[at] = section.key
            del free[section.key]
    for with_number in (True, False):
        called: dict[str, list[str]] = {}
        for item, (number, title) in free.items():
            called.setdefault(heading_text(number if with_number else "", title), []).append(item)
        for at, section in enumerate(sections):
            same = called.get(heading_text(section.number if with_number else "", section.title), [])
            if not found[at] and section.key not in names and len(same) == 1:
                found[at] = same.pop()
                del free[found[at]]
    return found


def _restored(script: Script, old: Script) -> Script:
    """The script with what a document cannot hold as the old one has it, wherever the words are the old ones."""
    rows, mine = rows_of(script), rows_of(old)
    held = [plain(row).strip() for row in mine]
    known = dict(zip(held, mine, strict=True))
    made: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, held, rows, autojunk=False).get_opcodes():
        if tag == "equal":
            made += mine[first:last]
        else:
            made += (known.get(row) or _kept(row, mine[first:last]) for row in rows[start:end])
    return parse_script("\n".join(made))


def _kept(row: str, lines: Sequence[str]) -> str:
    """A line with the spaces and hyphens of the line out of which a person made it, where they did not change it."""
    for line in lines:
        if line == plain(line) or len(line) * len(row) > _MOST_PAIRS:
            continue
        matcher = SequenceMatcher(None, plain(line), row, autojunk=False)
        if matcher.ratio() < ALIKE:
            continue
        places = [at for at, char in enumerate(line) if plain(char)]
        return "".join(
            line[places[first] : places[last - 1] + 1] if tag == "equal" else row[start:end]
            for tag, first, last, start, end in matcher.get_opcodes()
        )
    return row
