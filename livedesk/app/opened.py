"""An opened data folder for the verbs, with what else they need."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from livedesk.app import settings as settings_file
from livedesk.app.paths import data_folder
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, ObsHealth, ObsStatus
from livedesk.services.obs.password import find_password
from livedesk.services.obs.service import ObsService
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store

LOOK_S = 3.0
HEALTH_S = 2.5


class Opened:
    """A store with the folder's settings."""

    def __init__(self, store: Store, folder: DataFolder) -> None:
        self.store = store
        self.folder = folder.root
        self.settings: Settings = settings_file.load(folder.settings)

    def look_at_obs(self) -> ObsStatus:
        """Connect to the OBS of the settings once and read it; a status without a link where there is none."""
        return look_at_obs(self.settings.obs_host, self.settings.obs_port, find_password(""))


def look_at_obs(host: str, port: int, password: str) -> ObsStatus:
    """What an OBS says of itself, health included, or why there is no link, within a few seconds."""
    seen: list[ObsStatus] = [ObsStatus(detail=f"{host}:{port}")]
    settled = threading.Event()
    healthy = threading.Event()

    def publish(item: object) -> None:
        if isinstance(item, ObsStatus):
            seen[0] = item
            if item.link in (LinkState.READY, LinkState.REFUSED):
                settled.set()
            if isinstance(item.health, ObsHealth) and item.health.fps > 0:
                healthy.set()

    service = ObsService(host, port, lambda: password, lambda _: None, publish)
    service.start()
    try:
        if settled.wait(LOOK_S) and seen[0].link is LinkState.READY:
            healthy.wait(HEALTH_S)
    finally:
        service.stop()
    return seen[0]


@contextmanager
def opened(chosen: str | None, *, writing: bool) -> Iterator[Opened]:
    """Open the data folder. Writing owns it (UserError ``folder.in_use`` beside an open desktop); reading does
    not, and works beside one. A folder that holds nothing yet is made."""
    folder = DataFolder(Path(data_folder(chosen)))
    store = Store.open(folder, read_only=not writing and folder.database.exists())
    try:
        yield Opened(store, folder)
    finally:
        store.close()
