"""Reading scripts out of a Word document: one that livedesk wrote and people edited, or one that they wrote freely.

Sizes are capped before anything is unpacked, and no entity is ever resolved.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from livedesk.domain.errors import UserError
from livedesk.domain.script import Script, parse_script
from livedesk.services.importers.docx_text import TITLE, Paragraph, Styles, paragraphs_of
from livedesk.services.importers.workbook import MAX_FILE, MAX_MEMBERS, MAX_RATIO, MAX_XML
from livedesk.services.sheets.archive import DAMAGED
from livedesk.services.sheets.origin import Origin
from livedesk.services.sheets.script_doc import (
    FACTS_MARK,
    FACTS_STYLE,
    GROUP_MARK,
    TITLE_MARK,
    DocProblem,
    ScriptDocument,
    ScriptSection,
    item_of,
    origin_of_bookmark,
    split_heading,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONS = "_rels/.rels"
_CONTENTS = re.compile(r"^(?:toc ?\d?$|toc heading|目录)", re.IGNORECASE)
_KEYED_LEVEL = 2
_SHOWN = 24


def read_script_docx(data: bytes, name: str) -> ScriptDocument:
    """Read a document; ``name`` is its file's. Its headings become sections, its paragraphs and their lines lines
    of the script; a heading that a deeper one follows at once only groups those below it.

    Raises UserError ``docx.old_format``, ``docx.encrypted``, ``docx.not_a_document``, ``docx.too_large`` or
    ``docx.unreadable`` (with ``reason``). What is left out is told in the document's problems.
    """
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise UserError("docx.encrypted" if locked else "docx.old_format", file=name)
    if len(data) > MAX_FILE:
        raise UserError("docx.too_large", file=name)
    package = _Package(data, name)
    try:
        main, root = package.main()
        beside = posixpath.join(posixpath.dirname(main), "styles.xml")
        styles = Styles(package.xml(beside) if beside in package.names else None)
        paragraphs = paragraphs_of(root, styles)
    except UserError:
        raise
    except (ParseError, DefusedXmlException, RecursionError) as error:
        raise UserError("docx.unreadable", file=name, reason=type(error).__name__) from error
    return _Reader(paragraphs, PurePath(name).stem).read()


class _Package:
    """The parts of a docx, none of which unpacks to too much. Pictures are never unpacked."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unpacked = 0
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            members = self._archive.infolist()
        # A damaged directory ends in any of these, by which of its fields is damaged; none of them is our mistake.
        except DAMAGED as error:
            raise UserError("docx.not_a_document", file=name) from error
        self.names = frozenset(member.filename for member in members)
        if _RELATIONS not in self.names:
            raise UserError("docx.not_a_document", file=name)
        if any(member.flag_bits & 1 for member in members):
            raise UserError("docx.encrypted", file=name)
        if len(members) > MAX_MEMBERS:
            raise UserError("docx.too_large", file=name)

    def main(self) -> tuple[str, Element]:
        """The part that holds the text: its name and its root."""
        for relation in self.xml(_RELATIONS):
            path = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if relation.get("Type", "").endswith("/officeDocument") and path in self.names:
                root = self.xml(path)
                if root.tag.endswith("}document"):
                    return path, root
        raise UserError("docx.not_a_document", file=self._name)

    def xml(self, part: str) -> Element:
        """A part, parsed. The size that it declares bounds what is unpacked: more than that fails its checksum."""
        member = self._archive.getinfo(part)
        self._unpacked += member.file_size
        bomb = member.file_size > 2**20 and member.file_size > MAX_RATIO * max(member.compress_size, 1)
        if bomb or self._unpacked > MAX_XML:
            raise UserError("docx.too_large", file=self._name)
        try:
            content = self._archive.read(member)
        except Exception as error:  # zipfile, zlib, bz2 and lzma each have an error of their own
            raise UserError("docx.unreadable", file=self._name, reason=str(error)) from error
        root: Element = ElementTree.fromstring(content, forbid_dtd=True)
        return root


@dataclass(slots=True)
class _Entry:
    """A heading with the lines under it."""

    heading: str
    level: int
    key: str = ""
    group: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def script(self) -> Script:
        return parse_script("\n".join(self.lines))


class _Reader:
    """Makes sections of paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], name: str) -> None:
        self._paragraphs = paragraphs
        self._name = name
        self._title = ""
        self._origin: Origin | None = None
        self._entries: list[_Entry] = []
        self._problems: list[DocProblem] = []
        marked = any(mark.startswith(FACTS_MARK) for paragraph in paragraphs for mark in paragraph.marks)
        self._facts_style = "" if marked else FACTS_STYLE

    def read(self) -> ScriptDocument:
        """The document."""
        before: list[str] = []
        for paragraph in self._paragraphs:
            self._take(paragraph, before)
        title = self._title or self._name
        text = "\n".join(before)
        if parse_script(text).lines and not self._entries:
            self._problems.append(DocProblem("script_doc.no_headings", {"heading": title}))
            self._entries.append(_Entry(title, 1, lines=before))
        elif parse_script(text).lines:
            shown = _start(parse_script(text).lines[0].text)
            self._problems.append(DocProblem("script_doc.before_headings", {"text": shown}))
        return ScriptDocument(title, tuple(self._sections()), tuple(self._problems), self._origin)

    def _take(self, paragraph: Paragraph, before: list[str]) -> None:
        lines = self._entries[-1].lines if self._entries else before
        heading = self._entries[-1].heading if self._entries else ""
        if paragraph.table:
            facts = {"heading": heading, "text": _start(paragraph.text)}
            self._problems.append(DocProblem("script_doc.table", facts))
            return
        if paragraph.box:
            self._problems.append(DocProblem("script_doc.box", {"heading": heading}))
        if _CONTENTS.match(paragraph.style) or (self._facts_style and paragraph.style == self._facts_style):
            return
        text = " ".join(paragraph.text.split())
        self._origin = self._origin or next(filter(None, map(origin_of_bookmark, paragraph.marks)), None)
        key = next((item for mark in paragraph.marks if (item := item_of(mark))), "")
        group = any(mark.startswith(GROUP_MARK) for mark in paragraph.marks)
        titled = paragraph.level == TITLE or any(mark.startswith(TITLE_MARK) for mark in paragraph.marks)
        if text and titled and not key and not self._title and not self._entries:
            self._title = text
        elif not text or (paragraph.level is None and not key and not group):
            lines.append(paragraph.text)
        else:
            self._entries.append(_Entry(text, paragraph.level or (1 if group else _KEYED_LEVEL), key, group))

    def _sections(self) -> list[ScriptSection]:
        found = []
        for at, entry in enumerate(self._entries):
            following = self._entries[at + 1].level if at + 1 < len(self._entries) else 0
            script = entry.script
            if not entry.key and not script.lines and (entry.group or following > entry.level):
                continue
            number, title = split_heading(entry.heading)
            found.append(ScriptSection(entry.key, title, number, script))
        return found


def _start(text: str) -> str:
    """The first words of a text, to be found by."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
