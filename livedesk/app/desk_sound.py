"""What the desk does with OBS's sound and figures for the interface: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

import logging
import threading
from abc import abstractmethod
from dataclasses import replace

from livedesk.app import settings as settings_file
from livedesk.app.joining import Joining
from livedesk.app.latest import Latest
from livedesk.domain import commands as c
from livedesk.domain.commands import Command
from livedesk.domain.errors import UserError
from livedesk.domain.health import HealthHistory, HealthSample
from livedesk.domain.ports import Clock
from livedesk.domain.run import Phase
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import ObsStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.folder import DataFolder

log = logging.getLogger(__name__)
REST_S = 0.7
"""Before OBS says that a volume has come to rest: whoever turned it here is named first."""


class DeskSound:
    """Over the services and the settings of whoever inherits it."""

    latest: Latest
    _joining: Joining
    _settings: Settings
    _folder: DataFolder
    _clock: Clock

    def __init__(self) -> None:
        self._history = HealthHistory()
        self._live = False
        self._turning: dict[str, threading.Timer] = {}

    @abstractmethod
    def dispatch(self, command: Command) -> None:
        """A command of the person at the desk."""

    @property
    def obs_history(self) -> tuple[HealthSample, ...]:
        """OBS's figures of the last half hour."""
        return self._history.samples

    @property
    def sound_watch(self) -> SoundWatch:
        """Which silences are warned of."""
        return self._settings.sound_watch

    def watch_sound(self, watch: SoundWatch) -> None:
        """Warn of other silences from now on, and keep the choice. Raises UserError ``file.not_written``."""
        self._joining.ask(lambda outside: outside.obs.sound.watch(watch))
        self._keep_watch(watch)

    def show_sound(self, on: bool) -> None:
        """Publish the levels of OBS's inputs, or no more."""
        self._joining.ask(lambda outside: outside.obs.sound.show(on))

    def mute_input(self, name: str, on: bool) -> None:
        """Mute an input of OBS, or take its mute off: by way of the run, which notes who did it; straight to OBS
        where no run can."""
        if self._noted:
            self.dispatch(c.MuteInput(name, on))
        else:
            self.mute(name, on)

    def mute(self, name: str, on: bool) -> None:
        """Mute an input of OBS, or take its mute off."""
        self._joining.ask(lambda outside: outside.obs.sound.mute(name, on))

    def set_volume(self, name: str, volume_db: float) -> None:
        """Set the volume of an input of OBS in dB. It follows each step at once; the run notes where it came to
        rest, and who did it."""
        self._joining.ask(lambda outside: outside.obs.sound.volume(name, volume_db))
        before = self._turning.pop(name, None)
        if before is not None:
            before.cancel()
        rest = self._turning[name] = threading.Timer(REST_S, self._rests, (name, volume_db))
        rest.daemon = True
        rest.start()

    def _rests(self, name: str, volume_db: float) -> None:
        if self._noted:
            self.dispatch(c.NoteVolume(name, volume_db))

    @property
    def _noted(self) -> bool:
        """Whether there is a run that notes what is done to OBS's sound."""
        snapshot = self.latest.snapshot
        there = snapshot is not None and snapshot.state.run.phase is not Phase.NONE
        return there and snapshot is not None and not snapshot.resuming and not snapshot.without_obs

    def _heard(self, item: object) -> None:
        """Keep what OBS tells of itself, and tell its service whether the show is on air. Any thread."""
        match item:
            case ObsStatus() if item.health is not None:
                self._history.add(item.health, self._clock.now().wall_ms)
            case SessionSnapshot():
                live = item.state.run.before_viewers and not item.resuming
                if live is not self._live:
                    self._live = live
                    self._joining.ask(lambda outside: outside.obs.on_air(live))
            case SoundWatch():
                # The service's thread carries the takes: it does not wait for a disk.
                threading.Thread(target=self._keep_renamed, args=(item,), name="sound-watch", daemon=True).start()

    def _keep_watch(self, watch: SoundWatch) -> None:
        self._settings = replace(self._settings, sound_watch=watch)
        settings_file.save(self._folder.settings, self._settings)

    def _keep_renamed(self, watch: SoundWatch) -> None:
        try:
            self._keep_watch(watch)
        except UserError as error:
            log.warning("the new name of a watched input could not be kept: %s", error)
