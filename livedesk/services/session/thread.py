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
CALM_MS = 250
"""So long the timers rest after an error: it would come again at once."""


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
        self._calm_until_ms: int | None = None
        self._said = ""
        self._thread = threading.Thread(target=self._main, name="show", daemon=True)

    def start(self) -> ShowThread:
        """Start the thread."""
        self._thread.start()
        return self

    def dispatch(self, command: Command, by: str = "") -> Future[tuple[Entry, ...]]:
        """Carry out a command in the show thread, from any thread. The future holds its entries, or the UserError
        with which it was refused (which is published as well, and an unexpected error as ``program.unexpected``).
        ``by`` empty: the operator of this desk."""

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
        hears of every error before the future holds it: of an unexpected one as ``program.unexpected``."""

        def act() -> T:
            if self._session is None:
                raise UserError("show.none")
            return work(self._session)

        return self._promise(act, refused)

    def put(self, session: Session) -> Future[None]:
        """Take over another session and publish its state; returns when that is done. The future raises what
        publishing it raises; the session is the present one all the same."""

        def act() -> None:
            self._session = session
            self._publish(session.snapshot)

        return self._promise(act)

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

    def _promise(self, work: Callable[[], T], refused: Callable[[UserError], None] | None = None) -> Future[T]:
        """Run work in the show thread. Whatever happens, the future hears of it: others wait for that."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as error:
                if not isinstance(error, UserError):
                    log.exception("work in the show thread failed")
                try:
                    if refused is not None:
                        refused(_in_words(error))
                finally:
                    future.set_exception(error)
            else:
                future.set_result(result)

        self.post(run)
        return future

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
                self._keep_time(self._session)
            if stopping and not self._inbox:
                return

    def _pause_s(self) -> float:
        """How long nothing falls due (0: something has)."""
        left = IDLE_MS
        if self._session is not None:
            now = self._clock.now().mono_ms
            if self._calm_until_ms is None:
                try:
                    left = self._session.deadline() - now
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told; the thread goes on
                    self._say(error)
                    self._calm_until_ms = now + CALM_MS
            if self._calm_until_ms is not None:
                left = self._calm_until_ms - now
        return max(0.0, min(IDLE_MS, left) / 1000)

    def _keep_time(self, session: Session) -> None:
        """Do what is due; what could not be done is tried again in a moment."""
        try:
            session.wake()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told; the thread goes on
            self._say(error)
            self._calm_until_ms = self._clock.now().mono_ms + CALM_MS
        else:
            self._said, self._calm_until_ms = "", None

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told; the thread goes on
            self._say(error)

    def _say(self, error: Exception) -> None:
        """Let the log and whoever watches know of an error, once as long as it is the same one."""
        told = _in_words(error)
        if str(told) == self._said:
            return
        self._said = str(told)
        if told is not error:
            log.error("the show thread goes on after an error", exc_info=error)
        try:
            self._publish(Refused(None, told))
        except Exception:
            log.exception("the error could not be told")


def _in_words(error: BaseException) -> UserError:
    """The error as it is told."""
    if isinstance(error, UserError):
        return error
    return UserError("program.unexpected", reason=f"{type(error).__name__}: {error}")
