"""Reading run sheets and show files into a preview, which a person looks at before anything is kept.

The readers are loaded when they are first used: a desktop that opens no sheet does not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from livedesk.services.importers.preview import (
    Heading,
    ImportPreview,
    PreviewRow,
    RawRow,
    RowKind,
    Severity,
    SheetColumn,
    SheetProblem,
)

if TYPE_CHECKING:
    from livedesk.services.importers.files import read_file
    from livedesk.services.importers.sheet import first_rows, read_sheet

__all__ = [
    "Heading",
    "ImportPreview",
    "PreviewRow",
    "RawRow",
    "RowKind",
    "Severity",
    "SheetColumn",
    "SheetProblem",
    "first_rows",
    "read_file",
    "read_sheet",
]
_READERS = {"read_file": "files", "read_sheet": "sheet", "first_rows": "sheet"}


def __getattr__(name: str) -> Any:
    if name in _READERS:
        return getattr(import_module(f"{__name__}.{_READERS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
