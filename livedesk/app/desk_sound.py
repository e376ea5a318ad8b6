"""What the desk does with OBS's sound and figures for the interface: see :class:`livedesk.ui.context.Services`."""

from __future__ import annotations

import logging
import threading
from dataclasses import replace

from livedesk.app import settings as settings_file
from livedesk.app.joining import Joining
from livedesk.domain.errors import UserError
from livedesk.domain.health import HealthHistory, HealthSample
from livedesk.domain.ports import Clock
from livedesk.domain.settings import Settings
from livedesk.domain.sound import SoundWatch
from livedesk.domain.status import ObsStatus
from livedesk.services.session.snapshot import SessionSnapshot
from livedesk.store.folder import DataFolder

log = logging.getLogger(__name__)


class DeskSound:
    """Over the services and the settings of whoever inherits it."""

    _joining: Joining
    _settings: Settings
    _folder: DataFolder
    _clock: Clock

    def __init__(self) -> None:
        self._history = HealthHistory()
        self._live = False

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
        """Mute an input of OBS, or take its mute off."""
        self._joining.ask(lambda outside: outside.obs.sound.mute(name, on))

    def set_volume(self, name: str, volume_db: float) -> None:
        """Set the volume of an input of OBS in dB."""
        self._joining.ask(lambda outside: outside.obs.sound.volume(name, volume_db))

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
