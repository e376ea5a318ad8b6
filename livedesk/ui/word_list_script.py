"""What is refused while a show is written, read from documents and handed out. Chinese as in
:mod:`livedesk.ui.word_list`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "approval.no_reason": QT_TRANSLATE_NOOP("words", "Say why the script is unlocked; the history keeps it."),
    "approval.no_way": QT_TRANSLATE_NOOP(
        "words", "The script stands elsewhere by now ({state}); look at its state and choose again."
    ),
    "docx.encrypted": QT_TRANSLATE_NOOP("words", "{file} has a password; save it without one."),
    "docx.into_a_show": QT_TRANSLATE_NOOP(
        "words", "{file} holds scripts and no run sheet: read it into the show it belongs to, on the page Plan."
    ),
    "docx.not_a_document": QT_TRANSLATE_NOOP("words", "{file} is not a Word document; choose a .docx file."),
    "docx.old_format": QT_TRANSLATE_NOOP(
        "words", "{file} is an old Word file (.doc); save it as .docx and read that."
    ),
    "docx.too_large": QT_TRANSLATE_NOOP("words", "{file} unpacks to too much; take pictures out or split it."),
    "docx.unreadable": QT_TRANSLATE_NOOP(
        "words", "{file} is damaged ({reason}); open it in Word, save it again and retry."
    ),
    "export.cards_type": QT_TRANSLATE_NOOP("words", "Hand cards are written as html or pdf; name {file} so."),
    "export.no_products": QT_TRANSLATE_NOOP(
        "words", "“{title}” has no products, so there are no hand cards; add products first."
    ),
    "find.bad_pattern": QT_TRANSLATE_NOOP(
        "words",
        "The regular expression cannot be read at character {at} ({reason}): correct it, or turn “Regular "
        "expression” off.",
    ),
    "find.bad_replacement": QT_TRANSLATE_NOOP(
        "words",
        "The replacement cannot be used ({reason}): \\1 stands for the first group in brackets, and a "
        "backslash is "
        "written \\\\.",
    ),
    "find.empty_title": QT_TRANSLATE_NOOP(
        "words",
        "Nothing would be left of the title “{title}”. Replace it with some words, or change it in the fields.",
    ),
    "find.slow_pattern": QT_TRANSLATE_NOOP(
        "words",
        "This regular expression could take too long: avoid a repeat within a repeat, and use fewer “.*”.",
    ),
    "fit.no_target": QT_TRANSLATE_NOOP(
        "words",
        "There is nothing to end at. Give the show a fixed end, or the segment a fixed start, then fit again.",
    ),
    "pace.out_of_range": QT_TRANSLATE_NOOP(
        "words", "Nobody speaks {value} characters a second; set a rate between {least} and {most}."
    ),
    "sheet.alerts_unreadable": QT_TRANSLATE_NOOP(
        "words", "“{value}” is no reminder that is read and was put into the note. Write it as 剩01:00黄 00:15红."
    ),
    "print.failed": QT_TRANSLATE_NOOP(
        "words",
        "The printer “{printer}” took nothing. Check that it is on and has paper, or write a PDF and print that.",
    ),
    "print.no_pages": QT_TRANSLATE_NOOP(
        "words", "There are only {pages} pages: choose pages from 1 to {pages}, or all of them."
    ),
    "sheet.product_bare": QT_TRANSLATE_NOOP(
        "words",
        "{names}: new, and nothing says the price. Give it in a sheet 商品 or a column 直播价, or in the products of "
        "the show.",
    ),
    "sheet.override_incomplete": QT_TRANSLATE_NOOP(
        "words",
        "This wording was left out: its place, its words or its rule is missing. Fill in 环节, 用语 and 规则.",
    ),
    "paste.empty": QT_TRANSLATE_NOOP(
        "words",
        "There is no row that can be read in what was copied. Copy rows of a spreadsheet, at least their titles.",
    ),
    "paste.too_large": QT_TRANSLATE_NOOP(
        "words",
        "What was copied is too large for rows of a run sheet (at most {most} rows). Copy fewer rows, "
        "or import the file.",
    ),
    "paste.column_noted": QT_TRANSLATE_NOOP(
        "words",
        "Columns that no field takes were put into the notes, under their headings: {value}. Give a column another "
        "heading, or say on the page Plan what it is.",
    ),
    "paste.columns_inferred": QT_TRANSLATE_NOOP(
        "words",
        "The rows have no headings; they were read by what stands in them: {columns}. Copy the headings "
        "along if that is wrong.",
    ),
    "paste.no_lengths": QT_TRANSLATE_NOOP(
        "words", "No column says how long the rows are; each got {length}. Set the durations."
    ),
    "paste.row_left_out": QT_TRANSLATE_NOOP(
        "words", "This row is no segment and was put into a note: {text}. Move it where it belongs."
    ),
    "script_doc.needs_show": QT_TRANSLATE_NOOP(
        "words", "{file} holds scripts alone. Choose the show that they are for."
    ),
    "script_doc.absent": QT_TRANSLATE_NOOP(
        "words",
        "{count} items have no heading in the document (“{heading}” …); their scripts stay as they are.",
    ),
    "script_doc.before_headings": QT_TRANSLATE_NOOP(
        "words", "“{text}” stands before the first heading and was left out; move it under a heading."
    ),
    "script_doc.box": QT_TRANSLATE_NOOP(
        "words", "A text box under “{heading}” was left out; move its words into the text."
    ),
    "script_doc.no_headings": QT_TRANSLATE_NOOP(
        "words",
        "The document has no headings; all of it was read as one script. Give each segment a heading style.",
    ),
    "script_doc.no_item": QT_TRANSLATE_NOOP(
        "words",
        "“{heading}” stands for no segment of this show, or one that another heading already has; it is taken as "
        "new. Delete it if it is a copy.",
    ),
    "script_doc.table": QT_TRANSLATE_NOOP(
        "words", "A table under “{heading}” (“{text}”) was left out; write its words as paragraphs."
    ),
    "show_file.media_too_large": QT_TRANSLATE_NOOP(
        "words", "The picture {name} is too large for the show's file; make it smaller."
    ),
}
