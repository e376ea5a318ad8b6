"""The show thread: owns the session, takes commands from every other thread, keeps its deadlines."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.events import Entry
from livedesk.domain.ports import Clock
from livedesk.services.session.session import Session
from livedesk.services.session.snapshot import Refused

log = logging.getLogger(__name__)
T = TypeVar("T")
IDLE_MS = 1_000


class ShowThread:
    """Runs a session in its own thread. ``session`` may be exchanged (another show) with :meth:`put`."""

    def __init__(self, clock: Clock, publish: Callable[[object], None], operator: Callable[[], str]) -> None:
        self._clock = clock
        self._publish = publish
        self._operator = operator
        self._session: Session | None = None
        self._inbox: deque[Callable[[], None]] = deque()
        self._wake = threading.Condition()
        self._stopping = False
        self._thread = threading.Thread(target=self._main, name="show", daemon=True)

    def start(self) -> ShowThread:
        """Start the thread."""
        self._thread.start()
        return self

    def dispatch(self, command: Command, by: str = "") -> Future[tuple[Entry, ...]]:
        """Carry out a command in the show thread, from any thread. The future holds its entries, or the UserError
        with which it was refused (which is published as well). ``by`` empty: the operator of this desk."""

        def act(session: Session) -> tuple[Entry, ...]:
            return session.handle(command, by or self._operator())

        return self.ask(act, lambda error: self._publish(Refused(command, error)))

    def tell(self, command: Command, by: str) -> None:
        """A service's word: carried out in the show thread, and of no interest to anyone where it finds nothing to
        do any more (the run has ended, the show was exchanged)."""

        def act() -> None:
            if self._session is None:
                return
            try:
                self._session.handle(command, by)
            except UserError as error:
                log.info("%s from %s changed nothing: %s", type(command).__name__, by, error)

        self.post(act)

    def ask(self, work: Callable[[Session], T], refused: Callable[[UserError], None] | None = None) -> Future[T]:
        """Run work on the session in the show thread. Without a session the future raises ``show.none``. ``refused``
        hears of every UserError before the future holds it."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                if self._session is None:
                    raise UserError("show.none")
                result = work(self._session)
            except BaseException as error:
                if not isinstance(error, UserError):
                    log.exception("work in the show thread failed")
                elif refused is not None:
                    refused(error)
                future.set_exception(error)
            else:
                future.set_result(result)

        self.post(run)
        return future

    def put(self, session: Session) -> Future[None]:
        """Take over another session and publish its state; returns when that is done."""
        future: Future[None] = Future()

        def exchange() -> None:
            self._session = session
            self._publish(session.snapshot)
            future.set_result(None)

        self.post(exchange)
        return future

    def exchange(self, make: Callable[[Session], Session]) -> Future[None]:
        """Go on with the session that ``make`` gives for the present one, and publish its state; nothing comes in
        between. The future raises ``show.none`` without a session, and what ``make`` raises: then nothing changed."""

        def work(session: Session) -> None:
            self._session = make(session)
            if self._session is not session:
                self._publish(self._session.snapshot)

        return self.ask(work)

    def post(self, work: Callable[[], None]) -> None:
        """Run work in the show thread soon."""
        with self._wake:
            self._inbox.append(work)
            self._wake.notify()

    def stop(self) -> None:
        """Finish what was posted and end the thread."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        self._thread.join(5.0)

    def _main(self) -> None:
        while True:
            pause = self._pause_s()
            with self._wake:
                if not self._inbox and not self._stopping:
                    self._wake.wait(pause)
                work = list(self._inbox)
                self._inbox.clear()
                stopping = self._stopping
            for item in work:
                self._guarded(item)
            if self._session is not None and self._pause_s() <= 0:
                self._guarded(self._session.wake)
            if stopping and not self._inbox:
                return

    def _pause_s(self) -> float:
        """How long nothing falls due (0: something has)."""
        left = IDLE_MS
        if self._session is not None:
            try:
                left = self._session.deadline() - self._clock.now().mono_ms
            except Exception:
                log.exception("the show thread goes on without a timer after an error")
        return max(0.0, min(IDLE_MS, left) / 1000)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except UserError as error:
            self._publish(Refused(None, error))
        except Exception:
            log.exception("the show thread goes on after an error")
