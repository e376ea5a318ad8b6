"""Reading run sheets and show files into a preview, which a person looks at before anything is kept."""

from livedesk.services.importers.files import read_file
from livedesk.services.importers.preview import (
    Heading,
    ImportPreview,
    PreviewRow,
    RowKind,
    Severity,
    SheetProblem,
)
from livedesk.services.importers.sheet import read_sheet

__all__ = [
    "Heading",
    "ImportPreview",
    "PreviewRow",
    "RowKind",
    "Severity",
    "SheetProblem",
    "read_file",
    "read_sheet",
]
