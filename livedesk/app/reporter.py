"""Logging and the one reporter of unexpected errors."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

MAX_BYTES = 2_000_000
KEEP = 5
log = logging.getLogger("livedesk")


def start_logging(folder: Path | None, *, verbose: bool = False) -> None:
    """Write the log into ``folder`` (None: to standard error only). Libraries speak up only with warnings."""
    handler: logging.Handler
    if folder is None:
        handler = logging.StreamHandler()
    else:
        path = folder / "livedesk.log"
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=MAX_BYTES, backupCount=KEEP, encoding="utf-8"
        )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    log.setLevel(logging.DEBUG if verbose else logging.INFO)


def catch_everything(told: Callable[[str], None]) -> None:
    """Send what nobody caught, in any thread, to standard error and the log, and as one line to ``told``."""
    if sys.stderr is not None:
        faulthandler.enable()

    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error or kind(), trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("unexpected error", exc_info=(kind, error or kind(), trace))
        told(f"{kind.__name__}: {error}")

    sys.excepthook = report
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)
