"""The paragraphs of a Word document's XML as a reader sees them (ISO/IEC 29500-1, WordprocessingML).

What is inserted under change tracking counts, what is deleted does not; a paragraph whose end is deleted goes on in
the next one. Elements are told by their local names: the strict and the transitional form differ in namespaces alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from livedesk.services.sheets.script_doc import FACTS_MARK, plain

TITLE = 0
_HEADING = re.compile(r"^(?:heading|标题) ?([1-9])$", re.IGNORECASE)
_TITLES = ("title", "标题")
_BASES = 12
_BODY_TEXT = 9
_INSIDE = frozenset(("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "hyperlink", "fldSimple"))
_TRANSPARENT = _INSIDE | {"dir", "bdo", "ruby", "rubyBase"}
_DRAWN = frozenset(("drawing", "pict", "object", "AlternateContent"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or (``table``) a table of which ``text`` is all there is. ``level``: 0 for a title, 1–9 for a
    heading, None for text. ``marks`` are the bookmarks that lie around text of it. ``box``: it holds a box with a
    text of its own, which is not in ``text``. What facts' bookmarks enclose is left out of it."""

    text: str
    level: int | None = None
    style: str = ""
    marks: tuple[str, ...] = ()
    box: bool = False
    table: bool = False


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        self._names: dict[str, str] = {}
        self._bases: dict[str, str] = {}
        self._levels: dict[str, int] = {}
        self._default = ""
        for style in root if root is not None else ():
            if _local(style) == "style" and _get(style, "type") == "paragraph":
                self._take(style)

    def _take(self, style: Element) -> None:
        own = _get(style, "styleId")
        if _get(style, "default") in ("1", "true", "on"):
            self._default = own
        for child in style:
            match _local(child):
                case "name":
                    self._names[own] = _get(child, "val")
                case "basedOn":
                    self._bases[own] = _get(child, "val")
                case "pPr":
                    level = _outline(child)
                    if level is not None:
                        self._levels[own] = level

    def name(self, style: str) -> str:
        """The name of a style; of the default one for an empty id."""
        return self._names.get(style or self._default, style)

    def level(self, style: str) -> int | None:
        """What a paragraph of this style is: title, heading or text."""
        style = style or self._default
        for _ in range(_BASES):
            name = self._names.get(style, re.sub(r"(?<=[^\d ])(?=\d)", " ", style))
            if style in self._levels:
                return None if self._levels[style] == _BODY_TEXT else self._levels[style] + 1
            if found := _HEADING.match(name):
                return int(found[1])
            if name.lower() in _TITLES:
                return TITLE
            if style not in self._bases:
                break
            style = self._bases[style]
        return None


@dataclass(slots=True)
class _Draft:
    """A paragraph while it is read. ``opened`` holds the bookmarks that have begun: name and how much text had
    been seen then; ``seen`` counts all text, that of facts too."""

    text: str = ""
    marks: list[str] = field(default_factory=list)
    opened: dict[str, tuple[str, int]] = field(default_factory=dict)
    seen: int = 0
    box: bool = False


def paragraphs_of(document: Element, styles: Styles) -> list[Paragraph]:
    """The paragraphs and tables of a document's body in order."""
    return list(_Walk(document, styles).blocks(document))


class _Walk:
    """Walks through one document, with the bookmarks that are open in it."""

    def __init__(self, document: Element, styles: Styles) -> None:
        self._styles = styles
        self._ends = {_get(item, "id") for item in document.iter() if _local(item) == "bookmarkEnd"}
        self._facts: set[str] = set()
        self._draft = _Draft()

    def blocks(self, element: Element) -> Iterator[Paragraph]:
        """The paragraphs below an element that holds blocks."""
        for child in element:
            match _local(child):
                case "p":
                    yield from self._paragraph(child)
                case "tbl":
                    if text := " ".join(_text_inside(child).split()):
                        yield Paragraph(text, table=True)
                case "bookmarkStart" | "bookmarkEnd":
                    self._bookmark(child)
                case "body" | "ins" | "moveTo" | "customXml" | "sdtContent":
                    yield from self.blocks(child)
                case "sdt":
                    if not _is_contents(child):
                        yield from self.blocks(child)

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        shape = next((child for child in element if _local(child) == "pPr"), None)
        style, level, ended = "", None, True
        for child in shape if shape is not None else ():
            match _local(child):
                case "pStyle":
                    style = _get(child, "val")
                case "rPr":
                    ended = not any(_local(mark) in ("del", "moveFrom") for mark in child)
        own = _outline(shape) if shape is not None else None
        level = self._styles.level(style) if own is None else None if own == _BODY_TEXT else own + 1
        if level is not None:
            self._facts.clear()
        self._inline(element)
        draft = self._draft
        if not ended:
            return
        marks = [*draft.marks, *(name for name, at in draft.opened.values() if draft.seen > at)]
        self._draft = _Draft()
        yield Paragraph(plain(draft.text), level, self._styles.name(style), tuple(marks), draft.box)

    def _inline(self, element: Element) -> None:
        for child in element:
            name = _local(child)
            match name:
                case "r":
                    self._run(child)
                case "bookmarkStart" | "bookmarkEnd":
                    self._bookmark(child)
                case _ if name in _TRANSPARENT:
                    self._inline(child)
                case _ if name in _DRAWN:
                    self._drawn(child)

    def _run(self, run: Element) -> None:
        for child in run:
            match _local(child):
                case "t":
                    self._say(re.sub(r"[\r\n]+", " ", child.text or ""))
                case "tab" | "ptab":
                    self._say("\t")
                case "br" | "cr":
                    self._say("\n")
                case "noBreakHyphen":
                    self._say("-")
                case "ruby":
                    self._inline(child)
                case name if name in _DRAWN:
                    self._drawn(child)

    def _say(self, text: str) -> None:
        self._draft.seen += len(text)
        if not self._facts:
            self._draft.text += text

    def _drawn(self, element: Element) -> None:
        boxes = (item for item in element.iter() if _local(item) == "txbxContent")
        self._draft.box = self._draft.box or any(_text_inside(box).strip() for box in boxes)

    def _bookmark(self, element: Element) -> None:
        draft, own = self._draft, _get(element, "id")
        if _local(element) == "bookmarkStart":
            name = _get(element, "name")
            draft.opened[own] = (name, draft.seen)
            # A range that nothing ends would swallow all that follows.
            if name.startswith(FACTS_MARK) and own in self._ends:
                self._facts.add(own)
            return
        self._facts.discard(own)
        name, at = draft.opened.pop(own, ("", draft.seen))
        if draft.seen > at:
            draft.marks.append(name)


def _text_inside(element: Element) -> str:
    return "".join(item.text or "" for item in element.iter() if _local(item) == "t")


def _is_contents(block: Element) -> bool:
    """Whether a block is a table of contents that the word processor made."""
    galleries = (_get(item, "val") for item in block.iter() if _local(item) == "docPartGallery")
    return any("table of contents" in gallery.lower() for gallery in galleries)


def _outline(shape: Element) -> int | None:
    """The outline level that a paragraph or style sets itself: 0–8, 9 for text, None for none."""
    value = next((_get(child, "val") for child in shape if _local(child) == "outlineLvl"), "")
    return int(value) if value.isascii() and value.isdigit() and int(value) <= _BODY_TEXT else None


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _get(element: Element, name: str) -> str:
    """An attribute by its local name, empty where it is missing."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
