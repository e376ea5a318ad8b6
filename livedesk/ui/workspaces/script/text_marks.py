"""The looks of a script while it is written: one line at a time, only those that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtGui import QSyntaxHighlighter, QTextDocument

from livedesk.domain.claims import Claim, ClaimChecker, ClaimOverride, standing
from livedesk.domain.script import LineKind
from livedesk.ui.workspaces.script.text_lines import shape
from livedesk.ui.workspaces.script.text_looks import Looks, runs
from livedesk.ui.workspaces.script.text_units import to_units
from livedesk.ui.workspaces.script.text_variables import NAMES, NONE

Claims = tuple[tuple[Claim, ClaimOverride | None], ...]


class Marks(QSyntaxHighlighter):
    """Colours and underlines of a document's lines."""

    def __init__(self, document: QTextDocument, looks: Looks) -> None:
        super().__init__(document)
        self._looks = looks
        self._checker: ClaimChecker | None = None
        self._values: Mapping[str, str] = NONE
        self._overrides: tuple[ClaimOverride, ...] = ()
        self._item_id = ""

    def look_at(
        self,
        item_id: str,
        values: Mapping[str, str],
        overrides: Iterable[ClaimOverride],
        checker: ClaimChecker | None,
        *,
        again: bool = True,
    ) -> None:
        """What the looks go by, besides the text. ``again``: the text stands already and is looked at anew."""
        own = tuple(override for override in overrides if override.item_id == item_id)
        new = item_id, values, own, checker
        if new == (self._item_id, self._values, self._overrides, self._checker):
            return
        self._item_id, self._values, self._overrides, self._checker = new
        if again:
            self.rehighlight()

    def claims(self, line: str) -> Claims:
        """The claims in a line that somebody will hear or see, and what lets them stand."""
        if self._checker is None:
            return ()
        found = shape(line)
        if found.blank or found.heading is not None or found.kind is LineKind.NOTE:
            return ()
        head = found.text_start
        claims = self._checker.line(line[head:])
        if not claims:
            return ()
        if head:
            claims = tuple(replace(claim, start=claim.start + head, end=claim.end + head) for claim in claims)
        return standing(claims, self._overrides, self._item_id)

    def highlightBlock(self, text: str) -> None:
        """Qt asks for a line's looks."""
        for run in runs(text, self._values, NAMES, self.claims(text)):
            start = to_units(text, run.start)
            self.setFormat(start, to_units(text, run.end) - start, self._looks.of(run.style))
