"""The services that look outside come after the desk: what is asked of them before waits for them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from livedesk.domain.errors import UserError

if TYPE_CHECKING:
    from livedesk.app.outside import Outside

Work = Callable[["Outside"], object]
log = logging.getLogger(__name__)


class Joining:
    """``outside`` is None until the services have joined. ``failed`` hears why something that waited could not be
    done."""

    def __init__(self, failed: Callable[[UserError], None]) -> None:
        self._failed = failed
        self._lock = threading.Lock()
        self._later: list[Work] = []
        self.outside: Outside | None = None

    def ask(self, work: Work) -> None:
        """Ask the services for something: now, or as soon as they are there. Waits for nothing."""
        with self._lock:
            outside = self.outside
            if outside is None:
                self._later.append(work)
        if outside is not None:
            work(outside)

    def join(self, outside: Outside) -> None:
        """The services are there: do what waited for them, in order, and from now on everything at once."""
        while True:
            with self._lock:
                batch, self._later = self._later, []
                if not batch:
                    self.outside = outside
                    return
            for work in batch:
                self._do(work, outside)

    def _do(self, work: Work, outside: Outside) -> None:
        try:
            work(outside)
        except UserError as error:
            self._failed(error)
        except Exception as error:
            log.exception("what waited for the services failed")
            self._failed(UserError("program.unexpected", reason=f"{type(error).__name__}: {error}"))
