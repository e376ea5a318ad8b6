"""The checklist as a list: group headings (which cannot be chosen) and checks with their marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from livedesk.domain.checklist import CheckGroup, CheckItem, CheckMark, CheckState
from livedesk.domain.run import State
from livedesk.ui.models.keyed import KeyedListModel
from livedesk.ui.workspaces.prepare.words import group_words, state_words


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading with how many of its checks are settled."""

    group: CheckGroup
    settled: int
    total: int

    @property
    def key(self) -> str:
        """The group's own."""
        return f"group:{self.group.value}"

    @property
    def text(self) -> str:
        """The heading."""
        return f"{group_words(self.group)} {self.settled}/{self.total}"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check and its mark (None: nobody has looked yet)."""

    item: CheckItem
    mark: CheckMark | None

    @property
    def key(self) -> str:
        """The check's id."""
        return self.item.id

    @property
    def state(self) -> CheckState:
        """How it stands."""
        return self.mark.state if self.mark is not None else CheckState.OPEN

    @property
    def text(self) -> str:
        """Title and state."""
        return f"{self.item.title}, {state_words(self.state)[0]}"


Row = GroupRow | CheckRow


def check_rows(state: State, *, open_only: bool = False, keep: str = "") -> tuple[Row, ...]:
    """The rows of a state: groups in the order of :class:`CheckGroup`, checks in the order of the sheet. The check
    ``keep`` is among them though it is settled."""
    marks = state.run.checks
    rows: list[Row] = []
    for group in CheckGroup:
        checks = [CheckRow(item, marks.get(item.id)) for item in state.show.checklist if item.group is group]
        settled = sum(1 for check in checks if check.state.settled)
        shown = [check for check in checks if not open_only or not check.state.settled or check.key == keep]
        if shown:
            rows += [GroupRow(group, settled, len(checks)), *shown]
    return tuple(rows)


class CheckModel(KeyedListModel[Row]):
    """Rows of a checklist."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Checks can be chosen, headings cannot."""
        if index.isValid() and isinstance(self.row_at(index.row()), CheckRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def row_of(self, key: str) -> int:
        """The place of a check, −1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)
