"""Reads a delimited text file as teams have it: in UTF-8, UTF-16 or GB18030, one row at a time."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from livedesk.domain.errors import UserError
from livedesk.services.sheets.encodings import possible_encodings

CHUNK = 1 << 20
MAX_HEADER = 64 * 1024
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the file is written: Python's name of the encoding, and the SHA-256 of the bytes."""

    encoding: str
    sha256: str


def never() -> bool:
    """The answer of a reader that nobody cancels."""
    return False


def detect(path: Path, cancelled: Cancelled = never) -> Layout:
    """Find the encoding by reading the whole file once. Raises UserError ``orders.unreadable`` (no such file, no
    permission, no text in any of the encodings) and ``orders.cancelled``."""
    digest = hashlib.sha256()
    candidates: dict[str, codecs.IncrementalDecoder] = {}
    try:
        with path.open("rb") as file:
            first = True
            while chunk := file.read(CHUNK):
                if cancelled():
                    raise UserError("orders.cancelled", file=path.name)
                digest.update(chunk)
                if first:
                    candidates = {name: codecs.getincrementaldecoder(name)() for name in possible_encodings(chunk)}
                    first = False
                for name in list(candidates):
                    try:
                        candidates[name].decode(chunk)
                    except UnicodeDecodeError:
                        del candidates[name]
    except OSError as error:
        raise UserError("orders.unreadable", file=path.name, row=0, reason=str(error)) from error
    for name, decoder in candidates.items():
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return Layout(name, digest.hexdigest())
    raise UserError("orders.unreadable", file=path.name, row=0, reason="no text")


def rows(path: Path, layout: Layout, cancelled: Cancelled = never) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers from 1, as a spreadsheet counts them. Raises UserError ``orders.unreadable``
    with the row, and ``orders.cancelled``."""
    number = 0
    try:
        with path.open(encoding=layout.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=_delimiter(file.read(MAX_HEADER)))
            file.seek(0)
            for row in reader:
                number += 1
                if number % 4_096 == 0 and cancelled():
                    raise UserError("orders.cancelled", file=path.name)
                yield number, row
    except (csv.Error, UnicodeError, OSError) as error:
        raise UserError("orders.unreadable", file=path.name, row=number + 1, reason=str(error)) from error


def _delimiter(head: str) -> str:
    """The most frequent mark between the cells of the first lines (a title may stand above the header). Cells in
    quotes hold marks of their own: shops write a tab before each id."""
    top = re.sub(r'"[^"]*"', "", "".join(head.splitlines(keepends=True)[:10]))
    return max(",\t;", key=top.count)


def bare(text: str) -> str:
    """A cell without the marks that keep a spreadsheet from turning an id into a number (a leading tab, ``="…"``,
    an apostrophe); ``-`` and ``--`` mean empty."""
    cell = text.strip().strip("\ufeff\u200b").strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1].strip()
    cell = cell.strip("'\t ")
    return "" if cell in {"-", "--", "—"} else cell


def is_blank(row: Sequence[str]) -> bool:
    """Whether nothing stands in the row."""
    return not any(cell.strip() for cell in row)
