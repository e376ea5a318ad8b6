"""The desk on a real X server with two monitors, as a process: ``python -m tests.integration.screens_desk DATA``.

It puts the product queue into a window of its own on the second monitor and tells ten times a second where that window
stands and which faults are shown.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(data: Path) -> None:
    """The process itself."""
    from PySide6.QtCore import QObject, QRect, QTimer, Slot
    from PySide6.QtWidgets import QApplication

    from livedesk.app.desktop import OpenedDesk, open_desk
    from livedesk.domain.settings import Settings
    from livedesk.store.folder import DataFolder
    from livedesk.ui.workspaces.live.desk import LiveDesk

    class Teller(QObject):
        """Floats the panel once a run is open, and tells."""

        def __init__(self, opened: OpenedDesk) -> None:
            super().__init__()
            self._opened = opened
            self._timer = QTimer(self)
            self._timer.timeout.connect(self.tell)
            self._timer.start(100)

        @Slot()
        def tell(self) -> None:
            snapshot = self._opened.window.ticker.snapshot
            live = self._opened.window.workspace("live")
            if snapshot is None or snapshot.run_id is None or not isinstance(live, LiveDesk):
                return
            layouts = live.layouts
            if "queue" not in layouts.windows:
                layouts.float_("queue", True)
                if "queue" not in layouts.layout_.windows:
                    layouts.windows["queue"].setGeometry(QRect(700, 60, 400, 300))
            window = layouts.windows["queue"]
            kept = layouts.layout_.windows.get("queue")
            place = window.geometry()
            line = {
                "screen": window.screen().name(),
                "place": [place.x(), place.y(), place.width(), place.height()],
                "kept": kept.screen if kept is not None else "",
                "faults": sorted(snapshot.state.run.faults),
            }
            print(json.dumps(line), flush=True)  # noqa: T201 - what the test reads

    application = QApplication(["livedesk", "-platform", "xcb"])
    opened = open_desk(application, DataFolder(data), Settings(language="zh_CN", obs_port=1), sample_wanted=True)
    opened.window.show()
    teller = Teller(opened)
    application.exec()
    del teller
    opened.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
