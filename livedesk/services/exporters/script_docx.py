"""A show's scripts as a Word document that people read, mark up and edit; the importer reads it back.

Title, facts, a heading for each group and each segment, and a paragraph for each line, with its mark and speaker in
front as they are typed; an empty line is an empty paragraph. Tabs and every visible character are kept; what XML
cannot hold is left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from livedesk.domain.numbering import shown_numbers
from livedesk.domain.product import Product
from livedesk.domain.rundown import Group, Segment, Show, Standby
from livedesk.domain.script import HEADINGS, MARKS, LineKind, Script
from livedesk.domain.timetable import Plan, plan
from livedesk.services.reports import figures
from livedesk.services.sheets.origin import origin_of
from livedesk.services.sheets.script_doc import (
    FACTS_MARK,
    FACTS_STYLE,
    GROUP_MARK,
    TITLE_MARK,
    bookmark_of,
    bookmark_of_origin,
    heading_text,
    plain,
    rows_of,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PLANS = "应急预案"
NO_GROUP = "未分组"
LINE, PART, NOTE = "livedesk line", "livedesk part", "livedesk note"
MARK, SPEAKER, VARIABLE = "livedesk mark", "livedesk speaker", "livedesk variable"
_LATIN, _CHINESE = "Arial", "Microsoft YaHei"
_INK, _DIM, _ACCENT, _VOICE = "171B22", "667085", "B85C00", "2458C5"
_ROW = re.compile(r"^(?P<mark>【[^】]{1,8}】)?(?P<speaker>(?:主播|助播)[一二三四]?：)?(?P<text>.*)$", re.DOTALL)
_VARIABLE = re.compile(r"(\{\{\s*[^{}]{1,20}?\s*\}\})")


def export_script_docx(show: Show, revision: int = 0) -> bytes:
    """The scripts of a show as a docx; a bookmark at its title says which revision they are of (0: none). Raises
    UserError ``time.nonexistent`` as the timetable does."""
    writer = _Writer(show, revision)
    writer.write()
    file = io.BytesIO()
    writer.document.save(file)
    return file.getvalue()


class _Writer:
    """Writes one document from its top to its end."""

    def __init__(self, show: Show, revision: int) -> None:
        # Imported here: a desktop that writes no document need not wait for it.
        import docx

        self.document = docx.Document()
        self._show = show
        self._origin = origin_of(show, revision)
        self._products = {product.id: product for product in show.products}
        self._ids = count(1)
        _shape(self.document, show)
        # The library would look every style up among all of them, and the end of the text along all of it, for each
        # paragraph anew.
        self._end = self.document.sections[0]._sectPr
        self._styles = {style.name: style.style_id for style in self.document.styles}

    def write(self) -> None:
        """Write everything."""
        show, layout = self._show, plan(self._show)
        title = self._paragraph(plain(" ".join(show.title.split())), "Title")
        self._mark(title, f"{TITLE_MARK}{next(self._ids)}")
        if bookmark := bookmark_of_origin(self._origin):
            self._mark(title, bookmark)
        day, start, end = (
            figures.day(layout.start, show.zone),
            _clock(layout.start, show, layout),
            _clock(layout.end, show, layout),
        )
        when = f"{day} {start}–{end}（{figures.length(layout.end - layout.start)}）"
        self._facts([when, show.host, show.platform, show.room])
        numbers = shown_numbers(show.segments)
        groups = {group.id: group for group in show.groups}
        before: Group | None = None
        for at, segment in enumerate(show.segments):
            group = groups.get(segment.group_id)
            if group is not before:
                self._group(group.title if group else NO_GROUP)
                before = group
            self._heading(segment.id, numbers[at], segment.title)
            self._facts(self._of_segment(segment, at, layout))
            self._facts([_told("目标", segment.goal), _told("互动", segment.interaction)])
            self._script(segment.script)
        if show.standbys:
            self._group(PLANS)
        for standby in show.standbys:
            self._heading(standby.id, "", standby.title)
            self._facts(self._of_plan(standby))
            self._script(standby.script)

    def _group(self, title: str) -> None:
        head = self._paragraph(plain(" ".join(title.split())), "Heading 1")
        self._mark(head, f"{GROUP_MARK}{next(self._ids)}")

    def _heading(self, item_id: str, number: str, title: str) -> None:
        head = self._paragraph(heading_text(number, title), "Heading 2")
        if bookmark := bookmark_of(item_id):
            self._mark(head, bookmark)

    def _facts(self, facts: Iterable[str]) -> None:
        text = " · ".join(plain(" ".join(fact.split())) for fact in facts if fact)
        if text:
            self._mark(self._paragraph(text, FACTS_STYLE), f"{FACTS_MARK}{next(self._ids)}")

    def _of_segment(self, segment: Segment, at: int, layout: Plan) -> list[str]:
        start = layout.starts[at]
        when = "已跳过" if start is None else _clock(start, self._show, layout)
        people = "、".join(one for one in (segment.person, segment.co_host) if one)
        products = [self._products[one] for one in segment.product_ids if one in self._products]
        return [
            f"{when}（定时）" if segment.hard_start and start is not None else when,
            figures.length(layout.durations[at]),
            _told("人员", people),
            _told("商品", "、".join(map(_product, products))),
            _told("画面", segment.scene),
        ]

    def _of_plan(self, standby: Standby) -> list[str]:
        products = [self._products[one] for one in standby.product_ids if one in self._products]
        return [
            _told("触发", standby.trigger),
            "" if standby.duration_ms is None else figures.length(standby.duration_ms),
            _told("负责人", standby.owner),
            _told("商品", "、".join(map(_product, products))),
            _told("画面", standby.scene),
            _told("提词", standby.message),
        ]

    def _script(self, script: Script) -> None:
        for row in rows_of(script):
            self._line(row)

    def _line(self, row: str) -> None:
        found = _ROW.match(plain(row))
        if found is None:
            raise AssertionError("every row has a text")
        mark, speaker, text = found["mark"] or "", found["speaker"] or "", found["text"]
        name = mark[1:-1]
        if name in HEADINGS and not speaker and not text:
            self._paragraph(mark, PART)
            return
        if mark and name not in MARKS:
            mark, speaker, text = "", "", mark + speaker + text
        style = NOTE if MARKS.get(name) is LineKind.NOTE else LINE
        line = self._paragraph("", style)
        if mark:
            self._run(line, mark, MARK)
        if speaker:
            self._run(line, speaker, SPEAKER)
        for part in _VARIABLE.split(text):
            if part:
                self._run(line, part, VARIABLE if _VARIABLE.fullmatch(part) else "")

    def _paragraph(self, text: str, style: str) -> Paragraph:
        from docx.oxml.parser import OxmlElement
        from docx.text.paragraph import Paragraph

        element = OxmlElement("w:p")
        self._end.addprevious(element)
        made = Paragraph(element, self.document._body)
        made._p.style = self._styles[style]
        if text:
            made.add_run(text)
        return made

    def _run(self, paragraph: Paragraph, text: str, style: str) -> None:
        made = paragraph.add_run(text)
        if style:
            made._r.style = self._styles[style]

    def _mark(self, paragraph: Paragraph, name: str) -> None:
        """Put a bookmark around the text of a paragraph."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        number = str(next(self._ids))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), number)
        first = paragraph._p.r_lst[0] if paragraph._p.r_lst else None
        if first is not None:
            first.addprevious(start)
        else:
            paragraph._p.append(start)
        paragraph._p.append(end)


def _clock(ms: int, show: Show, layout: Plan) -> str:
    return figures.clock_short(ms, show.zone, layout.start)


def _told(name: str, value: str) -> str:
    return f"{name}：{value}" if value else ""


def _product(product: Product) -> str:
    return product.name if product.link is None else f"{product.name}（{product.link}号链接）"


def _shape(document: Document, show: Show) -> None:
    """Paper, properties, styles and the foot of the pages."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = plain(show.title)[:255], "livedesk", "livedesk"
    about.comments, about.language = "", "zh-CN"
    about.created = about.modified = datetime.now(UTC).replace(microsecond=0)
    _styles(document)
    _foot(document, show)


def _styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    paragraphs: tuple[tuple[str, float, str, bool], ...] = (
        ("Normal", 12, _INK, False),
        ("Title", 22, _INK, True),
        ("Heading 1", 17, _INK, True),
        ("Heading 2", 14, _INK, True),
        (LINE, 12, _INK, False),
        (FACTS_STYLE, 9, _DIM, False),
        (PART, 10.5, _DIM, True),
        (NOTE, 10.5, _DIM, False),
    )
    styles = document.styles
    names = {style.name for style in styles}
    for name, points, colour, bold in paragraphs:
        style = styles[name] if name in names else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _font(style, colour, points, bold=bold)
    for name, colour in ((MARK, _ACCENT), (SPEAKER, _VOICE), (VARIABLE, _VOICE)):
        _font(styles.add_style(name, WD_STYLE_TYPE.CHARACTER), colour, None, bold=name != VARIABLE)
    spaces = {LINE: (0, 6), FACTS_STYLE: (0, 4), PART: (8, 2), NOTE: (0, 6), "Heading 1": (24, 6)}
    for name, (above, below) in (spaces | {"Heading 2": (16, 2)}).items():
        shape = styles[name].paragraph_format
        shape.space_before, shape.space_after = Pt(above), Pt(below)
    for name in (FACTS_STYLE, PART):
        styles[name].paragraph_format.keep_with_next = True
        styles[name].next_paragraph_style = styles[LINE]
    styles["Heading 2"].next_paragraph_style = styles[LINE]
    styles[LINE].paragraph_format.line_spacing = 1.35
    styles[NOTE].paragraph_format.left_indent = Cm(0.8)
    styles[NOTE].font.italic = True


def _font(style: object, colour: str, points: float | None, *, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor
    from docx.styles.style import CharacterStyle

    if not isinstance(style, CharacterStyle):
        raise TypeError("a table's style has no font")
    font = style.font
    font.name, font.bold = _LATIN, bold
    font.color.rgb = RGBColor.from_string(colour)
    if points is not None:
        font.size = Pt(points)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    # A theme's face, which the default headings name, would go before a face that is named.
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{script}"), None)
    faces.set(qn("w:eastAsia"), _CHINESE)


def _foot(document: Document, show: Show) -> None:
    """Title and page number at the foot of every page."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    foot = document.sections[0].footer.paragraphs[0]
    foot.style = FACTS_STYLE
    foot.add_run(f"{plain(show.title)} · ")
    for code, between in (("PAGE", " / "), ("NUMPAGES", "")):
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        foot._p.append(field)
        foot.add_run(between)
