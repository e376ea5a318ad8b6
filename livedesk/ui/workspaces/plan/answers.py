"""What a person adds to a sheet: title, date, start and host, each a field that shows what was read."""

from __future__ import annotations

import datetime
import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from livedesk.services.importers.preview import Heading
from livedesk.ui.context import SheetAnswers
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, LABEL
from livedesk.ui.widgets.labels import label, show

_DATE = re.compile(r"^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$")
_TIME = re.compile(r"^(\d{1,2})\s*[:：.点]\s*(\d{1,2})$")
NAMES = ("title", "date", "start", "host")


def read_date(text: str) -> datetime.date | None:
    """A date as 2026-11-25, 2026/11/25, 2026年11月25日 or 20261125; None for anything else."""
    found = _DATE.match(text.replace(" ", ""))
    if found is None:
        return None
    try:
        return datetime.date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def read_time(text: str) -> datetime.time | None:
    """A time of day as 20:00; None for anything else."""
    found = _TIME.match(text.strip())
    if found is None:
        return None
    hour, minute = (int(part) for part in found.groups())
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


class AnswersForm(QWidget):
    """``changed`` is emitted when an answer was given or taken back; :meth:`answers` has them all."""

    changed = Signal()

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: dict[str, str] = dict.fromkeys(NAMES, "")
        self._given: dict[str, str] = {}
        titles = {
            "title": self.tr("Title"),
            "date": self.tr("Date"),
            "start": self.tr("Start"),
            "host": self.tr("Host"),
        }
        hints = {"title": "", "date": "2026-11-25", "start": "20:00", "host": ""}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 12)
        row.setSpacing(GAP * 2)
        self.fields: dict[str, QLineEdit] = {}
        self._notes = {name: label(family, size=LABEL, tone="warn") for name in NAMES}
        for name in NAMES:
            field = QLineEdit()
            field.setObjectName(f"answer-{name}")
            field.setAccessibleName(titles[name])
            field.setPlaceholderText(hints[name])
            field.setMaxLength(120)
            field.editingFinished.connect(self._edited)
            head = QHBoxLayout()
            head.setSpacing(GAP)
            caption = label(family, titles[name], size=LABEL, tone="dim")
            caption.setBuddy(field)
            head.addWidget(caption)
            head.addWidget(self._notes[name], 1)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addLayout(head)
            column.addWidget(field)
            row.addLayout(column, {"title": 4, "date": 3, "start": 2, "host": 3}[name])
            self.fields[name] = field

    def restart(self) -> None:
        """Forget every answer: another file is read."""
        self._given = {}
        self.show_read(Heading(), ())

    def show_read(self, heading: Heading, asks: tuple[str, ...]) -> None:
        """Show what the sheet says, and mark what it leaves out."""
        self._read = {
            "title": heading.title,
            "date": heading.date.isoformat() if heading.date else "",
            "start": heading.start.strftime("%H:%M") if heading.start else "",
            "host": heading.host,
        }
        for name, field in self.fields.items():
            if not field.hasFocus() or not field.isModified():
                field.setText(self._given.get(name, self._read[name]))
                field.setModified(False)
            self._mark(name, name in asks and not self._given.get(name))

    def answers(self) -> SheetAnswers:
        """What was given; an answer that cannot be read counts as none."""
        given = self._given
        return SheetAnswers(
            date=read_date(given.get("date", "")),
            start=read_time(given.get("start", "")),
            title=given.get("title") or None,
            host=given.get("host") or None,
        )

    @property
    def typing(self) -> bool:
        """Whether one of the fields has the cursor."""
        return any(field.hasFocus() for field in self.fields.values())

    def focus_missing(self) -> None:
        """Put the cursor where something is missing."""
        for name, field in self.fields.items():
            if self._notes[name].text():
                field.setFocus()
                return

    def _mark(self, name: str, missing: bool) -> None:
        # Date and start keep the sheet from being kept; without a title the file's name stands in.
        needed = name in ("date", "start")
        words = self.tr("▲ missing") if needed else self.tr("not in the sheet")
        show(self._notes[name], words if missing else "", "warn" if needed else "dim")
        set_property(self.fields[name], "bad", "true" if missing and needed else "false")

    @Slot()
    def _edited(self) -> None:
        changed = False
        for name, field in self.fields.items():
            text = field.text().strip()
            if not field.isModified():
                continue
            field.setModified(False)
            readable = {"date": read_date, "start": read_time}.get(name)
            if text and readable is not None and readable(text) is None:
                set_property(field, "bad", "true")
                hint = self.tr("▲ write it as 2026-11-25") if name == "date" else self.tr("▲ write it as 20:00")
                show(self._notes[name], hint, "warn")
                continue
            before = self._given.get(name, "")
            if not text or (text == self._read[name] and not before):
                self._given.pop(name, None)
            else:
                self._given[name] = text
            changed = changed or self._given.get(name, "") != before
        if changed:
            self.changed.emit()
