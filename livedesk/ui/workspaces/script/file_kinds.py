"""Everything that a show can be written into, in the order in which it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class FileKind:
    """``what`` is ``sheet`` or ``cards``; ``suffix`` the file's extension without its point."""

    what: str
    suffix: str
    text: str

    @property
    def filter(self) -> str:
        """As file dialogs want it."""
        return f"{self.text} (*.{self.suffix})"


def file_kinds() -> tuple[FileKind, ...]:
    """Each kind once, in the language of the interface."""
    return (
        FileKind("sheet", "pdf", QCoreApplication.translate("FilesMenu", "Run sheet as PDF")),
        FileKind("cards", "pdf", QCoreApplication.translate("FilesMenu", "Hand cards as PDF")),
        FileKind("sheet", "html", QCoreApplication.translate("FilesMenu", "Run sheet for a browser (HTML)")),
        FileKind("sheet", "xlsx", QCoreApplication.translate("FilesMenu", "Run sheet (xlsx)")),
        FileKind("sheet", "csv", QCoreApplication.translate("FilesMenu", "Run sheet (csv)")),
        FileKind(
            "sheet",
            "docx",
            QCoreApplication.translate("FilesMenu", "Scripts to edit in a word processor (docx)"),
        ),
        FileKind("sheet", "json", QCoreApplication.translate("FilesMenu", "Whole show with pictures (json)")),
        FileKind("sheet", "ics", QCoreApplication.translate("FilesMenu", "Calendar for the team (ics)")),
    )


def target(path: Path, chosen: FileKind) -> tuple[Path, FileKind]:
    """Where a name that a person gave leads, and as what: an extension of their own goes before the kind that was
    chosen in the list where it is one of ours, else the kind's is added."""
    suffix = path.suffix.lower().removeprefix(".")
    kinds = [kind for kind in file_kinds() if kind.suffix == suffix]
    if not kinds:
        return path.with_name(f"{path.name}.{chosen.suffix}"), chosen
    return path, next((kind for kind in kinds if kind.what == chosen.what), kinds[0])
