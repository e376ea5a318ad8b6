"""Where the places that were found stand: their order, their rows, and what a person is told of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from livedesk.domain.find_show import ORDER, Hit, Where
from livedesk.domain.rundown import Show
from livedesk.ui.workspaces.script.fields_panel import FieldsPanel
from livedesk.ui.workspaces.script.text_units import to_units


class FindOrder:
    """The places of a show in reading order, as :func:`livedesk.domain.find_show.find_all` gives them."""

    def __init__(self) -> None:
        self._show: Show | None = None
        self._ranks: dict[str, int] = {}

    def key(self, show: Show | None, hit: Hit) -> tuple[int, int, int]:
        """What a place is ordered by; without a show all are of one item."""
        rank = self._ranked(show).get(hit.item_id, 0) if show is not None else 0
        return rank, ORDER[hit.where], hit.start

    def _ranked(self, show: Show) -> dict[str, int]:
        """The items in their order; a group where it begins, one without segments behind them all."""
        if show is not self._show:
            ranks: dict[str, int] = {}
            for at, segment in enumerate(show.segments):
                ranks.setdefault(segment.group_id, at)
                ranks[segment.id] = at
            for group in show.groups:
                ranks.setdefault(group.id, len(ranks))
            for plan in show.standbys:
                ranks.setdefault(plan.id, len(ranks))
            self._show, self._ranks = show, ranks
        return self._ranks


def rows_of(show: Show, hit: Hit) -> tuple[tuple[str, ...], str]:
    """The segments to choose so that a place is seen, of a group's title all of the group; and the item in front
    (empty: there is none)."""
    if hit.where is Where.GROUP:
        ids = tuple(one.id for one in show.segments if one.group_id == hit.item_id)
        return ids, ids[0] if ids else ""
    return ((hit.item_id,) if show.segment(hit.item_id) is not None else ()), hit.item_id


def mark_field(fields: FieldsPanel, hit: Hit) -> None:
    """Mark a place in its field, where the fields are shown; the keys stay where they are."""
    for form in (fields.segment_form, fields.standby_form):
        if form is None or not form.isVisible():
            continue
        for where in (Where.TITLE, Where.NOTE):
            editor = form.editors.get(where.value)
            start, end = (hit.start, hit.end) if hit.where is where else (0, 0)
            if isinstance(editor, QLineEdit):
                text = editor.text()
                first, last = to_units(text, start), to_units(text, end)
                editor.setSelection(first, last - first)
            elif isinstance(editor, QPlainTextEdit):
                text, cursor = editor.toPlainText(), editor.textCursor()
                cursor.setPosition(to_units(text, start))
                cursor.setPosition(to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
                editor.setTextCursor(cursor)
            if editor is not None and hit.where is where:
                fields.area.ensureWidgetVisible(editor)


def place_named(show: Show | None, hit: Hit) -> str:
    """Which text beside the scripts a place stands in; empty for a script."""
    if show is None or hit.where is Where.SCRIPT:
        return ""
    if hit.where is Where.GROUP:
        group = show.group(hit.item_id)
        words = QCoreApplication.translate("ScriptFind", "In the group's title: {0}")
        return words.format(group.title) if group is not None else ""
    item = show.segment(hit.item_id) or show.standby(hit.item_id)
    words = (
        QCoreApplication.translate("ScriptFind", "In the note of {0}")
        if hit.where is Where.NOTE
        else QCoreApplication.translate("ScriptFind", "In the title: {0}")
    )
    return words.format(item.title) if item is not None else ""


def beside_scripts(hits: Sequence[Hit]) -> str:
    """How many of the places stand in titles and in notes; empty where all are in scripts."""
    titles = sum(hit.where in (Where.TITLE, Where.GROUP) for hit in hits)
    notes = sum(hit.where is Where.NOTE for hit in hits)
    said = []
    if titles:
        said.append(QCoreApplication.translate("ScriptFind", "{0} in titles").format(titles))
    if notes:
        said.append(QCoreApplication.translate("ScriptFind", "{0} in notes").format(notes))
    return " · ".join(said)
