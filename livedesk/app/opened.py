"""An opened data folder for the verbs, with what else they need."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from livedesk.app import settings as settings_file
from livedesk.app.paths import data_folder
from livedesk.domain.commands import Command, ShowFault
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, ObsHealth, ObsStatus
from livedesk.services.obs.lamps import ABSENT, NO_LINK
from livedesk.services.obs.password import find_password
from livedesk.services.obs.sentinel import is_local
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
        return look_at_obs(self.settings.obs_host, self.settings.obs_port, find_password("")).status


@dataclass(frozen=True, slots=True)
class ObsLook:
    """What was seen of an OBS; without a link ``why`` is the code of the fault that says why there is none."""

    status: ObsStatus
    why: str


def look_at_obs(host: str, port: int, password: str) -> ObsLook:
    """What an OBS says of itself, health included, or why there is no link, within a few seconds."""
    seen: list[ObsStatus] = [ObsStatus(detail=f"{host}:{port}")]
    why = [ABSENT]
    settled = threading.Event()
    healthy = threading.Event()

    def publish(item: object) -> None:
        if isinstance(item, ObsStatus):
            seen[0] = item
            if item.link in (LinkState.READY, LinkState.REFUSED):
                settled.set()
            looked = item.files is not None or not is_local(host)
            if looked and isinstance(item.health, ObsHealth) and item.health.fps > 0:
                healthy.set()

    def post(command: Command) -> None:
        if isinstance(command, ShowFault) and command.code in NO_LINK:
            why[0] = command.code

    service = ObsService(host, port, lambda: password, post, publish)
    service.start()
    try:
        if settled.wait(LOOK_S) and seen[0].link is LinkState.READY:
            healthy.wait(HEALTH_S)
    finally:
        service.stop()
    return ObsLook(seen[0], why[0])


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
