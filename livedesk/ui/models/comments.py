"""Live comments, newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from livedesk.domain.numbers import CommentLine
from livedesk.ui.models.keyed import KeyedListModel


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment; ``nth`` tells equal ones of the same moment apart."""

    line: CommentLine
    nth: int

    @property
    def key(self) -> tuple[int, str, str, int]:
        """Moment, masked name, words."""
        return (self.line.at_ms, self.line.nickname, self.line.text, self.nth)

    @property
    def text(self) -> str:
        """Who said what."""
        return f"{self.line.nickname}: {self.line.text}"


def comment_rows(lines: Iterable[CommentLine]) -> tuple[CommentRow, ...]:
    """Rows, newest first, of comments given oldest first."""
    seen: Counter[tuple[int, str, str]] = Counter()
    rows = []
    for line in lines:
        same = (line.at_ms, line.nickname, line.text)
        rows.append(CommentRow(line, seen[same]))
        seen[same] += 1
    return tuple(reversed(rows))


class CommentList(KeyedListModel[CommentRow]):
    """The newest comments."""
