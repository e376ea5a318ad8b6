"""A relay's recording, chosen by a person, as the audience of the run on the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from livedesk.domain.run import Phase
from livedesk.ui.actions import Category
from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.choose import choose_file
from livedesk.ui.workspaces.live.off_words import not_open
from livedesk.ui.workspaces.live.view import DeskView

PLAY_RECORDING = "play_recording"


class Recordings(QObject):
    """Owns the action; the file is chosen over ``page``. ``said`` carries a sentence, ``failed`` the error of a file
    that does not play."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, context: DeskContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._action = context.actions.add(
            PLAY_RECORDING, self.tr("Play a recording …"), self._choose, category=Category.SHOW
        )
        self.show_view(None)

    def show_view(self, view: DeskView | None) -> None:
        """Allow it while a run takes an audience (None: no show)."""
        why = not_open(view)
        if view is not None and not why and view.run.phase not in (Phase.PREPARING, Phase.ON_AIR):
            why = self.tr("the show is over: open a new run first")
        self._action.allow(not why, why)

    @Slot()
    def _choose(self) -> None:
        kinds = self.tr("Recordings of a relay") + " (*.jsonl)"
        choose_file(self._page, self.tr("Play a recording"), kinds, self._play)

    @Slot(str)
    def _play(self, chosen: str) -> None:
        path, services = Path(chosen), self._context.services

        def work() -> str:
            services.play_recording(path)
            return path.name

        self._context.background.run(work, self._playing, self._failed)

    @Slot(object)
    def _playing(self, name: str) -> None:
        text = self.tr("{file} plays as the audience of this run from now on, in place of the relay.")
        self.said.emit(text.format(file=name))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.failed.emit(error)
