"""What an importer understood, row by row, before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import time
from enum import StrEnum

from livedesk.domain.carrying import EVERYTHING, Carries
from livedesk.domain.errors import Param
from livedesk.domain.rundown import Show
from livedesk.services.sheets.origin import Origin


class RowKind(StrEnum):
    """What a row of the sheet was understood as."""

    TITLE = "title"
    HEADER = "header"
    GROUP = "group"
    SEGMENT = "segment"
    STANDBY = "standby"
    PRODUCT = "product"
    PROMOTION = "promotion"
    CHECK = "check"
    OVERRIDE = "override"
    IGNORED = "ignored"
    ERROR = "error"


class Severity(StrEnum):
    """An ERROR keeps the sheet from being kept; a WARNING says what was assumed or left out."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something about one cell or row. ``row`` is 1-based as the sheet shows it (0: the whole sheet);
    ``column`` is the column's letter and ``header`` its name, both empty where the whole row is meant.
    ``code`` and ``params`` are those of a UserError."""

    row: int
    column: str
    code: str
    params: Mapping[str, Param]
    severity: Severity
    header: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it was understood: ``fields`` are name and text in reading order, ``notes`` stable words for
    what was inferred (``hard_start``, ``next_day``, ``continued``, ``kind_inferred``, ``new_product`` …)."""

    row: int
    kind: RowKind
    fields: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    sheet: str = ""

    def get(self, name: str) -> str:
        """The text of a field, empty where the row has none."""
        return next((text for key, text in self.fields if key == name), "")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title rows and the file name say about the show; None or empty where they do not. ``origin``: which
    version of a show the file was written from, in words for the program. ``approval``: how far its script had come
    then, where that was more than a draft, as the sheet says it."""

    title: str = ""
    date: day_type | None = None
    host: str = ""
    start: time | None = None
    end: time | None = None
    end_day: day_type | None = None
    platform: str = ""
    room: str = ""
    zone: str = ""
    origin: str = ""
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of the main sheet: its letter, its heading, what stands under it first, and the field that it is read
    as (``note``: put into the note; empty: not read)."""

    letter: str
    heading: str
    sample: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a sheet as it stands there, before anybody has said what its columns are: the texts of its cells by
    column."""

    sheet: str
    row: int
    texts: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """The reading of one file. ``show`` is None while there is an error or while the date or the start is
    missing. ``asks`` names what is missing of ``title``, ``date``, ``host``, ``start``: without a title the
    file's name stands in, without a host it stays empty. ``media`` holds the pictures by the names that
    products use. ``counts`` has segments, groups, standby, products, promotions, checks. ``carries`` are the fields
    that the file says something of, ``columns`` those of the main sheet, ``mapped`` that they were read as a person has
    said for such headings, ``origin`` which version of a show it was written from."""

    file: str
    show: Show | None
    rows: tuple[PreviewRow, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    asks: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    heading: Heading = Heading()
    media: Mapping[str, bytes] = field(default_factory=dict)
    carries: Carries = EVERYTHING
    columns: tuple[SheetColumn, ...] = ()
    mapped: bool = False
    origin: Origin | None = None

    @property
    def errors(self) -> tuple[SheetProblem, ...]:
        """The problems that keep the sheet from being kept."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[SheetProblem, ...]:
        """The problems that only say what was assumed or left out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)
