"""The looks of a script while it is written: one line at a time, only those that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtGui import QSyntaxHighlighter, QTextDocument

from livedesk.domain.claims import ClaimChecker, ClaimOverride
from livedesk.domain.script import LineKind, fill
from livedesk.domain.spoken_claims import CardChecker, Spoken, Standing
from livedesk.ui.workspaces.script.text_lines import shape
from livedesk.ui.workspaces.script.text_looks import Looks, runs
from livedesk.ui.workspaces.script.text_units import to_units
from livedesk.ui.workspaces.script.text_variables import NAMES, NONE


class Marks(QSyntaxHighlighter):
    """Colours and underlines of a document's lines."""

    def __init__(self, document: QTextDocument, looks: Looks) -> None:
        super().__init__(document)
        self._looks = looks
        self._spoken: Spoken | None = None
        self._values: Mapping[str, str] = NONE

    def look_at(
        self,
        item_id: str,
        values: Mapping[str, str],
        overrides: Iterable[ClaimOverride],
        checker: ClaimChecker | None,
        cards: CardChecker | None = None,
        *,
        again: bool = True,
    ) -> None:
        """What the looks go by, besides the text: the list of refused wordings, and what the ``cards`` of the item's
        products say not to say. ``again``: the text stands already and is looked at anew."""
        own = tuple(override for override in overrides if override.item_id == item_id)
        spoken = Spoken(checker, item_id, cards, values, own) if checker is not None else None
        if (spoken, values) == (self._spoken, self._values):
            return
        self._spoken, self._values = spoken, values
        if again:
            self.rehighlight()

    def claims(self, line: str) -> tuple[Standing, ...]:
        """The claims in a line that somebody will hear or see, and what lets them stand. What a variable says is
        found at the variable."""
        if self._spoken is None:
            return ()
        found = shape(line)
        if found.blank or found.heading is not None or found.kind is LineKind.NOTE:
            return ()
        head = found.text_start
        claims = self._spoken.claims(line[head:])
        if not head:
            return claims
        return tuple(
            (replace(claim, start=claim.start + head, end=claim.end + head), override)
            for claim, override in claims
        )

    def spoken(self, text: str) -> str:
        """A stretch of a line as it will be said."""
        return fill(text, self._values)

    def highlightBlock(self, text: str) -> None:
        """Qt asks for a line's looks."""
        for run in runs(text, self._values, NAMES, self.claims(text)):
            start = to_units(text, run.start)
            self.setFormat(start, to_units(text, run.end) - start, self._looks.of(run.style))
