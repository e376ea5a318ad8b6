"""Which version of a show a file was written from: what the writers put into it, and what is read of it.

The mark is of the show's content, so that a revision of the same number in another data folder is told apart.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from livedesk.domain.codec import encode
from livedesk.domain.rundown import Show

ORIGIN_KEY = "导出版本"
"""The title row of a text table that says it."""
ORIGIN_PROPERTY = "livedesk"
"""The custom document property of a workbook that says it."""
_TEXT = re.compile(r"^(?P<show_id>\S{1,64})@(?P<revision>\d{1,9})#(?P<mark>[0-9a-f]{8})$")


@dataclass(frozen=True, slots=True)
class Origin:
    """A show at a revision, and the mark of what it held then."""

    show_id: str
    revision: int
    mark: str

    def __str__(self) -> str:
        return f"{self.show_id}@{self.revision}#{self.mark}"

    def is_of(self, show: Show) -> bool:
        """Whether the file was written from just this."""
        return self.show_id == show.id and self.mark == _mark(show)


def origin_of(show: Show, revision: int) -> Origin | None:
    """What a file says of the show that it is written from; None where it is no revision (0), or where its id would
    not be read back."""
    made = Origin(show.id, revision, _mark(show))
    return made if revision > 0 and read_origin(str(made)) == made else None


def read_origin(text: str) -> Origin | None:
    """What a file says, or None for anything else."""
    found = _TEXT.match(text.strip())
    return None if found is None else Origin(found["show_id"], int(found["revision"]), found["mark"])


def _mark(show: Show) -> str:
    return hashlib.sha256(encode(show)).hexdigest()[:8]
