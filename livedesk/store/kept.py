"""What a person keeps for use in any show (the port ``Kept``)."""

from __future__ import annotations

from sqlalchemy import Connection, Delete, delete, insert, select

from livedesk.domain.ports import KeptItem
from livedesk.store.gate import Gate
from livedesk.store.tables import kept


class StoredKept:
    """Implements the port ``Kept``. Write methods follow the rule of :mod:`livedesk.store.gate`."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def all(self, kind: str) -> tuple[KeptItem, ...]:
        """Everything of a kind, the newest first."""
        query = (
            select(kept.c.key, kept.c.document, kept.c.by, kept.c.at_ms)
            .where(kept.c.kind == kind)
            .order_by(kept.c.at_ms.desc(), kept.c.key)
        )
        with self._gate.read() as connection:
            return tuple(KeptItem(*row) for row in connection.execute(query))

    def find(self, kind: str, key: str) -> KeptItem | None:
        """One of them, or None."""
        return next((item for item in self.all(kind) if item.key == key), None)

    def put(self, kind: str, key: str, document: bytes, *, by: str, at_ms: int) -> None:
        """Keep one, in place of one with the same key."""

        def work(connection: Connection) -> None:
            connection.execute(_one(kind, key))
            connection.execute(insert(kept).values(kind=kind, key=key, document=document, by=by, at_ms=at_ms))

        self._gate.write(work)

    def drop(self, kind: str, key: str) -> None:
        """Forget one; nothing happens where there is none."""
        self._gate.write(lambda connection: connection.execute(_one(kind, key)))


def _one(kind: str, key: str) -> Delete:
    return delete(kept).where(kept.c.kind == kind, kept.c.key == key)
