"""What each column of a sheet is, as a person says it; remembered for every sheet with the same headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from livedesk.services.importers.grid import column_letter
from livedesk.services.importers.preview import RawRow, SheetColumn
from livedesk.services.mappings import LEAVE_OUT, NOTE, FieldMapping
from livedesk.ui.context import DeskContext
from livedesk.ui.theme import GAP, LABEL
from livedesk.ui.widgets.labels import Elided, label, show
from livedesk.ui.widgets.panel import Panel, small
from livedesk.ui.widgets.wheel import guard_wheel
from livedesk.ui.workspaces.plan.column_words import column_fields

_ASK = "?"
_SHOWN = 90


class ColumnsPanel(Panel):
    """``chosen`` carries the :class:`FieldMapping`, ``left`` that the columns stay as they were."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context.family, " ", parent=parent)
        self.title.setText(self.tr("What the columns are"))
        self._family = context.family
        self._rows: tuple[RawRow, ...] = ()
        self._columns: tuple[SheetColumn, ...] = ()
        self.fields: list[QComboBox] = []
        self.usual = QPushButton(self.tr("As usual"))
        self.back = QPushButton(self.tr("Back"))
        self.use = QPushButton(self.tr("Read it so"))
        for button, name in ((self.usual, "flat"), (self.back, "flat"), (self.use, "primary")):
            button.setProperty("variant", name)
            self.add_right(small(button))
        self.usual.setToolTip(self.tr("Forget what was said of these headings"))
        self.usual.setObjectName("columns-usual")
        self.use.setObjectName("columns-use")
        self.usual.clicked.connect(self._as_usual)
        self.back.clicked.connect(self.left)
        self.use.clicked.connect(self._use)
        self.header_row = QComboBox()
        self.header_row.setObjectName("header-row")
        self.header_row.setAccessibleName(self.tr("The row with the headings"))
        self.header_row.activated.connect(self._other_row)
        guard_wheel(self.header_row)
        self._head = label(context.family, self.tr("The row with the headings"), size=LABEL, tone="dim")
        self._missing = label(context.family, size=LABEL, tone="warn")
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(GAP)
        for part in (self._head, self.header_row, self._missing):
            top.addWidget(part)
        self.body.addLayout(top)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area, 1)

    def show_columns(self, columns: Sequence[SheetColumn]) -> None:
        """The columns of a sheet that was read."""
        self._rows = ()
        self._offer(columns, asked=False)

    def show_rows(self, rows: Sequence[RawRow]) -> None:
        """A sheet whose headings are not known: a person says which row they are."""
        self._rows = tuple(row for row in rows if len(row.texts) > 1) or tuple(rows)
        self.header_row.clear()
        for row in self._rows:
            text = " | ".join(row.texts.values())[:_SHOWN]
            self.header_row.addItem(self.tr("Row {0}: {1}").format(row.row, text))
        self._other_row(0)

    @Slot(int)
    def _other_row(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            return
        head = self._rows[at]
        below = [row for row in self._rows[at + 1 :] if row.sheet == head.sheet]
        columns = []
        for column, heading in head.texts.items():
            sample = next((row.texts[column] for row in below if row.texts.get(column)), "")
            columns.append(SheetColumn(column_letter(column), heading, sample, _ASK))
        self._offer(columns, asked=True)

    def _offer(self, columns: Sequence[SheetColumn], *, asked: bool) -> None:
        self._columns = tuple(columns)
        for part in (self._head, self.header_row):
            part.setVisible(asked)
        self.usual.setVisible(not asked)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(16, 4, 16, 16)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(2, 1)
        self.fields = []
        for at, column in enumerate(columns):
            field = QComboBox()
            field.setObjectName(f"column-{column.letter}")
            field.setAccessibleName(f"{column.letter} {column.heading}")
            for name, words in column_fields().items():
                field.addItem(words, name)
            if column.field == _ASK:
                field.insertItem(0, self.tr("Choose …"), _ASK)
            field.setCurrentIndex(max(0, field.findData(column.field)))
            field.activated.connect(self._follow)
            guard_wheel(field)
            grid.addWidget(label(self._family, column.letter, tone="dim"), at, 0)
            grid.addWidget(Elided(self._family, column.heading), at, 1)
            grid.addWidget(Elided(self._family, column.sample, tone="dim"), at, 2)
            grid.addWidget(field, at, 3)
            self.fields.append(field)
        grid.setColumnMinimumWidth(1, 160)
        grid.setColumnMinimumWidth(3, 220)
        grid.setRowStretch(len(columns), 1)
        self._area.setWidget(inner)
        self._follow()
        if self.fields:
            (self.header_row if asked else self.fields[0]).setFocus()

    def mapping(self) -> FieldMapping:
        """What was said, for all headings of the sheet."""
        chosen: dict[str, str] = {}
        for column, field in zip(self._columns, self.fields, strict=True):
            chosen.setdefault(
                column.heading, LEAVE_OUT if field.currentData() == _ASK else str(field.currentData())
            )
        return FieldMapping(tuple(column.heading for column in self._columns), chosen)

    @Slot()
    def _follow(self) -> None:
        fields = [str(field.currentData()) for field in self.fields]
        words: Mapping[str, str] = column_fields()
        twice = next((one for one in fields if one not in (LEAVE_OUT, NOTE, _ASK) and fields.count(one) > 1), "")
        told = ""
        if not {"title", "product"} & set(fields):
            told = self.tr("▲ Say which column is the title.")
        elif not {"time", "duration"} & set(fields):
            told = self.tr("▲ Say which column is the time, or the length.")
        elif twice:
            told = self.tr("▲ Two columns are “{0}”. Put one of them into the note, or leave it out.").format(
                words[twice]
            )
        show(self._missing, told, "warn")
        self.use.setEnabled(not told)

    @Slot()
    def _use(self) -> None:
        self.chosen.emit(self.mapping())

    @Slot()
    def _as_usual(self) -> None:
        self.chosen.emit(FieldMapping(tuple(column.heading for column in self._columns), {}))
