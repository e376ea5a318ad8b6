"""What a step of a script's history did, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    PlaceSegments,
    PutSegments,
    RemoveSegment,
    ReplaceProduct,
    ReplaceSegment,
    ReplaceShow,
    SegmentChange,
    SetApproval,
    SpliceScript,
    TakeSegments,
)
from livedesk.domain.ports import Revision
from livedesk.domain.rundown import Show
from livedesk.ui import format as fmt
from livedesk.ui.workspaces.script.words import field_name, name

_FEW = 2


class Titles:
    """What rows are called, by id: as they stand now, else as the history had them last."""

    def __init__(self, show: Show, *older: Show, steps: Iterable[Revision] = ()) -> None:
        self._titles: dict[str, str] = {}
        for one in (show, *older):
            self.add(one)
        for step in steps:
            self._from_edit(step.edit)

    def add(self, show: Show) -> None:
        """Learn the titles of a show, where they are not known."""
        for item in show.segments:
            self._titles.setdefault(item.id, item.title)
        for plan in show.standbys:
            self._titles.setdefault(plan.id, plan.title)
        for product in show.products:
            self._titles.setdefault(product.id, product.name)

    def learn(self, other: Titles) -> None:
        """Take over titles that are not known."""
        self._titles = other._titles | self._titles

    def of(self, item_id: str) -> str:
        """A title in quotes; a word for a row that nobody knows any more."""
        title = self._titles.get(item_id, "")
        if not title:
            return QCoreApplication.translate("ScriptVersions", "a row")
        return QCoreApplication.translate("ScriptVersions", "“{0}”").format(title)

    def knows(self, item_id: str) -> bool:
        """Whether the row has a title."""
        return item_id in self._titles

    def _from_edit(self, edit: Edit) -> None:
        match edit:
            case Batch(edits):
                for one in edits:
                    self._from_edit(one)
            case PutSegments(puts):
                for put in puts:
                    self._titles.setdefault(put.segment.id, put.segment.title)
            case InsertSegment(segment=segment) | ReplaceSegment(segment=segment):
                self._titles.setdefault(segment.id, segment.title)
            case ReplaceProduct(product):
                self._titles.setdefault(product.id, product.name)
            case ChangeSegments(changes):
                for change in changes:
                    if isinstance(title := change.values.get("title"), str):
                        self._titles.setdefault(change.segment_id, title)
            case ReplaceShow(show):
                self.add(show)


def named(edit: Edit) -> tuple[str, ...]:
    """The rows that the words of an edit name."""
    match edit:
        case Batch(edits):
            return tuple(item for one in edits for item in named(one))
        case ChangeSegments((only,)):
            return (only.segment_id,)
        case TakeSegments(segment_ids) if len(segment_ids) <= _FEW:
            return segment_ids
        case RemoveSegment(segment_id) | MoveSegment(segment_id=segment_id):
            return (segment_id,)
        case PlaceSegments((only,)):
            return (only.segment_id,)
        case SpliceScript(item_id=item_id):
            return (item_id,)
        case MoveProduct(product_id=product_id):
            return (product_id,)
        case _:
            return ()


def step_words(step: Revision, titles: Titles, steps: Mapping[int, Revision]) -> str:
    """What a step did; an undo says what it took back, where ``steps`` still has it."""
    meant = steps.get(step.target) if step.target is not None else None
    words = edit_words(step.edit if meant is None else meant.edit, titles)
    match step.action:
        case "undo":
            return QCoreApplication.translate("ScriptVersions", "Taken back: {0}").format(words)
        case "redo":
            return QCoreApplication.translate("ScriptVersions", "Done again: {0}").format(words)
        case _:
            return words


def edit_words(edit: Edit, titles: Titles) -> str:
    """What an edit does, in a line."""
    match edit:
        case ChangeSegments(changes):
            return _changed(changes, titles)
        case SpliceScript():
            return _spliced(edit, titles)
        case PutSegments(puts):
            return _rows(
                [put.segment.id for put in puts],
                titles,
                QCoreApplication.translate("ScriptVersions", "Added {0}"),
                QCoreApplication.translate("ScriptVersions", "Added {0} segments"),
            )
        case InsertSegment(segment=segment):
            return QCoreApplication.translate("ScriptVersions", "Added {0}").format(titles.of(segment.id))
        case TakeSegments(segment_ids):
            return _removed(segment_ids, titles)
        case RemoveSegment(segment_id):
            return _removed((segment_id,), titles)
        case PlaceSegments(places):
            return _moved([place.segment_id for place in places], titles)
        case MoveSegment(segment_id=segment_id):
            return _moved([segment_id], titles)
        case ReplaceSegment(segment):
            return QCoreApplication.translate("ScriptVersions", "{0}: changed").format(titles.of(segment.id))
        case ReplaceProduct(product):
            return QCoreApplication.translate("ScriptVersions", "{0}: product changed").format(
                titles.of(product.id)
            )
        case MoveProduct(product_id=product_id):
            return QCoreApplication.translate("ScriptVersions", "{0}: moved in the queue").format(
                titles.of(product_id)
            )
        case ChangeShow(values):
            return _fields(values)
        case SetApproval(approval, reason):
            return f"→ {name(approval)}" + (f" · {reason}" if reason else "")
        case ReplaceShow():
            return QCoreApplication.translate("ScriptVersions", "Another version put in place")
        case Batch(edits):
            return _several(edits, titles)


def _fields(names: Iterable[str]) -> str:
    comma = QCoreApplication.translate("ScriptVersions", ", ")
    told = [field_name(one) for one in names]
    return comma.join(told[:3]) + ("…" if len(told) > 3 else "")


def _changed(changes: tuple[SegmentChange, ...], titles: Titles) -> str:
    fields = _fields(dict.fromkeys(one for change in changes for one in change.values))
    if len(changes) == 1:
        words = QCoreApplication.translate("ScriptVersions", "{0}: {1}")
        return words.format(titles.of(changes[0].segment_id), fields)
    words = QCoreApplication.translate("ScriptVersions", "{0} segments: {1}")
    return words.format(fmt.count(len(changes)), fields)


def _spliced(edit: SpliceScript, titles: Titles) -> str:
    come, gone = len(edit.lines), edit.count
    if come == gone:
        words = QCoreApplication.translate("ScriptVersions", "{0}: script, {1} lines rewritten")
        return words.format(titles.of(edit.item_id), come)
    if not gone:
        words = QCoreApplication.translate("ScriptVersions", "{0}: script, {1} lines written")
        return words.format(titles.of(edit.item_id), come)
    if not come:
        words = QCoreApplication.translate("ScriptVersions", "{0}: script, {1} lines deleted")
        return words.format(titles.of(edit.item_id), gone)
    words = QCoreApplication.translate("ScriptVersions", "{0}: script, {1} lines in place of {2}")
    return words.format(titles.of(edit.item_id), come, gone)


def _removed(segment_ids: tuple[str, ...], titles: Titles) -> str:
    return _rows(
        segment_ids,
        titles,
        QCoreApplication.translate("ScriptVersions", "Removed {0}"),
        QCoreApplication.translate("ScriptVersions", "Removed {0} segments"),
    )


def _moved(segment_ids: Iterable[str], titles: Titles) -> str:
    return _rows(
        tuple(segment_ids),
        titles,
        QCoreApplication.translate("ScriptVersions", "Moved {0}"),
        QCoreApplication.translate("ScriptVersions", "Moved {0} segments"),
    )


def _rows(ids: Iterable[str], titles: Titles, few: str, many: str) -> str:
    told = tuple(ids)
    if len(told) <= _FEW:
        return few.format("".join(titles.of(one) for one in told))
    return many.format(fmt.count(len(told)))


def _beside(edit: Edit) -> bool:
    return isinstance(edit, ChangeShow)


def _several(edits: tuple[Edit, ...], titles: Titles) -> str:
    # What is done to rows says more than the fields of the show that follow them.
    ordered = sorted(edits, key=_beside)
    told = list(dict.fromkeys(edit_words(one, titles) for one in ordered))
    return QCoreApplication.translate("ScriptVersions", "; ").join(told[:_FEW]) + ("…" if len(told) > _FEW else "")
