"""Started as a process by bench_start: opens a window, says when it can be used, and ends.

``livedesk DIR``: the desk on the sample show in DIR; usable is when the window is painted and the rundown shows
the show (a first line), and it takes commands when the store is open and the show is on the desk (a second line).
``bare``: a window of PySide6 and pyqtgraph alone; usable is when it is painted.
"""

from __future__ import annotations

import sys
import time


def bare() -> None:
    """The reference: what any program with these two libraries needs."""
    import pyqtgraph
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    plot = pyqtgraph.PlotWidget()
    plot.plot([1, 2, 3])
    window.setCentralWidget(plot)
    window.resize(1920, 1080)
    window.show()
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
    application.exec()


def livedesk(folder: str) -> None:
    """The desk, ended as soon as it takes commands."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from livedesk.app.main import main
    from livedesk.ui.ticker import Ticker

    shown = Ticker.tick
    painted = False

    def tick(self: Ticker) -> None:
        nonlocal painted
        shown(self)
        snapshot = self.snapshot
        if snapshot is not None and not painted:
            painted = True
            QTimer.singleShot(0, tell)
        elif snapshot is not None and snapshot.run_id is not None:
            Ticker.tick = shown  # type: ignore[method-assign]  # both are told
            tell()
            QApplication.exit(0)

    def tell() -> None:
        sys.stdout.write(f"{time.monotonic_ns()}\n")
        sys.stdout.flush()

    Ticker.tick = tick  # type: ignore[method-assign]  # the only place that sees the first snapshot painted
    main(["--data", folder])


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
        sys.stdout.write(f"{time.monotonic_ns()}\n")
    else:
        livedesk(sys.argv[2])
