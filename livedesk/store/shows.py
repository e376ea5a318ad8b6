"""The documents: snapshots, and an append-only log of edits over them (the port ``Shows``).

A show at a revision is the newest snapshot not after it, with the edits since applied in order. Undo and redo
are edits too, each a new revision, so they work after a restart and everything that ever was can be loaded.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, insert, select, update

from livedesk.domain import codec
from livedesk.domain.clock import wall_to_ms
from livedesk.domain.edits import Edit, SetApproval, apply
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.ports import Guard, Revision, ShowSummary
from livedesk.domain.rundown import Approval, Show
from livedesk.store.gate import Gate
from livedesk.store.tables import edits, runs, shows, snapshots

SNAPSHOT_EVERY = 50
_REMEMBERED = 4


class StoredShows:
    """Implements the port ``Shows``. Write methods follow the rule of :mod:`livedesk.store.gate`."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._newest: OrderedDict[str, tuple[Show, int]] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, show: Show, *, by: str, at_ms: int) -> int:
        """Keep a new show; returns its revision (1). Raises UserError ``show.exists``."""
        document = codec.encode(show)
        columns = _columns(show, 1)

        def work(connection: Connection) -> None:
            if connection.scalar(select(shows.c.show_id).where(shows.c.show_id == show.id)) is not None:
                raise UserError("show.exists", show=show.id, title=show.title)
            connection.execute(insert(shows).values(**columns, show_id=show.id, created_ms=at_ms, created_by=by))
            connection.execute(insert(snapshots).values(show_id=show.id, revision=1, document=document))

        self._gate.write(work)
        self._remember(show, 1)
        return 1

    def load(self, show_id: str, revision: int | None = None) -> tuple[Show, int]:
        """A show at a revision (None: newest). Raises UserError ``show.missing``, also for a revision that is
        not there."""
        with self._gate.read() as connection:
            found = self._load(connection, show_id, revision)
        if revision is None:
            self._remember(*found)
        return found

    def summaries(self) -> tuple[ShowSummary, ...]:
        """Every show, the newest planned start first. No document is decoded."""
        live = and_(runs.c.show_id == shows.c.show_id, runs.c.kind == RunKind.LIVE, runs.c.started_ms.is_not(None))
        on_air = exists().where(live, runs.c.ended_ms.is_(None))
        aired = exists().where(live)
        query = select(
            shows.c.show_id,
            shows.c.title,
            shows.c.planned_start_ms,
            shows.c.zone,
            case(
                (on_air, "live"),
                (shows.c.approval == Approval.ARCHIVED.value, "archived"),
                (aired, "aired"),
                else_=shows.c.approval,
            ),
            shows.c.revision,
        ).order_by(shows.c.planned_start_ms.desc(), shows.c.show_id)
        with self._gate.read() as connection:
            return tuple(ShowSummary(*row) for row in connection.execute(query))

    def edit(self, show_id: str, edit: Edit, *, base: int, by: str, at_ms: int) -> tuple[Show, int]:
        """Apply an edit to revision ``base``, keep it with its inverse; returns the show and its new revision.

        Raises UserError ``show.missing``, ``edit.stale`` (with ``base`` and ``current``) where the show has moved
        on, and what :func:`livedesk.domain.edits.apply` raises.
        """

        def work(connection: Connection) -> tuple[Show, int]:
            show, current = self._load(connection, show_id, None)
            if current != base:
                raise UserError("edit.stale", show=show_id, base=base, current=current)
            # A step of the approval is no edit that an undo takes back: it is visible, and somebody's word.
            action = "approval" if isinstance(edit, SetApproval) else "edit"
            return _keep(connection, show, current, edit, action=action, target=None, by=by, at_ms=at_ms)

        return self._changed(self._gate.write(work))

    def undo(self, show_id: str, *, by: str, at_ms: int, guard: Guard | None = None) -> tuple[Show, int]:
        """Take the newest edit back that is not undone, as a new revision. Raises UserError ``show.missing``,
        ``edit.nothing``, and what ``guard`` raises."""

        def work(connection: Connection) -> tuple[Show, int]:
            show, current = self._load(connection, show_id, None)
            standing = (
                select(edits.c.revision, edits.c.inverse_kind, edits.c.inverse_payload)
                .where(edits.c.show_id == show_id, edits.c.action == "edit", edits.c.undone.is_(None))
                .order_by(edits.c.revision.desc())
                .limit(1)
            )
            row = connection.execute(standing).first()
            if row is None:
                raise UserError("edit.nothing", show=show_id)
            target, kind, payload = row
            _mark(connection, show_id, target, current + 1)
            back = codec.decode_edit(kind, payload)
            return _keep(
                connection, show, current, back, action="undo", target=target, by=by, at_ms=at_ms, guard=guard
            )

        return self._changed(self._gate.write(work))

    def redo(self, show_id: str, *, by: str, at_ms: int, guard: Guard | None = None) -> tuple[Show, int]:
        """Apply the edit undone last again. A new edit leaves nothing to redo. Raises UserError ``show.missing``,
        ``edit.nothing``, and what ``guard`` raises."""

        def work(connection: Connection) -> tuple[Show, int]:
            show, current = self._load(connection, show_id, None)
            last_edit = (
                select(func.max(edits.c.revision))
                .where(edits.c.show_id == show_id, edits.c.action == "edit")
                .scalar_subquery()
            )
            undone_last = (
                select(edits.c.revision, edits.c.kind, edits.c.payload)
                .where(edits.c.show_id == show_id, edits.c.undone > last_edit)
                .order_by(edits.c.undone.desc())
                .limit(1)
            )
            row = connection.execute(undone_last).first()
            if row is None:
                raise UserError("edit.nothing", show=show_id)
            target, kind, payload = row
            _mark(connection, show_id, target, None)
            again = codec.decode_edit(kind, payload)
            return _keep(
                connection, show, current, again, action="redo", target=target, by=by, at_ms=at_ms, guard=guard
            )

        return self._changed(self._gate.write(work))

    def history(
        self, show_id: str, *, after: int = 0, before: int | None = None, limit: int = 200
    ) -> tuple[Revision, ...]:
        """The steps with a revision above ``after`` and below ``before``, the newest first, at most ``limit``."""
        wanted = [edits.c.show_id == show_id, edits.c.revision > after]
        if before is not None:
            wanted.append(edits.c.revision < before)
        return self._steps(wanted, limit)

    def approvals(self, show_id: str) -> tuple[Revision, ...]:
        """Who moved the script to which state of its approval, the newest first."""
        return self._steps([edits.c.show_id == show_id, edits.c.action == "approval"], None)

    def _steps(self, wanted: list[ColumnElement[bool]], limit: int | None) -> tuple[Revision, ...]:
        query = (
            select(
                edits.c.revision,
                edits.c.action,
                edits.c.target,
                edits.c.undone,
                edits.c.kind,
                edits.c.payload,
                edits.c.by,
                edits.c.at_ms,
            )
            .where(*wanted)
            .order_by(edits.c.revision.desc())
            .limit(limit)
        )
        with self._gate.read() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Revision(revision, action, target, undone, codec.decode_edit(kind, payload), by, at_ms)
            for revision, action, target, undone, kind, payload, by, at_ms in rows
        )

    def _load(self, connection: Connection, show_id: str, revision: int | None) -> tuple[Show, int]:
        newest = connection.scalar(select(shows.c.revision).where(shows.c.show_id == show_id))
        wanted = newest if revision is None else revision
        if newest is None or wanted is None or not 1 <= wanted <= newest:
            raise UserError("show.missing", show=show_id, revision=revision or 0)
        with self._lock:
            remembered = self._newest.get(show_id)
        if remembered is not None and remembered[1] == wanted:
            return remembered
        start, document = connection.execute(
            select(snapshots.c.revision, snapshots.c.document)
            .where(snapshots.c.show_id == show_id, snapshots.c.revision <= wanted)
            .order_by(snapshots.c.revision.desc())
            .limit(1)
        ).one()
        show = codec.decode(document, Show)
        since = (
            select(edits.c.kind, edits.c.payload)
            .where(edits.c.show_id == show_id, edits.c.revision > start, edits.c.revision <= wanted)
            .order_by(edits.c.revision)
        )
        for kind, payload in connection.execute(since):
            show, _ = apply(show, codec.decode_edit(kind, payload))
        return show, wanted

    def _changed(self, changed: tuple[Show, int]) -> tuple[Show, int]:
        self._remember(*changed)
        return changed

    def _remember(self, show: Show, revision: int) -> None:
        """Keep a committed revision in memory, so that an edit of a large show decodes nothing."""
        with self._lock:
            known = self._newest.get(show.id)
            if known is None or known[1] < revision:
                self._newest[show.id] = (show, revision)
            self._newest.move_to_end(show.id)
            while len(self._newest) > _REMEMBERED:
                self._newest.popitem(last=False)


def _columns(show: Show, revision: int) -> dict[str, object]:
    return {
        "title": show.title,
        "planned_start_ms": wall_to_ms(show.planned_start, show.zone),
        "zone": show.zone,
        "revision": revision,
        "approval": show.approval.value,
    }


def _mark(connection: Connection, show_id: str, revision: int, undone: int | None) -> None:
    connection.execute(
        update(edits).where(edits.c.show_id == show_id, edits.c.revision == revision).values(undone=undone)
    )


def _keep(
    connection: Connection,
    show: Show,
    current: int,
    edit: Edit,
    *,
    action: str,
    target: int | None,
    by: str,
    at_ms: int,
    guard: Guard | None = None,
) -> tuple[Show, int]:
    """Apply an edit and keep it as the next revision, with a snapshot where one is due."""
    changed, inverse = apply(show, edit)
    if guard is not None:
        guard(show, changed)
    revision = current + 1
    kind, payload = codec.encode_edit(edit)
    inverse_kind, inverse_payload = codec.encode_edit(inverse)
    connection.execute(
        insert(edits).values(
            show_id=show.id,
            revision=revision,
            action=action,
            target=target,
            kind=kind,
            payload=payload,
            inverse_kind=inverse_kind,
            inverse_payload=inverse_payload,
            by=by,
            at_ms=at_ms,
        )
    )
    connection.execute(update(shows).where(shows.c.show_id == show.id).values(**_columns(changed, revision)))
    if revision % SNAPSHOT_EVERY == 0:
        connection.execute(
            insert(snapshots).values(show_id=show.id, revision=revision, document=codec.encode(changed))
        )
    return changed, revision
