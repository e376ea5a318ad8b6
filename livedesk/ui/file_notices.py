"""What stands in the banners about files that OBS's sources show and that are not there, before their scene is
taken."""

from __future__ import annotations

from PySide6.QtCore import QObject

from livedesk.domain.run import Phase
from livedesk.domain.source_files import files_of, lost_words
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.context import Tick
from livedesk.ui.notice import Notice

_NAMED = 3


class FileNotices(QObject):
    """Before air the missing files of every scene that the show uses are named; on air those of the next one."""

    def all(self, tick: Tick, obs: ObsStatus) -> tuple[Notice, ...]:
        """What is to be said now; nothing where it is not known, as of an OBS on another machine."""
        snapshot, table = tick.snapshot, tick.timetable
        if (
            snapshot is None
            or table is None
            or snapshot.resuming
            or not obs.files
            or obs.link is not LinkState.READY
        ):
            return ()
        show, phase = snapshot.state.show, snapshot.state.run.phase
        if phase is Phase.PREPARING:
            scenes = show.scenes
        elif phase is Phase.ON_AIR and table.next is not None:
            scenes = (show.segments[table.next].scene,)
        else:
            return ()
        lost = [lost_words(file, scenes) for file in files_of(obs.files, scenes) if not file.there]
        if not lost:
            return ()
        names = self.tr(", ").join(lost[:_NAMED]) + (" …" if len(lost) > _NAMED else "")
        if phase is Phase.PREPARING:
            text = self.tr("Files that OBS is to show are not there: {files}.")
        else:
            text = self.tr("What comes next lacks a file in OBS: {files}.")
        way_out = self.tr("Put the file back, or choose another one in the source's properties in OBS.")
        return (Notice("files", f"{text.format(files=names)} {way_out}"),)
