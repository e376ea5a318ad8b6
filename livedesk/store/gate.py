"""How a repository reaches the database.

Reading: any thread, any time, one consistent state a transaction. Writing: the method prepares what it can on
the calling thread, then hands one function to :meth:`Gate.write`, which runs it in one transaction on the writer's
thread and returns when it is durable. So a write method may be called directly by whoever may wait (the command
line, a worker); the GUI thread and the show thread pass the call to ``Writer.submit`` instead and go on. On the
writer's own thread the function simply runs.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


class Gate(Protocol):
    """The repositories' way to the database."""

    def read(self) -> AbstractContextManager[Connection]:
        """A transaction that reads."""
        ...

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one durable transaction and return its result.

        Raises UserError ``store.disk_full``, ``store.write_error``, ``store.damaged``, ``store.not_writable``
        (nothing was kept), or ``store.read_only`` where the folder is not owned. A locked database is waited for.
        """
        ...
